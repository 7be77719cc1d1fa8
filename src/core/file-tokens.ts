// The tokens of a file and where each stands.

import type { Token, Tokenizer } from './tokens.ts';
import type { ParsedSource, TextRange } from './unit.ts';

export class FileTokens {
  readonly tokens: readonly Token[];
  readonly #text: string;
  readonly #tokenize: Tokenizer;
  /** Where each token begins, and last where the text ends. */
  readonly #starts: Uint32Array;

  constructor({ text }: Pick<ParsedSource, 'text'>, tokenize: Tokenizer) {
    this.#text = text;
    this.#tokenize = tokenize;
    this.tokens = tokenize(text);
    this.#starts = new Uint32Array(this.tokens.length + 1);
    let start = 0;
    for (const [place, token] of this.tokens.entries()) {
      start += token.text.length;
      this.#starts[place + 1] = start;
    }
  }

  startOf(place: number): number {
    return this.#starts[place] ?? this.#text.length;
  }

  endOf(place: number): number {
    return this.startOf(place + 1);
  }

  /** The place of the first token that begins at an offset or after it. */
  placeFrom(offset: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.startOf(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The tokens between two offsets; those of the text between them where a token reaches over one. */
  within({ start, end }: TextRange): readonly Token[] {
    const first = this.placeFrom(start);
    const past = this.placeFrom(end);
    return this.startOf(first) === start && this.startOf(past) === end
      ? this.tokens.slice(first, past)
      : this.#tokenize(this.#text.slice(start, end));
  }

  /** The place of a body's closing brace where its braces are tokens of their own, else -1. */
  closingPlace({ start, end }: TextRange): number {
    const first = this.placeFrom(start);
    const last = this.placeFrom(end) - 1;
    const isWhole =
      last > first &&
      this.startOf(first) === start &&
      this.endOf(last) === end &&
      this.tokens[first]?.text === '{' &&
      this.tokens[last]?.text === '}';
    return isWhole ? last : -1;
  }
}
