// Where a body stands on the page: its indentation and its line ends.

export type LineEnd = '\n' | '\r\n';

/** The line end that most lines of a text have; `\n` when in doubt. */
export function lineEndOf(text: string): LineEnd {
  let windows = 0;
  let unix = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) === 13) windows += 1;
    else unix += 1;
  }
  return windows > unix ? '\r\n' : '\n';
}

/** The white space with which the line around `position` begins. */
export function indentAt(text: string, position: number): string {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  let end = start;
  while (end < position && (text[end] === ' ' || text[end] === '\t')) end += 1;
  return text.slice(start, end);
}

/** How the lines of a body begin and end. */
export interface Layout {
  readonly indent: string;
  readonly lineEnd: LineEnd;
}

/**
 * A body moved from one place to another. Between places of the same layout it stays byte for byte, even where its own
 * line ends are mixed.
 */
export function relayout(body: string, from: Layout, to: Layout): string {
  let moved = body;
  if (from.indent !== to.indent) {
    moved = moved.replace(/\n([ \t]*)/g, (line, indent: string) =>
      indent.startsWith(from.indent) ? `\n${to.indent}${indent.slice(from.indent.length)}` : line,
    );
  }
  return from.lineEnd === to.lineEnd ? moved : moved.replace(/\r?\n/g, to.lineEnd);
}
