// Which lines of the code a model kept, left out and wrote anew.

import { diffArrays } from 'diff';

export interface DiffLine {
  /** `-` stands in the code alone, `+` in what the model wrote alone, a space in both. */
  readonly mark: '-' | '+' | ' ';
  readonly text: string;
}

/** Edits beyond which the lines are shown as all replaced: two texts that far apart have no diff worth reading. */
const EDITS_WORTH_READING = 2_000;

/** Lines of code without their ends, so that a file's CRLF makes no difference. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** The line diff from the code to what the model wrote. */
export function lineDiff(code: string, written: string): DiffLine[] {
  const before = linesOf(code);
  const after = linesOf(written);
  const parts = diffArrays(before, after, { maxEditLength: EDITS_WORTH_READING });
  if (parts === undefined) return [...marked('-', before), ...marked('+', after)];
  return parts.flatMap((part) => marked(part.removed ? '-' : part.added ? '+' : ' ', part.value));
}

/** Whether a diff has anything to show. */
export function differs(lines: readonly DiffLine[]): boolean {
  return lines.some(({ mark }) => mark !== ' ');
}

/**
 * The lines without the indentation that all of them share. A body's opening brace stands at the end of its declaration
 * and so says nothing of the indentation.
 */
export function dedent<Line extends { readonly text: string }>(lines: readonly Line[]): Line[] {
  const telling = lines.filter(({ text }) => text.trim() !== '' && !text.startsWith('{'));
  const shared = telling.length === 0 ? 0 : Math.min(...telling.map(({ text }) => indentOf(text)));
  return lines.map((line) => (line.text.startsWith('{') ? line : { ...line, text: line.text.slice(shared) }));
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function marked(mark: DiffLine['mark'], texts: readonly string[]): DiffLine[] {
  return texts.map((text) => ({ mark, text }));
}
