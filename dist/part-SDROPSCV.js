import {
  dealtPaths
} from "./part-4QKB3HW4.js";
import {
  NOTHING_SCORED,
  requireSomeAnswer
} from "./part-EWY3YAPM.js";
import {
  drawSample
} from "./part-RFF5HH7P.js";
import {
  askingFacts,
  rewrite
} from "./part-W4UIRIKM.js";
import {
  LeftOutCount,
  noSources
} from "./part-PYY7FY3F.js";
import {
  encodeSource,
  readSources
} from "./part-EIIWTEOH.js";
import {
  isEmptyBody,
  isGeneratedText,
  pathScope
} from "./part-GZMXCIU6.js";
import {
  measure,
  measureBody,
  summarize,
  summarizeStubs
} from "./part-N3MN6HD6.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  compareText,
  sameTokens
} from "./part-5YJMR3U6.js";
import {
  EMPTY_BODY,
  eraseBodies,
  stubInPlace,
  stubsForRecreation,
  withBodies
} from "./part-Z56BS6C5.js";
import {
  bodyOf
} from "./part-GV6IPUYS.js";

// src/jobs/evaluation-plan.ts
async function planEvaluation(subject) {
  const { tree, languages, progress, signal, sample = null, shard = null } = subject;
  const { inScope, leftOut } = pathsInScope(await tree.list(), subject);
  progress.begin("counting methods", null);
  const eligible = [];
  for await (const source of readSources(tree, inScope, languages, signal)) {
    for (const { id, path, body } of unitsToWrite(source, subject))
      eligible.push({ id, path, length: body.end - body.start });
  }
  progress.end();
  const drawn = sample === null ? null : drawSample(eligible, sample).drawn;
  const toWrite = drawn === null ? eligible : eligible.filter(({ id }) => drawn.has(id));
  const paths = shard === null ? new Set(inScope) : dealtPaths(methodsByPath(inScope, toWrite), shard);
  return {
    paths: inScope.filter((path) => paths.has(path)),
    drawn,
    methods: toWrite.filter(({ path }) => paths.has(path)).length,
    sample: sample === null ? null : { ...sample, methods: eligible.length },
    leftOut
  };
}
function methodsByPath(paths, units) {
  const counts = new Map(paths.map((path) => [path, 0]));
  for (const { path } of units) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}
function pathsInScope(all, { languages, scope, source, shard = null }) {
  const sources = all.filter((path) => languages.forPath(path) !== void 0);
  if (sources.length === 0) throw noSources("directory" in source ? source.directory : source.name);
  const leftOut = new LeftOutCount();
  if (scope === "whole") return { inScope: sources, leftOut };
  const inScope = [];
  for (const [index, path] of sources.entries()) {
    const reason = pathScope(path);
    if (reason === null) inScope.push(path);
    else if (shard === null || index % shard.count === shard.index - 1) leftOut.file(reason);
  }
  return { inScope, leftOut };
}
function isTaken({ parsed }, { scope }) {
  return parsed === null || scope === "whole" || !isGeneratedText(parsed.text);
}
function unitsToWrite(source, subject, counts) {
  const { parsed, language } = source;
  if (parsed === null) return [];
  if (!isTaken(source, subject)) {
    counts?.file("generated", parsed.units.length);
    return [];
  }
  if (subject.scope === "whole") return parsed.units;
  return parsed.units.filter((unit) => {
    const empty = isEmptyBody(language.tokenize, bodyOf(parsed, unit));
    if (empty) counts?.method("empty-body");
    return !empty;
  });
}

// src/jobs/scored-methods.ts
var ScoredMethods = class {
  leftOut = new LeftOutCount();
  notes = [];
  /** Methods that the model was not asked for, in any order. */
  unasked = [];
  /** Methods that came back with the same tokens. */
  reproduced = 0;
  #files = [];
  #methods = [];
  file(path, measurement) {
    const row = { id: path, distance: measurement.distance, similarity: measurement.similarity };
    this.#files.push({ row, measurement });
  }
  method(row, measurement) {
    const failed = row.failure !== null;
    const { distance, similarity } = measurement;
    const scores = failed ? { distance: null, similarity: null } : { distance, similarity };
    const scoredRow = { ...row, ...scores };
    this.#methods.push({ row: scoredRow, measurement: { ...measurement, failed } });
    return scoredRow;
  }
  /** What the rows are as stubs, in the order of {@link report}, which must have been taken. */
  stubs() {
    const asStub = ({ measurement }) => {
      return { distance: measurement.stubDistance, similarity: measurement.stubSimilarity };
    };
    return { files: this.#files.map(asStub), methods: this.#methods.map(asStub) };
  }
  report() {
    this.#files.sort((a, b) => compareText(a.row.id, b.row.id));
    this.#methods.sort((a, b) => compareText(a.row.id, b.row.id));
    const files = this.#files.map(({ measurement }) => measurement);
    const methods = this.#methods.map(({ measurement }) => measurement);
    return {
      summary: summarize(files, methods),
      stub: summarizeStubs(files, methods),
      files: this.#files.map(({ row }) => row),
      methods: this.#methods.map(({ row }) => row),
      leftOut: this.leftOut.rows(),
      notes: this.notes
    };
  }
};

// src/jobs/evaluate.ts
async function evaluate(input) {
  const { output, journal } = input;
  const plan = await planEvaluation(input);
  const report = await evaluatePlanned(plan, input);
  await output?.commit();
  if (report.unasked === void 0) await journal?.finish();
  return report;
}
async function evaluatePlanned(plan, input) {
  const { tree, languages, model, output, journal, progress, signal, shard = null } = input;
  const scored = new ScoredMethods();
  scored.leftOut.addAll(plan.leftOut);
  progress.begin("writing again", plan.methods);
  const settle = async (file, regenerations) => {
    const { bytes, written } = scoreFile(file, regenerations, scored);
    input.observe?.(written);
    await output?.write(file.source.path, bytes);
  };
  const unfinished = /* @__PURE__ */ new Map();
  const tasks = tasksOf(readSources(tree, plan.paths, languages, signal), input, plan, scored, settle);
  for await (const { item, regeneration } of rewrite(tasks, { model, samples: 1, signal, progress, journal })) {
    const regenerations = unfinished.get(item.file) ?? /* @__PURE__ */ new Map();
    unfinished.set(item.file, regenerations.set(item.stub.target.id, regeneration));
    if (regenerations.size < item.file.units.length) continue;
    unfinished.delete(item.file);
    await settle(item.file, regenerations);
  }
  signal.throwIfAborted();
  progress.end();
  const { summary, stub, files, methods, leftOut, notes } = scored.report();
  requireSomeAnswer(methods, model.card.name, NOTHING_SCORED);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "evaluate",
    protocol: input.protocol,
    source: input.source,
    model: model.card,
    sample: plan.sample,
    ...shard === null ? {} : { shard: { ...shard, stubs: scored.stubs() } },
    reproduced: scored.reproduced,
    ...askingFacts(model, scored.unasked),
    summary,
    stub,
    files,
    methods,
    leftOut,
    notes
  };
}
async function* tasksOf(sources, input, { drawn }, scored, settle) {
  for await (const source of sources) {
    scored.notes.push(...source.notes);
    const units = unitsToWrite(source, input, scored.leftOut).filter(({ id }) => drawn === null || drawn.has(id));
    const file = { source, units };
    for (const stub of stubsOf(file, input.protocol)) yield { file, stub };
    if (units.length === 0 && drawn === null && isTaken(source, input)) await settle(file, /* @__PURE__ */ new Map());
  }
}
function* stubsOf({ source, units }, protocol) {
  if (source.parsed === null) return;
  if (protocol === "in-place") for (const unit of units) yield stubInPlace(source.parsed, unit);
  else yield* stubsForRecreation(source.parsed, new Set(units.map(({ id }) => id)));
}
function scoreFile({ source, units }, regenerations, scored) {
  const { parsed, language } = source;
  if (parsed === null) return { bytes: source.bytes, written: { source, measured: null, methods: [] } };
  const bodies = /* @__PURE__ */ new Map();
  const methods = [];
  for (const unit of units) {
    const regeneration = regenerations.get(unit.id);
    if (regeneration?.kind === "unasked") {
      scored.unasked.push(unit.id);
      methods.push({ unit, row: null, body: null, exact: false });
      continue;
    }
    const body = regeneration?.kind === "regenerated" ? regeneration.body : EMPTY_BODY;
    bodies.set(unit.id, body);
    const original = bodyOf(parsed, unit);
    const failure = regeneration?.kind === "failed" ? { reason: regeneration.reason, detail: regeneration.detail } : null;
    const exact = failure === null && sameTokens(language.tokenize, original, body);
    if (exact) scored.reproduced++;
    const row = scored.method(
      {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        failure,
        confidence: (regeneration?.kind === "regenerated" ? regeneration.confidence : void 0) ?? null
      },
      measureBody(original, body)
    );
    methods.push({ unit, row, body: failure === null ? body : null, exact });
  }
  if (units.length > 0 && bodies.size === 0)
    return { bytes: source.bytes, written: { source, measured: null, methods } };
  const regenerated = withBodies(parsed, ({ id }) => bodies.get(id)).text;
  const stub = eraseBodies(parsed, new Set(bodies.keys())).text;
  const measurement = measure(parsed.text, regenerated, stub);
  scored.file(source.path, measurement);
  const { distance, similarity, stubDistance } = measurement;
  return {
    bytes: encodeSource({ text: regenerated, encoding: source.encoding }),
    written: { source, measured: { distance, similarity, erased: stubDistance }, methods }
  };
}

export {
  planEvaluation,
  isTaken,
  unitsToWrite,
  ScoredMethods,
  evaluate,
  evaluatePlanned
};
