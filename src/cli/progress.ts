// How far a long step is, on standard error: a bar on a terminal, a line now and then in CI, nothing when piped.

import { SingleBar } from 'cli-progress';
import type { Progress } from '../ports.ts';

/** A step that is over sooner is not worth showing. */
const SHOWN_AFTER_MS = 1_000;
const CI_LINE_EVERY_MS = 10_000;

export function cliProgress(stream: NodeJS.WriteStream, ci: boolean): Progress {
  if (stream.isTTY && !ci) return new BarProgress(stream);
  return ci ? new LineProgress(stream) : silentProgress;
}

export const silentProgress: Progress = { begin() {}, advance() {}, end() {} };

class BarProgress implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #bar: SingleBar | null = null;
  #step = '';
  #total: number | null = null;
  #done = 0;
  #startedAtMs = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  begin(step: string, total: number | null): void {
    this.end();
    this.#step = step;
    this.#total = total;
    this.#done = 0;
    this.#startedAtMs = Date.now();
  }

  advance(count = 1): void {
    this.#done += count;
    const elapsedMs = Date.now() - this.#startedAtMs;
    if (this.#bar === null) {
      if (this.#total === null || elapsedMs < SHOWN_AFTER_MS) return;
      this.#bar = this.#newBar();
      this.#bar.start(this.#total, this.#done, { step: this.#step, rate: '' });
    }
    this.#bar.update(this.#done, { rate: (this.#done / (elapsedMs / 1000)).toFixed(1) });
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = null;
  }

  #newBar(): SingleBar {
    const format = '{step}  {bar}  {value}/{total}  {rate}/s  ETA {eta_formatted}';
    return new SingleBar({
      format,
      stream: this.#stream,
      clearOnComplete: true,
      hideCursor: true,
      gracefulExit: false,
      barCompleteChar: '█',
      barIncompleteChar: '·',
      barsize: 24,
      fps: 8,
      etaBuffer: 50,
    });
  }
}

class LineProgress implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #step = '';
  #total: number | null = null;
  #done = 0;
  #startedAtMs = 0;
  #saidAtMs = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  begin(step: string, total: number | null): void {
    this.#step = step;
    this.#total = total;
    this.#done = 0;
    this.#startedAtMs = Date.now();
    this.#saidAtMs = this.#startedAtMs;
  }

  advance(count = 1): void {
    this.#done += count;
    const nowMs = Date.now();
    const silentMs = this.#saidAtMs === this.#startedAtMs ? SHOWN_AFTER_MS : CI_LINE_EVERY_MS;
    if (nowMs - this.#saidAtMs < silentMs) return;
    this.#saidAtMs = nowMs;
    const rate = (this.#done / ((nowMs - this.#startedAtMs) / 1000)).toFixed(1);
    this.#stream.write(`${this.#step}: ${this.#done}${this.#total === null ? '' : `/${this.#total}`} (${rate}/s)\n`);
  }

  end(): void {}
}
