// The published measures: error rate and similarity, over files and over methods, and recovery.

import { distance } from './distance.ts';
import type { FileSummary, MethodSummary, Scores, Summary } from './report.ts';
import { EMPTY_BODY } from './stub.ts';

/** One text that was written again, measured against the original and against where it started. */
export interface Measurement {
  readonly distance: number;
  readonly similarity: number;
  /** The distance from the original to the stub, and that stub's similarity. */
  readonly stubDistance: number;
  readonly stubSimilarity: number;
}

/** What scores are made of. */
export type MeasuredText = Pick<Measurement, 'distance' | 'similarity' | 'stubDistance'>;

/** `1 − distance / max(|a|, |b|)`; two empty texts are alike. */
export function similarityOf(distanceUnits: number, lengthA: number, lengthB: number): number {
  const longest = Math.max(lengthA, lengthB);
  return longest === 0 ? 1 : 1 - distanceUnits / longest;
}

/**
 * Measures what was written for an original. `stub` is the original with bodies erased, so it is a subsequence of it and
 * their distance is the number of characters erased.
 */
export function measure(original: string, regenerated: string, stub: string): Measurement {
  const toStub = original.length - stub.length;
  const toRegenerated = regenerated === stub ? toStub : distance(original, regenerated);
  return {
    distance: toRegenerated,
    similarity: similarityOf(toRegenerated, original.length, regenerated.length),
    stubDistance: toStub,
    stubSimilarity: similarityOf(toStub, original.length, stub.length),
  };
}

/** A body with its braces; its stub is `{}`. */
export function measureBody(original: string, regenerated: string): Measurement {
  return measure(original, regenerated, EMPTY_BODY);
}

/** The similarity of a body of a length to its stub. */
export function stubSimilarityOf(bodyLength: number): number {
  return similarityOf(bodyLength - EMPTY_BODY.length, bodyLength, EMPTY_BODY.length);
}

/** The same text, not written: its stub stands where the model's text would. */
export function asStub(measurement: Measurement): Measurement {
  return { ...measurement, distance: measurement.stubDistance, similarity: measurement.stubSimilarity };
}

/** A method's measurement; a failed one is measured as its stub. */
export interface MethodMeasurement extends Measurement {
  readonly failed: boolean;
}

export function summarize(
  files: readonly MeasuredText[],
  methods: readonly (MeasuredText & { readonly failed: boolean })[],
): Summary {
  return { files: summarizeFiles(files), methods: summarizeMethods(methods) };
}

/** Where every model starts: the summary of the same texts as stubs. */
export function summarizeStubs(files: readonly Measurement[], methods: readonly MethodMeasurement[]): Summary {
  return summarize(
    files.map(asStub),
    methods.map((method) => ({ ...asStub(method), failed: false })),
  );
}

function summarizeFiles(files: readonly MeasuredText[]): FileSummary {
  return { count: files.length, ...scoresOf(files) };
}

function summarizeMethods(methods: readonly (MeasuredText & { readonly failed: boolean })[]): MethodSummary {
  const scored = methods.filter((method) => !method.failed);
  return {
    count: methods.length,
    scored: scored.length,
    failed: methods.length - scored.length,
    ...scoresOf(scored),
    withFailuresAsStubs: scoresOf(methods),
  };
}

/** Means of the published measures; `null` of nothing. */
export function scoresOf(measurements: readonly MeasuredText[]): Scores {
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
    recovery: erasedSum === 0 ? null : 1 - distanceSum / erasedSum,
  };
}

/** The summary of what has not been measured: how much there is, and no scores. */
export function unmeasured(files: number, methods: number): Summary {
  const none: Scores = { errorRate: null, similarity: null, recovery: null };
  return {
    files: { count: files, ...none },
    methods: { count: methods, scored: 0, failed: 0, ...none, withFailuresAsStubs: none },
  };
}
