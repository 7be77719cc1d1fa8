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
  const inert = clip(noCommand(visible(ends(text, limit))).replace(/[`|]/g, writtenOut), limit);
  return inert.trim() === '' ? '`?`' : `\`${inert}\``;
}

/** Code inside an HTML element such as `<summary>`, where Markdown is not read. */
export function htmlCode(text: string, limit = NAME_LIMIT): string {
  return `<code>${clip(noCommand(visible(ends(text, limit))), limit).replace(/[&<>"'@]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}

/** A fenced block of code that its own lines cannot close. */
export function fenced(lines: readonly string[], language: string, limit = CODE_LINE_LIMIT): string[] {
  const inert = lines.map((line) => clip(noCommand(visibleCode(ends(line, limit))), limit));
  const runs = inert.flatMap((line) => line.match(/`+|~+/g) ?? []);
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [`${fence}${language}`, ...inert, fence];
}

/** A block that is closed until a reader opens it. The summary is HTML already. */
export function folded(summaryHtml: string, lines: readonly string[]): string[] {
  return [`<details><summary>${summaryHtml}</summary>`, '', ...lines, '', '</details>'];
}

/**
 * A runner of GitHub Actions takes `::name::` at the start of a printed line, and `##[name]` anywhere in it, for a command:
 * a character of either is written out, so that no log acts on a report.
 */
function noCommand(text: string): string {
  return text.replace(/^(\s*:):(?=[^:]*::)/, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[');
}

/** The text without what {@link clip} would take out of it in any case: a megabyte is not looked at character by character. */
function ends(text: string, limit: number): string {
  return text.length > 8 * limit ? text.slice(0, 4 * limit) + text.slice(-4 * limit) : text;
}

/** The text without its middle where it is too long. */
function clip(text: string, limit: number): string {
  const letters = [...text];
  if (letters.length <= limit) return text;
  const end = Math.floor((limit - 1) / 2);
  return `${letters.slice(0, limit - 1 - end).join('')}…${letters.slice(-end).join('')}`;
}
