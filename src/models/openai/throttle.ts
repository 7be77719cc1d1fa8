// Lets as many requests go at once as the server bears, and none while it has asked for quiet.

import pLimit from 'p-limit';
import { afterAnswer, afterOverload, startingPace } from '../../openai/pace.ts';
import { pause } from '../../openai/pause.ts';

export interface Throttle {
  /** Runs the task when its turn comes. Rejects at once with the signal's reason when it is aborted. */
  run<Result>(task: (turn: Turn) => Promise<Result>, signal: AbortSignal): Promise<Result>;
}

/** One request's place among the others. */
export interface Turn {
  answered(): void;
  /** The server has too much to do. `quietMs`: for how long it wants nothing from anybody; 0 when it did not say. */
  overloaded(quietMs: number): void;
}

export function makeThrottle(ceiling: number): Throttle {
  const limit = pLimit(ceiling);
  let pace = startingPace(ceiling);
  let quietUntil = 0;

  const keep = (next: typeof pace) => {
    pace = next;
    if (limit.concurrency !== pace.limit) limit.concurrency = pace.limit;
  };
  const takeTurn = (): Turn => {
    const cutsBefore = pace.cuts;
    return {
      answered: () => keep(afterAnswer(pace)),
      overloaded: (quietMs) => {
        quietUntil = Math.max(quietUntil, performance.now() + quietMs);
        keep(afterOverload(pace, cutsBefore));
      },
    };
  };

  return {
    run: (task, signal) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason);
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop, { once: true });
        limit(async () => {
          while (performance.now() < quietUntil) await pause(quietUntil - performance.now(), signal);
          signal.throwIfAborted();
          return task(takeTurn());
        })
          .then(resolve, reject)
          .finally(() => signal.removeEventListener('abort', stop));
      }),
  };
}
