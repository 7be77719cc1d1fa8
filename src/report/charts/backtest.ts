// Freshness over time as it would have been under each retraining line.

import { count } from '../words.ts';
import { baseline, frameOf, nothingToShow, ticksBelow, timeScale, timeTicks } from './axes.ts';
import { type ChartOptions, chartDocument, type Layout } from './frame.ts';
import { linePercent } from './line-words.ts';
import { dayOf, inTime, lineEntry, markedLine, type Place, seriesStyle } from './marks.ts';

export interface BacktestSeries {
  /** The freshness at which it would have been retrained, as a share; `null`: never. */
  readonly line: number | null;
  /** Points without a date are left out; where freshness is `null` the line has a gap. */
  readonly points: readonly { readonly committedAt: string | null; readonly freshness: number | null }[];
}

/** An SVG document: a line for each retraining line, told apart by colour, dash and mark. */
export function backtestChart(series: readonly BacktestSeries[], options: ChartOptions = {}): string {
  const dated = series.map(({ line, points }, index) => ({
    name: line === null ? 'never retrained' : `retrained below ${linePercent(line)}`,
    short: line === null ? 'never' : linePercent(line),
    style: seriesStyle(index),
    points: inTime(points).map(({ at, freshness }) => ({ at, freshness: finite(freshness) })),
  }));
  return chartDocument(
    'backtest',
    {
      title: 'Freshness under each retraining line',
      description: dated.length === 0 ? 'Nothing was replayed.' : dated.map(describe).join(' '),
      draw: (layout) => draw(dated, layout),
    },
    options,
  );
}

interface Dated {
  readonly name: string;
  /** In the legend. */
  readonly short: string;
  readonly style: ReturnType<typeof seriesStyle>;
  readonly points: readonly { readonly at: number; readonly freshness: number | null }[];
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function describe({ name, points }: Dated): string {
  const known = points.flatMap(({ at, freshness }) => (freshness === null ? [] : [{ at, freshness }]));
  const [first, last] = [known[0], known.at(-1)];
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (first === undefined || last === undefined) return `${title}: freshness is not known.`;
  const values = known.map(({ freshness }) => freshness);
  const span = first.at === last.at ? dayOf(first.at) : `${dayOf(first.at)} to ${dayOf(last.at)}`;
  const range = `between ${tenths(Math.min(...values))} and ${tenths(Math.max(...values))}`;
  return `${title}: ${range} at ${count(known.length, 'point')}, ${span}; ${tenths(last.freshness)} at the end.`;
}

function tenths(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function draw(series: readonly Dated[], layout: Layout): string {
  const points = series.flatMap((one) => one.points);
  const values = points.flatMap(({ freshness }) => (freshness === null ? [] : [freshness]));
  const { plot, y, svg } = frameOf(layout, {
    caption: 'Freshness, if retrained below …',
    legend: series.map(({ short, style }) => lineEntry(short, style)),
    shares: values.length === 0 ? [0, 1] : values,
  });
  if (values.length === 0) return [svg, baseline(plot), nothingToShow(plot, 'Freshness is not known yet')].join('\n');
  const x = timeScale(
    plot,
    points.map(({ at }) => at),
  );
  const lines = series.map((one) =>
    markedLine(
      one.style,
      one.points.map(({ at, freshness }): Place => (freshness === null ? null : [x(at), y(freshness)])),
    ),
  );
  return [svg, ...lines, ticksBelow(plot, timeTicks(x))].join('\n');
}
