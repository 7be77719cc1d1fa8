// What is sent: as little as says it, in the words that this server knows.

import type { Prompt } from '../../core/prompt-format.ts';
import type { CompleteOptions } from '../text-model.ts';

export type Endpoint = '/chat/completions' | '/completions';

export type RequestBody = Readonly<Record<string, unknown>>;

export interface Request {
  readonly endpoint: Endpoint;
  readonly body: RequestBody;
}

/** Fields that an answer can be had without. Ask for `n` samples one by one: many servers refuse or ignore `n`. */
export type OptionalField = 'temperature' | 'seed' | 'stop' | 'max_tokens' | 'max_completion_tokens';

/** OpenAI takes no more; the rest is cut off when the answer is here. */
const MOST_STOPS = 4;

/** Builds the request without the fields that the server has refused so far. */
export function requestFor(
  model: string,
  prompt: Prompt,
  { maxTokens, temperature, seed }: CompleteOptions,
  refused: ReadonlySet<OptionalField>,
  extraBody: RequestBody,
): Request {
  // `transformers serve` ignores the newer name without a word, so the older one goes first.
  const limit = refused.has('max_tokens') ? 'max_completion_tokens' : 'max_tokens';
  const fields = {
    [limit]: maxTokens,
    ...(refused.has('temperature') ? {} : { temperature }),
    // Greedy answers need none.
    ...(temperature > 0 && !refused.has('seed') ? { seed } : {}),
  };
  if (prompt.kind === 'chat') {
    return { endpoint: '/chat/completions', body: { model, messages: prompt.messages, ...fields, ...extraBody } };
  }
  const { text, suffix, stop } = prompt;
  return {
    endpoint: '/completions',
    body: {
      model,
      prompt: text,
      ...(suffix === null ? {} : { suffix }),
      ...(stop.length === 0 || refused.has('stop') ? {} : { stop: stop.slice(0, MOST_STOPS) }),
      ...fields,
      ...extraBody,
    },
  };
}

/** A server that names a field it does not know, or a value that it does not take. */
const NOT_TAKEN =
  /unsupported|not (currently )?support|unexpected|unknown|unrecogni[sz]ed|extra|forbidden|not (permitted|allowed)|deprecated|only the default/i;

const OPTIONAL: readonly OptionalField[] = ['temperature', 'seed', 'stop', 'max_tokens', 'max_completion_tokens'];

/** Without these nothing is lost: greedy answers need no seed, and stops are looked for in the answer as well. */
const DISPENSABLE: readonly OptionalField[] = ['seed', 'stop'];

/**
 * The fields of a refused request that the server would rather not have: those that it names, or, where it names none,
 * those that can be spared. Empty for any status but 400 and 422.
 */
export function fieldsRefused(status: number, said: string, body: RequestBody): readonly OptionalField[] {
  if (status !== 400 && status !== 422) return [];
  const sent = OPTIONAL.filter((field) => field in body);
  const named = sent.filter((field) => new RegExp(`\\b${field}\\b`).test(said));
  if (named.length > 0) return NOT_TAKEN.test(said) ? named : [];
  return sent.filter((field) => DISPENSABLE.includes(field));
}
