// How many lines of a text still stand in a later one.

/**
 * One number for each line that holds a word (a letter, a digit or `_`), in order; indentation, trailing blanks and the
 * kind of line end are not in it. Blank lines and lone braces stand in every file and would outlive any rewriting.
 * FNV-1a over UTF-16 code units: two different lines of a file are the same number once in 4 × 10⁹.
 */
export function linePrints(text: string): Int32Array {
  const prints: number[] = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const print = linePrint(text, start, end);
    if (print !== null) prints.push(print);
    start = end + 1;
  }
  return Int32Array.from(prints);
}

function linePrint(text: string, from: number, to: number): number | null {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  let hash = 0x811c9dc5 | 0;
  let hasWord = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    hasWord ||= isWord(unit);
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hasWord ? hash : null;
}

/** Letters and digits of ASCII, `_`, and all that lies beyond Latin-1's signs. */
function isWord(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    unit === 95 ||
    unit >= 0xc0
  );
}

/**
 * The length of a longest common subsequence: the most lines of `a` that can be found in `b` in their order. Bit-parallel
 * (Crochemore, Iliopoulos, Pinzon and Reid 2001; Hyyrö 2004): O(|a| × |b| / 32) at the very worst.
 */
export function commonLines(a: Int32Array, b: Int32Array): number {
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middleOfA = a.subarray(start, a.length - end);
  const middleOfB = b.subarray(start, b.length - end);
  const [inA, inB] = [new Set(middleOfA), new Set(middleOfB)];
  return (
    start +
    end +
    lengthOfCommon(
      middleOfA.filter((print) => inB.has(print)),
      middleOfB.filter((print) => inA.has(print)),
    )
  );
}

function lengthOfCommon(a: Int32Array, b: Int32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  const words = Math.ceil(a.length / 32);
  const places = new Map<number, Uint32Array>();
  for (const [index, print] of a.entries()) {
    const bits = places.get(print) ?? new Uint32Array(words);
    places.set(print, bits);
    bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
  }
  // A zero at bit i: the common subsequence grows at line i of `a`.
  const row = new Uint32Array(words).fill(0xffffffff);
  for (const print of b) {
    const bits = places.get(print);
    if (bits === undefined) continue;
    let carry = 0;
    for (let word = 0; word < words; word++) {
      const value = row[word] ?? 0;
      const met = (value & (bits[word] ?? 0)) >>> 0;
      const sum = value + met + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[word] = sum | 0 | (value & ~met);
    }
  }
  return zeros(row, a.length);
}

function zeros(row: Uint32Array, bits: number): number {
  let count = 0;
  for (let index = 0; index < bits; index++) if ((((row[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 0) count++;
  return count;
}
