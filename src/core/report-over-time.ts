// The reports on how a model stands to code that moves on: update, drift, gain, all of it as a status, and backtest.

import type { BacktestOutcome, BacktestPoint } from './backtest.ts';
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
  /** Where it stood, in the order of the updates: the last 30 points. */
  readonly history: readonly LedgerPoint[];
}

export interface DriftReport extends Drift {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'drift';
  /** Where the history ends. */
  readonly until: RevisionLabel;
  /** Whose training survival and forecast start from; `null` without one. It was not asked for anything. */
  readonly model: ModelCard | null;
  /** What the survival does not count on its first day. */
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}

export interface GainReport extends Gain, AskingFacts {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'gain';
  readonly protocol: 'in-place';
  readonly head: RevisionLabel;
  /** The model in use; `null` when no code changed, so that no model was made or asked. */
  readonly model: ModelCard | null;
  /**
   * A model that was kept, or the embedded one made for this report: at a revision that was asked for, as a shadow, or where
   * the window begins, since no model is kept. Whether it is a shadow is for its card to say.
   */
  readonly modelOrigin: 'kept' | 'made-at-revision' | 'made-at-window-start';
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

/** A measured gain without the methods behind it. */
export type GainSummary = Omit<GainReport, 'methods'>;

/** A ledger's summary with its past, and whose it is. */
export interface StandingLedger extends LedgerSummary {
  readonly standsAt: LedgerRevision;
  /** First-parent commits between where it stands and where the status looks; `null` when the clone cannot tell. */
  readonly commitsBehind: number | null;
  /** `predecessor`: the model in use has no ledger that is scored enough, and the one of the model before it answers. */
  readonly answers: 'own' | 'predecessor';
  readonly model: { readonly provider: string; readonly name: string; readonly fingerprint: string };
  readonly sample: SampleRequest | null;
  /** All points that the ledger remembers. */
  readonly history: readonly LedgerPoint[];
}

/**
 * What a status does not measure, and why: nobody asked for it, the clone does not hold the history, or there is no main
 * source at that revision.
 */
export interface Unmeasured {
  readonly what: 'gain' | 'drift';
  readonly reason: 'not-asked' | 'shallow-clone' | 'no-source-files';
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
  /** `null` when it was not measured. */
  readonly gain: GainSummary | null;
  /** With the forecast; `null` when it was not measured. */
  readonly drift: DriftReport | null;
  readonly unmeasured: readonly Unmeasured[];
  readonly recommendation: Recommendation;
}

/** One model followed over real history, and what each line would have asked for. */
export interface BacktestReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'backtest';
  readonly protocol: 'in-place';
  /** The model that was trained, again and again: the embedded one. */
  readonly model: 'embedded';
  readonly trainAt: RevisionLabel;
  readonly until: RevisionLabel;
  readonly every: { readonly count: number; readonly unit: 'days' | 'weeks' | 'months' | 'merges' };
  readonly span: {
    /** After the trained one. */
    readonly states: number;
    /** ISO 8601: the trained state and the last one. */
    readonly from: string;
    readonly until: string;
    readonly days: number;
  };
  /** What was scored where a model was trained; `null` for every method. */
  readonly sample: SampleRequest | null;
  /** Over which the gain at a moment is measured. */
  readonly windowDays: number;
  readonly policy: GainPolicy;
  /** States between the training of the model anew and the change that it wrote, at most; 0 where it was trained for each. */
  readonly statesBehind: number;
  /** The model that was never trained again, from its training on. */
  readonly points: readonly BacktestPoint[];
  /** Never trained again, then by line, the lowest first. */
  readonly outcomes: readonly BacktestOutcome[];
}
