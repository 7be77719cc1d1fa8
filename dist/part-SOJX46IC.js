import {
  baselineScores
} from "./part-GDHGZEUT.js";
import {
  evaluated,
  journalOf,
  readFrom,
  repositoryOf,
  score,
  shardFromFlag,
  shardParts,
  subjectOf
} from "./part-NRNW3OCJ.js";
import {
  sampleFromFlags
} from "./part-4RI2L3QW.js";
import {
  ScoredMethods,
  evaluate
} from "./part-SDROPSCV.js";
import "./part-4QKB3HW4.js";
import {
  beginsLedger,
  fillLedger
} from "./part-E44BTI3T.js";
import "./part-EWY3YAPM.js";
import "./part-WO6SO5ZM.js";
import "./part-RFF5HH7P.js";
import "./part-S3EEPIGF.js";
import {
  withBaseline
} from "./part-3ULOZ545.js";
import {
  trainOnDirectory,
  trainOnRevision
} from "./part-GQXLFCOT.js";
import {
  resuming
} from "./part-LSZPEO5X.js";
import "./part-W4UIRIKM.js";
import {
  noSources
} from "./part-PYY7FY3F.js";
import {
  DryRun,
  isCached,
  modelsFrom
} from "./part-K2W7S7EY.js";
import {
  present
} from "./part-PDY2OYNG.js";
import "./part-NPRE7VGJ.js";
import "./part-Y2ATTVYL.js";
import "./part-QFIKV4ZI.js";
import {
  encodeSource,
  readSources
} from "./part-EIIWTEOH.js";
import "./part-SAAVUPU4.js";
import "./part-GZMXCIU6.js";
import {
  measure,
  measureBody
} from "./part-N3MN6HD6.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  composeLanguages,
  composeLedgers,
  openDirectory,
  openOutputTree,
  saveCard
} from "./part-5YJMR3U6.js";
import "./part-4BS5H6Y3.js";
import "./part-3MRB6MT7.js";
import {
  EMPTY_BODY,
  eraseBodies
} from "./part-Z56BS6C5.js";
import {
  bodyOf
} from "./part-GV6IPUYS.js";
import "./part-YGOHBTLK.js";

// src/jobs/erase.ts
async function erase(input) {
  const { tree, languages, output, progress, signal } = input;
  const scored = new ScoredMethods();
  const paths = (await tree.list()).filter((path) => languages.forPath(path) !== void 0);
  if (paths.length === 0) throw noSources(input.directory);
  let characters = 0;
  progress.begin("erasing", paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    const { bytes, erased } = eraseFile(source, scored);
    characters += erased;
    await output.write(source.path, bytes);
    progress.advance();
  }
  signal.throwIfAborted();
  await output.commit();
  progress.end();
  const { summary, stub, files, methods, notes } = scored.report();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "erase",
    directory: input.directory,
    outputDirectory: input.outputDirectory,
    erased: { bodies: methods.length, characters },
    summary,
    stub,
    files,
    methods,
    leftOut: [],
    notes
  };
}
function eraseFile(source, scored) {
  const { parsed, encoding } = source;
  scored.notes.push(...source.notes);
  if (parsed === null) return { bytes: source.bytes, erased: 0 };
  for (const unit of parsed.units) {
    const { id, path, line } = unit;
    const measurement = measureBody(bodyOf(parsed, unit), EMPTY_BODY);
    scored.method({ id, path, line, failure: null, confidence: null }, measurement);
  }
  const stub = eraseBodies(parsed, new Set(parsed.units.map(({ id }) => id))).text;
  scored.file(source.path, measure(parsed.text, stub, stub));
  return { bytes: encodeSource({ text: stub, encoding }), erased: parsed.text.length - stub.length };
}

// src/cli/codebase.ts
async function runEvaluate(directory, options, shell) {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const sample = sampleFromFlags(options);
  const shard = shardFromFlag(options.shard);
  const subject = await subjectOf("evaluate", directory, options);
  const { tree } = subject;
  const repository = repositoryOf(subject);
  const languages = await composeLanguages(environment);
  const surroundings = { languages, progress, signal };
  const loaded = await models.open(options.model, repository, languages);
  const model = loaded?.model ?? await trainOn(subject, surroundings);
  const { protocol } = options;
  const rest = { ...evaluated(subject), protocol, sample, shard, ...surroundings };
  if (dryRun.isOn) {
    await evaluate({ ...rest, model: dryRun.insteadOf(model), output: null, journal: null });
    return present(dryRun.report("evaluate"), options, environment);
  }
  const run = (journal) => withOutputTree(options.outputDir, subject, (output) => evaluate({ ...rest, model, output, journal }));
  const report = isCached(model, options) ? await run(null) : await resuming(await journalOf("evaluate", subject, [protocol, ...shardParts(shard)], shell), run);
  if (loaded !== null && subject.kind === "revision") {
    const { repository: repository2, revision } = subject;
    if (beginsLedger(report, revision)) {
      const store = await composeLedgers(repository2);
      await fillLedger({ report, revision, tree, store, ...surroundings });
    }
    await recordBaseline(loaded, report, revision);
  }
  await present(report, options, environment);
}
function trainOn(subject, surroundings) {
  return subject.kind === "directory" ? trainOnDirectory(subject.tree, subject.directory, surroundings) : trainOnRevision(subject.repository, subject.revision, surroundings);
}
async function recordBaseline(loaded, report, revision) {
  if (report.sample !== null || report.unasked !== void 0 || report.shard !== void 0) return;
  const card = withBaseline(loaded.model.card, baselineScores(report, revision), /* @__PURE__ */ new Date());
  if (card !== null) await saveCard(loaded, card);
}
async function withOutputTree(outputDirectory, subject, run) {
  if (outputDirectory === void 0) return run(null);
  const output = await openOutputTree(outputDirectory, readFrom(subject));
  try {
    return await run(output);
  } finally {
    await output.discard();
  }
}
async function runErase(directory, options, { environment, signal, progress }) {
  const tree = await openDirectory(directory, [options.outputDir]);
  const languages = await composeLanguages(environment);
  const output = await openOutputTree(options.outputDir, [directory]);
  try {
    const report = await erase({
      directory,
      outputDirectory: options.outputDir,
      tree,
      output,
      languages,
      progress,
      signal
    });
    await present(report, options, environment);
  } finally {
    await output.discard();
  }
}
async function runScore(original, regenerated, options, { environment, signal, progress }) {
  const report = await score({
    original: { name: original, tree: await openDirectory(original) },
    regenerated: { name: regenerated, tree: await openDirectory(regenerated) },
    languages: await composeLanguages(environment),
    progress,
    signal
  });
  await present(report, options, environment);
}
export {
  runErase,
  runEvaluate,
  runScore
};
