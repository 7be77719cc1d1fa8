// What a file shows around the unit to write: the types that enclose it, and everything else in pieces.

import type { FileTokens } from './file-tokens.ts';
import { type Block, FileBlocks, type Member } from './members.ts';
import { splice } from './stub.ts';
import type { MethodUnit, ParsedSource, TextRange } from './unit.ts';

export type PieceKind = 'package' | 'import' | 'unit' | 'group' | 'plain';

/** A member of a block around the unit: another unit, a field, an import, a type with what is in it (`group`). */
export interface Piece {
  readonly kind: PieceKind;
  /** Where it begins in the file. */
  readonly start: number;
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
    /** Where its body begins in the file: what begins later stands after it. */
    readonly at: number;
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

/** Looks at each member of a file once, for however many of its units. */
export class FileSurroundings {
  readonly #source: ParsedSource;
  readonly #blocks: FileBlocks;
  readonly #pieces = new Map<Member, Piece>();
  /** By the block inside; where brackets are missing, not always in the same member. */
  readonly #enclosing = new Map<Block, { readonly path: Member; readonly enclosing: Enclosing }>();

  constructor(source: ParsedSource, tokens: FileTokens) {
    this.#source = source;
    this.#blocks = new FileBlocks(tokens, source);
  }

  /** Of a unit whose body is erased in the source, or of any where {@link hides} says so. */
  of(target: MethodUnit): Surroundings {
    const { text } = this.#source;
    const blocks = this.#blocks.around(target.body);
    const pieces: Piece[] = [];
    const enclosing: Enclosing[] = [];
    let own: TextRange = { start: target.declaration.start, end: target.body.end };
    for (const [level, block] of blocks.entries()) {
      const path = block.members.find((member) => holds(member, target));
      for (const member of block.members) {
        if (member !== path) pieces.push(this.#pieceOf(member, level));
      }
      const inner = blocks[level + 1];
      if (path !== undefined && inner !== undefined) enclosing.push(this.#enclosingOf(path, inner));
      else if (path !== undefined) own = path;
    }
    return { pieces, enclosing, target: targetText(text, target, own) };
  }

  /** Whether the body of a unit that is not erased shows nowhere in what is around it, and changes nothing there. */
  hides(unit: MethodUnit): boolean {
    const { body } = unit;
    return (
      this.#blocks.passesOver(body) &&
      this.#blocks.around(body).every(({ members, tail }) => {
        const isMember = members.some((member) => holds(member, unit));
        return isMember && tail.start >= body.end;
      })
    );
  }

  /** The file's imports. */
  imports(): Piece[] {
    const { members } = this.#blocks.whole();
    return members.map((member) => this.#pieceOf(member, 0)).filter(({ kind }) => kind === 'import');
  }

  #pieceOf(member: Member, level: number): Piece {
    const piece = this.#pieces.get(member) ?? pieceOf(member, level, this.#source);
    this.#pieces.set(member, piece);
    return piece;
  }

  #enclosingOf(path: Member, inner: Block): Enclosing {
    const known = this.#enclosing.get(inner);
    if (known?.path === path) return known.enclosing;
    const enclosing = enclosingOf(path, inner, this.#source);
    this.#enclosing.set(inner, { path, enclosing });
    return enclosing;
  }
}

function holds({ start, end }: Member, { body }: MethodUnit): boolean {
  return start <= body.start && body.end <= end;
}

function targetText(text: string, target: MethodUnit, own: TextRange): Surroundings['target'] {
  const start = withIndent(text, target.declaration.start, own.start);
  const header = text.slice(start, target.body.start);
  const signature = header.trimEnd();
  return {
    at: target.body.start,
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

function enclosingOf(path: Member, inner: Block, { text, units: all }: ParsedSource): Enclosing {
  const open = inner.members[0]?.start ?? inner.tail.start;
  const units = unitsIn(all, { start: path.start, end: open });
  return {
    head: text.slice(path.start, open),
    bareHead:
      blankLineBefore(path, text) +
      withoutBodies(text, { start: withIndent(text, path.code, path.start), end: open }, units),
    tail: text.slice(inner.tail.start, path.end),
    units: [...units, ...unitsIn(all, { start: inner.tail.end, end: path.end })],
  };
}

function pieceOf(member: Member, level: number, { text, units: all }: ParsedSource): Piece {
  const units = unitsIn(all, member);
  const kind = kindOf(member, level, units);
  const start = kind === 'package' ? member.code : member.start;
  return {
    kind,
    start: member.start,
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
