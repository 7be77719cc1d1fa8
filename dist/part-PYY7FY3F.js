import {
  readSources
} from "./part-EIIWTEOH.js";
import {
  LEFT_OUT_REASONS,
  isGeneratedText,
  pathScope
} from "./part-GZMXCIU6.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/jobs/left-out.ts
var LeftOutCount = class {
  #files = /* @__PURE__ */ new Map();
  #methods = /* @__PURE__ */ new Map();
  /** A whole file, and how many methods of it would have counted where that is known. */
  file(reason, methods) {
    this.#files.set(reason, (this.#files.get(reason) ?? 0) + 1);
    if (methods !== void 0) this.method(reason, methods);
  }
  method(reason, count = 1) {
    this.#methods.set(reason, (this.#methods.get(reason) ?? 0) + count);
  }
  /** What another count holds. */
  addAll(other) {
    for (const [reason, files] of other.#files) this.#files.set(reason, (this.#files.get(reason) ?? 0) + files);
    for (const [reason, methods] of other.#methods) this.method(reason, methods);
  }
  rows() {
    return LEFT_OUT_REASONS.filter((reason) => this.#files.has(reason) || this.#methods.has(reason)).map((reason) => ({
      reason,
      methods: this.#methods.get(reason) ?? null,
      files: this.#files.get(reason) ?? 0
    }));
  }
};

// src/jobs/train.ts
async function train(input) {
  const { tree, languages, training, progress, signal } = input;
  const leftOut = new LeftOutCount();
  const notes = [];
  const all = (await tree.list()).filter((path) => languages.forPath(path) !== void 0);
  if (all.length === 0) throw noSources(input.origin.revision);
  const paths = all.filter((path) => {
    const reason = input.scope === "main" ? pathScope(path) : null;
    if (reason !== null) leftOut.file(reason);
    return reason === null;
  });
  progress.begin("training", paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    progress.advance();
    notes.push(...source.notes);
    if (source.parsed === null) continue;
    if (input.scope === "main" && isGeneratedText(source.parsed.text)) leftOut.file("generated");
    else training.learn(source.parsed);
  }
  const trained = training.finish(input.origin);
  progress.end();
  return { ...trained, card: trained.model.card, leftOut: leftOut.rows(), notes };
}
function noSources(where) {
  return new ExpectedFailure(
    "no-source-files",
    `there are no Java files in ${where}`,
    "Name a Java project with --repo DIR, or another revision."
  );
}

export {
  LeftOutCount,
  train,
  noSources
};
