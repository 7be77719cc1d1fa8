// Tokens at which a compiler sees something else than we do: from there on nothing is certain.

import type { Token } from '../../core/tokens.ts';
import { escapesSyntax } from './unicode-escapes.ts';

/** Offsets of strings and comments without an end, and of escapes (`\u007b`) that take part in the syntax. */
export function doubtfulOffsets(tokens: readonly Token[]): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const token of tokens) {
    if (isUnclosed(token) || escapesSyntax(token)) offsets.push(offset);
    offset += token.text.length;
  }
  return offsets;
}

function isUnclosed({ kind, text }: Token): boolean {
  switch (kind) {
    case 'string':
      return !endsWithQuote(text, text.startsWith('"""') ? '"""' : text.charAt(0));
    case 'comment':
      return text.startsWith('/*') && !(text.length >= 4 && text.endsWith('*/'));
    default:
      return false;
  }
}

function endsWithQuote(text: string, quote: string): boolean {
  if (text.length < 2 * quote.length || !text.endsWith(quote)) return false;
  let backslash = text.length - quote.length - 1;
  while (text.charAt(backslash) === '\\') backslash -= 1;
  return (text.length - quote.length - 1 - backslash) % 2 === 0;
}
