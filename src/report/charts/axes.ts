// Caption, legend and axes: where a drawing begins and ends, and ticks in round numbers and days of UTC.

import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale';
import { grouped } from '../words.ts';
import { fixed, type Layout, label, stroke, textWidth } from './frame.ts';
import { FONT_SIZE } from './palette.ts';

export interface LegendEntry {
  readonly label: string;
  /** Draws a sample {@link SAMPLE_WIDTH} wide, from its left end at half height. */
  readonly sample: (x: number, y: number) => string;
}

export const SAMPLE_WIDTH = 26;
const ROW_HEIGHT = 18;
const EDGE = 8;
const GAP = 6;

/** The rectangle that values are drawn in. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Frame {
  readonly plot: Plot;
  /** From a share to y. */
  readonly y: ScaleLinear<number, number>;
  /** Caption, legend, and the axis of shares. */
  readonly svg: string;
}

export interface FrameFacts {
  readonly caption: string;
  readonly legend: readonly LegendEntry[];
  /** What the axis of shares has to hold. */
  readonly shares: readonly number[];
  /** Named below the other axis. */
  readonly below?: string;
  /** What the values are: shares, shown in percent (the default), or numbers as they stand. */
  readonly values?: 'shares' | 'numbers';
}

/** Lays out what stands around the values. */
export function frameOf(layout: Layout, { caption, legend, shares, below, values = 'shares' }: FrameFacts): Frame {
  const captionLines = wrapped(caption, layout.width - 2 * EDGE);
  const rows = legendRows(legend, layout.width - 2 * EDGE);
  const head = [
    ...captionLines.map((line, index) => label(line, { x: EDGE, y: ROW_HEIGHT * (index + 1), kind: 'caption' })),
    ...rows.flatMap((row, index) => legendRow(row, ROW_HEIGHT * (captionLines.length + index + 1))),
  ];
  const top = ROW_HEIGHT * (captionLines.length + rows.length) + FONT_SIZE + GAP;
  const bottom = layout.height - ROW_HEIGHT - GAP - (below === undefined ? 0 : ROW_HEIGHT);
  const room = Math.max(2, Math.floor((bottom - top) / (layout.height * SHARE_TICK_ROOM)));
  const axis = valueAxis(shares, room, values === 'shares' ? PERCENT : PLAIN);
  const left = EDGE + Math.max(...axis.ticks.map((tick) => textWidth(axis.format(tick)))) + GAP;
  const plot = { left, right: layout.width - 2 * EDGE, top, bottom };
  const y = scaleLinear(axis.domain, [bottom, top]).clamp(true);
  const ticks = axis.ticks.flatMap((tick) => [
    stroke([plot.left, y(tick)], [plot.right, y(tick)], { grid: true }),
    label(axis.format(tick), { x: plot.left - GAP, y: y(tick) + FONT_SIZE / 3, anchor: 'end', kind: 'tick' }),
  ]);
  const foot =
    below === undefined ? [] : [label(below, { x: plot.right, y: layout.height - GAP, anchor: 'end', kind: 'tick' })];
  return { plot, y, svg: [...head, ...ticks, ...foot].join('\n') };
}

/** What a tick of shares has of the height, about. */
const SHARE_TICK_ROOM = 0.13;

interface Unit {
  readonly factor: number;
  readonly sign: string;
}

const PERCENT: Unit = { factor: 100, sign: ' %' };
const PLAIN: Unit = { factor: 1, sign: '' };

function valueAxis(shares: readonly number[], count: number, { factor, sign }: Unit) {
  const finite = shares.filter(Number.isFinite).map((share) => Math.max(-MOST, Math.min(MOST, share * factor)));
  const [low, high] = finite.length === 0 ? [0, factor] : [Math.min(...finite), Math.max(...finite)];
  // a flat series stands in the middle of an axis that tells a tenth of a point
  const [from, to] = high - low < LEAST_POINTS ? [low - LEAST_POINTS / 2, high + LEAST_POINTS / 2] : [low, high];
  const scale = scaleLinear([low === 0 ? 0 : from, low === 0 ? Math.max(high, LEAST_POINTS) : to], [0, 1]).nice(
    2 * count,
  );
  const ticks = scale.ticks(count);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return {
    domain: scale.domain().map((value) => value / factor),
    ticks: ticks.map((tick) => tick / factor),
    format: (share: number) => `${groupedDecimal((share * factor).toFixed(digits))}${sign}`,
  };
}

const LEAST_POINTS = 0.4;
/** What lies beyond is drawn at the edge: ticks of such an axis have no room for their digits. */
const MOST = 1e6;

function groupedDecimal(number: string): string {
  const [whole = '', decimals] = number.split('.');
  const text = decimals === undefined ? grouped(whole) : `${grouped(whole)}.${decimals}`;
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

/** The horizontal line that values stand on. */
export function baseline({ left, right, bottom }: Plot): string {
  return `<g class="c-muted">${stroke([left, bottom], [right, bottom])}</g>`;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** The labels below the plot; of those that would touch, the later one is left out. */
export function ticksBelow(plot: Plot, ticks: readonly Tick[]): string {
  let free = Number.NEGATIVE_INFINITY;
  const shown: string[] = [baseline(plot)];
  for (const tick of ticks) {
    const half = textWidth(tick.label) / 2;
    // the first and the last label stay within the drawing
    const middle = Math.min(Math.max(tick.x, EDGE / 2 + half), plot.right + 2 * EDGE - EDGE / 2 - half);
    if (middle - half < free) continue;
    free = middle + half + TICK_GAP;
    shown.push(`<g class="c-muted">${stroke([tick.x, plot.bottom], [tick.x, plot.bottom + 4])}</g>`);
    shown.push(label(tick.label, { x: middle, y: plot.bottom + ROW_HEIGHT, anchor: 'middle', kind: 'tick' }));
  }
  return shown.join('\n');
}

const TICK_GAP = 10;
export const DAY_MS = 86_400_000;

/** From an instant (milliseconds since 1970) to x; at least four days long, so that one instant has a place. */
export function timeScale({ left, right }: Plot, instants: readonly number[]): ScaleTime<number, number> {
  const [first, last] = instants.length === 0 ? [0, 0] : [Math.min(...instants), Math.max(...instants)];
  const lacking = Math.max(0, LEAST_DAYS * DAY_MS - (last - first)) / 2;
  return scaleUtc([first - lacking, last + lacking], [left + INSET, right - INSET]);
}

const LEAST_DAYS = 4;
/** Keeps the marks of the first and the last point off the ticks. */
const INSET = 6;

/** Years, months or days of UTC, as many as have room. */
export function timeTicks(scale: ScaleTime<number, number>): Tick[] {
  for (let many = MOST_TICKS; many > 2; many--) {
    const ticks = namedDays(scale, many);
    const hasRoom = ticks.every(({ x, label: name }, index) => {
      const next = ticks[index + 1];
      return next === undefined || next.x - x >= textWidth(name) + TICK_GAP;
    });
    if (hasRoom && ticks.length > 0) return ticks;
  }
  return namedDays(scale, 2);
}

const MOST_TICKS = 10;

function namedDays(scale: ScaleTime<number, number>, many: number): Tick[] {
  const days = scale.ticks(many).filter((date) => date.getTime() % DAY_MS === 0);
  const names = days.map((date) => date.toISOString().slice(0, 10));
  const kept = names.every((name) => name.endsWith('-01-01'))
    ? 4
    : names.every((name) => name.endsWith('-01'))
      ? 7
      : 10;
  return days.map((date, index) => ({ x: scale(date), label: (names[index] ?? '').slice(0, kept) }));
}

function legendRows(entries: readonly LegendEntry[], width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const room = entryWidth(entry);
    if (used + room > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(entry);
    used += room + 2 * GAP;
  }
  return rows;
}

function entryWidth({ label: text }: LegendEntry): number {
  return SAMPLE_WIDTH + GAP + textWidth(text);
}

function legendRow(entries: readonly LegendEntry[], y: number): string[] {
  let x = EDGE;
  return entries.flatMap((entry) => {
    const at = x;
    x += entryWidth(entry) + 2 * GAP;
    return [entry.sample(at, y - FONT_SIZE / 3), label(entry.label, { x: at + SAMPLE_WIDTH + GAP, y })];
  });
}

/** Text broken between words. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || textWidth(longer) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** What stands in a plot that has nothing to show. */
export function nothingToShow(plot: Plot, words: string): string {
  const lines = wrapped(words, plot.right - plot.left);
  const middle = (plot.top + plot.bottom) / 2 - ((lines.length - 1) * ROW_HEIGHT) / 2;
  return lines
    .map((line, index) =>
      label(line, { x: (plot.left + plot.right) / 2, y: middle + index * ROW_HEIGHT, anchor: 'middle' }),
    )
    .join('\n');
}

/** A rectangle, by its corners. */
export function box(left: number, top: number, right: number, bottom: number, paint: string): string {
  return `<rect x="${fixed(left)}" y="${fixed(top)}" width="${fixed(right - left)}" height="${fixed(bottom - top)}" ${paint}/>`;
}
