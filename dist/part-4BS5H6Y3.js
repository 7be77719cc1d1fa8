// src/core/distance.ts
import { distance as distanceOfShortTexts } from "fastest-levenshtein";

// src/core/bit-parallel.ts
var STRIP_ROWS = 64;
var WORD_COLUMNS = 32;
function topRow(columnCount) {
  const words = Math.ceil(columnCount / WORD_COLUMNS);
  return { up: new Int32Array(words).fill(-1), down: new Int32Array(words) };
}
function rise(row, word, columnCount = WORD_COLUMNS) {
  const wanted = columnCount === 0 ? 0 : -1 << WORD_COLUMNS - columnCount;
  return bitCount(row.up[word] & wanted) - bitCount(row.down[word] & wanted);
}
var rowsOfUnit = { upper: new Int32Array(65536), lower: new Int32Array(65536) };
function advance(row, rows, start, end, columns, firstWord, endWord) {
  const { up, down } = row;
  const { upper, lower } = rowsOfUnit;
  const last = columns.length - 1;
  const padding = STRIP_ROWS - (end - start);
  const middle = Math.max(start, end - 32);
  for (let i = start; i < middle; i++)
    upper[rows[i]] = upper[rows[i]] | 1 << i - end;
  for (let i = middle; i < end; i++) lower[rows[i]] = lower[rows[i]] | 1 << i - end;
  let upperUp = padding < 32 ? -1 << padding : 0;
  let upperDown = 0;
  let lowerUp = padding <= 32 ? -1 : -1 << padding - 32;
  let lowerDown = 0;
  for (let word = firstWord; word < endWord; word++) {
    let rowUp = up[word];
    let rowDown = down[word];
    const from = word * WORD_COLUMNS;
    const to = Math.min(from + WORD_COLUMNS, columns.length);
    for (let column = from; column < to; column += 2) {
      let unit = columns[column];
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
      unit = columns[Math.min(column + 1, last)];
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
    const missing = WORD_COLUMNS - (to - from) & ~1;
    up[word] = rowUp << missing;
    down[word] = rowDown << missing;
  }
  for (let i = start; i < middle; i++) upper[rows[i]] = 0;
  for (let i = middle; i < end; i++) lower[rows[i]] = 0;
}
function bitCount(word) {
  let count = word - (word >>> 1 & 1431655765);
  count = (count & 858993459) + (count >>> 2 & 858993459);
  return Math.imul(count + (count >>> 4) & 252645135, 16843009) >>> 24;
}

// src/core/code-units.ts
var REUSED_ROOM = 65536;
var rooms = [roomFor(REUSED_ROOM), roomFor(REUSED_ROOM)];
function unitsOfBoth(a, b) {
  return [unitsOf(a, rooms[0]), unitsOf(b, rooms[1])];
}
function unitsOf(text, reused) {
  const { units, bytes } = text.length <= REUSED_ROOM ? reused : roomFor(text.length);
  bytes.write(text, "utf16le");
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
  for (const [line, inA] of startsOfLines(a)) {
    const inB = linesOfB.get(line) ?? REPEATED;
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
  for (let link = tops.at(-1); link !== void 0; link = link.before) ascent.push(link.anchor);
  return ascent.reverse();
}

// src/core/banded-distance.ts
var WORTH_BOUNDING = 2048;
var POOR_BOUND = 0.5;
var ALIKE = 0.15;
var UNALIKE = 0.7;
function bandedDistance(rows, columns) {
  if (columns.length < WORTH_BOUNDING) return guessedDistance(rows, columns);
  return new Crossing(rows, columns, upperBound(rows, columns), "band").run();
}
function guessedDistance(rows, columns) {
  const surplus = columns.length - rows.length;
  const mayBeAlike = surplus <= rows.length * ALIKE;
  for (const editRate of mayBeAlike ? [ALIKE, UNALIKE] : [UNALIKE]) {
    const guess = surplus + Math.ceil(rows.length * editRate);
    const found = new Crossing(rows, columns, guess, "band").run();
    if (found <= guess) return found;
  }
  return new Crossing(rows, columns, columns.length, "band").run();
}
function upperBound(rows, columns) {
  const bound = Math.min(columns.length, boundByAnchors(rows, columns));
  if (bound <= columns.length * POOR_BOUND) return bound;
  return Math.min(bound, new Crossing(rows, columns, bound, "beam").run());
}
function boundByAnchors(rows, columns) {
  const anchors = lineAnchors(rows, columns);
  if (anchors.length === 0) return columns.length;
  let bound = 0;
  let row = 0;
  let column = 0;
  for (const { inA, inB } of [...anchors, { inA: rows.length, inB: columns.length }]) {
    bound += boundOfPiece(rows.subarray(row, inA), columns.subarray(column, inB));
    row = inA;
    column = inB;
  }
  return bound;
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
  constructor(rows, columns, limit, kind) {
    this.rows = rows;
    this.columns = columns;
    this.limit = limit;
    this.isBeam = kind === "beam";
    this.surplus = columns.length - rows.length;
    this.line = topRow(columns.length);
    this.wordCount = this.line.up.length;
    this.scores = new Int32Array(this.wordCount + 1);
    this.allowed = this.isBeam ? Math.min(limit, this.surplus + BEAM_SLACK) : limit;
    this.reach = this.isBeam ? Math.min(this.wordCount, BEAM_RIGHT_WORDS) : this.wordCount;
  }
  /** The cost of the cheapest path in the window; `Infinity` when all of them exceed the limit. */
  run() {
    const { rows, columns, line, scores } = this;
    for (; ; ) {
      const depth = this.depth + ((rows.length - this.depth) % STRIP_ROWS || STRIP_ROWS);
      this.widen(depth);
      advance(line, rows, this.depth, depth, columns, this.first, this.end);
      scores[this.first] = this.score(this.first) + depth - this.depth;
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
    const end = Math.max(this.first + 1, Math.min(this.reach, wanted));
    this.line.up.fill(-1, this.end, end);
    this.line.down.fill(0, this.end, end);
    this.end = end;
  }
  /** Drops words at both ends of the window that no cheap enough path can use. */
  narrow() {
    const best = this.readScores();
    while (this.first < this.end && this.leastTotal(this.first) > this.allowed) this.first++;
    while (this.first < this.end && this.leastTotal(this.end - 1) > this.allowed) this.end--;
    if (!this.isBeam) return;
    this.first = Math.max(this.first, best - BEAM_LEFT_WORDS);
    this.reach = Math.min(this.wordCount, best + BEAM_RIGHT_WORDS);
  }
  /** Fills in the scores of the window; gives the word with the lowest total at its left border. */
  readScores() {
    const { line, scores, end } = this;
    const diagonal = this.depth + this.surplus;
    let score = this.score(this.first);
    let best = this.first;
    let bestTotal = Infinity;
    for (let word = this.first; word < end; word++) {
      scores[word] = score;
      const total = score + Math.abs(word * WORD_COLUMNS - diagonal);
      if (total < bestTotal) {
        bestTotal = total;
        best = word;
      }
      score += rise(line, word);
    }
    scores[end] = score;
    if (this.isBeam) this.allowed = Math.min(this.limit, bestTotal + BEAM_SLACK);
    return best;
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
    const { line, columns, wordCount } = this;
    let score = this.score(this.first);
    for (let word = this.first; word < Math.min(this.end, wordCount - 1); word++) score += rise(line, word);
    if (this.end < wordCount) return score + columns.length - this.end * WORD_COLUMNS;
    return score + rise(line, wordCount - 1, columns.length - (wordCount - 1) * WORD_COLUMNS);
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

export {
  distance,
  similarity
};
