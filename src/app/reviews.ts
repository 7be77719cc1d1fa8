// Regular reviews: each repository in its turn, while there is room for them beside what people wait for.

import type { Task } from '../core/task.ts';
import { knownRepository } from './known-repositories.ts';
import type { Log } from './log.ts';
import type { Services } from './services.ts';
import type { AppSettings } from './settings.ts';
import type { TaskDoer } from './worker.ts';

export interface ScheduledReviews {
  /** Puts the next review in, if one is due and there is room. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 20_000;

/**
 * Any number of processes may look at once. One review waits in the queue at a time, and half of the places here are left to
 * other tasks, where there are two: after weeks without the App, checks wait for one review at most.
 */
export function scheduledReviews({
  settings: { reviewEveryDays, workers },
  services: { reviews, documents },
  doer,
  log,
  lookEveryMs = LOOK_EVERY_MS,
}: {
  readonly settings: Pick<AppSettings, 'reviewEveryDays' | 'workers'>;
  readonly services: Pick<Services, 'reviews' | 'documents'>;
  readonly doer: Pick<TaskDoer, 'countOf'>;
  readonly log: Log;
  readonly lookEveryMs?: number;
}): ScheduledReviews {
  const places = Math.max(1, Math.floor(workers / 2));
  let looking: Promise<void> | null = null;

  async function putNext(): Promise<void> {
    if (doer.countOf('review') >= places) return;
    const due = await reviews.next(reviewEveryDays);
    if (due === null) return;
    const { repository: id, installation } = due.tenure;
    const known = await knownRepository(documents, id);
    // nothing is kept of one that could never be looked at, and it gets another day
    const task: Task | null =
      known === null
        ? null
        : {
            kind: 'review',
            repository: { installation, id, owner: known.owner, name: known.name },
            retrain: false,
          };
    if (await reviews.take(due, task, reviewEveryDays))
      log.debug({ repository: id, isKnown: known !== null }, 'review');
  }

  async function look(): Promise<void> {
    if (reviewEveryDays === 0 || looking !== null) return;
    looking = putNext().finally(() => {
      looking = null;
    });
    await looking;
  }

  const timer = setInterval(() => {
    look().catch((error) => log.error({ err: error }, 'the reviews'));
  }, lookEveryMs);
  return {
    look,
    async stop() {
      clearInterval(timer);
      await looking?.catch(() => {}); // it was told of
    },
  };
}
