// `palimpsest check --show`: one method before and after the change, and what the model wrote in its place.

import type { CheckRow } from '../../core/report.ts';
import { type DiffLine, dedent, differs, lineDiff, linesOf } from '../line-diff.ts';
import { standingPhrase } from '../standing.ts';
import { visible, visibleCode } from '../visible.ts';
import { methodName, percent } from '../words.ts';
import { paints, paragraphs, prose, type TerminalOptions, title, truncatePath } from './layout.ts';

const INDENT = '  ';

/** The text with its final line end. Code keeps its length: a line of it is never cut. */
export function renderShow(row: CheckRow, options: TerminalOptions): string {
  const name = visible(methodName(row.id, row.path));
  const place = truncatePath(visible(`${row.path}:${row.line}`), options.width - INDENT.length);
  const lines = paragraphs(
    title([name, place, row.change], options),
    prose(measured(row), options),
    before(row, options),
    [heading('after', options), ...code(row.texts.after)],
    written(row, options),
  );
  return `${lines.join('\n')}\n`;
}

function measured(row: CheckRow): string {
  const parts = [standingPhrase(row)];
  if (row.similarity !== null) parts.push(`similarity ${percent(row.similarity)}`);
  if (row.similarityToPrevious !== null) parts.push(`to the code before ${percent(row.similarityToPrevious)}`);
  if (row.confidence !== null) parts.push(`the model expected ${percent(row.confidence)}`);
  return parts.join(', ');
}

function before(row: CheckRow, options: TerminalOptions): string[] {
  const previousName = row.previousId === null ? '' : `, as ${visible(methodName(row.previousId))}`;
  if (row.texts.before === null) return [heading('before: there was none', options)];
  if (row.texts.before === row.texts.after) return [heading(`before${previousName}: the same code`, options)];
  return [heading(`before${previousName}`, options), ...code(row.texts.before)];
}

function written(row: CheckRow, options: TerminalOptions): string[] {
  if (row.texts.regenerated === null) {
    return [heading('the model wrote nothing', options), ...prose(visible(row.failure?.detail ?? ''), options)];
  }
  const diff = lineDiff(row.texts.after, row.texts.regenerated);
  if (!differs(diff)) return [heading('the model wrote the code after, line for line', options)];
  return [
    heading('what the model wrote (- the code after, + the model)', options),
    ...dedent(diff).map((line) => marked(line, options)),
  ];
}

function code(text: string): string[] {
  const lines = dedent(linesOf(text).map((line) => ({ text: line })));
  return lines.map((line) => (INDENT + visibleCode(line.text)).trimEnd());
}

function marked({ mark, text }: DiffLine, options: TerminalOptions): string {
  const paint = paints(options);
  const line = `${mark} ${visibleCode(text)}`.trimEnd();
  if (mark === '-') return paint.red(line);
  return mark === '+' ? paint.green(line) : line;
}

function heading(text: string, options: TerminalOptions): string {
  return paints(options).bold(text);
}
