import {
  bodiesOf,
  evaluated,
  fileMeasurement,
  journalOf,
  readFrom,
  repositoryOf,
  shardFromFlag,
  shardParts,
  subjectOf
} from "./part-NRNW3OCJ.js";
import {
  sampleFromFlags
} from "./part-4RI2L3QW.js";
import {
  evaluatePlanned,
  isTaken,
  planEvaluation,
  unitsToWrite
} from "./part-SDROPSCV.js";
import {
  compareReportOf
} from "./part-6UBDV64Q.js";
import "./part-4QKB3HW4.js";
import "./part-EWY3YAPM.js";
import "./part-RFF5HH7P.js";
import "./part-S3EEPIGF.js";
import "./part-W4UIRIKM.js";
import "./part-PYY7FY3F.js";
import {
  DryRun,
  isCached,
  modelsFrom
} from "./part-K2W7S7EY.js";
import {
  methodClassOf,
  present,
  sizeBandOf
} from "./part-PDY2OYNG.js";
import "./part-NPRE7VGJ.js";
import "./part-Y2ATTVYL.js";
import {
  readSource,
  readSources
} from "./part-EIIWTEOH.js";
import "./part-SAAVUPU4.js";
import "./part-GZMXCIU6.js";
import {
  measureBody
} from "./part-N3MN6HD6.js";
import "./part-DA3YFMOL.js";
import {
  composeLanguages,
  openDirectory,
  openOutputTree,
  sameTokens
} from "./part-5YJMR3U6.js";
import "./part-4BS5H6Y3.js";
import "./part-3MRB6MT7.js";
import {
  EMPTY_BODY,
  eraseBodies,
  withBodies
} from "./part-Z56BS6C5.js";
import {
  bodyOf
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/cli/compare.ts
import { basename, join } from "node:path";

// src/jobs/compare.ts
import pMap from "p-map";

// src/jobs/compare-tree.ts
async function scoreTree({ name, directory, tree }, plan, subject, observe) {
  const { languages, signal, progress } = subject;
  const held = new Set(await tree.list());
  const { drawn, paths } = plan;
  if (paths.length > 0 && !paths.some((path) => held.has(path))) {
    throw new ExpectedFailure(
      "no-source-files",
      `the tree ${name}=${directory} holds none of the files that are compared`,
      `It is laid out as the original is: ${paths[0]} should be in it.`
    );
  }
  const others = tree.read(paths)[Symbol.asyncIterator]();
  for await (const source of readSources(subject.tree, paths, languages, signal)) {
    let other = await others.next();
    while (other.done !== true && other.value.path !== source.path) other = await others.next();
    const bytes = other.done === true ? null : other.value.bytes;
    if (!isTaken(source, subject)) continue;
    const units = unitsToWrite(source, subject).filter(({ id }) => drawn === null || drawn.has(id));
    if (units.length > 0 || drawn === null) {
      const theirs = bytes === null ? null : readSource(source.path, bytes, source.language);
      observe(writtenFile(source, theirs, units, drawn === null));
    }
    progress.advance(units.length);
  }
}
function writtenFile(source, theirs, units, isWhole) {
  const { parsed } = source;
  if (parsed === null) return { source, measured: null, methods: [] };
  const bodies = theirs?.parsed ? bodiesOf(theirs.parsed) : /* @__PURE__ */ new Map();
  const taken = new Set(units.map(({ id }) => id));
  const stub = eraseBodies(parsed, taken).text;
  const spliced = () => withBodies(parsed, ({ id }) => taken.has(id) ? bodies.get(id) ?? EMPTY_BODY : void 0).text;
  const text = isWhole ? theirs?.parsed?.text ?? null : spliced();
  const { distance, similarity, stubDistance } = fileMeasurement(parsed, text, stub);
  return {
    source,
    measured: { distance, similarity, erased: stubDistance },
    methods: units.map((unit) => writtenMethod(source, unit, bodyOf(parsed, unit), bodies.get(unit.id) ?? null))
  };
}
function writtenMethod({ language }, unit, original, body) {
  const { id, path, line } = unit;
  const { distance, similarity } = measureBody(original, body ?? EMPTY_BODY);
  const rest = { id, path, line, confidence: null };
  const row = body === null ? { ...rest, distance: null, similarity: null, failure: MISSING } : { ...rest, distance, similarity, failure: null };
  return { unit, row, body, exact: body !== null && sameTokens(language.tokenize, original, body) };
}
var MISSING = { reason: "missing", detail: "the tree does not hold this method" };

// src/jobs/compared-rows.ts
var ComparedRows = class {
  #contenders;
  #methods = /* @__PURE__ */ new Map();
  #files = /* @__PURE__ */ new Map();
  constructor(contenders) {
    this.#contenders = contenders;
  }
  get methods() {
    return [...this.#methods.values()];
  }
  get files() {
    return [...this.#files.values()];
  }
  /** Takes the files of all contenders in any order; each contender hands in each file once. */
  add(contender2, { source, measured, methods }) {
    if (source.parsed === null) return;
    const file = this.#files.get(source.path) ?? { id: source.path, answers: this.#unanswered() };
    this.#files.set(source.path, file);
    file.answers[contender2] = measured;
    for (const method of methods) {
      const { unit } = method;
      const row = this.#methods.get(unit.id) ?? this.#row(source, unit);
      this.#methods.set(unit.id, row);
      row.answers[contender2] = answerOf(source, method);
    }
  }
  #unanswered() {
    return new Array(this.#contenders).fill(null);
  }
  #row({ parsed, language }, unit) {
    const body = parsed === null ? "" : bodyOf(parsed, unit);
    return {
      id: unit.id,
      path: unit.path,
      line: unit.line,
      package: parsed?.packageName ?? "",
      kind: methodClassOf(unit, language.tokenize(body)),
      size: sizeBandOf(body),
      length: body.length,
      answers: this.#unanswered()
    };
  }
};
function answerOf({ language }, { row, body, exact }) {
  if (row === null) return null;
  const { distance, similarity, failure } = row;
  return { distance, similarity, exact, parses: body !== null && language.isBody(body), failure };
}

// src/jobs/compare.ts
var STUB_NAME = "stub";
async function compare(input) {
  const plan = await planEvaluation(input);
  const rows = new ComparedRows(input.contenders.length + 1);
  const { facts, leftOut, notes } = await runAll(plan, input, rows);
  for (const contender2 of input.contenders) {
    if (contender2.kind === "model") await contender2.output?.commit();
  }
  const comparison = {
    protocol: input.protocol,
    source: input.source,
    sample: plan.sample,
    ...input.shard ? { shard: input.shard } : {},
    baseline: input.baseline,
    contenders: facts,
    leftOut,
    notes
  };
  const report = compareReportOf(comparison, rows);
  for (const [index, contender2] of input.contenders.entries()) {
    const isComplete = report.contenders[index + 1]?.unasked === 0;
    if (contender2.kind === "model" && isComplete) await contender2.journal?.finish();
  }
  return report;
}
async function runAll(plan, input, rows) {
  const failing = new AbortController();
  const signal = AbortSignal.any([input.signal, failing.signal]);
  const progress = shared(input.progress);
  const all = [stubContender(), ...input.contenders];
  input.progress.begin("writing again", plan.methods * all.length);
  const failures = [];
  const runs = await pMap(
    all.entries(),
    async ([at, contender2]) => {
      try {
        return await run(contender2, plan, { ...input, signal, progress }, (file) => rows.add(at, file));
      } catch (error) {
        failures.push(error);
        failing.abort(error);
        return null;
      }
    },
    { concurrency: all.length }
  );
  if (failures.length > 0) throw failures[0];
  input.progress.end();
  const stub = runs[0]?.report;
  return {
    facts: runs.flatMap((one) => one?.facts ?? []),
    leftOut: stub?.leftOut ?? [],
    notes: stub?.notes ?? []
  };
}
async function run(contender2, plan, subject, observe) {
  const { kind, name } = contender2;
  if (kind === "tree") {
    await scoreTree(contender2, plan, subject, observe);
    const { directory } = contender2;
    return { facts: { name, kind, model: null, directory, answeringMs: null }, report: null };
  }
  const { model, output, journal } = contender2;
  const report = await evaluatePlanned(plan, { ...subject, model, output, journal, observe });
  const { usage } = report;
  const isAsked = usage !== void 0 && usage.calls > usage.cacheHits;
  const facts = {
    name,
    kind,
    model: kind === "stub" ? null : model.card,
    directory: null,
    ...usage === void 0 ? {} : { usage },
    answeringMs: isAsked ? model.answeringMs?.() ?? null : null
  };
  return { facts, report };
}
function stubContender() {
  const model = {
    card: {
      schemaVersion: 1,
      provider: STUB_NAME,
      name: STUB_NAME,
      baseModel: null,
      fingerprint: STUB_NAME,
      trainedAt: null,
      recipe: null,
      baseline: null,
      shadow: null
    },
    concurrency: 1,
    regenerate: async () => ({ kind: "regenerated", body: EMPTY_BODY })
  };
  return { kind: "stub", name: STUB_NAME, model, output: null, journal: null };
}
function shared(progress) {
  return { begin() {
  }, advance: (count) => progress.advance(count), end() {
  } };
}

// src/cli/compare.ts
async function runCompare(directory, { model: references, ...options }, shell) {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell, { areSeveral: true });
  const dryRun = new DryRun(options);
  const shard = shardFromFlag(options.shard);
  const sample = sampleFromFlags(options);
  const trees = (options.tree ?? []).map(treeOf);
  const subject = await subjectOf("compare", directory, options);
  const languages = await composeLanguages(environment);
  const opened = await openAll(references ?? await models.names(), models, subject, languages);
  const names = namesOf([...opened.map(({ name }) => name), ...trees.map(({ name }) => name)]);
  const baseline = baselineFrom(options.baseline, names);
  const { protocol } = options;
  const rest = { ...evaluated(subject), protocol, sample, shard, baseline, languages, progress, signal };
  if (dryRun.isOn) {
    const contenders = opened.map(({ name, model }) => contender(name, dryRun.insteadOf(model)));
    await compare({ ...rest, contenders });
    return present(dryRun.report("compare"), options, environment);
  }
  const endings = [];
  try {
    const contenders = [];
    const folders = foldersOf(opened.map(({ name }) => name));
    for (const [index, { name, model }] of opened.entries()) {
      const folder = folders[index];
      const output = options.outputDir === void 0 || folder === void 0 ? null : await openOutputTree(join(options.outputDir, folder), readFrom(subject));
      if (output !== null) endings.push(() => output.discard());
      const journal = isCached(model, options) ? null : await journalFor(model, subject, options, shard, shell);
      if (journal !== null) {
        endings.push(() => journal.close());
        sayResumed(name, journal);
      }
      contenders.push({ ...contender(name, model), output, journal });
    }
    for (const tree of trees) contenders.push({ ...tree, kind: "tree", tree: await openDirectory(tree.directory) });
    await present(await compare({ ...rest, contenders }), options, environment);
  } finally {
    for (const end of endings) await end();
  }
}
async function openAll(references, models, subject, languages) {
  const opened = [];
  for (const reference of references) {
    const loaded = await models.open(reference, repositoryOf(subject), languages);
    if (loaded === null) {
      throw new ExpectedFailure(
        "bad-setting",
        reference === void 0 ? "compare was given no model" : `there is no trained model for --model ${reference}`,
        "Name some with --model, or train one with `palimpsest train`."
      );
    }
    opened.push({ name: reference ?? "embedded", model: loaded.model });
  }
  return shortNames(opened);
}
function shortNames(opened) {
  const short = opened.map(
    ({ name, model }) => model.card.provider === "embedded" ? basename(name).replace(/\.palimpsest$/, "") : name
  );
  return opened.map((one, index) => {
    const name = short[index] ?? one.name;
    return short.filter((other) => other === name).length === 1 && name !== STUB_NAME ? { ...one, name } : one;
  });
}
function treeOf(typed) {
  const [, name = "", directory = ""] = /^([^=]+)=(.+)$/s.exec(typed) ?? [];
  if (name !== "") return { name, directory };
  throw new ExpectedFailure(
    "bad-setting",
    `--tree does not take ${JSON.stringify(typed)}`,
    "It is a name and a folder: --tree ours=build/regenerated."
  );
}
function namesOf(names) {
  const twice = names.find((name, index) => name === STUB_NAME || names.indexOf(name) !== index);
  if (twice === void 0) return names;
  throw new ExpectedFailure(
    "bad-setting",
    twice === STUB_NAME ? `${STUB_NAME} is what every body erased is called` : `${twice} is named twice`,
    "Give each contender a name of its own."
  );
}
function baselineFrom(typed, names) {
  const baseline = typed ?? names[0] ?? STUB_NAME;
  if (baseline === STUB_NAME || names.includes(baseline)) return baseline;
  throw new ExpectedFailure(
    "bad-setting",
    `--baseline ${baseline} is none of those that are compared`,
    `They are ${[STUB_NAME, ...names].join(", ")}.`
  );
}
function contender(name, model) {
  return { kind: "model", name, model, output: null, journal: null };
}
function sayResumed(name, { resumed }) {
  if (resumed > 0) process.stderr.write(`${name} goes on after ${resumed} methods of an interrupted run
`);
}
function journalFor({ card }, subject, { protocol }, shard, shell) {
  return journalOf("compare", subject, [protocol, card.fingerprint, ...shardParts(shard)], shell);
}
function foldersOf(names) {
  const taken = /* @__PURE__ */ new Set();
  return names.map((name) => {
    const safe = name.replace(/[^\w.+-]+/g, "-").replace(/^[.-]+|[.-]+$/g, "") || "model";
    let folder = safe;
    for (let number = 2; taken.has(folder.toLowerCase()); number++) folder = `${safe}-${number}`;
    taken.add(folder.toLowerCase());
    return folder;
  });
}
export {
  foldersOf,
  runCompare
};
