import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  composeModels
} from "./part-5YJMR3U6.js";
import {
  NO_BUDGET,
  costOf
} from "./part-3MRB6MT7.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/jobs/estimate.ts
function estimating(model) {
  const count = new EstimateCount(model);
  return {
    model: {
      card: model.card,
      concurrency: 1,
      regenerate: async (stub, { samples, countsAs = stub.target.id, signal }) => {
        signal.throwIfAborted();
        count.add(countsAs, await model.estimate?.(stub, samples));
        return { kind: "unasked" };
      }
    },
    estimate: () => count.estimate()
  };
}
var EstimateCount = class {
  #model;
  #methods = /* @__PURE__ */ new Set();
  #keys = /* @__PURE__ */ new Set();
  #price = null;
  #budget = NO_BUDGET;
  #tooLong = /* @__PURE__ */ new Set();
  #cached = 0;
  #promptTokens = 0;
  #completionTokens = 0;
  /** Methods that ask for something, up to where the budget does not suffice. */
  #asked = /* @__PURE__ */ new Set();
  /** How many methods had been begun when the budget was spent. */
  #withinBudget = null;
  constructor(model) {
    this.#model = model;
  }
  add(method, estimate) {
    const before = this.#methods.size;
    this.#methods.add(method);
    if (estimate === void 0) return;
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
  estimate() {
    const isBounded = Object.values(this.#budget).some((bound2) => bound2 !== null);
    return {
      model: this.#model.card,
      methods: this.#methods.size,
      isFree: this.#model.estimate === void 0,
      tooLong: this.#tooLong.size,
      calls: this.#keys.size,
      cached: this.#cached,
      promptTokens: this.#promptTokens,
      completionTokens: this.#completionTokens,
      cost: this.#price === null ? null : { amount: this.#cost(this.#price), currency: this.#price.currency },
      budget: this.#budget,
      withinBudget: isBounded ? this.#withinBudget ?? this.#methods.size : null
    };
  }
  #isWithin() {
    const { methods, tokens, cost } = this.#budget;
    if (methods !== null && this.#asked.size > methods) return false;
    if (tokens !== null && this.#promptTokens + this.#completionTokens > tokens) return false;
    return cost === null || this.#price === null || this.#cost(this.#price) <= cost;
  }
  #cost(price) {
    return costOf(price, this.#promptTokens, this.#completionTokens);
  }
};

// src/cli/asking.ts
function modelsFrom(options, { environment, atEnd }, { areSeveral = false } = {}) {
  const settings = {
    modelsFile: options.models ?? null,
    baseUrl: options.baseUrl ?? null,
    useCache: options.cache ?? true,
    budget: budgetFrom(options),
    areSeveral
  };
  const models = composeModels(settings, environment, (warning) => {
    process.stderr.write(`palimpsest: ${environment.secrets.mask(warning)}
`);
  });
  atEnd(() => models.close());
  return models;
}
function isCached({ usage }, { cache }) {
  return usage !== void 0 && cache !== false;
}
function budgetFrom({ maxMethods, maxTokens, maxCost }) {
  return {
    methods: bound("--max-methods", maxMethods, /^\d+$/, "a whole number of methods"),
    tokens: bound("--max-tokens", maxTokens, /^\d+$/, "a whole number of tokens, of prompts and answers together"),
    cost: bound("--max-cost", maxCost, /^\d+(\.\d+)?$/, "an amount of money in the currency of the model’s price")
  };
}
function bound(flag, text, form, what) {
  if (text === void 0) return null;
  if (form.test(text) && Number.isFinite(Number(text))) return Number(text);
  throw new ExpectedFailure("bad-setting", `${flag} does not take ${JSON.stringify(text)}`, `It is ${what}.`);
}
var DryRun = class {
  isOn;
  #counted = [];
  constructor({ dryRun }) {
    this.isOn = dryRun === true;
  }
  insteadOf(model) {
    if (!this.isOn) return model;
    const counted = estimating(model);
    this.#counted.push(counted);
    return counted.model;
  }
  report(command) {
    const models = this.#counted.map((counted) => counted.estimate());
    return { schemaVersion: REPORT_SCHEMA_VERSION, kind: "estimate", command, models };
  }
};

export {
  modelsFrom,
  isCached,
  DryRun
};
