// Java's tokens, for any text at all: what is not Java becomes operators of one character.

import type { Token, TokenKind } from '../../core/tokens.ts';
import { wordEscapeEnd } from './unicode-escapes.ts';

/**
 * Splits a text into tokens; their texts, joined, are the text again. `>` always stands alone (`>>` is two tokens), so
 * that closing type arguments and shifts need no grammar; `>=` is one. Contextual keywords and `_` are identifiers,
 * `true`, `false` and `null` keywords, character literals and text blocks strings.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  while (start < text.length) {
    const kind = kindAt(text, start);
    const end = endOf(kind, text, start);
    tokens.push(end === start + 1 ? shortToken(kind, text, start) : tokenOf(kind, text.slice(start, end)));
    start = end;
  }
  return tokens;
}

/** Reserved words, and literals that look like words. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends ' +
    'false final finally float for goto if implements import instanceof int interface long native new null package ' +
    'private protected public return short static strictfp super switch synchronized this throw throws transient ' +
    'true try void volatile while'
  ).split(' '),
);

function tokenOf(kind: TokenKind, text: string): Token {
  return { kind: kind === 'identifier' && KEYWORDS.has(text) ? 'keyword' : kind, text };
}

/** Half of all tokens are one character long, and there are few of them: each is made once. */
const shortTokens: (Token | undefined)[] = new Array(128);

function shortToken(kind: TokenKind, text: string, start: number): Token {
  const code = text.charCodeAt(start);
  const known = shortTokens[code];
  if (known !== undefined) return known;
  const token = Object.freeze(tokenOf(kind, text.charAt(start)));
  if (code < 128) shortTokens[code] = token;
  return token;
}

const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const STAR = 0x2a;
const DOT = 0x2e;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What a character begins, by its code; `/`, `.` and `\` need a second look. */
const ASCII_KIND: readonly TokenKind[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\w$]/.test(character)) return /\d/.test(character) ? 'number' : 'identifier';
  if (/\s/.test(character)) return 'space';
  return code === QUOTE || code === DOUBLE_QUOTE ? 'string' : 'operator';
});

const IS_ASCII_WORD: readonly boolean[] = ASCII_KIND.map((kind) => kind === 'identifier' || kind === 'number');

function kindAt(text: string, start: number): TokenKind {
  const code = text.charCodeAt(start);
  const kind = ASCII_KIND[code];
  if (kind === undefined) return kindBeyondAscii(text, start);
  if (kind !== 'operator') return kind;
  const next = text.charCodeAt(start + 1);
  if (code === SLASH && (next === SLASH || next === STAR)) return 'comment';
  if (code === DOT && ASCII_KIND[next] === 'number') return 'number';
  if (code === BACKSLASH && wordEscapeEnd(text, start) > start) return 'identifier';
  return 'operator';
}

function kindBeyondAscii(text: string, start: number): TokenKind {
  if (text.charAt(start) === '\ufeff') return 'space';
  return matchEnd(WORD_BEYOND_ASCII, text, start) > start ? 'identifier' : 'operator';
}

function endOf(kind: TokenKind, text: string, start: number): number {
  switch (kind) {
    case 'identifier':
    case 'keyword':
      return wordEnd(text, start);
    case 'space':
      return spaceEnd(text, start);
    case 'operator':
      return operatorEnd(text, start);
    case 'number':
      return matchEnd(NUMBER, text, start);
    case 'string':
      return stringEnd(text, start);
    case 'comment':
      return commentEnd(text, start);
  }
}

const WORD_BEYOND_ASCII = /[\p{ID_Continue}\p{Sc}\p{Pc}]+/uy;

function wordEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    const code = text.charCodeAt(end);
    if (IS_ASCII_WORD[code]) end += 1;
    else if (code === BACKSLASH || code >= 128) {
      const next = code === BACKSLASH ? wordEscapeEnd(text, end) : matchEnd(WORD_BEYOND_ASCII, text, end);
      if (next === end) return end;
      end = next;
    } else return end;
  }
}

function spaceEnd(text: string, start: number): number {
  let end = start + 1;
  while (ASCII_KIND[text.charCodeAt(end)] === 'space') end += 1;
  return end;
}

/** The second characters of all operators, and what only the pattern can judge. */
const JOINS: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  '=<&|+->:.'.includes(String.fromCharCode(code)),
);
const OPERATOR = />=|<<?=?|->|--|\+\+|&&|\|\||::|\.\.\.|[-+*/%&|^!=]=|\\u+[\da-fA-F]{4}|./suy;

function operatorEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  const single = code < 128 && code !== BACKSLASH && !JOINS[text.charCodeAt(start + 1)];
  return single ? start + 1 : matchEnd(OPERATOR, text, start);
}

const NUMBER =
  /(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][-+]?[\d_]*)?|0[bB][01_]+|(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d[\d_]*)?)[lLfFdD]?/y;

/** Strings and characters end with their line at the latest, text blocks with the text. */
function stringEnd(text: string, start: number): number {
  if (text.startsWith('"""', start)) return textBlockEnd(text, start);
  const quote = text.charCodeAt(start);
  for (let end = start + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === quote) return end + 1;
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return end;
    if (code === BACKSLASH && !isLineEnd(text.charCodeAt(end + 1))) end += 1;
  }
  return text.length;
}

function textBlockEnd(text: string, start: number): number {
  for (let end = start + 3; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === BACKSLASH) end += 1;
    else if (code === DOUBLE_QUOTE && text.startsWith('"""', end)) return end + 3;
  }
  return text.length;
}

function commentEnd(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === STAR) {
    const close = text.indexOf('*/', start + 2);
    return close < 0 ? text.length : close + 2;
  }
  let end = start + 2;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  return end;
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Where a sticky pattern ends that matches at `start`; `start` itself when it does not. */
function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}
