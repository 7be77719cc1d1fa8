// Whether the shadow's gain foretells what training the real model again gave: both over the same changed methods.

import { bootstrapIntervals } from '../../src/core/bootstrap.ts';
import { clusteredInterval } from '../../src/core/gain.ts';
import { estimatePaired, type PairedRow } from '../../src/core/paired-models.ts';
import type { PromoteReport } from '../../src/core/report-promote.ts';
import { signed } from './figures.ts';

/** Some lines for people. `isCounted`: of the changed methods, those that were small enough to be learned. */
export function gains(shadow: PromoteReport, real: PromoteReport, isCounted: (id: string) => boolean): string {
  const changedIn = ({ methods }: PromoteReport) => methods.filter(({ change }) => change !== 'unchanged');
  const unchangedIn = ({ methods }: PromoteReport) => methods.filter(({ change }) => change === 'unchanged');
  const counted = (report: PromoteReport) => changedIn(report).filter(({ id }) => isCounted(id));
  const rows = counted(real);
  return [
    `changed methods, all: ${line('the shadow', changedIn(shadow))}`,
    `changed methods, all: ${line('the real model', changedIn(real))}`,
    `changed methods of the sample: ${line('the shadow', counted(shadow))}`,
    `changed methods of the sample: ${line('the real model', rows)}`,
    `unchanged methods: ${line('the shadow', unchangedIn(shadow))}`,
    `unchanged methods: ${line('the real model', unchangedIn(real))}`,
    `what the model of 8.0 still has of the later one's similarity: ${kept('the shadow', counted(shadow))}`,
    `what the model of 8.0 still has of the later one's similarity: ${kept('the real model', rows)}`,
    `real gain minus the shadow's, by method: ${beyond(counted(shadow), rows)}`,
    `correlation of the two gains over methods: ${correlation(counted(shadow), rows).toFixed(2)}`,
    `decisions: shadow ${shadow.decision.kind} (${shadow.decision.reasons.join(', ')}), real ${real.decision.kind} (${real.decision.reasons.join(', ')})`,
  ].join('\n');
}

function line(what: string, rows: readonly PairedRow[]): string {
  const { units, files, champion, challenger, difference, interval } = estimatePaired(rows);
  const [before, after, gain] = [champion, challenger, difference].map((value) => value ?? Number.NaN);
  const range = interval === null ? 'no interval' : `${signed(interval.low)} to ${signed(interval.high)}`;
  return `${what} of 8.0 ${points(before)}, of 8.5 ${points(after)}, gain ${signed(gain ?? Number.NaN)} (${range}) on ${units} methods in ${files} files`;
}

/** The two models' sums over the methods; the interval is a bootstrap over files. */
function kept(what: string, rows: readonly PairedRow[]): string {
  const files = [...new Set(rows.map(({ path }) => path))];
  const sums = (of: (row: PairedRow) => number) =>
    files.map((file) => rows.reduce((sum, row) => sum + (row.path === file ? of(row) : 0), 0));
  const ratio = { numerators: sums(({ champion }) => champion), denominators: sums(({ challenger }) => challenger) };
  const [interval = null] = bootstrapIntervals([ratio], files.length, 1);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const range = interval === null ? 'no interval' : `${points(interval.low)} to ${points(interval.high)}`;
  return `${what} ${points(total(ratio.numerators) / total(ratio.denominators))} % (${range})`;
}

function beyond(shadow: readonly PairedRow[], real: readonly PairedRow[]): string {
  const values = pairs(shadow, real).map(({ path, ofShadow, ofReal }) => ({ cluster: path, value: ofReal - ofShadow }));
  const interval = clusteredInterval(values);
  const mean = values.reduce((sum, { value }) => sum + value, 0) / values.length;
  return `${signed(mean)} (${interval === null ? 'no interval' : `${signed(interval.low)} to ${signed(interval.high)}`})`;
}

/** Pearson's; `NaN` where one of them does not vary. */
function correlation(shadow: readonly PairedRow[], real: readonly PairedRow[]): number {
  const values = pairs(shadow, real);
  const mean = (of: (pair: (typeof values)[number]) => number) =>
    values.reduce((sum, pair) => sum + of(pair), 0) / values.length;
  const [x, y] = [mean(({ ofShadow }) => ofShadow), mean(({ ofReal }) => ofReal)];
  const [xx, yy] = [mean((pair) => (pair.ofShadow - x) ** 2), mean((pair) => (pair.ofReal - y) ** 2)];
  return mean((pair) => (pair.ofShadow - x) * (pair.ofReal - y)) / Math.sqrt(xx * yy);
}

function pairs(shadow: readonly PairedRow[], real: readonly PairedRow[]) {
  const gainOf = ({ champion, challenger }: PairedRow) => challenger - champion;
  const byId = new Map(shadow.map((row) => [row.id, gainOf(row)]));
  return real.flatMap((row) => {
    const ofShadow = byId.get(row.id);
    return ofShadow === undefined ? [] : [{ path: row.path, ofShadow, ofReal: gainOf(row) }];
  });
}

function points(similarity: number | undefined): string {
  return similarity === undefined ? '–' : (similarity * 100).toFixed(1);
}
