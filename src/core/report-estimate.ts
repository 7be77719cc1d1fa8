// What a run would ask of language models, and what that would take: the report of a dry run.

import type { ModelCard } from './model-card.ts';
import type { REPORT_SCHEMA_VERSION } from './report-parts.ts';
import type { Budget, Money } from './usage.ts';

export interface EstimateReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'estimate';
  /** Of what: `check`, `evaluate`, … */
  readonly command: string;
  /** In the order in which they would be asked; none when no method would be asked for. */
  readonly models: readonly ModelEstimate[];
}

export interface ModelEstimate {
  readonly model: ModelCard;
  /** How many methods it would write. */
  readonly methods: number;
  /** Whether it costs nothing, as the embedded model does: the other numbers are 0 then. */
  readonly isFree: boolean;
  /** Methods whose prompt does not fit the window; they would fail without being asked for. */
  readonly tooLong: number;
  /** Different requests; those that the cache can answer among them. */
  readonly calls: number;
  readonly cached: number;
  /** Of the requests that the cache cannot answer, as we count or estimate them. */
  readonly promptTokens: number;
  /** Of the same, at most. */
  readonly completionTokens: number;
  /** At most; `null` where no price is known. */
  readonly cost: Money | null;
  readonly budget: Budget;
  /** For how many of the methods the budget suffices, at least; `null` without a budget. */
  readonly withinBudget: number | null;
}
