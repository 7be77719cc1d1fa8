// A body as it should stand in its file: indentation and line ends.

import { indentAt, lineEndOf, withLineFeeds } from './layout.ts';
import type { Stub } from './stub.ts';
import type { Tokenizer } from './tokens.ts';
import { bodyOf, type ParsedSource } from './unit.ts';

/** For files that show no body to go by. */
const USUAL_STEP = '    ';

/**
 * A body (lines ending with `\n`) moved to where the stub's unit stands. One that closes where its declaration begins
 * stays as it is, tabs and spaces aside. The lines of a text block move together, so that the string stays the same.
 */
export function laidOut(body: string, { source, target }: Stub, tokenize: Tokenizer): string {
  const indent = indentAt(source.text, target.declaration.start);
  const moved = body.includes('\n') ? reindented(body, indent, stepOf(source), tokenize) : body;
  return withLineEnds(moved, source.text);
}

function withLineEnds(body: string, file: string): string {
  const usual = !file.includes('\n') && file.includes('\r') ? '\r' : lineEndOf(file);
  return usual === '\n' ? body : body.replaceAll('\n', usual);
}

function reindented(body: string, indent: string, step: string, tokenize: Tokenizer): string {
  const lines = linesOf(body, tokenize);
  const code = lines.slice(1).filter(({ block, text }) => block === null && text.trim() !== '');
  const last = code.at(-1);
  if (last === undefined) return body;
  const closes = last.text.trimStart().startsWith('}');
  const statements = code.filter((line) => line !== last || !closes).map(({ text }) => indentOf(text));
  const base = closes ? indentOf(last.text) : outdent(shortest(statements), step);
  const usesWrongBlanks = usesTabs(step) !== usesTabs(shortest(statements)) && shortest(statements) !== '';
  if (base === indent && !usesWrongBlanks) return body;
  const deep = shortest(statements);
  const isInPlace = base.length < indent.length && deep.startsWith(indent) && deep.length > indent.length;
  if (closes && !usesWrongBlanks && isInPlace) {
    return body.slice(0, body.lastIndexOf('\n') + 1) + indent + last.text.trimStart();
  }
  const moving: Moving = { base, unit: unitOf(base, statements), indent, step };
  const isFlat = deep === base;
  return joined(lines, (blanks, line) => {
    const within = isFlat && !(closes && line === last) ? step : '';
    return movedIndent(blanks, { ...moving, indent: indent + within });
  });
}

interface Line {
  readonly text: string;
  /** Which text block the line's beginning stands in; `null` for code. */
  readonly block: number | null;
}

function linesOf(body: string, tokenize: Tokenizer): Line[] {
  const inside = textBlocks(body, tokenize);
  let offset = 0;
  return body.split('\n').map((text) => {
    const at = inside.findIndex(({ start, end }) => start < offset && offset < end);
    offset += text.length + 1;
    return { text, block: at < 0 ? null : at };
  });
}

function textBlocks(body: string, tokenize: Tokenizer): { start: number; end: number }[] {
  let end = 0;
  return tokenize(body).flatMap(({ kind, text }) => {
    const start = end;
    end += text.length;
    return kind === 'string' && text.includes('\n') ? [{ start, end }] : [];
  });
}

function joined(lines: readonly Line[], move: (blanks: string, line: Line) => string): string {
  const common = new Map<number, string | null>();
  for (const [index, { block, text }] of lines.entries()) {
    if (block === null) continue;
    // The line of the closing delimiter counts even when nothing else is on it (JLS 3.10.6).
    const isLast = lines[index + 1]?.block !== block;
    if (text.trim() === '' && !isLast) continue;
    const known = common.get(block);
    common.set(block, known === undefined ? indentOf(text) : commonPrefix(known, indentOf(text)));
  }
  const written = lines.map((line, index) => {
    const { text, block } = line;
    if (index === 0 || text.trim() === '') return text;
    const blanks = block === null ? indentOf(text) : common.get(block);
    return blanks === null || blanks === undefined ? text : move(blanks, line) + text.slice(blanks.length);
  });
  return written.join('\n');
}

/** `null` where one does not begin with the other: tabs against spaces, which Java counts alike. */
function commonPrefix(a: string | null, b: string): string | null {
  if (a === null) return null;
  if (a.startsWith(b)) return b;
  return b.startsWith(a) ? a : null;
}

interface Moving {
  readonly base: string;
  /** One step of the answer. */
  readonly unit: string;
  readonly indent: string;
  /** One step of the file. */
  readonly step: string;
}

/** What stands deeper than the base by whole steps is as many of the file's steps deeper than its unit. */
function movedIndent(blanks: string, { base, unit, indent, step }: Moving): string {
  if (!blanks.startsWith(base)) return indent;
  let rest = blanks.slice(base.length);
  let steps = '';
  while (unit !== '' && rest.startsWith(unit)) {
    rest = rest.slice(unit.length);
    steps += step;
  }
  return indent + steps + rest;
}

/** One step of the answer: what its shallowest statements stand deeper than the base; empty when none do. */
function unitOf(base: string, statements: readonly string[]): string {
  const deeper = statements.filter((indent) => indent.startsWith(base) && indent.length > base.length);
  return shortest(deeper).slice(base.length);
}

function outdent(blanks: string, step: string): string {
  return blanks.endsWith(step) ? blanks.slice(0, -step.length) : '';
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function shortest(indents: readonly string[]): string {
  return indents.reduce((least, indent) => (indent.length < least.length ? indent : least), indents[0] ?? '');
}

function usesTabs(blanks: string): boolean {
  return blanks.includes('\t');
}

/** How much further statements are indented than the declaration around them, as the file does it. */
function stepOf(source: ParsedSource): string {
  const text = withLineFeeds(source.text);
  for (const unit of source.units) {
    const declared = indentAt(source.text, unit.declaration.start);
    const first = /\n([ \t]+)\S/.exec(withLineFeeds(bodyOf(source, unit)))?.[1];
    if (first?.startsWith(declared) && first.length > declared.length) return first.slice(declared.length);
  }
  // No body to go by: members of the outermost type stand one step deep.
  return /\n([ \t]+)\S/.exec(text.replace(/\n[ \t]+\*/g, '\n'))?.[1] ?? USUAL_STEP;
}
