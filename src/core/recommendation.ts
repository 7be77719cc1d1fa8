// One recommendation from what is known: keep the model, retrain soon, or retrain now; and why.

import type { Forecast } from './forecast.ts';
import { type FreshnessVerdict, isNearLine } from './freshness-policy.ts';
import type { GainStatement } from './gain.ts';

/** Why; the first one decided. */
export type RecommendationReason =
  /** Freshness is below the policy's line. */
  | 'stale'
  /** Freshness is forecast to cross the line soon. */
  | 'crossing-forecast'
  /** Freshness is within the policy's warning of the line, and there is no forecast. */
  | 'near-line'
  /** Freshness is on or above the line. */
  | 'fresh'
  /** Freshness is not known: the model has no ledger of its own, or one that cannot tell. */
  | 'freshness-unknown'
  /** On the changes of the window a model trained just before each would have come closer, by what the policy asks. */
  | 'gain-worth-it'
  /** It would not: training again would help little, however stale the model is. */
  | 'gain-too-small'
  /** Too few changes to tell, or not measured. */
  | 'gain-unknown';

export interface Recommendation {
  readonly kind: 'keep' | 'retrain-soon' | 'retrain-now';
  /** For `retrain-soon`: about when, an ISO date in UTC; `null` when no day can be told. */
  readonly day: string | null;
  readonly reasons: readonly RecommendationReason[];
}

export interface RecommendationPolicy {
  readonly line: number;
  /** Percentage points above the line within which it warns. */
  readonly warnWithin: number;
  /** Days ahead within which a forecast crossing of the line is soon. */
  readonly soonDays: number;
}

export const DEFAULT_SOON_DAYS = 60;

export interface KnownOfModel {
  /** By the model's own ledger; `null` where it has none. */
  readonly freshness: { readonly verdict: FreshnessVerdict; readonly value: number | null } | null;
  /** From that ledger's history; `null` where there is none to be had. */
  readonly forecast: Forecast | null;
  /** `null` when it was not measured. */
  readonly gain: GainStatement | null;
  /** The day that it is asked about, an ISO date in UTC. */
  readonly today: string;
}

/**
 * What freshness alone would ask for, unless a measured gain says that it would not help: a stale model that training
 * again would hardly better is kept, for then it is the line that wants a second look. Where freshness is not known, the gain
 * decides.
 */
export function recommend(
  { freshness, forecast, gain, today }: KnownOfModel,
  policy: RecommendationPolicy,
): Recommendation {
  const benefit = benefitOf(gain);
  const keep = (...reasons: RecommendationReason[]): Recommendation => ({ kind: 'keep', day: null, reasons });
  const soon = (day: string | null, reason: RecommendationReason): Recommendation => {
    return { kind: 'retrain-soon', day, reasons: [reason, benefit] };
  };
  const now = (reason: RecommendationReason): Recommendation => {
    return { kind: 'retrain-now', day: null, reasons: [reason, benefit] };
  };
  if (freshness === null || freshness.verdict.kind === 'unknown' || freshness.value === null) {
    return benefit === 'gain-worth-it' ? now('freshness-unknown') : keep('freshness-unknown', benefit);
  }
  if (freshness.verdict.kind === 'stale') {
    return benefit === 'gain-too-small' ? keep('gain-too-small', 'stale') : now('stale');
  }
  const crossing = forecast?.kind === 'expected' ? forecast.day : null;
  if (crossing !== null && crossing <= daysAfter(today, policy.soonDays)) {
    // A ledger that was not brought on may forecast a day that has passed.
    return soon(crossing < today ? today : crossing, 'crossing-forecast');
  }
  // `crossed` while fresh is a freshness of the very line, which no forecast is needed for.
  const isForecast = forecast !== null && forecast.kind !== 'crossed';
  if (!isForecast && isNearLine(freshness.value, policy)) return soon(null, 'near-line');
  return keep('fresh', benefit);
}

function benefitOf(gain: GainStatement | null): RecommendationReason {
  switch (gain?.kind) {
    case 'would-help':
      return 'gain-worth-it';
    case 'would-not-help':
      return 'gain-too-small';
    case 'unsure':
    case undefined:
      return 'gain-unknown';
    default:
      return gain satisfies never;
  }
}

const DAY_MS = 86_400_000;

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
