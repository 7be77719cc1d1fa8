// src/core/freshness-policy.ts
var DEFAULT_FRESHNESS_POLICY = { line: 0.95 };
function judgeFreshness({ freshness, units }, { line }) {
  if (units === 0) return { kind: "unknown", reason: "no-units" };
  if (freshness === null) return { kind: "unknown", reason: "knew-nothing" };
  const { value, margin } = freshness;
  if (margin !== null && Math.abs(value - line) < margin) return { kind: "unknown", reason: "sample-too-small" };
  return value >= line ? { kind: "fresh", reason: "at-or-above-line" } : { kind: "stale", reason: "below-line" };
}
var DEFAULT_WARN_WITHIN = 3;
function isNearLine(freshness, { line, warnWithin }) {
  return (freshness - line) * 100 <= warnWithin + ROUNDING_NOISE;
}
var ROUNDING_NOISE = 1e-9;

export {
  DEFAULT_FRESHNESS_POLICY,
  judgeFreshness,
  DEFAULT_WARN_WITHIN,
  isNearLine
};
