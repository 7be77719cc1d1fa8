// The tokens of a file, taken once for all stubs that are made of it.

import type { Token, Tokenizer } from './tokens.ts';
import type { MethodUnit, ParsedSource, TextRange } from './unit.ts';
import { KnownTexts } from './use-ranking.ts';

/**
 * Tokenizers that know the tokens of one stub of the file, all but those of the erased body being those of the file, and take
 * every other text as the language does. The same tokens, for a fraction of the work.
 */
export class FileTokens {
  /** What is known of its members. */
  readonly known = new KnownTexts();
  readonly #tokenize: Tokenizer;
  readonly #tokens: readonly Token[];
  /** Where each token begins; by offset its place. */
  readonly #places = new Map<number, number>();

  constructor({ text }: ParsedSource, tokenize: Tokenizer) {
    this.#tokenize = tokenize;
    this.#tokens = tokenize(text);
    let start = 0;
    for (const [place, token] of this.#tokens.entries()) {
      this.#places.set(start, place);
      start += token.text.length;
    }
    this.#places.set(start, this.#tokens.length);
  }

  /** The tokens between two places of the file's text; those of the text between them where a token reaches over one. */
  within({ text }: ParsedSource, { start, end }: TextRange): readonly Token[] {
    const first = this.#places.get(start);
    const past = this.#places.get(end);
    return first === undefined || past === undefined
      ? this.#tokenize(text.slice(start, end))
      : this.#tokens.slice(first, past);
  }

  /** `stubText` is the file's text with that unit's body as `{}`. */
  forStub(stubText: string, { body }: MethodUnit): Tokenizer {
    const first = this.#places.get(body.start);
    const past = this.#places.get(body.end);
    const isWhole =
      first !== undefined &&
      past !== undefined &&
      this.#tokens[first]?.text === '{' &&
      this.#tokens[past - 1]?.text === '}';
    if (!isWhole) return this.#tokenize;
    const erased: Token[] = ERASED.flatMap((text) => this.#tokenize(text));
    const tokens = [...this.#tokens.slice(0, first), ...erased, ...this.#tokens.slice(past)];
    return (text) => (text === stubText ? tokens : this.#tokenize(text));
  }
}

const ERASED = ['{', '}'];
