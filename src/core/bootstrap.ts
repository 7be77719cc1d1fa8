// How far a mean over a sample may lie from the mean over everything: the bootstrap over files.

import type { Interval } from './gain.ts';
import { seededRandom } from './random.ts';

/** A mean as sums by file: `Σ numerators / Σ denominators`. One of each for every file. */
export interface FileRatio {
  readonly numerators: readonly number[];
  readonly denominators: readonly number[];
}

const RESAMPLES = 2_000;
const TAIL = 0.025;

/**
 * 95 % percentile intervals (Efron, "Nonparametric standard errors and confidence intervals", Canad. J. Statist. 9, 1981)
 * of ratios that were measured over the same files. Methods of one file are no independent observations, so whole files
 * are drawn with replacement, the same draws for every ratio. That the sample was stratified, and drawn from a finite
 * codebase, would make the intervals narrower: they err on the wide side.
 *
 * `null` where fewer than two files have anything to say.
 */
export function bootstrapIntervals(ratios: readonly FileRatio[], files: number, seed: number): (Interval | null)[] {
  const random = seededRandom(seed);
  const values = ratios.map((): number[] => []);
  const times = new Array<number>(files).fill(0);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    times.fill(0);
    for (let draw = 0; draw < files; draw++) {
      const file = Math.floor(random() * files);
      times[file] = (times[file] ?? 0) + 1;
    }
    for (const [index, ratio] of ratios.entries()) {
      const value = weightedRatio(ratio, times);
      if (value !== null) values[index]?.push(value);
    }
  }
  return ratios.map(({ denominators }, index) =>
    denominators.filter((denominator) => denominator > 0).length < 2 ? null : percentileInterval(values[index] ?? []),
  );
}

function weightedRatio({ numerators, denominators }: FileRatio, times: readonly number[]): number | null {
  let above = 0;
  let below = 0;
  for (const [file, often] of times.entries()) {
    if (often === 0) continue;
    above += often * (numerators[file] ?? 0);
    below += often * (denominators[file] ?? 0);
  }
  return below === 0 ? null : above / below;
}

function percentileInterval(values: number[]): Interval | null {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  return { low: quantile(values, TAIL), high: quantile(values, 1 - TAIL) };
}

/** Of sorted values, between neighbours by straight line. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (at - Math.floor(at)) * (high - low);
}
