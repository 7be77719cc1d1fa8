// How far a long step is, as a line now and then: for logs that nobody watches as they grow.

import type { Progress } from './ports.ts';

const SHOWN_AFTER_MS = 1_000;
const LINE_EVERY_MS = 10_000;

/** Says nothing of a step that is over within a second. */
export class LineProgress implements Progress {
  readonly #say: (line: string) => void;
  #step = '';
  #total: number | null = null;
  #done = 0;
  #startedAtMs = 0;
  #saidAtMs = 0;
  #note = '';

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  begin(step: string, total: number | null): void {
    this.#step = step;
    this.#total = total;
    this.#done = 0;
    this.#startedAtMs = Date.now();
    this.#saidAtMs = this.#startedAtMs;
    this.#note = '';
  }

  advance(count = 1): void {
    this.#done += count;
    const nowMs = Date.now();
    const silentMs = this.#saidAtMs === this.#startedAtMs ? SHOWN_AFTER_MS : LINE_EVERY_MS;
    if (nowMs - this.#saidAtMs < silentMs) return;
    this.#saidAtMs = nowMs;
    const rate = (this.#done / ((nowMs - this.#startedAtMs) / 1000)).toFixed(1);
    this.#say(`${this.#step}: ${this.#done}${this.#total === null ? '' : `/${this.#total}`} (${rate}/s)${this.#note}`);
  }

  note(words: string): void {
    this.#note = `, ${words}`;
  }

  end(): void {}
}
