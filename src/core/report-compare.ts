// The report on several models that wrote the same methods again, and what makes a report a part of one.

import type { Interval } from './gain.ts';
import type { MethodClass, SizeBand } from './method-class.ts';
import type { ModelCard } from './model-card.ts';
import type { FailureReason } from './regeneration.ts';
import type { LeftOut, Note, REPORT_SCHEMA_VERSION, RevisionLabel, Scores, Summary } from './report-parts.ts';
import type { ShardRequest } from './run-shards.ts';
import type { SampleRequest } from './strata.ts';
import type { MethodId } from './unit.ts';
import type { Usage } from './usage.ts';

/** What wrote the methods: nothing at all (every body erased), a model, or a tree that anything else left. */
export type ContenderKind = 'stub' | 'model' | 'tree';

/** One of those that are compared, before anything is counted. */
export interface ContenderFacts {
  /** Unique in its report. */
  readonly name: string;
  readonly kind: ContenderKind;
  /** Of a model; `null` otherwise. */
  readonly model: ModelCard | null;
  /** Of a tree; `null` otherwise. */
  readonly directory: string | null;
  /** Absent where nothing costs anything. */
  readonly usage?: Usage;
  /**
   * What its answers took one after the other, in milliseconds: more than the clock on the wall shows where several are
   * under way at once. `null` where no language model was asked, as when the cache had every answer.
   */
  readonly answeringMs: number | null;
}

/** The same scores as {@link Scores}, as 95 % intervals. */
export type ScoreIntervals = { readonly [Score in keyof Scores]: Interval | null };

/** Contender minus baseline, over the methods that both were asked for, failures as stubs. */
export interface PairedDifference {
  readonly methods: number;
  /** Mean difference of the methods' similarities; above 0 the contender is closer. `null` without methods. */
  readonly similarity: number | null;
  /** Of their distances, in characters; below 0 the contender is closer. */
  readonly errorRate: number | null;
  /** Methods that the contender wrote closer, equally close, and less close, by similarity. */
  readonly won: number;
  readonly tied: number;
  readonly lost: number;
  /** Over files; `null` for a census. */
  readonly intervals: { readonly similarity: Interval | null; readonly errorRate: Interval | null } | null;
}

export interface ContenderRow extends ContenderFacts {
  readonly summary: Summary;
  /** Methods with the same tokens, and methods whose answer is one body of the language. */
  readonly exact: number;
  readonly parses: number;
  /** Methods for which the budget did not suffice; they are counted nowhere else. */
  readonly unasked: number;
  /** Over files and over methods, failures as stubs; `null` for a census. */
  readonly intervals: { readonly files: ScoreIntervals; readonly methods: ScoreIntervals } | null;
  /** `null` for the baseline itself. */
  readonly paired: PairedDifference | null;
}

/** Means over methods, failures as stubs. */
export interface GroupScores extends Scores {
  /** Methods that it was asked for. */
  readonly count: number;
  readonly failed: number;
  readonly exact: number;
}

export interface MethodGroup {
  readonly by: 'kind' | 'size' | 'package';
  readonly name: string;
  readonly methods: number;
  /** In the order of the contenders. */
  readonly contenders: readonly GroupScores[];
}

export interface ComparedAnswer {
  /** `null` when it failed. */
  readonly distance: number | null;
  readonly similarity: number | null;
  readonly exact: boolean;
  readonly parses: boolean;
  readonly failure: { readonly reason: FailureReason; readonly detail: string } | null;
}

export interface ComparedMethod {
  readonly id: MethodId;
  readonly path: string;
  /** Line of the name, from 1. */
  readonly line: number;
  readonly package: string;
  readonly kind: MethodClass;
  readonly size: SizeBand;
  /** Of the body with its braces, in UTF-16 code units. */
  readonly length: number;
  /** In the order of the contenders; `null` for one that was not asked. */
  readonly answers: readonly (ComparedAnswer | null)[];
}

export interface ComparedFile {
  /** The path. */
  readonly id: string;
  /** In the order of the contenders; `null` for one that was asked for none of its methods. */
  readonly answers: readonly ({
    readonly distance: number;
    readonly similarity: number;
    /** Characters that were erased before it wrote. */
    readonly erased: number;
  } | null)[];
}

export interface CompareReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'compare';
  readonly protocol: 'recreate' | 'in-place';
  readonly source: { readonly directory: string } | RevisionLabel;
  /** `null` when every method was written; otherwise what was drawn from how many eligible methods. */
  readonly sample: (SampleRequest & { readonly methods: number }) | null;
  /** Which part of a comparison this is; absent for all of it. */
  readonly shard?: ShardRequest;
  /** The name of the contender that the others are compared with. */
  readonly baseline: string;
  /** The stub first, then models, then trees, as they were named. */
  readonly contenders: readonly ContenderRow[];
  /** By kind, by size, by package. */
  readonly groups: readonly MethodGroup[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
  /** Sorted by id, as are the methods. */
  readonly files: readonly ComparedFile[];
  readonly methods: readonly ComparedMethod[];
}
