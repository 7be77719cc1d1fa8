// How the loss of a training went, of the data that is learned and of the data that validates.

import { scaleLinear } from 'd3-scale';
import type { LossPoint } from '../../core/loss-curve.ts';
import { lossWords } from '../specialize-words.ts';
import { count, grouped } from '../words.ts';
import { baseline, frameOf, nothingToShow, type Plot, ticksBelow } from './axes.ts';
import { type ChartOptions, chartDocument, type Layout, textWidth } from './frame.ts';
import { colored, lineEntry, markedLine, type Place, polyline, ruleEntry, seriesStyle } from './marks.ts';

const TRAINED = seriesStyle(0);
const VALIDATED = seriesStyle(1);

/** An SVG document; what was not told at a step has no point there. */
export function lossChart(points: readonly LossPoint[], options: ChartOptions = {}): string {
  const shown = points.filter((point) => isTold(point.loss) || isTold(point.validationLoss));
  return chartDocument(
    'loss',
    { title: 'Loss of the training', description: describe(shown), draw: (layout) => draw(shown, layout) },
    options,
  );
}

function isTold(loss: number | null): loss is number {
  return loss !== null && Number.isFinite(loss);
}

function describe(points: readonly LossPoint[]): string {
  const told = (what: string, values: readonly number[]) => {
    const [first] = values;
    const last = values.at(-1);
    if (first === undefined || last === undefined) return [];
    return [`${what} from ${lossWords(first)} to ${lossWords(last)}`];
  };
  const last = points.at(-1);
  if (last === undefined) return 'No loss was told.';
  const trained = told(
    'of what is learned',
    points.flatMap(({ loss }) => (isTold(loss) ? [loss] : [])),
  );
  const validated = told(
    'of what validates',
    points.flatMap(({ validationLoss }) => (isTold(validationLoss) ? [validationLoss] : [])),
  );
  return `Loss over ${count(last.step, 'step')}: ${[...trained, ...validated].join('; ')}.`;
}

function draw(points: readonly LossPoint[], layout: Layout): string {
  const hasValidation = points.some(({ validationLoss }) => isTold(validationLoss));
  const values = points.flatMap(({ loss, validationLoss }) => [loss, validationLoss].filter(isTold));
  const { plot, y, svg } = frameOf(layout, {
    caption: 'Loss',
    legend: hasValidation ? [ruleEntry('of what is learned', TRAINED), lineEntry('of what validates', VALIDATED)] : [],
    shares: [0, ...values],
    values: 'numbers',
    below: 'Steps →',
  });
  if (points.length === 0) return [svg, baseline(plot), nothingToShow(plot, 'No loss was told')].join('\n');
  const x = stepScale(points, plot);
  const placesOf = (value: (point: LossPoint) => number | null): Place[] =>
    points.flatMap((point) => {
      const told = value(point);
      return isTold(told) ? [[x(point.step), y(told)] as const] : [];
    });
  const trained = placesOf(({ loss }) => loss);
  // many points are a line, few have marks as well
  const drawn =
    trained.length > MARKED ? colored(TRAINED.color, polyline(TRAINED, trained)) : markedLine(TRAINED, trained);
  const room = Math.max(2, Math.floor((plot.right - plot.left) / (textWidth('10,000') + 20)));
  const ticks = x.ticks(room).filter(Number.isInteger);
  return [
    svg,
    drawn,
    markedLine(
      VALIDATED,
      placesOf(({ validationLoss }) => validationLoss),
    ),
    ticksBelow(
      plot,
      ticks.map((step) => ({ x: x(step), label: grouped(String(step)) })),
    ),
  ].join('\n');
}

const MARKED = 40;
const INSET = 6;

function stepScale(points: readonly LossPoint[], { left, right }: Plot) {
  const last = Math.max(2, points.at(-1)?.step ?? 1);
  return scaleLinear([0, last], [left + INSET, right - INSET]);
}
