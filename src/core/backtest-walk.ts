// A walk: one model, trained at one state and never again, followed over the states after it.

import type { BacktestState } from './backtest-states.ts';
import type { Change } from './changes.ts';
import type { LedgerMeans } from './freshness.ts';
import { judgeFreshness } from './freshness-policy.ts';
import type { GainRow } from './gain.ts';
import type { MethodId } from './unit.ts';

/** What decides every number of a backtest, besides the program: the same plan, the same walks. */
export interface BacktestPlan {
  /** {@link RepositoryReader.identity}, for the origin of the models. */
  readonly project: string | null;
  /** The oldest first; a walk is named by the place at which it begins. */
  readonly states: readonly BacktestState[];
  /** What part of the methods is scored where a walk begins; `null` for all. */
  readonly sample: { readonly size: number; readonly seed: number } | null;
}

/** A model's ledger at one state of its walk. */
export interface WalkPoint extends Pick<LedgerMeans, 'units' | 'now' | 'freshness'> {
  /** The state's place in the plan. */
  readonly at: number;
  /** What was scored to come here: where the walk begins, the methods of that state; later, those that changed. */
  readonly scored: number;
  /** The changed methods among them; empty where the walk begins. */
  readonly scores: readonly WalkScore[];
}

export interface WalkScore {
  readonly id: MethodId;
  /** Of a failed answer, that of its stub. */
  readonly similarity: number;
  readonly failed: boolean;
}

/** What a model that was trained at the state before wrote of the methods that changed on the way to a state. */
export interface AnewState {
  readonly at: number;
  readonly changes: readonly (WalkScore & { readonly change: Change })[];
  /** States between that model's training and the state before; 0 but in projects too large to train that often. */
  readonly behind: number;
}

/** Where a walk ends: at the first state at which a line asks for training again, or at a place in the plan. */
export type WalkEnd =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'state'; readonly at: number };

/** Whether a walk that ends there, or at the last state, has come to its end with this point. */
export function endsWalk(point: WalkPoint, end: WalkEnd, lastState: number): boolean {
  if (point.at === lastState) return true;
  return end.kind === 'line' ? asksForTraining(point, end.line) : point.at >= end.at;
}

/** Whether a line asks for training again at a point: just where the policy with that line calls the model stale. */
export function asksForTraining(point: WalkPoint, line: number): boolean {
  return judgeFreshness(point, { line }).kind === 'stale';
}

/**
 * The changes at one state, as the model in use and another one wrote them. The state stands for a commit: its changes are
 * one piece of work. A ledger scores again whatever a change touched; a change that one of them was not asked is no pair.
 */
export function pairChanges(
  anew: AnewState | undefined,
  inUse: readonly WalkScore[],
  other: readonly WalkScore[],
  { revision }: BacktestState,
): GainRow[] {
  const [used, written] = [byId(inUse), byId(other)];
  return (anew?.changes ?? []).flatMap(({ id, change }): GainRow[] => {
    const [one, two] = [used.get(id), written.get(id)];
    if (one === undefined || two === undefined) return [];
    const failed = { inUseFailed: one.failed, freshFailed: two.failed };
    return [{ commit: revision, id, change, inUse: one.similarity, fresh: two.similarity, ...failed }];
  });
}

function byId(scores: readonly WalkScore[]): Map<MethodId, WalkScore> {
  return new Map(scores.map((score) => [score.id, score]));
}
