// Sentences about drift that the surfaces share. Every percentage in them stands next to its sample.

import type { DriftMonth, Survival } from '../core/drift.ts';
import type { Forecast } from '../core/forecast.ts';
import type { HalfLife } from '../core/half-life.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { DriftReport } from '../core/report.ts';
import type { YearlyDrift } from '../core/yearly-drift.ts';
import { isShadow, type Quote } from './model-words.ts';
import { visible } from './visible.ts';
import { count, grouped, list, NO_VALUE, percent, share, shortRevision } from './words.ts';

/** `1,033,952 lines in 7,444 files`. */
export function sizeWords({ size }: DriftReport): string {
  return `${count(size.lines, 'line')} in ${count(size.files, 'file')}`;
}

/** `Sep 2025 … Aug 2026` as `2025-09 to 2026-08`. */
export function spanWords({ months }: DriftReport): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return 'no months';
  return first === last ? first.month : `${first.month} to ${last.month}`;
}

/** A share of change with one decimal where it is small: `2.9 %`, `41 %`; a month of 0.04 % is `< 0.1 %`. */
export function changePercent(value: number | null): string {
  if (value === null) return NO_VALUE;
  if (value === 0) return '0 %';
  if (value < 0.0005) return '< 0.1 %';
  const hundredths = value * 100;
  return hundredths < 9.95 ? `${hundredths.toFixed(1)} %` : `${grouped(hundredths.toFixed(0))} %`;
}

/** How much of the first day's lines or methods stands; `null` for a month before that day. */
export function standingShare(
  { standing }: DriftMonth,
  survival: Survival | null,
  of: 'lines' | 'methods',
): number | null {
  return standing === null || survival === null || survival[of] === 0 ? null : standing[of] / survival[of];
}

/** The headline's figure: the mean month, beside its sample. */
export function meanMonthWords({ months, yearly }: DriftReport): string {
  if (yearly === null) return 'Not one whole month to take a mean of yet.';
  const { months: n, share: yearShare } = yearly;
  const over = months.filter((month) => month.whole && month.share !== null).slice(-n);
  const lines = Math.round(over.reduce((sum, month) => sum + month.lines, 0) / n);
  const sample = `over ${n === 1 ? 'one whole month' : `the last ${n} whole months`} of ${count(lines, 'line')} on average`;
  return `A month changes ${changePercent(yearShare / 12)} of the lines (added and deleted ones, ${sample}).`;
}

export function yearlyWords(yearly: YearlyDrift | null): string[] {
  if (yearly === null) return [];
  const { share: yearShare, interval, months } = yearly;
  const range =
    interval === null
      ? ''
      : `, and between ${changePercent(interval.low)} and ${changePercent(interval.high)} in ${percent(interval.level)} of years if months go on as they did`;
  return [
    `At this pace a year changes as many lines as ${changePercent(yearShare)} of the code${range} (from ${count(months, 'month')}; a line rewritten counts as deleted and as added).`,
  ];
}

/** `Of the 15,430 lines that stood on 2025-07-31, 94 % still do …`. */
export function survivalWords({ survival, months, model }: DriftReport, quote: Quote = visible): string[] {
  const last = months.at(-1);
  if (survival === null) return [];
  const { files, lines, methods } = survival;
  const day = `${shortRevision(survival.revision)} of ${survival.committedAt.slice(0, 10)}`;
  const from =
    survival.origin === 'trained'
      ? `the code that ${trainedName(model, quote)} was trained on (${day})`
      : `the code at the start (${day})`;
  if (last?.standing == null) {
    return [`Nothing has happened yet to ${from}: ${count(lines, 'line')} and ${count(methods, 'method')}.`];
  }
  const standing = [
    `${percent(last.standing.lines / Math.max(1, lines))} of its ${count(lines, 'line')}`,
    `${percent(last.standing.methods / Math.max(1, methods))} of its ${count(methods, 'method')}`,
  ];
  return [
    `Of ${from}, ${count(files, 'file')}, there still stand ${standing.join(' and ')}. Lines without a word are not counted.`,
    ...halfLifeWords(survival),
  ];
}

/** Both were trained at the same revision: what stands of it is told of the model that the shadow stands for. */
function trainedName(model: ModelCard | null, quote: Quote): string {
  if (!isShadow(model)) return 'the model';
  const { of } = model.shadow;
  return of === null ? 'the project’s own model' : quote(of);
}

function halfLifeWords({ linesHalfLife, methodsHalfLife }: Survival): string[] {
  const told = [
    ...(linesHalfLife === null ? [] : [`half of the lines are gone after ${halfLifeSpan(linesHalfLife)}`]),
    ...(methodsHalfLife === null ? [] : [`half of the methods are gone after ${halfLifeSpan(methodsHalfLife)}`]),
  ];
  if (told.length === 0) return [];
  const points = linesHalfLife?.points ?? methodsHalfLife?.points ?? 0;
  const worst = Math.max(linesHalfLife?.misfit ?? 0, methodsHalfLife?.misfit ?? 0) * 100;
  return [
    `At this rate ${list(told)}: an exponential decay fitted to ${count(points, 'month end')}, off by ${share(worst, 1)} points (root mean square).`,
  ];
}

/** `7.7 years`, `14 months`. */
export function halfLifeSpan({ months }: HalfLife): string {
  if (months >= 1_199) return 'a century or more';
  if (months < 24) return `${months < 10 ? months.toFixed(1) : months.toFixed(0)} months`;
  return `${(months / 12).toFixed(1)} years`;
}

export function passedOverWords({ trainedRevisionPassedOver: reason }: DriftReport): string[] {
  switch (reason) {
    case null:
      return [];
    case 'not-in-clone':
      return [
        'The revision that the model was trained at is not in this clone, so the start of the months stands in for it.',
      ];
    case 'later-than-history':
      return [
        'The model was trained after the history looked at here ends, so the start of the months stands in for it.',
      ];
    default:
      return reason satisfies never;
  }
}

export function forecastWords(forecast: Forecast | null, model: ModelCard | null = null): string[] {
  if (forecast === null) return [];
  const sample = `${count(forecast.points, 'entry', 'entries')} of the ledger, ${forecast.from.slice(0, 10)} to ${forecast.to.slice(0, 10)}`;
  const line = `the line of ${share(forecast.line)}`;
  const freshness = isShadow(model) ? 'Freshness (shadow)' : 'Freshness';
  switch (forecast.kind) {
    case 'crossed':
      return [`${freshness} is at ${line} or below it already (${sample}).`];
    case 'not-in-sight':
      return [`${freshness} is not on the way to ${line} within ten years (${sample}).`];
    case 'expected': {
      const { day: expected, earliest, latest, level } = forecast;
      const range =
        latest === null ? `not before ${earliest}, and perhaps not in ten years` : `between ${earliest} and ${latest}`;
      return [
        `${freshness} is forecast to cross ${line} about ${expected}, with ${percent(level)} certainty ${range} (a random walk with drift, from ${sample}).`,
      ];
    }
    default:
      return forecast satisfies never;
  }
}

/** The months that a surface shows, and in words how many it does not. */
export function shownMonths({ months }: DriftReport, few: number): { shown: readonly DriftMonth[]; rest: string[] } {
  const shown = months.slice(-few);
  const hidden = months.length - shown.length;
  return { shown, rest: hidden === 0 ? [] : [`and ${count(hidden, 'earlier month')}; --format json has all of them`] };
}

/** Lines added and deleted in all packages: what a package's share is of. */
export function allChanged({ packages }: DriftReport): number {
  return packages.reduce((sum, { added, deleted }) => sum + added + deleted, 0);
}

/** The unnamed package. */
export function packageName(name: string): string {
  return name === '' ? '(no package)' : name;
}
