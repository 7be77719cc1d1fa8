// A reply of 200 read: the model's answer, or what is wrong with it.

import { z } from 'zod';
import { outsideLine } from '../../core/outside-text.ts';
import { type Fault, fault, type Party } from '../../openai/fault.ts';
import { pageTitle, type ServerReply, serverFault } from '../../openai/server-fault.ts';
import type { Completion } from '../text-model.ts';

export type Answered = Extract<Completion, { kind: 'answered' }>;

/** Some servers answer in parts. */
const contentSchema = z
  .union([z.string(), z.array(z.looseObject({ text: z.string().nullish().catch(null) }))])
  .nullish()
  .transform((content) =>
    Array.isArray(content) ? content.map(({ text }) => text ?? '').join('') : (content ?? null),
  );

const countSchema = z.int().min(0).nullish().catch(null);

const replySchema = z.looseObject({
  model: z.string().nullish().catch(null),
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish().catch(null),
        text: contentSchema,
        message: z.looseObject({ content: contentSchema, refusal: z.string().nullish().catch(null) }).nullish(),
      }),
    )
    .nullish(),
  usage: z.looseObject({ prompt_tokens: countSchema, completion_tokens: countSchema }).nullish().catch(null),
});

/** OpenAI's words, TGI's, and those that gateways hand through. */
const FINISHES: ReadonlyMap<string, Answered['finish']> = new Map([
  ['stop', 'stop'],
  ['eos', 'stop'],
  ['eos_token', 'stop'],
  ['stop_sequence', 'stop'],
  ['end_turn', 'stop'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['content_filter', 'refused'],
  ['safety', 'refused'],
  ['refusal', 'refused'],
]);

/**
 * Reads a reply of 2xx. What the model refuses to write is an answer (`refused`, its text the model's own words); what
 * holds no text is none. `stops`: where the answer ends, whether or not the server knew them.
 */
export function readAnswer(reply: ServerReply, stops: readonly string[], party: Party, now: number): Answered | Fault {
  const { apiKey, baseUrl } = party;
  const page = pageTitle(reply.text);
  if (page !== null) {
    const titled = page === '' ? '' : ` (“${outsideLine(page, apiKey, 60)}”)`;
    return fault(`an HTML page${titled} answers at ${baseUrl}: perhaps a proxy’s, or the base URL is another`, {
      forAll: 'until-answered',
    });
  }
  const json = parse(reply.text);
  if (json === undefined) {
    return fault(`the answer is no whole JSON: “${outsideLine(reply.text, apiKey, 60)}”`, { again: 'often' });
  }
  const failure = failureWithin(json);
  if (failure !== null) return serverFault({ ...reply, status: failure }, party, now);
  const read = replySchema.safeParse(json);
  if (!read.success)
    return fault(`the answer has another form than OpenAI’s: “${outsideLine(reply.text, apiKey, 60)}”`);
  const { model, usage, choices } = read.data;
  const [choice] = choices ?? [];
  if (choice === undefined) return fault('the server answered without any choice', { reason: 'missing' });
  const content = choice.message?.content ?? choice.text;
  const refusal = choice.message?.refusal ?? null;
  const finish = refusal === null ? finishOf(choice.finish_reason ?? null) : 'refused';
  if (content === null && finish !== 'refused' && finish !== 'length') {
    const why = outsideLine(choice.finish_reason ?? 'no reason', apiKey, 40);
    return fault(`the answer holds no text (${why})`, { reason: 'missing' });
  }
  const text = wellFormed(withoutKey(refusal ?? content ?? '', apiKey));
  const end = Math.min(...stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0));
  return {
    kind: 'answered',
    text: Number.isFinite(end) ? text.slice(0, end) : text,
    finish: Number.isFinite(end) && finish !== 'refused' ? 'stop' : finish,
    promptTokens: usage?.prompt_tokens ?? null,
    completionTokens: usage?.completion_tokens ?? null,
    answeredAs: typeof model === 'string' && model !== '' ? outsideLine(model, apiKey, 200) : null,
  };
}

function finishOf(given: string | null): Answered['finish'] {
  return FINISHES.get((given ?? '').toLowerCase()) ?? 'unknown';
}

/** A server may echo what it was sent. A key like `none` is no secret, and a word of many a body. */
function withoutKey(text: string, apiKey: string | null): string {
  return apiKey !== null && apiKey.length > 8 ? text.replaceAll(apiKey, '***') : text;
}

/** A character that was split across tokens may come as half of a pair, which no file can hold. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\u{fffd}');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Gateways report the failure of the server behind them with 200: the status that they mean, or `null`. */
function failureWithin(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('error' in json) || json.error === null) return null;
  const { error } = json;
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : Number.NaN;
  return code >= 400 && code < 600 ? code : 500;
}
