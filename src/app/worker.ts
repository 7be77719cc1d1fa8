// What does a task. Until the jobs are wired to it, tasks are logged and done.

import type { Task } from '../core/task.ts';
import type { Installations } from './installations.ts';
import type { Log } from './log.ts';
import type { AppMetrics } from './metrics.ts';
import type { Services } from './services.ts';
import type { AppSettings } from './settings.ts';

export interface WorkerSurroundings {
  readonly settings: AppSettings;
  readonly services: Services;
  readonly installations: Installations;
  readonly metrics: AppMetrics;
}

export interface TaskDoer {
  do(task: Task, signal: AbortSignal, log: Log): Promise<void>;
  /** Ends the threads. */
  close(): Promise<void>;
}

export async function openTaskDoer(_surroundings: WorkerSurroundings): Promise<TaskDoer> {
  return { do: async () => {}, close: async () => {} };
}
