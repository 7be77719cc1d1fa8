// What the run found, out of the reports of `compare`: means over groups of methods, and differences with their intervals.

import { clusteredInterval } from '../../src/core/gain.ts';
import { stubSimilarityOf } from '../../src/core/measure.ts';
import type { ComparedMethod, CompareReport } from '../../src/core/report-compare.ts';

export interface Group {
  readonly name: string;
  readonly has: (method: ComparedMethod) => boolean;
}

/** Of some methods: the mean, as similarity, and what stood behind it. */
export interface Mean {
  readonly methods: number;
  readonly similarity: number;
  readonly exact: number;
  readonly failed: number;
}

/** Similarity of one contender's answer, a failure as its stub; `null` for a method that it was not asked for. */
export function similarityOf(report: CompareReport, name: string, method: ComparedMethod): number | null {
  const at = report.contenders.findIndex((contender) => contender.name === name);
  if (at === -1) throw new Error(`nothing called ${name} was compared`);
  const answer = method.answers[at] ?? null;
  return answer === null ? null : (answer.similarity ?? stubSimilarityOf(method.length));
}

export function meanOf(report: CompareReport, name: string, { has }: Group): Mean {
  const at = report.contenders.findIndex((contender) => contender.name === name);
  const answered = report.methods.filter((method) => has(method) && (method.answers[at] ?? null) !== null);
  const similarities = answered.map((method) => similarityOf(report, name, method) ?? 0);
  return {
    methods: answered.length,
    similarity: mean(similarities),
    exact: answered.filter(({ answers }) => answers[at]?.exact === true).length,
    failed: answered.filter(({ answers }) => (answers[at]?.failure ?? null) !== null).length,
  };
}

/** A line for each contender, a column for each group, in points of similarity. */
export function table(report: CompareReport, groups: readonly Group[]): string {
  const lines = report.contenders.map(({ name }) => {
    const cells = groups.map((group) => {
      const { methods, similarity, exact, failed } = meanOf(report, name, group);
      return `${points(similarity)} (${exact} of ${methods} exact, ${failed} failed)`;
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [
    `| | ${groups.map(({ name }) => name).join(' | ')} |`,
    `| --- |${groups.map(() => ' --- |').join('')}`,
    ...lines,
  ].join('\n');
}

export interface Difference {
  readonly methods: number;
  readonly mean: number;
  readonly line: string;
}

/** One contender minus another over the same methods; the interval is over files, 95 %. */
export function difference(report: CompareReport, [name, than]: readonly [string, string], group: Group): Difference {
  return summed(paired(report, [name, than], group));
}

interface Paired {
  readonly cluster: string;
  readonly value: number;
}

function paired(report: CompareReport, [name, than]: readonly [string, string], { has }: Group): Paired[] {
  return report.methods.filter(has).flatMap((method) => {
    const [a, b] = [similarityOf(report, name, method), similarityOf(report, than, method)];
    return a === null || b === null ? [] : [{ cluster: method.path, value: a - b }];
  });
}

function summed(values: readonly Paired[]): Difference {
  const interval = clusteredInterval(values);
  const middle = mean(values.map(({ value }) => value));
  const range =
    interval === null
      ? 'no interval'
      : `${signed(Math.max(-1, interval.low))} to ${signed(Math.min(1, interval.high))}`;
  const files = new Set(values.map(({ cluster }) => cluster)).size;
  return {
    methods: values.length,
    mean: middle,
    line: `${signed(middle)} points (${range}) on ${values.length} methods in ${files} files`,
  };
}

function points(similarity: number): string {
  return (similarity * 100).toFixed(1);
}

export function signed(similarity: number): string {
  return `${similarity < 0 ? '−' : '+'}${points(Math.abs(similarity))}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
