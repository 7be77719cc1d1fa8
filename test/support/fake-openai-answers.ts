// What a well-behaved OpenAI-compatible server answers: its models, its refusals, its completions.

import type { IncomingMessage } from 'node:http';

export interface FakeSettings {
  /** What `/models` lists; any other name is answered with 404. */
  readonly models?: readonly string[];
  /** Without it, no key is asked for. */
  readonly key?: string;
  /** What the model writes; a "token" is four characters. May throw a {@link Fault}. */
  readonly answer?: (request: AskedRequest) => string;
  /** Fields that are refused with 422, as pydantic words it. */
  readonly refuses?: readonly string[];
  /** Tokens of prompt and answer together; above it 400, in vLLM's words. */
  readonly contextTokens?: number;
  /** Above it, 429. */
  readonly atOnce?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface AskedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Parsed; `undefined` without a body. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** How many requests were under way when it came, itself among them. */
  readonly atOnce: number;
  /** Whether the client hung up before the answer was whole; known once it is over. */
  readonly abandoned: () => boolean;
}

export interface Refusal {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a well-behaved server says no to. */
export function refusalOf(
  settings: FakeSettings,
  { method, path, headers, body, atOnce }: AskedRequest,
): Refusal | null {
  const { models = ['ledger-7b'], key, refuses = [], contextTokens, atOnce: bound } = settings;
  if (key !== undefined && headers.authorization !== `Bearer ${key}`) {
    return refusal(401, 'Incorrect API key provided', 'invalid_api_key');
  }
  if (method === 'GET' && path === '/v1/models') return null;
  if (method !== 'POST' || !['/v1/chat/completions', '/v1/completions'].includes(path)) {
    return { status: 404, body: { detail: 'Not Found' } };
  }
  if (bound !== undefined && atOnce > bound) {
    return { ...refusal(429, 'Too many requests at once', null), headers: { 'retry-after-ms': '1' } };
  }
  const unknown = refuses.find((field) => body !== undefined && field in body);
  if (unknown !== undefined) {
    const detail = [{ type: 'extra_forbidden', loc: ['body', unknown], msg: 'Extra inputs are not permitted' }];
    return { status: 422, body: { detail } };
  }
  if (!models.includes(String(body?.model))) {
    return refusal(404, `The model \`${String(body?.model)}\` does not exist.`, null);
  }
  const asked = tokensOf(promptOf(body)) + tokenLimit(body);
  if (contextTokens !== undefined && asked > contextTokens) {
    const message = `This model's maximum context length is ${contextTokens} tokens. However, you requested ${asked} tokens. Please reduce the length of the messages or completion.`;
    return refusal(400, message, null);
  }
  return null;
}

function refusal(status: number, message: string, code: string | null): Refusal {
  return { status, body: { error: { message, type: 'invalid_request_error', param: null, code } } };
}

export function modelList({ models = ['ledger-7b'] }: FakeSettings) {
  return { object: 'list', data: models.map((id) => ({ id, object: 'model', owned_by: 'fake' })) };
}

const DEFAULT_ANSWER = '{\n    return titles.size();\n}';

export function completionOf(settings: FakeSettings, asked: AskedRequest) {
  const { body } = asked;
  const whole = (settings.answer ?? (() => DEFAULT_ANSWER))(asked);
  const stopped = beforeStop(whole, body?.stop);
  const cut = stopped.slice(0, tokenLimit(body) * 4);
  const finish_reason = cut.length < stopped.length ? 'length' : 'stop';
  const prompt_tokens = tokensOf(promptOf(body));
  const completion_tokens = tokensOf(cut);
  const chat = asked.path.endsWith('/chat/completions');
  return {
    id: 'fake-1',
    object: chat ? 'chat.completion' : 'text_completion',
    created: 0,
    model: String(body?.model),
    choices: [
      chat
        ? { index: 0, finish_reason, message: { role: 'assistant', content: cut } }
        : { index: 0, finish_reason, text: cut },
    ],
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
  };
}

function beforeStop(text: string, stop: unknown): string {
  const stops = Array.isArray(stop) ? stop.map(String) : [];
  const ends = stops.map((one) => text.indexOf(one)).filter((index) => index >= 0);
  return text.slice(0, Math.min(text.length, ...ends));
}

function tokenLimit(body: AskedRequest['body']): number {
  return Number(body?.max_tokens ?? body?.max_completion_tokens ?? 16);
}

function promptOf(body: AskedRequest['body']): string {
  return `${JSON.stringify(body?.messages ?? body?.prompt ?? '')}${String(body?.suffix ?? '')}`;
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}
