// The reports on how a model stands to code that moves on: update, drift, gain.

import type { Drift } from './drift.ts';
import type { LedgerMeans } from './freshness.ts';
import type { FreshnessVerdict } from './freshness-policy.ts';
import type { Gain, GainPolicy, GainRow } from './gain.ts';
import type { LedgerRevision } from './ledger.ts';
import type { LedgerPoint } from './ledger-history.ts';
import type { ModelCard } from './model-card.ts';
import type { Recommendation } from './recommendation.ts';
import type {
  AskingFacts,
  LeftOut,
  MethodRow,
  Note,
  REPORT_SCHEMA_VERSION,
  ReportBase,
  RevisionLabel,
} from './report-parts.ts';
import type { SampleRequest } from './strata.ts';

/**
 * How an update came to its revision: from the files that differ, or, where the old revision is gone, by looking at every
 * file and telling units by their bodies; or not at all, because the ledger was there, or further on, or because the
 * budget did not suffice for all that was to be scored.
 */
export type UpdateRoute = 'by-difference' | 'by-body' | 'already-there' | 'already-later' | 'budget-spent';

export interface UpdateReport extends ReportBase, AskingFacts {
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

export interface GainReport extends Gain, Pick<AskingFacts, 'usage'> {
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

/** A ledger's summary with its past, and whose it is. */
export interface StandingLedger extends LedgerSummary {
  readonly standsAt: LedgerRevision;
  /** First-parent commits between where it stands and where the status looks; `null` when the clone cannot tell. */
  readonly commitsBehind: number | null;
  /** `predecessor`: the model in use has no ledger that is scored enough, and the one of the model before it answers. */
  readonly answers: 'own' | 'predecessor';
  readonly model: { readonly provider: string; readonly name: string; readonly fingerprint: string };
  readonly sample: SampleRequest | null;
  readonly history: readonly LedgerPoint[];
}

/** Everything that is known of a model, and what to do about it. */
export interface StatusReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'status';
  /** Where it looks: the default branch, or a revision that was asked for. */
  readonly at: RevisionLabel;
  readonly model: ModelCard;
  /** From the training revision to there; `null` for what cannot be told. */
  readonly age: { readonly days: number | null; readonly commits: number | null };
  /** `null` without a ledger. */
  readonly ledger: StandingLedger | null;
  /** Without its methods; `null` when it was not measured. */
  readonly gain: Omit<GainReport, 'methods'> | null;
  /** With the forecast; `null` when it was not measured. */
  readonly drift: DriftReport | null;
  readonly recommendation: Recommendation;
}
