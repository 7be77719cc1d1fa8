// Java's unicode escapes (`\u0041`), which may stand for any character of a source, syntax included.

import type { Token } from '../../core/tokens.ts';

const ESCAPE = /\\u+([\da-fA-F]{4})/y;
const WORD_CHARACTER = /[\p{ID_Continue}\p{Sc}\p{Pc}]/u;

/** The end of an escape at `start` that stands for a character of an identifier; `start` when there is none. */
export function wordEscapeEnd(text: string, start: number): number {
  ESCAPE.lastIndex = start;
  const match = ESCAPE.exec(text);
  return match !== null && WORD_CHARACTER.test(decoded(match[1])) ? ESCAPE.lastIndex : start;
}

/**
 * Whether an escape takes part in the syntax: it is a brace, ends a string, opens a comment, … Escapes in identifiers
 * and harmless ones in literals do not.
 */
export function escapesSyntax({ kind, text }: Token): boolean {
  if (!text.includes('\\u')) return false;
  switch (kind) {
    case 'operator':
      return true;
    case 'comment':
      return text.startsWith('/*') ? /[*/]/.test(escapedCharacters(text)) : /[\r\n]/.test(escapedCharacters(text));
    case 'string':
      if (text.startsWith('"""')) return /["\\]/.test(escapedCharacters(text));
      return /["'\\\r\n]/.test(escapedCharacters(text)) && !WHOLE_LITERAL.test(translated(text));
    default:
      return false;
  }
}

/** A backslash begins an escape only when an even number of backslashes stands before it. */
const ELIGIBLE_ESCAPE = /(?<!\\)((?:\\\\)*)\\u+([\da-fA-F]{4})/g;
const WHOLE_LITERAL = /^(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*')$/;

function escapedCharacters(text: string): string {
  return Array.from(text.matchAll(ELIGIBLE_ESCAPE), (match) => decoded(match[2])).join('');
}

function translated(text: string): string {
  return text.replace(ELIGIBLE_ESCAPE, (_, backslashes: string, digits: string) => backslashes + decoded(digits));
}

function decoded(digits: string | undefined): string {
  return String.fromCharCode(Number.parseInt(digits ?? '', 16));
}
