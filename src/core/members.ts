// A file as nested blocks, and each block as its members.

import { FileTokens } from './file-tokens.ts';
import type { Tokenizer } from './tokens.ts';
import type { ParsedSource, TextRange } from './unit.ts';

/** A member of a block: with the blank lines and comments before it and the rest of its last line. */
export interface Member extends TextRange {
  /** Where its first token stands that is no comment. */
  readonly code: number;
  /** Where its value begins, at the `=` of a field; -1 without one. */
  readonly value: number;
  /** Its first word: `import`, `public`, `@`. */
  readonly word: string;
}

/** The file itself, or what stands between two braces (the rest of the first one's line aside), without gaps. */
export interface Block {
  readonly members: readonly Member[];
  /** Past the last member; up to the closing brace. */
  readonly tail: TextRange;
}

/** The blocks of one file, each looked at once. Bodies of units are passed over: what is in them changes no block. */
export class FileBlocks {
  readonly #file: FileTokens;
  readonly #length: number;
  /** By the place of a body's opening brace that of its closing one. */
  readonly #bodies = new Map<number, number>();
  /** By where a body begins the places of the braces that are open around it. */
  readonly #open = new Map<number, readonly number[]>();
  readonly #blocks = new Map<number, Block>();

  constructor(file: FileTokens, { text, units }: Pick<ParsedSource, 'text' | 'units'>) {
    this.#file = file;
    this.#length = text.length;
    for (const { body } of units) {
      const closing = file.closingPlace(body);
      if (closing >= 0) this.#bodies.set(file.placeFrom(body.start), closing);
    }
    const open: number[] = [];
    for (let place = 0; place < file.tokens.length; place += 1) {
      const closing = this.#bodies.get(place);
      if (closing !== undefined) {
        this.#open.set(file.startOf(place), [...open]);
        place = closing;
      } else if (file.tokens[place]?.text === '{') open.push(place);
      else if (file.tokens[place]?.text === '}') open.pop();
    }
  }

  /**
   * The blocks around a body, the file first. A block ends with its file where a brace is missing; where braces close that
   * were never opened, the blocks are fewer.
   */
  around({ start }: TextRange): readonly Block[] {
    const open = this.#open.get(start) ?? this.#openBefore(start);
    return [this.whole(), ...open.map((opening) => this.#knownBlock(opening))];
  }

  /** The file itself. */
  whole(): Block {
    return this.#knownBlock(-1);
  }

  #knownBlock(opening: number): Block {
    const block = this.#blocks.get(opening) ?? this.#blockAt(opening);
    this.#blocks.set(opening, block);
    return block;
  }

  /** Whether a body is passed over, whatever is in it. */
  passesOver({ start }: TextRange): boolean {
    return this.#open.has(start);
  }

  #openBefore(offset: number): number[] {
    const open: number[] = [];
    const past = this.#file.placeFrom(offset);
    for (let place = 0; place < past; place += 1) {
      const { text } = this.#file.tokens[place] ?? { text: '' };
      if (text === '{') open.push(place);
      else if (text === '}') open.pop();
    }
    return open;
  }

  #blockAt(opening: number): Block {
    const file = this.#file;
    const members: Member[] = [];
    let start = opening < 0 ? 0 : this.#lineRestEnd(opening);
    let draft: { code: number; value: number; word: string } | undefined;
    let depth = 0;
    for (let place = opening + 1; place < file.tokens.length; place += 1) {
      const { kind, text } = file.tokens[place] ?? BLANK;
      if (kind === 'space' || kind === 'comment') continue;
      const at = file.startOf(place);
      if (text === '}' && depth === 0 && opening >= 0) {
        if (draft !== undefined) members.push({ start, end: at, ...draft });
        return { members, tail: { start: draft === undefined ? start : at, end: at } };
      }
      draft ??= { code: at, value: -1, word: text };
      const closing = this.#bodies.get(place);
      if (closing !== undefined) place = closing;
      else if (OPENING.has(text)) depth += 1;
      else if (CLOSING.has(text)) depth = Math.max(0, depth - 1);
      else if (text === '=' && depth === 0 && draft.value < 0) draft.value = at;
      if (depth > 0 || !this.#ends(place, draft.value >= 0)) continue;
      const end = this.#lineRestEnd(place);
      members.push({ start, end, ...draft });
      start = end;
      draft = undefined;
    }
    if (draft !== undefined) members.push({ start, end: this.#length, ...draft });
    return { members, tail: { start: draft === undefined ? start : this.#length, end: this.#length } };
  }

  #ends(place: number, hasValue: boolean): boolean {
    const { text } = this.#file.tokens[place] ?? BLANK;
    if (text === ';') return true;
    if (text !== '}' || hasValue) return false;
    const { tokens } = this.#file;
    let next = place + 1;
    while (tokens[next]?.kind === 'space' || tokens[next]?.kind === 'comment') next += 1;
    return !GOES_ON.has(tokens[next]?.text ?? '');
  }

  /** Past the line on which a member ends, with the comment there; or up to what else begins on that line. */
  #lineRestEnd(last: number): number {
    const { tokens } = this.#file;
    let end = this.#file.endOf(last);
    for (let place = last + 1; place < tokens.length; place += 1) {
      const { kind, text } = tokens[place] ?? BLANK;
      if (kind === 'space') {
        const lineEnd = /\r\n?|\n/.exec(text);
        if (lineEnd !== null) return this.#file.startOf(place) + lineEnd.index + lineEnd[0].length;
      } else if (kind !== 'comment' || text.startsWith('/**')) return end;
      end = this.#file.endOf(place);
    }
    return end;
  }
}

const BLANK = { kind: 'space', text: '' } as const;

const OPENING: ReadonlySet<string> = new Set(['(', '[', '{']);
const CLOSING: ReadonlySet<string> = new Set([')', ']', '}']);

/** After these a closing brace was not the end of its member: enum constants, array fields, calls. */
const GOES_ON: ReadonlySet<string> = new Set([',', ';', ')', '.']);

/** The members of a text that is a file of its own. */
export function membersOf(text: string, tokenize: Tokenizer): readonly Member[] {
  const blocks = new FileBlocks(new FileTokens({ text }, tokenize), { text, units: [] });
  return blocks.whole().members;
}
