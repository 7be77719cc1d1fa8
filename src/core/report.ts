// The one Report: plain, versioned data that every surface renders. No clock and no randomness: same input, same report.

import type { Change } from './changes.ts';
import type { Drift } from './drift.ts';
import type { LedgerMeans } from './freshness.ts';
import type { FreshnessVerdict } from './freshness-policy.ts';
import type { Gain, GainPolicy, GainRow } from './gain.ts';
import type { LedgerRevision } from './ledger-head.ts';
import type { ModelCard } from './model-card.ts';
import type { FailureReason } from './regeneration.ts';
import type { LeftOutReason } from './scope.ts';
import type { SampleRequest } from './strata.ts';
import type { MethodId } from './unit.ts';
import type { Verdict } from './verdict.ts';

export const REPORT_SCHEMA_VERSION = 1;

/** `null` where there is nothing to take a mean of. */
export interface Scores {
  /** Mean Levenshtein distance, in UTF-16 code units. */
  readonly errorRate: number | null;
  /** Mean of `1 − distance / max(|a|, |b|)`, in [0, 1]. */
  readonly similarity: number | null;
  /** Share of what was erased that came back: 0 where a stub starts, 1 when all is back, negative when worse. */
  readonly recovery: number | null;
}

export interface FileSummary extends Scores {
  /** Files compared, those without bodies included. A failed unit stands in its file as a stub. */
  readonly count: number;
}

export interface MethodSummary extends Scores {
  /** Eligible units: scored + failed. The scores are means over the scored ones. */
  readonly count: number;
  readonly scored: number;
  readonly failed: number;
  /** The same means over all eligible units, each failed one counted as its stub. These decide verdicts. */
  readonly withFailuresAsStubs: Scores;
}

export interface Summary {
  readonly files: FileSummary;
  readonly methods: MethodSummary;
}

export interface FileRow {
  /** The path. */
  readonly id: string;
  readonly distance: number;
  readonly similarity: number;
}

export interface MethodRow {
  readonly id: MethodId;
  readonly path: string;
  /** Line of the name, from 1. */
  readonly line: number;
  /** `null` when the regeneration failed. */
  readonly distance: number | null;
  readonly similarity: number | null;
  readonly failure: { readonly reason: FailureReason; readonly detail: string } | null;
  /** What the model expected its similarity to be; `null` when it does not say. */
  readonly confidence: number | null;
}

export interface CheckRow extends MethodRow {
  readonly change: Change;
  /** The id before the change, where it was another. */
  readonly previousId: MethodId | null;
  /** Similarity of what the model wrote to the body before the change; `null` for an added unit or a failure. */
  readonly similarityToPrevious: number | null;
  /** `null` when the regeneration failed. */
  readonly verdict: Verdict | null;
  /**
   * Whether the model knew the body before the change: erased alone at the base revision, it came back at the policy's
   * familiar line or better. `null` for an added unit, and when the model failed there.
   */
  readonly knewPrevious: boolean | null;
  /** For `--show` and the diffs of the comment; never part of the JSON. */
  readonly texts: {
    readonly before: string | null;
    readonly after: string;
    readonly regenerated: string | null;
  };
}

/** Something about a file that a reader of the numbers should know. */
export interface Note {
  readonly path: string;
  readonly kind: 'partly-parsed' | 'not-utf-8' | 'binary' | 'missing' | 'too-large';
  /** Lines from 1, for `partly-parsed`; empty otherwise. */
  readonly lines: readonly number[];
}

export interface LeftOut {
  readonly reason: LeftOutReason;
  /** Units left out for that reason; `null` when whole files were left out unread. */
  readonly methods: number | null;
  /** Whole files left out for that reason. */
  readonly files: number;
}

export interface RevisionLabel {
  readonly name: string;
  /** Commit hash, or `WORKTREE`. */
  readonly revision: string;
}

interface ReportBase {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly summary: Summary;
  /** The same summary with every body a stub: where a model starts. */
  readonly stub: Summary;
  /** Sorted by id. */
  readonly files: readonly FileRow[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}

/**
 * How the model of a check stands to the change: trained before it and kept, trained at a state that is not before it
 * (so that it may have learned the change), or made on the spot from the base.
 */
export type ModelOrigin = 'trained' | 'trained-later' | 'trained-on-base';

export interface CheckReport extends ReportBase {
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
}

export type Protocol = 'recreate' | 'in-place';

export interface EvaluateReport extends ReportBase {
  readonly kind: 'evaluate';
  readonly protocol: Protocol;
  /** The directory, or the revision, that was erased. */
  readonly source: { readonly directory: string } | RevisionLabel;
  readonly model: ModelCard;
  /** `null` when every method was written; otherwise what was drawn from how many eligible methods. */
  readonly sample: (SampleRequest & { readonly methods: number }) | null;
  /** How many methods came back with the same tokens. */
  readonly reproduced: number;
  readonly methods: readonly MethodRow[];
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

/**
 * How an update came to its revision: from the files that differ, or, where the old revision is gone, by looking at every
 * file and telling units by their bodies; or not at all, because the ledger was there, or further on.
 */
export type UpdateRoute = 'by-difference' | 'by-body' | 'already-there' | 'already-later';

export interface UpdateReport extends ReportBase {
  readonly kind: 'update';
  readonly protocol: 'in-place';
  readonly route: UpdateRoute;
  /** Where the ledger stood before, and where it stands now. */
  readonly from: RevisionLabel;
  readonly to: RevisionLabel;
  readonly model: ModelCard;
  /** What the ledger began with; `null` when every unit was scored. */
  readonly sample: SampleRequest | null;
  /** Units that kept their place and score, that kept their score in another place, that were scored, that left. */
  readonly units: {
    readonly kept: number;
    readonly moved: number;
    readonly scored: number;
    readonly deleted: number;
  };
  /** After the update. */
  readonly ledger: LedgerSummary;
  /** The units scored by this update. */
  readonly methods: readonly MethodRow[];
}

/** A ledger's means, its freshness with parts, and what the policy makes of it. */
export interface LedgerSummary extends LedgerMeans {
  readonly trainedAt: LedgerRevision;
  readonly line: number;
  readonly verdict: FreshnessVerdict;
}

export interface DriftReport extends Drift {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'drift';
  /** Where the history ends. */
  readonly until: RevisionLabel;
  /** What the survival does not count on its first day. */
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}

export interface GainReport extends Gain {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'gain';
  readonly protocol: 'in-place';
  readonly head: RevisionLabel;
  /** The model in use; `null` when no code changed, so that no model was made or asked. */
  readonly model: ModelCard | null;
  /** A model that was kept, or the embedded one trained for this report: at a revision, or where the window begins. */
  readonly modelOrigin: 'kept' | 'shadow' | 'shadow-of-window-start';
  readonly window: {
    readonly days: number;
    /**
     * Why it begins where it does: so many days back, right after the model's training, or with the first commit of a
     * shallow clone. `unknown-training`: so many days back, and the model may have learned some of the changes.
     */
    readonly limit: 'days' | 'training' | 'shallow-clone' | 'unknown-training';
    /** Days of the first and the last commit, `2026-03-01`; `null` when there is none. */
    readonly from: string | null;
    readonly until: string | null;
    /** On the line of first parents. */
    readonly commits: number;
    /** Those at which main sources differ. */
    readonly commitsWithCode: number;
  };
  /** How often the other model was trained, and how far behind a change's parent it was at most. */
  readonly fresh: { readonly trainings: number; readonly commitsBehind: number; readonly daysBehind: number };
  readonly policy: GainPolicy;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
  /** In the order of the commits, then by id. */
  readonly methods: readonly GainRow[];
}

export type Report =
  | CheckReport
  | EvaluateReport
  | ScoreReport
  | EraseReport
  | TrainReport
  | UpdateReport
  | DriftReport
  | GainReport;
