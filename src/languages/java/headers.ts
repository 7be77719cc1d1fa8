// What stands before a body, read from its tokens: types, parameters, modifiers, exceptions.

import { significant, type Token } from '../../core/tokens.ts';
import type { Parameter } from '../../core/unit.ts';
import { tokenize } from './lexer.ts';

/** A type as written, without annotations and comments and with the usual spacing: `Map<String, ? extends T>[]`. */
export function typeText(source: string): string {
  return PLAIN_TYPE.test(source) ? source : spell(withoutAnnotations(significant(tokenize(source))));
}

const PLAIN_TYPE = /^[\w.$<>[\]]*$/;

/** The parameters of a list with its parentheses; a receiver (`Outer this`) is none. */
export function parametersOf(list: string): Parameter[] {
  return splitAtCommas(withoutAnnotations(significant(tokenize(list)).slice(1, -1))).flatMap((part) => {
    const tokens = part.filter((token) => token.text !== 'final');
    const nameAt = tokens.findLastIndex((token) => token.kind === 'identifier' || token.text === 'this');
    const name = tokens[nameAt];
    if (name === undefined || name.text === 'this') return [];
    const type = [...tokens.slice(0, nameAt), ...tokens.slice(nameAt + 1)];
    return [{ type: spell(type), name: name.text }];
  });
}

/** The types of a clause without its first word: `throws A, B` → `A`, `B`. */
export function clauseTypes(clause: string): string[] {
  return splitAtCommas(withoutAnnotations(significant(tokenize(clause)).slice(1))).map(spell);
}

/** Modifiers and annotations as written, in order. */
export function modifiersOf(source: string): string[] {
  if (PLAIN_MODIFIERS.test(source)) return source.split(' ');
  const modifiers: string[] = [];
  const tokens = tokenize(source);
  for (let start = codeAt(tokens, 0); start < tokens.length; ) {
    const end = modifierEnd(tokens, start);
    modifiers.push(joined(tokens.slice(start, end)));
    start = codeAt(tokens, end);
  }
  return modifiers;
}

const PLAIN_MODIFIERS = /^@?\w+(?: @?\w+)*$/;

function modifierEnd(tokens: readonly Token[], start: number): number {
  switch (tokens[start]?.text) {
    case '@':
      return annotationEnd(tokens, start);
    case 'non':
      return start + 3; // non-sealed
    default:
      return start + 1;
  }
}

function withoutAnnotations(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => token.text === '@')) return tokens;
  const kept: Token[] = [];
  let position = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < position) continue;
    position = token.text === '@' ? annotationEnd(tokens, at) : at + 1;
    if (token.text !== '@') kept.push(token);
  }
  return kept;
}

/** Past `@Name`, `@package.Name` or `@Name(…)`. */
function annotationEnd(tokens: readonly Token[], start: number): number {
  let end = codeAt(tokens, start + 1) + 1;
  for (let dot = codeAt(tokens, end); tokens[dot]?.text === '.'; dot = codeAt(tokens, end))
    end = codeAt(tokens, dot + 1) + 1;
  const open = codeAt(tokens, end);
  return tokens[open]?.text === '(' ? closingEnd(tokens, open) : end;
}

/** The first token from `start` on that is no blank. */
function codeAt(tokens: readonly Token[], start: number): number {
  let at = start;
  while (tokens[at]?.kind === 'space' || tokens[at]?.kind === 'comment') at += 1;
  return at;
}

/** Past the parenthesis that closes the one at `open`. */
function closingEnd(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.text === '(') depth += 1;
    if (tokens[at]?.text === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

/** The parts between commas that stand in no type argument; none when there are no tokens. */
function splitAtCommas(tokens: readonly Token[]): Token[][] {
  if (tokens.length === 0) return [];
  const parts: Token[][] = [];
  let part: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '<') depth += 1;
    if (token.text === '>') depth -= 1;
    if (token.text === ',' && depth === 0) {
      parts.push(part);
      part = [];
    } else part.push(token);
  }
  parts.push(part);
  return parts;
}

/** Tokens in the usual spacing: a space between words, after commas and around `&`. */
function spell(tokens: readonly Token[]): string {
  let text = '';
  let previous: Token | undefined;
  for (const token of tokens) {
    if (previous !== undefined && spaceBetween(previous, token)) text += ' ';
    text += token.text;
    previous = token;
  }
  return text;
}

function spaceBetween(left: Token, right: Token): boolean {
  if (left.text === ',' || left.text === '&' || right.text === '&') return true;
  return (isWord(left) || left.text === '?') && isWord(right);
}

function isWord(token: Token): boolean {
  return token.kind === 'identifier' || token.kind === 'keyword';
}

function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}
