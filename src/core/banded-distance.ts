// The Levenshtein distance of two long texts, bit-parallel and inside a band: the engine under `distance.ts`.

/** Rows that the kernel carries through the columns at once: two 32-bit words. */
const STRIP_ROWS = 64;

/** Columns whose differences fill one word. */
const WORD_COLUMNS = 32;

/** How many columns the beam sees on either side of its best cell. */
const BEAM_REACH = 128;

const SLACK = 64;
const GROWTH = 4;

interface Grid {
  readonly rows: Uint16Array;
  readonly rowCount: number;
  readonly columns: Uint16Array;
  readonly columnCount: number;
  readonly plus: Int32Array;
  readonly minus: Int32Array;
}

const matches = new Int32Array(2 * 0x10000);

export function bandedDistance(a: string, b: string, start: number, aEnd: number, bEnd: number): number {
  const grid = aEnd <= bEnd ? makeGrid(a, aEnd, b, bEnd, start) : makeGrid(b, bEnd, a, aEnd, start);
  const { rowCount, columnCount } = grid;
  const bound = columnCount <= 3 * BEAM_REACH ? columnCount : beam(grid);
  let limit = columnCount - rowCount + SLACK;
  while (limit * 2 < bound) {
    const found = pass(grid, limit);
    if (found <= limit) return found;
    limit *= GROWTH;
  }
  return pass(grid, bound);
}

function makeGrid(short: string, shortEnd: number, long: string, longEnd: number, start: number): Grid {
  const rowCount = shortEnd - start;
  const columnCount = longEnd - start;
  const words = Math.ceil(columnCount / WORD_COLUMNS);
  const rows = new Uint16Array(rowCount);
  for (let i = 0; i < rowCount; i++) rows[i] = short.charCodeAt(start + i);
  const columns = new Uint16Array(words * WORD_COLUMNS);
  for (let i = 0; i < columnCount; i++) columns[i] = long.charCodeAt(start + i);
  return { rows, rowCount, columns, columnCount, plus: new Int32Array(words), minus: new Int32Array(words) };
}

function pass(grid: Grid, limit: number): number {
  const { rowCount, columnCount, plus, minus } = grid;
  const words = plus.length;
  const surplus = columnCount - rowCount;
  let first = 0;
  let end = 0;
  let score = 0; // at column first * 32 of the current row
  let rightScore = 0;
  let rowEnd = 0;
  for (;;) {
    const nextRow = rowEnd + ((rowCount - rowEnd) % STRIP_ROWS || STRIP_ROWS);
    const rightColumn = nextRow + surplus + ((limit - rightScore + end * WORD_COLUMNS - rowEnd - surplus) >> 1);
    const newEnd = Math.max(first + 1, Math.min(words, (rightColumn >> 5) + 1));
    for (let w = end; w < newEnd; w++) {
      plus[w] = -1;
      minus[w] = 0;
    }
    end = newEnd;
    advance(grid, rowEnd, nextRow, first, end);
    score += nextRow - rowEnd;
    rowEnd = nextRow;
    if (rowEnd === rowCount) break;
    // Which words can still be on a path that costs no more than the limit?
    const diagonal = rowEnd + surplus; // the column from which the rest is free of charge at best
    let left = score;
    let w = first;
    let newFirst = -1;
    let lastAlive = -1;
    let lastScore = 0;
    for (; w < end; w++) {
      const right = left + bitCount(plus[w] as number) - bitCount(minus[w] as number);
      const from = w * WORD_COLUMNS;
      const away = from > diagonal ? from - diagonal : Math.max(0, diagonal - from - WORD_COLUMNS);
      if (((left + right - WORD_COLUMNS) >> 1) + away <= limit) {
        if (newFirst < 0) {
          newFirst = w;
          score = left;
        }
        lastAlive = w;
        lastScore = right;
      }
      left = right;
    }
    if (newFirst < 0) return Infinity;
    first = newFirst;
    end = lastAlive + 1;
    rightScore = lastScore;
  }
  if (end < words) return Infinity;
  for (let w = first; w < words - 1; w++) score += bitCount(plus[w] as number) - bitCount(minus[w] as number);
  const tail = -1 << (-columnCount & 31);
  return score + bitCount((plus[words - 1] as number) & tail) - bitCount((minus[words - 1] as number) & tail);
}

function beam(grid: Grid): number {
  const { rowCount, columnCount, plus, minus } = grid;
  const words = plus.length;
  const surplus = columnCount - rowCount;
  let first = 0;
  let end = 0;
  let score = 0; // at column first * 32 of the current row
  let rowEnd = 0;
  let best = 0;
  for (;;) {
    const nextRow = rowEnd + ((rowCount - rowEnd) % STRIP_ROWS || STRIP_ROWS);
    const newEnd = Math.min(words, ((best + nextRow - rowEnd + BEAM_REACH) >> 5) + 1);
    for (let w = end; w < newEnd; w++) {
      plus[w] = -1;
      minus[w] = 0;
    }
    end = Math.max(end, newEnd);
    const newFirst = Math.min(end - 1, Math.max(first, (best - BEAM_REACH) >> 5));
    for (; first < newFirst; first++) score += bitCount(plus[first] as number) - bitCount(minus[first] as number);
    advance(grid, rowEnd, nextRow, first, end);
    score += nextRow - rowEnd;
    rowEnd = nextRow;
    const diagonal = rowEnd + surplus;
    let cheapest = Infinity;
    let left = score;
    for (let w = first; w < end; w++) {
      const column = w * WORD_COLUMNS;
      const total = left + Math.abs(column - diagonal);
      if (total < cheapest) {
        cheapest = total;
        best = column;
      }
      left += bitCount(plus[w] as number) - bitCount(minus[w] as number);
    }
    if (rowEnd === rowCount) {
      if (end === words) {
        const tail = -1 << (-columnCount & 31);
        left -= bitCount((plus[words - 1] as number) & ~tail) - bitCount((minus[words - 1] as number) & ~tail);
      } else left += columnCount - end * WORD_COLUMNS;
      return Math.min(left, cheapest);
    }
  }
}

function advance(grid: Grid, rowStart: number, rowEnd: number, firstWord: number, endWord: number): void {
  const { rows, columns, plus, minus } = grid;
  const pad = STRIP_ROWS - (rowEnd - rowStart);
  for (let r = rowStart, bit = pad; r < rowEnd; r++, bit++) {
    const at = (rows[r] as number) * 2 + (bit >> 5);
    matches[at] = (matches[at] as number) | (1 << bit);
  }
  let pv0 = pad >= 32 ? 0 : -1 << pad;
  let mv0 = 0;
  let pv1 = pad > 32 ? -1 << (pad - 32) : -1;
  let mv1 = 0;
  for (let w = firstWord; w < endWord; w++) {
    let inPlus = plus[w] as number;
    let inMinus = minus[w] as number;
    let outPlus = 0;
    let outMinus = 0;
    const from = w << 5;
    const to = from + 32;
    for (let c = from; c < to; c++) {
      const at = (columns[c] as number) * 2;
      let eq = matches[at] as number;
      let hp = inPlus >>> 31;
      let hm = inMinus >>> 31;
      inPlus <<= 1;
      inMinus <<= 1;

      let xv = eq | mv0;
      eq |= hm;
      let xh = (((eq & pv0) + pv0) ^ pv0) | eq;
      let ph = mv0 | ~(xh | pv0);
      let mh = pv0 & xh;
      let ph2 = (ph << 1) + hp;
      let mh2 = (mh << 1) + hm;
      pv0 = mh2 | ~(xv | ph2);
      mv0 = ph2 & xv;
      hp = ph >>> 31;
      hm = mh >>> 31;

      eq = matches[at + 1] as number;
      xv = eq | mv1;
      eq |= hm;
      xh = (((eq & pv1) + pv1) ^ pv1) | eq;
      ph = mv1 | ~(xh | pv1);
      mh = pv1 & xh;
      ph2 = (ph << 1) + hp;
      mh2 = (mh << 1) + hm;
      pv1 = mh2 | ~(xv | ph2);
      mv1 = ph2 & xv;
      outPlus = (outPlus << 1) + (ph >>> 31);
      outMinus = (outMinus << 1) + (mh >>> 31);
    }
    plus[w] = outPlus;
    minus[w] = outMinus;
  }
  for (let r = rowStart; r < rowEnd; r++) {
    const at = (rows[r] as number) * 2;
    matches[at] = 0;
    matches[at + 1] = 0;
  }
}

function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
