// Several models on the same methods: everything in the report that follows from its rows.

import { contenderIntervals, type FileCluster, pairedIntervals } from './compare-intervals.ts';
import { measuredAnswer, measuredFiles, measuredMethods, pairsOf } from './compare-rows.ts';
import { scoresOf, summarize } from './measure.ts';
import { METHOD_CLASSES, SIZE_BANDS } from './method-class.ts';
import type {
  ComparedFile,
  ComparedMethod,
  CompareReport,
  ContenderFacts,
  ContenderRow,
  GroupScores,
  MethodGroup,
  PairedDifference,
} from './report-compare.ts';
import { REPORT_SCHEMA_VERSION } from './report-parts.ts';
import { compareText } from './text-order.ts';

/** What does not follow from rows. */
export interface ComparisonFacts
  extends Pick<CompareReport, 'protocol' | 'source' | 'sample' | 'shard' | 'baseline' | 'leftOut' | 'notes'> {
  readonly contenders: readonly ContenderFacts[];
}

/** Rows may come in any order: the same rows give the same report. */
export function compareReportOf(
  { contenders, baseline, sample, shard, ...facts }: ComparisonFacts,
  rows: { readonly methods: readonly ComparedMethod[]; readonly files: readonly ComparedFile[] },
): CompareReport {
  const methods = [...rows.methods].sort((a, b) => compareText(a.id, b.id));
  const files = [...rows.files].sort((a, b) => compareText(a.id, b.id));
  const seed = sample === null ? null : sample.seed;
  const clusters = sample === null ? [] : clustersOf(methods, files);
  const against = contenders.findIndex(({ name }) => name === baseline);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'compare',
    ...facts,
    sample,
    ...(shard === undefined ? {} : { shard }),
    baseline,
    contenders: contenders.map((contender, at): ContenderRow => {
      const answers = methods.flatMap(({ answers: all }) => all[at] ?? []);
      return {
        ...contender,
        summary: summarize(measuredFiles(files, at), measuredMethods(methods, at)),
        exact: answers.filter(({ exact }) => exact).length,
        parses: answers.filter(({ parses }) => parses).length,
        unasked: methods.length - answers.length,
        intervals: seed === null ? null : contenderIntervals(clusters, at, seed),
        paired:
          at === against
            ? null
            : {
                ...pairedDifference(methods, at, against),
                intervals: seed === null ? null : pairedIntervals(clusters, at, against, seed),
              },
      };
    }),
    groups: groupsOf(methods, contenders.length),
    files,
    methods,
  };
}

function pairedDifference(
  methods: readonly ComparedMethod[],
  at: number,
  against: number,
): Omit<PairedDifference, 'intervals'> {
  const pairs = pairsOf(methods, at, against);
  const similarities = pairs.map(({ similarity }) => similarity);
  return {
    methods: pairs.length,
    similarity: meanOf(similarities),
    errorRate: meanOf(pairs.map(({ distance }) => distance)),
    won: similarities.filter((difference) => difference > 0).length,
    tied: similarities.filter((difference) => difference === 0).length,
    lost: similarities.filter((difference) => difference < 0).length,
  };
}

function groupsOf(methods: readonly ComparedMethod[], contenders: number): MethodGroup[] {
  const packages = [...new Set(methods.map((method) => method.package))].sort(compareText);
  const groups = (
    by: MethodGroup['by'],
    names: readonly string[],
    nameOf: (method: ComparedMethod) => string,
  ): MethodGroup[] => {
    const members = new Map(names.map((name): [string, ComparedMethod[]] => [name, []]));
    for (const method of methods) members.get(nameOf(method))?.push(method);
    return names.flatMap((name) => {
      const inGroup = members.get(name) ?? [];
      if (inGroup.length === 0) return [];
      const scores = Array.from({ length: contenders }, (_, at) => groupScores(inGroup, at));
      return [{ by, name, methods: inGroup.length, contenders: scores }];
    });
  };
  return [
    ...groups('kind', METHOD_CLASSES, ({ kind }) => kind),
    ...groups('size', SIZE_BANDS, ({ size }) => size),
    ...groups('package', packages, (method) => method.package),
  ];
}

function groupScores(methods: readonly ComparedMethod[], at: number): GroupScores {
  const measured = methods.flatMap((method) => {
    const answer = method.answers[at];
    return answer ? [{ ...measuredAnswer(method, answer), exact: answer.exact }] : [];
  });
  return {
    count: measured.length,
    failed: measured.filter(({ failed }) => failed).length,
    exact: measured.filter(({ exact }) => exact).length,
    ...scoresOf(measured),
  };
}

function clustersOf(methods: readonly ComparedMethod[], files: readonly ComparedFile[]): FileCluster[] {
  const clusters = new Map<string, { methods: ComparedMethod[]; file: ComparedFile | null }>();
  for (const file of files) clusters.set(file.id, { methods: [], file });
  for (const method of methods) {
    const cluster = clusters.get(method.path) ?? { methods: [], file: null };
    clusters.set(method.path, cluster);
    cluster.methods.push(method);
  }
  return [...clusters.entries()].sort(([a], [b]) => compareText(a, b)).map(([, cluster]) => cluster);
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
