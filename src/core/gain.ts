// Retraining gain: how much closer a model trained just before each change would have come than the one in use.

import type { Change } from './changes.ts';
import { studentQuantile } from './student.ts';
import type { MethodId } from './unit.ts';

/** One changed unit, written by both models from the same stub. */
export interface GainRow {
  /** Hash of the commit that changed it. */
  readonly commit: string;
  readonly id: MethodId;
  readonly change: Change;
  /** Similarity of what each model wrote to the body after the change, in [0, 1]; a failure is measured as its stub. */
  readonly inUse: number;
  readonly fresh: number;
  readonly inUseFailed: boolean;
  readonly freshFailed: boolean;
}

/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Means over some changes; `null` where there are none. */
export interface GainEstimate {
  readonly changes: number;
  /** Commits that the changes came in. */
  readonly commits: number;
  /** Mean similarity of each model, failures as stubs. */
  readonly inUse: number | null;
  readonly fresh: number | null;
  /** `fresh − inUse`, in similarity: 0.05 are five points. */
  readonly gain: number | null;
  /** Of the gain; `null` for fewer than two commits. */
  readonly interval: Interval | null;
  /** Changes that the fresh model wrote closer, less close, and equally close. */
  readonly helped: number;
  readonly hurt: number;
  readonly same: number;
  /** Changes that each model failed on; they are in the means. */
  readonly inUseFailed: number;
  readonly freshFailed: number;
}

export interface GainPolicy {
  /** The gain, in similarity, from which training again is worth it. */
  readonly leastGain: number;
  /** Changes without which nothing is said. */
  readonly leastChanges: number;
}

/** On gson's history 49 changes gave an interval as wide as the gain itself, 224 a third of it. */
export const DEFAULT_GAIN_POLICY: GainPolicy = { leastGain: 0.02, leastChanges: 100 };

export type GainStatement =
  | { readonly kind: 'would-help' }
  | { readonly kind: 'would-not-help' }
  | { readonly kind: 'unsure'; readonly reason: 'too-few-changes' | 'too-few-commits' | 'interval-too-wide' };

/** `modified` holds what was there before: modified, renamed, or moved with another body. `added` is what is new. */
export interface Gain {
  readonly all: GainEstimate;
  readonly modified: GainEstimate;
  readonly added: GainEstimate;
  readonly statement: GainStatement;
}

export function gainOf(rows: readonly GainRow[], policy: GainPolicy): Gain {
  const all = estimateGain(rows);
  return {
    all,
    modified: estimateGain(rows.filter(({ change }) => change !== 'added')),
    added: estimateGain(rows.filter(({ change }) => change === 'added')),
    statement: stateGain(all, policy),
  };
}

/**
 * The gain is the mean of the paired differences `dᵢ = freshᵢ − inUseᵢ`. The changes of one commit are one piece of work
 * and no independent observations, so its interval is taken over commits.
 */
export function estimateGain(rows: readonly GainRow[]): GainEstimate {
  const differences = rows.map(({ commit, fresh, inUse }) => ({ cluster: commit, value: fresh - inUse }));
  return {
    changes: rows.length,
    commits: new Set(rows.map(({ commit }) => commit)).size,
    inUse: mean(rows.map(({ inUse }) => inUse)),
    fresh: mean(rows.map(({ fresh }) => fresh)),
    gain: mean(differences.map(({ value }) => value)),
    interval: possible(clusteredInterval(differences)),
    helped: differences.filter(({ value }) => value > 0).length,
    hurt: differences.filter(({ value }) => value < 0).length,
    same: differences.filter(({ value }) => value === 0).length,
    inUseFailed: rows.filter(({ inUseFailed }) => inUseFailed).length,
    freshFailed: rows.filter(({ freshFailed }) => freshFailed).length,
  };
}

/**
 * `would-help`: the whole interval is above 0, and the gain at least what the policy asks for. `would-not-help`: the
 * whole interval is below what the policy asks for. Anything else is unsure.
 */
export function stateGain({ changes, gain, interval }: GainEstimate, policy: GainPolicy): GainStatement {
  if (changes < policy.leastChanges || gain === null) return { kind: 'unsure', reason: 'too-few-changes' };
  if (interval === null) return { kind: 'unsure', reason: 'too-few-commits' };
  if (interval.low > 0 && gain >= policy.leastGain) return { kind: 'would-help' };
  if (interval.high < policy.leastGain) return { kind: 'would-not-help' };
  return { kind: 'unsure', reason: 'interval-too-wide' };
}

export interface ClusteredValue {
  readonly cluster: string;
  readonly value: number;
}

/**
 * A 95 % interval of a mean whose observations come in G clusters: `d̄ ± t(0.975, G* − 1) √V`, with the
 * delete-one-cluster jackknife `V = (G − 1) / G · Σ_g (d̄₍₋g₎ − d̄)²`, `d̄₍₋g₎` being the mean without cluster g: the
 * estimator CV3 of MacKinnon, Nielsen and Webb, "Cluster-robust inference: a guide to empirical practice", J. Econometrics
 * 232 (2023), the one that they advise for few clusters of unequal sizes, as commits are. It needs no random numbers.
 *
 * `G* = n² / Σ n_g²` is Kish's number of equal clusters that would weigh as much: G for equal sizes, less for others. With
 * G − 1 degrees the interval held the truth too seldom in a simulation with a few large commits among small ones.
 *
 * `null` for fewer than two clusters.
 */
export function clusteredInterval(values: readonly ClusteredValue[]): Interval | null {
  const clusters = new Map<string, { sum: number; count: number }>();
  let total = 0;
  for (const { cluster, value } of values) {
    const of = clusters.get(cluster) ?? { sum: 0, count: 0 };
    clusters.set(cluster, { sum: of.sum + value, count: of.count + 1 });
    total += value;
  }
  const { size } = clusters;
  if (size < 2) return null;
  const center = total / values.length;
  let squares = 0;
  let squaredSizes = 0;
  for (const { sum, count } of clusters.values()) {
    squares += ((total - sum) / (values.length - count) - center) ** 2;
    squaredSizes += count ** 2;
  }
  const equalClusters = Math.floor(values.length ** 2 / squaredSizes);
  const margin = studentQuantile(0.975, Math.max(1, equalClusters - 1)) * Math.sqrt(((size - 1) / size) * squares);
  return { low: center - margin, high: center + margin };
}

/** No difference of two similarities lies beyond 1. */
function possible(interval: Interval | null): Interval | null {
  return interval && { low: Math.max(-1, interval.low), high: Math.min(1, interval.high) };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
