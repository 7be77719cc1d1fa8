// What a team makes of freshness: fresh, stale, or not to be told.

import type { LedgerMeans } from './freshness.ts';

export interface FreshnessPolicy {
  /** Freshness from which a model counts as fresh. */
  readonly line: number;
}

export const DEFAULT_FRESHNESS_POLICY: FreshnessPolicy = { line: 0.95 };

export type FreshnessVerdict =
  | { readonly kind: 'fresh'; readonly reason: 'at-or-above-line' }
  | { readonly kind: 'stale'; readonly reason: 'below-line' }
  | {
      readonly kind: 'unknown';
      /**
       * `no-units`: nothing is left to know. `knew-nothing`: the model wrote nothing right on the day of training.
       * `sample-too-small`: the line lies within the 95 % interval.
       */
      readonly reason: 'no-units' | 'knew-nothing' | 'sample-too-small';
    };

/** The interval decides: where the line lies within it, a sample cannot tell on which side the model stands. */
export function judgeFreshness(
  { freshness, units }: Pick<LedgerMeans, 'freshness' | 'units'>,
  { line }: FreshnessPolicy,
): FreshnessVerdict {
  if (units === 0) return { kind: 'unknown', reason: 'no-units' };
  if (freshness === null) return { kind: 'unknown', reason: 'knew-nothing' };
  const { value, margin } = freshness;
  if (margin !== null && Math.abs(value - line) < margin) return { kind: 'unknown', reason: 'sample-too-small' };
  return value >= line ? { kind: 'fresh', reason: 'at-or-above-line' } : { kind: 'stale', reason: 'below-line' };
}

/** Percentage points above the line within which the badge warns, and a model without a forecast should be retrained soon. */
export const DEFAULT_WARN_WITHIN = 3;

/** Whether a freshness that is not below the line lies within the policy's warning of it. */
export function isNearLine(
  freshness: number,
  { line, warnWithin }: FreshnessPolicy & { readonly warnWithin: number },
): boolean {
  return (freshness - line) * 100 <= warnWithin + ROUNDING_NOISE;
}

/** Sums of floating point numbers go astray by less. */
const ROUNDING_NOISE = 1e-9;
