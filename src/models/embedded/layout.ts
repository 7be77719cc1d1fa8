// Moving a body from one place on the page to another.

import type { LineEnd } from '../../core/layout.ts';

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
