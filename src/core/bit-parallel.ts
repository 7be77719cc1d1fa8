// Sixty-four rows of a Levenshtein matrix at a time, in bitwise operations on two 32-bit words.
//
// Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming" (J. ACM 1999),
// in the blockwise form of Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"
// (Nordic J. Computing 2003). Neighbouring cells differ by −1, 0 or +1, so two bits hold a cell.

/** Rows that one call of {@link advance} moves on. */
export const STRIP_ROWS = 64;

/** Columns whose differences share a word. */
export const WORD_COLUMNS = 32;

/**
 * One row of the matrix: where it goes up by 1 and where it goes down by 1 from a column to the next.
 * 32 columns a word, the leftmost in the topmost bit.
 */
export interface MatrixRow {
  readonly up: Int32Array;
  readonly down: Int32Array;
}

/** The topmost row, 0 1 2 3 …, of a matrix with this many columns. */
export function topRow(columnCount: number): MatrixRow {
  const words = Math.ceil(columnCount / WORD_COLUMNS);
  return { up: new Int32Array(words).fill(-1), down: new Int32Array(words) };
}

/** By how much the row goes up over the columns of one word; over its leftmost `columnCount` only, if so asked. */
export function rise(row: MatrixRow, word: number, columnCount: number = WORD_COLUMNS): number {
  const wanted = columnCount === 0 ? 0 : -1 << (WORD_COLUMNS - columnCount);
  return bitCount((row.up[word] as number) & wanted) - bitCount((row.down[word] as number) & wanted);
}

// The rows of a strip in which a code unit stands, as bits: the first 32 rows and the last 32. All zero between calls.
const rowsOfUnit = { upper: new Int32Array(0x10000), lower: new Int32Array(0x10000) };

/**
 * Moves `row` down, from `start` rows to `end` rows (64 at most, fewer only at the very top of the matrix), within the
 * columns of the words from `firstWord` to before `endWord`. The cells left of them count as if each row cost 1.
 *
 * Nothing in here can throw once the tables are in use, and they are zero again at the end: no call can spoil another.
 */
export function advance(
  row: MatrixRow,
  rows: Uint16Array,
  start: number,
  end: number,
  columns: Uint16Array,
  firstWord: number,
  endWord: number,
): void {
  // Locals, and `as number` instead of a default for what cannot be absent: V8 reads a module's variables, and tests
  // for undefined, anew in every step of the inner loop.
  const { up, down } = row;
  const { upper, lower } = rowsOfUnit;
  const last = columns.length - 1;

  // A strip of fewer rows is filled up from above with rows that equal the top row: no unit, no difference downwards.
  const padding = STRIP_ROWS - (end - start);
  const middle = Math.max(start, end - 32);
  for (let i = start; i < middle; i++)
    upper[rows[i] as number] = (upper[rows[i] as number] as number) | (1 << (i - end));
  for (let i = middle; i < end; i++) lower[rows[i] as number] = (lower[rows[i] as number] as number) | (1 << (i - end));

  // Where the column goes up, and down, from a row to the next; it starts out as 1 2 3 …
  let upperUp = padding < 32 ? -1 << padding : 0;
  let upperDown = 0;
  let lowerUp = padding <= 32 ? -1 : -1 << (padding - 32);
  let lowerDown = 0;

  for (let word = firstWord; word < endWord; word++) {
    // The differences above the strip leave these words at the top bit, those below it come in at the bottom.
    let rowUp = up[word] as number;
    let rowDown = down[word] as number;
    const from = word * WORD_COLUMNS;
    const to = Math.min(from + WORD_COLUMNS, columns.length);
    for (let column = from; column < to; column += 2) {
      let unit = columns[column] as number;
      let carryUp = rowUp >>> 31;
      let carryDown = rowDown >>> 31;

      // D0, Hp and Hn of the paper: where a cell equals its upper left neighbour, and where it is 1 above or 1 below
      // its left one. `+` instead of `|` after a shift, and `| 0`, keep V8 to single integer instructions.
      let equal = (upper[unit] as number) | carryDown;
      let diagonal = equal | upperDown;
      diagonal |= ((equal & upperUp) + (upperUp | 0)) ^ upperUp;
      let rising = ~(diagonal | upperUp) | upperDown;
      let falling = diagonal & upperUp;
      let shifted = (rising << 1) + carryUp;
      upperUp = ~(diagonal | shifted) | ((falling << 1) + carryDown);
      upperDown = shifted & diagonal;
      carryUp = rising >>> 31;
      carryDown = falling >>> 31;

      equal = (lower[unit] as number) | carryDown;
      diagonal = equal | lowerDown;
      diagonal |= ((equal & lowerUp) + (lowerUp | 0)) ^ lowerUp;
      rising = ~(diagonal | lowerUp) | lowerDown;
      falling = diagonal & lowerUp;
      shifted = (rising << 1) + carryUp;
      lowerUp = ~(diagonal | shifted) | ((falling << 1) + carryDown);
      lowerDown = shifted & diagonal;
      rowUp = ((rowUp << 1) + (rising >>> 31)) | 0;
      rowDown = ((rowDown << 1) + (falling >>> 31)) | 0;

      // The same for the next column; past the last one, for another like it, which no cell to its left depends on.
      // Two columns a turn save V8 half of its checks of arrays and loop, and us up to a fifth of the time.
      unit = columns[Math.min(column + 1, last)] as number;
      carryUp = rowUp >>> 31;
      carryDown = rowDown >>> 31;

      equal = (upper[unit] as number) | carryDown;
      diagonal = equal | upperDown;
      diagonal |= ((equal & upperUp) + (upperUp | 0)) ^ upperUp;
      rising = ~(diagonal | upperUp) | upperDown;
      falling = diagonal & upperUp;
      shifted = (rising << 1) + carryUp;
      upperUp = ~(diagonal | shifted) | ((falling << 1) + carryDown);
      upperDown = shifted & diagonal;
      carryUp = rising >>> 31;
      carryDown = falling >>> 31;

      equal = (lower[unit] as number) | carryDown;
      diagonal = equal | lowerDown;
      diagonal |= ((equal & lowerUp) + (lowerUp | 0)) ^ lowerUp;
      rising = ~(diagonal | lowerUp) | lowerDown;
      falling = diagonal & lowerUp;
      shifted = (rising << 1) + carryUp;
      lowerUp = ~(diagonal | shifted) | ((falling << 1) + carryDown);
      lowerDown = shifted & diagonal;
      rowUp = ((rowUp << 1) + (rising >>> 31)) | 0;
      rowDown = ((rowDown << 1) + (falling >>> 31)) | 0;
    }
    const missing = (WORD_COLUMNS - (to - from)) & ~1;
    up[word] = rowUp << missing;
    down[word] = rowDown << missing;
  }

  for (let i = start; i < middle; i++) upper[rows[i] as number] = 0;
  for (let i = middle; i < end; i++) lower[rows[i] as number] = 0;
}

/** How many bits of a 32-bit word are set. */
function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
