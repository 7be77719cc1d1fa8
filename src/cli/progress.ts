// How far a long step is, on standard error: a bar on a terminal, a line now and then in CI, nothing when piped.

import { SingleBar } from 'cli-progress';
import { LineProgress } from '../line-progress.ts';
import type { Progress } from '../ports.ts';

/** A step that is over sooner is not worth showing. */
const SHOWN_AFTER_MS = 1_000;

export function cliProgress(stream: NodeJS.WriteStream, ci: boolean): Progress {
  if (stream.isTTY && !ci) return new BarProgress(stream);
  return ci ? new LineProgress((line) => stream.write(`${line}\n`)) : silentProgress;
}

export const silentProgress: Progress = { begin() {}, advance() {}, end() {} };

class BarProgress implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #bar: SingleBar | null = null;
  #step = '';
  #total: number | null = null;
  #done = 0;
  #startedAtMs = 0;
  #note = '';

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  begin(step: string, total: number | null): void {
    this.end();
    this.#step = step;
    this.#total = total;
    this.#done = 0;
    this.#startedAtMs = Date.now();
    this.#note = '';
  }

  advance(count = 1): void {
    this.#done += count;
    const elapsedMs = Date.now() - this.#startedAtMs;
    if (this.#bar === null) {
      if (this.#total === null || elapsedMs < SHOWN_AFTER_MS) return;
      this.#bar = this.#newBar();
      this.#bar.start(this.#total, this.#done, { step: this.#step, rate: '', note: '' });
    }
    this.#bar.update(this.#done, { rate: (this.#done / (elapsedMs / 1000)).toFixed(1), note: this.#note });
  }

  note(words: string): void {
    this.#note = `  ${words}`;
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = null;
  }

  #newBar(): SingleBar {
    const format = '{step}  {bar}  {value}/{total}  {rate}/s  ETA {eta_formatted}{note}';
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
