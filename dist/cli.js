#!/usr/bin/env node

// src/cli.ts
import { setMaxListeners } from "node:events";
import { homedir } from "node:os";
import { CommanderError } from "commander";

// src/cli/program.ts
import { Command, Option } from "commander";

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
    test: "vitest run",
    types: "tsc --noEmit",
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
var DEFAULT_FRESHNESS_POLICY = { line: 0.9 };
function judgeFreshness({ freshness, units }, { line: line3 }) {
  if (units === 0) return { kind: "unknown", reason: "no-units" };
  if (freshness === null) return { kind: "unknown", reason: "knew-nothing" };
  const { value, margin } = freshness;
  if (margin !== null && Math.abs(value - line3) < margin) return { kind: "unknown", reason: "sample-too-small" };
  return value >= line3 ? { kind: "fresh", reason: "at-or-above-line" } : { kind: "stale", reason: "below-line" };
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
function rise(row3, word, columnCount = WORD_COLUMNS) {
  const wanted = columnCount === 0 ? 0 : -1 << WORD_COLUMNS - columnCount;
  return bitCount(row3.up[word] & wanted) - bitCount(row3.down[word] & wanted);
}
var rowsOfUnit = { upper: new Int32Array(65536), lower: new Int32Array(65536) };
function advance(row3, rows, start, end3, columns2, firstWord, endWord) {
  const { up, down } = row3;
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
  for (const [line3, inA] of startsOfLines(a)) {
    const inB = linesOfB.get(line3) ?? REPEATED;
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
  let row3 = 0;
  let column = 0;
  for (const { inA, inB } of [...anchors, { inA: rows.length, inB: columns2.length }]) {
    bound2 += boundOfPiece(rows.subarray(row3, inA), columns2.subarray(column, inB));
    row3 = inA;
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
    const { rows, columns: columns2, line: line3, scores: scores3 } = this;
    for (; ; ) {
      const depth = this.depth + ((rows.length - this.depth) % STRIP_ROWS || STRIP_ROWS);
      this.widen(depth);
      advance(line3, rows, this.depth, depth, columns2, this.first, this.end);
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
    const { line: line3, scores: scores3, end: end3 } = this;
    const diagonal = this.depth + this.surplus;
    let score2 = this.score(this.first);
    let best2 = this.first;
    let bestTotal = Infinity;
    for (let word = this.first; word < end3; word++) {
      scores3[word] = score2;
      const total = score2 + Math.abs(word * WORD_COLUMNS - diagonal);
      if (total < bestTotal) {
        bestTotal = total;
        best2 = word;
      }
      score2 += rise(line3, word);
    }
    scores3[end3] = score2;
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
    const { line: line3, columns: columns2, wordCount } = this;
    let score2 = this.score(this.first);
    for (let word = this.first; word < Math.min(this.end, wordCount - 1); word++) score2 += rise(line3, word);
    if (this.end < wordCount) return score2 + columns2.length - this.end * WORD_COLUMNS;
    return score2 + rise(line3, wordCount - 1, columns2.length - (wordCount - 1) * WORD_COLUMNS);
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
  warnWithin: z.number().min(0).max(100).default(3).describe("percentage points above the line within which the badge is yellow, from 0 to 100")
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

// src/cli/badge.ts
import { join as join9 } from "node:path";

// src/compose.ts
import { createHash as createHash8 } from "node:crypto";
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
  for (const line3 of content.toString("utf8", 0, wholeBytes).split("\n")) {
    const parsed4 = parseLine(line3);
    if (parsed4 !== void 0 && !isSilent(parsed4.regeneration)) known.set(parsed4.key, parsed4.regeneration);
  }
  return { known, wholeBytes };
}
function isSilent(regeneration) {
  return regeneration.kind === "failed" && isSilence(regeneration.reason);
}
function parseLine(line3) {
  try {
    return Line.parse(JSON.parse(line3));
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
  const { id, path, text, header, code: code2, length, score: score2, rescored: again } = unit;
  const marks = `${again ? "r" : ""}${score2?.failed ? "f" : ""}`;
  return [id.slice(path.length + 1), text, header, code2, length, score2?.similarity ?? null, marks, originOf(unit)];
}
function unitOf([name2, text, header, code2, length, similarity3, marks, from], path) {
  const id = `${path}#${name2}`;
  const score2 = similarity3 === null ? null : { similarity: similarity3, failed: marks.endsWith("f") };
  const trained = from === null ? null : typeof from === "number" ? { id, path, code: code2, stratum: from, similarity: similarity3 } : trainedOf(from, path);
  return { id, path, text, header, code: code2, length, score: score2, trained, rescored: marks.startsWith("r") };
}
function originOf({ id, path, code: code2, score: score2, trained }) {
  if (trained === null) return null;
  const same = trained.id === id && trained.code === code2 && trained.similarity === (score2?.similarity ?? null);
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
import { z as z4 } from "zod";
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
var Baseline = z4.object({
  fingerprint: z4.string(),
  baseline: z4.object({ methods: z4.int(), similarity: z4.number(), measuredAt: z4.string() }).nullable()
});
async function readBaseline(modelPath2, fingerprint) {
  try {
    const card = Baseline.parse(JSON.parse(await readFile4(cardPath(modelPath2), "utf8")));
    return card.fingerprint === fingerprint ? card.baseline : null;
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
async function requireFree(target, shown2) {
  const stats = await lstat2(target).catch(() => void 0);
  if (stats === void 0) return;
  if (stats.isDirectory()) {
    const entries = await readdir2(target).catch((error) => {
      throw writeFailure(shown2, error);
    });
    if (entries.length === 0 || entries.includes(MARKER)) return;
  }
  throw new ExpectedFailure(
    "output-in-use",
    `${shown2} exists and was not written by palimpsest`,
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
    new Promise((resolve7, reject) => {
      child.on("error", (error) => reject(startFailure(error, directory)));
      child.on("close", (code2) => resolve7(code2 ?? 128));
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
  const firstLine2 = stderr.split("\n").find((line3) => line3.trim() !== "") ?? "no message";
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
        const line3 = this.#buffer.toString("utf8", 0, end3);
        this.#buffer = this.#buffer.subarray(end3 + 1);
        return line3;
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
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#buffer = this.#buffer.length === 0 ? next.value : Buffer.concat([this.#buffer, next.value]);
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
    const [, modeBefore = "", modeAfter = "", blobBefore = "", blobAfter = "", status] = RAW.exec(record) ?? [];
    const side = (mode, path, blob) => REGULAR_FILE.test(mode) ? { path, blob } : null;
    const take2 = (before3, after2 = before3) => {
      const sides = { before: side(modeBefore, before3, blobBefore), after: side(modeAfter, after2, blobAfter) };
      if (sides.before !== null || sides.after !== null) this.#records.push({ ...sides, path: after2 });
    };
    this.#waiting = { paths: status === "R" || status === "C" ? 2 : 1, take: take2 };
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
function lineCommit(line3) {
  const [hash = "", tree = "", seconds2] = line3.split(" ");
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
  let told = 0;
  try {
    for await (const chunk of child.stdout.pipe(new PassThrough({ highWaterMark: AHEAD_BYTES }))) {
      for (const difference of parser.push(chunk)) {
        told++;
        yield difference;
      }
    }
    await closed;
    if (child.exitCode === 0) {
      for (const difference of parser.end()) {
        told++;
        yield difference;
      }
    }
  } finally {
    child.stdout.destroy();
    child.kill();
    await closed;
  }
  if (startError !== void 0) throw startError;
  if (told < pairs2.length) throw gitFailure("diff-tree", problem);
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
    const told = exitCode === 0 ? [stripNewLine(stdout).replace("refs/remotes/", "")] : [];
    for (const name2 of [...told, "origin/main", "origin/master", "main", "master"]) {
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
    const contents = readBlobs(
      this.root,
      present2.map((path) => blobs.get(path) ?? "")
    );
    try {
      for (const path of paths) {
        const object = blobs.get(path);
        const bytes2 = object === void 0 ? null : (await contents.next()).value ?? null;
        if (object !== void 0 && bytes2 === null) throw gitFailure("cat-file", `${object} (${path}) is missing`);
        yield { path, bytes: bytes2 };
      }
    } finally {
      await contents.return(void 0);
    }
  }
  /** Path → object name of every regular file of a revision. */
  #blobs(revision2) {
    const known = this.#blobsByRevision.get(revision2.hash);
    if (known !== void 0) return known;
    const listing = git(this.root, ["ls-tree", "-r", "-z", "--full-tree", revision2.hash]).then(parseTree);
    this.#blobsByRevision.set(revision2.hash, listing);
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
function matchBraces(tokens2) {
  const pairs2 = /* @__PURE__ */ new Map();
  const open3 = [];
  let offset = 0;
  for (const { text } of tokens2) {
    if (text === "{") {
      const pair = { end: Number.POSITIVE_INFINITY, depth: open3.length };
      pairs2.set(offset, pair);
      open3.push(pair);
    } else if (text === "}") {
      const pair = open3.pop();
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
function doubtfulOffsets(tokens2) {
  const offsets = [];
  let offset = 0;
  for (const token of tokens2) {
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
function endsWithQuote(text, quote) {
  if (text.length < 2 * quote.length || !text.endsWith(quote)) return false;
  let backslash = text.length - quote.length - 1;
  while (text.charAt(backslash) === "\\") backslash -= 1;
  return (text.length - quote.length - 1 - backslash) % 2 === 0;
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
  const tokens2 = [];
  let start = 0;
  while (start < text.length) {
    const kind = kindAt(text, start);
    const end3 = endOf(kind, text, start);
    tokens2.push(end3 === start + 1 ? shortToken(kind, text, start) : tokenOf(kind, text.slice(start, end3)));
    start = end3;
  }
  return tokens2;
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
  const next = text.charCodeAt(start + 1);
  if (code2 === SLASH && (next === SLASH || next === STAR)) return "comment";
  if (code2 === DOT && ASCII_KIND[next] === "number") return "number";
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
      const next = code2 === BACKSLASH ? wordEscapeEnd(text, end3) : matchEnd(WORD_BEYOND_ASCII, text, end3);
      if (next === end3) return end3;
      end3 = next;
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
  const quote = text.charCodeAt(start);
  for (let end3 = start + 1; end3 < text.length; end3 += 1) {
    const code2 = text.charCodeAt(end3);
    if (code2 === quote) return end3 + 1;
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
function paraphrase(tokens2) {
  const sentence2 = new Sentence(tokens2);
  const rules = sentence2.isModule ? RULES : [...RULES, contextualName];
  for (let at = 0; at < sentence2.length; at += 1) for (const rule of rules) rule(sentence2, at);
  return sentence2.toString();
}
var Sentence = class {
  #texts;
  /** Index in `#texts` of every token that is neither space nor comment. */
  #code;
  constructor(tokens2) {
    this.#texts = tokens2.map(plainSpelling);
    this.#code = tokens2.flatMap(({ kind }, index) => kind === "space" || kind === "comment" ? [] : [index]);
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
  closed(start, open3, close) {
    let depth = 0;
    for (let at = start; at < this.length; at += 1) {
      if (this.at(at) === open3) depth += 1;
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
      return text.replace(/\\|[^\P{Sc}$]/gu, (sign) => "$".repeat(sign.length));
    case "number":
      return text.replace(/_/g, "0");
    default:
      return text === "" ? " " : text;
  }
}
var RULES = [importModule, lateConstructorCall, annotatedVarargs, caseLabel, recordPattern];
function importModule(sentence2, at) {
  const found = sentence2.at(at) === "import" && sentence2.at(at + 1) === "module" && sentence2.isWord(at + 2);
  if (found) sentence2.blank(at + 1, at + 2);
}
function lateConstructorCall(sentence2, at) {
  const word = sentence2.at(at);
  const isCall = (word === "this" || word === "super") && sentence2.at(at + 1) === "(" && sentence2.at(at - 1) !== ">";
  if (isCall) sentence2.write(at, `$${word.slice(1)}`);
}
function annotatedVarargs(sentence2, at) {
  let end3 = at;
  while (sentence2.at(end3) === "@" && sentence2.isWord(end3 + 1)) end3 = sentence2.annotationEnd(end3);
  if (end3 > at && sentence2.at(end3) === "...") sentence2.blank(at, end3);
}
function caseLabel(sentence2, at) {
  if (sentence2.at(at) !== "case") return;
  let depth = 0;
  let comma = -1;
  let end3 = at + 1;
  for (; end3 < sentence2.length; end3 += 1) {
    const text = sentence2.at(end3);
    if (LABEL_END.has(text) || text === "when" && end3 > at + 1 && sentence2.at(end3 - 1) !== ",") break;
    if (text === "(" || text === "<") depth += 1;
    if (text === ")" || text === ">") depth -= 1;
    if (text === "," && depth === 0 && comma < 0) comma = end3;
  }
  if (comma >= 0) sentence2.blank(comma, end3);
  simplifyPattern(sentence2, at + 1, comma >= 0 ? comma : end3);
}
var LABEL_END = /* @__PURE__ */ new Set(["->", ":", ";", "{", "}"]);
function recordPattern(sentence2, at) {
  if (sentence2.at(at) !== "instanceof") return;
  let open3 = at + 1;
  while (sentence2.at(open3) === "final" || sentence2.at(open3) === "@") {
    open3 = sentence2.at(open3) === "@" ? sentence2.annotationEnd(open3) : open3 + 1;
  }
  open3 = sentence2.nameEnd(open3);
  if (sentence2.at(open3) === "<") open3 = sentence2.closed(open3, "<", ">");
  if (sentence2.at(open3) === "(") simplifyPattern(sentence2, at + 1, sentence2.closed(open3, "(", ")"));
}
function simplifyPattern(sentence2, from, to) {
  for (let at = from; at < to; at += 1) {
    const text = sentence2.at(at);
    if (text === "." && sentence2.isWord(at - 1) && sentence2.isWord(at + 1)) sentence2.write(at, "$");
    if (text === "final") sentence2.blank(at, at + 1);
    if (text === "@") sentence2.blank(at, sentence2.annotationEnd(at));
  }
}
function contextualName(sentence2, at) {
  const word = sentence2.at(at);
  switch (word) {
    case "record":
      if (sentence2.isWord(at + 1) && /^[(<]$/.test(sentence2.at(at + 2))) return;
      break;
    case "sealed":
      if (sentence2.isWord(at + 1) || sentence2.at(at + 1) === "@") return;
      break;
    case "open":
    case "module":
    case "with":
      break;
    default:
      return;
  }
  sentence2.write(at, `$${word.slice(1)}`);
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
function significant(tokens2) {
  return tokens2.filter((token) => token.kind !== "comment" && token.kind !== "space");
}

// src/languages/java/headers.ts
function typeText(source) {
  return PLAIN_TYPE.test(source) ? source : spell(withoutAnnotations(significant(tokenize(source))));
}
var PLAIN_TYPE = /^[\w.$<>[\]]*$/;
function parametersOf(list3) {
  return splitAtCommas(withoutAnnotations(significant(tokenize(list3)).slice(1, -1))).flatMap((part2) => {
    const tokens2 = part2.filter((token) => token.text !== "final");
    const nameAt = tokens2.findLastIndex((token) => token.kind === "identifier" || token.text === "this");
    const name2 = tokens2[nameAt];
    if (name2 === void 0 || name2.text === "this") return [];
    const type = [...tokens2.slice(0, nameAt), ...tokens2.slice(nameAt + 1)];
    return [{ type: spell(type), name: name2.text }];
  });
}
function clauseTypes(clause) {
  return splitAtCommas(withoutAnnotations(significant(tokenize(clause)).slice(1))).map(spell);
}
function modifiersOf(source) {
  if (PLAIN_MODIFIERS.test(source)) return source.split(" ");
  const modifiers = [];
  const tokens2 = tokenize(source);
  for (let start = codeAt(tokens2, 0); start < tokens2.length; ) {
    const end3 = modifierEnd(tokens2, start);
    modifiers.push(joined(tokens2.slice(start, end3)));
    start = codeAt(tokens2, end3);
  }
  return modifiers;
}
var PLAIN_MODIFIERS = /^@?\w+(?: @?\w+)*$/;
function modifierEnd(tokens2, start) {
  switch (tokens2[start]?.text) {
    case "@":
      return annotationEnd(tokens2, start);
    case "non":
      return start + 3;
    // non-sealed
    default:
      return start + 1;
  }
}
function withoutAnnotations(tokens2) {
  if (!tokens2.some((token) => token.text === "@")) return tokens2;
  const kept = [];
  let position = 0;
  for (const [at, token] of tokens2.entries()) {
    if (at < position) continue;
    position = token.text === "@" ? annotationEnd(tokens2, at) : at + 1;
    if (token.text !== "@") kept.push(token);
  }
  return kept;
}
function annotationEnd(tokens2, start) {
  let end3 = codeAt(tokens2, start + 1) + 1;
  for (let dot = codeAt(tokens2, end3); tokens2[dot]?.text === "."; dot = codeAt(tokens2, end3))
    end3 = codeAt(tokens2, dot + 1) + 1;
  const open3 = codeAt(tokens2, end3);
  return tokens2[open3]?.text === "(" ? closingEnd(tokens2, open3) : end3;
}
function codeAt(tokens2, start) {
  let at = start;
  while (tokens2[at]?.kind === "space" || tokens2[at]?.kind === "comment") at += 1;
  return at;
}
function closingEnd(tokens2, open3) {
  let depth = 0;
  for (let at = open3; at < tokens2.length; at += 1) {
    if (tokens2[at]?.text === "(") depth += 1;
    if (tokens2[at]?.text === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens2.length;
}
function splitAtCommas(tokens2) {
  if (tokens2.length === 0) return [];
  const parts = [];
  let part2 = [];
  let depth = 0;
  for (const token of tokens2) {
    if (token.text === "<") depth += 1;
    if (token.text === ">") depth -= 1;
    if (token.text === "," && depth === 0) {
      parts.push(part2);
      part2 = [];
    } else part2.push(token);
  }
  parts.push(part2);
  return parts;
}
function spell(tokens2) {
  let text = "";
  let previous;
  for (const token of tokens2) {
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
function joined(tokens2) {
  return tokens2.map((token) => token.text).join("");
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
  const tokens2 = tokenize(text);
  const doubts = doubtfulOffsets(tokens2);
  const lineAt = lineFinder(text);
  const trustedUntil = doubts[0] ?? Number.POSITIVE_INFINITY;
  const facts = { path, text, braces: matchBraces(tokens2), trustedUntil, lineAt };
  return withTree(grammar, text, tokens2, (root) => ({
    path,
    text,
    ...readTree(root, facts),
    errorLines: distinct([...errorOffsets(root), ...doubts].sort((a, b) => a - b).map(lineAt))
  }));
}
function withTree(grammar, text, tokens2, read3) {
  const [isRead, result] = grammar.parse(
    withLineFeeds(text),
    (root) => root.hasError ? [false] : [true, read3(root)]
  );
  return isRead ? result : grammar.parse(withLineFeeds(paraphrase(tokens2)), read3);
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
    const wrapped = `${before3}${text} }`;
    const tokens2 = tokenize(wrapped);
    if (matchBraces(tokens2).get(before3.length)?.end !== before3.length + text.length) return false;
    if (doubtfulOffsets(tokens2).length > 0) return false;
    return withTree(grammar, wrapped, tokens2, (root) => !root.hasError && root.namedChildren.length === 1);
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

// src/models/embedded.ts
import { createHash as createHash3 } from "node:crypto";
import { setImmediate } from "node:timers/promises";

// src/models/embedded/remembering.ts
import { LRUCache } from "lru-cache";

// src/core/text-order.ts
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/models/embedded/code-tokens.ts
function codeTokens(tokens2) {
  const positions = [];
  tokens2.forEach(({ kind }, position) => {
    if (kind !== "space" && kind !== "comment") positions.push(position);
  });
  return { tokens: tokens2, positions };
}
function codeAt2({ tokens: tokens2, positions }, index) {
  const position = positions[index];
  return position === void 0 ? void 0 : tokens2[position];
}
function positionAt({ tokens: tokens2, positions }, index) {
  return positions[index] ?? tokens2.length;
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
function fitParameters(tokens2, from, to) {
  const { pairs: pairs2, vanished, added } = matchParameters(from.parameters, to.parameters);
  const newName2 = new Map(pairs2.map(([own, other]) => [own.name, other.name]));
  const before3 = from.parameters.map((parameter) => newName2.get(parameter.name) ?? parameter.name);
  const after2 = to.parameters.map((parameter) => parameter.name);
  if (sameTexts(before3, after2)) return tokens2;
  let fitted = replaceArgumentLists(tokens2, before3, after2);
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
function replaceArgumentLists(tokens2, before3, after2) {
  if (before3.length === 0) return tokens2;
  const pattern = ["(", ...before3.flatMap((name2, index) => index === 0 ? [name2] : [",", name2]), ")"];
  const code2 = codeTokens(tokens2);
  const result = [];
  let copied = 0;
  for (let at = 1; at < code2.positions.length; at += 1) {
    if (!readsAt(code2, at, pattern) || !isCallee(codeAt2(code2, at - 1))) continue;
    result.push(...tokens2.slice(copied, positionAt(code2, at) + 1), ...commaList(after2));
    copied = positionAt(code2, at + pattern.length - 1);
  }
  return copied === 0 ? tokens2 : [...result, ...tokens2.slice(copied)];
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
function dropAssignment(tokens2, name2) {
  const code2 = codeTokens(tokens2);
  const pattern = ["this", ".", name2, "=", name2, ";"];
  const at = code2.positions.findIndex((_, index) => readsAt(code2, index, pattern));
  if (at < 1) return tokens2;
  return [
    ...tokens2.slice(0, positionAt(code2, at - 1) + 1),
    ...tokens2.slice(positionAt(code2, at + pattern.length - 1) + 1)
  ];
}
function dropArgument(tokens2, name2) {
  const code2 = codeTokens(tokens2);
  const cut = (from, to) => dropArgument([...tokens2.slice(0, positionAt(code2, from)), ...tokens2.slice(positionAt(code2, to))], name2);
  for (let at = 1; at < code2.positions.length; at += 1) {
    if (codeAt2(code2, at)?.text !== name2) continue;
    const before3 = codeAt2(code2, at - 1)?.text;
    const after2 = codeAt2(code2, at + 1)?.text;
    if (before3 === "," && (after2 === "," || after2 === ")")) return cut(at - 1, at + 1);
    if (before3 === "(" && after2 === ",") return cut(at, at + 2);
    if (before3 === "(" && after2 === ")" && isCallee(codeAt2(code2, at - 2))) return cut(at, at + 1);
  }
  return tokens2;
}
function addAssignment(tokens2, name2) {
  const code2 = codeTokens(tokens2);
  const last = code2.positions.findLastIndex(
    (_, index) => readsAt(code2, index, ["this", "."]) && codeAt2(code2, index + 3)?.text === "=" && codeAt2(code2, index + 5)?.text === ";"
  );
  const assigned = code2.positions.some((_, index) => readsAt(code2, index, ["this", ".", name2, "="]));
  if (last === -1 || assigned) return tokens2;
  const afterLast = positionAt(code2, last + 5) + 1;
  const lineStart = tokens2[positionAt(code2, last) - 1];
  const space = lineStart?.kind === "space" ? [lineStart] : [];
  return [...tokens2.slice(0, afterLast), ...space, ...assignment(name2), ...tokens2.slice(afterLast)];
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
function bodyFacts(tokens2) {
  const code2 = codeTokens(tokens2);
  const identifiers = /* @__PURE__ */ new Set();
  const variables = /* @__PURE__ */ new Set();
  const locals = /* @__PURE__ */ new Set();
  let returnsValue = false;
  code2.positions.forEach((_, index) => {
    const token = codeAt2(code2, index);
    if (token === void 0) return;
    const next = codeAt2(code2, index + 1)?.text ?? "";
    if (token.text === "return" && next !== ";" || token.text === "throw") returnsValue = true;
    if (token.kind !== "identifier") return;
    identifiers.add(token.text);
    const previous = codeAt2(code2, index - 1);
    if (next === "->") locals.add(token.text);
    else if (FOLLOWS_A_DECLARED_NAME.has(next) && previous !== void 0 && (previous.kind === "identifier" || ENDS_A_TYPE.has(previous.text))) {
      locals.add(token.text);
    }
    const member = previous?.text === "." && codeAt2(code2, index - 2)?.text !== "this";
    if (!member && previous?.text !== "::" && next !== "(") variables.add(token.text);
  });
  return { identifiers, variables, locals, returnsValue, isEmpty: code2.positions.length <= 2 };
}

// src/models/embedded/edit-transfer.ts
var LARGEST_EDIT_TOKENS = 14;
var CONTEXT_TOKENS = 1;
var LARGEST_TABLE_CELLS = 25e4;
var BRACKETS = { ")": "(", "]": "[", "}": "{" };
function editsBetween(before3, after2, isGone) {
  const old = significant(before3);
  const fresh = codeTokens(after2);
  const oldTexts = old.map((token) => token.text);
  const freshTexts = significant(after2).map((token) => token.text);
  return hunksBetween(oldTexts, freshTexts).flatMap(({ oldStart, oldEnd, newStart, newEnd }) => {
    const removed = old.slice(oldStart, oldEnd);
    const inserted = newStart === newEnd ? [] : after2.slice(positionAt(fresh, newStart), positionAt(fresh, newEnd - 1) + 1);
    if (removed.length + newEnd - newStart > LARGEST_EDIT_TOKENS) return [];
    if (!balanced(removed) || !balanced(inserted)) return [];
    if (!removed.some((token) => token.kind === "identifier" && isGone(token.text))) return [];
    if (oldStart < CONTEXT_TOKENS || oldEnd + CONTEXT_TOKENS > old.length) return [];
    return [
      {
        before: oldTexts.slice(oldStart - CONTEXT_TOKENS, oldStart),
        removed: oldTexts.slice(oldStart, oldEnd),
        inserted,
        after: oldTexts.slice(oldEnd, oldEnd + CONTEXT_TOKENS)
      }
    ];
  });
}
function applyEdits(tokens2, edits) {
  return edits.reduce(applyEdit, tokens2);
}
function applyEdit(tokens2, edit) {
  const code2 = codeTokens(tokens2);
  const pattern = [...edit.before, ...edit.removed, ...edit.after];
  const result = [];
  let copied = 0;
  for (let at = 0; at + pattern.length <= code2.positions.length; at += 1) {
    const first = at + edit.before.length;
    if (positionAt(code2, first) < copied || !readsAt(code2, at, pattern)) continue;
    result.push(...tokens2.slice(copied, positionAt(code2, first)), ...edit.inserted);
    copied = positionAt(code2, first + edit.removed.length - 1) + 1;
  }
  return copied === 0 ? tokens2 : [...result, ...tokens2.slice(copied)];
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
  for (let row4 = rows - 1; row4 >= 0; row4 -= 1) {
    for (let column2 = columns2 - 1; column2 >= 0; column2 -= 1) {
      common[row4 * width + column2] = old[start + row4] === fresh[start + column2] ? 1 + (common[(row4 + 1) * width + column2 + 1] ?? 0) : Math.max(common[(row4 + 1) * width + column2] ?? 0, common[row4 * width + column2 + 1] ?? 0);
    }
  }
  const hunks = [];
  let row3 = 0;
  let column = 0;
  while (row3 < rows || column < columns2) {
    const hunkRow = row3;
    const hunkColumn = column;
    while ((row3 < rows || column < columns2) && (row3 === rows || column === columns2 || old[start + row3] !== fresh[start + column])) {
      const down = row3 < rows ? common[(row3 + 1) * width + column] ?? 0 : -1;
      const right = column < columns2 ? common[row3 * width + column + 1] ?? 0 : -1;
      if (down >= right) row3 += 1;
      else column += 1;
    }
    if (row3 > hunkRow || column > hunkColumn) {
      hunks.push({
        oldStart: start + hunkRow,
        oldEnd: start + row3,
        newStart: start + hunkColumn,
        newEnd: start + column
      });
    }
    while (row3 < rows && column < columns2 && old[start + row3] === fresh[start + column]) {
      row3 += 1;
      column += 1;
    }
  }
  return hunks;
}
function balanced(tokens2) {
  const open3 = [];
  for (const { kind, text } of tokens2) {
    if (kind !== "operator") continue;
    if (text === "(" || text === "[" || text === "{") open3.push(text);
    const opening = BRACKETS[text];
    if (opening !== void 0 && open3.pop() !== opening) return false;
  }
  return open3.length === 0;
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
function rename3(tokens2, renaming, locals) {
  let previous;
  let beforePrevious;
  return tokens2.map((token, index) => {
    if (token.kind === "space" || token.kind === "comment") return token;
    const place = { previous, beforePrevious, called: isCalled(tokens2, index) };
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
function isCalled(tokens2, index) {
  for (let at = index + 1; at < tokens2.length; at += 1) {
    const token = tokens2[at];
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
      (line3, indent) => indent.startsWith(from.indent) ? `
${to.indent}${indent.slice(from.indent.length)}` : line3
    );
  }
  return from.lineEnd === to.lineEnd ? moved2 : moved2.replace(/\r?\n/g, to.lineEnd);
}

// src/models/embedded/adaptation.ts
function adapt(candidate, query, tokens2, edits, restructure) {
  const { unit } = candidate;
  const edited = restructure && candidate.sameUnit ? applyEdits(tokens2, edits) : tokens2;
  const renamed = rename3(edited, renamingBetween(unit, query.unit), bodyFacts(edited).locals);
  const fitted = restructure ? fitParameters(renamed, unit, query.unit) : renamed;
  return { candidate, tokens: fitted, facts: bodyFacts(fitted), restructured: edited !== tokens2 || fitted !== renamed };
}
function bodyText({ candidate, tokens: tokens2 }, query) {
  const text = tokens2.map((token) => token.text).join("");
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
import { createHash } from "node:crypto";
function startTraining(language) {
  const units = /* @__PURE__ */ new Map();
  const fileFrequency = /* @__PURE__ */ new Map();
  const paths = /* @__PURE__ */ new Set();
  const intern = interning();
  const identifiersOf = (source) => {
    const tokens2 = [...language.tokenize(source.text)];
    return new Set(tokens2.flatMap(({ kind, text }) => kind === "identifier" ? [text] : []));
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
  const hash = createHash("sha256");
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
    const line3 = /\n([ \t]+)\S/.exec(unit.body)?.[1];
    if (line3?.startsWith(unit.indent) && line3.length > unit.indent.length) return line3.slice(unit.indent.length);
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
  const seen = calls2.map((call) => call[position] ?? "").find((text) => text !== "");
  if (seen !== void 0) return seen;
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
function textOf3(tokens2) {
  return tokens2.map((token) => token.text).join("").trim();
}
function callsIn(tokens2, callee) {
  const code2 = codeTokens(tokens2);
  const calls2 = [];
  for (let at = 0; at < code2.positions.length; at += 1) {
    const isCall = readsAt(code2, at, [callee, "("]) && codeAt2(code2, at - 1)?.text !== ".";
    if (isCall) calls2.push(argumentsFrom(tokens2, positionAt(code2, at + 1) + 1));
  }
  return calls2;
}
function argumentsFrom(tokens2, start) {
  const found = [[]];
  let depth = 0;
  for (let at = start; at < tokens2.length; at += 1) {
    const token = tokens2[at];
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
        const score2 = scores3[unit] ?? 0;
        if (score2 === 0) touched.push(unit);
        scores3[unit] = score2 + weight;
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
function forwardIndex(units) {
  const features = /* @__PURE__ */ new Map();
  const unitStarts = new Int32Array(units.length + 1);
  let ofUnit = new Int32Array(64 * Math.max(1, units.length));
  let end3 = 0;
  units.forEach((unit, index) => {
    const own = featuresOf(unit);
    if (end3 + own.size > ofUnit.length) {
      const larger = new Int32Array(2 * (end3 + own.size));
      larger.set(ofUnit);
      ofUnit = larger;
    }
    for (const feature of own) {
      let id = features.get(feature);
      if (id === void 0) {
        id = features.size;
        features.set(feature, id);
      }
      ofUnit[end3] = id;
      end3 += 1;
    }
    unitStarts[index + 1] = end3;
  });
  return { features, ofUnit: ofUnit.slice(0, end3), unitStarts };
}
function invert(ofUnit, unitStarts, features, units) {
  const starts = new Int32Array(features + 1);
  for (const id of ofUnit) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const postings = new Int32Array(ofUnit.length);
  for (let unit = 0; unit < units; unit += 1) {
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      const id = ofUnit[at] ?? 0;
      const place = next[id] ?? 0;
      postings[place] = unit;
      next[id] = place + 1;
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
  const byId2 = new Map(units.map((unit, index) => [unit.id, index]));
  const byQualifiedName = /* @__PURE__ */ new Map();
  units.forEach((unit, index) => {
    const name2 = `${unit.type.packageName}#${displayName(unit.id)}`;
    if (!byQualifiedName.has(name2)) byQualifiedName.set(name2, index);
  });
  return {
    find: (id, packageName2) => byId2.get(id) ?? byQualifiedName.get(`${packageName2}#${displayName(id)}`)
  };
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
  const visibleUnits = query.file.known.map((unit) => {
    const alike = likeness(query.header, index.weigh(unit));
    return { unit, origin: "visible", likeness: alike, sameUnit: false };
  });
  const delegates = delegatesOf(query, tokensOf).map(({ overload, body }) => {
    const alike = likeness(query.header, index.weigh(overload));
    return written(query, body, "delegate", alike);
  });
  const statements = conventionalStatements(query.unit);
  const conventions = statements === null ? [] : [written(query, writtenBody(statements, query), "convention", CONVENTION_LIKENESS)];
  return [...remembered, ...visibleUnits, ...delegates, ...conventions];
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
  for (const item of items) if (holds(item)) found += 1;
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
function visibleFile({ source, erased }, language) {
  const typeNamed = typesOf(source);
  const tokens2 = language.tokenize(source.text);
  const identifierCounts = countIdentifiers(tokens2);
  return {
    lineEnd: lineEndOf(source.text),
    typeNamed,
    headers: source.units.map((unit) => unitFacts(unit, typeNamed(unit.typeName))),
    known: knownUnits(source).filter((unit) => !erased.has(unit.id)),
    erasedCount: erased.size,
    identifierCounts,
    unused: unusedNames(source, tokens2, identifierCounts)
  };
}
function countIdentifiers(tokens2) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const { kind, text } of tokens2) {
    if (kind === "identifier") counts2.set(text, (counts2.get(text) ?? 0) + 1);
  }
  return counts2;
}
function unusedNames(source, tokens2, counts2) {
  const inComments = /* @__PURE__ */ new Set();
  for (const { kind, text } of tokens2) {
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
  const tokens2 = new LRUCache({
    max: REMEMBERED_TOKEN_LISTS,
    memoMethod: (body) => language.tokenize(body)
  });
  const tokensOf = (body) => tokens2.memo(body);
  const files = /* @__PURE__ */ new WeakMap();
  return {
    rank,
    propose(stub, count3) {
      const { query, bodies } = rank(stub);
      return choose2(bodies, query, count3);
    }
  };
  function rank(stub) {
    const file = visible2(stub);
    const query = queryOf(stub, file, index);
    const edits = siblingEdits(query);
    const surroundings = { scope: scopeOf(query, inherited), rarity };
    const candidates2 = candidatesFor(query, memory, index, lookup, tokensOf);
    const bodies = candidates2.map((candidate) => {
      const adapted = adapt(candidate, query, tokensOf(candidate.unit.body), edits, true);
      return { adapted, plausibility: plausibility(adapted, query, surroundings) };
    }).sort((a, b) => b.plausibility - a.plausibility || tieOrder(a, b));
    return { query, bodies };
  }
  function visible2(stub) {
    const known = files.get(stub.source);
    if (known?.erased === stub.erased) return known.file;
    const file = visibleFile(stub, language);
    files.set(stub.source, { erased: stub.erased, file });
    return file;
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
      return editsBetween(tokensOf(before3.body), tokensOf(current.body), (name2) => !file.identifierCounts.has(name2));
    });
  }
  function choose2(ranked, query, count3) {
    const seen = /* @__PURE__ */ new Set();
    const proposals = [];
    let confidence = 0;
    for (const { adapted, plausibility: plausibility2 } of ranked) {
      if (proposals.length >= count3) break;
      const body = parsingText(adapted, query);
      if (body === null || seen.has(body)) continue;
      seen.add(body);
      if (proposals.length === 0) confidence = expectedSimilarity(adapted.candidate);
      proposals.push({ body, plausibility: plausibility2 });
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
function tieOrder({ adapted: a }, { adapted: b }) {
  return ORIGINS.indexOf(a.candidate.origin) - ORIGINS.indexOf(b.candidate.origin) || compareText(a.candidate.unit.id, b.candidate.unit.id);
}

// src/models/embedded/memory-file.ts
import { createHash as createHash2 } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

// src/models/embedded/memory-content.ts
import { z as z5 } from "zod";
var texts = z5.array(z5.string());
var lists = z5.array(texts);
var counts = z5.array(z5.int().nonnegative());
var contentSchema = z5.object({
  origin: z5.object({ project: z5.string(), revision: z5.string(), committedAt: z5.string().nullable() }),
  files: z5.int().nonnegative(),
  contentHash: z5.string(),
  types: z5.object({
    path: texts,
    lineEnd: z5.array(z5.enum(["\n", "\r\n"])),
    packageName: texts,
    name: texts,
    supertypes: lists,
    fields: lists
  }),
  units: z5.object({
    id: texts,
    type: counts,
    kind: z5.array(z5.enum(["method", "constructor", "compact-constructor"])),
    name: texts,
    parameters: lists,
    returnType: texts,
    modifiers: lists,
    throws: lists,
    javadocWords: texts,
    indent: texts,
    body: texts
  }),
  identifiers: z5.object({ name: texts, files: counts })
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
  const line3 = bytes2.subarray(0, lineEnd === -1 ? LONGEST_FIRST_LINE : lineEnd).toString("latin1");
  const cutOff = lineEnd === -1 && bytes2.length < LONGEST_FIRST_LINE;
  if (!line3.startsWith(cutOff ? FORMAT.slice(0, line3.length) : FORMAT)) {
    throw new MemoryFileError("not-a-model", `This file is no ${FORMAT}. Give the file that training wrote.`);
  }
  if (cutOff) throw truncated("its first line is cut off");
  const schema = /^, schema (\d+), /.exec(line3.slice(FORMAT.length));
  if (schema !== null && Number(schema[1]) > SCHEMA_VERSION) {
    throw new MemoryFileError(
      "newer-schema",
      `This ${FORMAT} has schema ${schema[1]}; this version reads up to ${SCHEMA_VERSION}. Update the tool, or train the model again.`
    );
  }
  const guard = /^, schema \d+, (\d+) bytes, sha256 ([0-9a-f]{64})$/.exec(line3.slice(FORMAT.length));
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
  return createHash2("sha256").update(bytes2).digest("hex");
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
    fingerprint: createHash3("sha256").update(`${ALGORITHM_VERSION} ${memory.contentHash}`).digest("hex"),
    trainedAt: { revision: revision2, committedAt, units: memory.units.length, files: memory.files },
    recipe: { kind: "embedded", datasetHash: memory.contentHash, epochs: null, promptFormat: null },
    baseline: null
  };
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
  const baseline = await readBaseline(path, model.card.fingerprint);
  return { model: { ...model, card: { ...model.card, baseline } }, path };
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
import { dirname as dirname5, resolve as resolve4 } from "node:path";
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
function visibleCode(line3) {
  return visible(line3.replaceAll("	", TAB));
}
function writtenOut(character) {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

// src/config/models-schema.ts
import { z as z6 } from "zod";

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
var perMillion = z6.number().min(0);
var priceSchema = z6.strictObject({
  input: perMillion.describe("of a million tokens of prompt"),
  output: perMillion.describe("of a million tokens of answer"),
  currency: z6.string().regex(/^[A-Z]{3}$/, "three capital letters, such as EUR").default("USD").describe("three letters, as in ISO 4217")
});
var PRICE_SETTINGS = priceSchema.keyof().options;
var languageModel = {
  format: z6.enum(PROMPT_FORMATS).default("chat").describe("how it is asked"),
  "context-tokens": z6.int().min(256).default(8192).describe("its window, in tokens, as it is served: prompt and answer together"),
  "max-tokens": z6.int().min(1).default(1024).describe("tokens of one answer, at most"),
  temperature: z6.number().min(0).max(2).default(0).describe("of the answer that is scored; 0 takes the likeliest token"),
  "sample-temperature": z6.number().min(0).max(2).default(0.8).describe("of the further answers, which show whether it agrees with itself"),
  concurrency: z6.int().min(1).max(256).optional().describe("requests under way at once, at most"),
  price: priceSchema.optional().describe("what tokens cost: input and output, each for a million, and the currency"),
  "trained-at": z6.string().min(1).optional().describe("the revision of the project that it was trained on"),
  "base-model": z6.string().min(1).optional().describe("the model that was specialised"),
  tokenizer: z6.string().min(1).optional().describe("path of its tokenizer.json; without one, tokens are estimated, on the safe side")
};
var openaiSchema = z6.strictObject({
  provider: z6.literal("openai").describe("any server that speaks OpenAI’s protocol"),
  model: z6.string().min(1).describe("the model, as the server calls it"),
  "base-url": z6.string().min(1).describe("where the server is: http://127.0.0.1:8000/v1"),
  "api-key-env": z6.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, "the name of an environment variable, not the key itself").default("PALIMPSEST_API_KEY").describe("the environment variable that holds the key, if the server asks for one"),
  timeout: z6.number().positive().max(300).optional().describe("seconds for one answer, at most 300"),
  retries: z6.int().min(0).max(20).optional().describe("how often a request is sent again"),
  "extra-body": z6.record(z6.string(), z6.json()).optional().describe("fields for this server alone, sent as they are"),
  ...languageModel
}).meta({ id: "OpenAiModel", title: "A model behind a server" });
var ggufSchema = z6.strictObject({
  provider: z6.literal("gguf").describe("weights in a file, run in process"),
  path: z6.string().min(1).describe("the GGUF file"),
  lora: z6.string().min(1).optional().describe("a LoRA adapter in GGUF"),
  ...languageModel
}).meta({ id: "GgufModel", title: "A model in a file" });
var commandSchema = z6.strictObject({
  provider: z6.literal("command").describe("a local program"),
  command: z6.string().min(1).describe("the program, by path or by name"),
  args: z6.array(z6.string()).default([]).describe("its arguments"),
  timeout: z6.number().positive().optional().describe("seconds for one answer"),
  ...languageModel
}).meta({ id: "CommandModel", title: "A model behind a program" });
var embeddedSchema = z6.strictObject({
  provider: z6.literal("embedded").describe("the project memory, which needs nothing"),
  path: z6.string().min(1).optional().describe("its model file; without one, what `train` left in the clone")
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
var modelsSchema = z6.strictObject({
  models: z6.record(
    z6.string().regex(MODEL_NAME),
    z6.discriminatedUnion("provider", [openaiSchema, ggufSchema, commandSchema, embeddedSchema])
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
    const { line: line3, col } = this.#lines.linePos(offset);
    return new ExpectedFailure("bad-models-file", `${this.#file}:${line3}:${col}: ${what}`, remedy);
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
import { appendFile, mkdir as mkdir4, readdir as readdir3, readFile as readFile7, rm as rm5, stat as stat4, utimes } from "node:fs/promises";
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
    const lines = await readFile7(join7(this.#folder, ADDED_FILE), "utf8");
    return lines.split("\n").reduce((sum2, line3) => sum2 + (Number.parseInt(line3, 10) || 0), 0);
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
import { readFile as readFile8, rm as rm7, writeFile as writeFile4 } from "node:fs/promises";
async function readSettingsFile(path) {
  try {
    return await readFile8(path);
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
import { createHash as createHash5 } from "node:crypto";

// src/core/members.ts
function blocksAround(text, offset, tokenize2) {
  const tokens2 = placed(tokenize2(text));
  const open3 = [];
  for (const [index, token] of tokens2.entries()) {
    if (token.start >= offset) break;
    if (token.text === "{") open3.push(index);
    else if (token.text === "}") open3.pop();
  }
  return [-1, ...open3].map((index) => blockAt(tokens2, index, text));
}
function placed(tokens2) {
  let end3 = 0;
  return tokens2.map(({ kind, text }) => {
    const start = end3;
    end3 += text.length;
    return { kind, text, start, end: end3 };
  });
}
function blockAt(tokens2, opening, text) {
  const members = [];
  let start = opening < 0 ? 0 : lineRestEnd(tokens2, opening);
  let draft;
  let depth = 0;
  for (let index = opening + 1; index < tokens2.length; index += 1) {
    const token = tokens2[index];
    if (token === void 0 || token.kind === "space" || token.kind === "comment") continue;
    if (token.text === "}" && depth === 0 && opening >= 0) {
      if (draft !== void 0) members.push({ start, end: token.start, ...draft });
      return { members, tail: { start: draft === void 0 ? start : token.start, end: token.start } };
    }
    draft ??= { code: token.start, value: -1, word: token.text };
    if (OPENING.has(token.text)) depth += 1;
    else if (CLOSING.has(token.text)) depth = Math.max(0, depth - 1);
    else if (token.text === "=" && depth === 0 && draft.value < 0) draft.value = token.start;
    if (depth > 0 || !ends(tokens2, index, draft.value >= 0)) continue;
    const end3 = lineRestEnd(tokens2, index);
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
function ends(tokens2, index, hasValue) {
  const { text } = tokens2[index] ?? { text: "" };
  if (text === ";") return true;
  if (text !== "}" || hasValue) return false;
  const next = codeAfter(tokens2, index);
  return next === void 0 || !GOES_ON.has(next.text);
}
function codeAfter(tokens2, index) {
  let at = index + 1;
  while (tokens2[at]?.kind === "space" || tokens2[at]?.kind === "comment") at += 1;
  return tokens2[at];
}
function lineRestEnd(tokens2, last) {
  let end3 = tokens2[last]?.end ?? 0;
  for (let index = last + 1; index < tokens2.length; index += 1) {
    const token = tokens2[index];
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
  let open3 = 0;
  let offset = 0;
  for (const token of tokenize2(text)) {
    offset += token.text.length;
    if (token.text === "{") open3 += 1;
    if (token.text === "}") open3 -= 1;
    if (open3 === 0 && token.text === "}") return { end: offset, open: open3 };
  }
  return { end: null, open: open3 };
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
    const line3 = text.lastIndexOf("\n", at) + 1;
    const brace = text.indexOf("{", at);
    const body = brace < 0 ? null : bracedAt(text, brace, finding);
    if (body !== null) bodies.push(...declaredBodies(text.slice(line3, brace) + body, finding).named);
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
  let open3 = null;
  for (const line3 of text.split("\n")) {
    const mark = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(line3);
    const [, indent = "", fence = "", info = ""] = mark ?? [];
    if (open3 === null) {
      if (mark !== null && !(fence.startsWith("`") && info.includes("`"))) {
        open3 = { fence, indent: indent.length, lines: [] };
      }
    } else if (mark !== null && info.trim() === "" && fence.startsWith(open3.fence)) {
      stretches.push({ text: open3.lines.join("\n"), fenced: true, closed: true });
      open3 = null;
    } else open3.lines.push(line3);
  }
  if (open3 !== null) stretches.push({ text: open3.lines.join("\n"), fenced: true, closed: false });
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
  const statements = code2.filter((line3) => line3 !== last || !closes).map(({ text }) => indentOf(text));
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
  return joined2(lines, (blanks, line3) => {
    const within2 = isFlat && !(closes && line3 === last) ? step : "";
    return movedIndent(blanks, { ...moving, indent: indent + within2 });
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
  const written3 = lines.map((line3, index) => {
    const { text, block } = line3;
    if (index === 0 || text.trim() === "") return text;
    const blanks = block === null ? indentOf(text) : common.get(block);
    return blanks === null || blanks === void 0 ? text : move(blanks, line3) + text.slice(blanks.length);
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
function indentOf(line3) {
  return /^[ \t]*/.exec(line3)?.[0] ?? "";
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
    const shown2 = piece.level === level ? selection.pieces.get(piece) : void 0;
    return shown2 === void 0 ? [] : [{ piece, shown: shown2 }];
  });
}
function textOf5({ piece, shown: shown2 }) {
  return shownText(piece, shown2);
}
function shownText(piece, shown2) {
  return shown2 === "outline" ? piece.outline ?? piece.whole : piece.whole;
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
      const { join: join12, stop } = FILLING_TOKENS[format];
      const stops = [...stop, ...nextMembers(surroundings)].slice(0, MOST_STOPS);
      return { kind: "text", text: join12(prefix, suffix), suffix: null, stop: stops };
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
  const whole2 = stretches.filter(({ closed }) => closed || reading.finish !== "length");
  for (const stretch of stretches) {
    const { text } = stretch;
    const brace = continuationBrace(text, reading);
    const body = typeof brace === "number" ? bracedAt(text, brace, reading) : null;
    if (body !== null) yield body;
    yield* declaredIn(stretch).named;
    yield* declaredAmongProse(text, reading);
  }
  for (const { text } of whole2) {
    const body = bodyOfStatements(text, reading);
    if (body !== null) yield body;
  }
  for (const stretch of whole2) yield* declaredIn(stretch).renamed;
  for (const { text } of whole2) {
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
function useOfGroup({ units, whole: whole2 }, { unit: target, named }) {
  const typeName = units[0]?.typeName ?? "";
  const isNamed2 = typeName.split(".").some((part2) => named.has(part2));
  return (isNamed2 ? 70 : 0) + (calls(whole2, target) ? 30 : 0);
}
function useOfField({ level, whole: whole2, outline }, { unit: target, named, innermost, tokenize: tokenize2 }) {
  const isInitialiser = outline === null && /\}\s*$/.test(whole2);
  if (isInitialiser) return 20;
  const names = namesIn2(outline ?? whole2, tokenize2);
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
  const shown2 = /* @__PURE__ */ new Set([unit.returnType, ...unit.parameters.map(({ type }) => type)]);
  return [...types].filter((type) => shown2.has(type)).length;
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
  return pieces.reduce((length, { whole: whole2 }) => length + whole2.length, 0);
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
    this.#showImports(identifiersIn2([...this.#shown].map(([piece, shown2]) => shownText(piece, shown2)).join("\n")));
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
  #show(piece, shown2, kept) {
    if (shown2 === "whole" && this.#shown.get(piece) === "outline" && piece.outline === null) return;
    const before3 = this.#shown.get(piece);
    const paid = before3 === void 0 ? "" : shownText(piece, before3);
    if (this.#take({ kind: "piece", piece, shown: shown2 }, shownText(piece, shown2), paid, kept)) this.#shown.set(piece, shown2);
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
  const code2 = pieces.filter(({ kind }) => kind !== "import" && kind !== "package").map(({ whole: whole2 }) => whole2);
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
  const open3 = inner.members[0]?.start ?? inner.tail.start;
  const units = unitsIn(others, { start: path.start, end: open3 });
  return {
    head: text.slice(path.start, open3),
    bareHead: blankLineBefore(path, text) + withoutBodies(text, { start: withIndent(text, path.code, path.start), end: open3 }, units),
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
    const shown2 = selection.pieces.get(piece);
    if (shown2 !== void 0) counts2[shown2] += piece.units.length;
  }
  const { whole: whole2, outline: signatures } = counts2;
  return { whole: whole2, signatures, leftOut: source.units.length - 1 - whole2 - signatures };
}
var TOKENS_PER_MESSAGE = 8;
function countPrompt(prompt, countTokens) {
  const overhead = prompt.kind === "chat" ? TOKENS_PER_MESSAGE * prompt.messages.length : 0;
  return textsOf(prompt).reduce((tokens2, text) => tokens2 + countTokens(text), overhead);
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
    for (let next = this.#queue[0]; next !== void 0; next = this.#queue[0]) {
      const { need, decide } = next;
      if (!this.#isSpent && !this.#fits(need)) {
        if (this.#underWay > 0) return;
        this.#isSpent = true;
      }
      this.#queue.shift();
      decide(this.#isSpent ? null : this.#grant(need));
    }
  }
  #fits({ method, promptTokens, completionTokens }) {
    const { methods: methods2, tokens: tokens2, cost } = this.#budget;
    if (methods2 !== null && !this.#methods.has(method) && this.#methods.size >= methods2) return false;
    if (tokens2 !== null && this.#tokens + promptTokens + completionTokens > tokens2) return false;
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
  #add(promptTokens, completionTokens, sign) {
    this.#tokens += sign * (promptTokens + completionTokens);
    this.#cost = addCosts(this.#cost, sign * this.#costOf(promptTokens, completionTokens));
  }
  #costOf(promptTokens, completionTokens) {
    return this.#price === null ? 0 : costOf(this.#price, promptTokens, completionTokens);
  }
};

// src/models/answers.ts
import { createHash as createHash4 } from "node:crypto";
import { LRUCache as LRUCache2 } from "lru-cache";
import pLimit from "p-limit";
import { z as z7 } from "zod";
var FORM = 1;
function answerRequest({ provider, name: name2, facts }, prompt, { maxTokens, temperature, seed }) {
  const options = { maxTokens, temperature, seed };
  const key = JSON.stringify([FORM, provider, name2, facts, prompt, maxTokens, temperature, seed]);
  return { prompt, options, key: createHash4("sha256").update(key).digest("hex") };
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
function plus(sum2, tokens2) {
  return sum2 === null || tokens2 === null ? null : sum2 + tokens2;
}
var tokenCount = z7.int().nonnegative().nullable();
var keptCompletion = z7.discriminatedUnion("kind", [
  z7.object({
    kind: z7.literal("answered"),
    text: z7.string(),
    finish: z7.enum(["stop", "length", "refused", "unknown"]),
    promptTokens: tokenCount,
    completionTokens: tokenCount,
    answeredAs: z7.string().nullable()
  }),
  z7.object({ kind: z7.literal("failed"), reason: z7.enum(FAILURE_REASONS), detail: z7.string(), fatal: z7.boolean() })
]);
function parseCompletion(kept) {
  try {
    return keptCompletion.parse(JSON.parse(kept));
  } catch {
    return void 0;
  }
}
function unlessAborted(promise, signal) {
  return new Promise((resolve7, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve7, reject).finally(() => signal.removeEventListener("abort", abort));
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
    const { text, cache, price, tokens: tokens2, budget } = settings2;
    this.#settings = settings2;
    this.#allowance = new Allowance(budget, price);
    this.answers = new Answers(text, cache, price, tokens2.count);
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
    const { format, windowTokens, maxTokens, tokens: tokens2, language } = this.#settings;
    const budget = windowTokens - maxTokens - TEMPLATE_TOKENS;
    return packPrompt({ stub, format, budget, countTokens: tokens2.count, tokenize: language.tokenize });
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
  tokens: tokens2
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
    tokens2.identity
  ];
  return {
    schemaVersion: 1,
    provider,
    name: name2,
    ...origin2,
    fingerprint: createHash5("sha256").update(JSON.stringify(deciding)).digest("hex"),
    baseline: null
  };
}

// src/models/token-counter.ts
import { createHash as createHash6 } from "node:crypto";
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
    identity: createHash6("sha256").update(bytes2).digest("hex")
  };
}

// src/compose/providers.ts
import { resolve as resolve3 } from "node:path";

// src/models/openai.ts
import { createHash as createHash7 } from "node:crypto";

// src/models/openai/answer.ts
import { z as z8 } from "zod";

// src/models/outside-text.ts
var LONGEST_LINE = 160;
var LOOKED_AT = 4096;
var ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;
var TELLING_PART = 8;
var MASK2 = "***";
function outsideLine(text, secret, longest = LONGEST_LINE) {
  const line3 = withoutSecret(text.slice(0, LOOKED_AT), secret).replace(/\s+/g, " ").replace(ACTING, "�").trim();
  return line3.length <= longest ? line3 : `${wholeCharacters(line3.slice(0, longest - 1))}…`;
}
function withoutSecret(text, secret) {
  if (secret === null || secret === "") return text;
  if (secret.length <= TELLING_PART) return text.replaceAll(secret, MASK2);
  const parts = /* @__PURE__ */ new Set();
  for (let at = 0; at + TELLING_PART <= secret.length; at += 1) parts.add(secret.slice(at, at + TELLING_PART));
  let masked = "";
  let shown2 = 0;
  for (let at = 0; at + TELLING_PART <= text.length; at += 1) {
    if (!parts.has(text.slice(at, at + TELLING_PART))) continue;
    let end3 = at + TELLING_PART;
    while (parts.has(text.slice(end3 - TELLING_PART + 1, end3 + 1))) end3 += 1;
    masked += text.slice(shown2, at) + MASK2;
    shown2 = end3;
    at = end3 - 1;
  }
  return masked + text.slice(shown2);
}
function wholeCharacters(text) {
  return text.replace(/[\ud800-\udbff]$/, "");
}

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
  const { status, headers, text } = reply;
  const { keyName: keyName2, apiKey, baseUrl } = party;
  const said = saidIn(text, apiKey);
  const told = said === "" ? `${status}` : `${status}: ${said}`;
  if (status >= 300 && status < 400) return redirected(reply, party);
  if (status === 401) {
    const remedy = apiKey === null ? `asks for a key: set ${keyName2}` : `does not accept the key: check ${keyName2}`;
    return fault(`the server ${remedy} (${told})`, { forAll: "always" });
  }
  if (status === 402 || /insufficient_quota/.test(text)) {
    return fault(`the account has nothing left to spend (${told})`, { forAll: "always" });
  }
  if (status === 403) {
    return fault(`the server refuses access: check what the key in ${keyName2} may do (${told})`, {
      forAll: "until-answered"
    });
  }
  if (status === 413) return fault(`the prompt is too large for the server (${told})`, { byPrompt: true });
  if (status !== 429 && overTheWindow(text)) {
    return fault(`the prompt does not fit the model’s window (${told})`, { byPrompt: true });
  }
  const overload = status === 429 || status === 503;
  const worthwhile = overload || status === 408 || status === 409 || status === 425 || status >= 500;
  if (!worthwhile && /plain HTTP request was sent to HTTPS port/i.test(text)) {
    return fault(`${new URL(baseUrl).host} is a TLS server: begin the base URL with https://`, { forAll: "always" });
  }
  const wanted = headers.get("x-should-retry");
  const again = wanted === "true" || worthwhile && wanted !== "false" && status !== 501 ? "often" : "never";
  const askedMs = again === "often" ? askedWaitMs((name2) => headers.get(name2), now) : null;
  if (askedMs !== null && askedMs > LONGEST_QUIET_MS) {
    const minutes = Math.ceil(askedMs / 6e4);
    return fault(`the server wants to be asked again in ${minutes} minutes at the earliest (${told})`, {
      forAll: "always"
    });
  }
  const what = overload ? "the server has too much to do" : again === "often" ? "the server failed" : "the server refuses the request";
  return fault(`${what} (${told})`, { again, overload, askedMs });
}
function redirected({ status, headers }, { baseUrl, apiKey }) {
  const location = headers.get("location");
  const to = location !== null && URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : null;
  const where = to === null ? "nowhere" : outsideLine(`${to.origin}${to.pathname}`, apiKey, 100);
  const why = "not followed, since key and code would go there";
  return fault(`the server redirects to ${where} (${status}): ${why}; if that is right, make it the base URL`, {
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
var contentSchema2 = z8.union([z8.string(), z8.array(z8.looseObject({ text: z8.string().nullish().catch(null) }))]).nullish().transform(
  (content) => Array.isArray(content) ? content.map(({ text }) => text ?? "").join("") : content ?? null
);
var countSchema = z8.int().min(0).nullish().catch(null);
var replySchema = z8.looseObject({
  model: z8.string().nullish().catch(null),
  choices: z8.array(
    z8.looseObject({
      finish_reason: z8.string().nullish().catch(null),
      text: contentSchema2,
      message: z8.looseObject({ content: contentSchema2, refusal: z8.string().nullish().catch(null) }).nullish()
    })
  ).nullish(),
  usage: z8.looseObject({ prompt_tokens: countSchema, completion_tokens: countSchema }).nullish().catch(null)
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
    makeStatusError(status, json, text, headers) {
      throw new Refusal({ kind: "replied", status, headers, text: text ?? JSON.stringify(json) });
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
    const next = redirectWithin(response, target);
    if (next === null || hop === MOST_REDIRECTS) return whole(response);
    await response.body?.cancel();
    target = next;
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
  const { status, headers, body } = response;
  if (body === null) return new Response(null, { status, headers });
  const chunks = [];
  let bytes2 = 0;
  for await (const chunk of body) {
    bytes2 += chunk.byteLength;
    if (bytes2 > LARGEST_REPLY_BYTES) throw new ReplyTooLarge("the reply does not end");
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status, headers });
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
function fieldsRefused(status, said, body) {
  if (status !== 400 && status !== 422) return [];
  const sent = OPTIONAL.filter((field) => field in body);
  const named = sent.filter((field) => new RegExp(`\\b${field}\\b`).test(said));
  if (named.length > 0) return NOT_TAKEN.test(said) ? named : [];
  return sent.filter((field) => DISPENSABLE.includes(field));
}

// src/models/openai/standing.ts
var PATIENCE = 5;
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
      if (inARow < PATIENCE) return { ...failure, fatal: false };
      givenUp ??= { ...failure, detail: `${inARow} calls in a row failed, the last one: ${detail}`, fatal: true };
      return givenUp;
    }
  };
}

// src/models/openai/throttle.ts
import { setTimeout as sleep } from "node:timers/promises";
import pLimit2 from "p-limit";
function makeThrottle(ceiling) {
  const limit = pLimit2(ceiling);
  let pace = startingPace(ceiling);
  let quietUntil = 0;
  const keep = (next) => {
    pace = next;
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
    run: (task, signal) => new Promise((resolve7, reject) => {
      const stop = () => reject(signal.reason);
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop, { once: true });
      limit(async () => {
        while (performance.now() < quietUntil) await pause(quietUntil - performance.now(), signal);
        signal.throwIfAborted();
        return task(takeTurn());
      }).then(resolve7, reject).finally(() => signal.removeEventListener("abort", stop));
    })
  };
}
async function pause(ms, signal) {
  await sleep(ms, void 0, { signal }).catch((error) => {
    signal.throwIfAborted();
    throw error;
  });
}

// src/models/openai/unwanted.ts
var MOST_NAMES = 8;
var UNKNOWN_MODEL = /model_not_found|server is pinned to|model\b.{0,100}\b(not found|does not exist|not exist|not loaded)/i;
async function refusalLookedInto({ status, text }, request, seen, party, listModels) {
  const notWanted = status === 400 || status === 422;
  if (status === 404 || notWanted && UNKNOWN_MODEL.test(text)) {
    return fault(notFound(status, request, party, namesIn3(await listModels())), { forAll: "always" });
  }
  if (notWanted && "suffix" in request.body && /\bsuffix\b/i.test(text)) {
    const others = "choose another prompt format, `chat` or the one of the model’s family (`fim-…`)";
    return fault(`the server takes no suffix (${status}): ${others}`, { forAll: "always" });
  }
  return seen;
}
function notFound(status, { endpoint }, party, names) {
  const { baseUrl, apiKey } = party;
  const model = outsideLine(party.model, apiKey, 100);
  if (names === null) {
    return `${baseUrl} has no ${endpoint}, or no model ${model} (${status}): check the base URL and the model’s name`;
  }
  if (names.includes(party.model)) {
    const other = endpoint === "/completions" ? "`chat`" : "`completion`";
    return `${baseUrl} has the model ${model}, but no ${endpoint} (${status}): choose the prompt format ${other}`;
  }
  const shown2 = names.slice(0, MOST_NAMES).map((name2) => outsideLine(name2, apiKey, 80));
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return `${baseUrl} has no model ${model} (${status}): ${names.length === 0 ? "it names none" : `it has ${shown2.join(", ")}${more}`}`;
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
    const { status, text } = reply;
    const unwanted = problem !== read3 || problem.byPrompt ? [] : fieldsRefused(status, text, request.body);
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
    throw bad(
      "the base URL holds a user name or password, which would be shown in reports",
      "Leave it out; the key has its own setting."
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw bad(
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
  const shown2 = /^[\w.:/-]{1,100}$/.test(given) ? `the base URL ${given}` : "the base URL";
  throw bad(`${shown2} is no http or https address`, "Write it as http://127.0.0.1:8000/v1.");
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
function bad(message, remedy) {
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
    throw bad2(
      `a timeout of ${timeoutMs} ms is not possible`,
      `Choose one up to ${LONGEST_TIMEOUT_MS / 1e3} seconds.`
    );
  }
  const taken = OWN_FIELDS.find((field) => field in extraBody);
  if (taken !== void 0) throw bad2(`the field ${taken} cannot be set for a server`, "Leave it out.");
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
  throw bad2(`the key in ${keyName(settings2)} holds characters that no key has`, "Copy it again, without line breaks.");
}
function factsOf(extraBody) {
  const fields = Object.entries(extraBody).sort(([a], [b]) => a < b ? -1 : 1);
  if (fields.length === 0) return [];
  return [`fields ${createHash7("sha256").update(JSON.stringify(fields)).digest("hex")}`];
}
function bad2(message, remedy) {
  return new ExpectedFailure("bad-setting", message, remedy);
}

// src/compose/providers.ts
var PROVIDERS = {
  openai: openOpenAi,
  gguf: ({ path }, { folder }) => notHere("gguf", resolve3(folder, path)),
  command: ({ command }) => notHere("command", command)
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
async function notHere(provider, what) {
  throw new ExpectedFailure(
    "bad-setting",
    `the provider ${provider} is not part of this build (${what})`,
    "Use openai, behind which any local server can stand."
  );
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
  if (named !== void 0 && file !== null) return { entry: named, folder: dirname5(resolve4(file.path)) };
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
  return loadEmbedded(path === void 0 ? null : resolve4(folder, path), around.repository, around.languages);
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
  const windowTokens = entry["context-tokens"];
  const maxTokens = entry["max-tokens"];
  if (maxTokens >= windowTokens) {
    throw new ExpectedFailure(
      "bad-setting",
      `an answer of ${maxTokens} tokens leaves no room in a window of ${windowTokens}`,
      "Lower max-tokens, or say in context-tokens how long the window is."
    );
  }
  const trainedAt2 = await trainedAtOf(entry["trained-at"], repository);
  const tokens2 = await counterOf(entry.tokenizer, operator.folder);
  const model = languageModel2({
    text: await openTextModel(entry, operator),
    origin: { baseModel: entry["base-model"] ?? null, trainedAt: trainedAt2, recipe: null },
    language: languages.main,
    format: entry.format,
    windowTokens,
    maxTokens,
    temperature: entry.temperature,
    sampleTemperature: entry["sample-temperature"],
    tokens: tokens2,
    cache,
    budget,
    price
  });
  const { fingerprint } = model.card;
  const path = repository === null ? null : inStateFolder(repository, "cards", fingerprint);
  const baseline = path === null ? null : await readBaseline(path, fingerprint);
  return { model: { ...model, card: { ...model.card, baseline } }, path };
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
  if (tokenizer === void 0) return ESTIMATED_TOKENS;
  const path = resolve4(folder, tokenizer);
  return tokenizerCounter(await readSettingsFile(path), path);
}

// src/compose.ts
async function composeLanguages(environment) {
  const registry = await loadLanguages({ java: { parser: environment.parser === "wasm" ? "wasm" : "auto" } });
  const [main2] = registry.languages;
  if (main2 === void 0) throw new Error("no language is registered");
  return { main: main2, forPath: registry.forPath };
}
async function composeLedgers(repository) {
  await ensureStateFolder(repository);
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
async function composeJournal(repository, environment, identity) {
  const name2 = `${createHash8("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 24)}.jsonl`;
  if (repository === null) return openJournal(join8(environment.cacheFolder, "evaluate", name2));
  await ensureStateFolder(repository);
  return openJournal(inStateFolder(repository, "evaluate", name2));
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
    const { line: line3, col } = lines.linePos(offset);
    return `${file}:${line3}:${col}`;
  };
  const document = parseYaml(textOf6(bytes2, file), lines, at);
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
function textOf6(bytes2, file) {
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
  const what = given === null ? `${name2} has no value` : `${name2} does not take ${shown(given)}`;
  const kind = typeof setting.byDefault === "boolean" ? "true or false" : "a number";
  throw refusal(at(given === null ? offset : offsetOf(value)), what, `It takes ${kind}: ${setting.description}.`);
}
function shown(value) {
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
  const { normal: z19, few } = LEVELS[level];
  const exact = few[degreesOfFreedom - 1];
  if (exact !== void 0) return exact;
  const first = (z19 ** 3 + z19) / 4;
  const second = (5 * z19 ** 5 + 16 * z19 ** 3 + 3 * z19) / 96;
  const third = (3 * z19 ** 7 + 19 * z19 ** 5 + 17 * z19 ** 3 - 15 * z19) / 384;
  return z19 + first / degreesOfFreedom + second / degreesOfFreedom ** 2 + third / degreesOfFreedom ** 3;
}

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
  let failed2 = 0;
  for (const file of shard2) {
    for (const unit of file.units) {
      if (unit.score?.failed) failed2++;
      if (unit.rescored || unit.trained === null) {
        const status = statusOf(unit);
        rescored2[status] = addRescored(rescored2[status], unit);
      } else {
        const key = String(unit.trained.stratum);
        untouched[key] = addTallies(untouched[key], stratumTallyOf(unit.score?.similarity ?? null));
      }
    }
    for (const trained of file.departed) deleted = addRescored(deleted, { trained, score: null });
  }
  return { untouched, rescored: rescored2, deleted, failed: failed2 };
}
function stratumTallyOf(similarity3) {
  return similarity3 === null ? { population: 1, drawn: 0, sum: 0, squares: 0 } : { population: 1, drawn: 1, sum: similarity3, squares: similarity3 * similarity3 };
}
function addRescored(tally4, { trained, score: score2 }) {
  const one = { units: 1, sum: score2?.similarity ?? 0, former: {} };
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
  const told = [];
  let open3 = null;
  for (const [index, pair] of pairs2.entries()) {
    const single = { ...pair, members: [index], totalBefore: totalOf(pair.before) };
    open3 = open3 === null ? single : joined3(open3, single);
    if (!tells(open3)) continue;
    told.push(open3);
    open3 = null;
  }
  if (open3 === null) return told;
  const last = told.pop();
  return [...told, last === void 0 ? open3 : joined3(last, open3)];
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
  const units = sumOf(strata, ({ now: now2 }) => now2.population) + sumOf(rescored2, (part2) => part2.units);
  const totalNow = sumOf(strata, ({ now: now2 }) => totalOf(now2)) + sumOf(rescored2, (part2) => part2.sum);
  const unitsThen = sumOf(then, ({ population }) => population);
  const meanThen = unitsThen === 0 ? 0 : sumOf(strata, ({ totalBefore }) => totalBefore) / unitsThen;
  const now = units === 0 ? null : { value: totalNow / units, margin: marginOf(strata, { now: 1 / units, before: 0 }) };
  const marginThen = unitsThen === 0 ? null : marginOf(strata, { now: 0, before: 1 / unitsThen });
  const baseline = { value: meanThen, margin: marginThen, units: unitsThen };
  return {
    units,
    scored: sumOf(strata, (pair) => pair.now.drawn) + sumOf(rescored2, (part2) => part2.units),
    failed: tally4.failed,
    now,
    baseline,
    freshness: now === null || meanThen === 0 ? null : freshnessOf(strata, tally4, units, now.value, baseline)
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
  const guess = (part2, { before: before3, members }) => sumOf(members, (stratum2) => {
    const { units, drawn, sum: sum2 } = part2.former[stratum2] ?? NO_FORMER;
    return units === drawn ? sum2 : sum2 + (units - drawn) * meanOf(before3);
  });
  const unitsIn2 = (part2, { members }) => sumOf(members, (stratum2) => part2.former[stratum2]?.units ?? 0);
  const wanting = strata.map((pair) => {
    const touched = sumOf(parts, (part2) => unitsIn2(part2, pair));
    if (touched === 0 || isCensus(pair)) return 0;
    return (pair.totalBefore - totalOf(pair.now) - sumOf(parts, (part2) => guess(part2, pair))) / touched;
  });
  return (part2) => strata.reduce((sum2, pair, index) => sum2 + guess(part2, pair) + unitsIn2(part2, pair) * (wanting[index] ?? 0), 0);
}
var NO_FORMER = { units: 0, drawn: 0, sum: 0 };
function sumOf(items, numberOf3) {
  return items.reduce((sum2, item) => sum2 + numberOf3(item), 0);
}

// src/core/ledger-history.ts
var KEPT_ONE_BY_ONE = 100;
function withPoint(history, point) {
  const before3 = history.at(-1)?.revision === point.revision ? history.slice(0, -1) : history;
  const old = before3.slice(0, -KEPT_ONE_BY_ONE);
  const thinned = old.filter((point2, index) => point2.committedAt === null || dayOf(point2) !== dayOf(before3[index + 1]));
  return [...thinned, ...before3.slice(-KEPT_ONE_BY_ONE), point];
}
function dayOf(point) {
  return point?.committedAt?.slice(0, 10);
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
      const units = [...old?.units ?? [], ...unitsByPath.get(path) ?? []].sort(byId);
      const departed = [...old?.departed ?? [], ...departedByPath.get(path) ?? []].sort(byId);
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
function byId(a, b) {
  return compareText(a.id, b.id);
}
function groupBy(items, keyOf) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups2.get(keyOf(item));
    if (group === void 0) groups2.set(keyOf(item), [item]);
    else group.push(item);
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
  const bounds = Array.from({ length: parts + 1 }, (_, part2) => Math.round(part2 * items.length / parts));
  return bounds.slice(1).map((end3, part2) => items.slice(bounds[part2], end3)).filter(({ length }) => length > 0);
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
  const baseline = Array.from({ length: strata.count }, () => NOTHING2);
  const entries = units.map((facts) => {
    const stratum2 = strata.stratumOf.get(facts.id) ?? 0;
    const score2 = scores3.get(facts.id) ?? null;
    const similarity3 = score2?.similarity ?? null;
    baseline[stratum2] = addTallies(baseline[stratum2], stratumTallyOf(similarity3));
    const { id, path, code: code2 } = facts;
    return { ...facts, score: score2, trained: { id, path, code: code2, stratum: stratum2, similarity: similarity3 }, rescored: false };
  });
  const paths = new Set(units.map(({ path }) => path));
  const shards = withFiles(/* @__PURE__ */ new Map(), { paths, units: entries, departed: [] });
  const beginning = { schemaVersion: 1, model, trainedAt: trainedAt2, standsAt: trainedAt2, sample, baseline };
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
function ledgerMeans({ baseline, shards }) {
  const tally4 = Object.keys(shards).sort().reduce((sum2, name2) => addLedgerTallies(sum2, shards[name2] ?? EMPTY_TALLY), EMPTY_TALLY);
  return meansOf(baseline, tally4);
}
function filesIn(shards) {
  return new Map([...shards.values()].flatMap((shard2) => shard2.map((file) => [file.path, file])));
}

// src/report/badge.ts
import { makeBadge } from "badge-maker";

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
  const hundredths2 = share3 * 100;
  const whole2 = hundredths2.toFixed(0);
  const rounds = !isExtreme(Number(whole2)) || Number(whole2) === hundredths2;
  return `${rounds ? unsigned(whole2) : decimal(hundredths2, 1, 100)} %`;
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
function revisionWithHash(label) {
  const name2 = revisionName(label);
  const hash = shortRevision(label.revision);
  return label.revision === "WORKTREE" || name2 === hash ? name2 : `${name2} (${hash})`;
}
function isEmbedded(card) {
  return card.provider === EMBEDDED;
}
function modelName(card) {
  return isEmbedded(card) ? "project memory" : card.name;
}
function trainedAt({ trainedAt: training }, quote = (revision2) => revision2) {
  if (training === null) return "not known what it was trained on";
  const [day2] = /^\d{4}-\d{2}-\d{2}/.exec(training.committedAt ?? "") ?? [];
  return `trained at ${quote(shortRevision(training.revision))}${day2 === void 0 ? "" : ` of ${day2}`}`;
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
  const counted6 = methods2 ?? 0;
  if (counted6 + files === 0) return null;
  const what = counted6 === 0 ? count2(files, "file") : count2(counted6, "method");
  const place = counted6 === 0 ? "of" : "in";
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
  const rounded2 = Number(value.toFixed(digits));
  const step = 10 ** -digits;
  if (rounded2 !== value && rounded2 === 0) return value > 0 ? `< ${step.toFixed(digits)}` : `> -${step.toFixed(digits)}`;
  if (rounded2 === full && value < full) return `> ${(full - step).toFixed(digits)}`;
  const [integer = "", fraction] = unsigned(value.toFixed(digits)).split(".");
  return fraction === void 0 ? grouped(integer) : `${grouped(integer)}.${fraction}`;
}
function unsigned(digits) {
  return Number(digits) === 0 ? digits.replace("-", "") : digits;
}

// src/report/badge.ts
var LABEL = "model freshness";
function badgeSvg(facts) {
  const svg = makeBadge({ label: LABEL, message: messageOf(facts), color: colorOf(facts) });
  return facts.verdict === "unknown" ? svg : svg.replaceAll(SPOKEN, `$&, ${facts.verdict}`);
}
var SPOKEN = new RegExp(`${LABEL}: [^"<]*`, "g");
function badgeEndpoint(facts) {
  return { schemaVersion: 1, label: LABEL, message: messageOf(facts), color: colorOf(facts) };
}
function badgeJson(facts) {
  return `${JSON.stringify(badgeEndpoint(facts), null, 2)}
`;
}
function messageOf(facts) {
  if (facts.verdict === "unknown") return "unknown";
  const { freshness, line: line3 } = facts;
  const shown2 = percent(freshness);
  return freshness < line3 && shown2 === percent(line3) ? `< ${shown2}` : shown2;
}
function colorOf(facts) {
  switch (facts.verdict) {
    case "fresh":
      return pointsAbove(facts) <= facts.warnWithin + ROUNDING_NOISE ? "yellow" : "brightgreen";
    case "stale":
      return "red";
    case "unknown":
      return "lightgrey";
    default:
      return facts;
  }
}
var ROUNDING_NOISE = 1e-9;
function pointsAbove({ freshness, line: line3 }) {
  return (freshness - line3) * 100;
}

// src/core/report-parts.ts
var REPORT_SCHEMA_VERSION = 1;

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
    const { methods: methods2, tokens: tokens2, cost } = this.#budget;
    if (methods2 !== null && this.#asked.size > methods2) return false;
    if (tokens2 !== null && this.#promptTokens + this.#completionTokens > tokens2) return false;
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
    const counted6 = estimating(model);
    this.#counted.push(counted6);
    return counted6.model;
  }
  report(command) {
    const models = this.#counted.map((counted6) => counted6.estimate());
    return { schemaVersion: REPORT_SCHEMA_VERSION, kind: "estimate", command, models };
  }
};

// src/cli/badge.ts
async function runBadge(options, shell) {
  const repository = await openRepository(options.repo);
  const languages = await composeLanguages(shell.environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  const { freshness: policy } = await readRepositorySettings(repository);
  const store = await composeLedgers(repository);
  const facts = loaded === null ? UNKNOWN : await factsOf2(store, loaded.model.card.fingerprint, policy);
  const files = { "freshness.svg": badgeSvg(facts), "freshness.json": badgeJson(facts) };
  for (const [name2, content] of Object.entries(files)) {
    const path = join9(options.outputDir, name2);
    await makeParentFolder(path);
    await writeOutput(path, content);
    process.stdout.write(`wrote ${path}
`);
  }
}
var UNKNOWN = { verdict: "unknown" };
async function factsOf2(store, fingerprint, policy) {
  const stored = await store.load(fingerprint);
  if (stored === null) return UNKNOWN;
  const means = ledgerMeans(stored.head);
  const { kind } = judgeFreshness(means, policy);
  if (kind === "unknown" || means.freshness === null) return UNKNOWN;
  return { verdict: kind, freshness: means.freshness.value, ...policy };
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
  for (const [line3, count3] of small.counts) common += line3.length * Math.min(count3, large.counts.get(line3) ?? 0);
  return 2 * common / total;
}
function lineBag(text) {
  const counts2 = /* @__PURE__ */ new Map();
  let characters2 = 0;
  for (const line3 of text.split("\n")) {
    const trimmed = line3.trim();
    if (trimmed === "") continue;
    counts2.set(trimmed, (counts2.get(trimmed) ?? 0) + 1);
    characters2 += trimmed.length;
  }
  return { counts: counts2, characters: characters2 };
}
function likenessCandidates(before3, after2) {
  const postings = /* @__PURE__ */ new Map();
  for (const [index, bag] of before3.entries()) {
    for (const line3 of bag.counts.keys()) {
      const texts2 = postings.get(line3);
      if (texts2 === void 0) postings.set(line3, [index]);
      else texts2.push(index);
    }
  }
  const pairings = [];
  for (const [afterIndex, bag] of after2.entries()) {
    const shared2 = /* @__PURE__ */ new Map();
    for (const line3 of bag.counts.keys()) {
      const texts2 = postings.get(line3) ?? [];
      if (texts2.length > COMMON_LINE_TEXTS) continue;
      for (const beforeIndex of texts2) shared2.set(beforeIndex, (shared2.get(beforeIndex) ?? 0) + line3.length);
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
  const byId2 = (a, b) => compareText(a.current.unit.id, b.current.unit.id);
  return {
    changed: changed.sort(byId2),
    cosmetic: cosmetic.sort(byId2),
    movedOnly: movedOnly.sort(byId2),
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
  const seen = /* @__PURE__ */ new Set();
  const consider = (before3, after2) => {
    const key = before3 * came.length + after2;
    if (seen.has(key)) return;
    seen.add(key);
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
  for (const [index, item] of items.entries()) {
    const group = groups2.get(keyOf(item));
    if (group === void 0) groups2.set(keyOf(item), [index]);
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
  for (let part2 = HEAD_PART.exec(text); part2 !== null; part2 = HEAD_PART.exec(text)) {
    const [words] = part2;
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
  const escaped = text.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return Buffer.from(escaped, "latin1");
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
    const paths = changed.filter(({ status }) => status !== absent).map(({ path }) => path);
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
import { createHash as createHash9 } from "node:crypto";
import { setImmediate as setImmediate2 } from "node:timers/promises";
import { pMapIterable as pMapIterable2 } from "p-map";
async function* rewrite(items, { model, samples, signal, progress, journal }) {
  const results = pMapIterable2(
    items,
    async (item) => {
      await setImmediate2();
      signal.throwIfAborted();
      const key = journal === null ? "" : stubKey(model, item.stub);
      const known = journal?.get(key);
      const { stub, countsAs = stub.target.id } = item;
      const options = { samples: item.samples ?? samples, countsAs, signal };
      const regeneration = known ?? await model.regenerate(stub, options);
      if (known === void 0 && isWorthKeeping(regeneration)) await journal?.append(key, regeneration);
      return { item, regeneration };
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
  return createHash9("sha256").update(JSON.stringify([model.card.provider, model.card.fingerprint, target.id, source.path])).update(source.text).digest("hex");
}

// src/jobs/check.ts
async function check(input) {
  const { base, head, policy } = input;
  const change = await readChange(input);
  const { model, origin: origin2 } = change.eligible.length === 0 ? NO_MODEL : await input.openModel();
  const { judged, unasked } = model === null ? NOTHING_JUDGED : await judgeAll(change.eligible, model, input);
  const rows = judged.map(({ row: row3 }) => row3);
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
    files: files.map(({ row: row3 }) => row3),
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
  for await (const { item, regeneration } of rewrite(answers, rewriting)) {
    (item.role === "before" ? before3 : after2).set(item.change, regeneration);
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
  const row3 = {
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
  return { row: row3, measurement: { ...measurement, failed: written3 === null }, source: current.source };
}
function knew(body, regeneration, policy) {
  return regeneration.kind === "regenerated" ? similarity(body, regeneration.body) >= policy.familiar : null;
}
function disagreementOf({ samples }) {
  return disagreement((samples ?? []).map(({ body, probability }) => ({ text: body, weight: probability ?? 1 })));
}
function rewrittenFiles(judged) {
  const bodiesByFile = /* @__PURE__ */ new Map();
  for (const { row: row3, source } of judged) {
    const bodies = bodiesByFile.get(source) ?? /* @__PURE__ */ new Map();
    bodies.set(row3.id, row3.texts.regenerated ?? EMPTY_BODY);
    bodiesByFile.set(source, bodies);
  }
  return [...bodiesByFile].map(([source, bodies]) => {
    const regenerated = withBodies(source, ({ id }) => bodies.get(id)).text;
    const stub = withBodies(source, ({ id }) => bodies.has(id) ? EMPTY_BODY : void 0).text;
    const measurement = measure(source.text, regenerated, stub);
    const row3 = { id: source.path, distance: measurement.distance, similarity: measurement.similarity };
    return { row: row3, measurement };
  }).sort((a, b) => compareText(a.row.id, b.row.id));
}
function countVerdicts(rows) {
  const counts2 = { reproduced: 0, outdated: 0, ambiguous: 0, familiar: 0, unfamiliar: 0, newToIt: 0, failed: 0 };
  for (const row3 of rows) {
    if (row3.verdict === null) counts2.failed++;
    else if (row3.verdict === "unfamiliar" && row3.change === "added") counts2.newToIt++;
    else counts2[row3.verdict]++;
  }
  return counts2;
}

// src/report/asking-words.ts
function money({ amount, currency }) {
  if (amount === 0) return `0 ${currency}`;
  const digits = amount >= 1 ? 2 : Math.min(9, 2 - Math.floor(Math.log10(amount)));
  const [whole2 = "", decimals = ""] = amount.toFixed(digits).split(".");
  return `${grouped(whole2)}.${decimals} ${currency}`;
}
function usageSentences({ usage: usage2 }, quote = (name2) => visible(name2)) {
  if (usage2 === void 0 || usage2.calls === 0) return [];
  const { answeredAs } = usage2;
  const said = [answersWords(usage2), tokenWords(usage2), ...usage2.cost === null ? [] : [money(usage2.cost)]].join("; ");
  if (answeredAs.length === 0) return [said];
  const names = list2(answeredAs.map(quote));
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
  return `${tokens(promptTokens)} of prompts and ${grouped(String(completionTokens))} of answers`;
}
function tokens(number3) {
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
function estimateSentence(estimate2, quote = (name2) => visible(name2)) {
  const { model, methods: methods2, isFree, calls: calls2 } = estimate2;
  const name2 = quote(modelName(model));
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
  const size = `${tokens(promptTokens)} of prompts, and at most ${grouped(String(completionTokens))} of answers`;
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
    ...budget.tokens === null ? [] : [tokens(budget.tokens)],
    ...budget.cost === null ? [] : [`a cost of ${budget.cost}`]
  ];
  const enough = withinBudget >= methods2;
  return `the budget of ${list2(bounds)} suffices${enough ? "" : ` for at least ${grouped(String(withinBudget))} of them`}`;
}

// src/report/sentences.ts
var VERBATIM_MEMORY = "The embedded model has read the bodies that it writes here: this score is verbatim memory, not to be put beside a language model's.";
function sampleSentence({ sample, summary }) {
  if (sample === null) return null;
  const { count: drawn } = summary.methods;
  return `A sample: ${grouped(String(drawn))} of ${count2(sample.methods, "method")}, drawn by lot with seed ${sample.seed} from neighbouring files and like sizes`;
}
function originSentence(origin2, quote = (command) => command) {
  switch (origin2) {
    case null:
    case "trained":
      return null;
    case "trained-later":
      return "The model was trained at a state that is not before this change, so it may have learned the change itself: what it knows here proves nothing.";
    case "trained-on-base":
      return `The model was trained on the base just now, in memory: the report shows what this change moves, not how old a model is. To measure that as well, keep a model: ${quote(COMMANDS.train)}`;
    default:
      return origin2;
  }
}
function scoreSentences({
  count: eligible2,
  scored,
  failed: failed2,
  withFailuresAsStubs,
  ...means
}) {
  if (eligible2 === 0) return [];
  const asStubs = `${scoresInWords(withFailuresAsStubs)} over ${count2(eligible2, "method")}`;
  if (scored === 0)
    return [`no method was scored; ${failed2 === 1 ? "the failure as a stub" : "the failures as stubs"}: ${asStubs}`];
  if (failed2 === 0)
    return [`${scoresInWords(means)} over ${count2(eligible2, "method")}${eligible2 === 1 ? "" : ", all scored"}`];
  return [
    `${scoresInWords(means)} over ${count2(scored, "scored method")} of ${grouped(String(eligible2))}`,
    `with ${failed2 === 1 ? "the failure as a stub" : "the failures as stubs"}, which decides: ${asStubs}`
  ];
}
function reproducedWords(reproduced3, { scored, failed: failed2 }) {
  if (scored === 0) return null;
  const methods2 = count2(scored, failed2 === 0 ? "method" : "scored method");
  return `${grouped(String(reproduced3))} of ${methods2} came back with the same tokens (${percent(reproduced3 / scored)})`;
}
function failureSentence(rows) {
  const reasons = /* @__PURE__ */ new Map();
  for (const { failure } of rows) {
    if (failure !== null)
      reasons.set(failureWords(failure.reason), (reasons.get(failureWords(failure.reason)) ?? 0) + 1);
  }
  const failed2 = [...reasons.values()].reduce((sum2, number3) => sum2 + number3, 0);
  if (failed2 === 0) return null;
  const most = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, number3]) => `${reason} (${grouped(String(number3))})`);
  return `${grouped(String(failed2))} of ${count2(rows.length, "method")} failed: ${most.join(", ")}`;
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
function standingOf(row3) {
  switch (row3.verdict) {
    case null:
      return "failed";
    case "outdated":
      if (row3.knewPrevious === null) return "outdated";
      return row3.knewPrevious ? "outdated-by-change" : "outdated-already";
    case "unfamiliar":
      if (row3.change === "added") return "new";
      if (row3.knewPrevious === null) return "unfamiliar";
      return row3.knewPrevious ? "unfamiliar-since" : "unfamiliar-already";
    default:
      return row3.verdict;
  }
}
function standingLabel(row3) {
  return LABELS[standingOf(row3)];
}
function standingPhrase(row3) {
  const standing = standingOf(row3);
  if (standing !== "failed") return PHRASES[standing];
  return row3.failure === null ? "failed" : `failed: ${failureWords(row3.failure.reason)}`;
}
function isKnown(row3) {
  const standing = standingOf(row3);
  return standing === "familiar" || standing === "reproduced";
}
function worstFirst(rows) {
  return [...rows].sort(
    (a, b) => STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) || (a.similarity ?? 0) - (b.similarity ?? 0) || compareText(a.id, b.id)
  );
}
function tally2(rows) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const row3 of rows) counts2.set(standingOf(row3), (counts2.get(standingOf(row3)) ?? 0) + 1);
  return counts2;
}
function tallyWords(rows) {
  const counts2 = tally2(rows);
  return STANDINGS.flatMap((standing) => {
    const number3 = counts2.get(standing) ?? 0;
    return number3 === 0 ? [] : [`${grouped(String(number3))} ${TALLIES[standing]}`];
  });
}
function standingsOf(rows) {
  const [first, ...others] = tally2(rows).keys();
  return first !== void 0 && others.length === 0 ? `, ${TALLIES[first]}` : `: ${tallyWords(rows).join(", ")}`;
}
function changedFileCount(report) {
  return new Set(report.methods.map((row3) => row3.path)).size;
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
  let line3 = "";
  for (const word of text.split(" ")) {
    if (line3 !== "" && widthOf(`${indent}${line3} ${word}`) > width) {
      lines.push(indent + line3);
      line3 = word;
    } else line3 = line3 === "" ? word : `${line3} ${word}`;
  }
  return line3 === "" ? lines : [...lines, indent + line3];
}
function title(parts, options) {
  const gap = "   ";
  const lines = [];
  for (const part2 of parts) {
    const last = lines.at(-1);
    if (last !== void 0 && widthOf(last + gap + part2) <= options.width) lines[lines.length - 1] = last + gap + part2;
    else lines.push(truncateMiddle(last === void 0 ? part2 : `  ${part2}`, options.width));
  }
  return lines.map((line3, index) => index === 0 ? paints(options).bold(line3) : line3);
}
function paragraphs(...blocks) {
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => index === 0 ? lines : ["", ...lines]);
}
function columns(rows, indent) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row3) => widthOf(row3[column] ?? ""))));
  return rows.map(
    (row3) => (indent + row3.map((cell2, at) => (at === 0 ? padEnd : padStart)(cell2, widths[at] ?? 0)).join("  ")).trimEnd()
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

// src/report/terminal/check-rows.ts
var LAYOUTS = [
  { bar: true, before: true, path: true },
  { bar: false, before: true, path: true },
  { bar: false, before: false, path: true },
  { bar: false, before: false, path: false }
];
var INDENT = "  ";
var LABEL_WIDTH = "unfamiliar".length;
var GAP = "   ";
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
  const cells = rows.map(cellsOf);
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
  const spent = (layout2) => INDENT.length + LABEL_WIDTH + GAP.length + 2 + (layout2.bar ? BAR_WIDTH + 1 : 0) + widths.similarity + (layout2.before && widths.previous > 0 ? GAP.length + widths.previous : 0) + (layout2.path ? GAP.length : 0);
  const needed = (layout2) => Math.min(widths.name, READABLE) + (layout2.path ? Math.min(widths.path, READABLE) : 0);
  const fits = (layout2) => options.width - spent(layout2) >= needed(layout2);
  const layout = LAYOUTS.find(fits) ?? { bar: false, before: false, path: false };
  const room = Math.max(LEAST, options.width - spent(layout));
  const pathShare = layout.path ? Math.min(widths.path, Math.max(Math.floor(room / 2), room - widths.name)) : 0;
  const nameWidth = Math.min(widths.name, room - pathShare);
  return cells.map((cell2) => line2(cell2, layout, { ...widths, name: nameWidth, path: room - nameWidth }, paint));
}
function cellsOf(row3) {
  return {
    row: row3,
    name: visible(methodName(row3.id, row3.path)),
    similarity: percent(row3.similarity),
    previous: row3.similarityToPrevious === null ? "" : `before ${percent(row3.similarityToPrevious).padStart("100 %".length)}`,
    path: visible(`${row3.path}:${row3.line}`)
  };
}
function line2(cells, layout, widths, paint) {
  const { row: row3 } = cells;
  const color = paint[COLORS[standingOf(row3)]];
  const columns2 = [
    color(padEnd(standingLabel(row3), LABEL_WIDTH)),
    `${padEnd(truncateMiddle(cells.name, widths.name), widths.name)}  ${measure2(cells, layout.bar, widths.similarity, color, paint)}`,
    ...layout.before && widths.previous > 0 ? [paint.dim(padEnd(cells.previous, widths.previous))] : [],
    ...layout.path ? [paint.dim(truncatePath(cells.path, widths.path))] : []
  ];
  return (INDENT + columns2.join(GAP)).trimEnd();
}
function measure2({ row: row3, similarity: similarity3 }, withBar, width, color, paint) {
  const number3 = padStart(similarity3, width);
  if (!withBar) return number3;
  if (row3.similarity === null) {
    const why = row3.failure === null ? NO_VALUE : failureWords(row3.failure.reason);
    return paint.dim(padEnd(why, BAR_WIDTH + 1 + width));
  }
  const cells = bar(row3.similarity);
  const empty = cells.indexOf("·");
  const painted = empty < 0 ? color(cells) : color(cells.slice(0, empty)) + paint.dim(cells.slice(empty));
  return `${painted} ${number3}`;
}

// src/report/terminal/parts.ts
var FEW_NOTES = 5;
var FEW_DETAILS = 3;
var FEW_NAMES = 3;
function leftOutLines(leftOut, options) {
  const said = leftOut.flatMap((one) => leftOutWords(one) ?? []);
  return said.length === 0 ? [] : prose(`left out: ${said.join(", ")}`, options);
}
function noteLines(notes, options) {
  const lines = notes.slice(0, FEW_NOTES).flatMap((note) => prose(`${visible(note.path)}: ${noteWords(note)}`, options));
  const rest = notes.length - FEW_NOTES;
  return rest > 0 ? [...lines, ...prose(`… and ${count2(rest, "more file")} with notes`, options)] : lines;
}
function failureLines(rows, options) {
  const sentence2 = failureSentence(rows);
  if (sentence2 === null) return [];
  const details = failureDetails(rows, FEW_DETAILS).flatMap((detail) => prose(detail, options, "    "));
  return [...prose(sentence2, options), ...details];
}
function budgetLines(facts, options) {
  const sentence2 = unaskedSentence(facts);
  return sentence2 === null ? [] : prose(`${sentence2}.`, options);
}
function usageLines(facts, options) {
  return usageSentences(facts).flatMap((sentence2) => prose(sentence2, options));
}
function namesLines(what, ids, options) {
  if (ids.length === 0) return [];
  const names = ids.slice(0, FEW_NAMES).map((id) => visible(methodName(id)));
  return prose(`${count2(ids.length, "method")} ${what}: ${firstFew(names, FEW_NAMES, ids.length)}`, options);
}

// src/report/terminal/check.ts
var ROWS_SHOWN = 40;
function checkLines(report, options) {
  const rows = worstFirst(report.methods);
  return paragraphs(
    title(headlineParts(report), options),
    budgetLines(report, options),
    rows.length > 0 ? rowLines(rows, options) : prose(report.unasked === void 0 ? nothingChanged(report) : "", options),
    rows.length === 0 ? [] : summaryLines(report, rows, options),
    [
      ...namesLines("changed in white space or comments alone", report.cosmetic, options),
      ...namesLines(
        "moved with the same code",
        report.moved.map(({ id }) => id),
        options
      ),
      ...namesLines("deleted", report.deleted, options),
      ...leftOutLines(report.leftOut, options),
      ...noteLines(report.notes, options)
    ],
    usageLines(report, options),
    rows.length === 0 ? [] : hintLines(report, rows, options)
  );
}
function headlineParts(report) {
  const range = visible(`${revisionName(report.base)}…${revisionName(report.head)}`);
  const methods2 = partWords(report.methods.length, report) ?? count2(report.methods.length, "changed method");
  const changed = report.methods.length === 0 ? methods2 : `${methods2} in ${count2(changedFileCount(report), "file")}`;
  const headline = `palimpsest check  ${range}  ${changed}`;
  return report.model === null ? [headline] : [headline, `model: ${modelWords(report.model, report)}`];
}
function modelWords(model, { modelOrigin, base }) {
  const when = modelOrigin === "trained-on-base" ? `trained now on ${revisionWithHash(base)}` : trainedAt(model);
  return visible(`${modelName(model)}, ${when}`);
}
function nothingChanged(report) {
  const range = visible(`${revisionName(report.base)} and ${revisionName(report.head)}`);
  if (report.base.revision === report.head.revision) {
    return `Nothing to check: ${range} are the same commit. For the last commit: ${COMMANDS.lastCommit}`;
  }
  const onlyElsewhere = report.cosmetic.length + report.moved.length + report.deleted.length > 0;
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
function summaryLines(report, rows, options) {
  return [
    ...prose(tallyWords(rows).join(" · "), options),
    ...scoreSentences(report.summary.methods).flatMap((sentence2) => prose(sentence2, options)),
    ...failureLines(rows, options)
  ];
}
function hintLines(report, rows, options) {
  const worst = rows.find((row3) => row3.texts.regenerated !== null && standingOf(row3) !== "reproduced");
  const show = worst === void 0 ? [] : prose(`See what the model wrote: ${COMMANDS.show} ${argument(methodName(worst.id, worst.path))}`, options);
  return [...prose(originSentence(report.modelOrigin) ?? "", options), ...show];
}
function argument(name2) {
  const simple = visible(name2.replace(/\(.*$/s, ""));
  return /^[\w.-]+$/.test(simple) ? simple : `'${simple.replaceAll("'", "'\\''")}'`;
}

// src/report/score-table.ts
var SCORE_HEADINGS = ["error rate", "similarity", "recovery"];
function scoreBlocks(summary, stub, label) {
  const { files, methods: methods2 } = summary;
  const { count: eligible2, scored, failed: failed2 } = methods2;
  const start = { label: "every body erased", scores: stub.methods };
  const methodLines = failed2 === 0 ? [start, { label, scores: methods2 }] : [
    start,
    ...scored === 0 ? [] : [{ label: `${label}, the ${grouped(String(scored))} scored`, scores: methods2 }],
    { label: `${label}, failures as stubs`, scores: methods2.withFailuresAsStubs }
  ];
  return [
    {
      sample: `over ${count2(files.count, "file")}`,
      lines: [
        { label: "every body erased", scores: stub.files },
        { label, scores: files }
      ]
    },
    {
      sample: `over ${count2(eligible2, "method")}${failed2 === 0 ? ", all scored" : `, ${grouped(String(failed2))} failed`}`,
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
function differingWords(files, shown2) {
  const all = differing(files).length;
  const differ = `${grouped(String(all))} of ${count2(files.length, "file")} ${all === 1 ? "differs" : "differ"}`;
  if (all === 1) return differ;
  return shown2 < all ? `${differ}, the worst ${shown2}` : `${differ}, the worst first`;
}
function differing(files) {
  return files.filter(({ distance: distance2 }) => distance2 > 0);
}

// src/report/terminal/scores.ts
var FEW_FILES = 10;
function scoreLines({ summary, stub }, label, options) {
  const blocks = scoreBlocks(summary, stub, visible(label));
  const rows = blocks.flatMap(({ sample, lines }) => [
    [sample, "", "", ""],
    ...lines.map((line3) => [`  ${line3.label}`, ...scoreCells(line3.scores)])
  ]);
  return columns([["", ...SCORE_HEADINGS], ...rows], "  ").map(
    (line3) => line3.slice(0, Math.max(line3.length, options.width))
  );
}
function worstFileLines(files, options) {
  const worst = worstFiles(files, FEW_FILES);
  if (worst.length === 0) return [];
  const numbers = worst.map(({ distance: distance2, similarity: similarity3 }) => ["", characters(distance2, 0), share2(similarity3, 4)]);
  const [heading2 = "", ...rows] = columns([["", "error", "similarity"], ...numbers], "");
  const width = options.width - heading2.length - 2;
  return [
    ...prose(differingWords(files, worst.length), options),
    heading2,
    ...rows.map((row3, index) => `${row3}  ${truncatePath(visible(worst[index]?.id ?? ""), width)}`)
  ];
}

// src/report/terminal/codebase.ts
function evaluateLines(report, options) {
  const { model, summary } = report;
  const asked = partWords(summary.methods.count, report) ?? count2(summary.methods.count, "method");
  const size = `${asked} in ${count2(summary.files.count, "file")}`;
  return paragraphs(
    title(
      [
        `palimpsest evaluate  ${visible(sourceName(report.source))}  ${size}`,
        protocolWords(report.protocol),
        ...shardWords(report),
        modelWords2(report)
      ],
      options
    ),
    budgetLines(report, options),
    scoreLines(report, modelName(model), options),
    [
      ...prose(sampleSentence(report) ?? "", options),
      ...prose(reproducedWords(report.reproduced, summary.methods) ?? "", options),
      ...failureLines(report.methods, options),
      ...report.protocol === "recreate" && isEmbedded(model) ? prose(VERBATIM_MEMORY, options) : []
    ],
    worstFileLines(report.files, options),
    usageLines(report, options),
    endLines(report, options)
  );
}
function scoreReportLines(report, options) {
  const { summary, original, regenerated } = report;
  const size = `${count2(summary.methods.count, "method")} in ${count2(summary.files.count, "file")}`;
  return paragraphs(
    title([`palimpsest score  ${visible(regenerated)} against ${visible(original)}`, size], options),
    scoreLines(report, "regenerated", options),
    [
      ...prose(reproducedWords(report.reproduced, summary.methods) ?? "", options),
      ...failureLines(report.methods, options)
    ],
    worstFileLines(report.files, options),
    endLines(report, options)
  );
}
function eraseLines(report, options) {
  const { erased, stub } = report;
  const start = `error rate ${characters(stub.files.errorRate, 2)} characters, similarity ${share2(stub.files.similarity, 4)}`;
  return paragraphs(
    title([`palimpsest erase  ${visible(report.directory)} → ${visible(report.outputDirectory)}`], options),
    [
      ...prose(
        `Erased ${count2(erased.bodies, "body", "bodies")}, ${count2(erased.characters, "character")}, in ${count2(stub.files.count, "file")}.`,
        options
      ),
      ...stub.files.count === 0 ? [] : prose(`Here a model starts: ${start} over ${count2(stub.files.count, "file")}.`, options)
    ],
    endLines(report, options)
  );
}
function trainLines(report, options) {
  const { model, output, source } = report;
  return paragraphs(
    title([`palimpsest train  ${visible(revisionWithHash(source))}`], options),
    [
      ...prose(`${visible(modelName(model))} learned ${learnedWords(model, "an unknown number of methods")}.`, options),
      ...prose(`model: ${visible(output.model)} (${bytes(output.bytes)})`, options),
      ...prose(`card:  ${visible(output.card)}`, options)
    ],
    endLines(report, options)
  );
}
function modelWords2(report) {
  return `model: ${visible(`${modelName(report.model)}, ${trainedAt(report.model)}`)}`;
}
function endLines({ leftOut, notes }, options) {
  return [...leftOutLines(leftOut, options), ...noteLines(notes, options)];
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
var FEW_DETAILS2 = 3;
function contenderName({ kind, name: name2 }, quote) {
  return kind === "stub" ? "every body erased" : quote(name2);
}
function compareHeadline({ contenders, methods: methods2, sample }, quote) {
  if (methods2.length === 0) return "There was no method to write again";
  const common = methods2.filter(({ answers }) => answers.every((answer) => answer !== null));
  if (common.length === 0) return "There is no method that all were asked for";
  const standing = contenders.map((contender2, at) => ({ contender: contender2, similarity: scoresOf(measuredMethods(common, at)).similarity ?? 0 })).filter(({ contender: contender2 }) => contender2.kind !== "stub").sort((a, b) => b.similarity - a.similarity);
  const [first, second] = standing;
  if (first === void 0) return "No model was asked";
  const those = common.length === methods2.length ? "" : " that all were asked for";
  const score2 = `similarity ${share2(first.similarity)} over ${count2(common.length, "method")}${those}`;
  const name2 = contenderName(first.contender, quote);
  if (second === void 0) return `${name2} comes to ${score2}`;
  const equals = standing.filter(({ similarity: similarity3 }) => similarity3 === first.similarity);
  if (equals.length > 1) {
    return `${list2(equals.map(({ contender: contender2 }) => contenderName(contender2, quote)))} come equally close: ${score2}`;
  }
  const ahead = points(first.similarity - second.similarity).replace("+", "");
  const doubt = sample === null ? "" : unsure(first.contender, second.contender, quote);
  return `${name2} comes closest: ${score2}, ${ahead} ahead of ${contenderName(second.contender, quote)}${doubt}`;
}
function unsure(first, second, quote) {
  if (first.paired !== null && second.paired !== null) {
    return `; with ${contenderName(second, quote)} as the baseline it would say how sure that is`;
  }
  const interval2 = (first.paired ?? second.paired)?.intervals?.similarity;
  return interval2 && (interval2.low > 0 || interval2.high < 0) ? "" : "; the sample is too small to be sure of it";
}
function compareBasis(report, quote) {
  const { methods: methods2, files, sample, protocol, source } = report;
  const size = `${count2(methods2.length, "method")} in ${count2(files.length, "file")}`;
  const drawn = sample === null ? [] : [
    `a sample: ${grouped(String(methods2.length))} of ${count2(sample.methods, "method")}, drawn by lot with seed ${sample.seed}`
  ];
  return [`${quote(sourceName(source))}, ${size}`, protocolWords(protocol), ...drawn, ...shardWords(report)];
}
function contenderLines({ contenders }, quote) {
  return contenders.flatMap((contender2) => {
    const { model, directory, name: name2 } = contender2;
    if (directory !== null) return [`${quote(name2)}: the tree ${quote(directory)}`];
    if (model === null) return [];
    const known = modelName(model) === name2 ? "" : `${quote(modelName(model))}, `;
    return [`${quote(name2)}: ${known}${trainedAt(model, quote)}`];
  });
}
function compareRemarks(report, quote) {
  const { contenders, methods: methods2, protocol, source } = report;
  const remarks = contenders.flatMap((contender2, at) => {
    const name2 = contenderName(contender2, quote);
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
  if (report.sample !== null) remarks.push("In brackets stand 95 % intervals, by the bootstrap over files");
  return protocol === "recreate" && isMemory ? [...remarks, VERBATIM_MEMORY.replace(/\.$/, "")] : remarks;
}
function compareDetails({ methods: methods2 }) {
  return failureDetails(
    methods2.flatMap(({ answers }) => answers.flatMap((answer) => answer ?? [])),
    FEW_DETAILS2
  );
}
function compareUsage({ contenders }, quote) {
  return contenders.flatMap((contender2) => {
    const [said, ...others] = usageSentences(contender2.usage === void 0 ? {} : { usage: contender2.usage }, quote);
    if (said === void 0) return [];
    const { answeringMs } = contender2;
    const time = answeringMs === null ? "" : `; the answers took ${seconds(answeringMs)} in all, one after the other`;
    return [`${contenderName(contender2, quote)}: ${said}${time}`, ...others];
  });
}
function seconds(milliseconds) {
  return `${characters(milliseconds / 1e3, 1)} s`;
}
function points(difference) {
  return `${signed(difference * 100, 1)} points`;
}
function signed(value, digits) {
  const text = characters(value, digits);
  return value > 0 && !text.startsWith("<") ? `+${text}` : text;
}
var plainly = visible;

// src/report/compare-tables.ts
var FEW_PACKAGES = 10;
function scoreTables(report, quote) {
  return [methodTable(report, quote), fileTable(report, quote), pairTable(report, quote)];
}
function methodTable({ contenders, methods: methods2 }, quote) {
  return {
    title: `over ${count2(methods2.length, "method")}`,
    headings: ["similarity", "error rate", "recovery", "exact", "parses", "scored", "failed"],
    rows: contenders.flatMap((contender2) => {
      const { summary, intervals, exact, parses } = contender2;
      const { count: asked, scored, failed: failed2, withFailuresAsStubs: deciding } = summary.methods;
      const name2 = contenderName(contender2, quote);
      const counts2 = [ofAll(exact, asked), ofAll(parses, asked), grouped(String(scored)), grouped(String(failed2))];
      const similarity3 = withInterval(share2(deciding.similarity, 4), intervals?.methods.similarity ?? null);
      const decisive = [similarity3, characters(deciding.errorRate, 1), share2(deciding.recovery, 4)];
      if (failed2 === 0) return [[name2, ...decisive, ...counts2]];
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
function fileTable({ contenders, files, sample }, quote) {
  const what = sample === null ? "whole" : "the drawn bodies alone erased";
  return {
    title: `over ${count2(files.length, "file")}, ${what}, failures as stubs`,
    headings: ["similarity", "error rate", "recovery"],
    rows: contenders.map((contender2) => {
      const { similarity: similarity3, errorRate, recovery } = contender2.summary.files;
      return [
        contenderName(contender2, quote),
        withInterval(share2(similarity3, 4), contender2.intervals?.files.similarity ?? null),
        characters(errorRate, 1),
        share2(recovery, 4)
      ];
    })
  };
}
function pairTable({ contenders, baseline }, quote) {
  const against = contenders.find(({ name: name2 }) => name2 === baseline);
  return {
    title: `against ${against === void 0 ? quote(baseline) : contenderName(against, quote)}, method by method`,
    headings: ["methods", "similarity", "error rate", "won", "tied", "lost"],
    rows: contenders.flatMap(
      (contender2) => contender2.paired === null ? [] : [[contenderName(contender2, quote), ...pairCells(contender2.paired)]]
    )
  };
}
function pairCells({ methods: methods2, similarity: similarity3, errorRate, won, tied, lost, intervals }) {
  const interval2 = intervals?.similarity ?? null;
  const difference = similarity3 === null ? NO_VALUE : points(similarity3);
  return [
    grouped(String(methods2)),
    interval2 === null ? difference : `${difference} (${signed(interval2.low * 100, 1)} to ${signed(interval2.high * 100, 1)})`,
    errorRate === null ? NO_VALUE : signed(errorRate, 1),
    ...[won, tied, lost].map((number3) => grouped(String(number3)))
  ];
}
function groupTables({ contenders, groups: groups2 }, quote) {
  const names = contenders.map((contender2) => contenderName(contender2, quote));
  return ["kind", "size", "package"].flatMap((by) => {
    const all = groups2.filter((group) => group.by === by);
    const shown2 = by === "package" ? largest(all) : all;
    if (shown2.length === 0) return [];
    const rest = shown2.length < all.length ? `, the ${shown2.length} largest of ${all.length}` : "";
    return [
      {
        title: `similarity of methods by ${by}${rest}`,
        headings: ["methods", ...names],
        rows: shown2.map((group) => [
          groupName(group, quote),
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
function groupName({ by, name: name2 }, quote) {
  if (by !== "package") return name2;
  return name2 === "" ? "the unnamed package" : quote(name2);
}
function ofAll(part2, all) {
  return all === 0 ? grouped(String(part2)) : `${grouped(String(part2))} (${percent(part2 / all)})`;
}
function withInterval(value, interval2) {
  return interval2 === null ? value : `${value} (${share2(interval2.low, 3)} to ${share2(interval2.high, 3)})`;
}

// src/report/terminal/compare.ts
var LONGEST_NAME = 40;
function compareLines(report, options) {
  const [what = "", ...how] = compareBasis(report, name);
  return paragraphs(
    title([`palimpsest compare  ${what}`, ...how], options),
    prose(`${compareHeadline(report, name)}.`, options),
    contenderLines(report, plainly).flatMap((line3) => prose(line3, options)),
    ...scoreTables(report, name).map((table3) => tableLines(table3, options)),
    ...groupTables(report, name).map((table3) => tableLines(table3, options)),
    [
      ...compareRemarks(report, name).flatMap((remark) => prose(`${remark}.`, options)),
      ...compareDetails(report).flatMap((detail) => prose(detail, options, "    "))
    ],
    compareUsage(report, name).flatMap((line3) => prose(line3, options)),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)]
  );
}
function name(text) {
  return truncateMiddle(plainly(text), LONGEST_NAME);
}
function tableLines({ title: heading2, headings, rows }, options) {
  if (rows.length === 0) return [];
  return columns([[heading2, ...headings], ...rows.map(([label = "", ...cells]) => [`  ${label}`, ...cells])], "  ").map(
    (line3, index) => index === 0 ? paints(options).dim(line3) : line3
  );
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
  const hundredths2 = value * 100;
  return hundredths2 < 9.95 ? `${hundredths2.toFixed(1)} %` : `${grouped(hundredths2.toFixed(0))} %`;
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
function survivalWords({ survival, months }) {
  const last = months.at(-1);
  if (survival === null) return [];
  const { files, lines, methods: methods2 } = survival;
  const day2 = `${shortRevision(survival.revision)} of ${survival.committedAt.slice(0, 10)}`;
  const from = survival.origin === "trained" ? `the code that the model was trained on (${day2})` : `the code at the start (${day2})`;
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
function halfLifeWords({ linesHalfLife, methodsHalfLife }) {
  const told = [
    ...linesHalfLife === null ? [] : [`half of the lines are gone after ${duration(linesHalfLife)}`],
    ...methodsHalfLife === null ? [] : [`half of the methods are gone after ${duration(methodsHalfLife)}`]
  ];
  if (told.length === 0) return [];
  const points3 = linesHalfLife?.points ?? methodsHalfLife?.points ?? 0;
  const worst = Math.max(linesHalfLife?.misfit ?? 0, methodsHalfLife?.misfit ?? 0) * 100;
  return [
    `At this rate ${list2(told)}: an exponential decay fitted to ${count2(points3, "month end")}, off by ${share2(worst, 1)} points (root mean square).`
  ];
}
function duration({ months }) {
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
function forecastWords(forecast) {
  if (forecast === null) return [];
  const sample = `${count2(forecast.points, "entry", "entries")} of the ledger, ${forecast.from.slice(0, 10)} to ${forecast.to.slice(0, 10)}`;
  const line3 = `the line of ${share2(forecast.line)}`;
  switch (forecast.kind) {
    case "crossed":
      return [`Freshness is at ${line3} or below it already (${sample}).`];
    case "not-in-sight":
      return [`Freshness is not on the way to ${line3} within ten years (${sample}).`];
    case "expected": {
      const { day: expected, earliest, latest, level } = forecast;
      const range = latest === null ? `not before ${earliest}, and perhaps not in ten years` : `between ${earliest} and ${latest}`;
      return [
        `Freshness is forecast to cross ${line3} about ${expected}, with ${percent(level)} certainty ${range} (a random walk with drift, from ${sample}).`
      ];
    }
    default:
      return forecast;
  }
}
function shownMonths({ months }, few) {
  const shown2 = months.slice(-few);
  const hidden = months.length - shown2.length;
  return { shown: shown2, rest: hidden === 0 ? [] : [`and ${count2(hidden, "earlier month")}; --format json has all of them`] };
}
function allChanged({ packages }) {
  return packages.reduce((sum2, { added, deleted }) => sum2 + added + deleted, 0);
}
function packageName(name2) {
  return name2 === "" ? "(no package)" : name2;
}

// src/report/terminal/drift.ts
var FEW_MONTHS = 24;
var FEW_PACKAGES2 = 8;
var WIDE = 112;
var WIDE_CHART_CELLS = 20;
var CHART_CELLS = 7;
var PACKAGE_WIDTH = 60;
var PACKAGE_FIGURES = 56;
function driftLines(report, options) {
  const { shown: shown2, rest } = shownMonths(report, FEW_MONTHS);
  return paragraphs(
    title(
      [`palimpsest drift  ${visible(revisionWithHash(report.until))}`, spanWords(report), sizeWords(report)],
      options
    ),
    prose(meanMonthWords(report), options),
    [...monthLines(report, shown2, options), ...rest.flatMap((words) => prose(words, options))],
    [...survivalWords(report), ...passedOverWords(report), ...yearlyWords(report.yearly)].flatMap(
      (words) => prose(words, options)
    ),
    forecastWords(report.forecast).flatMap((words) => prose(words, options)),
    packageLines(report, options),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)]
  );
}
function monthLines({ survival }, months, { width }) {
  const most = Math.max(...months.map(({ share: share3 }) => share3 ?? 0));
  const isWide = width >= WIDE;
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
function packageLines(report, options) {
  const shown2 = report.packages.slice(0, FEW_PACKAGES2);
  if (shown2.length === 0) return [];
  const all = allChanged(report);
  const rows = shown2.map((one) => [
    truncateMiddle(visible(packageName(one.name)), Math.min(PACKAGE_WIDTH, options.width - PACKAGE_FIGURES)),
    `+${grouped(String(one.added))}`,
    `-${grouped(String(one.deleted))}`,
    percent((one.added + one.deleted) / all),
    grouped(String(one.lines))
  ]);
  const headings = [
    `${options.width >= WIDE ? "the packages that move most, of" : "packages, of"} ${report.packages.length}`,
    "added",
    "deleted",
    `of all ${grouped(String(all))}`,
    "lines now"
  ];
  return columns([headings, ...rows], "  ");
}

// src/report/terminal/estimate.ts
function estimateLines({ command, models }, options) {
  return paragraphs(
    title([`palimpsest ${command} --dry-run`, "nothing was asked"], options),
    ...models.length === 0 ? [prose("No model would be asked: there is no method to write.", options)] : [],
    ...models.map((estimate2) => [
      ...prose(`${estimateSentence(estimate2)}.`, options),
      ...estimateDetails(estimate2).flatMap((detail) => prose(detail, options, "    "))
    ])
  );
}

// src/report/gain-words.ts
var GAIN_HEADINGS = ["changes", "in use", "anew", "gain", "95 % interval", "closer", "farther", "equal"];
function points2(value) {
  if (value === null) return NO_VALUE;
  const digits = (value * 100).toFixed(1);
  if (Number(digits) === 0) return "0.0";
  return value > 0 ? `+${digits}` : digits;
}
function intervalWords(interval2) {
  return interval2 === null ? NO_VALUE : `${points2(interval2.low)} to ${points2(interval2.high)}`;
}
function gainRows({ all, modified, added }) {
  const parts = modified.changes > 0 && added.changes > 0 ? [row("  code there before", modified), row("  new code", added)] : [];
  return all.changes === 0 ? [] : [row("all", all), ...parts];
}
function row(label, estimate2) {
  const { changes, inUse, fresh, gain, interval: interval2, helped, hurt, same } = estimate2;
  const counts2 = [helped, hurt, same].map((number3) => grouped(String(number3)));
  const numbers = [share2(inUse), share2(fresh), points2(gain), intervalWords(interval2)];
  return { label, cells: [grouped(String(changes)), ...numbers, ...counts2] };
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
function gainSentence({ all, statement, policy }) {
  if (all.changes === 0 || all.gain === null)
    return "In this window no method got new code that a model could be asked for.";
  const sample = `${count2(all.changes, "change")} in ${count2(all.commits, "commit")}`;
  const interval2 = all.interval === null ? "" : ` (95 % interval ${intervalWords(all.interval)})`;
  const found = `On ${sample} a model trained just before each came ${closer(all.gain)} than the one in use${interval2}`;
  switch (statement.kind) {
    case "would-help":
      return `${found}.`;
    case "would-not-help":
      return `${found}: less than the ${points2(policy.leastGain).replace("+", "")} points that the policy asks for.`;
    case "unsure":
      return `${found}. ${unsureWords(statement.reason, policy.leastChanges)}`;
    default:
      return statement;
  }
}
function closer(gain) {
  const size = points2(Math.abs(gain)).replace("+", "");
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
function gainBasis(report, quote = (text) => text) {
  const { window, fresh, model } = report;
  const dates = window.from === null ? "" : `, ${window.from} to ${window.until}`;
  const commits = `${count2(window.commits, "commit")} on the line of first parents, ${grouped(String(window.commitsWithCode))} with code`;
  return [
    `window: ${windowWords(report)}${dates}; ${commits}`,
    ...model === null ? [] : [`in use: ${modelWords3(report, quote)}`],
    ...fresh.trainings === 0 ? [] : [`anew: the embedded model, trained ${trainingsWords(fresh)}`],
    ...failureWords2(report.all)
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
function modelWords3({ model, modelOrigin }, quote) {
  if (model === null) return "";
  const words = `${quote(modelName(model))}, ${trainedAt(model, quote)}`;
  switch (modelOrigin) {
    case "kept":
      return words;
    case "shadow":
      return `${words}, a shadow made for this report`;
    case "shadow-of-window-start":
      return `${words}, a shadow made for this report where the window begins, for no model is kept here`;
    default:
      return modelOrigin;
  }
}
function trainingsWords({ trainings, commitsBehind, daysBehind }) {
  const times2 = trainings === 1 ? "once" : `${grouped(String(trainings))} times`;
  if (commitsBehind === 0)
    return trainings === 1 ? "once, right before the change" : `${times2}, each time right before the change`;
  return `${times2}, at most ${count2(commitsBehind, "commit")} with code and ${count2(Math.ceil(daysBehind), "day")} before the change`;
}
function failureWords2({ changes, inUseFailed, freshFailed }) {
  if (inUseFailed + freshFailed === 0) return [];
  const failed2 = `${grouped(String(inUseFailed))} by the model in use, ${grouped(String(freshFailed))} by the one trained anew`;
  return [`failed, of ${count2(changes, "change")}, and measured as stubs: ${failed2}`];
}

// src/report/terminal/gain.ts
function gainLines(report, options) {
  const rows = gainRows(report);
  const table3 = rows.length === 0 ? [] : [["", ...GAIN_HEADINGS], ...rows.map(({ label, cells }) => [label, ...cells])];
  return paragraphs(
    title([`palimpsest gain  ${visible(revisionWithHash(report.head))}`, gainHeadline(report)], options),
    prose(gainSentence(report), options),
    columns(table3, "  ").map((line3, index) => index === 0 ? paints(options).dim(line3) : line3),
    gainBasis(report).flatMap((line3) => prose(visible(line3), options)),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)],
    usageLines(report, options)
  );
}

// src/report/freshness-words.ts
var FRESHNESS_PARTS = ["unchanged", "modified", "new", "deleted"];
function freshnessPercent({ value, margin }) {
  return `${tenths(shownTenths(value))} %${margin === null ? "" : ` ± ${(margin * 100).toFixed(1)}`}`;
}
function shownTenths(value) {
  const rounded2 = Math.round(value * 1e3);
  if (rounded2 === 1e3 && Math.abs(value - 1) > ROUNDING_NOISE2) return value < 1 ? 999 : 1001;
  return rounded2;
}
var ROUNDING_NOISE2 = 1e-9;
function shownPoints({ value, parts }) {
  const exact = FRESHNESS_PARTS.map((name2) => parts[name2].points * 10);
  const shown2 = exact.map(Math.floor);
  let left = shownTenths(value) - 1e3 - shown2.reduce((sum2, tenth) => sum2 + tenth, 0);
  const rest = (index) => (exact[index] ?? 0) - (shown2[index] ?? 0);
  for (const index of [...exact.keys()].sort((a, b) => rest(b) - rest(a))) {
    if (left <= 0) break;
    shown2[index] = (shown2[index] ?? 0) + 1;
    left--;
  }
  const word = (index) => {
    const tenth = shown2[index] ?? 0;
    return tenth > 0 ? `+${tenths(tenth)}` : tenths(tenth);
  };
  return { unchanged: word(0), modified: word(1), new: word(2), deleted: word(3) };
}
function tenths(number3) {
  return (number3 / 10).toFixed(1).replace(/^-0\.0$/, "0.0");
}
function freshnessSentence({ freshness, verdict, line: line3 }) {
  const value = freshness === null ? NO_VALUE : freshnessPercent(freshness);
  switch (verdict.kind) {
    case "fresh":
      return `Freshness ${value}: fresh, not below the line of ${percent(line3)}`;
    case "stale":
      return `Freshness ${value}: stale, below the line of ${percent(line3)}`;
    case "unknown":
      return unknownSentence(verdict.reason, value, line3);
    default:
      return verdict;
  }
}
function unknownSentence(reason, value, line3) {
  switch (reason) {
    case "no-units":
      return "Freshness unknown: no method is left";
    case "knew-nothing":
      return "Freshness unknown: the model wrote nothing right on the day of training";
    case "sample-too-small":
      return `Freshness ${value}: unknown, the sample is too small to tell on which side of ${percent(line3)} it lies`;
    default:
      return reason;
  }
}
function meansSentence({ now, baseline, units, scored, failed: failed2 }) {
  const unscored = scored === units ? "" : `, ${grouped(String(scored))} of them scored`;
  const failures3 = failed2 === 0 ? "" : `, ${grouped(String(failed2))} failed and counted as stubs`;
  const today = now === null ? NO_VALUE : shareWithMargin(now);
  return `Mean similarity ${today} over ${count2(units, "method")}${unscored}${failures3}; on the day of training ${shareWithMargin(baseline)} over ${grouped(String(baseline.units))}`;
}
function shareWithMargin({ value, margin }) {
  return `${share2(value, 3)}${margin === null ? "" : ` ± ${margin.toFixed(3)}`}`;
}
function updateSentence(report, revision2) {
  const { units, route, from, to } = report;
  switch (route) {
    case "already-there":
      return `The ledger stands at ${revision2(to)} already`;
    case "already-later":
      return `The ledger stands at ${revision2(to)}, which is later; it was left there`;
    case "budget-spent":
      return `The ledger was left at ${revision2(to)}: ${unaskedWords(report)}`;
    case "by-difference":
      return `Scored ${count2(units.scored, "method")}; ${tally3(units)}. Before, the ledger stood at ${revision2(from)}`;
    case "by-body":
      return `Scored ${count2(units.scored, "method")}; ${tally3(units)}. Before, the ledger stood at ${revision2(from)}, which this clone does not hold: methods were told by their bodies`;
    default:
      return route;
  }
}
function unaskedWords({ unasked = [], methods: methods2 }) {
  const all = unasked.length + methods2.length;
  return `the budget is spent, and ${grouped(String(unasked.length))} of the ${count2(all, "method")} to score ${unasked.length === 1 ? "was" : "were"} not asked for. ${GO_ON}`;
}
function tally3({ kept, moved: moved2, deleted }) {
  const others = [
    `${grouped(String(kept))} kept their score`,
    ...moved2 === 0 ? [] : [`${grouped(String(moved2))} kept it in another place`],
    ...deleted === 0 ? [] : [`${grouped(String(deleted))} left`]
  ];
  return others.join(", ");
}

// src/report/terminal/update.ts
function updateLines(report, options) {
  const { ledger, model, methods: methods2, notes, route, to } = report;
  return paragraphs(
    title(
      [
        `palimpsest update  ${visible(revisionWithHash(to))}${route === "budget-spent" ? "  not brought further" : ""}`,
        `model: ${visible(`${modelName(model)}, ${trainedAt(model)}`)}`
      ],
      options
    ),
    [...prose(freshnessSentence(ledger), options), ...prose(meansSentence(ledger), options)],
    partLines(ledger),
    prose(
      updateSentence(report, (label) => visible(revisionWithHash(label))),
      options
    ),
    [...failureLines(methods2, options), ...noteLines(notes, options)],
    usageLines(report, options)
  );
}
function partLines({ freshness }) {
  if (freshness === null) return [];
  const points3 = shownPoints(freshness);
  const rows = FRESHNESS_PARTS.map((name2) => [name2, grouped(String(freshness.parts[name2].units)), points3[name2]]);
  const all = freshnessPercent({ value: freshness.value, margin: null });
  return columns([["since training", "methods", "points"], ...rows, ["freshness", "", all]], "  ");
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
  return parts.flatMap((part2) => marked(part2.removed ? "-" : part2.added ? "+" : " ", part2.value));
}
function differs(lines) {
  return lines.some(({ mark }) => mark !== " ");
}
function dedent(lines) {
  const telling = lines.filter(({ text }) => text.trim() !== "" && !text.startsWith("{"));
  const shared2 = telling.length === 0 ? 0 : Math.min(...telling.map(({ text }) => indentOf2(text)));
  return lines.map((line3) => line3.text.startsWith("{") ? line3 : { ...line3, text: line3.text.slice(shared2) });
}
function indentOf2(text) {
  return text.length - text.trimStart().length;
}
function marked(mark, texts2) {
  return texts2.map((text) => ({ mark, text }));
}

// src/report/terminal/show.ts
var INDENT2 = "  ";
function renderShow(row3, options) {
  const name2 = visible(methodName(row3.id, row3.path));
  const place = truncatePath(visible(`${row3.path}:${row3.line}`), options.width - INDENT2.length);
  const lines = paragraphs(
    title([name2, place, row3.change], options),
    prose(measured(row3), options),
    before(row3, options),
    [heading("after", options), ...code(row3.texts.after)],
    written2(row3, options)
  );
  return `${lines.join("\n")}
`;
}
function measured(row3) {
  const parts = [standingPhrase(row3)];
  if (row3.similarity !== null) parts.push(`similarity ${percent(row3.similarity)}`);
  if (row3.similarityToPrevious !== null) parts.push(`to the code before ${percent(row3.similarityToPrevious)}`);
  if (row3.confidence !== null) parts.push(`the model expected ${percent(row3.confidence)}`);
  return parts.join(", ");
}
function before(row3, options) {
  const previousName = row3.previousId === null ? "" : `, as ${visible(methodName(row3.previousId))}`;
  if (row3.texts.before === null) return [heading("before: there was none", options)];
  if (row3.texts.before === row3.texts.after) return [heading(`before${previousName}: the same code`, options)];
  return [heading(`before${previousName}`, options), ...code(row3.texts.before)];
}
function written2(row3, options) {
  if (row3.texts.regenerated === null) {
    return [heading("the model wrote nothing", options), ...prose(visible(row3.failure?.detail ?? ""), options)];
  }
  const diff = lineDiff(row3.texts.after, row3.texts.regenerated);
  if (!differs(diff)) return [heading("the model wrote the code after, line for line", options)];
  return [
    heading("what the model wrote (- the code after, + the model)", options),
    ...dedent(diff).map((line3) => marked2(line3, options))
  ];
}
function code(text) {
  const lines = dedent(linesOf2(text).map((line3) => ({ text: line3 })));
  return lines.map((line3) => (INDENT2 + visibleCode(line3.text)).trimEnd());
}
function marked2({ mark, text }, options) {
  const paint = paints(options);
  const line3 = `${mark} ${visibleCode(text)}`.trimEnd();
  if (mark === "-") return paint.red(line3);
  return mark === "+" ? paint.green(line3) : line3;
}
function heading(text, options) {
  return paints(options).bold(text);
}

// src/report/terminal.ts
function renderTerminal(report, options) {
  return `${linesOf3(report, options).join("\n")}
`;
}
function linesOf3(report, options) {
  switch (report.kind) {
    case "check":
      return checkLines(report, options);
    case "evaluate":
      return evaluateLines(report, options);
    case "compare":
      return compareLines(report, options);
    case "score":
      return scoreReportLines(report, options);
    case "erase":
      return eraseLines(report, options);
    case "train":
      return trainLines(report, options);
    case "update":
      return updateLines(report, options);
    case "drift":
      return driftLines(report, options);
    case "gain":
      return gainLines(report, options);
    case "estimate":
      return estimateLines(report, options);
    default:
      return report;
  }
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
function renderCsv(report) {
  const rows = report.methods.flatMap(
    (method) => method.answers.map((answer, at) => rowOf(method, report.contenders[at]?.name ?? "", answer))
  );
  return stringify([COLUMNS, ...rows], { escape_formulas: true });
}
function rowOf(method, contender2, answer) {
  const { id, path, line: line3, kind, size, length } = method;
  return [id, path, line3, method.package, kind, size, length, contender2, ...cellsOf2(answer)];
}
function cellsOf2(answer) {
  if (answer === null) return ["unasked", "", "", "", "", ""];
  const { distance: distance2, similarity: similarity3, exact, parses, failure } = answer;
  const outcome = failure === null ? "scored" : failure.reason;
  return [outcome, distance2 ?? "", similarity3 ?? "", Number(exact), Number(parses), failure?.detail ?? ""];
}

// src/report/schema.ts
import { z as z18 } from "zod";

// src/report/schema/asking.ts
import { z as z11 } from "zod";

// src/report/schema/model-card.ts
import { z as z9 } from "zod";
var modelCardSchema = z9.object({
  schemaVersion: z9.literal(1).describe("Version of the model card."),
  provider: z9.string().describe("Who answered: `embedded`, `openai`, …"),
  name: z9.string().describe("The model’s name, as its provider knows it."),
  baseModel: z9.string().nullable().describe("The model that was specialised; null where there is none, as for the embedded model."),
  fingerprint: z9.string().describe("Same fingerprint, same answers."),
  trainedAt: z9.object({
    revision: z9.string().describe("The commit that the model was trained on."),
    committedAt: z9.string().nullable().describe("When that commit was made, ISO 8601."),
    units: z9.int().nonnegative().nullable().describe("Methods learned; null where nobody counted them."),
    files: z9.int().nonnegative().nullable().describe("Files learned; null where nobody counted them.")
  }).nullable().describe("What the model was trained on; null where that is not known."),
  recipe: z9.object({
    kind: z9.string().describe("How the model was specialised."),
    datasetHash: z9.string().describe("Hash of what it was trained with."),
    epochs: z9.number().nullable().describe("How often it saw that; null where the word has no meaning."),
    promptFormat: z9.string().nullable().describe("How a stub was put into a prompt; null where there is no prompt.")
  }).nullable().describe("How the model was made; null where that is not known."),
  baseline: z9.object({
    methods: z9.int().nonnegative().describe("How many methods were scored."),
    similarity: z9.number().describe("Their mean similarity, in [0, 1]."),
    measuredAt: z9.string().describe("When, ISO 8601.")
  }).nullable().describe("In-place scores on the training revision; null until an in-place evaluation has run.")
}).meta({
  id: "ModelCard",
  title: "Model card",
  description: "Who wrote the methods again, and what that model was trained on."
});

// src/report/schema/scores.ts
import { z as z10 } from "zod";
var scores = {
  errorRate: z10.number().nullable().describe("Mean Levenshtein distance, in UTF-16 code units; null where there is nothing to take a mean of."),
  similarity: z10.number().nullable().describe("Mean of 1 − distance / max(|a|, |b|), in [0, 1]; null where there is nothing to take a mean of."),
  recovery: z10.number().nullable().describe(
    "Share of what was erased that came back: 0 where a stub starts, 1 when all is back, negative when worse; null where nothing was erased."
  )
};
var fileSummarySchema = z10.object({ count: z10.int().nonnegative().describe("Files compared, those without bodies included."), ...scores }).meta({
  id: "FileSummary",
  title: "Means over files",
  description: "Whole files compared; a failed method stands in its file as a stub."
});
var methodSummarySchema = z10.object({
  count: z10.int().nonnegative().describe("Eligible methods: scored and failed."),
  scored: z10.int().nonnegative().describe("Methods for which the model wrote a body; the means are over these."),
  failed: z10.int().nonnegative().describe("Methods for which there is no usable answer."),
  ...scores,
  withFailuresAsStubs: z10.object(scores).describe(
    "The same means over all eligible methods, each failed one counted as its stub. These decide verdicts."
  )
}).meta({
  id: "MethodSummary",
  title: "Means over methods",
  description: "Method bodies compared, each with its braces."
});
var summarySchema = z10.object({ files: fileSummarySchema, methods: methodSummarySchema }).meta({
  id: "Summary",
  title: "Summary",
  description: "Means over files and over methods; the two are not comparable."
});
var fileRowSchema = z10.object({
  id: z10.string().describe("The path."),
  distance: z10.int().nonnegative().describe("Levenshtein distance, in UTF-16 code units."),
  similarity: z10.number().describe("1 − distance / max(|a|, |b|), in [0, 1].")
}).meta({ id: "FileRow", title: "File", description: "One file, compared with itself as the model wrote it." });
var methodId = z10.string().meta({
  id: "MethodId",
  title: "Method id",
  description: "`path#Outer.Inner.name(ParamType,…)`; constructors are named `<init>`."
});
var failureSchema = z10.object({
  reason: z10.enum(["refused", "timed-out", "cut-off", "does-not-parse", "does-not-fit", "missing", "error"]).describe("Why."),
  detail: z10.string().describe("One line for people.")
}).nullable().describe("Why there is no usable answer; null when there is one.");
var methodRow = {
  id: methodId,
  path: z10.string().describe("The file, relative to the root of the repository."),
  line: z10.int().positive().describe("Line of the name, from 1."),
  distance: z10.int().nonnegative().nullable().describe("Levenshtein distance of the bodies, in UTF-16 code units; null when there is no usable answer."),
  similarity: z10.number().nullable().describe("1 − distance / max(|a|, |b|) of the bodies, in [0, 1]; null when there is no usable answer."),
  failure: failureSchema,
  confidence: z10.number().nullable().describe("What the model expected its similarity to be, in [0, 1]; null when it does not say.")
};
var methodRowSchema = z10.object(methodRow).meta({ id: "MethodRow", title: "Method", description: "One method, compared with itself as the model wrote it." });
var sampleRequest = {
  size: z10.int().positive().describe("How many methods were asked for."),
  seed: z10.int().describe("The same seed draws the same methods.")
};

// src/report/schema/asking.ts
var counted = z11.int().nonnegative();
var moneySchema = z11.object({ amount: z11.number().nonnegative().describe("The amount."), currency: z11.string().describe("ISO 4217.") }).meta({ id: "Money", title: "Money", description: "An amount of money." });
var usageSchema = z11.object({
  calls: counted.describe("Requests that a server answered, and answers that the cache had."),
  cacheHits: counted.describe("The latter alone."),
  promptTokens: counted.nullable().describe("Of all answers, cached ones too; null where the server did not count."),
  completionTokens: counted.nullable().describe("The same of what was answered."),
  cost: moneySchema.nullable().describe("By the model’s price, of the answers that were not cached; null where no price is known."),
  answeredAs: z11.array(z11.string()).describe("Names that the server answered under, where they are not the one asked for.")
}).meta({ id: "Usage", title: "Usage", description: "What the answers of a language model took." });
var usage = {
  usage: usageSchema.exactOptional().describe("What asking took; absent for a model that costs nothing.")
};
var asking = {
  ...usage,
  unasked: z11.array(methodId).exactOptional().describe("Methods for which the budget did not suffice: counted nowhere. Absent when every one was asked for.")
};
var budgetSchema = z11.object({
  methods: counted.nullable().describe("Methods asked for, at most."),
  tokens: counted.nullable().describe("Tokens of prompts and answers together, at most."),
  cost: z11.number().nonnegative().nullable().describe("Money, in the currency of the model’s price, at most.")
}).meta({ id: "Budget", title: "Budget", description: "What a run may use; null for no bound." });
var modelEstimateSchema = z11.object({
  model: modelCardSchema,
  methods: counted.describe("How many methods it would write."),
  isFree: z11.boolean().describe("Whether it costs nothing, as the embedded model does."),
  tooLong: counted.describe("Methods whose prompt does not fit the window."),
  calls: counted.describe("Different requests."),
  cached: counted.describe("Those of them that the cache can answer."),
  promptTokens: counted.describe("Tokens of the prompts that the cache cannot answer."),
  completionTokens: counted.describe("Tokens of their answers, at most."),
  cost: moneySchema.nullable().describe("At most; null where no price is known."),
  budget: budgetSchema,
  withinBudget: counted.nullable().describe("For how many methods the budget suffices, at least; null without one.")
}).meta({ id: "ModelEstimate", title: "Estimate", description: "What asking one model would take." });
var estimateReportSchema = z11.object({
  schemaVersion: z11.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z11.literal("estimate").describe("The job that made the report."),
  command: z11.string().describe("The command that would ask."),
  models: z11.array(modelEstimateSchema).describe("In the order in which they would be asked.")
}).meta({ id: "EstimateReport", title: "Dry run", description: "What a run would ask, and what that would take." });

// src/report/schema/base.ts
import { z as z12 } from "zod";
var revisionLabelSchema = z12.object({
  name: z12.string().describe("What the user called it."),
  revision: z12.string().describe("Commit hash, or WORKTREE for the files as they lie on disk.")
}).meta({ id: "Revision", title: "Revision", description: "A state of the repository." });
var leftOutSchema = z12.object({
  reason: z12.enum(["test", "generated", "vendored", "empty-body"]).describe("Why."),
  methods: z12.int().nonnegative().nullable().describe("Methods left out; null when whole files were left out unread."),
  files: z12.int().nonnegative().describe("Whole files left out.")
}).meta({ id: "LeftOut", title: "Left out", description: "What was not scored, for one reason." });
var noteSchema = z12.object({
  path: z12.string().describe("The file."),
  kind: z12.enum(["partly-parsed", "not-utf-8", "binary", "missing", "too-large"]).describe(
    "partly-parsed: what did not parse has no methods here. not-utf-8: read as Latin-1. The others were not read."
  ),
  lines: z12.array(z12.int().positive()).describe("Lines from 1, for partly-parsed; empty otherwise.")
}).meta({ id: "Note", title: "Note", description: "Something about a file that a reader of the numbers should know." });
function reportBase(kind) {
  return {
    schemaVersion: z12.literal(1).describe("Version of this form; a change that breaks readers raises it."),
    kind: z12.literal(kind).describe("The job that made the report."),
    summary: summarySchema.describe("What came back."),
    stub: summarySchema.describe("The same summary with every body erased: where a model starts."),
    leftOut: z12.array(leftOutSchema).describe("What was not scored, by reason."),
    notes: z12.array(noteSchema).describe("Files that could not be read in full."),
    files: z12.array(fileRowSchema).describe("The files compared, by path.")
  };
}

// src/report/schema/check.ts
import { z as z13 } from "zod";
var VERDICTS = ["reproduced", "outdated", "ambiguous", "familiar", "unfamiliar"];
var checkRowSchema = z13.object({
  ...methodRow,
  change: z13.enum(["added", "modified", "renamed", "moved"]).describe("renamed: another name or other parameters. moved: the same signature in another type or file."),
  previousId: methodId.nullable().describe("The id before the change, where it was another."),
  similarityToPrevious: z13.number().nullable().describe(
    "Similarity of what the model wrote to the body before the change, in [0, 1]; null for an added method or without a usable answer."
  ),
  verdict: z13.enum(VERDICTS).nullable().describe(
    "The first that fits; null when the regeneration failed. reproduced: the same tokens. outdated: closer to the code before the change. ambiguous: its answers disagree. familiar: similar enough for the policy. unfamiliar: the rest."
  ),
  knewPrevious: z13.boolean().nullable().describe(
    "Whether the model could write the body before the change as well as the policy asks; null for an added method, and when the model failed there."
  )
}).meta({
  id: "CheckRow",
  title: "Changed method",
  description: "One method of the change, and how the model stands to it."
});
var counted2 = z13.int().nonnegative();
var checkReportSchema = z13.object({
  ...reportBase("check"),
  protocol: z13.literal("in-place").describe("One body erased at a time, everything else as it stands."),
  base: revisionLabelSchema.describe("Where the change starts."),
  head: revisionLabelSchema.describe("Where the change ends."),
  model: modelCardSchema.nullable().describe("Who wrote the methods again; null when no method changed, so that no model was asked."),
  modelOrigin: z13.enum(["trained", "trained-later", "trained-on-base"]).nullable().describe(
    "trained: before the change, and kept. trained-later: at a state that is not before the change, so that it may have learned it. trained-on-base: on the spot from the base; it shows what the change moves, not how old a model is."
  ),
  policy: z13.object({
    familiar: z13.number().describe("Similarity from which an answer counts as familiar, in [0, 1]."),
    ambiguous: z13.number().describe("Disagreement of the answers above which a verdict is ambiguous, in [0, 1]."),
    countCosmetic: z13.boolean().describe("Whether changes of white space and comments alone count as changes.")
  }).describe("What the verdicts were judged by."),
  verdicts: z13.object({
    reproduced: counted2.describe("Methods written with the same tokens."),
    outdated: counted2.describe("Methods of which the model restores the old code."),
    ambiguous: counted2.describe("Methods on which the model’s answers disagree."),
    familiar: counted2.describe("Methods written much as they are."),
    unfamiliar: counted2.describe("Changed methods that the model writes otherwise; added ones are newToIt."),
    newToIt: counted2.describe("Added methods that the model writes otherwise."),
    failed: counted2.describe("Methods without a usable answer.")
  }).describe("How many methods have each verdict; together all of them."),
  methods: z13.array(checkRowSchema).describe("The changed methods, by id."),
  cosmetic: z13.array(methodId).describe("Methods of which white space or comments alone changed."),
  moved: z13.array(z13.object({ id: methodId, previousId: methodId.describe("The id before the change.") })).describe("Methods that moved to another file or type with the same tokens."),
  deleted: z13.array(methodId).describe("Methods that are no more."),
  ...asking
}).meta({
  id: "CheckReport",
  title: "Check",
  description: "Which of the methods that a change touched the model still knows."
});

// src/report/schema/compare.ts
import { z as z14 } from "zod";

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
function shapeOf2(tokens2) {
  return tokens2.map(({ kind, text }) => kind === "identifier" ? "#" : text).join(" ");
}
function isGetter({ parameters }, body) {
  return parameters.length === 0 && GETTER.test(shapeOf2(significant(body)));
}
function isSetter({ parameters }, body) {
  const [parameter, ...others] = parameters;
  if (parameter === void 0 || others.length > 0) return false;
  const tokens2 = significant(body);
  if (!SETTER.test(shapeOf2(tokens2))) return false;
  const value = tokens2.filter(({ kind }) => kind === "identifier").at(1);
  return value?.text === parameter.name;
}
function sizeBandOf(body) {
  const lines = body.split(/\r\n|\n|\r/).length;
  if (lines <= 3) return "up to 3 lines";
  if (lines <= 10) return "4 to 10 lines";
  return lines <= 30 ? "11 to 30 lines" : "over 30 lines";
}

// src/report/schema/compare.ts
var number = z14.int().nonnegative();
var shard = {
  index: z14.int().positive().describe("Which part, from 1."),
  count: z14.int().positive().describe("Of how many.")
};
var intervalSchema = z14.object({ low: z14.number().describe("Its lower end."), high: z14.number().describe("Its upper end.") }).meta({ id: "BootstrapInterval", title: "Interval", description: "A 95 % interval, by the bootstrap over files." });
var interval = (what) => intervalSchema.nullable().describe(`${what}; null for fewer than two files.`);
var scoreIntervals = z14.object({
  errorRate: interval("Of the error rate"),
  similarity: interval("Of the similarity"),
  recovery: interval("Of the recovery")
}).meta({
  id: "ScoreIntervals",
  title: "Intervals",
  description: "How far the means may lie from those of everything."
});
var pairedSchema = z14.object({
  methods: number.describe("Methods that both were asked for."),
  similarity: z14.number().nullable().describe("Mean difference of their similarities; above 0 the contender is closer."),
  errorRate: z14.number().nullable().describe("Mean difference of their distances; below 0 the contender is closer."),
  won: number.describe("Methods that the contender wrote closer, by similarity."),
  tied: number.describe("Methods that both wrote equally close."),
  lost: number.describe("Methods that the baseline wrote closer."),
  intervals: z14.object({
    similarity: interval("Of the difference of similarities"),
    errorRate: interval("Of the difference of distances")
  }).nullable().describe("Null when every method was scored.")
}).meta({
  id: "PairedDifference",
  title: "Difference",
  description: "Contender minus baseline, method by method, failures as stubs."
});
var contenderSchema = z14.object({
  name: z14.string().describe("What it is called here; unique."),
  kind: z14.enum(["stub", "model", "tree"]).describe("Every body erased, a model, or a tree that anything else wrote."),
  model: modelCardSchema.nullable().describe("Of a model; null otherwise."),
  directory: z14.string().nullable().describe("Of a tree; null otherwise."),
  ...usage,
  answeringMs: z14.number().nonnegative().nullable().describe("What its answers took one after the other, in milliseconds; null where no language model was asked."),
  summary: summarySchema.describe("What came back."),
  exact: number.describe("Methods that came back with the same tokens."),
  parses: number.describe("Methods for which it wrote one body of the language."),
  unasked: number.describe("Methods for which the budget did not suffice: counted nowhere else."),
  intervals: z14.object({
    files: scoreIntervals.describe("Of the means over files."),
    methods: scoreIntervals.describe("Of the means over methods, failures as stubs.")
  }).nullable().describe("Null when every method was scored."),
  paired: pairedSchema.nullable().describe("Against the baseline; null for the baseline itself.")
}).meta({ id: "Contender", title: "Contender", description: "One of those that are compared." });
var groupSchema = z14.object({
  by: z14.enum(["kind", "size", "package"]).describe("What the methods have in common."),
  name: z14.string().describe("Which kind, size or package."),
  methods: number.describe("How many methods."),
  contenders: z14.array(
    z14.object({
      count: number.describe("Methods that it was asked for."),
      failed: number.describe("Those that it failed on."),
      exact: number.describe("Those that came back with the same tokens."),
      ...scores
    })
  ).describe("Means over methods, failures as stubs, in the order of the contenders.")
}).meta({ id: "MethodGroup", title: "Group", description: "Methods of one kind, size or package." });
var answerSchema = z14.object({
  distance: number.nullable().describe("Levenshtein distance of the bodies; null when it failed."),
  similarity: z14.number().nullable().describe("Similarity of the bodies, in [0, 1]; null when it failed."),
  exact: z14.boolean().describe("Whether the tokens are the same."),
  parses: z14.boolean().describe("Whether it is one body of the language."),
  failure: failureSchema
}).meta({ id: "ComparedAnswer", title: "Answer", description: "What one contender made of one method." });
var methodSchema = z14.object({
  id: methodId,
  path: z14.string().describe("The file, relative to the root."),
  line: z14.int().positive().describe("Line of the name, from 1."),
  package: z14.string().describe("Its package; empty for the unnamed one."),
  kind: z14.enum(METHOD_CLASSES).describe("accessor: by its tokens, returns or assigns a field and nothing else. override: by its annotation."),
  size: z14.enum(SIZE_BANDS).describe("Lines of its body."),
  length: number.describe("Length of its body with its braces, in UTF-16 code units."),
  answers: z14.array(answerSchema.nullable()).describe("In the order of the contenders; null for one not asked.")
}).meta({ id: "ComparedMethod", title: "Method", description: "One method, as every contender wrote it." });
var fileSchema = z14.object({
  id: z14.string().describe("The path."),
  answers: z14.array(
    z14.object({
      distance: number.describe("Levenshtein distance of the file, in UTF-16 code units."),
      similarity: z14.number().describe("Similarity of the file, in [0, 1]."),
      erased: number.describe("Characters that were erased before it wrote.")
    }).nullable()
  ).describe("In the order of the contenders; null for one that was asked for none of its methods.")
}).meta({ id: "ComparedFile", title: "File", description: "One file, as every contender wrote it." });
var compareReportSchema = z14.object({
  schemaVersion: z14.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z14.literal("compare").describe("The job that made the report."),
  protocol: z14.enum(["recreate", "in-place"]).describe("What was erased together: every body, or one at a time."),
  source: z14.union([z14.object({ directory: z14.string().describe("The directory.") }), revisionLabelSchema]).describe("What was erased: a directory or a revision."),
  sample: z14.object({ ...sampleRequest, methods: number.describe("Eligible methods, of which the sample was drawn.") }).nullable().describe("What was drawn by lot; null when all were scored."),
  shard: z14.object(shard).exactOptional().describe("Which part of a comparison this is, for merge-reports; absent for all of it."),
  baseline: z14.string().describe("The contender that the others are compared with."),
  contenders: z14.array(contenderSchema).describe("The stub first, then models, then trees, as they were named."),
  groups: z14.array(groupSchema).describe("By kind, by size, by package."),
  leftOut: z14.array(leftOutSchema).describe("What was not scored, by reason."),
  notes: z14.array(noteSchema).describe("Files that could not be read in full."),
  files: z14.array(fileSchema).describe("The files compared, by path."),
  methods: z14.array(methodSchema).describe("The methods compared, by id.")
}).meta({ id: "CompareReport", title: "Comparison", description: "Several models on the same methods." });

// src/report/schema/drift.ts
import { z as z15 } from "zod";
var counted3 = z15.int().nonnegative();
var shareOf = z15.number().nonnegative();
var standingSchema = z15.object({
  lines: counted3.describe("Lines that hold a word and stand in their file, whatever it is called now."),
  methods: counted3.describe("Methods of which the name, parameters and body stand with the same tokens.")
}).meta({ id: "Standing", title: "Standing", description: "How much there is of the code of the first day." });
var monthSchema = z15.object({
  month: z15.string().describe("Year and month in UTC, as 2026-03."),
  revision: z15.string().describe("The last commit of the month on the line of first parents, or of an earlier month where it has none."),
  whole: z15.boolean().describe("Whether the history goes on beyond it; the last month may have days to come."),
  commits: counted3.describe("Commits on the line of first parents; a merge counts once."),
  lines: counted3.describe("Lines of main source where the month starts."),
  added: counted3.describe(
    "Lines added from the end of the month before to its own, as git diff --numstat -M counts."
  ),
  deleted: counted3.describe("Lines deleted."),
  files: counted3.describe("Main source files with a line added or deleted; a rename alone is no change."),
  share: shareOf.nullable().describe("(added + deleted) / lines; null where there were no lines."),
  standing: standingSchema.nullable().describe("What stands at its end; null for a month before the first day.")
}).meta({ id: "DriftMonth", title: "Month", description: "What one month changed." });
var halfLifeSchema = z15.object({
  months: z15.number().positive().describe("Months of 30.4375 days after which half is gone, by the fitted curve."),
  misfit: z15.number().nonnegative().describe("Root mean square of the difference between the shares and the curve, in shares."),
  points: counted3.describe("Month ends that the curve is fitted to.")
}).meta({
  id: "HalfLife",
  title: "Half-life",
  description: "From the exponential decay that fits the shares still standing best (least squares of the shares)."
});
var survivalSchema = z15.object({
  origin: z15.enum(["trained", "start"]).describe("trained: the revision that the model was trained at. start: where the months start."),
  revision: z15.string().describe("The commit of the first day."),
  committedAt: z15.string().describe("When it was committed, ISO 8601."),
  files: counted3.describe("Main source files of the first day."),
  lines: counted3.describe("Their lines that hold a word."),
  methods: counted3.describe("Their methods that have something to write."),
  linesHalfLife: halfLifeSchema.nullable().describe("Of the lines; null where nothing went, or for under 3 months."),
  methodsHalfLife: halfLifeSchema.nullable().describe("Of the methods.")
}).meta({ id: "Survival", title: "Survival", description: "The code of the first day, which the months are held to." });
var intervalSchema2 = z15.object({
  level: z15.number().describe("The share of cases that it is meant to hold."),
  low: z15.number().describe("Its lower end."),
  high: z15.number().describe("Its upper end.")
}).meta({ id: "Interval", title: "Interval", description: "Where a value is expected." });
var yearlySchema = z15.object({
  share: shareOf.describe("Lines changed in twelve months ÷ lines: the mean month × 12."),
  interval: intervalSchema2.nullable().describe("Where it falls if months stay as they were; null for one month."),
  months: counted3.describe("Whole months that it is projected from, twelve at most.")
}).meta({ id: "YearlyDrift", title: "Yearly drift", description: "How much a year changes, by the last months." });
var packageSchema = z15.object({
  name: z15.string().describe("The package, by the folders of its files; modules together."),
  added: counted3.describe("Lines added in the months."),
  deleted: counted3.describe("Lines deleted in the months."),
  lines: counted3.describe("Its lines where the history ends; 0 when it is gone.")
}).meta({ id: "PackageChurn", title: "Package", description: "What changed in one package." });
var basis = {
  line: z15.number().describe("The freshness at which the policy asks for retraining."),
  points: counted3.describe("Entries of the ledger’s history that the forecast stands on."),
  from: z15.string().describe("The first of them, ISO 8601."),
  to: z15.string().describe("The last of them, ISO 8601."),
  perYear: z15.number().describe("Freshness gained in a year; negative when it falls.")
};
var forecastSchema = z15.discriminatedUnion("kind", [
  z15.object({ kind: z15.literal("crossed").describe("It is at the line or below already."), ...basis }),
  z15.object({ kind: z15.literal("not-in-sight").describe("It does not reach the line within ten years."), ...basis }),
  z15.object({
    kind: z15.literal("expected").describe("It is expected to reach the line."),
    ...basis,
    day: z15.string().describe("The day on which it is expected to, UTC."),
    level: z15.number().describe("The level of the interval from earliest to latest."),
    earliest: z15.string().describe("The earliest day of the interval."),
    latest: z15.string().nullable().describe("The latest; null where it may as well not cross within ten years.")
  })
]).meta({ id: "Forecast", title: "Forecast", description: "When freshness crosses the policy’s line." });
var driftReportSchema = z15.object({
  schemaVersion: z15.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z15.literal("drift").describe("The job that made the report."),
  until: revisionLabelSchema.describe("Where the history ends."),
  months: z15.array(monthSchema).describe("The months, oldest first."),
  size: z15.object({ lines: counted3.describe("Lines."), files: counted3.describe("Files.") }).describe("The main sources where the history ends."),
  yearly: yearlySchema.nullable().describe("The projected yearly drift; null without a whole month."),
  survival: survivalSchema.nullable().describe("What survival is counted from; null without main sources."),
  trainedRevisionPassedOver: z15.enum(["not-in-clone", "later-than-history"]).nullable().describe("Why survival does not start where the model was trained; null when it does, or without a model."),
  packages: z15.array(packageSchema).describe("The packages that changed, most lines first."),
  forecast: forecastSchema.nullable().describe("null without a history of freshness."),
  leftOut: z15.array(leftOutSchema).describe("What survival does not count on the first day, by reason."),
  notes: z15.array(noteSchema).describe("Files of the first day that could not be read in full.")
}).meta({ id: "DriftReport", title: "Drift", description: "How fast the code moves, from git’s history alone." });

// src/report/schema/gain.ts
import { z as z16 } from "zod";
var number2 = z16.int().nonnegative();
var similarity2 = z16.number();
var intervalSchema3 = z16.object({ low: z16.number().describe("Its lower end."), high: z16.number().describe("Its upper end.") }).meta({ id: "GainInterval", title: "Interval", description: "A 95 % interval." });
var gainEstimateSchema = z16.object({
  changes: number2.describe("Changed methods."),
  commits: number2.describe("Commits that they changed in."),
  inUse: similarity2.nullable().describe("Mean similarity of the model in use, failures as stubs."),
  fresh: similarity2.nullable().describe("Mean similarity of the model trained just before, failures as stubs."),
  gain: z16.number().nullable().describe("The latter minus the former, in similarity; null without changes."),
  interval: intervalSchema3.nullable().describe("Of the gain, over commits (delete-one-commit jackknife); null for fewer than two commits."),
  helped: number2.describe("Changes that the model trained just before wrote closer."),
  hurt: number2.describe("Changes that it wrote less close."),
  same: number2.describe("Changes that both wrote equally close."),
  inUseFailed: number2.describe("Changes that the model in use failed on."),
  freshFailed: number2.describe("Changes that the model trained just before failed on.")
}).meta({ id: "GainEstimate", title: "Gain", description: "How much closer a model trained just before comes." });
var statementSchema = z16.discriminatedUnion("kind", [
  z16.object({
    kind: z16.literal("would-help").describe("The interval is above 0, the gain at least what is asked for.")
  }),
  z16.object({ kind: z16.literal("would-not-help").describe("The interval is below what is asked for.") }),
  z16.object({
    kind: z16.literal("unsure").describe("Neither can be said."),
    reason: z16.enum(["too-few-changes", "too-few-commits", "interval-too-wide"]).describe("Why not.")
  })
]).meta({ id: "GainStatement", title: "Statement", description: "Whether training again would help." });
var gainRowSchema = z16.object({
  commit: z16.string().describe("The commit that changed the method."),
  id: z16.string().describe("Its MethodId after the change."),
  change: z16.enum(["added", "modified", "renamed", "moved"]).describe("What the commit did to it."),
  inUse: similarity2.describe("Similarity of what the model in use wrote; of the stub where it failed."),
  fresh: similarity2.describe("Similarity of what the model trained just before wrote; of the stub where it failed."),
  inUseFailed: z16.boolean().describe("Whether the model in use failed."),
  freshFailed: z16.boolean().describe("Whether the model trained just before failed.")
}).meta({ id: "GainRow", title: "Changed method", description: "One changed method, written by both models." });
var windowSchema = z16.object({
  days: number2.describe("How many days before the head were asked for."),
  limit: z16.enum(["days", "training", "shallow-clone", "unknown-training"]).describe(
    "Why the window begins where it does. unknown-training: nobody knows what the model was trained on, so it may have learned some of the changes."
  ),
  from: z16.string().nullable().describe("Day of the first commit; null when there is none."),
  until: z16.string().nullable().describe("Day of the last commit; null when there is none."),
  commits: number2.describe("Commits on the line of first parents."),
  commitsWithCode: number2.describe("Those at which main sources differ.")
});
var gainReportSchema = z16.object({
  schemaVersion: z16.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z16.literal("gain").describe("The job that made the report."),
  protocol: z16.literal("in-place").describe("One method is erased at a time."),
  head: revisionLabelSchema.describe("Where the window ends."),
  model: modelCardSchema.nullable().describe("The model in use; null when no code changed."),
  modelOrigin: z16.enum(["kept", "shadow", "shadow-of-window-start"]).describe("A model that was kept, or the embedded one trained for this report, at a revision or at the start."),
  window: windowSchema.describe("The piece of history that was replayed."),
  fresh: z16.object({
    trainings: number2.describe("How often it was trained on the way."),
    commitsBehind: number2.describe("Commits with code between its training and a change, at most."),
    daysBehind: z16.number().describe("Days between its training and a change, at most.")
  }).describe("The model trained just before each change."),
  policy: z16.object({
    leastGain: z16.number().describe("The gain, in similarity, from which training again is worth it."),
    leastChanges: number2.describe("Changes without which nothing is said.")
  }).describe("What the statement was made by."),
  statement: statementSchema,
  all: gainEstimateSchema.describe("Over all changed methods."),
  modified: gainEstimateSchema.describe("Over those that were there before: modified, renamed or moved."),
  added: gainEstimateSchema.describe("Over new methods."),
  leftOut: z16.array(leftOutSchema).describe("What was not scored, by reason, over all commits."),
  notes: z16.array(noteSchema).describe("Files that could not be read in full."),
  methods: z16.array(gainRowSchema).describe("The changed methods, by commit, the oldest first, then by id."),
  ...usage
}).meta({ id: "GainReport", title: "Retraining gain", description: "Whether training again would help." });

// src/report/schema/update.ts
import { z as z17 } from "zod";
var counted4 = z17.int().nonnegative();
var estimate = {
  value: z17.number().describe("The value, or its estimate where a part alone was scored."),
  margin: z17.number().nullable().describe("Half the width of the 95 % interval; null where everything was scored, which leaves nothing to chance.")
};
var part = (units) => z17.object({
  units: counted4.describe(units),
  points: z17.number().describe("Percentage points by which they moved freshness away from 100 %.")
});
var freshnessSchema2 = z17.object({
  ...estimate,
  parts: z17.object({
    unchanged: part("Methods with the code that was trained on, wherever they stand now.").describe("As trained."),
    modified: part("Methods with another code, name or parameters.").describe("Changed since training."),
    new: part("Methods that came after training.").describe("New since training."),
    deleted: part("Trained methods that are no more.").describe("Deleted since training.")
  }).describe("What moved it; the points add up to the whole movement from 100 %.")
}).meta({
  id: "Freshness",
  title: "Freshness",
  description: "Mean similarity of all methods now, divided by the same on the day of training; 1 is as on that day."
});
var ledgerRevision = z17.object({
  revision: z17.string().describe("Commit hash."),
  committedAt: z17.string().nullable().describe("When it was committed, ISO 8601.")
});
var verdictSchema = z17.discriminatedUnion("kind", [
  z17.object({
    kind: z17.literal("fresh").describe("At or above the line."),
    reason: z17.literal("at-or-above-line").describe("Why.")
  }),
  z17.object({ kind: z17.literal("stale").describe("Below the line."), reason: z17.literal("below-line").describe("Why.") }),
  z17.object({
    kind: z17.literal("unknown").describe("Nobody can tell."),
    reason: z17.enum(["no-units", "knew-nothing", "sample-too-small"]).describe(
      "no-units: no method is left. knew-nothing: the model wrote nothing right on the day of training. sample-too-small: the line lies within the interval."
    )
  })
]);
var ledgerSummarySchema = z17.object({
  trainedAt: ledgerRevision.describe("What the model was trained on."),
  line: z17.number().describe("Freshness from which the policy calls a model fresh."),
  verdict: verdictSchema.describe("What the policy makes of it."),
  units: counted4.describe("Methods in the ledger."),
  scored: counted4.describe("How many of them have a score."),
  failed: counted4.describe("How many of the scored have no usable answer; each counts as its stub."),
  now: z17.object(estimate).nullable().describe("Mean similarity over all methods; null where there is none."),
  baseline: z17.object({ ...estimate, units: counted4.describe("Methods on that day.") }).describe("Mean similarity on the day of training."),
  freshness: freshnessSchema2.nullable().describe("Null where no method is left, or nothing was known on the day of training.")
}).meta({ id: "Ledger", title: "Ledger", description: "The last known in-place scores of all methods, summed up." });
var updateReportSchema = z17.object({
  ...reportBase("update"),
  protocol: z17.literal("in-place").describe("One body erased at a time, everything else as it stands."),
  route: z17.enum(["by-difference", "by-body", "already-there", "already-later", "budget-spent"]).describe(
    "by-difference: from the files that differ. by-body: the old revision is gone, so that methods were told by their bodies. already-there, already-later: nothing was to be done. budget-spent: the budget did not suffice, and the ledger was left where it stood."
  ),
  from: revisionLabelSchema.describe("Where the ledger stood before."),
  to: revisionLabelSchema.describe("Where it stands now."),
  model: modelCardSchema,
  sample: z17.object(sampleRequest).nullable().describe("The sample that the ledger began with; null when every method was scored."),
  units: z17.object({
    kept: counted4.describe("Methods that kept their place and their score."),
    moved: counted4.describe("Methods that kept their score in another place."),
    scored: counted4.describe("Methods that were scored now: new and changed ones."),
    deleted: counted4.describe("Methods that left.")
  }).describe("What became of the methods."),
  ledger: ledgerSummarySchema,
  methods: z17.array(methodRowSchema).describe("The methods scored by this update, by id."),
  ...asking
}).meta({ id: "UpdateReport", title: "Update", description: "The ledger, brought to a later revision." });

// src/report/schema.ts
var methods = z18.array(methodRowSchema).describe("The methods compared, by id.");
var reproduced = z18.int().nonnegative().describe("How many methods came back with the same tokens.");
var stubMeasure = z18.object({
  distance: z18.int().nonnegative().describe("Characters that were erased."),
  similarity: z18.number().describe("Similarity of the stub to the original, in [0, 1].")
}).meta({ id: "StubMeasure", title: "Stub", description: "Where a model starts." });
var evaluateReportSchema = z18.object({
  ...reportBase("evaluate"),
  protocol: z18.enum(["recreate", "in-place"]).describe(
    "What was erased together: every body at once, or one at a time. Scores of the two are not comparable."
  ),
  source: z18.union([z18.object({ directory: z18.string().describe("The directory.") }), revisionLabelSchema]).describe("What was erased: a directory or a revision."),
  model: modelCardSchema,
  sample: z18.object({
    ...sampleRequest,
    methods: z18.int().nonnegative().describe("Eligible methods, of which the sample was drawn.")
  }).nullable().describe("What was drawn by lot, from strata of neighbouring files and like sizes; null when all were scored."),
  shard: z18.object({
    ...shard,
    stubs: z18.object({
      files: z18.array(stubMeasure).describe("Of the files, in their order."),
      methods: z18.array(stubMeasure).describe("Of the methods, in their order.")
    }).describe("What the rows are with every body erased, for the means over all parts.")
  }).exactOptional().describe("Which part of an evaluation this is, for merge-reports; absent for all of it."),
  reproduced,
  methods,
  ...asking
}).meta({ id: "EvaluateReport", title: "Evaluation", description: "How close the model comes to a whole codebase." });
var scoreReportSchema = z18.object({
  ...reportBase("score"),
  original: z18.string().describe("The directory with the original files."),
  regenerated: z18.string().describe("The directory with the files as they were written again."),
  reproduced,
  methods
}).meta({ id: "ScoreReport", title: "Score", description: "How close one directory comes to another." });
var eraseReportSchema = z18.object({
  ...reportBase("erase"),
  directory: z18.string().describe("The directory that was read."),
  outputDirectory: z18.string().describe("The directory that was written."),
  erased: z18.object({
    bodies: z18.int().nonnegative().describe("Bodies erased."),
    characters: z18.int().nonnegative().describe("UTF-16 code units erased.")
  }).describe("How much was erased."),
  methods
}).meta({ id: "EraseReport", title: "Erasure", description: "A codebase with every method body erased." });
var trainReportSchema = z18.object({
  ...reportBase("train"),
  source: revisionLabelSchema.describe("What the model was trained on."),
  model: modelCardSchema,
  output: z18.object({
    model: z18.string().describe("File of the model."),
    card: z18.string().describe("File of the model card."),
    bytes: z18.int().nonnegative().describe("Size of the model’s file.")
  }).describe("What was written."),
  methods
}).meta({ id: "TrainReport", title: "Training", description: "A model of one state of a project." });
var reportSchema = z18.discriminatedUnion("kind", [
  checkReportSchema,
  evaluateReportSchema,
  compareReportSchema,
  scoreReportSchema,
  eraseReportSchema,
  trainReportSchema,
  updateReportSchema,
  driftReportSchema,
  gainReportSchema,
  estimateReportSchema
]).meta({ title: "Palimpsest report", description: "What a job of palimpsest found, version 1." });

// src/report/json.ts
var INDENT3 = 2;
function renderJson(report) {
  return `${JSON.stringify(reportSchema.parse(report), null, INDENT3)}
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
  const inert = lines.map((line3) => clip(visibleCode(line3), CODE_LINE_LIMIT));
  const runs = inert.flatMap((line3) => line3.match(/`+|~+/g) ?? []);
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

// src/report/markdown/check-verdict.ts
function verdictHeadline(report) {
  const part2 = partWords(report.methods.length, report);
  if (part2 === null) return headlineOf(report);
  return report.methods.length === 0 ? "The budget did not suffice for any method" : `${headlineOf(report)} (${part2})`;
}
function headlineOf(report) {
  const { methods: methods2 } = report;
  if (methods2.length === 0) return "No method has new code";
  const { outdated, unfamiliar, new: added, ambiguous, failed: failed2 } = groups(report);
  const which = (number3) => methods2.length === 1 ? "The changed method is" : `${grouped(String(number3))} of ${count2(methods2.length, "changed method")} ${are(number3)}`;
  if (outdated > 0) return `${which(outdated)} outdated for the model`;
  if (unfamiliar > 0) return `${which(unfamiliar)} unfamiliar to the model`;
  if (added > 0) return `${which(added)} new to the model`;
  if (failed2 === methods2.length)
    return `The model wrote ${methods2.length === 1 ? "nothing for the changed method" : `none of the ${count2(failed2, "changed method")}`}`;
  if (ambiguous > 0) return `${which(ambiguous)} ambiguous for the model`;
  if (failed2 > 0)
    return `The model wrote nothing for ${grouped(String(failed2))} of ${count2(methods2.length, "changed method")}`;
  return methods2.length === 1 ? "The model knows the changed method" : `The model knows all ${count2(methods2.length, "changed method")}`;
}
function verdictSentence(report) {
  const { methods: methods2 } = report;
  const unasked = unaskedSentence(report);
  if (methods2.length === 0 && unasked !== null) return `${unasked}.`;
  if (methods2.length === 0) {
    return `Nothing to check between ${inlineCode(revisionName(report.base))} and ${inlineCode(revisionName(report.head))}.`;
  }
  const model = modelInWords(report);
  const clauses = clausesOf(report).map((clause, index) => clause(index === 0 ? model : "it"));
  const touches = report.unasked === void 0 ? "This change touches" : "This is about";
  return `${touches} ${count2(methods2.length, "method")} in ${count2(changedFileCount(report), "file")}: ${clauses.join("; ")}.`;
}
function reassurance(report) {
  if ((tally2(report.methods).get("outdated-by-change") ?? 0) === 0) return null;
  return "New code makes a model outdated: that is the normal effect of work, and nothing for the author to mend.";
}
function clausesOf(report) {
  const all = report.methods.length;
  const {
    outdated,
    outdatedAlready,
    unfamiliar,
    unfamiliarAlready,
    new: added,
    ambiguous,
    failed: failed2,
    known
  } = groups(report);
  const allOfThem = all === 2 ? "both" : `all ${grouped(String(all))}`;
  const of = (number3) => all === 1 ? "it" : number3 === all ? allOfThem : `${grouped(String(number3))} of them`;
  const they = (number3) => all === 1 ? "it is" : `${number3 === all ? allOfThem : grouped(String(number3))} ${are(number3)}`;
  const clauses = [
    outdated > 0 && ((model) => `${model} would **write the old code** in ${of(outdated)}${wasBehind(outdatedAlready, outdated)}`),
    unfamiliar > 0 && ((model) => `${they(unfamiliar)} unfamiliar to ${model}${wasUnfamiliar(unfamiliarAlready, unfamiliar)}`),
    added > 0 && ((model) => `${they(added)} new to ${model}`),
    ambiguous > 0 && ((model) => `${model} disagrees with itself on ${of(ambiguous)}`),
    failed2 > 0 && ((model) => `${model} gave no usable answer for ${of(failed2)}`),
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
function modelInWords(report) {
  const { model, modelOrigin, base } = report;
  if (model === null) return "the model";
  if (modelOrigin === "trained-on-base")
    return `${inlineCode(modelName(model))} (trained on ${inlineCode(revisionName(base))})`;
  return `${inlineCode(modelName(model))} (${trainedAt(model, inlineCode)})`;
}
function groups(report) {
  const counts2 = tally2(report.methods);
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

// src/report/markdown/diffs.ts
var CONTEXT = 3;
var LEAST_SKIPPED = 3;
var LINES_SHOWN = 80;
function foldedDiff(row3) {
  if (row3.texts.regenerated === null) return [];
  const diff = dedent(lineDiff(row3.texts.after, row3.texts.regenerated));
  if (!differs(diff)) return [];
  const lines = withoutCommonRuns(diff);
  const shown2 = lines.slice(0, LINES_SHOWN);
  const rest = lines.length - shown2.length;
  return folded(`What the model wrote for ${htmlCode(spokenName(row3.id, row3.path))}`, [
    "`-` the code after this change, `+` what the model wrote",
    "",
    ...fenced2(rest > 0 ? [...shown2, `  … ${count2(rest, "more line")}`] : shown2, "diff")
  ]);
}
function withoutCommonRuns(diff) {
  const near = diff.map(
    (_, index) => diff.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ mark }) => mark !== " ")
  );
  const lines = [];
  let common = [];
  const flush = () => {
    lines.push(...common.length < LEAST_SKIPPED ? common : [`  … ${count2(common.length, "line")} in both`]);
    common = [];
  };
  for (const [index, { mark, text }] of diff.entries()) {
    const line3 = `${mark}${text}`.trimEnd();
    if (near[index]) {
      flush();
      lines.push(line3);
    } else common.push(line3);
  }
  flush();
  return lines;
}

// src/report/markdown/parts.ts
var FEW_NAMES2 = 5;
var FEW_NOTES2 = 5;
var DETAIL_LIMIT = 200;
function namesItem(what, ids) {
  if (ids.length === 0) return [];
  const names = ids.slice(0, FEW_NAMES2).map((id) => inlineCode(spokenName(id)));
  return [`${count2(ids.length, "method")} ${what}: ${firstFew(names, FEW_NAMES2, ids.length)}`];
}
function leftOutItems(leftOut) {
  const said = leftOut.flatMap((one) => leftOutWords(one) ?? []);
  return said.length === 0 ? [] : [`left out: ${said.join(", ")}`];
}
function noteItems(notes) {
  const items = notes.slice(0, FEW_NOTES2).map((note) => `${inlineCode(note.path)}: ${noteWords(note)}`);
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
  return items.map((item) => `- ${item}`);
}
function paragraphs2(...blocks) {
  const told = blocks.filter((lines) => lines.length > 0);
  return `${told.map((lines) => lines.join("\n")).join("\n\n")}
`;
}

// src/report/markdown/check.ts
function checkMarkdown(report, detail) {
  const rows = worstFirst(report.methods);
  const open3 = rows.filter((row3) => !isKnown(row3)).slice(0, detail.rows);
  const rest = rows.slice(open3.length);
  return paragraphs2(
    [`### ${verdictHeadline(report)}`],
    [verdictSentence(report)],
    budgetSpent(report),
    table(open3),
    foldedRows(rest, open3.length, detail.foldedRows),
    ...rows.filter((row3) => !isKnown(row3) && row3.texts.regenerated !== null).slice(0, detail.diffs).map(foldedDiff),
    failures(rows),
    sentence(reassurance(report)),
    sentence(originSentence(report.modelOrigin, inlineCode)),
    elsewhere(report),
    scores2(report),
    usageLine(report)
  );
}
function table(rows) {
  if (rows.length === 0) return [];
  return ["| Method | Similarity | To the code before | |", "| :-- | --: | --: | :-- |", ...rows.map(tableRow)];
}
function tableRow(row3) {
  const cells = [
    inlineCode(spokenName(row3.id, row3.path)),
    unbroken(percent(row3.similarity)),
    unbroken(percent(row3.similarityToPrevious)),
    standingPhrase(row3)
  ];
  return `| ${cells.join(" | ")} |`;
}
function unbroken(text) {
  return text.replaceAll(" ", " ");
}
function foldedRows(rows, open3, limit) {
  if (rows.length === 0) return [];
  const summary = `${count2(rows.length, open3 === 0 ? "method" : "more method")}${standingsOf(rows)}`;
  const told = rows.slice(0, limit);
  const untold = rows.length - told.length;
  const leftOut = `${count2(untold, "method")} did not fit here; the JSON report has all of them.`;
  return folded(summary, [
    ...table(told),
    ...untold > 0 && told.length > 0 ? [""] : [],
    ...untold > 0 ? [leftOut] : []
  ]);
}
function failures(rows) {
  const said = failureSentence(rows);
  return said === null ? [] : [`${said}.`, ...detailLines(failureDetails(rows, 3))];
}
function elsewhere(report) {
  const { cosmetic, moved: moved2, deleted, leftOut, notes } = report;
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
function budgetSpent(report) {
  const words = unaskedSentence(report);
  return words === null || report.methods.length === 0 ? [] : [`${words}.`];
}
function scores2(report) {
  const sentences = scoreSentences(report.summary.methods);
  return sentences.length === 0 ? [] : [`<sub>${sentences.join(" · ")}</sub>`];
}
function sentence(text) {
  return text === null ? [] : [text];
}

// src/report/markdown/codebase.ts
var FEW_FILES2 = 10;
function evaluateMarkdown(report) {
  const { model, summary } = report;
  const name2 = inlineCode(modelName(model));
  const size = `${count2(summary.methods.count, "method")} in ${count2(summary.files.count, "file")}`;
  return paragraphs2(
    [`### ${recoveryHeadline(name2, summary)}${inPart(report)}`],
    [
      `${inlineCode(sourceName(report.source))}, ${size}; ${[protocolWords(report.protocol), ...shardWords(report)].join("; ")}; ${name2}, ${trainedAt(model, inlineCode)}.`
    ],
    budgetSpent2(report),
    scoreTable(report, name2),
    sampled(report),
    reproduced2(report),
    report.protocol === "recreate" && isEmbedded(model) ? [VERBATIM_MEMORY] : [],
    failures2(report.methods),
    foldedFiles(report.files),
    end(report),
    usageLine(report)
  );
}
function scoreMarkdown(report) {
  return paragraphs2(
    [`### ${recoveryHeadline(inlineCode(report.regenerated), report.summary)}`],
    [`${inlineCode(report.regenerated)} against ${inlineCode(report.original)}.`],
    scoreTable(report, "regenerated"),
    reproduced2(report),
    failures2(report.methods),
    foldedFiles(report.files),
    end(report)
  );
}
function eraseMarkdown(report) {
  const { erased, stub } = report;
  const files = count2(stub.files.count, "file");
  return paragraphs2(
    [`### Erased ${count2(erased.bodies, "body", "bodies")} in ${files}`],
    [
      `${count2(erased.characters, "character")} of ${inlineCode(report.directory)} erased; the stubs are in ${inlineCode(report.outputDirectory)}.`
    ],
    stub.files.count === 0 ? [] : [
      `Here a model starts: error rate ${characters(stub.files.errorRate, 2)} characters, similarity ${share2(stub.files.similarity, 4)} over ${files}.`
    ],
    end(report)
  );
}
function trainMarkdown(report) {
  const { model, output, source } = report;
  const what = learnedWords(model, "the project");
  return paragraphs2(
    [`### ${inlineCode(modelName(model))} learned ${what}`],
    [
      `Trained on ${inlineCode(revisionWithHash(source))}: ${inlineCode(output.model)} (${bytes(output.bytes)}), card ${inlineCode(output.card)}.`
    ],
    end(report)
  );
}
function inPart(report) {
  const part2 = partWords(report.summary.methods.count, report);
  return part2 === null ? "" : ` (${part2})`;
}
function budgetSpent2(report) {
  const words = unaskedSentence(report);
  return words === null ? [] : [`${words}.`];
}
function recoveryHeadline(what, { files }) {
  const sample = count2(files.count, "file");
  if (files.recovery === null) return `${what}: nothing was erased in ${sample}`;
  if (files.recovery < 0) return `${what} is further from the original than the bare stubs, over ${sample}`;
  return `${what} brings back ${percent(files.recovery)} of what was erased in ${sample}`;
}
function scoreTable({ summary, stub }, label) {
  const rows = scoreBlocks(summary, stub, label).flatMap(({ sample, lines }) => [
    `| **${sample}** | | | |`,
    ...lines.map((line3) => `| ${[line3.label, ...scoreCells(line3.scores)].join(" | ")} |`)
  ]);
  return [`| | ${SCORE_HEADINGS.join(" | ")} |`, "| :-- | --: | --: | --: |", ...rows];
}
function reproduced2(report) {
  const words = reproducedWords(report.reproduced, report.summary.methods);
  return words === null ? [] : [`${words}.`];
}
function sampled(report) {
  const words = sampleSentence(report);
  return words === null ? [] : [`${words}.`];
}
function failures2(rows) {
  const said = failureSentence(rows);
  return said === null ? [] : [`${said}.`, ...detailLines(failureDetails(rows, 3))];
}
function foldedFiles(files) {
  const worst = worstFiles(files, FEW_FILES2);
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

// src/report/markdown/compare.ts
function compareMarkdown(report) {
  const [methods2, ...others] = scoreTables(report, inlineCode);
  const [kinds, ...groups2] = groupTables(report, inlineCode);
  const end3 = [...leftOutItems(report.leftOut), ...noteItems(report.notes)];
  const usage2 = compareUsage(report, inlineCode);
  return paragraphs2(
    [`### ${compareHeadline(report, inlineCode)}`],
    [`${compareBasis(report, inlineCode).join("; ")}.`],
    bullets(contenderLines(report, inlineCode)),
    ...[methods2, ...others, kinds].map((table3) => tableOf(table3)),
    ...groups2.map((table3) => folded(capital(table3.title), rowsOf(table3))),
    bullets(compareRemarks(report, inlineCode).map((remark) => `${remark}.`)),
    detailLines(compareDetails(report)).slice(1),
    end3.length === 0 ? [] : folded("Left out, and notes on files", bullets(end3)),
    usage2.length === 0 ? [] : [`<sub>${usage2.join(" · ")}</sub>`]
  );
}
function tableOf(table3) {
  return table3 === void 0 || table3.rows.length === 0 ? [] : [`**${capital(table3.title)}**`, "", ...rowsOf(table3)];
}
function rowsOf({ headings, rows }) {
  return [
    `| | ${headings.join(" | ")} |`,
    `| :-- |${headings.map(() => " --: |").join("")}`,
    ...rows.map(([label = "", ...cells]) => {
      const padded = headings.map((_, at) => cells[at] ?? "");
      return `| ${[label.trim(), ...padded].join(" | ")} |`;
    })
  ];
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/report/markdown/drift.ts
var FEW_MONTHS2 = 36;
var FEW_PACKAGES3 = 15;
function driftMarkdown(report) {
  const { shown: shown2, rest } = shownMonths(report, FEW_MONTHS2);
  return paragraphs2(
    [`### ${meanMonthWords(report)}`],
    [`${inlineCode(revisionWithHash(report.until))}, ${spanWords(report)}; ${sizeWords(report)} of main source.`],
    bullets([
      ...survivalWords(report),
      ...passedOverWords(report),
      ...yearlyWords(report.yearly),
      ...forecastWords(report.forecast)
    ]),
    churnChart(shown2),
    survivalChart(report, shown2),
    folded("The months", [...monthTable(report, shown2), ...rest.flatMap((words) => ["", `… ${words}.`])]),
    packageTable(report),
    end2(report)
  );
}
function churnChart(months) {
  const percents = months.map(({ share: share3 }) => hundredths(share3 ?? 0));
  return chart("Lines changed per month, % of the lines at its start", months, `bar [${percents.join(", ")}]`, false);
}
function survivalChart({ survival }, months) {
  const followed = months.filter((month) => standingShare(month, survival, "methods") !== null);
  if (followed.length === 0) return [];
  const percents = followed.map((month) => hundredths(standingShare(month, survival, "methods") ?? 0));
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
function hundredths(share3) {
  return String(Number((share3 * 100).toFixed(2)));
}
function monthTable({ survival }, months) {
  return [
    "| Month | Lines changed | of lines | Files | Commits | Lines standing | Methods standing |",
    "| :-- | --: | --: | --: | --: | --: | --: |",
    ...months.map(
      (month) => row2([
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
function packageTable(report) {
  const shown2 = report.packages.slice(0, FEW_PACKAGES3);
  if (shown2.length === 0) return [];
  const all = allChanged(report);
  const table3 = [
    `| Package | Added | Deleted | Of all ${grouped(String(all))} | Lines now |`,
    "| :-- | --: | --: | --: | --: |",
    ...shown2.map(
      (one) => row2([
        inlineCode(packageName(one.name)),
        grouped(String(one.added)),
        grouped(String(one.deleted)),
        percent((one.added + one.deleted) / all),
        grouped(String(one.lines))
      ])
    )
  ];
  const which = shown2.length < report.packages.length ? `, the first ${shown2.length}` : "";
  return folded(`The packages that move most, of ${count2(report.packages.length, "package")}${which}`, table3);
}
function row2(cells) {
  return `| ${cells.join(" | ")} |`;
}
function end2({ leftOut, notes }) {
  const items = [...leftOutItems(leftOut), ...noteItems(notes)];
  return items.length === 0 ? [] : folded("Left out, and notes on files", bullets(items));
}

// src/report/markdown/estimate.ts
function estimateMarkdown({ command, models }) {
  return paragraphs2(
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
function gainMarkdown(report) {
  const items = [...leftOutItems(report.leftOut), ...noteItems(report.notes)];
  return paragraphs2(
    [`### ${gainHeadline(report)}`],
    [gainSentence(report)],
    table2(report),
    bullets([`up to ${inlineCode(revisionWithHash(report.head))}`, ...gainBasis(report, inlineCode)]),
    items.length === 0 ? [] : folded("Left out, and notes on files", bullets(items)),
    usageLine(report)
  );
}
function table2(report) {
  const rows = gainRows(report);
  if (rows.length === 0) return [];
  return [
    `| | ${GAIN_HEADINGS.join(" | ")} |`,
    `| :-- |${" --: |".repeat(GAIN_HEADINGS.length)}`,
    ...rows.map(({ label, cells }) => `| ${[label.trim(), ...cells].join(" | ")} |`)
  ];
}

// src/report/markdown/update.ts
function updateMarkdown(report) {
  const { ledger, model, methods: methods2, notes, route, to } = report;
  const failures3 = failureSentence(methods2);
  return paragraphs2(
    [`### ${freshnessSentence(ledger)}${route === "budget-spent" ? " (not brought further)" : ""}`],
    [
      `${inlineCode(modelName(model))}, ${trainedAt(model, inlineCode)}, at ${inlineCode(revisionWithHash(to))}. ${meansSentence(ledger)}.`
    ],
    partTable(ledger),
    [`${updateSentence(report, (label) => inlineCode(revisionWithHash(label)))}.`],
    failures3 === null ? [] : [`${failures3}.`, ...detailLines(failureDetails(methods2, 3))],
    notes.length === 0 ? [] : folded("Notes on files", bullets(noteItems(notes))),
    usageLine(report)
  );
}
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
function renderMarkdown(report) {
  switch (report.kind) {
    case "check":
      return withinLimit((detail) => checkMarkdown(report, detail));
    case "evaluate":
      return evaluateMarkdown(report);
    case "compare":
      return compareMarkdown(report);
    case "score":
      return scoreMarkdown(report);
    case "erase":
      return eraseMarkdown(report);
    case "train":
      return trainMarkdown(report);
    case "update":
      return updateMarkdown(report);
    case "drift":
      return driftMarkdown(report);
    case "gain":
      return gainMarkdown(report);
    case "estimate":
      return estimateMarkdown(report);
    default:
      return report;
  }
}
function withinLimit(render2) {
  let text = "";
  for (const detail of DETAILS) {
    text = render2(detail);
    if (text.length <= MARKDOWN_LIMIT) break;
  }
  return text;
}

// src/cli/present.ts
var FORMATS = ["terminal", "markdown", "json"];
var TABLE_FORMATS = [...FORMATS, "csv"];
var WIDTH_WHEN_PIPED = 120;
async function present(report, { format, output = [] }, environment) {
  for (const file of output) {
    await writeOutput(file, environment.secrets.mask(render(report, format ?? formatOf(file, report), PLAIN)));
    process.stderr.write(`wrote ${file}
`);
  }
  if (output.length > 0 && format !== void 0) return;
  const width = process.stdout.columns ?? WIDTH_WHEN_PIPED;
  const text = render(report, format ?? "terminal", { color: environment.color, width });
  process.stdout.write(environment.secrets.mask(text));
}
var PLAIN = { color: false, width: WIDTH_WHEN_PIPED };
function render(report, format, options) {
  switch (format) {
    case "terminal":
      return renderTerminal(report, options);
    case "markdown":
      return renderMarkdown(report);
    case "json":
      return renderJson(report);
    case "csv":
      return csvOf(report);
    default:
      return format;
  }
}
function csvOf(report) {
  if (report.kind === "compare") return renderCsv(report);
  throw new ExpectedFailure("bad-setting", `there is no CSV of ${report.kind}`, "Ask for json, which has every row.");
}
function formatOf(file, report) {
  switch (extname2(file).toLowerCase()) {
    case ".csv":
      return report.kind === "compare" ? "csv" : "terminal";
    case ".json":
      return "json";
    case ".md":
    case ".markdown":
      return "markdown";
    default:
      return "terminal";
  }
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
  const report = await check({
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
  if (options.show === void 0) return present(report, options, environment);
  const { show } = options;
  const rows = report.methods.filter(({ id }) => isNamed(id, show));
  if (rows.length === 0) {
    throw new ExpectedFailure(
      "unknown-method",
      `no changed method is called ${options.show}`,
      "Run `palimpsest check` for the list; Type.name or Type.name(Param) will do."
    );
  }
  const width = process.stdout.columns ?? 120;
  for (const row3 of rows) {
    process.stdout.write(environment.secrets.mask(renderShow(row3, { color: environment.color, width })));
  }
}
async function originOf2({ card }, base, repository) {
  if (card.trainedAt === null) return "trained";
  return await repository.isAncestor(card.trainedAt.revision, base) === false ? "trained-later" : "trained";
}

// src/core/model-card.ts
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
    const row3 = { id: path, distance: measurement.distance, similarity: measurement.similarity };
    this.#files.push({ row: row3, measurement });
  }
  method(row3, measurement) {
    const failed2 = row3.failure !== null;
    const { distance: distance2, similarity: similarity3 } = measurement;
    const scores3 = failed2 ? { distance: null, similarity: null } : { distance: distance2, similarity: similarity3 };
    const scoredRow = { ...row3, ...scores3 };
    this.#methods.push({ row: scoredRow, measurement: { ...measurement, failed: failed2 } });
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
      files: this.#files.map(({ row: row3 }) => row3),
      methods: this.#methods.map(({ row: row3 }) => row3),
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
    const { id, path, line: line3 } = unit;
    const measurement = measureBody(bodyOf(parsed4, unit), EMPTY_BODY);
    scored.method({ id, path, line: line3, failure: null, confidence: null }, measurement);
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
    const same = rows.filter((row3) => row3.reason === reason);
    if (same.length === 0) return [];
    const counted6 = same.flatMap(({ methods: methods2 }) => methods2 ?? []);
    return [
      {
        reason,
        methods: counted6.length === 0 ? null : counted6.reduce((sum2, methods2) => sum2 + methods2, 0),
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
  const report = await evaluatePlanned(plan, input);
  await output?.commit();
  if (report.unasked === void 0) await journal?.finish();
  return report;
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
  for await (const { item, regeneration } of rewrite(tasks, { model, samples: 1, signal, progress, journal })) {
    const regenerations = unfinished.get(item.file) ?? /* @__PURE__ */ new Map();
    unfinished.set(item.file, regenerations.set(item.stub.target.id, regeneration));
    if (regenerations.size < item.file.units.length) continue;
    unfinished.delete(item.file);
    await settle(item.file, regenerations);
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
    const row3 = scored.method(
      {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        failure,
        confidence: (regeneration?.kind === "regenerated" ? regeneration.confidence : void 0) ?? null
      },
      measureBody(original, body)
    );
    methods2.push({ unit, row: row3, body: failure === null ? body : null, exact });
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
import { createHash as createHash10 } from "node:crypto";
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
  return createHash10("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, HASH_CHARACTERS);
}

// src/jobs/fill-ledger.ts
function beginsLedger({ protocol, model, unasked, shard: shard2 }, revision2) {
  if (unasked !== void 0 || shard2 !== void 0) return false;
  return protocol === "in-place" && revision2.hash !== WORKTREE && model.trainedAt?.revision === revision2.hash;
}
async function fillLedger({ report, revision: revision2, store, ...reading }) {
  requireSomeAnswer(report.methods, report.model.name, LEDGER_LEFT);
  const units = await factsAt(reading);
  const { provider, name: name2, fingerprint } = report.model;
  const standing = { revision: revision2.hash, committedAt: revision2.committedAt };
  const model = { provider, name: name2, fingerprint };
  const { sample } = report;
  const pages = beginLedger({
    model,
    trainedAt: standing,
    sample: sample === null ? null : { size: sample.size, seed: sample.seed },
    units,
    scores: scoresOf2(report, units)
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
async function score(input) {
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
    const { id, path, line: line3 } = unit;
    const original = bodyOf(parsed4, unit);
    const body = bodies.get(id);
    const failure = body === void 0 ? { reason: "missing", detail: "the second tree does not hold this method" } : null;
    if (body !== void 0 && sameTokens(language.tokenize, original, body)) scored.reproduced++;
    scored.method({ id, path, line: line3, failure, confidence: null }, measureBody(original, body ?? EMPTY_BODY));
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
import { resolve as resolve5 } from "node:path";
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
function isCached({ usage: usage2 }, { cache }) {
  return usage2 !== void 0 && cache !== false;
}
async function journalOf(subject, settings2, { environment }) {
  const journal = await composeJournal(repositoryOf(subject), environment, [
    ...settings2,
    subject.kind === "directory" ? resolve5(subject.directory) : subject.revision.hash
  ]);
  if (journal.resumed > 0) process.stderr.write(`going on after ${journal.resumed} methods of an interrupted run
`);
  return journal;
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
  const journal = isCached(model, options) ? null : await journalOf(subject, [protocol, ...shardParts(shard2)], shell);
  try {
    const report = await withOutputTree(
      options.outputDir,
      subject,
      (output) => evaluate({ ...rest, model, output, journal })
    );
    if (loaded !== null && subject.kind === "revision") {
      const { repository: repository2, revision: revision2 } = subject;
      if (beginsLedger(report, revision2)) {
        const store = await composeLedgers(repository2);
        await fillLedger({ report, revision: revision2, tree, store, ...surroundings });
      }
      await recordBaseline(loaded, report, revision2);
    }
    await present(report, options, environment);
  } finally {
    await journal?.close();
  }
}
function trainOn(subject, surroundings) {
  return subject.kind === "directory" ? trainOnDirectory(subject.tree, subject.directory, surroundings) : trainOnRevision(subject.repository, subject.revision, surroundings);
}
async function recordBaseline(loaded, report, revision2) {
  if (report.sample !== null || report.unasked !== void 0 || report.shard !== void 0) return;
  const card = withBaseline(loaded.model.card, baselineScores(report, revision2), /* @__PURE__ */ new Date());
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

// src/cli/compare.ts
import { basename as basename4, join as join10 } from "node:path";

// src/jobs/compare.ts
import pMap from "p-map";

// src/core/bootstrap.ts
var RESAMPLES = 2e3;
var TAIL = 0.025;
function bootstrapIntervals(ratios, files, seed) {
  const random = seededRandom(seed);
  const values = ratios.map(() => []);
  const times2 = new Array(files).fill(0);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    times2.fill(0);
    for (let draw = 0; draw < files; draw++) {
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
  return { low: quantile(values, TAIL), high: quantile(values, 1 - TAIL) };
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
function compareReportOf({ contenders, baseline, sample, shard: shard2, ...facts }, rows) {
  const methods2 = [...rows.methods].sort((a, b) => compareText(a.id, b.id));
  const files = [...rows.files].sort((a, b) => compareText(a.id, b.id));
  const seed = sample === null ? null : sample.seed;
  const clusters = sample === null ? [] : clustersOf(methods2, files);
  const against = contenders.findIndex(({ name: name2 }) => name2 === baseline);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "compare",
    ...facts,
    sample,
    ...shard2 === void 0 ? {} : { shard: shard2 },
    baseline,
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
  const measured4 = methods2.flatMap((method) => {
    const answer = method.answers[at];
    return answer ? [{ ...measuredAnswer(method, answer), exact: answer.exact }] : [];
  });
  return {
    count: measured4.length,
    failed: measured4.filter(({ failed: failed2 }) => failed2).length,
    exact: measured4.filter(({ exact }) => exact).length,
    ...scoresOf(measured4)
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
  const { id, path, line: line3 } = unit;
  const { distance: distance2, similarity: similarity3 } = measureBody(original, body ?? EMPTY_BODY);
  const rest = { id, path, line: line3, confidence: null };
  const row3 = body === null ? { ...rest, distance: null, similarity: null, failure: MISSING } : { ...rest, distance: distance2, similarity: similarity3, failure: null };
  return { unit, row: row3, body, exact: body !== null && sameTokens(language.tokenize, original, body) };
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
  add(contender2, { source, measured: measured4, methods: methods2 }) {
    if (source.parsed === null) return;
    const file = this.#files.get(source.path) ?? { id: source.path, answers: this.#unanswered() };
    this.#files.set(source.path, file);
    file.answers[contender2] = measured4;
    for (const method of methods2) {
      const { unit } = method;
      const row3 = this.#methods.get(unit.id) ?? this.#row(source, unit);
      this.#methods.set(unit.id, row3);
      row3.answers[contender2] = answerOf(source, method);
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
function answerOf({ language }, { row: row3, body, exact }) {
  if (row3 === null) return null;
  const { distance: distance2, similarity: similarity3, failure } = row3;
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
  const report = await evaluatePlanned(plan, { ...subject, model, output, journal, observe: observe2 });
  const { usage: usage2 } = report;
  const isAsked = usage2 !== void 0 && usage2.calls > usage2.cacheHits;
  const facts = {
    name: name2,
    kind,
    model: kind === "stub" ? null : model.card,
    directory: null,
    ...usage2 === void 0 ? {} : { usage: usage2 },
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
      baseline: null
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
  const baseline = baselineFrom(options.baseline, names);
  const { protocol } = options;
  const rest = { ...evaluated(subject), protocol, sample, shard: shard2, baseline, languages, progress, signal };
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
      const output = options.outputDir === void 0 || folder === void 0 ? null : await openOutputTree(join10(options.outputDir, folder), readFrom(subject));
      if (output !== null) endings.push(() => output.discard());
      const journal = isCached(model, options) ? null : await journalFor(model, subject, options, shard2, shell);
      if (journal !== null) endings.push(() => journal.close());
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
    ({ name: name2, model }) => model.card.provider === "embedded" ? basename4(name2).replace(/\.palimpsest$/, "") : name2
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
  const baseline = typed ?? names[0] ?? STUB_NAME;
  if (baseline === STUB_NAME || names.includes(baseline)) return baseline;
  throw new ExpectedFailure(
    "bad-setting",
    `--baseline ${baseline} is none of those that are compared`,
    `They are ${[STUB_NAME, ...names].join(", ")}.`
  );
}
function contender(name2, model) {
  return { kind: "model", name: name2, model, output: null, journal: null };
}
function journalFor({ card }, subject, { protocol }, shard2, shell) {
  return journalOf(subject, ["compare", protocol, card.fingerprint, ...shardParts(shard2)], shell);
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
import { join as join11 } from "node:path";

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
  const path = join11(repository.root, SETTINGS_PATH);
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
var DAY_MS = 864e5;
var YEAR_DAYS = 365.25;
var HORIZON_DAYS = 10 * YEAR_DAYS;
var LEAST_POINTS = 3;
function forecastCrossing(history, line3) {
  const walk = history.map(({ at, freshness }) => ({ day: Date.parse(at) / DAY_MS, at, freshness })).sort((a, b) => a.day - b.day).filter((point, index, points3) => points3[index + 1]?.day !== point.day);
  const [first, last] = [walk[0], walk.at(-1)];
  if (first === void 0 || last === void 0 || walk.length < LEAST_POINTS) return null;
  const days = last.day - first.day;
  const slope = (last.freshness - first.freshness) / days;
  const basis2 = { line: line3, points: walk.length, from: first.at, to: last.at, perYear: slope * YEAR_DAYS };
  const room = last.freshness - line3;
  if (room <= 0) return { kind: "crossed", ...basis2 };
  const expected = slope < 0 ? room / -slope : Number.POSITIVE_INFINITY;
  if (expected > HORIZON_DAYS) return { kind: "not-in-sight", ...basis2 };
  const margin = studentQuantile(0.9, walk.length - 2) * stepDeviation(walk, slope);
  const reached = (sign) => (h) => last.freshness + slope * h + sign * margin * Math.sqrt(h + h ** 2 / days) <= line3;
  const dayAfter = (h) => new Date((last.day + h) * DAY_MS).toISOString().slice(0, 10);
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
function fitHalfLife(points3) {
  const later = points3.filter(({ age }) => age > 0);
  if (later.length < LEAST_POINTS2 || later.every(({ share: share3 }) => share3 === 1)) return null;
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
function before2(seconds2, { count: count3, unit }) {
  if (unit === "days") return seconds2 - count3 * 86400;
  const date = new Date(seconds2 * 1e3);
  const month = monthOf(seconds2) - (unit === "years" ? 12 * count3 : count3);
  const lastDay = new Date((startOf(month + 1) - 1) * 1e3).getUTCDate();
  const midnight = startOf(monthOf(seconds2)) + (date.getUTCDate() - 1) * 86400;
  return startOf(month) + (Math.min(date.getUTCDate(), lastDay) - 1) * 86400 + (seconds2 - midnight);
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
      return monthOf(before2(end3, since.span));
    default:
      return since;
  }
}
function endOf2({ month, commit }, last) {
  const end3 = startOf(month + 1);
  return month === last.month ? Math.min(end3, Math.max(startOf(month), commit.committedAt)) : end3;
}
function endsAfter(commit, ends2, line3) {
  const places = new Map(line3.map(({ hash }, place) => [hash, place]));
  const own = places.get(commit.hash);
  return ends2.filter(
    ({ month, commit: end3 }) => own === void 0 ? month >= monthOf(commit.committedAt) : (places.get(end3.hash) ?? 0) >= own
  );
}

// src/core/month-ends.ts
function monthEnds(line3) {
  const months = trustedMonths(line3.map(({ committedAt }) => monthOf(committedAt)));
  const ends2 = [];
  for (const [index, commit] of line3.entries()) {
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
  const trusted = longestAscent2(months);
  let current = months[trusted.indexOf(true)] ?? 0;
  return months.map((month, index) => {
    if (trusted[index]) current = month;
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
function bodyPrints(tokens2, isWanted = () => true) {
  const code2 = new CodeTokens(tokens2);
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
function blockPrint(code2, open3, close, opened, isWanted) {
  const at = open3 === void 0 ? null : nameBefore(code2, open3, opened);
  if (open3 === void 0 || at === null) return null;
  const name2 = code2.text(at + 1) === "(" ? `${code2.text(at)}(` : code2.text(at);
  if (!isWanted(name2)) return null;
  return {
    name: name2,
    bodyStart: code2.start(open3),
    print: code2.print(at, close),
    bodyCharacters: code2.characters(open3, close)
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
  constructor(tokens2) {
    let start = 0;
    for (const token of tokens2) {
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
  const row3 = new Uint32Array(words).fill(4294967295);
  for (const print of b) {
    const bits = places.get(print);
    if (bits === void 0) continue;
    let carry = 0;
    for (let word = 0; word < words; word++) {
      const value = row3[word] ?? 0;
      const met = (value & (bits[word] ?? 0)) >>> 0;
      const sum2 = value + met + carry;
      carry = sum2 > 4294967295 ? 1 : 0;
      row3[word] = sum2 | 0 | value & ~met;
    }
  }
  return zeros(row3, a.length);
}
function zeros(row3, bits) {
  let count3 = 0;
  for (let index = 0; index < bits; index++) if (((row3[index >>> 5] ?? 0) >>> (index & 31) & 1) === 0) count3++;
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
    this.#small = counted5(file.methods.filter((method) => method.bodyCharacters <= TRIVIAL_BODY_CHARACTERS2));
    this.hold(file);
  }
  hold({ lines, methods: methods2 }) {
    this.standingLines = commonLines(this.#lines, lines);
    const now = counted5(methods2);
    this.standingSmall = 0;
    for (const [print, wanted] of this.#small) this.standingSmall += Math.min(wanted, now.get(print) ?? 0);
  }
  empty() {
    this.standingLines = 0;
    this.standingSmall = 0;
  }
};
function counted5(methods2) {
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
      const content = text === null || isGenerated ? null : contentOf2(text, language, survivors);
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
  return ({ before: before3, after: after2 }) => before3 !== null && before3.blob === after2?.blob && scopes.reason(before3.path) === scopes.reason(after2.path);
}
function contentOf2(text, { tokenize: tokenize2 }, survivors) {
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
    const counted6 = sides.filter(({ path }) => {
      const reason = scopes.reason(path);
      if (reason !== null) leftOut.file(reason);
      return reason === null;
    });
    progress.begin("reading the first day", counted6.length);
    const blobs = history.blobs(counted6.map(({ blob }) => blob))[Symbol.asyncIterator]();
    for (const { path } of counted6) {
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
  const line3 = await history.firstParents(until);
  const ends2 = monthEnds(line3.commits);
  const window = windowOf(ends2, since);
  refuseCutOff(line3, window);
  const churn = await measureChurn({ history, window, extensions: language.extensions, progress, signal });
  if (churn.size.files === 0 && churn.packages.length === 0) throw noSources(until.name);
  const { origin: origin2, passedOver } = await chooseOrigin(input, line3, ends2, window, churn);
  const measured4 = origin2 && await measureSurvival({ history, origin: origin2.commit, ends: origin2.ends, language, progress, signal });
  const last = window.months.at(-1);
  const months = window.months.map((end3, index) => {
    const place = origin2?.ends.indexOf(end3) ?? -1;
    return monthOfDrift(end3, churn.months[index], end3 !== last, measured4?.standing[place] ?? null);
  });
  const wholeShares = months.flatMap(({ whole: whole2, share: share3 }) => whole2 && share3 !== null ? [share3] : []);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "drift",
    until: { name: until.name, revision: until.hash },
    months,
    size: churn.size,
    yearly: projectYear(wholeShares),
    survival: origin2 && measured4 && survivalOf(origin2, measured4),
    trainedRevisionPassedOver: passedOver,
    packages: churn.packages,
    forecast: freshness && forecastCrossing(freshness.history, freshness.line),
    leftOut: measured4?.leftOut ?? [],
    notes: measured4?.notes ?? []
  };
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
function monthOfDrift({ month, commit, commits }, churn, whole2, standing) {
  const figures = churn ?? { lines: 0, added: 0, deleted: 0, files: 0, share: null };
  return { month: monthName(month), revision: commit.hash, whole: whole2, commits, ...figures, standing };
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
function day(seconds2) {
  return new Date(seconds2 * 1e3).toISOString().slice(0, 10);
}

// src/cli/since.ts
var UNITS = { y: "years", m: "months", d: "days" };
function parseSince(text) {
  if (text === "all") return { kind: "all" };
  const [, number3, letter] = /^([1-9]\d{0,4})([ymd])$/.exec(text) ?? [];
  if (letter === "y" || letter === "m" || letter === "d") {
    return { kind: "span", span: { count: Number(number3), unit: UNITS[letter] } };
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
  const report = await drift({
    history: openHistory(repository.root),
    until,
    since,
    trainedAt: await trainedRevision(loaded?.model.card.trainedAt?.revision, repository),
    freshness: null,
    language: languages.main,
    progress,
    signal
  });
  await present(report, options, environment);
}
async function trainedRevision(revision2, repository) {
  if (revision2 === void 0) return null;
  return repository.resolve(revision2).catch(() => "missing");
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

// src/core/gain-window.ts
var SECONDS_A_DAY = 86400;
function lastDays(line3, days) {
  const times2 = trustedMonths(line3.map(({ committedAt }) => committedAt));
  const start = (times2.at(-1) ?? 0) - days * SECONDS_A_DAY;
  return line3.flatMap((commit, index) => {
    const parent = line3[index - 1];
    return parent === void 0 || (times2[index] ?? 0) < start ? [] : [{ commit, parent }];
  });
}
var LEARNED_AGAIN = 5e5;
var LEAST_TRAININGS = 12;
function commitsPerTraining(commitsWithCode, units) {
  const trainings = Math.max(LEAST_TRAININGS, Math.floor(LEARNED_AGAIN / Math.max(1, units)));
  return Math.max(1, Math.ceil(commitsWithCode / trainings));
}

// src/jobs/replay.ts
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
  for (const { commit, parent, files } of changes) {
    signal.throwIfAborted();
    const sides = await readSides(files, input);
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
  const whole2 = [{ before: null, after: start.tree }];
  for await (const files of history.differences(whole2, { extensions, countLines: false })) {
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
async function readSides(files, input) {
  const before3 = files.flatMap((file) => file.before === null ? [] : [file.before]);
  const after2 = files.flatMap((file) => file.after === null ? [] : [file.after]);
  const sources = [];
  const readable = (side) => input.languages.forPath(side.path) !== void 0;
  for await (const source of readAll([...before3, ...after2], input)) sources.push(source);
  const split = before3.filter(readable).length;
  return { before: sources.slice(0, split), after: sources.slice(split) };
}
async function* readAll(sides, { history, languages, signal }) {
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
    yield readSource(side.path, bytes2, side.language);
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
  const line3 = await history.firstParents(head);
  const all = lastDays(line3.commits, input.windowDays);
  const { window, limit } = await afterTraining(all, inUse?.model.card ?? null, repository);
  const project = await repository.identity();
  const rows = [];
  const seen = new Surroundings();
  let model = inUse?.model ?? null;
  for await (const step of replay({ ...input, window, project })) {
    model ??= step.fresh.model;
    seen.add(step);
    rows.push(...await rowsOf2(step, model, input));
  }
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "gain",
    protocol: "in-place",
    head: { name: head.name, revision: head.hash },
    model: model?.card ?? null,
    ...model === null ? {} : askingFacts(model, []),
    modelOrigin: inUse?.origin ?? "shadow-of-window-start",
    window: {
      days: input.windowDays,
      limit: limit ?? (line3.cutOff && all.length === line3.commits.length - 1 ? "shallow-clone" : "days"),
      from: dayOf2(window[0]),
      until: dayOf2(window.at(-1)),
      commits: window.length,
      commitsWithCode: seen.commits
    },
    fresh: seen.fresh(),
    policy: { leastGain: policy.leastGain, leastChanges: policy.leastChanges },
    ...gainOf(rows, policy),
    leftOut: seen.leftOut.rows(),
    notes: seen.notes(),
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
async function rowsOf2({ commit, change, fresh }, model, input) {
  const items = change.eligible.map((eligible2) => ({
    eligible: eligible2,
    stub: stubInPlace(eligible2.current.source, eligible2.current.unit)
  }));
  const write = async (by) => {
    const written3 = [];
    const rewriting = { model: by, samples: 1, signal: input.signal, progress: UNWATCHED, journal: null };
    for await (const { regeneration } of rewrite(items, rewriting)) written3.push(regeneration);
    return written3;
  };
  const [byInUse, byFresh] = [await write(model), await write(fresh.model)];
  return items.map(({ eligible: eligible2 }, index) => {
    const { current } = eligible2;
    const [used, anew] = [measured2(eligible2, byInUse[index]), measured2(eligible2, byFresh[index])];
    return {
      commit: commit.hash,
      id: current.unit.id,
      change: eligible2.change,
      inUse: used.similarity,
      fresh: anew.similarity,
      inUseFailed: used.failed,
      freshFailed: anew.failed
    };
  });
}
var UNWATCHED = { begin() {
}, advance() {
}, end() {
} };
function measured2({ current }, regeneration) {
  const body = regeneration?.kind === "regenerated" ? regeneration.body : null;
  const { similarity: similarity3 } = measureBody(bodyOf(current.source, current.unit), body ?? EMPTY_BODY);
  return { similarity: similarity3, failed: body === null };
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
function dayOf2(at) {
  return at === void 0 ? null : new Date(at.commit.committedAt * 1e3).toISOString().slice(0, 10);
}

// src/cli/gain.ts
async function runGain(options, shell) {
  const { environment, signal, progress } = shell;
  const typedDays = options.windowDays === void 0 ? null : daysOf(options.windowDays);
  const repository = await openRepository(options.repo);
  const head = options.head === void 0 ? await repository.defaultBranch() : await repository.resolve(options.head);
  const languages = await composeLanguages(environment);
  const report = await measureGain({
    repository,
    history: openHistory(repository.root),
    head,
    windowDays: typedDays ?? (await readRepositorySettings(repository)).gain.windowDays,
    inUse: await modelInUse(options, repository, languages, shell),
    policy: DEFAULT_GAIN_POLICY,
    languages,
    extensions: languages.main.extensions,
    training: composeTraining(languages),
    progress,
    signal
  });
  await present(report, options, environment);
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
  return { model: await trainOnRevision(repository, revision2, { languages, progress, signal }), origin: "shadow" };
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
  const measuredFiles2 = files.map(({ row: row3, stub }) => measured3(row3, stub));
  const measuredMethods2 = methods2.map(({ row: row3, stub }) => ({
    ...measured3(row3, stub),
    failed: row3.failure !== null
  }));
  const usage2 = mergedUsage(parts);
  const unasked = parts.flatMap((part2) => part2.unasked ?? []).sort(compareText);
  return {
    ...first,
    reproduced: parts.reduce((sum2, { reproduced: reproduced3 }) => sum2 + reproduced3, 0),
    ...usage2 === null ? {} : { usage: usage2 },
    ...unasked.length === 0 ? {} : { unasked },
    summary: summarize(measuredFiles2, measuredMethods2),
    stub: summarizeStubs(measuredFiles2, measuredMethods2),
    files: files.map(({ row: row3 }) => row3),
    methods: methods2.map(({ row: row3 }) => row3),
    leftOut: mergedLeftOut(parts.map(({ leftOut }) => leftOut)),
    notes: mergedNotes(parts.map(({ notes }) => notes))
  };
}
function mergedUsage(parts) {
  const usages = parts.flatMap(({ usage: usage2 }) => usage2 ?? []);
  return usages.length === 0 ? null : usages.reduce(addUsage);
}
function withStubs(rows, stubs) {
  return rows.map((row3, index) => {
    const stub = stubs[index];
    if (stub === void 0) throw new RangeError("a part has rows without stubs");
    return { row: row3, stub };
  });
}
function measured3({ distance: distance2, similarity: similarity3 }, stub) {
  return {
    distance: distance2 ?? stub.distance,
    similarity: similarity3 ?? stub.similarity,
    stubDistance: stub.distance,
    stubSimilarity: stub.similarity
  };
}

// src/core/merge-comparisons.ts
function mergeComparisons(parts) {
  const [{ protocol, source, sample, baseline, contenders }] = parts;
  return compareReportOf(
    {
      protocol,
      source,
      sample,
      baseline,
      contenders: contenders.map(({ name: name2, kind, model, directory }, at) => {
        const same = parts.flatMap((part2) => part2.contenders[at] ?? []);
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
  for (const { file, report } of files) {
    if (report.kind === "evaluate" && report.shard !== void 0) evaluations.push({ ...report, shard: report.shard });
    else if (report.kind === "compare" && report.shard !== void 0)
      comparisons.push({ ...report, shard: report.shard });
    else throw refusal2(`${file} is no part of a run`, PARTS);
  }
  requireOneRun(files);
  const [evaluation, ...otherEvaluations] = evaluations;
  if (evaluation !== void 0) return mergeEvaluations([evaluation, ...otherEvaluations]);
  const [comparison, ...otherComparisons] = comparisons;
  if (comparison !== void 0) return mergeComparisons([comparison, ...otherComparisons]);
  throw refusal2("there is no report to merge", PARTS);
}
var PARTS = "Give it the JSON reports that `evaluate` or `compare` wrote with --shard, all of one run.";
function requireOneRun(files) {
  const [first, ...others] = files.map(({ file, report }) => ({ file, report, facts: factsOf4(report) }));
  if (first === void 0) return;
  for (const { file, facts } of others) {
    const differing2 = facts.findIndex(([, value], index) => value !== first.facts[index]?.[1]);
    if (differing2 < 0) continue;
    throw refusal2(`${file} and ${first.file} differ in their ${facts[differing2]?.[0]}`, PARTS);
  }
  requireEachOnce(files);
}
function factsOf4(report) {
  if (report.kind !== "evaluate" && report.kind !== "compare") return [];
  const { kind, source, protocol, sample, shard: shard2 } = report;
  const contenders = report.kind === "evaluate" ? [modelFacts(report.model)] : report.contenders.map(({ name: name2, model, directory }) => [name2, directory, model && modelFacts(model)]);
  const facts = [
    ["command", kind],
    ["directory or revision", "directory" in source ? source : [source.revision, source.name]],
    ["models", contenders],
    ["protocol", protocol],
    ["sample", sample],
    ["baseline", report.kind === "compare" ? report.baseline : null],
    ["number of parts", shard2?.count]
  ];
  return facts.map(([name2, value]) => [name2, JSON.stringify(value)]);
}
function modelFacts({ provider, name: name2, fingerprint }) {
  return [provider, name2, fingerprint];
}
function requireEachOnce(files) {
  const seen = /* @__PURE__ */ new Map();
  let count3 = 0;
  for (const { file, report } of files) {
    const shard2 = shardOf2(report);
    if (shard2 === void 0) continue;
    count3 = shard2.count;
    const other = seen.get(shard2.index);
    if (other !== void 0) throw refusal2(`${other} and ${file} are both part ${shard2.index}/${count3}`, PARTS);
    seen.set(shard2.index, file);
  }
  const missing2 = Array.from({ length: count3 }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing2.length === 0) return;
  const named = missing2.slice(0, FEW).map((index) => `${index}/${count3}`);
  const rest = missing2.length > FEW ? ` and ${missing2.length - FEW} more` : "";
  throw refusal2(`${named.join(", ")}${rest} ${missing2.length === 1 ? "is" : "are"} missing`, PARTS);
}
var FEW = 5;
function shardOf2(report) {
  return report.kind === "evaluate" || report.kind === "compare" ? report.shard : void 0;
}
function refusal2(what, remedy) {
  return new ExpectedFailure("bad-report", what, remedy);
}

// src/cli/merge-reports.ts
async function runMergeReports(files, options, { environment }) {
  const parts = [];
  for (const file of files)
    parts.push({ file, report: reportIn(file, new TextDecoder().decode(await readSettingsFile(file))) });
  const report = mergeReports(parts);
  await present(report, options, environment);
}
function reportIn(file, text) {
  const report = parseReport(text);
  if (report !== null) return report;
  throw new ExpectedFailure(
    "bad-report",
    `${file} is no JSON report of \`evaluate\` or \`compare\``,
    "Write the parts with --format json or --output FILE.json, by one version of palimpsest."
  );
}

// src/cli/train.ts
import { resolve as resolve6 } from "node:path";
async function runTrain(options, { environment, signal, progress }) {
  const repository = await openRepository(options.repo);
  const revision2 = await repository.resolve(options.revision);
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
  const measured4 = options.evaluate ? await evaluate({
    tree,
    source: { name: revision2.name, revision: revision2.hash },
    protocol: "in-place",
    scope: "main",
    model: trained.model,
    languages,
    output: null,
    journal: null,
    progress,
    signal
  }) : null;
  const scores3 = measured4 && baselineScores(measured4, revision2);
  const card = (scores3 && withBaseline(trained.card, scores3, /* @__PURE__ */ new Date())) ?? trained.card;
  const path = options.output === void 0 ? modelPath(repository) : resolve6(options.output);
  const bytes2 = trained.save();
  await saveModel(path, repository, bytes2, card);
  if (measured4 !== null && beginsLedger(measured4, revision2)) {
    const store = await composeLedgers(repository);
    await fillLedger({ report: measured4, revision: revision2, tree, store, languages, progress, signal });
  }
  const unlearned = unmeasured(card.trainedAt?.files ?? 0, card.trainedAt?.units ?? 0);
  const report = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "train",
    source: { name: revision2.name, revision: revision2.hash },
    model: card,
    output: { model: path, card: cardPath(path), bytes: bytes2.length },
    summary: measured4?.summary ?? unlearned,
    stub: measured4?.stub ?? unlearned,
    files: measured4?.files ?? [],
    methods: measured4?.methods ?? [],
    leftOut: trained.leftOut,
    notes: trained.notes
  };
  await present(report, options.format === void 0 ? {} : { format: options.format }, environment);
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
    const { model, progress, signal } = this.#scoring;
    const asked = units.filter(({ unit: { id } }) => wanted.has(id) && !this.#known.has(id));
    progress.begin("writing again", asked.length);
    const rewriting = { model, samples: 1, signal, progress, journal: null };
    const unasked = [];
    for await (const { item, regeneration } of rewrite(tasksOf2(asked), rewriting)) {
      const { unit, source } = item.placed;
      if (regeneration.kind === "unasked") {
        unasked.push(unit.id);
        continue;
      }
      const body = regeneration.kind === "regenerated" ? regeneration.body : EMPTY_BODY;
      const measurement = measureBody(bodyOf(source, unit), body);
      const failed2 = regeneration.kind === "failed";
      const row3 = {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        distance: failed2 ? null : measurement.distance,
        similarity: failed2 ? null : measurement.similarity,
        failure: failed2 ? { reason: regeneration.reason, detail: regeneration.detail } : null,
        confidence: failed2 ? null : regeneration.confidence ?? null
      };
      this.#known.set(unit.id, { row: row3, measurement: { ...measurement, failed: failed2 } });
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
    return { rows: found.map(({ row: row3 }) => row3), measurements: found.map(({ measurement }) => measurement) };
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
  const pathsBut = (status) => changed.filter((file) => file.status !== status).map(({ path }) => path);
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
  if (input.target.hash === WORKTREE) throw notACommit();
  const scores3 = new InPlaceScores(input);
  for (let attempt = 0; attempt < ATTEMPTS2; attempt++) {
    try {
      const stored = await ownLedger(input.store, input.model.card);
      const route = await settledRoute(stored, input);
      if (route !== null) return reportOf(input, stored, stored, NOTHING_DONE(route), scores3);
      const step = await takeStep(stored, input, scores3);
      if (step === "budget-spent") return reportOf(input, stored, stored, NOTHING_DONE(step), scores3);
      if (await input.store.save(stored.version, step.pages)) return reportOf(input, stored, step.pages, step, scores3);
    } catch (error) {
      if (!(error instanceof ExpectedFailure && error.code === "ledger-busy")) throw error;
    }
    input.signal.throwIfAborted();
  }
  throw ledgerBusy();
}
function notACommit() {
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
  requireSomeAnswer(scores3.rowsOf([...fresh.keys()]).rows, input.model.card.name, LEDGER_LEFT);
  if (scores3.unasked.length > 0) return "budget-spent";
  const scored = done.toScore.map((unit) => ({ ...unit, score: scoreOf(fresh, unit.id), rescored: true }));
  const touched = withFiles(shards, { paths, units: [...done.kept, ...scored], departed: done.departed });
  const standsAt = { revision: target.hash, committedAt: target.committedAt };
  const head = withShards({ ...stored.head, standsAt }, touched);
  return { route: change.route, done, scored, notes: change.notes, pages: { head, shards: touched } };
}
async function shardsOf(stored, { paths }) {
  if (paths === null) return stored.shards(Object.keys(stored.head.shards));
  const shards = await stored.shards([...new Set([...paths].map(shardOf))]);
  const trainedIn = [...filesIn(shards).values()].filter(({ path }) => paths.has(path)).flatMap(({ units }) => units.flatMap(({ trained }) => trained === null ? [] : [shardOf(trained.path)]));
  const further = await stored.shards([...new Set(trainedIn)].filter((name2) => !shards.has(name2)));
  return new Map([...shards, ...further]);
}
function scoreOf(scores3, id) {
  const score2 = scores3.get(id);
  if (score2 === void 0) throw new Error(`${id} was not scored`);
  return score2;
}
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
      ...means
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
  const report = await update({
    repository,
    target,
    store: await composeLedgers(repository),
    model: dryRun.insteadOf(loaded.model),
    languages,
    policy: (await readRepositorySettings(repository)).freshness,
    progress,
    signal
  });
  await present(dryRun.isOn ? dryRun.report("update") : report, options, environment);
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
    driftCommand(shell),
    gainCommand(shell),
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
  return new Command("train").description("Train the embedded model on one revision, read from git; the work tree is not touched.").addOption(repoOption()).option("--revision <rev>", "what to train on", "HEAD").option("--output <file>", "where the model goes; its card stands beside it (default: .palimpsest/ in the clone)").option("--evaluate", "measure it in place on the same revision, and write its scores into the card").addOption(formatOption()).addOption(verboseOption()).action((options) => runTrain(options, shell));
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
function driftCommand(shell) {
  const command = new Command("drift").description("Say how fast the code moves and how much of it still stands, from git’s history alone.").addOption(repoOption()).option("--since <when>", "how far back: 1y, 18m, 90d, a day such as 2024-03-01, or all", "1y").option("--until <rev>", "where the history ends", "HEAD");
  return withOutput(withModel(command)).action((options) => runDrift(options, shell));
}
function gainCommand(shell) {
  const command = new Command("gain").description(
    "Say whether training again would help: what a model trained just before each change would have gained."
  ).addOption(repoOption()).option("--head <rev>", "where the window ends (default: the default branch)").option("--window-days <n>", `how far back to look (default: ${SETTINGS_PATH}, or else 90)`).option("--since <rev>", "compare with the embedded model trained there, instead of a kept one");
  return withOutput(withModel(command)).action((options) => runGain(options, shell));
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
var EXIT_COULD_NOT_RUN = 2;
await main();
async function main() {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => stopping.abort(cancelled()));
  }
  process.stdout.on("error", (error) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const environment = readEnvironment(process.env, process.stdout.isTTY === true, homedir());
  const progress = cliProgress(process.stderr, environment.ci);
  const endings = [];
  const atEnd = (action) => endings.push(action);
  const program = buildProgram({ environment, signal: stopping.signal, progress, atEnd });
  const told = (error) => tell(error, process.argv.includes("--verbose"), environment.secrets);
  try {
    await program.parseAsync();
  } catch (error) {
    progress.end();
    process.exitCode = told(error);
  }
  for (const action of endings) {
    await action().catch((error) => {
      process.exitCode = told(error);
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
