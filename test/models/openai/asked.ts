// A model behind a fake server, and what the tests of its faults ask it.

import { afterEach } from 'vitest';
import type { Prompt } from '../../../src/core/prompt-format.ts';
import { type OpenAiSettings, openAiModel } from '../../../src/models/openai.ts';
import type { CompleteOptions, Completion, TextModel } from '../../../src/models/text-model.ts';
import { type FakeOpenAi, type FakeSettings, startFakeOpenAi } from '../../support/fake-openai.ts';

export const KEY = 'sk-ledger-0123456789abcdef';

export const CHAT: Prompt = {
  kind: 'chat',
  messages: [{ role: 'user', content: 'class Shelf {\n    int size() {}\n}' }],
};
export const TEXT: Prompt = { kind: 'text', text: 'class Shelf {\n    int size() ', suffix: null, stop: [] };

export interface Library {
  readonly server: FakeOpenAi;
  readonly model: TextModel;
  ask(prompt?: Prompt, options?: Partial<CompleteOptions>): Promise<Completion>;
}

const servers: FakeOpenAi[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A server and a model that asks it; retries come after a millisecond. */
export async function library(fake: FakeSettings = {}, settings: Partial<OpenAiSettings> = {}): Promise<Library> {
  const server = await startFakeOpenAi(fake);
  servers.push(server);
  return { server, ...modelAt(server.baseUrl, settings) };
}

export function modelAt(baseUrl: string, settings: Partial<OpenAiSettings> = {}) {
  const model = openAiModel({ baseUrl, model: 'ledger-7b', apiKey: null, retryBaseMs: 1, ...settings });
  return {
    model,
    ask: (prompt: Prompt = CHAT, options: Partial<CompleteOptions> = {}) =>
      model.complete(prompt, {
        maxTokens: 64,
        temperature: 0,
        seed: 1,
        signal: new AbortController().signal,
        ...options,
      }),
  };
}

/** The text of an answer; throws for a failure. */
export function textOf(completion: Completion): string {
  if (completion.kind === 'failed') throw new Error(`no answer: ${completion.detail}`);
  return completion.text;
}

/** The line of a failure; throws for an answer. */
export function detailOf(completion: Completion): string {
  if (completion.kind === 'answered') throw new Error(`an answer: ${completion.text}`);
  return completion.detail;
}
