// From a language model's answer to the body that it holds.

import type { AnswerShape } from './prompt-format.ts';
import type { Failed } from './regeneration.ts';
import type { Stub } from './stub.ts';
import type { Tokenizer } from './tokens.ts';
import type { ParsedSource } from './unit.ts';

export interface AnswerReading {
  readonly text: string;
  /** `length`: cut off at the token limit or the window. `refused`: the engine says that the model will not answer. */
  readonly finish: 'stop' | 'length' | 'refused' | 'unknown';
  readonly shape: AnswerShape;
  readonly stub: Stub;
  readonly language: {
    isBody(text: string): boolean;
    parse(path: string, text: string): ParsedSource;
    readonly tokenize: Tokenizer;
  };
}

export interface ReadBody {
  readonly kind: 'regenerated';
  /** With its braces, indented as it should stand in the file, with the file's line ends. */
  readonly body: string;
}

/** The body in an answer, or why there is none. Never throws; what it gives is a body by `language.isBody`. */
export function readAnswer({ text, finish, shape, language }: AnswerReading): ReadBody | Failed {
  const body = shape === 'inside' ? `{${text}}` : text.trim();
  if (language.isBody(body)) return { kind: 'regenerated', body };
  if (finish === 'length') return { kind: 'failed', reason: 'cut-off', detail: 'The answer was cut off.' };
  return { kind: 'failed', reason: 'does-not-parse', detail: 'The answer holds no body that parses.' };
}
