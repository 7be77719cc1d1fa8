// How fast writes and queries follow each other: a handful at once, as a run needs, then one each interval, as GitHub asks of
// those who write much.

import { setTimeout } from 'node:timers/promises';

export interface Pace {
  /** How many may start at once. */
  readonly atOnce: number;
  /** After those, one may start every so many milliseconds. */
  readonly everyMs: number;
}

/** Steps that start in the order in which they come, each as soon as the pace lets it. */
export class Paced {
  readonly #pace: Pace;
  /** When the last turn was, or is to be, as if all had waited for the interval; milliseconds of the monotonic clock. */
  #last = Number.NEGATIVE_INFINITY;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  async turn(): Promise<void> {
    const { atOnce, everyMs } = this.#pace;
    const now = performance.now();
    this.#last = Math.max(this.#last + everyMs, now - (atOnce - 1) * everyMs);
    const waitMs = this.#last - now;
    if (waitMs > 0) await setTimeout(waitMs);
  }
}
