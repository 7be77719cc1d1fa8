import {
  studentQuantile
} from "./part-QFIKV4ZI.js";

// src/core/gain.ts
var DEFAULT_GAIN_POLICY = { leastGain: 0.02, leastChanges: 100 };
function gainOf(rows, policy) {
  const all = estimateGain(rows);
  return {
    all,
    modified: estimateGain(rows.filter(({ change }) => change !== "added")),
    added: estimateGain(rows.filter(({ change }) => change === "added")),
    statement: stateGain(all, policy)
  };
}
function estimateGain(rows) {
  const differences = rows.map(({ commit, fresh, inUse }) => ({ cluster: commit, value: fresh - inUse }));
  return {
    changes: rows.length,
    commits: new Set(rows.map(({ commit }) => commit)).size,
    inUse: mean(rows.map(({ inUse }) => inUse)),
    fresh: mean(rows.map(({ fresh }) => fresh)),
    gain: mean(differences.map(({ value }) => value)),
    interval: possible(clusteredInterval(differences)),
    helped: differences.filter(({ value }) => value > 0).length,
    hurt: differences.filter(({ value }) => value < 0).length,
    same: differences.filter(({ value }) => value === 0).length,
    inUseFailed: rows.filter(({ inUseFailed }) => inUseFailed).length,
    freshFailed: rows.filter(({ freshFailed }) => freshFailed).length
  };
}
function stateGain({ changes, gain, interval }, policy) {
  if (changes < policy.leastChanges || gain === null) return { kind: "unsure", reason: "too-few-changes" };
  if (interval === null) return { kind: "unsure", reason: "too-few-commits" };
  if (interval.low > 0 && gain >= policy.leastGain) return { kind: "would-help" };
  if (interval.high < policy.leastGain) return { kind: "would-not-help" };
  return { kind: "unsure", reason: "interval-too-wide" };
}
function clusteredInterval(values) {
  const clusters = /* @__PURE__ */ new Map();
  let total = 0;
  for (const { cluster, value } of values) {
    const of = clusters.get(cluster) ?? { sum: 0, count: 0 };
    clusters.set(cluster, { sum: of.sum + value, count: of.count + 1 });
    total += value;
  }
  const { size } = clusters;
  if (size < 2) return null;
  const center = total / values.length;
  let squares = 0;
  let squaredSizes = 0;
  for (const { sum, count } of clusters.values()) {
    squares += ((total - sum) / (values.length - count) - center) ** 2;
    squaredSizes += count ** 2;
  }
  const equalClusters = Math.floor(values.length ** 2 / squaredSizes);
  const margin = studentQuantile(0.975, Math.max(1, equalClusters - 1)) * Math.sqrt((size - 1) / size * squares);
  return { low: center - margin, high: center + margin };
}
function possible(interval) {
  return interval && { low: Math.max(-1, interval.low), high: Math.min(1, interval.high) };
}
function mean(values) {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export {
  DEFAULT_GAIN_POLICY,
  gainOf,
  estimateGain,
  stateGain
};
