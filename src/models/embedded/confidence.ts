// How close the chosen body will be, as far as the model can tell.

import type { Candidate } from './candidates.ts';

/** Mean similarity found for each likeness of headers; straight lines between. From Mockito 2017–22. */
const CALIBRATION: readonly (readonly [likeness: number, similarity: number])[] = [
  [0, 0.2],
  [0.3, 0.35],
  [0.5, 0.6],
  [0.8, 0.8],
  [1, 0.97],
];

export function expectedSimilarity({ likeness }: Candidate): number {
  let [lowerX, lowerY] = [0, 0];
  for (const [x, y] of CALIBRATION) {
    if (likeness <= x) return x === lowerX ? y : lowerY + ((y - lowerY) * (likeness - lowerX)) / (x - lowerX);
    [lowerX, lowerY] = [x, y];
  }
  return lowerY;
}
