// What answers cost: tokens, money, and how many of them came from the cache.

export interface Usage {
  /** Requests that a server answered, and answers that the cache had. */
  readonly calls: number;
  readonly cacheHits: number;
  /** Of all answers, cached ones too, as the server counted them; `null` where it did not say. */
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** By the model's price, of the answers that were not cached; `null` where no price is known. */
  readonly cost: Money | null;
  /** Names that the server answered under, where they are not the one that was asked for; sorted. */
  readonly answeredAs: readonly string[];
}

export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly currency: string;
}

/** What a run may use at most; `null` for no bound. */
export interface Budget {
  readonly methods: number | null;
  readonly tokens: number | null;
  /** In the currency of the model's price. */
  readonly cost: number | null;
}

/** One request, before it is made. */
export interface RequestEstimate {
  /** Same key, same request: a run makes it once. */
  readonly key: string;
  readonly promptTokens: number;
  /** At most. */
  readonly completionTokens: number;
  /** Whether the cache has the answer, so that it would cost nothing. */
  readonly cached: boolean;
}

/** What asking for one stub would take: a request a sample, or none where the prompt does not fit the window. */
export interface CallEstimate {
  readonly requests: readonly RequestEstimate[];
  /** `null` where no price is known. */
  readonly price: Price | null;
  readonly budget: Budget;
}

export const NO_BUDGET: Budget = { methods: null, tokens: null, cost: null };

const TOKENS_OF_A_PRICE = 1_000_000;

/** What so many tokens cost. */
export function costOf(price: Price, promptTokens: number, completionTokens: number): number {
  return rounded((price.input * promptTokens + price.output * completionTokens) / TOKENS_OF_A_PRICE);
}

/** The sum of two costs, whichever way round the parts are added. */
export function addCosts(a: number, b: number): number {
  return rounded(a + b);
}

/** To a billionth: a price in thousandths per million tokens has no finer parts, and floating point would add some. */
function rounded(amount: number): number {
  return Math.round(amount * 1e9) / 1e9;
}

/** What several answerers took together, in any order. Different currencies, or a cost that is not known, have no sum. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    calls: a.calls + b.calls,
    cacheHits: a.cacheHits + b.cacheHits,
    promptTokens: a.promptTokens === null || b.promptTokens === null ? null : a.promptTokens + b.promptTokens,
    completionTokens:
      a.completionTokens === null || b.completionTokens === null ? null : a.completionTokens + b.completionTokens,
    cost:
      a.cost === null || b.cost === null || a.cost.currency !== b.cost.currency
        ? null
        : { amount: addCosts(a.cost.amount, b.cost.amount), currency: a.cost.currency },
    answeredAs: [...new Set([...a.answeredAs, ...b.answeredAs])].sort(),
  };
}
