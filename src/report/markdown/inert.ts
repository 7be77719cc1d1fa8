// Text from outside as Markdown that does nothing: no markup, mention, link or image in it acts, whatever it holds.

import { visible, visibleCode, writtenOut } from '../visible.ts';

/** Characters kept of a name, a path or a message. */
const NAME_LIMIT = 120;
/** Characters kept of a line of code. */
const CODE_LINE_LIMIT = 300;

/**
 * A code span that fits a table cell. Backticks would end the span and pipes the cell, and renderers differ in how either
 * is escaped, so both are written out as `\u{60}` and `\u{7c}`; Java's names have neither.
 */
export function inlineCode(text: string, limit = NAME_LIMIT): string {
  const inert = clip(visible(text).replace(/[`|]/g, writtenOut), limit);
  return inert.trim() === '' ? '`?`' : `\`${inert}\``;
}

/** Code inside an HTML element such as `<summary>`, where Markdown is not read. */
export function htmlCode(text: string, limit = NAME_LIMIT): string {
  return `<code>${clip(visible(text), limit).replace(/[&<>"'@]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}

/** A fenced block of code that its own lines cannot close. */
export function fenced(lines: readonly string[], language: string): string[] {
  const inert = lines.map((line) => clip(visibleCode(line), CODE_LINE_LIMIT));
  const runs = inert.flatMap((line) => line.match(/`+|~+/g) ?? []);
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [`${fence}${language}`, ...inert, fence];
}

/** A block that is closed until a reader opens it. The summary is HTML already. */
export function folded(summaryHtml: string, lines: readonly string[]): string[] {
  return [`<details><summary>${summaryHtml}</summary>`, '', ...lines, '', '</details>'];
}

/** The text without its middle where it is too long. */
function clip(text: string, limit: number): string {
  const letters = [...text];
  if (letters.length <= limit) return text;
  const end = Math.floor((limit - 1) / 2);
  return `${letters.slice(0, limit - 1 - end).join('')}…${letters.slice(-end).join('')}`;
}
