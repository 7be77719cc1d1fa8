// What each retraining line costs and keeps: retrainings against mean freshness.

import { scaleLinear } from 'd3-scale';
import { symbolCircle, symbolSquare } from 'd3-shape';
import { count, firstFew, list } from '../words.ts';
import { baseline, frameOf, type LegendEntry, nothingToShow, type Plot, SAMPLE_WIDTH, ticksBelow } from './axes.ts';
import { type ChartOptions, chartDocument, type Layout, label, stroke, textWidth } from './frame.ts';
import { type Area, placeLabels } from './label-places.ts';
import { linePercent } from './line-words.ts';
import { colored, type MarkStyle, mark, polyline } from './marks.ts';
import { FONT_SIZE } from './palette.ts';

export interface TradeOffRow {
  /** The freshness at which it would have been retrained, as a share; `null`: never. */
  readonly line: number | null;
  readonly retrainings: number;
  /** As a share. */
  readonly meanFreshness: number;
}

/** An SVG document: a point for each line, labelled with it; points that lie on one another share a label. */
export function tradeOffChart(rows: readonly TradeOffRow[], options: ChartOptions = {}): string {
  const known = rows.filter((row) => Number.isFinite(row.retrainings) && Number.isFinite(row.meanFreshness));
  return chartDocument(
    'trade-off',
    {
      title: 'Retrainings and the mean freshness that they keep',
      description: describe(known),
      draw: (layout) => draw(known, layout),
    },
    options,
  );
}

function describe(rows: readonly TradeOffRow[]): string {
  if (rows.length === 0) return 'Nothing was replayed.';
  const told = rows.map(({ line, retrainings, meanFreshness }) => {
    const kept = `${(meanFreshness * 100).toFixed(1)} % of freshness kept on average`;
    return line === null
      ? `${kept} without retraining`
      : `${kept} with ${count(retrainings, 'retraining')} below ${linePercent(line)}`;
  });
  return `${list(told)}.`;
}

const RETRAINED: MarkStyle = { color: '1', dash: null, shape: symbolCircle };
const NEVER: MarkStyle = { color: '2', dash: null, shape: symbolSquare };
const LEGEND: readonly LegendEntry[] = [
  { label: 'retrained below this freshness', sample: sampleOf(RETRAINED) },
  { label: 'never', sample: sampleOf(NEVER) },
];

function sampleOf(style: MarkStyle): LegendEntry['sample'] {
  return (x, y) => drawnMark(style, x + SAMPLE_WIDTH / 2, y);
}

/** Never: a frame, in which a point of the same place is seen. */
function drawnMark(style: MarkStyle, x: number, y: number): string {
  return colored(
    style.color,
    style === NEVER ? mark(style, x, y, { hollow: true, size: 3 * MARK_SIZE }) : mark(style, x, y),
  );
}

const MARK_SIZE = 42;
const HALF_MARK = 7;

function draw(rows: readonly TradeOffRow[], layout: Layout): string {
  const { plot, y, svg } = frameOf(layout, {
    caption: 'Mean freshness kept',
    legend: rows.some(({ line }) => line === null) ? LEGEND : LEGEND.slice(0, 1),
    shares: rows.length === 0 ? [0, 1] : rows.map(({ meanFreshness }) => meanFreshness),
    below: 'Retrainings →',
  });
  if (rows.length === 0) return [svg, baseline(plot), nothingToShow(plot, 'Nothing was replayed')].join('\n');
  const most = Math.max(1, ...rows.map(({ retrainings }) => retrainings));
  const x = scaleLinear([0, most], [plot.left + PADDING, plot.right - PADDING]);
  const points = rows
    .map((row) => ({ ...row, x: x(row.retrainings), y: y(row.meanFreshness) }))
    .sort((a, b) => a.x - b.x || b.y - a.y || Number(a.line !== null) - Number(b.line !== null));
  const ticks = x.ticks(Math.max(2, Math.floor((plot.right - plot.left) / TICK_ROOM))).filter(Number.isInteger);
  return [
    svg,
    colored(
      'muted',
      polyline(
        { dash: '2 3' },
        points.map((point) => [point.x, point.y] as const),
        1,
      ),
    ),
    ...points.map(({ line, ...place }) => {
      return drawnMark(line === null ? NEVER : RETRAINED, place.x, place.y);
    }),
    ...drawnLabels(points, plot),
    ticksBelow(
      plot,
      ticks.map((tick) => ({ x: x(tick), label: String(tick) })),
    ),
  ].join('\n');
}

/** Keeps the first and the last point off the edges. */
const PADDING = 16;
const TICK_ROOM = 60;

interface Labelled {
  readonly line: number | null;
  readonly x: number;
  readonly y: number;
}

function drawnLabels(points: readonly Labelled[], plot: Plot): string[] {
  const groups: Labelled[][] = [];
  for (const point of points) {
    const same = groups.find(([first]) => first && Math.hypot(first.x - point.x, first.y - point.y) < HALF_MARK);
    if (same === undefined) groups.push([point]);
    else same.push(point);
  }
  const wanted = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const text = firstFew(
      group.map(({ line }) => (line === null ? 'never' : linePercent(line))),
      FEW,
    );
    return [{ text, x: first.x, y: first.y, width: textWidth(text), height: FONT_SIZE + 2 }];
  });
  const marks = points.map(
    ({ x, y }): Area => ({ left: x - HALF_MARK, right: x + HALF_MARK, top: y - HALF_MARK, bottom: y + HALF_MARK }),
  );
  const places = placeLabels(wanted, marks, plot);
  return wanted.flatMap(({ text, x, y }, index) => {
    const place = places[index];
    if (place === undefined || place === null) return [];
    const [middle, centre] = [(place.left + place.right) / 2, (place.top + place.bottom) / 2];
    const isFar =
      Math.hypot(Math.max(place.left - x, 0, x - place.right), Math.max(place.top - y, 0, y - place.bottom)) > FAR;
    const leader = isFar ? [colored('muted', stroke([x, y], [middle, centre]))] : [];
    return [...leader, label(text, { x: middle, y: place.bottom - 4, anchor: 'middle' })];
  });
}

const FEW = 4;
/** A label that stands further off is led to its point by a line. */
const FAR = 14;
