// src/core/model-card.ts
function asShadow(card, of) {
  return { ...card, shadow: { of } };
}
function withBaseline(card, scores, measuredAt) {
  const { revision, protocol, methods, similarity } = scores;
  if (protocol !== "in-place" || similarity === null || revision !== card.trainedAt?.revision) return null;
  return { ...card, baseline: { methods, similarity, measuredAt: measuredAt.toISOString() } };
}

export {
  asShadow,
  withBaseline
};
