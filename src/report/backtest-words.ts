// What a backtest found, in sentences and cells that the surfaces share.

import type { BacktestGain, BacktestOutcome, BacktestPoint, BacktestTraining } from '../core/backtest.ts';
import type { BacktestReport } from '../core/report.ts';
import { freshnessPercent } from './freshness-words.ts';
import { intervalWords, points } from './gain-words.ts';
import { count, grouped, list, NO_VALUE, percent, share } from './words.ts';

const DAYS_A_YEAR = 365.25;

/** Without a full stop: `Never trained again, the model would have gone from 100 % to 84.1 % freshness in 3.0 years`. */
export function backtestHeadline({ points: states, span }: BacktestReport): string {
  const last = states.at(-1)?.freshness ?? null;
  const time = spanOf(span.days);
  if (last === null) return `After ${time} no method is left of which a model could know anything`;
  const same = 'Never trained again, the model would have stayed as fresh as it was';
  if (freshnessWords(last.value) === freshnessWords(1)) return `${same} for ${time}`;
  return `Never trained again, the model would have gone from 100 % to ${freshnessPercent(last)} freshness in ${time}`;
}

/** One sentence a line, in the order of the outcomes. */
export function lineSentences({ outcomes, span }: BacktestReport): string[] {
  return outcomes.flatMap(({ line, trainings, meanFreshness }) => {
    if (line === null) return [];
    const mean = meanFreshness === null ? '' : `, and kept a mean freshness of ${freshnessWords(meanFreshness)}`;
    if (trainings.length === 0) return [`A line of ${percent(line)} would never have asked for training again${mean}.`];
    const times = trainings.length === 1 ? 'once' : count(trainings.length, 'time');
    const often = `${times}, ${aYear(trainings.length, span.days)} a year`;
    return [`A line of ${percent(line)} would have asked ${often}${mean}${broughtWords(trainings)}.`];
  });
}

/** What the trainings brought on the whole. */
function broughtWords(trainings: readonly BacktestTraining[]): string {
  const { gain, changes } = broughtBy(trainings);
  if (gain === null) return '';
  const size = points(Math.abs(gain)).replace('+', '');
  const came = gain < 0 ? `${size} points less close` : `${size} points closer`;
  const [who, whom] =
    trainings.length === 1 ? ['the new model', 'the one that it'] : ['the new models', 'those that they'];
  return `; to the ${count(changes, 'change')} that followed ${who} came ${came} than ${whom} replaced`;
}

/** The mean over all changes after the trainings. */
function broughtBy(trainings: readonly BacktestTraining[]): { gain: number | null; changes: number } {
  const known = trainings.map(({ brought }) => brought);
  const changes = known.reduce((sum, brought) => sum + brought.changes, 0);
  const sum = known.reduce((total, { gain, changes: of }) => total + (gain ?? 0) * of, 0);
  return { gain: changes === 0 ? null : sum / changes, changes };
}

/** What the numbers rest on. `quote` makes a revision fit its surface. */
export function backtestBasis(report: BacktestReport): string[] {
  const { span, every, sample, windowDays, statesBehind } = report;
  const older =
    statesBehind === 0
      ? []
      : [
          `the project is large: the model trained for comparison was up to ${count(statesBehind, 'state')} older than that`,
        ];
  return [
    `${count(span.states, 'state')} after training, ${everyWords(every)}, ${day(span.from)} to ${day(span.until)}`,
    `the model: the embedded one, a verbatim memory of the code that it was trained on, ${scoredWords(sample)}`,
    `means are over time, straight lines from state to state; a training takes effect at once`,
    `gain, left to gain: how much closer a model trained at the state before each change comes than the one in use, in points; at a moment, over the last ${count(windowDays, 'day')} and since its training`,
    `brought: how much closer the new model came than the old one to the changes until the next training, in points`,
    ...older,
  ];
}

function scoredWords(sample: BacktestReport['sample']): string {
  if (sample === null) return 'every method scored';
  return `${count(sample.size, 'method')} drawn by lot (seed ${sample.seed}) and every changed one scored`;
}

function everyWords({ count: number, unit }: BacktestReport['every']): string {
  if (unit === 'merges') return 'every commit on the line of first parents';
  const one = unit.slice(0, -1);
  return `the last of each ${number === 1 ? one : `${number} ${unit}`}`;
}

export const OUTCOME_HEADINGS = ['trainings', 'a year', 'lowest', 'similarity', 'brought', 'left to gain', 'scored'];

/** `never`, or the line. */
export function lineLabel({ line }: BacktestOutcome): string {
  return line === null ? 'never' : percent(line);
}

/** What has room everywhere, by {@link OUTCOME_HEADINGS}. */
export const FEW_OUTCOMES: readonly string[] = ['trainings', 'a year', 'brought', 'left to gain'];

export function outcomeCells(outcome: BacktestOutcome, { span }: BacktestReport): string[] {
  const { trainings, lowestFreshness, meanSimilarity, gain, scored } = outcome;
  return [
    grouped(String(trainings.length)),
    aYear(trainings.length, span.days),
    freshnessWords(lowestFreshness),
    share(meanSimilarity, 3),
    gainCell(broughtBy(trainings)),
    gainCell(gain),
    grouped(String(scored)),
  ];
}

export const TRAINING_HEADINGS = ['day', 'after', 'freshness', 'gain then', 'brought', '95 % interval'];

export function trainingCells({ committedAt, days, freshness, gain, brought }: BacktestTraining): string[] {
  return [
    day(committedAt),
    count(Math.round(days), 'day'),
    freshnessWords(freshness),
    gainCell(gain),
    gainCell(brought),
    intervalWords(brought.interval),
  ];
}

export const POINT_HEADINGS = ['freshness', 'methods', 'scored', 'gain'];

export function pointCells({ freshness, units, scored, gain }: BacktestPoint): string[] {
  return [
    freshness === null ? NO_VALUE : freshnessPercent(freshness),
    grouped(String(units)),
    grouped(String(scored)),
    gainCell(gain),
  ];
}

/** So many of the points, the first and the last among them, as evenly as can be. */
export function thinned<T>(all: readonly T[], few: number): readonly T[] {
  if (all.length <= few) return all;
  const step = (all.length - 1) / (few - 1);
  return Array.from({ length: few }, (_, index) => all[Math.round(index * step)]).filter((item) => item !== undefined);
}

/** `24 of 157 states are shown; --format json has all of them`; nothing where all are. */
export function thinnedWords(shown: number, all: number): string[] {
  return shown < all ? [`${shown} of ${count(all, 'state')} shown; --format json has all of them`] : [];
}

/** `2024-03-01`. */
export function day(moment: string): string {
  return moment.slice(0, 10);
}

export function freshnessWords(value: number | null): string {
  return value === null ? NO_VALUE : freshnessPercent({ value, margin: null });
}

/** `+4.1 (1,020)`: points, and over how many changes. */
function gainCell({ gain, changes }: Pick<BacktestGain, 'gain' | 'changes'>): string {
  return changes === 0 ? NO_VALUE : `${points(gain)} (${grouped(String(changes))})`;
}

function aYear(trainings: number, days: number): string {
  if (trainings === 0) return '0';
  return days === 0 ? NO_VALUE : ((trainings / days) * DAYS_A_YEAR).toFixed(1);
}

function spanOf(days: number): string {
  return days < DAYS_A_YEAR ? count(Math.round(days), 'day') : `${(days / DAYS_A_YEAR).toFixed(1)} years`;
}

/** `lines of 85 % and 90 %`, for the title. */
export function linesWords({ outcomes }: BacktestReport): string[] {
  const lines = outcomes.flatMap(({ line }) => (line === null ? [] : [percent(line)]));
  return lines.length === 0 ? [] : [`${lines.length === 1 ? 'line' : 'lines'} of ${list(lines)}`];
}
