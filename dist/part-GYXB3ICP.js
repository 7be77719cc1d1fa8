import {
  judgeFreshness
} from "./part-2AACQ4TA.js";

// src/core/backtest-walk.ts
function endsWalk(point, end, lastState) {
  if (point.at === lastState) return true;
  return end.kind === "line" ? asksForTraining(point, end.line) : point.at >= end.at;
}
function asksForTraining(point, line) {
  return judgeFreshness(point, { line }).kind === "stale";
}
function pairChanges(anew, inUse, other, { revision }) {
  const [used, written] = [byId(inUse), byId(other)];
  return (anew?.changes ?? []).flatMap(({ id, change }) => {
    const [one, two] = [used.get(id), written.get(id)];
    if (one === void 0 || two === void 0) return [];
    const failed = { inUseFailed: one.failed, freshFailed: two.failed };
    return [{ commit: revision, id, change, inUse: one.similarity, fresh: two.similarity, ...failed }];
  });
}
function byId(scores) {
  return new Map(scores.map((score) => [score.id, score]));
}

export {
  endsWalk,
  asksForTraining,
  pairChanges
};
