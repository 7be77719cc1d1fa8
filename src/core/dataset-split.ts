// Which files validate: drawn by their paths, so that the same file is on the same side in every training set of a seed.

import { randomOf } from './random.ts';

/**
 * The files to validate with, about `share` of them: where there are two or more, at least one, the one whose lot is the
 * lowest, and not all of them.
 */
export function validationFiles(paths: readonly string[], share: number, seed: number): ReadonlySet<string> {
  const byLot = paths.map((path) => ({ path, lot: randomOf(seed, path) })).sort((a, b) => a.lot - b.lot);
  if (share === 0) return new Set();
  const drawn = byLot.filter(({ lot }) => lot < share).length;
  const count = Math.min(Math.max(1, drawn), byLot.length - 1);
  return new Set(byLot.slice(0, Math.max(0, count)).map(({ path }) => path));
}
