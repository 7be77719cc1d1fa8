// The Levenshtein distance of two long texts: an upper bound first, then one exact crossing that stays within it.

import { advance, type MatrixRow, rise, STRIP_ROWS, topRow, WORD_COLUMNS } from './bit-parallel.ts';
import { trimCommonEnds } from './code-units.ts';
import { lineAnchors } from './line-anchors.ts';

/** Below this many columns a guess that fails costs less than a bound. */
const WORTH_BOUNDING = 2048;

/** A bound of more than this share of the columns means that the anchors found little. */
const POOR_BOUND = 0.5;

/** Guesses for small matrices: edits beyond the difference in length, by rows. Texts that are much alike; any two. */
const ALIKE = 0.15;
const UNALIKE = 0.7;

/** The exact distance. Both texts non-empty; `rows` is not longer than `columns`. */
export function bandedDistance(rows: Uint16Array, columns: Uint16Array): number {
  if (columns.length < WORTH_BOUNDING) return guessedDistance(rows, columns);
  return new Crossing(rows, columns, upperBound(rows, columns), 'band').run();
}

/** Crosses with a guess for a limit, and again with a higher one when the distance exceeds it. */
function guessedDistance(rows: Uint16Array, columns: Uint16Array): number {
  const surplus = columns.length - rows.length;
  const mayBeAlike = surplus <= rows.length * ALIKE;
  for (const editRate of mayBeAlike ? [ALIKE, UNALIKE] : [UNALIKE]) {
    const guess = surplus + Math.ceil(rows.length * editRate);
    const found = new Crossing(rows, columns, guess, 'band').run();
    if (found <= guess) return found;
  }
  return new Crossing(rows, columns, columns.length, 'band').run();
}

/** A number that the distance does not exceed, and mostly equals when the texts have much in common. */
function upperBound(rows: Uint16Array, columns: Uint16Array): number {
  const bound = Math.min(columns.length, boundByAnchors(rows, columns));
  if (bound <= columns.length * POOR_BOUND) return bound;
  return Math.min(bound, new Crossing(rows, columns, bound, 'beam').run());
}

/** Both texts cut where they have the same line: the distances of the pieces add up to an upper bound. */
function boundByAnchors(rows: Uint16Array, columns: Uint16Array): number {
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

function boundOfPiece(a: Uint16Array, b: Uint16Array): number {
  const [left, right] = trimCommonEnds(a, b);
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length === 0) return long.length;
  return Math.min(long.length, new Crossing(short, long, long.length, 'beam').run());
}

/** What a beam follows: cells this much above the best one of their row, */
const BEAM_SLACK = 64;
/** so many words to the left of it */
const BEAM_LEFT_WORDS = 2;
/** and to the right; two of them are the way of 64 rows of equal text. */
const BEAM_RIGHT_WORDS = 7;

/**
 * One way through the matrix, strip by strip from the top, in a window of words that moves with the promising cells.
 *
 * The *total* of a cell is its distance plus the least that is missing to the corner: as many insertions or deletions
 * as it lies off the corner's diagonal. A `band` drops what no path within the limit can use (Ukkonen, "Algorithms
 * for approximate string matching", Information and Control 1985, here with the real distances of each row), so a
 * result within the limit is exact. A `beam` drops all but the surroundings of the best cell: it takes linear time,
 * and its result is the length of some path, an upper bound. Cells outside the window only ever count too much.
 */
class Crossing {
  private readonly rows: Uint16Array;
  private readonly columns: Uint16Array;
  private readonly limit: number;
  private readonly isBeam: boolean;
  /** The column in which the corner's diagonal starts. */
  private readonly surplus: number;
  private readonly wordCount: number;

  /** The current row, and how many rows lie above it. */
  private readonly line: MatrixRow;
  private depth = 0;
  /** The window: words from `first` to before `end`. */
  private first = 0;
  private end = 0;
  /** The most words that the window may reach to. */
  private reach: number;
  /** Totals above this are dropped. */
  private allowed: number;
  /** Distances in the current row at the left border of each word of the window, and at the right end of the last. */
  private readonly scores: Int32Array;

  constructor(rows: Uint16Array, columns: Uint16Array, limit: number, kind: 'band' | 'beam') {
    this.rows = rows;
    this.columns = columns;
    this.limit = limit;
    this.isBeam = kind === 'beam';
    this.surplus = columns.length - rows.length;
    this.line = topRow(columns.length);
    this.wordCount = this.line.up.length;
    this.scores = new Int32Array(this.wordCount + 1);
    this.allowed = this.isBeam ? Math.min(limit, this.surplus + BEAM_SLACK) : limit;
    this.reach = this.isBeam ? Math.min(this.wordCount, BEAM_RIGHT_WORDS) : this.wordCount;
  }

  /** The cost of the cheapest path in the window; `Infinity` when all of them exceed the limit. */
  run(): number {
    const { rows, columns, line, scores } = this;
    for (;;) {
      // The short strip comes first: the bottom row is then always the last row of a strip.
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
  private widen(depth: number): void {
    const edge = this.end * WORD_COLUMNS;
    // From an edge cell on, a path that goes right to offset x of the diagonal pays for each column, and again to come
    // back; d(edge) + (x − offset of the edge) + x must not exceed what is allowed.
    const offset = edge - this.depth - this.surplus;
    const furthest = depth + this.surplus + ((this.allowed - this.score(this.end) + offset) >> 1);
    const wanted = Math.floor(furthest / WORD_COLUMNS) + 1;
    const end = Math.max(this.first + 1, Math.min(this.reach, wanted));
    // What lies outside counts as if reached from the edge by insertions.
    this.line.up.fill(-1, this.end, end);
    this.line.down.fill(0, this.end, end);
    this.end = end;
  }

  /** Drops words at both ends of the window that no cheap enough path can use. */
  private narrow(): void {
    const best = this.readScores();
    while (this.first < this.end && this.leastTotal(this.first) > this.allowed) this.first++;
    while (this.first < this.end && this.leastTotal(this.end - 1) > this.allowed) this.end--;
    if (!this.isBeam) return;
    this.first = Math.max(this.first, best - BEAM_LEFT_WORDS);
    this.reach = Math.min(this.wordCount, best + BEAM_RIGHT_WORDS);
  }

  /** Fills in the scores of the window; gives the word with the lowest total at its left border. */
  private readScores(): number {
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
  private leastTotal(word: number): number {
    // From one border to the other the row goes down and up again by steps of 1.
    const leastScore = (this.score(word) + this.score(word + 1) - WORD_COLUMNS) >> 1;
    const left = word * WORD_COLUMNS;
    const diagonal = this.depth + this.surplus;
    return leastScore + Math.max(0, left - diagonal, diagonal - left - WORD_COLUMNS);
  }

  /** The distance in the last row's last column. */
  private corner(): number {
    const { line, columns, wordCount } = this;
    let score = this.score(this.first);
    for (let word = this.first; word < Math.min(this.end, wordCount - 1); word++) score += rise(line, word);
    if (this.end < wordCount) return score + columns.length - this.end * WORD_COLUMNS;
    return score + rise(line, wordCount - 1, columns.length - (wordCount - 1) * WORD_COLUMNS);
  }

  private score(word: number): number {
    return this.scores[word] as number;
  }
}
