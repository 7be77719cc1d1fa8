// The durable queue of the App: at least once, fair between installations.

import type { Task } from '../core/task.ts';

export interface TaskQueue {
  /**
   * `delivery`: the id of the webhook, so that one that is delivered twice is done once; `null` for what no webhook asked for.
   * Returns false when it was known already, or is one with a task that waits.
   */
  add(task: Task, delivery: string | null): Promise<boolean>;
  /** Puts in what a task asks for, under the webhook that had asked for that one; another such is another task. */
  follow(task: Task, delivery: string | null): Promise<void>;
  /** How many wait and how many are under way, by kind of task. */
  depth(): Promise<{
    readonly waiting: Readonly<Record<string, number>>;
    readonly underWay: Readonly<Record<string, number>>;
  }>;
}

/**
 * Does one task. The signal is raised when a newer one takes its place, what it is about is forgotten, or the process is to end. `delivery`: the webhook that
 * asked for it, where one did, so that a log tells of both under one name.
 */
export type DoTask = (task: Task, signal: AbortSignal, delivery?: string | null) => Promise<void>;

export interface TaskWorker {
  /** Takes tasks until it is stopped, at most so many at once; quick ones and trainings each in a line of their own. */
  start(doTask: DoTask, options: TasksAtOnce): Promise<void>;
  /** Waits for what is under way, a bounded time; what is not done by then is done by another process, or after the next start. */
  stop(): Promise<void>;
}

export interface TasksAtOnce {
  readonly atOnce: number;
  readonly quickAtOnce: number;
  /** One when not given. */
  readonly trainingsAtOnce?: number;
}

/** Why a task is called off, as the cause of the signal's reason: here, that nothing of it is to be gone on with. */
export const FORGOTTEN = 'forgotten';

/** Whether a task was called off for good: the App is gone from the repository. */
export function isForGood(reason: unknown): boolean {
  return reason instanceof Error && reason.cause === FORGOTTEN;
}
