import {
  ScoredMethods
} from "./part-SDROPSCV.js";
import {
  noSources
} from "./part-PYY7FY3F.js";
import {
  readSource,
  readSources
} from "./part-EIIWTEOH.js";
import {
  asStub,
  measure,
  measureBody
} from "./part-N3MN6HD6.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  composeJournal,
  openDirectory,
  openRepository,
  sameTokens
} from "./part-5YJMR3U6.js";
import {
  EMPTY_BODY,
  eraseBodies
} from "./part-Z56BS6C5.js";
import {
  bodyOf
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/jobs/score.ts
async function score(input) {
  const { original, regenerated, languages, progress, signal } = input;
  const scored = new ScoredMethods();
  const paths = (await original.tree.list()).filter((path) => languages.forPath(path) !== void 0);
  if (paths.length === 0) throw noSources(original.name);
  progress.begin("scoring", paths.length);
  const others = regenerated.tree.read(paths)[Symbol.asyncIterator]();
  for await (const source of readSources(original.tree, paths, languages, signal)) {
    const other = await others.next();
    const bytes = other.done === true ? null : other.value.bytes;
    scored.notes.push(...source.notes);
    if (bytes === null) scored.notes.push({ path: source.path, kind: "missing", lines: [] });
    scoreFile(source, bytes === null ? null : readSource(source.path, bytes, source.language), scored);
    progress.advance();
  }
  progress.end();
  const { summary, stub, files, methods, notes } = scored.report();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "score",
    original: original.name,
    regenerated: regenerated.name,
    reproduced: scored.reproduced,
    summary,
    stub,
    files,
    methods,
    leftOut: [],
    notes
  };
}
function scoreFile(source, other, scored) {
  const { parsed, language } = source;
  if (parsed === null) return;
  const stub = eraseBodies(parsed, new Set(parsed.units.map(({ id }) => id))).text;
  const otherText = other?.parsed?.text ?? null;
  scored.file(source.path, fileMeasurement(parsed, otherText, stub));
  const bodies = other?.parsed ? bodiesOf(other.parsed) : /* @__PURE__ */ new Map();
  for (const unit of parsed.units) {
    const { id, path, line } = unit;
    const original = bodyOf(parsed, unit);
    const body = bodies.get(id);
    const failure = body === void 0 ? { reason: "missing", detail: "the second tree does not hold this method" } : null;
    if (body !== void 0 && sameTokens(language.tokenize, original, body)) scored.reproduced++;
    scored.method({ id, path, line, failure, confidence: null }, measureBody(original, body ?? EMPTY_BODY));
  }
}
function bodiesOf(source) {
  return new Map(source.units.map((unit) => [unit.id, bodyOf(source, unit)]));
}
function fileMeasurement(parsed, otherText, stub) {
  return otherText === null ? asStub(measure(parsed.text, stub, stub)) : measure(parsed.text, otherText, stub);
}

// src/cli/shard.ts
var MOST_PARTS = 1e4;
function shardFromFlag(typed) {
  if (typed === void 0) return null;
  const [, first = "", second = ""] = /^(\d{1,5})\/(\d{1,5})$/.exec(typed) ?? [];
  const [index, count] = [Number(first), Number(second)];
  if (index >= 1 && index <= count && count <= MOST_PARTS) return { index, count };
  throw new ExpectedFailure(
    "bad-setting",
    `--shard does not take ${JSON.stringify(typed)}`,
    "It is which part of how many, such as 1/8 to 8/8."
  );
}
function shardParts(shard) {
  return shard === null ? [] : [`${shard.index}/${shard.count}`];
}

// src/cli/subject.ts
import { resolve } from "node:path";
async function subjectOf(command, directory, { repo, revision: named, outputDir }) {
  if (directory !== void 0 && named === void 0) {
    const except = outputDir === void 0 ? [] : [outputDir];
    return { kind: "directory", directory, tree: await openDirectory(directory, except) };
  }
  if (directory === void 0 && named !== void 0) {
    const repository = await openRepository(repo);
    const revision = await repository.resolve(named);
    return { kind: "revision", repository, revision, tree: repository.tree(revision) };
  }
  throw new ExpectedFailure(
    "bad-setting",
    `${command} takes a directory or --revision, one of the two`,
    `For example: \`palimpsest ${command} src/main/java\`, or \`palimpsest ${command} --revision HEAD\`.`
  );
}
function evaluated(subject) {
  const { tree } = subject;
  if (subject.kind === "directory") return { tree, source: { directory: subject.directory }, scope: "whole" };
  const { name, hash } = subject.revision;
  return { tree, source: { name, revision: hash }, scope: "main" };
}
function repositoryOf(subject) {
  return subject.kind === "revision" ? subject.repository : null;
}
function readFrom(subject) {
  return subject.kind === "directory" ? [subject.directory] : [subject.repository.root];
}
function journalOf(job, subject, settings, { environment }) {
  const at = subject.kind === "directory" ? resolve(subject.directory) : subject.revision.hash;
  return composeJournal(job, repositoryOf(subject), environment, [...settings, at]);
}

export {
  score,
  bodiesOf,
  fileMeasurement,
  shardFromFlag,
  shardParts,
  subjectOf,
  evaluated,
  repositoryOf,
  readFrom,
  journalOf
};
