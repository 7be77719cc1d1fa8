// Reading patterns in a token list whose white space and comments must stay where they are.

import type { Token } from '../../core/tokens.ts';

/** A token list and the positions in it of what a compiler sees. */
export interface CodeTokens {
  readonly tokens: readonly Token[];
  readonly positions: readonly number[];
}

export function codeTokens(tokens: readonly Token[]): CodeTokens {
  const positions: number[] = [];
  tokens.forEach(({ kind }, position) => {
    if (kind !== 'space' && kind !== 'comment') positions.push(position);
  });
  return { tokens, positions };
}

/** The code token at `index`, counted without white space and comments. */
export function codeAt({ tokens, positions }: CodeTokens, index: number): Token | undefined {
  const position = positions[index];
  return position === undefined ? undefined : tokens[position];
}

/** Where the code token at `index` stands in the whole list; its length beyond the end. */
export function positionAt({ tokens, positions }: CodeTokens, index: number): number {
  return positions[index] ?? tokens.length;
}

/** Whether the code tokens from `index` on read like `texts`. */
export function readsAt(code: CodeTokens, index: number, texts: readonly string[]): boolean {
  return texts.every((text, offset) => codeAt(code, index + offset)?.text === text);
}
