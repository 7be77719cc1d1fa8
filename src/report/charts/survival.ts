// How much of the first day's code still stands, month by month.

import { symbolCircle, symbolSquare } from 'd3-shape';
import type { Survival } from '../../core/drift.ts';
import type { DriftReport } from '../../core/report.ts';
import { halfLifeSpan, standingShare } from '../drift-words.ts';
import { count, grouped, percent } from '../words.ts';
import { baseline, frameOf, nothingToShow, type Plot, ticksBelow, timeScale, timeTicks } from './axes.ts';
import { type ChartOptions, chartDocument, type Layout, label, stroke } from './frame.ts';
import {
  colored,
  dayOf,
  lineEntry,
  type MarkStyle,
  mark,
  markedLine,
  type Place,
  polyline,
  ruleEntry,
} from './marks.ts';

type SurvivalData = Pick<DriftReport, 'months' | 'survival'>;

/** An SVG document: lines and methods still standing, each with its half-life where there is one. */
export function survivalChart(data: SurvivalData, options: ChartOptions = {}): string {
  const title = 'Code of the first day that still stands';
  return chartDocument(
    'survival',
    { title, description: describe(data), draw: (layout) => draw(data, layout) },
    options,
  );
}

const KINDS = [
  { of: 'lines', style: { color: '1', dash: null, shape: symbolCircle }, noun: 'line' },
  { of: 'methods', style: { color: '2', dash: '7 4', shape: symbolSquare }, noun: 'method' },
] as const satisfies readonly { of: 'lines' | 'methods'; style: MarkStyle; noun: string }[];

function describe({ months, survival }: SurvivalData): string {
  const last = months.findLast(({ standing }) => standing !== null);
  if (survival === null) return 'There was no main source to follow.';
  const start = `${KINDS.map(({ of, noun }) => count(survival[of], noun)).join(' and ')} stood on ${dayOf(Date.parse(survival.committedAt))}`;
  if (last === undefined) return `${start}; nothing has happened since.`;
  const left = KINDS.map(({ of }) => `${percent(standingShare(last, survival, of))} of the ${of}`).join(' and ');
  const end = last.whole ? `at the end of ${last.month}` : `in ${last.month} so far`;
  return [`${start}; ${left} still stand ${end}.`, ...halfLives(survival)].join(' ');
}

function halfLives(survival: Survival): string[] {
  const told = KINDS.flatMap(({ of }) => {
    const halfLife = halfLifeOf(survival, of);
    return halfLife === null ? [] : [`${of} ${halfLifeSpan(halfLife)}`];
  });
  return told.length === 0 ? [] : [`Half-life (fitted): ${told.join(', ')}.`];
}

function halfLifeOf(survival: Survival, of: 'lines' | 'methods') {
  return of === 'lines' ? survival.linesHalfLife : survival.methodsHalfLife;
}

interface StandingPoint {
  readonly at: number;
  readonly share: number;
}

function draw({ months, survival }: SurvivalData, layout: Layout): string {
  const last = months.findLast(({ standing }) => standing !== null);
  const series = KINDS.map((kind) => ({ ...kind, points: pointsOf(months, survival, kind.of) })).filter(
    ({ points }) => points.length > 0,
  );
  const instants = series.flatMap(({ points }) => points.map(({ at }) => at));
  const [start, end] = [Math.min(...instants), Math.max(...instants)];
  const halves = series.flatMap(({ of, style }) => {
    const months = (survival && halfLifeOf(survival, of)?.months) ?? Number.POSITIVE_INFINITY;
    const at = start + months * MONTH_MS;
    return at <= start + (end - start) * MOST_STRETCH ? [{ style, at, months }] : [];
  });
  const { plot, y, svg } = frameOf(layout, {
    caption: 'Still standing of the first day’s code',
    legend: [
      ...series.map(({ of, style }) => {
        const now = last === undefined ? null : standingShare(last, survival, of);
        return lineEntry(`${of}: ${percent(now ?? 1)} of ${grouped(String(survival?.[of] ?? 0))}`, style);
      }),
      ...(halves.length === 0 ? [] : [ruleEntry('fitted decay', { color: 'muted', dash: FITTED })]),
    ],
    shares: [0, 1, ...series.flatMap(({ points }) => points.map(({ share }) => share))],
  });
  if (series.length === 0) return [svg, baseline(plot), nothingToShow(plot, 'No code to follow yet')].join('\n');
  const x = timeScale(plot, [...instants, ...halves.map(({ at }) => at)]);
  const fitted = halves.flatMap(({ at, months, style }) => [
    colored(
      'muted',
      polyline(
        { dash: FITTED },
        decay(start, at, months).map((point) => [x(point.at), y(point.share)]),
        1.5,
      ),
    ),
    halfMark(plot, style, x(at), y(0.5)),
  ]);
  const lines = series.map(({ style, points }) =>
    markedLine(
      style,
      points.map(({ at, share }): Place => [x(at), y(share)]),
    ),
  );
  const told =
    survival === null
      ? []
      : halfLifeLabels(
          plot,
          survival,
          lowEarly(
            series.flatMap(({ points }) => points),
            x,
            plot,
          ),
        );
  return [svg, ...fitted, ...lines, ...told, ticksBelow(plot, timeTicks(x))].join('\n');
}

/** A half-life that lies further on than this, in lengths of the history, would press the history together. */
const MOST_STRETCH = 1.5;
const MONTH_MS = 30.4375 * 86_400_000;
const FITTED = '2 3';

/** All stands on the first day; each month then stands at its end, the month in progress at its middle. */
function pointsOf(months: SurvivalData['months'], survival: Survival | null, of: 'lines' | 'methods'): StandingPoint[] {
  if (survival === null || survival[of] === 0) return [];
  const standing = months.filter((month) => month.standing !== null);
  const committedAt = Date.parse(survival.committedAt);
  const firstMonth = standing[0] === undefined ? Number.NaN : Date.parse(`${standing[0].month}-01`);
  const start = survival.origin === 'start' && Number.isFinite(firstMonth) ? firstMonth : committedAt;
  if (!Number.isFinite(start)) return [];
  const later = standing.flatMap((month) => {
    const from = Date.parse(`${month.month}-01`);
    const at = from + (endOfMonth(from) - from) * (month.whole ? 1 : 0.5);
    const share = standingShare(month, survival, of);
    return Number.isFinite(at) && share !== null ? [{ at: Math.max(start, at), share }] : [];
  });
  return [{ at: start, share: 1 }, ...later];
}

function endOfMonth(start: number): number {
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

function decay(start: number, end: number, halfLifeMonths: number): StandingPoint[] {
  const steps = 40;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = start + ((end - start) * step) / steps;
    return { at, share: 0.5 ** ((at - start) / MONTH_MS / halfLifeMonths) };
  });
}

/** Whether the first half of the picture has no room below the lines. */
function lowEarly(points: readonly StandingPoint[], x: (at: number) => number, plot: Plot): boolean {
  const middle = (plot.left + plot.right) / 2;
  return points.some(({ at, share }) => share < LOW && x(at) < middle);
}

const LOW = 0.45;

/** Below the lines, or above them where they fall fast. */
function halfLifeLabels(plot: Plot, survival: Survival, isLowEarly: boolean): string[] {
  const words = KINDS.flatMap(({ of }) => {
    const halfLife = halfLifeOf(survival, of);
    return halfLife === null ? [] : [`half-life of ${of}: ${halfLifeSpan(halfLife)}`];
  });
  return words.map((text, index) =>
    isLowEarly
      ? label(text, { x: plot.right - 8, y: plot.top + ROW * (index + 1), anchor: 'end' })
      : label(text, { x: plot.left + 8, y: plot.bottom - 8 - ROW * (words.length - 1 - index) }),
  );
}

const ROW = 16;

function halfMark(plot: Plot, style: MarkStyle, x: number, y: number): string {
  const drop = colored('muted', stroke([x, y], [x, plot.bottom], { dash: FITTED }));
  return drop + colored(style.color, mark(style, x, y, { hollow: true, size: 70 }));
}
