// Lines with marks, told apart by colour, dash and shape, on a plot and in its legend.

import {
  line,
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { type LegendEntry, SAMPLE_WIDTH } from './axes.ts';
import { dashed, fixed, stroke } from './frame.ts';
import { type Color, SERIES_COLORS } from './palette.ts';

export interface MarkStyle {
  readonly color: Color;
  /** As of `stroke-dasharray`; `null` for a whole line. */
  readonly dash: string | null;
  readonly shape: SymbolType;
}

const DASHES = [null, '7 4', '2 3', '10 3 2 3', '5 2'] as const;
const SHAPES = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolStar,
  symbolWye,
  symbolCross(),
] as const;

/** Colours, dashes and shapes in turn: 210 series are told apart. */
export function seriesStyle(index: number): MarkStyle {
  return {
    color: SERIES_COLORS[index % SERIES_COLORS.length] ?? '1',
    dash: DASHES[index % DASHES.length] ?? null,
    shape: SHAPES[index % SHAPES.length] ?? symbolCircle,
  };
}

/** A cross that lies on its points; the upright one looks like a tick. */
function symbolCross(): SymbolType {
  return {
    draw(context, size) {
      const half = Math.sqrt(size) / 1.6;
      context.moveTo(-half, -half);
      context.lineTo(half, half);
      context.moveTo(-half, half);
      context.lineTo(half, -half);
    },
  };
}

const MARK_SIZE = 42;

export function mark(style: MarkStyle, x: number, y: number, { hollow = false, size = MARK_SIZE } = {}): string {
  const path = symbol(style.shape, size).digits(2)() ?? '';
  const fill = hollow ? 'class="hollow"' : 'fill="currentColor"';
  return `<path transform="translate(${fixed(x)} ${fixed(y)})" d="${path}" ${fill} stroke="currentColor" stroke-width="1.5"/>`;
}

/** A point of the drawing; `null` for a gap in the line. */
export type Place = readonly [x: number, y: number] | null;

export function polyline(style: Pick<MarkStyle, 'dash'>, places: readonly Place[], width = 2): string {
  const path = line<Place>()
    .defined((place) => place !== null)
    .x((place) => place?.[0] ?? 0)
    .y((place) => place?.[1] ?? 0)
    .digits(2)(places);
  if (path === null) return '';
  return `<path d="${path}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linejoin="round"${dashed(style.dash)}/>`;
}

/** Units between two marks of a line. */
const MARK_ROOM = 14;

/** A line with marks at its points; where they are close, at some of them. The last point always has one. */
export function markedLine(style: MarkStyle, places: readonly Place[]): string {
  let previous = Number.NEGATIVE_INFINITY;
  const last = places.findLast((place) => place !== null) ?? null;
  const marks = places.flatMap((place, index) => {
    if (place === null) return [];
    const isAlone = (places[index - 1] ?? null) === null && (places[index + 1] ?? null) === null;
    const hasRoom = place[0] - previous >= MARK_ROOM && (last === null || last[0] - place[0] >= MARK_ROOM);
    if (!(hasRoom || isAlone || place === last)) return [];
    previous = place[0];
    return [mark(style, ...place)];
  });
  return colored(style.color, polyline(style, places), ...marks);
}

export function colored(color: Color, ...parts: readonly string[]): string {
  const drawn = parts.filter((part) => part !== '');
  return drawn.length === 0 ? '' : `<g class="c-${color}">${drawn.join('')}</g>`;
}

export function lineEntry(label: string, style: MarkStyle): LegendEntry {
  const sample: LegendEntry['sample'] = (x, y) =>
    colored(
      style.color,
      polyline(style, [
        [x, y],
        [x + SAMPLE_WIDTH, y],
      ]),
      mark(style, x + SAMPLE_WIDTH / 2, y),
    );
  return { label, sample };
}

/** A line without marks. */
export function ruleEntry(label: string, { color, dash }: Pick<MarkStyle, 'color' | 'dash'>): LegendEntry {
  return { label, sample: (x, y) => colored(color, stroke([x, y], [x + SAMPLE_WIDTH, y], { dash, width: 2 })) };
}

export interface Instant {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What has a date, in the order of the dates; those of one instant keep theirs. */
export function inTime<T extends { readonly committedAt: string | null }>(points: readonly T[]): (T & Instant)[] {
  return points
    .map((point) => ({ ...point, at: point.committedAt === null ? Number.NaN : Date.parse(point.committedAt) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
}

/** `2026-03-01`. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
