// Doing what the queue holds, with what is to be known of it: how long it took, what became of it, and whose wish it was.

import { installationOf, type Task } from '../core/task.ts';
import { ExpectedFailure } from '../errors.ts';
import type { DoTask } from '../ports/task-queue.ts';
import type { Log } from './log.ts';
import type { AppMetrics, TaskOutcome } from './metrics.ts';
import type { Doing } from './worker.ts';

/** The same, counted and logged; what it throws, it throws on: the queue tries again. */
export function observed(
  doTask: (task: Task, doing: Doing) => Promise<void>,
  { log, metrics }: { readonly log: Log; readonly metrics: Pick<AppMetrics, 'task'> },
): DoTask {
  return async (task, signal, delivery) => {
    const entry = log.child({
      ...(delivery ? { request: delivery } : {}),
      kind: task.kind,
      installation: installationOf(task),
      ...('repository' in task ? { repository: task.repository.id } : {}),
      ...('pullRequest' in task ? { pullRequest: task.pullRequest } : {}),
    });
    const startedAtMs = performance.now();
    const over = (outcome: TaskOutcome) => {
      const ms = Math.round(performance.now() - startedAtMs);
      metrics.task(task.kind, outcome, ms / 1_000);
      return { outcome, ms };
    };
    try {
      await doTask(task, { signal, log: entry, request: delivery ?? null });
      entry.info(over(signal.aborted ? 'called-off' : 'done'), 'task');
    } catch (error) {
      const isOver = error instanceof ExpectedFailure && error.code === 'cancelled';
      if (signal.aborted || isOver) {
        entry.info(over('called-off'), 'task');
      } else if (error instanceof ExpectedFailure) {
        entry.warn({ ...over('failed'), err: error }, 'task');
      } else {
        entry.error({ ...over('failed'), err: error }, 'task');
      }
      throw error;
    }
  };
}
