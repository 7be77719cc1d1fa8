// How far apart two texts are: the Levenshtein distance, and the similarity made of it. Exact for every input.

import { distance as distanceOfShortTexts } from 'fastest-levenshtein';
import { bandedDistance } from './banded-distance.ts';
import { isSubsequence, trimCommonEnds, unitsOfBoth } from './code-units.ts';

/** Up to this length a text fits one machine word of `fastest-levenshtein`, which then has no equal. */
const SHORT_LENGTH = 32;

/**
 * The fewest insertions, deletions and substitutions of single UTF-16 code units that turn `a` into `b`.
 *
 * A stub is its original with pieces cut out, and costs O(|a| + |b|). Otherwise the time is proportional to
 * `|a| · distance / 64`, and the memory to `|a| + |b|`.
 */
export function distance(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length <= SHORT_LENGTH && b.length <= SHORT_LENGTH) return distanceOfShortTexts(a, b);
  const [left, right] = trimCommonEnds(...unitsOfBoth(a, b));
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (isSubsequence(short, long)) return long.length - short.length;
  return bandedDistance(short, long);
}

/**
 * `1 − distance / max(|a|, |b|)`, in [0, 1]; two empty texts are 1.
 * Whoever has the distance already passes it on and saves the time.
 */
export function similarity(a: string, b: string, knownDistance: number = distance(a, b)): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - knownDistance / longest;
}
