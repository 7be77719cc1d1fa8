// The report of a whole evaluation from the reports of its parts.

import { summarize, summarizeStubs } from './measure.ts';
import type { EvaluateReport, EvaluateShard, FileRow, MethodRow, StubMeasure } from './report.ts';
import { mergedLeftOut, mergedNotes } from './run-shards.ts';
import { compareText } from './text-order.ts';
import { addUsage, type Usage } from './usage.ts';

export type EvaluatePart = EvaluateReport & { readonly shard: EvaluateShard };

/**
 * All parts of one evaluation, in any order; the first one's card and source stand for all. Means are taken from the rows in
 * the order in which an evaluation of everything takes them, so they are the same numbers to the last digit.
 */
export function mergeEvaluations(parts: readonly [EvaluatePart, ...EvaluatePart[]]): EvaluateReport {
  const { shard: _, usage: __, unasked: ___, ...first } = parts[0];
  const files = parts.flatMap(({ files: rows, shard }) => withStubs(rows, shard.stubs.files));
  const methods = parts.flatMap(({ methods: rows, shard }) => withStubs(rows, shard.stubs.methods));
  files.sort((a, b) => compareText(a.row.id, b.row.id));
  methods.sort((a, b) => compareText(a.row.id, b.row.id));
  const measuredFiles = files.map(({ row, stub }) => measured(row, stub));
  const measuredMethods = methods.map(({ row, stub }) => ({
    ...measured(row, stub),
    failed: row.failure !== null,
  }));
  const usage = mergedUsage(parts);
  const unasked = parts.flatMap((part) => part.unasked ?? []).sort(compareText);
  return {
    ...first,
    reproduced: parts.reduce((sum, { reproduced }) => sum + reproduced, 0),
    ...(usage === null ? {} : { usage }),
    ...(unasked.length === 0 ? {} : { unasked }),
    summary: summarize(measuredFiles, measuredMethods),
    stub: summarizeStubs(measuredFiles, measuredMethods),
    files: files.map(({ row }) => row),
    methods: methods.map(({ row }) => row),
    leftOut: mergedLeftOut(parts.map(({ leftOut }) => leftOut)),
    notes: mergedNotes(parts.map(({ notes }) => notes)),
  };
}

/** The sum over those that cost something; `null` where none does. A prompt that two parts have in common counts twice. */
export function mergedUsage(parts: readonly { readonly usage?: Usage }[]): Usage | null {
  const usages = parts.flatMap(({ usage }) => usage ?? []);
  return usages.length === 0 ? null : usages.reduce(addUsage);
}

function withStubs<Row>(rows: readonly Row[], stubs: readonly StubMeasure[]): { row: Row; stub: StubMeasure }[] {
  return rows.map((row, index) => {
    const stub = stubs[index];
    if (stub === undefined) throw new RangeError('a part has rows without stubs');
    return { row, stub };
  });
}

/** A failed method is measured as its stub. */
function measured({ distance, similarity }: FileRow | MethodRow, stub: StubMeasure) {
  return {
    distance: distance ?? stub.distance,
    similarity: similarity ?? stub.similarity,
    stubDistance: stub.distance,
    stubSimilarity: stub.similarity,
  };
}
