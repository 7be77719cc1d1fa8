// How close the chosen body will be, as far as the model can tell.

import type { Candidate } from './candidates.ts';

type Curve = readonly (readonly [likeness: number, similarity: number])[];

/**
 * Mean similarity found on Mockito 2017–22 (`bench/model.ts --tuning`) for each likeness of headers; straight lines
 * between. For the unit itself, 1,331 changed and 9,305 unchanged bodies a year later: an equal header mostly has its
 * old body, another header rarely has.
 */
const OF_THE_UNIT_ITSELF: Curve = [
  [0.6, 0.2],
  [0.8, 0.6],
  [0.95, 0.7],
  [1, 0.98],
];

/** For every other candidate, 825 changed bodies. */
const OF_ANOTHER: Curve = [
  [0, 0.27],
  [0.25, 0.35],
  [0.45, 0.45],
  [0.65, 0.65],
  [0.75, 0.78],
  [1, 0.82],
];

/** The expected similarity of a candidate's adapted body to the erased one, in [0, 1]. */
export function expectedSimilarity({ likeness, sameUnit }: Candidate): number {
  return interpolated(sameUnit ? OF_THE_UNIT_ITSELF : OF_ANOTHER, likeness);
}

function interpolated(curve: Curve, x: number): number {
  let [beforeX, beforeY] = curve[0] ?? [0, 0];
  for (const [pointX, pointY] of curve) {
    if (x <= pointX) {
      return pointX === beforeX ? pointY : beforeY + ((pointY - beforeY) * (x - beforeX)) / (pointX - beforeX);
    }
    [beforeX, beforeY] = [pointX, pointY];
  }
  return beforeY;
}
