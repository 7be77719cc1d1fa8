#!/usr/bin/env node

// src/cli.ts
import { setMaxListeners } from "node:events";
import { homedir } from "node:os";
import { CommanderError } from "commander";

// src/cli/exit-codes.ts
var EXIT_GATE_MET = 1;
var EXIT_COULD_NOT_RUN = 2;

// src/cli/program.ts
import { Command, Option as Option2 } from "commander";

// package.json
var package_default = {
  name: "palimpsest",
  version: "0.1.0",
  description: "Shows how well a project's own code model still knows the project: erases method bodies, lets the model write them again, measures how close it came.",
  license: "MIT",
  type: "module",
  keywords: [
    "code-model",
    "fine-tuning",
    "evaluation",
    "drift",
    "java",
    "levenshtein"
  ],
  engines: {
    node: ">=20.19"
  },
  bin: {
    palimpsest: "dist/cli.js"
  },
  files: [
    "dist",
    "schema",
    "docs/design.md"
  ],
  scripts: {
    build: "node scripts/build.mjs",
    demo: "tsx scripts/demo.ts",
    "e2e:model": "tsx scripts/e2e-model.ts",
    test: "vitest run",
    types: "tsc --noEmit && tsc --noEmit --project src/report/html/client",
    lint: "biome check --error-on-warnings .",
    format: "biome check --write .",
    architecture: "depcruise --config .dependency-cruiser.cjs src",
    schemas: "tsx scripts/schemas.ts",
    oracle: "tsx scripts/javac-oracle.ts",
    check: "bash .ci/run",
    bench: "tsx bench/all.ts",
    "bench:model": "tsx bench/model.ts"
  },
  dependencies: {
    "@huggingface/tokenizers": "0.2.0",
    "badge-maker": "6.0.0",
    cacache: "20.0.4",
    "cli-progress": "3.12.0",
    commander: "14.0.3",
    "csv-stringify": "6.9.0",
    "d3-scale": "4.0.3",
    "d3-shape": "3.2.1",
    diff: "8.0.2",
    "fastest-levenshtein": "1.0.16",
    "lru-cache": "11.5.1",
    openai: "6.49.0",
    "p-limit": "7.3.3",
    "p-map": "7.1.1",
    picocolors: "1.1.1",
    "string-width": "8.1.0",
    tinypool: "2.2.0",
    "web-tree-sitter": "0.27.1",
    yaml: "2.9.1",
    zod: "4.6.7"
  },
  optionalDependencies: {
    "tree-sitter": "0.22.4",
    "tree-sitter-java": "0.23.5"
  },
  peerDependencies: {
    "node-llama-cpp": "^3.22.0"
  },
  peerDependenciesMeta: {
    "node-llama-cpp": {
      optional: true
    }
  },
  bundleDependencies: [
    "tree-sitter",
    "tree-sitter-java"
  ],
  overrides: {
    "tree-sitter-java": {
      "tree-sitter": "0.22.4"
    }
  },
  devDependencies: {
    "@biomejs/biome": "2.5.15",
    "@types/cacache": "19.0.0",
    "@types/cli-progress": "3.11.6",
    "@types/d3-scale": "4.0.9",
    "@types/d3-shape": "3.2.0",
    "@types/node": "20.19.0",
    ajv: "8.20.0",
    "axe-core": "4.14.1",
    "capacitor-android-8.0": "npm:@capacitor/android@8.0.0",
    "capacitor-android-8.5": "npm:@capacitor/android@8.5.2",
    "dependency-cruiser": "17.4.3",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    "playwright-core": "1.65.1",
    tsx: "4.23.15",
    typescript: "5.9.3",
    vitest: "4.1.12"
  }
};

// src/config.ts
import { z } from "zod";

// src/core/freshness-policy.ts
var DEFAULT_FRESHNESS_POLICY = { line: 0.95 };
function judgeFreshness({ freshness, units }, { line: line4 }) {
  if (units === 0) return { kind: "unknown", reason: "no-units" };
  if (freshness === null) return { kind: "unknown", reason: "knew-nothing" };
  const { value, margin } = freshness;
  if (margin !== null && Math.abs(value - line4) < margin) return { kind: "unknown", reason: "sample-too-small" };
  return value >= line4 ? { kind: "fresh", reason: "at-or-above-line" } : { kind: "stale", reason: "below-line" };
}
var DEFAULT_WARN_WITHIN = 3;
function isNearLine(freshness, { line: line4, warnWithin }) {
  return (freshness - line4) * 100 <= warnWithin + ROUNDING_NOISE;
}
var ROUNDING_NOISE = 1e-9;

// src/core/recommendation.ts
var DEFAULT_SOON_DAYS = 60;
function recommend({ freshness, forecast, gain, today }, policy) {
  const benefit = benefitOf(gain);
  const keep = (...reasons) => ({ kind: "keep", day: null, reasons });
  const soon = (day3, reason) => {
    return { kind: "retrain-soon", day: day3, reasons: [reason, benefit] };
  };
  const now = (reason) => {
    return { kind: "retrain-now", day: null, reasons: [reason, benefit] };
  };
  if (freshness === null || freshness.verdict.kind === "unknown" || freshness.value === null) {
    return benefit === "gain-worth-it" ? now("freshness-unknown") : keep("freshness-unknown", benefit);
  }
  if (freshness.verdict.kind === "stale") {
    return benefit === "gain-too-small" ? keep("gain-too-small", "stale") : now("stale");
  }
  const crossing = forecast?.kind === "expected" ? forecast.day : null;
  if (crossing !== null && crossing <= daysAfter(today, policy.soonDays)) {
    return soon(crossing < today ? today : crossing, "crossing-forecast");
  }
  const isForecast = forecast !== null && forecast.kind !== "crossed";
  if (!isForecast && isNearLine(freshness.value, policy)) return soon(null, "near-line");
  return keep("fresh", benefit);
}
function benefitOf(gain) {
  switch (gain?.kind) {
    case "would-help":
      return "gain-worth-it";
    case "would-not-help":
      return "gain-too-small";
    case "unsure":
    case void 0:
      return "gain-unknown";
    default:
      return gain;
  }
}
var DAY_MS = 864e5;
function daysAfter(day3, days) {
  return new Date(Date.parse(day3) + days * DAY_MS).toISOString().slice(0, 10);
}

// src/core/distance.ts
import { distance as distanceOfShortTexts } from "fastest-levenshtein";

// src/core/bit-parallel.ts
var STRIP_ROWS = 64;
var WORD_COLUMNS = 32;
function topRow(columnCount) {
  const words = Math.ceil(columnCount / WORD_COLUMNS);
  return { up: new Int32Array(words).fill(-1), down: new Int32Array(words) };
}
function rise(row4, word, columnCount = WORD_COLUMNS) {
  const wanted = columnCount === 0 ? 0 : -1 << WORD_COLUMNS - columnCount;
  return bitCount(row4.up[word] & wanted) - bitCount(row4.down[word] & wanted);
}
var rowsOfUnit = { upper: new Int32Array(65536), lower: new Int32Array(65536) };
function advance(row4, rows, start, end3, columns2, firstWord, endWord) {
  const { up, down } = row4;
  const { upper, lower } = rowsOfUnit;
  const last = columns2.length - 1;
  const padding = STRIP_ROWS - (end3 - start);
  const middle = Math.max(start, end3 - 32);
  for (let i = start; i < middle; i++)
    upper[rows[i]] = upper[rows[i]] | 1 << i - end3;
  for (let i = middle; i < end3; i++) lower[rows[i]] = lower[rows[i]] | 1 << i - end3;
  let upperUp = padding < 32 ? -1 << padding : 0;
  let upperDown = 0;
  let lowerUp = padding <= 32 ? -1 : -1 << padding - 32;
  let lowerDown = 0;
  for (let word = firstWord; word < endWord; word++) {
    let rowUp = up[word];
    let rowDown = down[word];
    const from = word * WORD_COLUMNS;
    const to = Math.min(from + WORD_COLUMNS, columns2.length);
    for (let column = from; column < to; column += 2) {
      let unit = columns2[column];
      let carryUp = rowUp >>> 31;
      let carryDown = rowDown >>> 31;
      let equal = upper[unit] | carryDown;
      let diagonal = equal | upperDown;
      diagonal |= (equal & upperUp) + (upperUp | 0) ^ upperUp;
      let rising = ~(diagonal | upperUp) | upperDown;
      let falling = diagonal & upperUp;
      let shifted = (rising << 1) + carryUp;
      upperUp = ~(diagonal | shifted) | (falling << 1) + carryDown;
      upperDown = shifted & diagonal;
      carryUp = rising >>> 31;
      carryDown = falling >>> 31;
      equal = lower[unit] | carryDown;
      diagonal = equal | lowerDown;
      diagonal |= (equal & lowerUp) + (lowerUp | 0) ^ lowerUp;
      rising = ~(diagonal | lowerUp) | lowerDown;
      falling = diagonal & lowerUp;
      shifted = (rising << 1) + carryUp;
      lowerUp = ~(diagonal | shifted) | (falling << 1) + carryDown;
      lowerDown = shifted & diagonal;
      rowUp = (rowUp << 1) + (rising >>> 31) | 0;
      rowDown = (rowDown << 1) + (falling >>> 31) | 0;
      unit = columns2[Math.min(column + 1, last)];
      carryUp = rowUp >>> 31;
      carryDown = rowDown >>> 31;
      equal = upper[unit] | carryDown;
      diagonal = equal | upperDown;
      diagonal |= (equal & upperUp) + (upperUp | 0) ^ upperUp;
      rising = ~(diagonal | upperUp) | upperDown;
      falling = diagonal & upperUp;
      shifted = (rising << 1) + carryUp;
      upperUp = ~(diagonal | shifted) | (falling << 1) + carryDown;
      upperDown = shifted & diagonal;
      carryUp = rising >>> 31;
      carryDown = falling >>> 31;
      equal = lower[unit] | carryDown;
      diagonal = equal | lowerDown;
      diagonal |= (equal & lowerUp) + (lowerUp | 0) ^ lowerUp;
      rising = ~(diagonal | lowerUp) | lowerDown;
      falling = diagonal & lowerUp;
      shifted = (rising << 1) + carryUp;
      lowerUp = ~(diagonal | shifted) | (falling << 1) + carryDown;
      lowerDown = shifted & diagonal;
      rowUp = (rowUp << 1) + (rising >>> 31) | 0;
      rowDown = (rowDown << 1) + (falling >>> 31) | 0;
    }
    const missing2 = WORD_COLUMNS - (to - from) & ~1;
    up[word] = rowUp << missing2;
    down[word] = rowDown << missing2;
  }
  for (let i = start; i < middle; i++) upper[rows[i]] = 0;
  for (let i = middle; i < end3; i++) lower[rows[i]] = 0;
}
function bitCount(word) {
  let count3 = word - (word >>> 1 & 1431655765);
  count3 = (count3 & 858993459) + (count3 >>> 2 & 858993459);
  return Math.imul(count3 + (count3 >>> 4) & 252645135, 16843009) >>> 24;
}

// src/core/code-units.ts
var REUSED_ROOM = 65536;
var rooms = [roomFor(REUSED_ROOM), roomFor(REUSED_ROOM)];
function unitsOfBoth(a, b) {
  return [unitsOf(a, rooms[0]), unitsOf(b, rooms[1])];
}
function unitsOf(text, reused) {
  const { units, bytes: bytes2 } = text.length <= REUSED_ROOM ? reused : roomFor(text.length);
  bytes2.write(text, "utf16le");
  return units.subarray(0, text.length);
}
function roomFor(length) {
  const units = new Uint16Array(length);
  return { units, bytes: Buffer.from(units.buffer) };
}
function trimCommonEnds(a, b) {
  let start = 0;
  let aEnd = a.length;
  let bEnd = b.length;
  const shorter = Math.min(aEnd, bEnd);
  while (start < shorter && a[start] === b[start]) start++;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  return [a.subarray(start, aEnd), b.subarray(start, bEnd)];
}
function isSubsequence(short, long) {
  const deletions = long.length - short.length;
  let found = 0;
  for (let i = 0; found < short.length && i - found <= deletions; i++) {
    if (long[i] === short[found]) found++;
  }
  return found === short.length;
}

// src/core/line-anchors.ts
var LINE_FEED = 10;
var REPEATED = -1;
function lineAnchors(a, b) {
  const linesOfB = startsOfLines(b);
  const anchors = [];
  for (const [line4, inA] of startsOfLines(a)) {
    const inB = linesOfB.get(line4) ?? REPEATED;
    if (inA !== REPEATED && inB !== REPEATED) anchors.push({ inA, inB });
  }
  return longestAscent(anchors);
}
function startsOfLines(text) {
  const starts = /* @__PURE__ */ new Map();
  let hash = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i];
    hash = Math.imul(hash ^ unit, 16777619);
    if (unit === LINE_FEED) {
      starts.set(hash, starts.has(hash) ? REPEATED : start);
      hash = 0;
      start = i + 1;
    }
  }
  return starts;
}
function longestAscent(anchors) {
  const tops = [];
  for (const anchor of anchors) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (tops[middle].anchor.inB < anchor.inB) low = middle + 1;
      else high = middle;
    }
    tops[low] = { anchor, before: tops[low - 1] };
  }
  const ascent = [];
  for (let link2 = tops.at(-1); link2 !== void 0; link2 = link2.before) ascent.push(link2.anchor);
  return ascent.reverse();
}

// src/core/banded-distance.ts
var WORTH_BOUNDING = 2048;
var POOR_BOUND = 0.5;
var ALIKE = 0.15;
var UNALIKE = 0.7;
function bandedDistance(rows, columns2) {
  if (columns2.length < WORTH_BOUNDING) return guessedDistance(rows, columns2);
  return new Crossing(rows, columns2, upperBound(rows, columns2), "band").run();
}
function guessedDistance(rows, columns2) {
  const surplus = columns2.length - rows.length;
  const mayBeAlike = surplus <= rows.length * ALIKE;
  for (const editRate of mayBeAlike ? [ALIKE, UNALIKE] : [UNALIKE]) {
    const guess = surplus + Math.ceil(rows.length * editRate);
    const found = new Crossing(rows, columns2, guess, "band").run();
    if (found <= guess) return found;
  }
  return new Crossing(rows, columns2, columns2.length, "band").run();
}
function upperBound(rows, columns2) {
  const bound2 = Math.min(columns2.length, boundByAnchors(rows, columns2));
  if (bound2 <= columns2.length * POOR_BOUND) return bound2;
  return Math.min(bound2, new Crossing(rows, columns2, bound2, "beam").run());
}
function boundByAnchors(rows, columns2) {
  const anchors = lineAnchors(rows, columns2);
  if (anchors.length === 0) return columns2.length;
  let bound2 = 0;
  let row4 = 0;
  let column = 0;
  for (const { inA, inB } of [...anchors, { inA: rows.length, inB: columns2.length }]) {
    bound2 += boundOfPiece(rows.subarray(row4, inA), columns2.subarray(column, inB));
    row4 = inA;
    column = inB;
  }
  return bound2;
}
function boundOfPiece(a, b) {
  const [left, right] = trimCommonEnds(a, b);
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length === 0) return long.length;
  return Math.min(long.length, new Crossing(short, long, long.length, "beam").run());
}
var BEAM_SLACK = 64;
var BEAM_LEFT_WORDS = 2;
var BEAM_RIGHT_WORDS = 7;
var Crossing = class {
  rows;
  columns;
  limit;
  isBeam;
  /** The column in which the corner's diagonal starts. */
  surplus;
  wordCount;
  /** The current row, and how many rows lie above it. */
  line;
  depth = 0;
  /** The window: words from `first` to before `end`. */
  first = 0;
  end = 0;
  /** The most words that the window may reach to. */
  reach;
  /** Totals above this are dropped. */
  allowed;
  /** Distances in the current row at the left border of each word of the window, and at the right end of the last. */
  scores;
  constructor(rows, columns2, limit, kind) {
    this.rows = rows;
    this.columns = columns2;
    this.limit = limit;
    this.isBeam = kind === "beam";
    this.surplus = columns2.length - rows.length;
    this.line = topRow(columns2.length);
    this.wordCount = this.line.up.length;
    this.scores = new Int32Array(this.wordCount + 1);
    this.allowed = this.isBeam ? Math.min(limit, this.surplus + BEAM_SLACK) : limit;
    this.reach = this.isBeam ? Math.min(this.wordCount, BEAM_RIGHT_WORDS) : this.wordCount;
  }
  /** The cost of the cheapest path in the window; `Infinity` when all of them exceed the limit. */
  run() {
    const { rows, columns: columns2, line: line4, scores: scores3 } = this;
    for (; ; ) {
      const depth = this.depth + ((rows.length - this.depth) % STRIP_ROWS || STRIP_ROWS);
      this.widen(depth);
      advance(line4, rows, this.depth, depth, columns2, this.first, this.end);
      scores3[this.first] = this.score(this.first) + depth - this.depth;
      this.depth = depth;
      if (depth === rows.length) return this.corner();
      this.narrow();
      if (this.first >= this.end) return Infinity;
    }
  }
  /** Opens the window to the right as far as a path that leaves it here can get within the next strip. */
  widen(depth) {
    const edge = this.end * WORD_COLUMNS;
    const offset = edge - this.depth - this.surplus;
    const furthest = depth + this.surplus + (this.allowed - this.score(this.end) + offset >> 1);
    const wanted = Math.floor(furthest / WORD_COLUMNS) + 1;
    const end3 = Math.max(this.first + 1, Math.min(this.reach, wanted));
    this.line.up.fill(-1, this.end, end3);
    this.line.down.fill(0, this.end, end3);
    this.end = end3;
  }
  /** Drops words at both ends of the window that no cheap enough path can use. */
  narrow() {
    const best2 = this.readScores();
    while (this.first < this.end && this.leastTotal(this.first) > this.allowed) this.first++;
    while (this.first < this.end && this.leastTotal(this.end - 1) > this.allowed) this.end--;
    if (!this.isBeam) return;
    this.first = Math.max(this.first, best2 - BEAM_LEFT_WORDS);
    this.reach = Math.min(this.wordCount, best2 + BEAM_RIGHT_WORDS);
  }
  /** Fills in the scores of the window; gives the word with the lowest total at its left border. */
  readScores() {
    const { line: line4, scores: scores3, end: end3 } = this;
    const diagonal = this.depth + this.surplus;
    let score3 = this.score(this.first);
    let best2 = this.first;
    let bestTotal = Infinity;
    for (let word = this.first; word < end3; word++) {
      scores3[word] = score3;
      const total = score3 + Math.abs(word * WORD_COLUMNS - diagonal);
      if (total < bestTotal) {
        bestTotal = total;
        best2 = word;
      }
      score3 += rise(line4, word);
    }
    scores3[end3] = score3;
    if (this.isBeam) this.allowed = Math.min(this.limit, bestTotal + BEAM_SLACK);
    return best2;
  }
  /** A lower bound of the totals of all cells of a word, both its borders included. */
  leastTotal(word) {
    const leastScore = this.score(word) + this.score(word + 1) - WORD_COLUMNS >> 1;
    const left = word * WORD_COLUMNS;
    const diagonal = this.depth + this.surplus;
    return leastScore + Math.max(0, left - diagonal, diagonal - left - WORD_COLUMNS);
  }
  /** The distance in the last row's last column. */
  corner() {
    const { line: line4, columns: columns2, wordCount } = this;
    let score3 = this.score(this.first);
    for (let word = this.first; word < Math.min(this.end, wordCount - 1); word++) score3 += rise(line4, word);
    if (this.end < wordCount) return score3 + columns2.length - this.end * WORD_COLUMNS;
    return score3 + rise(line4, wordCount - 1, columns2.length - (wordCount - 1) * WORD_COLUMNS);
  }
  score(word) {
    return this.scores[word];
  }
};

// src/core/distance.ts
var SHORT_LENGTH = 32;
function distance(a, b) {
  if (a === b) return 0;
  if (a.length <= SHORT_LENGTH && b.length <= SHORT_LENGTH) return distanceOfShortTexts(a, b);
  const [left, right] = trimCommonEnds(...unitsOfBoth(a, b));
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (isSubsequence(short, long)) return long.length - short.length;
  return bandedDistance(short, long);
}
function similarity(a, b, knownDistance = distance(a, b)) {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - knownDistance / longest;
}

// src/core/verdict.ts
var DEFAULT_VERDICT_POLICY = { familiar: 0.8, ambiguous: 0.5 };
function judge(facts, policy) {
  if (facts.sameTokens) return "reproduced";
  if (facts.similarityToPrevious !== null && facts.similarityToPrevious > facts.similarity) return "outdated";
  if (facts.disagreement > policy.ambiguous) return "ambiguous";
  if (facts.similarity >= policy.familiar) return "familiar";
  return "unfamiliar";
}
function disagreement(texts2) {
  const total = texts2.reduce((sum2, { weight }) => sum2 + weight, 0);
  if (total <= 0) return 0;
  let expected = 0;
  for (const [index, left] of texts2.entries()) {
    for (const right of texts2.slice(index + 1)) {
      const weight = left.weight / total * (right.weight / total);
      if (weight > NEGLIGIBLE_PAIR_WEIGHT) expected += 2 * weight * (1 - similarity(left.text, right.text));
    }
  }
  return expected;
}
var NEGLIGIBLE_PAIR_WEIGHT = 1e-4;

// src/errors.ts
var ExpectedFailure = class extends Error {
  code;
  remedy;
  constructor(code2, message, remedy, options) {
    super(message, options);
    this.name = "ExpectedFailure";
    this.code = code2;
    this.remedy = remedy;
  }
};
function systemErrorCode(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}

// src/secrets.ts
var MASK = "[secret]";
var SHORTEST_MASKED = 8;
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  reveal() {
    return this.#value;
  }
  toString() {
    return MASK;
  }
  toJSON() {
    return MASK;
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return MASK;
  }
};
var Secrets = class {
  #environment;
  #read = /* @__PURE__ */ new Set();
  constructor(environment) {
    this.#environment = environment;
  }
  /** `null` when the variable is not set, or empty. */
  read(variable) {
    const value = this.#environment[variable]?.trim() ?? "";
    if (value === "") return null;
    this.#read.add(value);
    return new Secret(value);
  }
  /** The text without any secret that was read, whoever put it there: a server may repeat a key in its answer. */
  mask(text) {
    let masked = text;
    for (const secret of this.#read) {
      if (secret.length >= SHORTEST_MASKED) masked = masked.replaceAll(secret, MASK);
    }
    return masked;
  }
};

// src/config.ts
var share = z.number().min(0).max(1);
var policySchema = z.strictObject({
  familiar: share.default(DEFAULT_VERDICT_POLICY.familiar).describe("similarity from which an answer counts as familiar, from 0 to 1"),
  ambiguous: share.default(DEFAULT_VERDICT_POLICY.ambiguous).describe("disagreement of the model’s samples above which a verdict is ambiguous, from 0 to 1"),
  samples: z.int().min(1).max(20).default(5).describe("how many alternatives to ask the model for, from 1 to 20"),
  countCosmetic: z.boolean().default(false).describe("let changes of white space or comments alone count as changes")
});
var freshnessSchema = z.strictObject({
  line: share.default(DEFAULT_FRESHNESS_POLICY.line).describe("freshness below which the model is stale, from 0 to 1"),
  warnWithin: z.number().min(0).max(100).default(DEFAULT_WARN_WITHIN).describe(
    "percentage points above the line within which the badge is yellow and, without a forecast, retraining is due soon, from 0 to 100"
  ),
  soonDays: z.int().min(1).max(3650).default(DEFAULT_SOON_DAYS).describe("days ahead within which a forecast crossing of the line asks to retrain soon, from 1 to 3650")
});
var gainSchema = z.strictObject({
  windowDays: z.int().min(1).max(3650).default(90).describe("days of changes over which the gain of training again is measured, from 1 to 3650")
});
function section(schema, description) {
  return schema.nullish().transform((given) => given ?? schema.parse({})).describe(description);
}
var settingsSchema = z.strictObject({
  policy: section(policySchema, "how a change is judged"),
  freshness: section(freshnessSchema, "when the model counts as fresh"),
  gain: section(gainSchema, "whether training again would help")
});
var SETTINGS_PATH = ".github/palimpsest.yml";
function settings() {
  const defaults = policySchema.parse({});
  return policySchema.keyof().options.map((name2) => {
    const byDefault = defaults[name2];
    return {
      name: name2,
      flag: `--${kebabCase(name2)}`,
      kind: typeof byDefault === "boolean" ? "boolean" : "number",
      byDefault,
      description: policySchema.shape[name2].description ?? ""
    };
  });
}
var SECTIONS = { policy: policySchema, freshness: freshnessSchema, gain: gainSchema };
function fileSettings() {
  return settingsSchema.keyof().options.flatMap(
    (section2) => Object.entries(SECTIONS[section2].shape).map(([name2, schema]) => ({
      section: section2,
      name: name2,
      key: kebabCase(name2),
      flag: section2 === "policy" ? `--${kebabCase(name2)}` : null,
      schema,
      byDefault: schema.parse(void 0),
      description: schema.description ?? ""
    }))
  );
}
function kebabCase(name2) {
  return name2.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
function policyFromFlags(flags, otherwise) {
  const given = { ...otherwise };
  for (const { name: name2, kind } of settings()) {
    const value = flags[name2];
    if (value !== void 0) given[name2] = kind === "number" ? numberOf(value) : value;
  }
  const parsed4 = policySchema.safeParse(given);
  if (parsed4.success) return parsed4.data;
  const issue = parsed4.error.issues[0];
  const setting = settings().find(({ name: name2 }) => name2 === issue?.path[0]);
  throw new ExpectedFailure(
    "bad-setting",
    `${setting?.flag ?? "a setting"} does not take ${JSON.stringify(flags[setting?.name ?? ""])}`,
    `It is: ${setting?.description ?? issue?.message}.`
  );
}
function numberOf(value) {
  return typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
}
function readEnvironment(env, isTerminal, home) {
  const present2 = (name2) => env[name2] !== void 0 && env[name2] !== "";
  const cacheFolder = `${present2("XDG_CACHE_HOME") ? env.XDG_CACHE_HOME : `${home}/.cache`}/palimpsest`;
  return {
    color: present2("FORCE_COLOR") ? env.FORCE_COLOR !== "0" : isTerminal && !present2("NO_COLOR") && env.TERM !== "dumb",
    ci: present2("CI") && env.CI !== "false",
    parser: env.PALIMPSEST_PARSER === "wasm" ? "wasm" : "native-first",
    cacheFolder,
    answersFolder: env.PALIMPSEST_CACHE_DIR || `${cacheFolder}/answers`,
    secrets: new Secrets(env)
  };
}

// src/cli/backtest.ts
import { availableParallelism as availableParallelism2 } from "node:os";

// src/compose.ts
import { createHash as createHash11 } from "node:crypto";
import { join as join8 } from "node:path";

// src/compose/state-folder.ts
import { join as join2 } from "node:path";

// src/files/output-file.ts
import { randomUUID } from "node:crypto";
import { mkdir, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

// src/files/failures.ts
function writeFailure(path, error) {
  if (error instanceof ExpectedFailure) return error;
  switch (systemErrorCode(error)) {
    case void 0:
      return error;
    case "ENOSPC":
    case "EDQUOT":
      return new ExpectedFailure(
        "disk-full",
        `the disk is full: ${path} was not written`,
        "Free some space and run the command again; nothing was overwritten.",
        { cause: error }
      );
    case "ENOENT":
      return new ExpectedFailure(
        "not-writable",
        `${path} cannot be written: its folder does not exist`,
        "Make the folder, or name another output.",
        { cause: error }
      );
    default:
      return new ExpectedFailure(
        "not-writable",
        `${path} cannot be written (${systemErrorCode(error)})`,
        "Check its permissions, or name another output.",
        { cause: error }
      );
  }
}

// src/files/output-file.ts
async function writeOutput(path, content) {
  try {
    const stats = await stat(path).catch(() => void 0);
    if (stats !== void 0 && !stats.isFile() && !stats.isDirectory()) await writeFile(path, content);
    else await writeAndRename(await realpath(path).catch(() => path), content, stats?.mode);
  } catch (error) {
    throw writeFailure(path, error);
  }
}
async function writeAndRename(path, content, mode) {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeNew(await open(partial, "wx"), content, mode);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {
    });
    throw error;
  }
}
async function writeNew(file, content, mode) {
  try {
    await file.writeFile(content);
    if (mode !== void 0) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}
async function makeStateFolder(folder) {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw writeFailure(folder, error);
  }
  await writeOutput(`${folder}/.gitignore`, "# What palimpsest keeps for this clone; safe to delete.\n*\n");
}
async function makeParentFolder(path) {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw writeFailure(path, error);
  }
}

// src/compose/state-folder.ts
var STATE_FOLDER = ".palimpsest";
function inStateFolder({ root }, ...path) {
  return join2(root, STATE_FOLDER, ...path);
}
async function ensureStateFolder(repository) {
  await makeStateFolder(inStateFolder(repository));
}
function modelPath(repository) {
  return inStateFolder(repository, "model.palimpsest");
}

// src/files/directory.ts
import { lstat, opendir, readFile, stat as stat2 } from "node:fs/promises";
import { join as join3, relative, resolve, sep } from "node:path";
import { basename as basename2, dirname as dirname2 } from "node:path/posix";
import { pMapIterable } from "p-map";
var SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".git", ".hg", ".svn", ".palimpsest"]);
async function openDirectory(directory, except = []) {
  const root = resolve(directory);
  const stats = await stat2(root).catch((error) => {
    throw unreadable(directory, error);
  });
  if (!stats.isDirectory()) {
    throw new ExpectedFailure(
      "not-a-directory",
      `${directory} is not a directory`,
      "Name the directory that holds the sources."
    );
  }
  const excepted = new Set(except.map((path) => resolve(path)));
  return { list: () => list(root, excepted), read: (paths) => read(root, paths) };
}
async function list(root, excepted) {
  const paths = [];
  const pending = [root];
  for (let folder = pending.pop(); folder !== void 0; folder = pending.pop()) {
    const entries = await opendir(folder).catch((error) => {
      throw unreadable(folder ?? root, error);
    });
    for await (const entry of entries) {
      const full = join3(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !excepted.has(full)) pending.push(full);
      } else if (entry.isFile()) paths.push(relative(root, full).split(sep).join("/"));
    }
  }
  return paths.sort();
}
var READ_AHEAD = 16;
function read(root, paths) {
  const folders = /* @__PURE__ */ new Map([[".", true]]);
  return pMapIterable(
    paths,
    async (path) => ({ path, bytes: await isRegularFile(root, path, folders) ? await readBytes(root, path) : null }),
    { concurrency: READ_AHEAD }
  );
}
async function isRegularFile(root, path, folders) {
  const stats = await lstat(join3(root, path)).catch(() => void 0);
  return stats?.isFile() === true && await isFolder(root, dirname2(path), folders);
}
async function isFolder(root, folder, known) {
  const answer = known.get(folder);
  if (answer !== void 0) return answer;
  const name2 = basename2(folder);
  const stats = name2 === ".." || name2 === "" ? void 0 : await lstat(join3(root, folder)).catch(() => void 0);
  const found = stats?.isDirectory() === true && await isFolder(root, dirname2(folder), known);
  known.set(folder, found);
  return found;
}
async function readBytes(root, path) {
  try {
    return await readFile(join3(root, path));
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw unreadable(path, error);
  }
}
function unreadable(path, error) {
  const missing2 = systemErrorCode(error) === "ENOENT";
  return new ExpectedFailure(
    missing2 ? "not-a-directory" : "not-readable",
    missing2 ? `there is no directory ${path}` : `${path} cannot be read (${systemErrorCode(error) ?? "unknown reason"})`,
    missing2 ? "Check the path." : "Check its permissions.",
    { cause: error }
  );
}

// src/files/journal.ts
import { open as open2, readFile as readFile2, rm as rm2 } from "node:fs/promises";
import { z as z2 } from "zod";

// src/core/regeneration.ts
var FAILURE_REASONS = [
  "refused",
  "timed-out",
  "cut-off",
  "does-not-parse",
  "does-not-fit",
  "missing",
  "error"
];
function isSilence(reason) {
  return reason === "error" || reason === "timed-out";
}

// src/files/journal.ts
var Line = z2.object({
  key: z2.string(),
  regeneration: z2.discriminatedUnion("kind", [
    z2.object({ kind: z2.literal("regenerated"), body: z2.string(), confidence: z2.number().exactOptional() }),
    z2.object({
      kind: z2.literal("failed"),
      reason: z2.enum(FAILURE_REASONS),
      detail: z2.string()
    })
  ])
});
async function openJournal(path) {
  const { known, wholeBytes } = await readLines(path);
  await makeParentFolder(path);
  let file;
  try {
    file = await open2(path, "a");
    await file.truncate(wholeBytes);
  } catch (error) {
    throw writeFailure(path, error);
  }
  return new FileJournal(path, file, known);
}
var FileJournal = class {
  resumed;
  #path;
  #file;
  #known;
  constructor(path, file, known) {
    this.#path = path;
    this.#file = file;
    this.#known = known;
    this.resumed = known.size;
  }
  get(key) {
    return this.#known.get(key);
  }
  async append(key, regeneration) {
    const kept = regeneration.kind === "regenerated" ? withoutSamples(regeneration) : regeneration;
    try {
      await this.#file.appendFile(`${JSON.stringify({ key, regeneration: kept })}
`);
    } catch (error) {
      throw writeFailure(this.#path, error);
    }
  }
  async finish() {
    await this.close();
    await rm2(this.#path, { force: true });
  }
  async close() {
    await this.#file.close().catch(() => {
    });
  }
};
function withoutSamples(regeneration) {
  const { samples: _, ...kept } = regeneration;
  return kept;
}
async function readLines(path) {
  const known = /* @__PURE__ */ new Map();
  let content;
  try {
    content = await readFile2(path);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return { known, wholeBytes: 0 };
    throw writeFailure(path, error);
  }
  const wholeBytes = content.lastIndexOf("\n") + 1;
  for (const line4 of content.toString("utf8", 0, wholeBytes).split("\n")) {
    const parsed4 = parseLine(line4);
    if (parsed4 !== void 0 && !isSilent(parsed4.regeneration)) known.set(parsed4.key, parsed4.regeneration);
  }
  return { known, wholeBytes };
}
function isSilent(regeneration) {
  return regeneration.kind === "failed" && isSilence(regeneration.reason);
}
function parseLine(line4) {
  try {
    return Line.parse(JSON.parse(line4));
  } catch {
    return void 0;
  }
}

// src/files/ledger-directory.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { link, mkdir as mkdir2, readdir, readFile as readFile3, rm as rm3, writeFile as writeFile2 } from "node:fs/promises";
import { join as join4 } from "node:path";

// src/files/ledger-pages.ts
import { z as z3 } from "zod";
var stratum = z3.object({ population: z3.int(), drawn: z3.int(), sum: z3.number(), squares: z3.number() });
var rescored = z3.object({
  units: z3.int(),
  sum: z3.number(),
  former: z3.record(z3.string(), z3.object({ units: z3.int(), drawn: z3.int(), sum: z3.number() }))
});
var tally = z3.object({
  untouched: z3.record(z3.string(), stratum),
  rescored: z3.object({ unchanged: rescored, modified: rescored, new: rescored }),
  deleted: rescored,
  failed: z3.int()
});
var revision = z3.object({ revision: z3.string(), committedAt: z3.string().nullable() });
var storedHead = z3.object({
  head: z3.object({
    schemaVersion: z3.literal(1),
    model: z3.object({ provider: z3.string(), name: z3.string(), fingerprint: z3.string() }),
    trainedAt: revision,
    standsAt: revision,
    sample: z3.object({ size: z3.int(), seed: z3.int() }).nullable(),
    baseline: z3.array(stratum),
    shards: z3.record(z3.string(), tally),
    history: z3.array(
      z3.object({ ...revision.shape, freshness: z3.number(), margin: z3.number().nullable(), units: z3.int() })
    )
  }),
  files: z3.record(z3.string(), z3.string().regex(/^[\w.-]+$/))
});
function printHead(stored) {
  return `${JSON.stringify(stored)}
`;
}
function parseHead(text) {
  return storedHead.parse(JSON.parse(text));
}
var trainedTuple = z3.union([
  z3.tuple([z3.string(), z3.string(), z3.int(), z3.number().nullable()]),
  z3.tuple([z3.string(), z3.string(), z3.int(), z3.number().nullable(), z3.string()])
]);
var origin = z3.union([z3.null(), z3.int(), trainedTuple]);
var unitTuple = z3.tuple([
  z3.string().describe("The id without its path."),
  z3.string().describe("Hash of the body’s text."),
  z3.string().describe("Hash of the header."),
  z3.string().describe("Hash of the body’s code."),
  z3.int().describe("Length of the body."),
  z3.number().nullable().describe("Similarity; null when it was not scored."),
  z3.enum(["", "f", "r", "rf"]).describe("f: the regeneration failed. r: scored after training."),
  origin.describe("What it was on the day of training.")
]);
var line = z3.object({ path: z3.string(), units: z3.array(unitTuple), departed: z3.array(trainedTuple) });
function printShard(shard2) {
  return shard2.map(({ path, units, departed }) => {
    const record = {
      path,
      units: units.map(unitRecord),
      departed: departed.map((trained) => trainedRecord(trained, path))
    };
    return `${JSON.stringify(record)}
`;
  }).join("");
}
function parseShard(text) {
  return text.split("\n").filter(Boolean).map((record) => {
    const { path, units, departed } = line.parse(JSON.parse(record));
    return {
      path,
      units: units.map((unit) => unitOf(unit, path)),
      departed: departed.map((trained) => trainedOf(trained, path))
    };
  });
}
function unitRecord(unit) {
  const { id, path, text, header, code: code2, length, score: score3, rescored: again } = unit;
  const marks = `${again ? "r" : ""}${score3?.failed ? "f" : ""}`;
  return [id.slice(path.length + 1), text, header, code2, length, score3?.similarity ?? null, marks, originOf(unit)];
}
function unitOf([name2, text, header, code2, length, similarity3, marks, from], path) {
  const id = `${path}#${name2}`;
  const score3 = similarity3 === null ? null : { similarity: similarity3, failed: marks.endsWith("f") };
  const trained = from === null ? null : typeof from === "number" ? { id, path, code: code2, stratum: from, similarity: similarity3 } : trainedOf(from, path);
  return { id, path, text, header, code: code2, length, score: score3, trained, rescored: marks.startsWith("r") };
}
function originOf({ id, path, code: code2, score: score3, trained }) {
  if (trained === null) return null;
  const same = trained.id === id && trained.code === code2 && trained.similarity === (score3?.similarity ?? null);
  return same ? trained.stratum : trainedRecord(trained, path);
}
function trainedRecord({ id, path, code: code2, stratum: index, similarity: similarity3 }, file) {
  const name2 = id.slice(path.length + 1);
  return path === file ? [name2, code2, index, similarity3] : [name2, code2, index, similarity3, path];
}
function trainedOf([name2, code2, index, similarity3, elsewhere2], file) {
  const path = elsewhere2 ?? file;
  return { id: `${path}#${name2}`, path, code: code2, stratum: index, similarity: similarity3 };
}

// src/files/ledger-directory.ts
var HEADS_KEPT = 16;
var HEAD_FILE = /^head-(\d{9})\.json$/;
function openLedgerDirectory(folder) {
  return {
    fingerprints: () => fingerprintsIn(folder),
    load: (fingerprint) => load(folderOf(folder, fingerprint), fingerprint),
    save: (expected, pages) => save(folderOf(folder, pages.head.model.fingerprint), expected, pages)
  };
}
function folderOf(folder, fingerprint) {
  return join4(folder, `m-${encodeURIComponent(fingerprint).replaceAll(".", "%2E").replaceAll("*", "%2A")}`);
}
async function fingerprintsIn(folder) {
  const fingerprints = [];
  for (const name2 of await namesIn(folder)) {
    if (!name2.startsWith("m-") || (await numbersIn(join4(folder, name2))).length === 0) continue;
    fingerprints.push(decodeURIComponent(name2.slice(2)));
  }
  return fingerprints.sort();
}
async function load(folder, fingerprint) {
  const newest = (await numbersIn(folder)).at(-1);
  if (newest === void 0) return null;
  const stored = await readHead(folder, newest);
  if (stored.head.model.fingerprint !== fingerprint) {
    throw new ExpectedFailure(
      "bad-ledger-file",
      `the ledger in ${folder} is of another model`,
      "Delete the folder and evaluate the model again."
    );
  }
  return {
    version: String(newest),
    head: stored.head,
    shards: async (names) => {
      const shards = await Promise.all(names.map((name2) => readShard(folder, stored.files[name2])));
      return new Map(names.map((name2, index) => [name2, shards[index] ?? []]));
    }
  };
}
async function save(folder, expected, { head, shards }) {
  const written3 = [];
  try {
    await mkdir2(folder, { recursive: true });
    const newest = (await numbersIn(folder)).at(-1) ?? null;
    if (newest !== (expected === null ? null : Number(expected))) return false;
    const files = newest === null ? {} : { ...(await readHead(folder, newest)).files };
    const number3 = (newest ?? 0) + 1;
    for (const [name2, shard2] of shards) {
      files[name2] = `shard-${name2}-${String(number3).padStart(9, "0")}-${randomUUID2().slice(0, 8)}.jsonl`;
      if (shard2.length === 0) continue;
      await writeFile2(join4(folder, files[name2]), printShard(shard2), { flag: "wx", flush: true });
      written3.push(files[name2]);
    }
    const outcome = await linkHead(folder, number3, { head, files: namedIn(head, files) });
    if (outcome === "taken") for (const file of written3) await rm3(join4(folder, file), { force: true });
    if (outcome === "linked") await prune(folder, number3);
    return outcome === "linked";
  } catch (error) {
    if (error instanceof ExpectedFailure && error.code === "ledger-busy") return false;
    throw writeFailure(folder, error);
  }
}
function namedIn(head, files) {
  return Object.fromEntries(
    Object.keys(head.shards).map((name2) => {
      const file = files[name2];
      if (file === void 0) throw new RangeError(`the head names shard ${name2}, which was never saved`);
      return [name2, file];
    })
  );
}
async function linkHead(folder, number3, stored) {
  const partial = join4(folder, `.head-${randomUUID2()}`);
  try {
    await writeFile2(partial, printHead(stored), { flag: "wx", flush: true });
    await link(partial, headPath(folder, number3));
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return "taken";
    throw error;
  } finally {
    await rm3(partial, { force: true });
  }
  const newest = (await numbersIn(folder)).at(-1) ?? number3;
  return newest >= number3 + HEADS_KEPT ? "overtaken" : "linked";
}
async function prune(folder, newest) {
  const numbers = await numbersIn(folder);
  const old = numbers.filter((number3) => number3 <= newest - HEADS_KEPT);
  if (old.length === 0) return;
  const kept = /* @__PURE__ */ new Set();
  for (const number3 of numbers.filter((candidate) => candidate > newest - HEADS_KEPT)) {
    for (const file of Object.values((await readHead(folder, number3)).files)) kept.add(file);
  }
  for (const number3 of old) {
    const stored = await readHead(folder, number3).catch(() => null);
    await rm3(headPath(folder, number3), { force: true });
    for (const file of Object.values(stored?.files ?? {})) {
      if (!kept.has(file)) await rm3(join4(folder, file), { force: true });
    }
  }
}
function headPath(folder, number3) {
  return join4(folder, `head-${String(number3).padStart(9, "0")}.json`);
}
async function numbersIn(folder) {
  const numbers = (await namesIn(folder)).flatMap((name2) => HEAD_FILE.exec(name2)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}
async function namesIn(folder) {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return [];
    throw unreadable2(folder, error);
  }
}
async function readHead(folder, number3) {
  const path = headPath(folder, number3);
  return parsed(path, await textOf(path), parseHead);
}
async function readShard(folder, file) {
  if (file === void 0) return [];
  return parsed(join4(folder, file), await textOf(join4(folder, file)), parseShard);
}
async function textOf(path) {
  try {
    return await readFile3(path, "utf8");
  } catch (error) {
    if (systemErrorCode(error) !== "ENOENT") throw unreadable2(path, error);
    throw new ExpectedFailure("ledger-busy", `${path} was replaced while it was read`, "Run the command again.", {
      cause: error
    });
  }
}
function parsed(path, text, parse3) {
  try {
    return parse3(text);
  } catch (error) {
    throw new ExpectedFailure(
      "bad-ledger-file",
      `${path} is damaged, or of a later version of palimpsest`,
      "Update palimpsest; or delete the ledger’s folder and fill it again with `palimpsest evaluate`.",
      { cause: error }
    );
  }
}
function unreadable2(path, error) {
  const reason = systemErrorCode(error) ?? "unknown reason";
  return new ExpectedFailure("not-readable", `${path} cannot be read (${reason})`, "Check its permissions.", {
    cause: error
  });
}

// src/files/model-file.ts
import { readFile as readFile4 } from "node:fs/promises";
function cardPath(modelPath2) {
  return `${modelPath2.replace(/\.palimpsest$/, "")}.card.json`;
}
async function readModelFile(path) {
  try {
    return await readFile4(path);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    const reason = systemErrorCode(error) ?? "unknown reason";
    throw new ExpectedFailure(
      "not-readable",
      `the model file ${path} cannot be read (${reason})`,
      "Check its path and permissions.",
      { cause: error }
    );
  }
}
async function writeCard(modelPath2, card) {
  await writeOutput(cardPath(modelPath2), `${JSON.stringify(card, null, 2)}
`);
}
async function readCard(modelPath2, fingerprint, parse3) {
  try {
    const card = parse3(JSON.parse(await readFile4(cardPath(modelPath2), "utf8")));
    return card?.fingerprint === fingerprint ? card : null;
  } catch {
    return null;
  }
}

// src/files/output-tree.ts
import { lstat as lstat2, mkdir as mkdir3, readdir as readdir2, rename as rename2, rm as rm4, writeFile as writeFile3 } from "node:fs/promises";
import { basename as basename3, dirname as dirname3, join as join5, relative as relative2, resolve as resolve2, sep as sep2 } from "node:path";
var WRITES_AT_ONCE = 16;
var MARKER = ".palimpsest-output";
async function openOutputTree(destination, inputs) {
  const target = resolve2(destination);
  for (const input of inputs) {
    if (contains(target, resolve2(input))) {
      throw new ExpectedFailure(
        "output-in-use",
        `${destination} holds the sources that are read`,
        "Name another output folder."
      );
    }
  }
  await requireFree(target, destination);
  const partial = partialOf(target, process.pid);
  try {
    await clearUp(target);
    await mkdir3(partial, { recursive: true });
    await writeFile3(join5(partial, MARKER), "Written by palimpsest, which may replace this folder.\n");
  } catch (error) {
    await rm4(partial, { recursive: true, force: true }).catch(() => {
    });
    throw writeFailure(destination, error);
  }
  return new OutputTree(target, partial);
}
function partialOf(target, processId) {
  return join5(dirname3(target), `.${basename3(target)}.partial-${processId}`);
}
async function clearUp(target) {
  const leftBehind = new RegExp(`^\\.${escapeRegExp(basename3(target))}\\.partial-(\\d+)(\\.old)?$`);
  for (const name2 of await readdir2(dirname3(target)).catch(() => [])) {
    const [, processId, setAside] = leftBehind.exec(name2) ?? [];
    if (processId === void 0 || Number(processId) !== process.pid && isRunning(Number(processId))) continue;
    const path = join5(dirname3(target), name2);
    if (setAside !== void 0 && await lstat2(target).catch(() => null) === null) await rename2(path, target);
    else await rm4(path, { recursive: true, force: true });
  }
}
function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function isRunning(processId) {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
var OutputTree = class {
  #target;
  #partial;
  #folders = /* @__PURE__ */ new Map();
  /** Writes under way; the tree is there when all of them are. */
  #writes = /* @__PURE__ */ new Set();
  #failure;
  constructor(target, partial) {
    this.#target = target;
    this.#partial = partial;
  }
  async write(path, bytes2) {
    const full = resolve2(this.#partial, path);
    if (!contains(this.#partial, full)) throw new RangeError(`${path} leaves the output folder`);
    const write = this.#writeFile(full, bytes2).catch((error) => {
      this.#failure ??= writeFailure(path, error);
    });
    this.#writes.add(write);
    void write.then(() => this.#writes.delete(write));
    if (this.#writes.size >= WRITES_AT_ONCE) await Promise.race(this.#writes);
    if (this.#failure !== void 0) throw this.#failure;
  }
  async #writeFile(full, bytes2) {
    const folder = dirname3(full);
    const made = this.#folders.get(folder) ?? mkdir3(folder, { recursive: true });
    this.#folders.set(folder, made);
    await made;
    await writeFile3(full, bytes2);
  }
  async commit() {
    await Promise.all(this.#writes);
    if (this.#failure !== void 0) throw this.#failure;
    const old = `${this.#partial}.old`;
    try {
      await requireFree(this.#target, this.#target);
      const existed = await rename2(this.#target, old).then(
        () => true,
        () => false
      );
      await rename2(this.#partial, this.#target).catch(async (error) => {
        if (existed) await rename2(old, this.#target);
        throw error;
      });
      if (existed) await rm4(old, { recursive: true, force: true });
    } catch (error) {
      throw writeFailure(this.#target, error);
    }
  }
  async discard() {
    await Promise.all(this.#writes);
    await rm4(this.#partial, { recursive: true, force: true });
  }
};
async function requireFree(target, shown5) {
  const stats = await lstat2(target).catch(() => void 0);
  if (stats === void 0) return;
  if (stats.isDirectory()) {
    const entries = await readdir2(target).catch((error) => {
      throw writeFailure(shown5, error);
    });
    if (entries.length === 0 || entries.includes(MARKER)) return;
  }
  throw new ExpectedFailure(
    "output-in-use",
    `${shown5} exists and was not written by palimpsest`,
    "Name another output folder, or remove this one; nothing was changed."
  );
}
function contains(folder, path) {
  const way = relative2(folder, path);
  return way === "" || way !== ".." && !way.startsWith(`..${sep2}`) && resolve2(folder, way) === path;
}

// src/git/history.ts
import { once as once2 } from "node:events";
import { PassThrough } from "node:stream";

// src/git/blobs.ts
import { once } from "node:events";

// src/git/command.ts
import { spawn } from "node:child_process";
var QUIET = [
  "--no-pager",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "log.showSignature=false"
];
var ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  LC_ALL: "C",
  GIT_DIR: void 0,
  GIT_COMMON_DIR: void 0,
  GIT_WORK_TREE: void 0,
  GIT_IMPLICIT_WORK_TREE: void 0,
  GIT_INDEX_FILE: void 0,
  GIT_OBJECT_DIRECTORY: void 0,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: void 0,
  GIT_SHALLOW_FILE: void 0,
  GIT_GRAFT_FILE: void 0,
  GIT_PREFIX: void 0,
  GIT_EXTERNAL_DIFF: void 0
};
async function runGit(directory, args) {
  const child = startGit(directory, args);
  const [stdout, stderr, exitCode] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    new Promise((resolve8, reject) => {
      child.on("error", (error) => reject(startFailure(error, directory)));
      child.on("close", (code2) => resolve8(code2 ?? 128));
    })
  ]);
  return { exitCode, stdout, stderr: stderr.toString("utf8").trim() };
}
async function git(directory, args) {
  const { exitCode, stdout, stderr } = await runGit(directory, args);
  if (exitCode !== 0) throw gitFailure(args[0] ?? "git", stderr);
  return stdout;
}
function gitFailure(subcommand, stderr) {
  const firstLine2 = stderr.split("\n").find((line4) => line4.trim() !== "") ?? "no message";
  return new ExpectedFailure(
    "git-failed",
    `git ${subcommand} failed: ${firstLine2}`,
    "Check the clone with `git fsck`, then run the command again."
  );
}
function startGit(directory, args) {
  return spawn("git", [...QUIET, ...args], {
    cwd: directory,
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
}
function startFailure(error, directory) {
  if (!["ENOENT", "ENOTDIR"].includes(systemErrorCode(error) ?? "")) return error;
  return new ExpectedFailure(
    "git-missing",
    `git could not be started in ${directory}`,
    "Check that the directory exists and that git is installed and on PATH.",
    { cause: error }
  );
}
async function collect(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

// src/git/blobs.ts
var NEW_LINE = 10;
async function* readBlobs(directory, objectNames) {
  if (objectNames.length === 0) return;
  const child = startGit(directory, ["cat-file", "--batch"]);
  let problem = "";
  let startError;
  child.on("error", (error) => {
    startError = startFailure(error, directory);
  });
  child.stderr.on("data", (chunk) => {
    problem += chunk.toString("utf8");
  });
  child.stdin.on("error", () => {
  });
  child.stdin.end(`${objectNames.join("\n")}
`);
  const closed = once(child, "close").catch(() => void 0);
  const reader = new BatchReader(child.stdout);
  let read3 = 0;
  try {
    for (; read3 < objectNames.length; read3++) {
      const header = await reader.line();
      if (header === void 0) break;
      const size = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
      if (size === void 0) yield null;
      else yield await reader.bytes(Number(size));
    }
  } finally {
    child.stdout.destroy();
    child.kill();
    await closed;
  }
  if (startError !== void 0) throw startError;
  if (read3 < objectNames.length) throw gitFailure("cat-file", problem);
}
var BatchReader = class {
  #chunks;
  #buffer = Buffer.alloc(0);
  constructor(stream) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }
  /** The next line without its end; `undefined` at the end of the stream. */
  async line() {
    for (; ; ) {
      const end3 = this.#buffer.indexOf(NEW_LINE);
      if (end3 >= 0) {
        const line4 = this.#buffer.toString("utf8", 0, end3);
        this.#buffer = this.#buffer.subarray(end3 + 1);
        return line4;
      }
      if (!await this.#pull()) return void 0;
    }
  }
  /** The next `size` bytes; the line end that git puts after them is consumed. */
  async bytes(size) {
    const pieces = [];
    let missing2 = size + 1;
    for (; ; ) {
      const piece = this.#buffer.subarray(0, missing2);
      this.#buffer = this.#buffer.subarray(piece.length);
      pieces.push(piece);
      missing2 -= piece.length;
      if (missing2 === 0) break;
      if (!await this.#pull()) throw gitFailure("cat-file", "the object database ended in the middle of a file");
    }
    return Buffer.concat(pieces).subarray(0, size);
  }
  async #pull() {
    const next2 = await this.#chunks.next();
    if (next2.done === true) return false;
    this.#buffer = this.#buffer.length === 0 ? next2.value : Buffer.concat([this.#buffer, next2.value]);
    return true;
  }
};

// src/git/difference-parser.ts
var HEADER = /^[0-9a-f]{40,64} [0-9a-f]{40,64}\n/;
var RAW = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/;
var REGULAR_FILE = /^100/;
var NONE = { addedLines: 0, deletedLines: 0 };
var DifferenceParser = class {
  #rest = Buffer.alloc(0);
  #isOpen = false;
  #records = [];
  #counts = /* @__PURE__ */ new Map();
  /** A record that waits for its paths, each of which is a field of its own. */
  #waiting = null;
  #paths = [];
  /** The pairs that this chunk completes: a pair is complete when the next one begins. */
  push(chunk) {
    const done = [];
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end3 = data.indexOf(0); end3 >= 0; end3 = data.indexOf(0, start)) {
      this.#field(data.toString("utf8", start, end3), done);
      start = end3 + 1;
    }
    this.#rest = data.subarray(start);
    return done;
  }
  /** The last pair, and those without a difference before it. */
  end() {
    const done = [];
    this.#field(this.#rest.toString("utf8"), done);
    if (this.#isOpen) done.push(this.#take());
    this.#isOpen = false;
    return done;
  }
  #field(field, done) {
    if (this.#waiting !== null) {
      this.#paths.push(field);
      if (this.#paths.length < this.#waiting.paths) return;
      const { take: take2 } = this.#waiting;
      const paths = this.#paths;
      this.#waiting = null;
      this.#paths = [];
      take2(...paths);
      return;
    }
    let record = field;
    for (let header = HEADER.exec(record); header !== null; header = HEADER.exec(record)) {
      if (this.#isOpen) done.push(this.#take());
      this.#isOpen = true;
      record = record.slice(header[0].length);
    }
    if (record.startsWith(":")) this.#raw(record);
    else if (record !== "") this.#numstat(record);
  }
  #raw(record) {
    const [, modeBefore = "", modeAfter = "", blobBefore = "", blobAfter = "", status2] = RAW.exec(record) ?? [];
    const side = (mode, path, blob) => REGULAR_FILE.test(mode) ? { path, blob } : null;
    const take2 = (before3, after2 = before3) => {
      const sides = { before: side(modeBefore, before3, blobBefore), after: side(modeAfter, after2, blobAfter) };
      if (sides.before !== null || sides.after !== null) this.#records.push({ ...sides, path: after2 });
    };
    this.#waiting = { paths: status2 === "R" || status2 === "C" ? 2 : 1, take: take2 };
  }
  /** `12\t3\tpath`; of a rename the third field is empty and two paths follow; of a binary file the counts are `-`. */
  #numstat(record) {
    const [added, deleted, ...rest] = record.split("	");
    const counts2 = { addedLines: Number(added) || 0, deletedLines: Number(deleted) || 0 };
    const path = rest.join("	");
    if (path !== "") this.#counts.set(path, counts2);
    else this.#waiting = { paths: 2, take: (_, after2 = "") => this.#counts.set(after2, counts2) };
  }
  #take() {
    const differences2 = this.#records.map(({ before: before3, after: after2, path }) => ({
      before: before3,
      after: after2,
      ...this.#counts.get(path) ?? NONE
    }));
    this.#records = [];
    this.#counts = /* @__PURE__ */ new Map();
    return differences2;
  }
};

// src/git/history.ts
var AHEAD_BYTES = 8 * 1024 * 1024;
function openHistory(root) {
  return {
    firstParents: (revision2) => firstParents(root, revision2),
    differences: (pairs2, options) => differences(root, pairs2, options),
    blobs: (names) => readBlobs(root, names)
  };
}
async function firstParents(root, { hash }) {
  const format = "--format=%H %T %ct";
  const listed = await git(root, ["log", "--first-parent", "--reverse", format, "--end-of-options", hash, "--"]);
  const commits = listed.toString("utf8").split("\n").filter(Boolean).map(lineCommit);
  const [oldest] = commits;
  const cutOff = oldest !== void 0 && /^parent /m.test(headOf(await git(root, ["cat-file", "commit", oldest.hash])));
  return { commits, cutOff };
}
function lineCommit(line4) {
  const [hash = "", tree = "", seconds2] = line4.split(" ");
  return { hash, tree, committedAt: Number(seconds2) };
}
function headOf(commit) {
  const end3 = commit.indexOf("\n\n");
  return commit.toString("latin1", 0, end3 < 0 ? commit.length : end3);
}
async function* differences(root, pairs2, { extensions, countLines }) {
  if (pairs2.length === 0) return;
  const emptyTree = (await git(root, ["hash-object", "-t", "tree", "/dev/null"])).toString("utf8").trim();
  const child = startGit(root, [
    "diff-tree",
    ...["--stdin", "-r", "-z", "-M", "-l0", "--raw", "--no-abbrev"],
    ...countLines ? ["--numstat"] : [],
    ...["--no-ext-diff", "--no-textconv", "--"],
    ...extensions.map((extension) => `:(top,icase)*${extension}`)
  ]);
  let problem = "";
  let startError;
  child.on("error", (error) => {
    startError = startFailure(error, root);
  });
  child.stderr.on("data", (chunk) => {
    problem += chunk.toString("utf8");
  });
  child.stdin.on("error", () => {
  });
  child.stdin.end(pairs2.map(({ before: before3, after: after2 }) => `${before3 ?? emptyTree} ${after2}
`).join(""));
  const closed = once2(child, "close").catch(() => void 0);
  const parser = new DifferenceParser();
  let told2 = 0;
  try {
    for await (const chunk of child.stdout.pipe(new PassThrough({ highWaterMark: AHEAD_BYTES }))) {
      for (const difference of parser.push(chunk)) {
        told2++;
        yield difference;
      }
    }
    await closed;
    if (child.exitCode === 0) {
      for (const difference of parser.end()) {
        told2++;
        yield difference;
      }
    }
  } finally {
    child.stdout.destroy();
    child.kill();
    await closed;
  }
  if (startError !== void 0) throw startError;
  if (told2 < pairs2.length) throw gitFailure("diff-tree", problem);
}

// src/git/repository.ts
import { stat as stat3 } from "node:fs/promises";

// src/ports.ts
var WORKTREE = "WORKTREE";

// src/git/listings.ts
var REGULAR_FILE2 = /^100/;
function parseRawDiff(output) {
  const fields = splitNul(output);
  const changes = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [oldMode = "", newMode = ""] = (fields[index] ?? "").slice(1).split(" ");
    const path = fields[index + 1] ?? "";
    const was = REGULAR_FILE2.test(oldMode);
    const is = REGULAR_FILE2.test(newMode);
    if (was && is) changes.push({ path, status: "modified" });
    else if (is) changes.push({ path, status: "added" });
    else if (was) changes.push({ path, status: "deleted" });
  }
  return changes;
}
function parseTree(output) {
  const blobs = /* @__PURE__ */ new Map();
  for (const entry of splitNul(output)) {
    const tab = entry.indexOf("	");
    const [mode = "", , object = ""] = entry.slice(0, tab).split(" ");
    if (REGULAR_FILE2.test(mode)) blobs.set(entry.slice(tab + 1), object);
  }
  return blobs;
}
function splitNul(output) {
  return output.toString("utf8").split("\0").filter((field) => field !== "");
}

// src/git/work-tree.ts
import { lstat as lstat3, readFile as readFile5, realpath as realpath2 } from "node:fs/promises";
import { dirname as dirname4, join as join6, sep as sep3 } from "node:path";
async function listWorkTree(root) {
  const listed = await git(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--full-name"]);
  const paths = new Set(listed.toString("utf8").split("\0").filter(Boolean));
  return regularFiles(root, [...paths].sort());
}
async function regularFiles(root, paths) {
  const reader = new WorkTreeReader(root);
  const present2 = [];
  for (const path of paths) if (await reader.isRegularFile(path)) present2.push(path);
  return present2;
}
async function* readWorkTree(root, paths) {
  const reader = new WorkTreeReader(root);
  for (const path of paths) {
    yield { path, bytes: await reader.isRegularFile(path) ? await readFile5(join6(root, path)) : null };
  }
}
var WorkTreeReader = class {
  #root;
  #folders = /* @__PURE__ */ new Map();
  constructor(root) {
    this.#root = root;
  }
  async isRegularFile(path) {
    const full = join6(this.#root, path);
    const stats = await lstat3(full).catch(() => void 0);
    return stats?.isFile() === true && await this.#isRealFolder(dirname4(full));
  }
  async #isRealFolder(folder) {
    const known = this.#folders.get(folder);
    if (known !== void 0) return known;
    const root = await realpath2(this.#root);
    const expected = folder === this.#root ? root : join6(root, folder.slice(this.#root.length + sep3.length));
    const real = await realpath2(folder).catch(() => void 0) === expected;
    this.#folders.set(folder, real);
    return real;
  }
};

// src/git/repository.ts
async function openRepository(directory) {
  const stats = await stat3(directory).catch(() => void 0);
  if (stats?.isDirectory() !== true) {
    throw new ExpectedFailure(
      "not-a-directory",
      `there is no directory ${directory}`,
      "Name a folder of the clone with --repo DIR."
    );
  }
  const top = await runGit(directory, ["rev-parse", "--is-bare-repository", "--absolute-git-dir"]);
  const [isBare, gitDirectory] = top.stdout.toString("utf8").split("\n");
  if (top.exitCode !== 0 || gitDirectory === void 0) {
    const unsafe = /dubious ownership/.test(top.stderr);
    throw new ExpectedFailure(
      "not-a-repository",
      unsafe ? `git refuses ${directory}: it belongs to another user` : `${directory} is not in a git repository`,
      unsafe ? "Allow it with `git config --global --add safe.directory DIR` if you trust it." : "Run the command in a clone, or name one with --repo DIR."
    );
  }
  const bare = isBare === "true";
  const root = bare ? gitDirectory : stripNewLine(await git(directory, ["rev-parse", "--show-toplevel"]));
  return new GitRepository(root, bare);
}
var LISTINGS_KEPT = 8;
var GitRepository = class {
  root;
  bare;
  #blobsByRevision = /* @__PURE__ */ new Map();
  constructor(root, bare) {
    this.root = root;
    this.bare = bare;
  }
  async identity() {
    if (await this.#isShallow()) return null;
    const { exitCode, stdout } = await runGit(this.root, ["rev-list", "--max-parents=0", "HEAD", "--"]);
    const roots = stdout.toString("utf8").split("\n").filter(Boolean).sort();
    return exitCode === 0 ? roots[0] ?? null : null;
  }
  async resolve(revision2) {
    if (revision2 === WORKTREE) {
      if (this.bare) {
        throw new ExpectedFailure("unknown-revision", "a bare repository has no work tree", "Name a commit instead.");
      }
      return { hash: WORKTREE, name: "work tree", committedAt: null };
    }
    const found = await this.#find(revision2);
    if (found !== void 0) return found;
    if (await this.#isShallow()) throw shallow(`${revision2} is not in this shallow clone`);
    throw new ExpectedFailure(
      "unknown-revision",
      `${JSON.stringify(revision2)} is not a commit, branch or tag of ${this.root}`,
      "Check the name with `git log` or `git branch --all`, or fetch it first."
    );
  }
  async defaultBranch() {
    const { exitCode, stdout } = await runGit(this.root, ["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"]);
    const told2 = exitCode === 0 ? [stripNewLine(stdout).replace("refs/remotes/", "")] : [];
    for (const name2 of [...told2, "origin/main", "origin/master", "main", "master"]) {
      const found = await this.#find(name2);
      if (found !== void 0) return found;
    }
    throw new ExpectedFailure(
      "no-default-branch",
      "this clone does not tell which branch is the default one",
      "Name what to compare with: --base REVISION."
    );
  }
  async mergeBase(base, head) {
    const headHash = head.hash === WORKTREE ? "HEAD" : head.hash;
    const { exitCode, stdout, stderr } = await runGit(this.root, ["merge-base", base.hash, headHash]);
    if (exitCode === 0) {
      const found = await this.#find(stripNewLine(stdout));
      if (found !== void 0) return { ...found, name: base.name };
    }
    if (await this.#isShallow())
      throw shallow(`the merge base of ${base.name} and ${head.name} is not in this shallow clone`);
    throw new ExpectedFailure(
      "no-common-ancestor",
      `${base.name} and ${head.name} have no common ancestor${stderr === "" ? "" : ` (${stderr})`}`,
      "Name the commit to compare with: --base REVISION."
    );
  }
  async isAncestor(ancestor, revision2) {
    const of = revision2.hash === WORKTREE ? "HEAD" : revision2.hash;
    const { exitCode } = await runGit(this.root, ["merge-base", "--is-ancestor", "--end-of-options", ancestor, of]);
    return exitCode === 0 ? true : exitCode === 1 ? false : null;
  }
  async changedFiles(base, head) {
    const options = [
      "--raw",
      "-z",
      "--no-renames",
      "--no-ext-diff",
      "--no-textconv",
      "--ignore-submodules",
      "--abbrev=40"
    ];
    const changes = /* @__PURE__ */ new Map();
    if (head.hash === WORKTREE) {
      const diff = await git(this.root, ["diff", ...options, base.hash, "--"]);
      for (const change of parseRawDiff(diff)) changes.set(change.path, change);
      const listed = await git(this.root, ["ls-files", "-z", "--others", "--exclude-standard", "--full-name"]);
      const untracked = await regularFiles(this.root, splitNul(listed));
      for (const path of untracked) changes.set(path, { path, status: "added" });
      for (const change of await this.#forgotten(base, untracked)) {
        if (change.same) changes.delete(change.path);
        else changes.set(change.path, { path: change.path, status: "modified" });
      }
    } else {
      const diff = await git(this.root, ["diff-tree", "-r", ...options, base.hash, head.hash, "--"]);
      for (const change of parseRawDiff(diff)) changes.set(change.path, change);
    }
    return [...changes.values()].sort((a, b) => a.path < b.path ? -1 : 1);
  }
  /** Files that the index forgot though the base holds them (`git rm --cached`): git compares their bytes no more. */
  async #forgotten(base, untracked) {
    const inBase = await this.#blobs(base);
    const paths = untracked.filter((path) => inBase.has(path));
    const filesBefore = this.#readFiles(base, paths);
    const forgotten = [];
    for await (const { path, bytes: bytes2 } of readWorkTree(this.root, paths)) {
      const { value: before3 } = await filesBefore.next();
      const same = bytes2 !== null && before3?.bytes != null && Buffer.compare(bytes2, before3.bytes) === 0;
      forgotten.push({ path, same });
    }
    return forgotten;
  }
  tree(revision2) {
    if (revision2.hash === WORKTREE) {
      return { list: () => listWorkTree(this.root), read: (paths) => readWorkTree(this.root, paths) };
    }
    return {
      list: async () => [...(await this.#blobs(revision2)).keys()].sort(),
      read: (paths) => this.#readFiles(revision2, paths)
    };
  }
  async *#readFiles(revision2, paths) {
    const blobs = await this.#blobs(revision2);
    const present2 = paths.filter((path) => blobs.has(path));
    const contents2 = readBlobs(
      this.root,
      present2.map((path) => blobs.get(path) ?? "")
    );
    try {
      for (const path of paths) {
        const object = blobs.get(path);
        const bytes2 = object === void 0 ? null : (await contents2.next()).value ?? null;
        if (object !== void 0 && bytes2 === null) throw gitFailure("cat-file", `${object} (${path}) is missing`);
        yield { path, bytes: bytes2 };
      }
    } finally {
      await contents2.return(void 0);
    }
  }
  /** Path → object name of every regular file of a revision. */
  #blobs(revision2) {
    const known = this.#blobsByRevision.get(revision2.hash);
    if (known !== void 0) return known;
    const listing = git(this.root, ["ls-tree", "-r", "-z", "--full-tree", revision2.hash]).then(parseTree);
    this.#blobsByRevision.set(revision2.hash, listing);
    const [oldest] = this.#blobsByRevision.keys();
    if (this.#blobsByRevision.size > LISTINGS_KEPT && oldest !== void 0) this.#blobsByRevision.delete(oldest);
    return listing;
  }
  async #find(revision2) {
    const verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision2}^{commit}`];
    const { exitCode, stdout } = await runGit(this.root, verify);
    if (exitCode !== 0) return void 0;
    const hash = stripNewLine(stdout);
    const date = await runGit(this.root, ["show", "--no-patch", "--format=%cI", hash, "--"]);
    if (date.exitCode !== 0) return void 0;
    return { hash, name: revision2, committedAt: stripNewLine(date.stdout) };
  }
  async #isShallow() {
    return stripNewLine(await git(this.root, ["rev-parse", "--is-shallow-repository"])) === "true";
  }
};
function shallow(message) {
  return new ExpectedFailure(
    "shallow-clone",
    message,
    "Fetch more history with `git fetch --unshallow` (or `git fetch --deepen=100`), then run the command again."
  );
}
function stripNewLine(output) {
  return output.toString("utf8").replace(/\n$/, "");
}

// src/languages/registry.ts
import { extname } from "node:path/posix";

// src/languages/java/braces.ts
function matchBraces(tokens3) {
  const pairs2 = /* @__PURE__ */ new Map();
  const open4 = [];
  let offset = 0;
  for (const { text } of tokens3) {
    if (text === "{") {
      const pair = { end: Number.POSITIVE_INFINITY, depth: open4.length };
      pairs2.set(offset, pair);
      open4.push(pair);
    } else if (text === "}") {
      const pair = open4.pop();
      if (pair !== void 0) pair.end = offset + 1;
    }
    offset += text.length;
  }
  return pairs2;
}

// src/languages/java/unicode-escapes.ts
var ESCAPE = /\\u+([\da-fA-F]{4})/y;
var WORD_CHARACTER = /[\p{ID_Continue}\p{Sc}\p{Pc}]/u;
function wordEscapeEnd(text, start) {
  ESCAPE.lastIndex = start;
  const match = ESCAPE.exec(text);
  return match !== null && WORD_CHARACTER.test(decoded(match[1])) ? ESCAPE.lastIndex : start;
}
function escapesSyntax({ kind, text }) {
  if (!text.includes("\\u")) return false;
  switch (kind) {
    case "operator":
      return true;
    case "comment":
      return text.startsWith("/*") ? /[*/]/.test(escapedCharacters(text)) : /[\r\n]/.test(escapedCharacters(text));
    case "string":
      if (text.startsWith('"""')) return /["\\]/.test(escapedCharacters(text));
      return /["'\\\r\n]/.test(escapedCharacters(text)) && !WHOLE_LITERAL.test(translated(text));
    default:
      return false;
  }
}
var ELIGIBLE_ESCAPE = /(?<!\\)((?:\\\\)*)\\u+([\da-fA-F]{4})/g;
var WHOLE_LITERAL = /^(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*')$/;
function escapedCharacters(text) {
  return Array.from(text.matchAll(ELIGIBLE_ESCAPE), (match) => decoded(match[2])).join("");
}
function translated(text) {
  return text.replace(ELIGIBLE_ESCAPE, (_, backslashes, digits) => backslashes + decoded(digits));
}
function decoded(digits) {
  return String.fromCharCode(Number.parseInt(digits ?? "", 16));
}

// src/languages/java/doubts.ts
function doubtfulOffsets(tokens3) {
  const offsets = [];
  let offset = 0;
  for (const token of tokens3) {
    if (isUnclosed(token) || escapesSyntax(token)) offsets.push(offset);
    offset += token.text.length;
  }
  return offsets;
}
function isUnclosed({ kind, text }) {
  switch (kind) {
    case "string":
      return !endsWithQuote(text, text.startsWith('"""') ? '"""' : text.charAt(0));
    case "comment":
      return text.startsWith("/*") && !(text.length >= 4 && text.endsWith("*/"));
    default:
      return false;
  }
}
function endsWithQuote(text, quote2) {
  if (text.length < 2 * quote2.length || !text.endsWith(quote2)) return false;
  let backslash = text.length - quote2.length - 1;
  while (text.charAt(backslash) === "\\") backslash -= 1;
  return (text.length - quote2.length - 1 - backslash) % 2 === 0;
}

// src/languages/java/grammar.ts
import { existsSync } from "node:fs";
import { readFile as readFile6 } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Language as WasmLanguage, Parser as WasmParser } from "web-tree-sitter";
async function loadGrammar(choice = "auto") {
  if (choice === "wasm") return loadWasm("asked for");
  try {
    return loadNative();
  } catch (error) {
    return loadWasm(error instanceof Error ? firstLine(error.message) : String(error));
  }
}
var PIECE_LENGTH = 16 * 1024;
var require2 = createRequire(import.meta.url);
function loadNative() {
  const Parser = require2("tree-sitter");
  const parser = new Parser();
  parser.setLanguage(require2("tree-sitter-java"));
  return {
    parserKind: { kind: "native" },
    parse(text, read3) {
      const tree = parser.parse(inPieces(text));
      if (tree === void 0) throw new Error("tree-sitter gave no tree");
      return read3(tree.rootNode);
    }
  };
}
async function loadWasm(reason) {
  const runtime = await readFile6(findWasm("web-tree-sitter", "web-tree-sitter.wasm"));
  const language = await readFile6(findWasm("tree-sitter-java", "tree-sitter-java.wasm"));
  await WasmParser.init({ wasmBinary: runtime });
  const parser = new WasmParser();
  parser.setLanguage(await WasmLanguage.load(language));
  return {
    parserKind: { kind: "wasm", reason },
    parse(text, read3) {
      const tree = parser.parse(inPieces(text));
      if (tree === null) throw new Error("web-tree-sitter gave no tree");
      try {
        return read3(tree.rootNode);
      } finally {
        tree.delete();
      }
    }
  };
}
function inPieces(text) {
  return (index) => index < text.length ? text.slice(index, index + PIECE_LENGTH) : void 0;
}
function findWasm(packageName2, fileName2) {
  const beside = fileURLToPath(new URL(fileName2, import.meta.url));
  return existsSync(beside) ? beside : require2.resolve(`${packageName2}/${fileName2}`);
}
function firstLine(message) {
  return message.split("\n", 1)[0] ?? message;
}

// src/languages/java/lexer.ts
function tokenize(text) {
  const tokens3 = [];
  let start = 0;
  while (start < text.length) {
    const kind = kindAt(text, start);
    const end3 = endOf(kind, text, start);
    tokens3.push(end3 === start + 1 ? shortToken(kind, text, start) : tokenOf(kind, text.slice(start, end3)));
    start = end3;
  }
  return tokens3;
}
var KEYWORDS = new Set(
  "abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for goto if implements import instanceof int interface long native new null package private protected public return short static strictfp super switch synchronized this throw throws transient true try void volatile while".split(" ")
);
function tokenOf(kind, text) {
  return { kind: kind === "identifier" && KEYWORDS.has(text) ? "keyword" : kind, text };
}
var shortTokens = new Array(128);
function shortToken(kind, text, start) {
  const code2 = text.charCodeAt(start);
  const known = shortTokens[code2];
  if (known !== void 0) return known;
  const token = Object.freeze(tokenOf(kind, text.charAt(start)));
  if (code2 < 128) shortTokens[code2] = token;
  return token;
}
var QUOTE = 39;
var DOUBLE_QUOTE = 34;
var STAR = 42;
var DOT = 46;
var SLASH = 47;
var BACKSLASH = 92;
var LINE_FEED2 = 10;
var CARRIAGE_RETURN = 13;
var ASCII_KIND = Array.from({ length: 128 }, (_, code2) => {
  const character = String.fromCharCode(code2);
  if (/[\w$]/.test(character)) return /\d/.test(character) ? "number" : "identifier";
  if (/\s/.test(character)) return "space";
  return code2 === QUOTE || code2 === DOUBLE_QUOTE ? "string" : "operator";
});
var IS_ASCII_WORD = ASCII_KIND.map((kind) => kind === "identifier" || kind === "number");
function kindAt(text, start) {
  const code2 = text.charCodeAt(start);
  const kind = ASCII_KIND[code2];
  if (kind === void 0) return kindBeyondAscii(text, start);
  if (kind !== "operator") return kind;
  const next2 = text.charCodeAt(start + 1);
  if (code2 === SLASH && (next2 === SLASH || next2 === STAR)) return "comment";
  if (code2 === DOT && ASCII_KIND[next2] === "number") return "number";
  if (code2 === BACKSLASH && wordEscapeEnd(text, start) > start) return "identifier";
  return "operator";
}
function kindBeyondAscii(text, start) {
  if (text.charAt(start) === "\uFEFF") return "space";
  return matchEnd(WORD_BEYOND_ASCII, text, start) > start ? "identifier" : "operator";
}
function endOf(kind, text, start) {
  switch (kind) {
    case "identifier":
    case "keyword":
      return wordEnd(text, start);
    case "space":
      return spaceEnd(text, start);
    case "operator":
      return operatorEnd(text, start);
    case "number":
      return matchEnd(NUMBER, text, start);
    case "string":
      return stringEnd(text, start);
    case "comment":
      return commentEnd(text, start);
  }
}
var WORD_BEYOND_ASCII = /[\p{ID_Continue}\p{Sc}\p{Pc}]+/uy;
function wordEnd(text, start) {
  let end3 = start;
  for (; ; ) {
    const code2 = text.charCodeAt(end3);
    if (IS_ASCII_WORD[code2]) end3 += 1;
    else if (code2 === BACKSLASH || code2 >= 128) {
      const next2 = code2 === BACKSLASH ? wordEscapeEnd(text, end3) : matchEnd(WORD_BEYOND_ASCII, text, end3);
      if (next2 === end3) return end3;
      end3 = next2;
    } else return end3;
  }
}
function spaceEnd(text, start) {
  let end3 = start + 1;
  while (ASCII_KIND[text.charCodeAt(end3)] === "space") end3 += 1;
  return end3;
}
var JOINS = Array.from(
  { length: 128 },
  (_, code2) => "=<&|+->:.".includes(String.fromCharCode(code2))
);
var OPERATOR = />=|<<?=?|->|--|\+\+|&&|\|\||::|\.\.\.|[-+*/%&|^!=]=|\\u+[\da-fA-F]{4}|./suy;
function operatorEnd(text, start) {
  const code2 = text.charCodeAt(start);
  const single = code2 < 128 && code2 !== BACKSLASH && !JOINS[text.charCodeAt(start + 1)];
  return single ? start + 1 : matchEnd(OPERATOR, text, start);
}
var NUMBER = /(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][-+]?[\d_]*)?|0[bB][01_]+|(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d[\d_]*)?)[lLfFdD]?/y;
function stringEnd(text, start) {
  if (text.startsWith('"""', start)) return textBlockEnd(text, start);
  const quote2 = text.charCodeAt(start);
  for (let end3 = start + 1; end3 < text.length; end3 += 1) {
    const code2 = text.charCodeAt(end3);
    if (code2 === quote2) return end3 + 1;
    if (code2 === LINE_FEED2 || code2 === CARRIAGE_RETURN) return end3;
    if (code2 === BACKSLASH && !isLineEnd(text.charCodeAt(end3 + 1))) end3 += 1;
  }
  return text.length;
}
function textBlockEnd(text, start) {
  for (let end3 = start + 3; end3 < text.length; end3 += 1) {
    const code2 = text.charCodeAt(end3);
    if (code2 === BACKSLASH) end3 += 1;
    else if (code2 === DOUBLE_QUOTE && text.startsWith('"""', end3)) return end3 + 3;
  }
  return text.length;
}
function commentEnd(text, start) {
  if (text.charCodeAt(start + 1) === STAR) {
    const close = text.indexOf("*/", start + 2);
    return close < 0 ? text.length : close + 2;
  }
  let end3 = start + 2;
  while (end3 < text.length && !isLineEnd(text.charCodeAt(end3))) end3 += 1;
  return end3;
}
function isLineEnd(code2) {
  return code2 === LINE_FEED2 || code2 === CARRIAGE_RETURN;
}
function matchEnd(pattern, text, start) {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

// src/languages/java/paraphrase.ts
function paraphrase(tokens3) {
  const sentence3 = new Sentence(tokens3);
  const rules = sentence3.isModule ? RULES : [...RULES, contextualName];
  for (let at = 0; at < sentence3.length; at += 1) for (const rule2 of rules) rule2(sentence3, at);
  return sentence3.toString();
}
var Sentence = class {
  #texts;
  /** Index in `#texts` of every token that is neither space nor comment. */
  #code;
  constructor(tokens3) {
    this.#texts = tokens3.map(plainSpelling);
    this.#code = tokens3.flatMap(({ kind }, index) => kind === "space" || kind === "comment" ? [] : [index]);
  }
  get length() {
    return this.#code.length;
  }
  /** Whether this is a `module-info.java`, where `open`, `module` and `with` are keywords. */
  get isModule() {
    const start = this.#code.findIndex((_, at) => this.at(at) === "module" && this.isWord(at + 1));
    return start >= 0 && this.at(this.nameEnd(start + 1)) === "{";
  }
  at(position) {
    return this.#texts[this.#code[position] ?? -1] ?? "";
  }
  isWord(position) {
    return /^[\p{ID_Start}_$]/u.test(this.at(position));
  }
  /** Past a name with its dots. */
  nameEnd(start) {
    let end3 = start + 1;
    while (this.at(end3) === "." && this.isWord(end3 + 1)) end3 += 2;
    return end3;
  }
  /** Past the annotation at `start`. */
  annotationEnd(start) {
    const end3 = this.nameEnd(start + 1);
    return this.at(end3) === "(" ? this.closed(end3, "(", ")") : end3;
  }
  /** Past the bracket that closes the one at `start`. */
  closed(start, open4, close) {
    let depth = 0;
    for (let at = start; at < this.length; at += 1) {
      if (this.at(at) === open4) depth += 1;
      if (this.at(at) === close) depth -= 1;
      if (depth === 0) return at + 1;
    }
    return this.length;
  }
  write(position, text) {
    const index = this.#code[position];
    if (index !== void 0) this.#texts[index] = text;
  }
  blank(from, to) {
    for (let at = from; at < to; at += 1) this.write(at, " ".repeat(this.at(at).length));
  }
  toString() {
    return this.#texts.join("");
  }
};
function plainSpelling({ kind, text }) {
  switch (kind) {
    case "identifier":
      return text.replace(/\\|[^\P{Sc}$]/gu, (sign2) => "$".repeat(sign2.length));
    case "number":
      return text.replace(/_/g, "0");
    default:
      return text === "" ? " " : text;
  }
}
var RULES = [importModule, lateConstructorCall, annotatedVarargs, caseLabel, recordPattern];
function importModule(sentence3, at) {
  const found = sentence3.at(at) === "import" && sentence3.at(at + 1) === "module" && sentence3.isWord(at + 2);
  if (found) sentence3.blank(at + 1, at + 2);
}
function lateConstructorCall(sentence3, at) {
  const word = sentence3.at(at);
  const isCall = (word === "this" || word === "super") && sentence3.at(at + 1) === "(" && sentence3.at(at - 1) !== ">";
  if (isCall) sentence3.write(at, `$${word.slice(1)}`);
}
function annotatedVarargs(sentence3, at) {
  let end3 = at;
  while (sentence3.at(end3) === "@" && sentence3.isWord(end3 + 1)) end3 = sentence3.annotationEnd(end3);
  if (end3 > at && sentence3.at(end3) === "...") sentence3.blank(at, end3);
}
function caseLabel(sentence3, at) {
  if (sentence3.at(at) !== "case") return;
  let depth = 0;
  let comma = -1;
  let end3 = at + 1;
  for (; end3 < sentence3.length; end3 += 1) {
    const text = sentence3.at(end3);
    if (LABEL_END.has(text) || text === "when" && end3 > at + 1 && sentence3.at(end3 - 1) !== ",") break;
    if (text === "(" || text === "<") depth += 1;
    if (text === ")" || text === ">") depth -= 1;
    if (text === "," && depth === 0 && comma < 0) comma = end3;
  }
  if (comma >= 0) sentence3.blank(comma, end3);
  simplifyPattern(sentence3, at + 1, comma >= 0 ? comma : end3);
}
var LABEL_END = /* @__PURE__ */ new Set(["->", ":", ";", "{", "}"]);
function recordPattern(sentence3, at) {
  if (sentence3.at(at) !== "instanceof") return;
  let open4 = at + 1;
  while (sentence3.at(open4) === "final" || sentence3.at(open4) === "@") {
    open4 = sentence3.at(open4) === "@" ? sentence3.annotationEnd(open4) : open4 + 1;
  }
  open4 = sentence3.nameEnd(open4);
  if (sentence3.at(open4) === "<") open4 = sentence3.closed(open4, "<", ">");
  if (sentence3.at(open4) === "(") simplifyPattern(sentence3, at + 1, sentence3.closed(open4, "(", ")"));
}
function simplifyPattern(sentence3, from, to) {
  for (let at = from; at < to; at += 1) {
    const text = sentence3.at(at);
    if (text === "." && sentence3.isWord(at - 1) && sentence3.isWord(at + 1)) sentence3.write(at, "$");
    if (text === "final") sentence3.blank(at, at + 1);
    if (text === "@") sentence3.blank(at, sentence3.annotationEnd(at));
  }
}
function contextualName(sentence3, at) {
  const word = sentence3.at(at);
  switch (word) {
    case "record":
      if (sentence3.isWord(at + 1) && /^[(<]$/.test(sentence3.at(at + 2))) return;
      break;
    case "sealed":
      if (sentence3.isWord(at + 1) || sentence3.at(at + 1) === "@") return;
      break;
    case "open":
    case "module":
    case "with":
      break;
    default:
      return;
  }
  sentence3.write(at, `$${word.slice(1)}`);
}

// src/core/unit.ts
var CONSTRUCTOR_NAME = "<init>";
function bodyOf(source, unit) {
  return source.text.slice(unit.body.start, unit.body.end);
}
function displayName(id) {
  return id.slice(id.indexOf("#") + 1);
}

// src/core/tokens.ts
function sameTokens(tokenize2, a, b) {
  if (a === b) return true;
  const left = significant(tokenize2(a));
  const right = significant(tokenize2(b));
  return left.length === right.length && left.every((token, index) => token.text === right[index]?.text);
}
function significant(tokens3) {
  return tokens3.filter((token) => token.kind !== "comment" && token.kind !== "space");
}

// src/languages/java/headers.ts
function typeText(source) {
  return PLAIN_TYPE.test(source) ? source : spell(withoutAnnotations(significant(tokenize(source))));
}
var PLAIN_TYPE = /^[\w.$<>[\]]*$/;
function parametersOf(list3) {
  return splitAtCommas(withoutAnnotations(significant(tokenize(list3)).slice(1, -1))).flatMap((part3) => {
    const tokens3 = part3.filter((token) => token.text !== "final");
    const nameAt = tokens3.findLastIndex((token) => token.kind === "identifier" || token.text === "this");
    const name2 = tokens3[nameAt];
    if (name2 === void 0 || name2.text === "this") return [];
    const type = [...tokens3.slice(0, nameAt), ...tokens3.slice(nameAt + 1)];
    return [{ type: spell(type), name: name2.text }];
  });
}
function clauseTypes(clause) {
  return splitAtCommas(withoutAnnotations(significant(tokenize(clause)).slice(1))).map(spell);
}
function modifiersOf(source) {
  if (PLAIN_MODIFIERS.test(source)) return source.split(" ");
  const modifiers = [];
  const tokens3 = tokenize(source);
  for (let start = codeAt(tokens3, 0); start < tokens3.length; ) {
    const end3 = modifierEnd(tokens3, start);
    modifiers.push(joined(tokens3.slice(start, end3)));
    start = codeAt(tokens3, end3);
  }
  return modifiers;
}
var PLAIN_MODIFIERS = /^@?\w+(?: @?\w+)*$/;
function modifierEnd(tokens3, start) {
  switch (tokens3[start]?.text) {
    case "@":
      return annotationEnd(tokens3, start);
    case "non":
      return start + 3;
    // non-sealed
    default:
      return start + 1;
  }
}
function withoutAnnotations(tokens3) {
  if (!tokens3.some((token) => token.text === "@")) return tokens3;
  const kept = [];
  let position = 0;
  for (const [at, token] of tokens3.entries()) {
    if (at < position) continue;
    position = token.text === "@" ? annotationEnd(tokens3, at) : at + 1;
    if (token.text !== "@") kept.push(token);
  }
  return kept;
}
function annotationEnd(tokens3, start) {
  let end3 = codeAt(tokens3, start + 1) + 1;
  for (let dot = codeAt(tokens3, end3); tokens3[dot]?.text === "."; dot = codeAt(tokens3, end3))
    end3 = codeAt(tokens3, dot + 1) + 1;
  const open4 = codeAt(tokens3, end3);
  return tokens3[open4]?.text === "(" ? closingEnd(tokens3, open4) : end3;
}
function codeAt(tokens3, start) {
  let at = start;
  while (tokens3[at]?.kind === "space" || tokens3[at]?.kind === "comment") at += 1;
  return at;
}
function closingEnd(tokens3, open4) {
  let depth = 0;
  for (let at = open4; at < tokens3.length; at += 1) {
    if (tokens3[at]?.text === "(") depth += 1;
    if (tokens3[at]?.text === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens3.length;
}
function splitAtCommas(tokens3) {
  if (tokens3.length === 0) return [];
  const parts = [];
  let part3 = [];
  let depth = 0;
  for (const token of tokens3) {
    if (token.text === "<") depth += 1;
    if (token.text === ">") depth -= 1;
    if (token.text === "," && depth === 0) {
      parts.push(part3);
      part3 = [];
    } else part3.push(token);
  }
  parts.push(part3);
  return parts;
}
function spell(tokens3) {
  let text = "";
  let previous;
  for (const token of tokens3) {
    if (previous !== void 0 && spaceBetween(previous, token)) text += " ";
    text += token.text;
    previous = token;
  }
  return text;
}
function spaceBetween(left, right) {
  if (left.text === "," || left.text === "&" || right.text === "&") return true;
  return (isWord(left) || left.text === "?") && isWord(right);
}
function isWord(token) {
  return token.kind === "identifier" || token.kind === "keyword";
}
function joined(tokens3) {
  return tokens3.map((token) => token.text).join("");
}

// src/languages/java/declarations.ts
function methodParts(node, text) {
  let name2;
  let body;
  let parameters;
  let throws = [];
  let returnType = "";
  const modifiers = [];
  for (const child of node.namedChildren) {
    switch (child.type) {
      case "modifiers":
      case "annotation":
      case "marker_annotation":
        modifiers.push(...modifiersOf(textOf2(child, text)));
        break;
      case "identifier":
        name2 = child;
        break;
      case "formal_parameters":
        parameters = textOf2(child, text);
        break;
      case "dimensions":
        returnType += typeText(textOf2(child, text));
        break;
      case "throws":
        throws = clauseTypes(textOf2(child, text));
        break;
      case "block":
      case "constructor_body":
        body = child;
        break;
      case "type_parameters":
      case "line_comment":
      case "block_comment":
        break;
      default:
        returnType = typeText(textOf2(child, text));
    }
  }
  if (name2 === void 0 || body === void 0) return void 0;
  return { modifiers, returnType, name: name2, parameters, throws, body };
}
function typeParts(node, text) {
  let name2 = "";
  let components;
  let body;
  const supertypes = [];
  for (const child of node.namedChildren) {
    switch (child.type) {
      case "identifier":
        name2 = textOf2(child, text);
        break;
      case "formal_parameters":
        components = textOf2(child, text);
        break;
      case "superclass":
      case "super_interfaces":
      case "extends_interfaces":
        supertypes.push(...clauseTypes(textOf2(child, text)));
        break;
      case "class_body":
      case "interface_body":
      case "enum_body":
      case "annotation_type_body":
        body = child;
    }
  }
  const kind = KIND_OF_TYPE[node.type];
  return body === void 0 || kind === void 0 ? void 0 : { name: name2, kind, supertypes, components, body };
}
var KIND_OF_TYPE = {
  class_declaration: "class",
  record_declaration: "record",
  interface_declaration: "interface",
  enum_declaration: "enum",
  annotation_type_declaration: "annotation"
};
var TYPE_DECLARATIONS = Object.keys(KIND_OF_TYPE);
function declaratorParts(node, text) {
  const declarators = [];
  let type;
  for (const child of node.namedChildren) {
    if (child.type === "modifiers" || isComment(child)) continue;
    if (child.type === "variable_declarator") {
      const dimensions = typeText(textOf2(child.childForFieldName("dimensions"), text));
      const name2 = textOf2(child.childForFieldName("name"), text);
      declarators.push({ type: (type ?? "") + dimensions, name: name2, node: child });
    } else type ??= typeText(textOf2(child, text));
  }
  return declarators;
}
function isComment(node) {
  return node.type === "line_comment" || node.type === "block_comment";
}
function textOf2(node, text) {
  return node === null || node === void 0 ? "" : text.slice(node.startIndex, node.endIndex);
}

// src/languages/java/units.ts
function readTree(root, source) {
  const reader = new TreeReader(source, root.hasError);
  reader.readFile(root);
  const { packageName: packageName2, imports, types, units } = reader;
  return { packageName: packageName2, imports, types, units };
}
var TreeReader = class {
  packageName = "";
  imports = [];
  types = [];
  units = [];
  #idUses = /* @__PURE__ */ new Map();
  #source;
  #hasErrors;
  constructor(source, hasErrors) {
    this.#source = source;
    this.#hasErrors = hasErrors;
  }
  readFile(root) {
    const place = { typeName: "", depth: -1, components: void 0, anonymous: /* @__PURE__ */ new Map(), fields: [] };
    this.#readMembers(root, place);
  }
  #readMembers(body, place) {
    let javadoc = "";
    let before3;
    for (const member of body.namedChildren) {
      if (isComment(member)) {
        const comment = this.#text(member);
        if (comment.startsWith("/**") && comment !== "/**/") javadoc = comment;
        continue;
      }
      if (!this.#mayHoldBeginning(before3)) this.#readMember(member, place, javadoc);
      javadoc = "";
      before3 = member;
    }
  }
  /** Whether the first words of what follows may have gone into an error. */
  #mayHoldBeginning(node) {
    return node?.isError === true && !/[;{}]$/.test(this.#text(node));
  }
  #readMember(member, place, javadoc) {
    switch (member.type) {
      case "package_declaration":
        this.packageName = typeText(this.#text(member.namedChildren.findLast((child) => !isComment(child))));
        break;
      case "import_declaration":
        this.imports.push(typeText(this.#text(member).replace(/^import\s+(?:static\s+)?|\s*;$/g, "")));
        break;
      case "method_declaration":
        this.#readUnit(member, place, "method", javadoc);
        break;
      case "constructor_declaration":
        this.#readUnit(member, place, "constructor", javadoc);
        break;
      case "compact_constructor_declaration":
        this.#readUnit(member, place, "compact-constructor", javadoc);
        break;
      case "field_declaration":
      case "constant_declaration":
      case "local_variable_declaration":
        this.#readFields(member, place);
        break;
      case "enum_constant":
        this.#readEnumConstant(member, place);
        break;
      case "enum_body_declarations":
        this.#readMembers(member, place);
        break;
      case "static_initializer":
        this.#readTypesIn(member, "static", place);
        break;
      case "block":
        this.#readTypesIn(member, "init", place);
        break;
      default:
        if (TYPE_DECLARATIONS.includes(member.type)) this.#readType(member, place, "member");
    }
  }
  #readType(node, place, where) {
    const parts = typeParts(node, this.#source.text);
    if (parts === void 0) return;
    const { kind, supertypes, components, body } = parts;
    const depth = this.#depthOf(body);
    const isPlausible = where === "local" || depth === place.depth + 1;
    const header = { name: qualified(place, parts.name), kind, supertypes };
    this.#readBody(body, header, isPlausible ? depth : Number.NaN, components);
  }
  #readBody(body, header, depth, components) {
    const fields = components === void 0 ? [] : parametersOf(components);
    this.types.push({ ...header, fields });
    if (!(depth < DEEPEST_TYPE)) return;
    this.#readMembers(body, { typeName: header.name, depth, components, anonymous: /* @__PURE__ */ new Map(), fields });
  }
  #readFields(node, place) {
    for (const { type, name: name2, node: declarator } of declaratorParts(node, this.#source.text)) {
      place.fields.push({ type, name: name2 });
      this.#readTypesIn(declarator, name2, place);
    }
  }
  #readEnumConstant(node, place) {
    const name2 = this.#text(node.childForFieldName("name"));
    const type = place.typeName.slice(place.typeName.lastIndexOf(".") + 1);
    place.fields.push({ type, name: name2 });
    if (node.hasError) return;
    const values = node.childForFieldName("arguments");
    if (values !== null) this.#readTypesIn(values, name2, place);
    const body = node.childForFieldName("body");
    if (body === null) return;
    this.#readBody(body, { name: qualified(place, name2), kind: "anonymous", supertypes: [type] }, place.depth + 1);
  }
  /** Anonymous and local classes in an initialiser, the former numbered by what they are in. */
  #readTypesIn(node, holder, place) {
    if (node.hasError || !this.#isCertain(place) || !this.#text(node).includes("{")) return;
    let end3 = node.startIndex;
    for (const found of node.descendantsOfType(TYPES_IN_EXPRESSIONS)) {
      if (found.startIndex < end3) continue;
      end3 = found.endIndex;
      if (found.type === "class_body") this.#readAnonymous(found, holder, place);
      else this.#readType(found, place, "local");
    }
  }
  #readAnonymous(body, holder, place) {
    const number3 = (place.anonymous.get(holder) ?? 0) + 1;
    place.anonymous.set(holder, number3);
    const supertype = typeText(this.#text(body.parent?.childForFieldName("type")));
    const name2 = qualified(place, `${holder}$${number3}`);
    this.#readBody(body, { name: name2, kind: "anonymous", supertypes: [supertype] }, this.#depthOf(body));
  }
  #readUnit(node, place, kind, javadoc) {
    if (node.hasError || !this.#isCertain(place)) return;
    const parts = methodParts(node, this.#source.text);
    if (parts === void 0 || !this.#isBody(parts.body, place)) return;
    const name2 = kind === "method" ? this.#text(parts.name) : CONSTRUCTOR_NAME;
    const parameters = parametersOf((kind === "compact-constructor" ? place.components : parts.parameters) ?? "()");
    const signature2 = `${name2}(${parameters.map((parameter) => parameter.type).join(",")})`;
    this.units.push({
      id: this.#freshId(`${this.#source.path}#${qualified(place, signature2)}`),
      path: this.#source.path,
      typeName: place.typeName,
      kind,
      name: name2,
      parameters,
      returnType: parts.returnType,
      modifiers: parts.modifiers,
      throws: parts.throws,
      javadoc,
      declaration: { start: node.startIndex, end: node.endIndex },
      body: { start: parts.body.startIndex, end: parts.body.endIndex },
      line: this.#source.lineAt(parts.name.startIndex)
    });
  }
  /** A file with errors may have lost a type's head or end: what stands in no type is then in the wrong place. */
  #isCertain(place) {
    return !this.#hasErrors || place.typeName !== "";
  }
  /** Whether the tokens see the same braces, just inside those of the type. */
  #isBody(body, place) {
    const pair = this.#source.braces.get(body.startIndex);
    if (pair === void 0 || pair.end !== body.endIndex || pair.depth !== place.depth + 1) return false;
    return body.endIndex <= this.#source.trustedUntil;
  }
  #depthOf(body) {
    return this.#source.braces.get(body.startIndex)?.depth ?? Number.NaN;
  }
  #freshId(id) {
    const uses = (this.#idUses.get(id) ?? 0) + 1;
    this.#idUses.set(id, uses);
    return uses === 1 ? id : `${id}~${uses}`;
  }
  #text(node) {
    return textOf2(node, this.#source.text);
  }
};
var DEEPEST_TYPE = 200;
var TYPES_IN_EXPRESSIONS = ["class_body", ...TYPE_DECLARATIONS];
function qualified(place, name2) {
  return place.typeName === "" ? name2 : `${place.typeName}.${name2}`;
}

// src/languages/java.ts
async function loadJava(options = {}) {
  const grammar = await loadGrammar(options.parser);
  return {
    name: "java",
    extensions: [".java"],
    parserKind: grammar.parserKind,
    parse: (path, text) => parseJava(grammar, path, text),
    tokenize,
    isBody: (text) => isBody(grammar, text)
  };
}
function parseJava(grammar, path, text) {
  const tokens3 = tokenize(text);
  const doubts = doubtfulOffsets(tokens3);
  const lineAt = lineFinder(text);
  const trustedUntil = doubts[0] ?? Number.POSITIVE_INFINITY;
  const facts = { path, text, braces: matchBraces(tokens3), trustedUntil, lineAt };
  return withTree(grammar, text, tokens3, (root) => ({
    path,
    text,
    ...readTree(root, facts),
    errorLines: distinct([...errorOffsets(root), ...doubts].sort((a, b) => a - b).map(lineAt))
  }));
}
function withTree(grammar, text, tokens3, read3) {
  const [isRead, result] = grammar.parse(
    withLineFeeds(text),
    (root) => root.hasError ? [false] : [true, read3(root)]
  );
  return isRead ? result : grammar.parse(withLineFeeds(paraphrase(tokens3)), read3);
}
function withLineFeeds(text) {
  return text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
}
function errorOffsets(root) {
  const offsets = [];
  const pending = [root];
  for (let node = pending.pop(); node !== void 0; node = pending.pop()) {
    if (node.isError || node.isMissing) offsets.push(node.startIndex);
    else if (node.hasError) for (const child of node.children) pending.push(child);
  }
  return offsets;
}
function isBody(grammar, text) {
  return ["class A { void a() ", "class A { A() "].some((before3) => {
    const wrapped2 = `${before3}${text} }`;
    const tokens3 = tokenize(wrapped2);
    if (matchBraces(tokens3).get(before3.length)?.end !== before3.length + text.length) return false;
    if (doubtfulOffsets(tokens3).length > 0) return false;
    return withTree(grammar, wrapped2, tokens3, (root) => !root.hasError && root.namedChildren.length === 1);
  });
}
function distinct(lines) {
  return [...new Set(lines)];
}
function lineFinder(text) {
  const ends2 = [];
  for (let end3 = text.indexOf("\n"); end3 >= 0; end3 = text.indexOf("\n", end3 + 1)) ends2.push(end3);
  return (offset) => {
    let low = 0;
    let high = ends2.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((ends2[middle] ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

// src/languages/registry.ts
async function loadLanguages(options = {}) {
  const languages = [await loadJava(options.java)];
  const byExtension = /* @__PURE__ */ new Map();
  for (const language of languages) {
    for (const extension of language.extensions) byExtension.set(extension, language);
  }
  return { languages, forPath: (path) => byExtension.get(extname(path).toLowerCase()) };
}

// src/compose/backtest.ts
import { createHash } from "node:crypto";
import { existsSync as existsSync2 } from "node:fs";
import { readFile as readFile7 } from "node:fs/promises";

// src/workers/pool.ts
import { MessageChannel } from "node:worker_threads";
import { Tinypool } from "tinypool";
function openWorkerPool({ file, threads, signal }) {
  const pool = new Tinypool({ filename: file.href, minThreads: 0, maxThreads: threads, runtime: "worker_threads" });
  const ports = /* @__PURE__ */ new Set();
  const underWay = /* @__PURE__ */ new Set();
  let stopped2 = false;
  const stop = () => {
    stopped2 = true;
    for (const port of ports) port.postMessage("stop");
  };
  signal.addEventListener("abort", stop);
  return {
    async run(task, onMessage) {
      signal.throwIfAborted();
      const { port1, port2 } = new MessageChannel();
      ports.add(port1);
      const told2 = new Promise((resolve8) => port1.on("close", resolve8));
      port1.on("message", onMessage);
      if (stopped2) port1.postMessage("stop");
      const handed = { task, port: port2 };
      const running = pool.run(handed, { transferList: [port2] });
      underWay.add(running);
      try {
        const ended = await running;
        await told2;
        if (ended.kind === "done") return ended.result;
        signal.throwIfAborted();
        throw new ExpectedFailure(ended.code, ended.message, ended.remedy);
      } finally {
        ports.delete(port1);
        underWay.delete(running);
        port1.close();
      }
    },
    async close() {
      signal.removeEventListener("abort", stop);
      stop();
      await Promise.allSettled(underWay);
      await pool.destroy();
    }
  };
}
var STOPPED = new ExpectedFailure("cancelled", "stopped", "Run the same command again to go on.");

// src/compose/backtest.ts
async function composeBacktest({ repository, environment, jobs, signal }) {
  const file = workerFile();
  const program = await readFile7(file);
  await ensureStateFolder(repository);
  const pool = openWorkerPool({ file, threads: jobs, signal });
  return {
    runnerOf(plan) {
      const identity = createHash("sha256").update(program).update(JSON.stringify(plan)).digest("hex").slice(0, 24);
      const task = (step) => ({
        plan,
        root: repository.root,
        folder: inStateFolder(repository, "backtest", identity),
        parser: environment.parser,
        ...step
      });
      return {
        async walk(from, end3, onPoint) {
          await pool.run(task({ kind: "walk", from, end: end3 }), onPoint);
        },
        anew: (from, to) => pool.run(task({ kind: "anew", from, to }), () => {
        })
      };
    },
    close: () => pool.close()
  };
}
function workerFile() {
  const beside = new URL("backtest-worker.js", import.meta.url);
  return existsSync2(beside) ? beside : new URL("../../dist/backtest-worker.js", import.meta.url);
}

// src/models/embedded.ts
import { createHash as createHash4 } from "node:crypto";
import { setImmediate } from "node:timers/promises";

// src/models/embedded/remembering.ts
import { LRUCache } from "lru-cache";

// src/core/text-order.ts
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/models/embedded/code-tokens.ts
function codeTokens(tokens3) {
  const positions = [];
  tokens3.forEach(({ kind }, position) => {
    if (kind !== "space" && kind !== "comment") positions.push(position);
  });
  return { tokens: tokens3, positions };
}
function codeAt2({ tokens: tokens3, positions }, index) {
  const position = positions[index];
  return position === void 0 ? void 0 : tokens3[position];
}
function positionAt({ tokens: tokens3, positions }, index) {
  return positions[index] ?? tokens3.length;
}
function readsAt(code2, index, texts2) {
  return texts2.every((text, offset) => codeAt2(code2, index + offset)?.text === text);
}

// src/models/embedded/parameters.ts
var PASSES = [
  (from, to) => from.type === to.type && from.name === to.name,
  (from, to, samePosition) => samePosition && from.type === to.type,
  (from, to) => from.type === to.type,
  (from, to) => from.name === to.name,
  (_from, _to, samePosition) => samePosition
];
function matchParameters(from, to) {
  const partner = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const agree of PASSES) {
    from.forEach((own, ownPosition) => {
      if (partner.has(own)) return;
      const found = to.find((other, position) => !taken.has(other) && agree(own, other, position === ownPosition));
      if (found === void 0) return;
      partner.set(own, found);
      taken.add(found);
    });
  }
  return {
    pairs: [...partner],
    vanished: from.filter((parameter) => !partner.has(parameter)),
    added: to.filter((parameter) => !taken.has(parameter))
  };
}

// src/models/embedded/argument-lists.ts
function fitParameters(tokens3, from, to) {
  const { pairs: pairs2, vanished, added } = matchParameters(from.parameters, to.parameters);
  const newName2 = new Map(pairs2.map(([own, other]) => [own.name, other.name]));
  const before3 = from.parameters.map((parameter) => newName2.get(parameter.name) ?? parameter.name);
  const after2 = to.parameters.map((parameter) => parameter.name);
  if (sameTexts(before3, after2)) return tokens3;
  let fitted = replaceArgumentLists(tokens3, before3, after2);
  for (const { name: name2 } of vanished) fitted = dropArgument(dropAssignment(fitted, name2), name2);
  if (to.kind === "constructor") {
    const fields = new Set(to.type.fields.map((field) => field.name));
    for (const { name: name2 } of added) if (fields.has(name2)) fitted = addAssignment(fitted, name2);
  }
  return fitted;
}
function sameTexts(a, b) {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
function replaceArgumentLists(tokens3, before3, after2) {
  if (before3.length === 0) return tokens3;
  const pattern = ["(", ...before3.flatMap((name2, index) => index === 0 ? [name2] : [",", name2]), ")"];
  const code2 = codeTokens(tokens3);
  const result = [];
  let copied = 0;
  for (let at = 1; at < code2.positions.length; at += 1) {
    if (!readsAt(code2, at, pattern) || !isCallee(codeAt2(code2, at - 1))) continue;
    result.push(...tokens3.slice(copied, positionAt(code2, at) + 1), ...commaList(after2));
    copied = positionAt(code2, at + pattern.length - 1);
  }
  return copied === 0 ? tokens3 : [...result, ...tokens3.slice(copied)];
}
function isCallee(token) {
  return token?.kind === "identifier" || token?.text === "this" || token?.text === "super" || token?.text === ">";
}
function commaList(names) {
  return names.flatMap((text, index) => {
    const name2 = { kind: "identifier", text };
    return index === 0 ? [name2] : [{ kind: "operator", text: "," }, { kind: "space", text: " " }, name2];
  });
}
function dropAssignment(tokens3, name2) {
  const code2 = codeTokens(tokens3);
  const pattern = ["this", ".", name2, "=", name2, ";"];
  const at = code2.positions.findIndex((_, index) => readsAt(code2, index, pattern));
  if (at < 1) return tokens3;
  return [
    ...tokens3.slice(0, positionAt(code2, at - 1) + 1),
    ...tokens3.slice(positionAt(code2, at + pattern.length - 1) + 1)
  ];
}
function dropArgument(tokens3, name2) {
  const code2 = codeTokens(tokens3);
  const cut = (from, to) => dropArgument([...tokens3.slice(0, positionAt(code2, from)), ...tokens3.slice(positionAt(code2, to))], name2);
  for (let at = 1; at < code2.positions.length; at += 1) {
    if (codeAt2(code2, at)?.text !== name2) continue;
    const before3 = codeAt2(code2, at - 1)?.text;
    const after2 = codeAt2(code2, at + 1)?.text;
    if (before3 === "," && (after2 === "," || after2 === ")")) return cut(at - 1, at + 1);
    if (before3 === "(" && after2 === ",") return cut(at, at + 2);
    if (before3 === "(" && after2 === ")" && isCallee(codeAt2(code2, at - 2))) return cut(at, at + 1);
  }
  return tokens3;
}
function addAssignment(tokens3, name2) {
  const code2 = codeTokens(tokens3);
  const last = code2.positions.findLastIndex(
    (_, index) => readsAt(code2, index, ["this", "."]) && codeAt2(code2, index + 3)?.text === "=" && codeAt2(code2, index + 5)?.text === ";"
  );
  const assigned = code2.positions.some((_, index) => readsAt(code2, index, ["this", ".", name2, "="]));
  if (last === -1 || assigned) return tokens3;
  const afterLast = positionAt(code2, last + 5) + 1;
  const lineStart = tokens3[positionAt(code2, last) - 1];
  const space = lineStart?.kind === "space" ? [lineStart] : [];
  return [...tokens3.slice(0, afterLast), ...space, ...assignment(name2), ...tokens3.slice(afterLast)];
}
function assignment(name2) {
  const space = { kind: "space", text: " " };
  return [
    { kind: "keyword", text: "this" },
    { kind: "operator", text: "." },
    { kind: "identifier", text: name2 },
    space,
    { kind: "operator", text: "=" },
    space,
    { kind: "identifier", text: name2 },
    { kind: "operator", text: ";" }
  ];
}

// src/models/embedded/body-facts.ts
var ENDS_A_TYPE = /* @__PURE__ */ new Set([
  ...[">", "]", "...", "boolean", "byte", "char", "short", "int", "long", "float", "double"]
]);
var FOLLOWS_A_DECLARED_NAME = /* @__PURE__ */ new Set(["=", ";", ":", ",", ")"]);
function bodyFacts(tokens3) {
  const code2 = codeTokens(tokens3);
  const identifiers = /* @__PURE__ */ new Set();
  const variables2 = /* @__PURE__ */ new Set();
  const locals = /* @__PURE__ */ new Set();
  let returnsValue = false;
  code2.positions.forEach((_, index) => {
    const token = codeAt2(code2, index);
    if (token === void 0) return;
    const next2 = codeAt2(code2, index + 1)?.text ?? "";
    if (token.text === "return" && next2 !== ";" || token.text === "throw") returnsValue = true;
    if (token.kind !== "identifier") return;
    identifiers.add(token.text);
    const previous = codeAt2(code2, index - 1);
    if (next2 === "->") locals.add(token.text);
    else if (FOLLOWS_A_DECLARED_NAME.has(next2) && previous !== void 0 && (previous.kind === "identifier" || ENDS_A_TYPE.has(previous.text))) {
      locals.add(token.text);
    }
    const member = previous?.text === "." && codeAt2(code2, index - 2)?.text !== "this";
    if (!member && previous?.text !== "::" && next2 !== "(") variables2.add(token.text);
  });
  return { identifiers, variables: variables2, locals, returnsValue, isEmpty: code2.positions.length <= 2 };
}

// src/models/embedded/edit-transfer.ts
var LARGEST_EDIT_TOKENS = 14;
var CONTEXT_TOKENS = 1;
var LARGEST_TABLE_CELLS = 25e4;
var BRACKETS = { ")": "(", "]": "[", "}": "{" };
function replacing(edits, isGone) {
  return edits.filter(({ removedNames }) => removedNames.some(isGone));
}
function editsBetween(before3, after2) {
  const old = significant(before3);
  const fresh = codeTokens(after2);
  const oldTexts = old.map((token) => token.text);
  const freshTexts = significant(after2).map((token) => token.text);
  return hunksBetween(oldTexts, freshTexts).flatMap(({ oldStart, oldEnd, newStart, newEnd }) => {
    const removed = old.slice(oldStart, oldEnd);
    const inserted = newStart === newEnd ? [] : after2.slice(positionAt(fresh, newStart), positionAt(fresh, newEnd - 1) + 1);
    if (removed.length + newEnd - newStart > LARGEST_EDIT_TOKENS) return [];
    if (!balanced(removed) || !balanced(inserted)) return [];
    if (oldStart < CONTEXT_TOKENS || oldEnd + CONTEXT_TOKENS > old.length) return [];
    return [
      {
        before: oldTexts.slice(oldStart - CONTEXT_TOKENS, oldStart),
        removed: oldTexts.slice(oldStart, oldEnd),
        inserted,
        after: oldTexts.slice(oldEnd, oldEnd + CONTEXT_TOKENS),
        removedNames: removed.flatMap(({ kind, text }) => kind === "identifier" ? [text] : [])
      }
    ];
  });
}
function applyEdits(tokens3, edits) {
  return edits.reduce(applyEdit, tokens3);
}
function applyEdit(tokens3, edit) {
  const code2 = codeTokens(tokens3);
  const pattern = [...edit.before, ...edit.removed, ...edit.after];
  const result = [];
  let copied = 0;
  for (let at = 0; at + pattern.length <= code2.positions.length; at += 1) {
    const first = at + edit.before.length;
    if (positionAt(code2, first) < copied || !readsAt(code2, at, pattern)) continue;
    result.push(...tokens3.slice(copied, positionAt(code2, first)), ...edit.inserted);
    copied = positionAt(code2, first + edit.removed.length - 1) + 1;
  }
  return copied === 0 ? tokens3 : [...result, ...tokens3.slice(copied)];
}
function hunksBetween(old, fresh) {
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let oldEnd = old.length;
  let newEnd = fresh.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === fresh[newEnd - 1]) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  const rows = oldEnd - start;
  const columns2 = newEnd - start;
  if (rows === 0 && columns2 === 0 || (rows + 1) * (columns2 + 1) > LARGEST_TABLE_CELLS) return [];
  const width = columns2 + 1;
  const common = new Uint16Array((rows + 1) * width);
  for (let row5 = rows - 1; row5 >= 0; row5 -= 1) {
    for (let column2 = columns2 - 1; column2 >= 0; column2 -= 1) {
      common[row5 * width + column2] = old[start + row5] === fresh[start + column2] ? 1 + (common[(row5 + 1) * width + column2 + 1] ?? 0) : Math.max(common[(row5 + 1) * width + column2] ?? 0, common[row5 * width + column2 + 1] ?? 0);
    }
  }
  const hunks = [];
  let row4 = 0;
  let column = 0;
  while (row4 < rows || column < columns2) {
    const hunkRow = row4;
    const hunkColumn = column;
    while ((row4 < rows || column < columns2) && (row4 === rows || column === columns2 || old[start + row4] !== fresh[start + column])) {
      const down = row4 < rows ? common[(row4 + 1) * width + column] ?? 0 : -1;
      const right = column < columns2 ? common[row4 * width + column + 1] ?? 0 : -1;
      if (down >= right) row4 += 1;
      else column += 1;
    }
    if (row4 > hunkRow || column > hunkColumn) {
      hunks.push({
        oldStart: start + hunkRow,
        oldEnd: start + row4,
        newStart: start + hunkColumn,
        newEnd: start + column
      });
    }
    while (row4 < rows && column < columns2 && old[start + row4] === fresh[start + column]) {
      row4 += 1;
      column += 1;
    }
  }
  return hunks;
}
function balanced(tokens3) {
  const open4 = [];
  for (const { kind, text } of tokens3) {
    if (kind !== "operator") continue;
    if (text === "(" || text === "[" || text === "{") open4.push(text);
    const opening = BRACKETS[text];
    if (opening !== void 0 && open4.pop() !== opening) return false;
  }
  return open4.length === 0;
}

// src/models/embedded/sub-tokens.ts
var SUB_TOKEN = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9_$\s]+/g;
var IDENTIFIER = /[A-Za-z_$][\w$]*/g;
var PROSE_WORD = /[A-Za-z]{3,}/g;
function subTokens(name2) {
  return name2.match(SUB_TOKEN) ?? [];
}
function identifiersIn(text) {
  return text.match(IDENTIFIER) ?? [];
}
function wordsOfProse(text) {
  return [...new Set((text.match(PROSE_WORD) ?? []).map((word) => word.toLowerCase()))].sort();
}

// src/models/embedded/word-swaps.ts
var SHORTEST_STRING_WORD = 4;
function wordSwap(from, to) {
  const own = subTokens(from);
  const other = subTokens(to);
  let start = 0;
  while (start < own.length && start < other.length && equalWords(own[start], other[start])) start += 1;
  let end3 = 0;
  while (end3 < own.length - start && end3 < other.length - start && equalWords(own[own.length - 1 - end3], other[other.length - 1 - end3])) {
    end3 += 1;
  }
  const swap = { from: own.slice(start, own.length - end3), to: other.slice(start, other.length - end3) };
  return swap.from.length === 0 || swap.to.length === 0 ? null : swap;
}
function equalWords(a, b) {
  return a !== void 0 && a.toLowerCase() === b?.toLowerCase();
}
function swapInName(name2, swap) {
  const parts = subTokens(name2);
  const at = parts.findIndex((_, start) => swap.from.every((word, offset) => equalWords(parts[start + offset], word)));
  if (at === -1) return name2;
  const position = positionOf(name2, parts, at);
  const replaced = parts.slice(at, at + swap.from.length);
  const last = positionOf(name2, parts, at + swap.from.length - 1) + (replaced.at(-1)?.length ?? 0);
  return name2.slice(0, position) + inCaseOf(name2, replaced[0] ?? "", swap.to) + name2.slice(last);
}
function positionOf(name2, parts, wanted) {
  let position = 0;
  for (let index = 0; index <= wanted; index += 1) {
    position = name2.indexOf(parts[index] ?? "", position);
    if (index < wanted) position += parts[index]?.length ?? 0;
  }
  return position;
}
function inCaseOf(name2, first, words) {
  if (name2.length > 1 && name2 === name2.toUpperCase()) return words.map((word) => word.toUpperCase()).join("_");
  const capital2 = first[0] !== first[0]?.toLowerCase();
  return words.map((word, index) => index > 0 || capital2 ? capitalised(word) : uncapitalised(word)).join("");
}
function capitalised(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
function uncapitalised(word) {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
function swapInString(literal, words) {
  let text = literal;
  for (const swap of words) {
    const joined4 = swap.from.map(capitalised).join("");
    if (joined4.length < SHORTEST_STRING_WORD || !text.toLowerCase().includes(joined4.toLowerCase())) continue;
    text = text.replace(
      /[A-Za-z]+/g,
      (word) => word.toLowerCase() === joined4.toLowerCase() ? inCaseOf(word, word, swap.to) : word
    );
  }
  return text;
}

// src/models/embedded/identifiers.ts
function renamingBetween(from, to) {
  const match = matchParameters(from.parameters, to.parameters);
  const parameters = /* @__PURE__ */ new Map();
  const types = /* @__PURE__ */ new Map();
  const words = [];
  for (const [own, other] of match.pairs) {
    setIfNew(parameters, own.name, other.name);
    pairIdentifiers(types, own.type, other.type);
  }
  pairIdentifiers(types, from.returnType, to.returnType);
  const ownType = simpleName(from.type.name);
  const otherType = simpleName(to.type.name);
  setIfNew(types, ownType, otherType);
  addSwap(words, ownType, otherType);
  const methods2 = /* @__PURE__ */ new Map();
  if (from.kind === "method" && to.kind === "method") {
    setIfNew(methods2, from.name, to.name);
    addSwap(words, from.name, to.name);
  }
  const reserved = new Set(to.parameters.map((parameter) => parameter.name));
  const fields = renamedFields(from.type.fields, to.type.fields, reserved);
  for (const [own, other] of match.pairs) {
    if (isOnlyIn(from.type, to.type, own.name) && isOnlyIn(to.type, from.type, other.name)) {
      setIfNew(fields, own.name, other.name);
    }
  }
  return { parameters, fields, types, methods: methods2, words };
}
function isOnlyIn(type, other, field) {
  const hasField = ({ name: name2 }) => name2 === field;
  return type.fields.some(hasField) && !other.fields.some(hasField);
}
function renamedFields(before3, after2, reserved) {
  const renamed = /* @__PURE__ */ new Map();
  const namesBefore = new Set(before3.map((field) => field.name));
  const namesAfter = new Set(after2.map((field) => field.name));
  for (const { type, name: name2 } of before3) {
    if (namesAfter.has(name2)) continue;
    const fresh = after2.filter((field) => field.type === type && !namesBefore.has(field.name));
    const gone = before3.filter((field) => field.type === type && !namesAfter.has(field.name));
    const [only] = fresh;
    if (only === void 0 || fresh.length > 1 || gone.length > 1 || reserved.has(only.name)) continue;
    renamed.set(name2, only.name);
  }
  return renamed;
}
function pairIdentifiers(types, from, to) {
  if (from === to) return;
  const own = identifiersIn(from);
  const other = identifiersIn(to);
  if (own.length !== other.length) return;
  own.forEach((name2, index) => {
    setIfNew(types, name2, other[index] ?? name2);
  });
}
function setIfNew(map, from, to) {
  if (from !== to && !map.has(from)) map.set(from, to);
}
function addSwap(words, from, to) {
  const swap = wordSwap(from, to);
  if (swap !== null) words.push(swap);
}
function simpleName(typeName) {
  return typeName.slice(typeName.lastIndexOf(".") + 1);
}
function rename3(tokens3, renaming, locals) {
  let previous;
  let beforePrevious;
  return tokens3.map((token, index) => {
    if (token.kind === "space" || token.kind === "comment") return token;
    const place = { previous, beforePrevious, called: isCalled(tokens3, index) };
    beforePrevious = previous;
    previous = token;
    if (token.kind === "string") return { kind: token.kind, text: swapInString(token.text, renaming.words) };
    if (token.kind !== "identifier") return token;
    const text = newName(token.text, renaming, place, locals);
    return text === token.text ? token : { kind: token.kind, text };
  });
}
function newName(name2, renaming, place, locals) {
  const member = place.previous?.text === "." || place.previous?.text === "::";
  if (place.called || place.previous?.text === "::") {
    const method = renaming.methods.get(name2);
    if (method !== void 0) return method;
  }
  if (!place.called && !member) {
    const parameter = renaming.parameters.get(name2);
    if (parameter !== void 0) return parameter;
  }
  if (!place.called && (!member || place.beforePrevious?.text === "this") && !locals.has(name2)) {
    const field = renaming.fields.get(name2);
    if (field !== void 0) return field;
  }
  const type = renaming.types.get(name2);
  if (type !== void 0 && !locals.has(name2)) return type;
  return renaming.words.reduce(swapInName, name2);
}
function isCalled(tokens3, index) {
  for (let at = index + 1; at < tokens3.length; at += 1) {
    const token = tokens3[at];
    if (token === void 0 || token.kind !== "space" && token.kind !== "comment") return token?.text === "(";
  }
  return false;
}

// src/models/embedded/layout.ts
function relayout(body, from, to) {
  let moved2 = body;
  if (from.indent !== to.indent) {
    moved2 = moved2.replace(
      /\n([ \t]*)/g,
      (line4, indent) => indent.startsWith(from.indent) ? `
${to.indent}${indent.slice(from.indent.length)}` : line4
    );
  }
  return from.lineEnd === to.lineEnd ? moved2 : moved2.replace(/\r?\n/g, to.lineEnd);
}

// src/models/embedded/adaptation.ts
function adapt(candidate, query, tokens3, edits, restructure) {
  const { unit } = candidate;
  const edited = restructure && candidate.sameUnit ? applyEdits(tokens3, edits) : tokens3;
  const renamed = rename3(edited, renamingBetween(unit, query.unit), bodyFacts(edited).locals);
  const fitted = restructure ? fitParameters(renamed, unit, query.unit) : renamed;
  return { candidate, tokens: fitted, facts: bodyFacts(fitted), restructured: edited !== tokens3 || fitted !== renamed };
}
function bodyText({ candidate, tokens: tokens3 }, query) {
  const text = tokens3.map((token) => token.text).join("");
  const lineEnd = candidate.origin === "remembered" ? candidate.unit.type.lineEnd : query.layout.lineEnd;
  return relayout(text, { indent: candidate.unit.indent, lineEnd }, query.layout);
}

// src/models/embedded/conventions.ts
function conventionalStatements(unit) {
  if (unit.kind === "constructor") return assignments(unit);
  if (unit.kind !== "method") return null;
  return getter(unit) ?? setter(unit) ?? forwarding(unit);
}
function assignments({ parameters, type }) {
  const fields = new Set(type.fields.map((field) => field.name));
  if (parameters.length === 0 || !parameters.every(({ name: name2 }) => fields.has(name2))) return null;
  return parameters.map(({ name: name2 }) => `this.${name2} = ${name2};`);
}
function getter(unit) {
  const field = fieldNamed(unit, unit.name.replace(/^(?:get|is|has)(?=[A-Z])/, ""));
  const fits = unit.parameters.length === 0 && unit.returnType !== "void";
  return field === void 0 || !fits ? null : [`return ${field.name};`];
}
function setter(unit) {
  const field = fieldNamed(unit, unit.name.replace(/^(?:set|with)(?=[A-Z])/, ""));
  const [parameter, ...others] = unit.parameters;
  if (field === void 0 || parameter === void 0 || others.length > 0 || field.type !== parameter.type) return null;
  const assignment2 = `this.${field.name} = ${parameter.name};`;
  return unit.returnType === "void" ? [assignment2] : [assignment2, "return this;"];
}
function forwarding({ name: name2, parameters, returnType, type, modifiers }) {
  const supertypes = new Set(type.supertypes);
  const [only, ...others] = type.fields.filter((field) => supertypes.has(field.type));
  if (only === void 0 || others.length > 0 || !modifiers.includes("@Override")) return null;
  const call = `${only.name}.${name2}(${parameters.map((parameter) => parameter.name).join(", ")});`;
  return [returnType === "void" ? call : `return ${call}`];
}
function fieldNamed({ type }, name2) {
  const lower = name2.charAt(0).toLowerCase() + name2.slice(1);
  return type.fields.find((field) => field.name === lower || field.name === name2);
}

// src/core/layout.ts
function lineEndOf(text) {
  let windows = 0;
  let unix = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (text.charCodeAt(at - 1) === 13) windows += 1;
    else unix += 1;
  }
  return windows > unix ? "\r\n" : "\n";
}
function indentAt(text, position) {
  const start = Math.max(text.lastIndexOf("\n", position - 1), text.lastIndexOf("\r", position - 1)) + 1;
  let end3 = start;
  while (end3 < position && (text[end3] === " " || text[end3] === "	")) end3 += 1;
  return text.slice(start, end3);
}
function withLineFeeds2(text) {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

// src/models/embedded/memory.ts
import { createHash as createHash2 } from "node:crypto";
function startTraining(language) {
  const units = /* @__PURE__ */ new Map();
  const fileFrequency = /* @__PURE__ */ new Map();
  const paths = /* @__PURE__ */ new Set();
  const intern = interning();
  const identifiersOf = (source) => {
    const tokens3 = [...language.tokenize(source.text)];
    return new Set(tokens3.flatMap(({ kind, text }) => kind === "identifier" ? [text] : []));
  };
  return {
    learn(source) {
      if (paths.has(source.path)) return;
      paths.add(intern(source.path));
      for (const unit of knownUnits(source, intern)) units.set(unit.id, unit);
      for (const name2 of identifiersOf(source)) fileFrequency.set(intern(name2), (fileFrequency.get(name2) ?? 0) + 1);
    },
    forget(source) {
      if (!paths.delete(source.path)) return;
      for (const { id } of source.units) units.delete(id);
      for (const name2 of identifiersOf(source)) {
        const left = (fileFrequency.get(name2) ?? 0) - 1;
        if (left > 0) fileFrequency.set(name2, left);
        else fileFrequency.delete(name2);
      }
    },
    finish: (origin2) => projectMemory({ origin: origin2, files: paths.size, units: [...units.values()], fileFrequency: new Map(fileFrequency) })
  };
}
function projectMemory(parts) {
  const units = [...parts.units].sort((a, b) => compareText(a.id, b.id));
  const frequencies = [...parts.fileFrequency].sort(([a], [b]) => compareText(a, b));
  return {
    origin: parts.origin,
    files: parts.files,
    units,
    fileFrequency: new Map(frequencies),
    contentHash: hashOf(units, frequencies, parts.files)
  };
}
function knownUnits(source, keep = (text) => text) {
  const types = typesOf(source, keep);
  return source.units.map((unit) => ({
    ...unitFacts(unit, types(unit.typeName), keep),
    indent: keep(indentAt(source.text, unit.declaration.start)),
    body: keep(bodyOf(source, unit))
  }));
}
function unitFacts(unit, type, keep = (text) => text) {
  return {
    id: keep(unit.id),
    type,
    kind: unit.kind,
    name: keep(unit.name),
    parameters: unit.parameters.map(({ type: type2, name: name2 }) => ({ type: keep(type2), name: keep(name2) })),
    returnType: keep(unit.returnType),
    modifiers: unit.modifiers.map(keep),
    throws: unit.throws.map(keep),
    javadocWords: wordsOfProse(unit.javadoc).map(keep)
  };
}
function typesOf(source, keep = (text) => text) {
  const lineEnd = lineEndOf(source.text);
  const headers = new Map(source.types.map((type) => [type.name, type]));
  const known = /* @__PURE__ */ new Map();
  return (name2) => {
    const found = known.get(name2);
    if (found !== void 0) return found;
    const header = headers.get(name2);
    const type = {
      path: keep(source.path),
      lineEnd,
      packageName: keep(source.packageName),
      name: keep(name2),
      supertypes: (header?.supertypes ?? []).map(keep),
      fields: (header?.fields ?? []).map(({ type: type2, name: name3 }) => ({ type: keep(type2), name: keep(name3) }))
    };
    known.set(name2, type);
    return type;
  };
}
var BEYOND_LATIN1 = /[^\0-\xff]/;
function interning() {
  const known = /* @__PURE__ */ new Map();
  return (text) => {
    const found = known.get(text);
    if (found !== void 0) return found;
    const encoding = BEYOND_LATIN1.test(text) ? "utf16le" : "latin1";
    const copy = Buffer.from(text, encoding).toString(encoding);
    known.set(copy, copy);
    return copy;
  };
}
function hashOf(units, frequencies, files) {
  const hash = createHash2("sha256");
  hash.update(JSON.stringify([files, frequencies]));
  for (const unit of units) hash.update(JSON.stringify(unit));
  return hash.digest("hex");
}

// src/models/embedded/query.ts
var USUAL_INDENT = "    ";
function queryOf({ source, target }, file, index) {
  const unit = unitFacts(target, file.typeNamed(target.typeName));
  const layout = { indent: indentAt(source.text, target.declaration.start), lineEnd: file.lineEnd };
  return { unit, header: index.weigh(unit), layout, file };
}
function writtenBody(statements, query) {
  const { indent, lineEnd } = query.layout;
  const lines = statements.map((statement) => indent + statementIndent(query) + statement);
  return ["{", ...lines, `${indent}}`].join(lineEnd);
}
function statementIndent({ file }) {
  for (const unit of file.known) {
    const line4 = /\n([ \t]+)\S/.exec(unit.body)?.[1];
    if (line4?.startsWith(unit.indent) && line4.length > unit.indent.length) return line4.slice(unit.indent.length);
  }
  return USUAL_INDENT;
}

// src/models/embedded/delegates.ts
var DEFAULT_VALUES = /* @__PURE__ */ new Map([
  ["boolean", "false"],
  ["char", "'\\0'"],
  ["byte", "0"],
  ["short", "0"],
  ["int", "0"],
  ["long", "0"],
  ["float", "0"],
  ["double", "0"]
]);
function delegatesOf(query, tokensOf) {
  const { unit, file } = query;
  const overloads = file.headers.filter(
    (other) => other.id !== unit.id && other.type.name === unit.type.name && other.name === unit.name && other.parameters.length >= unit.parameters.length
  );
  return overloads.map((overload) => ({ overload, body: delegatingBody(query, overload, tokensOf) }));
}
function delegatingBody(query, overload, tokensOf) {
  const { unit } = query;
  const passed = new Map(
    matchParameters(unit.parameters, overload.parameters).pairs.map(([own, other]) => [other, own])
  );
  const calls2 = visibleCalls(query, overload, tokensOf);
  const values = overload.parameters.map(
    (parameter, position) => passed.get(parameter)?.name ?? missingArgument(query, parameter, position, calls2)
  );
  const call = `${unit.name === CONSTRUCTOR_NAME ? "this" : unit.name}(${values.join(", ")});`;
  const statement = returnsNothing(unit) ? call : `return ${call}`;
  return writtenBody([statement], query);
}
function returnsNothing(unit) {
  return unit.kind !== "method" || unit.returnType === "void";
}
function missingArgument({ unit }, parameter, position, calls2) {
  const seen2 = calls2.map((call) => call[position] ?? "").find((text) => text !== "");
  if (seen2 !== void 0) return seen2;
  if (unit.type.fields.some((field) => field.name === parameter.name)) return parameter.name;
  return DEFAULT_VALUES.get(parameter.type) ?? "null";
}
function visibleCalls({ file }, overload, tokensOf) {
  const callee = overload.kind === "constructor" ? "this" : overload.name;
  const callers = file.known.filter(
    (unit) => unit.type.name === overload.type.name && unit.body.includes(`${callee}(`)
  );
  return callers.flatMap((caller) => {
    const own = new Set(caller.parameters.map((parameter) => parameter.name));
    return callsIn(tokensOf(caller.body), callee).filter((call) => call.length === overload.parameters.length).map((call) => call.map((argument2) => argument2.some(({ text }) => own.has(text)) ? "" : textOf3(argument2)));
  });
}
function textOf3(tokens3) {
  return tokens3.map((token) => token.text).join("").trim();
}
function callsIn(tokens3, callee) {
  const code2 = codeTokens(tokens3);
  const calls2 = [];
  for (let at = 0; at < code2.positions.length; at += 1) {
    const isCall = readsAt(code2, at, [callee, "("]) && codeAt2(code2, at - 1)?.text !== ".";
    if (isCall) calls2.push(argumentsFrom(tokens3, positionAt(code2, at + 1) + 1));
  }
  return calls2;
}
function argumentsFrom(tokens3, start) {
  const found = [[]];
  let depth = 0;
  for (let at = start; at < tokens3.length; at += 1) {
    const token = tokens3[at];
    if (token === void 0) break;
    if (")]}".includes(token.text)) {
      if (depth === 0) break;
      depth -= 1;
    } else if ("([{".includes(token.text)) {
      depth += 1;
    } else if (token.text === "," && depth === 0) {
      found.push([]);
      continue;
    }
    found.at(-1)?.push(token);
  }
  return found;
}

// src/models/embedded/features.ts
var WEIGHTS = {
  nameWord: 3,
  name: 3,
  parameterType: 1.2,
  parameterTypeIdentifier: 0.6,
  parameterName: 1,
  returnType: 1,
  returnTypeIdentifier: 0.5,
  typeWord: 0.8,
  qualifiedType: 1.5,
  supertype: 0.7,
  javadocWord: 0.5,
  modifier: 0.2,
  parameterCount: 0.5,
  thrown: 0.6
};
var KINDS = Object.keys(WEIGHTS);
var CODE_OF_KIND = Object.fromEntries(KINDS.map((kind, index) => [kind, String.fromCharCode(33 + index)]));
var WEIGHT_OF_CODE = new Map(KINDS.map((kind) => [CODE_OF_KIND[kind].charCodeAt(0), WEIGHTS[kind]]));
function weightOf(feature) {
  return WEIGHT_OF_CODE.get(feature.charCodeAt(0)) ?? 0;
}
function featuresOf(unit) {
  const features = /* @__PURE__ */ new Set();
  const add = (kind, values) => {
    for (const value of values) features.add(CODE_OF_KIND[kind] + value);
  };
  add("nameWord", lowerCaseWords(unit.name));
  add("name", [unit.name]);
  for (const { type, name: name2 } of unit.parameters) {
    add("parameterType", [type]);
    add("parameterTypeIdentifier", identifiersIn(type));
    add("parameterName", [name2]);
  }
  add("returnType", [unit.returnType]);
  add("returnTypeIdentifier", identifiersIn(unit.returnType));
  add("typeWord", lowerCaseWords(unit.type.name));
  add("qualifiedType", [qualifiedType(unit)]);
  for (const supertype of unit.type.supertypes) add("supertype", identifiersIn(supertype));
  add("javadocWord", unit.javadocWords);
  add("modifier", unit.modifiers);
  add("parameterCount", [String(unit.parameters.length)]);
  for (const thrown of unit.throws) add("thrown", identifiersIn(thrown));
  return features;
}
function qualifiedType(unit) {
  return `${unit.type.packageName}.${unit.type.name}`;
}
function lowerCaseWords(name2) {
  return subTokens(name2).map((word) => word.toLowerCase());
}

// src/models/embedded/retrieval.ts
var COMMON_SHARE = 0.6;
var COMMON_LEAST_UNITS = 100;
var POSTINGS_BUDGET = 25e4;
var SHORTLIST_FACTOR = 4;
function likeness(a, b) {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let shared2 = 0;
  for (const [feature, weight] of small.weights) if (large.weights.has(feature)) shared2 += weight;
  return ratio(shared2, a.total, b.total);
}
function retrievalIndex(units) {
  const { features, ofUnit, unitStarts } = forwardIndex(units);
  const { postings, starts } = invert(ofUnit, unitStarts, features.size, units.length);
  const weights = new Float64Array(features.size);
  for (const [feature, id] of features) weights[id] = weightOf(feature) * rarity(frequency(id));
  const totals = new Float64Array(units.length);
  for (let unit = 0; unit < units.length; unit += 1) {
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      totals[unit] = (totals[unit] ?? 0) + (weights[ofUnit[at] ?? 0] ?? 0);
    }
  }
  const scores3 = new Float64Array(units.length);
  function frequency(id) {
    return (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  }
  function rarity(df) {
    return df > Math.max(COMMON_LEAST_UNITS, COMMON_SHARE * units.length) ? 0 : Math.log(1 + (units.length - df + 0.5) / (df + 0.5));
  }
  const headers = /* @__PURE__ */ new WeakMap();
  function weigh(unit) {
    const known = headers.get(unit);
    if (known !== void 0) return known;
    const weighed = /* @__PURE__ */ new Map();
    let total = 0;
    for (const feature of featuresOf(unit)) {
      const id = features.get(feature);
      const weight = id === void 0 ? weightOf(feature) * rarity(0) : weights[id] ?? 0;
      if (weight === 0) continue;
      weighed.set(feature, weight);
      total += weight;
    }
    const header = { weights: weighed, total };
    headers.set(unit, header);
    return header;
  }
  function idsOf(header) {
    const ids = [];
    for (const feature of header.weights.keys()) {
      const id = features.get(feature);
      if (id !== void 0) ids.push(id);
    }
    return ids.sort((a, b) => frequency(a) - frequency(b) || a - b);
  }
  function nearest(header, count3) {
    const touched = [];
    let budget = POSTINGS_BUDGET;
    for (const id of idsOf(header)) {
      budget -= frequency(id);
      if (budget < 0 && touched.length > 0) break;
      const weight = weights[id] ?? 0;
      const end3 = starts[id + 1] ?? 0;
      for (let at = starts[id] ?? 0; at < end3; at += 1) {
        const unit = postings[at] ?? 0;
        const score3 = scores3[unit] ?? 0;
        if (score3 === 0) touched.push(unit);
        scores3[unit] = score3 + weight;
      }
    }
    if (touched.length === 0) for (let unit = 0; unit < Math.min(count3, units.length); unit += 1) touched.push(unit);
    const shortlist = best(
      touched,
      count3 * SHORTLIST_FACTOR,
      (unit) => ratio(scores3[unit] ?? 0, header.total, totals[unit] ?? 0)
    );
    for (const unit of touched) scores3[unit] = 0;
    return best(
      shortlist.map((hit) => hit.unit),
      count3,
      (unit) => likenessTo(header, unit)
    );
  }
  const names = [...features.keys()];
  function likenessTo(header, unit) {
    let shared2 = 0;
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      shared2 += header.weights.get(names[ofUnit[at] ?? 0] ?? "") ?? 0;
    }
    return ratio(shared2, header.total, totals[unit] ?? 0);
  }
  return { weigh, nearest, likenessTo };
}
function ratio(shared2, a, b) {
  return a + b === 0 ? 0 : Math.min(1, 2 * shared2 / (a + b));
}
var learned = /* @__PURE__ */ new WeakMap();
function forwardIndex(units) {
  const features = /* @__PURE__ */ new Map();
  const unitStarts = new Int32Array(units.length + 1);
  let ofUnit = new Int32Array(64 * Math.max(1, units.length));
  let end3 = 0;
  const names = [];
  units.forEach((unit, index) => {
    const known = learned.get(unit);
    const own = known ?? [...featuresOf(unit)];
    if (end3 + own.length > ofUnit.length) {
      const larger = new Int32Array(2 * (end3 + own.length));
      larger.set(ofUnit);
      ofUnit = larger;
    }
    const start = end3;
    for (const feature of own) {
      let id = features.get(feature);
      if (id === void 0) {
        id = features.size;
        features.set(feature, id);
        names.push(feature);
      }
      ofUnit[end3] = id;
      end3 += 1;
    }
    if (known === void 0)
      learned.set(
        unit,
        [...ofUnit.subarray(start, end3)].map((id) => names[id] ?? "")
      );
    unitStarts[index + 1] = end3;
  });
  return { features, ofUnit: ofUnit.slice(0, end3), unitStarts };
}
function invert(ofUnit, unitStarts, features, units) {
  const starts = new Int32Array(features + 1);
  for (const id of ofUnit) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next2 = starts.slice();
  const postings = new Int32Array(ofUnit.length);
  for (let unit = 0; unit < units; unit += 1) {
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      const id = ofUnit[at] ?? 0;
      const place = next2[id] ?? 0;
      postings[place] = unit;
      next2[id] = place + 1;
    }
  }
  return { postings, starts };
}
function best(units, count3, scoreOf2) {
  const found = [];
  for (const unit of units) {
    const likeness3 = scoreOf2(unit);
    const worst = found[found.length - 1];
    if (found.length === count3 && worst !== void 0 && !isBefore(unit, likeness3, worst)) continue;
    if (found.length === count3) found.pop();
    let place = found.length;
    for (let hit = found[place - 1]; hit !== void 0 && isBefore(unit, likeness3, hit); hit = found[place - 1])
      place -= 1;
    found.splice(place, 0, { unit, likeness: likeness3 });
  }
  return found;
}
function isBefore(unit, likeness3, hit) {
  return likeness3 > hit.likeness || likeness3 === hit.likeness && unit < hit.unit;
}

// src/models/embedded/candidates.ts
var REMEMBERED_CANDIDATES = 24;
var CONVENTION_LIKENESS = 0.75;
var ORIGINS = ["remembered", "visible", "delegate", "convention"];
function isWritten({ origin: origin2 }) {
  return origin2 === "delegate" || origin2 === "convention";
}
function unitLookup({ units }) {
  const byId3 = new Map(units.map((unit, index) => [unit.id, index]));
  const byQualifiedName = /* @__PURE__ */ new Map();
  units.forEach((unit, index) => {
    const name2 = `${unit.type.packageName}#${displayName(unit.id)}`;
    if (!byQualifiedName.has(name2)) byQualifiedName.set(name2, index);
  });
  return {
    find: (id, packageName2) => byId3.get(id) ?? byQualifiedName.get(`${packageName2}#${displayName(id)}`)
  };
}
function ownCandidate(query, memory, index, lookup) {
  const own = lookup.find(query.unit.id, query.unit.type.packageName);
  const unit = own === void 0 ? void 0 : memory.units[own];
  if (own === void 0 || unit === void 0) return null;
  if (query.file.known.findLast(({ id }) => id === unit.id)?.body === unit.body) return null;
  return { unit, origin: "remembered", likeness: index.likenessTo(query.header, own), sameUnit: true };
}
function candidatesFor(query, memory, index, lookup, tokensOf) {
  const visible2 = new Map(query.file.known.map((unit) => [unit.id, unit]));
  const own = lookup.find(query.unit.id, query.unit.type.packageName);
  const hits = index.nearest(query.header, REMEMBERED_CANDIDATES);
  if (own !== void 0 && hits.every((hit) => hit.unit !== own)) {
    hits.push({ unit: own, likeness: index.likenessTo(query.header, own) });
  }
  const remembered = hits.flatMap((hit) => {
    const unit = memory.units[hit.unit];
    if (unit === void 0) return [];
    const current = visible2.get(unit.id);
    if (current !== void 0 && current.body === unit.body) return [];
    return [{ unit, origin: "remembered", likeness: hit.likeness, sameUnit: hit.unit === own }];
  });
  const visibleUnits2 = query.file.known.map((unit) => {
    const alike = likeness(query.header, index.weigh(unit));
    return { unit, origin: "visible", likeness: alike, sameUnit: false };
  });
  const delegates = delegatesOf(query, tokensOf).map(({ overload, body }) => {
    const alike = likeness(query.header, index.weigh(overload));
    return written(query, body, "delegate", alike);
  });
  const statements = conventionalStatements(query.unit);
  const conventions = statements === null ? [] : [written(query, writtenBody(statements, query), "convention", CONVENTION_LIKENESS)];
  return [...remembered, ...visibleUnits2, ...delegates, ...conventions];
}
function written(query, body, origin2, alike) {
  const unit = { ...query.unit, indent: query.layout.indent, body };
  return { unit, origin: origin2, likeness: alike, sameUnit: false };
}

// src/models/embedded/confidence.ts
var OF_THE_UNIT_ITSELF = [
  [0.6, 0.2],
  [0.8, 0.6],
  [0.95, 0.7],
  [1, 0.98]
];
var OF_ANOTHER = [
  [0, 0.27],
  [0.25, 0.35],
  [0.45, 0.45],
  [0.65, 0.65],
  [0.75, 0.78],
  [1, 0.82]
];
function expectedSimilarity({ likeness: likeness3, sameUnit }) {
  return interpolated(sameUnit ? OF_THE_UNIT_ITSELF : OF_ANOTHER, likeness3);
}
function interpolated(curve, x) {
  let [beforeX, beforeY] = curve[0] ?? [0, 0];
  for (const [pointX, pointY] of curve) {
    if (x <= pointX) {
      return pointX === beforeX ? pointY : beforeY + (pointY - beforeY) * (x - beforeX) / (pointX - beforeX);
    }
    [beforeX, beforeY] = [pointX, pointY];
  }
  return beforeY;
}

// src/models/embedded/ranking.ts
var WEIGHTS2 = {
  likeness: 1,
  /** Outweighs everything else together: what is remembered of a unit is what the model has to say about it. */
  sameUnit: 1,
  unusedShare: 0.35,
  unusedCount: 0.15,
  fieldUsed: 0.09,
  parametersUsed: 0.12,
  returnFits: 0.07,
  constructorFits: 0.05,
  unresolved: -0.3,
  unknown: -4e-3,
  longerOverload: -0.1,
  visible: -0.03,
  empty: -0.2
};
var WEIGHT_LIST = Object.entries(WEIGHTS2);
var MOST_UNUSED = 4;
function plausibility(body, query, surroundings) {
  const observations = observe(body, query, surroundings);
  return WEIGHT_LIST.reduce((sum2, [name2, weight]) => sum2 + weight * observations[name2], 0);
}
function mostAdded({ file }) {
  const unused = Math.min(file.unused.size, MOST_UNUSED);
  return (WEIGHTS2.unusedShare * Math.sign(unused) + WEIGHTS2.unusedCount * unused) / file.erasedCount + WEIGHTS2.fieldUsed + WEIGHTS2.parametersUsed + WEIGHTS2.returnFits + WEIGHTS2.constructorFits + ROUNDING_NOISE2;
}
var ROUNDING_NOISE2 = 1e-9;
function observe(body, query, { scope, rarity }) {
  const { candidate, facts } = body;
  const { file, unit } = query;
  const used = count(file.unused, (name2) => facts.identifiers.has(name2));
  const parametersUsed = count(unit.parameters, ({ name: name2 }) => facts.identifiers.has(name2));
  const returnsValue = unit.kind === "method" && unit.returnType !== "void";
  return {
    likeness: candidate.likeness,
    sameUnit: Number(candidate.sameUnit),
    // Each erased body of the file may be the one that uses a name, so what one use is worth is shared among them.
    unusedShare: used / Math.max(1, file.unused.size) / file.erasedCount,
    unusedCount: Math.min(used, MOST_UNUSED) / file.erasedCount,
    fieldUsed: Number(unit.type.fields.some(({ name: name2 }) => facts.variables.has(name2))),
    parametersUsed: unit.parameters.length === 0 ? 1 : parametersUsed / unit.parameters.length,
    returnFits: Number(returnsValue === facts.returnsValue),
    constructorFits: Number(candidate.unit.kind === "method" === (unit.kind === "method")),
    unresolved: count(
      candidate.unit.type.fields,
      ({ name: name2 }) => facts.variables.has(name2) && !facts.locals.has(name2) && !scope.has(name2)
    ),
    unknown: unknownRarity(body, query, rarity),
    longerOverload: Number(isLongerOverload(body, query)),
    visible: Number(candidate.origin === "visible"),
    empty: Number(facts.isEmpty)
  };
}
function count(items, holds) {
  let found = 0;
  for (const item2 of items) if (holds(item2)) found += 1;
  return found;
}
function unknownRarity({ facts }, { file }, rarity) {
  let sum2 = 0;
  for (const name2 of facts.identifiers) {
    if (!file.identifierCounts.has(name2) && !facts.locals.has(name2)) sum2 += rarity(name2);
  }
  return sum2;
}
function isLongerOverload({ candidate }, { unit }) {
  return !isWritten(candidate) && candidate.unit.name === unit.name && candidate.unit.parameters.length > unit.parameters.length && simpleName(candidate.unit.type.name) === simpleName(unit.type.name);
}

// src/models/embedded/scope.ts
var SUPERTYPE_LEVELS = 4;
function scopeOf({ unit, file }, inherited) {
  const scope = new Set(unit.parameters.map((parameter) => parameter.name));
  for (const name2 of enclosingTypes(unit.type.name)) {
    const type = file.typeNamed(name2);
    for (const field of type.fields) scope.add(field.name);
    for (const field of inherited(type.supertypes)) scope.add(field);
  }
  return scope;
}
function enclosingTypes(name2) {
  const names = [];
  for (let end3 = name2.length; end3 > 0; end3 = name2.lastIndexOf(".", end3 - 1)) names.push(name2.slice(0, end3));
  return names;
}
function supertypeFields({ units }) {
  const byName = /* @__PURE__ */ new Map();
  for (const { type } of units) {
    const name2 = simpleName(type.name);
    const known = byName.get(name2);
    if (known === void 0) byName.set(name2, /* @__PURE__ */ new Set([type]));
    else known.add(type);
  }
  return (supertypes) => {
    const fields = /* @__PURE__ */ new Set();
    collect2(supertypes, fields, SUPERTYPE_LEVELS);
    return fields;
  };
  function collect2(supertypes, fields, levels) {
    if (levels === 0) return;
    for (const supertype of supertypes) {
      const raw = identifiersIn(supertype.replace(/<.*$/, "")).at(-1) ?? "";
      for (const type of byName.get(raw) ?? []) {
        for (const field of type.fields) fields.add(field.name);
        collect2(type.supertypes, fields, levels - 1);
      }
    }
  }
}

// src/models/embedded/visible.ts
var seen = /* @__PURE__ */ new WeakMap();
function visibleFile({ source, erased }, language) {
  const known = seen.get(source);
  if (known?.erased === erased && known.language === language) return known.file;
  const file = look(source, erased, language);
  seen.set(source, { erased, language, file });
  return file;
}
function look(source, erased, language) {
  const typeNamed = typesOf(source);
  const tokens3 = language.tokenize(source.text);
  const identifierCounts = countIdentifiers(tokens3);
  let headers;
  return {
    lineEnd: lineEndOf(source.text),
    typeNamed,
    get headers() {
      headers ??= source.units.map((unit) => unitFacts(unit, typeNamed(unit.typeName)));
      return headers;
    },
    known: visibleUnits(source, erased, typeNamed),
    erasedCount: erased.size,
    identifierCounts,
    unused: unusedNames(source, tokens3, identifierCounts)
  };
}
var shown = /* @__PURE__ */ new WeakMap();
function visibleUnits(source, erased, typeNamed) {
  const before3 = shown.get(source.types) ?? /* @__PURE__ */ new Map();
  shown.set(source.types, before3);
  return source.units.flatMap((unit) => {
    if (erased.has(unit.id)) return [];
    const type = typeNamed(unit.typeName);
    const indent = indentAt(source.text, unit.declaration.start);
    const body = bodyOf(source, unit);
    const last = before3.get(unit.id);
    const isSame2 = last?.parameters === unit.parameters && last.known.type.lineEnd === type.lineEnd;
    if (isSame2 && last.known.body === body && last.known.indent === indent) return [last.known];
    const known = { ...unitFacts(unit, type), indent, body };
    before3.set(unit.id, { parameters: unit.parameters, known });
    return [known];
  });
}
function countIdentifiers(tokens3) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const { kind, text } of tokens3) {
    if (kind === "identifier") counts2.set(text, (counts2.get(text) ?? 0) + 1);
  }
  return counts2;
}
function unusedNames(source, tokens3, counts2) {
  const inComments = /* @__PURE__ */ new Set();
  for (const { kind, text } of tokens3) {
    if (kind === "comment") for (const name2 of identifiersIn(text)) inComments.add(name2);
  }
  const declared = [];
  for (const imported of source.imports) {
    const name2 = imported.slice(imported.lastIndexOf(".") + 1);
    if (!inComments.has(name2)) declared.push(name2);
  }
  for (const type of source.types) {
    if (type.kind !== "class" && type.kind !== "anonymous") continue;
    for (const field of type.fields) declared.push(field.name);
  }
  for (const unit of source.units) {
    if (unit.kind === "method" && unit.modifiers.includes("private")) declared.push(unit.name);
  }
  return new Set(declared.filter((name2) => counts2.get(name2) === 1));
}

// src/models/embedded/remembering.ts
var REMEMBERED_TOKEN_LISTS = 4096;
function remembering(memory, language) {
  const index = retrievalIndex(memory.units);
  const lookup = unitLookup(memory);
  const inherited = supertypeFields(memory);
  const tokens3 = new LRUCache({
    max: REMEMBERED_TOKEN_LISTS,
    memoMethod: (body) => language.tokenize(body)
  });
  const tokensOf = (body) => tokens3.memo(body);
  const edits = /* @__PURE__ */ new WeakMap();
  return {
    rank(stub) {
      const { query, evaluate: evaluate2 } = inquiry(stub);
      const bodies = candidatesFor(query, memory, index, lookup, tokensOf).map(evaluate2).sort(byPlausibility);
      return { query, bodies };
    },
    propose(stub, count3) {
      const { query, evaluate: evaluate2 } = inquiry(stub);
      return choose2(mostPlausibleFirst(query, evaluate2), query, count3);
    }
  };
  function inquiry(stub) {
    const file = visibleFile(stub, language);
    const query = queryOf(stub, file, index);
    const edits2 = siblingEdits(query);
    const surroundings = { scope: scopeOf(query, inherited), rarity };
    const evaluate2 = (candidate) => {
      const adapted = adapt(candidate, query, tokensOf(candidate.unit.body), edits2, true);
      return { adapted, plausibility: plausibility(adapted, query, surroundings) };
    };
    return { query, evaluate: evaluate2 };
  }
  function* mostPlausibleFirst(query, evaluate2) {
    const most = mostAdded(query);
    const own = ownCandidate(query, memory, index, lookup);
    const first = own === null ? null : evaluate2(own);
    const isBeyondReach = first !== null && first.plausibility > LARGEST_LIKENESS + most;
    if (isBeyondReach) yield first;
    const candidates2 = candidatesFor(query, memory, index, lookup, tokensOf);
    const others = isBeyondReach ? candidates2.filter(({ sameUnit }) => !sameUnit) : candidates2;
    const reach = ({ likeness: likeness3, sameUnit }) => likeness3 + Number(sameUnit) + most;
    yield* inOrder(others, reach, evaluate2);
  }
  function rarity(identifier) {
    const df = memory.fileFrequency.get(identifier) ?? 0;
    return Math.log(1 + (Math.max(0, memory.files - df) + 0.5) / (df + 0.5));
  }
  function siblingEdits({ unit, file }) {
    return file.known.flatMap((current) => {
      if (current.type.name !== unit.type.name) return [];
      const at = lookup.find(current.id, current.type.packageName);
      const before3 = at === void 0 ? void 0 : memory.units[at];
      if (before3 === void 0 || before3.body === current.body) return [];
      return replacing(editsSince(before3, current.body), (name2) => !file.identifierCounts.has(name2));
    });
  }
  function editsSince(before3, body) {
    const known = edits.get(before3);
    if (known?.body === body) return known.edits;
    const found = editsBetween(tokensOf(before3.body), tokensOf(body));
    edits.set(before3, { body, edits: found });
    return found;
  }
  function choose2(ranked, query, count3) {
    const seen2 = /* @__PURE__ */ new Set();
    const proposals = [];
    let confidence = 0;
    for (const { adapted, plausibility: plausibility2 } of ranked) {
      const body = parsingText(adapted, query);
      if (body === null || seen2.has(body)) continue;
      seen2.add(body);
      if (proposals.length === 0) confidence = expectedSimilarity(adapted.candidate);
      proposals.push({ body, plausibility: plausibility2 });
      if (proposals.length >= count3) break;
    }
    return { proposals, confidence };
  }
  function parsingText(adapted, query) {
    const body = bodyText(adapted, query);
    if (language.isBody(body)) return body;
    if (!adapted.restructured) return null;
    const { candidate } = adapted;
    const renamedOnly = bodyText(adapt(candidate, query, tokensOf(candidate.unit.body), [], false), query);
    return language.isBody(renamedOnly) ? renamedOnly : null;
  }
}
var LARGEST_LIKENESS = 1;
function* inOrder(candidates2, reach, evaluate2) {
  const waiting = candidates2.map((candidate, place) => ({ candidate, place, reach: reach(candidate) })).sort((a, b) => a.reach - b.reach);
  const evaluated2 = [];
  for (let best2 = evaluated2.at(-1); waiting.length + evaluated2.length > 0; best2 = evaluated2.at(-1)) {
    const next2 = waiting.at(-1);
    if (next2 !== void 0 && (best2 === void 0 || best2.body.plausibility <= next2.reach)) {
      waiting.pop();
      evaluated2.push({ body: evaluate2(next2.candidate), place: next2.place });
      evaluated2.sort((a, b) => byPlausibility(b.body, a.body) || b.place - a.place);
    } else if (best2 !== void 0) {
      evaluated2.pop();
      yield best2.body;
    }
  }
}
function byPlausibility(a, b) {
  return b.plausibility - a.plausibility || tieOrder(a, b);
}
function tieOrder({ adapted: a }, { adapted: b }) {
  return ORIGINS.indexOf(a.candidate.origin) - ORIGINS.indexOf(b.candidate.origin) || compareText(a.candidate.unit.id, b.candidate.unit.id);
}

// src/models/embedded/memory-file.ts
import { createHash as createHash3 } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

// src/models/embedded/memory-content.ts
import { z as z4 } from "zod";
var texts = z4.array(z4.string());
var lists = z4.array(texts);
var counts = z4.array(z4.int().nonnegative());
var contentSchema = z4.object({
  origin: z4.object({ project: z4.string(), revision: z4.string(), committedAt: z4.string().nullable() }),
  files: z4.int().nonnegative(),
  contentHash: z4.string(),
  types: z4.object({
    path: texts,
    lineEnd: z4.array(z4.enum(["\n", "\r\n"])),
    packageName: texts,
    name: texts,
    supertypes: lists,
    fields: lists
  }),
  units: z4.object({
    id: texts,
    type: counts,
    kind: z4.array(z4.enum(["method", "constructor", "compact-constructor"])),
    name: texts,
    parameters: lists,
    returnType: texts,
    modifiers: lists,
    throws: lists,
    javadocWords: texts,
    indent: texts,
    body: texts
  }),
  identifiers: z4.object({ name: texts, files: counts })
});
function contentOf(memory) {
  const numbers = /* @__PURE__ */ new Map();
  for (const { type } of memory.units) if (!numbers.has(type)) numbers.set(type, numbers.size);
  const types = [...numbers.keys()];
  const { units } = memory;
  return {
    origin: { ...memory.origin },
    files: memory.files,
    contentHash: memory.contentHash,
    types: {
      path: types.map((type) => type.path),
      lineEnd: types.map((type) => type.lineEnd),
      packageName: types.map((type) => type.packageName),
      name: types.map((type) => type.name),
      supertypes: types.map((type) => [...type.supertypes]),
      fields: types.map((type) => flatPairs(type.fields))
    },
    units: {
      id: units.map(({ id, type }) => id.startsWith(`${type.path}#`) ? id.slice(type.path.length) : id),
      type: units.map((unit) => numbers.get(unit.type) ?? 0),
      kind: units.map((unit) => unit.kind),
      name: units.map((unit) => unit.name),
      parameters: units.map((unit) => flatPairs(unit.parameters)),
      returnType: units.map((unit) => unit.returnType),
      modifiers: units.map((unit) => [...unit.modifiers]),
      throws: units.map((unit) => [...unit.throws]),
      javadocWords: units.map((unit) => unit.javadocWords.join(" ")),
      indent: units.map((unit) => unit.indent),
      body: units.map((unit) => unit.body)
    },
    identifiers: { name: [...memory.fileFrequency.keys()], files: [...memory.fileFrequency.values()] }
  };
}
function memoryFrom(content) {
  const { origin: origin2, files, contentHash, types, units, identifiers } = contentSchema.parse(content);
  const intern = interning();
  const typeFacts = types.path.map(
    (path, at) => ({
      path: intern(path),
      lineEnd: cell(types.lineEnd, at),
      packageName: intern(cell(types.packageName, at)),
      name: intern(cell(types.name, at)),
      supertypes: cell(types.supertypes, at).map(intern),
      fields: pairs(cell(types.fields, at).map(intern))
    })
  );
  return {
    origin: origin2,
    files,
    contentHash,
    units: units.id.map((id, at) => {
      const type = cell(typeFacts, cell(units.type, at));
      const words = cell(units.javadocWords, at);
      return {
        id: id.startsWith("#") ? type.path + id : id,
        type,
        kind: cell(units.kind, at),
        name: intern(cell(units.name, at)),
        parameters: pairs(cell(units.parameters, at).map(intern)),
        returnType: intern(cell(units.returnType, at)),
        modifiers: cell(units.modifiers, at).map(intern),
        throws: cell(units.throws, at).map(intern),
        javadocWords: words === "" ? [] : words.split(" ").map(intern),
        indent: intern(cell(units.indent, at)),
        body: cell(units.body, at)
      };
    }),
    fileFrequency: new Map(identifiers.name.map((name2, at) => [intern(name2), cell(identifiers.files, at)]))
  };
}
function flatPairs(pairs2) {
  return pairs2.flatMap(({ type, name: name2 }) => [type, name2]);
}
function pairs(flat) {
  return Array.from({ length: flat.length / 2 }, (_, at) => ({
    type: cell(flat, 2 * at),
    name: cell(flat, 2 * at + 1)
  }));
}
function cell(column, at) {
  const value = column[at];
  if (value === void 0) throw new RangeError("a column is too short");
  return value;
}

// src/models/embedded/memory-file.ts
var FORMAT = "palimpsest project memory";
var SCHEMA_VERSION = 1;
var COMPRESSION_QUALITY = 9;
var COMPRESSION_WINDOW_BITS = 24;
var LARGEST_CONTENT_BYTES = 1024 ** 3;
var LONGEST_FIRST_LINE = 256;
var MemoryFileError = class extends Error {
  name = "MemoryFileError";
  code;
  constructor(code2, message, options) {
    super(message, options);
    this.code = code2;
  }
};
function saveMemory(memory) {
  const content = Buffer.from(JSON.stringify(contentOf(memory)), "utf8");
  const packed = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: COMPRESSION_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: COMPRESSION_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length
    }
  });
  return Buffer.concat([
    Buffer.from(`${FORMAT}, schema ${SCHEMA_VERSION}, ${packed.length} bytes, sha256 ${sha256(packed)}
`),
    packed
  ]);
}
function readMemory(bytes2) {
  const packed = guardedContent(Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength));
  try {
    const content = brotliDecompressSync(packed, { maxOutputLength: LARGEST_CONTENT_BYTES });
    return memoryFrom(JSON.parse(content.toString("utf8")));
  } catch (error) {
    throw new MemoryFileError("corrupt", `This ${FORMAT} does not hold what it should. Train the model again.`, {
      cause: error
    });
  }
}
function guardedContent(bytes2) {
  const lineEnd = bytes2.subarray(0, LONGEST_FIRST_LINE).indexOf("\n");
  const line4 = bytes2.subarray(0, lineEnd === -1 ? LONGEST_FIRST_LINE : lineEnd).toString("latin1");
  const cutOff = lineEnd === -1 && bytes2.length < LONGEST_FIRST_LINE;
  if (!line4.startsWith(cutOff ? FORMAT.slice(0, line4.length) : FORMAT)) {
    throw new MemoryFileError("not-a-model", `This file is no ${FORMAT}. Give the file that training wrote.`);
  }
  if (cutOff) throw truncated("its first line is cut off");
  const schema = /^, schema (\d+), /.exec(line4.slice(FORMAT.length));
  if (schema !== null && Number(schema[1]) > SCHEMA_VERSION) {
    throw new MemoryFileError(
      "newer-schema",
      `This ${FORMAT} has schema ${schema[1]}; this version reads up to ${SCHEMA_VERSION}. Update the tool, or train the model again.`
    );
  }
  const guard = /^, schema \d+, (\d+) bytes, sha256 ([0-9a-f]{64})$/.exec(line4.slice(FORMAT.length));
  if (guard === null) throw corrupt("its first line is damaged");
  const packed = bytes2.subarray(lineEnd + 1);
  const expectedBytes = Number(guard[1]);
  if (packed.length < expectedBytes) throw truncated(`${packed.length} of ${expectedBytes} bytes are there`);
  if (packed.length > expectedBytes || sha256(packed) !== guard[2]) throw corrupt("its checksum does not match");
  return packed;
}
function truncated(what) {
  return new MemoryFileError(
    "truncated",
    `This ${FORMAT} is incomplete: ${what}. Copy it again, or train the model again.`
  );
}
function corrupt(what) {
  return new MemoryFileError("corrupt", `This ${FORMAT} is damaged: ${what}. Copy it again, or train the model again.`);
}
function sha256(bytes2) {
  return createHash3("sha256").update(bytes2).digest("hex");
}

// src/models/embedded.ts
var ALGORITHM_VERSION = 1;
var SAMPLE_TEMPERATURE = 0.05;
function embeddedModel(memory, language) {
  const remembered = remembering(memory, language);
  return {
    card: cardOf(memory),
    // It computes and never waits: more at once would only queue.
    concurrency: 1,
    async regenerate(stub, { samples, signal }) {
      await setImmediate();
      signal.throwIfAborted();
      const { proposals, confidence } = remembered.propose(stub, samples);
      const [first] = proposals;
      if (first === void 0) {
        return {
          kind: "failed",
          reason: "missing",
          detail: "the project memory holds nothing like it, and neither does the file"
        };
      }
      return { kind: "regenerated", body: first.body, confidence, samples: withProbabilities(proposals) };
    }
  };
}
function withProbabilities(proposals) {
  const best2 = proposals[0]?.plausibility ?? 0;
  const odds = proposals.map(({ plausibility: plausibility2 }) => Math.exp((plausibility2 - best2) / SAMPLE_TEMPERATURE));
  const sum2 = odds.reduce((total, value) => total + value, 0);
  return proposals.map(({ body }, index) => ({ body, probability: (odds[index] ?? 0) / sum2 }));
}
function cardOf(memory) {
  const { revision: revision2, committedAt } = memory.origin;
  return {
    schemaVersion: 1,
    provider: "embedded",
    name: "project memory",
    baseModel: null,
    fingerprint: createHash4("sha256").update(`${ALGORITHM_VERSION} ${memory.contentHash}`).digest("hex"),
    trainedAt: { revision: revision2, committedAt, units: memory.units.length, files: memory.files },
    recipe: { kind: "embedded", datasetHash: memory.contentHash, epochs: null, promptFormat: null },
    baseline: null,
    shadow: null
  };
}

// src/report/schema/model-card.ts
import { z as z6 } from "zod";

// src/report/schema/published.ts
import { z as z5 } from "zod";

// src/report/schema/model-card.ts
var modelCardSchema = z6.object({
  schemaVersion: z6.literal(1).describe("Version of the model card."),
  provider: z6.string().describe("Who answered: `embedded`, `openai`, …"),
  name: z6.string().describe("The model’s name, as its provider knows it."),
  baseModel: z6.string().nullable().describe("The model that was specialised; null where there is none, as for the embedded model."),
  fingerprint: z6.string().describe("Same fingerprint, same answers."),
  trainedAt: z6.object({
    revision: z6.string().describe("The commit that the model was trained on."),
    committedAt: z6.string().nullable().describe("When that commit was made, ISO 8601."),
    units: z6.int().nonnegative().nullable().describe("Methods learned; null where nobody counted them."),
    files: z6.int().nonnegative().nullable().describe("Files learned; null where nobody counted them.")
  }).nullable().describe("What the model was trained on; null where that is not known."),
  recipe: z6.object({
    kind: z6.string().describe("How the model was specialised."),
    datasetHash: z6.string().describe("Hash of what it was trained with."),
    epochs: z6.number().nullable().describe("How often it saw that; null where the word has no meaning."),
    promptFormat: z6.string().nullable().describe("How a stub was put into a prompt; null where there is no prompt.")
  }).nullable().describe("How the model was made; null where that is not known."),
  baseline: z6.object({
    methods: z6.int().nonnegative().describe("How many methods were scored."),
    similarity: z6.number().describe("Their mean similarity, in [0, 1]."),
    measuredAt: z6.string().describe("When, ISO 8601.")
  }).nullable().describe("In-place scores on the training revision; null until an in-place evaluation has run."),
  shadow: z6.object({ of: z6.string().nullable().describe("What that other model is called; null where nobody said.") }).nullable().default(null).describe(
    "The embedded model, trained at the revision at which another model was: how far the code has moved since, and no score of that other model. null for a model that stands for itself."
  )
}).meta({
  id: "ModelCard",
  title: "Model card",
  description: "Who wrote the methods again, and what that model was trained on."
});
function parseModelCard(json) {
  return modelCardSchema.safeParse(json).data ?? null;
}

// src/compose/embedded.ts
function composeTraining({ main: main2 }) {
  const training = startTraining(main2);
  return {
    learn: (source) => training.learn(source),
    forget: (source) => training.forget(source),
    finish: (origin2) => {
      const memory = training.finish({ ...origin2, project: origin2.project ?? NO_PROJECT });
      return { model: embeddedModel(memory, main2), save: () => saveMemory(memory) };
    }
  };
}
var NO_PROJECT = "";
async function loadEmbedded(file, repository, languages) {
  const trained = repository === null ? null : modelPath(repository);
  const path = file ?? trained;
  const bytes2 = path === null ? null : await readModelFile(path);
  if (path === null || bytes2 === null) {
    if (path !== null && path !== trained) throw noModelFile(path);
    return null;
  }
  const memory = memoryOf(path, bytes2);
  const project = repository === null || memory.origin.project === NO_PROJECT ? null : await repository.identity();
  if (project !== null && project !== memory.origin.project) {
    throw new ExpectedFailure(
      "model-of-another-project",
      `the model ${path} was trained on another project`,
      "Train one here with `palimpsest train`, or name this project’s model with --model."
    );
  }
  const model = embeddedModel(memory, languages.main);
  const kept = await readCard(path, model.card.fingerprint, parseModelCard);
  const { baseline: baseline2, shadow } = kept ?? model.card;
  return { model: { ...model, card: { ...model.card, baseline: baseline2, shadow } }, path };
}
function noModelFile(path) {
  return new ExpectedFailure(
    "bad-model-file",
    `there is no model file ${path}`,
    "Check the path, or train one with `palimpsest train`."
  );
}
function memoryOf(path, bytes2) {
  try {
    return readMemory(bytes2);
  } catch (error) {
    if (!(error instanceof MemoryFileError)) throw error;
    throw new ExpectedFailure("bad-model-file", `the model file ${path} cannot be used`, error.message, {
      cause: error
    });
  }
}

// src/compose/models.ts
import { dirname as dirname5, resolve as resolve5 } from "node:path";
import { closest as closest2 } from "fastest-levenshtein";

// src/config/models-file.ts
import { closest } from "fastest-levenshtein";
import { isNode, LineCounter, parseDocument } from "yaml";

// src/report/visible.ts
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;
var MARKS_PER_LETTER = 4;
var PILED_MARKS = new RegExp(`(?<=\\p{M}{${MARKS_PER_LETTER}})\\p{M}`, "gu");
var TAB = "    ";
var NAMED = /* @__PURE__ */ new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"]
]);
function visible(text) {
  return text.replace(INVISIBLE, (character) => NAMED.get(character) ?? writtenOut(character)).replace(PILED_MARKS, writtenOut);
}
function visibleCode(line4) {
  return visible(line4.replaceAll("	", TAB));
}
function writtenOut(character) {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

// src/config/models-schema.ts
import { z as z7 } from "zod";

// src/core/prompt-format.ts
var PROMPT_FORMATS = [
  "chat",
  "completion",
  "fim",
  "fim-qwen",
  "fim-starcoder",
  "fim-codellama",
  "fim-deepseek",
  "fim-codestral"
];

// src/config/models-schema.ts
var perMillion = z7.number().min(0);
var priceSchema = z7.strictObject({
  input: perMillion.describe("of a million tokens of prompt"),
  output: perMillion.describe("of a million tokens of answer"),
  currency: z7.string().regex(/^[A-Z]{3}$/, "three capital letters, such as EUR").default("USD").describe("three letters, as in ISO 4217")
});
var PRICE_SETTINGS = priceSchema.keyof().options;
var languageModel = {
  format: z7.enum(PROMPT_FORMATS).default("chat").describe("how it is asked"),
  "context-tokens": z7.int().min(256).default(8192).describe("its window, in tokens, as it is served: prompt and answer together"),
  "max-tokens": z7.int().min(1).default(1024).describe("tokens of one answer, at most"),
  temperature: z7.number().min(0).max(2).default(0).describe("of the answer that is scored; 0 takes the likeliest token"),
  "sample-temperature": z7.number().min(0).max(2).default(0.8).describe("of the further answers, which show whether it agrees with itself"),
  concurrency: z7.int().min(1).max(256).optional().describe("requests under way at once, at most"),
  price: priceSchema.optional().describe("what tokens cost: input and output, each for a million, and the currency"),
  "trained-at": z7.string().min(1).optional().describe("the revision of the project that it was trained on"),
  "base-model": z7.string().min(1).optional().describe("the model that was specialised"),
  tokenizer: z7.string().min(1).optional().describe("path of its tokenizer.json; without one, tokens are estimated, on the safe side")
};
var openaiSchema = z7.strictObject({
  provider: z7.literal("openai").describe("any server that speaks OpenAI’s protocol"),
  model: z7.string().min(1).describe("the model, as the server calls it"),
  "base-url": z7.string().min(1).describe("where the server is: http://127.0.0.1:8000/v1"),
  "api-key-env": z7.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, "the name of an environment variable, not the key itself").default("PALIMPSEST_API_KEY").describe("the environment variable that holds the key, if the server asks for one"),
  timeout: z7.number().positive().max(300).optional().describe("seconds for one answer, at most 300"),
  retries: z7.int().min(0).max(20).optional().describe("how often a request is sent again"),
  "extra-body": z7.record(z7.string(), z7.json()).optional().describe("fields for this server alone, sent as they are"),
  ...languageModel
}).meta({ id: "OpenAiModel", title: "A model behind a server" });
var ggufSchema = z7.strictObject({
  provider: z7.literal("gguf").describe("weights in a file, run in process"),
  path: z7.string().min(1).describe("the GGUF file"),
  lora: z7.string().min(1).optional().describe("a LoRA adapter in GGUF"),
  threads: z7.int().min(1).max(256).optional().describe("threads to count with; one for each core by default"),
  ...languageModel
}).meta({ id: "GgufModel", title: "A model in a file" });
var commandSchema = z7.strictObject({
  provider: z7.literal("command").describe("a local program"),
  command: z7.string().min(1).describe("the program, by path or by name"),
  args: z7.array(z7.string()).default([]).describe("its arguments"),
  model: z7.string().min(1).optional().describe("what the model is called; without it, as the program"),
  timeout: z7.number().positive().optional().describe("seconds for one answer"),
  ...languageModel
}).meta({ id: "CommandModel", title: "A model behind a program" });
var embeddedSchema = z7.strictObject({
  provider: z7.literal("embedded").describe("the project memory, which needs nothing"),
  path: z7.string().min(1).optional().describe("its model file; without one, what `train` left in the clone")
}).meta({ id: "EmbeddedModel", title: "The embedded model" });
var ENTRY_SCHEMAS = {
  openai: openaiSchema,
  gguf: ggufSchema,
  command: commandSchema,
  embedded: embeddedSchema
};
function isProvider(name2) {
  return Object.hasOwn(ENTRY_SCHEMAS, name2);
}
var MODEL_NAME = /^[\w][\w./@+-]*$/;
var modelsSchema = z7.strictObject({
  models: z7.record(
    z7.string().regex(MODEL_NAME),
    z7.discriminatedUnion("provider", [openaiSchema, ggufSchema, commandSchema, embeddedSchema])
  ).describe("models by the name that --model takes")
}).meta({
  title: "Palimpsest models",
  description: "Models that `--models FILE` brings: the operator’s own file, never read from a repository by itself."
});

// src/config/models-file.ts
var MAX_BYTES = 1024 * 1024;
var SHOWN_CHARACTERS = 60;
function parseModelsFile(bytes2, file) {
  return new ModelsFile(bytes2, file).entries();
}
function entryOf(provider, fields, what) {
  const given = { provider, ...fields };
  const parsed4 = ENTRY_SCHEMAS[provider].safeParse(given);
  if (parsed4.success) return parsed4.data;
  const mistake = mistakeIn(parsed4.error, given, provider);
  throw new ExpectedFailure("bad-setting", `${what}: ${mistake.what}`, mistake.remedy);
}
var ModelsFile = class {
  #file;
  #lines = new LineCounter();
  #document;
  constructor(bytes2, file) {
    this.#file = file;
    this.#document = parseDocument(textOf4(bytes2, file), {
      lineCounter: this.#lines,
      prettyErrors: false,
      logLevel: "error"
    });
  }
  entries() {
    const models = this.#models();
    const entries = /* @__PURE__ */ new Map();
    for (const [name2, value] of Object.entries(models)) entries.set(name2, this.#entry(name2, value));
    if (entries.size === 0)
      throw this.#refusal(["models"], "it names no model", "Put one under `models:`, by its name.");
    return entries;
  }
  #models() {
    const [problem] = [...this.#document.errors, ...this.#document.warnings];
    if (problem !== void 0) {
      const [offset] = problem.pos;
      const message = visible(shortened(problem.message));
      throw this.#refusalAt(offset, `this is neither YAML nor JSON: ${message}`, "Mend it there.");
    }
    const content = this.#toJs();
    const remedy = "It takes `models:`, and under it an entry for each model by its name.";
    if (!isRecord(content)) throw this.#refusal([], "it names no models", remedy);
    const stray = Object.keys(content).find((key) => key !== "models");
    if (stray !== void 0) throw this.#refusal([stray], `there is no ${quoted(stray)} in a file of models`, remedy);
    if (!isRecord(content.models)) throw this.#refusal(["models"], "it names no models", remedy);
    return content.models;
  }
  #toJs() {
    try {
      return this.#document.toJS();
    } catch (error) {
      throw new ExpectedFailure(
        "bad-models-file",
        `${this.#file}: its aliases lead nowhere, or to too much`,
        "Write the values out.",
        { cause: error }
      );
    }
  }
  #entry(name2, value) {
    const at = ["models", name2];
    if (!MODEL_NAME.test(name2)) {
      throw this.#refusal(at, `${quoted(name2)} is no name for a model`, "Letters, digits and . _ - / @ + are.");
    }
    if (!isRecord(value)) {
      throw this.#refusal(at, `${quoted(name2)} says nothing of its model`, "Begin with `provider:`.");
    }
    const known = Object.keys(ENTRY_SCHEMAS);
    const { provider } = value;
    if (typeof provider !== "string" || !isProvider(provider)) {
      const what = provider === void 0 ? "has no provider" : "has a provider that does not exist";
      const nearest = typeof provider === "string" ? `Did you mean ${quoted(closest(provider, known))}? ` : "";
      throw this.#refusal([...at, "provider"], `${quoted(name2)} ${what}`, `${nearest}Known: ${known.join(", ")}.`);
    }
    const parsed4 = ENTRY_SCHEMAS[provider].safeParse(value);
    if (parsed4.success) return parsed4.data;
    const mistake = mistakeIn(parsed4.error, value, provider);
    throw this.#refusal([...at, ...mistake.path], `${quoted(name2)}: ${mistake.what}`, mistake.remedy);
  }
  #refusal(path, what, remedy) {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#refusalAt(node.range[0], what, remedy);
    }
    return new ExpectedFailure("bad-models-file", `${this.#file}: ${what}`, remedy);
  }
  #refusalAt(offset, what, remedy) {
    const { line: line4, col } = this.#lines.linePos(offset);
    return new ExpectedFailure("bad-models-file", `${this.#file}:${line4}:${col}: ${what}`, remedy);
  }
};
function textOf4(bytes2, file) {
  const remedy = "It is a short file in YAML or JSON, saved as UTF-8.";
  if (bytes2.length > MAX_BYTES) throw new ExpectedFailure("bad-models-file", `${file} is too large`, remedy);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes2);
  } catch (error) {
    throw new ExpectedFailure("bad-models-file", `${file} is not UTF-8`, remedy, { cause: error });
  }
}
function mistakeIn({ issues }, given, provider) {
  const { shape } = ENTRY_SCHEMAS[provider];
  for (const issue2 of issues) {
    if (issue2.code !== "unrecognized_keys") continue;
    const [key = ""] = issue2.keys;
    const known = issue2.path[0] === "price" ? PRICE_SETTINGS : Object.keys(shape);
    return {
      path: [...issue2.path, key],
      what: `there is no setting ${quoted([...issue2.path, key].join("."))} for a model of the provider ${provider}`,
      remedy: `Did you mean ${quoted(closest(key, known))}? Known here: ${known.join(", ")}.`
    };
  }
  const [issue] = issues;
  const path = issue?.path ?? [];
  const isMissing = path.reduce((value, key) => isRecord(value) ? value[String(key)] : value, given) === void 0;
  const described = Object.entries(shape).find(([key]) => key === path[0])?.[1];
  return {
    path,
    what: `${path.join(".")} ${isMissing ? "is missing" : "does not take that"}`,
    remedy: `It is: ${described?.description ?? issue?.message ?? ""}.`
  };
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function quoted(text) {
  return `"${visible(shortened(text))}"`;
}
function shortened(text) {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

// src/files/answer-cache.ts
import { appendFile, mkdir as mkdir4, readdir as readdir3, readFile as readFile8, rm as rm5, stat as stat4, utimes } from "node:fs/promises";
import { join as join7 } from "node:path";
import * as cacache from "cacache";
var DEFAULT_MAX_BYTES = 512e6;
var TRIMMED_SHARE = 0.8;
var INDEX_BYTES = 400;
var USE_EVERY_MS = 36e5;
var ABANDONED_AFTER_MS = 864e5;
var ADDED_FILE = "added-bytes";
function openAnswerCache(folder, options = {}) {
  return new CacacheFolder(folder, options);
}
var removeEntry = cacache.rm.entry;
var CacacheFolder = class {
  #folder;
  #maxBytes;
  #warn;
  #addedBytes = 0;
  #isWarned = false;
  constructor(folder, { maxBytes = DEFAULT_MAX_BYTES, warn = () => {
  } }) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#warn = warn;
  }
  async get(key) {
    const entry = await cacache.get.info(this.#folder, key).catch(() => null);
    if (entry === null) return void 0;
    try {
      const data = await cacache.get.byDigest(this.#folder, entry.integrity, { memoize: false });
      await this.#use(entry.path);
      return data.toString();
    } catch (error) {
      if (systemErrorCode(error) !== "ENOENT") await cacache.rm.content(this.#folder, entry.integrity).catch(() => {
      });
      return void 0;
    }
  }
  async put(key, answer) {
    try {
      await cacache.put(this.#folder, key, answer, { memoize: false });
      this.#addedBytes += Buffer.byteLength(answer) + INDEX_BYTES;
    } catch (error) {
      this.#tell(error);
    }
  }
  async close() {
    if (this.#addedBytes === 0) return;
    const added = this.#addedBytes;
    this.#addedBytes = 0;
    try {
      await mkdir4(this.#folder, { recursive: true });
      await appendFile(join7(this.#folder, ADDED_FILE), `${added}
`);
      if (await this.#bytesByTheLines() > this.#maxBytes) await this.#trim();
    } catch (error) {
      this.#tell(error);
    }
  }
  async #bytesByTheLines() {
    const lines = await readFile8(join7(this.#folder, ADDED_FILE), "utf8");
    return lines.split("\n").reduce((sum2, line4) => sum2 + (Number.parseInt(line4, 10) || 0), 0);
  }
  async #trim() {
    const entries = await this.#entriesByUse();
    const users = /* @__PURE__ */ new Map();
    for (const { integrity } of entries) users.set(integrity, (users.get(integrity) ?? 0) + 1);
    let bytes2 = entries.reduce((sum2, entry) => sum2 + entry.bytes, 0);
    for (const { key, integrity, bytes: freed } of entries) {
      if (bytes2 <= this.#maxBytes * TRIMMED_SHARE) break;
      await removeEntry(this.#folder, key, { removeFully: true });
      const others = (users.get(integrity) ?? 1) - 1;
      users.set(integrity, others);
      if (others === 0) await cacache.rm.content(this.#folder, integrity);
      bytes2 -= freed;
    }
    await writeOutput(join7(this.#folder, ADDED_FILE), `${bytes2}
`);
    await this.#clearAbandoned();
  }
  async #entriesByUse() {
    const entries = await Promise.all(
      Object.values(await cacache.ls(this.#folder)).map(async ({ key, integrity, path, size }) => {
        const stats = await stat4(path).catch(() => null);
        return { key, integrity, bytes: (size ?? 0) + INDEX_BYTES, usedMs: stats?.mtimeMs ?? 0 };
      })
    );
    return entries.sort((a, b) => a.usedMs - b.usedMs);
  }
  async #clearAbandoned() {
    const temporary = join7(this.#folder, "tmp");
    for (const name2 of await readdir3(temporary).catch(() => [])) {
      const path = join7(temporary, name2);
      const stats = await stat4(path).catch(() => null);
      if (stats !== null && Date.now() - stats.mtimeMs > ABANDONED_AFTER_MS)
        await rm5(path, { recursive: true, force: true });
    }
  }
  async #use(path) {
    const stats = await stat4(path);
    if (Date.now() - stats.mtimeMs < USE_EVERY_MS) return;
    const now = /* @__PURE__ */ new Date();
    await utimes(path, now, now).catch(() => {
    });
  }
  #tell(error) {
    const code2 = systemErrorCode(error);
    if (code2 === void 0) throw error;
    if (this.#isWarned) return;
    this.#isWarned = true;
    this.#warn(`answers cannot be kept in ${this.#folder} (${code2}): the next run will have to ask again`);
  }
};

// src/files/settings-file.ts
import { readFile as readFile9, rm as rm7, writeFile as writeFile4 } from "node:fs/promises";
async function readSettingsFile(path) {
  try {
    return await readFile9(path);
  } catch (error) {
    const code2 = systemErrorCode(error);
    if (code2 === void 0) throw error;
    throw new ExpectedFailure(
      "not-readable",
      code2 === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read (${code2})`,
      "Check its path and permissions.",
      { cause: error }
    );
  }
}
async function createSettingsFile(path, text) {
  await makeParentFolder(path);
  try {
    await writeFile4(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return false;
    if (systemErrorCode(error) === "ENOSPC") await rm7(path, { force: true });
    throw writeFailure(path, error);
  }
}

// src/models/language-model.ts
import { createHash as createHash6 } from "node:crypto";

// src/core/members.ts
function blocksAround(text, offset, tokenize2) {
  const tokens3 = placed(tokenize2(text));
  const open4 = [];
  for (const [index, token] of tokens3.entries()) {
    if (token.start >= offset) break;
    if (token.text === "{") open4.push(index);
    else if (token.text === "}") open4.pop();
  }
  return [-1, ...open4].map((index) => blockAt(tokens3, index, text));
}
function placed(tokens3) {
  let end3 = 0;
  return tokens3.map(({ kind, text }) => {
    const start = end3;
    end3 += text.length;
    return { kind, text, start, end: end3 };
  });
}
function blockAt(tokens3, opening, text) {
  const members = [];
  let start = opening < 0 ? 0 : lineRestEnd(tokens3, opening);
  let draft;
  let depth = 0;
  for (let index = opening + 1; index < tokens3.length; index += 1) {
    const token = tokens3[index];
    if (token === void 0 || token.kind === "space" || token.kind === "comment") continue;
    if (token.text === "}" && depth === 0 && opening >= 0) {
      if (draft !== void 0) members.push({ start, end: token.start, ...draft });
      return { members, tail: { start: draft === void 0 ? start : token.start, end: token.start } };
    }
    draft ??= { code: token.start, value: -1, word: token.text };
    if (OPENING.has(token.text)) depth += 1;
    else if (CLOSING.has(token.text)) depth = Math.max(0, depth - 1);
    else if (token.text === "=" && depth === 0 && draft.value < 0) draft.value = token.start;
    if (depth > 0 || !ends(tokens3, index, draft.value >= 0)) continue;
    const end3 = lineRestEnd(tokens3, index);
    members.push({ start, end: end3, ...draft });
    start = end3;
    draft = void 0;
  }
  if (draft !== void 0) members.push({ start, end: text.length, ...draft });
  return { members, tail: { start: draft === void 0 ? start : text.length, end: text.length } };
}
var OPENING = /* @__PURE__ */ new Set(["(", "[", "{"]);
var CLOSING = /* @__PURE__ */ new Set([")", "]", "}"]);
var GOES_ON = /* @__PURE__ */ new Set([",", ";", ")", "."]);
function ends(tokens3, index, hasValue) {
  const { text } = tokens3[index] ?? { text: "" };
  if (text === ";") return true;
  if (text !== "}" || hasValue) return false;
  const next2 = codeAfter(tokens3, index);
  return next2 === void 0 || !GOES_ON.has(next2.text);
}
function codeAfter(tokens3, index) {
  let at = index + 1;
  while (tokens3[at]?.kind === "space" || tokens3[at]?.kind === "comment") at += 1;
  return tokens3[at];
}
function lineRestEnd(tokens3, last) {
  let end3 = tokens3[last]?.end ?? 0;
  for (let index = last + 1; index < tokens3.length; index += 1) {
    const token = tokens3[index];
    if (token?.kind === "space") {
      const lineEnd = /\r\n?|\n/.exec(token.text);
      if (lineEnd !== null) return token.start + lineEnd.index + lineEnd[0].length;
    } else if (token?.kind !== "comment" || token.text.startsWith("/**")) return end3;
    end3 = token.end;
  }
  return end3;
}

// src/core/answer-bodies.ts
function bracedAt(code2, at, { language }) {
  const { end: end3 } = braceEnd(code2.slice(at), language.tokenize);
  return end3 === null ? null : code2.slice(at, at + end3);
}
function completedAt(code2, at, { language }) {
  const text = code2.slice(at).trimEnd();
  return braceEnd(text, language.tokenize).open === 1 ? `${text}
}` : null;
}
function braceEnd(text, tokenize2) {
  let open4 = 0;
  let offset = 0;
  for (const token of tokenize2(text)) {
    offset += token.text.length;
    if (token.text === "{") open4 += 1;
    if (token.text === "}") open4 -= 1;
    if (open4 === 0 && token.text === "}") return { end: offset, open: open4 };
  }
  return { end: null, open: open4 };
}
function continuationBrace(text, { language }) {
  let offset = 0;
  let inClause = false;
  for (const token of language.tokenize(text)) {
    if (token.text === "{") return offset;
    if (token.text === ";") return "no-body";
    if (token.text === "throws") inClause = true;
    else if (!inClause && token.kind !== "space" && token.kind !== "comment") return null;
    offset += token.text.length;
  }
  return null;
}
function declaredBodies(code2, finding) {
  const { target } = finding.stub;
  const readings = [code2, asMembers(code2, target)].map((text) => finding.language.parse(target.path, text));
  const bodies = (fits) => readings.flatMap((source) => bodiesOf(source, fits));
  const named = [
    ...bodies((unit) => isNamedLike(unit, target) && likeness2(unit, target) === 2),
    ...bodies((unit) => isNamedLike(unit, target) && likeness2(unit, target) === 1),
    ...bodies((unit) => isNamedLike(unit, target) && likeness2(unit, target) === 0)
  ];
  const most = readings.reduce((a, b) => b.units.length > a.units.length ? b : a);
  const known = new Set(finding.stub.source.units.map(({ name: name2 }) => name2));
  const isNew = most.units.length === 1 && most.units.every(({ name: name2 }) => !known.has(name2));
  return { named, renamed: isNew ? bodiesOf(most, () => true) : [] };
}
function asMembers(code2, target) {
  const name2 = target.typeName.slice(target.typeName.lastIndexOf(".") + 1);
  const type = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name2) ? name2 : "Type";
  const header = target.kind === "compact-constructor" ? `record ${type}()` : `class ${type}`;
  return `${header} {
${code2}
}`;
}
function bodiesOf(source, fits) {
  return source.units.filter(fits).map(({ body }) => source.text.slice(body.start, body.end));
}
function isNamedLike(unit, target) {
  return unit.name === target.name || unit.kind !== "method" && target.name === CONSTRUCTOR_NAME;
}
function likeness2({ parameters }, target) {
  if (parameters.length !== target.parameters.length) return 0;
  const simple = (type) => type.replace(/[\w$]+\./g, "");
  const same = parameters.every(({ type }, at) => simple(type) === simple(target.parameters[at]?.type ?? ""));
  return same ? 2 : 1;
}
function bodyOfStatements(code2, { language }) {
  const members = blocksAround(code2, 0, language.tokenize)[0]?.members ?? [];
  const says = members.some(({ code: at, end: end3 }) => !declaresType(code2.slice(at, end3)));
  if (!says) return null;
  const lines = code2.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
  return `{
${lines}
}`;
}
function declaresType(member) {
  const head = member.slice(0, Math.max(0, member.indexOf("{")));
  return /(?:^|\s)(?:class|interface|enum|record|@interface)\s+\w/.test(head);
}
var MOST_PLACES = 40;
function declaredAmongProse(text, finding) {
  const { name: name2, typeName } = finding.stub.target;
  const spoken = name2 === CONSTRUCTOR_NAME ? typeName.slice(typeName.lastIndexOf(".") + 1) : name2;
  const bodies = [];
  let at = text.indexOf(`${spoken}(`);
  for (let tried = 0; at >= 0 && tried < MOST_PLACES; tried += 1) {
    const line4 = text.lastIndexOf("\n", at) + 1;
    const brace = text.indexOf("{", at);
    const body = brace < 0 ? null : bracedAt(text, brace, finding);
    if (body !== null) bodies.push(...declaredBodies(text.slice(line4, brace) + body, finding).named);
    at = text.indexOf(`${spoken}(`, at + 1);
  }
  return bodies;
}
function bodiesAmongProse(text, finding) {
  const bodies = [];
  let at = text.indexOf("{");
  for (let tried = 0; at >= 0 && tried < MOST_PLACES; tried += 1) {
    const braced = bracedAt(text, at, finding);
    if (braced === null) break;
    if (/(?:^|\n|[:`])[ \t]*$/.test(text.slice(0, at)) && finding.language.isBody(braced)) bodies.push(braced);
    at = text.indexOf("{", at + braced.length);
  }
  return bodies.sort((a, b) => b.length - a.length);
}

// src/core/answer-code.ts
var LAST_TOKENS = /(?:<[|｜][^\s<>|｜]{1,40}[|｜]>|<\/s>|<EOT>|<file_sep>|\ufffd|\0)+\s*$/;
function codeIn(answer) {
  const text = withoutThoughts(withLineFeeds2(answer)).replace(LAST_TOKENS, "");
  const fences = fencesIn(text);
  return { text, stretches: fences.length > 0 ? fences : [{ text, fenced: false, closed: false }] };
}
function withoutThoughts(text) {
  const closed = /^[^\n"]*(?:<\/think(?:ing)?>|\[\/THINK\])/im;
  let rest = text;
  for (let end3 = closed.exec(rest); end3 !== null; end3 = closed.exec(rest)) rest = rest.slice(end3.index + end3[0].length);
  return /^\s*(?:<think(?:ing)?>|\[THINK\])/i.test(rest) ? "" : rest;
}
function fencesIn(text) {
  const stretches = [];
  let open4 = null;
  for (const line4 of text.split("\n")) {
    const mark2 = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(line4);
    const [, indent = "", fence = "", info = ""] = mark2 ?? [];
    if (open4 === null) {
      if (mark2 !== null && !(fence.startsWith("`") && info.includes("`"))) {
        open4 = { fence, indent: indent.length, lines: [] };
      }
    } else if (mark2 !== null && info.trim() === "" && fence.startsWith(open4.fence)) {
      stretches.push({ text: open4.lines.join("\n"), fenced: true, closed: true });
      open4 = null;
    } else open4.lines.push(line4);
  }
  if (open4 !== null) stretches.push({ text: open4.lines.join("\n"), fenced: true, closed: false });
  return stretches.filter((stretch) => stretch.text.trim() !== "");
}

// src/core/answer-layout.ts
var USUAL_STEP = "    ";
function laidOut(body, { source, target }, tokenize2) {
  const indent = indentAt(source.text, target.declaration.start);
  const moved2 = body.includes("\n") ? reindented(body, indent, stepOf(source), tokenize2) : body;
  return withLineEnds(moved2, source.text);
}
function withLineEnds(body, file) {
  const usual = !file.includes("\n") && file.includes("\r") ? "\r" : lineEndOf(file);
  return usual === "\n" ? body : body.replaceAll("\n", usual);
}
function reindented(body, indent, step, tokenize2) {
  const lines = linesOf(body, tokenize2);
  const code2 = lines.slice(1).filter(({ block, text }) => block === null && text.trim() !== "");
  const last = code2.at(-1);
  if (last === void 0) return body;
  const closes = last.text.trimStart().startsWith("}");
  const statements = code2.filter((line4) => line4 !== last || !closes).map(({ text }) => indentOf(text));
  const base = closes ? indentOf(last.text) : outdent(shortest(statements), step);
  const usesWrongBlanks = usesTabs(step) !== usesTabs(shortest(statements)) && shortest(statements) !== "";
  if (base === indent && !usesWrongBlanks) return body;
  const deep = shortest(statements);
  const isInPlace = base.length < indent.length && deep.startsWith(indent) && deep.length > indent.length;
  if (closes && !usesWrongBlanks && isInPlace) {
    return body.slice(0, body.lastIndexOf("\n") + 1) + indent + last.text.trimStart();
  }
  const moving = { base, unit: unitOf2(base, statements), indent, step };
  const isFlat = deep === base;
  return joined2(lines, (blanks, line4) => {
    const within3 = isFlat && !(closes && line4 === last) ? step : "";
    return movedIndent(blanks, { ...moving, indent: indent + within3 });
  });
}
function linesOf(body, tokenize2) {
  const inside = textBlocks(body, tokenize2);
  let offset = 0;
  return body.split("\n").map((text) => {
    const at = inside.findIndex(({ start, end: end3 }) => start < offset && offset < end3);
    offset += text.length + 1;
    return { text, block: at < 0 ? null : at };
  });
}
function textBlocks(body, tokenize2) {
  let end3 = 0;
  return tokenize2(body).flatMap(({ kind, text }) => {
    const start = end3;
    end3 += text.length;
    return kind === "string" && text.includes("\n") ? [{ start, end: end3 }] : [];
  });
}
function joined2(lines, move) {
  const common = /* @__PURE__ */ new Map();
  for (const [index, { block, text }] of lines.entries()) {
    if (block === null) continue;
    const isLast = lines[index + 1]?.block !== block;
    if (text.trim() === "" && !isLast) continue;
    const known = common.get(block);
    common.set(block, known === void 0 ? indentOf(text) : commonPrefix(known, indentOf(text)));
  }
  const written3 = lines.map((line4, index) => {
    const { text, block } = line4;
    if (index === 0 || text.trim() === "") return text;
    const blanks = block === null ? indentOf(text) : common.get(block);
    return blanks === null || blanks === void 0 ? text : move(blanks, line4) + text.slice(blanks.length);
  });
  return written3.join("\n");
}
function commonPrefix(a, b) {
  if (a === null) return null;
  if (a.startsWith(b)) return b;
  return b.startsWith(a) ? a : null;
}
function movedIndent(blanks, { base, unit, indent, step }) {
  if (!blanks.startsWith(base)) return indent;
  let rest = blanks.slice(base.length);
  let steps = "";
  while (unit !== "" && rest.startsWith(unit)) {
    rest = rest.slice(unit.length);
    steps += step;
  }
  return indent + steps + rest;
}
function unitOf2(base, statements) {
  const deeper = statements.filter((indent) => indent.startsWith(base) && indent.length > base.length);
  return shortest(deeper).slice(base.length);
}
function outdent(blanks, step) {
  return blanks.endsWith(step) ? blanks.slice(0, -step.length) : "";
}
function indentOf(line4) {
  return /^[ \t]*/.exec(line4)?.[0] ?? "";
}
function shortest(indents) {
  return indents.reduce((least, indent) => indent.length < least.length ? indent : least, indents[0] ?? "");
}
function usesTabs(blanks) {
  return blanks.includes("	");
}
function stepOf(source) {
  const text = withLineFeeds2(source.text);
  for (const unit of source.units) {
    const declared = indentAt(source.text, unit.declaration.start);
    const first = /\n([ \t]+)\S/.exec(withLineFeeds2(bodyOf(source, unit)))?.[1];
    if (first?.startsWith(declared) && first.length > declared.length) return first.slice(declared.length);
  }
  return /\n([ \t]+)\S/.exec(text.replace(/\n[ \t]+\*/g, "\n"))?.[1] ?? USUAL_STEP;
}

// src/core/prompt-view.ts
var NOTHING = { lead: false, enclosing: null, pieces: /* @__PURE__ */ new Map() };
function everything({ pieces }) {
  return { lead: true, enclosing: "whole", pieces: new Map(pieces.map((piece) => [piece, "whole"])) };
}
function inFileOrder(surroundings, selection) {
  const { enclosing, target } = surroundings;
  let before3 = "";
  let after2 = "";
  for (let level = 0; level <= enclosing.length; level += 1) {
    const pieces = shownAt(surroundings, selection, level);
    before3 += pieces.filter(({ piece }) => !piece.after).map(textOf5).join("") + headOf2(enclosing[level], selection);
    after2 = tailOf(enclosing[level], selection) + pieces.filter(({ piece }) => piece.after).map(textOf5).join("") + after2;
  }
  return view(before3, target.rest + after2, surroundings, selection);
}
function withTargetLast(surroundings, selection) {
  let before3 = "";
  for (let level = 0; level <= surroundings.enclosing.length; level += 1) {
    for (const piece of shownAt(surroundings, selection, level)) before3 += withLineEnd(textOf5(piece));
    before3 += withLineEnd(headOf2(surroundings.enclosing[level], selection));
  }
  return view(before3, "", surroundings, selection);
}
function withLineEnd(text) {
  return text === "" || /\s$/.test(text) ? text : `${text}
`;
}
function shownAt({ pieces }, selection, level) {
  return pieces.flatMap((piece) => {
    const shown5 = piece.level === level ? selection.pieces.get(piece) : void 0;
    return shown5 === void 0 ? [] : [{ piece, shown: shown5 }];
  });
}
function textOf5({ piece, shown: shown5 }) {
  return shownText(piece, shown5);
}
function shownText(piece, shown5) {
  return shown5 === "outline" ? piece.outline ?? piece.whole : piece.whole;
}
function headOf2(enclosing, selection) {
  if (enclosing === void 0 || selection.enclosing === null) return "";
  return selection.enclosing === "whole" ? enclosing.head : enclosing.bareHead;
}
function tailOf(enclosing, selection) {
  return enclosing === void 0 || selection.enclosing === null ? "" : enclosing.tail;
}
function view(before3, after2, { target }, selection) {
  const lead = selection.lead ? target.lead : target.lead.slice(target.lead.trimEnd().length);
  const text = withLineFeeds2(before3 + lead + target.signature);
  return { before: text.replace(/^[\s\ufeff]+(?=\S)/, firstLineIndent), after: withLineFeeds2(after2).trimEnd() };
}
function firstLineIndent(blank) {
  return blank.slice(blank.lastIndexOf("\n") + 1).replace("\uFEFF", "");
}

// src/core/special-tokens.ts
var FILLING_TOKENS = {
  "fim-qwen": {
    join: (prefix, suffix) => `<|fim_prefix|>${prefix}<|fim_suffix|>${suffix}<|fim_middle|>`,
    stop: ["<|endoftext|>", "<|fim_pad|>", "<|repo_name|>", "<|file_sep|>"],
    own: []
  },
  "fim-starcoder": {
    join: (prefix, suffix) => `<fim_prefix>${prefix}<fim_suffix>${suffix}<fim_middle>`,
    stop: ["<|endoftext|>", "<file_sep>", "<fim_pad>", "<fim_prefix>"],
    own: ["<filename>", "<reponame>", "<gh_stars>", "<commit_before>", "<commit_msg>", "<commit_after>"]
  },
  "fim-codellama": {
    join: (prefix, suffix) => `<PRE> ${prefix} <SUF>${suffix} <MID>`,
    stop: ["<EOT>"],
    own: ["<PRE>", "<SUF>", "<MID>", "<EOT>"]
  },
  "fim-deepseek": {
    join: (prefix, suffix) => `<｜fim▁begin｜>${prefix}<｜fim▁hole｜>${suffix}<｜fim▁end｜>`,
    stop: ["<｜end▁of▁sentence｜>", "<|EOT|>", "<｜fim▁begin｜>"],
    own: []
  },
  "fim-codestral": {
    join: (prefix, suffix) => `[SUFFIX]${suffix}[PREFIX]${prefix}`,
    stop: [],
    own: ["[SUFFIX]", "[PREFIX]", "[MIDDLE]"]
  }
};
function isTokenFormat(format) {
  return format in FILLING_TOKENS;
}
var SPECIAL = [
  /<(?=[|｜][^\s<>|｜]{1,40}[|｜]>)/g,
  /<(?=(?:fim_(?:prefix|suffix|middle|pad)|file_sep|repo_name|(?:start|end)_of_turn|bos|eos|\/?s)>)/g,
  /<(?=<\/?SYS>>)/g,
  /\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\])/g
];
function withoutSpecialTokens(text, format) {
  let plain = text;
  for (const pattern of SPECIAL) plain = plain.replace(pattern, "$& ");
  if (!isTokenFormat(format)) return plain;
  for (const token of FILLING_TOKENS[format].own) {
    plain = plain.replaceAll(token, `${token.charAt(0)} ${token.slice(1)}`);
  }
  return plain;
}

// src/core/stub.ts
var EMPTY_BODY = "{}";
function splice(text, replacements) {
  const pieces = [];
  let position = 0;
  for (const { range, text: replacement } of replacements) {
    if (range.start < position) throw new RangeError("replacements overlap or are out of order");
    pieces.push(text.slice(position, range.start), replacement);
    position = range.end;
  }
  pieces.push(text.slice(position));
  return pieces.join("");
}
function withBodies(source, bodies) {
  const replacements = [];
  const units = [];
  let shift = 0;
  for (const unit of source.units) {
    const body = bodies(unit);
    const length = unit.body.end - unit.body.start;
    const growth = body === void 0 ? 0 : body.length - length;
    if (body !== void 0) replacements.push({ range: unit.body, text: body });
    units.push(moved(unit, shift, growth));
    shift += growth;
  }
  return { ...source, text: splice(source.text, replacements), units };
}
function eraseBodies(source, erased) {
  return withBodies(source, (unit) => erased.has(unit.id) ? EMPTY_BODY : void 0);
}
function stubInPlace(source, unit) {
  const erased = /* @__PURE__ */ new Set([unit.id]);
  const stubSource = eraseBodies(source, erased);
  const target = stubSource.units.find((candidate) => candidate.id === unit.id);
  if (target === void 0) throw new RangeError(`${unit.id} is not a unit of ${source.path}`);
  return { source: stubSource, target, erased };
}
function stubsForRecreation(source, erased) {
  const stubSource = eraseBodies(source, erased);
  return stubSource.units.filter((unit) => erased.has(unit.id)).map((target) => ({ source: stubSource, target, erased }));
}
function moved(unit, shift, growth) {
  if (shift === 0 && growth === 0) return unit;
  return {
    ...unit,
    declaration: { start: unit.declaration.start + shift, end: unit.declaration.end + shift + growth },
    body: { start: unit.body.start + shift, end: unit.body.end + shift + growth }
  };
}

// src/core/prompt-writing.ts
var MOST_STOPS = 4;
function writePrompt(stub, surroundings, selection, format) {
  switch (format) {
    case "chat":
      return { kind: "chat", messages: chatMessages(stub, surroundings, selection) };
    case "completion": {
      const { before: before3 } = withTargetLast(surroundings, selection);
      return {
        kind: "text",
        text: withoutSpecialTokens(before3, format),
        suffix: null,
        stop: nextMembers(surroundings)
      };
    }
    default: {
      const view2 = inFileOrder(surroundings, selection);
      const prefix = withoutSpecialTokens(view2.before, format);
      const suffix = withoutSpecialTokens(view2.after, format);
      if (!isTokenFormat(format)) return { kind: "text", text: prefix, suffix, stop: nextMembers(surroundings) };
      const { join: join14, stop } = FILLING_TOKENS[format];
      const stops = [...stop, ...nextMembers(surroundings)].slice(0, MOST_STOPS);
      return { kind: "text", text: join14(prefix, suffix), suffix: null, stop: stops };
    }
  }
}
function shapeOf(format) {
  return format === "chat" ? "chat" : "body";
}
function textsOf(prompt) {
  if (prompt.kind === "chat") return prompt.messages.map(({ content }) => content);
  return prompt.suffix === null ? [prompt.text] : [prompt.text, prompt.suffix];
}
function nextMembers({ target }) {
  const indent = /^[ \t]*/.exec(target.signature)?.[0] ?? "";
  return indent === "" ? [] : ["/**", "public ", "private ", "protected "].map((word) => `
${indent}${word}`);
}
var BODY_MARK = "{ /* WRITE THIS BODY */ }";
function languageTag({ source }) {
  return source.path.slice(source.path.lastIndexOf(".") + 1).toLowerCase();
}
function chatMessages(stub, surroundings, selection) {
  const { target, source, erased } = stub;
  const language = languageTag(stub);
  const { before: before3, after: after2 } = inFileOrder(surroundings, selection);
  const gap = /[\r\n]/.test(surroundings.target.gap) ? " " : surroundings.target.gap;
  const view2 = withoutSpecialTokens(`${before3}${gap}${BODY_MARK}${after2}`, "chat");
  const signature2 = withoutSpecialTokens(surroundings.target.signature, "chat");
  const what = target.kind === "method" ? "method" : "constructor";
  const others = erased.size > 1 ? ` Bodies shown as \`${EMPTY_BODY}\` are missing too and not asked for.` : "";
  return [
    {
      role: "system",
      content: `You complete ${language} source files. Answer with one fenced code block that holds the body asked for and nothing else: from its opening brace to its closing brace, without the signature, other members or explanations.`
    },
    {
      role: "user",
      content: `In ${withoutSpecialTokens(source.path, "chat")} the body of one ${what} is missing; \`${BODY_MARK}\` stands in its place.${others}

${fenced(view2, language)}

Write the body of \`${withoutSpecialTokens(displayName(target.id), "chat")}\`:

${fenced(signature2, language)}

Answer with that body alone, from \`{\` to \`}\`.`
    }
  ];
}
function fenced(text, language) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run2) => run2.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${text}
${fence}`;
}

// src/core/answer.ts
function readAnswer(reading) {
  if (reading.finish === "refused") return failed("refused", "The model refused to answer.");
  const answer = codeIn(reading.text);
  for (const candidate of candidates(answer, reading)) {
    if (candidate === BODY_MARK || !reading.language.isBody(candidate)) continue;
    const body = laidOut(candidate, reading.stub, reading.language.tokenize);
    return { kind: "regenerated", body: reading.language.isBody(body) ? body : candidate };
  }
  return whyNone(answer, reading);
}
function* candidates(answer, reading) {
  switch (reading.shape) {
    case "inside":
      yield* insideBraces(answer.text, reading);
      break;
    case "body": {
      const brace = continuationBrace(answer.text, reading);
      if (typeof brace === "number") yield* bodyAt(answer.text, brace, reading.finish !== "length", reading);
      if (brace !== null) return;
      break;
    }
    case "chat":
      break;
  }
  yield* amongStretches(answer.stretches, reading);
}
function* insideBraces(text, reading) {
  if (text.trim() === "") return;
  const start = text.search(/\S/);
  if (text.charAt(start) === "{") {
    const body = bracedAt(text, start, reading);
    if (body?.trimEnd() === text.trim()) yield body;
  }
  yield* bodyAt(`{${text}`, 0, reading.finish !== "length", reading);
}
function* bodyAt(code2, at, isWhole, reading) {
  const body = bracedAt(code2, at, reading);
  if (body !== null) yield body;
  else if (isWhole) {
    const completed = completedAt(code2, at, reading);
    if (completed !== null) yield completed;
  }
}
function* amongStretches(stretches, reading) {
  const known = /* @__PURE__ */ new Map();
  const declaredIn = (stretch) => {
    const declared = known.get(stretch) ?? declaredBodies(stretch.text, reading);
    known.set(stretch, declared);
    return declared;
  };
  const whole3 = stretches.filter(({ closed }) => closed || reading.finish !== "length");
  for (const stretch of stretches) {
    const { text } = stretch;
    const brace = continuationBrace(text, reading);
    const body = typeof brace === "number" ? bracedAt(text, brace, reading) : null;
    if (body !== null) yield body;
    yield* declaredIn(stretch).named;
    yield* declaredAmongProse(text, reading);
  }
  for (const { text } of whole3) {
    const body = bodyOfStatements(text, reading);
    if (body !== null) yield body;
  }
  for (const stretch of whole3) yield* declaredIn(stretch).renamed;
  for (const { text } of whole3) {
    const brace = continuationBrace(text, reading);
    const body = typeof brace === "number" ? completedAt(text, brace, reading) : null;
    if (body !== null) yield body;
    yield* declaredBodies(`${text.trimEnd()}
}`, reading).named;
  }
  for (const { text, fenced: fenced3 } of stretches) if (!fenced3) yield* bodiesAmongProse(text, reading);
}
var REFUSAL = /^\W*(?:(?:I['’]?m|I am) (?:really |very |so )?(?:sorry|afraid|unable|not able)|sorry\b|I (?:can['’]?t|cannot|can not|won['’]?t|will not) |as an? (?:AI|language model)|unfortunately,? I )/i;
function whyNone({ text, stretches }, reading) {
  const { finish, text: answer, shape } = reading;
  const length = `${answer.length} characters`;
  if (finish === "length")
    return failed("cut-off", `The answer was cut off after ${length}, before its body was complete.`);
  if (text.trim() === "") {
    return failed(
      "missing",
      answer.trim() === "" ? "The answer is empty." : `The answer (${length}) holds nothing but thoughts.`
    );
  }
  if (REFUSAL.test(text)) return failed("refused", `The model refused to answer, in ${length}.`);
  if (shape === "body" && continuationBrace(text, reading) === "no-body")
    return failed("missing", "The answer leaves the method without a body.");
  if (text.includes(BODY_MARK)) return failed("missing", `The answer (${length}) repeats the question.`);
  if (!/[{};]/.test(text) && !stretches.some(({ fenced: fenced3 }) => fenced3)) {
    return failed("missing", `The answer (${length}) holds no code.`);
  }
  return failed("does-not-parse", `The answer (${length}) holds no body that parses.`);
}
function failed(reason, detail) {
  return { kind: "failed", reason, detail };
}

// src/core/use-ranking.ts
function rankedByUse(surroundings, target, tokenize2) {
  const { pieces, enclosing, target: text } = surroundings;
  const inFile = pieces.filter(({ kind }) => kind !== "import" && kind !== "package").sort((a, b) => a.start - b.start);
  const before3 = inFile.filter(({ after: after2 }) => !after2).length;
  const asked = {
    unit: target,
    named: /* @__PURE__ */ new Set([...identifiersIn2(text.lead), ...namesIn2(text.signature, tokenize2)]),
    tokenize: tokenize2,
    innermost: enclosing.length
  };
  return inFile.map((piece, index) => ({
    piece,
    use: useOf(piece, asked),
    distance: piece.after ? index - before3 : before3 - 1 - index
  })).sort((a, b) => b.use - a.use || a.distance - b.distance || a.piece.start - b.piece.start).map(({ piece }) => piece);
}
function identifiersIn2(text) {
  return new Set(text.match(/[\p{ID_Start}_$][\p{ID_Continue}$]*/gu));
}
function namesIn2(code2, tokenize2) {
  return tokenize2(code2).flatMap(({ kind, text }) => kind === "identifier" ? [text] : []);
}
function useOf(piece, asked) {
  const near = piece.level === asked.innermost ? 30 : 0;
  switch (piece.kind) {
    case "unit":
      return near + Math.max(...piece.units.map((unit) => useOfUnit(unit, piece.whole, asked)));
    case "group":
      return near + useOfGroup(piece, asked);
    default:
      return near + useOfField(piece, asked);
  }
}
function useOfUnit(unit, text, { unit: target, named }) {
  const sameType = unit.typeName === target.typeName;
  let use = 0;
  if (unit.name === target.name && sameType) use += 100;
  else if (named.has(unit.name)) use += 80;
  if (calls(text, target)) use += 60;
  const property = propertyOf(unit);
  if (sameType && property !== "" && property === propertyOf(target)) use += 50;
  if (unit.returnType === target.returnType && !PLAIN_TYPES.has(unit.returnType)) use += 20;
  use += Math.min(20, 10 * sharedTypes(unit, target));
  use += Math.min(20, 5 * sharedWords(unit.name, target.name));
  return use;
}
function useOfGroup({ units, whole: whole3 }, { unit: target, named }) {
  const typeName = units[0]?.typeName ?? "";
  const isNamed2 = typeName.split(".").some((part3) => named.has(part3));
  return (isNamed2 ? 70 : 0) + (calls(whole3, target) ? 30 : 0);
}
function useOfField({ level, whole: whole3, outline }, { unit: target, named, innermost, tokenize: tokenize2 }) {
  const isInitialiser = outline === null && /\}\s*$/.test(whole3);
  if (isInitialiser) return 20;
  const names = namesIn2(outline ?? whole3, tokenize2);
  const property = propertyOf(target);
  const isMeant = names.some((name2) => named.has(name2) || name2.toLowerCase() === property);
  return (level === innermost ? 90 : 10) + (isMeant ? 50 : 0);
}
var PLAIN_TYPES = /* @__PURE__ */ new Set(["", "void", "boolean", "int", "long", "double", "float", "String"]);
function calls(text, target) {
  const isConstructor2 = target.name === CONSTRUCTOR_NAME;
  const name2 = isConstructor2 ? target.typeName.slice(target.typeName.lastIndexOf(".") + 1) : target.name;
  const call = isConstructor2 ? `new ${name2}` : `${name2}(`;
  for (let at = text.indexOf(call); at >= 0; at = text.indexOf(call, at + 1)) {
    if (isConstructor2 || !/[\p{ID_Continue}$]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
function propertyOf({ name: name2 }) {
  if (name2 === CONSTRUCTOR_NAME) return "";
  return (new RegExp("^(?:get|set|is|has|with|add|remove)(?=\\p{Lu})(.*)$", "u").exec(name2)?.[1] ?? name2).toLowerCase();
}
function sharedTypes(unit, target) {
  const types = new Set(target.parameters.map(({ type }) => type).filter((type) => !PLAIN_TYPES.has(type)));
  const shown5 = /* @__PURE__ */ new Set([unit.returnType, ...unit.parameters.map(({ type }) => type)]);
  return [...types].filter((type) => shown5.has(type)).length;
}
function sharedWords(name2, other) {
  const words = new Set(wordsIn(name2));
  return wordsIn(other).filter((word) => words.has(word)).length;
}
function wordsIn(name2) {
  return (name2.match(new RegExp("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+", "gu")) ?? []).map((word) => word.toLowerCase());
}

// src/core/packing.ts
function choose(surroundings, target, tokenize2, purse) {
  const bare = purse.price(NOTHING);
  if (bare > purse.budget) return null;
  const all = everything(surroundings);
  if (lengthOf(surroundings) <= purse.budget * LONGEST_TOKEN && purse.price(all) <= purse.budget) return all;
  const steps = new Spending(surroundings, purse.countTokens, purse.budget - bare).steps(target, tokenize2);
  for (let taken = steps.length; taken > 0; taken -= 1) {
    const selection = after(steps.slice(0, taken));
    if (purse.price(selection) <= purse.budget) return selection;
  }
  return NOTHING;
}
var LONGEST_TOKEN = 16;
function lengthOf({ pieces }) {
  return pieces.reduce((length, { whole: whole3 }) => length + whole3.length, 0);
}
function after(steps) {
  const pieces = /* @__PURE__ */ new Map();
  let { lead, enclosing } = NOTHING;
  for (const step of steps) {
    if (step.kind === "lead") lead = true;
    else if (step.kind === "enclosing") enclosing = step.shown;
    else pieces.set(step.piece, step.shown);
  }
  return { lead, enclosing, pieces };
}
var Spending = class {
  #surroundings;
  #countTokens;
  #steps = [];
  #shown = /* @__PURE__ */ new Map();
  #room;
  constructor(surroundings, countTokens, room) {
    this.#surroundings = surroundings;
    this.#countTokens = countTokens;
    this.#room = room;
  }
  steps(target, tokenize2) {
    const { enclosing, target: text } = this.#surroundings;
    this.#take({ kind: "lead" }, text.lead, "");
    const bare = enclosing.map(({ bareHead, tail }) => bareHead + tail).join("");
    if (!this.#take({ kind: "enclosing", shown: "outline" }, bare, "")) return this.#steps;
    this.#showImports(identifiersIn2(text.lead + text.signature));
    const ranked = rankedByUse(this.#surroundings, target, tokenize2);
    const kept = Math.floor(this.#room / 2);
    for (const piece of ranked) this.#show(piece, "outline", kept);
    for (const piece of ranked) this.#show(piece, "whole", 0);
    for (const piece of ranked) if (!this.#shown.has(piece)) this.#show(piece, "outline", 0);
    this.#take({ kind: "enclosing", shown: "whole" }, enclosing.map(({ head, tail }) => head + tail).join(""), bare);
    this.#showImports(identifiersIn2([...this.#shown].map(([piece, shown5]) => shownText(piece, shown5)).join("\n")));
    return this.#steps;
  }
  /** The package, and the imports that `named` holds, that name everything, or that only the erased body can use. */
  #showImports(named) {
    const used = usedNames(this.#surroundings);
    for (const piece of this.#surroundings.pieces) {
      if (this.#shown.has(piece)) continue;
      if (piece.kind === "package") this.#show(piece, "whole", 0);
      if (piece.kind !== "import") continue;
      const name2 = /([\p{ID_Continue}$]+|\*)\s*;/u.exec(piece.whole)?.[1] ?? "*";
      if (name2 === "*" || named.has(name2) || !used.has(name2)) this.#show(piece, "whole", 0);
    }
  }
  #show(piece, shown5, kept) {
    if (shown5 === "whole" && this.#shown.get(piece) === "outline" && piece.outline === null) return;
    const before3 = this.#shown.get(piece);
    const paid = before3 === void 0 ? "" : shownText(piece, before3);
    if (this.#take({ kind: "piece", piece, shown: shown5 }, shownText(piece, shown5), paid, kept)) this.#shown.set(piece, shown5);
  }
  /** Whether there was room for a step, `kept` tokens left over. */
  #take(step, text, paid, kept = 0) {
    const room = this.#room - kept;
    if (room <= 0 || text.length - paid.length > room * LONGEST_TOKEN) return false;
    const cost = this.#countTokens(text) - (paid === "" ? 0 : this.#countTokens(paid));
    if (cost > room) return false;
    this.#room -= cost;
    this.#steps.push(step);
    return true;
  }
};
function usedNames({ pieces, enclosing, target }) {
  const code2 = pieces.filter(({ kind }) => kind !== "import" && kind !== "package").map(({ whole: whole3 }) => whole3);
  const around = enclosing.map(({ head, tail }) => head + tail);
  return identifiersIn2([...code2, ...around, target.lead, target.signature].join("\n"));
}

// src/core/surroundings.ts
function surroundingsOf({ source, target }, tokenize2) {
  const { text } = source;
  const blocks = blocksAround(text, target.body.start, tokenize2);
  const others = source.units.filter((unit) => unit.id !== target.id);
  const pieces = [];
  const enclosing = [];
  let own = { start: target.declaration.start, end: target.body.end };
  for (const [level, block] of blocks.entries()) {
    const path = block.members.find((member) => member.start <= target.body.start && target.body.end <= member.end);
    for (const member of block.members) {
      if (member !== path) pieces.push(pieceOf(member, level, text, others, target));
    }
    const inner = blocks[level + 1];
    if (path !== void 0 && inner !== void 0) {
      enclosing.push(enclosingOf(path, inner, text, others));
    } else if (path !== void 0) own = path;
  }
  return { pieces, enclosing, target: targetText(text, target, own) };
}
function targetText(text, target, own) {
  const start = withIndent(text, target.declaration.start, own.start);
  const header = text.slice(start, target.body.start);
  const signature2 = header.trimEnd();
  return {
    lead: text.slice(own.start, start),
    signature: signature2,
    gap: header.slice(signature2.length),
    rest: text.slice(target.body.end, own.end)
  };
}
function withIndent(text, offset, atLeast) {
  let start = offset;
  while (start > atLeast && /[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}
function enclosingOf(path, inner, text, others) {
  const open4 = inner.members[0]?.start ?? inner.tail.start;
  const units = unitsIn(others, { start: path.start, end: open4 });
  return {
    head: text.slice(path.start, open4),
    bareHead: blankLineBefore(path, text) + withoutBodies(text, { start: withIndent(text, path.code, path.start), end: open4 }, units),
    tail: text.slice(inner.tail.start, path.end),
    units: [...units, ...unitsIn(others, { start: inner.tail.end, end: path.end })]
  };
}
function pieceOf(member, level, text, others, target) {
  const units = unitsIn(others, member);
  const kind = kindOf(member, level, units);
  const start = kind === "package" ? member.code : member.start;
  return {
    kind,
    start: member.start,
    after: member.start > target.body.start,
    level,
    units,
    whole: text.slice(start, member.end),
    outline: outlineOf(member, kind, text, units)
  };
}
function kindOf({ word, code: code2 }, level, units) {
  if (level === 0 && (word === "import" || word === "package")) return word;
  if (units.length === 0) return "plain";
  return units.length === 1 && units[0]?.declaration.start === code2 ? "unit" : "group";
}
function outlineOf(member, kind, text, units) {
  const start = withIndent(text, member.code, member.start);
  const blank = blankLineBefore(member, text);
  switch (kind) {
    case "unit":
    case "group":
      return blank + withoutBodies(text, { start, end: member.end }, units);
    case "plain":
      return member.value < 0 ? null : `${blank}${text.slice(start, member.value).trimEnd()};
`;
    case "package":
    case "import":
      return null;
  }
}
function blankLineBefore({ start }, text) {
  return /^[ \t]*(?:\r\n?|\n)/.exec(text.slice(start, start + 80))?.[0] ?? "";
}
function withoutBodies(text, range, units) {
  const replacements = units.map(({ body }) => {
    const header = text.slice(range.start, body.start);
    return { range: { start: header.trimEnd().length, end: body.end - range.start }, text: ";" };
  });
  return splice(text.slice(range.start, range.end), replacements);
}
function unitsIn(units, { start, end: end3 }) {
  return units.filter(({ body }) => start <= body.start && body.end <= end3);
}

// src/core/prompt.ts
var PROMPT_VERSION = 1;
function packPrompt({ stub, format, budget, countTokens, tokenize: tokenize2 }) {
  const surroundings = surroundingsOf(stub, tokenize2);
  const promptOf = (selection2) => writePrompt(stub, surroundings, selection2, format);
  const price = (selection2) => countPrompt(promptOf(selection2), countTokens);
  const selection = choose(surroundings, stub.target, tokenize2, { budget, countTokens, price });
  if (selection === null) return null;
  return {
    prompt: promptOf(selection),
    tokens: price(selection),
    shape: shapeOf(format),
    neighbours: countNeighbours(stub, surroundings, selection)
  };
}
function countNeighbours({ source }, { pieces, enclosing }, selection) {
  const counts2 = { whole: 0, outline: 0 };
  for (const { units } of selection.enclosing === null ? [] : enclosing)
    counts2[selection.enclosing ?? "whole"] += units.length;
  for (const piece of pieces) {
    const shown5 = selection.pieces.get(piece);
    if (shown5 !== void 0) counts2[shown5] += piece.units.length;
  }
  const { whole: whole3, outline: signatures } = counts2;
  return { whole: whole3, signatures, leftOut: source.units.length - 1 - whole3 - signatures };
}
var TOKENS_PER_MESSAGE = 8;
function countPrompt(prompt, countTokens) {
  const overhead = prompt.kind === "chat" ? TOKENS_PER_MESSAGE * prompt.messages.length : 0;
  return textsOf(prompt).reduce((tokens3, text) => tokens3 + countTokens(text), overhead);
}

// src/core/usage.ts
var NO_BUDGET = { methods: null, tokens: null, cost: null };
var TOKENS_OF_A_PRICE = 1e6;
function costOf(price, promptTokens, completionTokens) {
  return rounded((price.input * promptTokens + price.output * completionTokens) / TOKENS_OF_A_PRICE);
}
function addCosts(a, b) {
  return rounded(a + b);
}
function rounded(amount) {
  return Math.round(amount * 1e9) / 1e9;
}
function addUsage(a, b) {
  return {
    calls: a.calls + b.calls,
    cacheHits: a.cacheHits + b.cacheHits,
    promptTokens: a.promptTokens === null || b.promptTokens === null ? null : a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens === null || b.completionTokens === null ? null : a.completionTokens + b.completionTokens,
    cost: a.cost === null || b.cost === null || a.cost.currency !== b.cost.currency ? null : { amount: addCosts(a.cost.amount, b.cost.amount), currency: a.cost.currency },
    answeredAs: [.../* @__PURE__ */ new Set([...a.answeredAs, ...b.answeredAs])].sort()
  };
}

// src/models/allowance.ts
var Allowance = class {
  #budget;
  #price;
  #methods = /* @__PURE__ */ new Set();
  #queue = [];
  #tokens = 0;
  #cost = 0;
  #underWay = 0;
  #isSpent = false;
  constructor(budget, price) {
    this.#budget = budget;
    this.#price = price;
  }
  /** `null` when the budget does not allow it. A unit that was let in once may ask again under its name. */
  admit(need) {
    return new Promise((decide) => {
      this.#queue.push({ need, decide });
      this.#serve();
    });
  }
  #serve() {
    for (let next2 = this.#queue[0]; next2 !== void 0; next2 = this.#queue[0]) {
      const { need, decide } = next2;
      if (!this.#isSpent && !this.#fits(need)) {
        if (this.#underWay > 0) return;
        this.#isSpent = true;
      }
      this.#queue.shift();
      decide(this.#isSpent ? null : this.#grant(need));
    }
  }
  #fits({ method, promptTokens, completionTokens }) {
    const { methods: methods2, tokens: tokens3, cost } = this.#budget;
    if (methods2 !== null && !this.#methods.has(method) && this.#methods.size >= methods2) return false;
    if (tokens3 !== null && this.#tokens + promptTokens + completionTokens > tokens3) return false;
    return cost === null || addCosts(this.#cost, this.#costOf(promptTokens, completionTokens)) <= cost;
  }
  #grant({ method, promptTokens, completionTokens }) {
    this.#methods.add(method);
    this.#add(promptTokens, completionTokens, 1);
    this.#underWay++;
    let isSettled = false;
    return {
      settle: (prompt, completion) => {
        if (isSettled) return;
        isSettled = true;
        this.#add(promptTokens, completionTokens, -1);
        this.#add(prompt, completion, 1);
        this.#underWay--;
        this.#serve();
      }
    };
  }
  #add(promptTokens, completionTokens, sign2) {
    this.#tokens += sign2 * (promptTokens + completionTokens);
    this.#cost = addCosts(this.#cost, sign2 * this.#costOf(promptTokens, completionTokens));
  }
  #costOf(promptTokens, completionTokens) {
    return this.#price === null ? 0 : costOf(this.#price, promptTokens, completionTokens);
  }
};

// src/models/answers.ts
import { createHash as createHash5 } from "node:crypto";
import { LRUCache as LRUCache2 } from "lru-cache";
import pLimit from "p-limit";
import { z as z8 } from "zod";
var FORM = 1;
function answerRequest({ provider, name: name2, facts }, prompt, { maxTokens, temperature, seed }) {
  const options = { maxTokens, temperature, seed };
  const key = JSON.stringify([FORM, provider, name2, facts, prompt, maxTokens, temperature, seed]);
  return { prompt, options, key: createHash5("sha256").update(key).digest("hex") };
}
var REMEMBERED = 500;
var Answers = class {
  #text;
  #cache;
  #price;
  #countTokens;
  #inTurn;
  #remembered = new LRUCache2({ max: REMEMBERED });
  #counted = /* @__PURE__ */ new Set();
  #answeredAs = /* @__PURE__ */ new Set();
  #calls = 0;
  #cacheHits = 0;
  #promptTokens = 0;
  #completionTokens = 0;
  #cost = 0;
  /** What the engine's answers took one after the other; those of the cache take nothing. */
  answeringMs = 0;
  constructor(text, cache, price, countTokens) {
    this.#text = text;
    this.#cache = cache;
    this.#price = price;
    this.#countTokens = countTokens;
    this.#inTurn = pLimit(text.concurrency);
  }
  /** What is known without asking; counted once a run. */
  async recall(request) {
    const remembered = this.#remembered.get(request.key);
    if (remembered !== void 0) return remembered;
    const cached = await this.#read(request.key);
    if (cached === void 0) return void 0;
    this.#remembered.set(request.key, cached);
    if (!this.#counted.has(request.key)) {
      this.#cacheHits++;
      this.#count(request.key, cached);
    }
    return cached;
  }
  async isCached({ key }) {
    return this.#remembered.has(key) || await this.#read(key) !== void 0;
  }
  /**
   * Asks the engine, whatever is known. `promptTokens` is our own count, for an engine that keeps none. Rejects as soon as
   * the signal is raised, even when the engine does not heed it.
   */
  async ask(request, promptTokens, signal) {
    const completion = await this.#inTurn(() => {
      signal.throwIfAborted();
      const asked = Date.now();
      return unlessAborted(this.#text.complete(request.prompt, { ...request.options, signal }), signal).finally(() => {
        this.answeringMs += Date.now() - asked;
      });
    });
    if (!isModelsOwn(completion)) {
      const isLost = completion.kind === "failed" && completion.reason === "timed-out";
      const { maxTokens } = request.options;
      return { completion, promptTokens: isLost ? promptTokens : 0, completionTokens: isLost ? maxTokens : 0 };
    }
    const took = this.#tokensOf(completion, promptTokens);
    if (this.#price !== null)
      this.#cost = addCosts(this.#cost, costOf(this.#price, took.promptTokens, took.completionTokens));
    this.#count(request.key, completion);
    this.#remembered.set(request.key, completion);
    await this.#cache?.put(request.key, JSON.stringify(completion));
    return { completion, ...took };
  }
  usage() {
    return {
      calls: this.#calls,
      cacheHits: this.#cacheHits,
      promptTokens: this.#promptTokens,
      completionTokens: this.#completionTokens,
      cost: this.#price === null ? null : { amount: this.#cost, currency: this.#price.currency },
      answeredAs: [...this.#answeredAs].sort()
    };
  }
  async #read(key) {
    const kept = await this.#cache?.get(key);
    return kept === void 0 ? void 0 : parseCompletion(kept);
  }
  #tokensOf(completion, promptTokens) {
    if (completion.kind === "failed") return { promptTokens, completionTokens: 0 };
    return {
      promptTokens: completion.promptTokens ?? promptTokens,
      completionTokens: completion.completionTokens ?? this.#countTokens(completion.text)
    };
  }
  #count(key, completion) {
    this.#counted.add(key);
    this.#calls++;
    const said = completion.kind === "answered" ? completion : SAYS_NOTHING;
    this.#promptTokens = plus(this.#promptTokens, said.promptTokens);
    this.#completionTokens = plus(this.#completionTokens, said.completionTokens);
    if (said.answeredAs !== null && said.answeredAs !== this.#text.name) this.#answeredAs.add(said.answeredAs);
  }
};
function isModelsOwn(completion) {
  return completion.kind === "answered" || !completion.fatal && MODELS_OWN.has(completion.reason);
}
var MODELS_OWN = /* @__PURE__ */ new Set(["refused", "cut-off", "does-not-parse", "does-not-fit"]);
var SAYS_NOTHING = { promptTokens: null, completionTokens: null, answeredAs: null };
function plus(sum2, tokens3) {
  return sum2 === null || tokens3 === null ? null : sum2 + tokens3;
}
var tokenCount = z8.int().nonnegative().nullable();
var keptCompletion = z8.discriminatedUnion("kind", [
  z8.object({
    kind: z8.literal("answered"),
    text: z8.string(),
    finish: z8.enum(["stop", "length", "refused", "unknown"]),
    promptTokens: tokenCount,
    completionTokens: tokenCount,
    answeredAs: z8.string().nullable()
  }),
  z8.object({ kind: z8.literal("failed"), reason: z8.enum(FAILURE_REASONS), detail: z8.string(), fatal: z8.boolean() })
]);
function parseCompletion(kept) {
  try {
    return keptCompletion.parse(JSON.parse(kept));
  } catch {
    return void 0;
  }
}
function unlessAborted(promise, signal) {
  return new Promise((resolve8, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve8, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

// src/models/language-model.ts
var TEMPLATE_TOKENS = 64;
var GREEDY_SEED = 0;
function languageModel2(settings2) {
  const answering = new Answering(settings2);
  return {
    card: cardOf2(settings2),
    concurrency: settings2.text.concurrency,
    regenerate: (stub, options) => answering.regenerate(stub, options),
    usage: () => answering.answers.usage(),
    answeringMs: () => answering.answers.answeringMs,
    estimate: (stub, samples) => answering.estimate(stub, samples),
    close: () => settings2.text.close()
  };
}
var Answering = class {
  answers;
  #settings;
  #allowance;
  /** By prompt: who asks for the same waits, and finds it answered. */
  #underWay = /* @__PURE__ */ new Map();
  /** What would fail every further request as well. */
  #fatal = null;
  constructor(settings2) {
    const { text, cache, price, tokens: tokens3, budget } = settings2;
    this.#settings = settings2;
    this.#allowance = new Allowance(budget, price);
    this.answers = new Answers(text, cache, price, tokens3.count);
  }
  async regenerate(stub, options) {
    options.signal.throwIfAborted();
    const packed = this.#pack(stub);
    if (packed === null) return this.#doesNotFit();
    const [greedy, ...further] = this.#requests(packed, options.samples);
    return this.#afterTheSame(greedy.key, () => this.#answer(stub, packed, [greedy, ...further], options));
  }
  async estimate(stub, samples) {
    const { price, budget, maxTokens } = this.#settings;
    const packed = this.#pack(stub);
    const requests = (packed === null ? [] : this.#requests(packed, samples)).map(async (request) => ({
      key: request.key,
      promptTokens: packed?.tokens ?? 0,
      completionTokens: maxTokens,
      cached: await this.answers.isCached(request)
    }));
    return { requests: await Promise.all(requests), price, budget };
  }
  #pack(stub) {
    const { format, windowTokens, maxTokens, tokens: tokens3, language } = this.#settings;
    const budget = windowTokens - maxTokens - TEMPLATE_TOKENS;
    return packPrompt({ stub, format, budget, countTokens: tokens3.count, tokenize: language.tokenize });
  }
  #doesNotFit() {
    const { windowTokens, maxTokens } = this.#settings;
    const detail = `the method’s own signature does not fit a window of ${windowTokens} tokens, ${maxTokens} of them kept for the answer`;
    return { kind: "failed", reason: "does-not-fit", detail };
  }
  #requests({ prompt }, samples) {
    const { text, maxTokens, temperature, sampleTemperature } = this.#settings;
    const sampled2 = Array.from(
      { length: samples - 1 },
      (_, index) => answerRequest(text, prompt, { maxTokens, temperature: sampleTemperature, seed: index + 1 })
    );
    return [answerRequest(text, prompt, { maxTokens, temperature, seed: GREEDY_SEED }), ...sampled2];
  }
  async #afterTheSame(key, answer) {
    const mine = (this.#underWay.get(key) ?? Promise.resolve()).then(answer, answer);
    this.#underWay.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#underWay.get(key) === mine) this.#underWay.delete(key);
    }
  }
  /** The first request is the one for the body. */
  async #answer(stub, packed, requests, options) {
    const known = /* @__PURE__ */ new Map();
    for (const request of requests) {
      const completion = await this.answers.recall(request);
      if (completion !== void 0) known.set(request, completion);
    }
    const body = known.get(requests[0]);
    const first = body === void 0 ? null : this.#read(body, packed, stub);
    if (first?.kind === "failed") return first;
    const missing2 = requests.filter((request) => !known.has(request));
    if (missing2.length > 0) {
      if (this.#fatal !== null) return this.#fatal;
      const isAsked = await this.#ask(stub, packed, missing2, known, options);
      if (!isAsked) return { kind: "unasked" };
    }
    return this.#regeneration(stub, packed, requests, known);
  }
  /** Fills in what is missing; `false` when the budget does not allow all of it. A greedy answer without a body ends it. */
  async #ask(stub, packed, missing2, known, { countsAs = stub.target.id, signal }) {
    const grant = await this.#allowance.admit({
      method: countsAs,
      promptTokens: missing2.length * packed.tokens,
      completionTokens: missing2.length * this.#settings.maxTokens
    });
    if (grant === null) return false;
    let [promptTokens, completionTokens] = [0, 0];
    const ask = async (request) => {
      const asked = await this.answers.ask(request, packed.tokens, signal);
      promptTokens += asked.promptTokens;
      completionTokens += asked.completionTokens;
      known.set(request, asked.completion);
      if (asked.completion.kind === "failed" && asked.completion.fatal) this.#fatal = failureOf(asked.completion);
      return asked.completion;
    };
    try {
      const greedy = missing2.find(({ options }) => options.seed === GREEDY_SEED);
      const answer = greedy === void 0 ? null : await ask(greedy);
      if (answer !== null && this.#read(answer, packed, stub).kind === "failed") return true;
      await Promise.all(missing2.filter((request) => request !== greedy).map(ask));
      return true;
    } finally {
      grant.settle(promptTokens, completionTokens);
    }
  }
  #regeneration(stub, packed, requests, known) {
    const read3 = requests.flatMap((request) => {
      const completion = known.get(request);
      return completion === void 0 ? [] : [this.#read(completion, packed, stub)];
    });
    const [first] = read3;
    if (first === void 0) throw new Error(`nothing was asked for ${stub.target.id}`);
    if (first.kind === "failed" || requests.length === 1) return first;
    const samples = read3.flatMap((one) => one.kind === "failed" ? [] : [{ body: one.body }]);
    return { ...first, samples };
  }
  #read(completion, { shape }, stub) {
    if (completion.kind === "failed") return failureOf(completion);
    const { text, finish } = completion;
    return readAnswer({ text, finish, shape, stub, language: this.#settings.language });
  }
};
function failureOf({ reason, detail }) {
  return { kind: "failed", reason, detail };
}
function cardOf2({
  text,
  origin: origin2,
  format,
  temperature,
  maxTokens,
  windowTokens,
  tokens: tokens3
}) {
  const { provider, name: name2, facts } = text;
  const deciding = [
    provider,
    name2,
    facts,
    format,
    PROMPT_VERSION,
    temperature,
    maxTokens,
    windowTokens,
    tokens3.identity
  ];
  return {
    schemaVersion: 1,
    provider,
    name: name2,
    ...origin2,
    fingerprint: createHash6("sha256").update(JSON.stringify(deciding)).digest("hex"),
    baseline: null,
    shadow: null
  };
}

// src/models/token-counter.ts
import { createHash as createHash7 } from "node:crypto";
import { Tokenizer } from "@huggingface/tokenizers";
var TOKENS_PER_BYTE = 0.4;
var ESTIMATED_TOKENS = {
  count: (text) => Math.ceil(Buffer.byteLength(text) * TOKENS_PER_BYTE),
  identity: `${TOKENS_PER_BYTE} tokens a byte`
};
function tokenizerCounter(bytes2, file) {
  let tokenizer;
  try {
    tokenizer = new Tokenizer(JSON.parse(new TextDecoder().decode(bytes2)), {});
    tokenizer.encode("int total;");
  } catch (error) {
    throw new ExpectedFailure(
      "bad-models-file",
      `the tokenizer ${file} cannot be used`,
      "It is the tokenizer.json that lies beside the model’s weights; without one, tokens are estimated.",
      { cause: error }
    );
  }
  return {
    count: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length,
    identity: createHash7("sha256").update(bytes2).digest("hex")
  };
}

// src/compose/providers.ts
import { resolve as resolve4 } from "node:path";

// src/models/command.ts
import { createHash as createHash8 } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename as basename4, resolve as resolve3 } from "node:path";

// src/models/outside-text.ts
var LONGEST_LINE = 160;
var LOOKED_AT = 4096;
var ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;
var TELLING_PART = 8;
var MASK2 = "***";
function outsideLine(text, secret, longest = LONGEST_LINE) {
  const line4 = withoutSecret(text.slice(0, LOOKED_AT), secret).replace(/\s+/g, " ").replace(ACTING, "�").trim();
  return line4.length <= longest ? line4 : `${wholeCharacters(line4.slice(0, longest - 1))}…`;
}
function withoutSecret(text, secret) {
  if (secret === null || secret === "") return text;
  if (secret.length <= TELLING_PART) return text.replaceAll(secret, MASK2);
  const parts = /* @__PURE__ */ new Set();
  for (let at = 0; at + TELLING_PART <= secret.length; at += 1) parts.add(secret.slice(at, at + TELLING_PART));
  let masked = "";
  let shown5 = 0;
  for (let at = 0; at + TELLING_PART <= text.length; at += 1) {
    if (!parts.has(text.slice(at, at + TELLING_PART))) continue;
    let end3 = at + TELLING_PART;
    while (parts.has(text.slice(end3 - TELLING_PART + 1, end3 + 1))) end3 += 1;
    masked += text.slice(shown5, at) + MASK2;
    shown5 = end3;
    at = end3 - 1;
  }
  return masked + text.slice(shown5);
}
function wholeCharacters(text) {
  return text.replace(/[\ud800-\udbff]$/, "");
}

// src/models/command/program.ts
import { spawn as spawn2 } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
var LONGEST_LINE2 = 16 * 1024 * 1024;
var TAIL = 2e3;
var GRACE_MS = 2e3;
var Program = class {
  #child;
  #events;
  #ended;
  #killAtExit = () => this.#killGroup();
  #unread = "";
  #complaints = "";
  #isKilled = false;
  constructor({ command, args, folder }, events) {
    this.#events = events;
    this.#child = spawn2(command, args, { cwd: folder, detached: process.platform !== "win32", windowsHide: true });
    process.once("exit", this.#killAtExit);
    this.#child.stdout.setEncoding("utf8").on("data", (chunk) => this.#read(chunk));
    this.#child.stderr.setEncoding("utf8").on("data", (chunk) => {
      this.#complaints = (this.#complaints + chunk).slice(-TAIL);
    });
    this.#child.stdin.on("error", () => {
    });
    this.#ended = new Promise((resolve8) => {
      const end3 = (why) => {
        process.off("exit", this.#killAtExit);
        this.#killGroup();
        resolve8();
        events.onEnd(why);
      };
      this.#child.once("error", (error) => end3(cannotStart(command, error)));
      this.#child.once("exit", (code2, signal) => {
        const told2 = () => end3(`the program ${endedHow(code2, signal)}${this.#tail()}`);
        const waited = setTimeout(told2, 200);
        this.#child.once("close", () => {
          clearTimeout(waited);
          told2();
        });
      });
    });
  }
  write(line4) {
    this.#child.stdin.write(line4);
  }
  /** Ends it at once, with whatever it has started. */
  kill() {
    this.#isKilled = true;
    this.#killGroup();
  }
  /** Ends its input, and the program itself when that is not enough. */
  async close() {
    this.#child.stdin.end();
    await Promise.race([this.#ended, sleep(GRACE_MS, void 0, { ref: false })]);
    this.kill();
    await this.#ended;
  }
  #read(chunk) {
    if (this.#isKilled) return;
    const lines = (this.#unread + chunk).split("\n");
    this.#unread = lines.pop() ?? "";
    for (const line4 of lines) if (line4.trim() !== "" && !this.#isKilled) this.#events.onLine(line4);
    if (this.#unread.length > LONGEST_LINE2) this.#events.onLine(this.#unread.slice(0, TAIL));
  }
  /** The line that names the error, which stack traces bury; else the last ones. */
  #tail() {
    const lines = this.#complaints.trimEnd().split("\n");
    const telling = lines.findLast((line4) => /^\W*[\w.]*(error|exception|panic)/i.test(line4));
    const said = outsideLine(telling ?? lines.slice(-3).join(" ").slice(-200), null, 200);
    return said === "" ? "" : `; it said last: ${said}`;
  }
  #killGroup() {
    const { pid } = this.#child;
    if (pid === void 0) return;
    try {
      if (process.platform === "win32") this.#child.kill();
      else process.kill(-pid, "SIGKILL");
    } catch {
    }
  }
};
function cannotStart(command, error) {
  const name2 = outsideLine(command, null);
  if (error.code === "ENOENT") return `there is no program ${name2}, or no folder to run it in`;
  if (error.code === "EACCES") return `${name2} may not be run: it is no program, or has no permission`;
  return `${name2} cannot be started (${error.code ?? outsideLine(error.message, null)})`;
}
function endedHow(code2, signal) {
  return signal === null ? `ended by itself with exit code ${code2}` : `was ended by ${signal}`;
}

// src/models/command/protocol.ts
import { z as z9 } from "zod";

// src/models/stops.ts
function beforeStop(text, stops) {
  const ends2 = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
  return ends2.length === 0 ? null : text.slice(0, Math.min(...ends2));
}

// src/models/command/protocol.ts
function questionLine(id, prompt, options) {
  const { maxTokens, temperature, seed } = options;
  const asked = prompt.kind === "chat" ? { kind: "chat", messages: prompt.messages } : { kind: "text", text: prompt.text, suffix: prompt.suffix };
  return `${JSON.stringify({ id, prompt: asked, maxTokens, temperature, seed, stop: stopsOf(prompt) })}
`;
}
function stopsOf(prompt) {
  return prompt.kind === "text" ? prompt.stop : [];
}
var tokens = z9.int().min(0).nullish();
var answerSchema = z9.union([
  z9.object({
    id: z9.int(),
    text: z9.string(),
    finish: z9.enum(["stop", "length", "refused", "unknown"]).default("unknown"),
    promptTokens: tokens,
    completionTokens: tokens,
    model: z9.string().nullish()
  }),
  z9.object({ id: z9.int(), error: z9.string() })
]);
function readLine(line4) {
  try {
    return answerSchema.parse(JSON.parse(line4));
  } catch {
    return null;
  }
}
function completionOf(answer, stops) {
  if ("error" in answer) {
    const said = outsideLine(answer.error, null);
    return { kind: "failed", reason: "error", detail: `the program says: ${said}`, fatal: false };
  }
  const text = answer.text.replace(new RegExp("\\p{Cs}", "gu"), "�");
  const ended = beforeStop(text, stops);
  return {
    kind: "answered",
    text: ended ?? text,
    finish: ended !== null && answer.finish !== "refused" ? "stop" : answer.finish,
    promptTokens: answer.promptTokens ?? null,
    completionTokens: answer.completionTokens ?? null,
    answeredAs: answer.model ? outsideLine(answer.model, null, 200) : null
  };
}

// src/models/command/talk.ts
var PATIENCE = 3;
var CommandTalk = class {
  #settings;
  #open = /* @__PURE__ */ new Map();
  /** Asked and given up: their answers may still come. */
  #late = /* @__PURE__ */ new Set();
  #program = null;
  /** Since the program was started. */
  #hasAnswered = false;
  #unansweredInARow = 0;
  #lastId = 0;
  /** What every further question is answered with. */
  #givenUp = null;
  constructor(settings2) {
    this.#settings = settings2;
  }
  /** Rejects with the signal's reason when it is raised; the program is killed then, since it cannot be told to stop. */
  ask(prompt, options) {
    const { signal } = options;
    if (signal.aborted) return Promise.reject(signal.reason);
    if (this.#givenUp !== null) return Promise.resolve(this.#givenUp);
    const id = ++this.#lastId;
    return new Promise((resolve8, reject) => {
      const leave = () => {
        clearTimeout(clock);
        signal.removeEventListener("abort", abort);
        this.#open.delete(id);
      };
      const abort = () => {
        leave();
        this.#late.add(id);
        reject(signal.reason);
        this.#program?.kill();
      };
      const clock = setTimeout(() => this.#timedOut(id), this.#settings.timeoutMs);
      signal.addEventListener("abort", abort, { once: true });
      const settle = (completion) => {
        leave();
        resolve8(completion);
      };
      this.#open.set(id, { stops: stopsOf(prompt), settle });
      this.#started().write(questionLine(id, prompt, options));
    });
  }
  async close() {
    const program = this.#program;
    this.#givenUp ??= failed2("error", "the program has been closed", true);
    await program?.close();
  }
  #started() {
    if (this.#program !== null) return this.#program;
    this.#hasAnswered = false;
    this.#late.clear();
    const program = new Program(this.#settings, {
      onLine: (line4) => this.#read(line4),
      onEnd: (why) => {
        if (this.#program === program) this.#ended(why);
      }
    });
    this.#program = program;
    return program;
  }
  #read(line4) {
    const answer = readLine(line4);
    const question = answer === null ? void 0 : this.#open.get(answer.id);
    if (answer !== null && question !== void 0) {
      this.#hasAnswered = true;
      this.#unansweredInARow = 0;
      question.settle(completionOf(answer, question.stops));
    } else if (answer === null || !this.#late.delete(answer.id)) {
      this.#giveUp(this.#strayLine(line4, answer?.id ?? null));
    }
  }
  #strayLine(line4, id) {
    if (id === null) {
      return `the program wrote what is no answer (“${outsideLine(line4, null, 80)}”): messages belong on standard error`;
    }
    const isKnown2 = id >= 1 && id <= this.#lastId;
    return isKnown2 ? `the program answered question ${id} twice` : `the program answered question ${id}, which nobody had asked`;
  }
  #timedOut(id) {
    const seconds2 = this.#settings.timeoutMs / 1e3;
    this.#unansweredInARow += 1;
    this.#late.add(id);
    if (this.#unansweredInARow < PATIENCE) {
      this.#open.get(id)?.settle(failed2("timed-out", `no answer within ${seconds2} s`, false));
    } else {
      this.#giveUp(`${PATIENCE} prompts in a row had no answer within ${seconds2} s each`, "timed-out");
    }
  }
  /** A program that has answered before may have stumbled over one prompt: the next one starts it again. */
  #ended(why) {
    this.#program = null;
    if (!this.#hasAnswered) this.#giveUp(why);
    else this.#settleAll(failed2("error", why, false));
  }
  #giveUp(detail, reason = "error") {
    this.#givenUp ??= failed2(reason, detail, true);
    this.#program?.kill();
    this.#settleAll(this.#givenUp);
  }
  #settleAll(completion) {
    for (const { settle } of [...this.#open.values()]) settle(completion);
  }
};
function failed2(reason, detail, fatal) {
  return { kind: "failed", reason, detail, fatal };
}

// src/models/command.ts
function commandModel(settings2) {
  const { command, args, folder, model, timeoutMs = 3e5, concurrency = 1 } = settings2;
  const talk = new CommandTalk({ command: programAt(command, folder), args, folder, timeoutMs });
  return {
    provider: "command",
    name: model ?? basename4(command),
    facts: ["command", command, ...args, ...[command, ...args].flatMap((path) => contentOf2(path, folder))],
    concurrency,
    async complete(prompt, options) {
      const completion = await talk.ask(prompt, options);
      return completion.kind === "answered" && model === void 0 ? { ...completion, answeredAs: null } : completion;
    },
    close: () => talk.close()
  };
}
function programAt(command, folder) {
  return /[/\\]/.test(command) ? resolve3(folder, command) : command;
}
var LONGEST_READ_BYTES = 16 * 1024 * 1024;
function contentOf2(path, folder) {
  const file = resolve3(folder, path);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return [];
  if (stats.size > LONGEST_READ_BYTES) return [`${path} ${stats.size} bytes of ${stats.mtime.toISOString()}`];
  try {
    return [`${path} ${createHash8("sha256").update(readFileSync(file)).digest("hex")}`];
  } catch {
    return [];
  }
}

// src/models/gguf.ts
import { availableParallelism } from "node:os";
import { basename as basename5 } from "node:path";
import pLimit2 from "p-limit";

// src/models/gguf/engine.ts
import { createRequire as createRequire2 } from "node:module";
import { pathToFileURL } from "node:url";
var PACKAGE = "node-llama-cpp";
async function loadEngine() {
  let entry;
  try {
    entry = createRequire2(import.meta.url).resolve(PACKAGE);
  } catch (error) {
    throw new ExpectedFailure(
      "model-unavailable",
      `GGUF files are run by ${PACKAGE}, which is not installed beside palimpsest`,
      `Run \`npm install ${PACKAGE}\` there (with -g when palimpsest is installed so), or name the node_modules folder that has it in NODE_PATH.`,
      { cause: error }
    );
  }
  try {
    const loaded = await import(pathToFileURL(entry).href);
    const { getLlama, resolveChatWrapper, LlamaText } = loaded;
    if (getLlama === void 0 || resolveChatWrapper === void 0 || LlamaText === void 0) {
      throw new Error("another version");
    }
    return { getLlama, resolveChatWrapper, LlamaText };
  } catch (error) {
    throw new ExpectedFailure(
      "model-unavailable",
      `the ${PACKAGE} that is installed cannot be used`,
      `Palimpsest needs version 3.22 or later of the third: \`npm install ${PACKAGE}@3\`.`,
      { cause: error }
    );
  }
}
async function startEngine(engine, threads, onComplaint) {
  try {
    return await engine.getLlama({
      gpu: "auto",
      build: "never",
      skipDownload: true,
      progressLogs: false,
      maxThreads: threads,
      logLevel: "error",
      logger: (_level, line4) => onComplaint(line4)
    });
  } catch (error) {
    throw new ExpectedFailure(
      "model-unavailable",
      `${PACKAGE} has no binary that runs on this machine`,
      `Install it again with its optional packages, or build one: \`npx ${PACKAGE} source download\`.`,
      { cause: error }
    );
  }
}

// src/models/gguf/file.ts
import { createHash as createHash9 } from "node:crypto";
import { createReadStream } from "node:fs";
import { open as open3 } from "node:fs/promises";
var MAGIC = "GGUF";
var VERSIONS = { oldest: 2, newest: 3 };
async function readGgufFile(path) {
  try {
    await checkHeader(path);
    const hash = createHash9("sha256");
    for await (const chunk of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) hash.update(chunk);
    return hash.digest("hex");
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    const code2 = systemErrorCode(error);
    const why = code2 === "ENOENT" ? "there is no such file" : code2 === "EISDIR" ? "it is a folder" : code2 ?? "error";
    throw new ExpectedFailure("not-readable", `${path} cannot be read: ${why}`, "It is the path of a GGUF file.", {
      cause: error
    });
  }
}
async function checkHeader(path) {
  const file = await open3(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    if (buffer.toString("latin1", 0, 4) !== MAGIC || bytesRead < 8) {
      throw bad(
        `${path} is no GGUF file`,
        "Weights of other formats are converted with llama.cpp’s convert_hf_to_gguf.py."
      );
    }
    const version = buffer.readUInt32LE(4);
    if (version > VERSIONS.newest) {
      throw bad(
        `${path} is GGUF version ${version}, newer than the ${VERSIONS.newest} known here`,
        "Convert the weights to version 3."
      );
    }
    if (version < VERSIONS.oldest) {
      throw bad(`${path} is GGUF version ${version}, which llama.cpp no longer reads`, "Convert the weights again.");
    }
  } finally {
    await file.close();
  }
}
function bad(message, remedy) {
  return new ExpectedFailure("bad-model-file", message, remedy);
}

// src/models/gguf/generation.ts
function questionOf(engine, model, prompt, readsTokens) {
  return prompt.kind === "chat" ? chatQuestion(engine, model, prompt) : textQuestion(model, prompt, readsTokens);
}
function chatQuestion(engine, model, prompt) {
  const template = model.fileInfo.metadata.tokenizer?.chat_template;
  const wrapper = engine.resolveChatWrapper(
    model,
    ...template === void 0 ? [] : [{ type: "jinjaTemplate" }]
  );
  const said = prompt.messages.map(
    ({ role, content }) => role === "assistant" ? { type: "model", response: [content] } : { type: role, text: content }
  );
  const { contextText, stopGenerationTriggers } = wrapper.generateContextState({
    chatHistory: [...said, { type: "model", response: [] }]
  });
  const stops = stopGenerationTriggers.map((trigger) => ({
    text: textOf6(trigger),
    tokens: trigger.tokenize(model.tokenizer)
  }));
  return {
    tokens: begun(model, contextText.tokenize(model.tokenizer)),
    stops: stops.flatMap(({ text }) => text === "" ? [] : [text]),
    stopTokens: new Set(stops.flatMap(({ tokens: tokens3 }) => onlySpecial(model, tokens3)))
  };
}
function textQuestion(model, prompt, readsTokens) {
  return {
    tokens: begun(model, model.tokenize(prompt.text, readsTokens)),
    stops: prompt.stop,
    stopTokens: new Set(prompt.stop.flatMap((stop) => onlySpecial(model, model.tokenize(stop, true))))
  };
}
function begun(model, tokens3) {
  const { bos, shouldPrependBosToken } = model.tokens;
  return shouldPrependBosToken && bos !== null && tokens3[0] !== bos ? [bos, ...tokens3] : [...tokens3];
}
function onlySpecial(model, tokens3) {
  const [token] = tokens3;
  return token !== void 0 && tokens3.length === 1 && model.isSpecialToken(token) ? [token] : [];
}
function textOf6({ values }) {
  return values.every((value) => typeof value === "string") ? values.join("") : "";
}
var SAMPLING = { topK: 40, topP: 0.95, minP: 0.05 };
var LONGEST_CHARACTER = 4;
var REPLACEMENT = "�";
async function generate(model, sequence, { tokens: tokens3, stops, stopTokens }, { maxTokens, temperature, seed, signal }) {
  await sequence.clearHistory();
  const written3 = [];
  let pending = [];
  let text = "";
  let finish = "length";
  for await (const token of sequence.evaluate([...tokens3], { temperature, seed, ...SAMPLING, yieldEogToken: true })) {
    signal.throwIfAborted();
    if (model.isEogToken(token) || stopTokens.has(token)) {
      finish = "stop";
      break;
    }
    pending.push(token);
    const piece = model.detokenize(pending, false, written3);
    if (!piece.endsWith(REPLACEMENT) || pending.length >= LONGEST_CHARACTER) {
      text += piece;
      written3.push(...pending);
      pending = [];
    }
    const ended = beforeStop(text, stops);
    if (ended !== null) {
      text = ended;
      finish = "stop";
      break;
    }
    if (written3.length + pending.length >= maxTokens) break;
  }
  signal.throwIfAborted();
  return {
    kind: "answered",
    text,
    finish,
    promptTokens: tokens3.length,
    completionTokens: written3.length + pending.length,
    answeredAs: null
  };
}

// src/models/gguf.ts
async function ggufModel(settings2) {
  const { path, lora } = settings2;
  const hashes = [await readGgufFile(path), ...lora === void 0 ? [] : [await readGgufFile(lora)]];
  const engine = await loadEngine();
  const complaints = [];
  const llama = await startEngine(engine, settings2.threads ?? availableParallelism(), (line4) => complaints.push(line4));
  try {
    const model = await llama.loadModel({ modelPath: path });
    return new GgufModel(settings2, hashes, engine, llama, model);
  } catch (error) {
    await llama.dispose();
    throw new ExpectedFailure(
      "bad-model-file",
      `${path} cannot be loaded: ${whyNot(complaints, error)}`,
      "It may be cut short, or newer than the node-llama-cpp that is installed: fetch it again, or `npm install node-llama-cpp@3`.",
      { cause: error }
    );
  }
}
var GgufModel = class {
  provider = "gguf";
  name;
  facts;
  concurrency;
  windowTokens;
  tokens;
  #settings;
  #engine;
  #llama;
  #model;
  #inTurn;
  #free = [];
  #context = null;
  #isClosed = false;
  constructor(settings2, hashes, engine, llama, model) {
    const { path, lora, contextTokens, concurrency = 1 } = settings2;
    this.name = basename5(path, ".gguf") + (lora === void 0 ? "" : `+${basename5(lora, ".gguf")}`);
    this.facts = ["gguf", ...hashes];
    this.concurrency = concurrency;
    this.windowTokens = Math.min(contextTokens, model.trainContextSize);
    this.tokens = { count: (text) => model.tokenize(text, false).length, identity: hashes[0] ?? "" };
    this.#settings = settings2;
    this.#engine = engine;
    this.#llama = llama;
    this.#model = model;
    this.#inTurn = pLimit2(concurrency);
  }
  async complete(prompt, options) {
    const { signal } = options;
    signal.throwIfAborted();
    return unlessAborted2(
      this.#inTurn(() => {
        signal.throwIfAborted();
        return this.#answer(prompt, options);
      }),
      signal
    );
  }
  async #answer(prompt, options) {
    if (prompt.kind === "text" && prompt.suffix !== null) {
      return failed3(
        "choose the prompt format of the model’s family (`fim-…`): a file joins no prefix and suffix",
        true
      );
    }
    if (this.#isClosed) return failed3("the model has been closed", true);
    try {
      await this.#open();
    } catch (error) {
      return failed3(`no context of ${this.windowTokens} tokens could be made: ${sentence(error)}`, true);
    }
    const question = questionOf(this.#engine, this.#model, prompt, isTokenFormat(this.#settings.format));
    const room = this.windowTokens - question.tokens.length;
    if (room < 1) {
      const detail = `a prompt of ${question.tokens.length} tokens does not fit a window of ${this.windowTokens}`;
      return { kind: "failed", reason: "does-not-fit", detail, fatal: false };
    }
    const sequence = this.#free.pop();
    if (sequence === void 0) throw new Error("more answers under way than sequences");
    try {
      const maxTokens = Math.min(options.maxTokens, room);
      return await generate(this.#model, sequence, question, { ...options, maxTokens });
    } catch (error) {
      options.signal.throwIfAborted();
      return failed3(`llama.cpp failed: ${sentence(error)}`, this.#isClosed);
    } finally {
      this.#free.push(sequence);
    }
  }
  #open() {
    this.#context ??= this.#makeContext();
    return this.#context;
  }
  async #makeContext() {
    const { lora, threads = availableParallelism() } = this.#settings;
    const context = await this.#model.createContext({
      contextSize: this.windowTokens,
      sequences: this.concurrency,
      threads,
      ...lora === void 0 ? {} : { lora: { adapters: [{ filePath: lora }] } }
    });
    for (let count3 = 0; count3 < this.concurrency; count3 += 1) this.#free.push(context.getSequence());
    return context;
  }
  /** Waits for the step that is under way, and frees everything. */
  async close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const context = await this.#context?.catch(() => null);
    await context?.dispose();
    await this.#model.dispose();
    await this.#llama.dispose();
  }
};
function whyNot(complaints, error) {
  const telling = complaints.find((line4) => /version|bounds|unknown|error loading model:/i.test(line4)) ?? complaints[0];
  return telling === void 0 ? sentence(error) : outsideLine(telling.replace(/^(\w+: )+(error loading model: )?/, ""), null);
}
function sentence(error) {
  return outsideLine(error instanceof Error ? error.message : String(error), null);
}
function failed3(detail, fatal) {
  return { kind: "failed", reason: "error", detail, fatal };
}
function unlessAborted2(promise, signal) {
  return new Promise((resolve8, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve8, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

// src/models/openai.ts
import { createHash as createHash10 } from "node:crypto";

// src/models/openai/answer.ts
import { z as z10 } from "zod";

// src/models/openai/fault.ts
function fault(detail, more = {}) {
  return {
    reason: "error",
    again: "never",
    forAll: "no",
    byPrompt: false,
    overload: false,
    askedMs: null,
    ...more,
    detail
  };
}

// src/models/openai/pace.ts
function startingPace(ceiling) {
  return { limit: ceiling, ceiling, answers: 0, cuts: 0 };
}
function afterAnswer(pace) {
  if (pace.limit >= pace.ceiling) return pace;
  const answers = pace.answers + 1;
  return answers < pace.limit ? { ...pace, answers } : { ...pace, limit: pace.limit + 1, answers: 0 };
}
function afterOverload(pace, cutsBefore) {
  if (cutsBefore < pace.cuts) return pace;
  return { ...pace, limit: Math.max(1, Math.floor(pace.limit / 2)), answers: 0, cuts: pace.cuts + 1 };
}
var LONGEST_BACKOFF_MS = 8e3;
function waitMs({ retry, baseMs, askedMs, chance }) {
  if (askedMs !== null) return askedMs * (1 + 0.1 * chance);
  return Math.min(baseMs * 2 ** retry, LONGEST_BACKOFF_MS) * (1 - 0.25 * chance);
}
function askedWaitMs(header, now) {
  const milliseconds = numberOf2(header("retry-after-ms"));
  if (milliseconds !== null) return milliseconds;
  const given = header("retry-after");
  const seconds2 = numberOf2(given);
  if (seconds2 !== null) return seconds2 * 1e3;
  const date = given !== null && /^[A-Z][a-z]+, /.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
function numberOf2(text) {
  return text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

// src/models/openai/server-fault.ts
var LONGEST_QUIET_MS = 6e4;
var OVER_THE_WINDOW = [
  /context_length_exceeded|exceed_context_size|context_window_exceeded/i,
  /maximum (context|model|input) length/i,
  /(exceeds?|longer than|overflows?|greater than)\b[^.]{0,60}\b(context|window|n_ctx|input length)/i,
  /context (length|size|window)[^.]{0,40}\b(only|exceeded|overflow)/i,
  /max_tokens must be at least 1, got -/i,
  /`?inputs`? (tokens \+|must have less than)/i,
  /(prompt|input)\b[^.]{0,40}\bis too long/i,
  /input tokens exceed/i
];
function overTheWindow(text) {
  return OVER_THE_WINDOW.some((pattern) => pattern.test(text));
}
function serverFault(reply, party, now) {
  const { status: status2, headers, text } = reply;
  const { keyName: keyName2, apiKey, baseUrl } = party;
  const said = saidIn(text, apiKey);
  const told2 = said === "" ? `${status2}` : `${status2}: ${said}`;
  if (status2 >= 300 && status2 < 400) return redirected(reply, party);
  if (status2 === 401) {
    const remedy = apiKey === null ? `asks for a key: set ${keyName2}` : `does not accept the key: check ${keyName2}`;
    return fault(`the server ${remedy} (${told2})`, { forAll: "always" });
  }
  if (status2 === 402 || /insufficient_quota/.test(text)) {
    return fault(`the account has nothing left to spend (${told2})`, { forAll: "always" });
  }
  if (status2 === 403) {
    return fault(`the server refuses access: check what the key in ${keyName2} may do (${told2})`, {
      forAll: "until-answered"
    });
  }
  if (status2 === 413) return fault(`the prompt is too large for the server (${told2})`, { byPrompt: true });
  if (status2 !== 429 && overTheWindow(text)) {
    return fault(`the prompt does not fit the model’s window (${told2})`, { byPrompt: true });
  }
  const overload = status2 === 429 || status2 === 503;
  const worthwhile = overload || status2 === 408 || status2 === 409 || status2 === 425 || status2 >= 500;
  if (!worthwhile && /plain HTTP request was sent to HTTPS port/i.test(text)) {
    return fault(`${new URL(baseUrl).host} is a TLS server: begin the base URL with https://`, { forAll: "always" });
  }
  const wanted = headers.get("x-should-retry");
  const again = wanted === "true" || worthwhile && wanted !== "false" && status2 !== 501 ? "often" : "never";
  const askedMs = again === "often" ? askedWaitMs((name2) => headers.get(name2), now) : null;
  if (askedMs !== null && askedMs > LONGEST_QUIET_MS) {
    const minutes = Math.ceil(askedMs / 6e4);
    return fault(`the server wants to be asked again in ${minutes} minutes at the earliest (${told2})`, {
      forAll: "always"
    });
  }
  const what = overload ? "the server has too much to do" : again === "often" ? "the server failed" : "the server refuses the request";
  return fault(`${what} (${told2})`, { again, overload, askedMs });
}
function redirected({ status: status2, headers }, { baseUrl, apiKey }) {
  const location = headers.get("location");
  const to = location !== null && URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : null;
  const where = to === null ? "nowhere" : outsideLine(`${to.origin}${to.pathname}`, apiKey, 100);
  const why = "not followed, since key and code would go there";
  return fault(`the server redirects to ${where} (${status2}): ${why}; if that is right, make it the base URL`, {
    forAll: "always"
  });
}
function saidIn(text, apiKey) {
  const page = pageTitle(text);
  if (page !== null) return outsideLine(`an HTML page${page === "" ? "" : `, “${page}”`}`, apiKey);
  return outsideLine(messageIn(parsed2(text)) ?? text, apiKey);
}
function pageTitle(text) {
  if (!/^\s*(<!doctype html|<html|<head|<body)/i.test(text.slice(0, 1e3))) return null;
  return /<title[^>]*>([^<]{1,200})/i.exec(text.slice(0, 2e4))?.[1]?.trim() ?? "";
}
function parsed2(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function messageIn(json) {
  if (typeof json === "string") return json;
  if (Array.isArray(json)) return json.length === 0 ? null : json.slice(0, 3).map(oneOfMany).join("; ");
  if (typeof json !== "object" || json === null) return null;
  const { error, message, detail } = json;
  return messageIn(error) ?? messageIn(message) ?? messageIn(detail);
}
function oneOfMany(entry) {
  if (typeof entry !== "object" || entry === null) return String(entry);
  const { loc, msg } = entry;
  return [Array.isArray(loc) ? loc.join(".") : "", typeof msg === "string" ? msg : ""].filter(Boolean).join(": ");
}

// src/models/openai/answer.ts
var contentSchema2 = z10.union([z10.string(), z10.array(z10.looseObject({ text: z10.string().nullish().catch(null) }))]).nullish().transform(
  (content) => Array.isArray(content) ? content.map(({ text }) => text ?? "").join("") : content ?? null
);
var countSchema = z10.int().min(0).nullish().catch(null);
var replySchema = z10.looseObject({
  model: z10.string().nullish().catch(null),
  choices: z10.array(
    z10.looseObject({
      finish_reason: z10.string().nullish().catch(null),
      text: contentSchema2,
      message: z10.looseObject({ content: contentSchema2, refusal: z10.string().nullish().catch(null) }).nullish()
    })
  ).nullish(),
  usage: z10.looseObject({ prompt_tokens: countSchema, completion_tokens: countSchema }).nullish().catch(null)
});
var FINISHES = /* @__PURE__ */ new Map([
  ["stop", "stop"],
  ["eos", "stop"],
  ["eos_token", "stop"],
  ["stop_sequence", "stop"],
  ["end_turn", "stop"],
  ["length", "length"],
  ["max_tokens", "length"],
  ["content_filter", "refused"],
  ["safety", "refused"],
  ["refusal", "refused"]
]);
function readAnswer2(reply, stops, party, now) {
  const { apiKey, baseUrl } = party;
  const page = pageTitle(reply.text);
  if (page !== null) {
    const titled = page === "" ? "" : ` (“${outsideLine(page, apiKey, 60)}”)`;
    return fault(`an HTML page${titled} answers at ${baseUrl}: perhaps a proxy’s, or the base URL is another`, {
      forAll: "until-answered"
    });
  }
  const json = parse(reply.text);
  if (json === void 0) {
    return fault(`the answer is no whole JSON: “${outsideLine(reply.text, apiKey, 60)}”`, { again: "often" });
  }
  const failure = failureWithin(json);
  if (failure !== null) return serverFault({ ...reply, status: failure }, party, now);
  const read3 = replySchema.safeParse(json);
  if (!read3.success)
    return fault(`the answer has another form than OpenAI’s: “${outsideLine(reply.text, apiKey, 60)}”`);
  const { model, usage: usage2, choices } = read3.data;
  const [choice] = choices ?? [];
  if (choice === void 0) return fault("the server answered without any choice", { reason: "missing" });
  const content = choice.message?.content ?? choice.text;
  const refusal3 = choice.message?.refusal ?? null;
  const finish = refusal3 === null ? finishOf(choice.finish_reason ?? null) : "refused";
  if (content === null && finish !== "refused" && finish !== "length") {
    const why = outsideLine(choice.finish_reason ?? "no reason", apiKey, 40);
    return fault(`the answer holds no text (${why})`, { reason: "missing" });
  }
  const text = wellFormed(withoutKey(refusal3 ?? content ?? "", apiKey));
  const end3 = Math.min(...stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0));
  return {
    kind: "answered",
    text: Number.isFinite(end3) ? text.slice(0, end3) : text,
    finish: Number.isFinite(end3) && finish !== "refused" ? "stop" : finish,
    promptTokens: usage2?.prompt_tokens ?? null,
    completionTokens: usage2?.completion_tokens ?? null,
    answeredAs: typeof model === "string" && model !== "" ? outsideLine(model, apiKey, 200) : null
  };
}
function finishOf(given) {
  return FINISHES.get((given ?? "").toLowerCase()) ?? "unknown";
}
function withoutKey(text, apiKey) {
  return apiKey !== null && apiKey.length > 8 ? text.replaceAll(apiKey, "***") : text;
}
function wellFormed(text) {
  return text.replace(new RegExp("\\p{Cs}", "gu"), "�");
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function failureWithin(json) {
  if (typeof json !== "object" || json === null || !("error" in json) || json.error === null) return null;
  const { error } = json;
  const code2 = typeof error === "object" && error !== null && "code" in error ? Number(error.code) : Number.NaN;
  return code2 >= 400 && code2 < 600 ? code2 : 500;
}

// src/models/openai/connection.ts
var LARGEST_REPLY_BYTES = 16 * 1024 * 1024;
var MOST_REDIRECTS = 3;
var LISTING_TIMEOUT_MS = 5e3;
var ReplyTooLarge = class extends Error {
};
var Refusal = class extends Error {
  reply;
  constructor(reply) {
    super("refused");
    this.reply = reply;
  }
};
function connect(settings2) {
  const { timeoutMs } = settings2;
  let client;
  const opened = () => {
    client ??= openClient(settings2);
    return client;
  };
  return {
    post: (path, body, signal) => within(timeoutMs, signal, async (until) => (await opened()).post(path, { body, signal: until }).asResponse()),
    listModels: (signal) => within(
      Math.min(timeoutMs, LISTING_TIMEOUT_MS),
      signal,
      async (until) => (await opened()).get("/models", { signal: until }).asResponse()
    )
  };
}
async function openClient({ baseUrl, apiKey, timeoutMs }) {
  const { OpenAI } = await import("openai");
  class Client extends OpenAI {
    /** The client keeps of a refusal what has OpenAI's shape; other servers put the reason elsewhere. */
    makeStatusError(status2, json, text, headers) {
      throw new Refusal({ kind: "replied", status: status2, headers, text: text ?? JSON.stringify(json) });
    }
  }
  return new Client({
    baseURL: baseUrl,
    // Whatever is not given here it takes from the environment, which is another tool's.
    apiKey: apiKey ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
    maxRetries: 0,
    // Ours ends first, and covers the reading of the reply too.
    timeout: timeoutMs + 1e3,
    fetch: (input, init) => fetchWhole(String(input), { ...init, headers: ownHeaders(apiKey) })
  });
}
function ownHeaders(apiKey) {
  const headers = new Headers({
    accept: "application/json",
    "content-type": "application/json",
    "user-agent": "palimpsest"
  });
  if (apiKey !== null) headers.set("authorization", `Bearer ${apiKey}`);
  return headers;
}
async function fetchWhole(url, init) {
  let target = url;
  for (let hop = 0; ; hop += 1) {
    const response = await fetch(target, { ...init, redirect: "manual" });
    const next2 = redirectWithin(response, target);
    if (next2 === null || hop === MOST_REDIRECTS) return whole(response);
    await response.body?.cancel();
    target = next2;
  }
}
function redirectWithin(response, from) {
  const location = response.headers.get("location");
  if (![301, 302, 307, 308].includes(response.status) || location === null) return null;
  if (!URL.canParse(location, from)) return null;
  const to = new URL(location, from);
  return to.origin === new URL(from).origin ? to.href : null;
}
async function whole(response) {
  const { status: status2, headers, body } = response;
  if (body === null) return new Response(null, { status: status2, headers });
  const chunks = [];
  let bytes2 = 0;
  for await (const chunk of body) {
    bytes2 += chunk.byteLength;
    if (bytes2 > LARGEST_REPLY_BYTES) throw new ReplyTooLarge("the reply does not end");
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status: status2, headers });
}
async function within(timeoutMs, signal, ask) {
  signal.throwIfAborted();
  const ending = new AbortController();
  const stop = () => ending.abort(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    ending.abort();
  }, timeoutMs);
  try {
    return await replyOf(await ask(ending.signal));
  } catch (error) {
    signal.throwIfAborted();
    if (late) return { kind: "timed-out" };
    return error instanceof Refusal ? error.reply : { kind: "broken", error };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
async function replyOf(response) {
  return { kind: "replied", status: response.status, headers: response.headers, text: await response.text() };
}

// src/models/openai/connection-fault.ts
var OWN_AUTHORITY = "if that is right, name its authority’s file in NODE_EXTRA_CA_CERTS";
var CERTIFICATES = /* @__PURE__ */ new Map([
  ["DEPTH_ZERO_SELF_SIGNED_CERT", `its certificate is self-signed: ${OWN_AUTHORITY}`],
  [
    "SELF_SIGNED_CERT_IN_CHAIN",
    `its certificate comes from an authority that this machine does not know: ${OWN_AUTHORITY}`
  ],
  [
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    `its certificate cannot be traced to an authority that this machine knows: ${OWN_AUTHORITY}`
  ],
  [
    "UNABLE_TO_GET_ISSUER_CERT",
    `its certificate cannot be traced to an authority that this machine knows: ${OWN_AUTHORITY}`
  ],
  [
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    `its certificate cannot be traced to an authority that this machine knows: ${OWN_AUTHORITY}`
  ],
  ["CERT_HAS_EXPIRED", "its certificate has expired: renew it, or check this machine’s clock"],
  ["CERT_NOT_YET_VALID", "its certificate is not valid yet: check this machine’s clock"],
  ["CERT_REVOKED", "its certificate was revoked: ask who runs the server"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another host: use the name that it was made for"]
]);
var NO_TLS = ["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG", "ERR_SSL_HTTP_REQUEST", "EPROTO"];
var PROXY = "HTTP_PROXY and HTTPS_PROXY are used from Node 22.21 on, with NODE_USE_ENV_PROXY=1";
function connectionFault(error, { baseUrl, apiKey }) {
  const server = new URL(baseUrl).host;
  const secure = baseUrl.startsWith("https:");
  const causes = causesOf(error);
  const codes = causes.flatMap((cause) => "code" in cause && typeof cause.code === "string" ? [cause.code] : []);
  const has = (...wanted) => codes.some((code2) => wanted.includes(code2));
  const certificate = codes.map((code2) => CERTIFICATES.get(code2)).find((words2) => words2 !== void 0);
  if (causes.some((cause) => cause instanceof ReplyTooLarge)) return fault(`${server} sent a reply that does not end`);
  if (certificate !== void 0) return fault(`${server} is not trusted: ${certificate}`, { forAll: "always" });
  if (secure && has(...NO_TLS)) {
    return fault(`${server} does not speak TLS: if it is plain HTTP, begin the base URL with http://`, {
      forAll: "always"
    });
  }
  if (has("ECONNREFUSED")) {
    return fault(`nothing answers at ${server}: start the server, or check the base URL`, {
      again: "often",
      forAll: "always"
    });
  }
  if (has("ENOTFOUND")) {
    return fault(`there is no host ${new URL(baseUrl).hostname}: check the base URL (${PROXY})`, {
      again: "often",
      forAll: "always"
    });
  }
  if (has("UND_ERR_CONNECT_TIMEOUT", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EAI_AGAIN") || timedOut(causes)) {
    return fault(`${server} cannot be reached: check the base URL and the network (${PROXY})`, {
      again: "often",
      forAll: "until-answered"
    });
  }
  if (codes.some((code2) => code2.startsWith("HPE_"))) {
    const perhaps = secure ? "" : ": if it is a TLS server, begin the base URL with https://";
    return fault(`${server} does not speak HTTP${perhaps}`, { forAll: "until-answered" });
  }
  if (has("UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT")) {
    return fault(`no answer from ${server} in time`, { reason: "timed-out", again: "once" });
  }
  if (!secure && causes.some(withoutAWord)) {
    return fault(`${server} hung up without a word: if it is a TLS server, begin the base URL with https://`, {
      again: "often",
      forAll: "until-answered"
    });
  }
  const [last] = causes.slice(-1);
  const words = outsideLine(codes[0] ?? last?.message ?? "", apiKey, 60);
  return fault(`the connection to ${server} broke before the answer was whole (${words})`, { again: "often" });
}
function withoutAWord(cause) {
  const { socket } = cause;
  return typeof socket === "object" && socket !== null && "bytesRead" in socket && socket.bytesRead === 0;
}
function causesOf(error) {
  if (!(error instanceof Error)) return [];
  const below = [error.cause, ...error instanceof AggregateError ? error.errors : []];
  return [error, ...below.flatMap(causesOf)];
}
function timedOut(causes) {
  return causes.length === 1 && /timed out/i.test(causes[0]?.message ?? "");
}

// src/models/openai/request.ts
var MOST_STOPS2 = 4;
function requestFor(model, prompt, { maxTokens, temperature, seed }, refused, extraBody) {
  const limit = refused.has("max_tokens") ? "max_completion_tokens" : "max_tokens";
  const fields = {
    [limit]: maxTokens,
    ...refused.has("temperature") ? {} : { temperature },
    // Greedy answers need none.
    ...temperature > 0 && !refused.has("seed") ? { seed } : {}
  };
  if (prompt.kind === "chat") {
    return { endpoint: "/chat/completions", body: { model, messages: prompt.messages, ...fields, ...extraBody } };
  }
  const { text, suffix, stop } = prompt;
  return {
    endpoint: "/completions",
    body: {
      model,
      prompt: text,
      ...suffix === null ? {} : { suffix },
      ...stop.length === 0 || refused.has("stop") ? {} : { stop: stop.slice(0, MOST_STOPS2) },
      ...fields,
      ...extraBody
    }
  };
}
var NOT_TAKEN = /unsupported|not (currently )?support|unexpected|unknown|unrecogni[sz]ed|extra|forbidden|not (permitted|allowed)|deprecated|only the default/i;
var OPTIONAL = ["temperature", "seed", "stop", "max_tokens", "max_completion_tokens"];
var DISPENSABLE = ["seed", "stop"];
function fieldsRefused(status2, said, body) {
  if (status2 !== 400 && status2 !== 422) return [];
  const sent = OPTIONAL.filter((field) => field in body);
  const named = sent.filter((field) => new RegExp(`\\b${field}\\b`).test(said));
  if (named.length > 0) return NOT_TAKEN.test(said) ? named : [];
  return sent.filter((field) => DISPENSABLE.includes(field));
}

// src/models/openai/standing.ts
var PATIENCE2 = 5;
function makeStanding() {
  let givenUp = null;
  let everAnswered = false;
  let inARow = 0;
  return {
    givenUp: () => givenUp,
    everAnswered: () => everAnswered,
    answered: () => {
      everAnswered = true;
      inARow = 0;
    },
    failed: ({ reason, detail, forAll, byPrompt }) => {
      const failure = { kind: "failed", reason, detail };
      if (forAll === "always" || forAll === "until-answered" && !everAnswered) {
        givenUp ??= { ...failure, fatal: true };
        return givenUp;
      }
      if (byPrompt) return { ...failure, fatal: false };
      inARow += 1;
      if (inARow < PATIENCE2) return { ...failure, fatal: false };
      givenUp ??= { ...failure, detail: `${inARow} calls in a row failed, the last one: ${detail}`, fatal: true };
      return givenUp;
    }
  };
}

// src/models/openai/throttle.ts
import { setTimeout as sleep2 } from "node:timers/promises";
import pLimit3 from "p-limit";
function makeThrottle(ceiling) {
  const limit = pLimit3(ceiling);
  let pace = startingPace(ceiling);
  let quietUntil = 0;
  const keep = (next2) => {
    pace = next2;
    if (limit.concurrency !== pace.limit) limit.concurrency = pace.limit;
  };
  const takeTurn = () => {
    const cutsBefore = pace.cuts;
    return {
      answered: () => keep(afterAnswer(pace)),
      overloaded: (quietMs) => {
        quietUntil = Math.max(quietUntil, performance.now() + quietMs);
        keep(afterOverload(pace, cutsBefore));
      }
    };
  };
  return {
    run: (task, signal) => new Promise((resolve8, reject) => {
      const stop = () => reject(signal.reason);
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop, { once: true });
      limit(async () => {
        while (performance.now() < quietUntil) await pause(quietUntil - performance.now(), signal);
        signal.throwIfAborted();
        return task(takeTurn());
      }).then(resolve8, reject).finally(() => signal.removeEventListener("abort", stop));
    })
  };
}
async function pause(ms, signal) {
  await sleep2(ms, void 0, { signal }).catch((error) => {
    signal.throwIfAborted();
    throw error;
  });
}

// src/models/openai/unwanted.ts
var MOST_NAMES = 8;
var UNKNOWN_MODEL = /model_not_found|server is pinned to|model\b.{0,100}\b(not found|does not exist|not exist|not loaded)/i;
async function refusalLookedInto({ status: status2, text }, request, seen2, party, listModels) {
  const notWanted = status2 === 400 || status2 === 422;
  if (status2 === 404 || notWanted && UNKNOWN_MODEL.test(text)) {
    return fault(notFound(status2, request, party, namesIn3(await listModels())), { forAll: "always" });
  }
  if (notWanted && "suffix" in request.body && /\bsuffix\b/i.test(text)) {
    const others = "choose another prompt format, `chat` or the one of the model’s family (`fim-…`)";
    return fault(`the server takes no suffix (${status2}): ${others}`, { forAll: "always" });
  }
  return seen2;
}
function notFound(status2, { endpoint }, party, names) {
  const { baseUrl, apiKey } = party;
  const model = outsideLine(party.model, apiKey, 100);
  if (names === null) {
    return `${baseUrl} has no ${endpoint}, or no model ${model} (${status2}): check the base URL and the model’s name`;
  }
  if (names.includes(party.model)) {
    const other = endpoint === "/completions" ? "`chat`" : "`completion`";
    return `${baseUrl} has the model ${model}, but no ${endpoint} (${status2}): choose the prompt format ${other}`;
  }
  const shown5 = names.slice(0, MOST_NAMES).map((name2) => outsideLine(name2, apiKey, 80));
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return `${baseUrl} has no model ${model} (${status2}): ${names.length === 0 ? "it names none" : `it has ${shown5.join(", ")}${more}`}`;
}
function namesIn3(reply) {
  if (reply.kind !== "replied" || reply.status !== 200) return null;
  try {
    const { data } = JSON.parse(reply.text);
    if (!Array.isArray(data)) return null;
    return data.flatMap(
      (entry) => typeof entry === "object" && entry !== null && "id" in entry && typeof entry.id === "string" ? [entry.id] : []
    );
  } catch {
    return null;
  }
}

// src/models/openai/asking.ts
var RETRIES_BEFORE_ANY_ANSWER = 2;
function makeAsking({ connection, throttle, party, retries, retryBaseMs, extraBody }) {
  const standing = makeStanding();
  const refused = /* @__PURE__ */ new Set();
  return async (prompt, options) => {
    const { signal } = options;
    const stops = prompt.kind === "text" ? prompt.stop : [];
    const leftOut = /* @__PURE__ */ new Set();
    const build = () => requestFor(party.model, prompt, options, /* @__PURE__ */ new Set([...refused, ...leftOut]), extraBody);
    for (let retry = 0; ; ) {
      const request = build();
      const outcome = await throttle.run(
        async (turn) => standing.givenUp() ?? askOnce(request, stops, signal, turn),
        signal
      );
      if (outcome.kind === "failed") return outcome;
      if (outcome.kind === "answered") {
        for (const field of leftOut) refused.add(field);
        return outcome;
      }
      const { problem, unwanted } = outcome;
      for (const field of unwanted) leftOut.add(field);
      if (unwanted.length > 0 && isAnother(build(), request)) continue;
      if (retry >= retriesFor(problem)) return standing.failed(problem);
      const wait = { retry, baseMs: retryBaseMs, askedMs: problem.askedMs, chance: Math.random() };
      await pause(waitMs(wait), signal);
      retry += 1;
    }
  };
  async function askOnce(request, stops, signal, turn) {
    const reply = await connection.post(request.endpoint, request.body, signal);
    const read3 = readReply(reply, stops);
    if ("kind" in read3) {
      turn.answered();
      standing.answered();
      return read3;
    }
    if (read3.overload) turn.overloaded(read3.askedMs ?? 0);
    if (reply.kind !== "replied") return { kind: "problem", problem: read3, unwanted: [] };
    const problem = await refusalLookedInto(reply, request, read3, party, () => connection.listModels(signal));
    const { status: status2, text } = reply;
    const unwanted = problem !== read3 || problem.byPrompt ? [] : fieldsRefused(status2, text, request.body);
    return { kind: "problem", problem, unwanted };
  }
  function readReply(reply, stops) {
    switch (reply.kind) {
      case "replied":
        return reply.status >= 200 && reply.status < 300 ? readAnswer2(reply, stops, party, Date.now()) : serverFault(reply, party, Date.now());
      case "timed-out":
        return fault("no answer in time: raise the timeout, or ask for less at once", {
          reason: "timed-out",
          again: "once"
        });
      case "broken":
        return connectionFault(reply.error, party);
      default:
        return reply;
    }
  }
  function retriesFor({ again, forAll }) {
    if (again === "never") return 0;
    if (again === "once") return Math.min(1, retries);
    const isThere = standing.everAnswered() || forAll === "no";
    return isThere ? retries : Math.min(RETRIES_BEFORE_ANY_ANSWER, retries);
  }
}
function isAnother(request, than) {
  return Object.keys(request.body).join() !== Object.keys(than.body).join();
}

// src/models/openai/base-url.ts
var ENDPOINTS = /\/(chat\/completions|completions|models)$/;
function readBaseUrl(given) {
  const url = parse2(given);
  if (url.username !== "" || url.password !== "") {
    throw bad2(
      "the base URL holds a user name or password, which would be shown in reports",
      "Leave it out; the key has its own setting."
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw bad2(
      "the base URL goes on after its path (`?` or `#`)",
      "Give the address alone, such as http://127.0.0.1:8000/v1."
    );
  }
  const path = url.pathname.replace(/\/+$/, "").replace(ENDPOINTS, "");
  return `${url.origin}${path === "" ? "/v1" : path}`;
}
function parse2(given) {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (url !== null && (url.protocol === "http:" || url.protocol === "https:")) return url;
  const shown5 = /^[\w.:/-]{1,100}$/.test(given) ? `the base URL ${given}` : "the base URL";
  throw bad2(`${shown5} is no http or https address`, "Write it as http://127.0.0.1:8000/v1.");
}
function isLoopback(baseUrl) {
  const { hostname } = new URL(baseUrl);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
function baseUrlWarnings(given, hasKey) {
  const baseUrl = readBaseUrl(given);
  if (!hasKey || baseUrl.startsWith("https:") || isLoopback(baseUrl)) return [];
  return [
    `the key and the code go to ${new URL(baseUrl).host} unencrypted: use https there if the network is not yours`
  ];
}
function bad2(message, remedy) {
  return new ExpectedFailure("bad-setting", message, remedy);
}

// src/models/openai.ts
var LONGEST_TIMEOUT_MS = 3e5;
var OWN_FIELDS = ["model", "messages", "prompt", "suffix", "n", "best_of", "stream", "stream_options"];
function openAiModel(settings2) {
  const { model, timeoutMs = 12e4, retries = 5, concurrency = 8, retryBaseMs = 500, extraBody = {} } = settings2;
  const baseUrl = readBaseUrl(settings2.baseUrl);
  const apiKey = readKey(settings2);
  if (!(timeoutMs >= 1 && timeoutMs <= LONGEST_TIMEOUT_MS)) {
    throw bad3(
      `a timeout of ${timeoutMs} ms is not possible`,
      `Choose one up to ${LONGEST_TIMEOUT_MS / 1e3} seconds.`
    );
  }
  const taken = OWN_FIELDS.find((field) => field in extraBody);
  if (taken !== void 0) throw bad3(`the field ${taken} cannot be set for a server`, "Leave it out.");
  return {
    provider: "openai",
    name: model,
    facts: ["openai", baseUrl, model, ...factsOf(extraBody)],
    concurrency,
    complete: makeAsking({
      connection: connect({ baseUrl, apiKey, timeoutMs }),
      throttle: makeThrottle(concurrency),
      party: { baseUrl, model, apiKey, keyName: keyName(settings2) },
      retries,
      retryBaseMs,
      extraBody
    }),
    // Connections that wait for nothing keep no process alive.
    close: async () => {
    }
  };
}
function openAiWarnings(settings2) {
  return baseUrlWarnings(settings2.baseUrl, readKey(settings2) !== null);
}
function keyName({ keyName: keyName2 = "PALIMPSEST_API_KEY" }) {
  return keyName2;
}
function readKey(settings2) {
  const key = settings2.apiKey?.trim() ?? "";
  if (key === "") return null;
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw bad3(`the key in ${keyName(settings2)} holds characters that no key has`, "Copy it again, without line breaks.");
}
function factsOf(extraBody) {
  const fields = Object.entries(extraBody).sort(([a], [b]) => a < b ? -1 : 1);
  if (fields.length === 0) return [];
  return [`fields ${createHash10("sha256").update(JSON.stringify(fields)).digest("hex")}`];
}
function bad3(message, remedy) {
  return new ExpectedFailure("bad-setting", message, remedy);
}

// src/compose/providers.ts
var PROVIDERS = {
  openai: openOpenAi,
  gguf: openGguf,
  command: openCommand
};
function openTextModel(entry, operator) {
  switch (entry.provider) {
    case "openai":
      return PROVIDERS.openai(entry, operator);
    case "gguf":
      return PROVIDERS.gguf(entry, operator);
    case "command":
      return PROVIDERS.command(entry, operator);
    default:
      return entry;
  }
}
async function openOpenAi(entry, { secrets, warn }) {
  const keyName2 = entry["api-key-env"];
  const { timeout, retries, concurrency } = entry;
  const settings2 = {
    baseUrl: entry["base-url"],
    model: entry.model,
    apiKey: secrets.read(keyName2)?.reveal() ?? null,
    keyName: keyName2,
    extraBody: entry["extra-body"] ?? {},
    ...timeout === void 0 ? {} : { timeoutMs: timeout * 1e3 },
    ...retries === void 0 ? {} : { retries },
    ...concurrency === void 0 ? {} : { concurrency }
  };
  const model = openAiModel(settings2);
  for (const warning of openAiWarnings(settings2)) warn(warning);
  return model;
}
function openGguf({
  path,
  lora,
  format,
  threads,
  concurrency,
  "context-tokens": contextTokens
}, { folder }) {
  return ggufModel({
    path: resolve4(folder, path),
    format,
    contextTokens,
    ...threads === void 0 ? {} : { threads },
    ...lora === void 0 ? {} : { lora: resolve4(folder, lora) },
    ...concurrency === void 0 ? {} : { concurrency }
  });
}
async function openCommand({ command, args, model, timeout, concurrency }, { folder }) {
  return commandModel({
    command,
    args,
    folder,
    ...model === void 0 ? {} : { model },
    ...timeout === void 0 ? {} : { timeoutMs: timeout * 1e3 },
    ...concurrency === void 0 ? {} : { concurrency }
  });
}

// src/compose/models.ts
function composeModels(settings2, environment, warn) {
  const opened = [];
  const cache = settings2.useCache ? openAnswerCache(environment.answersFolder, { warn }) : null;
  return {
    async open(reference, repository, languages) {
      const { secrets } = environment;
      const named = await entryFor(reference, settings2);
      const operator = { secrets, warn, folder: named.folder };
      const loaded = isLanguageModel(named.entry) ? await openLanguageModel(named.entry, operator, settings2, { repository, languages, cache }) : await openEmbedded(named.entry?.path, operator, settings2, { repository, languages });
      if (loaded !== null) opened.push(loaded);
      return loaded;
    },
    async names() {
      return settings2.modelsFile === null ? [void 0] : [...(await entriesIn(settings2.modelsFile)).keys()];
    },
    async close() {
      for (const { model } of opened) await model.close?.();
      await cache?.close();
    }
  };
}
async function entryFor(reference, { modelsFile, baseUrl, areSeveral = false }) {
  const here = process.cwd();
  const file = modelsFile === null ? null : { path: modelsFile, entries: await entriesIn(modelsFile) };
  const name2 = reference ?? (file === null ? void 0 : onlyNameIn(file.path, file.entries));
  const named = name2 === void 0 ? void 0 : file?.entries.get(name2);
  if (!areSeveral && baseUrl !== null && (named !== void 0 || name2?.startsWith("openai:") !== true)) {
    throw new ExpectedFailure(
      "bad-setting",
      "--base-url is for --model openai:NAME",
      "Leave it out, or name such a model."
    );
  }
  if (named !== void 0 && file !== null) return { entry: named, folder: dirname5(resolve5(file.path)) };
  if (name2 === void 0 || name2 === "embedded") return { entry: null, folder: here };
  const [, provider = "", model = ""] = /^([a-z]+):(.*)$/s.exec(name2) ?? [];
  if (provider === "" || !isProvider(provider)) {
    return { entry: { provider: "embedded", path: pathOrName(name2, file) }, folder: here };
  }
  return { entry: entryOf(provider, fieldsOf(provider, model, baseUrl), `--model ${name2}`), folder: here };
}
async function entriesIn(path) {
  return parseModelsFile(await readSettingsFile(path), path);
}
function onlyNameIn(path, entries) {
  if (entries.size === 1) return [...entries.keys()][0];
  throw new ExpectedFailure(
    "bad-setting",
    `${path} names ${entries.size} models`,
    `Choose one with --model: ${[...entries.keys()].join(", ")}.`
  );
}
function pathOrName(name2, file) {
  if (file === null || /[/\\]|\.palimpsest$/.test(name2)) return name2;
  const names = [...file.entries.keys()];
  throw new ExpectedFailure(
    "bad-setting",
    `${file.path} names no model ${JSON.stringify(name2)}`,
    `Did you mean ${JSON.stringify(closest2(name2, names))}? It names ${names.join(", ")}.`
  );
}
function fieldsOf(provider, name2, baseUrl) {
  switch (provider) {
    case "openai":
      if (baseUrl !== null) return { model: name2, "base-url": baseUrl };
      throw new ExpectedFailure(
        "bad-setting",
        `--model openai:${name2} does not say where the server is`,
        "Add --base-url, such as http://127.0.0.1:8000/v1."
      );
    case "gguf":
    case "embedded":
      return { path: name2 };
    case "command":
      return { command: name2 };
    default:
      return provider;
  }
}
function isLanguageModel(entry) {
  return entry !== null && entry.provider !== "embedded";
}
function openEmbedded(path, { folder }, { budget, areSeveral = false }, around) {
  if (!areSeveral && Object.values(budget).some((bound2) => bound2 !== null)) {
    throw new ExpectedFailure(
      "bad-setting",
      "the embedded model costs nothing: there is no budget to keep",
      "Leave out --max-methods, --max-tokens and --max-cost; for a part of the methods there is evaluate --sample."
    );
  }
  return loadEmbedded(path === void 0 ? null : resolve5(folder, path), around.repository, around.languages);
}
async function openLanguageModel(entry, operator, { budget }, { repository, languages, cache }) {
  const price = entry.price ?? null;
  if (price === null && budget.cost !== null) {
    throw new ExpectedFailure(
      "bad-setting",
      "--max-cost needs to know what tokens cost",
      "Give the model a price in the file that --models names, or bound it by --max-tokens."
    );
  }
  const maxTokens = entry["max-tokens"];
  checkWindow(entry["context-tokens"], maxTokens);
  const trainedAt2 = await trainedAtOf(entry["trained-at"], repository);
  const stated = entry.tokenizer === void 0 ? null : await counterOf(entry.tokenizer, operator.folder);
  const text = await openTextModel(entry, operator);
  const windowTokens = Math.min(entry["context-tokens"], text.windowTokens ?? Number.POSITIVE_INFINITY);
  const tokens3 = stated ?? text.tokens ?? ESTIMATED_TOKENS;
  if (maxTokens >= windowTokens) {
    await text.close();
    checkWindow(windowTokens, maxTokens);
  }
  const model = languageModel2({
    text,
    origin: { baseModel: entry["base-model"] ?? null, trainedAt: trainedAt2, recipe: null },
    language: languages.main,
    format: entry.format,
    windowTokens,
    maxTokens,
    temperature: entry.temperature,
    sampleTemperature: entry["sample-temperature"],
    tokens: tokens3,
    cache,
    budget,
    price
  });
  const { fingerprint } = model.card;
  const path = repository === null ? null : inStateFolder(repository, "cards", fingerprint);
  const kept = path === null ? null : await readCard(path, fingerprint, parseModelCard);
  return { model: { ...model, card: { ...model.card, baseline: kept?.baseline ?? null } }, path };
}
function checkWindow(windowTokens, maxTokens) {
  if (maxTokens < windowTokens) return;
  throw new ExpectedFailure(
    "bad-setting",
    `an answer of ${maxTokens} tokens leaves no room in a window of ${windowTokens}`,
    "Lower max-tokens, or say in context-tokens how long the window is."
  );
}
var COMMIT_HASH = /^[0-9a-f]{40,64}$/;
async function trainedAtOf(revision2, repository) {
  if (revision2 === void 0) return null;
  const known = { units: null, files: null };
  if (repository === null) {
    return COMMIT_HASH.test(revision2) ? { revision: revision2, committedAt: null, ...known } : null;
  }
  try {
    const { hash, committedAt } = await repository.resolve(revision2);
    return { revision: hash, committedAt, ...known };
  } catch (error) {
    if (error instanceof ExpectedFailure && COMMIT_HASH.test(revision2)) {
      return { revision: revision2, committedAt: null, ...known };
    }
    throw error;
  }
}
async function counterOf(tokenizer, folder) {
  const path = resolve5(folder, tokenizer);
  return tokenizerCounter(await readSettingsFile(path), path);
}

// src/files/walk-journal.ts
import { z as z11 } from "zod";
var estimate = { value: z11.number(), margin: z11.number().nullable() };
var part = z11.object({ units: z11.int(), points: z11.number() });
var score = { id: z11.string(), similarity: z11.number(), failed: z11.boolean() };
var walkPoint = z11.object({
  at: z11.int(),
  units: z11.int(),
  now: z11.object(estimate).nullable(),
  freshness: z11.object({ ...estimate, parts: z11.object({ unchanged: part, modified: part, new: part, deleted: part }) }).nullable(),
  scored: z11.int(),
  scores: z11.array(z11.object(score))
});
var keptLedger = z11.object({ at: z11.int(), head: z11.string(), shards: z11.record(z11.string(), z11.string()) });
var anewStates = z11.array(
  z11.object({
    at: z11.int(),
    changes: z11.array(z11.object({ ...score, change: z11.enum(["added", "modified", "renamed", "moved"]) })),
    behind: z11.int()
  })
);

// src/compose.ts
async function composeLanguages(environment) {
  const registry = await loadLanguages({ java: { parser: environment.parser === "wasm" ? "wasm" : "auto" } });
  const [main2] = registry.languages;
  if (main2 === void 0) throw new Error("no language is registered");
  return { main: main2, forPath: registry.forPath };
}
async function composeLedgers(repository) {
  await ensureStateFolder(repository);
  return openLedgers(repository);
}
function openLedgers(repository) {
  return openLedgerDirectory(inStateFolder(repository, "ledger"));
}
async function saveModel(path, repository, bytes2, card) {
  if (path === modelPath(repository)) await ensureStateFolder(repository);
  await writeOutput(path, bytes2);
  await writeCard(path, card);
}
async function saveCard({ path }, card) {
  if (path === null) return;
  await makeParentFolder(path);
  await writeCard(path, card);
}
async function composeJournal(job, repository, environment, identity) {
  const name2 = `${createHash11("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 24)}.jsonl`;
  if (repository === null) return openJournal(join8(environment.cacheFolder, job, name2));
  await ensureStateFolder(repository);
  return openJournal(inStateFolder(repository, job, name2));
}

// src/config/settings-file.ts
import { closest as closest3 } from "fastest-levenshtein";
import { isAlias, isMap, isScalar, LineCounter as LineCounter2, parseDocument as parseDocument2, visit } from "yaml";
var MAX_ALIASES = 20;
var MAX_BYTES2 = 64 * 1024;
var SHOWN_CHARACTERS2 = 40;
var MESSAGE_CHARACTERS = 160;
function parseSettings(bytes2, file) {
  const lines = new LineCounter2();
  const at = (offset) => {
    const { line: line4, col } = lines.linePos(offset);
    return `${file}:${line4}:${col}`;
  };
  const document = parseYaml(textOf7(bytes2, file), lines, at);
  const values = /* @__PURE__ */ new Map();
  const sections = settingsSchema.keyof().options;
  for (const { key: section2, offset, value } of entriesOf(document, document.contents, "the file", at)) {
    if (!sections.includes(section2)) throw unknownKey(at(offset), section2, sections, null);
    const known = fileSettings().filter((setting) => setting.section === section2);
    for (const entry of entriesOf(document, value, section2, at)) {
      const setting = known.find(({ key }) => key === entry.key);
      const keys = known.map(({ key }) => key);
      if (setting === void 0) throw unknownKey(at(entry.offset), entry.key, keys, section2);
      values.set(setting, settingOf(document, entry, setting, at));
    }
  }
  return { settings: settingsOf(values), given: [...values].map(([setting, value]) => ({ setting, value })) };
}
function textOf7(bytes2, file) {
  if (bytes2.length > MAX_BYTES2) {
    throw refusal(
      file,
      `it is larger than ${MAX_BYTES2 / 1024} kB`,
      "Settings are a few lines; keep the rest elsewhere."
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes2);
  } catch (error) {
    throw refusal(file, "it is not UTF-8", "Save it as UTF-8.", error);
  }
}
function parseYaml(text, lineCounter, at) {
  const document = parseDocument2(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== void 0) {
    const [offset] = problem.pos;
    if (problem.code === "DUPLICATE_KEY") {
      throw refusal(at(offset), `${quoted2(wordAt(text, offset))} is set twice`, "Keep one of the two.");
    }
    throw refusal(
      at(offset),
      `this is not YAML: ${visible(shortened2(problem.message, MESSAGE_CHARACTERS))}`,
      "Mend it there."
    );
  }
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const remedy = "Write the values out; a settings file needs no anchors.";
    throw refusal(at(firstAlias(document)), "its aliases lead nowhere, or to too much", remedy, error);
  }
  return document;
}
function wordAt(text, offset) {
  return /^[^\s:,{}]+/.exec(text.slice(offset))?.[0] ?? "";
}
function firstAlias(document) {
  let offset = 0;
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    }
  });
  return offset;
}
function entriesOf(document, node, what, at) {
  const map = isAlias(node) ? node.resolve(document) : node;
  if (map === null || map === void 0 || isScalar(map) && map.value === null) return [];
  if (!isMap(map)) {
    throw refusal(at(offsetOf(node)), `${what} takes settings by name`, "Write `name: value`, one a line.");
  }
  return map.items.map(({ key, value }) => {
    const offset = offsetOf(key);
    if (!isScalar(key)) throw refusal(at(offset), "a name is one word", "Write `name: value`, one a line.");
    return { key: String(key.value), offset, value };
  });
}
function offsetOf(node) {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? Number(node.range[0]) : 0;
}
function settingOf(document, { value, offset }, setting, at) {
  const given = value?.toJS(document, { maxAliasCount: MAX_ALIASES }) ?? null;
  const parsed4 = setting.schema.safeParse(given);
  if (parsed4.success) return parsed4.data;
  const name2 = `${setting.section}.${setting.key}`;
  const what = given === null ? `${name2} has no value` : `${name2} does not take ${shown2(given)}`;
  const kind = typeof setting.byDefault === "boolean" ? "true or false" : "a number";
  throw refusal(at(given === null ? offset : offsetOf(value)), what, `It takes ${kind}: ${setting.description}.`);
}
function shown2(value) {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "settings of its own";
  return typeof value === "string" ? quoted2(value) : String(value);
}
function settingsOf(values) {
  const given = {};
  for (const [{ section: section2, name: name2 }, value] of values) given[section2] = { ...given[section2], [name2]: value };
  return settingsSchema.parse(given);
}
function unknownKey(place, key, known, section2) {
  if (isOperators(key)) {
    return refusal(
      place,
      `${quoted2(key)} is not for a repository’s file to set`,
      "Providers, URLs, keys, models and commands belong to the operator, who runs palimpsest: give them as flags, as inputs of the workflow or in the environment of the App."
    );
  }
  const elsewhere2 = fileSettings().filter((setting) => setting.section !== section2);
  const names = new Map(elsewhere2.map((setting) => [setting.key, `${setting.section}.${setting.key}`]));
  for (const name2 of known) names.set(name2, name2);
  const nearest = closest3(key, [...known, ...names.keys()]);
  return refusal(
    place,
    `there is no setting ${quoted2(key)}${section2 === null ? "" : ` in ${section2}`}`,
    `Did you mean ${quoted2(names.get(nearest) ?? nearest)}? Known here: ${known.join(", ")}.`
  );
}
var OPERATORS_WORDS = new Set(
  "provider providers url urls uri endpoint host server proxy header headers key keys apikey token secret password credentials command commands cmd exec script model models adapter weights gguf env environment".split(
    " "
  )
);
function isOperators(key) {
  return key.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase().split(/[^a-z]+/).some((word) => OPERATORS_WORDS.has(word));
}
function quoted2(text) {
  return `"${visible(shortened2(text, SHOWN_CHARACTERS2))}"`;
}
function shortened2(text, characters2) {
  return text.length > characters2 ? `${text.slice(0, characters2)}…` : text;
}
function refusal(place, what, remedy, cause) {
  return new ExpectedFailure("bad-settings-file", `${place}: ${what}`, remedy, { cause });
}

// src/config/repository-settings.ts
async function readRepositorySettings(repository) {
  const branch = await defaultBranch(repository);
  const file = branch && await readSettings(repository.tree(branch), `${branch.name}:`);
  return file?.settings ?? settingsSchema.parse({});
}
async function defaultBranch(repository) {
  try {
    return await repository.defaultBranch();
  } catch (error) {
    if (error instanceof ExpectedFailure && error.code === "no-default-branch") return null;
    throw error;
  }
}
async function readSettings(tree, origin2) {
  for await (const { path, bytes: bytes2 } of tree.read([SETTINGS_PATH, MISNAMED])) {
    if (bytes2 === null) continue;
    if (path === SETTINGS_PATH) return parseSettings(bytes2, `${origin2}${path}`);
    throw new ExpectedFailure(
      "bad-settings-file",
      `${origin2}${path} is not read: the settings file is called ${SETTINGS_PATH}`,
      "Rename it."
    );
  }
  return null;
}
var MISNAMED = SETTINGS_PATH.replace(/\.yml$/, ".yaml");

// src/core/student.ts
var FORECAST_LEVEL = 0.8;
var LEVELS = {
  0.975: {
    normal: 1.959963984540054,
    few: [12.7062047364, 4.3026527297, 3.1824463053, 2.7764451052, 2.5705818366, 2.4469118487, 2.3646242516]
  },
  0.9: { normal: 1.2815515655446004, few: [3.0776835372, 1.8856180831, 1.6377443536, 1.5332062741] }
};
function studentQuantile(level, degreesOfFreedom) {
  const { normal: z23, few } = LEVELS[level];
  const exact = few[degreesOfFreedom - 1];
  if (exact !== void 0) return exact;
  const first = (z23 ** 3 + z23) / 4;
  const second = (5 * z23 ** 5 + 16 * z23 ** 3 + 3 * z23) / 96;
  const third = (3 * z23 ** 7 + 19 * z23 ** 5 + 17 * z23 ** 3 - 15 * z23) / 384;
  return z23 + first / degreesOfFreedom + second / degreesOfFreedom ** 2 + third / degreesOfFreedom ** 3;
}

// src/core/gain.ts
var DEFAULT_GAIN_POLICY = { leastGain: 0.02, leastChanges: 100 };
function gainOf(rows, policy) {
  const all = estimateGain(rows);
  return {
    all,
    modified: estimateGain(rows.filter(({ change }) => change !== "added")),
    added: estimateGain(rows.filter(({ change }) => change === "added")),
    statement: stateGain(all, policy)
  };
}
function estimateGain(rows) {
  const differences2 = rows.map(({ commit, fresh, inUse }) => ({ cluster: commit, value: fresh - inUse }));
  return {
    changes: rows.length,
    commits: new Set(rows.map(({ commit }) => commit)).size,
    inUse: mean(rows.map(({ inUse }) => inUse)),
    fresh: mean(rows.map(({ fresh }) => fresh)),
    gain: mean(differences2.map(({ value }) => value)),
    interval: possible(clusteredInterval(differences2)),
    helped: differences2.filter(({ value }) => value > 0).length,
    hurt: differences2.filter(({ value }) => value < 0).length,
    same: differences2.filter(({ value }) => value === 0).length,
    inUseFailed: rows.filter(({ inUseFailed }) => inUseFailed).length,
    freshFailed: rows.filter(({ freshFailed }) => freshFailed).length
  };
}
function stateGain({ changes, gain, interval: interval2 }, policy) {
  if (changes < policy.leastChanges || gain === null) return { kind: "unsure", reason: "too-few-changes" };
  if (interval2 === null) return { kind: "unsure", reason: "too-few-commits" };
  if (interval2.low > 0 && gain >= policy.leastGain) return { kind: "would-help" };
  if (interval2.high < policy.leastGain) return { kind: "would-not-help" };
  return { kind: "unsure", reason: "interval-too-wide" };
}
function clusteredInterval(values) {
  const clusters = /* @__PURE__ */ new Map();
  let total = 0;
  for (const { cluster, value } of values) {
    const of = clusters.get(cluster) ?? { sum: 0, count: 0 };
    clusters.set(cluster, { sum: of.sum + value, count: of.count + 1 });
    total += value;
  }
  const { size } = clusters;
  if (size < 2) return null;
  const center = total / values.length;
  let squares = 0;
  let squaredSizes = 0;
  for (const { sum: sum2, count: count3 } of clusters.values()) {
    squares += ((total - sum2) / (values.length - count3) - center) ** 2;
    squaredSizes += count3 ** 2;
  }
  const equalClusters = Math.floor(values.length ** 2 / squaredSizes);
  const margin = studentQuantile(0.975, Math.max(1, equalClusters - 1)) * Math.sqrt((size - 1) / size * squares);
  return { low: center - margin, high: center + margin };
}
function possible(interval2) {
  return interval2 && { low: Math.max(-1, interval2.low), high: Math.min(1, interval2.high) };
}
function mean(values) {
  return values.length === 0 ? null : values.reduce((sum2, value) => sum2 + value, 0) / values.length;
}

// src/core/backtest-walk.ts
function endsWalk(point, end3, lastState) {
  if (point.at === lastState) return true;
  return end3.kind === "line" ? asksForTraining(point, end3.line) : point.at >= end3.at;
}
function asksForTraining(point, line4) {
  return judgeFreshness(point, { line: line4 }).kind === "stale";
}
function pairChanges(anew, inUse, other, { revision: revision2 }) {
  const [used, written3] = [byId(inUse), byId(other)];
  return (anew?.changes ?? []).flatMap(({ id, change }) => {
    const [one, two] = [used.get(id), written3.get(id)];
    if (one === void 0 || two === void 0) return [];
    const failed4 = { inUseFailed: one.failed, freshFailed: two.failed };
    return [{ commit: revision2, id, change, inUse: one.similarity, fresh: two.similarity, ...failed4 }];
  });
}
function byId(scores3) {
  return new Map(scores3.map((score3) => [score3.id, score3]));
}

// src/core/backtest.ts
var SECONDS_A_DAY = 86400;
function pointsOf(leg, data) {
  const rows = leg.map((point) => rowsAt(point, data));
  return leg.map((point, index) => ({
    ...momentOf(point, data),
    units: point.units,
    scored: point.scored,
    freshness: point.freshness,
    similarity: point.now,
    gain: windowGain(leg, rows, index, data)
  }));
}
function outcomeOf(line4, stages, data) {
  const legs = stages.map(({ leg }) => leg);
  const freshness = legs.flatMap((leg) => leg.map((point) => point.freshness?.value ?? null));
  const known = freshness.filter((value) => value !== null);
  const scored = legs.flat().reduce((sum2, point) => sum2 + point.scored, 0);
  const rows = legs.flatMap((leg) => leg.flatMap((point) => rowsAt(point, data)));
  return {
    line: line4,
    trainings: line4 === null ? [] : stages.flatMap(({ leg }, index) => trainingAfter(leg, stages[index + 1], line4, data)),
    course: legs.flatMap((leg) => leg.map((point) => courseOf(point, data))),
    meanFreshness: meanOverTime(legs, ({ freshness: freshness2 }) => freshness2?.value ?? null, data),
    meanSimilarity: meanOverTime(legs, ({ now }) => now?.value ?? null, data),
    lowestFreshness: known.length === 0 ? null : Math.min(...known),
    gain: gainOver(rows, data.policy),
    scored
  };
}
function trainingAfter(leg, next2, line4, data) {
  const [first, last] = [leg[0], leg.at(-1)];
  if (first === void 0 || last === void 0 || last.freshness === null || !asksForTraining(last, line4)) return [];
  const rows = leg.map((point) => rowsAt(point, data));
  return [
    {
      ...momentOf(last, data),
      days: (timeOf(last, data) - timeOf(first, data)) / SECONDS_A_DAY,
      freshness: last.freshness.value,
      gain: windowGain(leg, rows, leg.length - 1, data),
      brought: gainOver(next2 === void 0 ? [] : replacedRows(next2, data), data.policy)
    }
  ];
}
function replacedRows({ leg, outgoing }, { states, anew }) {
  return leg.flatMap(({ at, scores: scores3 }, index) => {
    const [state, old] = [states[at], outgoing?.[index]];
    return state === void 0 || old === void 0 ? [] : pairChanges(anew[at], old.scores, scores3, state);
  });
}
function meanOverTime(legs, figureOf, data) {
  let [area2, time] = [0, 0];
  for (const leg of legs) {
    for (const [index, point] of leg.entries()) {
      const before3 = leg[index - 1];
      const [from, to] = [before3 === void 0 ? null : figureOf(before3), figureOf(point)];
      if (before3 === void 0 || from === null || to === null) continue;
      const seconds2 = timeOf(point, data) - timeOf(before3, data);
      area2 += (from + to) / 2 * seconds2;
      time += seconds2;
    }
  }
  if (time > 0) return area2 / time;
  const values = legs.flat().flatMap((point) => figureOf(point) ?? []);
  return values.length === 0 ? null : values.reduce((sum2, value) => sum2 + value, 0) / values.length;
}
function windowGain(leg, rows, index, data) {
  const end3 = leg[index];
  const start = end3 === void 0 ? 0 : timeOf(end3, data) - data.windowDays * SECONDS_A_DAY;
  const within3 = leg.slice(0, index + 1).flatMap((point, at) => timeOf(point, data) < start ? [] : rows[at] ?? []);
  return gainOver(within3, data.policy);
}
function gainOver(rows, policy) {
  const estimate2 = estimateGain(rows);
  const { changes, commits, gain, interval: interval2 } = estimate2;
  return { changes, states: commits, gain, interval: interval2, statement: stateGain(estimate2, policy) };
}
function rowsAt(point, { states, anew }) {
  const state = states[point.at];
  const by = anew[point.at];
  return state === void 0 || by === void 0 ? [] : pairChanges(by, point.scores, by.changes, state);
}
function momentOf(point, data) {
  const committedAt = new Date(timeOf(point, data) * 1e3).toISOString();
  return { revision: data.states[point.at]?.revision ?? "", committedAt };
}
function courseOf(point, data) {
  return { committedAt: momentOf(point, data).committedAt, freshness: point.freshness?.value ?? null };
}
function timeOf({ at }, { states }) {
  return states[at]?.reachedAt ?? 0;
}

// src/core/months.ts
function monthOf(seconds2) {
  const date = new Date(seconds2 * 1e3);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
function startOf(month) {
  return Date.UTC(Math.floor(month / 12), month % 12) / 1e3;
}
function monthName(month) {
  return `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`;
}
function before(seconds2, { count: count3, unit }) {
  if (unit === "days") return seconds2 - count3 * 86400;
  const date = new Date(seconds2 * 1e3);
  const month = monthOf(seconds2) - (unit === "years" ? 12 * count3 : count3);
  const lastDay = new Date((startOf(month + 1) - 1) * 1e3).getUTCDate();
  const midnight = startOf(monthOf(seconds2)) + (date.getUTCDate() - 1) * 86400;
  return startOf(month) + (Math.min(date.getUTCDate(), lastDay) - 1) * 86400 + (seconds2 - midnight);
}

// src/core/month-ends.ts
function monthEnds(line4) {
  const months = trustedMonths(line4.map(({ committedAt }) => monthOf(committedAt)));
  const ends2 = [];
  for (const [index, commit] of line4.entries()) {
    const month = months[index] ?? 0;
    const last = ends2.at(-1);
    if (last?.month === month) ends2[ends2.length - 1] = { month, commit, commits: last.commits + 1 };
    else {
      if (last !== void 0) for (let idle = last.month + 1; idle < month; idle++) ends2.push(idleMonth(idle, last));
      ends2.push({ month, commit, commits: 1 });
    }
  }
  return ends2;
}
function idleMonth(month, { commit }) {
  return { month, commit, commits: 0 };
}
function trustedMonths(months) {
  const trusted2 = longestAscent2(months);
  let current = months[trusted2.indexOf(true)] ?? 0;
  return months.map((month, index) => {
    if (trusted2[index]) current = month;
    return current;
  });
}
function longestAscent2(values) {
  const endingAt = ascentLengths(values);
  const startingAt = ascentLengths(values.toReversed().map((value) => -value)).reverse();
  const longest = Math.max(0, ...new Set(endingAt));
  const marks = [];
  let [taken, last] = [0, Number.NEGATIVE_INFINITY];
  for (const [index, value] of values.entries()) {
    const length = endingAt[index] ?? 0;
    const fits = length === taken + 1 && length + (startingAt[index] ?? 0) - 1 === longest && value >= last;
    if (fits) [taken, last] = [length, value];
    marks.push(fits);
  }
  return marks;
}
function ascentLengths(values) {
  const tops = [];
  return values.map((value) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((tops[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    tops[low] = value;
    return low + 1;
  });
}

// src/core/backtest-states.ts
function statesOf(line4, every) {
  const times2 = trustedMonths(line4.map(({ committedAt }) => committedAt));
  const states = [];
  let last = null;
  for (const [index, { hash, tree }] of line4.entries()) {
    const reachedAt = times2[index] ?? 0;
    const stretch = every === "merge" ? index : stretchOf(reachedAt, every);
    if (stretch === last) states.pop();
    states.push({ revision: hash, tree, reachedAt });
    last = stretch;
  }
  return states;
}
var SECONDS_A_DAY2 = 86400;
var DAYS_FROM_MONDAY = 3;
function stretchOf(seconds2, { count: count3, unit }) {
  const days = Math.floor(seconds2 / SECONDS_A_DAY2);
  switch (unit) {
    case "days":
      return Math.floor(days / count3);
    case "weeks":
      return Math.floor((days + DAYS_FROM_MONDAY) / (7 * count3));
    case "months":
      return Math.floor(monthOf(seconds2) / count3);
    default:
      return unit;
  }
}
var LEAST_STATES_A_STRETCH = 32;
var MOST_STRETCHES = 16;
function stretchesOf(states) {
  const later = states - 1;
  const size = Math.max(LEAST_STATES_A_STRETCH, Math.ceil(later / MOST_STRETCHES));
  return Array.from({ length: Math.ceil(later / size) }, (_, index) => ({
    from: 1 + index * size,
    to: Math.min(later, (index + 1) * size)
  }));
}

// src/core/report-parts.ts
var REPORT_SCHEMA_VERSION = 1;

// src/jobs/replayed-states.ts
async function replayedStates(input) {
  const { history, trainAt, until, every } = input;
  const { commits } = await history.firstParents(until);
  const line4 = statesOf(commits, "merge");
  const own = line4.findIndex(({ revision: revision2 }) => revision2 === trainAt.hash);
  const next2 = own < 0 ? await firstWith(line4, input) : own + 1;
  const places = new Map(line4.map(({ revision: revision2 }, place) => [revision2, place]));
  const later = statesOf(commits, every).filter(({ revision: revision2 }) => (places.get(revision2) ?? 0) >= next2);
  const trained = line4[own] ?? await stateOf(input);
  const [first] = later;
  if (first === void 0) {
    throw new ExpectedFailure(
      "bad-setting",
      `nothing was merged between ${trainAt.name} and ${until.name}`,
      "Name an earlier revision with --train-at, or a later one with --until."
    );
  }
  return [{ ...trained, reachedAt: Math.min(trained.reachedAt, first.reachedAt) }, ...later];
}
async function firstWith(line4, { repository, trainAt, until }) {
  const holds = async (place) => {
    const hash = line4[place]?.revision ?? until.hash;
    return await repository.isAncestor(trainAt.hash, { hash, name: hash, committedAt: null }) === true;
  };
  if (!await holds(line4.length - 1)) {
    throw new ExpectedFailure(
      "bad-setting",
      `${until.name} does not hold ${trainAt.name}: no history leads from one to the other`,
      `Name a commit that both have, which \`git merge-base ${trainAt.name} ${until.name}\` finds.`
    );
  }
  let [low, high] = [0, line4.length - 1];
  while (low < high) {
    const middle = low + high >> 1;
    if (await holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
async function stateOf({ history, trainAt }) {
  const own = (await history.firstParents(trainAt)).commits.at(-1);
  if (own === void 0) throw new RangeError(`${trainAt.hash} has no line of first parents`);
  return { revision: own.hash, tree: own.tree, reachedAt: own.committedAt };
}

// src/jobs/shared-walks.ts
var SharedWalks = class {
  #runner;
  #lastState;
  #walks = /* @__PURE__ */ new Map();
  constructor(runner, lastState) {
    this.#runner = runner;
    this.#lastState = lastState;
  }
  /**
   * From a state to where the walk ends; it does not wait for others who walk on from there. `seen` is called for every
   * state on the way.
   */
  async leg(from, end3, seen2) {
    const walk = this.#from(from);
    let looked = 0;
    for (; ; ) {
      for (; looked < walk.points.length; looked++) {
        const point = walk.points[looked];
        if (point === void 0) break;
        if (looked > 0) seen2();
        if (endsWalk(point, end3, this.#lastState)) return walk.points.slice(0, looked + 1);
      }
      walk.running ??= this.#run(walk, from, end3);
      await Promise.race([walk.running, new Promise((resolve8) => walk.waiting.push(resolve8))]);
    }
  }
  #from(state) {
    const walk = this.#walks.get(state) ?? { points: [], running: null, waiting: [] };
    this.#walks.set(state, walk);
    return walk;
  }
  /** A walk that ended where somebody else wanted goes on for the next one, and tells its points again. */
  async #run(walk, from, end3) {
    try {
      await this.#runner.walk(from, end3, (point) => {
        if (point.at !== from + walk.points.length) return;
        walk.points.push(point);
        for (const tell2 of walk.waiting.splice(0)) tell2();
      });
    } finally {
      walk.running = null;
    }
  }
};

// src/jobs/backtest.ts
async function backtest(input) {
  const { repository, trainAt, until, every, sample, windowDays, policy, progress } = input;
  const states = await replayedStates(input);
  const runner = input.runnerOf({ project: await repository.identity(), states, sample });
  const lastState = states.length - 1;
  const lines = [...input.lines].sort((a, b) => a - b);
  progress.begin("replaying states", lastState * (2 + lines.length));
  const seen2 = () => progress.advance();
  const walks = new SharedWalks(runner, lastState);
  const [never, anew, ...ways] = await Promise.all([
    neverAgain(walks, trainAt, lastState, seen2),
    anewOf(runner, states.length, seen2),
    ...lines.map((line4) => wayOf(line4, walks, lastState, seen2))
  ]);
  progress.end();
  const data = { states, anew, windowDays, policy };
  const outcomes = [
    outcomeOf(null, [{ leg: never, outgoing: null }], data),
    ...ways.map((stages, index) => outcomeOf(lines[index] ?? null, stages, data))
  ];
  const moment3 = (state) => new Date((state?.reachedAt ?? 0) * 1e3).toISOString();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "backtest",
    protocol: "in-place",
    model: "embedded",
    trainAt: { name: trainAt.name, revision: trainAt.hash },
    until: { name: until.name, revision: until.hash },
    every: every === "merge" ? { count: 1, unit: "merges" } : every,
    span: {
      states: states.length - 1,
      from: moment3(states[0]),
      until: moment3(states.at(-1)),
      days: ((states.at(-1)?.reachedAt ?? 0) - (states[0]?.reachedAt ?? 0)) / 86400
    },
    sample,
    windowDays,
    policy: { leastGain: policy.leastGain, leastChanges: policy.leastChanges },
    statesBehind: Math.max(0, ...anew.map((state) => state?.behind ?? 0)),
    points: pointsOf(never, data),
    outcomes
  };
}
async function neverAgain(walks, trainAt, lastState, seen2) {
  const leg = await walks.leg(0, { kind: "state", at: lastState }, seen2);
  if ((leg[0]?.units ?? 0) > 0) return leg;
  throw new ExpectedFailure(
    "no-source-files",
    `there are no methods in the main sources of ${trainAt.name}`,
    "Name a later revision with --train-at."
  );
}
async function anewOf(runner, states, seen2) {
  const anew = Array.from({ length: states });
  await Promise.all(
    stretchesOf(states).map(async ({ from, to }) => {
      for (const state of await runner.anew(from, to)) anew[state.at] = state;
      for (let at = from; at <= to; at++) seen2();
    })
  );
  return anew;
}
async function wayOf(line4, walks, lastState, seen2) {
  const stages = [];
  let from = 0;
  let replaced = null;
  do {
    const leg = await walks.leg(from, { kind: "line", line: line4 }, seen2);
    const stage = withOutgoing(leg, from, replaced, walks);
    stage.catch(() => {
    });
    stages.push(stage);
    replaced = from;
    from = leg.at(-1)?.at ?? lastState;
  } while (from < lastState);
  return Promise.all(stages);
}
async function withOutgoing(leg, from, replaced, walks) {
  const end3 = leg.at(-1);
  if (replaced === null || end3 === void 0) return { leg, outgoing: null };
  const outgoing = await walks.leg(replaced, { kind: "state", at: end3.at }, () => {
  });
  return { leg, outgoing: outgoing.slice(from - replaced) };
}

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
function percent(share3) {
  if (share3 === null) return NO_VALUE;
  const hundredths4 = share3 * 100;
  const whole3 = hundredths4.toFixed(0);
  const rounds = !isExtreme(Number(whole3)) || Number(whole3) === hundredths4;
  return `${rounds ? unsigned(whole3) : decimal(hundredths4, 1, 100)} %`;
}
function share2(value, digits = 2) {
  return value === null ? NO_VALUE : decimal(value, digits, 1);
}
function characters(value, digits = 1) {
  return value === null ? NO_VALUE : decimal(value, digits, Number.POSITIVE_INFINITY);
}
function bytes(size) {
  if (size < 1e3) return count2(size, "byte");
  return size < 1e6 ? `${decimal(size / 1e3, 0, Number.POSITIVE_INFINITY)} kB` : `${decimal(size / 1e6, 1, Number.POSITIVE_INFINITY)} MB`;
}
function count2(number3, noun, plural = `${noun}s`) {
  return `${grouped(String(number3))} ${number3 === 1 ? noun : plural}`;
}
function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
function are(number3) {
  return number3 === 1 ? "is" : "are";
}
function list2(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
function firstFew(words, few, all = words.length) {
  const named = words.slice(0, few);
  return all <= named.length ? list2(named) : `${named.join(", ")} and ${grouped(String(all - named.length))} more`;
}
function methodName(id, path) {
  return path !== void 0 && id.startsWith(`${path}#`) ? id.slice(path.length + 1) : displayName(id);
}
function spokenName(id, path) {
  return methodName(id, path).replace(`.${CONSTRUCTOR_NAME}(`, "(");
}
function shortRevision(revision2) {
  if (revision2 === "WORKTREE") return "the work tree";
  return /^[0-9a-f]{40,64}$/.test(revision2) ? revision2.slice(0, SHORT_HASH) : revision2;
}
function revisionName({ name: name2, revision: revision2 }) {
  return shortRevision(name2 === "" ? revision2 : name2);
}
function revisionWithHash(label2) {
  const name2 = revisionName(label2);
  const hash = shortRevision(label2.revision);
  return label2.revision === "WORKTREE" || name2 === hash ? name2 : `${name2} (${hash})`;
}
function isEmbedded({ provider }) {
  return provider === EMBEDDED;
}
function modelName({ provider, name: name2, shadow }) {
  if (shadow) return `shadow of ${shadow.of ?? "the project’s own model"}`;
  return isEmbedded({ provider }) ? "project memory" : name2;
}
function trainedAt({ trainedAt: training }, quote2 = (revision2) => revision2) {
  if (training === null) return "not known what it was trained on";
  const [day3] = /^\d{4}-\d{2}-\d{2}/.exec(training.committedAt ?? "") ?? [];
  return `trained at ${quote2(shortRevision(training.revision))}${day3 === void 0 ? "" : ` of ${day3}`}`;
}
function learnedWords({ trainedAt: training }, otherwise) {
  if (training === null || training.units === null || training.files === null) return otherwise;
  return `${count2(training.units, "method")} of ${count2(training.files, "file")}`;
}
function sourceName(source) {
  return "directory" in source ? source.directory : revisionWithHash(source);
}
function shardWords({ shard: shard2 }) {
  return shard2 === void 0 ? [] : [`part ${shard2.index} of ${shard2.count}, for merge-reports`];
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
function leftOutWords({ reason, methods: methods2, files }) {
  const counted8 = methods2 ?? 0;
  if (counted8 + files === 0) return null;
  const what = counted8 === 0 ? count2(files, "file") : count2(counted8, "method");
  const place = counted8 === 0 ? "of" : "in";
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
  const rounded3 = Number(value.toFixed(digits));
  const step = 10 ** -digits;
  if (rounded3 !== value && rounded3 === 0) return value > 0 ? `< ${step.toFixed(digits)}` : `> -${step.toFixed(digits)}`;
  if (rounded3 === full && value < full) return `> ${(full - step).toFixed(digits)}`;
  const [integer = "", fraction] = unsigned(value.toFixed(digits)).split(".");
  return fraction === void 0 ? grouped(integer) : `${grouped(integer)}.${fraction}`;
}
function unsigned(digits) {
  return Number(digits) === 0 ? digits.replace("-", "") : digits;
}

// src/report/charts/axes.ts
import { scaleLinear, scaleUtc } from "d3-scale";

// src/report/charts/palette.ts
var PALETTE = {
  paper: { light: "#ffffff", dark: "#0d1117" },
  ink: { light: "#1f2328", dark: "#e6edf3" },
  muted: { light: "#59636e", dark: "#9198a1" },
  grid: { light: "#d8dee4", dark: "#2b3138" },
  line: { light: "#cf222e", dark: "#ff7b72" },
  "1": { light: "#0969da", dark: "#58a6ff" },
  "2": { light: "#bc4c00", dark: "#f0883e" },
  "3": { light: "#1a7f37", dark: "#3fb950" },
  "4": { light: "#8250df", dark: "#d2a8ff" },
  "5": { light: "#9a6700", dark: "#e3b341" },
  "6": { light: "#bf3989", dark: "#f778ba" }
};
var SERIES_COLORS = ["1", "2", "3", "4", "5", "6"];
var ROOT_CLASS = "palimpsest-chart";
var FONT_SIZE = 13;
var NARROW_UP_TO = 520;
var STYLE_SHEET = [
  `.${ROOT_CLASS}{max-width:100%;height:auto;${variables("light")}font:${FONT_SIZE}px system-ui,-apple-system,"Segoe UI",Arial,sans-serif}`,
  `@media (prefers-color-scheme:dark){.${ROOT_CLASS}{${variables("dark")}}}`,
  rule(".paper", "fill:var(--c-paper)"),
  rule("text", "fill:var(--c-ink);stroke:var(--c-paper);stroke-width:3px;stroke-linejoin:round;paint-order:stroke"),
  rule(".caption", "font-weight:600"),
  rule(".tick", "fill:var(--c-muted)"),
  rule(".grid", "stroke:var(--c-grid)"),
  rule(".hollow", "fill:var(--c-paper)"),
  ...["ink", "muted", "line", ...SERIES_COLORS].map((name2) => rule(`.c-${name2}`, `color:var(--c-${name2})`)),
  rule(".narrow", "display:none"),
  `@media (max-width:${NARROW_UP_TO}px){${rule(".wide", "display:none")}${rule(".narrow", "display:inline")}}`
].join("");
function rule(selector, declarations) {
  return `.${ROOT_CLASS} ${selector}{${declarations}}`;
}
function variables(scheme) {
  return Object.entries(PALETTE).map(([name2, shade]) => `--c-${name2}:var(--chart-${name2},${shade[scheme]});`).join("");
}

// src/report/charts/frame.ts
var WIDE = { width: 720, height: 420 };
var NARROW = { width: WIDE.width / 2, height: WIDE.height / 2 };
function chartDocument(name2, { title: title2, description, draw: draw6 }, options) {
  const id = escaped(options.idPrefix ?? name2);
  const [titleId, descId] = [`${id}-title`, `${id}-desc`];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${ROOT_CLASS}" viewBox="0 0 ${WIDE.width} ${WIDE.height}" width="${WIDE.width}" height="${WIDE.height}" role="img" aria-labelledby="${titleId} ${descId}">`,
    `<title id="${titleId}">${escaped(title2)}</title>`,
    `<desc id="${descId}">${escaped(description)}</desc>`,
    `<style>${STYLE_SHEET}</style>`,
    `<rect class="paper" width="${WIDE.width}" height="${WIDE.height}"/>`,
    `<g class="wide">`,
    draw6(WIDE),
    "</g>",
    // hidden where no style sheet is read
    `<g class="narrow" display="none" transform="scale(2)">`,
    draw6(NARROW),
    "</g>",
    "</svg>",
    ""
  ].join("\n");
}
var SPECIAL2 = /* @__PURE__ */ new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"]
]);
function escaped(text) {
  return visible(text).replace(/[\ufffe\uffff]/g, "�").replace(/[&<>"']/g, (character) => SPECIAL2.get(character) ?? character);
}
function fixed(number3) {
  return String(Number(number3.toFixed(2)));
}
function textWidth(text) {
  return [...text].length * FONT_SIZE * WIDTH_PER_LETTER;
}
var WIDTH_PER_LETTER = 0.6;
function label(text, { x, y, anchor = "start", kind }) {
  const anchored = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${fixed(x)}" y="${fixed(y)}"${anchored}${kind === void 0 ? "" : ` class="${kind}"`}>${escaped(text)}</text>`;
}
function stroke([x1, y1], [x2, y2], { dash = null, width = 1, grid = false } = {}) {
  const paint = grid ? 'class="grid"' : 'stroke="currentColor"';
  return `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}" ${paint} stroke-width="${width}"${dashed(dash)}/>`;
}
function dashed(dash) {
  return dash === null ? "" : ` stroke-dasharray="${dash}"`;
}

// src/report/charts/axes.ts
var SAMPLE_WIDTH = 26;
var ROW_HEIGHT = 18;
var EDGE = 8;
var GAP = 6;
function frameOf(layout, { caption, legend, shares, below }) {
  const captionLines = wrapped(caption, layout.width - 2 * EDGE);
  const rows = legendRows(legend, layout.width - 2 * EDGE);
  const head = [
    ...captionLines.map((line4, index) => label(line4, { x: EDGE, y: ROW_HEIGHT * (index + 1), kind: "caption" })),
    ...rows.flatMap((row4, index) => legendRow(row4, ROW_HEIGHT * (captionLines.length + index + 1)))
  ];
  const top = ROW_HEIGHT * (captionLines.length + rows.length) + FONT_SIZE + GAP;
  const bottom = layout.height - ROW_HEIGHT - GAP - (below === void 0 ? 0 : ROW_HEIGHT);
  const axis = shareAxis(shares, Math.max(2, Math.floor((bottom - top) / (layout.height * SHARE_TICK_ROOM))));
  const left = EDGE + Math.max(...axis.ticks.map((tick) => textWidth(axis.format(tick)))) + GAP;
  const plot = { left, right: layout.width - 2 * EDGE, top, bottom };
  const y = scaleLinear(axis.domain, [bottom, top]).clamp(true);
  const ticks = axis.ticks.flatMap((tick) => [
    stroke([plot.left, y(tick)], [plot.right, y(tick)], { grid: true }),
    label(axis.format(tick), { x: plot.left - GAP, y: y(tick) + FONT_SIZE / 3, anchor: "end", kind: "tick" })
  ]);
  const foot = below === void 0 ? [] : [label(below, { x: plot.right, y: layout.height - GAP, anchor: "end", kind: "tick" })];
  return { plot, y, svg: [...head, ...ticks, ...foot].join("\n") };
}
var SHARE_TICK_ROOM = 0.13;
function shareAxis(shares, count3) {
  const finite2 = shares.filter(Number.isFinite).map((share3) => Math.max(-MOST, Math.min(MOST, share3 * 100)));
  const [low, high] = finite2.length === 0 ? [0, 100] : [Math.min(...finite2), Math.max(...finite2)];
  const [from, to] = high - low < LEAST_POINTS ? [low - LEAST_POINTS / 2, high + LEAST_POINTS / 2] : [low, high];
  const scale = scaleLinear([low === 0 ? 0 : from, low === 0 ? Math.max(high, LEAST_POINTS) : to], [0, 1]).nice(
    2 * count3
  );
  const ticks = scale.ticks(count3);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return {
    domain: scale.domain().map((value) => value / 100),
    ticks: ticks.map((tick) => tick / 100),
    format: (share3) => `${groupedDecimal((share3 * 100).toFixed(digits))} %`
  };
}
var LEAST_POINTS = 0.4;
var MOST = 1e6;
function groupedDecimal(number3) {
  const [whole3 = "", decimals] = number3.split(".");
  const text = decimals === void 0 ? grouped(whole3) : `${grouped(whole3)}.${decimals}`;
  return /[1-9]/.test(text) ? text : text.replace("-", "");
}
function baseline({ left, right, bottom }) {
  return `<g class="c-muted">${stroke([left, bottom], [right, bottom])}</g>`;
}
function ticksBelow(plot, ticks) {
  let free = Number.NEGATIVE_INFINITY;
  const shown5 = [baseline(plot)];
  for (const tick of ticks) {
    const half = textWidth(tick.label) / 2;
    const middle = Math.min(Math.max(tick.x, EDGE / 2 + half), plot.right + 2 * EDGE - EDGE / 2 - half);
    if (middle - half < free) continue;
    free = middle + half + TICK_GAP;
    shown5.push(`<g class="c-muted">${stroke([tick.x, plot.bottom], [tick.x, plot.bottom + 4])}</g>`);
    shown5.push(label(tick.label, { x: middle, y: plot.bottom + ROW_HEIGHT, anchor: "middle", kind: "tick" }));
  }
  return shown5.join("\n");
}
var TICK_GAP = 10;
var DAY_MS2 = 864e5;
function timeScale({ left, right }, instants) {
  const [first, last] = instants.length === 0 ? [0, 0] : [Math.min(...instants), Math.max(...instants)];
  const lacking = Math.max(0, LEAST_DAYS * DAY_MS2 - (last - first)) / 2;
  return scaleUtc([first - lacking, last + lacking], [left + INSET, right - INSET]);
}
var LEAST_DAYS = 4;
var INSET = 6;
function timeTicks(scale) {
  for (let many = MOST_TICKS; many > 2; many--) {
    const ticks = namedDays(scale, many);
    const hasRoom = ticks.every(({ x, label: name2 }, index) => {
      const next2 = ticks[index + 1];
      return next2 === void 0 || next2.x - x >= textWidth(name2) + TICK_GAP;
    });
    if (hasRoom && ticks.length > 0) return ticks;
  }
  return namedDays(scale, 2);
}
var MOST_TICKS = 10;
function namedDays(scale, many) {
  const days = scale.ticks(many).filter((date) => date.getTime() % DAY_MS2 === 0);
  const names = days.map((date) => date.toISOString().slice(0, 10));
  const kept = names.every((name2) => name2.endsWith("-01-01")) ? 4 : names.every((name2) => name2.endsWith("-01")) ? 7 : 10;
  return days.map((date, index) => ({ x: scale(date), label: (names[index] ?? "").slice(0, kept) }));
}
function legendRows(entries, width) {
  const rows = [];
  let used = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const room = entryWidth(entry);
    if (used + room > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(entry);
    used += room + 2 * GAP;
  }
  return rows;
}
function entryWidth({ label: text }) {
  return SAMPLE_WIDTH + GAP + textWidth(text);
}
function legendRow(entries, y) {
  let x = EDGE;
  return entries.flatMap((entry) => {
    const at = x;
    x += entryWidth(entry) + 2 * GAP;
    return [entry.sample(at, y - FONT_SIZE / 3), label(entry.label, { x: at + SAMPLE_WIDTH + GAP, y })];
  });
}
function wrapped(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || textWidth(longer) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
function nothingToShow(plot, words) {
  const lines = wrapped(words, plot.right - plot.left);
  const middle = (plot.top + plot.bottom) / 2 - (lines.length - 1) * ROW_HEIGHT / 2;
  return lines.map(
    (line4, index) => label(line4, { x: (plot.left + plot.right) / 2, y: middle + index * ROW_HEIGHT, anchor: "middle" })
  ).join("\n");
}
function box(left, top, right, bottom, paint) {
  return `<rect x="${fixed(left)}" y="${fixed(top)}" width="${fixed(right - left)}" height="${fixed(bottom - top)}" ${paint}/>`;
}

// src/report/charts/line-words.ts
function linePercent(line4) {
  return `${Number((line4 * 100).toFixed(2))} %`;
}

// src/report/charts/marks.ts
import {
  line as line2,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye
} from "d3-shape";
var DASHES = [null, "7 4", "2 3", "10 3 2 3", "5 2"];
var SHAPES = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolStar,
  symbolWye,
  symbolCross()
];
function seriesStyle(index) {
  return {
    color: SERIES_COLORS[index % SERIES_COLORS.length] ?? "1",
    dash: DASHES[index % DASHES.length] ?? null,
    shape: SHAPES[index % SHAPES.length] ?? symbolCircle
  };
}
function symbolCross() {
  return {
    draw(context, size) {
      const half = Math.sqrt(size) / 1.6;
      context.moveTo(-half, -half);
      context.lineTo(half, half);
      context.moveTo(-half, half);
      context.lineTo(half, -half);
    }
  };
}
var MARK_SIZE = 42;
function mark(style, x, y, { hollow = false, size = MARK_SIZE } = {}) {
  const path = symbol(style.shape, size).digits(2)() ?? "";
  const fill = hollow ? 'class="hollow"' : 'fill="currentColor"';
  return `<path transform="translate(${fixed(x)} ${fixed(y)})" d="${path}" ${fill} stroke="currentColor" stroke-width="1.5"/>`;
}
function polyline(style, places, width = 2) {
  const path = line2().defined((place) => place !== null).x((place) => place?.[0] ?? 0).y((place) => place?.[1] ?? 0).digits(2)(places);
  if (path === null) return "";
  return `<path d="${path}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linejoin="round"${dashed(style.dash)}/>`;
}
var MARK_ROOM = 14;
function markedLine(style, places) {
  let previous = Number.NEGATIVE_INFINITY;
  const last = places.findLast((place) => place !== null) ?? null;
  const marks = places.flatMap((place, index) => {
    if (place === null) return [];
    const isAlone = (places[index - 1] ?? null) === null && (places[index + 1] ?? null) === null;
    const hasRoom = place[0] - previous >= MARK_ROOM && (last === null || last[0] - place[0] >= MARK_ROOM);
    if (!(hasRoom || isAlone || place === last)) return [];
    previous = place[0];
    return [mark(style, ...place)];
  });
  return colored(style.color, polyline(style, places), ...marks);
}
function colored(color, ...parts) {
  const drawn = parts.filter((part3) => part3 !== "");
  return drawn.length === 0 ? "" : `<g class="c-${color}">${drawn.join("")}</g>`;
}
function lineEntry(label2, style) {
  const sample = (x, y) => colored(
    style.color,
    polyline(style, [
      [x, y],
      [x + SAMPLE_WIDTH, y]
    ]),
    mark(style, x + SAMPLE_WIDTH / 2, y)
  );
  return { label: label2, sample };
}
function ruleEntry(label2, { color, dash }) {
  return { label: label2, sample: (x, y) => colored(color, stroke([x, y], [x + SAMPLE_WIDTH, y], { dash, width: 2 })) };
}
function inTime(points3) {
  return points3.map((point) => ({ ...point, at: point.committedAt === null ? Number.NaN : Date.parse(point.committedAt) })).filter(({ at }) => Number.isFinite(at)).sort((a, b) => a.at - b.at);
}
function dayOf(instant) {
  return new Date(instant).toISOString().slice(0, 10);
}

// src/report/charts/backtest.ts
function backtestChart(series, options = {}) {
  const dated = series.map(({ line: line4, points: points3 }, index) => ({
    name: line4 === null ? "never retrained" : `retrained below ${linePercent(line4)}`,
    short: line4 === null ? "never" : linePercent(line4),
    style: seriesStyle(index),
    points: inTime(points3).map(({ at, freshness }) => ({ at, freshness: finite(freshness) }))
  }));
  return chartDocument(
    "backtest",
    {
      title: "Freshness under each retraining line",
      description: dated.length === 0 ? "Nothing was replayed." : dated.map(describe).join(" "),
      draw: (layout) => draw(dated, layout)
    },
    options
  );
}
function finite(value) {
  return value !== null && Number.isFinite(value) ? value : null;
}
function describe({ name: name2, points: points3 }) {
  const known = points3.flatMap(({ at, freshness }) => freshness === null ? [] : [{ at, freshness }]);
  const [first, last] = [known[0], known.at(-1)];
  const title2 = `${name2.charAt(0).toUpperCase()}${name2.slice(1)}`;
  if (first === void 0 || last === void 0) return `${title2}: freshness is not known.`;
  const values = known.map(({ freshness }) => freshness);
  const span = first.at === last.at ? dayOf(first.at) : `${dayOf(first.at)} to ${dayOf(last.at)}`;
  const range = `between ${tenths(Math.min(...values))} and ${tenths(Math.max(...values))}`;
  return `${title2}: ${range} at ${count2(known.length, "point")}, ${span}; ${tenths(last.freshness)} at the end.`;
}
function tenths(share3) {
  return `${(share3 * 100).toFixed(1)} %`;
}
function draw(series, layout) {
  const points3 = series.flatMap((one) => one.points);
  const values = points3.flatMap(({ freshness }) => freshness === null ? [] : [freshness]);
  const { plot, y, svg } = frameOf(layout, {
    caption: "Freshness, if retrained below …",
    legend: series.map(({ short, style }) => lineEntry(short, style)),
    shares: values.length === 0 ? [0, 1] : values
  });
  if (values.length === 0) return [svg, baseline(plot), nothingToShow(plot, "Freshness is not known yet")].join("\n");
  const x = timeScale(
    plot,
    points3.map(({ at }) => at)
  );
  const lines = series.map(
    (one) => markedLine(
      one.style,
      one.points.map(({ at, freshness }) => freshness === null ? null : [x(at), y(freshness)])
    )
  );
  return [svg, ...lines, ticksBelow(plot, timeTicks(x))].join("\n");
}

// src/report/charts/trade-off.ts
import { scaleLinear as scaleLinear2 } from "d3-scale";
import { symbolCircle as symbolCircle2, symbolSquare as symbolSquare2 } from "d3-shape";

// src/report/charts/label-places.ts
var NEAR = 9;
var STEP = 6;
function placeLabels(labels, taken, bounds) {
  const occupied = [...taken];
  return labels.map((label2) => {
    const isFree = (area2) => within2(area2, bounds) && !occupied.some((other) => overlap(area2, other));
    const place = besides(label2).find(isFree) ?? nearestFree(label2, bounds, isFree);
    if (place !== null) occupied.push(place);
    return place;
  });
}
function besides({ x, y, width, height }) {
  const around = (middle, centre) => areaAt(middle, centre, width, height);
  return [
    around(x + NEAR + width / 2, y),
    around(x - NEAR - width / 2, y),
    around(x, y - NEAR - height / 2),
    around(x, y + NEAR + height / 2)
  ];
}
function nearestFree({ x, y, width, height }, bounds, isFree) {
  let best2 = null;
  for (let middle = bounds.left + width / 2; middle <= bounds.right - width / 2; middle += STEP) {
    for (let centre = bounds.top + height / 2; centre <= bounds.bottom - height / 2; centre += STEP) {
      const distance2 = Math.hypot((middle - x) / 2, centre - y);
      const area2 = areaAt(middle, centre, width, height);
      if ((best2 === null || distance2 < best2.distance) && isFree(area2)) best2 = { area: area2, distance: distance2 };
    }
  }
  return best2?.area ?? null;
}
function areaAt(middle, centre, width, height) {
  return { left: middle - width / 2, right: middle + width / 2, top: centre - height / 2, bottom: centre + height / 2 };
}
function within2(inner, outer) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// src/report/charts/trade-off.ts
function tradeOffChart(rows, options = {}) {
  const known = rows.filter((row4) => Number.isFinite(row4.retrainings) && Number.isFinite(row4.meanFreshness));
  return chartDocument(
    "trade-off",
    {
      title: "Retrainings and the mean freshness that they keep",
      description: describe2(known),
      draw: (layout) => draw2(known, layout)
    },
    options
  );
}
function describe2(rows) {
  if (rows.length === 0) return "Nothing was replayed.";
  const told2 = rows.map(({ line: line4, retrainings, meanFreshness }) => {
    const kept = `${(meanFreshness * 100).toFixed(1)} % of freshness kept on average`;
    return line4 === null ? `${kept} without retraining` : `${kept} with ${count2(retrainings, "retraining")} below ${linePercent(line4)}`;
  });
  return `${list2(told2)}.`;
}
var RETRAINED = { color: "1", dash: null, shape: symbolCircle2 };
var NEVER = { color: "2", dash: null, shape: symbolSquare2 };
var LEGEND = [
  { label: "retrained below this freshness", sample: sampleOf(RETRAINED) },
  { label: "never", sample: sampleOf(NEVER) }
];
function sampleOf(style) {
  return (x, y) => drawnMark(style, x + SAMPLE_WIDTH / 2, y);
}
function drawnMark(style, x, y) {
  return colored(
    style.color,
    style === NEVER ? mark(style, x, y, { hollow: true, size: 3 * MARK_SIZE2 }) : mark(style, x, y)
  );
}
var MARK_SIZE2 = 42;
var HALF_MARK = 7;
function draw2(rows, layout) {
  const { plot, y, svg } = frameOf(layout, {
    caption: "Mean freshness kept",
    legend: rows.some(({ line: line4 }) => line4 === null) ? LEGEND : LEGEND.slice(0, 1),
    shares: rows.length === 0 ? [0, 1] : rows.map(({ meanFreshness }) => meanFreshness),
    below: "Retrainings →"
  });
  if (rows.length === 0) return [svg, baseline(plot), nothingToShow(plot, "Nothing was replayed")].join("\n");
  const most = Math.max(1, ...rows.map(({ retrainings }) => retrainings));
  const x = scaleLinear2([0, most], [plot.left + PADDING, plot.right - PADDING]);
  const points3 = rows.map((row4) => ({ ...row4, x: x(row4.retrainings), y: y(row4.meanFreshness) })).sort((a, b) => a.x - b.x || b.y - a.y || Number(a.line !== null) - Number(b.line !== null));
  const ticks = x.ticks(Math.max(2, Math.floor((plot.right - plot.left) / TICK_ROOM))).filter(Number.isInteger);
  return [
    svg,
    colored(
      "muted",
      polyline(
        { dash: "2 3" },
        points3.map((point) => [point.x, point.y]),
        1
      )
    ),
    ...points3.map(({ line: line4, ...place }) => {
      return drawnMark(line4 === null ? NEVER : RETRAINED, place.x, place.y);
    }),
    ...drawnLabels(points3, plot),
    ticksBelow(
      plot,
      ticks.map((tick) => ({ x: x(tick), label: String(tick) }))
    )
  ].join("\n");
}
var PADDING = 16;
var TICK_ROOM = 60;
function drawnLabels(points3, plot) {
  const groups2 = [];
  for (const point of points3) {
    const same = groups2.find(([first]) => first && Math.hypot(first.x - point.x, first.y - point.y) < HALF_MARK);
    if (same === void 0) groups2.push([point]);
    else same.push(point);
  }
  const wanted = groups2.flatMap((group) => {
    const [first] = group;
    if (first === void 0) return [];
    const text = firstFew(
      group.map(({ line: line4 }) => line4 === null ? "never" : linePercent(line4)),
      FEW
    );
    return [{ text, x: first.x, y: first.y, width: textWidth(text), height: FONT_SIZE + 2 }];
  });
  const marks = points3.map(
    ({ x, y }) => ({ left: x - HALF_MARK, right: x + HALF_MARK, top: y - HALF_MARK, bottom: y + HALF_MARK })
  );
  const places = placeLabels(wanted, marks, plot);
  return wanted.flatMap(({ text, x, y }, index) => {
    const place = places[index];
    if (place === void 0 || place === null) return [];
    const [middle, centre] = [(place.left + place.right) / 2, (place.top + place.bottom) / 2];
    const isFar = Math.hypot(Math.max(place.left - x, 0, x - place.right), Math.max(place.top - y, 0, y - place.bottom)) > FAR;
    const leader = isFar ? [colored("muted", stroke([x, y], [middle, centre]))] : [];
    return [...leader, label(text, { x: middle, y: place.bottom - 4, anchor: "middle" })];
  });
}
var FEW = 4;
var FAR = 14;

// src/cli/chart-files.ts
import { join as join9 } from "node:path";
async function writeCharts(folder, charts) {
  for (const [name2, svg] of Object.entries(charts)) {
    const path = join9(folder, name2);
    await makeParentFolder(path);
    await writeOutput(path, svg);
    process.stderr.write(`wrote ${path}
`);
  }
}

// src/cli/every.ts
var UNITS = { d: "days", w: "weeks", m: "months" };
function parseEvery(text) {
  if (text === "merge") return "merge";
  const [, number3, letter] = /^([1-9]\d{0,2})([dwm])$/.exec(text) ?? [];
  if (letter === "d" || letter === "w" || letter === "m") return { count: Number(number3), unit: UNITS[letter] };
  throw new ExpectedFailure(
    "bad-setting",
    `--every does not take ${JSON.stringify(text)}`,
    "Give days, weeks or months (10d, 1w, 2w, 1m), or merge for every commit on the line of first parents."
  );
}
function parseLines(text) {
  const lines = text.split(",").map((typed) => /^(?:0?\.\d+|1(?:\.0+)?)$/.test(typed.trim()) ? Number(typed) : 0);
  if (lines.every((line4) => line4 > 0)) return [...new Set(lines)];
  throw new ExpectedFailure(
    "bad-setting",
    `--retrain-at does not take ${JSON.stringify(text)}`,
    "Give freshnesses above 0 and up to 1 with commas between, such as 0.95,0.9,0.85."
  );
}

// src/cli/present.ts
import { extname as extname2 } from "node:path";

// src/report/csv.ts
import { stringify } from "csv-stringify/sync";
var COLUMNS = [
  "id",
  "path",
  "line",
  "package",
  "kind",
  "size",
  "length",
  "contender",
  "outcome",
  "distance",
  "similarity",
  "exact",
  "parses",
  "detail"
];
function renderCsv(report2) {
  const rows = report2.methods.flatMap(
    (method) => method.answers.map((answer, at) => rowOf(method, report2.contenders[at]?.name ?? "", answer))
  );
  return stringify([COLUMNS, ...rows], { escape_formulas: true });
}
function rowOf(method, contender2, answer) {
  const { id, path, line: line4, kind, size, length } = method;
  return [id, path, line4, method.package, kind, size, length, contender2, ...cellsOf(answer)];
}
function cellsOf(answer) {
  if (answer === null) return ["unasked", "", "", "", "", ""];
  const { distance: distance2, similarity: similarity3, exact, parses, failure } = answer;
  const outcome = failure === null ? "scored" : failure.reason;
  return [outcome, distance2 ?? "", similarity3 ?? "", Number(exact), Number(parses), failure?.detail ?? ""];
}

// src/report/schema.ts
import { z as z22 } from "zod";

// src/report/schema/asking.ts
import { z as z13 } from "zod";

// src/report/schema/scores.ts
import { z as z12 } from "zod";
var scores = {
  errorRate: z12.number().nullable().describe("Mean Levenshtein distance, in UTF-16 code units; null where there is nothing to take a mean of."),
  similarity: z12.number().nullable().describe("Mean of 1 − distance / max(|a|, |b|), in [0, 1]; null where there is nothing to take a mean of."),
  recovery: z12.number().nullable().describe(
    "Share of what was erased that came back: 0 where a stub starts, 1 when all is back, negative when worse; null where nothing was erased."
  )
};
var fileSummarySchema = z12.object({ count: z12.int().nonnegative().describe("Files compared, those without bodies included."), ...scores }).meta({
  id: "FileSummary",
  title: "Means over files",
  description: "Whole files compared; a failed method stands in its file as a stub."
});
var methodSummarySchema = z12.object({
  count: z12.int().nonnegative().describe("Eligible methods: scored and failed."),
  scored: z12.int().nonnegative().describe("Methods for which the model wrote a body; the means are over these."),
  failed: z12.int().nonnegative().describe("Methods for which there is no usable answer."),
  ...scores,
  withFailuresAsStubs: z12.object(scores).describe(
    "The same means over all eligible methods, each failed one counted as its stub. These decide verdicts."
  )
}).meta({
  id: "MethodSummary",
  title: "Means over methods",
  description: "Method bodies compared, each with its braces."
});
var summarySchema = z12.object({ files: fileSummarySchema, methods: methodSummarySchema }).meta({
  id: "Summary",
  title: "Summary",
  description: "Means over files and over methods; the two are not comparable."
});
var fileRowSchema = z12.object({
  id: z12.string().describe("The path."),
  distance: z12.int().nonnegative().describe("Levenshtein distance, in UTF-16 code units."),
  similarity: z12.number().describe("1 − distance / max(|a|, |b|), in [0, 1].")
}).meta({ id: "FileRow", title: "File", description: "One file, compared with itself as the model wrote it." });
var methodId = z12.string().meta({
  id: "MethodId",
  title: "Method id",
  description: "`path#Outer.Inner.name(ParamType,…)`; constructors are named `<init>`."
});
var failureSchema = z12.object({
  reason: z12.enum(["refused", "timed-out", "cut-off", "does-not-parse", "does-not-fit", "missing", "error"]).describe("Why."),
  detail: z12.string().describe("One line for people.")
}).nullable().describe("Why there is no usable answer; null when there is one.");
var methodRow = {
  id: methodId,
  path: z12.string().describe("The file, relative to the root of the repository."),
  line: z12.int().positive().describe("Line of the name, from 1."),
  distance: z12.int().nonnegative().nullable().describe("Levenshtein distance of the bodies, in UTF-16 code units; null when there is no usable answer."),
  similarity: z12.number().nullable().describe("1 − distance / max(|a|, |b|) of the bodies, in [0, 1]; null when there is no usable answer."),
  failure: failureSchema,
  confidence: z12.number().nullable().describe("What the model expected its similarity to be, in [0, 1]; null when it does not say.")
};
var methodRowSchema = z12.object(methodRow).meta({ id: "MethodRow", title: "Method", description: "One method, compared with itself as the model wrote it." });
var sampleRequest = {
  size: z12.int().positive().describe("How many methods were asked for."),
  seed: z12.int().describe("The same seed draws the same methods.")
};

// src/report/schema/asking.ts
var counted = z13.int().nonnegative();
var moneySchema = z13.object({ amount: z13.number().nonnegative().describe("The amount."), currency: z13.string().describe("ISO 4217.") }).meta({ id: "Money", title: "Money", description: "An amount of money." });
var usageSchema = z13.object({
  calls: counted.describe("Requests that a server answered, and answers that the cache had."),
  cacheHits: counted.describe("The latter alone."),
  promptTokens: counted.nullable().describe("Of all answers, cached ones too; null where the server did not count."),
  completionTokens: counted.nullable().describe("The same of what was answered."),
  cost: moneySchema.nullable().describe("By the model’s price, of the answers that were not cached; null where no price is known."),
  answeredAs: z13.array(z13.string()).describe("Names that the server answered under, where they are not the one asked for.")
}).meta({ id: "Usage", title: "Usage", description: "What the answers of a language model took." });
var usage = {
  usage: usageSchema.exactOptional().describe("What asking took; absent for a model that costs nothing.")
};
var asking = {
  ...usage,
  unasked: z13.array(methodId).exactOptional().describe("Methods for which the budget did not suffice: counted nowhere. Absent when every one was asked for.")
};
var budgetSchema = z13.object({
  methods: counted.nullable().describe("Methods asked for, at most."),
  tokens: counted.nullable().describe("Tokens of prompts and answers together, at most."),
  cost: z13.number().nonnegative().nullable().describe("Money, in the currency of the model’s price, at most.")
}).meta({ id: "Budget", title: "Budget", description: "What a run may use; null for no bound." });
var modelEstimateSchema = z13.object({
  model: modelCardSchema,
  methods: counted.describe("How many methods it would write."),
  isFree: z13.boolean().describe("Whether it costs nothing, as the embedded model does."),
  tooLong: counted.describe("Methods whose prompt does not fit the window."),
  calls: counted.describe("Different requests."),
  cached: counted.describe("Those of them that the cache can answer."),
  promptTokens: counted.describe("Tokens of the prompts that the cache cannot answer."),
  completionTokens: counted.describe("Tokens of their answers, at most."),
  cost: moneySchema.nullable().describe("At most; null where no price is known."),
  budget: budgetSchema,
  withinBudget: counted.nullable().describe("For how many methods the budget suffices, at least; null without one.")
}).meta({ id: "ModelEstimate", title: "Estimate", description: "What asking one model would take." });
var estimateReportSchema = z13.object({
  schemaVersion: z13.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z13.literal("estimate").describe("The job that made the report."),
  command: z13.string().describe("The command that would ask."),
  models: z13.array(modelEstimateSchema).describe("In the order in which they would be asked.")
}).meta({ id: "EstimateReport", title: "Dry run", description: "What a run would ask, and what that would take." });

// src/report/schema/backtest.ts
import { z as z17 } from "zod";

// src/report/schema/base.ts
import { z as z14 } from "zod";
var revisionLabelSchema = z14.object({
  name: z14.string().describe("What the user called it."),
  revision: z14.string().describe("Commit hash, or WORKTREE for the files as they lie on disk.")
}).meta({ id: "Revision", title: "Revision", description: "A state of the repository." });
var leftOutSchema = z14.object({
  reason: z14.enum(["test", "generated", "vendored", "empty-body"]).describe("Why."),
  methods: z14.int().nonnegative().nullable().describe("Methods left out; null when whole files were left out unread."),
  files: z14.int().nonnegative().describe("Whole files left out.")
}).meta({ id: "LeftOut", title: "Left out", description: "What was not scored, for one reason." });
var noteSchema = z14.object({
  path: z14.string().describe("The file."),
  kind: z14.enum(["partly-parsed", "not-utf-8", "binary", "missing", "too-large"]).describe(
    "partly-parsed: what did not parse has no methods here. not-utf-8: read as Latin-1. The others were not read."
  ),
  lines: z14.array(z14.int().positive()).describe("Lines from 1, for partly-parsed; empty otherwise.")
}).meta({ id: "Note", title: "Note", description: "Something about a file that a reader of the numbers should know." });
function reportBase(kind) {
  return {
    schemaVersion: z14.literal(1).describe("Version of this form; a change that breaks readers raises it."),
    kind: z14.literal(kind).describe("The job that made the report."),
    summary: summarySchema.describe("What came back."),
    stub: summarySchema.describe("The same summary with every body erased: where a model starts."),
    leftOut: z14.array(leftOutSchema).describe("What was not scored, by reason."),
    notes: z14.array(noteSchema).describe("Files that could not be read in full."),
    files: z14.array(fileRowSchema).describe("The files compared, by path.")
  };
}

// src/report/schema/gain.ts
import { z as z15 } from "zod";
var number = z15.int().nonnegative();
var similarity2 = z15.number();
var gainIntervalSchema = z15.object({ low: z15.number().describe("Its lower end."), high: z15.number().describe("Its upper end.") }).meta({ id: "GainInterval", title: "Interval", description: "A 95 % interval." });
var gainEstimateSchema = z15.object({
  changes: number.describe("Changed methods."),
  commits: number.describe("Commits that they changed in."),
  inUse: similarity2.nullable().describe("Mean similarity of the model in use, failures as stubs."),
  fresh: similarity2.nullable().describe("Mean similarity of the model trained just before, failures as stubs."),
  gain: z15.number().nullable().describe("The latter minus the former, in similarity; null without changes."),
  interval: gainIntervalSchema.nullable().describe("Of the gain, over commits (delete-one-commit jackknife); null for fewer than two commits."),
  helped: number.describe("Changes that the model trained just before wrote closer."),
  hurt: number.describe("Changes that it wrote less close."),
  same: number.describe("Changes that both wrote equally close."),
  inUseFailed: number.describe("Changes that the model in use failed on."),
  freshFailed: number.describe("Changes that the model trained just before failed on.")
}).meta({ id: "GainEstimate", title: "Gain", description: "How much closer a model trained just before comes." });
var gainStatementSchema = z15.discriminatedUnion("kind", [
  z15.object({
    kind: z15.literal("would-help").describe("The interval is above 0, the gain at least what is asked for.")
  }),
  z15.object({ kind: z15.literal("would-not-help").describe("The interval is below what is asked for.") }),
  z15.object({
    kind: z15.literal("unsure").describe("Neither can be said."),
    reason: z15.enum(["too-few-changes", "too-few-commits", "interval-too-wide"]).describe("Why not.")
  })
]).meta({ id: "GainStatement", title: "Statement", description: "Whether training again would help." });
var gainRowSchema = z15.object({
  commit: z15.string().describe("The commit that changed the method."),
  id: z15.string().describe("Its MethodId after the change."),
  change: z15.enum(["added", "modified", "renamed", "moved"]).describe("What the commit did to it."),
  inUse: similarity2.describe("Similarity of what the model in use wrote; of the stub where it failed."),
  fresh: similarity2.describe("Similarity of what the model trained just before wrote; of the stub where it failed."),
  inUseFailed: z15.boolean().describe("Whether the model in use failed."),
  freshFailed: z15.boolean().describe("Whether the model trained just before failed.")
}).meta({ id: "GainRow", title: "Changed method", description: "One changed method, written by both models." });
var windowSchema = z15.object({
  days: number.describe("How many days before the head were asked for."),
  limit: z15.enum(["days", "training", "shallow-clone", "unknown-training"]).describe(
    "Why the window begins where it does. unknown-training: nobody knows what the model was trained on, so it may have learned some of the changes."
  ),
  from: z15.string().nullable().describe("Day of the first commit; null when there is none."),
  until: z15.string().nullable().describe("Day of the last commit; null when there is none."),
  commits: number.describe("Commits on the line of first parents."),
  commitsWithCode: number.describe("Those at which main sources differ.")
});
var gainReportSchema = z15.object({
  schemaVersion: z15.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z15.literal("gain").describe("The job that made the report."),
  protocol: z15.literal("in-place").describe("One method is erased at a time."),
  head: revisionLabelSchema.describe("Where the window ends."),
  model: modelCardSchema.nullable().describe("The model in use; null when no code changed."),
  modelOrigin: z15.enum(["kept", "made-at-revision", "made-at-window-start"]).describe(
    "kept: by train. made-at-revision: the embedded model, made for this report as a shadow at the revision that was asked for. made-at-window-start: the same where the window begins, since no model is kept."
  ),
  window: windowSchema.describe("The piece of history that was replayed."),
  fresh: z15.object({
    trainings: number.describe("How often it was trained on the way."),
    commitsBehind: number.describe("Commits with code between its training and a change, at most."),
    daysBehind: z15.number().describe("Days between its training and a change, at most.")
  }).describe("The model trained just before each change."),
  policy: z15.object({
    leastGain: z15.number().describe("The gain, in similarity, from which training again is worth it."),
    leastChanges: number.describe("Changes without which nothing is said.")
  }).describe("What the statement was made by."),
  statement: gainStatementSchema,
  all: gainEstimateSchema.describe("Over all changed methods."),
  modified: gainEstimateSchema.describe("Over those that were there before: modified, renamed or moved."),
  added: gainEstimateSchema.describe("Over new methods."),
  leftOut: z15.array(leftOutSchema).describe("What was not scored, by reason, over all commits."),
  notes: z15.array(noteSchema).describe("Files that could not be read in full."),
  methods: z15.array(gainRowSchema).describe("The changed methods, by commit, the oldest first, then by id."),
  ...usage
}).meta({ id: "GainReport", title: "Retraining gain", description: "Whether training again would help." });

// src/report/schema/update.ts
import { z as z16 } from "zod";
var counted2 = z16.int().nonnegative();
var estimateFields = {
  value: z16.number().describe("The value, or its estimate where a part alone was scored."),
  margin: z16.number().nullable().describe("Half the width of the 95 % interval; null where everything was scored, which leaves nothing to chance.")
};
var part2 = (units) => z16.object({
  units: counted2.describe(units),
  points: z16.number().describe("Percentage points by which they moved freshness away from 100 %.")
});
var freshnessSchema2 = z16.object({
  ...estimateFields,
  parts: z16.object({
    unchanged: part2("Methods with the code that was trained on, wherever they stand now.").describe("As trained."),
    modified: part2("Methods with another code, name or parameters.").describe("Changed since training."),
    new: part2("Methods that came after training.").describe("New since training."),
    deleted: part2("Trained methods that are no more.").describe("Deleted since training.")
  }).describe("What moved it; the points add up to the whole movement from 100 %.")
}).meta({
  id: "Freshness",
  title: "Freshness",
  description: "Mean similarity of all methods now, divided by the same on the day of training; 1 is as on that day."
});
var ledgerRevision = z16.object({
  revision: z16.string().describe("Commit hash."),
  committedAt: z16.string().nullable().describe("When it was committed, ISO 8601.")
});
var ledgerPointSchema = z16.object({
  ...ledgerRevision.shape,
  freshness: z16.number().describe("Freshness there; 1 is as on the day of training."),
  margin: z16.number().nullable().describe("Half the width of its 95 % interval; null where everything was scored."),
  units: counted2.describe("Methods in the ledger.")
}).meta({ id: "LedgerPoint", title: "Point", description: "Where the ledger stood after one update." });
var verdictSchema = z16.discriminatedUnion("kind", [
  z16.object({
    kind: z16.literal("fresh").describe("At or above the line."),
    reason: z16.literal("at-or-above-line").describe("Why.")
  }),
  z16.object({ kind: z16.literal("stale").describe("Below the line."), reason: z16.literal("below-line").describe("Why.") }),
  z16.object({
    kind: z16.literal("unknown").describe("Nobody can tell."),
    reason: z16.enum(["no-units", "knew-nothing", "sample-too-small"]).describe(
      "no-units: no method is left. knew-nothing: the model wrote nothing right on the day of training. sample-too-small: the line lies within the interval."
    )
  })
]);
var ledgerSummarySchema = z16.object({
  trainedAt: ledgerRevision.describe("What the model was trained on."),
  line: z16.number().describe("Freshness from which the policy calls a model fresh."),
  verdict: verdictSchema.describe("What the policy makes of it."),
  units: counted2.describe("Methods in the ledger."),
  scored: counted2.describe("How many of them have a score."),
  failed: counted2.describe("How many of the scored have no usable answer; each counts as its stub."),
  now: z16.object(estimateFields).nullable().describe("Mean similarity over all methods; null where there is none."),
  baseline: z16.object({ ...estimateFields, units: counted2.describe("Methods on that day.") }).describe("Mean similarity on the day of training."),
  freshness: freshnessSchema2.nullable().describe("Null where no method is left, or nothing was known on the day of training."),
  history: z16.array(ledgerPointSchema).describe("Where it stood, in the order of the updates: the last 30 points.")
}).meta({ id: "Ledger", title: "Ledger", description: "The last known in-place scores of all methods, summed up." });
var updateReportSchema = z16.object({
  ...reportBase("update"),
  protocol: z16.literal("in-place").describe("One body erased at a time, everything else as it stands."),
  route: z16.enum(["by-difference", "by-body", "already-there", "already-later", "budget-spent"]).describe(
    "by-difference: from the files that differ. by-body: the old revision is gone, so that methods were told by their bodies. already-there, already-later: nothing was to be done. budget-spent: the budget did not suffice, and the ledger was left where it stood."
  ),
  from: revisionLabelSchema.describe("Where the ledger stood before."),
  to: revisionLabelSchema.describe("Where it stands now."),
  model: modelCardSchema,
  sample: z16.object(sampleRequest).nullable().describe("The sample that the ledger began with; null when every method was scored."),
  units: z16.object({
    kept: counted2.describe("Methods that kept their place and their score."),
    moved: counted2.describe("Methods that kept their score in another place."),
    scored: counted2.describe("Methods that were scored now: new and changed ones."),
    deleted: counted2.describe("Methods that left.")
  }).describe("What became of the methods."),
  ledger: ledgerSummarySchema,
  methods: z16.array(methodRowSchema).describe("The methods scored by this update, by id."),
  ...asking
}).meta({ id: "UpdateReport", title: "Update", description: "The ledger, brought to a later revision." });

// src/report/schema/backtest.ts
var counted3 = z17.int().nonnegative();
var backtestGainSchema = z17.object({
  changes: counted3.describe("Changed methods."),
  states: counted3.describe("States at which they were found."),
  gain: z17.number().nullable().describe("Mean difference in similarity; null without changes."),
  interval: gainIntervalSchema.nullable().describe("Of the gain, over states; null for fewer than two."),
  statement: gainStatementSchema
}).meta({
  id: "BacktestGain",
  title: "Gain",
  description: "How much closer one model came to some changes than another."
});
var moment = {
  revision: z17.string().describe("Commit hash."),
  committedAt: z17.string().describe("ISO 8601; where dates go back along the line, that of the commit before it.")
};
var pointSchema = z17.object({
  ...moment,
  units: counted3.describe("Methods."),
  scored: counted3.describe("Methods scored for this state."),
  freshness: freshnessSchema2.nullable().describe("Null where no method is left."),
  similarity: z17.object(estimateFields).nullable().describe("Mean similarity over all methods."),
  gain: backtestGainSchema.describe(
    "By how much a model trained at the state before each change came closer than the one in use: over the changes of the window that ends here, those since the training."
  )
}).meta({ id: "BacktestPoint", title: "State", description: "A model and its ledger at one state of the project." });
var trainingSchema = z17.object({
  ...moment,
  days: z17.number().describe("Days since the training before."),
  freshness: z17.number().describe("The freshness that asked for it."),
  gain: backtestGainSchema.describe("The gain of the window at that moment, as a team would have seen it."),
  brought: backtestGainSchema.describe(
    "By how much the new model came closer than the old one, over the changes until the next training."
  )
}).meta({ id: "BacktestTraining", title: "Training", description: "A moment at which a line asked for it." });
var outcomeSchema = z17.object({
  line: z17.number().nullable().describe("Trained again below this freshness; null: never."),
  trainings: z17.array(trainingSchema).describe("When, the oldest first."),
  course: z17.array(
    z17.object({
      committedAt: z17.string().describe("ISO 8601."),
      freshness: z17.number().nullable().describe("1 is as on the day of training; null where no method is left.")
    })
  ).describe("Freshness at every state, and once more, of the new model, at those where one was trained."),
  meanFreshness: z17.number().nullable().describe("Over time, straight lines from state to state, a training taking effect at once."),
  meanSimilarity: z17.number().nullable().describe("The same of the mean similarity over all methods."),
  lowestFreshness: z17.number().nullable().describe("At any state, before a training."),
  gain: backtestGainSchema.describe(
    "What is left to gain: by how much a model trained at the state before each change came closer, over all changes."
  ),
  scored: counted3.describe("Methods scored, where a training began its ledger and on the way.")
}).meta({ id: "BacktestOutcome", title: "Outcome", description: "What came of training again below a line." });
var backtestReportSchema = z17.object({
  schemaVersion: z17.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z17.literal("backtest").describe("The job that made the report."),
  protocol: z17.literal("in-place").describe("One method is erased at a time."),
  model: z17.literal("embedded").describe("The model that was trained, again and again."),
  trainAt: revisionLabelSchema.describe("Where it was trained first."),
  until: revisionLabelSchema.describe("Where the history ends."),
  every: z17.object({
    count: z17.int().positive().describe("How many."),
    unit: z17.enum(["days", "weeks", "months", "merges"]).describe("Of what; merges: commits on the first parents.")
  }).describe("How far two states lie apart; the last commit of each stretch counts."),
  span: z17.object({
    states: counted3.describe("After the trained one."),
    from: z17.string().describe("When the trained state was reached, ISO 8601."),
    until: z17.string().describe("When the last one was."),
    days: z17.number().describe("Days between them.")
  }).describe("The history that was replayed."),
  sample: z17.object(sampleRequest).nullable().describe("What was scored where a model was trained; null when every method was."),
  windowDays: counted3.describe("Days of changes over which the gain at a moment is measured."),
  policy: z17.object({
    leastGain: z17.number().describe("The gain, in similarity, from which training again is worth it."),
    leastChanges: counted3.describe("Changes without which nothing is said.")
  }).describe("What the statements were made by."),
  statesBehind: counted3.describe(
    "States between the training of the model anew and the change that it wrote, at most; 0 where it was trained for each."
  ),
  points: z17.array(pointSchema).describe("The model that was never trained again, from its training on."),
  outcomes: z17.array(outcomeSchema).describe("Never trained again, then by line, the lowest first.")
}).meta({ id: "BacktestReport", title: "Backtest", description: "Freshness and retraining over a replayed history." });

// src/report/schema/check.ts
import { z as z18 } from "zod";
var VERDICTS = ["reproduced", "outdated", "ambiguous", "familiar", "unfamiliar"];
var checkRowSchema = z18.object({
  ...methodRow,
  change: z18.enum(["added", "modified", "renamed", "moved"]).describe("renamed: another name or other parameters. moved: the same signature in another type or file."),
  previousId: methodId.nullable().describe("The id before the change, where it was another."),
  similarityToPrevious: z18.number().nullable().describe(
    "Similarity of what the model wrote to the body before the change, in [0, 1]; null for an added method or without a usable answer."
  ),
  verdict: z18.enum(VERDICTS).nullable().describe(
    "The first that fits; null when the regeneration failed. reproduced: the same tokens. outdated: closer to the code before the change. ambiguous: its answers disagree. familiar: similar enough for the policy. unfamiliar: the rest."
  ),
  knewPrevious: z18.boolean().nullable().describe(
    "Whether the model could write the body before the change as well as the policy asks; null for an added method, and when the model failed there."
  )
}).meta({
  id: "CheckRow",
  title: "Changed method",
  description: "One method of the change, and how the model stands to it."
});
var counted4 = z18.int().nonnegative();
var checkReportSchema = z18.object({
  ...reportBase("check"),
  protocol: z18.literal("in-place").describe("One body erased at a time, everything else as it stands."),
  base: revisionLabelSchema.describe("Where the change starts."),
  head: revisionLabelSchema.describe("Where the change ends."),
  model: modelCardSchema.nullable().describe("Who wrote the methods again; null when no method changed, so that no model was asked."),
  modelOrigin: z18.enum(["trained", "trained-later", "trained-on-base"]).nullable().describe(
    "trained: before the change, and kept. trained-later: at a state that is not before the change, so that it may have learned it. trained-on-base: on the spot from the base; it shows what the change moves, not how old a model is."
  ),
  policy: z18.object({
    familiar: z18.number().describe("Similarity from which an answer counts as familiar, in [0, 1]."),
    ambiguous: z18.number().describe("Disagreement of the answers above which a verdict is ambiguous, in [0, 1]."),
    countCosmetic: z18.boolean().describe("Whether changes of white space and comments alone count as changes.")
  }).describe("What the verdicts were judged by."),
  verdicts: z18.object({
    reproduced: counted4.describe("Methods written with the same tokens."),
    outdated: counted4.describe("Methods of which the model restores the old code."),
    ambiguous: counted4.describe("Methods on which the model’s answers disagree."),
    familiar: counted4.describe("Methods written much as they are."),
    unfamiliar: counted4.describe("Changed methods that the model writes otherwise; added ones are newToIt."),
    newToIt: counted4.describe("Added methods that the model writes otherwise."),
    failed: counted4.describe("Methods without a usable answer.")
  }).describe("How many methods have each verdict; together all of them."),
  methods: z18.array(checkRowSchema).describe("The changed methods, by id."),
  cosmetic: z18.array(methodId).describe("Methods of which white space or comments alone changed."),
  moved: z18.array(z18.object({ id: methodId, previousId: methodId.describe("The id before the change.") })).describe("Methods that moved to another file or type with the same tokens."),
  deleted: z18.array(methodId).describe("Methods that are no more."),
  ...asking
}).meta({
  id: "CheckReport",
  title: "Check",
  description: "Which of the methods that a change touched the model still knows."
});

// src/report/schema/compare.ts
import { z as z19 } from "zod";

// src/core/method-class.ts
var METHOD_CLASSES = ["constructor", "accessor", "override", "other"];
var SIZE_BANDS = ["up to 3 lines", "4 to 10 lines", "11 to 30 lines", "over 30 lines"];
function methodClassOf(unit, body) {
  if (unit.kind !== "method") return "constructor";
  if (isGetter(unit, body) || isSetter(unit, body)) return "accessor";
  return unit.modifiers.some((modifier) => OVERRIDE.test(modifier)) ? "override" : "other";
}
var OVERRIDE = /^@\s*(?:java\s*\.\s*lang\s*\.\s*)?Override\b/;
var FIELD = "(?:this \\. )?(?<field>#)";
var GETTER = new RegExp(`^\\{ return ${FIELD} ; \\}$`);
var SETTER = new RegExp(`^\\{ ${FIELD} = (?<value>#) ; (?:return this ; )?\\}$`);
function shapeOf2(tokens3) {
  return tokens3.map(({ kind, text }) => kind === "identifier" ? "#" : text).join(" ");
}
function isGetter({ parameters }, body) {
  return parameters.length === 0 && GETTER.test(shapeOf2(significant(body)));
}
function isSetter({ parameters }, body) {
  const [parameter, ...others] = parameters;
  if (parameter === void 0 || others.length > 0) return false;
  const tokens3 = significant(body);
  if (!SETTER.test(shapeOf2(tokens3))) return false;
  const value = tokens3.filter(({ kind }) => kind === "identifier").at(1);
  return value?.text === parameter.name;
}
function sizeBandOf(body) {
  const lines = body.split(/\r\n|\n|\r/).length;
  if (lines <= 3) return "up to 3 lines";
  if (lines <= 10) return "4 to 10 lines";
  return lines <= 30 ? "11 to 30 lines" : "over 30 lines";
}

// src/report/schema/compare.ts
var number2 = z19.int().nonnegative();
var shard = {
  index: z19.int().positive().describe("Which part, from 1."),
  count: z19.int().positive().describe("Of how many.")
};
var intervalSchema = z19.object({ low: z19.number().describe("Its lower end."), high: z19.number().describe("Its upper end.") }).meta({ id: "BootstrapInterval", title: "Interval", description: "A 95 % interval, by the bootstrap over files." });
var interval = (what) => intervalSchema.nullable().describe(`${what}; null for fewer than two files.`);
var scoreIntervals = z19.object({
  errorRate: interval("Of the error rate"),
  similarity: interval("Of the similarity"),
  recovery: interval("Of the recovery")
}).meta({
  id: "ScoreIntervals",
  title: "Intervals",
  description: "How far the means may lie from those of everything."
});
var pairedSchema = z19.object({
  methods: number2.describe("Methods that both were asked for."),
  similarity: z19.number().nullable().describe("Mean difference of their similarities; above 0 the contender is closer."),
  errorRate: z19.number().nullable().describe("Mean difference of their distances; below 0 the contender is closer."),
  won: number2.describe("Methods that the contender wrote closer, by similarity."),
  tied: number2.describe("Methods that both wrote equally close."),
  lost: number2.describe("Methods that the baseline wrote closer."),
  intervals: z19.object({
    similarity: interval("Of the difference of similarities"),
    errorRate: interval("Of the difference of distances")
  }).nullable().describe("Null when every method was scored.")
}).meta({
  id: "PairedDifference",
  title: "Difference",
  description: "Contender minus baseline, method by method, failures as stubs."
});
var contenderSchema = z19.object({
  name: z19.string().describe("What it is called here; unique."),
  kind: z19.enum(["stub", "model", "tree"]).describe("Every body erased, a model, or a tree that anything else wrote."),
  model: modelCardSchema.nullable().describe("Of a model; null otherwise."),
  directory: z19.string().nullable().describe("Of a tree; null otherwise."),
  ...usage,
  answeringMs: z19.number().nonnegative().nullable().describe("What its answers took one after the other, in milliseconds; null where no language model was asked."),
  summary: summarySchema.describe("What came back."),
  exact: number2.describe("Methods that came back with the same tokens."),
  parses: number2.describe("Methods for which it wrote one body of the language."),
  unasked: number2.describe("Methods for which the budget did not suffice: counted nowhere else."),
  intervals: z19.object({
    files: scoreIntervals.describe("Of the means over files."),
    methods: scoreIntervals.describe("Of the means over methods, failures as stubs.")
  }).nullable().describe("Null when every method was scored."),
  paired: pairedSchema.nullable().describe("Against the baseline; null for the baseline itself.")
}).meta({ id: "Contender", title: "Contender", description: "One of those that are compared." });
var groupSchema = z19.object({
  by: z19.enum(["kind", "size", "package"]).describe("What the methods have in common."),
  name: z19.string().describe("Which kind, size or package."),
  methods: number2.describe("How many methods."),
  contenders: z19.array(
    z19.object({
      count: number2.describe("Methods that it was asked for."),
      failed: number2.describe("Those that it failed on."),
      exact: number2.describe("Those that came back with the same tokens."),
      ...scores
    })
  ).describe("Means over methods, failures as stubs, in the order of the contenders.")
}).meta({ id: "MethodGroup", title: "Group", description: "Methods of one kind, size or package." });
var answerSchema2 = z19.object({
  distance: number2.nullable().describe("Levenshtein distance of the bodies; null when it failed."),
  similarity: z19.number().nullable().describe("Similarity of the bodies, in [0, 1]; null when it failed."),
  exact: z19.boolean().describe("Whether the tokens are the same."),
  parses: z19.boolean().describe("Whether it is one body of the language."),
  failure: failureSchema
}).meta({ id: "ComparedAnswer", title: "Answer", description: "What one contender made of one method." });
var methodSchema = z19.object({
  id: methodId,
  path: z19.string().describe("The file, relative to the root."),
  line: z19.int().positive().describe("Line of the name, from 1."),
  package: z19.string().describe("Its package; empty for the unnamed one."),
  kind: z19.enum(METHOD_CLASSES).describe("accessor: by its tokens, returns or assigns a field and nothing else. override: by its annotation."),
  size: z19.enum(SIZE_BANDS).describe("Lines of its body."),
  length: number2.describe("Length of its body with its braces, in UTF-16 code units."),
  answers: z19.array(answerSchema2.nullable()).describe("In the order of the contenders; null for one not asked.")
}).meta({ id: "ComparedMethod", title: "Method", description: "One method, as every contender wrote it." });
var fileSchema = z19.object({
  id: z19.string().describe("The path."),
  answers: z19.array(
    z19.object({
      distance: number2.describe("Levenshtein distance of the file, in UTF-16 code units."),
      similarity: z19.number().describe("Similarity of the file, in [0, 1]."),
      erased: number2.describe("Characters that were erased before it wrote.")
    }).nullable()
  ).describe("In the order of the contenders; null for one that was asked for none of its methods.")
}).meta({ id: "ComparedFile", title: "File", description: "One file, as every contender wrote it." });
var compareReportSchema = z19.object({
  schemaVersion: z19.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z19.literal("compare").describe("The job that made the report."),
  protocol: z19.enum(["recreate", "in-place"]).describe("What was erased together: every body, or one at a time."),
  source: z19.union([z19.object({ directory: z19.string().describe("The directory.") }), revisionLabelSchema]).describe("What was erased: a directory or a revision."),
  sample: z19.object({ ...sampleRequest, methods: number2.describe("Eligible methods, of which the sample was drawn.") }).nullable().describe("What was drawn by lot; null when all were scored."),
  shard: z19.object(shard).exactOptional().describe("Which part of a comparison this is, for merge-reports; absent for all of it."),
  baseline: z19.string().describe("The contender that the others are compared with."),
  contenders: z19.array(contenderSchema).describe("The stub first, then models, then trees, as they were named."),
  groups: z19.array(groupSchema).describe("By kind, by size, by package."),
  leftOut: z19.array(leftOutSchema).describe("What was not scored, by reason."),
  notes: z19.array(noteSchema).describe("Files that could not be read in full."),
  files: z19.array(fileSchema).describe("The files compared, by path."),
  methods: z19.array(methodSchema).describe("The methods compared, by id.")
}).meta({ id: "CompareReport", title: "Comparison", description: "Several models on the same methods." });

// src/report/schema/drift.ts
import { z as z20 } from "zod";
var counted5 = z20.int().nonnegative();
var shareOf = z20.number().nonnegative();
var standingSchema = z20.object({
  lines: counted5.describe("Lines that hold a word and stand in their file, whatever it is called now."),
  methods: counted5.describe("Methods of which the name, parameters and body stand with the same tokens.")
}).meta({ id: "Standing", title: "Standing", description: "How much there is of the code of the first day." });
var monthSchema = z20.object({
  month: z20.string().describe("Year and month in UTC, as 2026-03."),
  revision: z20.string().describe("The last commit of the month on the line of first parents, or of an earlier month where it has none."),
  whole: z20.boolean().describe("Whether the history goes on beyond it; the last month may have days to come."),
  commits: counted5.describe("Commits on the line of first parents; a merge counts once."),
  lines: counted5.describe("Lines of main source where the month starts."),
  added: counted5.describe(
    "Lines added from the end of the month before to its own, as git diff --numstat -M counts."
  ),
  deleted: counted5.describe("Lines deleted."),
  files: counted5.describe("Main source files with a line added or deleted; a rename alone is no change."),
  share: shareOf.nullable().describe("(added + deleted) / lines; null where there were no lines."),
  standing: standingSchema.nullable().describe("What stands at its end; null for a month before the first day.")
}).meta({ id: "DriftMonth", title: "Month", description: "What one month changed." });
var halfLifeSchema = z20.object({
  months: z20.number().positive().describe("Months of 30.4375 days after which half is gone, by the fitted curve."),
  misfit: z20.number().nonnegative().describe("Root mean square of the difference between the shares and the curve, in shares."),
  points: counted5.describe("Month ends that the curve is fitted to.")
}).meta({
  id: "HalfLife",
  title: "Half-life",
  description: "From the exponential decay that fits the shares still standing best (least squares of the shares)."
});
var survivalSchema = z20.object({
  origin: z20.enum(["trained", "start"]).describe("trained: the revision that the model was trained at. start: where the months start."),
  revision: z20.string().describe("The commit of the first day."),
  committedAt: z20.string().describe("When it was committed, ISO 8601."),
  files: counted5.describe("Main source files of the first day."),
  lines: counted5.describe("Their lines that hold a word."),
  methods: counted5.describe("Their methods that have something to write."),
  linesHalfLife: halfLifeSchema.nullable().describe("Of the lines; null where nothing went, or for under 3 months."),
  methodsHalfLife: halfLifeSchema.nullable().describe("Of the methods.")
}).meta({ id: "Survival", title: "Survival", description: "The code of the first day, which the months are held to." });
var intervalSchema2 = z20.object({
  level: z20.number().describe("The share of cases that it is meant to hold."),
  low: z20.number().describe("Its lower end."),
  high: z20.number().describe("Its upper end.")
}).meta({ id: "Interval", title: "Interval", description: "Where a value is expected." });
var yearlySchema = z20.object({
  share: shareOf.describe("Lines changed in twelve months ÷ lines: the mean month × 12."),
  interval: intervalSchema2.nullable().describe("Where it falls if months stay as they were; null for one month."),
  months: counted5.describe("Whole months that it is projected from, twelve at most.")
}).meta({ id: "YearlyDrift", title: "Yearly drift", description: "How much a year changes, by the last months." });
var packageSchema = z20.object({
  name: z20.string().describe("The package, by the folders of its files; modules together."),
  added: counted5.describe("Lines added in the months."),
  deleted: counted5.describe("Lines deleted in the months."),
  lines: counted5.describe("Its lines where the history ends; 0 when it is gone.")
}).meta({ id: "PackageChurn", title: "Package", description: "What changed in one package." });
var basis = {
  line: z20.number().describe("The freshness at which the policy asks for retraining."),
  points: counted5.describe("Entries of the ledger’s history that the forecast stands on."),
  from: z20.string().describe("The first of them, ISO 8601."),
  to: z20.string().describe("The last of them, ISO 8601."),
  perYear: z20.number().describe("Freshness gained in a year; negative when it falls.")
};
var forecastSchema = z20.discriminatedUnion("kind", [
  z20.object({ kind: z20.literal("crossed").describe("It is at the line or below already."), ...basis }),
  z20.object({ kind: z20.literal("not-in-sight").describe("It does not reach the line within ten years."), ...basis }),
  z20.object({
    kind: z20.literal("expected").describe("It is expected to reach the line."),
    ...basis,
    day: z20.string().describe("The day on which it is expected to, UTC."),
    level: z20.number().describe("The level of the interval from earliest to latest."),
    earliest: z20.string().describe("The earliest day of the interval."),
    latest: z20.string().nullable().describe("The latest; null where it may as well not cross within ten years.")
  })
]).meta({ id: "Forecast", title: "Forecast", description: "When freshness crosses the policy’s line." });
var driftReportSchema = z20.object({
  schemaVersion: z20.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z20.literal("drift").describe("The job that made the report."),
  until: revisionLabelSchema.describe("Where the history ends."),
  model: modelCardSchema.nullable().describe("The model whose training survival and forecast start from; null without one. It was not asked."),
  months: z20.array(monthSchema).describe("The months, oldest first."),
  size: z20.object({ lines: counted5.describe("Lines."), files: counted5.describe("Files.") }).describe("The main sources where the history ends."),
  yearly: yearlySchema.nullable().describe("The projected yearly drift; null without a whole month."),
  survival: survivalSchema.nullable().describe("What survival is counted from; null without main sources."),
  trainedRevisionPassedOver: z20.enum(["not-in-clone", "later-than-history"]).nullable().describe("Why survival does not start where the model was trained; null when it does, or without a model."),
  packages: z20.array(packageSchema).describe("The packages that changed, most lines first."),
  forecast: forecastSchema.nullable().describe("null without a history of freshness."),
  leftOut: z20.array(leftOutSchema).describe("What survival does not count on the first day, by reason."),
  notes: z20.array(noteSchema).describe("Files of the first day that could not be read in full.")
}).meta({ id: "DriftReport", title: "Drift", description: "How fast the code moves, from git’s history alone." });

// src/report/schema/status.ts
import { z as z21 } from "zod";
var counted6 = z21.int().nonnegative();
var standingLedgerSchema = ledgerSummarySchema.extend({
  standsAt: ledgerRevision.describe("The revision whose methods it holds."),
  commitsBehind: counted6.nullable().describe(
    "Commits of the line of first parents that it has yet to be brought over; null where the clone cannot tell."
  ),
  answers: z21.enum(["own", "predecessor"]).describe("predecessor: the model in use has no ledger that is scored enough, that of the one before answers."),
  model: z21.object({
    provider: z21.string().describe("Who answered."),
    name: z21.string().describe("The model’s name, as its provider knows it."),
    fingerprint: z21.string().describe("Same fingerprint, same answers.")
  }).describe("Whose answers are scored in it."),
  sample: z21.object(sampleRequest).nullable().describe("The sample that it began with; null when every method was scored."),
  history: z21.array(ledgerPointSchema).describe("Where it stood since training, in the order of the updates.")
}).meta({ id: "StandingLedger", title: "Ledger with its past", description: "A ledger’s summary, and whose it is." });
var gainSummarySchema = gainReportSchema.omit({ methods: true }).meta({ id: "GainSummary", title: "Gain", description: "Whether training again would help, without the methods." });
var recommendationSchema = z21.object({
  kind: z21.enum(["keep", "retrain-soon", "retrain-now"]).describe("What to do with the model."),
  day: z21.string().nullable().describe("About when, for retrain-soon; null where no day can be told."),
  reasons: z21.array(
    z21.enum([
      "stale",
      "crossing-forecast",
      "near-line",
      "fresh",
      "freshness-unknown",
      "gain-worth-it",
      "gain-too-small",
      "gain-unknown"
    ])
  ).describe("Why; the first one decided.")
}).meta({ id: "Recommendation", title: "Recommendation", description: "What to do with the model, and why." });
var statusReportSchema = z21.object({
  schemaVersion: z21.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z21.literal("status").describe("The job that made the report."),
  at: revisionLabelSchema.describe("Where it looks; the day of this commit is today."),
  model: modelCardSchema,
  age: z21.object({
    days: counted6.nullable().describe("Whole days from the training to there; null where nobody can tell."),
    commits: counted6.nullable().describe("Commits of the line of first parents that the training does not hold; null likewise.")
  }).describe("How old the model is."),
  ledger: standingLedgerSchema.nullable().describe("The ledger that answers; null without one."),
  gain: gainSummarySchema.nullable().describe("null when it was not measured."),
  drift: driftReportSchema.nullable().describe("With the forecast; null when it was not measured."),
  unmeasured: z21.array(
    z21.object({
      what: z21.enum(["gain", "drift"]).describe("What was not measured."),
      reason: z21.enum(["not-asked", "shallow-clone", "no-source-files"]).describe(
        "Why. shallow-clone: the clone begins within the months asked for. no-source-files: no main source."
      )
    })
  ).describe("What was not measured, and why."),
  recommendation: recommendationSchema
}).meta({ id: "StatusReport", title: "Status", description: "All that is known of a model, and what to do about it." });

// src/report/schema.ts
var methods = z22.array(methodRowSchema).describe("The methods compared, by id.");
var reproduced = z22.int().nonnegative().describe("How many methods came back with the same tokens.");
var stubMeasure = z22.object({
  distance: z22.int().nonnegative().describe("Characters that were erased."),
  similarity: z22.number().describe("Similarity of the stub to the original, in [0, 1].")
}).meta({ id: "StubMeasure", title: "Stub", description: "Where a model starts." });
var evaluateReportSchema = z22.object({
  ...reportBase("evaluate"),
  protocol: z22.enum(["recreate", "in-place"]).describe(
    "What was erased together: every body at once, or one at a time. Scores of the two are not comparable."
  ),
  source: z22.union([z22.object({ directory: z22.string().describe("The directory.") }), revisionLabelSchema]).describe("What was erased: a directory or a revision."),
  model: modelCardSchema,
  sample: z22.object({
    ...sampleRequest,
    methods: z22.int().nonnegative().describe("Eligible methods, of which the sample was drawn.")
  }).nullable().describe("What was drawn by lot, from strata of neighbouring files and like sizes; null when all were scored."),
  shard: z22.object({
    ...shard,
    stubs: z22.object({
      files: z22.array(stubMeasure).describe("Of the files, in their order."),
      methods: z22.array(stubMeasure).describe("Of the methods, in their order.")
    }).describe("What the rows are with every body erased, for the means over all parts.")
  }).exactOptional().describe("Which part of an evaluation this is, for merge-reports; absent for all of it."),
  reproduced,
  methods,
  ...asking
}).meta({ id: "EvaluateReport", title: "Evaluation", description: "How close the model comes to a whole codebase." });
var scoreReportSchema = z22.object({
  ...reportBase("score"),
  original: z22.string().describe("The directory with the original files."),
  regenerated: z22.string().describe("The directory with the files as they were written again."),
  reproduced,
  methods
}).meta({ id: "ScoreReport", title: "Score", description: "How close one directory comes to another." });
var eraseReportSchema = z22.object({
  ...reportBase("erase"),
  directory: z22.string().describe("The directory that was read."),
  outputDirectory: z22.string().describe("The directory that was written."),
  erased: z22.object({
    bodies: z22.int().nonnegative().describe("Bodies erased."),
    characters: z22.int().nonnegative().describe("UTF-16 code units erased.")
  }).describe("How much was erased."),
  methods
}).meta({ id: "EraseReport", title: "Erasure", description: "A codebase with every method body erased." });
var trainReportSchema = z22.object({
  ...reportBase("train"),
  source: revisionLabelSchema.describe("What the model was trained on."),
  model: modelCardSchema,
  output: z22.object({
    model: z22.string().describe("File of the model."),
    card: z22.string().describe("File of the model card."),
    bytes: z22.int().nonnegative().describe("Size of the model’s file.")
  }).describe("What was written."),
  methods
}).meta({ id: "TrainReport", title: "Training", description: "A model of one state of a project." });
var reportSchema = z22.discriminatedUnion("kind", [
  checkReportSchema,
  evaluateReportSchema,
  compareReportSchema,
  scoreReportSchema,
  eraseReportSchema,
  trainReportSchema,
  updateReportSchema,
  driftReportSchema,
  gainReportSchema,
  statusReportSchema,
  backtestReportSchema,
  estimateReportSchema
]).meta({ title: "Palimpsest report", description: "What a job of palimpsest found, version 1." });

// src/report/json.ts
var INDENT = 2;
function renderJson(report2) {
  return `${JSON.stringify(reportSchema.parse(report2), null, INDENT)}
`;
}
function parseReport(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const { success, data } = reportSchema.safeParse(json);
  return success && (data.kind === "evaluate" || data.kind === "compare") ? data : null;
}

// src/report/asking-words.ts
function money({ amount, currency }) {
  if (amount === 0) return `0 ${currency}`;
  const digits = amount >= 1 ? 2 : Math.min(9, 2 - Math.floor(Math.log10(amount)));
  const [whole3 = "", decimals = ""] = amount.toFixed(digits).split(".");
  return `${grouped(whole3)}.${decimals} ${currency}`;
}
function usageSentences({ usage: usage2 }, quote2 = (name2) => visible(name2)) {
  if (usage2 === void 0 || usage2.calls === 0) return [];
  const { answeredAs } = usage2;
  const said = [answersWords(usage2), tokenWords(usage2), ...usage2.cost === null ? [] : [money(usage2.cost)]].join("; ");
  if (answeredAs.length === 0) return [said];
  const names = list2(answeredAs.map(quote2));
  return [said, `The server answered under another name than the one asked for: ${names}`];
}
function answersWords({ calls: calls2, cacheHits }) {
  const answers = count2(calls2, "answer");
  if (cacheHits === 0) return answers;
  if (cacheHits === calls2) return `${answers}, ${calls2 === 1 ? "" : "all "}from the cache`;
  return `${answers}, ${grouped(String(cacheHits))} of them from the cache`;
}
function tokenWords({ promptTokens, completionTokens }) {
  if (promptTokens === null || completionTokens === null) return "not all with a count of their tokens";
  return `${tokens2(promptTokens)} of prompts and ${grouped(String(completionTokens))} of answers`;
}
function tokens2(number3) {
  return count2(number3, "token");
}
function partWords(asked, { unasked }) {
  if (unasked === void 0) return null;
  return `a part: ${grouped(String(asked))} of ${count2(asked + unasked.length, "method")}`;
}
function unaskedSentence({ unasked }) {
  if (unasked === void 0) return null;
  const missing2 = count2(unasked.length, "method");
  const they = unasked.length === 1 ? "it is" : "they are";
  return `The budget is spent: ${missing2} ${unasked.length === 1 ? "was" : "were"} not asked for, and ${they} counted nowhere. ${GO_ON}`;
}
var GO_ON = "Run it again with a larger budget to go on: what the cache has is not paid twice";
function estimateSentence(estimate2, quote2 = (name2) => visible(name2)) {
  const { model, methods: methods2, isFree, calls: calls2 } = estimate2;
  const name2 = quote2(modelName(model));
  if (methods2 === 0) return `${name2} would be asked nothing: there is no method to write`;
  if (isFree) return `${name2} would write ${count2(methods2, "method")} and costs nothing`;
  if (calls2 === 0) return `${name2} would be asked nothing for ${count2(methods2, "method")}`;
  return `${name2} would be asked ${times(calls2)} for ${count2(methods2, "method")}`;
}
function times(number3) {
  return number3 === 1 ? "once" : `${grouped(String(number3))} times`;
}
function estimateDetails({ isFree, methods: methods2, ...estimate2 }) {
  if (isFree || methods2 === 0) return [];
  const { calls: calls2, cached, promptTokens, completionTokens, cost, tooLong, budget, withinBudget } = estimate2;
  const left = calls2 - cached;
  const size = `${tokens2(promptTokens)} of prompts, and at most ${grouped(String(completionTokens))} of answers`;
  const paid = [size, cost === null ? "no price is known: a model in --models can have one" : `at most ${money(cost)}`];
  return [
    ...calls2 === 0 ? [] : [`the cache has ${shareWords(cached, calls2)}`],
    ...left === 0 ? [] : paid,
    ...tooLong === 0 ? [] : [
      `${count2(tooLong, "prompt")} would not fit the window, and ${tooLong === 1 ? "its method fails" : "their methods fail"}`
    ],
    ...withinBudget === null ? [] : [budgetWords(budget, withinBudget, methods2)]
  ];
}
function shareWords(cached, calls2) {
  if (cached === 0) return "none of the answers";
  if (cached === calls2) return "all of the answers: nothing would be paid for";
  return `${grouped(String(cached))} of the ${count2(calls2, "answer")}`;
}
function budgetWords(budget, withinBudget, methods2) {
  const bounds = [
    ...budget.methods === null ? [] : [count2(budget.methods, "method")],
    ...budget.tokens === null ? [] : [tokens2(budget.tokens)],
    ...budget.cost === null ? [] : [`a cost of ${budget.cost}`]
  ];
  const enough = withinBudget >= methods2;
  return `the budget of ${list2(bounds)} suffices${enough ? "" : ` for at least ${grouped(String(withinBudget))} of them`}`;
}

// src/report/model-words.ts
var ASIS = (text) => text;
function modelInWords(card, quote2 = ASIS) {
  return `${quote2(modelName(card))}, ${trainedAt(card, quote2)}`;
}
function isShadow(card) {
  return card !== null && card.shadow !== null;
}
function theModel(card) {
  return isShadow(card) ? "the shadow" : "the model";
}
function shadowSentence(card, quote2 = ASIS) {
  if (!isShadow(card)) return null;
  const { of } = card.shadow;
  const own = of === null ? "the project’s own model" : quote2(of);
  return `A shadow is the embedded model, trained at the revision that ${own} was trained at: it shows how far the code has moved since then, and is no score of ${of === null ? "that model" : own}.`;
}

// src/report/freshness-words.ts
var FRESHNESS_PARTS = ["unchanged", "modified", "new", "deleted"];
function freshnessPercent({ value, margin }) {
  return `${tenths2(shownTenths(value))} %${margin === null ? "" : ` ± ${(margin * 100).toFixed(1)}`}`;
}
function shownTenths(value) {
  const rounded3 = Math.round(value * 1e3);
  if (rounded3 === 1e3 && Math.abs(value - 1) > ROUNDING_NOISE3) return value < 1 ? 999 : 1001;
  return rounded3;
}
var ROUNDING_NOISE3 = 1e-9;
function shownPoints({ value, parts }) {
  const exact = FRESHNESS_PARTS.map((name2) => parts[name2].points * 10);
  const shown5 = exact.map(Math.floor);
  let left = shownTenths(value) - 1e3 - shown5.reduce((sum2, tenth) => sum2 + tenth, 0);
  const rest = (index) => (exact[index] ?? 0) - (shown5[index] ?? 0);
  for (const index of [...exact.keys()].sort((a, b) => rest(b) - rest(a))) {
    if (left <= 0) break;
    shown5[index] = (shown5[index] ?? 0) + 1;
    left--;
  }
  const word = (index) => {
    const tenth = shown5[index] ?? 0;
    return tenth > 0 ? `+${tenths2(tenth)}` : tenths2(tenth);
  };
  return { unchanged: word(0), modified: word(1), new: word(2), deleted: word(3) };
}
function tenths2(number3) {
  return (number3 / 10).toFixed(1).replace(/^-0\.0$/, "0.0");
}
function freshnessSentence(summary, model = null) {
  const said = sentenceOf(summary);
  return isShadow(model) ? said.replace(/^Freshness/, "$& (shadow)").replace("the model", theModel(model)) : said;
}
function sentenceOf({ freshness, verdict, line: line4 }) {
  const value = freshness === null ? NO_VALUE : freshnessPercent(freshness);
  switch (verdict.kind) {
    case "fresh":
      return `Freshness ${value}: fresh, not below the line of ${percent(line4)}`;
    case "stale":
      return `Freshness ${value}: stale, below the line of ${percent(line4)}`;
    case "unknown":
      return unknownSentence(verdict.reason, value, line4);
    default:
      return verdict;
  }
}
function unknownSentence(reason, value, line4) {
  switch (reason) {
    case "no-units":
      return "Freshness unknown: no method is left";
    case "knew-nothing":
      return "Freshness unknown: the model wrote nothing right on the day of training";
    case "sample-too-small":
      return `Freshness ${value}: unknown, the sample is too small to tell on which side of ${percent(line4)} it lies`;
    default:
      return reason;
  }
}
function meansSentence({ now, baseline: baseline2, units, scored, failed: failed4 }) {
  const unscored = scored === units ? "" : `, ${grouped(String(scored))} of them scored`;
  const failures3 = failed4 === 0 ? "" : `, ${grouped(String(failed4))} failed and counted as stubs`;
  const today = now === null ? NO_VALUE : shareWithMargin(now);
  return `Mean similarity ${today} over ${count2(units, "method")}${unscored}${failures3}; on the day of training ${shareWithMargin(baseline2)} over ${grouped(String(baseline2.units))}`;
}
function shareWithMargin({ value, margin }) {
  return `${share2(value, 3)}${margin === null ? "" : ` ± ${margin.toFixed(3)}`}`;
}
function updateSentence(report2, revision2) {
  const { units, route, from, to } = report2;
  switch (route) {
    case "already-there":
      return `The ledger stands at ${revision2(to)} already`;
    case "already-later":
      return `The ledger stands at ${revision2(to)}, which is later; it was left there`;
    case "budget-spent":
      return `The ledger was left at ${revision2(to)}: ${unaskedWords(report2)}`;
    case "by-difference":
      return `Scored ${count2(units.scored, "method")}; ${tally2(units)}. Before, the ledger stood at ${revision2(from)}`;
    case "by-body":
      return `Scored ${count2(units.scored, "method")}; ${tally2(units)}. Before, the ledger stood at ${revision2(from)}, which this clone does not hold: methods were told by their bodies`;
    default:
      return route;
  }
}
function unaskedWords({ unasked = [], methods: methods2 }) {
  const all = unasked.length + methods2.length;
  return `the budget is spent, and ${grouped(String(unasked.length))} of the ${count2(all, "method")} to score ${unasked.length === 1 ? "was" : "were"} not asked for. ${GO_ON}`;
}
function tally2({ kept, moved: moved2, deleted }) {
  const others = [
    `${grouped(String(kept))} kept their score`,
    ...moved2 === 0 ? [] : [`${grouped(String(moved2))} kept it in another place`],
    ...deleted === 0 ? [] : [`${grouped(String(deleted))} left`]
  ];
  return others.join(", ");
}

// src/report/gain-words.ts
function gainHeadings({ model }) {
  const compared = isShadow(model) ? "shadow" : "in use";
  return ["changes", compared, "anew", "gain", "95 % interval", "closer", "farther", "equal"];
}
function points(value) {
  if (value === null) return NO_VALUE;
  const digits = (value * 100).toFixed(1);
  if (Number(digits) === 0) return "0.0";
  return value > 0 ? `+${digits}` : digits;
}
function intervalWords(interval2) {
  return interval2 === null ? NO_VALUE : `${points(interval2.low)} to ${points(interval2.high)}`;
}
function gainRows({ all, modified, added }) {
  const parts = modified.changes > 0 && added.changes > 0 ? [row("  code there before", modified), row("  new code", added)] : [];
  return all.changes === 0 ? [] : [row("all", all), ...parts];
}
function row(label2, estimate2) {
  const { changes, inUse, fresh, gain, interval: interval2, helped, hurt, same } = estimate2;
  const counts2 = [helped, hurt, same].map((number3) => grouped(String(number3)));
  const numbers = [share2(inUse), share2(fresh), points(gain), intervalWords(interval2)];
  return { label: label2, cells: [grouped(String(changes)), ...numbers, ...counts2] };
}
function gainHeadline({ all, statement }) {
  switch (statement.kind) {
    case "would-help":
      return "Training again would help";
    case "would-not-help":
      return "Training again would not help";
    case "unsure":
      return all.changes === 0 ? "No code changed" : "Unsure whether training again would help";
    default:
      return statement;
  }
}
function gainSentence({ all, statement, policy, model }) {
  if (all.changes === 0 || all.gain === null)
    return "In this window no method got new code that a model could be asked for.";
  const sample = `${count2(all.changes, "change")} in ${count2(all.commits, "commit")}`;
  const interval2 = all.interval === null ? "" : ` (95 % interval ${intervalWords(all.interval)})`;
  const comparedWith = isShadow(model) ? "the shadow of the one in use" : "the one in use";
  const found = `On ${sample} a model trained just before each came ${closer(all.gain)} than ${comparedWith}${interval2}`;
  switch (statement.kind) {
    case "would-help":
      return `${found}.`;
    case "would-not-help":
      return `${found}: less than the ${points(policy.leastGain).replace("+", "")} points that the policy asks for.`;
    case "unsure":
      return `${found}. ${unsureWords(statement.reason, policy.leastChanges)}`;
    default:
      return statement;
  }
}
function closer(gain) {
  const size = points(Math.abs(gain)).replace("+", "");
  if (size === "0.0") return "no closer";
  return gain > 0 ? `${size} points closer` : `${size} points less close`;
}
function unsureWords(reason, least) {
  switch (reason) {
    case "too-few-changes":
      return `That is too little to go by: it takes ${count2(least, "change")}, so look at a longer window.`;
    case "too-few-commits":
      return "One commit is one piece of work and tells nothing of the next: look at a longer window.";
    case "interval-too-wide":
      return "The interval leaves it open: look at a longer window.";
    default:
      return reason;
  }
}
function gainBasis(report2, quote2 = (text) => text) {
  const { window, fresh, model } = report2;
  const dates = window.from === null ? "" : `, ${window.from} to ${window.until}`;
  const commits = `${count2(window.commits, "commit")} on the line of first parents, ${grouped(String(window.commitsWithCode))} with code`;
  return [
    `window: ${windowWords(report2)}${dates}; ${commits}`,
    ...model === null ? [] : [`${isShadow(model) ? "instead of the model in use" : "in use"}: ${modelWords(report2, quote2)}`],
    ...fresh.trainings === 0 ? [] : [`anew: the embedded model, trained ${trainingsWords(fresh)}`],
    ...failureWords2(report2)
  ];
}
function windowWords({ window: { days, limit } }) {
  const all = `the last ${count2(days, "day")}`;
  switch (limit) {
    case "days":
      return all;
    case "training":
      return `of ${all} those since the model in use was trained`;
    case "shallow-clone":
      return `of ${all} what this shallow clone holds`;
    case "unknown-training":
      return `${all}, though the model in use may have learned some of these changes: nobody knows what it was trained on`;
    default:
      return limit;
  }
}
function modelWords({ model, modelOrigin }, quote2) {
  if (model === null) return "";
  const words = modelInWords(model, quote2);
  switch (modelOrigin) {
    case "kept":
      return words;
    case "made-at-revision":
      return `${words}, made for this report`;
    case "made-at-window-start":
      return `${words}, made for this report where the window begins, for no model is kept here`;
    default:
      return modelOrigin;
  }
}
function trainingsWords({ trainings: trainings2, commitsBehind, daysBehind }) {
  const times2 = trainings2 === 1 ? "once" : `${grouped(String(trainings2))} times`;
  if (commitsBehind === 0)
    return trainings2 === 1 ? "once, right before the change" : `${times2}, each time right before the change`;
  return `${times2}, at most ${count2(commitsBehind, "commit")} with code and ${count2(Math.ceil(daysBehind), "day")} before the change`;
}
function failureWords2({ all: { changes, inUseFailed, freshFailed }, model }) {
  if (inUseFailed + freshFailed === 0) return [];
  const by = isShadow(model) ? "the shadow" : "the model in use";
  const failed4 = `${grouped(String(inUseFailed))} by ${by}, ${grouped(String(freshFailed))} by the one trained anew`;
  return [`failed, of ${count2(changes, "change")}, and measured as stubs: ${failed4}`];
}

// src/report/backtest-words.ts
var DAYS_A_YEAR = 365.25;
function backtestHeadline({ points: states, span }) {
  const last = states.at(-1)?.freshness ?? null;
  const time = spanOf(span.days);
  if (last === null) return `After ${time} no method is left of which a model could know anything`;
  const same = "Never trained again, the model would have stayed as fresh as it was";
  if (freshnessWords(last.value) === freshnessWords(1)) return `${same} for ${time}`;
  return `Never trained again, the model would have gone from 100 % to ${freshnessPercent(last)} freshness in ${time}`;
}
function lineSentences({ outcomes, span }) {
  return outcomes.flatMap(({ line: line4, trainings: trainings2, meanFreshness }) => {
    if (line4 === null) return [];
    const mean2 = meanFreshness === null ? "" : `, and kept a mean freshness of ${freshnessWords(meanFreshness)}`;
    if (trainings2.length === 0) return [`A line of ${percent(line4)} would never have asked for training again${mean2}.`];
    const times2 = trainings2.length === 1 ? "once" : count2(trainings2.length, "time");
    const often = `${times2}, ${aYear(trainings2.length, span.days)} a year`;
    return [`A line of ${percent(line4)} would have asked ${often}${mean2}${broughtWords(trainings2)}.`];
  });
}
function broughtWords(trainings2) {
  const { gain, changes } = broughtBy(trainings2);
  if (gain === null) return "";
  const size = points(Math.abs(gain)).replace("+", "");
  const came = gain < 0 ? `${size} points less close` : `${size} points closer`;
  const [who, whom] = trainings2.length === 1 ? ["the new model", "the one that it"] : ["the new models", "those that they"];
  return `; to the ${count2(changes, "change")} that followed ${who} came ${came} than ${whom} replaced`;
}
function broughtBy(trainings2) {
  const known = trainings2.map(({ brought }) => brought);
  const changes = known.reduce((sum3, brought) => sum3 + brought.changes, 0);
  const sum2 = known.reduce((total, { gain, changes: of }) => total + (gain ?? 0) * of, 0);
  return { gain: changes === 0 ? null : sum2 / changes, changes };
}
function backtestBasis(report2) {
  const { span, every, sample, windowDays, statesBehind } = report2;
  const older = statesBehind === 0 ? [] : [
    `the project is large: the model trained for comparison was up to ${count2(statesBehind, "state")} older than that`
  ];
  return [
    `${count2(span.states, "state")} after training, ${everyWords(every)}, ${day(span.from)} to ${day(span.until)}`,
    `the model: the embedded one, a verbatim memory of the code that it was trained on, ${scoredWords(sample)}`,
    `means are over time, straight lines from state to state; a training takes effect at once`,
    `gain, left to gain: how much closer a model trained at the state before each change comes than the one in use, in points; at a moment, over the last ${count2(windowDays, "day")} and since its training`,
    `brought: how much closer the new model came than the old one to the changes until the next training, in points`,
    ...older
  ];
}
function scoredWords(sample) {
  if (sample === null) return "every method scored";
  return `${count2(sample.size, "method")} drawn by lot (seed ${sample.seed}) and every changed one scored`;
}
function everyWords({ count: number3, unit }) {
  if (unit === "merges") return "every commit on the line of first parents";
  const one = unit.slice(0, -1);
  return `the last of each ${number3 === 1 ? one : `${number3} ${unit}`}`;
}
var OUTCOME_HEADINGS = ["trainings", "a year", "lowest", "similarity", "brought", "left to gain", "scored"];
function lineLabel({ line: line4 }) {
  return line4 === null ? "never" : percent(line4);
}
var FEW_OUTCOMES = ["trainings", "a year", "brought", "left to gain"];
function outcomeCells(outcome, { span }) {
  const { trainings: trainings2, lowestFreshness, meanSimilarity, gain, scored } = outcome;
  return [
    grouped(String(trainings2.length)),
    aYear(trainings2.length, span.days),
    freshnessWords(lowestFreshness),
    share2(meanSimilarity, 3),
    gainCell(broughtBy(trainings2)),
    gainCell(gain),
    grouped(String(scored))
  ];
}
var TRAINING_HEADINGS = ["day", "after", "freshness", "gain then", "brought", "95 % interval"];
function trainingCells({ committedAt, days, freshness, gain, brought }) {
  return [
    day(committedAt),
    count2(Math.round(days), "day"),
    freshnessWords(freshness),
    gainCell(gain),
    gainCell(brought),
    intervalWords(brought.interval)
  ];
}
var POINT_HEADINGS = ["freshness", "methods", "scored", "gain"];
function pointCells({ freshness, units, scored, gain }) {
  return [
    freshness === null ? NO_VALUE : freshnessPercent(freshness),
    grouped(String(units)),
    grouped(String(scored)),
    gainCell(gain)
  ];
}
function thinned(all, few) {
  if (all.length <= few) return all;
  const step = (all.length - 1) / (few - 1);
  return Array.from({ length: few }, (_, index) => all[Math.round(index * step)]).filter((item2) => item2 !== void 0);
}
function thinnedWords(shown5, all) {
  return shown5 < all ? [`${shown5} of ${count2(all, "state")} shown; --format json has all of them`] : [];
}
function day(moment3) {
  return moment3.slice(0, 10);
}
function freshnessWords(value) {
  return value === null ? NO_VALUE : freshnessPercent({ value, margin: null });
}
function gainCell({ gain, changes }) {
  return changes === 0 ? NO_VALUE : `${points(gain)} (${grouped(String(changes))})`;
}
function aYear(trainings2, days) {
  if (trainings2 === 0) return "0";
  return days === 0 ? NO_VALUE : (trainings2 / days * DAYS_A_YEAR).toFixed(1);
}
function spanOf(days) {
  return days < DAYS_A_YEAR ? count2(Math.round(days), "day") : `${(days / DAYS_A_YEAR).toFixed(1)} years`;
}
function linesWords({ outcomes }) {
  const lines = outcomes.flatMap(({ line: line4 }) => line4 === null ? [] : [percent(line4)]);
  return lines.length === 0 ? [] : [`${lines.length === 1 ? "line" : "lines"} of ${list2(lines)}`];
}

// src/report/markdown/inert.ts
var NAME_LIMIT = 120;
var CODE_LINE_LIMIT = 300;
function inlineCode(text, limit = NAME_LIMIT) {
  const inert = clip(visible(text).replace(/[`|]/g, writtenOut), limit);
  return inert.trim() === "" ? "`?`" : `\`${inert}\``;
}
function htmlCode(text, limit = NAME_LIMIT) {
  return `<code>${clip(visible(text), limit).replace(/[&<>"'@]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}
function fenced2(lines, language) {
  const inert = lines.map((line4) => clip(visibleCode(line4), CODE_LINE_LIMIT));
  const runs = inert.flatMap((line4) => line4.match(/`+|~+/g) ?? []);
  const fence = "`".repeat(Math.max(3, ...runs.map((run2) => run2.length + 1)));
  return [`${fence}${language}`, ...inert, fence];
}
function folded(summaryHtml, lines) {
  return [`<details><summary>${summaryHtml}</summary>`, "", ...lines, "", "</details>"];
}
function clip(text, limit) {
  const letters = [...text];
  if (letters.length <= limit) return text;
  const end3 = Math.floor((limit - 1) / 2);
  return `${letters.slice(0, limit - 1 - end3).join("")}…${letters.slice(-end3).join("")}`;
}

// src/report/markdown/parts.ts
var FEW_NAMES = 5;
var FEW_NOTES = 5;
var DETAIL_LIMIT = 200;
function namesItem(what, ids) {
  if (ids.length === 0) return [];
  const names = ids.slice(0, FEW_NAMES).map((id) => inlineCode(spokenName(id)));
  return [`${count2(ids.length, "method")} ${what}: ${firstFew(names, FEW_NAMES, ids.length)}`];
}
function leftOutItems(leftOut) {
  const said = leftOut.flatMap((one) => leftOutWords(one) ?? []);
  return said.length === 0 ? [] : [`left out: ${said.join(", ")}`];
}
function noteItems(notes) {
  const items = notes.slice(0, FEW_NOTES).map((note) => `${inlineCode(note.path)}: ${noteWords(note)}`);
  const rest = notes.length - items.length;
  return rest > 0 ? [...items, `… and ${count2(rest, "more file")} with notes`] : items;
}
function usageLine(facts) {
  const sentences = usageSentences(facts, inlineCode);
  return sentences.length === 0 ? [] : [`<sub>${sentences.join(" · ")}</sub>`];
}
function detailLines(details) {
  return details.length === 0 ? [] : ["", ...bullets(details.map((detail) => inlineCode(detail.replaceAll("`", "'"), DETAIL_LIMIT)))];
}
function bullets(items) {
  return items.map((item2) => `- ${item2}`);
}
function sentence2(text) {
  return text === null ? [] : [text];
}
function paragraphs(...blocks) {
  const told2 = blocks.filter((lines) => lines.length > 0);
  return `${told2.map((lines) => lines.join("\n")).join("\n\n")}
`;
}

// src/report/markdown/backtest.ts
var FEW_CHARTED = 24;
var FEW_STATES = 60;
var FEW_TRAININGS = 40;
function backtestMarkdown(report2) {
  return paragraphs(
    [`### ${backtestHeadline(report2)}`],
    lineSentences(report2),
    outcomeTable(report2),
    freshnessChart(report2),
    trainings(report2),
    folded("Never trained again, state by state", stateTable(report2)),
    bullets([
      `from ${inlineCode(revisionWithHash(report2.trainAt))} to ${inlineCode(revisionWithHash(report2.until))}`,
      ...backtestBasis(report2)
    ])
  );
}
function outcomeTable(report2) {
  return [
    ...heading(["Again below", "Mean freshness", ...OUTCOME_HEADINGS]),
    ...report2.outcomes.map(
      (outcome) => row2([lineLabel(outcome), freshnessWords(outcome.meanFreshness), ...outcomeCells(outcome, report2)])
    )
  ];
}
function freshnessChart({ points: points3, outcomes }) {
  const known = thinned(
    points3.filter(({ freshness }) => freshness !== null),
    FEW_CHARTED
  );
  const percents = known.map(({ freshness }) => hundredths(freshness?.value ?? 0));
  const lines = outcomes.flatMap(({ line: line4 }) => line4 === null ? [] : [line4]);
  const least = Math.min(...lines, ...known.map(({ freshness }) => freshness?.value ?? 1));
  const most = Math.max(1, ...known.map(({ freshness }) => freshness?.value ?? 1));
  return [
    "```mermaid",
    "xychart-beta",
    `  title "Freshness of a model that is never trained again${lines.length > 0 ? ", and the lines" : ""}, %"`,
    `  x-axis [${known.map(({ committedAt }) => `"${day(committedAt)}"`).join(", ")}]`,
    `  y-axis "%" ${Math.min(95, Math.floor(least * 20) * 5)} --> ${Math.ceil(most * 100)}`,
    `  line [${percents.join(", ")}]`,
    ...lines.map((line4) => `  line [${known.map(() => hundredths(line4)).join(", ")}]`),
    "```"
  ];
}
function trainings({ outcomes }) {
  const rows = outcomes.flatMap(
    (outcome) => outcome.trainings.slice(0, FEW_TRAININGS).map((training) => row2([lineLabel(outcome), ...trainingCells(training)]))
  );
  return rows.length === 0 ? [] : folded("When the lines asked", [...heading(["Below", ...TRAINING_HEADINGS]), ...rows]);
}
function stateTable({ points: points3 }) {
  const shown5 = thinned(points3, FEW_STATES);
  return [
    ...heading(["State of", ...POINT_HEADINGS]),
    ...shown5.map((point) => row2([day(point.committedAt), ...pointCells(point)])),
    ...thinnedWords(shown5.length, points3.length).flatMap((words) => ["", words])
  ];
}
function heading(cells) {
  return [row2(cells), `| :-- |${" --: |".repeat(cells.length - 1)}`];
}
function row2(cells) {
  return `| ${cells.join(" | ")} |`;
}
function hundredths(share3) {
  return String(Number((share3 * 100).toFixed(2)));
}

// src/report/sentences.ts
var VERBATIM_MEMORY = "The embedded model has read the bodies that it writes here: this score is verbatim memory, not to be put beside a language model's.";
function sampleSentence({ sample, summary }) {
  if (sample === null) return null;
  const { count: drawn } = summary.methods;
  return `A sample: ${grouped(String(drawn))} of ${count2(sample.methods, "method")}, drawn by lot with seed ${sample.seed} from neighbouring files and like sizes`;
}
function originSentence(origin2, quote2 = (command) => command) {
  switch (origin2) {
    case null:
    case "trained":
      return null;
    case "trained-later":
      return "The model was trained at a state that is not before this change, so it may have learned the change itself: what it knows here proves nothing.";
    case "trained-on-base":
      return `The model was trained on the base just now, in memory: the report shows what this change moves, not how old a model is. To measure that as well, keep a model: ${quote2(COMMANDS.train)}`;
    default:
      return origin2;
  }
}
function scoreSentences({
  count: eligible2,
  scored,
  failed: failed4,
  withFailuresAsStubs,
  ...means
}) {
  if (eligible2 === 0) return [];
  const asStubs = `${scoresInWords(withFailuresAsStubs)} over ${count2(eligible2, "method")}`;
  if (scored === 0)
    return [`no method was scored; ${failed4 === 1 ? "the failure as a stub" : "the failures as stubs"}: ${asStubs}`];
  if (failed4 === 0)
    return [`${scoresInWords(means)} over ${count2(eligible2, "method")}${eligible2 === 1 ? "" : ", all scored"}`];
  return [
    `${scoresInWords(means)} over ${count2(scored, "scored method")} of ${grouped(String(eligible2))}`,
    `with ${failed4 === 1 ? "the failure as a stub" : "the failures as stubs"}, which decides: ${asStubs}`
  ];
}
function reproducedWords(reproduced3, { scored, failed: failed4 }) {
  if (scored === 0) return null;
  const methods2 = count2(scored, failed4 === 0 ? "method" : "scored method");
  return `${grouped(String(reproduced3))} of ${methods2} came back with the same tokens (${percent(reproduced3 / scored)})`;
}
function failureSentence(rows) {
  const reasons = /* @__PURE__ */ new Map();
  for (const { failure } of rows) {
    if (failure !== null)
      reasons.set(failureWords(failure.reason), (reasons.get(failureWords(failure.reason)) ?? 0) + 1);
  }
  const failed4 = [...reasons.values()].reduce((sum2, number3) => sum2 + number3, 0);
  if (failed4 === 0) return null;
  const most = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, number3]) => `${reason} (${grouped(String(number3))})`);
  return `${grouped(String(failed4))} of ${count2(rows.length, "method")} failed: ${most.join(", ")}`;
}
function failureDetails(rows, few) {
  const details = rows.flatMap(
    ({ failure }) => failure === null || failure.detail === "" ? [] : [`${failureWords(failure.reason)}: ${visible(failure.detail)}`]
  );
  return [...new Set(details)].slice(0, few);
}
function scoresInWords({ errorRate, similarity: similarity3, recovery }) {
  const recovered = recovery === null ? "" : `, recovery ${share2(recovery)}`;
  return `error rate ${characters(errorRate)} characters, similarity ${share2(similarity3)}${recovered}`;
}

// src/report/standing.ts
var STANDINGS = [
  "outdated-by-change",
  "outdated",
  "outdated-already",
  "unfamiliar-since",
  "unfamiliar",
  "unfamiliar-already",
  "new",
  "ambiguous",
  "failed",
  "familiar",
  "reproduced"
];
var LABELS = {
  "outdated-by-change": "outdated",
  outdated: "outdated",
  "outdated-already": "outdated",
  "unfamiliar-since": "unfamiliar",
  unfamiliar: "unfamiliar",
  "unfamiliar-already": "unfamiliar",
  new: "new to it",
  ambiguous: "ambiguous",
  failed: "failed",
  familiar: "familiar",
  reproduced: "reproduced"
};
var PHRASES = {
  "outdated-by-change": "outdated by this change",
  outdated: "outdated",
  "outdated-already": "outdated, and was already behind",
  "unfamiliar-since": "unfamiliar since this change",
  unfamiliar: "unfamiliar",
  "unfamiliar-already": "unfamiliar, and was before",
  new: "new to it",
  ambiguous: "ambiguous, its answers disagree",
  familiar: "familiar",
  reproduced: "reproduced"
};
var TALLIES = {
  "outdated-by-change": "outdated by this change",
  outdated: "outdated",
  "outdated-already": "outdated and already behind",
  "unfamiliar-since": "unfamiliar since this change",
  unfamiliar: "unfamiliar",
  "unfamiliar-already": "already unfamiliar",
  new: "new",
  ambiguous: "ambiguous",
  failed: "failed",
  familiar: "familiar",
  reproduced: "reproduced"
};
function standingOf(row4) {
  switch (row4.verdict) {
    case null:
      return "failed";
    case "outdated":
      if (row4.knewPrevious === null) return "outdated";
      return row4.knewPrevious ? "outdated-by-change" : "outdated-already";
    case "unfamiliar":
      if (row4.change === "added") return "new";
      if (row4.knewPrevious === null) return "unfamiliar";
      return row4.knewPrevious ? "unfamiliar-since" : "unfamiliar-already";
    default:
      return row4.verdict;
  }
}
function standingLabel(row4) {
  return LABELS[standingOf(row4)];
}
function standingPhrase(row4) {
  const standing = standingOf(row4);
  if (standing !== "failed") return PHRASES[standing];
  return row4.failure === null ? "failed" : `failed: ${failureWords(row4.failure.reason)}`;
}
function isKnown(row4) {
  const standing = standingOf(row4);
  return standing === "familiar" || standing === "reproduced";
}
function worstFirst(rows) {
  return [...rows].sort(
    (a, b) => STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) || (a.similarity ?? 0) - (b.similarity ?? 0) || compareText(a.id, b.id)
  );
}
function tally3(rows) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const row4 of rows) counts2.set(standingOf(row4), (counts2.get(standingOf(row4)) ?? 0) + 1);
  return counts2;
}
function tallyWords(rows) {
  const counts2 = tally3(rows);
  return STANDINGS.flatMap((standing) => {
    const number3 = counts2.get(standing) ?? 0;
    return number3 === 0 ? [] : [`${grouped(String(number3))} ${TALLIES[standing]}`];
  });
}
function standingsOf(rows) {
  const [first, ...others] = tally3(rows).keys();
  return first !== void 0 && others.length === 0 ? `, ${TALLIES[first]}` : `: ${tallyWords(rows).join(", ")}`;
}
function changedFileCount(report2) {
  return new Set(report2.methods.map((row4) => row4.path)).size;
}

// src/report/markdown/check-verdict.ts
function verdictHeadline(report2) {
  const part3 = partWords(report2.methods.length, report2);
  if (part3 === null) return headlineOf(report2);
  return report2.methods.length === 0 ? "The budget did not suffice for any method" : `${headlineOf(report2)} (${part3})`;
}
function headlineOf(report2) {
  const { methods: methods2 } = report2;
  const model = theModel(report2.model);
  if (methods2.length === 0) return "No method has new code";
  const { outdated, unfamiliar, new: added, ambiguous, failed: failed4 } = groups(report2);
  const which = (number3) => methods2.length === 1 ? "The changed method is" : `${grouped(String(number3))} of ${count2(methods2.length, "changed method")} ${are(number3)}`;
  if (outdated > 0) return `${which(outdated)} outdated for ${model}`;
  if (unfamiliar > 0) return `${which(unfamiliar)} unfamiliar to ${model}`;
  if (added > 0) return `${which(added)} new to ${model}`;
  if (failed4 === methods2.length)
    return `${capitalized(model)} wrote ${methods2.length === 1 ? "nothing for the changed method" : `none of the ${count2(failed4, "changed method")}`}`;
  if (ambiguous > 0) return `${which(ambiguous)} ambiguous for ${model}`;
  if (failed4 > 0)
    return `${capitalized(model)} wrote nothing for ${grouped(String(failed4))} of ${count2(methods2.length, "changed method")}`;
  return methods2.length === 1 ? `${capitalized(model)} knows the changed method` : `${capitalized(model)} knows all ${count2(methods2.length, "changed method")}`;
}
function verdictSentence(report2) {
  const { methods: methods2 } = report2;
  const unasked = unaskedSentence(report2);
  if (methods2.length === 0 && unasked !== null) return `${unasked}.`;
  if (methods2.length === 0) {
    return `Nothing to check between ${inlineCode(revisionName(report2.base))} and ${inlineCode(revisionName(report2.head))}.`;
  }
  const model = modelInWords2(report2);
  const clauses = clausesOf(report2).map((clause, index) => clause(index === 0 ? model : "it"));
  const touches = report2.unasked === void 0 ? "This change touches" : "This is about";
  return `${touches} ${count2(methods2.length, "method")} in ${count2(changedFileCount(report2), "file")}: ${clauses.join("; ")}.`;
}
function reassurance(report2) {
  if ((tally3(report2.methods).get("outdated-by-change") ?? 0) === 0) return null;
  return "New code makes a model outdated: that is the normal effect of work, and nothing for the author to mend.";
}
function clausesOf(report2) {
  const all = report2.methods.length;
  const {
    outdated,
    outdatedAlready,
    unfamiliar,
    unfamiliarAlready,
    new: added,
    ambiguous,
    failed: failed4,
    known
  } = groups(report2);
  const allOfThem = all === 2 ? "both" : `all ${grouped(String(all))}`;
  const of = (number3) => all === 1 ? "it" : number3 === all ? allOfThem : `${grouped(String(number3))} of them`;
  const they = (number3) => all === 1 ? "it is" : `${number3 === all ? allOfThem : grouped(String(number3))} ${are(number3)}`;
  const clauses = [
    outdated > 0 && ((model) => `${model} would **write the old code** in ${of(outdated)}${wasBehind(outdatedAlready, outdated)}`),
    unfamiliar > 0 && ((model) => `${they(unfamiliar)} unfamiliar to ${model}${wasUnfamiliar(unfamiliarAlready, unfamiliar)}`),
    added > 0 && ((model) => `${they(added)} new to ${model}`),
    ambiguous > 0 && ((model) => `${model} disagrees with itself on ${of(ambiguous)}`),
    failed4 > 0 && ((model) => `${model} gave no usable answer for ${of(failed4)}`),
    known > 0 && ((model) => `${model} knows ${known === all ? of(all) : theOther(known)}`)
  ];
  return clauses.filter((clause) => clause !== false);
}
function wasBehind(before3, all) {
  if (before3 === 0) return "";
  return before3 === all ? ", and was already behind there" : `, and was already behind in ${grouped(String(before3))} of these`;
}
function wasUnfamiliar(before3, all) {
  if (before3 === 0) return "";
  if (before3 === all) return `, and ${all === 1 ? "was" : "were"} before`;
  return `, ${grouped(String(before3))} of these before this change too`;
}
function theOther(number3) {
  return number3 === 1 ? "the other" : `the other ${grouped(String(number3))}`;
}
function modelInWords2(report2) {
  const { model, modelOrigin, base } = report2;
  if (model === null) return "the model";
  if (modelOrigin === "trained-on-base")
    return `${inlineCode(modelName(model))} (trained on ${inlineCode(revisionName(base))})`;
  return `${inlineCode(modelName(model))} (${trainedAt(model, inlineCode)})`;
}
function capitalized(words) {
  return words.replace(/^./, (first) => first.toUpperCase());
}
function groups(report2) {
  const counts2 = tally3(report2.methods);
  const sum2 = (...standings) => standings.reduce((total, standing) => total + (counts2.get(standing) ?? 0), 0);
  return {
    outdated: sum2("outdated-by-change", "outdated", "outdated-already"),
    outdatedAlready: sum2("outdated-already"),
    unfamiliar: sum2("unfamiliar-since", "unfamiliar", "unfamiliar-already"),
    unfamiliarAlready: sum2("unfamiliar-already"),
    new: sum2("new"),
    ambiguous: sum2("ambiguous"),
    failed: sum2("failed"),
    known: sum2("familiar", "reproduced")
  };
}

// src/report/line-diff.ts
import { diffArrays } from "diff";
var EDITS_WORTH_READING = 2e3;
function linesOf2(text) {
  return text.split(/\r\n|\n|\r/);
}
function lineDiff(code2, written3) {
  const before3 = linesOf2(code2);
  const after2 = linesOf2(written3);
  const parts = diffArrays(before3, after2, { maxEditLength: EDITS_WORTH_READING });
  if (parts === void 0) return [...marked("-", before3), ...marked("+", after2)];
  return parts.flatMap((part3) => marked(part3.removed ? "-" : part3.added ? "+" : " ", part3.value));
}
function differs(lines) {
  return lines.some(({ mark: mark2 }) => mark2 !== " ");
}
function dedent(lines) {
  const telling = lines.filter(({ text }) => text.trim() !== "" && !text.startsWith("{"));
  const shared2 = telling.length === 0 ? 0 : Math.min(...telling.map(({ text }) => indentOf2(text)));
  return lines.map((line4) => line4.text.startsWith("{") ? line4 : { ...line4, text: line4.text.slice(shared2) });
}
function indentOf2(text) {
  return text.length - text.trimStart().length;
}
function marked(mark2, texts2) {
  return texts2.map((text) => ({ mark: mark2, text }));
}

// src/report/markdown/diffs.ts
var CONTEXT = 3;
var LEAST_SKIPPED = 3;
var LINES_SHOWN = 80;
function foldedDiff(row4) {
  if (row4.texts.regenerated === null) return [];
  const diff = dedent(lineDiff(row4.texts.after, row4.texts.regenerated));
  if (!differs(diff)) return [];
  const lines = withoutCommonRuns(diff);
  const shown5 = lines.slice(0, LINES_SHOWN);
  const rest = lines.length - shown5.length;
  return folded(`What the model wrote for ${htmlCode(spokenName(row4.id, row4.path))}`, [
    "`-` the code after this change, `+` what the model wrote",
    "",
    ...fenced2(rest > 0 ? [...shown5, `  … ${count2(rest, "more line")}`] : shown5, "diff")
  ]);
}
function withoutCommonRuns(diff) {
  const near = diff.map(
    (_, index) => diff.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ mark: mark2 }) => mark2 !== " ")
  );
  const lines = [];
  let common = [];
  const flush = () => {
    lines.push(...common.length < LEAST_SKIPPED ? common : [`  … ${count2(common.length, "line")} in both`]);
    common = [];
  };
  for (const [index, { mark: mark2, text }] of diff.entries()) {
    const line4 = `${mark2}${text}`.trimEnd();
    if (near[index]) {
      flush();
      lines.push(line4);
    } else common.push(line4);
  }
  flush();
  return lines;
}

// src/report/markdown/check.ts
function checkMarkdown(report2, detail) {
  const rows = worstFirst(report2.methods);
  const open4 = rows.filter((row4) => !isKnown(row4)).slice(0, detail.rows);
  const rest = rows.slice(open4.length);
  return paragraphs(
    [`### ${verdictHeadline(report2)}`],
    [verdictSentence(report2)],
    budgetSpent(report2),
    table(open4),
    foldedRows(rest, open4.length, detail.foldedRows),
    ...rows.filter((row4) => !isKnown(row4) && row4.texts.regenerated !== null).slice(0, detail.diffs).map(foldedDiff),
    failures(rows),
    sentence2(reassurance(report2)),
    sentence2(shadowSentence(report2.model, inlineCode)),
    sentence2(originSentence(report2.modelOrigin, inlineCode)),
    elsewhere(report2),
    scores2(report2),
    usageLine(report2)
  );
}
function table(rows) {
  if (rows.length === 0) return [];
  return ["| Method | Similarity | To the code before | |", "| :-- | --: | --: | :-- |", ...rows.map(tableRow)];
}
function tableRow(row4) {
  const cells = [
    inlineCode(spokenName(row4.id, row4.path)),
    unbroken(percent(row4.similarity)),
    unbroken(percent(row4.similarityToPrevious)),
    standingPhrase(row4)
  ];
  return `| ${cells.join(" | ")} |`;
}
function unbroken(text) {
  return text.replaceAll(" ", " ");
}
function foldedRows(rows, open4, limit) {
  if (rows.length === 0) return [];
  const summary = `${count2(rows.length, open4 === 0 ? "method" : "more method")}${standingsOf(rows)}`;
  const told2 = rows.slice(0, limit);
  const untold = rows.length - told2.length;
  const leftOut = `${count2(untold, "method")} did not fit here; the JSON report has all of them.`;
  return folded(summary, [
    ...table(told2),
    ...untold > 0 && told2.length > 0 ? [""] : [],
    ...untold > 0 ? [leftOut] : []
  ]);
}
function failures(rows) {
  const said = failureSentence(rows);
  return said === null ? [] : [`${said}.`, ...detailLines(failureDetails(rows, 3))];
}
function elsewhere(report2) {
  const { cosmetic, moved: moved2, deleted, leftOut, notes } = report2;
  const items = [
    ...namesItem("changed in white space or comments alone", cosmetic),
    ...namesItem(
      "moved with the same code",
      moved2.map(({ id }) => id)
    ),
    ...namesItem("deleted", deleted),
    ...leftOutItems(leftOut),
    ...noteItems(notes)
  ];
  return items.length === 0 ? [] : folded("Not scored, and notes on files", bullets(items));
}
function budgetSpent(report2) {
  const words = unaskedSentence(report2);
  return words === null || report2.methods.length === 0 ? [] : [`${words}.`];
}
function scores2(report2) {
  const sentences = scoreSentences(report2.summary.methods);
  return sentences.length === 0 ? [] : [`<sub>${sentences.join(" · ")}</sub>`];
}

// src/report/score-table.ts
var SCORE_HEADINGS = ["error rate", "similarity", "recovery"];
function scoreBlocks(summary, stub, label2) {
  const { files, methods: methods2 } = summary;
  const { count: eligible2, scored, failed: failed4 } = methods2;
  const start = { label: "every body erased", scores: stub.methods };
  const methodLines = failed4 === 0 ? [start, { label: label2, scores: methods2 }] : [
    start,
    ...scored === 0 ? [] : [{ label: `${label2}, the ${grouped(String(scored))} scored`, scores: methods2 }],
    { label: `${label2}, failures as stubs`, scores: methods2.withFailuresAsStubs }
  ];
  return [
    {
      sample: `over ${count2(files.count, "file")}`,
      lines: [
        { label: "every body erased", scores: stub.files },
        { label: label2, scores: files }
      ]
    },
    {
      sample: `over ${count2(eligible2, "method")}${failed4 === 0 ? ", all scored" : `, ${grouped(String(failed4))} failed`}`,
      lines: eligible2 === 0 ? [] : methodLines
    }
  ];
}
function scoreCells({ errorRate, similarity: similarity3, recovery }) {
  return [characters(errorRate, 2), share2(similarity3, 4), share2(recovery, 4)];
}

// src/report/worst-files.ts
function worstFiles(files, few) {
  return differing(files).sort((a, b) => a.similarity - b.similarity || b.distance - a.distance || compareText(a.id, b.id)).slice(0, few);
}
function differingWords(files, shown5) {
  const all = differing(files).length;
  const differ = `${grouped(String(all))} of ${count2(files.length, "file")} ${all === 1 ? "differs" : "differ"}`;
  if (all === 1) return differ;
  return shown5 < all ? `${differ}, the worst ${shown5}` : `${differ}, the worst first`;
}
function differing(files) {
  return files.filter(({ distance: distance2 }) => distance2 > 0);
}

// src/report/markdown/codebase.ts
var FEW_FILES = 10;
function evaluateMarkdown(report2) {
  const { model, summary } = report2;
  const name2 = inlineCode(modelName(model));
  const size = `${count2(summary.methods.count, "method")} in ${count2(summary.files.count, "file")}`;
  return paragraphs(
    [`### ${recoveryHeadline(name2, summary)}${inPart(report2)}`],
    [
      `${inlineCode(sourceName(report2.source))}, ${size}; ${[protocolWords(report2.protocol), ...shardWords(report2)].join("; ")}; ${modelInWords(model, inlineCode)}.`
    ],
    budgetSpent2(report2),
    scoreTable(report2, name2),
    sampled(report2),
    reproduced2(report2),
    report2.protocol === "recreate" && isEmbedded(model) ? [VERBATIM_MEMORY] : [],
    sentence2(shadowSentence(model, inlineCode)),
    failures2(report2.methods),
    foldedFiles(report2.files),
    end(report2),
    usageLine(report2)
  );
}
function scoreMarkdown(report2) {
  return paragraphs(
    [`### ${recoveryHeadline(inlineCode(report2.regenerated), report2.summary)}`],
    [`${inlineCode(report2.regenerated)} against ${inlineCode(report2.original)}.`],
    scoreTable(report2, "regenerated"),
    reproduced2(report2),
    failures2(report2.methods),
    foldedFiles(report2.files),
    end(report2)
  );
}
function eraseMarkdown(report2) {
  const { erased, stub } = report2;
  const files = count2(stub.files.count, "file");
  return paragraphs(
    [`### Erased ${count2(erased.bodies, "body", "bodies")} in ${files}`],
    [
      `${count2(erased.characters, "character")} of ${inlineCode(report2.directory)} erased; the stubs are in ${inlineCode(report2.outputDirectory)}.`
    ],
    stub.files.count === 0 ? [] : [
      `Here a model starts: error rate ${characters(stub.files.errorRate, 2)} characters, similarity ${share2(stub.files.similarity, 4)} over ${files}.`
    ],
    end(report2)
  );
}
function trainMarkdown(report2) {
  const { model, output, source } = report2;
  const what = learnedWords(model, "the project");
  return paragraphs(
    [`### ${inlineCode(modelName(model))} learned ${what}`],
    [
      `Trained on ${inlineCode(revisionWithHash(source))}: ${inlineCode(output.model)} (${bytes(output.bytes)}), card ${inlineCode(output.card)}.`
    ],
    sentence2(shadowSentence(model, inlineCode)),
    end(report2)
  );
}
function inPart(report2) {
  const part3 = partWords(report2.summary.methods.count, report2);
  return part3 === null ? "" : ` (${part3})`;
}
function budgetSpent2(report2) {
  const words = unaskedSentence(report2);
  return words === null ? [] : [`${words}.`];
}
function recoveryHeadline(what, { files }) {
  const sample = count2(files.count, "file");
  if (files.recovery === null) return `${what}: nothing was erased in ${sample}`;
  if (files.recovery < 0) return `${what} is further from the original than the bare stubs, over ${sample}`;
  return `${what} brings back ${percent(files.recovery)} of what was erased in ${sample}`;
}
function scoreTable({ summary, stub }, label2) {
  const rows = scoreBlocks(summary, stub, label2).flatMap(({ sample, lines }) => [
    `| **${sample}** | | | |`,
    ...lines.map((line4) => `| ${[line4.label, ...scoreCells(line4.scores)].join(" | ")} |`)
  ]);
  return [`| | ${SCORE_HEADINGS.join(" | ")} |`, "| :-- | --: | --: | --: |", ...rows];
}
function reproduced2(report2) {
  const words = reproducedWords(report2.reproduced, report2.summary.methods);
  return words === null ? [] : [`${words}.`];
}
function sampled(report2) {
  const words = sampleSentence(report2);
  return words === null ? [] : [`${words}.`];
}
function failures2(rows) {
  const said = failureSentence(rows);
  return said === null ? [] : [`${said}.`, ...detailLines(failureDetails(rows, 3))];
}
function foldedFiles(files) {
  const worst = worstFiles(files, FEW_FILES);
  if (worst.length === 0) return [];
  return folded(differingWords(files, worst.length), [
    "| File | Error | Similarity |",
    "| :-- | --: | --: |",
    ...worst.map(
      ({ id, distance: distance2, similarity: similarity3 }) => `| ${inlineCode(id)} | ${characters(distance2, 0)} | ${share2(similarity3, 4)} |`
    )
  ]);
}
function end({ leftOut, notes }) {
  const items = [...leftOutItems(leftOut), ...noteItems(notes)];
  return items.length === 0 ? [] : folded("Left out, and notes on files", bullets(items));
}

// src/core/measure.ts
function similarityOf(distanceUnits, lengthA, lengthB) {
  const longest = Math.max(lengthA, lengthB);
  return longest === 0 ? 1 : 1 - distanceUnits / longest;
}
function measure(original, regenerated, stub) {
  const toStub = original.length - stub.length;
  const toRegenerated = regenerated === stub ? toStub : distance(original, regenerated);
  return {
    distance: toRegenerated,
    similarity: similarityOf(toRegenerated, original.length, regenerated.length),
    stubDistance: toStub,
    stubSimilarity: similarityOf(toStub, original.length, stub.length)
  };
}
function measureBody(original, regenerated) {
  return measure(original, regenerated, EMPTY_BODY);
}
function stubSimilarityOf(bodyLength) {
  return similarityOf(bodyLength - EMPTY_BODY.length, bodyLength, EMPTY_BODY.length);
}
function asStub(measurement) {
  return { ...measurement, distance: measurement.stubDistance, similarity: measurement.stubSimilarity };
}
function summarize(files, methods2) {
  return { files: summarizeFiles(files), methods: summarizeMethods(methods2) };
}
function summarizeStubs(files, methods2) {
  return summarize(
    files.map(asStub),
    methods2.map((method) => ({ ...asStub(method), failed: false }))
  );
}
function summarizeFiles(files) {
  return { count: files.length, ...scoresOf(files) };
}
function summarizeMethods(methods2) {
  const scored = methods2.filter((method) => !method.failed);
  return {
    count: methods2.length,
    scored: scored.length,
    failed: methods2.length - scored.length,
    ...scoresOf(scored),
    withFailuresAsStubs: scoresOf(methods2)
  };
}
function scoresOf(measurements) {
  if (measurements.length === 0) return { errorRate: null, similarity: null, recovery: null };
  let distanceSum = 0;
  let similaritySum = 0;
  let erasedSum = 0;
  for (const measurement of measurements) {
    distanceSum += measurement.distance;
    similaritySum += measurement.similarity;
    erasedSum += measurement.stubDistance;
  }
  return {
    errorRate: distanceSum / measurements.length,
    similarity: similaritySum / measurements.length,
    recovery: erasedSum === 0 ? null : 1 - distanceSum / erasedSum
  };
}
function unmeasured(files, methods2) {
  const none = { errorRate: null, similarity: null, recovery: null };
  return {
    files: { count: files, ...none },
    methods: { count: methods2, scored: 0, failed: 0, ...none, withFailuresAsStubs: none }
  };
}

// src/core/compare-rows.ts
function measuredAnswer({ length }, { distance: distance2, similarity: similarity3 }) {
  const erased = length - EMPTY_BODY.length;
  return {
    distance: distance2 ?? erased,
    similarity: similarity3 ?? stubSimilarityOf(length),
    stubDistance: erased,
    failed: distance2 === null
  };
}
function measuredMethods(methods2, at) {
  return methods2.flatMap((method) => {
    const answer = method.answers[at];
    return answer ? [measuredAnswer(method, answer)] : [];
  });
}
function measuredFiles(files, at) {
  return files.flatMap(({ answers }) => {
    const answer = answers[at];
    return answer ? [{ distance: answer.distance, similarity: answer.similarity, stubDistance: answer.erased }] : [];
  });
}
function pairsOf(methods2, at, against) {
  return methods2.flatMap((method) => {
    const [answer, other] = [method.answers[at], method.answers[against]];
    if (!answer || !other) return [];
    const [mine, theirs] = [measuredAnswer(method, answer), measuredAnswer(method, other)];
    return [{ similarity: mine.similarity - theirs.similarity, distance: mine.distance - theirs.distance }];
  });
}

// src/report/compare-words.ts
var FEW_DETAILS = 3;
function contenderName({ kind, name: name2 }, quote2) {
  return kind === "stub" ? "every body erased" : quote2(name2);
}
function compareHeadline({ contenders, methods: methods2, sample }, quote2) {
  if (methods2.length === 0) return "There was no method to write again";
  const common = methods2.filter(({ answers }) => answers.every((answer) => answer !== null));
  if (common.length === 0) return "There is no method that all were asked for";
  const standing = contenders.map((contender2, at) => ({ contender: contender2, similarity: scoresOf(measuredMethods(common, at)).similarity ?? 0 })).filter(({ contender: contender2 }) => contender2.kind !== "stub").sort((a, b) => b.similarity - a.similarity);
  const [first, second] = standing;
  if (first === void 0) return "No model was asked";
  const those = common.length === methods2.length ? "" : " that all were asked for";
  const score3 = `similarity ${share2(first.similarity)} over ${count2(common.length, "method")}${those}`;
  const name2 = contenderName(first.contender, quote2);
  if (second === void 0) return `${name2} comes to ${score3}`;
  const equals = standing.filter(({ similarity: similarity3 }) => similarity3 === first.similarity);
  if (equals.length > 1) {
    return `${list2(equals.map(({ contender: contender2 }) => contenderName(contender2, quote2)))} come equally close: ${score3}`;
  }
  const ahead = points2(first.similarity - second.similarity).replace("+", "");
  const doubt = sample === null ? "" : unsure(first.contender, second.contender, quote2);
  return `${name2} comes closest: ${score3}, ${ahead} ahead of ${contenderName(second.contender, quote2)}${doubt}`;
}
function unsure(first, second, quote2) {
  if (first.paired !== null && second.paired !== null) {
    return `; with ${contenderName(second, quote2)} as the baseline it would say how sure that is`;
  }
  const interval2 = (first.paired ?? second.paired)?.intervals?.similarity;
  return interval2 && (interval2.low > 0 || interval2.high < 0) ? "" : "; the sample is too small to be sure of it";
}
function compareBasis(report2, quote2) {
  const { methods: methods2, files, sample, protocol, source } = report2;
  const size = `${count2(methods2.length, "method")} in ${count2(files.length, "file")}`;
  const drawn = sample === null ? [] : [
    `a sample: ${grouped(String(methods2.length))} of ${count2(sample.methods, "method")}, drawn by lot with seed ${sample.seed}`
  ];
  return [`${quote2(sourceName(source))}, ${size}`, protocolWords(protocol), ...drawn, ...shardWords(report2)];
}
function contenderLines({ contenders }, quote2) {
  return contenders.flatMap((contender2) => {
    const { model, directory, name: name2 } = contender2;
    if (directory !== null) return [`${quote2(name2)}: the tree ${quote2(directory)}`];
    if (model === null) return [];
    const who = modelName(model) === name2 ? trainedAt(model, quote2) : modelInWords(model, quote2);
    return [`${quote2(name2)}: ${who}`];
  });
}
function compareRemarks(report2, quote2) {
  const { contenders, methods: methods2, protocol, source } = report2;
  const remarks = contenders.flatMap((contender2, at) => {
    const name2 = contenderName(contender2, quote2);
    const answers = methods2.flatMap(({ answers: all }) => all[at] ?? []);
    const failure = failureSentence(answers);
    const said = failure === null ? [] : [`${name2}: ${failure}`];
    if (contender2.unasked === 0) return said;
    const missing2 = count2(contender2.unasked, "method");
    return [
      ...said,
      `${name2} was not asked for ${missing2}: its budget is spent. ${contender2.unasked === 1 ? "It is" : "They are"} left out of its means and its pairs`
    ];
  });
  const isMemory = contenders.some(
    ({ model }) => model !== null && isEmbedded(model) && "revision" in source && model.trainedAt?.revision === source.revision
  );
  const shadows = contenders.flatMap(({ model }) => shadowSentence(model, quote2)?.replace(/\.$/, "") ?? []);
  remarks.push(...new Set(shadows));
  if (report2.sample !== null) remarks.push("In brackets stand 95 % intervals, by the bootstrap over files");
  return protocol === "recreate" && isMemory ? [...remarks, VERBATIM_MEMORY.replace(/\.$/, "")] : remarks;
}
function compareDetails({ methods: methods2 }) {
  return failureDetails(
    methods2.flatMap(({ answers }) => answers.flatMap((answer) => answer ?? [])),
    FEW_DETAILS
  );
}
function compareUsage({ contenders }, quote2) {
  return contenders.flatMap((contender2) => {
    const [said, ...others] = usageSentences(contender2.usage === void 0 ? {} : { usage: contender2.usage }, quote2);
    if (said === void 0) return [];
    const { answeringMs } = contender2;
    const time = answeringMs === null ? "" : `; the answers took ${seconds(answeringMs)} in all, one after the other`;
    return [`${contenderName(contender2, quote2)}: ${said}${time}`, ...others];
  });
}
function seconds(milliseconds) {
  return `${characters(milliseconds / 1e3, 1)} s`;
}
function points2(difference) {
  return `${signed(difference * 100, 1)} points`;
}
function signed(value, digits) {
  const text = characters(value, digits);
  return value > 0 && !text.startsWith("<") ? `+${text}` : text;
}
var plainly = visible;

// src/report/compare-tables.ts
var FEW_PACKAGES = 10;
function scoreTables(report2, quote2) {
  return [methodTable(report2, quote2), fileTable(report2, quote2), pairTable(report2, quote2)];
}
function methodTable({ contenders, methods: methods2 }, quote2) {
  return {
    title: `over ${count2(methods2.length, "method")}`,
    headings: ["similarity", "error rate", "recovery", "exact", "parses", "scored", "failed"],
    rows: contenders.flatMap((contender2) => {
      const { summary, intervals, exact, parses } = contender2;
      const { count: asked, scored, failed: failed4, withFailuresAsStubs: deciding } = summary.methods;
      const name2 = contenderName(contender2, quote2);
      const counts2 = [ofAll(exact, asked), ofAll(parses, asked), grouped(String(scored)), grouped(String(failed4))];
      const similarity3 = withInterval(share2(deciding.similarity, 4), intervals?.methods.similarity ?? null);
      const decisive = [similarity3, characters(deciding.errorRate, 1), share2(deciding.recovery, 4)];
      if (failed4 === 0) return [[name2, ...decisive, ...counts2]];
      const { similarity: scoredSimilarity, errorRate, recovery } = summary.methods;
      return [
        [`${name2}, failures as stubs`, ...decisive, ...counts2],
        [
          `  the ${grouped(String(scored))} scored alone`,
          share2(scoredSimilarity, 4),
          characters(errorRate, 1),
          share2(recovery, 4)
        ]
      ];
    })
  };
}
function fileTable({ contenders, files, sample }, quote2) {
  const what = sample === null ? "whole" : "the drawn bodies alone erased";
  return {
    title: `over ${count2(files.length, "file")}, ${what}, failures as stubs`,
    headings: ["similarity", "error rate", "recovery"],
    rows: contenders.map((contender2) => {
      const { similarity: similarity3, errorRate, recovery } = contender2.summary.files;
      return [
        contenderName(contender2, quote2),
        withInterval(share2(similarity3, 4), contender2.intervals?.files.similarity ?? null),
        characters(errorRate, 1),
        share2(recovery, 4)
      ];
    })
  };
}
function pairTable({ contenders, baseline: baseline2 }, quote2) {
  const against = contenders.find(({ name: name2 }) => name2 === baseline2);
  return {
    title: `against ${against === void 0 ? quote2(baseline2) : contenderName(against, quote2)}, method by method`,
    headings: ["methods", "similarity", "error rate", "won", "tied", "lost"],
    rows: contenders.flatMap(
      (contender2) => contender2.paired === null ? [] : [[contenderName(contender2, quote2), ...pairCells(contender2.paired)]]
    )
  };
}
function pairCells({ methods: methods2, similarity: similarity3, errorRate, won, tied, lost, intervals }) {
  const interval2 = intervals?.similarity ?? null;
  const difference = similarity3 === null ? NO_VALUE : points2(similarity3);
  return [
    grouped(String(methods2)),
    interval2 === null ? difference : `${difference} (${signed(interval2.low * 100, 1)} to ${signed(interval2.high * 100, 1)})`,
    errorRate === null ? NO_VALUE : signed(errorRate, 1),
    ...[won, tied, lost].map((number3) => grouped(String(number3)))
  ];
}
function groupTables({ contenders, groups: groups2 }, quote2) {
  const names = contenders.map((contender2) => contenderName(contender2, quote2));
  return ["kind", "size", "package"].flatMap((by) => {
    const all = groups2.filter((group) => group.by === by);
    const shown5 = by === "package" ? largest(all) : all;
    if (shown5.length === 0) return [];
    const rest = shown5.length < all.length ? `, the ${shown5.length} largest of ${all.length}` : "";
    return [
      {
        title: `similarity of methods by ${by}${rest}`,
        headings: ["methods", ...names],
        rows: shown5.map((group) => [
          groupName(group, quote2),
          grouped(String(group.methods)),
          ...group.contenders.map((scores3) => groupCell(scores3, group.methods))
        ])
      }
    ];
  });
}
function groupCell({ similarity: similarity3, count: asked }, methods2) {
  return asked === methods2 || asked === 0 ? share2(similarity3, 4) : `${share2(similarity3, 4)} (of ${grouped(String(asked))})`;
}
function largest(groups2) {
  return [...groups2].sort((a, b) => b.methods - a.methods).slice(0, FEW_PACKAGES);
}
function groupName({ by, name: name2 }, quote2) {
  if (by !== "package") return name2;
  return name2 === "" ? "the unnamed package" : quote2(name2);
}
function ofAll(part3, all) {
  return all === 0 ? grouped(String(part3)) : `${grouped(String(part3))} (${percent(part3 / all)})`;
}
function withInterval(value, interval2) {
  return interval2 === null ? value : `${value} (${share2(interval2.low, 3)} to ${share2(interval2.high, 3)})`;
}

// src/report/markdown/compare.ts
function compareMarkdown(report2) {
  const [methods2, ...others] = scoreTables(report2, inlineCode);
  const [kinds, ...groups2] = groupTables(report2, inlineCode);
  const end3 = [...leftOutItems(report2.leftOut), ...noteItems(report2.notes)];
  const usage2 = compareUsage(report2, inlineCode);
  return paragraphs(
    [`### ${compareHeadline(report2, inlineCode)}`],
    [`${compareBasis(report2, inlineCode).join("; ")}.`],
    bullets(contenderLines(report2, inlineCode)),
    ...[methods2, ...others, kinds].map((table4) => tableOf(table4)),
    ...groups2.map((table4) => folded(capital(table4.title), rowsOf(table4))),
    bullets(compareRemarks(report2, inlineCode).map((remark) => `${remark}.`)),
    detailLines(compareDetails(report2)).slice(1),
    end3.length === 0 ? [] : folded("Left out, and notes on files", bullets(end3)),
    usage2.length === 0 ? [] : [`<sub>${usage2.join(" · ")}</sub>`]
  );
}
function tableOf(table4) {
  return table4 === void 0 || table4.rows.length === 0 ? [] : [`**${capital(table4.title)}**`, "", ...rowsOf(table4)];
}
function rowsOf({ headings, rows }) {
  return [
    `| | ${headings.join(" | ")} |`,
    `| :-- |${headings.map(() => " --: |").join("")}`,
    ...rows.map(([label2 = "", ...cells]) => {
      const padded = headings.map((_, at) => cells[at] ?? "");
      return `| ${[label2.trim(), ...padded].join(" | ")} |`;
    })
  ];
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/report/drift-words.ts
function sizeWords({ size }) {
  return `${count2(size.lines, "line")} in ${count2(size.files, "file")}`;
}
function spanWords({ months }) {
  const [first, last] = [months[0], months.at(-1)];
  if (first === void 0 || last === void 0) return "no months";
  return first === last ? first.month : `${first.month} to ${last.month}`;
}
function changePercent(value) {
  if (value === null) return NO_VALUE;
  if (value === 0) return "0 %";
  if (value < 5e-4) return "< 0.1 %";
  const hundredths4 = value * 100;
  return hundredths4 < 9.95 ? `${hundredths4.toFixed(1)} %` : `${grouped(hundredths4.toFixed(0))} %`;
}
function standingShare({ standing }, survival, of) {
  return standing === null || survival === null || survival[of] === 0 ? null : standing[of] / survival[of];
}
function meanMonthWords({ months, yearly }) {
  if (yearly === null) return "Not one whole month to take a mean of yet.";
  const { months: n, share: yearShare } = yearly;
  const over = months.filter((month) => month.whole && month.share !== null).slice(-n);
  const lines = Math.round(over.reduce((sum2, month) => sum2 + month.lines, 0) / n);
  const sample = `over ${n === 1 ? "one whole month" : `the last ${n} whole months`} of ${count2(lines, "line")} on average`;
  return `A month changes ${changePercent(yearShare / 12)} of the lines (added and deleted ones, ${sample}).`;
}
function yearlyWords(yearly) {
  if (yearly === null) return [];
  const { share: yearShare, interval: interval2, months } = yearly;
  const range = interval2 === null ? "" : `, and between ${changePercent(interval2.low)} and ${changePercent(interval2.high)} in ${percent(interval2.level)} of years if months go on as they did`;
  return [
    `At this pace a year changes as many lines as ${changePercent(yearShare)} of the code${range} (from ${count2(months, "month")}; a line rewritten counts as deleted and as added).`
  ];
}
function survivalWords({ survival, months, model }, quote2 = visible) {
  const last = months.at(-1);
  if (survival === null) return [];
  const { files, lines, methods: methods2 } = survival;
  const day3 = `${shortRevision(survival.revision)} of ${survival.committedAt.slice(0, 10)}`;
  const from = survival.origin === "trained" ? `the code that ${trainedName(model, quote2)} was trained on (${day3})` : `the code at the start (${day3})`;
  if (last?.standing == null) {
    return [`Nothing has happened yet to ${from}: ${count2(lines, "line")} and ${count2(methods2, "method")}.`];
  }
  const standing = [
    `${percent(last.standing.lines / Math.max(1, lines))} of its ${count2(lines, "line")}`,
    `${percent(last.standing.methods / Math.max(1, methods2))} of its ${count2(methods2, "method")}`
  ];
  return [
    `Of ${from}, ${count2(files, "file")}, there still stand ${standing.join(" and ")}. Lines without a word are not counted.`,
    ...halfLifeWords(survival)
  ];
}
function trainedName(model, quote2) {
  if (!isShadow(model)) return "the model";
  const { of } = model.shadow;
  return of === null ? "the project’s own model" : quote2(of);
}
function halfLifeWords({ linesHalfLife, methodsHalfLife }) {
  const told2 = [
    ...linesHalfLife === null ? [] : [`half of the lines are gone after ${halfLifeSpan(linesHalfLife)}`],
    ...methodsHalfLife === null ? [] : [`half of the methods are gone after ${halfLifeSpan(methodsHalfLife)}`]
  ];
  if (told2.length === 0) return [];
  const points3 = linesHalfLife?.points ?? methodsHalfLife?.points ?? 0;
  const worst = Math.max(linesHalfLife?.misfit ?? 0, methodsHalfLife?.misfit ?? 0) * 100;
  return [
    `At this rate ${list2(told2)}: an exponential decay fitted to ${count2(points3, "month end")}, off by ${share2(worst, 1)} points (root mean square).`
  ];
}
function halfLifeSpan({ months }) {
  if (months >= 1199) return "a century or more";
  if (months < 24) return `${months < 10 ? months.toFixed(1) : months.toFixed(0)} months`;
  return `${(months / 12).toFixed(1)} years`;
}
function passedOverWords({ trainedRevisionPassedOver: reason }) {
  switch (reason) {
    case null:
      return [];
    case "not-in-clone":
      return [
        "The revision that the model was trained at is not in this clone, so the start of the months stands in for it."
      ];
    case "later-than-history":
      return [
        "The model was trained after the history looked at here ends, so the start of the months stands in for it."
      ];
    default:
      return reason;
  }
}
function forecastWords(forecast, model = null) {
  if (forecast === null) return [];
  const sample = `${count2(forecast.points, "entry", "entries")} of the ledger, ${forecast.from.slice(0, 10)} to ${forecast.to.slice(0, 10)}`;
  const line4 = `the line of ${share2(forecast.line)}`;
  const freshness = isShadow(model) ? "Freshness (shadow)" : "Freshness";
  switch (forecast.kind) {
    case "crossed":
      return [`${freshness} is at ${line4} or below it already (${sample}).`];
    case "not-in-sight":
      return [`${freshness} is not on the way to ${line4} within ten years (${sample}).`];
    case "expected": {
      const { day: expected, earliest, latest, level } = forecast;
      const range = latest === null ? `not before ${earliest}, and perhaps not in ten years` : `between ${earliest} and ${latest}`;
      return [
        `${freshness} is forecast to cross ${line4} about ${expected}, with ${percent(level)} certainty ${range} (a random walk with drift, from ${sample}).`
      ];
    }
    default:
      return forecast;
  }
}
function shownMonths({ months }, few) {
  const shown5 = months.slice(-few);
  const hidden = months.length - shown5.length;
  return { shown: shown5, rest: hidden === 0 ? [] : [`and ${count2(hidden, "earlier month")}; --format json has all of them`] };
}
function allChanged({ packages }) {
  return packages.reduce((sum2, { added, deleted }) => sum2 + added + deleted, 0);
}
function packageName(name2) {
  return name2 === "" ? "(no package)" : name2;
}

// src/report/markdown/drift.ts
var FEW_MONTHS = 36;
var FEW_PACKAGES2 = 15;
function driftMarkdown(report2) {
  const { shown: shown5, rest } = shownMonths(report2, FEW_MONTHS);
  return paragraphs(
    [`### ${meanMonthWords(report2)}`],
    [`${inlineCode(revisionWithHash(report2.until))}, ${spanWords(report2)}; ${sizeWords(report2)} of main source.`],
    bullets([
      ...survivalWords(report2, inlineCode),
      ...passedOverWords(report2),
      ...yearlyWords(report2.yearly),
      ...forecastWords(report2.forecast, report2.model),
      ...sentence2(shadowSentence(report2.model, inlineCode))
    ]),
    churnChart(shown5),
    survivalChart(report2, shown5),
    folded("The months", [...monthTable(report2, shown5), ...rest.flatMap((words) => ["", `… ${words}.`])]),
    packageTable(report2),
    end2(report2)
  );
}
function churnChart(months) {
  const percents = months.map(({ share: share3 }) => hundredths2(share3 ?? 0));
  return chart("Lines changed per month, % of the lines at its start", months, `bar [${percents.join(", ")}]`, false);
}
function survivalChart({ survival }, months) {
  const followed = months.filter((month) => standingShare(month, survival, "methods") !== null);
  if (followed.length === 0) return [];
  const percents = followed.map((month) => hundredths2(standingShare(month, survival, "methods") ?? 0));
  return chart("Methods of the first day that still stand, %", followed, `line [${percents.join(", ")}]`, true);
}
function chart(title2, months, series, isWhole) {
  return [
    "```mermaid",
    "xychart-beta",
    `  title "${title2}"`,
    `  x-axis [${months.map(({ month }) => `"${month}"`).join(", ")}]`,
    `  y-axis "%"${isWhole ? " 0 --> 100" : ""}`,
    `  ${series}`,
    "```"
  ];
}
function hundredths2(share3) {
  return String(Number((share3 * 100).toFixed(2)));
}
function monthTable({ survival }, months) {
  return [
    "| Month | Lines changed | of lines | Files | Commits | Lines standing | Methods standing |",
    "| :-- | --: | --: | --: | --: | --: | --: |",
    ...months.map(
      (month) => row3([
        month.whole ? month.month : `${month.month} so far`,
        `${changePercent(month.share)} (+${grouped(String(month.added))} -${grouped(String(month.deleted))})`,
        grouped(String(month.lines)),
        grouped(String(month.files)),
        grouped(String(month.commits)),
        standingCell(month.standing?.lines, standingShare(month, survival, "lines")),
        standingCell(month.standing?.methods, standingShare(month, survival, "methods"))
      ])
    )
  ];
}
function standingCell(standing, share3) {
  return standing === void 0 ? percent(null) : `${percent(share3)} (${grouped(String(standing))})`;
}
function packageTable(report2) {
  const shown5 = report2.packages.slice(0, FEW_PACKAGES2);
  if (shown5.length === 0) return [];
  const all = allChanged(report2);
  const table4 = [
    `| Package | Added | Deleted | Of all ${grouped(String(all))} | Lines now |`,
    "| :-- | --: | --: | --: | --: |",
    ...shown5.map(
      (one) => row3([
        inlineCode(packageName(one.name)),
        grouped(String(one.added)),
        grouped(String(one.deleted)),
        percent((one.added + one.deleted) / all),
        grouped(String(one.lines))
      ])
    )
  ];
  const which = shown5.length < report2.packages.length ? `, the first ${shown5.length}` : "";
  return folded(`The packages that move most, of ${count2(report2.packages.length, "package")}${which}`, table4);
}
function row3(cells) {
  return `| ${cells.join(" | ")} |`;
}
function end2({ leftOut, notes }) {
  const items = [...leftOutItems(leftOut), ...noteItems(notes)];
  return items.length === 0 ? [] : folded("Left out, and notes on files", bullets(items));
}

// src/report/markdown/estimate.ts
function estimateMarkdown({ command, models }) {
  return paragraphs(
    [`### What \`palimpsest ${command}\` would ask`],
    ...models.length === 0 ? [["No model would be asked: there is no method to write."]] : [],
    ...models.flatMap((estimate2) => [
      [`${estimateSentence(estimate2, inlineCode)}.`],
      bullets(estimateDetails(estimate2))
    ]),
    ["<sub>A dry run: nothing was asked.</sub>"]
  );
}

// src/report/markdown/gain.ts
function gainMarkdown(report2) {
  const items = [...leftOutItems(report2.leftOut), ...noteItems(report2.notes)];
  return paragraphs(
    [`### ${gainHeadline(report2)}`],
    [gainSentence(report2)],
    table2(report2),
    bullets([`up to ${inlineCode(revisionWithHash(report2.head))}`, ...gainBasis(report2, inlineCode)]),
    sentence2(shadowSentence(report2.model, inlineCode)),
    items.length === 0 ? [] : folded("Left out, and notes on files", bullets(items)),
    usageLine(report2)
  );
}
function table2(report2) {
  const rows = gainRows(report2);
  if (rows.length === 0) return [];
  const headings = gainHeadings(report2);
  return [
    `| | ${headings.join(" | ")} |`,
    `| :-- |${" --: |".repeat(headings.length)}`,
    ...rows.map(({ label: label2, cells }) => `| ${[label2.trim(), ...cells].join(" | ")} |`)
  ];
}

// src/report/recommendation-words.ts
function recommendationWords({ kind, day: day3 }) {
  switch (kind) {
    case "keep":
      return "keep the model";
    case "retrain-soon":
      return day3 === null ? "retrain soon" : `retrain soon (about ${day3})`;
    case "retrain-now":
      return "retrain now";
    default:
      return kind;
  }
}
function reasonSentences(report2, quote2) {
  return report2.recommendation.reasons.map((reason) => reasonWords(reason, report2, quote2));
}
function reasonWords(reason, report2, quote2) {
  const line4 = `the line${report2.ledger === null ? "" : ` of ${percent(report2.ledger.line)}`}`;
  switch (reason) {
    case "stale":
      return `freshness is below ${line4}`;
    case "crossing-forecast":
      return crossingWords(report2, line4, quote2);
    case "near-line":
      return `freshness is near ${line4}, and there is no forecast to go by`;
    case "fresh":
      return `freshness is not below ${line4}`;
    case "freshness-unknown":
      return unknownWords(report2, quote2);
    case "gain-worth-it":
      return `training again would help: ${gainWords(report2)}`;
    case "gain-too-small":
      return report2.recommendation.reasons.includes("stale") ? `training again would help little: ${gainWords(report2)}. Rather look at the line again, ${quote2("freshness.line")} in the settings file` : `training again would help little: ${gainWords(report2)}`;
    case "gain-unknown":
      return report2.gain === null ? "whether training again would help was not measured" : `whether training again would help cannot be told from ${count2(report2.gain.all.changes, "change")}`;
    default:
      return reason;
  }
}
function gainWords({ gain }) {
  return gain === null ? "" : `${points(gain.all.gain)} points on ${count2(gain.all.changes, "change")}`;
}
function crossingWords({ drift: drift2, recommendation }, line4, quote2) {
  const forecast = drift2?.forecast ?? null;
  const day3 = forecast?.kind === "expected" ? forecast.day : recommendation.day;
  return day3 !== null && recommendation.day !== null && day3 < recommendation.day ? `freshness was forecast to reach ${line4} about ${day3}, which has passed: ${quote2("palimpsest update")} tells` : `freshness is forecast to reach ${line4} about ${day3}`;
}
function unknownWords({ ledger, model }, quote2) {
  if (model.trainedAt === null) {
    return "its freshness is not known, and cannot be: nobody knows what it was trained on";
  }
  const fill = `palimpsest evaluate --protocol in-place --revision ${shortRevision(model.trainedAt.revision)}`;
  if (ledger === null) {
    return `its freshness is not known, for it has no ledger: begin one with ${quote2(fill)}, or train with ${quote2("palimpsest train --evaluate")}`;
  }
  if (ledger.answers === "predecessor") {
    return `its own freshness is not known yet: fill its ledger with ${quote2(fill)}`;
  }
  if (ledger.verdict.reason === "sample-too-small") {
    return `its freshness is not known well enough: score more methods with ${quote2(`${fill} --sample N`)}, then ${quote2("palimpsest update")}`;
  }
  return "its freshness cannot be told: there is nothing to compare with the day of training";
}

// src/report/status-words.ts
function statusHeadline({ ledger, model }) {
  if (ledger === null) return "Freshness unknown: the model has no ledger";
  const verdict = `${freshnessSentence(ledger, ledger.answers === "own" ? model : null)}${methodWords(ledger)}`;
  return ledger.answers === "own" ? verdict : `The model before this one has ${uncapitalized(verdict)}`;
}
function methodWords({ units, scored, commitsBehind }) {
  if (units === 0) return "";
  const which = scored === units ? "all scored" : `${grouped(String(scored))} of them scored`;
  const behind = commitsBehind === null || commitsBehind === 0 ? "" : `, as of ${count2(commitsBehind, "commit")} ago`;
  return ` (${count2(units, "method")}, ${which}${behind})`;
}
function capitalized2(sentence3) {
  return sentence3.charAt(0).toUpperCase() + sentence3.slice(1);
}
function uncapitalized(sentence3) {
  return sentence3.charAt(0).toLowerCase() + sentence3.slice(1);
}
function predecessorSentences({ ledger }, quote2) {
  if (ledger === null || ledger.answers === "own") return [];
  const whose = `${quote2(modelName(ledger.model))}, ${trainedAt(ledger, quote2)}`;
  return [
    `The model in use has no ledger that is scored enough, so that of the model before it answers: ${whose}. These figures are that model’s.`
  ];
}
function ledgerSentences({ ledger, at }, quote2) {
  if (ledger === null) return [];
  const { standsAt, commitsBehind } = ledger;
  const [day3] = /^\d{4}-\d{2}-\d{2}/.exec(standsAt.committedAt ?? "") ?? [];
  const place = `The ledger stands at ${quote2(shortRevision(standsAt.revision))}${day3 === void 0 ? "" : ` of ${day3}`}`;
  const next2 = ledger.answers === "own" ? `: ${quote2("palimpsest update")} brings it on` : "";
  if (standsAt.revision === at.revision) return [];
  if (commitsBehind === null) return [`${place}, which this clone does not hold${next2}.`];
  if (commitsBehind === 0) return [`${place}, which is later.`];
  return [`${place}, ${count2(commitsBehind, "commit")} behind${next2}.`];
}
function ageSentence({ age: { days, commits } }) {
  const known = [
    ...days === null ? [] : [count2(days, "day")],
    ...commits === null ? [] : [`${count2(commits, "commit")} of the line of first parents`]
  ];
  return known.length === 0 ? "Not known." : `${list2(known)} since training.`;
}
function gainSentences(report2) {
  const { gain } = report2;
  if (gain === null) return [unmeasuredWords("gain", report2)];
  const [window] = gainBasis(gain);
  return [`${gainHeadline(gain)}. ${gainSentence(gain)}`, ...window === void 0 ? [] : [`${capitalized2(window)}.`]];
}
function driftSentences(report2) {
  const { drift: drift2 } = report2;
  if (drift2 === null) return [unmeasuredWords("drift", report2)];
  return [meanMonthWords(drift2), ...survivalWords(drift2).slice(0, 1), ...passedOverWords(drift2)];
}
function forecastSentences({ drift: drift2, ledger, model }) {
  if (drift2 === null) return ["Not made: it is part of the drift."];
  if (drift2.forecast !== null) return forecastWords(drift2.forecast, model);
  if (ledger === null || ledger.answers === "predecessor") return ["Not made: it stands on the model’s own ledger."];
  return ["Not made: it takes entries of the ledger on three days at least, one an update."];
}
function unmeasuredWords(what, { unmeasured: unmeasured2 }) {
  const reason = unmeasured2.find((one) => one.what === what)?.reason ?? "not-asked";
  switch (reason) {
    case "not-asked":
      return "Not measured, as asked.";
    case "shallow-clone":
      return "Not measured: this shallow clone begins within the months that were asked for.";
    case "no-source-files":
      return "Not measured: there is no main source.";
    default:
      return reason;
  }
}

// src/report/markdown/freshness.ts
function partTable({ freshness }) {
  if (freshness === null) return [];
  const points3 = shownPoints(freshness);
  return [
    "| Since training | Methods | Points |",
    "| :-- | --: | --: |",
    ...FRESHNESS_PARTS.map((name2) => `| ${name2} | ${grouped(String(freshness.parts[name2].units))} | ${points3[name2]} |`),
    `| freshness | | ${freshnessPercent({ value: freshness.value, margin: null })} |`
  ];
}

// src/report/freshness-history.ts
var FEW_POINTS = 30;
function lastPoints(history, most = FEW_POINTS) {
  const shown5 = history.filter(({ freshness }) => Number.isFinite(freshness)).slice(-Math.min(most, FEW_POINTS));
  return shown5.length < 2 ? [] : shown5;
}
function pointsWords(points3) {
  const days = [points3[0], points3.at(-1)].map((point) => dayOf2(point?.committedAt ?? null));
  const [first, last] = days;
  const span = first == null || last == null ? "" : first === last ? `, ${first}` : `, ${first} to ${last}`;
  return `the last ${points3.length} entries of the ledger${span}`;
}
function dayOf2(committedAt) {
  const instant = committedAt === null ? Number.NaN : Date.parse(committedAt);
  return Number.isFinite(instant) ? new Date(instant).toISOString().slice(0, 10) : null;
}

// src/report/markdown/freshness-chart.ts
function freshnessChart2({ history, line: line4 }) {
  const points3 = lastPoints(history);
  if (points3.length === 0) return [];
  const values = points3.map(({ freshness }) => freshness * 100);
  const low = Math.floor(Math.min(line4 * 100, ...values)) - 1;
  const high = Math.ceil(Math.max(100, ...values));
  return folded(`Freshness over ${pointsWords(points3)}`, [
    "```mermaid",
    "xychart-beta",
    `  title "Freshness and the line of ${percent(line4)}"`,
    `  x-axis "${pointsWords(points3)}" 1 --> ${points3.length}`,
    `  y-axis "%" ${low} --> ${high}`,
    `  line [${values.map(hundredths3).join(", ")}]`,
    `  line [${values.map(() => hundredths3(line4 * 100)).join(", ")}]`,
    "```"
  ]);
}
function hundredths3(percents) {
  return String(Number(percents.toFixed(2)));
}

// src/report/markdown/status.ts
function statusMarkdown(report2) {
  const { ledger, model, at, recommendation } = report2;
  return paragraphs(
    [`### ${statusHeadline(report2)}`],
    [`**Recommendation: ${recommendationWords(recommendation)}**`],
    bullets(reasonSentences(report2, inlineCode)),
    [
      `${modelInWords(model, inlineCode)}, looked at from ${inlineCode(revisionWithHash(at))}.`,
      ...predecessorSentences(report2, inlineCode)
    ],
    sentence2(shadowSentence(model, inlineCode)),
    ledger === null ? [] : partTable(ledger),
    ledger === null ? [] : freshnessChart2(ledger),
    ledger === null ? [] : [[`${meansSentence(ledger)}.`, ...ledgerSentences(report2, inlineCode)].join(" ")],
    bullets([
      `**Age.** ${ageSentence(report2)}`,
      `**Gain.** ${gainSentences(report2).join(" ")}`,
      `**Drift.** ${driftSentences(report2).join(" ")}`,
      `**Forecast.** ${forecastSentences(report2).join(" ")}`
    ])
  );
}

// src/report/markdown/update.ts
function updateMarkdown(report2) {
  const { ledger, model, methods: methods2, notes, route, to } = report2;
  const failures3 = failureSentence(methods2);
  return paragraphs(
    [`### ${freshnessSentence(ledger, model)}${route === "budget-spent" ? " (not brought further)" : ""}`],
    [`${modelInWords(model, inlineCode)}, at ${inlineCode(revisionWithHash(to))}. ${meansSentence(ledger)}.`],
    sentence2(shadowSentence(model, inlineCode)),
    partTable(ledger),
    freshnessChart2(ledger),
    [`${updateSentence(report2, (label2) => inlineCode(revisionWithHash(label2)))}.`],
    failures3 === null ? [] : [`${failures3}.`, ...detailLines(failureDetails(methods2, 3))],
    notes.length === 0 ? [] : folded("Notes on files", bullets(noteItems(notes))),
    usageLine(report2)
  );
}

// src/report/markdown.ts
var MARKDOWN_LIMIT = 65e3;
var DETAILS = [
  { rows: 25, foldedRows: 1e3, diffs: 3 },
  { rows: 25, foldedRows: 400, diffs: 3 },
  { rows: 25, foldedRows: 200, diffs: 1 },
  { rows: 25, foldedRows: 100, diffs: 1 },
  { rows: 25, foldedRows: 0, diffs: 1 },
  { rows: 25, foldedRows: 0, diffs: 0 }
];
function renderMarkdown(report2) {
  switch (report2.kind) {
    case "check":
      return withinLimit((detail) => checkMarkdown(report2, detail));
    case "evaluate":
      return evaluateMarkdown(report2);
    case "compare":
      return compareMarkdown(report2);
    case "score":
      return scoreMarkdown(report2);
    case "erase":
      return eraseMarkdown(report2);
    case "train":
      return trainMarkdown(report2);
    case "update":
      return updateMarkdown(report2);
    case "drift":
      return driftMarkdown(report2);
    case "gain":
      return gainMarkdown(report2);
    case "status":
      return statusMarkdown(report2);
    case "backtest":
      return backtestMarkdown(report2);
    case "estimate":
      return estimateMarkdown(report2);
    default:
      return report2;
  }
}
function withinLimit(render3) {
  let text = "";
  for (const detail of DETAILS) {
    text = render3(detail);
    if (text.length <= MARKDOWN_LIMIT) break;
  }
  return text;
}

// src/report/terminal/layout.ts
import pc from "picocolors";
import stringWidth from "string-width";
function paints({ color }) {
  return pc.createColors(color);
}
var ELLIPSIS = "…";
var BAR_CELLS = 10;
var EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
function widthOf(text) {
  return stringWidth(text);
}
function padEnd(text, width) {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
function padStart(text, width) {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}
function truncateMiddle(text, width) {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(ELLIPSIS);
  if (room <= 0) return ELLIPSIS.slice(0, Math.max(0, width));
  const letters = [...new Intl.Segmenter("en").segment(text)].map(({ segment }) => segment);
  const start = take(letters, Math.ceil(room / 2));
  const end3 = take(letters.toReversed(), room - widthOf(start.join("")));
  return start.join("") + ELLIPSIS + end3.toReversed().join("");
}
function truncatePath(path, width) {
  if (widthOf(path) <= width) return path;
  const folders = path.split("/");
  for (let kept = folders.length - 2; kept >= 1; kept--) {
    const shorter = [...folders.slice(0, 1), ELLIPSIS, ...folders.slice(-kept)].join("/");
    if (widthOf(shorter) <= width) return shorter;
  }
  const file = [ELLIPSIS, ...folders.slice(-1)].join("/");
  return widthOf(file) <= width ? file : truncateMiddle(folders.at(-1) ?? path, width);
}
function bar(share3, cells = BAR_CELLS) {
  const all = cells * 8;
  const exact = Math.min(1, Math.max(0, share3)) * all;
  const eighths = exact === 0 || exact === all ? exact : Math.min(all - 1, Math.max(1, Math.round(exact)));
  const filled = "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
  return filled.padEnd(cells, "·");
}
var BAR_WIDTH = BAR_CELLS;
function prose(text, { width }, indent = "  ") {
  const lines = [];
  let line4 = "";
  for (const word of text.split(" ")) {
    if (line4 !== "" && widthOf(`${indent}${line4} ${word}`) > width) {
      lines.push(indent + line4);
      line4 = word;
    } else line4 = line4 === "" ? word : `${line4} ${word}`;
  }
  return line4 === "" ? lines : [...lines, indent + line4];
}
function title(parts, options) {
  const gap = "   ";
  const lines = [];
  for (const part3 of parts) {
    const last = lines.at(-1);
    if (last !== void 0 && widthOf(last + gap + part3) <= options.width) lines[lines.length - 1] = last + gap + part3;
    else lines.push(truncateMiddle(last === void 0 ? part3 : `  ${part3}`, options.width));
  }
  return lines.map((line4, index) => index === 0 ? paints(options).bold(line4) : line4);
}
function paragraphs2(...blocks) {
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => index === 0 ? lines : ["", ...lines]);
}
function columns(rows, indent) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row4) => widthOf(row4[column] ?? ""))));
  return rows.map(
    (row4) => (indent + row4.map((cell2, at) => (at === 0 ? padEnd : padStart)(cell2, widths[at] ?? 0)).join("  ")).trimEnd()
  );
}
function take(letters, width) {
  let used = 0;
  const taken = [];
  for (const letter of letters) {
    used += widthOf(letter);
    if (used > width) break;
    taken.push(letter);
  }
  return taken;
}

// src/report/terminal/backtest.ts
var FEW_STATES2 = 24;
var FEW_TRAININGS2 = 8;
var WIDE2 = 120;
var WIDE_CELLS = 8;
var CELLS = 6;
var FEW_CELLS = 5;
function backtestLines(report2, options) {
  return paragraphs2(
    title(
      [
        `palimpsest backtest  ${visible(revisionWithHash(report2.trainAt))} to ${visible(revisionWithHash(report2.until))}`,
        count2(report2.span.states, "state"),
        ...linesWords(report2)
      ],
      options
    ),
    prose(`${backtestHeadline(report2)}.`, options),
    lineSentences(report2).flatMap((sentence3) => prose(sentence3, options)),
    outcomeLines(report2, options),
    trainingLines(report2, options),
    stateLines(report2, options),
    backtestBasis(report2).flatMap((line4) => prose(line4, options))
  );
}
function outcomeLines(report2, options) {
  const isWide = options.width >= WIDE2;
  const fitting = (cells) => cells.filter((_, index) => isWide || FEW_OUTCOMES.includes(OUTCOME_HEADINGS[index] ?? ""));
  const barOf = (share3) => isWide ? [bar(share3 ?? 0, WIDE_CELLS)] : [];
  const rows = report2.outcomes.map((outcome) => [
    lineLabel(outcome),
    ...barOf(outcome.meanFreshness),
    freshnessWords(outcome.meanFreshness),
    ...fitting(outcomeCells(outcome, report2))
  ]);
  const headings = ["again below", ...isWide ? [""] : [], "mean freshness", ...fitting(OUTCOME_HEADINGS)];
  return table3([headings, ...rows], options);
}
function trainingLines({ outcomes }, options) {
  const fitting = (cells) => options.width >= WIDE2 ? cells : cells.slice(0, FEW_CELLS);
  const rows = outcomes.flatMap(
    (outcome) => outcome.trainings.slice(0, FEW_TRAININGS2).map((training, index) => [index === 0 ? lineLabel(outcome) : "", ...fitting(trainingCells(training))])
  );
  if (rows.length === 0) return [];
  const left = outcomes.flatMap((outcome) => {
    const more = outcome.trainings.length - FEW_TRAININGS2;
    return more > 0 ? [`${lineLabel(outcome)}: and ${count2(more, "later training")}; --format json has all of them`] : [];
  });
  return [
    ...table3([["asked below", ...fitting(TRAINING_HEADINGS)], ...rows], options),
    ...left.flatMap((words) => prose(words, options))
  ];
}
function stateLines({ points: points3 }, options) {
  const shown5 = thinned(points3, FEW_STATES2);
  const rows = shown5.map((point) => [
    day(point.committedAt),
    bar(point.freshness?.value ?? 0, cellsFor(options)),
    ...pointCells(point)
  ]);
  return [
    ...table3([["never trained again", "", ...POINT_HEADINGS], ...rows], options),
    ...thinnedWords(shown5.length, points3.length).flatMap((words) => prose(words, options))
  ];
}
function cellsFor({ width }) {
  return width >= WIDE2 ? WIDE_CELLS : CELLS;
}
function table3(rows, options) {
  return columns(rows, "  ").map((line4, index) => index === 0 ? paints(options).dim(line4) : line4);
}

// src/report/terminal/check-rows.ts
var LAYOUTS = [
  { bar: true, before: true, path: true },
  { bar: false, before: true, path: true },
  { bar: false, before: false, path: true },
  { bar: false, before: false, path: false }
];
var INDENT2 = "  ";
var LABEL_WIDTH = "unfamiliar".length;
var GAP2 = "   ";
var READABLE = 22;
var LEAST = 8;
var COLORS = {
  "outdated-by-change": "cyan",
  outdated: "cyan",
  "outdated-already": "cyan",
  "unfamiliar-since": "yellow",
  unfamiliar: "yellow",
  "unfamiliar-already": "yellow",
  new: "blue",
  ambiguous: "yellow",
  failed: "magenta",
  familiar: "green",
  reproduced: "green"
};
function checkRows(rows, options, paint) {
  const cells = rows.map(cellsOf2);
  const widest = (cell2) => Math.max(0, ...cells.map((of) => widthOf(cell2(of))));
  const widths = {
    name: widest(({ name: name2 }) => name2),
    path: widest(({ path }) => path),
    similarity: Math.max(
      "100 %".length,
      widest(({ similarity: similarity3 }) => similarity3)
    ),
    previous: widest(({ previous }) => previous)
  };
  const spent = (layout2) => INDENT2.length + LABEL_WIDTH + GAP2.length + 2 + (layout2.bar ? BAR_WIDTH + 1 : 0) + widths.similarity + (layout2.before && widths.previous > 0 ? GAP2.length + widths.previous : 0) + (layout2.path ? GAP2.length : 0);
  const needed = (layout2) => Math.min(widths.name, READABLE) + (layout2.path ? Math.min(widths.path, READABLE) : 0);
  const fits = (layout2) => options.width - spent(layout2) >= needed(layout2);
  const layout = LAYOUTS.find(fits) ?? { bar: false, before: false, path: false };
  const room = Math.max(LEAST, options.width - spent(layout));
  const pathShare = layout.path ? Math.min(widths.path, Math.max(Math.floor(room / 2), room - widths.name)) : 0;
  const nameWidth = Math.min(widths.name, room - pathShare);
  return cells.map((cell2) => line3(cell2, layout, { ...widths, name: nameWidth, path: room - nameWidth }, paint));
}
function cellsOf2(row4) {
  return {
    row: row4,
    name: visible(methodName(row4.id, row4.path)),
    similarity: percent(row4.similarity),
    previous: row4.similarityToPrevious === null ? "" : `before ${percent(row4.similarityToPrevious).padStart("100 %".length)}`,
    path: visible(`${row4.path}:${row4.line}`)
  };
}
function line3(cells, layout, widths, paint) {
  const { row: row4 } = cells;
  const color = paint[COLORS[standingOf(row4)]];
  const columns2 = [
    color(padEnd(standingLabel(row4), LABEL_WIDTH)),
    `${padEnd(truncateMiddle(cells.name, widths.name), widths.name)}  ${measure2(cells, layout.bar, widths.similarity, color, paint)}`,
    ...layout.before && widths.previous > 0 ? [paint.dim(padEnd(cells.previous, widths.previous))] : [],
    ...layout.path ? [paint.dim(truncatePath(cells.path, widths.path))] : []
  ];
  return (INDENT2 + columns2.join(GAP2)).trimEnd();
}
function measure2({ row: row4, similarity: similarity3 }, withBar, width, color, paint) {
  const number3 = padStart(similarity3, width);
  if (!withBar) return number3;
  if (row4.similarity === null) {
    const why = row4.failure === null ? NO_VALUE : failureWords(row4.failure.reason);
    return paint.dim(padEnd(why, BAR_WIDTH + 1 + width));
  }
  const cells = bar(row4.similarity);
  const empty = cells.indexOf("·");
  const painted2 = empty < 0 ? color(cells) : color(cells.slice(0, empty)) + paint.dim(cells.slice(empty));
  return `${painted2} ${number3}`;
}

// src/report/terminal/parts.ts
var FEW_NOTES2 = 5;
var FEW_DETAILS2 = 3;
var FEW_NAMES2 = 3;
function leftOutLines(leftOut, options) {
  const said = leftOut.flatMap((one) => leftOutWords(one) ?? []);
  return said.length === 0 ? [] : prose(`left out: ${said.join(", ")}`, options);
}
function noteLines(notes, options) {
  const lines = notes.slice(0, FEW_NOTES2).flatMap((note) => prose(`${visible(note.path)}: ${noteWords(note)}`, options));
  const rest = notes.length - FEW_NOTES2;
  return rest > 0 ? [...lines, ...prose(`… and ${count2(rest, "more file")} with notes`, options)] : lines;
}
function failureLines(rows, options) {
  const sentence3 = failureSentence(rows);
  if (sentence3 === null) return [];
  const details = failureDetails(rows, FEW_DETAILS2).flatMap((detail) => prose(detail, options, "    "));
  return [...prose(sentence3, options), ...details];
}
function budgetLines(facts, options) {
  const sentence3 = unaskedSentence(facts);
  return sentence3 === null ? [] : prose(`${sentence3}.`, options);
}
function usageLines(facts, options) {
  return usageSentences(facts).flatMap((sentence3) => prose(sentence3, options));
}
function namesLines(what, ids, options) {
  if (ids.length === 0) return [];
  const names = ids.slice(0, FEW_NAMES2).map((id) => visible(methodName(id)));
  return prose(`${count2(ids.length, "method")} ${what}: ${firstFew(names, FEW_NAMES2, ids.length)}`, options);
}

// src/report/terminal/check.ts
var ROWS_SHOWN = 40;
function checkLines(report2, options) {
  const rows = worstFirst(report2.methods);
  return paragraphs2(
    title(headlineParts(report2), options),
    budgetLines(report2, options),
    rows.length > 0 ? rowLines(rows, options) : prose(report2.unasked === void 0 ? nothingChanged(report2) : "", options),
    rows.length === 0 ? [] : summaryLines(report2, rows, options),
    [
      ...namesLines("changed in white space or comments alone", report2.cosmetic, options),
      ...namesLines(
        "moved with the same code",
        report2.moved.map(({ id }) => id),
        options
      ),
      ...namesLines("deleted", report2.deleted, options),
      ...leftOutLines(report2.leftOut, options),
      ...noteLines(report2.notes, options)
    ],
    usageLines(report2, options),
    rows.length === 0 ? [] : hintLines(report2, rows, options)
  );
}
function headlineParts(report2) {
  const range = visible(`${revisionName(report2.base)}…${revisionName(report2.head)}`);
  const methods2 = partWords(report2.methods.length, report2) ?? count2(report2.methods.length, "changed method");
  const changed = report2.methods.length === 0 ? methods2 : `${methods2} in ${count2(changedFileCount(report2), "file")}`;
  const headline = `palimpsest check  ${range}  ${changed}`;
  return report2.model === null ? [headline] : [headline, `model: ${modelWords2(report2.model, report2)}`];
}
function modelWords2(model, { modelOrigin, base }) {
  if (modelOrigin !== "trained-on-base") return visible(modelInWords(model));
  return visible(`${modelName(model)}, trained now on ${revisionWithHash(base)}`);
}
function nothingChanged(report2) {
  const range = visible(`${revisionName(report2.base)} and ${revisionName(report2.head)}`);
  if (report2.base.revision === report2.head.revision) {
    return `Nothing to check: ${range} are the same commit. For the last commit: ${COMMANDS.lastCommit}`;
  }
  const onlyElsewhere = report2.cosmetic.length + report2.moved.length + report2.deleted.length > 0;
  return onlyElsewhere ? `Nothing to check: no method has new code between ${range}.` : `Nothing to check: no method changed between ${range}.`;
}
function rowLines(rows, options) {
  const lines = checkRows(rows.slice(0, ROWS_SHOWN), options, paints(options));
  const folded2 = rows.slice(ROWS_SHOWN);
  if (folded2.length === 0) return lines;
  return [
    ...lines,
    ...prose(`… and ${count2(folded2.length, "more method")}${standingsOf(folded2)}`, options),
    ...prose(`All of them: ${COMMANDS.everything}`, options)
  ];
}
function summaryLines(report2, rows, options) {
  return [
    ...prose(tallyWords(rows).join(" · "), options),
    ...scoreSentences(report2.summary.methods).flatMap((sentence3) => prose(sentence3, options)),
    ...failureLines(rows, options)
  ];
}
function hintLines(report2, rows, options) {
  const worst = rows.find((row4) => row4.texts.regenerated !== null && standingOf(row4) !== "reproduced");
  const show = worst === void 0 ? [] : prose(`See what the model wrote: ${COMMANDS.show} ${argument(methodName(worst.id, worst.path))}`, options);
  return [
    ...prose(visible(shadowSentence(report2.model) ?? ""), options),
    ...prose(originSentence(report2.modelOrigin) ?? "", options),
    ...show
  ];
}
function argument(name2) {
  const simple = visible(name2.replace(/\(.*$/s, ""));
  return /^[\w.-]+$/.test(simple) ? simple : `'${simple.replaceAll("'", "'\\''")}'`;
}

// src/report/terminal/scores.ts
var FEW_FILES2 = 10;
function scoreLines({ summary, stub }, label2, options) {
  const blocks = scoreBlocks(summary, stub, visible(label2));
  const rows = blocks.flatMap(({ sample, lines }) => [
    [sample, "", "", ""],
    ...lines.map((line4) => [`  ${line4.label}`, ...scoreCells(line4.scores)])
  ]);
  return columns([["", ...SCORE_HEADINGS], ...rows], "  ").map(
    (line4) => line4.slice(0, Math.max(line4.length, options.width))
  );
}
function worstFileLines(files, options) {
  const worst = worstFiles(files, FEW_FILES2);
  if (worst.length === 0) return [];
  const numbers = worst.map(({ distance: distance2, similarity: similarity3 }) => ["", characters(distance2, 0), share2(similarity3, 4)]);
  const [heading3 = "", ...rows] = columns([["", "error", "similarity"], ...numbers], "");
  const width = options.width - heading3.length - 2;
  return [
    ...prose(differingWords(files, worst.length), options),
    heading3,
    ...rows.map((row4, index) => `${row4}  ${truncatePath(visible(worst[index]?.id ?? ""), width)}`)
  ];
}

// src/report/terminal/codebase.ts
function evaluateLines(report2, options) {
  const { model, summary } = report2;
  const asked = partWords(summary.methods.count, report2) ?? count2(summary.methods.count, "method");
  const size = `${asked} in ${count2(summary.files.count, "file")}`;
  return paragraphs2(
    title(
      [
        `palimpsest evaluate  ${visible(sourceName(report2.source))}  ${size}`,
        protocolWords(report2.protocol),
        ...shardWords(report2),
        `model: ${visible(modelInWords(model))}`
      ],
      options
    ),
    budgetLines(report2, options),
    scoreLines(report2, modelName(model), options),
    [
      ...prose(sampleSentence(report2) ?? "", options),
      ...prose(reproducedWords(report2.reproduced, summary.methods) ?? "", options),
      ...failureLines(report2.methods, options),
      ...report2.protocol === "recreate" && isEmbedded(model) ? prose(VERBATIM_MEMORY, options) : [],
      ...prose(visible(shadowSentence(model) ?? ""), options)
    ],
    worstFileLines(report2.files, options),
    usageLines(report2, options),
    endLines(report2, options)
  );
}
function scoreReportLines(report2, options) {
  const { summary, original, regenerated } = report2;
  const size = `${count2(summary.methods.count, "method")} in ${count2(summary.files.count, "file")}`;
  return paragraphs2(
    title([`palimpsest score  ${visible(regenerated)} against ${visible(original)}`, size], options),
    scoreLines(report2, "regenerated", options),
    [
      ...prose(reproducedWords(report2.reproduced, summary.methods) ?? "", options),
      ...failureLines(report2.methods, options)
    ],
    worstFileLines(report2.files, options),
    endLines(report2, options)
  );
}
function eraseLines(report2, options) {
  const { erased, stub } = report2;
  const start = `error rate ${characters(stub.files.errorRate, 2)} characters, similarity ${share2(stub.files.similarity, 4)}`;
  return paragraphs2(
    title([`palimpsest erase  ${visible(report2.directory)} → ${visible(report2.outputDirectory)}`], options),
    [
      ...prose(
        `Erased ${count2(erased.bodies, "body", "bodies")}, ${count2(erased.characters, "character")}, in ${count2(stub.files.count, "file")}.`,
        options
      ),
      ...stub.files.count === 0 ? [] : prose(`Here a model starts: ${start} over ${count2(stub.files.count, "file")}.`, options)
    ],
    endLines(report2, options)
  );
}
function trainLines(report2, options) {
  const { model, output, source } = report2;
  return paragraphs2(
    title([`palimpsest train  ${visible(revisionWithHash(source))}`], options),
    [
      ...prose(`${visible(modelName(model))} learned ${learnedWords(model, "an unknown number of methods")}.`, options),
      ...prose(`model: ${visible(output.model)} (${bytes(output.bytes)})`, options),
      ...prose(`card:  ${visible(output.card)}`, options)
    ],
    prose(visible(shadowSentence(model) ?? ""), options),
    endLines(report2, options)
  );
}
function endLines({ leftOut, notes }, options) {
  return [...leftOutLines(leftOut, options), ...noteLines(notes, options)];
}

// src/report/terminal/compare.ts
var LONGEST_NAME = 40;
function compareLines(report2, options) {
  const [what = "", ...how] = compareBasis(report2, name);
  return paragraphs2(
    title([`palimpsest compare  ${what}`, ...how], options),
    prose(`${compareHeadline(report2, name)}.`, options),
    contenderLines(report2, plainly).flatMap((line4) => prose(line4, options)),
    ...scoreTables(report2, name).map((table4) => tableLines(table4, options)),
    ...groupTables(report2, name).map((table4) => tableLines(table4, options)),
    [
      ...compareRemarks(report2, name).flatMap((remark) => prose(`${remark}.`, options)),
      ...compareDetails(report2).flatMap((detail) => prose(detail, options, "    "))
    ],
    compareUsage(report2, name).flatMap((line4) => prose(line4, options)),
    [...leftOutLines(report2.leftOut, options), ...noteLines(report2.notes, options)]
  );
}
function name(text) {
  return truncateMiddle(plainly(text), LONGEST_NAME);
}
function tableLines({ title: heading3, headings, rows }, options) {
  if (rows.length === 0) return [];
  return columns([[heading3, ...headings], ...rows.map(([label2 = "", ...cells]) => [`  ${label2}`, ...cells])], "  ").map(
    (line4, index) => index === 0 ? paints(options).dim(line4) : line4
  );
}

// src/report/terminal/drift.ts
var FEW_MONTHS2 = 24;
var FEW_PACKAGES3 = 8;
var WIDE3 = 112;
var WIDE_CHART_CELLS = 20;
var CHART_CELLS = 7;
var PACKAGE_WIDTH = 60;
var PACKAGE_FIGURES = 56;
function driftLines(report2, options) {
  const { shown: shown5, rest } = shownMonths(report2, FEW_MONTHS2);
  return paragraphs2(
    title(
      [`palimpsest drift  ${visible(revisionWithHash(report2.until))}`, spanWords(report2), sizeWords(report2)],
      options
    ),
    prose(meanMonthWords(report2), options),
    [...monthLines(report2, shown5, options), ...rest.flatMap((words) => prose(words, options))],
    [...survivalWords(report2), ...passedOverWords(report2), ...yearlyWords(report2.yearly)].flatMap(
      (words) => prose(words, options)
    ),
    [...forecastWords(report2.forecast, report2.model), visible(shadowSentence(report2.model) ?? "")].flatMap(
      (words) => prose(words, options)
    ),
    packageLines(report2, options),
    [...leftOutLines(report2.leftOut, options), ...noteLines(report2.notes, options)]
  );
}
function monthLines({ survival }, months, { width }) {
  const most = Math.max(...months.map(({ share: share3 }) => share3 ?? 0));
  const isWide = width >= WIDE3;
  const cells = isWide ? WIDE_CHART_CELLS : CHART_CELLS;
  const rows = months.map((month) => [
    month.month,
    bar(most === 0 ? 0 : (month.share ?? 0) / most, cells),
    changePercent(month.share),
    `${grouped(String(month.added + month.deleted))} of ${grouped(String(month.lines))}`,
    ...isWide ? [grouped(String(month.files)), grouped(String(month.commits))] : [],
    percent(standingShare(month, survival, "lines")),
    percent(standingShare(month, survival, "methods")),
    month.whole ? "" : "so far"
  ]);
  const headings = [
    "month",
    "changed".padEnd(cells),
    "",
    "lines",
    ...isWide ? ["files", "commits"] : [],
    "lines stand",
    "methods",
    ""
  ];
  return columns([headings, ...rows], "  ");
}
function packageLines(report2, options) {
  const shown5 = report2.packages.slice(0, FEW_PACKAGES3);
  if (shown5.length === 0) return [];
  const all = allChanged(report2);
  const rows = shown5.map((one) => [
    truncateMiddle(visible(packageName(one.name)), Math.min(PACKAGE_WIDTH, options.width - PACKAGE_FIGURES)),
    `+${grouped(String(one.added))}`,
    `-${grouped(String(one.deleted))}`,
    percent((one.added + one.deleted) / all),
    grouped(String(one.lines))
  ]);
  const headings = [
    `${options.width >= WIDE3 ? "the packages that move most, of" : "packages, of"} ${report2.packages.length}`,
    "added",
    "deleted",
    `of all ${grouped(String(all))}`,
    "lines now"
  ];
  return columns([headings, ...rows], "  ");
}

// src/report/terminal/estimate.ts
function estimateLines({ command, models }, options) {
  return paragraphs2(
    title([`palimpsest ${command} --dry-run`, "nothing was asked"], options),
    ...models.length === 0 ? [prose("No model would be asked: there is no method to write.", options)] : [],
    ...models.map((estimate2) => [
      ...prose(`${estimateSentence(estimate2)}.`, options),
      ...estimateDetails(estimate2).flatMap((detail) => prose(detail, options, "    "))
    ])
  );
}

// src/report/terminal/gain.ts
function gainLines(report2, options) {
  const rows = gainRows(report2);
  const table4 = rows.length === 0 ? [] : [["", ...gainHeadings(report2)], ...rows.map(({ label: label2, cells }) => [label2, ...cells])];
  return paragraphs2(
    title([`palimpsest gain  ${visible(revisionWithHash(report2.head))}`, gainHeadline(report2)], options),
    prose(gainSentence(report2), options),
    columns(table4, "  ").map((line4, index) => index === 0 ? paints(options).dim(line4) : line4),
    gainBasis(report2).flatMap((line4) => prose(visible(line4), options)),
    prose(visible(shadowSentence(report2.model) ?? ""), options),
    [...leftOutLines(report2.leftOut, options), ...noteLines(report2.notes, options)],
    usageLines(report2, options)
  );
}

// src/report/terminal/freshness.ts
function partLines({ freshness }) {
  if (freshness === null) return [];
  const points3 = shownPoints(freshness);
  const rows = FRESHNESS_PARTS.map((name2) => [name2, grouped(String(freshness.parts[name2].units)), points3[name2]]);
  const all = freshnessPercent({ value: freshness.value, margin: null });
  return columns([["since training", "methods", "points"], ...rows, ["freshness", "", all]], "  ");
}

// src/report/terminal/freshness-line.ts
var BLOCKS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
var INDENT3 = "  ";
function freshnessLine({ history, line: line4 }, options) {
  const values = history.map(({ freshness }) => freshness).filter(Number.isFinite);
  const [low, high] = [Math.min(line4, ...values), Math.max(1, ...values)];
  const scale = `  ▁ ${shown3(low)}  █ ${shown3(high)}`;
  const points3 = lastPoints(history, options.width - INDENT3.length - widthOf(scale));
  if (points3.length === 0) return [];
  const blocks = points3.map(({ freshness }) => BLOCKS[blockOf(high === low ? 1 : (freshness - low) / (high - low))]);
  return [...prose(`Freshness over ${pointsWords(points3)}:`, options), `${INDENT3}${blocks.join("")}${scale}`];
}
function blockOf(share3) {
  return Math.max(0, Math.min(BLOCKS.length - 1, Math.floor(share3 * (BLOCKS.length - 1) + 1e-9)));
}
function shown3(value) {
  return freshnessPercent({ value, margin: null });
}

// src/report/terminal/status.ts
function statusLines(report2, options) {
  const { ledger, model, at } = report2;
  return paragraphs2(
    title([`palimpsest status  ${visible(revisionWithHash(at))}`, `model: ${visible(modelInWords(model))}`], options),
    [
      ...painted(prose(statusHeadline(report2), options), verdictPaint(report2, paints(options))),
      ...painted(
        prose(`Recommendation: ${recommendationWords(report2.recommendation)}`, options),
        recommendationPaint(report2, paints(options))
      ),
      ...reasonSentences(report2, quoted3).flatMap((sentence3) => item("-", 2, sentence3, options))
    ],
    [...predecessorSentences(report2, quoted3), visible(shadowSentence(model) ?? "")].flatMap(
      (sentence3) => prose(sentence3, options)
    ),
    ledger === null ? [] : partLines(ledger),
    ledger === null ? [] : freshnessLine(ledger, options),
    ledger === null ? [] : [`${meansSentence(ledger)}.`, ...ledgerSentences(report2, quoted3)].flatMap((line4) => prose(line4, options)),
    [
      ...fact("age", [ageSentence(report2)], options),
      ...fact("gain", gainSentences(report2), options),
      ...fact("drift", driftSentences(report2), options),
      ...fact("forecast", forecastSentences(report2), options)
    ]
  );
}
function quoted3(text) {
  return text.startsWith("palimpsest ") ? `\`${visible(text)}\`` : visible(text);
}
function painted(lines, colour) {
  return lines.map((line4) => colour(line4));
}
function verdictPaint({ ledger }, paint) {
  const kind = ledger?.verdict.kind ?? "unknown";
  switch (kind) {
    case "fresh":
      return paint.green;
    case "stale":
      return paint.red;
    case "unknown":
      return paint.dim;
    default:
      return kind;
  }
}
function recommendationPaint({ recommendation }, paint) {
  return recommendation.kind === "keep" ? paint.bold : (text) => paint.bold(paint.yellow(text));
}
var FACT_WIDTH = "forecast".length;
function fact(name2, sentences, options) {
  return sentences.flatMap(
    (sentence3, index) => index === 0 ? item(padEnd(name2, FACT_WIDTH), 0, sentence3, options, paints(options).dim) : item(" ".repeat(FACT_WIDTH), 0, sentence3, options)
  );
}
function item(mark2, indent, sentence3, options, colour = (text) => text) {
  const margin = " ".repeat(2 + indent);
  const hanging = margin + " ".repeat(mark2.length + (mark2.length > 1 ? 2 : 1));
  return prose(sentence3, options, hanging).map(
    (line4, index) => index === 0 ? margin + colour(mark2) + line4.slice(margin.length + mark2.length) : line4
  );
}

// src/report/terminal/update.ts
function updateLines(report2, options) {
  const { ledger, model, methods: methods2, notes, route, to } = report2;
  return paragraphs2(
    title(
      [
        `palimpsest update  ${visible(revisionWithHash(to))}${route === "budget-spent" ? "  not brought further" : ""}`,
        `model: ${visible(modelInWords(model))}`
      ],
      options
    ),
    [
      ...prose(freshnessSentence(ledger, model), options),
      ...prose(meansSentence(ledger), options),
      ...prose(visible(shadowSentence(model) ?? ""), options)
    ],
    partLines(ledger),
    freshnessLine(ledger, options),
    prose(
      updateSentence(report2, (label2) => visible(revisionWithHash(label2))),
      options
    ),
    [...failureLines(methods2, options), ...noteLines(notes, options)],
    usageLines(report2, options)
  );
}

// src/report/terminal/show.ts
var INDENT4 = "  ";
function renderShow(row4, options) {
  const name2 = visible(methodName(row4.id, row4.path));
  const place = truncatePath(visible(`${row4.path}:${row4.line}`), options.width - INDENT4.length);
  const lines = paragraphs2(
    title([name2, place, row4.change], options),
    prose(measured(row4), options),
    before2(row4, options),
    [heading2("after", options), ...code(row4.texts.after)],
    written2(row4, options)
  );
  return `${lines.join("\n")}
`;
}
function measured(row4) {
  const parts = [standingPhrase(row4)];
  if (row4.similarity !== null) parts.push(`similarity ${percent(row4.similarity)}`);
  if (row4.similarityToPrevious !== null) parts.push(`to the code before ${percent(row4.similarityToPrevious)}`);
  if (row4.confidence !== null) parts.push(`the model expected ${percent(row4.confidence)}`);
  return parts.join(", ");
}
function before2(row4, options) {
  const previousName = row4.previousId === null ? "" : `, as ${visible(methodName(row4.previousId))}`;
  if (row4.texts.before === null) return [heading2("before: there was none", options)];
  if (row4.texts.before === row4.texts.after) return [heading2(`before${previousName}: the same code`, options)];
  return [heading2(`before${previousName}`, options), ...code(row4.texts.before)];
}
function written2(row4, options) {
  if (row4.texts.regenerated === null) {
    return [heading2("the model wrote nothing", options), ...prose(visible(row4.failure?.detail ?? ""), options)];
  }
  const diff = lineDiff(row4.texts.after, row4.texts.regenerated);
  if (!differs(diff)) return [heading2("the model wrote the code after, line for line", options)];
  return [
    heading2("what the model wrote (- the code after, + the model)", options),
    ...dedent(diff).map((line4) => marked2(line4, options))
  ];
}
function code(text) {
  const lines = dedent(linesOf2(text).map((line4) => ({ text: line4 })));
  return lines.map((line4) => (INDENT4 + visibleCode(line4.text)).trimEnd());
}
function marked2({ mark: mark2, text }, options) {
  const paint = paints(options);
  const line4 = `${mark2} ${visibleCode(text)}`.trimEnd();
  if (mark2 === "-") return paint.red(line4);
  return mark2 === "+" ? paint.green(line4) : line4;
}
function heading2(text, options) {
  return paints(options).bold(text);
}

// src/report/terminal.ts
function renderTerminal(report2, options) {
  return `${linesOf3(report2, options).join("\n")}
`;
}
function linesOf3(report2, options) {
  switch (report2.kind) {
    case "check":
      return checkLines(report2, options);
    case "evaluate":
      return evaluateLines(report2, options);
    case "compare":
      return compareLines(report2, options);
    case "score":
      return scoreReportLines(report2, options);
    case "erase":
      return eraseLines(report2, options);
    case "train":
      return trainLines(report2, options);
    case "update":
      return updateLines(report2, options);
    case "drift":
      return driftLines(report2, options);
    case "gain":
      return gainLines(report2, options);
    case "status":
      return statusLines(report2, options);
    case "backtest":
      return backtestLines(report2, options);
    case "estimate":
      return estimateLines(report2, options);
    default:
      return report2;
  }
}

// src/cli/present.ts
var FORMATS = ["terminal", "markdown", "json"];
var TABLE_FORMATS = [...FORMATS, "csv"];
var WIDTH_WHEN_PIPED = 120;
async function present(report2, { format, output = [] }, environment) {
  for (const file of output) {
    await writeOutput(file, environment.secrets.mask(render(report2, format ?? formatOf(file, report2), PLAIN)));
    process.stderr.write(`wrote ${file}
`);
  }
  if (output.length > 0 && format !== void 0) return;
  const width = process.stdout.columns ?? WIDTH_WHEN_PIPED;
  const text = render(report2, format ?? "terminal", { color: environment.color, width });
  process.stdout.write(environment.secrets.mask(text));
}
var PLAIN = { color: false, width: WIDTH_WHEN_PIPED };
function render(report2, format, options) {
  switch (format) {
    case "terminal":
      return renderTerminal(report2, options);
    case "markdown":
      return renderMarkdown(report2);
    case "json":
      return renderJson(report2);
    case "csv":
      return csvOf(report2);
    default:
      return format;
  }
}
function csvOf(report2) {
  if (report2.kind === "compare") return renderCsv(report2);
  throw new ExpectedFailure("bad-setting", `there is no CSV of ${report2.kind}`, "Ask for json, which has every row.");
}
function formatOf(file, report2) {
  switch (extname2(file).toLowerCase()) {
    case ".csv":
      return report2.kind === "compare" ? "csv" : "terminal";
    case ".json":
      return "json";
    case ".md":
    case ".markdown":
      return "markdown";
    default:
      return "terminal";
  }
}

// src/cli/sample.ts
function sampleFromFlags({ protocol, outputDir, sample, seed = "1" }) {
  if (sample === void 0) return null;
  if (protocol !== "in-place" || outputDir !== void 0) {
    throw new ExpectedFailure(
      "bad-setting",
      `--sample cannot be had ${outputDir === void 0 ? "when all bodies are erased at once" : "with --output-dir"}`,
      "It is for --protocol in-place without --output-dir: methods that are not drawn are not written again."
    );
  }
  return sampleOf2(sample, seed);
}
function sampleOf2(sample, seed = "1") {
  return { size: wholeNumber("--sample", sample, 1), seed: wholeNumber("--seed", seed, 0) };
}
function wholeNumber(flag, text, least) {
  const number3 = Number(text);
  if (/^\d+$/.test(text) && number3 >= least && Number.isSafeInteger(number3)) return number3;
  throw new ExpectedFailure(
    "bad-setting",
    `${flag} does not take ${JSON.stringify(text)}`,
    `It is a whole number from ${least}.`
  );
}

// src/cli/backtest.ts
async function runBacktest(options, { environment, signal, progress }) {
  const every = parseEvery(options.every);
  const lines = options.retrainAt === void 0 ? [] : parseLines(options.retrainAt);
  const sample = sampleWith(options);
  const jobs = options.jobs === void 0 ? availableParallelism2() : wholeNumber("--jobs", options.jobs, 1);
  const repository = await openRepository(options.repo);
  const trainAt = await commitOf(repository, options.trainAt, "--train-at");
  const until = options.until === void 0 ? await repository.defaultBranch() : await commitOf(repository, options.until, "--until");
  const { windowDays } = (await readRepositorySettings(repository)).gain;
  const threads = await composeBacktest({ repository, environment, jobs, signal });
  try {
    const report2 = await backtest({
      repository,
      history: openHistory(repository.root),
      trainAt,
      until,
      every,
      lines,
      sample,
      windowDays,
      policy: DEFAULT_GAIN_POLICY,
      runnerOf: threads.runnerOf,
      progress
    });
    if (options.outputDir !== void 0) await writeCharts(options.outputDir, chartsOf(report2));
    await present(report2, options, environment);
  } finally {
    await threads.close();
  }
}
function chartsOf({ outcomes }) {
  const rows = outcomes.flatMap(
    ({ line: line4, trainings: trainings2, meanFreshness }) => meanFreshness === null ? [] : [{ line: line4, retrainings: trainings2.length, meanFreshness }]
  );
  const series = outcomes.map(({ line: line4, course }) => ({ line: line4, points: course }));
  return { "backtest.svg": backtestChart(series), "trade-off.svg": tradeOffChart(rows) };
}
function sampleWith({ sample, seed }) {
  if (sample !== void 0) return sampleOf2(sample, seed);
  if (seed === void 0) return null;
  throw new ExpectedFailure("bad-setting", "--seed says nothing without --sample", "Give --sample N too.");
}
async function commitOf(repository, revision2, flag) {
  const found = await repository.resolve(revision2);
  if (found.hash !== WORKTREE) return found;
  throw new ExpectedFailure(
    "bad-setting",
    `${flag} takes a commit, not a work tree`,
    "Commit first, or name a revision."
  );
}

// src/cli/badge.ts
import { join as join10 } from "node:path";

// src/core/ledger.ts
function statusOf(unit) {
  if (unit.trained === null) return "new";
  return isSameCode(unit, unit.trained) ? "unchanged" : "modified";
}
function isSameCode(a, b) {
  return a.code === b.code && signatureIn(a) === signatureIn(b);
}
function signatureIn({ id, path }) {
  const name2 = id.slice(path.length + 1);
  return name2.slice(name2.lastIndexOf(".", name2.indexOf("(")) + 1);
}

// src/core/tally.ts
var NO_RESCORED = { units: 0, sum: 0, former: {} };
var EMPTY_TALLY = {
  untouched: {},
  rescored: { unchanged: NO_RESCORED, modified: NO_RESCORED, new: NO_RESCORED },
  deleted: NO_RESCORED,
  failed: 0
};
function tallyOf(shard2) {
  const untouched = {};
  const rescored2 = { unchanged: NO_RESCORED, modified: NO_RESCORED, new: NO_RESCORED };
  let deleted = NO_RESCORED;
  let failed4 = 0;
  for (const file of shard2) {
    for (const unit of file.units) {
      if (unit.score?.failed) failed4++;
      if (unit.rescored || unit.trained === null) {
        const status2 = statusOf(unit);
        rescored2[status2] = addRescored(rescored2[status2], unit);
      } else {
        const key = String(unit.trained.stratum);
        untouched[key] = addTallies(untouched[key], stratumTallyOf(unit.score?.similarity ?? null));
      }
    }
    for (const trained of file.departed) deleted = addRescored(deleted, { trained, score: null });
  }
  return { untouched, rescored: rescored2, deleted, failed: failed4 };
}
function stratumTallyOf(similarity3) {
  return similarity3 === null ? { population: 1, drawn: 0, sum: 0, squares: 0 } : { population: 1, drawn: 1, sum: similarity3, squares: similarity3 * similarity3 };
}
function addRescored(tally4, { trained, score: score3 }) {
  const one = { units: 1, sum: score3?.similarity ?? 0, former: {} };
  if (trained === null) return addRescoredTallies(tally4, one);
  const drawn = trained.similarity === null ? 0 : 1;
  const former = { [String(trained.stratum)]: { units: 1, drawn, sum: trained.similarity ?? 0 } };
  return addRescoredTallies(tally4, { ...one, former });
}
function addLedgerTallies(a, b) {
  return {
    untouched: merged(a.untouched, b.untouched, addTallies),
    rescored: {
      unchanged: addRescoredTallies(a.rescored.unchanged, b.rescored.unchanged),
      modified: addRescoredTallies(a.rescored.modified, b.rescored.modified),
      new: addRescoredTallies(a.rescored.new, b.rescored.new)
    },
    deleted: addRescoredTallies(a.deleted, b.deleted),
    failed: a.failed + b.failed
  };
}
function addRescoredTallies(a, b) {
  return { units: a.units + b.units, sum: a.sum + b.sum, former: merged(a.former, b.former, addFormer) };
}
function addFormer(a, b) {
  return a === void 0 ? b : { units: a.units + b.units, drawn: a.drawn + b.drawn, sum: a.sum + b.sum };
}
function addTallies(a, b) {
  if (a === void 0) return b;
  return {
    population: a.population + b.population,
    drawn: a.drawn + b.drawn,
    sum: a.sum + b.sum,
    squares: a.squares + b.squares
  };
}
function merged(a, b, add) {
  const all = { ...a };
  for (const [stratum2, tally4] of Object.entries(b)) all[stratum2] = add(all[stratum2], tally4);
  return all;
}

// src/core/estimate.ts
var NO_UNITS = { population: 0, drawn: 0, sum: 0, squares: 0 };
function totalOf({ population, drawn, sum: sum2 }) {
  return drawn === population ? sum2 : drawn === 0 ? 0 : population / drawn * sum2;
}
function meanOf(tally4) {
  return tally4.population === 0 ? 0 : totalOf(tally4) / tally4.population;
}
function isCensus({ before: before3, now }) {
  return before3.drawn === before3.population && now.drawn === now.population;
}
function collapse(pairs2) {
  const told2 = [];
  let open4 = null;
  for (const [index, pair] of pairs2.entries()) {
    const single = { ...pair, members: [index], totalBefore: totalOf(pair.before) };
    open4 = open4 === null ? single : joined3(open4, single);
    if (!tells(open4)) continue;
    told2.push(open4);
    open4 = null;
  }
  if (open4 === null) return told2;
  const last = told2.pop();
  return [...told2, last === void 0 ? open4 : joined3(last, open4)];
}
function tells(pair) {
  return isCensus(pair) || (pair.now.population === 0 || pair.now.drawn >= 2) && pair.before.drawn >= 2;
}
function joined3(a, b) {
  return {
    before: addTallies(a.before, b.before),
    now: addTallies(a.now, b.now),
    members: [...a.members, ...b.members],
    totalBefore: a.totalBefore + b.totalBefore
  };
}
function marginOf(pairs2, { now: a, before: b }) {
  let variance = 0;
  let freedom = 0;
  for (const pair of pairs2) {
    const { population: N, drawn: n, sum: sum2, squares } = pair.before;
    const { population: left, drawn, sum: sumNow, squares: squaresNow } = pair.now;
    const relevant = a !== 0 && drawn < left || b !== 0 && n < N;
    if (!relevant || n < 2) continue;
    const weight = drawn > 0 && drawn < left ? a * (left / drawn) * (n / N) : 0;
    const slope = weight - b;
    const offset = drawn === 0 ? 0 : -weight * sumNow / drawn;
    const zSum = slope * sumNow + drawn * offset - b * (sum2 - sumNow);
    const zSquares = slope * slope * squaresNow + 2 * slope * offset * sumNow + drawn * offset * offset + b * b * (squares - squaresNow);
    const spread = Math.max(0, (zSquares - zSum * zSum / n) / (n - 1));
    variance += N * N * (1 - n / N) * spread / n;
    freedom += n - 1;
  }
  return freedom === 0 ? null : studentQuantile(0.975, freedom) * Math.sqrt(variance);
}

// src/core/freshness.ts
function meansOf(then, tally4) {
  const strata = collapse(then.map((stratum2, index) => ({ before: stratum2, now: tally4.untouched[index] ?? NO_UNITS })));
  const rescored2 = Object.values(tally4.rescored);
  const units = sumOf(strata, ({ now: now2 }) => now2.population) + sumOf(rescored2, (part3) => part3.units);
  const totalNow = sumOf(strata, ({ now: now2 }) => totalOf(now2)) + sumOf(rescored2, (part3) => part3.sum);
  const unitsThen = sumOf(then, ({ population }) => population);
  const meanThen = unitsThen === 0 ? 0 : sumOf(strata, ({ totalBefore }) => totalBefore) / unitsThen;
  const now = units === 0 ? null : { value: totalNow / units, margin: marginOf(strata, { now: 1 / units, before: 0 }) };
  const marginThen = unitsThen === 0 ? null : marginOf(strata, { now: 0, before: 1 / unitsThen });
  const baseline2 = { value: meanThen, margin: marginThen, units: unitsThen };
  return {
    units,
    scored: sumOf(strata, (pair) => pair.now.drawn) + sumOf(rescored2, (part3) => part3.units),
    failed: tally4.failed,
    now,
    baseline: baseline2,
    freshness: now === null || meanThen === 0 ? null : freshnessOf(strata, tally4, units, now.value, baseline2)
  };
}
function freshnessOf(strata, tally4, units, meanNow, { value: mean2, units: unitsThen }) {
  const former = formerSums(strata, tally4);
  const point = 100 / (units * mean2);
  const untouched = sumOf(strata, ({ now }) => now.population);
  const { unchanged, modified, new: added } = tally4.rescored;
  const { deleted } = tally4;
  const parts = {
    unchanged: { units: untouched + unchanged.units, points: point * (unchanged.sum - former(unchanged)) },
    modified: { units: modified.units, points: point * (modified.sum - former(modified)) },
    new: { units: added.units, points: point * (added.sum - added.units * mean2) },
    deleted: { units: deleted.units, points: point * (deleted.units * mean2 - former(deleted)) }
  };
  const points3 = parts.unchanged.points + parts.modified.points + parts.new.points + parts.deleted.points;
  const weights = { now: 1 / (units * mean2), before: meanNow / (mean2 * mean2 * unitsThen) };
  return { value: 1 + points3 / 100, margin: marginOf(strata, weights), parts };
}
function formerSums(strata, tally4) {
  const parts = [tally4.rescored.unchanged, tally4.rescored.modified, tally4.deleted];
  const guess = (part3, { before: before3, members }) => sumOf(members, (stratum2) => {
    const { units, drawn, sum: sum2 } = part3.former[stratum2] ?? NO_FORMER;
    return units === drawn ? sum2 : sum2 + (units - drawn) * meanOf(before3);
  });
  const unitsIn2 = (part3, { members }) => sumOf(members, (stratum2) => part3.former[stratum2]?.units ?? 0);
  const wanting = strata.map((pair) => {
    const touched = sumOf(parts, (part3) => unitsIn2(part3, pair));
    if (touched === 0 || isCensus(pair)) return 0;
    return (pair.totalBefore - totalOf(pair.now) - sumOf(parts, (part3) => guess(part3, pair))) / touched;
  });
  return (part3) => strata.reduce((sum2, pair, index) => sum2 + guess(part3, pair) + unitsIn2(part3, pair) * (wanting[index] ?? 0), 0);
}
var NO_FORMER = { units: 0, drawn: 0, sum: 0 };
function sumOf(items, numberOf3) {
  return items.reduce((sum2, item2) => sum2 + numberOf3(item2), 0);
}

// src/core/ledger-history.ts
var KEPT_ONE_BY_ONE = 100;
function withPoint(history, point) {
  const before3 = history.at(-1)?.revision === point.revision ? history.slice(0, -1) : history;
  const old = before3.slice(0, -KEPT_ONE_BY_ONE);
  const thinned2 = old.filter((point2, index) => point2.committedAt === null || dayOf3(point2) !== dayOf3(before3[index + 1]));
  return [...thinned2, ...before3.slice(-KEPT_ONE_BY_ONE), point];
}
function dayOf3(point) {
  return point?.committedAt?.slice(0, 10);
}
function forecastPoints(history, trainedAt2) {
  const points3 = [];
  const start = trainedAt2.committedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(trainedAt2.committedAt);
  let next2 = Number.POSITIVE_INFINITY;
  for (const { committedAt, freshness } of history.toReversed()) {
    if (committedAt === null) continue;
    const moment3 = Date.parse(committedAt);
    if (moment3 < start || moment3 > next2) continue;
    points3.unshift({ at: committedAt, freshness });
    next2 = moment3;
  }
  return points3;
}

// src/core/random.ts
function randomOf(seed, name2) {
  return seededRandom(hash32(name2, seed))();
}
function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}
function hash32(text, seed = 0) {
  let hash = 2166136261 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ unit & 255, 16777619);
    hash = Math.imul(hash ^ unit >>> 8, 16777619);
  }
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  hash = Math.imul(hash ^ hash >>> 13, 3266489909);
  return (hash ^ hash >>> 16) >>> 0;
}

// src/core/shards.ts
var SHARD_COUNT = 256;
function shardOf(path) {
  return (hash32(path) % SHARD_COUNT).toString(16).padStart(2, "0");
}
function withFiles(shards, touched) {
  const unitsByPath = groupBy(touched.units, ({ path }) => path);
  const departedByPath = groupBy(touched.departed, ({ path }) => path);
  const paths = /* @__PURE__ */ new Set([...touched.paths, ...unitsByPath.keys(), ...departedByPath.keys()]);
  const after2 = /* @__PURE__ */ new Map();
  for (const [name2, ofShard] of groupBy([...paths], shardOf)) {
    const files = new Map((shards.get(name2) ?? []).map((file) => [file.path, file]));
    for (const path of ofShard) {
      const old = touched.paths.has(path) ? void 0 : files.get(path);
      const units = [...old?.units ?? [], ...unitsByPath.get(path) ?? []].sort(byId2);
      const departed = [...old?.departed ?? [], ...departedByPath.get(path) ?? []].sort(byId2);
      if (units.length + departed.length === 0) files.delete(path);
      else files.set(path, { path, units, departed });
    }
    after2.set(
      name2,
      [...files.values()].sort((a, b) => compareText(a.path, b.path))
    );
  }
  return after2;
}
function byId2(a, b) {
  return compareText(a.id, b.id);
}
function groupBy(items, keyOf) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const item2 of items) {
    const group = groups2.get(keyOf(item2));
    if (group === void 0) groups2.set(keyOf(item2), [item2]);
    else group.push(item2);
  }
  return groups2;
}

// src/core/strata.ts
var LEAST_DRAWN = 4;
var SIZE_CLASSES = 4;
var MOST_BLOCKS = 16;
function census(units) {
  const ids = units.map(({ id }) => id);
  return { count: 1, stratumOf: new Map(ids.map((id) => [id, 0])), drawn: new Set(ids) };
}
function drawSample(units, { size, seed }) {
  if (size >= units.length) return census(units);
  const groups2 = stratify(units, size);
  const quotas = allocate(
    groups2.map(({ length }) => length),
    size
  );
  const stratumOf = /* @__PURE__ */ new Map();
  const drawn = /* @__PURE__ */ new Set();
  for (const [stratum2, members] of groups2.entries()) {
    for (const { id } of members) stratumOf.set(id, stratum2);
    const lots = members.map(({ id }) => ({ id, lot: randomOf(seed, id) }));
    lots.sort((a, b) => a.lot - b.lot || compareText(a.id, b.id));
    for (const { id } of lots.slice(0, quotas[stratum2])) drawn.add(id);
  }
  return { count: groups2.length, stratumOf, drawn };
}
function stratify(units, size) {
  const affordable = Math.max(1, Math.floor(size / LEAST_DRAWN));
  const classes = Math.min(SIZE_CLASSES, affordable);
  const blocks = Math.min(MOST_BLOCKS, Math.max(1, Math.floor(affordable / classes)));
  const byPlace = [...units].sort((a, b) => compareText(a.path, b.path) || compareText(a.id, b.id));
  return evenParts(byPlace, blocks).flatMap(
    (block) => evenParts(
      block.sort((a, b) => a.length - b.length || compareText(a.id, b.id)),
      classes
    )
  );
}
function evenParts(items, parts) {
  const bounds = Array.from({ length: parts + 1 }, (_, part3) => Math.round(part3 * items.length / parts));
  return bounds.slice(1).map((end3, part3) => items.slice(bounds[part3], end3)).filter(({ length }) => length > 0);
}
function allocate(populations, size) {
  const all = populations.reduce((sum2, population) => sum2 + population, 0);
  const exact = populations.map((population) => size * population / all);
  const quotas = exact.map(Math.floor);
  let left = size - quotas.reduce((sum2, quota) => sum2 + quota, 0);
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(exact[b]) - remainder(exact[a]) || a - b);
  for (const stratum2 of byRemainder) {
    if (left-- <= 0) break;
    quotas[stratum2] = (quotas[stratum2] ?? 0) + 1;
  }
  return quotas.map((quota, stratum2) => Math.min(populations[stratum2] ?? 0, Math.max(2, quota)));
}
function remainder(value = 0) {
  return value - Math.floor(value);
}

// src/core/ledger-head.ts
function beginLedger({ model, trainedAt: trainedAt2, sample, units, scores: scores3 }) {
  const strata = sample === null ? census(units) : drawSample(units, sample);
  const baseline2 = Array.from({ length: strata.count }, () => NOTHING2);
  const entries = units.map((facts) => {
    const stratum2 = strata.stratumOf.get(facts.id) ?? 0;
    const score3 = scores3.get(facts.id) ?? null;
    const similarity3 = score3?.similarity ?? null;
    baseline2[stratum2] = addTallies(baseline2[stratum2], stratumTallyOf(similarity3));
    const { id, path, code: code2 } = facts;
    return { ...facts, score: score3, trained: { id, path, code: code2, stratum: stratum2, similarity: similarity3 }, rescored: false };
  });
  const paths = new Set(units.map(({ path }) => path));
  const shards = withFiles(/* @__PURE__ */ new Map(), { paths, units: entries, departed: [] });
  const beginning = { schemaVersion: 1, model, trainedAt: trainedAt2, standsAt: trainedAt2, sample, baseline: baseline2 };
  return { head: withShards({ ...beginning, shards: {}, history: [] }, shards), shards };
}
var NOTHING2 = { population: 0, drawn: 0, sum: 0, squares: 0 };
function withShards(head, shards) {
  const tallies = new Map(Object.entries(head.shards));
  for (const [name2, shard2] of shards) {
    if (shard2.length === 0) tallies.delete(name2);
    else tallies.set(name2, tallyOf(shard2));
  }
  const now = { ...head, shards: Object.fromEntries([...tallies].sort(([a], [b]) => compareText(a, b))) };
  const { freshness, units } = ledgerMeans(now);
  if (freshness === null) return now;
  const { value, margin } = freshness;
  return { ...now, history: withPoint(head.history, { ...head.standsAt, freshness: value, margin, units }) };
}
function ledgerMeans({ baseline: baseline2, shards }) {
  const tally4 = Object.keys(shards).sort().reduce((sum2, name2) => addLedgerTallies(sum2, shards[name2] ?? EMPTY_TALLY), EMPTY_TALLY);
  return meansOf(baseline2, tally4);
}
var ENOUGH_MARGIN = 0.02;
function isScoredEnough(head) {
  const { now } = ledgerMeans(head);
  return now !== null && marginOrZero(now) <= ENOUGH_MARGIN;
}
function marginOrZero({ margin }) {
  return margin ?? 0;
}
function answeringLedger(card, heads) {
  const own = heads.find(({ model }) => model.fingerprint === card.fingerprint);
  if (own !== void 0 && isScoredEnough(own)) return { head: own, as: "own" };
  const trained = (head) => moment2(head.trainedAt.committedAt) ?? Number.NEGATIVE_INFINITY;
  const latest = moment2(card.trainedAt?.committedAt ?? null) ?? Number.POSITIVE_INFINITY;
  const [predecessor] = heads.filter((head) => head !== own && head.model.provider === card.provider && trained(head) <= latest).filter(isScoredEnough).sort((a, b) => trained(b) - trained(a));
  if (predecessor !== void 0) return { head: predecessor, as: "predecessor" };
  return own === void 0 ? null : { head: own, as: "own" };
}
function moment2(date) {
  return date === null ? null : Date.parse(date);
}
function filesIn(shards) {
  return new Map([...shards.values()].flatMap((shard2) => shard2.map((file) => [file.path, file])));
}

// src/jobs/speaking-ledger.ts
async function ledgerSpeakingFor(card, store) {
  const own = (await store.load(card.fingerprint))?.head;
  if (own !== void 0) {
    requireSameTraining(card, own);
    if (isScoredEnough(own)) return { head: own, as: "own" };
  }
  const others = (await store.fingerprints()).filter((fingerprint) => fingerprint !== card.fingerprint);
  const heads = await Promise.all(others.map(async (fingerprint) => (await store.load(fingerprint))?.head ?? []));
  return answeringLedger(card, [...own === void 0 ? [] : [own], ...heads.flat()]);
}
function requireSameTraining({ name: name2, fingerprint, trainedAt: trainedAt2 }, head) {
  if (trainedAt2 === null || trainedAt2.revision === head.trainedAt.revision) return;
  throw new ExpectedFailure(
    "ledger-of-another-model",
    `the ledger of ${name2} (fingerprint ${fingerprint.slice(0, 12)}) counts from its training at ${head.trainedAt.revision.slice(0, 7)}, but this model’s card says that it was trained at ${trainedAt2.revision.slice(0, 7)}`,
    `Begin its ledger anew with \`palimpsest evaluate --protocol in-place --revision ${trainedAt2.revision}\`.`
  );
}
function forecastBasis(answering, line4) {
  if (answering === null || answering.as === "predecessor") return null;
  const { history, trainedAt: trainedAt2 } = answering.head;
  return { history: forecastPoints(history, trainedAt2), line: line4 };
}

// src/report/badge.ts
import { makeBadge } from "badge-maker";
var LABEL = "model freshness";
function badgeSvg(facts) {
  const svg = makeBadge({ label: labelOf(facts), message: messageOf(facts), color: colorOf(facts) });
  const spoken = [
    ...facts.verdict === "unknown" ? [] : [spokenVerdict(facts)],
    ...facts.isShadow ? [SHADOW_MEANS] : []
  ];
  return svg.replaceAll(SPOKEN, (words) => [words, ...spoken].join(", "));
}
function spokenVerdict({ verdict, of }) {
  return of === null ? verdict : `${verdict} (${xmlText(of)})`;
}
function xmlText(text) {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
var SHADOW_LABEL = `${LABEL} (shadow)`;
var SPOKEN = new RegExp(`${LABEL}(?: \\(shadow\\))?: [^"<]*`, "g");
var SHADOW_MEANS = "of the embedded model, trained where the project’s own model was";
function labelOf({ isShadow: isShadow2 }) {
  return isShadow2 ? SHADOW_LABEL : LABEL;
}
function badgeEndpoint(facts) {
  return { schemaVersion: 1, label: labelOf(facts), message: messageOf(facts), color: colorOf(facts) };
}
function badgeJson(facts) {
  return `${JSON.stringify(badgeEndpoint(facts), null, 2)}
`;
}
function messageOf(facts) {
  if (facts.verdict === "unknown") return "unknown";
  const { freshness, line: line4, of } = facts;
  const rounded3 = percent(freshness);
  const shown5 = freshness < line4 && rounded3 === percent(line4) ? `< ${rounded3}` : rounded3;
  return of === null ? shown5 : `${shown5}, model before`;
}
function colorOf(facts) {
  switch (facts.verdict) {
    case "fresh":
      return isNearLine(facts.freshness, facts) ? "yellow" : "brightgreen";
    case "stale":
      return "red";
    case "unknown":
      return "lightgrey";
    default:
      return facts;
  }
}

// src/jobs/estimate.ts
function estimating(model) {
  const count3 = new EstimateCount(model);
  return {
    model: {
      card: model.card,
      concurrency: 1,
      regenerate: async (stub, { samples, countsAs = stub.target.id, signal }) => {
        signal.throwIfAborted();
        count3.add(countsAs, await model.estimate?.(stub, samples));
        return { kind: "unasked" };
      }
    },
    estimate: () => count3.estimate()
  };
}
var EstimateCount = class {
  #model;
  #methods = /* @__PURE__ */ new Set();
  #keys = /* @__PURE__ */ new Set();
  #price = null;
  #budget = NO_BUDGET;
  #tooLong = /* @__PURE__ */ new Set();
  #cached = 0;
  #promptTokens = 0;
  #completionTokens = 0;
  /** Methods that ask for something, up to where the budget does not suffice. */
  #asked = /* @__PURE__ */ new Set();
  /** How many methods had been begun when the budget was spent. */
  #withinBudget = null;
  constructor(model) {
    this.#model = model;
  }
  add(method, estimate2) {
    const before3 = this.#methods.size;
    this.#methods.add(method);
    if (estimate2 === void 0) return;
    this.#price = estimate2.price;
    this.#budget = estimate2.budget;
    if (estimate2.requests.length === 0) this.#tooLong.add(method);
    const requests = estimate2.requests.filter(({ key }) => !this.#keys.has(key));
    for (const { key } of requests) this.#keys.add(key);
    const dear = requests.filter(({ cached }) => !cached);
    this.#cached += requests.length - dear.length;
    for (const { promptTokens, completionTokens } of dear) {
      this.#promptTokens += promptTokens;
      this.#completionTokens += completionTokens;
    }
    if (dear.length > 0) this.#asked.add(method);
    if (!this.#isWithin()) this.#withinBudget ??= this.#methods.size > before3 ? before3 : before3 - 1;
  }
  estimate() {
    const isBounded = Object.values(this.#budget).some((bound2) => bound2 !== null);
    return {
      model: this.#model.card,
      methods: this.#methods.size,
      isFree: this.#model.estimate === void 0,
      tooLong: this.#tooLong.size,
      calls: this.#keys.size,
      cached: this.#cached,
      promptTokens: this.#promptTokens,
      completionTokens: this.#completionTokens,
      cost: this.#price === null ? null : { amount: this.#cost(this.#price), currency: this.#price.currency },
      budget: this.#budget,
      withinBudget: isBounded ? this.#withinBudget ?? this.#methods.size : null
    };
  }
  #isWithin() {
    const { methods: methods2, tokens: tokens3, cost } = this.#budget;
    if (methods2 !== null && this.#asked.size > methods2) return false;
    if (tokens3 !== null && this.#promptTokens + this.#completionTokens > tokens3) return false;
    return cost === null || this.#price === null || this.#cost(this.#price) <= cost;
  }
  #cost(price) {
    return costOf(price, this.#promptTokens, this.#completionTokens);
  }
};

// src/cli/asking.ts
function modelsFrom(options, { environment, atEnd }, { areSeveral = false } = {}) {
  const settings2 = {
    modelsFile: options.models ?? null,
    baseUrl: options.baseUrl ?? null,
    useCache: options.cache ?? true,
    budget: budgetFrom(options),
    areSeveral
  };
  const models = composeModels(settings2, environment, (warning) => {
    process.stderr.write(`palimpsest: ${environment.secrets.mask(warning)}
`);
  });
  atEnd(() => models.close());
  return models;
}
function isCached({ usage: usage2 }, { cache }) {
  return usage2 !== void 0 && cache !== false;
}
function budgetFrom({ maxMethods, maxTokens, maxCost }) {
  return {
    methods: bound("--max-methods", maxMethods, /^\d+$/, "a whole number of methods"),
    tokens: bound("--max-tokens", maxTokens, /^\d+$/, "a whole number of tokens, of prompts and answers together"),
    cost: bound("--max-cost", maxCost, /^\d+(\.\d+)?$/, "an amount of money in the currency of the model’s price")
  };
}
function bound(flag, text, form, what) {
  if (text === void 0) return null;
  if (form.test(text) && Number.isFinite(Number(text))) return Number(text);
  throw new ExpectedFailure("bad-setting", `${flag} does not take ${JSON.stringify(text)}`, `It is ${what}.`);
}
var DryRun = class {
  isOn;
  #counted = [];
  constructor({ dryRun }) {
    this.isOn = dryRun === true;
  }
  insteadOf(model) {
    if (!this.isOn) return model;
    const counted8 = estimating(model);
    this.#counted.push(counted8);
    return counted8.model;
  }
  report(command) {
    const models = this.#counted.map((counted8) => counted8.estimate());
    return { schemaVersion: REPORT_SCHEMA_VERSION, kind: "estimate", command, models };
  }
};

// src/cli/badge.ts
async function runBadge(options, shell) {
  const repository = await openRepository(options.repo);
  const languages = await composeLanguages(shell.environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  const { freshness: policy } = await readRepositorySettings(repository);
  const card = loaded?.model.card ?? null;
  const answering = card && await ledgerSpeakingFor(card, openLedgers(repository));
  const facts = { ...answering === null ? UNKNOWN : factsOf2(answering, policy), isShadow: isShadow(card) };
  const files = { "freshness.svg": badgeSvg(facts), "freshness.json": badgeJson(facts) };
  for (const [name2, content] of Object.entries(files)) {
    const path = join10(options.outputDir, name2);
    await makeParentFolder(path);
    await writeOutput(path, content);
    process.stdout.write(`wrote ${path}
`);
  }
  if (facts.verdict !== "unknown" && facts.of !== null) {
    process.stdout.write(`The badge shows the model before the one in use: ${visible(facts.of)}
`);
  }
}
var UNKNOWN = { verdict: "unknown" };
function factsOf2(answering, policy) {
  const means = ledgerMeans(answering.head);
  const { kind } = judgeFreshness(means, policy);
  if (kind === "unknown" || means.freshness === null) return UNKNOWN;
  const of = answering.as === "own" ? null : ofPredecessor(answering.head);
  return { verdict: kind, freshness: means.freshness.value, ...policy, of };
}
function ofPredecessor({ model, trainedAt: trainedAt2 }) {
  return `${modelName(model)}, ${trainedAt({ trainedAt: trainedAt2 })}`;
}

// src/core/method-names.ts
function isNamed(id, typed) {
  if (id === typed) return true;
  const spoken = displayName(id);
  const withoutParameters = spoken.slice(0, spoken.indexOf("("));
  const wanted = typed.replace(/\s*([,()])\s*/g, "$1");
  return [spoken, withoutParameters].some((name2) => {
    return endsOnBoundary(name2, wanted) || isConstructor(name2) && endsOnBoundary(asTyped(name2), wanted);
  });
}
function endsOnBoundary(name2, wanted) {
  return name2 === wanted || name2.endsWith(`.${wanted}`);
}
function isConstructor(name2) {
  return name2.includes(`.${CONSTRUCTOR_NAME}`);
}
function asTyped(name2) {
  return name2.replace(`.${CONSTRUCTOR_NAME}`, "");
}

// src/jobs/asking-facts.ts
function askingFacts(model, unasked) {
  const usage2 = model.usage?.();
  return {
    ...usage2 === void 0 ? {} : { usage: usage2 },
    ...unasked.length === 0 ? {} : { unasked: [...unasked].sort() }
  };
}

// src/jobs/model-silent.ts
function requireSomeAnswer(rows, name2, remedy) {
  const [first] = rows;
  if (first === void 0 || !rows.every(({ failure }) => failure !== null && isSilence(failure.reason))) return;
  throw new ExpectedFailure(
    "model-unavailable",
    `${name2} gave no answer to any of ${rows.length} ${rows.length === 1 ? "method" : "methods"} (${first.failure?.detail})`,
    remedy
  );
}
var LEDGER_LEFT = "The ledger was left as it is; run the command again when the model answers.";
var NOTHING_SCORED = "Nothing was scored; run the command again when the model answers.";

// src/core/likeness.ts
var COMMON_LINE_TEXTS = 64;
var CANDIDATES = 8;
function lineLikeness(a, b) {
  const total = a.characters + b.characters;
  if (total === 0) return 1;
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [line4, count3] of small.counts) common += line4.length * Math.min(count3, large.counts.get(line4) ?? 0);
  return 2 * common / total;
}
function lineBag(text) {
  const counts2 = /* @__PURE__ */ new Map();
  let characters2 = 0;
  for (const line4 of text.split("\n")) {
    const trimmed = line4.trim();
    if (trimmed === "") continue;
    counts2.set(trimmed, (counts2.get(trimmed) ?? 0) + 1);
    characters2 += trimmed.length;
  }
  return { counts: counts2, characters: characters2 };
}
function likenessCandidates(before3, after2) {
  const postings = /* @__PURE__ */ new Map();
  for (const [index, bag] of before3.entries()) {
    for (const line4 of bag.counts.keys()) {
      const texts2 = postings.get(line4);
      if (texts2 === void 0) postings.set(line4, [index]);
      else texts2.push(index);
    }
  }
  const pairings = [];
  for (const [afterIndex, bag] of after2.entries()) {
    const shared2 = /* @__PURE__ */ new Map();
    for (const line4 of bag.counts.keys()) {
      const texts2 = postings.get(line4) ?? [];
      if (texts2.length > COMMON_LINE_TEXTS) continue;
      for (const beforeIndex of texts2) shared2.set(beforeIndex, (shared2.get(beforeIndex) ?? 0) + line4.length);
    }
    const best2 = [...shared2].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES);
    for (const [beforeIndex] of best2) {
      const other = before3[beforeIndex];
      if (other !== void 0) {
        pairings.push({ before: beforeIndex, after: afterIndex, likeness: lineLikeness(other, bag) });
      }
    }
  }
  return pairings;
}
function assignBest(pairings, preference = () => 0) {
  const ranked = pairings.map((pairing) => ({ pairing, preferred: preference(pairing) })).sort(
    (a, b) => b.pairing.likeness - a.pairing.likeness || b.preferred - a.preferred || a.pairing.before - b.pairing.before || a.pairing.after - b.pairing.after
  );
  const takenBefore = /* @__PURE__ */ new Set();
  const takenAfter = /* @__PURE__ */ new Set();
  const assigned = [];
  for (const { pairing } of ranked) {
    if (takenBefore.has(pairing.before) || takenAfter.has(pairing.after)) continue;
    takenBefore.add(pairing.before);
    takenAfter.add(pairing.after);
    assigned.push(pairing);
  }
  return assigned;
}

// src/core/renames.ts
var SAME_FILE_LIKENESS = 0.5;
function pairFiles(base, head) {
  const basePaths = new Map(base.map((source) => [source.path, source]));
  const headPaths = new Set(head.map((source) => source.path));
  const pairs2 = [];
  const came = [];
  for (const after2 of head) {
    const before3 = basePaths.get(after2.path);
    if (before3 === void 0) came.push(after2);
    else pairs2.push({ before: before3, after: after2 });
  }
  const went = base.filter((source) => !headPaths.has(source.path));
  const pairings = likenessCandidates(
    went.map((source) => lineBag(source.text)),
    came.map((source) => lineBag(source.text))
  ).filter((pairing) => pairing.likeness >= SAME_FILE_LIKENESS);
  const sameName = (pairing) => fileName(went[pairing.before]) === fileName(came[pairing.after]) ? 1 : 0;
  for (const { before: before3, after: after2 } of assignBest(pairings, sameName)) {
    const [beforeFile, afterFile] = [went[before3], came[after2]];
    if (beforeFile !== void 0 && afterFile !== void 0) pairs2.push({ before: beforeFile, after: afterFile });
  }
  return pairs2;
}
function fileName(source) {
  return source?.path.slice(source.path.lastIndexOf("/") + 1);
}

// src/core/changes.ts
var LEAST_SIMILARITY = {
  /** Same type, same name, other parameters. */
  otherParameters: 0.3,
  /** Same name elsewhere; in another file the body has to be more than a getter's, and a constructor has no name. */
  sameName: 0.5,
  /** Another name in the same type. */
  sameType: 0.6,
  /** Nothing in common but the body, which then has to be long enough to mean something. */
  bodyAlone: 0.7
};
var TELLING_BODY_CHARACTERS = 60;
var TRIVIAL_BODY_CHARACTERS = 30;
var COMPARED_NAMESAKES = 32;
function findChanges(base, head, tokenize2) {
  const matched = [];
  const went = [];
  const came = [];
  const [baseByPath, headByPath] = [sortedByPath(base), sortedByPath(head)];
  const pairs2 = pairFiles(baseByPath, headByPath);
  const pairedBefore = new Set(pairs2.map((pair) => pair.before));
  const pairedAfter = new Set(pairs2.map((pair) => pair.after));
  for (const { before: before3, after: after2 } of pairs2) {
    const place = `${before3.path}
${after2.path}`;
    const sameFile = before3.path === after2.path;
    const keyOf = (id) => sameFile ? id : displayName(id);
    const beforeByKey = new Map(before3.units.map((unit) => [keyOf(unit.id), unit]));
    for (const unit of after2.units) {
      const previous = beforeByKey.get(keyOf(unit.id));
      if (previous === void 0) came.push({ unit, source: after2, place });
      else {
        matched.push({ previous: { unit: previous, source: before3 }, current: { unit, source: after2 } });
        beforeByKey.delete(keyOf(unit.id));
      }
    }
    for (const unit of beforeByKey.values()) went.push({ unit, source: before3, place });
  }
  for (const source of baseByPath) if (!pairedBefore.has(source)) went.push(...loose(source));
  for (const source of headByPath) if (!pairedAfter.has(source)) came.push(...loose(source));
  const { pairs: bodyPairs, deleted, added } = matchByBody(went, came);
  return classify([...matched, ...bodyPairs], deleted, added, tokenize2);
}
function sortedByPath(sources) {
  return [...sources].sort((a, b) => compareText(a.path, b.path));
}
function loose(source) {
  return source.units.map((unit) => ({ unit, source, place: source.path }));
}
function classify(matched, deleted, added, tokenize2) {
  const changed = added.map((current) => ({ change: "added", current, previous: null }));
  const cosmetic = [];
  const movedOnly = [];
  for (const { previous, current } of matched) {
    const before3 = bodyOf(previous.source, previous.unit);
    const after2 = bodyOf(current.source, current.unit);
    const change = changeOf(previous.unit, current.unit);
    if (change === "modified" && before3 === after2) continue;
    const entry = { change, current, previous };
    if (change === "renamed" || !sameTokens(tokenize2, before3, after2)) changed.push(entry);
    else if (change === "moved") movedOnly.push(entry);
    else cosmetic.push(entry);
  }
  const byId3 = (a, b) => compareText(a.current.unit.id, b.current.unit.id);
  return {
    changed: changed.sort(byId3),
    cosmetic: cosmetic.sort(byId3),
    movedOnly: movedOnly.sort(byId3),
    deleted: [...deleted].sort((a, b) => compareText(a.unit.id, b.unit.id))
  };
}
function changeOf(before3, after2) {
  if (before3.id === after2.id) return "modified";
  return signature(before3) === signature(after2) ? "moved" : "renamed";
}
function signature(unit) {
  return `${unit.name}(${unit.parameters.map((parameter) => parameter.type).join(",")})`;
}
function matchByBody(went, came) {
  const assigned = assignBest(bodyPairings(went, came), (pairing) => kinship(went, came, pairing));
  const pairs2 = [];
  const matchedBefore = /* @__PURE__ */ new Set();
  const matchedAfter = /* @__PURE__ */ new Set();
  for (const { before: before3, after: after2 } of assigned) {
    const [previous, current] = [went[before3], came[after2]];
    if (previous === void 0 || current === void 0) continue;
    pairs2.push({ previous, current });
    matchedBefore.add(before3);
    matchedAfter.add(after2);
  }
  return {
    pairs: pairs2,
    deleted: went.filter((_, index) => !matchedBefore.has(index)),
    added: came.filter((_, index) => !matchedAfter.has(index))
  };
}
function bodyPairings(went, came) {
  const pairings = [];
  const seen2 = /* @__PURE__ */ new Set();
  const consider = (before3, after2) => {
    const key = before3 * came.length + after2;
    if (seen2.has(key)) return;
    seen2.add(key);
    const [previous, current] = [went[before3], came[after2]];
    if (previous === void 0 || current === void 0) return;
    const likeness3 = bodyLikeness(previous, current);
    if (likeness3 >= leastSimilarity(previous, current)) pairings.push({ before: before3, after: after2, likeness: likeness3 });
  };
  for (const near of [
    (unit) => unit.unit.name,
    (unit) => unit.place,
    (unit) => bodyOf(unit.source, unit.unit)
  ]) {
    const groups2 = indexBy(went, near);
    for (const [after2, unit] of came.entries()) {
      const group = groups2.get(near(unit)) ?? [];
      if (group.length <= COMPARED_NAMESAKES) for (const before3 of group) consider(before3, after2);
    }
  }
  const bags = (units) => units.map(({ unit, source }) => lineBag(bodyOf(source, unit)));
  for (const { before: before3, after: after2 } of likenessCandidates(bags(went), bags(came))) consider(before3, after2);
  return pairings;
}
function leastSimilarity(previous, current) {
  const sameName = previous.unit.name === current.unit.name;
  const samePlace = previous.place === current.place;
  const sameType = samePlace && previous.unit.typeName === current.unit.typeName;
  if (sameType) return sameName ? LEAST_SIMILARITY.otherParameters : LEAST_SIMILARITY.sameType;
  if (sameName && samePlace) return LEAST_SIMILARITY.sameName;
  const shorter = Math.min(comparedBody(previous).length, comparedBody(current).length);
  const named = sameName && current.unit.name !== CONSTRUCTOR_NAME;
  if (named && shorter > TRIVIAL_BODY_CHARACTERS) return LEAST_SIMILARITY.sameName;
  return shorter >= TELLING_BODY_CHARACTERS ? LEAST_SIMILARITY.bodyAlone : Number.POSITIVE_INFINITY;
}
function kinship(went, came, { before: before3, after: after2 }) {
  const [previous, current] = [went[before3], came[after2]];
  if (previous === void 0 || current === void 0) return 0;
  return (previous.unit.name === current.unit.name ? 4 : 0) + (previous.place === current.place ? 2 : 0) + (previous.unit.typeName === current.unit.typeName ? 1 : 0);
}
function bodyLikeness(previous, current) {
  const [before3, after2] = [comparedBody(previous), comparedBody(current)];
  return 1 - distance(before3, after2) / Math.max(before3.length, after2.length);
}
function comparedBody({ source, unit }) {
  return bodyOf(source, unit).replace(/\s+/g, " ");
}
function indexBy(items, keyOf) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const [index, item2] of items.entries()) {
    const group = groups2.get(keyOf(item2));
    if (group === void 0) groups2.set(keyOf(item2), [index]);
    else group.push(index);
  }
  return groups2;
}

// src/core/scope.ts
var LEFT_OUT_REASONS = ["test", "generated", "vendored", "empty-body"];
function pathScope(path) {
  const segments = path.split("/");
  const fileName2 = segments.pop() ?? "";
  const { directories, sourceSet } = beforePackage(segments);
  if (directories.some((name2) => VENDORED.test(name2))) return "vendored";
  if (directories.some((name2) => GENERATED.test(name2))) return "generated";
  if (directories.some((name2, index) => TESTS.test(name2) || name2 === "it" && directories[index - 1] === "src"))
    return "test";
  if (sourceSet === "main") return null;
  const isTest = TEST_SET.test(sourceSet) || directories.some((name2) => TEST_MODULE.test(name2)) || TEST_FILE.test(fileName2);
  return isTest ? "test" : null;
}
var VENDORED = /^(?:vendor|vendored|third[-_]?party|node_modules|external|externals)$/i;
var GENERATED = /^(?:build|target|gen|src[-_]gen|generated(?:[-_].*)?)$/;
var TESTS = /^(?:tests?|javatests|__tests__)$/i;
var TEST_SET = /^test|Test|[-_]test/;
var TEST_MODULE = /[-_.]tests?$/i;
var TEST_FILE = /(?:Tests?|TestCase|[a-z\d]IT)\.java$/;
function beforePackage(segments) {
  const root = segments.findLastIndex((name2, index) => name2 === "src" && SOURCE_KINDS.has(segments[index + 2] ?? ""));
  if (root >= 0) return { directories: segments.slice(0, root + 3), sourceSet: segments[root + 1] ?? "" };
  const set = segments.lastIndexOf("src");
  const sourceSet = set >= 0 ? segments[set + 1] ?? "" : "";
  const start = segments.findIndex((name2, index) => index > set && PACKAGE_STARTS.has(name2));
  return { directories: start >= 0 ? segments.slice(0, start) : segments, sourceSet };
}
var SOURCE_KINDS = /* @__PURE__ */ new Set(["java", "kotlin", "groovy", "scala"]);
var PACKAGE_STARTS = /* @__PURE__ */ new Set([
  "com",
  "org",
  "net",
  "io",
  "edu",
  "gov",
  "java",
  "javax",
  "jakarta"
]);
function packageByPath(path) {
  const segments = path.split("/").slice(0, -1);
  const { length } = beforePackage(segments).directories;
  return length === segments.length ? segments.join("/") : segments.slice(length).join(".");
}
function isGeneratedText(text) {
  HEAD_PART.lastIndex = 0;
  for (let part3 = HEAD_PART.exec(text); part3 !== null; part3 = HEAD_PART.exec(text)) {
    const [words] = part3;
    if (words.startsWith("/") ? isGeneratedComment(words) : GENERATED_ANNOTATION.test(words)) return true;
  }
  return false;
}
var HEAD_PART = /[\s;\ufeff]+|\/\/.*|\/\*[\s\S]*?\*\/|(?:package|import)\b[^;]*;|@\s*(?!interface\b)[\w.]+(?:\s*\((?:[^()"]|"(?:[^"\\\n]|\\.)*"|\([^()]*\))*\))?|(?:public|abstract|final|strictfp|sealed|non-sealed)\b/y;
var GENERATED_ANNOTATION = /^@\s*(?:[\w.]+\.)?Generated\b/;
function isGeneratedComment(comment) {
  return /DO NOT (?:EDIT|MODIFY)/.test(comment) || GENERATED_LINE.test(comment);
}
var GENERATED_LINE = /^[ \t/*#=-]*(?:(?:this|the) \w+ (?:is|was|has been) )?(?:@generated\b|(?:code |(?:automatically|auto|machine)[- ]?)?generated (?:by|from|with|using|code|file|source|automatically)|(?:code |auto[- ]?)generated\b|(?:please )?do not (?:edit|modify)\b)/im;
function isEmptyBody(tokenize2, body) {
  return significant(tokenize2(body)).length <= 2;
}

// src/jobs/left-out.ts
var LeftOutCount = class {
  #files = /* @__PURE__ */ new Map();
  #methods = /* @__PURE__ */ new Map();
  /** A whole file, and how many methods of it would have counted where that is known. */
  file(reason, methods2) {
    this.#files.set(reason, (this.#files.get(reason) ?? 0) + 1);
    if (methods2 !== void 0) this.method(reason, methods2);
  }
  method(reason, count3 = 1) {
    this.#methods.set(reason, (this.#methods.get(reason) ?? 0) + count3);
  }
  /** What another count holds. */
  addAll(other) {
    for (const [reason, files] of other.#files) this.#files.set(reason, (this.#files.get(reason) ?? 0) + files);
    for (const [reason, methods2] of other.#methods) this.method(reason, methods2);
  }
  rows() {
    return LEFT_OUT_REASONS.filter((reason) => this.#files.has(reason) || this.#methods.has(reason)).map((reason) => ({
      reason,
      methods: this.#methods.get(reason) ?? null,
      files: this.#files.get(reason) ?? 0
    }));
  }
};

// src/core/source-text.ts
var strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decodeSource(bytes2) {
  if (bytes2.includes(0)) return null;
  try {
    return { text: strictUtf8.decode(bytes2), encoding: "utf-8" };
  } catch {
    return {
      text: Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength).toString("latin1"),
      encoding: "latin-1"
    };
  }
}
function encodeSource({ text, encoding }) {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  const escaped3 = text.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return Buffer.from(escaped3, "latin1");
}

// src/jobs/read-sources.ts
var LARGEST_SOURCE_BYTES = 32 * 1024 * 1024;
async function* readSources(tree, paths, languages, signal) {
  for await (const { path, bytes: bytes2 } of tree.read(paths.filter((path2) => languages.forPath(path2) !== void 0))) {
    signal.throwIfAborted();
    const language = languages.forPath(path);
    if (bytes2 !== null && language !== void 0) yield readSource(path, bytes2, language);
  }
}
function readSource(path, bytes2, language) {
  const note = (kind, lines = []) => ({ path, kind, lines });
  const unparsed = (kind) => {
    return { path, bytes: bytes2, parsed: null, encoding: "utf-8", language, notes: [note(kind)] };
  };
  if (bytes2.length > LARGEST_SOURCE_BYTES) return unparsed("too-large");
  const source = decodeSource(bytes2);
  if (source === null) return unparsed("binary");
  const parsed4 = language.parse(path, source.text);
  const notes = [];
  if (source.encoding !== "utf-8") notes.push(note("not-utf-8"));
  if (parsed4.errorLines.length > 0) notes.push(note("partly-parsed", parsed4.errorLines));
  return { path, bytes: bytes2, parsed: parsed4, encoding: source.encoding, language, notes };
}

// src/jobs/read-change.ts
async function readChange(input) {
  return sortChange(await readBothSides(input), input);
}
function sortChange({ before: before3, after: after2 }, input) {
  const [anySource] = [...after2, ...before3];
  const changes = anySource === void 0 ? NO_CHANGES : findChanges(parsed3(before3), parsed3(after2), anySource.language.tokenize);
  const { countCosmetic } = input.policy;
  const leftOut = new LeftOutCount();
  const scope = new ScopeOf(leftOut);
  return {
    eligible: (countCosmetic ? [...changes.changed, ...changes.cosmetic] : changes.changed).flatMap((change) => eligible(change, input.languages, scope)).sort((a, b) => compareText(a.current.unit.id, b.current.unit.id)),
    cosmetic: (countCosmetic ? [] : changes.cosmetic).filter(({ current }) => scope.holds(current)).map(({ current }) => current.unit.id),
    moved: changes.movedOnly.filter(({ current }) => scope.holds(current)).map(({ current, previous }) => ({ id: current.unit.id, previousId: previous?.unit.id ?? current.unit.id })),
    deleted: changes.deleted.filter((placed2) => scope.holds(placed2)).map(({ unit }) => unit.id),
    leftOut,
    notes: after2.flatMap(({ notes }) => notes)
  };
}
var NO_CHANGES = { changed: [], cosmetic: [], movedOnly: [], deleted: [] };
async function readBothSides({
  repository,
  base,
  head,
  languages,
  progress,
  signal
}) {
  const changed = (await repository.changedFiles(base, head)).filter(({ path }) => languages.forPath(path));
  progress.begin("reading the change", changed.length * 2);
  const read3 = async (revision2, absent) => {
    const paths = changed.filter(({ status: status2 }) => status2 !== absent).map(({ path }) => path);
    const sources = [];
    for await (const source of readSources(repository.tree(revision2), paths, languages, signal)) {
      progress.advance();
      sources.push(source);
    }
    return sources;
  };
  const before3 = await read3(base, "added");
  const after2 = await read3(head, "deleted");
  progress.end();
  return { before: before3, after: after2 };
}
function parsed3(sources) {
  return sources.flatMap((source) => source.parsed === null ? [] : [source.parsed]);
}
function eligible(change, languages, scope) {
  const language = languages.forPath(change.current.source.path);
  return language !== void 0 && scope.counts(change.current, language) ? [{ ...change, language }] : [];
}
var ScopeOf = class {
  #leftOut;
  #reasons = /* @__PURE__ */ new Map();
  constructor(leftOut) {
    this.#leftOut = leftOut;
  }
  /** Whether the unit's file belongs to the code that counts. */
  holds({ source }) {
    return this.#reason(source) === null;
  }
  /** Whether the unit is to be regenerated; one that is not is counted as left out. */
  counts(placed2, language) {
    const known = this.#reasons.has(placed2.source);
    const reason = this.#reason(placed2.source);
    if (reason !== null) {
      if (known) this.#leftOut.method(reason);
      else this.#leftOut.file(reason, 1);
      return false;
    }
    if (!isEmptyBody(language.tokenize, bodyOf(placed2.source, placed2.unit))) return true;
    this.#leftOut.method("empty-body");
    return false;
  }
  #reason(source) {
    const known = this.#reasons.get(source);
    if (known !== void 0) return known;
    const reason = pathScope(source.path) ?? (isGeneratedText(source.text) ? "generated" : null);
    this.#reasons.set(source, reason);
    return reason;
  }
};

// src/jobs/rewrite.ts
import { createHash as createHash12 } from "node:crypto";
import { setImmediate as setImmediate2 } from "node:timers/promises";
import { pMapIterable as pMapIterable2 } from "p-map";
async function* rewrite(items, { model, samples, signal, progress, journal }) {
  const results = pMapIterable2(
    items,
    async (item2) => {
      await setImmediate2();
      signal.throwIfAborted();
      const key = journal === null ? "" : stubKey(model, item2.stub);
      const known = journal?.get(key);
      const { stub, countsAs = stub.target.id } = item2;
      const options = { samples: item2.samples ?? samples, countsAs, signal };
      const regeneration = known ?? await model.regenerate(stub, options);
      if (known === void 0 && isWorthKeeping(regeneration)) await journal?.append(key, regeneration);
      return { item: item2, regeneration };
    },
    { concurrency: model.concurrency, backpressure: model.concurrency * 2 }
  );
  for await (const result of results) {
    progress.advance();
    yield result;
  }
}
function isWorthKeeping(regeneration) {
  if (regeneration.kind === "failed") return !isSilence(regeneration.reason);
  return regeneration.kind === "regenerated";
}
function stubKey(model, { source, target }) {
  return createHash12("sha256").update(JSON.stringify([model.card.provider, model.card.fingerprint, target.id, source.path])).update(source.text).digest("hex");
}

// src/jobs/check.ts
async function check(input) {
  const { base, head, policy } = input;
  const change = await readChange(input);
  const { model, origin: origin2 } = change.eligible.length === 0 ? NO_MODEL : await input.openModel();
  const { judged, unasked } = model === null ? NOTHING_JUDGED : await judgeAll(change.eligible, model, input);
  const rows = judged.map(({ row: row4 }) => row4);
  if (model !== null) requireSomeAnswer(rows, model.card.name, NOTHING_SCORED);
  const files = rewrittenFiles(judged);
  const measurements = judged.map(({ measurement }) => measurement);
  const fileMeasurements = files.map(({ measurement }) => measurement);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "check",
    protocol: "in-place",
    base: { name: base.name, revision: base.hash },
    head: { name: head.name, revision: head.hash },
    model: model?.card ?? null,
    modelOrigin: origin2,
    policy: { familiar: policy.familiar, ambiguous: policy.ambiguous, countCosmetic: policy.countCosmetic },
    summary: summarize(fileMeasurements, measurements),
    stub: summarizeStubs(fileMeasurements, measurements),
    verdicts: countVerdicts(rows),
    files: files.map(({ row: row4 }) => row4),
    methods: rows,
    ...model === null ? {} : askingFacts(model, unasked),
    cosmetic: change.cosmetic,
    moved: change.moved,
    deleted: change.deleted,
    leftOut: change.leftOut.rows(),
    notes: change.notes
  };
}
var NO_MODEL = { model: null, origin: null };
var NOTHING_JUDGED = { judged: [], unasked: [] };
async function judgeAll(changes, model, input) {
  const answers = changes.flatMap(answersNeeded);
  const { policy, progress, signal } = input;
  progress.begin("writing again", answers.length);
  const after2 = /* @__PURE__ */ new Map();
  const before3 = /* @__PURE__ */ new Map();
  const rewriting = { model, samples: policy.samples, signal, progress, journal: null };
  for await (const { item: item2, regeneration } of rewrite(answers, rewriting)) {
    (item2.role === "before" ? before3 : after2).set(item2.change, regeneration);
  }
  progress.end();
  const judged = [];
  const unasked = [];
  for (const change of changes) {
    const regeneration = after2.get(change) ?? UNASKED;
    if (regeneration.kind === "unasked") unasked.push(change.current.unit.id);
    else judged.push(judgeOne(change, regeneration, before3.get(change) ?? null, policy));
  }
  return { judged, unasked };
}
var UNASKED = { kind: "unasked" };
function answersNeeded(change) {
  const { current, previous } = change;
  const after2 = { change, role: "after", stub: stubInPlace(current.source, current.unit) };
  if (previous === null) return [after2];
  const stub = stubInPlace(previous.source, previous.unit);
  return [after2, { change, role: "before", samples: 1, countsAs: current.unit.id, stub }];
}
function judgeOne({ change, current, previous, language }, regeneration, regenerationBefore, policy) {
  const after2 = bodyOf(current.source, current.unit);
  const before3 = previous === null ? null : bodyOf(previous.source, previous.unit);
  const written3 = regeneration.kind === "regenerated" ? regeneration : null;
  const measurement = measureBody(after2, written3?.body ?? EMPTY_BODY);
  const similarityToPrevious = before3 === null || written3 === null ? null : similarity(before3, written3.body);
  const verdict = written3 === null ? null : judge(
    {
      sameTokens: sameTokens(language.tokenize, after2, written3.body),
      similarity: measurement.similarity,
      similarityToPrevious,
      disagreement: disagreementOf(written3)
    },
    policy
  );
  const row4 = {
    id: current.unit.id,
    path: current.unit.path,
    line: current.unit.line,
    change,
    previousId: previous === null || previous.unit.id === current.unit.id ? null : previous.unit.id,
    distance: written3 === null ? null : measurement.distance,
    similarity: written3 === null ? null : measurement.similarity,
    similarityToPrevious,
    verdict,
    knewPrevious: before3 === null || regenerationBefore === null ? null : knew(before3, regenerationBefore, policy),
    confidence: written3?.confidence ?? null,
    failure: regeneration.kind === "failed" ? { reason: regeneration.reason, detail: regeneration.detail } : null,
    texts: { before: before3, after: after2, regenerated: written3?.body ?? null }
  };
  return { row: row4, measurement: { ...measurement, failed: written3 === null }, source: current.source };
}
function knew(body, regeneration, policy) {
  return regeneration.kind === "regenerated" ? similarity(body, regeneration.body) >= policy.familiar : null;
}
function disagreementOf({ samples }) {
  return disagreement((samples ?? []).map(({ body, probability }) => ({ text: body, weight: probability ?? 1 })));
}
function rewrittenFiles(judged) {
  const bodiesByFile = /* @__PURE__ */ new Map();
  for (const { row: row4, source } of judged) {
    const bodies = bodiesByFile.get(source) ?? /* @__PURE__ */ new Map();
    bodies.set(row4.id, row4.texts.regenerated ?? EMPTY_BODY);
    bodiesByFile.set(source, bodies);
  }
  return [...bodiesByFile].map(([source, bodies]) => {
    const regenerated = withBodies(source, ({ id }) => bodies.get(id)).text;
    const stub = withBodies(source, ({ id }) => bodies.has(id) ? EMPTY_BODY : void 0).text;
    const measurement = measure(source.text, regenerated, stub);
    const row4 = { id: source.path, distance: measurement.distance, similarity: measurement.similarity };
    return { row: row4, measurement };
  }).sort((a, b) => compareText(a.row.id, b.row.id));
}
function countVerdicts(rows) {
  const counts2 = { reproduced: 0, outdated: 0, ambiguous: 0, familiar: 0, unfamiliar: 0, newToIt: 0, failed: 0 };
  for (const row4 of rows) {
    if (row4.verdict === null) counts2.failed++;
    else if (row4.verdict === "unfamiliar" && row4.change === "added") counts2.newToIt++;
    else counts2[row4.verdict]++;
  }
  return counts2;
}

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

// src/cli/models.ts
async function trainOnRevision(repository, revision2, { languages, progress, signal }) {
  const trained = await train({
    tree: repository.tree(revision2),
    origin: { project: await repository.identity(), revision: revision2.hash, committedAt: revision2.committedAt },
    scope: "main",
    languages,
    training: composeTraining(languages),
    progress,
    signal
  });
  return trained.model;
}
async function trainOnDirectory(tree, directory, { languages, progress, signal }) {
  const trained = await train({
    tree,
    origin: { project: null, revision: directory, committedAt: null },
    scope: "whole",
    languages,
    training: composeTraining(languages),
    progress,
    signal
  });
  return trained.model;
}

// src/cli/check.ts
async function runCheck(options, shell) {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const repository = await openRepository(options.repo);
  const { policy: ofRepository } = await readRepositorySettings(repository);
  const policy = policyFromFlags(options, ofRepository);
  const head = await repository.resolve(options.head);
  const target = options.base === void 0 ? await repository.defaultBranch() : await repository.resolve(options.base);
  const base = await repository.mergeBase(target, head);
  const languages = await composeLanguages(environment);
  const loaded = await models.open(options.model, repository, languages);
  const report2 = await check({
    repository,
    base,
    head,
    openModel: async () => {
      if (loaded !== null) {
        const origin2 = await originOf2(loaded.model, base, repository);
        return { model: dryRun.insteadOf(loaded.model), origin: origin2 };
      }
      const model = await trainOnRevision(repository, base, { languages, progress, signal });
      return { model: dryRun.insteadOf(model), origin: "trained-on-base" };
    },
    languages,
    policy,
    progress,
    signal
  });
  if (dryRun.isOn) return present(dryRun.report("check"), options, environment);
  if (options.show === void 0) return present(report2, options, environment);
  const { show } = options;
  const rows = report2.methods.filter(({ id }) => isNamed(id, show));
  if (rows.length === 0) {
    throw new ExpectedFailure(
      "unknown-method",
      `no changed method is called ${options.show}`,
      "Run `palimpsest check` for the list; Type.name or Type.name(Param) will do."
    );
  }
  const width = process.stdout.columns ?? 120;
  for (const row4 of rows) {
    process.stdout.write(environment.secrets.mask(renderShow(row4, { color: environment.color, width })));
  }
}
async function originOf2({ card }, base, repository) {
  if (card.trainedAt === null) return "trained";
  return await repository.isAncestor(card.trainedAt.revision, base) === false ? "trained-later" : "trained";
}

// src/core/model-card.ts
function asShadow(card, of) {
  return { ...card, shadow: { of } };
}
function withBaseline(card, scores3, measuredAt) {
  const { revision: revision2, protocol, methods: methods2, similarity: similarity3 } = scores3;
  if (protocol !== "in-place" || similarity3 === null || revision2 !== card.trainedAt?.revision) return null;
  return { ...card, baseline: { methods: methods2, similarity: similarity3, measuredAt: measuredAt.toISOString() } };
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
    const row4 = { id: path, distance: measurement.distance, similarity: measurement.similarity };
    this.#files.push({ row: row4, measurement });
  }
  method(row4, measurement) {
    const failed4 = row4.failure !== null;
    const { distance: distance2, similarity: similarity3 } = measurement;
    const scores3 = failed4 ? { distance: null, similarity: null } : { distance: distance2, similarity: similarity3 };
    const scoredRow = { ...row4, ...scores3 };
    this.#methods.push({ row: scoredRow, measurement: { ...measurement, failed: failed4 } });
    return scoredRow;
  }
  /** What the rows are as stubs, in the order of {@link report}, which must have been taken. */
  stubs() {
    const asStub2 = ({ measurement }) => {
      return { distance: measurement.stubDistance, similarity: measurement.stubSimilarity };
    };
    return { files: this.#files.map(asStub2), methods: this.#methods.map(asStub2) };
  }
  report() {
    this.#files.sort((a, b) => compareText(a.row.id, b.row.id));
    this.#methods.sort((a, b) => compareText(a.row.id, b.row.id));
    const files = this.#files.map(({ measurement }) => measurement);
    const methods2 = this.#methods.map(({ measurement }) => measurement);
    return {
      summary: summarize(files, methods2),
      stub: summarizeStubs(files, methods2),
      files: this.#files.map(({ row: row4 }) => row4),
      methods: this.#methods.map(({ row: row4 }) => row4),
      leftOut: this.leftOut.rows(),
      notes: this.notes
    };
  }
};

// src/jobs/erase.ts
async function erase(input) {
  const { tree, languages, output, progress, signal } = input;
  const scored = new ScoredMethods();
  const paths = (await tree.list()).filter((path) => languages.forPath(path) !== void 0);
  if (paths.length === 0) throw noSources(input.directory);
  let characters2 = 0;
  progress.begin("erasing", paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    const { bytes: bytes2, erased } = eraseFile(source, scored);
    characters2 += erased;
    await output.write(source.path, bytes2);
    progress.advance();
  }
  signal.throwIfAborted();
  await output.commit();
  progress.end();
  const { summary, stub, files, methods: methods2, notes } = scored.report();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "erase",
    directory: input.directory,
    outputDirectory: input.outputDirectory,
    erased: { bodies: methods2.length, characters: characters2 },
    summary,
    stub,
    files,
    methods: methods2,
    leftOut: [],
    notes
  };
}
function eraseFile(source, scored) {
  const { parsed: parsed4, encoding } = source;
  scored.notes.push(...source.notes);
  if (parsed4 === null) return { bytes: source.bytes, erased: 0 };
  for (const unit of parsed4.units) {
    const { id, path, line: line4 } = unit;
    const measurement = measureBody(bodyOf(parsed4, unit), EMPTY_BODY);
    scored.method({ id, path, line: line4, failure: null, confidence: null }, measurement);
  }
  const stub = eraseBodies(parsed4, new Set(parsed4.units.map(({ id }) => id))).text;
  scored.file(source.path, measure(parsed4.text, stub, stub));
  return { bytes: encodeSource({ text: stub, encoding }), erased: parsed4.text.length - stub.length };
}

// src/core/run-shards.ts
function dealtPaths(methodsByPath2, { index, count: count3 }) {
  const hands = Array.from({ length: count3 }, () => ({ methods: 0, paths: [] }));
  const bySize = [...methodsByPath2].sort(([a, most], [b, few]) => few - most || compareText(a, b));
  for (const [path, methods2] of bySize) {
    const hand = leastOf(hands);
    if (hand === void 0) break;
    hand.methods += methods2;
    hand.paths.push(path);
  }
  return new Set(hands[index - 1]?.paths);
}
function leastOf([first, ...others]) {
  return others.reduce((least, hand) => least && holdsLess(hand, least) ? hand : least, first);
}
function holdsLess(a, b) {
  return a.methods < b.methods || a.methods === b.methods && a.paths.length < b.paths.length;
}
function mergedLeftOut(parts) {
  const rows = parts.flat();
  return LEFT_OUT_REASONS.flatMap((reason) => {
    const same = rows.filter((row4) => row4.reason === reason);
    if (same.length === 0) return [];
    const counted8 = same.flatMap(({ methods: methods2 }) => methods2 ?? []);
    return [
      {
        reason,
        methods: counted8.length === 0 ? null : counted8.reduce((sum2, methods2) => sum2 + methods2, 0),
        files: same.reduce((sum2, { files }) => sum2 + files, 0)
      }
    ];
  });
}
function mergedNotes(parts) {
  return parts.flat().sort((a, b) => compareText(a.path, b.path));
}

// src/jobs/evaluation-plan.ts
async function planEvaluation(subject) {
  const { tree, languages, progress, signal, sample = null, shard: shard2 = null } = subject;
  const { inScope, leftOut } = pathsInScope(await tree.list(), subject);
  progress.begin("counting methods", null);
  const eligible2 = [];
  for await (const source of readSources(tree, inScope, languages, signal)) {
    for (const { id, path, body } of unitsToWrite(source, subject))
      eligible2.push({ id, path, length: body.end - body.start });
  }
  progress.end();
  const drawn = sample === null ? null : drawSample(eligible2, sample).drawn;
  const toWrite = drawn === null ? eligible2 : eligible2.filter(({ id }) => drawn.has(id));
  const paths = shard2 === null ? new Set(inScope) : dealtPaths(methodsByPath(inScope, toWrite), shard2);
  return {
    paths: inScope.filter((path) => paths.has(path)),
    drawn,
    methods: toWrite.filter(({ path }) => paths.has(path)).length,
    sample: sample === null ? null : { ...sample, methods: eligible2.length },
    leftOut
  };
}
function methodsByPath(paths, units) {
  const counts2 = new Map(paths.map((path) => [path, 0]));
  for (const { path } of units) counts2.set(path, (counts2.get(path) ?? 0) + 1);
  return counts2;
}
function pathsInScope(all, { languages, scope, source, shard: shard2 = null }) {
  const sources = all.filter((path) => languages.forPath(path) !== void 0);
  if (sources.length === 0) throw noSources("directory" in source ? source.directory : source.name);
  const leftOut = new LeftOutCount();
  if (scope === "whole") return { inScope: sources, leftOut };
  const inScope = [];
  for (const [index, path] of sources.entries()) {
    const reason = pathScope(path);
    if (reason === null) inScope.push(path);
    else if (shard2 === null || index % shard2.count === shard2.index - 1) leftOut.file(reason);
  }
  return { inScope, leftOut };
}
function isTaken({ parsed: parsed4 }, { scope }) {
  return parsed4 === null || scope === "whole" || !isGeneratedText(parsed4.text);
}
function unitsToWrite(source, subject, counts2) {
  const { parsed: parsed4, language } = source;
  if (parsed4 === null) return [];
  if (!isTaken(source, subject)) {
    counts2?.file("generated", parsed4.units.length);
    return [];
  }
  if (subject.scope === "whole") return parsed4.units;
  return parsed4.units.filter((unit) => {
    const empty = isEmptyBody(language.tokenize, bodyOf(parsed4, unit));
    if (empty) counts2?.method("empty-body");
    return !empty;
  });
}

// src/jobs/evaluate.ts
async function evaluate(input) {
  const { output, journal } = input;
  const plan = await planEvaluation(input);
  const report2 = await evaluatePlanned(plan, input);
  await output?.commit();
  if (report2.unasked === void 0) await journal?.finish();
  return report2;
}
async function evaluatePlanned(plan, input) {
  const { tree, languages, model, output, journal, progress, signal, shard: shard2 = null } = input;
  const scored = new ScoredMethods();
  scored.leftOut.addAll(plan.leftOut);
  progress.begin("writing again", plan.methods);
  const settle = async (file, regenerations) => {
    const { bytes: bytes2, written: written3 } = scoreFile(file, regenerations, scored);
    input.observe?.(written3);
    await output?.write(file.source.path, bytes2);
  };
  const unfinished = /* @__PURE__ */ new Map();
  const tasks = tasksOf(readSources(tree, plan.paths, languages, signal), input, plan, scored, settle);
  for await (const { item: item2, regeneration } of rewrite(tasks, { model, samples: 1, signal, progress, journal })) {
    const regenerations = unfinished.get(item2.file) ?? /* @__PURE__ */ new Map();
    unfinished.set(item2.file, regenerations.set(item2.stub.target.id, regeneration));
    if (regenerations.size < item2.file.units.length) continue;
    unfinished.delete(item2.file);
    await settle(item2.file, regenerations);
  }
  signal.throwIfAborted();
  progress.end();
  const { summary, stub, files, methods: methods2, leftOut, notes } = scored.report();
  requireSomeAnswer(methods2, model.card.name, NOTHING_SCORED);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "evaluate",
    protocol: input.protocol,
    source: input.source,
    model: model.card,
    sample: plan.sample,
    ...shard2 === null ? {} : { shard: { ...shard2, stubs: scored.stubs() } },
    reproduced: scored.reproduced,
    ...askingFacts(model, scored.unasked),
    summary,
    stub,
    files,
    methods: methods2,
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
  const { parsed: parsed4, language } = source;
  if (parsed4 === null) return { bytes: source.bytes, written: { source, measured: null, methods: [] } };
  const bodies = /* @__PURE__ */ new Map();
  const methods2 = [];
  for (const unit of units) {
    const regeneration = regenerations.get(unit.id);
    if (regeneration?.kind === "unasked") {
      scored.unasked.push(unit.id);
      methods2.push({ unit, row: null, body: null, exact: false });
      continue;
    }
    const body = regeneration?.kind === "regenerated" ? regeneration.body : EMPTY_BODY;
    bodies.set(unit.id, body);
    const original = bodyOf(parsed4, unit);
    const failure = regeneration?.kind === "failed" ? { reason: regeneration.reason, detail: regeneration.detail } : null;
    const exact = failure === null && sameTokens(language.tokenize, original, body);
    if (exact) scored.reproduced++;
    const row4 = scored.method(
      {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        failure,
        confidence: (regeneration?.kind === "regenerated" ? regeneration.confidence : void 0) ?? null
      },
      measureBody(original, body)
    );
    methods2.push({ unit, row: row4, body: failure === null ? body : null, exact });
  }
  if (units.length > 0 && bodies.size === 0)
    return { bytes: source.bytes, written: { source, measured: null, methods: methods2 } };
  const regenerated = withBodies(parsed4, ({ id }) => bodies.get(id)).text;
  const stub = eraseBodies(parsed4, new Set(bodies.keys())).text;
  const measurement = measure(parsed4.text, regenerated, stub);
  scored.file(source.path, measurement);
  const { distance: distance2, similarity: similarity3, stubDistance } = measurement;
  return {
    bytes: encodeSource({ text: regenerated, encoding: source.encoding }),
    written: { source, measured: { distance: distance2, similarity: similarity3, erased: stubDistance }, methods: methods2 }
  };
}

// src/jobs/unit-facts.ts
import { createHash as createHash13 } from "node:crypto";
function unitsThatCount(source, language) {
  if (pathScope(source.path) !== null || isGeneratedText(source.text)) return [];
  return source.units.filter((unit) => !isEmptyBody(language.tokenize, bodyOf(source, unit))).map((unit) => ({ facts: factsOf3(source, unit, language), unit, source, language }));
}
function factsOf3(source, unit, { tokenize: tokenize2 }) {
  const body = bodyOf(source, unit);
  const { id, path, kind, name: name2, parameters, returnType, modifiers, throws, javadoc } = unit;
  return {
    id,
    path,
    text: hashOf2([body]),
    header: hashOf2([kind, name2, returnType, javadoc, parameters, modifiers, throws]),
    code: hashOf2(significant(tokenize2(body)).map(({ text }) => text)),
    length: body.length
  };
}
var HASH_CHARACTERS = 12;
function hashOf2(parts) {
  return createHash13("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, HASH_CHARACTERS);
}

// src/jobs/fill-ledger.ts
function beginsLedger({ protocol, model, unasked, shard: shard2 }, revision2) {
  if (unasked !== void 0 || shard2 !== void 0) return false;
  return protocol === "in-place" && revision2.hash !== WORKTREE && model.trainedAt?.revision === revision2.hash;
}
async function fillLedger({ report: report2, revision: revision2, store, ...reading }) {
  requireSomeAnswer(report2.methods, report2.model.name, LEDGER_LEFT);
  const units = await factsAt(reading);
  const { provider, name: name2, fingerprint } = report2.model;
  const standing = { revision: revision2.hash, committedAt: revision2.committedAt };
  const model = { provider, name: name2, fingerprint };
  const { sample } = report2;
  const pages = beginLedger({
    model,
    trainedAt: standing,
    sample: sample === null ? null : { size: sample.size, seed: sample.seed },
    units,
    scores: scoresOf2(report2, units)
  });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await store.load(fingerprint);
    if (await store.save(stored?.version ?? null, pages)) return;
  }
  throw ledgerBusy();
}
var ATTEMPTS = 10;
function ledgerBusy() {
  return new ExpectedFailure(
    "ledger-busy",
    "other runs keep changing the ledger",
    "Run the command again when they are done."
  );
}
async function factsAt({
  tree,
  languages,
  progress,
  signal
}) {
  const paths = await tree.list();
  const facts = [];
  progress.begin("filling the ledger", null);
  for await (const { parsed: parsed4, language } of readSources(tree, paths, languages, signal)) {
    progress.advance();
    if (parsed4 !== null) facts.push(...unitsThatCount(parsed4, language).map((unit) => unit.facts));
  }
  progress.end();
  return facts;
}
function scoresOf2({ methods: methods2 }, units) {
  const lengths = new Map(units.map(({ id, length }) => [id, length]));
  return new Map(
    methods2.map(({ id, similarity: similarity3 }) => [
      id,
      similarity3 === null ? { similarity: stubSimilarityOf(lengths.get(id) ?? 0), failed: true } : { similarity: similarity3, failed: false }
    ])
  );
}

// src/jobs/score.ts
async function score2(input) {
  const { original, regenerated, languages, progress, signal } = input;
  const scored = new ScoredMethods();
  const paths = (await original.tree.list()).filter((path) => languages.forPath(path) !== void 0);
  if (paths.length === 0) throw noSources(original.name);
  progress.begin("scoring", paths.length);
  const others = regenerated.tree.read(paths)[Symbol.asyncIterator]();
  for await (const source of readSources(original.tree, paths, languages, signal)) {
    const other = await others.next();
    const bytes2 = other.done === true ? null : other.value.bytes;
    scored.notes.push(...source.notes);
    if (bytes2 === null) scored.notes.push({ path: source.path, kind: "missing", lines: [] });
    scoreFile2(source, bytes2 === null ? null : readSource(source.path, bytes2, source.language), scored);
    progress.advance();
  }
  progress.end();
  const { summary, stub, files, methods: methods2, notes } = scored.report();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "score",
    original: original.name,
    regenerated: regenerated.name,
    reproduced: scored.reproduced,
    summary,
    stub,
    files,
    methods: methods2,
    leftOut: [],
    notes
  };
}
function scoreFile2(source, other, scored) {
  const { parsed: parsed4, language } = source;
  if (parsed4 === null) return;
  const stub = eraseBodies(parsed4, new Set(parsed4.units.map(({ id }) => id))).text;
  const otherText = other?.parsed?.text ?? null;
  scored.file(source.path, fileMeasurement(parsed4, otherText, stub));
  const bodies = other?.parsed ? bodiesOf2(other.parsed) : /* @__PURE__ */ new Map();
  for (const unit of parsed4.units) {
    const { id, path, line: line4 } = unit;
    const original = bodyOf(parsed4, unit);
    const body = bodies.get(id);
    const failure = body === void 0 ? { reason: "missing", detail: "the second tree does not hold this method" } : null;
    if (body !== void 0 && sameTokens(language.tokenize, original, body)) scored.reproduced++;
    scored.method({ id, path, line: line4, failure, confidence: null }, measureBody(original, body ?? EMPTY_BODY));
  }
}
function bodiesOf2(source) {
  return new Map(source.units.map((unit) => [unit.id, bodyOf(source, unit)]));
}
function fileMeasurement(parsed4, otherText, stub) {
  return otherText === null ? asStub(measure(parsed4.text, stub, stub)) : measure(parsed4.text, otherText, stub);
}

// src/cli/baseline.ts
function baselineScores({ protocol, summary }, revision2) {
  const { count: count3, withFailuresAsStubs } = summary.methods;
  return { revision: revision2.hash, protocol, methods: count3, similarity: withFailuresAsStubs.similarity };
}

// src/cli/journal.ts
async function resuming(journal, run2) {
  if (journal.resumed > 0) process.stderr.write(`going on after ${journal.resumed} methods of an interrupted run
`);
  try {
    return await run2(journal);
  } finally {
    await journal.close();
  }
}

// src/cli/shard.ts
var MOST_PARTS = 1e4;
function shardFromFlag(typed) {
  if (typed === void 0) return null;
  const [, first = "", second = ""] = /^(\d{1,5})\/(\d{1,5})$/.exec(typed) ?? [];
  const [index, count3] = [Number(first), Number(second)];
  if (index >= 1 && index <= count3 && count3 <= MOST_PARTS) return { index, count: count3 };
  throw new ExpectedFailure(
    "bad-setting",
    `--shard does not take ${JSON.stringify(typed)}`,
    "It is which part of how many, such as 1/8 to 8/8."
  );
}
function shardParts(shard2) {
  return shard2 === null ? [] : [`${shard2.index}/${shard2.count}`];
}

// src/cli/subject.ts
import { resolve as resolve6 } from "node:path";
async function subjectOf(command, directory, { repo, revision: named, outputDir }) {
  if (directory !== void 0 && named === void 0) {
    const except = outputDir === void 0 ? [] : [outputDir];
    return { kind: "directory", directory, tree: await openDirectory(directory, except) };
  }
  if (directory === void 0 && named !== void 0) {
    const repository = await openRepository(repo);
    const revision2 = await repository.resolve(named);
    return { kind: "revision", repository, revision: revision2, tree: repository.tree(revision2) };
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
  const { name: name2, hash } = subject.revision;
  return { tree, source: { name: name2, revision: hash }, scope: "main" };
}
function repositoryOf(subject) {
  return subject.kind === "revision" ? subject.repository : null;
}
function readFrom(subject) {
  return subject.kind === "directory" ? [subject.directory] : [subject.repository.root];
}
function journalOf(job, subject, settings2, { environment }) {
  const at = subject.kind === "directory" ? resolve6(subject.directory) : subject.revision.hash;
  return composeJournal(job, repositoryOf(subject), environment, [...settings2, at]);
}

// src/cli/codebase.ts
async function runEvaluate(directory, options, shell) {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const sample = sampleFromFlags(options);
  const shard2 = shardFromFlag(options.shard);
  const subject = await subjectOf("evaluate", directory, options);
  const { tree } = subject;
  const repository = repositoryOf(subject);
  const languages = await composeLanguages(environment);
  const surroundings = { languages, progress, signal };
  const loaded = await models.open(options.model, repository, languages);
  const model = loaded?.model ?? await trainOn(subject, surroundings);
  const { protocol } = options;
  const rest = { ...evaluated(subject), protocol, sample, shard: shard2, ...surroundings };
  if (dryRun.isOn) {
    await evaluate({ ...rest, model: dryRun.insteadOf(model), output: null, journal: null });
    return present(dryRun.report("evaluate"), options, environment);
  }
  const run2 = (journal) => withOutputTree(options.outputDir, subject, (output) => evaluate({ ...rest, model, output, journal }));
  const report2 = isCached(model, options) ? await run2(null) : await resuming(await journalOf("evaluate", subject, [protocol, ...shardParts(shard2)], shell), run2);
  if (loaded !== null && subject.kind === "revision") {
    const { repository: repository2, revision: revision2 } = subject;
    if (beginsLedger(report2, revision2)) {
      const store = await composeLedgers(repository2);
      await fillLedger({ report: report2, revision: revision2, tree, store, ...surroundings });
    }
    await recordBaseline(loaded, report2, revision2);
  }
  await present(report2, options, environment);
}
function trainOn(subject, surroundings) {
  return subject.kind === "directory" ? trainOnDirectory(subject.tree, subject.directory, surroundings) : trainOnRevision(subject.repository, subject.revision, surroundings);
}
async function recordBaseline(loaded, report2, revision2) {
  if (report2.sample !== null || report2.unasked !== void 0 || report2.shard !== void 0) return;
  const card = withBaseline(loaded.model.card, baselineScores(report2, revision2), /* @__PURE__ */ new Date());
  if (card !== null) await saveCard(loaded, card);
}
async function withOutputTree(outputDirectory, subject, run2) {
  if (outputDirectory === void 0) return run2(null);
  const output = await openOutputTree(outputDirectory, readFrom(subject));
  try {
    return await run2(output);
  } finally {
    await output.discard();
  }
}
async function runErase(directory, options, { environment, signal, progress }) {
  const tree = await openDirectory(directory, [options.outputDir]);
  const languages = await composeLanguages(environment);
  const output = await openOutputTree(options.outputDir, [directory]);
  try {
    const report2 = await erase({
      directory,
      outputDirectory: options.outputDir,
      tree,
      output,
      languages,
      progress,
      signal
    });
    await present(report2, options, environment);
  } finally {
    await output.discard();
  }
}
async function runScore(original, regenerated, options, { environment, signal, progress }) {
  const report2 = await score2({
    original: { name: original, tree: await openDirectory(original) },
    regenerated: { name: regenerated, tree: await openDirectory(regenerated) },
    languages: await composeLanguages(environment),
    progress,
    signal
  });
  await present(report2, options, environment);
}

// src/cli/compare.ts
import { basename as basename6, join as join11 } from "node:path";

// src/jobs/compare.ts
import pMap from "p-map";

// src/core/bootstrap.ts
var RESAMPLES = 2e3;
var TAIL2 = 0.025;
function bootstrapIntervals(ratios, files, seed) {
  const random = seededRandom(seed);
  const values = ratios.map(() => []);
  const times2 = new Array(files).fill(0);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    times2.fill(0);
    for (let draw6 = 0; draw6 < files; draw6++) {
      const file = Math.floor(random() * files);
      times2[file] = (times2[file] ?? 0) + 1;
    }
    for (const [index, ratio2] of ratios.entries()) {
      const value = weightedRatio(ratio2, times2);
      if (value !== null) values[index]?.push(value);
    }
  }
  return ratios.map(
    ({ denominators }, index) => denominators.filter((denominator) => denominator > 0).length < 2 ? null : percentileInterval(values[index] ?? [])
  );
}
function weightedRatio({ numerators, denominators }, times2) {
  let above = 0;
  let below = 0;
  for (const [file, often] of times2.entries()) {
    if (often === 0) continue;
    above += often * (numerators[file] ?? 0);
    below += often * (denominators[file] ?? 0);
  }
  return below === 0 ? null : above / below;
}
function percentileInterval(values) {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  return { low: quantile(values, TAIL2), high: quantile(values, 1 - TAIL2) };
}
function quantile(sorted, share3) {
  const at = share3 * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (at - Math.floor(at)) * (high - low);
}

// src/core/compare-intervals.ts
function contenderIntervals(clusters, at, seed) {
  const files = clusters.map(({ file }) => measuredFiles(file === null ? [] : [file], at));
  const methods2 = clusters.map((cluster) => measuredMethods(cluster.methods, at));
  const intervals = bootstrapIntervals([...scoreRatios(files), ...scoreRatios(methods2)], clusters.length, seed);
  return { files: scoreIntervals2(intervals.slice(0, 3)), methods: scoreIntervals2(intervals.slice(3)) };
}
function pairedIntervals(clusters, at, against, seed) {
  const pairs2 = clusters.map(({ methods: methods2 }) => pairsOf(methods2, at, against));
  const counts2 = pairs2.map(({ length }) => length);
  const ratio2 = (take2) => {
    return { numerators: pairs2.map((ofFile) => sumOf2(ofFile.map(take2))), denominators: counts2 };
  };
  const ratios = [ratio2(({ similarity: similarity4 }) => similarity4), ratio2(({ distance: distance2 }) => distance2)];
  const [similarity3 = null, errorRate = null] = bootstrapIntervals(ratios, clusters.length, seed);
  return { similarity: similarity3, errorRate };
}
function scoreRatios(byFile) {
  const sums = (take2) => byFile.map((ofFile) => sumOf2(ofFile.map(take2)));
  const counts2 = byFile.map(({ length }) => length);
  const distances = sums(({ distance: distance2 }) => distance2);
  return [
    { numerators: distances, denominators: counts2 },
    { numerators: sums(({ similarity: similarity3 }) => similarity3), denominators: counts2 },
    { numerators: distances, denominators: sums(({ stubDistance }) => stubDistance) }
  ];
}
function scoreIntervals2([
  errorRate = null,
  similarity3 = null,
  lost = null
]) {
  return { errorRate, similarity: similarity3, recovery: lost && { low: 1 - lost.high, high: 1 - lost.low } };
}
function sumOf2(values) {
  return values.reduce((sum2, value) => sum2 + value, 0);
}

// src/core/compare.ts
function compareReportOf({ contenders, baseline: baseline2, sample, shard: shard2, ...facts }, rows) {
  const methods2 = [...rows.methods].sort((a, b) => compareText(a.id, b.id));
  const files = [...rows.files].sort((a, b) => compareText(a.id, b.id));
  const seed = sample === null ? null : sample.seed;
  const clusters = sample === null ? [] : clustersOf(methods2, files);
  const against = contenders.findIndex(({ name: name2 }) => name2 === baseline2);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "compare",
    ...facts,
    sample,
    ...shard2 === void 0 ? {} : { shard: shard2 },
    baseline: baseline2,
    contenders: contenders.map((contender2, at) => {
      const answers = methods2.flatMap(({ answers: all }) => all[at] ?? []);
      return {
        ...contender2,
        summary: summarize(measuredFiles(files, at), measuredMethods(methods2, at)),
        exact: answers.filter(({ exact }) => exact).length,
        parses: answers.filter(({ parses }) => parses).length,
        unasked: methods2.length - answers.length,
        intervals: seed === null ? null : contenderIntervals(clusters, at, seed),
        paired: at === against ? null : {
          ...pairedDifference(methods2, at, against),
          intervals: seed === null ? null : pairedIntervals(clusters, at, against, seed)
        }
      };
    }),
    groups: groupsOf(methods2, contenders.length),
    files,
    methods: methods2
  };
}
function pairedDifference(methods2, at, against) {
  const pairs2 = pairsOf(methods2, at, against);
  const similarities = pairs2.map(({ similarity: similarity3 }) => similarity3);
  return {
    methods: pairs2.length,
    similarity: meanOf2(similarities),
    errorRate: meanOf2(pairs2.map(({ distance: distance2 }) => distance2)),
    won: similarities.filter((difference) => difference > 0).length,
    tied: similarities.filter((difference) => difference === 0).length,
    lost: similarities.filter((difference) => difference < 0).length
  };
}
function groupsOf(methods2, contenders) {
  const packages = [...new Set(methods2.map((method) => method.package))].sort(compareText);
  const groups2 = (by, names, nameOf) => {
    const members = new Map(names.map((name2) => [name2, []]));
    for (const method of methods2) members.get(nameOf(method))?.push(method);
    return names.flatMap((name2) => {
      const inGroup = members.get(name2) ?? [];
      if (inGroup.length === 0) return [];
      const scores3 = Array.from({ length: contenders }, (_, at) => groupScores(inGroup, at));
      return [{ by, name: name2, methods: inGroup.length, contenders: scores3 }];
    });
  };
  return [
    ...groups2("kind", METHOD_CLASSES, ({ kind }) => kind),
    ...groups2("size", SIZE_BANDS, ({ size }) => size),
    ...groups2("package", packages, (method) => method.package)
  ];
}
function groupScores(methods2, at) {
  const measured3 = methods2.flatMap((method) => {
    const answer = method.answers[at];
    return answer ? [{ ...measuredAnswer(method, answer), exact: answer.exact }] : [];
  });
  return {
    count: measured3.length,
    failed: measured3.filter(({ failed: failed4 }) => failed4).length,
    exact: measured3.filter(({ exact }) => exact).length,
    ...scoresOf(measured3)
  };
}
function clustersOf(methods2, files) {
  const clusters = /* @__PURE__ */ new Map();
  for (const file of files) clusters.set(file.id, { methods: [], file });
  for (const method of methods2) {
    const cluster = clusters.get(method.path) ?? { methods: [], file: null };
    clusters.set(method.path, cluster);
    cluster.methods.push(method);
  }
  return [...clusters.entries()].sort(([a], [b]) => compareText(a, b)).map(([, cluster]) => cluster);
}
function meanOf2(values) {
  return values.length === 0 ? null : values.reduce((sum2, value) => sum2 + value, 0) / values.length;
}

// src/jobs/compare-tree.ts
async function scoreTree({ name: name2, directory, tree }, plan, subject, observe2) {
  const { languages, signal, progress } = subject;
  const held = new Set(await tree.list());
  const { drawn, paths } = plan;
  if (paths.length > 0 && !paths.some((path) => held.has(path))) {
    throw new ExpectedFailure(
      "no-source-files",
      `the tree ${name2}=${directory} holds none of the files that are compared`,
      `It is laid out as the original is: ${paths[0]} should be in it.`
    );
  }
  const others = tree.read(paths)[Symbol.asyncIterator]();
  for await (const source of readSources(subject.tree, paths, languages, signal)) {
    let other = await others.next();
    while (other.done !== true && other.value.path !== source.path) other = await others.next();
    const bytes2 = other.done === true ? null : other.value.bytes;
    if (!isTaken(source, subject)) continue;
    const units = unitsToWrite(source, subject).filter(({ id }) => drawn === null || drawn.has(id));
    if (units.length > 0 || drawn === null) {
      const theirs = bytes2 === null ? null : readSource(source.path, bytes2, source.language);
      observe2(writtenFile(source, theirs, units, drawn === null));
    }
    progress.advance(units.length);
  }
}
function writtenFile(source, theirs, units, isWhole) {
  const { parsed: parsed4 } = source;
  if (parsed4 === null) return { source, measured: null, methods: [] };
  const bodies = theirs?.parsed ? bodiesOf2(theirs.parsed) : /* @__PURE__ */ new Map();
  const taken = new Set(units.map(({ id }) => id));
  const stub = eraseBodies(parsed4, taken).text;
  const spliced = () => withBodies(parsed4, ({ id }) => taken.has(id) ? bodies.get(id) ?? EMPTY_BODY : void 0).text;
  const text = isWhole ? theirs?.parsed?.text ?? null : spliced();
  const { distance: distance2, similarity: similarity3, stubDistance } = fileMeasurement(parsed4, text, stub);
  return {
    source,
    measured: { distance: distance2, similarity: similarity3, erased: stubDistance },
    methods: units.map((unit) => writtenMethod(source, unit, bodyOf(parsed4, unit), bodies.get(unit.id) ?? null))
  };
}
function writtenMethod({ language }, unit, original, body) {
  const { id, path, line: line4 } = unit;
  const { distance: distance2, similarity: similarity3 } = measureBody(original, body ?? EMPTY_BODY);
  const rest = { id, path, line: line4, confidence: null };
  const row4 = body === null ? { ...rest, distance: null, similarity: null, failure: MISSING } : { ...rest, distance: distance2, similarity: similarity3, failure: null };
  return { unit, row: row4, body, exact: body !== null && sameTokens(language.tokenize, original, body) };
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
  add(contender2, { source, measured: measured3, methods: methods2 }) {
    if (source.parsed === null) return;
    const file = this.#files.get(source.path) ?? { id: source.path, answers: this.#unanswered() };
    this.#files.set(source.path, file);
    file.answers[contender2] = measured3;
    for (const method of methods2) {
      const { unit } = method;
      const row4 = this.#methods.get(unit.id) ?? this.#row(source, unit);
      this.#methods.set(unit.id, row4);
      row4.answers[contender2] = answerOf(source, method);
    }
  }
  #unanswered() {
    return new Array(this.#contenders).fill(null);
  }
  #row({ parsed: parsed4, language }, unit) {
    const body = parsed4 === null ? "" : bodyOf(parsed4, unit);
    return {
      id: unit.id,
      path: unit.path,
      line: unit.line,
      package: parsed4?.packageName ?? "",
      kind: methodClassOf(unit, language.tokenize(body)),
      size: sizeBandOf(body),
      length: body.length,
      answers: this.#unanswered()
    };
  }
};
function answerOf({ language }, { row: row4, body, exact }) {
  if (row4 === null) return null;
  const { distance: distance2, similarity: similarity3, failure } = row4;
  return { distance: distance2, similarity: similarity3, exact, parses: body !== null && language.isBody(body), failure };
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
  const comparison2 = {
    protocol: input.protocol,
    source: input.source,
    sample: plan.sample,
    ...input.shard ? { shard: input.shard } : {},
    baseline: input.baseline,
    contenders: facts,
    leftOut,
    notes
  };
  const report2 = compareReportOf(comparison2, rows);
  for (const [index, contender2] of input.contenders.entries()) {
    const isComplete = report2.contenders[index + 1]?.unasked === 0;
    if (contender2.kind === "model" && isComplete) await contender2.journal?.finish();
  }
  return report2;
}
async function runAll(plan, input, rows) {
  const failing = new AbortController();
  const signal = AbortSignal.any([input.signal, failing.signal]);
  const progress = shared(input.progress);
  const all = [stubContender(), ...input.contenders];
  input.progress.begin("writing again", plan.methods * all.length);
  const failures3 = [];
  const runs = await pMap(
    all.entries(),
    async ([at, contender2]) => {
      try {
        return await run(contender2, plan, { ...input, signal, progress }, (file) => rows.add(at, file));
      } catch (error) {
        failures3.push(error);
        failing.abort(error);
        return null;
      }
    },
    { concurrency: all.length }
  );
  if (failures3.length > 0) throw failures3[0];
  input.progress.end();
  const stub = runs[0]?.report;
  return {
    facts: runs.flatMap((one) => one?.facts ?? []),
    leftOut: stub?.leftOut ?? [],
    notes: stub?.notes ?? []
  };
}
async function run(contender2, plan, subject, observe2) {
  const { kind, name: name2 } = contender2;
  if (kind === "tree") {
    await scoreTree(contender2, plan, subject, observe2);
    const { directory } = contender2;
    return { facts: { name: name2, kind, model: null, directory, answeringMs: null }, report: null };
  }
  const { model, output, journal } = contender2;
  const report2 = await evaluatePlanned(plan, { ...subject, model, output, journal, observe: observe2 });
  const { usage: usage2 } = report2;
  const isAsked = usage2 !== void 0 && usage2.calls > usage2.cacheHits;
  const facts = {
    name: name2,
    kind,
    model: kind === "stub" ? null : model.card,
    directory: null,
    ...usage2 === void 0 ? {} : { usage: usage2 },
    answeringMs: isAsked ? model.answeringMs?.() ?? null : null
  };
  return { facts, report: report2 };
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
  }, advance: (count3) => progress.advance(count3), end() {
  } };
}

// src/cli/compare.ts
async function runCompare(directory, { model: references, ...options }, shell) {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell, { areSeveral: true });
  const dryRun = new DryRun(options);
  const shard2 = shardFromFlag(options.shard);
  const sample = sampleFromFlags(options);
  const trees = (options.tree ?? []).map(treeOf);
  const subject = await subjectOf("compare", directory, options);
  const languages = await composeLanguages(environment);
  const opened = await openAll(references ?? await models.names(), models, subject, languages);
  const names = namesOf([...opened.map(({ name: name2 }) => name2), ...trees.map(({ name: name2 }) => name2)]);
  const baseline2 = baselineFrom(options.baseline, names);
  const { protocol } = options;
  const rest = { ...evaluated(subject), protocol, sample, shard: shard2, baseline: baseline2, languages, progress, signal };
  if (dryRun.isOn) {
    const contenders = opened.map(({ name: name2, model }) => contender(name2, dryRun.insteadOf(model)));
    await compare({ ...rest, contenders });
    return present(dryRun.report("compare"), options, environment);
  }
  const endings = [];
  try {
    const contenders = [];
    const folders = foldersOf(opened.map(({ name: name2 }) => name2));
    for (const [index, { name: name2, model }] of opened.entries()) {
      const folder = folders[index];
      const output = options.outputDir === void 0 || folder === void 0 ? null : await openOutputTree(join11(options.outputDir, folder), readFrom(subject));
      if (output !== null) endings.push(() => output.discard());
      const journal = isCached(model, options) ? null : await journalFor(model, subject, options, shard2, shell);
      if (journal !== null) {
        endings.push(() => journal.close());
        sayResumed(name2, journal);
      }
      contenders.push({ ...contender(name2, model), output, journal });
    }
    for (const tree of trees) contenders.push({ ...tree, kind: "tree", tree: await openDirectory(tree.directory) });
    await present(await compare({ ...rest, contenders }), options, environment);
  } finally {
    for (const end3 of endings) await end3();
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
    ({ name: name2, model }) => model.card.provider === "embedded" ? basename6(name2).replace(/\.palimpsest$/, "") : name2
  );
  return opened.map((one, index) => {
    const name2 = short[index] ?? one.name;
    return short.filter((other) => other === name2).length === 1 && name2 !== STUB_NAME ? { ...one, name: name2 } : one;
  });
}
function treeOf(typed) {
  const [, name2 = "", directory = ""] = /^([^=]+)=(.+)$/s.exec(typed) ?? [];
  if (name2 !== "") return { name: name2, directory };
  throw new ExpectedFailure(
    "bad-setting",
    `--tree does not take ${JSON.stringify(typed)}`,
    "It is a name and a folder: --tree ours=build/regenerated."
  );
}
function namesOf(names) {
  const twice = names.find((name2, index) => name2 === STUB_NAME || names.indexOf(name2) !== index);
  if (twice === void 0) return names;
  throw new ExpectedFailure(
    "bad-setting",
    twice === STUB_NAME ? `${STUB_NAME} is what every body erased is called` : `${twice} is named twice`,
    "Give each contender a name of its own."
  );
}
function baselineFrom(typed, names) {
  const baseline2 = typed ?? names[0] ?? STUB_NAME;
  if (baseline2 === STUB_NAME || names.includes(baseline2)) return baseline2;
  throw new ExpectedFailure(
    "bad-setting",
    `--baseline ${baseline2} is none of those that are compared`,
    `They are ${[STUB_NAME, ...names].join(", ")}.`
  );
}
function contender(name2, model) {
  return { kind: "model", name: name2, model, output: null, journal: null };
}
function sayResumed(name2, { resumed }) {
  if (resumed > 0) process.stderr.write(`${name2} goes on after ${resumed} methods of an interrupted run
`);
}
function journalFor({ card }, subject, { protocol }, shard2, shell) {
  return journalOf("compare", subject, [protocol, card.fingerprint, ...shardParts(shard2)], shell);
}
function foldersOf(names) {
  const taken = /* @__PURE__ */ new Set();
  return names.map((name2) => {
    const safe = name2.replace(/[^\w.+-]+/g, "-").replace(/^[.-]+|[.-]+$/g, "") || "model";
    let folder = safe;
    for (let number3 = 2; taken.has(folder.toLowerCase()); number3++) folder = `${safe}-${number3}`;
    taken.add(folder.toLowerCase());
    return folder;
  });
}

// src/cli/config.ts
import { join as join12 } from "node:path";

// src/config/template.ts
function settingsTemplate() {
  const sections = settingsSchema.keyof().options.map((section2) => {
    const settings2 = fileSettings().filter((setting) => setting.section === section2);
    const lines = settings2.map(({ key, byDefault, description }) => `  # ${description}
  # ${key}: ${byDefault}
`);
    return `# ${settingsSchema.shape[section2].description ?? ""}
${section2}:
${lines.join("")}`;
  });
  return [HEAD, ...sections].join("\n");
}
var HEAD = `# Settings of palimpsest. They count from the default branch on: a pull request cannot change how it is judged.
# Each line that is commented out shows its default. \`palimpsest config validate\` checks this file.
`;

// src/cli/config.ts
async function runValidate(file, { repo }) {
  const parsed4 = file === void 0 ? await ofWorkTree(repo) : parseSettings(await readSettingsFile(file), file);
  process.stdout.write(summaryOf(parsed4, file ?? SETTINGS_PATH));
}
async function ofWorkTree(repo) {
  const repository = await openRepository(repo);
  const found = await readSettings(repository.tree(await repository.resolve(WORKTREE)), "");
  if (found !== null) return found;
  throw new ExpectedFailure(
    "bad-settings-file",
    `there is no ${SETTINGS_PATH} in ${repository.root}`,
    "Write one with `palimpsest init`; without it every setting has its default."
  );
}
function summaryOf({ given }, name2) {
  const rows = given.map(({ setting, value }) => [`${setting.section}.${setting.key}`, value, setting.byDefault]);
  const width = Math.max(...rows.map(([key]) => String(key).length));
  const lines = rows.map(
    ([key, value, byDefault]) => `  ${String(key).padEnd(width)}  ${value}  (default ${byDefault})`
  );
  const others = fileSettings().length - given.length;
  const rest = others === 0 ? "nothing is left to its default" : `${count2(others, "setting")} left at the default`;
  return [`${name2} is valid: ${count2(given.length, "setting")} set, ${rest}.`, ...lines, ""].join("\n");
}
async function runInit({ repo }) {
  const repository = await openRepository(repo);
  if (repository.bare) {
    throw new ExpectedFailure("not-writable", "a bare repository has no work tree", "Run it in a clone with files.");
  }
  const path = join12(repository.root, SETTINGS_PATH);
  if (!await createSettingsFile(path, settingsTemplate())) {
    throw new ExpectedFailure(
      "output-in-use",
      `${path} exists and was left as it is`,
      "Check it with `palimpsest config validate`, or remove it to start afresh."
    );
  }
  process.stdout.write(`Wrote ${path}: every setting, commented out at its default.
`);
  process.stdout.write("It counts once it is on the default branch.\n");
}

// src/core/forecast.ts
var DAY_MS3 = 864e5;
var YEAR_DAYS = 365.25;
var HORIZON_DAYS = 10 * YEAR_DAYS;
var LEAST_POINTS2 = 3;
function forecastCrossing(history, line4) {
  const walk = history.map(({ at, freshness }) => ({ day: Date.parse(at) / DAY_MS3, at, freshness })).sort((a, b) => a.day - b.day).filter((point, index, points3) => points3[index + 1]?.day !== point.day);
  const [first, last] = [walk[0], walk.at(-1)];
  if (first === void 0 || last === void 0 || walk.length < LEAST_POINTS2) return null;
  const days = last.day - first.day;
  const slope = (last.freshness - first.freshness) / days;
  const basis2 = { line: line4, points: walk.length, from: first.at, to: last.at, perYear: slope * YEAR_DAYS };
  const room = last.freshness - line4;
  if (room <= 0) return { kind: "crossed", ...basis2 };
  const expected = slope < 0 ? room / -slope : Number.POSITIVE_INFINITY;
  if (expected > HORIZON_DAYS) return { kind: "not-in-sight", ...basis2 };
  const margin = studentQuantile(0.9, walk.length - 2) * stepDeviation(walk, slope);
  const reached = (sign2) => (h) => last.freshness + slope * h + sign2 * margin * Math.sqrt(h + h ** 2 / days) <= line4;
  const dayAfter = (h) => new Date((last.day + h) * DAY_MS3).toISOString().slice(0, 10);
  const earliest = firstDay(reached(-1), expected);
  const latest = firstDay(reached(1), HORIZON_DAYS);
  return {
    kind: "expected",
    ...basis2,
    day: dayAfter(expected),
    level: FORECAST_LEVEL,
    earliest: dayAfter(earliest ?? expected),
    latest: latest === null ? null : dayAfter(latest)
  };
}
function stepDeviation(walk, slope) {
  let sum2 = 0;
  for (const [index, point] of walk.entries()) {
    const next2 = walk[index + 1];
    if (next2 === void 0) break;
    const days = next2.day - point.day;
    sum2 += (next2.freshness - point.freshness - slope * days) ** 2 / days;
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
var LEAST_POINTS3 = 3;
var LONGEST_MONTHS = 1200;
var SHORTEST_MONTHS = 0.01;
var GRID = 200;
var REFINEMENTS = 60;
function fitHalfLife(points3) {
  const later = points3.filter(({ age }) => age > 0);
  if (later.length < LEAST_POINTS3 || later.every(({ share: share3 }) => share3 === 1)) return null;
  const misfit = (logMonths) => {
    const rate = Math.LN2 / Math.exp(logMonths);
    return later.reduce((sum2, { age, share: share3 }) => sum2 + (share3 - Math.exp(-rate * age)) ** 2, 0) / later.length;
  };
  const [from, to] = [Math.log(SHORTEST_MONTHS), Math.log(LONGEST_MONTHS)];
  const step = (to - from) / GRID;
  let best2 = 0;
  for (let at = 1; at <= GRID; at++) if (misfit(from + at * step) < misfit(from + best2 * step)) best2 = at;
  const found = minimum(misfit, from + (best2 - 1) * step, from + (best2 + 1) * step);
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
function windowOf(ends2, since) {
  const last = ends2.at(-1);
  if (last === void 0) return { base: null, months: [] };
  const first = Math.min(last.month, firstMonth(endOf2(last, last), since));
  const start = ends2.findIndex(({ month }) => month >= first);
  return { base: ends2[start - 1] ?? null, months: ends2.slice(start) };
}
function firstMonth(end3, since) {
  switch (since.kind) {
    case "all":
      return Number.NEGATIVE_INFINITY;
    case "day":
      return monthOf(since.seconds);
    case "span":
      return monthOf(before(end3, since.span));
    default:
      return since;
  }
}
function endOf2({ month, commit }, last) {
  const end3 = startOf(month + 1);
  return month === last.month ? Math.min(end3, Math.max(startOf(month), commit.committedAt)) : end3;
}
function endsAfter(commit, ends2, line4) {
  const places = new Map(line4.map(({ hash }, place) => [hash, place]));
  const own = places.get(commit.hash);
  return ends2.filter(
    ({ month, commit: end3 }) => own === void 0 ? month >= monthOf(commit.committedAt) : (places.get(end3.hash) ?? 0) >= own
  );
}

// src/core/yearly-drift.ts
var YEAR = 12;
function projectYear(shares) {
  const last = shares.slice(-YEAR);
  const n = last.length;
  if (n === 0) return null;
  const mean2 = last.reduce((sum2, share4) => sum2 + share4, 0) / n;
  const share3 = YEAR * mean2;
  if (n === 1) return { share: share3, interval: null, months: n };
  const deviation = Math.sqrt(last.reduce((sum2, one) => sum2 + (one - mean2) ** 2, 0) / (n - 1));
  const margin = studentQuantile(0.9, n - 1) * deviation * Math.sqrt(YEAR + YEAR ** 2 / n);
  return {
    share: share3,
    interval: { level: FORECAST_LEVEL, low: Math.max(0, share3 - margin), high: share3 + margin },
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
    const before3 = files.map((file) => this.#take(file.before));
    for (const [index, file] of files.entries()) this.#place(file, before3[index] ?? 0);
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
      const name2 = packageByPath(path);
      sizes.set(name2, (sizes.get(name2) ?? 0) + (this.#lines.get(path) ?? 0));
    }
    return [...this.#packages].map(([name2, { added, deleted }]) => ({ name: name2, added, deleted, lines: sizes.get(name2) ?? 0 })).sort((a, b) => b.added + b.deleted - (a.added + a.deleted) || (a.name < b.name ? -1 : 1));
  }
  #addToPackage({ before: before3, after: after2, added, deleted }) {
    const name2 = packageByPath(after2 ?? before3 ?? "");
    const known = this.#packages.get(name2) ?? { added: 0, deleted: 0 };
    this.#packages.set(name2, { added: known.added + added, deleted: known.deleted + deleted });
  }
  #take(path) {
    if (path === null) return 0;
    const lines = this.#lines.get(path) ?? 0;
    this.#lines.delete(path);
    if (this.#counted.delete(path)) this.#size -= lines;
    return lines;
  }
  #place({ after: after2, added, deleted, countedAfter }, before3) {
    if (after2 === null) return;
    const lines = before3 + added - deleted;
    this.#lines.set(after2, lines);
    if (!countedAfter) return;
    this.#counted.add(after2);
    this.#size += lines;
  }
};
function sum(numbers) {
  return numbers.reduce((total, number3) => total + number3, 0);
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
async function* readMainSources(files, history, scopes, isKnown2) {
  const isRead = (file) => file.after !== null && scopes.reason(file.after.path) === null && !isKnown2(file);
  const names = files.filter(isRead).map(({ after: after2 }) => after2?.blob ?? "");
  const blobs = history.blobs(names)[Symbol.asyncIterator]();
  try {
    for (const file of files) {
      const bytes2 = isRead(file) ? (await blobs.next()).value ?? null : null;
      const text = bytes2 === null ? null : decodeSource(bytes2)?.text ?? null;
      yield { file, text, isGenerated: text !== null && isGeneratedText(text) };
    }
  } finally {
    await blobs.return?.(void 0);
  }
}

// src/jobs/measure-churn.ts
async function measureChurn(input) {
  const { history, extensions, progress, signal } = input;
  const { base, months: ends2 } = input.window;
  const trees = [base?.commit.tree ?? null, ...ends2.map(({ commit }) => commit.tree)];
  const start = base === null ? [] : [{ before: null, after: base.commit.tree }];
  const pairs2 = [...start, ...ends2.map(({ commit }, index) => ({ before: trees[index] ?? null, after: commit.tree }))];
  const count3 = new ChurnCount();
  const scopes = new PathScopes();
  const months = [];
  let isStart = base !== null;
  progress.begin("measuring churn", ends2.length);
  for await (const differences2 of history.differences(pairs2, { extensions, countLines: true })) {
    signal.throwIfAborted();
    const files = [];
    for await (const { file, isGenerated } of readMainSources(differences2, history, scopes, isUnchangedIn(count3))) {
      signal.throwIfAborted();
      const { before: before3, after: after2, addedLines: added, deletedLines: deleted } = file;
      files.push({
        before: before3?.path ?? null,
        after: after2?.path ?? null,
        added,
        deleted,
        countedBefore: before3 !== null && count3.counts(before3.path),
        countedAfter: after2 !== null && scopes.reason(after2.path) === null && !isGenerated
      });
    }
    if (isStart) count3.start(files);
    else {
      months.push(count3.step(files));
      progress.advance();
    }
    isStart = false;
  }
  progress.end();
  return { months, size: { lines: count3.lines, files: count3.files }, packages: count3.packages() };
}
function isUnchangedIn(count3) {
  return ({ before: before3, after: after2 }) => before3 !== null && before3.blob === after2?.blob && count3.counts(before3.path);
}

// src/core/body-prints.ts
function bodyPrints(tokens3, isWanted = () => true) {
  const code2 = new CodeTokens(tokens3);
  const prints = [];
  const braces = [];
  const parentheses = [];
  const opened = new Int32Array(code2.length);
  for (let at = 0; at < code2.length; at++) {
    switch (code2.text(at)) {
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
        const print = blockPrint(code2, braces.pop(), at, opened, isWanted);
        if (print !== null) prints.push(print);
        break;
      }
    }
  }
  return prints;
}
function blockPrint(code2, open4, close, opened, isWanted) {
  const at = open4 === void 0 ? null : nameBefore(code2, open4, opened);
  if (open4 === void 0 || at === null) return null;
  const name2 = code2.text(at + 1) === "(" ? `${code2.text(at)}(` : code2.text(at);
  if (!isWanted(name2)) return null;
  return {
    name: name2,
    bodyStart: code2.start(open4),
    print: code2.print(at, close),
    bodyCharacters: code2.characters(open4, close)
  };
}
var LONGEST_CLAUSE_TOKENS = 80;
var IN_CLAUSE = /* @__PURE__ */ new Set([".", ",", "[", "]", "@", "<", ">", "?", "&", "throws"]);
function nameBefore(code2, brace, opened) {
  for (let at = brace - 1; at >= Math.max(0, brace - LONGEST_CLAUSE_TOKENS); at--) {
    if (code2.text(at) === ")") {
      const name2 = (opened[at] ?? 0) - 1;
      return code2.isName(name2) ? name2 : null;
    }
    if (!code2.isName(at) && !IN_CLAUSE.has(code2.text(at))) break;
  }
  return code2.isName(brace - 1) ? brace - 1 : null;
}
var CodeTokens = class {
  #tokens = [];
  #starts = [];
  constructor(tokens3) {
    let start = 0;
    for (const token of tokens3) {
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
      const hash = hashOf3(this.text(at));
      high = Math.imul(high ^ hash, 16777619) ^ high >>> 15;
      low = Math.imul(low, 1540483477) + hash;
    }
    low ^= low >>> 13;
    return (high >>> 0) * 2097152 + (Math.imul(low, 2654435761) >>> 11);
  }
};
function hashOf3(text) {
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
    const end3 = feed < 0 ? text.length : feed;
    const print = linePrint(text, start, end3);
    if (print !== null) prints.push(print);
    start = end3 + 1;
  }
  return Int32Array.from(prints);
}
function linePrint(text, from, to) {
  let [start, end3] = [from, to];
  while (start < end3 && text.charCodeAt(start) <= 32) start++;
  while (end3 > start && text.charCodeAt(end3 - 1) <= 32) end3--;
  let hash = 2166136261 | 0;
  let hasWord = false;
  for (let at = start; at < end3; at++) {
    const unit = text.charCodeAt(at);
    hasWord ||= isWord2(unit);
    hash = Math.imul(hash ^ unit, 16777619);
  }
  return hasWord ? hash : null;
}
function isWord2(unit) {
  return unit >= 97 && unit <= 122 || unit >= 65 && unit <= 90 || unit >= 48 && unit <= 57 || unit === 95 || unit >= 192;
}
function commonLines(a, b) {
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a[start] === b[start]) start++;
  let end3 = 0;
  while (end3 < shorter - start && a[a.length - 1 - end3] === b[b.length - 1 - end3]) end3++;
  const middleOfA = a.subarray(start, a.length - end3);
  const middleOfB = b.subarray(start, b.length - end3);
  const [inA, inB] = [new Set(middleOfA), new Set(middleOfB)];
  return start + end3 + lengthOfCommon(
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
  const row4 = new Uint32Array(words).fill(4294967295);
  for (const print of b) {
    const bits = places.get(print);
    if (bits === void 0) continue;
    let carry = 0;
    for (let word = 0; word < words; word++) {
      const value = row4[word] ?? 0;
      const met = (value & (bits[word] ?? 0)) >>> 0;
      const sum2 = value + met + carry;
      carry = sum2 > 4294967295 ? 1 : 0;
      row4[word] = sum2 | 0 | value & ~met;
    }
  }
  return zeros(row4, a.length);
}
function zeros(row4, bits) {
  let count3 = 0;
  for (let index = 0; index < bits; index++) if (((row4[index >>> 5] ?? 0) >>> (index & 31) & 1) === 0) count3++;
  return count3;
}

// src/core/survivors.ts
var TRIVIAL_BODY_CHARACTERS2 = 30;
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
    for (const [index, { path, methods: methods2 }] of files.entries()) {
      const origin2 = this.#origins[index];
      if (origin2 !== void 0) this.#byPath.set(path, origin2);
      for (const { name: name2, print, bodyCharacters } of methods2) {
        this.#names.add(name2);
        this.#known.add(print);
        if (bodyCharacters > TRIVIAL_BODY_CHARACTERS2) this.#wanted.set(print, (this.#wanted.get(print) ?? 0) + 1);
      }
    }
    for (const { path, methods: methods2 } of files) this.#findIn(path, methods2);
  }
  /** Whether a method of the first day has this print: no other needs to be kept. */
  knows(print) {
    return this.#known.has(print);
  }
  /** Whether a method of the first day has this name: no other needs to be looked at. */
  knowsName(name2) {
    return this.#names.has(name2);
  }
  /** Takes all files that changed from one state to the next, in any order. */
  step(steps) {
    const moved2 = /* @__PURE__ */ new Map();
    for (const step of steps) {
      const { before: before3 } = step;
      if (before3 === null) continue;
      const origin2 = this.#byPath.get(before3);
      moved2.set(step, { origin: origin2, found: this.#leave(before3) });
      if (step.after === null && origin2 !== void 0) {
        origin2.empty();
        this.#goneAt.set(before3, origin2);
      }
    }
    for (const step of steps) if (step.after !== null) this.#arrive(step.after, step.content, moved2.get(step));
  }
  standing() {
    let [lines, methods2] = [0, 0];
    for (const origin2 of this.#origins) {
      lines += origin2.standingLines;
      methods2 += origin2.standingSmall;
    }
    for (const [print, wanted] of this.#wanted) methods2 += Math.min(wanted, this.#found.get(print) ?? 0);
    return { lines, methods: methods2 };
  }
  #leave(path) {
    const found = this.#foundIn.get(path) ?? [];
    for (const print of found) this.#found.set(print, (this.#found.get(print) ?? 0) - 1);
    this.#foundIn.delete(path);
    this.#byPath.delete(path);
    return found;
  }
  #arrive(path, content, moved2) {
    const origin2 = moved2?.origin ?? this.#goneAt.get(path);
    if (origin2 !== void 0) {
      this.#byPath.set(path, origin2);
      this.#goneAt.delete(path);
    }
    if (content === "same") {
      this.#count(path, moved2?.found ?? []);
      return;
    }
    if (content === null) origin2?.empty();
    else {
      origin2?.hold(content);
      this.#findIn(path, content.methods);
    }
  }
  #findIn(path, methods2) {
    this.#count(
      path,
      methods2.map(({ print }) => print).filter((print) => this.#wanted.has(print))
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
    this.#small = counted7(file.methods.filter((method) => method.bodyCharacters <= TRIVIAL_BODY_CHARACTERS2));
    this.hold(file);
  }
  hold({ lines, methods: methods2 }) {
    this.standingLines = commonLines(this.#lines, lines);
    const now = counted7(methods2);
    this.standingSmall = 0;
    for (const [print, wanted] of this.#small) this.standingSmall += Math.min(wanted, now.get(print) ?? 0);
  }
  empty() {
    this.standingLines = 0;
    this.standingSmall = 0;
  }
};
function counted7(methods2) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const { print } of methods2) counts2.set(print, (counts2.get(print) ?? 0) + 1);
  return counts2;
}

// src/jobs/measure-survival.ts
async function measureSurvival(input) {
  const { history, origin: origin2, ends: ends2, language, progress, signal } = input;
  const options = { extensions: language.extensions, countLines: false };
  const { files, leftOut, notes } = await readFirstDay(input, options);
  const survivors = new Survivors(files);
  const start = survivors.standing();
  const trees = [origin2.tree, ...ends2.map(({ commit }) => commit.tree)];
  const pairs2 = ends2.map(({ commit }, index) => ({ before: trees[index] ?? null, after: commit.tree }));
  const scopes = new PathScopes();
  const standing = [];
  progress.begin("following lines and methods", ends2.length);
  for await (const differences2 of history.differences(pairs2, options)) {
    const steps = [];
    for await (const { file, text, isGenerated } of readMainSources(
      differences2,
      history,
      scopes,
      keepsItsPlace(scopes)
    )) {
      signal.throwIfAborted();
      const content = text === null || isGenerated ? null : contentOf3(text, language, survivors);
      const isSame2 = keepsItsPlace(scopes)(file);
      steps.push({
        before: file.before?.path ?? null,
        after: file.after?.path ?? null,
        content: isSame2 ? "same" : content
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
  return ({ before: before3, after: after2 }) => before3 !== null && before3.blob === after2?.blob && scopes.reason(before3.path) === scopes.reason(after2.path);
}
function contentOf3(text, { tokenize: tokenize2 }, survivors) {
  const methods2 = bodyPrints(tokenize2(text), (name2) => survivors.knowsName(name2)).filter(
    ({ print }) => survivors.knows(print)
  );
  return { lines: linePrints(text), methods: methods2 };
}
async function readFirstDay({ history, origin: origin2, language, progress, signal }, options) {
  const scopes = new PathScopes();
  const leftOut = new LeftOutCount();
  const notes = [];
  const files = [];
  for await (const differences2 of history.differences([{ before: null, after: origin2.tree }], options)) {
    const sides = differences2.flatMap(({ after: after2 }) => after2 === null ? [] : [after2]);
    const counted8 = sides.filter(({ path }) => {
      const reason = scopes.reason(path);
      if (reason !== null) leftOut.file(reason);
      return reason === null;
    });
    progress.begin("reading the first day", counted8.length);
    const blobs = history.blobs(counted8.map(({ blob }) => blob))[Symbol.asyncIterator]();
    for (const { path } of counted8) {
      signal.throwIfAborted();
      const bytes2 = (await blobs.next()).value ?? null;
      if (bytes2 === null) continue;
      const source = readSource(path, bytes2, language);
      notes.push(...source.notes);
      const file = originFile(source, leftOut);
      if (file !== null) files.push(file);
      progress.advance();
    }
    progress.end();
  }
  return { files, leftOut: leftOut.rows(), notes };
}
function originFile({ path, parsed: parsed4, language }, leftOut) {
  if (parsed4 === null) return null;
  if (isGeneratedText(parsed4.text)) {
    leftOut.file("generated", parsed4.units.length);
    return null;
  }
  const bodies = /* @__PURE__ */ new Set();
  for (const unit of parsed4.units) {
    if (isEmptyBody(language.tokenize, bodyOf(parsed4, unit))) leftOut.method("empty-body");
    else bodies.add(unit.body.start);
  }
  const methods2 = bodyPrints(language.tokenize(parsed4.text)).filter(({ bodyStart }) => bodies.has(bodyStart));
  return { path, lines: linePrints(parsed4.text), methods: methods2 };
}

// src/jobs/drift.ts
async function drift(input) {
  const { history, until, since, language, progress, signal, freshness } = input;
  const line4 = await history.firstParents(until);
  const ends2 = monthEnds(line4.commits);
  const window = windowOf(ends2, since);
  refuseCutOff(line4, window);
  const churn = await measureChurn({ history, window, extensions: language.extensions, progress, signal });
  if (churn.size.files === 0 && churn.packages.length === 0) throw noSources(until.name);
  const { origin: origin2, passedOver } = await chooseOrigin(input, line4, ends2, window, churn);
  const measured3 = origin2 && await measureSurvival({ history, origin: origin2.commit, ends: origin2.ends, language, progress, signal });
  const last = window.months.at(-1);
  const months = window.months.map((end3, index) => {
    const place = origin2?.ends.indexOf(end3) ?? -1;
    return monthOfDrift(end3, churn.months[index], end3 !== last, measured3?.standing[place] ?? null);
  });
  const wholeShares = months.flatMap(({ whole: whole3, share: share3 }) => whole3 && share3 !== null ? [share3] : []);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "drift",
    until: { name: until.name, revision: until.hash },
    model: input.model ?? null,
    months,
    size: churn.size,
    yearly: projectYear(wholeShares),
    survival: origin2 && measured3 && survivalOf(origin2, measured3),
    trainedRevisionPassedOver: passedOver,
    packages: churn.packages,
    forecast: freshness && forecastCrossing(freshness.history, freshness.line),
    leftOut: measured3?.leftOut ?? [],
    notes: measured3?.notes ?? []
  };
}
async function trainedRevision({ trainedAt: trainedAt2 }, repository) {
  if (trainedAt2 === null) return null;
  return repository.resolve(trainedAt2.revision).catch(() => "missing");
}
function refuseCutOff({ cutOff, commits }, { base }) {
  const [oldest] = commits;
  if (!cutOff || base !== null || oldest === void 0) return;
  throw new ExpectedFailure(
    "shallow-clone",
    `this shallow clone begins on ${day2(oldest.committedAt)}, within the months that were asked for`,
    "Fetch the history with `git fetch --unshallow`, or ask for less with --since."
  );
}
function monthOfDrift({ month, commit, commits }, churn, whole3, standing) {
  const figures = churn ?? { lines: 0, added: 0, deleted: 0, files: 0, share: null };
  return { month: monthName(month), revision: commit.hash, whole: whole3, commits, ...figures, standing };
}
async function chooseOrigin({ history, trainedAt: trainedAt2 }, { commits }, ends2, window, churn) {
  const last = window.months.at(-1);
  if (last === void 0) return { origin: null, passedOver: null };
  const from = (kind, commit, at, later2) => {
    return { kind, commit, at, ends: later2, reachedAt: later2.map((end3) => endOf2(end3, last)) };
  };
  const trained = trainedAt2 === null || trainedAt2 === "missing" ? void 0 : (await history.firstParents(trainedAt2)).commits.at(-1);
  const later = trained === void 0 ? [] : endsAfter(trained, ends2, commits);
  if (trained !== void 0 && later.length > 0) {
    return { origin: from("trained", trained, trained.committedAt, later), passedOver: null };
  }
  const passedOver = trainedAt2 === null ? null : trained === void 0 ? "not-in-clone" : "later-than-history";
  const states = [...window.base === null ? [] : [window.base], ...window.months];
  const sizes = [...window.base === null ? [] : [churn.months[0]?.lines ?? 0], ...sizesAfter(churn)];
  const first = states[sizes.findIndex((lines) => lines > 0)];
  if (first === void 0) return { origin: null, passedOver };
  const after2 = window.months.filter(({ month }) => month > first.month);
  return { origin: from("start", first.commit, endOf2(first, last), after2), passedOver };
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
function day2(seconds2) {
  return new Date(seconds2 * 1e3).toISOString().slice(0, 10);
}

// src/report/charts/churn.ts
import { scaleBand } from "d3-scale";
function churnChart2(months, options = {}) {
  return chartDocument(
    "churn",
    { title: "Lines changed per month", description: describe3(months), draw: (layout) => draw3(months, layout) },
    options
  );
}
function describe3(months) {
  const known = months.flatMap((month) => month.share === null ? [] : [{ ...month, share: month.share }]);
  const [first, last] = [months[0], months.at(-1)];
  if (first === void 0 || last === void 0) return "No month yet.";
  const span = first === last ? first.month : `${first.month} to ${last.month}`;
  const progress = last.whole ? "" : ` ${last.month} is in progress.`;
  const [start] = known;
  if (start === void 0)
    return `${count2(months.length, "month")}, ${span}, none of which began with lines.${progress}`;
  const least = known.reduce((a, b) => b.share < a.share ? b : a, start);
  const most = known.reduce((a, b) => b.share > a.share ? b : a, start);
  const told2 = (month) => `${changePercent(month.share)} of ${count2(month.lines, "line")} (${month.month})`;
  return `${count2(months.length, "month")}, ${span}: at least ${told2(least)}, at most ${told2(most)}.${progress}`;
}
var FILL = 'fill="currentColor"';
var HOLLOW = 'class="hollow" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2"';
var LEAST_DASHED = 6;
var RING = { ...seriesStyle(0), color: "2" };
var LEAST_HEIGHT = 1;
function draw3(months, layout) {
  const inProgress = months.some(({ whole: whole3 }) => !whole3);
  const hasEmpty = months.some(({ share: share3 }) => share3 === null);
  const legend = [
    ...inProgress ? [WHOLE_ENTRY, PROGRESS_ENTRY] : [],
    ...hasEmpty ? [{ label: "began without lines", sample: emptySample }] : []
  ];
  const shares = [0, ...months.map(({ share: share3 }) => share3 ?? 0)];
  const { plot, y, svg } = frameOf(layout, { caption: "Lines changed per month, of all lines", legend, shares });
  if (months.length === 0) return [svg, baseline(plot), nothingToShow(plot, "No month yet")].join("\n");
  const band = scaleBand([...months.keys()], [plot.left, plot.right]).paddingInner(0.2).paddingOuter(0.1);
  const width = Math.min(band.bandwidth(), MOST_WIDTH);
  const bars = months.flatMap(({ share: share3, whole: whole3 }, index) => {
    const middle = (band(index) ?? 0) + band.bandwidth() / 2;
    if (share3 === null) return [emptySample(middle - SAMPLE_HALF, plot.bottom - 4)];
    if (!(share3 > 0)) return [];
    const top = Math.min(y(share3), plot.bottom - LEAST_HEIGHT);
    const [from, to] = [middle - width / 2, middle + width / 2];
    if (whole3) return [colored("1", box(from, top, to, plot.bottom, FILL))];
    return [
      width < LEAST_DASHED || plot.bottom - top < LEAST_DASHED ? colored("2", box(from, top, to, plot.bottom, FILL), mark(RING, middle, top - 7, { hollow: true })) : colored("2", box(from + 1, top, to - 1, plot.bottom, HOLLOW))
    ];
  });
  const places = months.map(({ month }, index) => ({ month, x: (band(index) ?? 0) + band.bandwidth() / 2 }));
  return [svg, ...bars, ticksBelow(plot, monthTicks(plot, places))].join("\n");
}
var MOST_WIDTH = 60;
var SAMPLE_HALF = 13;
var WHOLE_ENTRY = {
  label: "whole month",
  sample: (x, y) => colored("1", box(x + 7, y - 6, x + 19, y + 6, FILL))
};
var PROGRESS_ENTRY = {
  label: "month in progress",
  sample: (x, y) => colored("2", box(x + 7, y - 6, x + 19, y + 6, HOLLOW))
};
function emptySample(x, y) {
  const middle = x + SAMPLE_HALF;
  return colored(
    "muted",
    stroke([middle - 3, y - 3], [middle + 3, y + 3]),
    stroke([middle - 3, y + 3], [middle + 3, y - 3])
  );
}
function monthTicks(plot, months) {
  const room = months.length < 2 ? plot.right : (plot.right - plot.left) / months.length;
  const step = STEPS.find((many) => many * room >= textWidth(many < 12 ? "2026-03" : "2026") + 14) ?? 240;
  const shown5 = months.filter(({ month }) => step === 1 || monthNumber(month) % step === 0);
  return (shown5.length === 0 ? months.slice(0, 1) : shown5).map(({ month, x }) => ({
    x,
    label: step < 12 || shown5.length === 0 ? month : month.slice(0, 4)
  }));
}
var STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
function monthNumber(month) {
  const [year, number3] = month.split("-");
  return Number(year) * 12 + Number(number3) - 1;
}

// src/report/charts/freshness.ts
import { area, symbolCircle as symbolCircle3, symbolDiamond as symbolDiamond2 } from "d3-shape";

// src/report/charts/forecast-fan.ts
var STEPS2 = 48;
function fanOf(last, forecast) {
  if (forecast.kind !== "expected" || last.freshness <= forecast.line) return null;
  const { line: line4, level, perYear } = forecast;
  const day3 = Date.parse(forecast.day);
  const span = (Date.parse(forecast.to) - Date.parse(forecast.from)) / DAY_MS2;
  if (!(day3 > last.at && span > 0)) return null;
  const slope = perYear / YEAR_DAYS2;
  const expected = (day3 - last.at) / DAY_MS2;
  const latest = forecast.latest === null ? Number.POSITIVE_INFINITY : (Date.parse(forecast.latest) - last.at) / DAY_MS2;
  const until = Math.max(expected, Math.min(latest, expected + Math.max(span, expected / 2), 3 * expected));
  const spread = (h) => Math.sqrt(h + h ** 2 / span);
  const earliest = Math.max(0.5, (Date.parse(forecast.earliest) - last.at) / DAY_MS2);
  const margin = Math.max(0, (last.freshness + slope * earliest - line4) / spread(earliest));
  const bounds = Array.from({ length: STEPS2 + 1 }, (_, step) => {
    const h = until * step / STEPS2;
    const middle = last.freshness + slope * h;
    const bound2 = (sign2) => Math.max(line4, middle + sign2 * margin * spread(h));
    return { at: last.at + h * DAY_MS2, low: bound2(-1), high: bound2(1) };
  });
  return { from: last, day: day3, line: line4, level, bounds, until: last.at + until * DAY_MS2 };
}
var YEAR_DAYS2 = 365.25;

// src/report/charts/freshness.ts
function freshnessChart3(data, options = {}) {
  const points3 = inTime(data.history).filter(({ freshness }) => Number.isFinite(freshness)).map((point) => ({ ...point, margin: Number.isFinite(point.margin) ? point.margin : null }));
  const description = describe4(points3, data);
  return chartDocument(
    "freshness",
    { title: "Freshness over time", description, draw: (layout) => draw4(points3, data, layout) },
    options
  );
}
function describe4(points3, { history, line: line4, forecast }) {
  const policy = `The policy’s line is ${linePercent(line4)}.`;
  const [first, last] = [points3[0], latestOf(points3, history)];
  if (first === void 0 || last === void 0) return `No entry of the ledger has a date yet. ${policy}`;
  const undated = history.length - points3.length;
  const told2 = ({ at, units, freshness, margin }) => `${freshnessPercent({ value: freshness, margin })} of ${count2(units, "method")} on ${dayOf(at)}`;
  return [
    points3.length === 1 ? `One entry of the ledger: ${told2(last)}.` : `${count2(points3.length, "entry", "entries")} of the ledger, from ${told2(first)} to ${told2(last)}.`,
    ...undated === 0 ? [] : [`${count2(undated, "entry", "entries")} without a date left out.`],
    policy,
    ...forecastWords(forecast)
  ].join(" ");
}
function latestOf(points3, history) {
  const latest = history.findLast(({ revision: revision2 }) => points3.some((point) => point.revision === revision2));
  return points3.findLast(({ revision: revision2 }) => revision2 === latest?.revision);
}
var MEASURED = { color: "1", dash: null, shape: symbolCircle3 };
var POLICY = { color: "line", dash: "10 4" };
var FORECAST = { color: "2", dash: "2 3", shape: symbolDiamond2 };
var BAND = 'fill="currentColor" fill-opacity="0.22"';
function draw4(points3, { history, line: line4, forecast }, layout) {
  const last = latestOf(points3, history);
  const fan = last === void 0 || forecast === null ? null : fanOf(last, forecast);
  const bounds = points3.flatMap(({ freshness, margin }) => [freshness - (margin ?? 0), freshness + (margin ?? 0)]);
  const { plot, y, svg } = frameOf(layout, {
    caption: "Freshness since training",
    legend: legendOf(points3, line4, fan),
    shares: [
      line4 - (1 - line4) * BELOW_LINE,
      1,
      ...bounds,
      ...fan === null ? [] : fan.bounds.flatMap(({ low, high }) => [low, high])
    ]
  });
  const x = timeScale(plot, [...points3.map(({ at }) => at), ...fan === null ? [] : [fan.until]]);
  const policy = colored(POLICY.color, stroke([plot.left, y(line4)], [plot.right, y(line4)], { ...POLICY, width: 2 }));
  if (points3.length === 0) return [svg, policy, nothingToShow(plot, "Freshness is not known yet")].join("\n");
  return [
    svg,
    colored(MEASURED.color, ...marginBands(points3, x, y)),
    ...fan === null ? [] : [drawnFan(fan, x, y)],
    policy,
    markedLine(
      MEASURED,
      points3.map(({ at, freshness }) => [x(at), y(freshness)])
    ),
    ticksBelow(plot, timeTicks(x))
  ].join("\n");
}
var BELOW_LINE = 0.1;
function legendOf(points3, line4, fan) {
  const band = (color) => (x, at) => colored(color, box(x, at - 6, x + SAMPLE_WIDTH, at + 6, BAND));
  return [
    lineEntry("freshness", MEASURED),
    ...points3.some(({ margin }) => margin !== null) ? [{ label: "95 % margin", sample: band(MEASURED.color) }] : [],
    ruleEntry(`policy’s line, ${linePercent(line4)}`, POLICY),
    ...fan === null ? [] : [
      lineEntry(`forecast: ${dayOf(fan.day)}`, FORECAST),
      { label: `${linePercent(fan.level)} interval`, sample: band(FORECAST.color) }
    ]
  ];
}
function marginBands(points3, x, y) {
  const runs = [[]];
  for (const { at, freshness, margin } of points3) {
    if (margin === null) runs.push([]);
    else runs.at(-1)?.push({ at, low: freshness - margin, high: freshness + margin });
  }
  return runs.flatMap((run2) => {
    const [only] = run2;
    if (only === void 0) return [];
    return [run2.length === 1 ? marginBar(x(only.at), y(only.low), y(only.high)) : bandOf(run2, x, y)];
  });
}
function marginBar(x, low, high) {
  const ends2 = [low, high].map((y) => stroke([x - 5, y], [x + 5, y], { width: 1.5 }));
  return [stroke([x, low], [x, high], { width: 1.5 }), ...ends2].join("");
}
function bandOf(run2, x, y) {
  const path = area().x(({ at }) => x(at)).y0(({ low }) => y(low)).y1(({ high }) => y(high)).digits(2)(run2);
  return `<path d="${path ?? ""}" ${BAND}/>`;
}
function drawnFan({ bounds, from, day: day3, line: line4 }, x, y) {
  const way = polyline(FORECAST, [
    [x(from.at), y(from.freshness)],
    [x(day3), y(line4)]
  ]);
  return colored(FORECAST.color, bandOf(bounds, x, y), way, mark(FORECAST, x(day3), y(line4)));
}

// src/report/charts/survival.ts
import { symbolCircle as symbolCircle4, symbolSquare as symbolSquare3 } from "d3-shape";
function survivalChart2(data, options = {}) {
  const title2 = "Code of the first day that still stands";
  return chartDocument(
    "survival",
    { title: title2, description: describe5(data), draw: (layout) => draw5(data, layout) },
    options
  );
}
var KINDS2 = [
  { of: "lines", style: { color: "1", dash: null, shape: symbolCircle4 }, noun: "line" },
  { of: "methods", style: { color: "2", dash: "7 4", shape: symbolSquare3 }, noun: "method" }
];
function describe5({ months, survival }) {
  const last = months.findLast(({ standing }) => standing !== null);
  if (survival === null) return "There was no main source to follow.";
  const start = `${KINDS2.map(({ of, noun }) => count2(survival[of], noun)).join(" and ")} stood on ${dayOf(Date.parse(survival.committedAt))}`;
  if (last === void 0) return `${start}; nothing has happened since.`;
  const left = KINDS2.map(({ of }) => `${percent(standingShare(last, survival, of))} of the ${of}`).join(" and ");
  const end3 = last.whole ? `at the end of ${last.month}` : `in ${last.month} so far`;
  return [`${start}; ${left} still stand ${end3}.`, ...halfLives(survival)].join(" ");
}
function halfLives(survival) {
  const told2 = KINDS2.flatMap(({ of }) => {
    const halfLife = halfLifeOf(survival, of);
    return halfLife === null ? [] : [`${of} ${halfLifeSpan(halfLife)}`];
  });
  return told2.length === 0 ? [] : [`Half-life (fitted): ${told2.join(", ")}.`];
}
function halfLifeOf(survival, of) {
  return of === "lines" ? survival.linesHalfLife : survival.methodsHalfLife;
}
function draw5({ months, survival }, layout) {
  const last = months.findLast(({ standing }) => standing !== null);
  const series = KINDS2.map((kind) => ({ ...kind, points: pointsOf2(months, survival, kind.of) })).filter(
    ({ points: points3 }) => points3.length > 0
  );
  const instants = series.flatMap(({ points: points3 }) => points3.map(({ at }) => at));
  const [start, end3] = [Math.min(...instants), Math.max(...instants)];
  const halves = series.flatMap(({ of, style }) => {
    const months2 = (survival && halfLifeOf(survival, of)?.months) ?? Number.POSITIVE_INFINITY;
    const at = start + months2 * MONTH_MS;
    return at <= start + (end3 - start) * MOST_STRETCH ? [{ style, at, months: months2 }] : [];
  });
  const { plot, y, svg } = frameOf(layout, {
    caption: "Still standing of the first day’s code",
    legend: [
      ...series.map(({ of, style }) => {
        const now = last === void 0 ? null : standingShare(last, survival, of);
        return lineEntry(`${of}: ${percent(now ?? 1)} of ${grouped(String(survival?.[of] ?? 0))}`, style);
      }),
      ...halves.length === 0 ? [] : [ruleEntry("fitted decay", { color: "muted", dash: FITTED })]
    ],
    shares: [0, 1, ...series.flatMap(({ points: points3 }) => points3.map(({ share: share3 }) => share3))]
  });
  if (series.length === 0) return [svg, baseline(plot), nothingToShow(plot, "No code to follow yet")].join("\n");
  const x = timeScale(plot, [...instants, ...halves.map(({ at }) => at)]);
  const fitted = halves.flatMap(({ at, months: months2, style }) => [
    colored(
      "muted",
      polyline(
        { dash: FITTED },
        decay(start, at, months2).map((point) => [x(point.at), y(point.share)]),
        1.5
      )
    ),
    halfMark(plot, style, x(at), y(0.5))
  ]);
  const lines = series.map(
    ({ style, points: points3 }) => markedLine(
      style,
      points3.map(({ at, share: share3 }) => [x(at), y(share3)])
    )
  );
  const told2 = survival === null ? [] : halfLifeLabels(
    plot,
    survival,
    lowEarly(
      series.flatMap(({ points: points3 }) => points3),
      x,
      plot
    )
  );
  return [svg, ...fitted, ...lines, ...told2, ticksBelow(plot, timeTicks(x))].join("\n");
}
var MOST_STRETCH = 1.5;
var MONTH_MS = 30.4375 * 864e5;
var FITTED = "2 3";
function pointsOf2(months, survival, of) {
  if (survival === null || survival[of] === 0) return [];
  const standing = months.filter((month) => month.standing !== null);
  const committedAt = Date.parse(survival.committedAt);
  const firstMonth2 = standing[0] === void 0 ? Number.NaN : Date.parse(`${standing[0].month}-01`);
  const start = survival.origin === "start" && Number.isFinite(firstMonth2) ? firstMonth2 : committedAt;
  if (!Number.isFinite(start)) return [];
  const later = standing.flatMap((month) => {
    const from = Date.parse(`${month.month}-01`);
    const at = from + (endOfMonth(from) - from) * (month.whole ? 1 : 0.5);
    const share3 = standingShare(month, survival, of);
    return Number.isFinite(at) && share3 !== null ? [{ at: Math.max(start, at), share: share3 }] : [];
  });
  return [{ at: start, share: 1 }, ...later];
}
function endOfMonth(start) {
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
function decay(start, end3, halfLifeMonths) {
  const steps = 40;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = start + (end3 - start) * step / steps;
    return { at, share: 0.5 ** ((at - start) / MONTH_MS / halfLifeMonths) };
  });
}
function lowEarly(points3, x, plot) {
  const middle = (plot.left + plot.right) / 2;
  return points3.some(({ at, share: share3 }) => share3 < LOW && x(at) < middle);
}
var LOW = 0.45;
function halfLifeLabels(plot, survival, isLowEarly) {
  const words = KINDS2.flatMap(({ of }) => {
    const halfLife = halfLifeOf(survival, of);
    return halfLife === null ? [] : [`half-life of ${of}: ${halfLifeSpan(halfLife)}`];
  });
  return words.map(
    (text, index) => isLowEarly ? label(text, { x: plot.right - 8, y: plot.top + ROW * (index + 1), anchor: "end" }) : label(text, { x: plot.left + 8, y: plot.bottom - 8 - ROW * (words.length - 1 - index) })
  );
}
var ROW = 16;
function halfMark(plot, style, x, y) {
  const drop = colored("muted", stroke([x, y], [x, plot.bottom], { dash: FITTED }));
  return drop + colored(style.color, mark(style, x, y, { hollow: true, size: 70 }));
}

// src/cli/since.ts
var UNITS2 = { y: "years", m: "months", d: "days" };
function parseSince(text) {
  if (text === "all") return { kind: "all" };
  const [, number3, letter] = /^([1-9]\d{0,4})([ymd])$/.exec(text) ?? [];
  if (letter === "y" || letter === "m" || letter === "d") {
    return { kind: "span", span: { count: Number(number3), unit: UNITS2[letter] } };
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

// src/cli/drift.ts
async function runDrift(options, shell) {
  const { environment, signal, progress } = shell;
  const since = parseSince(options.since);
  const repository = await openRepository(options.repo);
  const until = await repository.resolve(options.until);
  const languages = await composeLanguages(environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  const card = loaded?.model.card ?? null;
  const past = card && await pastOf(card, repository);
  const report2 = await drift({
    history: openHistory(repository.root),
    until,
    since,
    model: card,
    trainedAt: card && await trainedRevision(card, repository),
    freshness: past && forecastBasis(past.answering, past.line),
    language: languages.main,
    progress,
    signal
  });
  if (options.outputDir !== void 0) await writeCharts(options.outputDir, chartsOf2(report2, past));
  await present(report2, options, environment);
}
async function pastOf(card, repository) {
  const answering = await ledgerSpeakingFor(card, openLedgers(repository));
  if (answering === null) return null;
  return { answering, line: (await readRepositorySettings(repository)).freshness.line };
}
function chartsOf2(report2, past) {
  const charts = { "churn.svg": churnChart2(report2.months), "survival.svg": survivalChart2(report2) };
  return { ...charts, ...freshnessChartOf(report2, past) };
}
function freshnessChartOf({ forecast }, past) {
  if (past === null || past.answering.as === "predecessor") return {};
  const { history } = past.answering.head;
  return history.length === 0 ? {} : { "freshness-chart.svg": freshnessChart3({ history, line: past.line, forecast }) };
}

// src/cli/flags.ts
import { Option } from "commander";
function withParts(command) {
  return command.option("--sample <n>", "in place: score so many methods, drawn by lot from files and sizes alike").option("--seed <n>", "draw others; the same seed draws the same (default: 1)").option("--shard <part>", "take one part of the files, such as 3/8; merge-reports joins the JSON reports");
}
var ONE_MODEL = "the path of a trained model, embedded, provider:name, or a name in --models (default: what `train` left in the clone)";
function withModel(command, description = ONE_MODEL, collect2) {
  const model = new Option("--model <ref>", description);
  return command.addOption(collect2 === void 0 ? model : model.argParser(collect2)).option("--models <file>", "your own file of models and how to reach them, in YAML or JSON").option("--base-url <url>", "where the server of --model openai:NAME is; its key is read from PALIMPSEST_API_KEY");
}
function withAsking(command, description, collect2) {
  return withModel(command, description, collect2).option("--dry-run", "say what a language model would be asked and what that would cost, and ask nothing").option("--max-methods <n>", "ask a language model for so many methods at most; the rest is named as missing").option("--max-tokens <n>", "spend so many tokens at most").option("--max-cost <amount>", "spend so much money at most, by the price in --models").option("--no-cache", "ask anew for what earlier runs were answered, and keep nothing");
}
function withOutput(command, format = formatOption()) {
  return command.addOption(format).option(
    "--output <file>",
    "write the report there; without --format its ending decides (.md, .json), and may be given again",
    several
  ).addOption(verboseOption());
}
function several(value, others = []) {
  return [...others, value];
}
var repoOption = () => new Option("--repo <dir>", "a folder of the clone").default(".");
var formatOption = () => new Option("--format <name>", "how to print the report (default: terminal)").choices(FORMATS);
var verboseOption = () => new Option("--verbose", "print the stack of an error");
var tableFormatOption = () => new Option("--format <name>", "how to print the report (default: terminal)").choices(TABLE_FORMATS);
var protocolOption = () => new Option("--protocol <name>", "erase all bodies together, or one at a time").choices(["recreate", "in-place"]).default("recreate");

// src/core/gain-window.ts
var SECONDS_A_DAY3 = 86400;
function lastDays(line4, days) {
  const times2 = trustedMonths(line4.map(({ committedAt }) => committedAt));
  const start = (times2.at(-1) ?? 0) - days * SECONDS_A_DAY3;
  return line4.flatMap((commit, index) => {
    const parent = line4[index - 1];
    return parent === void 0 || (times2[index] ?? 0) < start ? [] : [{ commit, parent }];
  });
}
var LEARNED_AGAIN = 5e5;
var LEAST_TRAININGS = 12;
function commitsPerTraining(commitsWithCode, units) {
  const trainings2 = Math.max(LEAST_TRAININGS, Math.floor(LEARNED_AGAIN / Math.max(1, units)));
  return Math.max(1, Math.ceil(commitsWithCode / trainings2));
}

// src/jobs/changed-methods.ts
function stubsOf2(changes) {
  return changes.map((change) => ({ change, stub: stubInPlace(change.current.source, change.current.unit) }));
}
async function writeChanges(changes, model, { signal, journal = null }) {
  const written3 = [];
  const rewriting = { model, samples: 1, signal, progress: UNWATCHED, journal };
  for await (const { item: item2, regeneration } of rewrite(changes, rewriting)) {
    const { source, unit } = item2.change.current;
    const body = regeneration.kind === "regenerated" ? regeneration.body : null;
    const { similarity: similarity3 } = measureBody(bodyOf(source, unit), body ?? EMPTY_BODY);
    written3.push({ similarity: similarity3, failed: body === null });
  }
  return written3;
}
var UNWATCHED = { begin() {
}, advance() {
}, end() {
} };

// src/jobs/replay.ts
import { LRUCache as LRUCache3 } from "lru-cache";
async function* replay(input) {
  const { window, progress, signal } = input;
  const [start] = window;
  if (start === void 0) return;
  const follower = await follow(start.parent, input);
  const changes = await changesWithCode(input);
  const most = input.commitsPerTraining ?? commitsPerTraining(changes.length, follower.units);
  let behind = 0;
  let fresh = follower.model(start.parent);
  progress.begin("replaying commits", changes.length);
  for await (const { commit, parent, sides } of readCommits(changes, input)) {
    signal.throwIfAborted();
    const change = sortChange(sides, { languages: input.languages, policy: { countCosmetic: false } });
    if (change.eligible.length > 0 && behind >= most) {
      fresh = follower.model(parent);
      behind = 0;
    }
    const seconds2 = behind === 0 ? 0 : Math.max(0, parent.committedAt - fresh.trainedAt.committedAt);
    yield { commit, change, fresh, behind: { commits: behind, seconds: seconds2 } };
    follower.step(sides);
    behind++;
    progress.advance();
  }
  progress.end();
}
async function changesWithCode(input) {
  const { history, window, languages, extensions } = input;
  const pairs2 = window.map(({ commit, parent }) => ({ before: parent.tree, after: commit.tree }));
  const isMain = (side) => side !== null && languages.forPath(side.path) !== void 0 && pathScope(side.path) === null;
  const changes = [];
  let index = 0;
  for await (const files of history.differences(pairs2, { extensions, countLines: false })) {
    const commit = window[index++];
    const hasCode = files.some(({ before: before3, after: after2 }) => isMain(before3) || isMain(after2));
    if (commit !== void 0 && hasCode) changes.push({ ...commit, files });
  }
  return changes;
}
async function follow(start, input) {
  const { history, training, extensions, languages, progress, project } = input;
  let units = 0;
  const whole3 = [{ before: null, after: start.tree }];
  for await (const files of history.differences(whole3, { extensions, countLines: false })) {
    const sides = files.flatMap(({ after: after2 }) => after2 !== null && pathScope(after2.path) === null ? [after2] : []);
    progress.begin("reading the project as the window begins", sides.length);
    for await (const source of readAll(sides, { history, languages, signal: input.signal })) {
      progress.advance();
      for (const parsed4 of learnable(source)) {
        training.learn(parsed4);
        units += parsed4.units.length;
      }
    }
    progress.end();
  }
  return {
    units,
    step({ before: before3, after: after2 }) {
      for (const source of before3) for (const parsed4 of learnable(source)) training.forget(parsed4);
      for (const source of after2) for (const parsed4 of learnable(source)) training.learn(parsed4);
    },
    model(at) {
      const committedAt = new Date(at.committedAt * 1e3).toISOString();
      return { model: training.finish({ project, revision: at.hash, committedAt }).model, trainedAt: at };
    }
  };
}
function learnable({ path, parsed: parsed4 }) {
  return parsed4 === null || pathScope(path) !== null || isGeneratedText(parsed4.text) ? [] : [parsed4];
}
var REMEMBERED_BYTES = 16e6;
async function* readCommits(changes, input) {
  const readable = (sides) => sides.filter((side) => side !== null).filter(({ path }) => input.languages.forPath(path) !== void 0);
  const plan = changes.map(({ commit, parent, files }) => ({
    commit,
    parent,
    before: readable(files.map(({ before: before3 }) => before3)),
    after: readable(files.map(({ after: after2 }) => after2))
  }));
  const known = new LRUCache3({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: ({ bytes: bytes2 }) => Math.max(1, bytes2.length)
  });
  const all = plan.flatMap(({ before: before3, after: after2 }) => [...before3, ...after2]);
  const sources = readAll(all, { ...input, known });
  try {
    for (const { commit, parent, before: before3, after: after2 } of plan) {
      const sides = { before: await next(sources, before3.length), after: await next(sources, after2.length) };
      yield { commit, parent, sides };
    }
  } finally {
    await sources.return(void 0);
  }
}
async function next(sources, count3) {
  const taken = [];
  while (taken.length < count3) {
    const { done, value } = await sources.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}
async function* readAll(sides, { history, languages, signal, known }) {
  const readable = sides.flatMap((side) => {
    const language = languages.forPath(side.path);
    return language === void 0 ? [] : [{ ...side, language }];
  });
  let index = 0;
  for await (const bytes2 of history.blobs(readable.map(({ blob }) => blob))) {
    signal.throwIfAborted();
    const side = readable[index++];
    if (side === void 0) break;
    if (bytes2 === null) throw missing(side);
    const key = `${side.blob} ${side.path}`;
    const source = known?.get(key) ?? readSource(side.path, bytes2, side.language);
    known?.set(key, source);
    yield source;
  }
}
function missing({ path, blob }) {
  return new ExpectedFailure(
    "git-failed",
    `${path} (${blob}) is not in this clone`,
    "Fetch what is missing: `git fetch --refetch`, or `git fetch --unshallow` in a shallow clone."
  );
}

// src/jobs/gain.ts
async function measureGain(input) {
  const { repository, history, head, inUse, policy } = input;
  const line4 = await history.firstParents(head);
  const all = lastDays(line4.commits, input.windowDays);
  const { window, limit } = await afterTraining(all, inUse?.model.card ?? null, repository);
  const project = await repository.identity();
  const rows = [];
  const seen2 = new Surroundings();
  let model = inUse?.model ?? null;
  for await (const step of replay({ ...input, window, project })) {
    model ??= step.fresh.model;
    seen2.add(step);
    rows.push(...await rowsOf2(step, model, input));
  }
  await input.journal?.finish();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "gain",
    protocol: "in-place",
    head: { name: head.name, revision: head.hash },
    model: model?.card ?? null,
    ...model === null ? {} : askingFacts(model, []),
    modelOrigin: inUse?.origin ?? "made-at-window-start",
    window: {
      days: input.windowDays,
      limit: limit ?? (line4.cutOff && all.length === line4.commits.length - 1 ? "shallow-clone" : "days"),
      from: dayOf4(window[0]),
      until: dayOf4(window.at(-1)),
      commits: window.length,
      commitsWithCode: seen2.commits
    },
    fresh: seen2.fresh(),
    policy: { leastGain: policy.leastGain, leastChanges: policy.leastChanges },
    ...gainOf(rows, policy),
    leftOut: seen2.leftOut.rows(),
    notes: seen2.notes(),
    methods: rows
  };
}
async function afterTraining(window, card, repository) {
  if (card === null) return { window, limit: null };
  if (card.trainedAt === null) return { window, limit: "unknown-training" };
  const { revision: revision2, committedAt } = card.trainedAt;
  const contains2 = async ({ hash }) => repository.isAncestor(revision2, { hash, name: hash, committedAt: null });
  const [first, last] = [window[0], window.at(-1)];
  if (first === void 0 || last === void 0) return { window, limit: null };
  if (await contains2(last.commit) !== true) {
    if (committedAt === null) return { window, limit: "unknown-training" };
    const after2 = window.filter(({ commit }) => commit.committedAt * 1e3 > Date.parse(committedAt));
    return { window: after2, limit: after2.length < window.length ? "training" : null };
  }
  let low = 0;
  let high = window.length;
  while (low < high) {
    const middle = low + high >> 1;
    const parent = window[middle]?.parent;
    if (parent !== void 0 && await contains2(parent) !== true) low = middle + 1;
    else high = middle;
  }
  return { window: window.slice(low), limit: low > 0 ? "training" : null };
}
var WRITTEN_TOGETHER = 64;
async function rowsOf2({ commit, change, fresh }, model, input) {
  const rows = [];
  for (let start = 0; start < change.eligible.length; start += WRITTEN_TOGETHER) {
    const some = stubsOf2(change.eligible.slice(start, start + WRITTEN_TOGETHER));
    const byInUse = await writeChanges(some, model, input);
    const byFresh = isSame(model, fresh.model) ? byInUse : await writeChanges(some, fresh.model, input);
    rows.push(...some.flatMap((stubbed, index) => rowOf2(commit.hash, stubbed, byInUse[index], byFresh[index])));
  }
  return rows;
}
function isSame({ card: a }, { card: b }) {
  return a.provider === b.provider && a.fingerprint === b.fingerprint;
}
function rowOf2(commit, { change: { change, current } }, used, anew) {
  if (used === void 0 || anew === void 0) return [];
  return [
    {
      commit,
      id: current.unit.id,
      change,
      inUse: used.similarity,
      fresh: anew.similarity,
      inUseFailed: used.failed,
      freshFailed: anew.failed
    }
  ];
}
var Surroundings = class {
  commits = 0;
  leftOut = new LeftOutCount();
  #notes = /* @__PURE__ */ new Map();
  #trainings = /* @__PURE__ */ new Set();
  #commitsBehind = 0;
  #secondsBehind = 0;
  add({ change, fresh, behind }) {
    this.commits++;
    this.#count(change);
    if (change.eligible.length === 0) return;
    this.#trainings.add(fresh.trainedAt.hash);
    this.#commitsBehind = Math.max(this.#commitsBehind, behind.commits);
    this.#secondsBehind = Math.max(this.#secondsBehind, behind.seconds);
  }
  fresh() {
    return {
      trainings: this.#trainings.size,
      commitsBehind: this.#commitsBehind,
      daysBehind: this.#secondsBehind / 86400
    };
  }
  /** The last word on each file. */
  notes() {
    return [...this.#notes.values()].sort((a, b) => compareText(a.path, b.path) || compareText(a.kind, b.kind));
  }
  #count({ leftOut, notes }) {
    this.leftOut.addAll(leftOut);
    for (const note of notes) this.#notes.set(`${note.kind} ${note.path}`, note);
  }
};
function dayOf4(at) {
  return at === void 0 ? null : new Date(at.commit.committedAt * 1e3).toISOString().slice(0, 10);
}

// src/cli/gain.ts
async function runGain(options, shell) {
  const { environment, signal, progress } = shell;
  const typedDays = options.windowDays === void 0 ? null : daysOf(options.windowDays);
  const repository = await openRepository(options.repo);
  const head = options.head === void 0 ? await repository.defaultBranch() : await repository.resolve(options.head);
  const languages = await composeLanguages(environment);
  const windowDays = typedDays ?? (await readRepositorySettings(repository)).gain.windowDays;
  const inUse = await modelInUse(options, repository, languages, shell);
  const identity = [head.hash, String(windowDays), inUse?.model.card.fingerprint ?? ""];
  const report2 = await resuming(
    await composeJournal("gain", repository, environment, identity),
    (journal) => measureGain({
      repository,
      history: openHistory(repository.root),
      head,
      windowDays,
      inUse,
      policy: DEFAULT_GAIN_POLICY,
      languages,
      extensions: languages.main.extensions,
      training: composeTraining(languages),
      journal,
      progress,
      signal
    })
  );
  await present(report2, options, environment);
}
async function modelInUse(options, repository, languages, shell) {
  const { since, model, models } = options;
  const { progress, signal } = shell;
  if (since === void 0) {
    const loaded = await modelsFrom(options, shell).open(model, repository, languages);
    return loaded === null ? null : { model: loaded.model, origin: "kept" };
  }
  if (model !== void 0 || models !== void 0) {
    throw new ExpectedFailure(
      "bad-setting",
      "--since and --model both say which model is in use",
      "Give one of them: --since REV trains the embedded model there, --model REF takes a kept one."
    );
  }
  const revision2 = await repository.resolve(since);
  const made = await trainOnRevision(repository, revision2, { languages, progress, signal });
  return { model: { ...made, card: asShadow(made.card, null) }, origin: "made-at-revision" };
}
var LONGEST_WINDOW_DAYS = 36500;
function daysOf(typed) {
  const days = /^\d+$/.test(typed) ? Number(typed) : 0;
  if (days >= 1 && days <= LONGEST_WINDOW_DAYS) return days;
  throw new ExpectedFailure(
    "bad-setting",
    `--window-days does not take ${JSON.stringify(typed)}`,
    `It is a whole number of days, from 1 to ${LONGEST_WINDOW_DAYS}.`
  );
}

// src/core/merge-evaluations.ts
function mergeEvaluations(parts) {
  const { shard: _, usage: __, unasked: ___, ...first } = parts[0];
  const files = parts.flatMap(({ files: rows, shard: shard2 }) => withStubs(rows, shard2.stubs.files));
  const methods2 = parts.flatMap(({ methods: rows, shard: shard2 }) => withStubs(rows, shard2.stubs.methods));
  files.sort((a, b) => compareText(a.row.id, b.row.id));
  methods2.sort((a, b) => compareText(a.row.id, b.row.id));
  const measuredFiles2 = files.map(({ row: row4, stub }) => measured2(row4, stub));
  const measuredMethods2 = methods2.map(({ row: row4, stub }) => ({
    ...measured2(row4, stub),
    failed: row4.failure !== null
  }));
  const usage2 = mergedUsage(parts);
  const unasked = parts.flatMap((part3) => part3.unasked ?? []).sort(compareText);
  return {
    ...first,
    reproduced: parts.reduce((sum2, { reproduced: reproduced3 }) => sum2 + reproduced3, 0),
    ...usage2 === null ? {} : { usage: usage2 },
    ...unasked.length === 0 ? {} : { unasked },
    summary: summarize(measuredFiles2, measuredMethods2),
    stub: summarizeStubs(measuredFiles2, measuredMethods2),
    files: files.map(({ row: row4 }) => row4),
    methods: methods2.map(({ row: row4 }) => row4),
    leftOut: mergedLeftOut(parts.map(({ leftOut }) => leftOut)),
    notes: mergedNotes(parts.map(({ notes }) => notes))
  };
}
function mergedUsage(parts) {
  const usages = parts.flatMap(({ usage: usage2 }) => usage2 ?? []);
  return usages.length === 0 ? null : usages.reduce(addUsage);
}
function withStubs(rows, stubs) {
  return rows.map((row4, index) => {
    const stub = stubs[index];
    if (stub === void 0) throw new RangeError("a part has rows without stubs");
    return { row: row4, stub };
  });
}
function measured2({ distance: distance2, similarity: similarity3 }, stub) {
  return {
    distance: distance2 ?? stub.distance,
    similarity: similarity3 ?? stub.similarity,
    stubDistance: stub.distance,
    stubSimilarity: stub.similarity
  };
}

// src/core/merge-comparisons.ts
function mergeComparisons(parts) {
  const [{ protocol, source, sample, baseline: baseline2, contenders }] = parts;
  return compareReportOf(
    {
      protocol,
      source,
      sample,
      baseline: baseline2,
      contenders: contenders.map(({ name: name2, kind, model, directory }, at) => {
        const same = parts.flatMap((part3) => part3.contenders[at] ?? []);
        const usage2 = mergedUsage(same);
        return {
          name: name2,
          kind,
          model,
          directory,
          ...usage2 === null ? {} : { usage: usage2 },
          answeringMs: summed(same.map(({ answeringMs }) => answeringMs))
        };
      }),
      leftOut: mergedLeftOut(parts.map(({ leftOut }) => leftOut)),
      notes: mergedNotes(parts.map(({ notes }) => notes))
    },
    { methods: parts.flatMap(({ methods: methods2 }) => methods2), files: parts.flatMap(({ files }) => files) }
  );
}
function summed(times2) {
  const known = times2.filter((time) => time !== null);
  return known.length === 0 ? null : known.reduce((sum2, time) => sum2 + time, 0);
}

// src/jobs/merge-reports.ts
function mergeReports(files) {
  const evaluations = [];
  const comparisons = [];
  for (const { file, report: report2 } of files) {
    if (report2.kind === "evaluate" && report2.shard !== void 0) evaluations.push({ ...report2, shard: report2.shard });
    else if (report2.kind === "compare" && report2.shard !== void 0)
      comparisons.push({ ...report2, shard: report2.shard });
    else throw refusal2(`${file} is no part of a run`, PARTS);
  }
  requireOneRun(files);
  const [evaluation, ...otherEvaluations] = evaluations;
  if (evaluation !== void 0) return mergeEvaluations([evaluation, ...otherEvaluations]);
  const [comparison2, ...otherComparisons] = comparisons;
  if (comparison2 !== void 0) return mergeComparisons([comparison2, ...otherComparisons]);
  throw refusal2("there is no report to merge", PARTS);
}
var PARTS = "Give it the JSON reports that `evaluate` or `compare` wrote with --shard, all of one run.";
function requireOneRun(files) {
  const [first, ...others] = files.map(({ file, report: report2 }) => ({ file, report: report2, facts: factsOf4(report2) }));
  if (first === void 0) return;
  for (const { file, facts } of others) {
    const differing2 = facts.findIndex(([, value], index) => value !== first.facts[index]?.[1]);
    if (differing2 < 0) continue;
    throw refusal2(`${file} and ${first.file} differ in their ${facts[differing2]?.[0]}`, PARTS);
  }
  requireEachOnce(files);
}
function factsOf4(report2) {
  if (report2.kind !== "evaluate" && report2.kind !== "compare") return [];
  const { kind, source, protocol, sample, shard: shard2 } = report2;
  const contenders = report2.kind === "evaluate" ? [modelFacts(report2.model)] : report2.contenders.map(({ name: name2, model, directory }) => [name2, directory, model && modelFacts(model)]);
  const facts = [
    ["command", kind],
    ["directory or revision", "directory" in source ? source : [source.revision, source.name]],
    ["models", contenders],
    ["protocol", protocol],
    ["sample", sample],
    ["baseline", report2.kind === "compare" ? report2.baseline : null],
    ["number of parts", shard2?.count]
  ];
  return facts.map(([name2, value]) => [name2, JSON.stringify(value)]);
}
function modelFacts({ provider, name: name2, fingerprint }) {
  return [provider, name2, fingerprint];
}
function requireEachOnce(files) {
  const seen2 = /* @__PURE__ */ new Map();
  let count3 = 0;
  for (const { file, report: report2 } of files) {
    const shard2 = shardOf2(report2);
    if (shard2 === void 0) continue;
    count3 = shard2.count;
    const other = seen2.get(shard2.index);
    if (other !== void 0) throw refusal2(`${other} and ${file} are both part ${shard2.index}/${count3}`, PARTS);
    seen2.set(shard2.index, file);
  }
  const missing2 = Array.from({ length: count3 }, (_, index) => index + 1).filter((index) => !seen2.has(index));
  if (missing2.length === 0) return;
  const named = missing2.slice(0, FEW2).map((index) => `${index}/${count3}`);
  const rest = missing2.length > FEW2 ? ` and ${missing2.length - FEW2} more` : "";
  throw refusal2(`${named.join(", ")}${rest} ${missing2.length === 1 ? "is" : "are"} missing`, PARTS);
}
var FEW2 = 5;
function shardOf2(report2) {
  return report2.kind === "evaluate" || report2.kind === "compare" ? report2.shard : void 0;
}
function refusal2(what, remedy) {
  return new ExpectedFailure("bad-report", what, remedy);
}

// src/cli/merge-reports.ts
async function runMergeReports(files, options, { environment }) {
  const parts = [];
  for (const file of files)
    parts.push({ file, report: reportIn(file, new TextDecoder().decode(await readSettingsFile(file))) });
  const report2 = mergeReports(parts);
  await present(report2, options, environment);
}
function reportIn(file, text) {
  const report2 = parseReport(text);
  if (report2 !== null) return report2;
  throw new ExpectedFailure(
    "bad-report",
    `${file} is no JSON report of \`evaluate\` or \`compare\``,
    "Write the parts with --format json or --output FILE.json, by one version of palimpsest."
  );
}

// src/cli/report.ts
import { basename as basename7, join as join13 } from "node:path";

// src/core/ledger-places.ts
function placesOf(files, { units, baseline: baseline2, freshness }, nameOf) {
  const places = /* @__PURE__ */ new Map();
  const at = (path) => {
    const name2 = nameOf(path);
    const known = places.get(name2) ?? new PlaceSum(baseline2.value);
    places.set(name2, known);
    return known;
  };
  for (const file of files) {
    for (const unit of file.units) at(file.path).add(unit);
    for (const departed of file.departed) at(file.path).leave(departed);
  }
  const point = freshness === null ? null : 100 / (units * baseline2.value);
  return [...places].map(([name2, sum2]) => sum2.place(name2, point)).sort((a, b) => compareText(a.name, b.name));
}
var PlaceSum = class {
  #baseline;
  #failed = 0;
  /** Units whose score stands for certain, and those of which a part was drawn. */
  #rescored = { units: 0, scored: 0, sum: 0 };
  #untouched = { units: 0, scored: 0, sum: 0 };
  /** Of similarity, summed over units. */
  #moved = 0;
  constructor(baseline2) {
    this.#baseline = baseline2;
  }
  add({ score: score3, trained, rescored: rescored2 }) {
    const part3 = rescored2 ? this.#rescored : this.#untouched;
    part3.units++;
    if (score3 === null) return;
    part3.scored++;
    part3.sum += score3.similarity;
    if (score3.failed) this.#failed++;
    if (rescored2) this.#moved += score3.similarity - (trained?.similarity ?? this.#baseline);
  }
  leave({ similarity: similarity3 }) {
    this.#moved += this.#baseline - (similarity3 ?? this.#baseline);
  }
  place(name2, point) {
    const [certain, drawn] = [this.#rescored, this.#untouched];
    const units = certain.units + drawn.units;
    const isKnown2 = units > 0 && (drawn.units === 0 || drawn.scored > 0);
    const ofDrawn = drawn.scored === 0 ? 0 : drawn.sum / drawn.scored * drawn.units;
    return {
      name: name2,
      units,
      scored: certain.scored + drawn.scored,
      failed: this.#failed,
      similarity: isKnown2 ? (certain.sum + ofDrawn) / units : null,
      points: point === null ? null : point * this.#moved
    };
  }
};

// src/core/report-page.ts
function inventoryOf(files, means) {
  const inOrder2 = [...files].sort((a, b) => compareText(a.path, b.path));
  const units = inOrder2.flatMap(
    (file) => file.units.map((unit) => {
      const { id, path, score: score3 } = unit;
      return {
        id,
        path,
        status: statusOf(unit),
        similarity: score3?.similarity ?? null,
        failed: score3?.failed ?? false
      };
    })
  );
  return {
    units,
    packages: placesOf(inOrder2, means, packageByPath),
    files: placesOf(inOrder2, means, (path) => path)
  };
}
function leastKnown(units, most) {
  return units.filter(({ similarity: similarity3 }) => similarity3 !== null).sort((a, b) => (a.similarity ?? 0) - (b.similarity ?? 0) || compareText(a.id, b.id)).slice(0, most);
}

// src/jobs/close-ups.ts
async function closeUpsOf(units, { model: owner, standsAt }, input) {
  const { repository, model, progress, signal, closeUps: asked } = input;
  if (asked === 0) return { kind: "left-out", reason: "not-asked" };
  if (owner.fingerprint !== model.card.fingerprint) return { kind: "left-out", reason: "ledger-of-another-model" };
  const revision2 = await resolveKnown(repository, standsAt.revision);
  if (revision2 === null) return { kind: "left-out", reason: "revision-missing" };
  const wanted = leastKnown(units, asked);
  const tasks = await tasksFor(wanted, revision2, input);
  const scores3 = new Map(wanted.map(({ id, similarity: similarity3 }) => [id, similarity3 ?? 0]));
  const made = /* @__PURE__ */ new Map();
  progress.begin("writing again", tasks.length);
  const rewriting = { model, samples: 1, signal, progress, journal: null };
  for await (const { item: item2, regeneration } of rewrite(tasks, rewriting)) {
    if (regeneration.kind === "unasked") continue;
    const { id, path, line: line4 } = item2.unit;
    const body = bodyOf(item2.source, item2.unit);
    const written3 = regeneration.kind === "regenerated" ? regeneration.body : EMPTY_BODY;
    const { similarity: similarity3 } = measureBody(body, written3);
    made.set(id, { id, path, line: line4, body, regeneration, scored: scores3.get(id) ?? 0, similarity: similarity3 });
  }
  progress.end();
  return { kind: "made", asked, units: wanted.flatMap(({ id }) => made.get(id) ?? []) };
}
async function resolveKnown(repository, revision2) {
  try {
    return await repository.resolve(revision2);
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}
async function tasksFor(wanted, revision2, { repository, languages, signal }) {
  const ids = new Set(wanted.map(({ id }) => id));
  const paths = [...new Set(wanted.map(({ path }) => path))].sort();
  const tasks = [];
  for await (const { parsed: parsed4 } of readSources(repository.tree(revision2), paths, languages, signal)) {
    if (parsed4 === null) continue;
    for (const unit of parsed4.units.filter(({ id }) => ids.has(id))) {
      tasks.push({ unit, source: parsed4, stub: stubInPlace(parsed4, unit) });
    }
  }
  return tasks;
}

// src/jobs/inventory.ts
async function takeInventory({ model, standsAt }, input) {
  const stored = await input.store.load(model.fingerprint);
  if (stored === null || stored.head.standsAt.revision !== standsAt.revision) throw ledgerBusy();
  const { head } = stored;
  const files = filesIn(await stored.shards(Object.keys(head.shards)));
  const inventory = inventoryOf([...files.values()], ledgerMeans(head));
  return { ...inventory, closeUps: await closeUpsOf(inventory.units, head, input) };
}

// src/jobs/commits-since.ts
async function commitsSince(revision2, { commits, cutOff }, repository) {
  const place = commits.findLastIndex(({ hash }) => hash === revision2);
  if (place >= 0) return commits.length - 1 - place;
  const there = await repository.resolve(revision2).catch(() => null);
  if (there === null) return null;
  let low = 0;
  let high = commits.length;
  while (low < high) {
    const middle = low + high >> 1;
    const contained = await repository.isAncestor(commits[middle]?.hash ?? "", there);
    if (contained === true) low = middle + 1;
    else high = middle;
  }
  return low === 0 && cutOff ? null : commits.length - low;
}

// src/jobs/status.ts
async function status(input) {
  const { repository, history, store, at, policy } = input;
  if (at.hash === WORKTREE) throw notACommit();
  const card = input.model.card;
  const answering = await ledgerSpeakingFor(card, store);
  const line4 = await history.firstParents(at);
  const ledger = answering && await standingLedger(answering, line4, input);
  const gain = await gainOf2(input);
  const drifted = await driftOf(input, answering);
  const forecast = drifted.report?.forecast ?? null;
  const own = ledger?.answers === "own" ? ledger : null;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "status",
    at: { name: at.name, revision: at.hash },
    model: card,
    age: {
      days: daysSince(card, at),
      commits: card.trainedAt === null ? null : await commitsSince(card.trainedAt.revision, line4, repository)
    },
    ledger,
    gain,
    drift: drifted.report,
    unmeasured: [
      ...gain === null ? [{ what: "gain", reason: "not-asked" }] : [],
      ...drifted.reason === null ? [] : [{ what: "drift", reason: drifted.reason }]
    ],
    recommendation: recommend(
      {
        freshness: own && { verdict: own.verdict, value: own.freshness?.value ?? null },
        forecast,
        gain: gain?.statement ?? null,
        today: dayOf5(at)
      },
      policy
    )
  };
}
function notACommit() {
  return new ExpectedFailure(
    "bad-setting",
    "a status is that of a commit, not of a work tree",
    "Commit first, or name a revision."
  );
}
async function standingLedger({ head, as }, line4, { repository, policy }) {
  const { model, trainedAt: trainedAt2, standsAt, sample, history } = head;
  const means = ledgerMeans(head);
  return {
    trainedAt: trainedAt2,
    line: policy.line,
    verdict: judgeFreshness(means, policy),
    ...means,
    standsAt,
    commitsBehind: await commitsSince(standsAt.revision, line4, repository),
    answers: as,
    model,
    sample,
    history
  };
}
async function gainOf2(input) {
  const { gain, at, model, language } = input;
  if (gain === null) return null;
  const inUse = { model, origin: "kept" };
  const { methods: _, ...summed2 } = await measureGain({
    ...input,
    ...gain,
    head: at,
    inUse,
    extensions: language.extensions
  });
  return summed2;
}
async function driftOf(input, answering) {
  if (input.drift === null) return { report: null, reason: "not-asked" };
  try {
    const report2 = await drift({
      ...input,
      model: input.model.card,
      until: input.at,
      since: input.drift.since,
      trainedAt: await trainedRevision(input.model.card, input.repository),
      freshness: forecastBasis(answering, input.policy.line)
    });
    return { report: report2, reason: null };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    if (error.code !== "shallow-clone" && error.code !== "no-source-files") throw error;
    return { report: null, reason: error.code };
  }
}
var DAY_MS4 = 864e5;
function daysSince({ trainedAt: trainedAt2 }, { committedAt }) {
  if (committedAt === null || trainedAt2 === null || trainedAt2.committedAt === null) return null;
  const days = Math.trunc((Date.parse(committedAt) - Date.parse(trainedAt2.committedAt)) / DAY_MS4);
  return days < 0 ? null : Math.max(0, days);
}
function dayOf5({ committedAt, name: name2 }) {
  if (committedAt === null) throw new RangeError(`${name2} has no day`);
  return new Date(committedAt).toISOString().slice(0, 10);
}

// src/jobs/report.ts
async function report(input) {
  const standing = await status(input);
  const inventory = standing.ledger === null ? null : await takeInventory(standing.ledger, input);
  return { project: input.project, status: standing, inventory };
}

// src/report/html/page.ts
import { createHash as createHash14 } from "node:crypto";

// src/report/html/client.generated.ts
var CLIENT_SCRIPT = '"use strict";(()=>{function s(n,e={},...r){let t=document.createElement(n);for(let[o,i]of Object.entries(e))typeof i=="function"?t.addEventListener(o,i):i!==!1&&t.setAttribute(o,i===!0?"":String(i));return t.append(...r),t}function x(n){let e=document.getElementById(n);if(e===null)throw new Error(`the page has no #${n}`);return e}var M="http://www.w3.org/2000/svg";function g(n){let e=document.createElementNS(M,"svg");e.setAttribute("class","bar"),e.setAttribute("viewBox","0 0 100 8"),e.setAttribute("preserveAspectRatio","none"),e.setAttribute("aria-hidden","true");let r=document.createElementNS(M,"rect");return r.setAttribute("width",String(100*n)),r.setAttribute("height","8"),e.append(r),e}var L=["unchanged","modified","new"];function R(n,e){return`unit=${encodeURIComponent(`${n}#${e}`)}`}function U(n){let{packages:e,folders:r,files:t}=JSON.parse(n),o=[],i=[];for(let[l,d,u,c]of t){let[h,D]=r[l]??["",0],w=h+d,W=e[D]?.[0]??"";o.push(I(w,u));for(let[S,T,k]of c)i.push({name:S,path:w,packageName:W,status:L[T%4]??"",failed:T>=4,similarity:k===-1?null:k/1e4,text:`${w}#${S}`.toLowerCase()})}return{packages:e.map(([l,...d])=>I(l,d)),files:o,units:i}}function I(n,[e,r,t,o,i]){return{name:n,units:e,scored:r,failed:t,similarity:o,points:i}}var v="–";function y(n){if(n===null)return v;let e=n*100,r=e.toFixed(0);return`${!j(Number(r))||Number(r)===e?P(r):K(e,1,100)} %`}function m(n){return n.replace(/\\B(?=(\\d{3})+(?!\\d))/g,",")}function j(n){return n===0||Math.abs(n)===100}function K(n,e,r){let t=Number(n.toFixed(e)),o=10**-e;if(t!==n&&t===0)return n>0?`< ${o.toFixed(e)}`:`> -${o.toFixed(e)}`;if(t===r&&n<r)return`> ${(r-o).toFixed(e)}`;let[i="",a]=P(n.toFixed(e)).split(".");return a===void 0?m(i):`${m(i)}.${a}`}function P(n){return Number(n)===0?n.replace("-",""):n}function O(n){if(n===null)return v;let e=n.toFixed(2);return Number(e)!==0?n>0?`+${e}`:e:Math.abs(n)<q?"0":n>0?"< +0.01":"> -0.01"}var q=1e-9;var f=50,p=class{element;#t;#e;#n=s("tbody");#r=s("p",{role:"status"});#o;#a=[];#s=[];#i=()=>!0;#l=0;#d;constructor(e){this.#t=e,this.#d=e.sortedBy,this.#e=e.columns.map((t,o)=>s("th",{scope:"col",class:t.kind},s("button",{type:"button",click:()=>this.#m(o)},t.label))),this.#o=new N(e.noun,t=>this.#c(t));let r=s("table",{id:e.id,class:"rows"},s("caption",{class:"vh"},e.caption),s("thead",{},s("tr",{},...this.#e)),this.#n);this.element=s("div",{},this.#r,r,this.#o.element),this.#u()}narrow(e){this.#i=e,this.#s=this.#a.filter(e),this.#c(0)}reveal(e){let r=this.#s.indexOf(e);if(r<0)return;this.#c(Math.floor(r/f));let t=this.#n.rows[r%f]?.querySelector("button");t?.click(),t?.focus(),t?.scrollIntoView({block:"center"})}#m(e){let{column:r,direction:t}=this.#d,o=t==="ascending"?"descending":"ascending",i=this.#t.columns[e]?.first??"ascending";this.#d={column:e,direction:e===r?o:i},this.#u()}#u(){let{column:e,direction:r}=this.#d,t=this.#t.columns[e]?.value??(()=>null),o=r==="ascending"?1:-1;this.#a=[...this.#t.rows].sort((i,a)=>G(t(i),t(a),o));for(let[i,a]of this.#e.entries())i===e?a.setAttribute("aria-sort",r):a.removeAttribute("aria-sort");this.narrow(this.#i)}#c(e){let r=Math.max(1,Math.ceil(this.#s.length/f));this.#l=Math.min(Math.max(0,e),r-1);let t=this.#l*f,o=this.#s.slice(t,t+f);this.#n.replaceChildren(...o.map(i=>this.#f(i))),this.#o.show(this.#l,r),this.#r.textContent=this.#p(t,o.length)}#p(e,r){let{noun:t,rows:o}=this.#t,[i,a]=[m(String(this.#s.length)),m(String(o.length))];if(r===0)return`None of ${a} ${t}.`;let l=`${m(String(e+1))} to ${m(String(e+r))}`;return this.#s.length===o.length?`${a} ${t}, ${l} shown.`:`${i} of ${a} ${t}, ${l} shown.`}#f(e){let{columns:r,under:t}=this.#t,o=r.map(({label:i,kind:a,value:l,cell:d},u)=>{let c=d?.(e)??[String(l(e)??"–")];return u>0?s("td",{class:a,"data-label":i.toLowerCase()},...c):s("th",{scope:"row",class:a},...t===null?c:[this.#h(e,c,t)])});return s("tr",{},...o)}#h(e,r,t){let o=s("button",{type:"button",class:"opener","aria-expanded":"false"},...r);return o.addEventListener("click",()=>{let i=o.closest("tr"),a=o.getAttribute("aria-expanded")==="true";o.setAttribute("aria-expanded",String(!a)),a?i?.nextElementSibling?.remove():i?.after(s("tr",{},s("td",{colspan:this.#e.length,class:"under"},t(e))))}),o}};function G(n,e,r){return n===e?0:n===null||e===null?n===null?1:-1:n<e?-r:r}var N=class{element;#t=s("span");#e;#n=0;#r=1;constructor(e,r){let t=[["First",()=>0],["Previous",()=>this.#n-1],["Next",()=>this.#n+1],["Last",()=>this.#r-1]];this.#e=t.map(([u,c])=>({button:s("button",{type:"button",click:()=>{this.#o(c())&&r(c())}},u),target:c}));let[o,i,a,l]=this.#e.map(({button:u})=>u),d=[o,i,this.#t,a,l].filter(u=>u!==void 0);this.element=s("nav",{class:"pager","aria-label":`Pages of ${e}`},...d)}show(e,r){[this.#n,this.#r]=[e,r],this.element.hidden=r===1,this.#t.textContent=`Page ${m(String(e+1))} of ${m(String(r))}`;for(let{button:t,target:o}of this.#e)t.setAttribute("aria-disabled",String(!this.#o(o())))}#o(e){return e!==this.#n&&e>=0&&e<this.#r}};var E="place=";function F(n,e){let r=s("div"),o=[{label:"Packages",noun:"packages",rows:n},{label:"Files",noun:"files",rows:e}].map(({label:i,noun:a,rows:l},d)=>{let u=new p({id:a,caption:`${i}, those that lowered freshness most first`,noun:a,rows:l,columns:Y(i.slice(0,-1),l),sortedBy:{column:4,direction:"ascending"},under:null}),c=()=>r.replaceChildren(u.element);d===0&&c();let h=s("input",{type:"radio",name:"place-kind",checked:d===0,change:c});return s("label",{},h,` ${i}`)});return s("div",{},s("fieldset",{},s("legend",{},"Show"),...o),r)}function Y(n,e){let r=e.some(({scored:t,units:o})=>t<o);return[{label:n,kind:"text",value:({name:t})=>t,cell:({name:t})=>[J(t)],first:"ascending"},{label:"Methods",kind:"number",value:({units:t})=>t,cell:({units:t})=>[C(t)],first:"descending"},{label:r?"Scored":"Failed",kind:"number",value:({scored:t,failed:o})=>r?t:o,cell:({scored:t,failed:o})=>[C(r?t:o)],first:"descending"},{label:"Mean similarity",kind:"number",value:({similarity:t})=>t,cell:({similarity:t})=>t===null?["–"]:[g(t),y(t)],first:"ascending"},{label:"Moved freshness",kind:"number",value:({points:t})=>t,cell:({points:t})=>[O(t)],first:"ascending"}]}function J(n){return s("a",{href:`#${E}${encodeURIComponent(n)}`},n)}function H(n){return n.startsWith(E)?decodeURIComponent(n.slice(E.length)):null}function C(n){return m(String(n))}var Q=20,b=class{element;#t;#e;#n=s("input",{type:"search",id:"unit-text",autocomplete:"off",spellcheck:"false"});#r=s("select",{id:"unit-status"});#o=s("input",{type:"search",id:"unit-place",list:"unit-places",autocomplete:"off"});#a=s("datalist",{id:"unit-places"});#s;constructor(e,r,t){this.#t=e,this.#s=r;for(let[l,d]of X)this.#r.append(s("option",{value:l},d));this.#e=new p({id:"units",caption:"Methods, the least known first",rows:e,noun:e.length===1?"method":"methods",columns:[{label:"Method",kind:"text",value:({name:l})=>l,first:"ascending"},{label:"File",kind:"text",value:({path:l})=>l,cell:ee,first:"ascending"},{label:"Since training",kind:"text",value:({status:l})=>l,first:"ascending"},{label:"Similarity",kind:"number",value:({similarity:l})=>l,cell:te,first:"ascending"}],sortedBy:{column:3,direction:"ascending"},under:l=>ne(l,t)});let o=[$("Search in names and paths",this.#n),$("Since training",this.#r),$("Package or file",this.#o)],i=s("button",{type:"button",click:()=>this.filter({})},"Show all"),a=s("form",{role:"search",class:"filters","aria-label":"Methods"},...o,i);a.addEventListener("submit",l=>l.preventDefault()),a.addEventListener("input",()=>this.#i()),this.element=s("div",{},a,this.#a,this.#e.element),this.#i()}filter({text:e="",status:r="",place:t=""}){this.#n.value=e,this.#r.value=r,this.#o.value=t,this.#i()}focus(){this.#o.focus(),this.element.scrollIntoView()}open(e){let r=this.#t.find(({path:t,name:o})=>R(t,o)===e);return r===void 0?!1:(this.filter({}),this.#e.reveal(r),!0)}#i(){let e=this.#n.value.toLowerCase().split(/\\s+/).filter(Boolean),[r,t]=[this.#r.value,this.#o.value.trim()];this.#e.narrow(o=>e.every(i=>o.text.includes(i))&&Z(o,r)&&(t===""||z(o,t))),this.#l(t)}#l(e){let r=this.#s.filter(t=>t.includes(e)).slice(0,Q);this.#a.replaceChildren(...r.map(t=>s("option",{value:t})))}},X=[["","all"],["unchanged","unchanged"],["modified","modified"],["new","new"],["failed","failed"],["not-scored","not scored"]];function Z(n,e){return e===""?!0:e==="failed"?n.failed:e==="not-scored"?n.similarity===null:n.status===e}function z({packageName:n,path:e},r){return n===r||n.startsWith(`${r}.`)||e===r}function $(n,e){return s("p",{},s("label",{for:e.id},n),e)}function ee({path:n}){let e=n.lastIndexOf("/")+1,t=n.slice(0,e).split(/(?<=\\/)/).flatMap(o=>[o,s("wbr")]);return[n.slice(e),s("span",{class:"folder note"},...t)]}function te({similarity:n,failed:e}){return n===null?[s("span",{class:"note"},"not scored")]:[g(n),`${y(n)}${e?" (failed)":""}`]}function ne({path:n,name:e,similarity:r},t){let o=R(n,e),i=s("p",{},s("a",{href:`#${o}`},"Link to this method")),a=t.get(o);return a!==void 0?s("div",{},a.cloneNode(!0),i):s("div",{},s("p",{},r===null?"A sample passed it over, and it has not changed since training: the model was not asked for it.":"This page shows what the model writes for the methods that it knows least. For more of them: palimpsest report --details N"),i)}var _=document.getElementById("ledger");_!==null&&re(_.textContent??"");function re(n){let e=U(n),r=oe(),t=e.packages.map(({name:a})=>a),o=new b(e.units,t,r);x("places-view").replaceChildren(F(e.packages,e.files)),x("units-view").replaceChildren(o.element);let i=()=>{let a=location.hash.slice(1),l=H(a);l!==null?(o.filter({place:l}),o.focus()):o.open(a)};addEventListener("hashchange",i),i()}function oe(){let n=document.getElementById("close-ups"),e=[...n?.querySelectorAll("article")??[]];return n?.remove(),new Map(e.map(r=>{let t=r.id;return r.removeAttribute("id"),[t,r]}))}})();';

// src/report/html/embedded.ts
var STATUSES = ["unchanged", "modified", "new"];
var FAILED = 4;
var NOT_SCORED = -1;
var WHOLE = 1e4;
function unitAddress(path, name2) {
  return `unit=${encodeURIComponent(`${path}#${name2}`)}`;
}

// src/report/html/embed.ts
function embed({ units, packages, files }) {
  const packageIndex = new Map(packages.map(({ name: name2 }, index) => [name2, index]));
  const folders = /* @__PURE__ */ new Map();
  const unitsByPath = /* @__PURE__ */ new Map();
  for (const unit of units) {
    const known = unitsByPath.get(unit.path);
    if (known === void 0) unitsByPath.set(unit.path, [unit]);
    else known.push(unit);
  }
  const rows = files.map((file) => {
    const slash = file.name.lastIndexOf("/") + 1;
    const folder = file.name.slice(0, slash);
    const index = folders.get(folder) ?? folders.size;
    folders.set(folder, index);
    const inFile = (unitsByPath.get(file.name) ?? []).map(tupleOf);
    return [index, visible(file.name.slice(slash)), numbersOf(file), inFile];
  });
  return {
    packages: packages.map((place) => [visible(packageName(place.name)), ...numbersOf(place)]),
    folders: [...folders.keys()].map((folder) => [visible(folder), packageIndex.get(packageByPath(`${folder}_`)) ?? 0]),
    files: rows
  };
}
function numbersOf({ units, scored, failed: failed4, similarity: similarity3, points: points3 }) {
  return [units, scored, failed4, rounded2(similarity3), rounded2(points3)];
}
function tupleOf({ id, path, status: status2, similarity: similarity3, failed: failed4 }) {
  const code2 = STATUSES.indexOf(status2) + (failed4 ? FAILED : 0);
  return [visible(spokenName(id, path)), code2, similarity3 === null ? NOT_SCORED : shortened3(similarity3)];
}
function shortened3(similarity3) {
  if (similarity3 <= 0 || similarity3 >= 1) return similarity3 <= 0 ? 0 : WHOLE;
  return Math.min(WHOLE - 1, Math.max(1, Math.round(similarity3 * WHOLE)));
}
function rounded2(value) {
  return value === null ? null : Number(value.toPrecision(6));
}

// src/report/html/markup.ts
var Markup = class {
  text;
  constructor(text) {
    this.text = text;
  }
};
function html(strings, ...values) {
  return new Markup(strings.map((string, index) => string + render2(values[index] ?? null)).join(""));
}
function trusted(text) {
  return new Markup(text);
}
function render2(content) {
  if (content === null) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(render2).join("");
  return escaped2(String(content));
}
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escaped2(text) {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
function inertJson(value) {
  return new Markup(JSON.stringify(value).replaceAll("<", "\\u003c"));
}

// src/report/html/prose.ts
var MARK = "";
function quote(text) {
  return `${MARK}${text}${MARK}`;
}
function prose2(sentence3) {
  return html`${sentence3.split(MARK).map((part3, index) => index % 2 === 1 ? html`<code>${part3}</code>` : part3)}`;
}
function paragraph(sentences) {
  return sentences.length === 0 ? null : html`<p>${prose2(sentences.join(" "))}</p>\n`;
}
function capitalized3(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
function stopped(words) {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

// src/report/html/headline.ts
function renderHeadline({ project, status: status2, inventory }) {
  const { at, ledger, recommendation } = status2;
  const reasons = list2(reasonSentences(status2, quote));
  const advice = `${reasons === "" ? "" : `: ${reasons}`}.`;
  return html`<header class="verdict ${ledger?.verdict.kind ?? "unknown"}">
<p class="kicker">${project === null ? null : html`<strong>${project}</strong> · `}model freshness at <code>${revisionWithHash(at)}</code></p>
<h1>${stopped(statusHeadline(status2))}</h1>
<p class="advice"><strong>${capitalized3(recommendationWords(recommendation))}</strong>${prose2(advice)}</p>
</header>
${paragraph([modelSentence(status2), ...shadowWords(status2), ...predecessorSentences(status2, quote), ...ledgerSentences(status2, quote)])}${paragraph(ledger === null ? [] : [stopped(meansSentence(ledger))])}${contents(inventory !== null)}`;
}
function modelSentence(status2) {
  const { model } = status2;
  return `The model: ${modelInWords(model, quote)}. ${capitalized3(ageSentence(status2))}`;
}
function shadowWords({ model }) {
  const sentence3 = shadowSentence(model, quote);
  return sentence3 === null ? [] : [sentence3];
}
function contents(hasInventory) {
  const links = [
    ...hasInventory ? [["freshness", "Freshness since training"]] : [],
    ["gain", "Would training again help?"],
    ["drift", "How the code moves"],
    ...hasInventory ? [
      ["packages", "Packages"],
      ["methods", "Methods"]
    ] : []
  ];
  return html`<nav class="contents" aria-label="On this page"><ul>
${links.map(([id = "", words = ""]) => html`<li><a href="#${id}">${words}</a></li>\n`)}</ul></nav>
`;
}

// src/report/html/side-by-side.ts
import { diffArrays as diffArrays2 } from "diff";
function sideBySide(code2, written3) {
  const rows = [];
  let [removed, added] = [[], []];
  const close = () => {
    rows.push(...pairUp(removed, added));
    [removed, added] = [[], []];
  };
  for (const { mark: mark2, text } of dedent(lineDiff(code2, written3))) {
    if (mark2 === "-") removed.push(text);
    else if (mark2 === "+") added.push(text);
    else {
      close();
      const pieces = [{ text, differs: false }];
      rows.push({ kind: "same", code: pieces, written: pieces });
    }
  }
  close();
  return rows;
}
var PAIRS_WORTH_TRYING = 4e3;
var LIKE = 0.4;
function pairUp(removed, added) {
  const pairs2 = removed.length * added.length <= PAIRS_WORTH_TRYING ? bestPairs(removed, added) : [];
  const rows = [];
  let [r, a] = [0, 0];
  const fill = (toRemoved, toAdded) => {
    while (r < toRemoved || a < toAdded) {
      const left = r < toRemoved ? whole2(removed[r++] ?? "") : null;
      const right = a < toAdded ? whole2(added[a++] ?? "") : null;
      rows.push({ kind: "changed", code: left, written: right });
    }
  };
  for (const [pairedRemoved, pairedAdded] of pairs2) {
    fill(pairedRemoved, pairedAdded);
    rows.push(wordDiff(removed[r++] ?? "", added[a++] ?? ""));
  }
  fill(removed.length, added.length);
  return rows;
}
function whole2(text) {
  return [{ text, differs: true }];
}
function bestPairs(removed, added) {
  const words = (lines) => lines.map((line4) => wordsOf(line4).filter((word) => word.trim() !== ""));
  const [left, right] = [words(removed), words(added)];
  const width = added.length + 1;
  const likeness3 = left.map((a2) => right.map((b) => likenessOf(a2, b)));
  const best2 = new Float64Array((removed.length + 1) * width);
  const at = (r2, a2) => best2[r2 * width + a2] ?? 0;
  const together = (r2, a2) => {
    const like = likeness3[r2]?.[a2] ?? 0;
    return like < LIKE ? -1 : like + at(r2 + 1, a2 + 1);
  };
  for (let r2 = removed.length - 1; r2 >= 0; r2--) {
    for (let a2 = added.length - 1; a2 >= 0; a2--) {
      best2[r2 * width + a2] = Math.max(at(r2 + 1, a2), at(r2, a2 + 1), together(r2, a2));
    }
  }
  const pairs2 = [];
  let [r, a] = [0, 0];
  while (r < removed.length && a < added.length) {
    if (together(r, a) === at(r, a)) pairs2.push([r++, a++]);
    else if (at(r + 1, a) >= at(r, a + 1)) r++;
    else a++;
  }
  return pairs2;
}
function likenessOf(a, b) {
  if (a.length + b.length === 0) return 0;
  const left = /* @__PURE__ */ new Map();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const times2 = left.get(word) ?? 0;
    if (times2 === 0) continue;
    common++;
    left.set(word, times2 - 1);
  }
  return 2 * common / (a.length + b.length);
}
var WORDS_WORTH_READING = 500;
function wordDiff(code2, written3) {
  const [before3, after2] = [wordsOf(code2), wordsOf(written3)];
  if (Math.max(before3.length, after2.length) > WORDS_WORTH_READING) {
    return { kind: "changed", code: whole2(code2), written: whole2(written3) };
  }
  const parts = diffArrays2(before3, after2);
  const side = (other, own) => parts.filter((part3) => !part3[other]).map((part3) => ({ text: part3.value.join(""), differs: part3[own] }));
  return { kind: "changed", code: side("added", "removed"), written: side("removed", "added") };
}
function wordsOf(line4) {
  return line4.match(/[\p{L}\p{N}_$]+|\s+|./gsu) ?? [];
}

// src/report/html/close-up.ts
var MOST_ROWS = 400;
var LONGEST_LINE3 = 2e3;
function renderCloseUp(closeUp, standsAt) {
  const { id, path, line: line4, similarity: similarity3, regeneration } = closeUp;
  const name2 = spokenName(id, path);
  const address = unitAddress(visible(path), visible(name2));
  return html`<details class="close-up"><summary><code>${name2}</code> <span class="note">${percent(similarity3)} similar</span></summary>
<article id="${address}" aria-label="${name2}">
<p>${told(closeUp)} <span class="note"><code>${`${path}:${line4}`}</code> at <code>${shortRevision(standsAt)}</code></span></p>
${regeneration.kind === "failed" ? bodyAlone(closeUp) : comparison(closeUp.body, regeneration.body)}
</article></details>
`;
}
function told({ regeneration, similarity: similarity3, scored, body }) {
  const before3 = percent(scored) === percent(similarity3) ? "" : `; ${percent(scored)} when it was last scored, for a model also reads what stands around`;
  const size = `one body of ${count2(body.length, "character")}${before3}`;
  if (regeneration.kind === "regenerated")
    return `What the model writes now is ${percent(similarity3)} similar (${size}).`;
  const detail = regeneration.detail === "" ? "" : ` (${regeneration.detail})`;
  return `The model wrote nothing: ${failureWords(regeneration.reason)}${detail}. It counts as an empty body, ${percent(similarity3)} similar (${size}).`;
}
function comparison(code2, written3) {
  const rows = sideBySide(code2, written3);
  if (rows.every(({ kind }) => kind === "same")) return html`<p>It is the same, line for line.</p>`;
  return html`<table class="diff"><thead><tr><th scope="col">The code</th><th scope="col">What the model writes</th></tr></thead>
<tbody>${rows.slice(0, MOST_ROWS).map(comparedRow)}</tbody></table>${cutNote(rows.length)}`;
}
function comparedRow({ kind, code: code2, written: written3 }) {
  if (kind === "same") {
    const text = code2 === null ? "" : shown4(code2, String);
    return html`<tr class="same"><td><code>${text}</code></td><td><code>${text}</code></td></tr>`;
  }
  const left = code2 && html`${sign("−", "in the code: ")}<code>${shown4(code2, (text) => html`<del>${text}</del>`)}</code>`;
  const right = written3 && html`${sign("+", "by the model: ")}<code>${shown4(written3, (text) => html`<ins>${text}</ins>`)}</code>`;
  return html`<tr class="changed"><td class="${code2 === null ? "none" : "left"}">${left}</td><td class="${written3 === null ? "none" : "right"}">${right}</td></tr>`;
}
function sign(mark2, words) {
  return html`<span class="sign" aria-hidden="true">${mark2}</span><span class="vh">${words}</span>`;
}
function shown4(pieces, mark2) {
  const parts = [];
  let room = LONGEST_LINE3;
  for (const { text, differs: differs2 } of pieces) {
    if (room <= 0) break;
    const [, indent = "", code2 = ""] = /^(\s*)(.*)$/s.exec(text.slice(0, room)) ?? [];
    room -= text.length;
    const isMarked = differs2 && (code2 !== "" || parts.length > 0);
    if (isMarked && parts.length > 0) parts.push(mark2(visibleCode(indent + code2)));
    else parts.push(visibleCode(indent), isMarked ? mark2(visibleCode(code2)) : visibleCode(code2));
  }
  if (room < 0) parts.push(html` <span class="note">… ${count2(-room, "more character")}</span>`);
  return parts;
}
function bodyAlone({ body }) {
  const lines = dedent(linesOf2(body).map((text) => ({ text })));
  const rows = lines.slice(0, MOST_ROWS).map(({ text }) => html`<tr><td><code>${shown4([{ text, differs: false }], String)}</code></td></tr>`);
  return html`<table class="diff alone"><thead><tr><th scope="col">The code</th></tr></thead><tbody>${rows}</tbody></table>${cutNote(lines.length)}`;
}
function cutNote(rows) {
  return rows <= MOST_ROWS ? null : html`<p class="note">… and ${count2(rows - MOST_ROWS, "more line")}, not shown here.</p>`;
}

// src/report/html/moved-words.ts
function movedWords(points3) {
  if (points3 === null) return NO_VALUE;
  const digits = points3.toFixed(2);
  if (Number(digits) !== 0) return points3 > 0 ? `+${digits}` : digits;
  if (Math.abs(points3) < ROUNDING_NOISE4) return "0";
  return points3 > 0 ? "< +0.01" : "> -0.01";
}
var ROUNDING_NOISE4 = 1e-9;

// src/report/html/inventory.ts
var LISTED = 100;
function renderInventory(inventory, { ledger }) {
  if (ledger === null) return null;
  const { units, packages, closeUps } = inventory;
  const listed = leastKnown(units, closeUps.kind === "made" ? Math.max(LISTED, closeUps.asked) : LISTED);
  const shown5 = new Set(closeUps.kind === "made" ? closeUps.units.map(({ id }) => id) : []);
  return html`<section aria-labelledby="packages">
<h2 id="packages">Packages</h2>
<p>${placesNote(ledger)}</p>
<div id="places-view">${packagesTable(packages, ledger)}</div>
</section>
<section aria-labelledby="methods">
<h2 id="methods">Methods that the model knows least</h2>
<p>${unitsNote(ledger)} ${closeUpsNote(closeUps)}</p>
<div id="units-view">${unitsTable(listed, shown5, ledger)}</div>
${closeUps.kind === "made" ? closeUpsList(closeUps.units.map((unit) => renderCloseUp(unit, ledger.standsAt.revision))) : null}</section>
`;
}
function placesNote({ scored, units }) {
  const sample = scored === units ? "" : " A sample was scored: a mean takes the methods that were not for those of their place that were, and what a place moved is an estimate.";
  return `How well each is known, and by how many percentage points its methods moved freshness since training, those that are gone included.${sample}`;
}
function unitsNote({ scored, units, failed: failed4 }) {
  const all = count2(units, "method");
  const part3 = scored === units ? `All ${all} are scored` : `${grouped(String(scored))} of ${all} are scored, the others are shown as not scored`;
  return `${part3}${failed4 === 0 ? "" : `; ${grouped(String(failed4))} failed and count as empty bodies`}.`;
}
function closeUpsNote(closeUps) {
  if (closeUps.kind === "made") {
    const { length } = closeUps.units;
    return `${length === 1 ? "The one" : `The ${grouped(String(length))}`} that it knows least ${length === 1 ? "is" : "are"} shown close up: the code beside what the model writes in its place.`;
  }
  switch (closeUps.reason) {
    case "not-asked":
      return "What the model writes in their place was not asked for.";
    case "ledger-of-another-model":
      return "What was written in their place is not shown: this ledger tells of another model than the one at hand.";
    case "revision-missing":
      return "What the model writes in their place is not shown: this clone does not hold the revision that the ledger stands at.";
    default:
      return closeUps.reason;
  }
}
function packagesTable(packages, { scored, units }) {
  const isSample = scored < units;
  const worstFirst2 = [...packages].sort((a, b) => (a.points ?? 0) - (b.points ?? 0));
  const rows = worstFirst2.map(
    (place) => html`<tr><th scope="row" class="text">${packageName(place.name)}</th><td class="number" data-label="methods">${grouped(String(place.units))}</td><td class="number" data-label="${isSample ? "scored" : "failed"}">${grouped(String(isSample ? place.scored : place.failed))}</td><td class="number" data-label="similarity">${place.similarity === null ? NO_VALUE : percent(place.similarity)}</td><td class="number" data-label="points">${movedWords(place.points)}</td></tr>\n`
  );
  return html`<table class="rows"><caption class="vh">Packages, those that lowered freshness most first</caption>
<thead><tr><th scope="col">Package</th><th scope="col" class="number">Methods</th><th scope="col" class="number">${isSample ? "Scored" : "Failed"}</th><th scope="col" class="number">Mean similarity</th><th scope="col" class="number">Moved freshness</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}
function unitsTable(listed, closeUps, { units }) {
  const rows = listed.map(({ id, path, status: status2, similarity: similarity3, failed: failed4 }) => {
    const name2 = spokenName(id, path);
    const code2 = html`<code>${name2}</code>`;
    const link2 = closeUps.has(id) ? html`<a href="#${unitAddress(visible(path), visible(name2))}">${code2}</a>` : code2;
    return html`<tr><th scope="row" class="text">${link2}</th><td class="text">${fileCell(path)}</td><td>${status2}</td><td class="number">${percent(similarity3)}${failed4 ? " (failed)" : ""}</td></tr>\n`;
  });
  return html`<p>${`${grouped(String(listed.length))} of ${count2(units, "method")}.`}</p>
<table class="rows"><caption class="vh">The methods that the model knows least</caption>
<thead><tr><th scope="col">Method</th><th scope="col">File</th><th scope="col">Since training</th><th scope="col" class="number">Similarity</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}
function fileCell(path) {
  const slash = path.lastIndexOf("/") + 1;
  const folders = path.slice(0, slash).split(/(?<=\/)/);
  return html`${path.slice(slash)}<span class="folder note">${folders.map((folder) => html`${folder}<wbr>`)}</span>`;
}
function closeUpsList(closeUps) {
  return html`<div id="close-ups"><h3>Close up</h3>
${closeUps}</div>
`;
}

// src/report/html/over-time.ts
function renderFreshness(status2) {
  const { ledger, drift: drift2 } = status2;
  if (ledger === null) return null;
  return html`<section aria-labelledby="freshness">
<h2 id="freshness">Freshness since training</h2>
${historyFigure(ledger, drift2?.forecast ?? null)}${paragraph(forecastSentences(status2))}${ledger.freshness === null ? null : partsTable(ledger.freshness)}</section>
`;
}
var LEAST_POINTS4 = 2;
function historyFigure({ history, line: line4 }, forecast) {
  if (history.length < LEAST_POINTS4) {
    return html`<p class="note">The ledger has ${count2(history.length, "entry", "entries")} so far; a line of freshness begins with the next update.</p>\n`;
  }
  return html`<figure>${trusted(freshnessChart3({ history, line: line4, forecast }))}</figure>\n`;
}
var PART_WORDS = {
  unchanged: "stand as they were",
  modified: "have other code, another name or other parameters",
  new: "came after training",
  deleted: "were trained and are gone"
};
function partsTable(freshness) {
  const points3 = shownPoints(freshness);
  const rows = FRESHNESS_PARTS.map(
    (name2) => html`<tr><th scope="row">${name2}: <span class="note">${PART_WORDS[name2]}</span></th><td class="number">${grouped(String(freshness.parts[name2].units))}</td><td class="number">${points3[name2]}</td></tr>\n`
  );
  return html`<table class="few"><caption class="vh">What moved freshness away from 100 %</caption>
<thead><tr><th scope="col">Methods since training</th><th scope="col" class="number">Methods</th><th scope="col" class="number">Points</th></tr></thead>
<tbody>${rows}</tbody></table>
<p class="note">Points are percentage points of freshness; together they lead from 100 % to where it stands.</p>
`;
}
function renderGain(status2) {
  const { gain } = status2;
  const rows = gain === null ? [] : gainRows(gain);
  return html`<section aria-labelledby="gain">
<h2 id="gain">Would training again help?</h2>
${paragraph(gainSentences(status2).map(capitalized3))}${rows.length === 0 ? null : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="gain"><table class="few"><caption class="vh">Similarity on the changes, by ${isShadow(status2.model) ? "the shadow" : "the model in use"} and by one trained anew</caption>
<thead><tr><th scope="col">Which changes</th>${(gain === null ? [] : gainHeadings(gain)).map((heading3) => html`<th scope="col" class="number">${heading3}</th>`)}</tr></thead>
<tbody>${rows.map(({ label: label2, cells }) => html`<tr><th scope="row">${label2.trim()}</th>${cells.map((cell2) => html`<td class="number">${cell2}</td>`)}</tr>\n`)}</tbody></table></div>
`}</section>
`;
}
function renderDrift(status2) {
  const { drift: drift2 } = status2;
  const figures = drift2 === null ? null : html`<figure>${trusted(churnChart2(drift2.months))}</figure>
${paragraph(yearlyWords(drift2.yearly))}<figure>${trusted(survivalChart2(drift2))}</figure>
`;
  return html`<section aria-labelledby="drift">
<h2 id="drift">How the code moves</h2>
${paragraph(driftSentences(status2))}${figures}</section>
`;
}

// src/report/html/style.ts
var STYLE = `
:root {
  color-scheme: light dark;
  --page: #fdfcfa; --panel: #ffffff; --ink: #1f2328; --soft: #57606a; --rule: #d6d3cc; --link: #0a58ad;
  --bar: #6d8fb3; --bar-rest: #e6e3dc; --code: #f6f4ef; --focus: #0a58ad;
  --left: #fff1dc; --left-word: #ffd9a0; --right: #e3f0ff; --right-word: #b5d7ff; --row: #f4f1ea;
  --fresh: #1a7f37; --stale: #b42318; --unknown: #57606a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --panel: #1b1f24; --ink: #e6e8ea; --soft: #a4adb8; --rule: #3a4048; --link: #7ab7ff;
    --bar: #5b86b5; --bar-rest: #2b3138; --code: #20252b; --focus: #7ab7ff;
    --left: #3a2c14; --left-word: #6b4c14; --right: #15293f; --right-word: #1f4d80; --row: #22272d;
    --fresh: #56d364; --stale: #ff8e84; --unknown: #a4adb8;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 76rem; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word;
}
h1 { font-size: clamp(1.5rem, 3.4vw, 2.1rem); line-height: 1.25; margin: .2rem 0 .8rem; max-width: 50rem; text-wrap: balance; }
h2 { font-size: 1.3rem; margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 2rem 0 .4rem; }
p { max-width: 46rem; margin: .5rem 0; }
a { color: var(--link); }
code { font: .9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.note, .kicker { color: var(--soft); }
.note { font-size: .92em; }
.kicker { margin: 0; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:not(:focus) { position: absolute; left: -200vw; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.verdict { border-inline-start: .4rem solid var(--unknown); padding-inline-start: 1rem; }
.verdict.fresh { border-color: var(--fresh); } .verdict.stale { border-color: var(--stale); }
.verdict.fresh .advice strong { color: var(--fresh); } .verdict.stale .advice strong { color: var(--stale); }
.advice { font-size: 1.1rem; }
nav.contents ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; margin: 1.2rem 0 0; list-style: none; }
figure { margin: 1rem 0; max-width: 50rem; }
figure svg { max-width: 100%; height: auto; display: block; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .4rem .7rem .4rem 0; border-bottom: 1px solid var(--rule); font-weight: normal; }
thead th { color: var(--soft); font-weight: 600; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.number:last-child { padding-inline-end: 0; }
table.few th + th, table.few td, table.few th + td { padding-inline-start: 1rem; }
.scroll { overflow-x: auto; }
.folder { display: block; font-size: .82em; line-height: 1.35; }
table.few { width: auto; min-width: min(30rem, 100%); }
table.rows { table-layout: auto; }
table.rows > tbody > tr > .text { overflow-wrap: anywhere; }
table.rows > tbody > tr:hover { background: var(--row); }
.bar { width: 4.5rem; height: .5rem; margin-inline-end: .6rem; background: var(--bar-rest); vertical-align: middle; }
.bar rect { fill: var(--bar); }
button, input, select { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--soft); border-radius: .3rem; padding: .25rem .6rem; }
[type="search"], select, .filters > button { min-height: 2.3rem; }
button { cursor: pointer; }
button[aria-disabled="true"] { color: var(--soft); border-style: dashed; cursor: default; }
thead button { border: 0; background: none; padding: 0; color: var(--link); font-weight: 600; text-align: inherit; white-space: nowrap; }
thead button::after { content: " \\2195"; color: var(--soft); }
[aria-sort="ascending"] button::after { content: " \\2191"; }
[aria-sort="descending"] button::after { content: " \\2193"; }
.opener { border: 0; background: none; padding: 0; color: var(--link); text-align: start; font: .9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.opener::before { content: "\\25B8\\00a0"; } .opener[aria-expanded="true"]::before { content: "\\25BE\\00a0"; }
.under { background: var(--panel); padding: .6rem 1rem 1rem; }
.filters { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: end; }
.filters p { margin: 0; display: flex; flex-direction: column; flex: 1 1 12rem; }
.filters p:nth-of-type(2) { flex: 0 1 9rem; }
fieldset { border: 0; padding: 0; margin: .5rem 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
fieldset label { white-space: nowrap; }
legend { float: left; padding: 0; margin-inline-end: 1rem; color: var(--soft); }
.pager { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: .8rem 0; }
details.close-up { border-bottom: 1px solid var(--rule); padding: .4rem 0; }
summary { cursor: pointer; }
table.diff { table-layout: fixed; background: var(--code); border: 1px solid var(--rule); }
table.diff th { padding: .3rem .6rem; }
table.diff td { border: 0; padding: 0 .6rem 0 1.6rem; position: relative; }
table.diff td + td, table.diff th + th { border-inline-start: 1px solid var(--rule); }
table.diff code { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .82rem; }
.sign { position: absolute; inset-inline-start: .5rem; }
.left { background: var(--left); } .right { background: var(--right); }
del { background: var(--left-word); text-decoration: underline dashed; text-underline-offset: .2em; }
ins { background: var(--right-word); text-decoration: underline; text-underline-offset: .2em; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); color: var(--soft); }
@media (max-width: 44rem) {
  table.rows > thead > tr { display: flex; flex-wrap: wrap; gap: .2rem 1rem; border-bottom: 1px solid var(--rule); }
  table.rows > thead th { border: 0; padding: .2rem 0; }
  table.rows > tbody > tr { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .4rem 0; border-bottom: 1px solid var(--rule); }
  table.rows > tbody > tr > :is(th, td) { border: 0; padding: 0; min-width: 0; }
  table.diff, table.diff > tbody { display: block; }
  table.rows > tbody > tr > .text:nth-child(-n+2), table.rows .under { flex: 1 1 100%; }
  table.rows .number[data-label]::before { content: attr(data-label) " "; color: var(--soft); }
  .under { padding: .6rem 0; background: none; }
  table.diff tr, table.diff td { display: block; }
  table.rows, table.rows > tbody { display: block; }
  table.diff thead, table.diff .same td + td, table.diff .none { display: none; }
  table.diff td + td { border: 0; }
}
@media print { .filters, .pager, nav, .skip { display: none; } }
`;

// src/report/html/page.ts
function renderHtml(page) {
  const { status: status2, inventory, project } = page;
  const title2 = `Model freshness${project === null ? "" : ` of ${project}`}`;
  const parts = [
    renderHeadline(page),
    renderFreshness(status2),
    renderGain(status2),
    renderDrift(status2),
    inventory === null ? null : renderInventory(inventory, status2)
  ];
  const body = html`${parts}`;
  const data = inventory === null ? null : html`<script type="application/json" id="ledger">${inertJson(embed(inventory))}</script>\n`;
  const policy = contentPolicy(body);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title2}: ${revisionWithHash(status2.at)}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
<main id="main">
${body}</main>
${footer()}${data}<script>${trusted(CLIENT_SCRIPT)}</script>
</body>
</html>
`.text;
}
function contentPolicy({ text }) {
  const styles = [STYLE, ...[...text.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style]) => style ?? "")];
  const sources = (texts2) => [...new Set(texts2.map(hashSource))].join(" ");
  return `default-src 'none'; style-src ${sources(styles)}; script-src ${sources([CLIENT_SCRIPT])}; base-uri 'none'; form-action 'none'`;
}
function hashSource(text) {
  return `'sha256-${createHash14("sha256").update(text).digest("base64")}'`;
}
function footer() {
  return html`<footer>
<p>Similarity is <code>1 − distance / longer length</code> of a method’s body as it stands and as the model writes it when that one body is erased; a
failure counts as an empty body. Freshness is the mean similarity now divided by that of the day of training. Code that moves on makes a model outdated: that is
the normal effect of work, and nobody’s fault.</p>
</footer>
`;
}

// src/cli/status-input.ts
async function readStatusInput(options, shell) {
  const { environment, signal, progress } = shell;
  const since = parseSince(options.since);
  const repository = await openRepository(options.repo);
  const at = options.revision === void 0 ? await repository.defaultBranch() : await repository.resolve(options.revision);
  const languages = await composeLanguages(environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  if (loaded === null) {
    throw new ExpectedFailure(
      "bad-model-file",
      "there is no model here whose status could be told",
      "Train one with `palimpsest train --evaluate`, which begins its ledger too, or name one with --model."
    );
  }
  const settings2 = await readRepositorySettings(repository);
  return {
    repository,
    history: openHistory(repository.root),
    store: openLedgers(repository),
    model: loaded.model,
    at,
    policy: settings2.freshness,
    gain: options.gain ? { windowDays: settings2.gain.windowDays, policy: DEFAULT_GAIN_POLICY, training: composeTraining(languages) } : null,
    drift: options.drift ? { since } : null,
    languages,
    language: languages.main,
    progress,
    signal
  };
}

// src/cli/report.ts
var PAGE = "index.html";
async function runReport(options, shell) {
  const closeUps = detailsFrom(options.details);
  const input = await readStatusInput(options, shell);
  const page = await report({ ...input, project: basename7(input.repository.root), closeUps });
  const path = join13(options.outputDir, PAGE);
  await makeParentFolder(path);
  await writeOutput(path, renderHtml(page));
  process.stdout.write(`wrote ${path}
`);
}
var MOST_DETAILS = 5e3;
function detailsFrom(typed) {
  const number3 = /^\d+$/.test(typed) ? Number(typed) : MOST_DETAILS + 1;
  if (number3 <= MOST_DETAILS) return number3;
  throw new ExpectedFailure(
    "bad-setting",
    `--details does not take ${JSON.stringify(typed)}`,
    `It is a whole number of methods, from 0 to ${MOST_DETAILS}.`
  );
}

// src/cli/status.ts
var GATES = ["stale"];
async function runStatus(options, shell) {
  const report2 = await status(await readStatusInput(options, shell));
  if (options.failOn !== void 0 && report2.ledger?.verdict.kind === options.failOn) process.exitCode = EXIT_GATE_MET;
  await present(report2, options, shell.environment);
}

// src/cli/train.ts
import { resolve as resolve7 } from "node:path";
async function runTrain(options, { environment, signal, progress }) {
  const asked = askedFor(options);
  const repository = await openRepository(options.repo);
  const revision2 = await repository.resolve(asked.revision);
  const languages = await composeLanguages(environment);
  const tree = repository.tree(revision2);
  const trained = await train({
    tree,
    origin: { project: await repository.identity(), revision: revision2.hash, committedAt: revision2.committedAt },
    scope: "main",
    languages,
    training: composeTraining(languages),
    progress,
    signal
  });
  const identity = asked.shadow === null ? trained.card : asShadow(trained.card, asked.shadow.of);
  const measured3 = options.evaluate ? await evaluate({
    tree,
    source: { name: revision2.name, revision: revision2.hash },
    protocol: "in-place",
    scope: "main",
    model: { ...trained.model, card: identity },
    languages,
    output: null,
    journal: null,
    progress,
    signal
  }) : null;
  const scores3 = measured3 && baselineScores(measured3, revision2);
  const card = (scores3 && withBaseline(identity, scores3, /* @__PURE__ */ new Date())) ?? identity;
  const path = options.output === void 0 ? modelPath(repository) : resolve7(options.output);
  const bytes2 = trained.save();
  await saveModel(path, repository, bytes2, card);
  if (measured3 !== null && beginsLedger(measured3, revision2)) {
    const store = await composeLedgers(repository);
    await fillLedger({ report: measured3, revision: revision2, tree, store, languages, progress, signal });
  }
  const unlearned = unmeasured(card.trainedAt?.files ?? 0, card.trainedAt?.units ?? 0);
  const report2 = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "train",
    source: { name: revision2.name, revision: revision2.hash },
    model: card,
    output: { model: path, card: cardPath(path), bytes: bytes2.length },
    summary: measured3?.summary ?? unlearned,
    stub: measured3?.stub ?? unlearned,
    files: measured3?.files ?? [],
    methods: measured3?.methods ?? [],
    leftOut: trained.leftOut,
    notes: trained.notes
  };
  await present(report2, options.format === void 0 ? {} : { format: options.format }, environment);
}
function askedFor({ revision: revision2, trainedAt: trainedAt2, shadowOf }) {
  if (trainedAt2 !== void 0) {
    if (revision2 === void 0) return { revision: trainedAt2, shadow: { of: shadowOf ?? null } };
    throw new ExpectedFailure(
      "bad-setting",
      "--trained-at and --revision both say what to train on",
      "Give one of them: --revision REV trains a model of that state, --trained-at REV the shadow of a model that was trained there."
    );
  }
  if (shadowOf === void 0) return { revision: revision2 ?? "HEAD", shadow: null };
  throw new ExpectedFailure(
    "bad-setting",
    "--shadow-of names a model, but not where it was trained",
    "Add --trained-at REV, the revision that the model was trained at."
  );
}

// src/core/reconcile.ts
function reconcile({ before: before3, now, lineage, byBody }) {
  const leaving = new Map(before3.flatMap(({ units }) => units.map((unit) => [unit.id, unit])));
  const departed = new Map(before3.flatMap((file) => file.departed.map((unit) => [unit.id, unit])));
  const predecessors = /* @__PURE__ */ new Map();
  const follow2 = (facts, predecessor) => {
    if (predecessor === void 0 || predecessors.has(facts.id) || !leaving.delete(predecessor.id)) return;
    predecessors.set(facts.id, predecessor);
  };
  for (const facts of now) follow2(facts, leaving.get(lineage.get(facts.id) ?? ""));
  for (const facts of now) follow2(facts, leaving.get(facts.id));
  if (byBody) matchByBody2(now, predecessors, leaving, follow2);
  const kept = [];
  const toScore = [];
  let moved2 = 0;
  for (const facts of now) {
    const predecessor = predecessors.get(facts.id);
    const trained = predecessor === void 0 ? returning(facts, departed, byBody) : predecessor.trained;
    if (predecessor !== void 0 && predecessor.text === facts.text && predecessor.header === facts.header) {
      if (predecessor.id !== facts.id) moved2++;
      kept.push({ ...facts, score: predecessor.score, trained, rescored: predecessor.rescored });
    } else toScore.push({ ...facts, trained });
  }
  const deleted = [...leaving.values()];
  for (const { trained } of deleted) if (trained !== null) departed.set(trained.id, trained);
  return { kept, toScore, moved: moved2, deleted, departed: sortedById([...departed.values()]) };
}
var TELLING_LENGTH = 60;
function matchByBody2(now, predecessors, leaving, follow2) {
  for (const key of ["text", "code"]) {
    for (const sameSignature of [true, false]) {
      const byBody = /* @__PURE__ */ new Map();
      for (const unit of leaving.values()) byBody.set(unit[key], [...byBody.get(unit[key]) ?? [], unit]);
      for (const facts of now) {
        if (predecessors.has(facts.id) || !sameSignature && facts.length < TELLING_LENGTH) continue;
        const alike = (byBody.get(facts[key]) ?? []).filter(
          (unit) => leaving.has(unit.id) && (!sameSignature || isSameCode({ ...unit, code: facts.code }, facts))
        );
        follow2(facts, sortedById(alike)[0]);
      }
    }
  }
}
function returning(facts, departed, byBody) {
  const back = departed.get(facts.id) ?? (byBody ? [...departed.values()].find((unit) => isSameCode(unit, facts)) : void 0);
  if (back === void 0) return null;
  departed.delete(back.id);
  return back;
}
function sortedById(items) {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}

// src/jobs/in-place-scores.ts
var InPlaceScores = class {
  #scoring;
  #known = /* @__PURE__ */ new Map();
  /** Those of the last call that the budget did not suffice for. */
  unasked = [];
  constructor(scoring) {
    this.#scoring = scoring;
  }
  /** The scores of those of the units that are wanted; a failed one counts as its stub. */
  async of(units, wanted) {
    const { model, journal = null, progress, signal } = this.#scoring;
    const asked = units.filter(({ unit: { id } }) => wanted.has(id) && !this.#known.has(id));
    progress.begin("writing again", asked.length);
    const rewriting = { model, samples: 1, signal, progress, journal };
    const unasked = [];
    for await (const { item: item2, regeneration } of rewrite(tasksOf2(asked), rewriting)) {
      const { unit, source } = item2.placed;
      if (regeneration.kind === "unasked") {
        unasked.push(unit.id);
        continue;
      }
      const body = regeneration.kind === "regenerated" ? regeneration.body : EMPTY_BODY;
      const measurement = measureBody(bodyOf(source, unit), body);
      const failed4 = regeneration.kind === "failed";
      const row4 = {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        distance: failed4 ? null : measurement.distance,
        similarity: failed4 ? null : measurement.similarity,
        failure: failed4 ? { reason: regeneration.reason, detail: regeneration.detail } : null,
        confidence: failed4 ? null : regeneration.confidence ?? null
      };
      this.#known.set(unit.id, { row: row4, measurement: { ...measurement, failed: failed4 } });
    }
    progress.end();
    this.unasked = unasked;
    const scores3 = /* @__PURE__ */ new Map();
    for (const id of wanted) {
      const known = this.#known.get(id);
      if (known === void 0) continue;
      scores3.set(id, { similarity: known.measurement.similarity, failed: known.measurement.failed });
    }
    return scores3;
  }
  /** Sorted by id. */
  rowsOf(ids) {
    const found = [...ids].sort().flatMap((id) => this.#known.get(id) ?? []);
    return { rows: found.map(({ row: row4 }) => row4), measurements: found.map(({ measurement }) => measurement) };
  }
};
function* tasksOf2(units) {
  for (const placed2 of units) yield { placed: placed2, stub: stubInPlace(placed2.source, placed2.unit) };
}

// src/jobs/ledger-change.ts
async function readLedgerChange(input) {
  const base = await resolveIfThere(input.repository, input.head.standsAt.revision);
  return base === null ? readWhole(input) : readDifference(input, base);
}
async function resolveIfThere(repository, revision2) {
  try {
    return await repository.resolve(revision2);
  } catch (error) {
    if (error instanceof ExpectedFailure && ["unknown-revision", "shallow-clone"].includes(error.code)) return null;
    throw error;
  }
}
async function readDifference(input, base) {
  const { repository, target, languages } = input;
  const changed = (await repository.changedFiles(base, target)).filter(({ path }) => languages.forPath(path));
  const pathsBut = (status2) => changed.filter((file) => file.status !== status2).map(({ path }) => path);
  const before3 = await read2(repository.tree(base), pathsBut("added"), input);
  const after2 = await read2(repository.tree(target), pathsBut("deleted"), input);
  const lineage = /* @__PURE__ */ new Map();
  const [language] = changed.flatMap(({ path }) => languages.forPath(path) ?? []);
  if (language !== void 0) {
    const changes = findChanges(before3.sources, after2.sources, language.tokenize);
    for (const { current, previous } of [...changes.changed, ...changes.movedOnly, ...changes.cosmetic])
      if (previous !== null && previous.unit.id !== current.unit.id) lineage.set(current.unit.id, previous.unit.id);
  }
  const paths = new Set(changed.map(({ path }) => path));
  return { route: "by-difference", paths, now: after2.units, lineage, notes: after2.notes };
}
async function readWhole(input) {
  const tree = input.repository.tree(input.target);
  const { units, notes } = await read2(tree, await tree.list(), input);
  return { route: "by-body", paths: null, now: units, lineage: /* @__PURE__ */ new Map(), notes };
}
async function read2(tree, paths, { languages, progress, signal }) {
  const [sources, units, notes] = [[], [], []];
  progress.begin("reading the change", paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    progress.advance();
    notes.push(...source.notes);
    if (source.parsed === null) continue;
    sources.push(source.parsed);
    units.push(...unitsThatCount(source.parsed, source.language));
  }
  progress.end();
  return { sources, units, notes };
}

// src/jobs/update.ts
var ATTEMPTS2 = 10;
async function update(input) {
  if (input.target.hash === WORKTREE) throw notACommit2();
  const scores3 = new InPlaceScores(input);
  for (let attempt = 0; attempt < ATTEMPTS2; attempt++) {
    try {
      const stored = await ownLedger(input.store, input.model.card);
      const route = await settledRoute(stored, input);
      if (route !== null) return await finished(reportOf(input, stored, stored, NOTHING_DONE(route), scores3), input);
      const step = await takeStep(stored, input, scores3);
      if (step === "budget-spent")
        return await finished(reportOf(input, stored, stored, NOTHING_DONE(step), scores3), input);
      if (await input.store.save(stored.version, step.pages))
        return await finished(reportOf(input, stored, step.pages, step, scores3), input);
    } catch (error) {
      if (!(error instanceof ExpectedFailure && error.code === "ledger-busy")) throw error;
    }
    input.signal.throwIfAborted();
  }
  throw ledgerBusy();
}
async function finished(report2, { journal }) {
  await journal?.finish();
  return report2;
}
function notACommit2() {
  return new ExpectedFailure(
    "bad-setting",
    "the ledger stands at commits, not at a work tree",
    "Commit first, or name a revision."
  );
}
async function settledRoute({ head }, { repository, target }) {
  if (head.standsAt.revision === target.hash) return "already-there";
  const standsAt = await repository.resolve(head.standsAt.revision).catch(() => null);
  if (standsAt === null) return null;
  return await repository.isAncestor(target.hash, standsAt) === true ? "already-later" : null;
}
async function ownLedger(store, card) {
  const stored = await store.load(card.fingerprint);
  if (stored === null) throw (await store.fingerprints()).length === 0 ? noLedger() : anothersLedger(card);
  requireSameTraining(card, stored.head);
  return stored;
}
function noLedger() {
  return new ExpectedFailure(
    "no-ledger",
    "there is no ledger yet",
    "Fill one with `palimpsest evaluate --protocol in-place --revision REV`, REV being what the model was trained on."
  );
}
function anothersLedger({ name: name2, trainedAt: trainedAt2, fingerprint }) {
  const revision2 = trainedAt2?.revision ?? "the revision that it was trained on";
  return new ExpectedFailure(
    "ledger-of-another-model",
    `the ledger here belongs to another model than ${name2} (fingerprint ${fingerprint.slice(0, 12)})`,
    `Start this model’s own with \`palimpsest evaluate --protocol in-place --revision ${revision2}\`.`
  );
}
var NOTHING_DONE = (route) => ({
  route,
  done: { kept: [], moved: 0, deleted: [] },
  scored: [],
  notes: []
});
async function takeStep(stored, input, scores3) {
  const { target } = input;
  const change = await readLedgerChange({ ...input, head: stored.head });
  const shards = await shardsOf(stored, change);
  const files = filesIn(shards);
  const paths = change.paths ?? /* @__PURE__ */ new Set([...files.keys(), ...change.now.map(({ facts }) => facts.path)]);
  const done = reconcile({
    before: [...files.values()].filter(({ path }) => paths.has(path)),
    now: change.now.map(({ facts }) => facts),
    lineage: change.lineage,
    byBody: change.route === "by-body"
  });
  const fresh = await scores3.of(change.now, new Set(done.toScore.map(({ id }) => id)));
  await requireAnswers(scores3.rowsOf([...fresh.keys()]).rows, input);
  if (scores3.unasked.length > 0) return "budget-spent";
  const scored = done.toScore.map((unit) => ({ ...unit, score: scoreOf(fresh, unit.id), rescored: true }));
  const touched = withFiles(shards, { paths, units: [...done.kept, ...scored], departed: done.departed });
  const standsAt = { revision: target.hash, committedAt: target.committedAt };
  const head = withShards({ ...stored.head, standsAt }, touched);
  return { route: change.route, done, scored, notes: change.notes, pages: { head, shards: touched } };
}
async function requireAnswers(rows, { model, journal }) {
  try {
    requireSomeAnswer(rows, model.card.name, LEDGER_LEFT);
  } catch (error) {
    await journal?.finish();
    throw error;
  }
}
async function shardsOf(stored, { paths }) {
  if (paths === null) return stored.shards(Object.keys(stored.head.shards));
  const shards = await stored.shards([...new Set([...paths].map(shardOf))]);
  const trainedIn = [...filesIn(shards).values()].filter(({ path }) => paths.has(path)).flatMap(({ units }) => units.flatMap(({ trained }) => trained === null ? [] : [shardOf(trained.path)]));
  const further = await stored.shards([...new Set(trainedIn)].filter((name2) => !shards.has(name2)));
  return new Map([...shards, ...further]);
}
function scoreOf(scores3, id) {
  const score3 = scores3.get(id);
  if (score3 === void 0) throw new Error(`${id} was not scored`);
  return score3;
}
var REPORTED_POINTS = 30;
function reportOf({ model, policy, target }, before3, { head }, { route, done, scored, notes }, scores3) {
  const { rows, measurements } = scores3.rowsOf(scored.map(({ id }) => id));
  const means = ledgerMeans(head);
  const { trainedAt: trainedAt2, standsAt } = head;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "update",
    protocol: "in-place",
    route,
    from: { name: before3.head.standsAt.revision, revision: before3.head.standsAt.revision },
    to: route === "already-later" || route === "budget-spent" ? { name: standsAt.revision, revision: standsAt.revision } : { name: target.name, revision: target.hash },
    model: model.card,
    ...askingFacts(model, route === "budget-spent" ? scores3.unasked : []),
    sample: head.sample,
    units: {
      kept: means.units - scored.length - done.moved,
      scored: scored.length,
      moved: done.moved,
      deleted: done.deleted.length
    },
    ledger: {
      trainedAt: trainedAt2,
      verdict: judgeFreshness(means, policy),
      line: policy.line,
      ...means,
      history: head.history.slice(-REPORTED_POINTS)
    },
    summary: summarize([], measurements),
    stub: summarizeStubs([], measurements),
    files: [],
    methods: rows,
    leftOut: [],
    notes
  };
}

// src/cli/update.ts
async function runUpdate(options, shell) {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const repository = await openRepository(options.repo);
  const target = options.revision === void 0 ? await repository.defaultBranch() : await repository.resolve(options.revision);
  const languages = await composeLanguages(environment);
  const loaded = await models.open(options.model, repository, languages);
  if (loaded === null) {
    throw new ExpectedFailure(
      "bad-model-file",
      "there is no model whose ledger could be updated",
      "Train one with `palimpsest train --evaluate`, which begins its ledger too."
    );
  }
  const rest = {
    repository,
    target,
    store: await composeLedgers(repository),
    languages,
    policy: (await readRepositorySettings(repository)).freshness,
    progress,
    signal
  };
  if (dryRun.isOn) {
    await update({ ...rest, model: dryRun.insteadOf(loaded.model) });
    return present(dryRun.report("update"), options, environment);
  }
  const { model } = loaded;
  const run2 = (journal) => update({ ...rest, model, journal });
  const identity = [model.card.fingerprint, target.hash];
  const report2 = isCached(model, options) ? await run2(null) : await resuming(await composeJournal("update", repository, environment, identity), run2);
  await present(report2, options, environment);
}

// src/cli/program.ts
function buildProgram(shell) {
  const program = new Command("palimpsest").description("Shows how well a project’s own code model still knows the project.").version(package_default.version).exitOverride().showHelpAfterError("(see --help)").addHelpText(
    "after",
    "\nIn any git clone of a Java project:\n  $ palimpsest train --revision v1.0   remember the project as it stood\n  $ palimpsest check                   what of it does this branch change?\n\nExit codes: 0 done, 1 a gate that you set was met, 2 could not run."
  );
  for (const command of [
    trainCommand(shell),
    checkCommand(shell),
    updateCommand(shell),
    statusCommand(shell),
    driftCommand(shell),
    gainCommand(shell),
    reportCommand(shell),
    backtestCommand(shell),
    badgeCommand(shell),
    evaluateCommand(shell),
    compareCommand(shell),
    mergeReportsCommand(shell),
    eraseCommand(shell),
    scoreCommand(shell),
    initCommand(),
    configCommand()
  ]) {
    program.addCommand(command.exitOverride().showHelpAfterError("(see --help)"));
  }
  return program;
}
function trainCommand(shell) {
  return new Command("train").description("Train the embedded model on one revision, read from git; the work tree is not touched.").addOption(repoOption()).option("--revision <rev>", "what to train on (default: HEAD)").option("--trained-at <rev>", "train the shadow of your own model: on the revision that that one was trained at").option("--shadow-of <name>", "what that model is called, for the reports").option("--output <file>", "where the model goes; its card stands beside it (default: .palimpsest/ in the clone)").option("--evaluate", "measure it in place on the same revision, and write its scores into the card").addOption(formatOption()).addOption(verboseOption()).action((options) => runTrain(options, shell));
}
function checkCommand(shell) {
  const command = new Command("check").description("Say for each method that a change touched whether the model still knows it.").addOption(repoOption()).option("--base <rev>", "compare from where head branched off it (default: the default branch)").option("--head <rev>", "the change; WORKTREE takes uncommitted files", "HEAD").option("--show <method>", "print the body before, the body after, and what the model wrote");
  withAsking(command);
  for (const { flag, kind, byDefault, description } of settings()) {
    command.option(kind === "boolean" ? flag : `${flag} <n>`, `${description} (default: ${byDefault})`);
    if (kind === "boolean") command.option(flag.replace("--", "--no-"), "do not, whatever the settings file says");
  }
  return withOutput(command).addHelpText("after", `
What no flag says, ${SETTINGS_PATH} on the default branch decides, where there is one.`).action((options) => runCheck(options, shell));
}
function updateCommand(shell) {
  const command = new Command("update").description("Bring the ledger, which an in-place evaluation of the training revision begins, to a later revision.").addOption(repoOption()).option("--revision <rev>", "where to (default: the default branch)");
  return withOutput(withAsking(command)).action((options) => runUpdate(options, shell));
}
function statusCommand(shell) {
  const command = new Command("status").description(
    "Say how fresh the model is, whether training again would help and when it will be needed: one verdict."
  ).addOption(
    new Option2("--fail-on <verdict>", "exit with 1, after the report, when the verdict is this").choices(GATES)
  );
  return withOutput(withStatusOptions(command)).action((options) => runStatus(options, shell));
}
function reportCommand(shell) {
  const command = new Command("report").description("Write all of it as one HTML page that opens from a file: status, charts, packages, every method.").requiredOption("--output-dir <dir>", "a folder for index.html; what else lies there stays").option("--details <n>", "show so many of the methods known least beside what the model writes now", "100").addOption(verboseOption());
  return withStatusOptions(command).action((options) => runReport(options, shell));
}
function withStatusOptions(command) {
  command.addOption(repoOption()).option("--revision <rev>", "where to look (default: the default branch)");
  return withModel(command).option("--since <when>", "how far back to look for drift: as `palimpsest drift --since`", "1y").option("--no-gain", "do not measure what training again would gain").option("--no-drift", "do not measure drift; then there is no forecast either");
}
function driftCommand(shell) {
  const command = new Command("drift").description("Say how fast the code moves and how much of it still stands, from git’s history alone.").addOption(repoOption()).option("--since <when>", "how far back: 1y, 18m, 90d, a day such as 2024-03-01, or all", "1y").option("--until <rev>", "where the history ends", "HEAD").option("--output-dir <dir>", "a folder for churn.svg, survival.svg and, with a ledger, freshness-chart.svg");
  return withOutput(withModel(command)).action((options) => runDrift(options, shell));
}
function gainCommand(shell) {
  const command = new Command("gain").description(
    "Say whether training again would help: what a model trained just before each change would have gained."
  ).addOption(repoOption()).option("--head <rev>", "where the window ends (default: the default branch)").option("--window-days <n>", `how far back to look (default: ${SETTINGS_PATH}, or else 90)`).option("--since <rev>", "compare with the embedded model trained there, instead of a kept one");
  return withOutput(withModel(command)).action((options) => runGain(options, shell));
}
function backtestCommand(shell) {
  const command = new Command("backtest").description("Replay real history: how fresh would one model have stayed, and how often would a line have asked?").addOption(repoOption()).requiredOption("--train-at <rev>", "where the embedded model is trained").option("--until <rev>", "where the history ends (default: the default branch)").option("--every <span>", "stop at the last commit of each 1w, 2w, 1m or 10d, or at every merge", "1w").option("--retrain-at <lines>", "what if it were trained again below these freshnesses: 0.95,0.9,0.85").option("--sample <n>", "score so many methods where a model is trained, drawn by lot from files and sizes alike").option("--seed <n>", "draw others; the same seed draws the same (default: 1)").option("--jobs <n>", "how many threads (default: one a processor)").option("--output-dir <dir>", "a folder for backtest.svg and trade-off.svg");
  return withOutput(command).addHelpText("after", "\nA run that was stopped goes on where it was; what it keeps lies in .palimpsest/backtest.").action((options) => runBacktest(options, shell));
}
function badgeCommand(shell) {
  const command = new Command("badge").description("Write the freshness badge, from the ledger: an SVG, and the JSON that shields.io reads.").addOption(repoOption()).requiredOption("--output-dir <dir>", "a folder for freshness.svg and freshness.json").addOption(verboseOption());
  return withModel(command).action((options) => runBadge(options, shell));
}
function evaluateCommand(shell) {
  const command = new Command("evaluate").description("Erase every body of a codebase, have all of them written again, and score the lot.").argument("[dir]", "a directory, taken whole: tests and generated code too").addOption(repoOption()).option("--revision <rev>", "a revision of a clone instead of a directory; main sources count").addOption(protocolOption()).option("--output-dir <dir>", "leave the regenerated tree there");
  return withOutput(withAsking(withParts(command))).action(
    (directory, options) => runEvaluate(directory, options, shell)
  );
}
function compareCommand(shell) {
  const command = new Command("compare").description("Have several models write the same methods, and say which comes closest, where, and at what cost.").argument("[dir]", "a directory, taken whole: tests and generated code too").addOption(repoOption()).option("--revision <rev>", "a revision of a clone instead of a directory; main sources count").option("--tree <name=dir>", "what anything else wrote, laid out as the original is; may be given again", several).option("--baseline <name>", "what the others are compared with; `stub` is every body erased (default: the first)").addOption(protocolOption()).option("--output-dir <dir>", "leave a regenerated tree for each model there, in a folder of its name");
  const asking2 = withAsking(
    withParts(command),
    "the path of a trained model, embedded, provider:name, or a name in --models; may be given again (default: all in --models, or what `train` left)",
    several
  );
  return withOutput(asking2, tableFormatOption()).action((directory, options) => runCompare(directory, options, shell));
}
function mergeReportsCommand(shell) {
  const command = new Command("merge-reports").description("Join the JSON reports of a run that was shared out with --shard.").argument("<files...>", "all parts of one evaluate or compare, in any order");
  return withOutput(command, tableFormatOption()).action((files, options) => runMergeReports(files, options, shell));
}
function eraseCommand(shell) {
  const command = new Command("erase").description("Write types and method stubs alone: every body becomes {}, every other byte stays.").argument("<dir>", "the directory to read, taken whole").requiredOption("--output-dir <dir>", "where the stubs go");
  return withOutput(command).action((directory, options) => runErase(directory, options, shell));
}
function scoreCommand(shell) {
  const command = new Command("score").description("Measure any regenerated tree against its original, whatever tool wrote it.").argument("<original>", "the directory as it was").argument("<regenerated>", "the directory as it was written again");
  return withOutput(command).action(
    (original, regenerated, options) => runScore(original, regenerated, options, shell)
  );
}
function initCommand() {
  return new Command("init").description(`Write ${SETTINGS_PATH} with every setting, its meaning and its default; never over an existing one.`).addOption(repoOption()).addOption(verboseOption()).action(runInit);
}
function configCommand() {
  const validate = new Command("validate").description("Check a settings file and say what it sets.").argument("[file]", `the file (default: ${SETTINGS_PATH} in the work tree)`).addOption(repoOption()).addOption(verboseOption()).action(runValidate);
  return new Command("config").description(`The repository’s own settings, ${SETTINGS_PATH}.`).addCommand(validate.exitOverride().showHelpAfterError("(see --help)"));
}

// src/cli/progress.ts
import { SingleBar } from "cli-progress";
var SHOWN_AFTER_MS = 1e3;
var CI_LINE_EVERY_MS = 1e4;
function cliProgress(stream, ci) {
  if (stream.isTTY && !ci) return new BarProgress(stream);
  return ci ? new LineProgress(stream) : silentProgress;
}
var silentProgress = { begin() {
}, advance() {
}, end() {
} };
var BarProgress = class {
  #stream;
  #bar = null;
  #step = "";
  #total = null;
  #done = 0;
  #startedAtMs = 0;
  constructor(stream) {
    this.#stream = stream;
  }
  begin(step, total) {
    this.end();
    this.#step = step;
    this.#total = total;
    this.#done = 0;
    this.#startedAtMs = Date.now();
  }
  advance(count3 = 1) {
    this.#done += count3;
    const elapsedMs = Date.now() - this.#startedAtMs;
    if (this.#bar === null) {
      if (this.#total === null || elapsedMs < SHOWN_AFTER_MS) return;
      this.#bar = this.#newBar();
      this.#bar.start(this.#total, this.#done, { step: this.#step, rate: "" });
    }
    this.#bar.update(this.#done, { rate: (this.#done / (elapsedMs / 1e3)).toFixed(1) });
  }
  end() {
    this.#bar?.stop();
    this.#bar = null;
  }
  #newBar() {
    const format = "{step}  {bar}  {value}/{total}  {rate}/s  ETA {eta_formatted}";
    return new SingleBar({
      format,
      stream: this.#stream,
      clearOnComplete: true,
      hideCursor: true,
      gracefulExit: false,
      barCompleteChar: "█",
      barIncompleteChar: "·",
      barsize: 24,
      fps: 8,
      etaBuffer: 50
    });
  }
};
var LineProgress = class {
  #stream;
  #step = "";
  #total = null;
  #done = 0;
  #startedAtMs = 0;
  #saidAtMs = 0;
  constructor(stream) {
    this.#stream = stream;
  }
  begin(step, total) {
    this.#step = step;
    this.#total = total;
    this.#done = 0;
    this.#startedAtMs = Date.now();
    this.#saidAtMs = this.#startedAtMs;
  }
  advance(count3 = 1) {
    this.#done += count3;
    const nowMs = Date.now();
    const silentMs = this.#saidAtMs === this.#startedAtMs ? SHOWN_AFTER_MS : CI_LINE_EVERY_MS;
    if (nowMs - this.#saidAtMs < silentMs) return;
    this.#saidAtMs = nowMs;
    const rate = (this.#done / ((nowMs - this.#startedAtMs) / 1e3)).toFixed(1);
    this.#stream.write(`${this.#step}: ${this.#done}${this.#total === null ? "" : `/${this.#total}`} (${rate}/s)
`);
  }
  end() {
  }
};

// src/cli.ts
await main();
async function main() {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => stopping.abort(cancelled()));
  }
  process.stdout.on("error", (error) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  const environment = readEnvironment(process.env, process.stdout.isTTY === true, homedir());
  const progress = cliProgress(process.stderr, environment.ci);
  const endings = [];
  const atEnd = (action) => endings.push(action);
  const program = buildProgram({ environment, signal: stopping.signal, progress, atEnd });
  const told2 = (error) => tell(error, process.argv.includes("--verbose"), environment.secrets);
  try {
    await program.parseAsync();
  } catch (error) {
    progress.end();
    process.exitCode = told2(error);
  }
  for (const action of endings) {
    await action().catch((error) => {
      process.exitCode = told2(error);
    });
  }
  if (stopping.signal.aborted) process.exit();
}
function cancelled() {
  return new ExpectedFailure(
    "cancelled",
    "stopped",
    "Nothing was left half-written; run the same command again to go on."
  );
}
function tell(error, verbose, secrets) {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN;
  const say = (text) => process.stderr.write(secrets.mask(text));
  if (error instanceof ExpectedFailure) {
    say(`palimpsest: ${error.message}. ${error.remedy}
`);
    if (verbose) say(`${stackOf(error)}
`);
  } else {
    say(`palimpsest: a bug in palimpsest: ${error instanceof Error ? error.message : String(error)}.`);
    say(verbose ? `
${stackOf(error)}
` : " Run it again with --verbose and report what it prints.\n");
  }
  return EXIT_COULD_NOT_RUN;
}
function stackOf(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === void 0 ? "" : `
caused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
