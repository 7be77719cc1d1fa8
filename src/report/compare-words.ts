// A comparison in words and cells, the same on every surface.

import type { Interval } from '../core/gain.ts';
import type { CompareReport, ContenderRow, MethodGroup, PairedDifference } from '../core/report.ts';
import { usageSentences } from './asking-words.ts';
import { failureDetails, failureSentence, VERBATIM_MEMORY } from './sentences.ts';
import { visible } from './visible.ts';
import {
  characters,
  count,
  grouped,
  isEmbedded,
  list,
  modelName,
  NO_VALUE,
  percent,
  protocolWords,
  share,
  sourceName,
  trainedAt,
} from './words.ts';

/** How a name from outside is written on a surface. */
export type Quote = (name: string) => string;

const FEW_PACKAGES = 10;
const FEW_DETAILS = 3;

/** `stub` reads better as what it is; anything else goes by its name. */
export function contenderName({ kind, name }: Pick<ContenderRow, 'kind' | 'name'>, quote: Quote): string {
  return kind === 'stub' ? 'every body erased' : quote(name);
}

/** The verdict: who comes closest, by the methods that everybody was asked for together with the baseline. */
export function compareHeadline(report: CompareReport, quote: Quote): string {
  const { contenders, baseline } = report;
  const all = contenders.find(({ kind }) => kind === 'stub')?.summary.methods.count ?? 0;
  if (all === 0) return 'There was no method to write again';
  const standing = contenders.flatMap((contender) => {
    const difference = contender.name === baseline ? 0 : contender.paired?.similarity;
    return contender.kind === 'stub' || difference === null || difference === undefined
      ? []
      : [{ contender, difference }];
  });
  const [first, second] = standing.sort((a, b) => b.difference - a.difference);
  if (first === undefined) return 'No model was asked';
  const { similarity } = first.contender.summary.methods.withFailuresAsStubs;
  const score = `similarity ${share(similarity)} over ${count(first.contender.summary.methods.count, 'method')}`;
  const name = contenderName(first.contender, quote);
  if (second === undefined) return `${name} comes to ${score}`;
  const equals = standing.filter(({ difference }) => difference === first.difference);
  if (equals.length > 1) {
    return `${list(equals.map(({ contender }) => contenderName(contender, quote)))} come equally close: ${score}`;
  }
  const ahead = points(first.difference - second.difference).replace('+', '');
  return `${name} comes closest: ${score}, ${ahead} ahead of ${contenderName(second.contender, quote)}${unsure(first.contender)}`;
}

/** Of a sample: whether its lead on the baseline could be luck of the draw. */
function unsure({ paired }: ContenderRow): string {
  const interval = paired?.intervals?.similarity;
  if (!interval || interval.low > 0 || interval.high < 0) return '';
  return '; the sample is too small to be sure of it';
}

/** What was compared, how, and how much of it. */
export function compareBasis(report: CompareReport, quote: Quote): string[] {
  const { methods, files, sample, shard, protocol, source } = report;
  const size = `${count(methods.length, 'method')} in ${count(files.length, 'file')}`;
  const drawn =
    sample === null
      ? []
      : [
          `a sample: ${grouped(String(methods.length))} of ${count(sample.methods, 'method')}, drawn by lot with seed ${sample.seed}`,
        ];
  const part = shard === undefined ? [] : [`part ${shard.index} of ${shard.count}, for merge-reports`];
  return [`${quote(sourceName(source))}, ${size}`, protocolWords(protocol), ...drawn, ...part];
}

/** Who is who: `old: project memory, trained at 3f2c9ab of 2026-10-12`. */
export function contenderLines({ contenders }: CompareReport, quote: Quote): string[] {
  return contenders.flatMap((contender) => {
    const { model, directory, name } = contender;
    if (directory !== null) return [`${quote(name)}: the tree ${quote(directory)}`];
    if (model === null) return [];
    const known = modelName(model) === name ? '' : `${quote(modelName(model))}, `;
    return [`${quote(name)}: ${known}${trainedAt(model, quote)}`];
  });
}

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

function fileTable({ contenders, files }: CompareReport, quote: Quote): CompareTable {
  return {
    title: `over ${count(files.length, 'file')}, whole, failures as stubs`,
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
          ...group.contenders.map(({ similarity }) => share(similarity, 4)),
        ]),
      },
    ];
  });
}

function largest(groups: readonly MethodGroup[]): MethodGroup[] {
  return [...groups].sort((a, b) => b.methods - a.methods).slice(0, FEW_PACKAGES);
}

function groupName({ by, name }: MethodGroup, quote: Quote): string {
  if (by !== 'package') return name;
  return name === '' ? 'the unnamed package' : quote(name);
}

/** What a reader of the numbers should know: failures, what was not asked for, verbatim memory. */
export function compareRemarks(report: CompareReport, quote: Quote): string[] {
  const { contenders, methods, protocol, source } = report;
  const remarks = contenders.flatMap((contender, at) => {
    const name = contenderName(contender, quote);
    const answers = methods.flatMap(({ answers: all }) => all[at] ?? []);
    const failure = failureSentence(answers);
    const said = failure === null ? [] : [`${name}: ${failure}`];
    if (contender.unasked === 0) return said;
    const missing = count(contender.unasked, 'method');
    return [
      ...said,
      `${name} was not asked for ${missing}: its budget is spent. They are left out of its means and its pairs`,
    ];
  });
  const isMemory = contenders.some(
    ({ model }) =>
      model !== null && isEmbedded(model) && 'revision' in source && model.trainedAt?.revision === source.revision,
  );
  return protocol === 'recreate' && isMemory ? [...remarks, VERBATIM_MEMORY.replace(/\.$/, '')] : remarks;
}

/** What providers said, each once, the first few. */
export function compareDetails({ methods }: CompareReport): string[] {
  return failureDetails(
    methods.flatMap(({ answers }) => answers.flatMap((answer) => answer ?? [])),
    FEW_DETAILS,
  );
}

/** What asking took, model by model. */
export function compareUsage({ contenders }: CompareReport, quote: Quote): string[] {
  return contenders.flatMap((contender) => {
    const [said, ...others] = usageSentences(contender.usage === undefined ? {} : { usage: contender.usage }, quote);
    if (said === undefined) return [];
    const { answeringMs } = contender;
    const time = answeringMs === null ? '' : `; the answers took ${seconds(answeringMs)} in all, one after the other`;
    return [`${contenderName(contender, quote)}: ${said}${time}`, ...others];
  });
}

function seconds(milliseconds: number): string {
  return `${characters(milliseconds / 1_000, 1)} s`;
}

function ofAll(part: number, all: number): string {
  return all === 0 ? grouped(String(part)) : `${grouped(String(part))} (${percent(part / all)})`;
}

function withInterval(value: string, interval: Interval | null): string {
  return interval === null ? value : `${value} (${share(interval.low, 3)} to ${share(interval.high, 3)})`;
}

function points(difference: number): string {
  return `${signed(difference * 100, 1)} points`;
}

function signed(value: number, digits: number): string {
  const text = characters(value, digits);
  return value > 0 && !text.startsWith('<') ? `+${text}` : text;
}

/** For the terminal, where nothing need be quoted. */
export const plainly: Quote = visible;
