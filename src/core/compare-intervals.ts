// The intervals of a comparison that scored a sample: of each contender's means, and of its distance from the baseline.

import { bootstrapIntervals, type FileRatio } from './bootstrap.ts';
import { measuredFiles, measuredMethods, pairsOf } from './compare-rows.ts';
import type { Interval } from './gain.ts';
import type { MeasuredText } from './measure.ts';
import type { ComparedFile, ComparedMethod, ContenderRow, PairedDifference, ScoreIntervals } from './report-compare.ts';

/** A file with those of its methods that were scored. */
export interface FileCluster {
  readonly methods: readonly ComparedMethod[];
  readonly file: ComparedFile | null;
}

/** Of the means with failures as stubs. */
export function contenderIntervals(
  clusters: readonly FileCluster[],
  at: number,
  seed: number,
): NonNullable<ContenderRow['intervals']> {
  const files = clusters.map(({ file }) => measuredFiles(file === null ? [] : [file], at));
  const methods = clusters.map((cluster) => measuredMethods(cluster.methods, at));
  const intervals = bootstrapIntervals([...scoreRatios(files), ...scoreRatios(methods)], clusters.length, seed);
  return { files: scoreIntervals(intervals.slice(0, 3)), methods: scoreIntervals(intervals.slice(3)) };
}

export function pairedIntervals(
  clusters: readonly FileCluster[],
  at: number,
  against: number,
  seed: number,
): NonNullable<PairedDifference['intervals']> {
  const pairs = clusters.map(({ methods }) => pairsOf(methods, at, against));
  const counts = pairs.map(({ length }) => length);
  const ratio = (take: (pair: (typeof pairs)[number][number]) => number): FileRatio => {
    return { numerators: pairs.map((ofFile) => sumOf(ofFile.map(take))), denominators: counts };
  };
  const ratios = [ratio(({ similarity }) => similarity), ratio(({ distance }) => distance)];
  const [similarity = null, errorRate = null] = bootstrapIntervals(ratios, clusters.length, seed);
  return { similarity, errorRate };
}

/** Error rate, similarity, and what recovery is 1 minus of. */
function scoreRatios(byFile: readonly (readonly MeasuredText[])[]): FileRatio[] {
  const sums = (take: (measured: MeasuredText) => number) => byFile.map((ofFile) => sumOf(ofFile.map(take)));
  const counts = byFile.map(({ length }) => length);
  const distances = sums(({ distance }) => distance);
  return [
    { numerators: distances, denominators: counts },
    { numerators: sums(({ similarity }) => similarity), denominators: counts },
    { numerators: distances, denominators: sums(({ stubDistance }) => stubDistance) },
  ];
}

function scoreIntervals([
  errorRate = null,
  similarity = null,
  lost = null,
]: readonly (Interval | null)[]): ScoreIntervals {
  return { errorRate, similarity, recovery: lost && { low: 1 - lost.high, high: 1 - lost.low } };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
