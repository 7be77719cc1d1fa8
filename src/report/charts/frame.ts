// What all charts share: the SVG document around them, drawn for wide and for narrow places, and text that does nothing.

import { visible } from '../visible.ts';
import { FONT_SIZE, ROOT_CLASS, STYLE_SHEET } from './palette.ts';

export interface ChartOptions {
  /**
   * What the ids in the SVG begin with; a page that holds the same chart twice gives each its own. Letters, digits, `-` and
   * `_`; by default the name of the chart.
   */
  readonly idPrefix?: string;
}

/** The size of a drawing, in its own units. */
export interface Layout {
  readonly width: number;
  readonly height: number;
}

/** Of one shape, so that one view box fits both: the narrow one is drawn at twice the scale. */
const WIDE: Layout = { width: 720, height: 420 };
const NARROW: Layout = { width: WIDE.width / 2, height: WIDE.height / 2 };

export interface ChartDocument {
  /** What it shows, in a few words. */
  readonly title: string;
  /** What it says, for those who do not see it. */
  readonly description: string;
  readonly draw: (layout: Layout) => string;
}

/**
 * A whole SVG file that can stand in an HTML page as well. It has no script and loads nothing. Where the viewport is narrow it
 * shows a drawing with fewer ticks and larger text.
 */
export function chartDocument(
  name: string,
  { title, description, draw }: ChartDocument,
  options: ChartOptions,
): string {
  const id = escaped(options.idPrefix ?? name);
  const [titleId, descId] = [`${id}-title`, `${id}-desc`];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${ROOT_CLASS}" viewBox="0 0 ${WIDE.width} ${WIDE.height}" width="${WIDE.width}" height="${WIDE.height}" role="img" aria-labelledby="${titleId} ${descId}">`,
    `<title id="${titleId}">${escaped(title)}</title>`,
    `<desc id="${descId}">${escaped(description)}</desc>`,
    `<style>${STYLE_SHEET}</style>`,
    `<rect class="paper" width="${WIDE.width}" height="${WIDE.height}"/>`,
    `<g class="wide">`,
    draw(WIDE),
    '</g>',
    // hidden where no style sheet is read
    `<g class="narrow" display="none" transform="scale(2)">`,
    draw(NARROW),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text as XML that is nothing but text, in an element or in quotes; what XML cannot hold is written out. */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => SPECIAL.get(character) ?? character);
}

/** A coordinate, to a hundredth. */
export function fixed(number: number): string {
  return String(Number(number.toFixed(2)));
}

/** Units that a text takes at most in the usual fonts; nobody can measure it here. */
export function textWidth(text: string): number {
  return [...text].length * FONT_SIZE * WIDTH_PER_LETTER;
}

const WIDTH_PER_LETTER = 0.6;

export interface TextPlace {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly kind?: 'caption' | 'tick';
}

export function label(text: string, { x, y, anchor = 'start', kind }: TextPlace): string {
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${fixed(x)}" y="${fixed(y)}"${anchored}${kind === undefined ? '' : ` class="${kind}"`}>${escaped(text)}</text>`;
}

/** A straight line, in the current colour unless it is one of the grid. */
export function stroke(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  { dash = null, width = 1, grid = false }: { dash?: string | null; width?: number; grid?: boolean } = {},
): string {
  const paint = grid ? 'class="grid"' : 'stroke="currentColor"';
  return `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}" ${paint} stroke-width="${width}"${dashed(dash)}/>`;
}

export function dashed(dash: string | null): string {
  return dash === null ? '' : ` stroke-dasharray="${dash}"`;
}
