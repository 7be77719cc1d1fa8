// The walks that the lines of a backtest share: each is walked once, as far as the one that follows it longest.

import type { Leg } from '../core/backtest.ts';
import { endsWalk, type WalkEnd, type WalkPoint } from '../core/backtest-walk.ts';
import type { BacktestRunner } from '../ports.ts';

interface SharedWalk {
  readonly points: WalkPoint[];
  /** The walk as it is under way; `null` when nobody walks. */
  running: Promise<void> | null;
  /** Called when there is another point. */
  waiting: (() => void)[];
}

export class SharedWalks {
  readonly #runner: BacktestRunner;
  readonly #lastState: number;
  readonly #walks = new Map<number, SharedWalk>();

  constructor(runner: BacktestRunner, lastState: number) {
    this.#runner = runner;
    this.#lastState = lastState;
  }

  /**
   * From a state to where the walk ends; it does not wait for others who walk on from there. `seen` is called for every
   * state on the way.
   */
  async leg(from: number, end: WalkEnd, seen: () => void): Promise<Leg> {
    const walk = this.#from(from);
    let looked = 0;
    for (;;) {
      for (; looked < walk.points.length; looked++) {
        const point = walk.points[looked];
        if (point === undefined) break;
        if (looked > 0) seen();
        if (endsWalk(point, end, this.#lastState)) return walk.points.slice(0, looked + 1);
      }
      walk.running ??= this.#run(walk, from, end);
      await Promise.race([walk.running, new Promise<void>((resolve) => walk.waiting.push(resolve))]);
    }
  }

  #from(state: number): SharedWalk {
    const walk = this.#walks.get(state) ?? { points: [], running: null, waiting: [] };
    this.#walks.set(state, walk);
    return walk;
  }

  /** A walk that ended where somebody else wanted goes on for the next one, and tells its points again. */
  async #run(walk: SharedWalk, from: number, end: WalkEnd): Promise<void> {
    try {
      await this.#runner.walk(from, end, (point) => {
        if (point.at !== from + walk.points.length) return;
        walk.points.push(point);
        for (const tell of walk.waiting.splice(0)) tell();
      });
    } finally {
      walk.running = null;
    }
  }
}
