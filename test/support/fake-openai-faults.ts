// The ways in which the fake server misbehaves, one request at a time.

import type { ServerResponse } from 'node:http';
import { type AskedRequest, completionOf, type FakeSettings, modelList, refusalOf } from './fake-openai-answers.ts';

/** What goes wrong with one request. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly body?: unknown; readonly headers?: Headers }
  /** This instead of the answer, as JSON. */
  | { readonly kind: 'json'; readonly body: unknown }
  /** The usual answer with other things in its only choice, or beside it. */
  | { readonly kind: 'choice'; readonly choice?: object; readonly beside?: object }
  | { readonly kind: 'raw'; readonly type: string; readonly body: string }
  | { readonly kind: 'redirect'; readonly status: number; readonly to: string }
  | { readonly kind: 'late'; readonly ms: number }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'hang-in-mid-answer' }
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'hang-up-in-mid-answer' }
  | { readonly kind: 'truncated-json' }
  /** One byte at a time, so that every character beyond ASCII arrives in parts. */
  | { readonly kind: 'byte-by-byte' }
  | { readonly kind: 'endless' }
  /** This status, with the request's Authorization header in the message. */
  | { readonly kind: 'echo-key'; readonly status: number };

type Headers = Readonly<Record<string, string>>;

const LOGIN_PAGE = '<!DOCTYPE html>\n<html><head><title>Sign in to Example Corp</title></head><body>…</body></html>\n';

/** Faults that several tests need, by name. */
export const faults = {
  tooMany: (retryAfterMs = 1): Fault => ({
    kind: 'status',
    status: 429,
    headers: { 'retry-after-ms': String(retryAfterMs) },
    body: { error: { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' } },
  }),
  broken: (status = 500): Fault => ({
    kind: 'status',
    status,
    headers: { 'retry-after-ms': '1' },
    body: { error: { message: 'Internal server error', type: 'server_error' } },
  }),
  loginPage: { kind: 'raw', type: 'text/html; charset=utf-8', body: LOGIN_PAGE } satisfies Fault,
  anotherModel: (name: string): Fault => ({ kind: 'choice', beside: { model: name } }),
} as const;

export async function answerWell(settings: FakeSettings, asked: AskedRequest, response: ServerResponse): Promise<void> {
  const refusal = refusalOf(settings, asked);
  if (refusal !== null) return sendJson(response, refusal.status, refusal.body, refusal.headers);
  if (asked.method === 'GET') return sendJson(response, 200, modelList(settings));
  try {
    sendJson(response, 200, completionOf(settings, asked));
  } catch (error) {
    if (!isFault(error)) throw error;
    await misanswer(error, settings, asked, response);
  }
}

export async function misanswer(
  fault: Fault,
  settings: FakeSettings,
  asked: AskedRequest,
  response: ServerResponse,
): Promise<void> {
  const whole = () => Buffer.from(JSON.stringify(completionOf(settings, asked)));
  switch (fault.kind) {
    case 'status':
      if (typeof fault.body !== 'string') return sendJson(response, fault.status, fault.body ?? {}, fault.headers);
      response.writeHead(fault.status, { 'content-type': 'text/html', ...fault.headers }).end(fault.body);
      return;
    case 'json':
      return sendJson(response, 200, fault.body);
    case 'choice': {
      const { choices, ...beside } = completionOf(settings, asked);
      return sendJson(response, 200, { ...beside, ...fault.beside, choices: [{ ...choices[0], ...fault.choice }] });
    }
    case 'raw':
      response.writeHead(200, { 'content-type': fault.type }).end(fault.body);
      return;
    case 'redirect':
      response.writeHead(fault.status, { location: fault.to }).end();
      return;
    case 'late':
      await new Promise((later) => setTimeout(later, fault.ms));
      return answerWell(settings, asked, response);
    case 'hang':
      return;
    case 'hang-in-mid-answer':
      response.writeHead(200, { 'content-type': 'application/json' }).write(whole().subarray(0, 40));
      return;
    case 'hang-up':
      response.destroy();
      return;
    case 'hang-up-in-mid-answer':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole().length });
      response.write(whole().subarray(0, 40), () => response.destroy());
      return;
    case 'truncated-json':
      response.writeHead(200, { 'content-type': 'application/json' }).end(whole().subarray(0, 40));
      return;
    case 'byte-by-byte':
      response.writeHead(200, { 'content-type': 'application/json' });
      for (const byte of whole()) {
        response.write(Uint8Array.of(byte));
        await new Promise((later) => setImmediate(later));
      }
      response.end();
      return;
    case 'endless':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":"');
      pourForever(response);
      return;
    case 'echo-key':
      return sendJson(response, fault.status, {
        error: { message: `you sent Authorization: ${asked.headers.authorization ?? 'nothing'}` },
      });
    default:
      return fault satisfies never;
  }
}

function pourForever(response: ServerResponse): void {
  const more = 'a'.repeat(65_536);
  const pour = () => {
    while (!response.destroyed && response.write(more));
  };
  response.on('drain', pour);
  pour();
}

function isFault(thrown: unknown): thrown is Fault {
  return typeof thrown === 'object' && thrown !== null && 'kind' in thrown && !(thrown instanceof Error);
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers?: Headers): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
