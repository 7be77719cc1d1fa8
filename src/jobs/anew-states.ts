// The other side of a backtest's gain: what models trained at the state before wrote of each change.

import type { BacktestState } from '../core/backtest-states.ts';
import type { AnewState, BacktestPlan } from '../core/backtest-walk.ts';
import type { LineCommit } from '../core/month-ends.ts';
import type { HistoryReader, LanguageRegistry, Progress, Training } from '../ports.ts';
import { stubsOf, writeChanges } from './changed-methods.ts';
import { replay } from './replay.ts';

export interface AnewInput {
  readonly plan: BacktestPlan;
  /** The first state whose changes are asked for, at least 1, and the last one. */
  readonly from: number;
  readonly to: number;
  readonly history: HistoryReader;
  readonly languages: LanguageRegistry;
  readonly extensions: readonly string[];
  /** Nothing learned yet; it follows the history. */
  readonly training: Training;
  readonly signal: AbortSignal;
}

/** The states at which main sources differ from the state before, in their order. */
export async function anewStates(input: AnewInput): Promise<AnewState[]> {
  const { plan, from, to, signal } = input;
  const places = new Map(plan.states.map(({ revision }, at) => [revision, at]));
  const window = plan.states.slice(from, to + 1).flatMap((state, index) => {
    const parent = plan.states[from + index - 1];
    return parent === undefined ? [] : [{ commit: commitOf(state), parent: commitOf(parent) }];
  });
  const states: AnewState[] = [];
  for await (const { commit, change, fresh, behind } of replay({
    ...input,
    window,
    project: plan.project,
    progress: UNWATCHED,
  })) {
    const written = await writeChanges(stubsOf(change.eligible), fresh.model, { signal });
    states.push({
      at: places.get(commit.hash) ?? 0,
      changes: change.eligible.map(({ change, current: { unit } }, index) => {
        const { similarity, failed } = written[index] ?? { similarity: 0, failed: true };
        return { id: unit.id, change, similarity, failed };
      }),
      behind: change.eligible.length === 0 ? 0 : behind.commits, // no model was asked
    });
  }
  return states;
}

function commitOf({ revision, tree, reachedAt }: BacktestState): LineCommit {
  return { hash: revision, tree, committedAt: reachedAt };
}

/** A state is done when all of it is. */
const UNWATCHED: Progress = { begin() {}, advance() {}, end() {} };
