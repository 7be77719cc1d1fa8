// A file as the nested blocks around one unit, and each block as its members.

import type { Token, Tokenizer } from './tokens.ts';
import type { TextRange } from './unit.ts';

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

interface Placed extends Token {
  readonly start: number;
  readonly end: number;
}

/**
 * The blocks around an offset, the file first. A block ends with its file where a brace is missing; where braces close
 * that were never opened, the blocks are fewer.
 */
export function blocksAround(text: string, offset: number, tokenize: Tokenizer): Block[] {
  const tokens = placed(tokenize(text));
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.start >= offset) break;
    if (token.text === '{') open.push(index);
    else if (token.text === '}') open.pop();
  }
  return [-1, ...open].map((index) => blockAt(tokens, index, text));
}

function placed(tokens: readonly Token[]): Placed[] {
  let end = 0;
  return tokens.map(({ kind, text }) => {
    const start = end;
    end += text.length;
    return { kind, text, start, end };
  });
}

function blockAt(tokens: readonly Placed[], opening: number, text: string): Block {
  const members: Member[] = [];
  let start = opening < 0 ? 0 : lineRestEnd(tokens, opening);
  let draft: { code: number; value: number; word: string } | undefined;
  let depth = 0;
  for (let index = opening + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'space' || token.kind === 'comment') continue;
    if (token.text === '}' && depth === 0 && opening >= 0) {
      if (draft !== undefined) members.push({ start, end: token.start, ...draft });
      return { members, tail: { start: draft === undefined ? start : token.start, end: token.start } };
    }
    draft ??= { code: token.start, value: -1, word: token.text };
    if (OPENING.has(token.text)) depth += 1;
    else if (CLOSING.has(token.text)) depth = Math.max(0, depth - 1);
    else if (token.text === '=' && depth === 0 && draft.value < 0) draft.value = token.start;
    if (depth > 0 || !ends(tokens, index, draft.value >= 0)) continue;
    const end = lineRestEnd(tokens, index);
    members.push({ start, end, ...draft });
    start = end;
    draft = undefined;
  }
  if (draft !== undefined) members.push({ start, end: text.length, ...draft });
  return { members, tail: { start: draft === undefined ? start : text.length, end: text.length } };
}

const OPENING: ReadonlySet<string> = new Set(['(', '[', '{']);
const CLOSING: ReadonlySet<string> = new Set([')', ']', '}']);

/** After these a closing brace was not the end of its member: enum constants, array fields, calls. */
const GOES_ON: ReadonlySet<string> = new Set([',', ';', ')', '.']);

function ends(tokens: readonly Placed[], index: number, hasValue: boolean): boolean {
  const { text } = tokens[index] ?? { text: '' };
  if (text === ';') return true;
  if (text !== '}' || hasValue) return false;
  const next = codeAfter(tokens, index);
  return next === undefined || !GOES_ON.has(next.text);
}

function codeAfter(tokens: readonly Placed[], index: number): Placed | undefined {
  let at = index + 1;
  while (tokens[at]?.kind === 'space' || tokens[at]?.kind === 'comment') at += 1;
  return tokens[at];
}

/** Past the line on which a member ends, with the comment there; or up to what else begins on that line. */
function lineRestEnd(tokens: readonly Placed[], last: number): number {
  let end = tokens[last]?.end ?? 0;
  for (let index = last + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'space') {
      const lineEnd = /\r\n?|\n/.exec(token.text);
      if (lineEnd !== null) return token.start + lineEnd.index + lineEnd[0].length;
    } else if (token?.kind !== 'comment' || token.text.startsWith('/**')) return end;
    end = token.end;
  }
  return end;
}
