// A language model behind some engine: text in, text out. What to ask it, and what to make of its answer, is not its business.

import type { TextLikelihood } from '../core/generality.ts';
import type { Prompt } from '../core/prompt-format.ts';
import type { FailureReason } from '../core/regeneration.ts';
import type { TokenCounter } from './token-counter.ts';

export interface TextModel {
  /** `openai`, `gguf`, `command`. */
  readonly provider: string;
  readonly name: string;
  /** Everything that decides an answer besides the prompt and the options: same facts, same answers. Holds no secret. */
  readonly facts: readonly string[];
  /** How many requests may be under way at once; a server that asks for less is given less. */
  readonly concurrency: number;
  /** The model's own tokenizer, where the engine has it at hand. */
  readonly tokens?: TokenCounter;
  /** What it can be given at most, where the engine knows. */
  readonly windowTokens?: number;
  complete(prompt: Prompt, options: CompleteOptions): Promise<Completion>;
  /** How likely it finds a text; `null` where it does not say. Absent for an engine that cannot. */
  readonly likelihood?: (text: string, signal: AbortSignal) => Promise<TextLikelihood | null>;
  /** Ends what it started (processes, loaded weights); may be called twice. */
  close(): Promise<void>;
}

export interface CompleteOptions {
  readonly maxTokens: number;
  /** 0 is greedy. */
  readonly temperature: number;
  /** The same seed draws the same, where the engine can. */
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** What came back. Only abortion and bugs reject. */
export type Completion =
  | {
      readonly kind: 'answered';
      readonly text: string;
      /** `length`: cut off at the token limit or the window. `refused`: the engine says that the model will not answer. */
      readonly finish: 'stop' | 'length' | 'refused' | 'unknown';
      readonly promptTokens: number | null;
      readonly completionTokens: number | null;
      /** The name that the engine answered under; `null` where it does not say. */
      readonly answeredAs: string | null;
    }
  | {
      readonly kind: 'failed';
      readonly reason: FailureReason;
      /** One line for people; never contains a secret. */
      readonly detail: string;
      /** Asking again would give the same: a wrong key, an unknown model, a server that is not there. */
      readonly fatal: boolean;
    };
