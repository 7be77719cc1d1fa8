// Questions and answers by number, with a program that may break every rule of the protocol.

import { outsideLine } from '../../core/outside-text.ts';
import type { Prompt } from '../../core/prompt-format.ts';
import type { FailureReason } from '../../core/regeneration.ts';
import type { CompleteOptions, Completion } from '../text-model.ts';
import { Program, type ProgramPlace } from './program.ts';
import { completionOf, questionLine, readLine, stopsOf } from './protocol.ts';

export interface TalkSettings extends ProgramPlace {
  readonly timeoutMs: number;
}

/** So many questions in a row without any answer in time: the program hangs. */
const PATIENCE = 3;

interface Question {
  readonly stops: readonly string[];
  readonly settle: (completion: Completion) => void;
}

export class CommandTalk {
  readonly #settings: TalkSettings;
  readonly #open = new Map<number, Question>();
  /** Asked and given up: their answers may still come. */
  readonly #late = new Set<number>();
  #program: Program | null = null;
  /** Since the program was started. */
  #hasAnswered = false;
  #unansweredInARow = 0;
  #lastId = 0;
  /** What every further question is answered with. */
  #givenUp: Completion | null = null;

  constructor(settings: TalkSettings) {
    this.#settings = settings;
  }

  /** Rejects with the signal's reason when it is raised; the program is killed then, since it cannot be told to stop. */
  ask(prompt: Prompt, options: CompleteOptions): Promise<Completion> {
    const { signal } = options;
    if (signal.aborted) return Promise.reject(signal.reason);
    if (this.#givenUp !== null) return Promise.resolve(this.#givenUp);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(clock);
        signal.removeEventListener('abort', abort);
        this.#open.delete(id);
      };
      const abort = () => {
        leave();
        this.#late.add(id);
        reject(signal.reason);
        this.#program?.kill();
      };
      const clock = setTimeout(() => this.#timedOut(id), this.#settings.timeoutMs);
      signal.addEventListener('abort', abort, { once: true });
      const settle = (completion: Completion) => {
        leave();
        resolve(completion);
      };
      this.#open.set(id, { stops: stopsOf(prompt), settle });
      this.#started().write(questionLine(id, prompt, options));
    });
  }

  async close(): Promise<void> {
    const program = this.#program;
    this.#givenUp ??= failed('error', 'the program has been closed', true);
    await program?.close();
  }

  #started(): Program {
    if (this.#program !== null) return this.#program;
    this.#hasAnswered = false;
    this.#late.clear();
    const program: Program = new Program(this.#settings, {
      onLine: (line) => this.#read(line),
      onEnd: (why) => {
        if (this.#program === program) this.#ended(why);
      },
    });
    this.#program = program;
    return program;
  }

  #read(line: string): void {
    const answer = readLine(line);
    const question = answer === null ? undefined : this.#open.get(answer.id);
    if (answer !== null && question !== undefined) {
      this.#hasAnswered = true;
      this.#unansweredInARow = 0;
      question.settle(completionOf(answer, question.stops));
    } else if (answer === null || !this.#late.delete(answer.id)) {
      this.#giveUp(this.#strayLine(line, answer?.id ?? null));
    }
  }

  #strayLine(line: string, id: number | null): string {
    if (id === null) {
      return `the program wrote what is no answer (“${outsideLine(line, null, 80)}”): messages belong on standard error`;
    }
    const isKnown = id >= 1 && id <= this.#lastId;
    return isKnown
      ? `the program answered question ${id} twice`
      : `the program answered question ${id}, which nobody had asked`;
  }

  #timedOut(id: number): void {
    const seconds = this.#settings.timeoutMs / 1_000;
    this.#unansweredInARow += 1;
    this.#late.add(id);
    if (this.#unansweredInARow < PATIENCE) {
      this.#open.get(id)?.settle(failed('timed-out', `no answer within ${seconds} s`, false));
    } else {
      this.#giveUp(`${PATIENCE} prompts in a row had no answer within ${seconds} s each`, 'timed-out');
    }
  }

  /** A program that has answered before may have stumbled over one prompt: the next one starts it again. */
  #ended(why: string): void {
    this.#program = null;
    if (!this.#hasAnswered) this.#giveUp(why);
    else this.#settleAll(failed('error', why, false));
  }

  #giveUp(detail: string, reason: FailureReason = 'error'): void {
    this.#givenUp ??= failed(reason, detail, true);
    this.#program?.kill();
    this.#settleAll(this.#givenUp);
  }

  #settleAll(completion: Completion): void {
    for (const { settle } of [...this.#open.values()]) settle(completion);
  }
}

function failed(reason: FailureReason, detail: string, fatal: boolean): Completion {
  return { kind: 'failed', reason, detail, fatal };
}
