import {
  distance
} from "./part-4BS5H6Y3.js";
import {
  EMPTY_BODY
} from "./part-Z56BS6C5.js";

// src/core/measure.ts
function similarityOf(distanceUnits, lengthA, lengthB) {
  const longest = Math.max(lengthA, lengthB);
  return longest === 0 ? 1 : 1 - distanceUnits / longest;
}
function measure(original, regenerated, stub) {
  const toStub = original.length - stub.length;
  const toRegenerated = regenerated === stub ? toStub : distance(original, regenerated);
  return {
    distance: toRegenerated,
    similarity: similarityOf(toRegenerated, original.length, regenerated.length),
    stubDistance: toStub,
    stubSimilarity: similarityOf(toStub, original.length, stub.length)
  };
}
function measureBody(original, regenerated) {
  return measure(original, regenerated, EMPTY_BODY);
}
function stubSimilarityOf(bodyLength) {
  return similarityOf(bodyLength - EMPTY_BODY.length, bodyLength, EMPTY_BODY.length);
}
function asStub(measurement) {
  return { ...measurement, distance: measurement.stubDistance, similarity: measurement.stubSimilarity };
}
function summarize(files, methods) {
  return { files: summarizeFiles(files), methods: summarizeMethods(methods) };
}
function summarizeStubs(files, methods) {
  return summarize(
    files.map(asStub),
    methods.map((method) => ({ ...asStub(method), failed: false }))
  );
}
function summarizeFiles(files) {
  return { count: files.length, ...scoresOf(files) };
}
function summarizeMethods(methods) {
  const scored = methods.filter((method) => !method.failed);
  return {
    count: methods.length,
    scored: scored.length,
    failed: methods.length - scored.length,
    ...scoresOf(scored),
    withFailuresAsStubs: scoresOf(methods)
  };
}
function scoresOf(measurements) {
  if (measurements.length === 0) return { errorRate: null, similarity: null, recovery: null };
  let distanceSum = 0;
  let similaritySum = 0;
  let erasedSum = 0;
  for (const measurement of measurements) {
    distanceSum += measurement.distance;
    similaritySum += measurement.similarity;
    erasedSum += measurement.stubDistance;
  }
  return {
    errorRate: distanceSum / measurements.length,
    similarity: similaritySum / measurements.length,
    recovery: erasedSum === 0 ? null : 1 - distanceSum / erasedSum
  };
}
function unmeasured(files, methods) {
  const none = { errorRate: null, similarity: null, recovery: null };
  return {
    files: { count: files, ...none },
    methods: { count: methods, scored: 0, failed: 0, ...none, withFailuresAsStubs: none }
  };
}

export {
  measure,
  measureBody,
  stubSimilarityOf,
  asStub,
  summarize,
  summarizeStubs,
  scoresOf,
  unmeasured
};
