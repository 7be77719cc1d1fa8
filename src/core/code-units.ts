// Texts as arrays of UTF-16 code units: what the distance needs, without the cost of `charCodeAt` on sliced strings.

/** A place for the units of one text. */
interface Room {
  readonly units: Uint16Array;
  readonly bytes: Buffer;
}

/** Texts up to this length are written to rooms that the next call uses again. */
const REUSED_ROOM = 0x10000;

const rooms: readonly [Room, Room] = [roomFor(REUSED_ROOM), roomFor(REUSED_ROOM)];

/**
 * The UTF-16 code units of two texts, valid until the next call. A lone surrogate is a unit like any other. (The
 * byte order does not matter as long as it is the same in both.) One `write` is up to 50 times as fast as a loop over
 * `charCodeAt`.
 */
export function unitsOfBoth(a: string, b: string): [Uint16Array, Uint16Array] {
  return [unitsOf(a, rooms[0]), unitsOf(b, rooms[1])];
}

function unitsOf(text: string, reused: Room): Uint16Array {
  const { units, bytes } = text.length <= REUSED_ROOM ? reused : roomFor(text.length);
  bytes.write(text, 'utf16le');
  return units.subarray(0, text.length);
}

function roomFor(length: number): Room {
  const units = new Uint16Array(length);
  return { units, bytes: Buffer.from(units.buffer) };
}

/** Both texts without their longest common prefix and suffix, which never change a distance. Views, not copies. */
export function trimCommonEnds(a: Uint16Array, b: Uint16Array): [Uint16Array, Uint16Array] {
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

/** Whether deletions alone turn `long` into `short`. */
export function isSubsequence(short: Uint16Array, long: Uint16Array): boolean {
  const deletions = long.length - short.length;
  let found = 0;
  for (let i = 0; found < short.length && i - found <= deletions; i++) {
    if (long[i] === short[found]) found++;
  }
  return found === short.length;
}
