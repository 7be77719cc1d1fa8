// Which states of a real history a backtest stops at, from the trained revision to the last one.

import { type BacktestState, type Every, statesOf } from '../core/backtest-states.ts';
import { ExpectedFailure } from '../errors.ts';
import type { HistoryReader, RepositoryReader, Revision } from '../ports.ts';

export interface ReplayedHistory {
  readonly repository: RepositoryReader;
  readonly history: HistoryReader;
  /** On the line of first parents of `until`, or merged into it. */
  readonly trainAt: Revision;
  readonly until: Revision;
  readonly every: Every;
}

/** The trained state, then those after it: at least one. Throws an ExpectedFailure when there is none. */
export async function replayedStates(input: ReplayedHistory): Promise<BacktestState[]> {
  const { history, trainAt, until, every } = input;
  const { commits } = await history.firstParents(until);
  const line = statesOf(commits, 'merge'); // every commit, at the time that the order of the line allows
  const own = line.findIndex(({ revision }) => revision === trainAt.hash);
  const next = own < 0 ? await firstWith(line, input) : own + 1;
  const places = new Map(line.map(({ revision }, place) => [revision, place]));
  const later = statesOf(commits, every).filter(({ revision }) => (places.get(revision) ?? 0) >= next);
  const trained = line[own] ?? (await stateOf(input));
  const [first] = later;
  if (first === undefined) {
    throw new ExpectedFailure(
      'bad-setting',
      `nothing was merged between ${trainAt.name} and ${until.name}`,
      'Name an earlier revision with --train-at, or a later one with --until.',
    );
  }
  return [{ ...trained, reachedAt: Math.min(trained.reachedAt, first.reachedAt) }, ...later];
}

/** The place of the first commit on the line that holds a revision which is not on it: where its branch was merged. */
async function firstWith(
  line: readonly BacktestState[],
  { repository, trainAt, until }: ReplayedHistory,
): Promise<number> {
  const holds = async (place: number) => {
    const hash = line[place]?.revision ?? until.hash;
    return (await repository.isAncestor(trainAt.hash, { hash, name: hash, committedAt: null })) === true;
  };
  if (!(await holds(line.length - 1))) {
    throw new ExpectedFailure(
      'bad-setting',
      `${until.name} does not hold ${trainAt.name}: no history leads from one to the other`,
      `Name a commit that both have, which \`git merge-base ${trainAt.name} ${until.name}\` finds.`,
    );
  }
  let [low, high] = [0, line.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (await holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

async function stateOf({ history, trainAt }: ReplayedHistory): Promise<BacktestState> {
  const own = (await history.firstParents(trainAt)).commits.at(-1);
  if (own === undefined) throw new RangeError(`${trainAt.hash} has no line of first parents`);
  return { revision: own.hash, tree: own.tree, reachedAt: own.committedAt };
}
