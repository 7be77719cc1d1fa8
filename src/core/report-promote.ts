// The report on a challenger against the champion, and the one on what was decided so far.

import type { PromotionRecord } from './champions.ts';
import type { TaskRow, TaskScores } from './generality.ts';
import type { ModelCard } from './model-card.ts';
import type { PairedEstimate, PairedRow } from './paired-models.ts';
import type { ForgettingProbe, LikelihoodProbe, Promotion, PromotionPolicy } from './promotion.ts';
import type { LeftOut, Note, REPORT_SCHEMA_VERSION, RevisionLabel } from './report-parts.ts';
import type { SampleRequest } from './strata.ts';
import type { MethodId } from './unit.ts';
import type { Usage } from './usage.ts';

/** One of the two. */
export interface Contestant {
  /** What it was called by: what `--model` takes. */
  readonly reference: string;
  readonly model: ModelCard;
  /** Absent for a model that costs nothing. */
  readonly usage?: Usage;
}

/** Whether the challenger's card has its scores on the day of training. */
export type BaselineState =
  | 'on-card'
  | 'measured'
  /** The operator did not want it. */
  | 'not-asked'
  /** Nobody knows what it was trained on, or this clone does not hold that revision. */
  | 'unknown-training'
  /** The budget did not suffice for every method. */
  | 'budget-spent';

export interface PromoteReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'promote';
  readonly protocol: 'in-place';
  readonly head: RevisionLabel;
  /** Where the champion was trained: changes are counted from there. `null` without a champion. */
  readonly since: RevisionLabel | null;
  readonly challenger: Contestant;
  readonly champion: Contestant | null;
  readonly decision: Promotion;
  readonly policy: PromotionPolicy;
  readonly baseline: BaselineState;
  /** `null` without a champion. `learned`: those that the challenger was trained on as they are; `later`: the rest. */
  readonly changes: {
    readonly all: PairedEstimate;
    readonly learned: PairedEstimate;
    readonly later: PairedEstimate;
  } | null;
  readonly forgetting: (ForgettingProbe & { readonly sample: SampleRequest }) | null;
  /** `null` when nobody asked for it. */
  readonly generalisation: GeneralisationProbe | null;
  /** Units for which a server or the network failed; they are in the means, as stubs. */
  readonly unanswered: number;
  /** Methods for which the budget did not suffice, sorted; they are counted nowhere. Absent when every one was asked for. */
  readonly unasked?: readonly MethodId[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
  /** The changed ones by id, then those of the forgetting probe. */
  readonly methods: readonly PairedRow[];
}

export interface GeneralisationProbe {
  readonly tasks: TaskScores;
  readonly likelihood: LikelihoodProbe;
  readonly isolation: { readonly network: 'none' | 'open'; readonly securityManager: boolean };
  readonly rows: readonly TaskRow[];
}

/** Who is champion, and how it came to that. */
export interface PromotionsReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'promotions';
  readonly champion: PromotionRecord['champion'];
  /** The oldest first. */
  readonly records: readonly PromotionRecord[];
}
