// One recommendation from what is known: keep the model, retrain soon, or retrain now; and why.

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
  /** Freshness is not known: there is no ledger, or it cannot tell. */
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
