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

/** What asking for one stub would take. */
export interface CallEstimate {
  readonly calls: number;
  readonly promptTokens: number;
  /** At most. */
  readonly completionTokens: number;
  /** Whether the cache has it, so that it would cost nothing. */
  readonly cached: boolean;
}
