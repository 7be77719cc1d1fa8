// src/cli/baseline.ts
function baselineScores({ protocol, summary }, revision) {
  const { count, withFailuresAsStubs } = summary.methods;
  return { revision: revision.hash, protocol, methods: count, similarity: withFailuresAsStubs.similarity };
}

export {
  baselineScores
};
