// Freshness over time, with the policy's line and the forecast of the day on which it is crossed.

import { area, symbolCircle, symbolDiamond } from 'd3-shape';
import type { Forecast } from '../../core/forecast.ts';
import type { LedgerPoint } from '../../core/ledger-history.ts';
import { forecastWords } from '../drift-words.ts';
import { freshnessPercent } from '../freshness-words.ts';
import { count } from '../words.ts';
import {
  box,
  frameOf,
  type LegendEntry,
  nothingToShow,
  SAMPLE_WIDTH,
  ticksBelow,
  timeScale,
  timeTicks,
} from './axes.ts';
import { type Fan, fanOf } from './forecast-fan.ts';
import { type ChartOptions, chartDocument, type Layout, stroke } from './frame.ts';
import { linePercent } from './line-words.ts';
import {
  colored,
  dayOf,
  type Instant,
  inTime,
  lineEntry,
  type MarkStyle,
  mark,
  markedLine,
  type Place,
  polyline,
  ruleEntry,
} from './marks.ts';

export interface FreshnessChartData {
  /** In the order of the updates, drawn in that of their dates; points without a date are left out. */
  readonly history: readonly LedgerPoint[];
  /** The policy's line, as a share. */
  readonly line: number;
  readonly forecast: Forecast | null;
}

/** An SVG document: the 95 % margin of sampled points is a band, the forecast's interval a fan down to the line. */
export function freshnessChart(data: FreshnessChartData, options: ChartOptions = {}): string {
  const points = inTime(data.history)
    .filter(({ freshness }) => Number.isFinite(freshness))
    .map((point) => ({ ...point, margin: Number.isFinite(point.margin) ? point.margin : null }));
  const description = describe(points, data);
  return chartDocument(
    'freshness',
    { title: 'Freshness over time', description, draw: (layout) => draw(points, data, layout) },
    options,
  );
}

type Point = LedgerPoint & Instant;

function describe(points: readonly Point[], { history, line, forecast }: FreshnessChartData): string {
  const policy = `The policy’s line is ${linePercent(line)}.`;
  const [first, last] = [points[0], latestOf(points, history)];
  if (first === undefined || last === undefined) return `No entry of the ledger has a date yet. ${policy}`;
  const undated = history.length - points.length;
  const told = ({ at, units, freshness, margin }: Point) =>
    `${freshnessPercent({ value: freshness, margin })} of ${count(units, 'method')} on ${dayOf(at)}`;
  return [
    points.length === 1
      ? `One entry of the ledger: ${told(last)}.`
      : `${count(points.length, 'entry', 'entries')} of the ledger, from ${told(first)} to ${told(last)}.`,
    ...(undated === 0 ? [] : [`${count(undated, 'entry', 'entries')} without a date left out.`]),
    policy,
    ...forecastWords(forecast),
  ].join(' ');
}

/** Where the ledger stands. Commit dates may go back, so that this need not be the point on the right. */
function latestOf(points: readonly Point[], history: readonly LedgerPoint[]): Point | undefined {
  const latest = history.findLast(({ revision }) => points.some((point) => point.revision === revision));
  return points.findLast(({ revision }) => revision === latest?.revision);
}

const MEASURED: MarkStyle = { color: '1', dash: null, shape: symbolCircle };
const POLICY = { color: 'line', dash: '10 4' } as const;
const FORECAST: MarkStyle = { color: '2', dash: '2 3', shape: symbolDiamond };
const BAND = 'fill="currentColor" fill-opacity="0.22"';

function draw(points: readonly Point[], { history, line, forecast }: FreshnessChartData, layout: Layout): string {
  const last = latestOf(points, history);
  const fan = last === undefined || forecast === null ? null : fanOf(last, forecast);
  const bounds = points.flatMap(({ freshness, margin }) => [freshness - (margin ?? 0), freshness + (margin ?? 0)]);
  const { plot, y, svg } = frameOf(layout, {
    caption: 'Freshness since training',
    legend: legendOf(points, line, fan),
    shares: [
      line - (1 - line) * BELOW_LINE,
      1,
      ...bounds,
      ...(fan === null ? [] : fan.bounds.flatMap(({ low, high }) => [low, high])),
    ],
  });
  const x = timeScale(plot, [...points.map(({ at }) => at), ...(fan === null ? [] : [fan.until])]);
  const policy = colored(POLICY.color, stroke([plot.left, y(line)], [plot.right, y(line)], { ...POLICY, width: 2 }));
  if (points.length === 0) return [svg, policy, nothingToShow(plot, 'Freshness is not known yet')].join('\n');
  return [
    svg,
    colored(MEASURED.color, ...marginBands(points, x, y)),
    ...(fan === null ? [] : [drawnFan(fan, x, y)]),
    policy,
    markedLine(
      MEASURED,
      points.map(({ at, freshness }): Place => [x(at), y(freshness)]),
    ),
    ticksBelow(plot, timeTicks(x)),
  ].join('\n');
}

/** Room below the policy's line, as a share of that above it: the line is no axis. */
const BELOW_LINE = 0.1;

function legendOf(points: readonly Point[], line: number, fan: Fan | null): LegendEntry[] {
  const band = (color: MarkStyle['color']) => (x: number, at: number) =>
    colored(color, box(x, at - 6, x + SAMPLE_WIDTH, at + 6, BAND));
  return [
    lineEntry('freshness', MEASURED),
    ...(points.some(({ margin }) => margin !== null) ? [{ label: '95 % margin', sample: band(MEASURED.color) }] : []),
    ruleEntry(`policy’s line, ${linePercent(line)}`, POLICY),
    ...(fan === null
      ? []
      : [
          lineEntry(`forecast: ${dayOf(fan.day)}`, FORECAST),
          { label: `${linePercent(fan.level)} interval`, sample: band(FORECAST.color) },
        ]),
  ];
}

type ToY = (share: number) => number;
type ToX = (instant: number) => number;

/** The margins of points in a row as an area; that of one point between others without as a bar with ends. */
function marginBands(points: readonly Point[], x: ToX, y: ToY): string[] {
  const runs: { at: number; low: number; high: number }[][] = [[]];
  for (const { at, freshness, margin } of points) {
    if (margin === null) runs.push([]);
    else runs.at(-1)?.push({ at, low: freshness - margin, high: freshness + margin });
  }
  return runs.flatMap((run) => {
    const [only] = run;
    if (only === undefined) return [];
    return [run.length === 1 ? marginBar(x(only.at), y(only.low), y(only.high)) : bandOf(run, x, y)];
  });
}

function marginBar(x: number, low: number, high: number): string {
  const ends = [low, high].map((y) => stroke([x - 5, y], [x + 5, y], { width: 1.5 }));
  return [stroke([x, low], [x, high], { width: 1.5 }), ...ends].join('');
}

function bandOf(run: readonly { at: number; low: number; high: number }[], x: ToX, y: ToY): string {
  const path = area<(typeof run)[number]>()
    .x(({ at }) => x(at))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
    .digits(2)(run);
  return `<path d="${path ?? ''}" ${BAND}/>`;
}

function drawnFan({ bounds, from, day, line }: Fan, x: ToX, y: ToY): string {
  const way = polyline(FORECAST, [
    [x(from.at), y(from.freshness)],
    [x(day), y(line)],
  ]);
  return colored(FORECAST.color, bandOf(bounds, x, y), way, mark(FORECAST, x(day), y(line)));
}
