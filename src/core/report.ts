// The one Report: plain, versioned data that every surface renders. No clock and no randomness: same input, same report.

import type { Forecast } from './forecast.ts';
import type { ModelCard } from './model-card.ts';
import type { Recommendation } from './recommendation.ts';
import type { CompareReport } from './report-compare.ts';
import type { DatasetReport } from './report-dataset.ts';
import type { EstimateReport } from './report-estimate.ts';
import type {
  BacktestReport,
  DriftReport,
  GainReport,
  GainSummary,
  LedgerSummary,
  StatusReport,
  UpdateReport,
} from './report-over-time.ts';
import type { AskingFacts, CheckRow, MethodRow, ReportBase, RevisionLabel } from './report-parts.ts';
import type { PromoteReport, PromotionsReport } from './report-promote.ts';
import type { ShardRequest } from './run-shards.ts';
import type { SampleRequest } from './strata.ts';
import type { MethodId } from './unit.ts';
import type { Verdict } from './verdict.ts';

export type * from './report-compare.ts';
export type * from './report-dataset.ts';
export type * from './report-estimate.ts';
export type * from './report-over-time.ts';
export * from './report-parts.ts';
export type * from './report-promote.ts';

/**
 * How the model of a check stands to the change: trained before it and kept, trained at a state that is not before it
 * (so that it may have learned the change), or made on the spot from the base.
 */
export type ModelOrigin = 'trained' | 'trained-later' | 'trained-on-base';

export interface CheckReport extends ReportBase, AskingFacts {
  readonly kind: 'check';
  readonly protocol: 'in-place';
  readonly base: RevisionLabel;
  readonly head: RevisionLabel;
  /** `null` when no method changed, so that no model was asked. */
  readonly model: ModelCard | null;
  readonly modelOrigin: ModelOrigin | null;
  readonly policy: { readonly familiar: number; readonly ambiguous: number; readonly countCosmetic: boolean };
  /** How many rows have each verdict. Added units that are unfamiliar are counted as `newToIt`, not `unfamiliar`. */
  readonly verdicts: Readonly<Record<Verdict | 'newToIt' | 'failed', number>>;
  readonly methods: readonly CheckRow[];
  /** Units whose tokens did not change (white space and comments alone). */
  readonly cosmetic: readonly MethodId[];
  /** Units that only moved: same tokens, other file or type. */
  readonly moved: readonly { readonly id: MethodId; readonly previousId: MethodId }[];
  readonly deleted: readonly MethodId[];
  /** How the model stands to the project, where that is known: with a ledger, on a forge. */
  readonly standing?: Standing;
}

/** How the model of a check stands to the whole project, before the change and with it. */
export interface Standing {
  readonly freshness:
    | { readonly kind: 'known'; readonly before: LedgerSummary; readonly after: LedgerSummary }
    /**
     * `not-pinned`: no run has trained and pinned the embedded model yet. `no-ledger`: the model that answered has none.
     * `other-model`: the ledger here is not of the model that answered.
     */
    | { readonly kind: 'unknown'; readonly reason: 'not-pinned' | 'no-ledger' | 'other-model' };
  /** From the model's training to the base; `null` for what is not known. */
  readonly age: { readonly days: number | null; readonly commits: number | null };
  /** As the last review measured it; `null` when there was none. */
  readonly gain: Pick<GainSummary, 'all' | 'window' | 'statement' | 'head'> | null;
  readonly forecast: Forecast | null;
  /** `null` without a review of this model. */
  readonly recommendation: Recommendation | null;
}

export type Protocol = 'recreate' | 'in-place';

export interface EvaluateReport extends ReportBase, AskingFacts {
  readonly kind: 'evaluate';
  readonly protocol: Protocol;
  /** The directory, or the revision, that was erased. */
  readonly source: { readonly directory: string } | RevisionLabel;
  readonly model: ModelCard;
  /** `null` when every method was written; otherwise what was drawn from how many eligible methods. */
  readonly sample: (SampleRequest & { readonly methods: number }) | null;
  /** Which part of an evaluation this is; absent for all of it. */
  readonly shard?: EvaluateShard;
  /** How many methods came back with the same tokens. */
  readonly reproduced: number;
  readonly methods: readonly MethodRow[];
}

/** One part of an evaluation, with what its rows do not say and the means over all parts are made of. */
export interface EvaluateShard extends ShardRequest {
  /** What each file, and each method, is as a stub; in the order of the rows. */
  readonly stubs: { readonly files: readonly StubMeasure[]; readonly methods: readonly StubMeasure[] };
}

export interface StubMeasure {
  /** Characters that were erased. */
  readonly distance: number;
  readonly similarity: number;
}

export interface ScoreReport extends ReportBase {
  readonly kind: 'score';
  readonly original: string;
  readonly regenerated: string;
  readonly reproduced: number;
  readonly methods: readonly MethodRow[];
}

export interface EraseReport extends ReportBase {
  readonly kind: 'erase';
  readonly directory: string;
  readonly outputDirectory: string;
  readonly erased: { readonly bodies: number; readonly characters: number };
  readonly methods: readonly MethodRow[];
}

export interface TrainReport extends ReportBase {
  readonly kind: 'train';
  readonly source: RevisionLabel;
  readonly model: ModelCard;
  readonly output: { readonly model: string; readonly card: string; readonly bytes: number };
  readonly methods: readonly MethodRow[];
}

export type Report =
  | CheckReport
  | EvaluateReport
  | CompareReport
  | ScoreReport
  | EraseReport
  | TrainReport
  | UpdateReport
  | DriftReport
  | GainReport
  | StatusReport
  | BacktestReport
  | EstimateReport
  | DatasetReport
  | PromoteReport
  | PromotionsReport;
