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

/** Whether a line asks for training again at a point: just where the policy with that line calls the model stale. */
export function asksForTraining(point: WalkPoint, line: number): boolean {
  return judgeFreshness(point, { line }).kind === 'stale';
}

/** The changes at one state as both models wrote them. The state stands for a commit: its changes are one piece of work. */
export function pairChanges(point: WalkPoint, anew: AnewState | undefined, state: BacktestState): GainRow[] {
  const inUse = new Map(point.scores.map((score) => [score.id, score]));
  return (anew?.changes ?? []).flatMap(({ id, change, similarity, failed }): GainRow[] => {
    const used = inUse.get(id);
    // A ledger scores again whatever a change touched, so that there is one: a change that both were not asked is no pair.
    if (used === undefined) return [];
    const { revision } = state;
    return [
      {
        commit: revision,
        id,
        change,
        inUse: used.similarity,
        fresh: similarity,
        inUseFailed: used.failed,
        freshFailed: failed,
      },
    ];
  });
}
