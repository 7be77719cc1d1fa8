import {
  CONSTRUCTOR_NAME,
  displayName
} from "./part-GV6IPUYS.js";

// src/report/words.ts
var NO_VALUE = "–";
var COMMANDS = {
  show: "palimpsest check --show",
  everything: "palimpsest check --format json",
  train: "palimpsest train",
  lastCommit: "palimpsest check --base HEAD~1"
};
var EMBEDDED = "embedded";
var SHORT_HASH = 7;
function percent(share2) {
  if (share2 === null) return NO_VALUE;
  const hundredths = share2 * 100;
  const whole = hundredths.toFixed(0);
  const rounds = !isExtreme(Number(whole)) || Number(whole) === hundredths;
  return `${rounds ? unsigned(whole) : decimal(hundredths, 1, 100)} %`;
}
function share(value, digits = 2) {
  return value === null ? NO_VALUE : decimal(value, digits, 1);
}
function characters(value, digits = 1) {
  return value === null ? NO_VALUE : decimal(value, digits, Number.POSITIVE_INFINITY);
}
function bytes(size) {
  if (size < 1e3) return count(size, "byte");
  return size < 1e6 ? `${decimal(size / 1e3, 0, Number.POSITIVE_INFINITY)} kB` : `${decimal(size / 1e6, 1, Number.POSITIVE_INFINITY)} MB`;
}
function count(number, noun, plural = `${noun}s`) {
  return `${grouped(String(number))} ${number === 1 ? noun : plural}`;
}
function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
function are(number) {
  return number === 1 ? "is" : "are";
}
function list(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
function firstFew(words, few, all = words.length) {
  const named = words.slice(0, few);
  return all <= named.length ? list(named) : `${named.join(", ")} and ${grouped(String(all - named.length))} more`;
}
function methodName(id, path) {
  return path !== void 0 && id.startsWith(`${path}#`) ? id.slice(path.length + 1) : displayName(id);
}
function spokenName(id, path) {
  return methodName(id, path).replace(`.${CONSTRUCTOR_NAME}(`, "(");
}
function shortRevision(revision) {
  if (revision === "WORKTREE") return "the work tree";
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, SHORT_HASH) : revision;
}
function revisionName({ name, revision }) {
  return shortRevision(name === "" ? revision : name);
}
function revisionWithHash(label) {
  const name = revisionName(label);
  const hash = shortRevision(label.revision);
  return label.revision === "WORKTREE" || name === hash ? name : `${name} (${hash})`;
}
function isEmbedded({ provider }) {
  return provider === EMBEDDED;
}
function modelName({ provider, name, shadow }) {
  if (shadow) return `shadow of ${shadow.of ?? "the project’s own model"}`;
  return isEmbedded({ provider }) ? "project memory" : name;
}
function trainedAt({ trainedAt: training }, quote = (revision) => revision) {
  if (training === null) return "not known what it was trained on";
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(training.committedAt ?? "") ?? [];
  return `trained at ${quote(shortRevision(training.revision))}${day === void 0 ? "" : ` of ${day}`}`;
}
function learnedWords({ trainedAt: training }, otherwise) {
  if (training === null || training.units === null || training.files === null) return otherwise;
  return `${count(training.units, "method")} of ${count(training.files, "file")}`;
}
function sourceName(source) {
  return "directory" in source ? source.directory : revisionWithHash(source);
}
function shardWords({ shard }) {
  return shard === void 0 ? [] : [`part ${shard.index} of ${shard.count}, for merge-reports`];
}
function protocolWords(protocol) {
  switch (protocol) {
    case "recreate":
      return "recreate: every body erased at once";
    case "in-place":
      return "in place: one body erased at a time";
    default:
      return protocol;
  }
}
function failureWords(reason) {
  switch (reason) {
    case "refused":
      return "refused";
    case "timed-out":
      return "timed out";
    case "cut-off":
      return "cut off";
    case "does-not-parse":
      return "does not parse";
    case "does-not-fit":
      return "does not fit the window";
    case "missing":
      return "missing";
    case "error":
      return "error";
    default:
      return reason;
  }
}
function leftOutWords({ reason, methods, files }) {
  const counted = methods ?? 0;
  if (counted + files === 0) return null;
  const what = counted === 0 ? count(files, "file") : count(counted, "method");
  const place = counted === 0 ? "of" : "in";
  switch (reason) {
    case "test":
      return `${what} ${place} tests`;
    case "generated":
      return `${what} ${place} generated code`;
    case "vendored":
      return `${what} ${place} vendored code`;
    case "empty-body":
      return `${what} with an empty body`;
    default:
      return reason;
  }
}
var LINES_NAMED = 5;
function noteWords({ kind, lines }) {
  switch (kind) {
    case "partly-parsed": {
      const named = firstFew(lines.map(String), LINES_NAMED);
      return lines.length === 0 ? "parsed in part" : `parsed in part, not at ${lines.length === 1 ? "line" : "lines"} ${named}`;
    }
    case "not-utf-8":
      return "not UTF-8, read as Latin-1";
    case "binary":
      return "binary, not read";
    case "missing":
      return "missing";
    case "too-large":
      return "too large, not read";
    default:
      return kind;
  }
}
function isExtreme(wholePercent) {
  return wholePercent === 0 || Math.abs(wholePercent) === 100;
}
function decimal(value, digits, full) {
  const rounded = Number(value.toFixed(digits));
  const step = 10 ** -digits;
  if (rounded !== value && rounded === 0) return value > 0 ? `< ${step.toFixed(digits)}` : `> -${step.toFixed(digits)}`;
  if (rounded === full && value < full) return `> ${(full - step).toFixed(digits)}`;
  const [integer = "", fraction] = unsigned(value.toFixed(digits)).split(".");
  return fraction === void 0 ? grouped(integer) : `${grouped(integer)}.${fraction}`;
}
function unsigned(digits) {
  return Number(digits) === 0 ? digits.replace("-", "") : digits;
}

export {
  NO_VALUE,
  COMMANDS,
  percent,
  share,
  characters,
  bytes,
  count,
  grouped,
  are,
  list,
  firstFew,
  methodName,
  spokenName,
  shortRevision,
  revisionName,
  revisionWithHash,
  isEmbedded,
  modelName,
  trainedAt,
  learnedWords,
  sourceName,
  shardWords,
  protocolWords,
  failureWords,
  leftOutWords,
  noteWords
};
