// A backtest composed: its walks in worker threads.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Environment } from '../config.ts';
import type { BacktestStep, BacktestTask } from '../core/backtest-task.ts';
import type { AnewState, BacktestPlan, WalkPoint } from '../core/backtest-walk.ts';
import type { LocalRepository } from '../git/repository.ts';
import type { BacktestRunner } from '../ports.ts';
import { openWorkerPool } from '../workers/pool.ts';
import { ensureStateFolder, inStateFolder } from './state-folder.ts';

export { serve as serveTasks } from '../workers/pool.ts';

export interface BacktestSurroundings {
  readonly repository: LocalRepository;
  readonly environment: Environment;
  /** Threads at once. */
  readonly jobs: number;
  readonly signal: AbortSignal;
}

/** Worker threads for a backtest; close them when it is over. What they write down lies in the clone's state folder. */
export async function composeBacktest({ repository, environment, jobs, signal }: BacktestSurroundings): Promise<{
  runnerOf(plan: BacktestPlan): BacktestRunner;
  close(): Promise<void>;
}> {
  const file = workerFile();
  const program = await readFile(file);
  await ensureStateFolder(repository);
  const pool = await openWorkerPool<BacktestTask>({ file, threads: jobs, signal });
  return {
    runnerOf(plan) {
      // Another program or another plan has other walks: its journals lie elsewhere.
      const identity = createHash('sha256').update(program).update(JSON.stringify(plan)).digest('hex').slice(0, 24);
      const task = (step: BacktestStep): BacktestTask => ({
        plan,
        root: repository.root,
        folder: inStateFolder(repository, 'backtest', identity),
        parser: environment.parser,
        ...step,
      });
      return {
        async walk(from, end, onPoint) {
          await pool.run<WalkPoint, readonly AnewState[]>(task({ kind: 'walk', from, end }), onPoint);
        },
        anew: (from, to) => pool.run<never, readonly AnewState[]>(task({ kind: 'anew', from, to }), () => {}),
      };
    },
    close: () => pool.close(),
  };
}

/** Beside the shipped bundle; in the source tree, what was built last. */
function workerFile(): URL {
  const beside = new URL('backtest-worker.js', import.meta.url);
  return existsSync(beside) ? beside : new URL('../../dist/backtest-worker.js', import.meta.url);
}
