// From a unit to what a language model is asked, within the tokens that its window leaves.

import type { AnswerShape, Prompt, PromptFormat } from './prompt-format.ts';
import type { Stub } from './stub.ts';
import type { Tokenizer } from './tokens.ts';

/** Raised with every change that alters a prompt: cached answers and trained models belong to one version. */
export const PROMPT_VERSION = 1;

export interface PromptRequest {
  readonly stub: Stub;
  readonly format: PromptFormat;
  /** Tokens that the prompt may take. */
  readonly budget: number;
  readonly countTokens: (text: string) => number;
  readonly tokenize: Tokenizer;
}

export interface PackedPrompt {
  readonly prompt: Prompt;
  /** By the counter given; at most the budget. */
  readonly tokens: number;
  readonly shape: AnswerShape;
  /** The file's other units. */
  readonly neighbours: { readonly whole: number; readonly signatures: number; readonly leftOut: number };
}

/** `null` when the unit's own signature does not fit. */
export function packPrompt({ stub, format, budget, countTokens }: PromptRequest): PackedPrompt | null {
  const { source, target } = stub;
  const text = source.text.slice(0, target.body.start).trimEnd();
  const prompt: Prompt =
    format === 'chat'
      ? { kind: 'chat', messages: [{ role: 'user', content: text }] }
      : { kind: 'text', text, suffix: null, stop: [] };
  const tokens = countTokens(text);
  if (tokens > budget) return null;
  const neighbours = { whole: 0, signatures: 0, leftOut: source.units.length - 1 };
  return { prompt, tokens, shape: format === 'chat' ? 'chat' : 'body', neighbours };
}
