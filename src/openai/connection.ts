// One request over the wire, by the official client: what came back, or that nothing did. It never retries and never
// follows a redirect to another origin (docs/adr/0013-retries-of-our-own.md).

import type { OpenAI } from 'openai';
import type { Reach } from './public-reach.ts';

/** What became of one request. */
export type Reply =
  /** Any status, any content, whole. */
  | { readonly kind: 'replied'; readonly status: number; readonly headers: Headers; readonly text: string }
  /** No connection, or one that broke before the reply was whole. */
  | { readonly kind: 'broken'; readonly error: unknown }
  | { readonly kind: 'timed-out' };

export interface Connection {
  /** `path` begins with a slash and stands below the base URL. All reject with the signal's reason when it is aborted. */
  post(path: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Reply>;
  get(path: string, query: Query, signal: AbortSignal): Promise<Reply>;
  /** A form with a file in it, which is given the time that a slow line needs for it. */
  upload(path: string, form: FormData, bytes: number, signal: AbortSignal): Promise<Reply>;
  listModels(signal: AbortSignal): Promise<Reply>;
}

export type Query = Readonly<Record<string, string | number>>;

export interface ConnectionSettings {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  /** How servers are reached; Node's `fetch` when not given. */
  readonly reach?: Reach;
}

/** A body has a few thousand characters; a reply beyond this is no answer, and must not fill the memory. */
const LARGEST_REPLY_BYTES = 16 * 1024 * 1024;

const MOST_REDIRECTS = 3;

/** Listing models is a courtesy in a message: nobody waits long for it. */
const LISTING_TIMEOUT_MS = 5_000;

/** Half a megabit a second: slower lines do not send training sets. */
const SLOWEST_BYTES_PER_MS = 62.5;

export class ReplyTooLarge extends Error {}

/** Carries a reply other than 2xx through the client, which throws those. */
class Refusal extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super('refused');
    this.reply = reply;
  }
}

export function connect(settings: ConnectionSettings): Connection {
  const { timeoutMs } = settings;
  let client: Promise<OpenAI> | undefined;
  const opened = () => {
    client ??= openClient(settings);
    return client;
  };
  return {
    post: (path, body, signal) =>
      within(timeoutMs, signal, async (until) => (await opened()).post(path, { body, signal: until }).asResponse()),
    get: (path, query, signal) =>
      within(timeoutMs, signal, async (until) =>
        (await opened()).get(path, { query: { ...query }, signal: until }).asResponse(),
      ),
    upload: (path, form, bytes, signal) => {
      const longest = timeoutMs + Math.ceil(bytes / SLOWEST_BYTES_PER_MS);
      return within(longest, signal, async (until) =>
        (await opened()).post(path, { body: form, signal: until, timeout: longest + 1_000 }).asResponse(),
      );
    },
    listModels: (signal) =>
      within(Math.min(timeoutMs, LISTING_TIMEOUT_MS), signal, async (until) =>
        (await opened()).get('/models', { signal: until }).asResponse(),
      ),
  };
}

/** The client is loaded with the first request: a run that asks no server does not pay for it. */
async function openClient({ baseUrl, apiKey, timeoutMs, reach = fetch }: ConnectionSettings): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  class Client extends OpenAI {
    /** The client keeps of a refusal what has OpenAI's shape; other servers put the reason elsewhere. */
    protected override makeStatusError(
      status: number,
      json: object,
      text: string | undefined,
      headers: Headers,
    ): never {
      throw new Refusal({ kind: 'replied', status, headers, text: text ?? JSON.stringify(json) });
    }
  }
  return new Client({
    baseURL: baseUrl,
    // Whatever is not given here it takes from the environment, which is another tool's.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    // Ours ends first, and covers the reading of the reply too.
    timeout: timeoutMs + 1_000,
    fetch: (input, init) => fetchWhole(reach, String(input), { ...init, headers: ownHeaders(apiKey, init?.body) }),
  });
}

/** Nothing else: neither what the client tells about this machine, nor what it takes from `OPENAI_CUSTOM_HEADERS`. */
function ownHeaders(apiKey: string | null, body: unknown): Headers {
  const headers = new Headers({ accept: 'application/json', 'user-agent': 'palimpsest' });
  // `fetch` names the type of a form itself, with the boundary that it drew
  if (!(body instanceof FormData)) headers.set('content-type', 'application/json');
  if (apiKey !== null) headers.set('authorization', `Bearer ${apiKey}`);
  return headers;
}

/** As `fetch`, with the body read already. A redirect is repeated as it is on the same origin, and returned elsewhere. */
async function fetchWhole(reach: Reach, url: string, init: RequestInit): Promise<Response> {
  let target = url;
  for (let hop = 0; ; hop += 1) {
    const response = await reach(target, { ...init, redirect: 'manual' });
    const next = redirectWithin(response, target);
    if (next === null || hop === MOST_REDIRECTS) return whole(response);
    await response.body?.cancel();
    target = next;
  }
}

/** Where a redirect leads, when that is the same origin and the request may be sent there as it is. */
function redirectWithin(response: Response, from: string): string | null {
  const location = response.headers.get('location');
  if (![301, 302, 307, 308].includes(response.status) || location === null) return null;
  if (!URL.canParse(location, from)) return null;
  const to = new URL(location, from);
  return to.origin === new URL(from).origin ? to.href : null;
}

async function whole(response: Response): Promise<Response> {
  const { status, headers, body } = response;
  if (body === null) return new Response(null, { status, headers });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_REPLY_BYTES) throw new ReplyTooLarge('the reply does not end');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status, headers });
}

/** One attempt, bounded in time. The client's own clock stops when the headers are there; this one does not. */
async function within(
  timeoutMs: number,
  signal: AbortSignal,
  ask: (until: AbortSignal) => Promise<Response>,
): Promise<Reply> {
  signal.throwIfAborted();
  const ending = new AbortController();
  const stop = () => ending.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    ending.abort();
  }, timeoutMs);
  try {
    return await replyOf(await ask(ending.signal));
  } catch (error) {
    signal.throwIfAborted();
    if (late) return { kind: 'timed-out' };
    return error instanceof Refusal ? error.reply : { kind: 'broken', error };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

async function replyOf(response: Response): Promise<Reply> {
  return { kind: 'replied', status: response.status, headers: response.headers, text: await response.text() };
}
