// What `trl sft` prints while it trains, read as it grows: losses as Python prints a dictionary, and bars between.

import type { TrainingEvent } from '../../ports.ts';

type Step = Extract<TrainingEvent, { kind: 'step' }>;

export interface LogFacts {
  /** Of the whole training. */
  readonly epochs: number;
  /** A loss is told after so many steps; `null` where that is not known. */
  readonly loggingSteps: number | null;
  /** The step that the training goes on from; 0 at its start. */
  readonly from: number;
}

/** `{'loss': '2.31', 'grad_norm': '1.2', 'learning_rate': '2e-05', 'epoch': '0.5'}`, on a line of its own or after a bar. */
const TOLD = /\{'[^{}\n]*\}/g;
const FIELD = /'(\w+)': '?(-?(?:[\d.]+(?:e[+-]?\d+)?|nan|inf))'?/g;
/** The bar of the training has no name before it; the first of that kind is it. */
const BAR = /(?:^|[\r\n])\s*\d+%\|[^|\n\r]*\|\s*(\d+)\/(\d+) \[/;
/** Of a line that goes on, so much is looked at again. */
const LONGEST = 100_000;

export class TrainingLog {
  readonly #facts: LogFacts;
  #unread = '';
  #steps: number | null = null;
  #losses = 0;
  #lastStep: number;
  #epoch: number | null = null;
  #strayLoss: number | null = null;

  constructor(facts: LogFacts) {
    this.#facts = facts;
    this.#lastStep = facts.from;
  }

  /** The epoch that was told last. */
  get epoch(): number | null {
    return this.#epoch;
  }

  /** The step at which the loss was no number; `null` while it always was one. */
  get strayAt(): number | null {
    return this.#strayLoss;
  }

  /** Takes what was printed since; returns what is new in it. */
  read(chunk: string): Step[] {
    const text = this.#unread + chunk;
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    this.#unread = text.slice(Math.max(end, text.length - LONGEST));
    const whole = text.slice(0, end);
    this.#steps ??= stepsIn(whole);
    return [...whole.matchAll(TOLD)].flatMap(([told]) => this.#stepOf(fieldsOf(told)));
  }

  #stepOf(fields: ReadonlyMap<string, number>): Step[] {
    const epoch = fields.get('epoch') ?? null;
    const loss = fields.get('loss') ?? null;
    const validationLoss = fields.get('eval_loss') ?? null;
    if (epoch !== null) this.#epoch = epoch;
    if (loss === null && validationLoss === null) return [];
    const step = loss === null ? this.#stepAt(epoch) : this.#nextStep(epoch);
    this.#lastStep = step;
    if (loss !== null && !Number.isFinite(loss)) {
      this.#strayLoss ??= step;
      return [];
    }
    return [{ kind: 'step', step, steps: this.#steps, epoch, loss, validationLoss: finite(validationLoss) }];
  }

  /** Losses are told at the multiples of their interval; the epoch, of four digits, would not say which. */
  #nextStep(epoch: number | null): number {
    this.#losses += 1;
    const { loggingSteps, from } = this.#facts;
    if (loggingSteps === null) return this.#stepAt(epoch);
    return (Math.floor(from / loggingSteps) + this.#losses) * loggingSteps;
  }

  #stepAt(epoch: number | null): number {
    const share = epoch === null ? 0 : epoch / this.#facts.epochs;
    return Math.max(1, this.#lastStep, this.#steps === null ? 0 : Math.round(share * this.#steps));
  }
}

function stepsIn(text: string): number | null {
  const [, , total] = BAR.exec(text) ?? [];
  return total === undefined || Number(total) === 0 ? null : Number(total);
}

function fieldsOf(told: string): Map<string, number> {
  return new Map([...told.matchAll(FIELD)].map(([, name = '', value = '']) => [name, numberOf(value)]));
}

function numberOf(text: string): number {
  return Number(text.replace('inf', 'Infinity').replace('nan', 'NaN'));
}

function finite(loss: number | null): number | null {
  return loss !== null && Number.isFinite(loss) ? loss : null;
}
