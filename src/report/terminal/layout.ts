// Fitting text into the columns of a terminal.

import stringWidth from 'fast-string-width';
import pc from 'picocolors';

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

export type Paint = ReturnType<typeof pc.createColors>;

export function paints({ color }: TerminalOptions): Paint {
  return pc.createColors(color);
}

const ELLIPSIS = '…';
const BAR_CELLS = 10;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Columns that a text takes; wide characters take two, combining marks none. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** The text, its middle given up for `…` where it is too wide. */
export function truncateMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(ELLIPSIS);
  if (room <= 0) return ELLIPSIS.slice(0, Math.max(0, width));
  // Names tell themselves apart at the end as well as at the start: the parameters are there.
  const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
  const start = take(letters, Math.ceil(room / 2));
  const end = take(letters.toReversed(), room - widthOf(start.join('')));
  return start.join('') + ELLIPSIS + end.toReversed().join('');
}

/** A path with its middle folders given up first: `src/…/Invoice.java:88`. */
export function truncatePath(path: string, width: number): string {
  if (widthOf(path) <= width) return path;
  const folders = path.split('/');
  for (let kept = folders.length - 2; kept >= 1; kept--) {
    const shorter = [...folders.slice(0, 1), ELLIPSIS, ...folders.slice(-kept)].join('/');
    if (widthOf(shorter) <= width) return shorter;
  }
  const file = [ELLIPSIS, ...folders.slice(-1)].join('/');
  return widthOf(file) <= width ? file : truncateMiddle(folders.at(-1) ?? path, width);
}

/** Ten cells or as many as asked for, filled to the eighth: `████▏·····`. What is not all never fills it, what is not nothing never leaves it empty. */
export function bar(share: number, cells = BAR_CELLS): string {
  const all = cells * 8;
  const exact = Math.min(1, Math.max(0, share)) * all;
  const eighths = exact === 0 || exact === all ? exact : Math.min(all - 1, Math.max(1, Math.round(exact)));
  const filled = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
  return filled.padEnd(cells, '·');
}

export const BAR_WIDTH = BAR_CELLS;

/** Prose broken between words, every line indented. */
export function prose(text: string, { width }: TerminalOptions, indent = '  '): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(`${indent}${line} ${word}`) > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}

/** The headline: its parts on one line, or one below the other where they do not fit. */
export function title(parts: readonly string[], options: TerminalOptions): string[] {
  const gap = '   ';
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + gap + part) <= options.width) lines[lines.length - 1] = last + gap + part;
    else lines.push(truncateMiddle(last === undefined ? part : `  ${part}`, options.width));
  }
  return lines.map((line, index) => (index === 0 ? paints(options).bold(line) : line));
}

/** Blocks of lines with an empty line between; empty blocks leave no gap. */
export function paragraphs(...blocks: readonly (readonly string[])[]): string[] {
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Rows as columns: the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[], indent: string): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) =>
    (indent + row.map((cell, at) => (at === 0 ? padEnd : padStart)(cell, widths[at] ?? 0)).join('  ')).trimEnd(),
  );
}

/** As many leading letters as fit. */
function take(letters: readonly string[], width: number): string[] {
  let used = 0;
  const taken: string[] = [];
  for (const letter of letters) {
    used += widthOf(letter);
    if (used > width) break;
    taken.push(letter);
  }
  return taken;
}
