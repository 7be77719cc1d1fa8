// Percentage points of freshness, small ones too: `-0.31`, `+1.20`, `> -0.01`.

import { NO_VALUE } from '../words.ts';

export function movedWords(points: number | null): string {
  if (points === null) return NO_VALUE;
  const digits = points.toFixed(2);
  if (Number(digits) !== 0) return points > 0 ? `+${digits}` : digits;
  if (Math.abs(points) < ROUNDING_NOISE) return '0';
  return points > 0 ? '< +0.01' : '> -0.01';
}

/** Sums of floating point numbers go astray by less. */
const ROUNDING_NOISE = 1e-9;
