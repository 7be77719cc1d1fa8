// Tokens of a source text, and what it means that two bodies are the same code.

export type TokenKind = 'identifier' | 'keyword' | 'number' | 'string' | 'operator' | 'comment' | 'space';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Splits a text into tokens; their texts, joined, are the text again. */
export type Tokenizer = (text: string) => Token[];

/** Whether two texts hold the same tokens, comments and white space aside. */
export function sameTokens(tokenize: Tokenizer, a: string, b: string): boolean {
  if (a === b) return true;
  const left = significant(tokenize(a));
  const right = significant(tokenize(b));
  return left.length === right.length && left.every((token, index) => token.text === right[index]?.text);
}

/** The tokens that a compiler sees. */
export function significant(tokens: readonly Token[]): Token[] {
  return tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'space');
}
