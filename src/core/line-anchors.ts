// Where two texts are likely to be the same text: lines that each of them has exactly once, in the same order.

/** The starts of a line in two texts. */
export interface LineAnchor {
  readonly inA: number;
  readonly inB: number;
}

const LINE_FEED = 10;
const REPEATED = -1;

/**
 * The anchors of a patience diff (Bram Cohen): pairs of unique equal lines, as many as ascend in both texts.
 * Lines are compared by hash, so a pair may, very rarely, be none: only good for estimates that stay true anyway.
 */
export function lineAnchors(a: Uint16Array, b: Uint16Array): LineAnchor[] {
  const linesOfB = startsOfLines(b);
  const anchors: LineAnchor[] = [];
  // A Map yields its keys in the order of their insertion: the anchors ascend in `a`.
  for (const [line, inA] of startsOfLines(a)) {
    const inB = linesOfB.get(line) ?? REPEATED;
    if (inA !== REPEATED && inB !== REPEATED) anchors.push({ inA, inB });
  }
  return longestAscent(anchors);
}

/** The start of each line by its hash (FNV-1a over code units), or {@link REPEATED}. */
function startsOfLines(text: Uint16Array): Map<number, number> {
  const starts = new Map<number, number>();
  let hash = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as number;
    hash = Math.imul(hash ^ unit, 0x01000193);
    if (unit === LINE_FEED) {
      starts.set(hash, starts.has(hash) ? REPEATED : start);
      hash = 0;
      start = i + 1;
    }
  }
  return starts;
}

/** The longest subsequence that ascends in `b` too (Schensted 1961), by patience sorting. */
function longestAscent(anchors: readonly LineAnchor[]): LineAnchor[] {
  interface Link {
    readonly anchor: LineAnchor;
    readonly before: Link | undefined;
  }
  // tops[n] ends the ascent of n + 1 anchors whose last one stands furthest left in `b`.
  const tops: Link[] = [];
  for (const anchor of anchors) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle] as Link).anchor.inB < anchor.inB) low = middle + 1;
      else high = middle;
    }
    tops[low] = { anchor, before: tops[low - 1] };
  }
  const ascent: LineAnchor[] = [];
  for (let link = tops.at(-1); link !== undefined; link = link.before) ascent.push(link.anchor);
  return ascent.reverse();
}
