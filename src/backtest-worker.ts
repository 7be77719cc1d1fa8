// What a worker thread of `palimpsest backtest` does: one walk, or one stretch of changes written by models trained anew.

import { serveTasks } from './compose/backtest.ts';
import {
  composeLanguages,
  composeTraining,
  openHistory,
  openRepository,
  openWalkJournal,
  readAnewStates,
  writeAnewStates,
} from './compose.ts';
import type { BacktestTask } from './core/backtest-task.ts';
import type { AnewState, WalkPoint } from './core/backtest-walk.ts';
import { anewStates } from './jobs/anew-states.ts';
import { walk } from './jobs/walk.ts';

export default serveTasks(perform);

/** Tells the points of a walk as they come; gives the changes of a stretch as its result. */
async function perform(
  task: BacktestTask,
  tell: (point: WalkPoint) => void,
  signal: AbortSignal,
): Promise<readonly AnewState[]> {
  const { plan, root, folder } = task;
  const languages = await composeLanguages({ parser: task.parser });
  const training = composeTraining(languages);
  const shared = { plan, languages, training, signal };
  switch (task.kind) {
    case 'walk': {
      const { from, end } = task;
      const journal = await openWalkJournal(`${folder}/walk-${from}.jsonl`, from);
      await walk({ ...shared, from, end, repository: await openRepository(root), journal, onPoint: tell });
      return [];
    }
    case 'anew': {
      const { from, to } = task;
      const page = `${folder}/anew-${from}-${to}.json`;
      const known = await readAnewStates(page);
      if (known !== null) return known;
      const history = openHistory(root);
      const states = await anewStates({ ...shared, from, to, history, extensions: languages.main.extensions });
      await writeAnewStates(page, states);
      return states;
    }
    default:
      return task satisfies never;
  }
}
