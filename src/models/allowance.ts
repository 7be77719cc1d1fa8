// What a run may still ask of a model: nothing is asked that could go beyond the budget.

import type { MethodId } from '../core/unit.ts';
import { addCosts, type Budget, costOf, type Price } from '../core/usage.ts';

/** What one unit would take at most. */
export interface Need {
  readonly method: MethodId;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** Leave to ask for one unit. */
export interface Grant {
  /** What it took after all; what had been set aside for it is free again. */
  settle(promptTokens: number, completionTokens: number): void;
}

interface Waiting {
  readonly need: Need;
  readonly decide: (grant: Grant | null) => void;
}

/**
 * Serves in the order in which it is asked: what is set aside for answers under way is waited for before a unit is turned
 * down, so that the same answers give the same decisions however many are under way. After the first unit that does not fit
 * every further one is turned down.
 */
export class Allowance {
  readonly #budget: Budget;
  readonly #price: Price | null;
  readonly #methods = new Set<MethodId>();
  readonly #queue: Waiting[] = [];
  #tokens = 0;
  #cost = 0;
  #underWay = 0;
  #isSpent = false;

  constructor(budget: Budget, price: Price | null) {
    this.#budget = budget;
    this.#price = price;
  }

  /** `null` when the budget does not allow it. A unit that was let in once may ask again under its name. */
  admit(need: Need): Promise<Grant | null> {
    return new Promise((decide) => {
      this.#queue.push({ need, decide });
      this.#serve();
    });
  }

  #serve(): void {
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      const { need, decide } = next;
      if (!this.#isSpent && !this.#fits(need)) {
        if (this.#underWay > 0) return; // those may take less than was set aside for them
        this.#isSpent = true;
      }
      this.#queue.shift();
      decide(this.#isSpent ? null : this.#grant(need));
    }
  }

  #fits({ method, promptTokens, completionTokens }: Need): boolean {
    const { methods, tokens, cost } = this.#budget;
    if (methods !== null && !this.#methods.has(method) && this.#methods.size >= methods) return false;
    if (tokens !== null && this.#tokens + promptTokens + completionTokens > tokens) return false;
    return cost === null || addCosts(this.#cost, this.#costOf(promptTokens, completionTokens)) <= cost;
  }

  #grant({ method, promptTokens, completionTokens }: Need): Grant {
    this.#methods.add(method);
    this.#add(promptTokens, completionTokens, 1);
    this.#underWay++;
    let isSettled = false;
    return {
      settle: (prompt, completion) => {
        if (isSettled) return;
        isSettled = true;
        this.#add(promptTokens, completionTokens, -1);
        this.#add(prompt, completion, 1);
        this.#underWay--;
        this.#serve();
      },
    };
  }

  #add(promptTokens: number, completionTokens: number, sign: 1 | -1): void {
    this.#tokens += sign * (promptTokens + completionTokens);
    this.#cost = addCosts(this.#cost, sign * this.#costOf(promptTokens, completionTokens));
  }

  #costOf(promptTokens: number, completionTokens: number): number {
    return this.#price === null ? 0 : costOf(this.#price, promptTokens, completionTokens);
  }
}
