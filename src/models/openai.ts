// Models behind any OpenAI-compatible server: vLLM, llama.cpp, Ollama, LM Studio, TGI, `transformers serve`, hosted APIs.
// Answers are asked for whole and not as a stream: every server counts their tokens then, no server cuts a character in
// two, and nobody reads along.

import { createHash } from 'node:crypto';
import { ExpectedFailure } from '../errors.ts';
import { baseUrlWarnings, readBaseUrl } from '../openai/base-url.ts';
import { connect } from '../openai/connection.ts';
import { readKey } from '../openai/key.ts';
import type { Reach } from '../openai/public-reach.ts';
import { makeAsking } from './openai/asking.ts';
import { makeLikelihood } from './openai/likelihood.ts';
import { makeThrottle } from './openai/throttle.ts';
import type { TextModel } from './text-model.ts';

export interface OpenAiSettings {
  /** With or without `/v1`; without credentials. */
  readonly baseUrl: string;
  /** As the server calls it. */
  readonly model: string;
  /** `null`: the server asks for none. */
  readonly apiKey: string | null;
  /** Where the operator puts the key, for messages; PALIMPSEST_API_KEY by default. */
  readonly keyName?: string;
  /** For one request, from 1 to 300,000 (Node's own bound); 120,000 by default. */
  readonly timeoutMs?: number;
  /** How often a request is sent again, at most; 5 by default. */
  readonly retries?: number;
  /** How many requests are under way at once, at most; 8 by default. */
  readonly concurrency?: number;
  /** Before the first retry, doubling from there; 500 by default. */
  readonly retryBaseMs?: number;
  /** Fields for this server alone, sent as they are with every request. */
  readonly extraBody?: Readonly<Record<string, unknown>>;
  /** How servers are reached; Node's `fetch` by default. */
  readonly reach?: Reach;
}

/** Beyond it, Node's `fetch` ends a request that has not been answered, and cannot be told otherwise. */
const LONGEST_TIMEOUT_MS = 300_000;

/** Fields that are ours: one answer for each request, and whole. */
const OWN_FIELDS = ['model', 'messages', 'prompt', 'suffix', 'n', 'best_of', 'stream', 'stream_options'];

/** Throws `bad-setting`, without asking the server anything. */
export function openAiModel(settings: OpenAiSettings): TextModel {
  const { model, timeoutMs = 120_000, retries = 5, concurrency = 8, retryBaseMs = 500, extraBody = {} } = settings;
  const baseUrl = readBaseUrl(settings.baseUrl);
  const apiKey = readKey(settings.apiKey, keyName(settings));
  if (!(timeoutMs >= 1 && timeoutMs <= LONGEST_TIMEOUT_MS)) {
    throw bad(
      `a timeout of ${timeoutMs} ms is not possible`,
      `Choose one up to ${LONGEST_TIMEOUT_MS / 1_000} seconds.`,
    );
  }
  const taken = OWN_FIELDS.find((field) => field in extraBody);
  if (taken !== undefined) throw bad(`the field ${taken} cannot be set for a server`, 'Leave it out.');
  const { reach } = settings;
  const connection = connect({ baseUrl, apiKey, timeoutMs, ...(reach === undefined ? {} : { reach }) });
  return {
    provider: 'openai',
    name: model,
    facts: ['openai', baseUrl, model, ...factsOf(extraBody)],
    concurrency,
    likelihood: makeLikelihood({ connection, model, extraBody }),
    complete: makeAsking({
      connection,
      throttle: makeThrottle(concurrency),
      party: { baseUrl, model, apiKey, keyName: keyName(settings) },
      retries,
      retryBaseMs,
      extraBody,
    }),
    // Connections that wait for nothing keep no process alive.
    close: async () => {},
  };
}

/** What the operator should be told before a run: one line each, without secrets. Throws `bad-setting` as the model does. */
export function openAiWarnings(settings: OpenAiSettings): readonly string[] {
  return baseUrlWarnings(settings.baseUrl, readKey(settings.apiKey, keyName(settings)) !== null);
}

function keyName({ keyName = 'PALIMPSEST_API_KEY' }: OpenAiSettings): string {
  return keyName;
}

/** They may decide an answer, and they may hold a secret. */
function factsOf(extraBody: Readonly<Record<string, unknown>>): string[] {
  const fields = Object.entries(extraBody).sort(([a], [b]) => (a < b ? -1 : 1));
  if (fields.length === 0) return [];
  return [`fields ${createHash('sha256').update(JSON.stringify(fields)).digest('hex')}`];
}

function bad(message: string, remedy: string): ExpectedFailure {
  return new ExpectedFailure('bad-setting', message, remedy);
}
