// What reports are made of: scores with their sample, rows, and what a reader of the numbers should know.

import type { Change } from './changes.ts';
import type { FailureReason } from './regeneration.ts';
import type { LeftOutReason } from './scope.ts';
import type { MethodId } from './unit.ts';
import type { Usage } from './usage.ts';
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

/** What asking a language model took. Absent for a model that costs nothing. */
export interface AskingFacts {
  readonly usage?: Usage;
  /** Methods for which the budget did not suffice, sorted; they are counted nowhere. Absent when every one was asked for. */
  readonly unasked?: readonly MethodId[];
}

export interface ReportBase {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly summary: Summary;
  /** The same summary with every body a stub: where a model starts. */
  readonly stub: Summary;
  /** Sorted by id. */
  readonly files: readonly FileRow[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}
