// A dry run: any job, with models that count what they would be asked and answer nothing.

import type { ModelEstimate } from '../core/report.ts';
import type { MethodId } from '../core/unit.ts';
import { type Budget, type CallEstimate, costOf, NO_BUDGET, type Price } from '../core/usage.ts';
import type { CodeModel } from '../ports.ts';

export interface Estimating {
  /** Stands in for the model; it is asked nothing. */
  readonly model: CodeModel;
  /** To be taken when the job has run. */
  estimate(): ModelEstimate;
}

/** Takes the place of a model in a job, whose own report says nothing then. */
export function estimating(model: CodeModel): Estimating {
  const count = new EstimateCount(model);
  return {
    model: {
      card: model.card,
      concurrency: 1,
      regenerate: async (stub, { samples, countsAs = stub.target.id, signal }) => {
        signal.throwIfAborted();
        count.add(countsAs, await model.estimate?.(stub, samples));
        return { kind: 'unasked' };
      },
    },
    estimate: () => count.estimate(),
  };
}

class EstimateCount {
  readonly #model: CodeModel;
  readonly #methods = new Set<MethodId>();
  readonly #keys = new Set<string>();
  #price: Price | null = null;
  #budget: Budget = NO_BUDGET;
  readonly #tooLong = new Set<MethodId>();
  #cached = 0;
  #promptTokens = 0;
  #completionTokens = 0;
  /** Methods that ask for something, up to where the budget does not suffice. */
  readonly #asked = new Set<MethodId>();
  /** How many methods had been begun when the budget was spent. */
  #withinBudget: number | null = null;

  constructor(model: CodeModel) {
    this.#model = model;
  }

  add(method: MethodId, estimate: CallEstimate | undefined): void {
    const before = this.#methods.size;
    this.#methods.add(method);
    if (estimate === undefined) return;
    this.#price = estimate.price;
    this.#budget = estimate.budget;
    if (estimate.requests.length === 0) this.#tooLong.add(method);
    const requests = estimate.requests.filter(({ key }) => !this.#keys.has(key));
    for (const { key } of requests) this.#keys.add(key);
    const dear = requests.filter(({ cached }) => !cached);
    this.#cached += requests.length - dear.length;
    for (const { promptTokens, completionTokens } of dear) {
      this.#promptTokens += promptTokens;
      this.#completionTokens += completionTokens;
    }
    if (dear.length > 0) this.#asked.add(method);
    if (!this.#isWithin()) this.#withinBudget ??= this.#methods.size > before ? before : before - 1;
  }

  estimate(): ModelEstimate {
    const isBounded = Object.values(this.#budget).some((bound) => bound !== null);
    return {
      model: this.#model.card,
      methods: this.#methods.size,
      isFree: this.#model.estimate === undefined,
      tooLong: this.#tooLong.size,
      calls: this.#keys.size,
      cached: this.#cached,
      promptTokens: this.#promptTokens,
      completionTokens: this.#completionTokens,
      cost: this.#price === null ? null : { amount: this.#cost(this.#price), currency: this.#price.currency },
      budget: this.#budget,
      withinBudget: isBounded ? (this.#withinBudget ?? this.#methods.size) : null,
    };
  }

  #isWithin(): boolean {
    const { methods, tokens, cost } = this.#budget;
    if (methods !== null && this.#asked.size > methods) return false;
    if (tokens !== null && this.#promptTokens + this.#completionTokens > tokens) return false;
    return cost === null || this.#price === null || this.#cost(this.#price) <= cost;
  }

  #cost(price: Price): number {
    return costOf(price, this.#promptTokens, this.#completionTokens);
  }
}
