// The methods of a check as rows that fit the terminal: what is least needed goes first.

import type { CheckRow } from '../../core/report.ts';
import { type Standing, standingLabel, standingOf } from '../standing.ts';
import { visible } from '../visible.ts';
import { failureWords, methodName, NO_VALUE, percent } from '../words.ts';
import {
  BAR_WIDTH,
  bar,
  type Paint,
  padEnd,
  padStart,
  type TerminalOptions,
  truncateMiddle,
  truncatePath,
  widthOf,
} from './layout.ts';

interface Layout {
  readonly bar: boolean;
  readonly before: boolean;
  readonly path: boolean;
}

/** From a wide terminal to a narrow one. */
const LAYOUTS: readonly Layout[] = [
  { bar: true, before: true, path: true },
  { bar: false, before: true, path: true },
  { bar: false, before: false, path: true },
  { bar: false, before: false, path: false },
];

const INDENT = '  ';
const LABEL_WIDTH = 'unfamiliar'.length;
const GAP = '   ';
/** Below this a name or a path says nothing. */
const READABLE = 22;
const LEAST = 8;

/** Red is for a verdict on the model's freshness alone: a change that makes it outdated is normal work. */
const COLORS: Readonly<Record<Standing, 'cyan' | 'blue' | 'yellow' | 'magenta' | 'green'>> = {
  'outdated-by-change': 'cyan',
  outdated: 'cyan',
  'outdated-already': 'cyan',
  'unfamiliar-since': 'yellow',
  unfamiliar: 'yellow',
  'unfamiliar-already': 'yellow',
  new: 'blue',
  ambiguous: 'yellow',
  failed: 'magenta',
  familiar: 'green',
  reproduced: 'green',
};

interface Cells {
  readonly row: CheckRow;
  readonly name: string;
  readonly similarity: string;
  readonly previous: string;
  readonly path: string;
}

/** One line a row, none wider than the terminal. */
export function checkRows(rows: readonly CheckRow[], options: TerminalOptions, paint: Paint): string[] {
  const cells = rows.map(cellsOf);
  const widest = (cell: (cells: Cells) => string) => Math.max(0, ...cells.map((of) => widthOf(cell(of))));
  const widths = {
    name: widest(({ name }) => name),
    path: widest(({ path }) => path),
    similarity: Math.max(
      '100 %'.length,
      widest(({ similarity }) => similarity),
    ),
    previous: widest(({ previous }) => previous),
  };
  const spent = (layout: Layout) =>
    INDENT.length +
    LABEL_WIDTH +
    GAP.length +
    2 +
    (layout.bar ? BAR_WIDTH + 1 : 0) +
    widths.similarity +
    (layout.before && widths.previous > 0 ? GAP.length + widths.previous : 0) +
    (layout.path ? GAP.length : 0);
  const needed = (layout: Layout) =>
    Math.min(widths.name, READABLE) + (layout.path ? Math.min(widths.path, READABLE) : 0);
  const fits = (layout: Layout) => options.width - spent(layout) >= needed(layout);
  const layout = LAYOUTS.find(fits) ?? { bar: false, before: false, path: false };
  const room = Math.max(LEAST, options.width - spent(layout));
  const pathShare = layout.path ? Math.min(widths.path, Math.max(Math.floor(room / 2), room - widths.name)) : 0;
  const nameWidth = Math.min(widths.name, room - pathShare);
  return cells.map((cell) => line(cell, layout, { ...widths, name: nameWidth, path: room - nameWidth }, paint));
}

function cellsOf(row: CheckRow): Cells {
  return {
    row,
    name: visible(methodName(row.id, row.path)),
    similarity: percent(row.similarity),
    previous:
      row.similarityToPrevious === null ? '' : `before ${percent(row.similarityToPrevious).padStart('100 %'.length)}`,
    path: visible(`${row.path}:${row.line}`),
  };
}

function line(
  cells: Cells,
  layout: Layout,
  widths: Record<'name' | 'path' | 'similarity' | 'previous', number>,
  paint: Paint,
): string {
  const { row } = cells;
  const color = paint[COLORS[standingOf(row)]];
  const columns = [
    color(padEnd(standingLabel(row), LABEL_WIDTH)),
    `${padEnd(truncateMiddle(cells.name, widths.name), widths.name)}  ${measure(cells, layout.bar, widths.similarity, color, paint)}`,
    ...(layout.before && widths.previous > 0 ? [paint.dim(padEnd(cells.previous, widths.previous))] : []),
    ...(layout.path ? [paint.dim(truncatePath(cells.path, widths.path))] : []),
  ];
  return (INDENT + columns.join(GAP)).trimEnd();
}

/** The bar and the similarity, or in their place why there is none. */
function measure(
  { row, similarity }: Cells,
  withBar: boolean,
  width: number,
  color: Paint['dim'],
  paint: Paint,
): string {
  const number = padStart(similarity, width);
  if (!withBar) return number;
  if (row.similarity === null) {
    const why = row.failure === null ? NO_VALUE : failureWords(row.failure.reason);
    return paint.dim(padEnd(why, BAR_WIDTH + 1 + width));
  }
  const cells = bar(row.similarity);
  const empty = cells.indexOf('·');
  const painted = empty < 0 ? color(cells) : color(cells.slice(0, empty)) + paint.dim(cells.slice(empty));
  return `${painted} ${number}`;
}
