// The tables of a comparison, the same on every surface: scores, paired differences, and what the means are made of.

import type { Interval } from '../core/gain.ts';
import type { CompareReport, GroupScores, MethodGroup, PairedDifference } from '../core/report.ts';
import { contenderName, points, type Quote, signed } from './compare-words.ts';
import { characters, count, grouped, NO_VALUE, percent, share } from './words.ts';

const FEW_PACKAGES = 10;

export interface CompareTable {
  /** What the rows are means over, or what they are about. */
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function scoreTables(report: CompareReport, quote: Quote): CompareTable[] {
  return [methodTable(report, quote), fileTable(report, quote), pairTable(report, quote)];
}

function methodTable({ contenders, methods }: CompareReport, quote: Quote): CompareTable {
  return {
    title: `over ${count(methods.length, 'method')}`,
    headings: ['similarity', 'error rate', 'recovery', 'exact', 'parses', 'scored', 'failed'],
    rows: contenders.flatMap((contender) => {
      const { summary, intervals, exact, parses } = contender;
      const { count: asked, scored, failed, withFailuresAsStubs: deciding } = summary.methods;
      const name = contenderName(contender, quote);
      const counts = [ofAll(exact, asked), ofAll(parses, asked), grouped(String(scored)), grouped(String(failed))];
      const similarity = withInterval(share(deciding.similarity, 4), intervals?.methods.similarity ?? null);
      const decisive = [similarity, characters(deciding.errorRate, 1), share(deciding.recovery, 4)];
      if (failed === 0) return [[name, ...decisive, ...counts]];
      const { similarity: scoredSimilarity, errorRate, recovery } = summary.methods;
      return [
        [`${name}, failures as stubs`, ...decisive, ...counts],
        [
          `  the ${grouped(String(scored))} scored alone`,
          share(scoredSimilarity, 4),
          characters(errorRate, 1),
          share(recovery, 4),
        ],
      ];
    }),
  };
}

function fileTable({ contenders, files, sample }: CompareReport, quote: Quote): CompareTable {
  const what = sample === null ? 'whole' : 'the drawn bodies alone erased';
  return {
    title: `over ${count(files.length, 'file')}, ${what}, failures as stubs`,
    headings: ['similarity', 'error rate', 'recovery'],
    rows: contenders.map((contender) => {
      const { similarity, errorRate, recovery } = contender.summary.files;
      return [
        contenderName(contender, quote),
        withInterval(share(similarity, 4), contender.intervals?.files.similarity ?? null),
        characters(errorRate, 1),
        share(recovery, 4),
      ];
    }),
  };
}

function pairTable({ contenders, baseline }: CompareReport, quote: Quote): CompareTable {
  const against = contenders.find(({ name }) => name === baseline);
  return {
    title: `against ${against === undefined ? quote(baseline) : contenderName(against, quote)}, method by method`,
    headings: ['methods', 'similarity', 'error rate', 'won', 'tied', 'lost'],
    rows: contenders.flatMap((contender) =>
      contender.paired === null ? [] : [[contenderName(contender, quote), ...pairCells(contender.paired)]],
    ),
  };
}

function pairCells({ methods, similarity, errorRate, won, tied, lost, intervals }: PairedDifference): string[] {
  const interval = intervals?.similarity ?? null;
  const difference = similarity === null ? NO_VALUE : points(similarity);
  return [
    grouped(String(methods)),
    interval === null
      ? difference
      : `${difference} (${signed(interval.low * 100, 1)} to ${signed(interval.high * 100, 1)})`,
    errorRate === null ? NO_VALUE : signed(errorRate, 1),
    ...[won, tied, lost].map((number) => grouped(String(number))),
  ];
}

/** Similarity by kind, by size, and by package, so that a mean that short methods carry is seen for what it is. */
export function groupTables({ contenders, groups }: CompareReport, quote: Quote): CompareTable[] {
  const names = contenders.map((contender) => contenderName(contender, quote));
  return (['kind', 'size', 'package'] as const).flatMap((by) => {
    const all = groups.filter((group) => group.by === by);
    const shown = by === 'package' ? largest(all) : all;
    if (shown.length === 0) return [];
    const rest = shown.length < all.length ? `, the ${shown.length} largest of ${all.length}` : '';
    return [
      {
        title: `similarity of methods by ${by}${rest}`,
        headings: ['methods', ...names],
        rows: shown.map((group) => [
          groupName(group, quote),
          grouped(String(group.methods)),
          ...group.contenders.map((scores) => groupCell(scores, group.methods)),
        ]),
      },
    ];
  });
}

/** With its own sample where the budget left methods out. */
function groupCell({ similarity, count: asked }: GroupScores, methods: number): string {
  return asked === methods || asked === 0
    ? share(similarity, 4)
    : `${share(similarity, 4)} (of ${grouped(String(asked))})`;
}

function largest(groups: readonly MethodGroup[]): MethodGroup[] {
  return [...groups].sort((a, b) => b.methods - a.methods).slice(0, FEW_PACKAGES);
}

function groupName({ by, name }: MethodGroup, quote: Quote): string {
  if (by !== 'package') return name;
  return name === '' ? 'the unnamed package' : quote(name);
}

function ofAll(part: number, all: number): string {
  return all === 0 ? grouped(String(part)) : `${grouped(String(part))} (${percent(part / all)})`;
}

function withInterval(value: string, interval: Interval | null): string {
  return interval === null ? value : `${value} (${share(interval.low, 3)} to ${share(interval.high, 3)})`;
}
