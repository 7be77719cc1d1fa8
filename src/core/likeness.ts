// Which of the texts that went is which of the texts that came: one rule for files and for bodies, by shared lines.

export interface Pairing {
  /** Index among the texts that went. */
  readonly before: number;
  /** Index among the texts that came. */
  readonly after: number;
  /** Likeness in [0, 1]. */
  readonly likeness: number;
}

/** A line that stands in more texts than this says nothing about which of them is meant. */
const COMMON_LINE_TEXTS = 64;
/** How many of the texts that share most lines are compared in full. */
const CANDIDATES = 8;

/**
 * The share of characters that two texts have in common, counted by whole lines without their indentation (Dice):
 * `2 · |common| / (|a| + |b|)`, two texts without content being 1. Like git's rename score it ignores the order of lines.
 */
export function lineLikeness(a: LineBag, b: LineBag): number {
  const total = a.characters + b.characters;
  if (total === 0) return 1;
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [line, count] of small.counts) common += line.length * Math.min(count, large.counts.get(line) ?? 0);
  return (2 * common) / total;
}

/** The lines of a text, trimmed, blank ones left out, with how often each stands there. */
export interface LineBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly characters: number;
}

export function lineBag(text: string): LineBag {
  const counts = new Map<string, number>();
  let characters = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1);
    characters += trimmed.length;
  }
  return { counts, characters };
}

/**
 * For each text that came, the texts that went which share most lines with it: at most {@link CANDIDATES} each, found
 * through the rarer lines, so that thousands against thousands stay cheap.
 */
export function likenessCandidates(before: readonly LineBag[], after: readonly LineBag[]): Pairing[] {
  const postings = new Map<string, number[]>();
  for (const [index, bag] of before.entries()) {
    for (const line of bag.counts.keys()) {
      const texts = postings.get(line);
      if (texts === undefined) postings.set(line, [index]);
      else texts.push(index);
    }
  }
  const pairings: Pairing[] = [];
  for (const [afterIndex, bag] of after.entries()) {
    const shared = new Map<number, number>();
    for (const line of bag.counts.keys()) {
      const texts = postings.get(line) ?? [];
      if (texts.length > COMMON_LINE_TEXTS) continue;
      for (const beforeIndex of texts) shared.set(beforeIndex, (shared.get(beforeIndex) ?? 0) + line.length);
    }
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES);
    for (const [beforeIndex] of best) {
      const other = before[beforeIndex];
      if (other !== undefined) {
        pairings.push({ before: beforeIndex, after: afterIndex, likeness: lineLikeness(other, bag) });
      }
    }
  }
  return pairings;
}

/** Takes pairings best first, each text once. `preference` breaks ties; what remains is decided by position. */
export function assignBest(
  pairings: readonly Pairing[],
  preference: (pairing: Pairing) => number = () => 0,
): Pairing[] {
  const ranked = pairings
    .map((pairing) => ({ pairing, preferred: preference(pairing) }))
    .sort(
      (a, b) =>
        b.pairing.likeness - a.pairing.likeness ||
        b.preferred - a.preferred ||
        a.pairing.before - b.pairing.before ||
        a.pairing.after - b.pairing.after,
    );
  const takenBefore = new Set<number>();
  const takenAfter = new Set<number>();
  const assigned: Pairing[] = [];
  for (const { pairing } of ranked) {
    if (takenBefore.has(pairing.before) || takenAfter.has(pairing.after)) continue;
    takenBefore.add(pairing.before);
    takenAfter.add(pairing.after);
    assigned.push(pairing);
  }
  return assigned;
}
