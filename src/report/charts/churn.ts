// How much of the code each month changed, as bars.

import { scaleBand } from 'd3-scale';
import type { DriftMonth } from '../../core/drift.ts';
import { changePercent } from '../drift-words.ts';
import { count } from '../words.ts';
import { baseline, box, frameOf, type LegendEntry, nothingToShow, type Plot, type Tick, ticksBelow } from './axes.ts';
import { type ChartOptions, chartDocument, type Layout, stroke, textWidth } from './frame.ts';
import { colored, mark, seriesStyle } from './marks.ts';

/** An SVG document. The month in progress is hollow and dashed; a month that began without lines has no bar. */
export function churnChart(months: readonly DriftMonth[], options: ChartOptions = {}): string {
  return chartDocument(
    'churn',
    { title: 'Lines changed per month', description: describe(months), draw: (layout) => draw(months, layout) },
    options,
  );
}

function describe(months: readonly DriftMonth[]): string {
  const known = months.flatMap((month) => (month.share === null ? [] : [{ ...month, share: month.share }]));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return 'No month yet.';
  const span = first === last ? first.month : `${first.month} to ${last.month}`;
  const progress = last.whole ? '' : ` ${last.month} is in progress.`;
  const [start] = known;
  if (start === undefined)
    return `${count(months.length, 'month')}, ${span}, none of which began with lines.${progress}`;
  const least = known.reduce((a, b) => (b.share < a.share ? b : a), start);
  const most = known.reduce((a, b) => (b.share > a.share ? b : a), start);
  const told = (month: DriftMonth) => `${changePercent(month.share)} of ${count(month.lines, 'line')} (${month.month})`;
  return `${count(months.length, 'month')}, ${span}: at least ${told(least)}, at most ${told(most)}.${progress}`;
}

const FILL = 'fill="currentColor"';
const HOLLOW = 'class="hollow" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2"';
/** A bar narrower or lower than this shows no dashes: a ring stands above it. */
const LEAST_DASHED = 6;
const RING = { ...seriesStyle(0), color: '2' } as const;
/** What is not nothing is to be seen. */
const LEAST_HEIGHT = 1;

function draw(months: readonly DriftMonth[], layout: Layout): string {
  const inProgress = months.some(({ whole }) => !whole);
  const hasEmpty = months.some(({ share }) => share === null);
  const legend: LegendEntry[] = [
    ...(inProgress ? [WHOLE_ENTRY, PROGRESS_ENTRY] : []),
    ...(hasEmpty ? [{ label: 'began without lines', sample: emptySample }] : []),
  ];
  const shares = [0, ...months.map(({ share }) => share ?? 0)];
  const { plot, y, svg } = frameOf(layout, { caption: 'Lines changed per month, of all lines', legend, shares });
  if (months.length === 0) return [svg, baseline(plot), nothingToShow(plot, 'No month yet')].join('\n');
  const band = scaleBand([...months.keys()], [plot.left, plot.right])
    .paddingInner(0.2)
    .paddingOuter(0.1);
  const width = Math.min(band.bandwidth(), MOST_WIDTH);
  const bars = months.flatMap(({ share, whole }, index) => {
    const middle = (band(index) ?? 0) + band.bandwidth() / 2;
    if (share === null) return [emptySample(middle - SAMPLE_HALF, plot.bottom - 4)];
    if (!(share > 0)) return [];
    const top = Math.min(y(share), plot.bottom - LEAST_HEIGHT);
    const [from, to] = [middle - width / 2, middle + width / 2];
    if (whole) return [colored('1', box(from, top, to, plot.bottom, FILL))];
    return [
      width < LEAST_DASHED || plot.bottom - top < LEAST_DASHED
        ? colored('2', box(from, top, to, plot.bottom, FILL), mark(RING, middle, top - 7, { hollow: true }))
        : colored('2', box(from + 1, top, to - 1, plot.bottom, HOLLOW)),
    ];
  });
  const places = months.map(({ month }, index) => ({ month, x: (band(index) ?? 0) + band.bandwidth() / 2 }));
  return [svg, ...bars, ticksBelow(plot, monthTicks(plot, places))].join('\n');
}

const MOST_WIDTH = 60;
const SAMPLE_HALF = 13;

const WHOLE_ENTRY: LegendEntry = {
  label: 'whole month',
  sample: (x, y) => colored('1', box(x + 7, y - 6, x + 19, y + 6, FILL)),
};

const PROGRESS_ENTRY: LegendEntry = {
  label: 'month in progress',
  sample: (x, y) => colored('2', box(x + 7, y - 6, x + 19, y + 6, HOLLOW)),
};

function emptySample(x: number, y: number): string {
  const middle = x + SAMPLE_HALF;
  return colored(
    'muted',
    stroke([middle - 3, y - 3], [middle + 3, y + 3]),
    stroke([middle - 3, y + 3], [middle + 3, y - 3]),
  );
}

/** Every month, or those that begin a quarter, a half year, a year, or several, so that the names have room. */
function monthTicks(plot: Plot, months: readonly { readonly month: string; readonly x: number }[]): Tick[] {
  const room = months.length < 2 ? plot.right : (plot.right - plot.left) / months.length;
  const step = STEPS.find((many) => many * room >= textWidth(many < 12 ? '2026-03' : '2026') + 14) ?? 240;
  const shown = months.filter(({ month }) => step === 1 || monthNumber(month) % step === 0);
  // a few months between two quarters have none that begins one
  return (shown.length === 0 ? months.slice(0, 1) : shown).map(({ month, x }) => ({
    x,
    label: step < 12 || shown.length === 0 ? month : month.slice(0, 4),
  }));
}

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

function monthNumber(month: string): number {
  const [year, number] = month.split('-');
  return Number(year) * 12 + Number(number) - 1;
}
