import {
  before,
  monthEnds,
  monthName,
  monthOf,
  startOf
} from "./part-BQNKEVEG.js";
import {
  LeftOutCount,
  noSources
} from "./part-PYY7FY3F.js";
import {
  FORECAST_LEVEL,
  studentQuantile
} from "./part-QFIKV4ZI.js";
import {
  decodeSource,
  readSource
} from "./part-EIIWTEOH.js";
import {
  isEmptyBody,
  isGeneratedText,
  packageByPath,
  pathScope
} from "./part-GZMXCIU6.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  bodyOf
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/core/forecast.ts
var DAY_MS = 864e5;
var YEAR_DAYS = 365.25;
var HORIZON_DAYS = 10 * YEAR_DAYS;
var LEAST_POINTS = 3;
function forecastCrossing(history, line) {
  const walk = history.map(({ at, freshness }) => ({ day: Date.parse(at) / DAY_MS, at, freshness })).sort((a, b) => a.day - b.day).filter((point, index, points) => points[index + 1]?.day !== point.day);
  const [first, last] = [walk[0], walk.at(-1)];
  if (first === void 0 || last === void 0 || walk.length < LEAST_POINTS) return null;
  const days = last.day - first.day;
  const slope = (last.freshness - first.freshness) / days;
  const basis = { line, points: walk.length, from: first.at, to: last.at, perYear: slope * YEAR_DAYS };
  const room = last.freshness - line;
  if (room <= 0) return { kind: "crossed", ...basis };
  const expected = slope < 0 ? room / -slope : Number.POSITIVE_INFINITY;
  if (expected > HORIZON_DAYS) return { kind: "not-in-sight", ...basis };
  const margin = studentQuantile(0.9, walk.length - 2) * stepDeviation(walk, slope);
  const reached = (sign) => (h) => last.freshness + slope * h + sign * margin * Math.sqrt(h + h ** 2 / days) <= line;
  const dayAfter = (h) => new Date((last.day + h) * DAY_MS).toISOString().slice(0, 10);
  const earliest = firstDay(reached(-1), expected);
  const latest = firstDay(reached(1), HORIZON_DAYS);
  return {
    kind: "expected",
    ...basis,
    day: dayAfter(expected),
    level: FORECAST_LEVEL,
    earliest: dayAfter(earliest ?? expected),
    latest: latest === null ? null : dayAfter(latest)
  };
}
function stepDeviation(walk, slope) {
  let sum2 = 0;
  for (const [index, point] of walk.entries()) {
    const next = walk[index + 1];
    if (next === void 0) break;
    const days = next.day - point.day;
    sum2 += (next.freshness - point.freshness - slope * days) ** 2 / days;
  }
  return Math.sqrt(sum2 / (walk.length - 2));
}
function firstDay(holds, limit) {
  if (!holds(limit)) return null;
  let [low, high] = [0, limit];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

// src/core/half-life.ts
var LEAST_POINTS2 = 3;
var LONGEST_MONTHS = 1200;
var SHORTEST_MONTHS = 0.01;
var GRID = 200;
var REFINEMENTS = 60;
function fitHalfLife(points) {
  const later = points.filter(({ age }) => age > 0);
  if (later.length < LEAST_POINTS2 || later.every(({ share }) => share === 1)) return null;
  const misfit = (logMonths) => {
    const rate = Math.LN2 / Math.exp(logMonths);
    return later.reduce((sum2, { age, share }) => sum2 + (share - Math.exp(-rate * age)) ** 2, 0) / later.length;
  };
  const [from, to] = [Math.log(SHORTEST_MONTHS), Math.log(LONGEST_MONTHS)];
  const step = (to - from) / GRID;
  let best = 0;
  for (let at = 1; at <= GRID; at++) if (misfit(from + at * step) < misfit(from + best * step)) best = at;
  const found = minimum(misfit, from + (best - 1) * step, from + (best + 1) * step);
  return { months: Math.exp(found), misfit: Math.sqrt(misfit(found)), points: later.length };
}
function minimum(value, low, high) {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  for (let round = 0; round < REFINEMENTS; round++) {
    const [left, right] = [b - golden * (b - a), a + golden * (b - a)];
    if (value(left) < value(right)) b = right;
    else a = left;
  }
  return (a + b) / 2;
}

// src/core/history-window.ts
function windowOf(ends, since) {
  const last = ends.at(-1);
  if (last === void 0) return { base: null, months: [] };
  const first = Math.min(last.month, firstMonth(endOf(last, last), since));
  const start = ends.findIndex(({ month }) => month >= first);
  return { base: ends[start - 1] ?? null, months: ends.slice(start) };
}
function firstMonth(end, since) {
  switch (since.kind) {
    case "all":
      return Number.NEGATIVE_INFINITY;
    case "day":
      return monthOf(since.seconds);
    case "span":
      return monthOf(before(end, since.span));
    default:
      return since;
  }
}
function endOf({ month, commit }, last) {
  const end = startOf(month + 1);
  return month === last.month ? Math.min(end, Math.max(startOf(month), commit.committedAt)) : end;
}
function endsAfter(commit, ends, line) {
  const places = new Map(line.map(({ hash }, place) => [hash, place]));
  const own = places.get(commit.hash);
  return ends.filter(
    ({ month, commit: end }) => own === void 0 ? month >= monthOf(commit.committedAt) : (places.get(end.hash) ?? 0) >= own
  );
}

// src/core/yearly-drift.ts
var YEAR = 12;
function projectYear(shares) {
  const last = shares.slice(-YEAR);
  const n = last.length;
  if (n === 0) return null;
  const mean = last.reduce((sum2, share2) => sum2 + share2, 0) / n;
  const share = YEAR * mean;
  if (n === 1) return { share, interval: null, months: n };
  const deviation = Math.sqrt(last.reduce((sum2, one) => sum2 + (one - mean) ** 2, 0) / (n - 1));
  const margin = studentQuantile(0.9, n - 1) * deviation * Math.sqrt(YEAR + YEAR ** 2 / n);
  return {
    share,
    interval: { level: FORECAST_LEVEL, low: Math.max(0, share - margin), high: share + margin },
    months: n
  };
}

// src/core/churn.ts
var ChurnCount = class {
  /** Lines of every file, whether it counts or not: it may move among those that do. */
  #lines = /* @__PURE__ */ new Map();
  #counted = /* @__PURE__ */ new Set();
  #packages = /* @__PURE__ */ new Map();
  #size = 0;
  /** Takes the files of the first state, each as one that was not there before. Nothing of it is churn. */
  start(files) {
    for (const file of files) this.#place(file, 0);
  }
  /** Takes all files that differ between one state and the next. */
  step(files) {
    const lines = this.#size;
    const ofMain = files.filter(({ countedBefore, countedAfter }) => countedBefore || countedAfter);
    const changed = ofMain.filter(({ added: added2, deleted: deleted2 }) => added2 + deleted2 > 0);
    const added = sum(changed.map((file) => file.added));
    const deleted = sum(changed.map((file) => file.deleted));
    for (const file of changed) this.#addToPackage(file);
    const before2 = files.map((file) => this.#take(file.before));
    for (const [index, file] of files.entries()) this.#place(file, before2[index] ?? 0);
    return { lines, added, deleted, files: changed.length, share: lines === 0 ? null : (added + deleted) / lines };
  }
  /** Lines of main source in the state reached. */
  get lines() {
    return this.#size;
  }
  /** Main source files in the state reached. */
  get files() {
    return this.#counted.size;
  }
  /** Whether a file of the state reached counts. */
  counts(path) {
    return this.#counted.has(path);
  }
  /** The packages with the most lines changed, most first, by name where they are equal. */
  packages() {
    const sizes = /* @__PURE__ */ new Map();
    for (const path of this.#counted) {
      const name = packageByPath(path);
      sizes.set(name, (sizes.get(name) ?? 0) + (this.#lines.get(path) ?? 0));
    }
    return [...this.#packages].map(([name, { added, deleted }]) => ({ name, added, deleted, lines: sizes.get(name) ?? 0 })).sort((a, b) => b.added + b.deleted - (a.added + a.deleted) || (a.name < b.name ? -1 : 1));
  }
  #addToPackage({ before: before2, after, added, deleted }) {
    const name = packageByPath(after ?? before2 ?? "");
    const known = this.#packages.get(name) ?? { added: 0, deleted: 0 };
    this.#packages.set(name, { added: known.added + added, deleted: known.deleted + deleted });
  }
  #take(path) {
    if (path === null) return 0;
    const lines = this.#lines.get(path) ?? 0;
    this.#lines.delete(path);
    if (this.#counted.delete(path)) this.#size -= lines;
    return lines;
  }
  #place({ after, added, deleted, countedAfter }, before2) {
    if (after === null) return;
    const lines = before2 + added - deleted;
    this.#lines.set(after, lines);
    if (!countedAfter) return;
    this.#counted.add(after);
    this.#size += lines;
  }
};
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

// src/jobs/main-source.ts
var PathScopes = class {
  #known = /* @__PURE__ */ new Map();
  /** Why the path alone leaves the file out; `null` when it does not. */
  reason(path) {
    const known = this.#known.get(path);
    if (known !== void 0) return known;
    const reason = pathScope(path);
    this.#known.set(path, reason);
    return reason;
  }
};
async function* readMainSources(files, history, scopes, isKnown) {
  const isRead = (file) => file.after !== null && scopes.reason(file.after.path) === null && !isKnown(file);
  const names = files.filter(isRead).map(({ after }) => after?.blob ?? "");
  const blobs = history.blobs(names)[Symbol.asyncIterator]();
  try {
    for (const file of files) {
      const bytes = isRead(file) ? (await blobs.next()).value ?? null : null;
      const text = bytes === null ? null : decodeSource(bytes)?.text ?? null;
      yield { file, text, isGenerated: text !== null && isGeneratedText(text) };
    }
  } finally {
    await blobs.return?.(void 0);
  }
}

// src/jobs/measure-churn.ts
async function measureChurn(input) {
  const { history, extensions, progress, signal } = input;
  const { base, months: ends } = input.window;
  const trees = [base?.commit.tree ?? null, ...ends.map(({ commit }) => commit.tree)];
  const start = base === null ? [] : [{ before: null, after: base.commit.tree }];
  const pairs = [...start, ...ends.map(({ commit }, index) => ({ before: trees[index] ?? null, after: commit.tree }))];
  const count = new ChurnCount();
  const scopes = new PathScopes();
  const months = [];
  let isStart = base !== null;
  progress.begin("measuring churn", ends.length);
  for await (const differences of history.differences(pairs, { extensions, countLines: true })) {
    signal.throwIfAborted();
    const files = [];
    for await (const { file, isGenerated } of readMainSources(differences, history, scopes, isUnchangedIn(count))) {
      signal.throwIfAborted();
      const { before: before2, after, addedLines: added, deletedLines: deleted } = file;
      files.push({
        before: before2?.path ?? null,
        after: after?.path ?? null,
        added,
        deleted,
        countedBefore: before2 !== null && count.counts(before2.path),
        countedAfter: after !== null && scopes.reason(after.path) === null && !isGenerated
      });
    }
    if (isStart) count.start(files);
    else {
      months.push(count.step(files));
      progress.advance();
    }
    isStart = false;
  }
  progress.end();
  return { months, size: { lines: count.lines, files: count.files }, packages: count.packages() };
}
function isUnchangedIn(count) {
  return ({ before: before2, after }) => before2 !== null && before2.blob === after?.blob && count.counts(before2.path);
}

// src/core/body-prints.ts
function bodyPrints(tokens, isWanted = () => true) {
  const code = new CodeTokens(tokens);
  const prints = [];
  const braces = [];
  const parentheses = [];
  const opened = new Int32Array(code.length);
  for (let at = 0; at < code.length; at++) {
    switch (code.text(at)) {
      case "(":
        parentheses.push(at);
        break;
      case ")":
        opened[at] = parentheses.pop() ?? 0;
        break;
      case "{":
        braces.push(at);
        break;
      case "}": {
        const print = blockPrint(code, braces.pop(), at, opened, isWanted);
        if (print !== null) prints.push(print);
        break;
      }
    }
  }
  return prints;
}
function blockPrint(code, open, close, opened, isWanted) {
  const at = open === void 0 ? null : nameBefore(code, open, opened);
  if (open === void 0 || at === null) return null;
  const name = code.text(at + 1) === "(" ? `${code.text(at)}(` : code.text(at);
  if (!isWanted(name)) return null;
  return {
    name,
    bodyStart: code.start(open),
    print: code.print(at, close),
    bodyCharacters: code.characters(open, close)
  };
}
var LONGEST_CLAUSE_TOKENS = 80;
var IN_CLAUSE = /* @__PURE__ */ new Set([".", ",", "[", "]", "@", "<", ">", "?", "&", "throws"]);
function nameBefore(code, brace, opened) {
  for (let at = brace - 1; at >= Math.max(0, brace - LONGEST_CLAUSE_TOKENS); at--) {
    if (code.text(at) === ")") {
      const name = (opened[at] ?? 0) - 1;
      return code.isName(name) ? name : null;
    }
    if (!code.isName(at) && !IN_CLAUSE.has(code.text(at))) break;
  }
  return code.isName(brace - 1) ? brace - 1 : null;
}
var CodeTokens = class {
  #tokens = [];
  #starts = [];
  constructor(tokens) {
    let start = 0;
    for (const token of tokens) {
      if (token.kind !== "space" && token.kind !== "comment") {
        this.#tokens.push(token);
        this.#starts.push(start);
      }
      start += token.text.length;
    }
  }
  get length() {
    return this.#tokens.length;
  }
  text(at) {
    return this.#tokens[at]?.text ?? "";
  }
  start(at) {
    return this.#starts[at] ?? 0;
  }
  isName(at) {
    return this.#tokens[at]?.kind === "identifier";
  }
  characters(from, to) {
    let sum2 = 0;
    for (let at = from; at <= to; at++) sum2 += this.text(at).length;
    return sum2;
  }
  print(from, to) {
    let [high, low] = [2166136261 | 0, 0];
    for (let at = from; at <= to; at++) {
      const hash = hashOf(this.text(at));
      high = Math.imul(high ^ hash, 16777619) ^ high >>> 15;
      low = Math.imul(low, 1540483477) + hash;
    }
    low ^= low >>> 13;
    return (high >>> 0) * 2097152 + (Math.imul(low, 2654435761) >>> 11);
  }
};
function hashOf(text) {
  let hash = 2166136261 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash;
}

// src/core/line-prints.ts
function linePrints(text) {
  const prints = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const print = linePrint(text, start, end);
    if (print !== null) prints.push(print);
    start = end + 1;
  }
  return Int32Array.from(prints);
}
function linePrint(text, from, to) {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  let hash = 2166136261 | 0;
  let hasWord = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    hasWord ||= isWord(unit);
    hash = Math.imul(hash ^ unit, 16777619);
  }
  return hasWord ? hash : null;
}
function isWord(unit) {
  return unit >= 97 && unit <= 122 || unit >= 65 && unit <= 90 || unit >= 48 && unit <= 57 || unit === 95 || unit >= 192;
}
function commonLines(a, b) {
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middleOfA = a.subarray(start, a.length - end);
  const middleOfB = b.subarray(start, b.length - end);
  const [inA, inB] = [new Set(middleOfA), new Set(middleOfB)];
  return start + end + lengthOfCommon(
    middleOfA.filter((print) => inB.has(print)),
    middleOfB.filter((print) => inA.has(print))
  );
}
function lengthOfCommon(a, b) {
  if (a.length === 0 || b.length === 0) return 0;
  const words = Math.ceil(a.length / 32);
  const places = /* @__PURE__ */ new Map();
  for (const [index, print] of a.entries()) {
    const bits = places.get(print) ?? new Uint32Array(words);
    places.set(print, bits);
    bits[index >>> 5] = (bits[index >>> 5] ?? 0) | 1 << (index & 31);
  }
  const row = new Uint32Array(words).fill(4294967295);
  for (const print of b) {
    const bits = places.get(print);
    if (bits === void 0) continue;
    let carry = 0;
    for (let word = 0; word < words; word++) {
      const value = row[word] ?? 0;
      const met = (value & (bits[word] ?? 0)) >>> 0;
      const sum2 = value + met + carry;
      carry = sum2 > 4294967295 ? 1 : 0;
      row[word] = sum2 | 0 | value & ~met;
    }
  }
  return zeros(row, a.length);
}
function zeros(row, bits) {
  let count = 0;
  for (let index = 0; index < bits; index++) if (((row[index >>> 5] ?? 0) >>> (index & 31) & 1) === 0) count++;
  return count;
}

// src/core/survivors.ts
var TRIVIAL_BODY_CHARACTERS = 30;
var Survivors = class {
  #origins;
  /** Each file of the first day by the path that it now has, or had last. */
  #byPath = /* @__PURE__ */ new Map();
  #goneAt = /* @__PURE__ */ new Map();
  /** Telling methods: how many of each print the first day had, and how many stand now. */
  #wanted = /* @__PURE__ */ new Map();
  #found = /* @__PURE__ */ new Map();
  #foundIn = /* @__PURE__ */ new Map();
  #known = /* @__PURE__ */ new Set();
  #names = /* @__PURE__ */ new Set();
  constructor(files) {
    this.#origins = files.map((file) => new Origin(file));
    for (const [index, { path, methods }] of files.entries()) {
      const origin = this.#origins[index];
      if (origin !== void 0) this.#byPath.set(path, origin);
      for (const { name, print, bodyCharacters } of methods) {
        this.#names.add(name);
        this.#known.add(print);
        if (bodyCharacters > TRIVIAL_BODY_CHARACTERS) this.#wanted.set(print, (this.#wanted.get(print) ?? 0) + 1);
      }
    }
    for (const { path, methods } of files) this.#findIn(path, methods);
  }
  /** Whether a method of the first day has this print: no other needs to be kept. */
  knows(print) {
    return this.#known.has(print);
  }
  /** Whether a method of the first day has this name: no other needs to be looked at. */
  knowsName(name) {
    return this.#names.has(name);
  }
  /** Takes all files that changed from one state to the next, in any order. */
  step(steps) {
    const moved = /* @__PURE__ */ new Map();
    for (const step of steps) {
      const { before: before2 } = step;
      if (before2 === null) continue;
      const origin = this.#byPath.get(before2);
      moved.set(step, { origin, found: this.#leave(before2) });
      if (step.after === null && origin !== void 0) {
        origin.empty();
        this.#goneAt.set(before2, origin);
      }
    }
    for (const step of steps) if (step.after !== null) this.#arrive(step.after, step.content, moved.get(step));
  }
  standing() {
    let [lines, methods] = [0, 0];
    for (const origin of this.#origins) {
      lines += origin.standingLines;
      methods += origin.standingSmall;
    }
    for (const [print, wanted] of this.#wanted) methods += Math.min(wanted, this.#found.get(print) ?? 0);
    return { lines, methods };
  }
  #leave(path) {
    const found = this.#foundIn.get(path) ?? [];
    for (const print of found) this.#found.set(print, (this.#found.get(print) ?? 0) - 1);
    this.#foundIn.delete(path);
    this.#byPath.delete(path);
    return found;
  }
  #arrive(path, content, moved) {
    const origin = moved?.origin ?? this.#goneAt.get(path);
    if (origin !== void 0) {
      this.#byPath.set(path, origin);
      this.#goneAt.delete(path);
    }
    if (content === "same") {
      this.#count(path, moved?.found ?? []);
      return;
    }
    if (content === null) origin?.empty();
    else {
      origin?.hold(content);
      this.#findIn(path, content.methods);
    }
  }
  #findIn(path, methods) {
    this.#count(
      path,
      methods.map(({ print }) => print).filter((print) => this.#wanted.has(print))
    );
  }
  #count(path, prints) {
    if (prints.length === 0) return;
    this.#foundIn.set(path, prints);
    for (const print of prints) this.#found.set(print, (this.#found.get(print) ?? 0) + 1);
  }
};
var Origin = class {
  #lines;
  #small;
  standingLines = 0;
  /** Methods whose bodies are too small to be looked for elsewhere. */
  standingSmall = 0;
  constructor(file) {
    this.#lines = file.lines;
    this.#small = counted(file.methods.filter((method) => method.bodyCharacters <= TRIVIAL_BODY_CHARACTERS));
    this.hold(file);
  }
  hold({ lines, methods }) {
    this.standingLines = commonLines(this.#lines, lines);
    const now = counted(methods);
    this.standingSmall = 0;
    for (const [print, wanted] of this.#small) this.standingSmall += Math.min(wanted, now.get(print) ?? 0);
  }
  empty() {
    this.standingLines = 0;
    this.standingSmall = 0;
  }
};
function counted(methods) {
  const counts = /* @__PURE__ */ new Map();
  for (const { print } of methods) counts.set(print, (counts.get(print) ?? 0) + 1);
  return counts;
}

// src/jobs/measure-survival.ts
async function measureSurvival(input) {
  const { history, origin, ends, language, progress, signal } = input;
  const options = { extensions: language.extensions, countLines: false };
  const { files, leftOut, notes } = await readFirstDay(input, options);
  const survivors = new Survivors(files);
  const start = survivors.standing();
  const trees = [origin.tree, ...ends.map(({ commit }) => commit.tree)];
  const pairs = ends.map(({ commit }, index) => ({ before: trees[index] ?? null, after: commit.tree }));
  const scopes = new PathScopes();
  const standing = [];
  progress.begin("following lines and methods", ends.length);
  for await (const differences of history.differences(pairs, options)) {
    const steps = [];
    for await (const { file, text, isGenerated } of readMainSources(
      differences,
      history,
      scopes,
      keepsItsPlace(scopes)
    )) {
      signal.throwIfAborted();
      const content = text === null || isGenerated ? null : contentOf(text, language, survivors);
      const isSame = keepsItsPlace(scopes)(file);
      steps.push({
        before: file.before?.path ?? null,
        after: file.after?.path ?? null,
        content: isSame ? "same" : content
      });
    }
    survivors.step(steps);
    standing.push(survivors.standing());
    progress.advance();
  }
  progress.end();
  return { files: files.length, start, standing, leftOut, notes };
}
function keepsItsPlace(scopes) {
  return ({ before: before2, after }) => before2 !== null && before2.blob === after?.blob && scopes.reason(before2.path) === scopes.reason(after.path);
}
function contentOf(text, { tokenize }, survivors) {
  const methods = bodyPrints(tokenize(text), (name) => survivors.knowsName(name)).filter(
    ({ print }) => survivors.knows(print)
  );
  return { lines: linePrints(text), methods };
}
async function readFirstDay({ history, origin, language, progress, signal }, options) {
  const scopes = new PathScopes();
  const leftOut = new LeftOutCount();
  const notes = [];
  const files = [];
  for await (const differences of history.differences([{ before: null, after: origin.tree }], options)) {
    const sides = differences.flatMap(({ after }) => after === null ? [] : [after]);
    const counted2 = sides.filter(({ path }) => {
      const reason = scopes.reason(path);
      if (reason !== null) leftOut.file(reason);
      return reason === null;
    });
    progress.begin("reading the first day", counted2.length);
    const blobs = history.blobs(counted2.map(({ blob }) => blob))[Symbol.asyncIterator]();
    for (const { path } of counted2) {
      signal.throwIfAborted();
      const bytes = (await blobs.next()).value ?? null;
      if (bytes === null) continue;
      const source = readSource(path, bytes, language);
      notes.push(...source.notes);
      const file = originFile(source, leftOut);
      if (file !== null) files.push(file);
      progress.advance();
    }
    progress.end();
  }
  return { files, leftOut: leftOut.rows(), notes };
}
function originFile({ path, parsed, language }, leftOut) {
  if (parsed === null) return null;
  if (isGeneratedText(parsed.text)) {
    leftOut.file("generated", parsed.units.length);
    return null;
  }
  const bodies = /* @__PURE__ */ new Set();
  for (const unit of parsed.units) {
    if (isEmptyBody(language.tokenize, bodyOf(parsed, unit))) leftOut.method("empty-body");
    else bodies.add(unit.body.start);
  }
  const methods = bodyPrints(language.tokenize(parsed.text)).filter(({ bodyStart }) => bodies.has(bodyStart));
  return { path, lines: linePrints(parsed.text), methods };
}

// src/jobs/drift.ts
async function drift(input) {
  const { history, until, since, language, progress, signal, freshness } = input;
  const line = await history.firstParents(until);
  const ends = monthEnds(line.commits);
  const window = windowOf(ends, since);
  refuseCutOff(line, window);
  const churn = await measureChurn({ history, window, extensions: language.extensions, progress, signal });
  if (churn.size.files === 0 && churn.packages.length === 0) throw noSources(until.name);
  const { origin, passedOver } = await chooseOrigin(input, line, ends, window, churn);
  const measured = origin && await measureSurvival({ history, origin: origin.commit, ends: origin.ends, language, progress, signal });
  const last = window.months.at(-1);
  const months = window.months.map((end, index) => {
    const place = origin?.ends.indexOf(end) ?? -1;
    return monthOfDrift(end, churn.months[index], end !== last, measured?.standing[place] ?? null);
  });
  const wholeShares = months.flatMap(({ whole, share }) => whole && share !== null ? [share] : []);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "drift",
    until: { name: until.name, revision: until.hash },
    model: input.model ?? null,
    months,
    size: churn.size,
    yearly: projectYear(wholeShares),
    survival: origin && measured && survivalOf(origin, measured),
    trainedRevisionPassedOver: passedOver,
    packages: churn.packages,
    forecast: freshness && forecastCrossing(freshness.history, freshness.line),
    leftOut: measured?.leftOut ?? [],
    notes: measured?.notes ?? []
  };
}
async function trainedRevision({ trainedAt }, repository) {
  if (trainedAt === null) return null;
  return repository.resolve(trainedAt.revision).catch(() => "missing");
}
function refuseCutOff({ cutOff, commits }, { base }) {
  const [oldest] = commits;
  if (!cutOff || base !== null || oldest === void 0) return;
  throw new ExpectedFailure(
    "shallow-clone",
    `this shallow clone begins on ${day(oldest.committedAt)}, within the months that were asked for`,
    "Fetch the history with `git fetch --unshallow`, or ask for less with --since."
  );
}
function monthOfDrift({ month, commit, commits }, churn, whole, standing) {
  const figures = churn ?? { lines: 0, added: 0, deleted: 0, files: 0, share: null };
  return { month: monthName(month), revision: commit.hash, whole, commits, ...figures, standing };
}
async function chooseOrigin({ history, trainedAt }, { commits }, ends, window, churn) {
  const last = window.months.at(-1);
  if (last === void 0) return { origin: null, passedOver: null };
  const from = (kind, commit, at, later2) => {
    return { kind, commit, at, ends: later2, reachedAt: later2.map((end) => endOf(end, last)) };
  };
  const trained = trainedAt === null || trainedAt === "missing" ? void 0 : (await history.firstParents(trainedAt)).commits.at(-1);
  const later = trained === void 0 ? [] : endsAfter(trained, ends, commits);
  if (trained !== void 0 && later.length > 0) {
    return { origin: from("trained", trained, trained.committedAt, later), passedOver: null };
  }
  const passedOver = trainedAt === null ? null : trained === void 0 ? "not-in-clone" : "later-than-history";
  const states = [...window.base === null ? [] : [window.base], ...window.months];
  const sizes = [...window.base === null ? [] : [churn.months[0]?.lines ?? 0], ...sizesAfter(churn)];
  const first = states[sizes.findIndex((lines) => lines > 0)];
  if (first === void 0) return { origin: null, passedOver };
  const after = window.months.filter(({ month }) => month > first.month);
  return { origin: from("start", first.commit, endOf(first, last), after), passedOver };
}
function sizesAfter({ months, size }) {
  return months.map((_, index) => months[index + 1]?.lines ?? size.lines);
}
function survivalOf({ kind, commit, at, reachedAt }, { files, start, standing }) {
  const halfLife = (of) => start[of] === 0 ? null : fitHalfLife(
    standing.map((now, index) => ({
      age: monthsBetween(at, reachedAt[index] ?? at),
      share: now[of] / start[of]
    }))
  );
  return {
    origin: kind,
    revision: commit.hash,
    committedAt: new Date(commit.committedAt * 1e3).toISOString(),
    files,
    ...start,
    linesHalfLife: halfLife("lines"),
    methodsHalfLife: halfLife("methods")
  };
}
var MONTH_SECONDS = 30.4375 * 86400;
function monthsBetween(from, to) {
  return Math.max(0, (to - from) / MONTH_SECONDS);
}
function day(seconds) {
  return new Date(seconds * 1e3).toISOString().slice(0, 10);
}

// src/cli/since.ts
var UNITS = { y: "years", m: "months", d: "days" };
function parseSince(text) {
  if (text === "all") return { kind: "all" };
  const [, number, letter] = /^([1-9]\d{0,4})([ymd])$/.exec(text) ?? [];
  if (letter === "y" || letter === "m" || letter === "d") {
    return { kind: "span", span: { count: Number(number), unit: UNITS[letter] } };
  }
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(text) ? /* @__PURE__ */ new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (!Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text)) {
    return { kind: "day", seconds: midnight.getTime() / 1e3 };
  }
  throw new ExpectedFailure(
    "bad-setting",
    `--since does not take ${JSON.stringify(text)}`,
    "Give a span (1y, 18m, 90d), a day (2024-03-01) or all."
  );
}

export {
  drift,
  trainedRevision,
  parseSince
};
