// Requests to public addresses alone. Node's fetch cannot be told which address to connect to; its sockets can.

import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { type AddressRules, lookupBy, PUBLIC_ONLY, refuseBy } from './addresses.ts';

/** As `fetch` with `redirect: 'manual'`: one request, with text, a form or nothing as its body. */
export type Reach = (url: string, init: RequestInit) => Promise<Response>;

/** Answers of these have no body. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Rejects with an AddressRefused before anything is sent when a server is not at a public address. It goes by no proxy, whatever
 * the environment names: there the name would be resolved once more, by somebody who knows nothing of this rule.
 */
export function publicReach(rules: AddressRules = PUBLIC_ONLY): Reach {
  const lookup = lookupBy(rules);
  // of its own, for the global ones may go through a proxy
  const [plain, tls] = [new PlainAgent({ keepAlive: true }), new TlsAgent({ keepAlive: true })];
  return async (target, { method = 'GET', headers, body, signal }) => {
    const url = new URL(target);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0) refuseBy(rules, host); // sockets look up no literal address
    const sent = await encoded(body ?? null);
    const options = {
      method,
      lookup,
      headers: {
        'accept-encoding': 'identity',
        ...Object.fromEntries(new Headers(headers)),
        ...sent.headers,
      },
      ...(signal ? { signal } : {}),
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request =
        url.protocol === 'https:'
          ? tlsRequest(url, { ...options, agent: tls }, resolve)
          : plainRequest(url, { ...options, agent: plain }, resolve);
      request.on('error', reject);
      request.end(sent.body);
    });
    return responseOf(answer);
  };
}

interface Encoded {
  readonly body: string | Uint8Array | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

async function encoded(body: RequestInit['body']): Promise<Encoded> {
  if (body === null || body === undefined || body === '') return { body: undefined, headers: {} };
  if (typeof body === 'string') return { body, headers: { 'content-length': String(Buffer.byteLength(body)) } };
  if (!(body instanceof FormData)) throw new TypeError('only text and forms are sent');
  const form = new Response(body);
  const bytes = new Uint8Array(await form.arrayBuffer());
  const type = form.headers.get('content-type') ?? '';
  return { body: bytes, headers: { 'content-type': type, 'content-length': String(bytes.byteLength) } };
}

function responseOf(answer: IncomingMessage): Response {
  const status = answer.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  if (!BODILESS.has(status)) {
    return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, { status, headers });
  }
  answer.resume();
  return new Response(null, { status, headers });
}
