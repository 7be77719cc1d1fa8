// How much a year will change, if it goes on as the last one went.

import { FORECAST_LEVEL, studentQuantile } from './student.ts';

export interface YearlyDrift {
  /** Lines changed in twelve months ÷ lines: the mean monthly share × 12. Above 1 when every line changes more than once. */
  readonly share: number;
  /** Where the sum of the next twelve months falls with the given level; `null` for a single month. */
  readonly interval: { readonly level: number; readonly low: number; readonly high: number } | null;
  /** Whole months that it is projected from, twelve at most. */
  readonly months: number;
}

const YEAR = 12;

/**
 * From the monthly shares, oldest first, of whole months: the last twelve of them, or as many as there are; `null` for
 * none. The interval is the prediction interval of the sum of twelve further draws from what n months were drawn from:
 * `12 × mean ± t(n − 1) × s × √(12 + 144 / n)` (Hahn and Meeker, Statistical Intervals, 1991, ch. 4), 0 at least.
 */
export function projectYear(shares: readonly number[]): YearlyDrift | null {
  const last = shares.slice(-YEAR);
  const n = last.length;
  if (n === 0) return null;
  const mean = last.reduce((sum, share) => sum + share, 0) / n;
  const share = YEAR * mean;
  if (n === 1) return { share, interval: null, months: n };
  const deviation = Math.sqrt(last.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1));
  const margin = studentQuantile(0.9, n - 1) * deviation * Math.sqrt(YEAR + YEAR ** 2 / n);
  return {
    share,
    interval: { level: FORECAST_LEVEL, low: Math.max(0, share - margin), high: share + margin },
    months: n,
  };
}
