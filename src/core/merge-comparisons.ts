// The report of a whole comparison from the reports of its parts.

import { compareReportOf } from './compare.ts';
import { mergedUsage } from './merge-evaluations.ts';
import type { CompareReport, ContenderFacts } from './report.ts';
import { mergedLeftOut, mergedNotes, type ShardRequest } from './run-shards.ts';

export type ComparePart = CompareReport & { readonly shard: ShardRequest };

/** All parts of one comparison, in any order; their contenders are the same in the same order. */
export function mergeComparisons(parts: readonly [ComparePart, ...ComparePart[]]): CompareReport {
  const [{ protocol, source, sample, baseline, contenders }] = parts;
  return compareReportOf(
    {
      protocol,
      source,
      sample,
      baseline,
      contenders: contenders.map(({ name, kind, model, directory }, at): ContenderFacts => {
        const same = parts.flatMap((part) => part.contenders[at] ?? []);
        const usage = mergedUsage(same);
        return {
          name,
          kind,
          model,
          directory,
          ...(usage === null ? {} : { usage }),
          answeringMs: summed(same.map(({ answeringMs }) => answeringMs)),
        };
      }),
      leftOut: mergedLeftOut(parts.map(({ leftOut }) => leftOut)),
      notes: mergedNotes(parts.map(({ notes }) => notes)),
    },
    { methods: parts.flatMap(({ methods }) => methods), files: parts.flatMap(({ files }) => files) },
  );
}

/** Of those that were asked; `null` where none was. */
function summed(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : known.reduce((sum, time) => sum + time, 0);
}
