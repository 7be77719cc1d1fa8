// What a file shows around the unit to write: the types that enclose it, and everything else in pieces.

import { type Block, blocksAround, type Member } from './members.ts';
import { type Stub, splice } from './stub.ts';
import type { Tokenizer } from './tokens.ts';
import type { MethodUnit, TextRange } from './unit.ts';

export type PieceKind = 'package' | 'import' | 'unit' | 'group' | 'plain';

/** A member of a block around the unit: another unit, a field, an import, a type with what is in it (`group`). */
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  /** Whether it stands after the unit in the file. */
  readonly after: boolean;
  /** How many braces stand around it and around the unit alike; 0 for what stands in the file itself. */
  readonly level: number;
  readonly units: readonly MethodUnit[];
  readonly whole: string;
  /** Without bodies and values: what is shown where the whole does not fit; `null` where there is no less to show. */
  readonly outline: string | null;
}

/** The beginning and the end of a declaration that encloses the unit: `class Ledger {` and `}`. */
export interface Enclosing {
  readonly head: string;
  /** The head without comments before it and without bodies of other units in it. */
  readonly bareHead: string;
  /** Everything from the last member on, the closing brace with it. */
  readonly tail: string;
  readonly units: readonly MethodUnit[];
}

export interface Surroundings {
  readonly pieces: readonly Piece[];
  /** The outermost first. */
  readonly enclosing: readonly Enclosing[];
  readonly target: {
    /** Blank lines, comments and javadoc before it. */
    readonly lead: string;
    /** From its line's indentation to the end of its parameters or `throws`, without white space after it. */
    readonly signature: string;
    /** White space between signature and body. */
    readonly gap: string;
    /** The rest of its last line. */
    readonly rest: string;
  };
}

export function surroundingsOf({ source, target }: Stub, tokenize: Tokenizer): Surroundings {
  const { text } = source;
  const blocks = blocksAround(text, target.body.start, tokenize);
  const others = source.units.filter((unit) => unit.id !== target.id);
  const pieces: Piece[] = [];
  const enclosing: Enclosing[] = [];
  let own: TextRange = { start: target.declaration.start, end: target.body.end };
  for (const [level, block] of blocks.entries()) {
    const path = block.members.find((member) => member.start <= target.body.start && target.body.end <= member.end);
    for (const member of block.members) {
      if (member !== path) pieces.push(pieceOf(member, level, text, others, target));
    }
    const inner = blocks[level + 1];
    if (path !== undefined && inner !== undefined) {
      enclosing.push(enclosingOf(path, inner, text, others));
    } else if (path !== undefined) own = path;
  }
  return { pieces, enclosing, target: targetText(text, target, own) };
}

function targetText(text: string, target: MethodUnit, own: TextRange): Surroundings['target'] {
  const start = withIndent(text, target.declaration.start, own.start);
  const header = text.slice(start, target.body.start);
  const signature = header.trimEnd();
  return {
    lead: text.slice(own.start, start),
    signature,
    gap: header.slice(signature.length),
    rest: text.slice(target.body.end, own.end),
  };
}

/** Where the blanks begin that stand on a line right before an offset. */
function withIndent(text: string, offset: number, atLeast: number): number {
  let start = offset;
  while (start > atLeast && /[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function enclosingOf(path: Member, inner: Block, text: string, others: readonly MethodUnit[]): Enclosing {
  const open = inner.members[0]?.start ?? inner.tail.start;
  const units = unitsIn(others, { start: path.start, end: open });
  return {
    head: text.slice(path.start, open),
    bareHead:
      blankLineBefore(path, text) +
      withoutBodies(text, { start: withIndent(text, path.code, path.start), end: open }, units),
    tail: text.slice(inner.tail.start, path.end),
    units: [...units, ...unitsIn(others, { start: inner.tail.end, end: path.end })],
  };
}

function pieceOf(
  member: Member,
  level: number,
  text: string,
  others: readonly MethodUnit[],
  target: MethodUnit,
): Piece {
  const units = unitsIn(others, member);
  const kind = kindOf(member, level, units);
  const start = kind === 'package' ? member.code : member.start;
  return {
    kind,
    start: member.start,
    after: member.start > target.body.start,
    level,
    units,
    whole: text.slice(start, member.end),
    outline: outlineOf(member, kind, text, units),
  };
}

function kindOf({ word, code }: Member, level: number, units: readonly MethodUnit[]): PieceKind {
  if (level === 0 && (word === 'import' || word === 'package')) return word;
  if (units.length === 0) return 'plain';
  return units.length === 1 && units[0]?.declaration.start === code ? 'unit' : 'group';
}

function outlineOf(member: Member, kind: PieceKind, text: string, units: readonly MethodUnit[]): string | null {
  const start = withIndent(text, member.code, member.start);
  const blank = blankLineBefore(member, text);
  switch (kind) {
    case 'unit':
    case 'group':
      return blank + withoutBodies(text, { start, end: member.end }, units);
    case 'plain':
      return member.value < 0 ? null : `${blank}${text.slice(start, member.value).trimEnd()};\n`;
    case 'package':
    case 'import':
      return null;
  }
}

function blankLineBefore({ start }: Member, text: string): string {
  return /^[ \t]*(?:\r\n?|\n)/.exec(text.slice(start, start + 80))?.[0] ?? '';
}

/** A stretch of the file in which each body has made way for a semicolon. */
function withoutBodies(text: string, range: TextRange, units: readonly MethodUnit[]): string {
  const replacements = units.map(({ body }) => {
    const header = text.slice(range.start, body.start);
    return { range: { start: header.trimEnd().length, end: body.end - range.start }, text: ';' };
  });
  return splice(text.slice(range.start, range.end), replacements);
}

function unitsIn(units: readonly MethodUnit[], { start, end }: TextRange): MethodUnit[] {
  return units.filter(({ body }) => start <= body.start && body.end <= end);
}
