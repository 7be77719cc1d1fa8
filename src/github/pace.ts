// How fast writes and queries follow each other: a handful at once, as a run needs, then one each interval, as GitHub asks of
// those who write much.

import { setTimeout } from 'node:timers/promises';

export interface Pace {
  /** How many may start at once. */
  readonly atOnce: number;
  /** After those, one may start every so many milliseconds. */
  readonly everyMs: number;
}

/** What passes the time, in milliseconds of a clock that never goes back. */
export interface Clock {
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
}

const CLOCK: Clock = { now: () => performance.now(), wait: (milliseconds) => setTimeout(milliseconds) };

/** Steps that start in the order in which they come, each as soon as the pace lets it. */
export class Paced {
  readonly #pace: Pace;
  readonly #clock: Clock;
  /** When the last turn was, or is to be, as if all had waited for the interval. */
  #last = Number.NEGATIVE_INFINITY;

  constructor(pace: Pace, clock: Clock = CLOCK) {
    this.#pace = pace;
    this.#clock = clock;
  }

  async turn(): Promise<void> {
    const { atOnce, everyMs } = this.#pace;
    const now = this.#clock.now();
    this.#last = Math.max(this.#last + everyMs, now - (atOnce - 1) * everyMs);
    const waitMs = this.#last - now;
    if (waitMs > 0) await this.#clock.wait(waitMs);
  }
}
