// Text models without an engine: each answers by a rule that a test can state in a line, and keeps what it was asked.

import type { Prompt } from '../../src/core/prompt-format.ts';
import { NO_BUDGET } from '../../src/core/usage.ts';
import { type LanguageModelSettings, languageModel } from '../../src/models/language-model.ts';
import type { CompleteOptions, Completion, TextModel } from '../../src/models/text-model.ts';
import { ESTIMATED_TOKENS } from '../../src/models/token-counter.ts';
import type { AnswerCache } from '../../src/ports.ts';
import { java } from './job-surroundings.ts';

export interface Question {
  readonly prompt: Prompt;
  readonly options: CompleteOptions;
}

export interface FakeTextModel extends TextModel {
  readonly asked: readonly Question[];
  readonly closed: () => number;
}

type Answer = (question: Question) => string | Completion | Promise<string | Completion>;

/** A string is an answer of 100 tokens of prompt and 10 of its own. */
export function textModelThat(answer: Answer, stated: Partial<TextModel> = {}): FakeTextModel {
  const asked: Question[] = [];
  let closed = 0;
  return {
    provider: 'fake',
    name: 'acme/ledger-7b',
    facts: ['fake'],
    concurrency: 1,
    asked,
    closed: () => closed,
    async complete(prompt, options) {
      options.signal.throwIfAborted();
      asked.push({ prompt, options });
      const given = await answer({ prompt, options });
      return typeof given === 'string' ? answered(given) : given;
    },
    async close() {
      closed++;
    },
    ...stated,
  };
}

export function answered(text: string, stated: Partial<Extract<Completion, { kind: 'answered' }>> = {}): Completion {
  return {
    kind: 'answered',
    text,
    finish: 'stop',
    promptTokens: 100,
    completionTokens: 10,
    answeredAs: 'acme/ledger-7b',
    ...stated,
  };
}

export function languageModelOf(text: TextModel, stated: Partial<LanguageModelSettings> = {}) {
  return languageModel({
    text,
    origin: { baseModel: null, trainedAt: null, recipe: null },
    language: java,
    format: 'chat',
    windowTokens: 8_192,
    maxTokens: 50,
    temperature: 0,
    sampleTemperature: 0.8,
    tokens: ESTIMATED_TOKENS,
    cache: null,
    budget: NO_BUDGET,
    price: null,
    ...stated,
  });
}

/** A cache that a test can look into. */
export function memoryCache(): AnswerCache & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key) => kept.get(key),
    put: async (key, answer) => {
      kept.set(key, answer);
    },
  };
}
