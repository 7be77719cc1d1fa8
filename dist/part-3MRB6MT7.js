// src/core/usage.ts
var NO_BUDGET = { methods: null, tokens: null, cost: null };
var TOKENS_OF_A_PRICE = 1e6;
function costOf(price, promptTokens, completionTokens) {
  return rounded((price.input * promptTokens + price.output * completionTokens) / TOKENS_OF_A_PRICE);
}
function addCosts(a, b) {
  return rounded(a + b);
}
function rounded(amount) {
  return Math.round(amount * 1e9) / 1e9;
}
function addUsage(a, b) {
  return {
    calls: a.calls + b.calls,
    cacheHits: a.cacheHits + b.cacheHits,
    promptTokens: a.promptTokens === null || b.promptTokens === null ? null : a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens === null || b.completionTokens === null ? null : a.completionTokens + b.completionTokens,
    cost: a.cost === null || b.cost === null || a.cost.currency !== b.cost.currency ? null : { amount: addCosts(a.cost.amount, b.cost.amount), currency: a.cost.currency },
    answeredAs: [.../* @__PURE__ */ new Set([...a.answeredAs, ...b.answeredAs])].sort()
  };
}

export {
  NO_BUDGET,
  costOf,
  addCosts,
  addUsage
};
