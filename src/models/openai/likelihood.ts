// How likely a model finds a text, from servers that give the log-probabilities of a prompt: by `echo` and `logprobs`, as OpenAI's
// completions once did and several servers do, or by vLLM's `prompt_logprobs`.

import { z } from 'zod';
import type { TextLikelihood } from '../../core/generality.ts';
import type { Connection } from '../../openai/connection.ts';

export interface LikelihoodSettings {
  readonly connection: Pick<Connection, 'post'>;
  readonly model: string;
  readonly extraBody: Readonly<Record<string, unknown>>;
}

const number = z.number().nullable();

const echoSchema = z.looseObject({
  choices: z.tuple([
    z.looseObject({
      text: z.string(),
      logprobs: z.looseObject({ token_logprobs: z.array(number), text_offset: z.array(z.number()) }),
    }),
  ]),
});

const promptSchema = z.looseObject({
  choices: z.tuple([
    z.looseObject({
      prompt_logprobs: z.array(z.record(z.string(), z.looseObject({ logprob: z.number() })).nullable()),
    }),
  ]),
});

/** One token is asked for, since some servers refuse to write none. */
const FORMS = [
  { fields: { echo: true, logprobs: 1 }, read: readEcho },
  { fields: { prompt_logprobs: 0 }, read: readPrompt },
];

/**
 * The returned function gives `null` where the server answers in neither form; a form that it answered in is the only one that it is
 * asked in from then on. Rejects with the signal's reason when it is aborted.
 */
export function makeLikelihood({ connection, model, extraBody }: LikelihoodSettings) {
  let forms = FORMS;
  return async (text: string, signal: AbortSignal): Promise<TextLikelihood | null> => {
    for (const form of forms) {
      const body = { model, prompt: text, max_tokens: 1, temperature: 0, ...form.fields, ...extraBody };
      const reply = await connection.post('/completions', body, signal);
      if (reply.kind !== 'replied' || reply.status < 200 || reply.status >= 300) continue;
      const values = form.read(parsed(reply.text), text);
      if (values === null || values.length === 0) continue;
      forms = [form];
      return { tokens: values.length, logProbability: values.reduce((sum, value) => sum + value, 0) };
    }
    return null;
  };
}

/** Of the tokens of the prompt; the first one has none. A server that does not echo the prompt gives those of its answer. */
function readEcho(json: unknown, prompt: string): number[] | null {
  const read = echoSchema.safeParse(json).data?.choices[0];
  if (read === undefined || !read.text.startsWith(prompt)) return null;
  const { token_logprobs: values, text_offset: offsets } = read.logprobs;
  return values.flatMap((value, index) =>
    value === null || (offsets[index] ?? prompt.length) >= prompt.length ? [] : [value],
  );
}

/** Each place holds the token that stands there alone, for no alternatives were asked for. */
function readPrompt(json: unknown): number[] | null {
  const read = promptSchema.safeParse(json).data?.choices[0];
  if (read === undefined) return null;
  const places = read.prompt_logprobs.map((place) => Object.values(place ?? {}));
  if (places.some((place) => place.length > 1)) return null;
  return places.flatMap((place) => place.map(({ logprob }) => logprob));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
