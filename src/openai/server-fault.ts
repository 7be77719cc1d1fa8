// A reply other than an answer, explained: what the server refuses, and what to do about it.

import { outsideLine } from '../core/outside-text.ts';
import { type Fault, fault, type Party } from './fault.ts';
import { askedWaitMs } from './pace.ts';

export interface ServerReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A server that wants to be left alone for longer is out of quota: the run ends, and can be taken up later. */
const LONGEST_QUIET_MS = 60_000;

/**
 * How servers say that prompt and answer do not fit the window: OpenAI and those that copy it, vLLM, llama.cpp, TGI,
 * LM Studio, SGLang, Mistral, Anthropic.
 */
const OVER_THE_WINDOW = [
  /context_length_exceeded|exceed_context_size|context_window_exceeded/i,
  /maximum (context|model|input) length/i,
  /(exceeds?|longer than|overflows?|greater than)\b[^.]{0,60}\b(context|window|n_ctx|input length)/i,
  /context (length|size|window)[^.]{0,40}\b(only|exceeded|overflow)/i,
  /max_tokens must be at least 1, got -/i,
  /`?inputs`? (tokens \+|must have less than)/i,
  /(prompt|input)\b[^.]{0,40}\bis too long/i,
  /input tokens exceed/i,
];

/** Whether the prompt is what the server could not take. */
export function overTheWindow(text: string): boolean {
  return OVER_THE_WINDOW.some((pattern) => pattern.test(text));
}

export function serverFault(reply: ServerReply, party: Party, now: number): Fault {
  const { status, headers, text } = reply;
  const { keyName, apiKey, baseUrl } = party;
  const said = saidIn(text, apiKey);
  const told = said === '' ? `${status}` : `${status}: ${said}`;
  if (status >= 300 && status < 400) return redirected(reply, party);
  if (status === 401) {
    const remedy = apiKey === null ? `asks for a key: set ${keyName}` : `does not accept the key: check ${keyName}`;
    return fault(`the server ${remedy} (${told})`, { forAll: 'always' });
  }
  if (status === 402 || /insufficient_quota/.test(text)) {
    return fault(`the account has nothing left to spend (${told})`, { forAll: 'always' });
  }
  if (status === 403) {
    // A firewall may stumble over one prompt only.
    return fault(`the server refuses access: check what the key in ${keyName} may do (${told})`, {
      forAll: 'until-answered',
    });
  }
  if (status === 413) return fault(`the prompt is too large for the server (${told})`, { byPrompt: true });
  if (status !== 429 && overTheWindow(text)) {
    return fault(`the prompt does not fit the model’s window (${told})`, { byPrompt: true });
  }
  const overload = status === 429 || status === 503;
  const worthwhile = overload || status === 408 || status === 409 || status === 425 || status >= 500;
  if (!worthwhile && /plain HTTP request was sent to HTTPS port/i.test(text)) {
    return fault(`${new URL(baseUrl).host} is a TLS server: begin the base URL with https://`, { forAll: 'always' });
  }
  const wanted = headers.get('x-should-retry');
  const again = wanted === 'true' || (worthwhile && wanted !== 'false' && status !== 501) ? 'often' : 'never';
  const askedMs = again === 'often' ? askedWaitMs((name) => headers.get(name), now) : null;
  if (askedMs !== null && askedMs > LONGEST_QUIET_MS) {
    const minutes = Math.ceil(askedMs / 60_000);
    return fault(`the server wants to be asked again in ${minutes} minutes at the earliest (${told})`, {
      forAll: 'always',
    });
  }
  const what = overload
    ? 'the server has too much to do'
    : again === 'often'
      ? 'the server failed'
      : 'the server refuses the request';
  return fault(`${what} (${told})`, { again, overload, askedMs });
}

/** Neither key nor prompt is sent to where nobody has asked for it. */
function redirected({ status, headers }: ServerReply, { baseUrl, apiKey }: Party): Fault {
  const location = headers.get('location');
  const to = location !== null && URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : null;
  const where = to === null ? 'nowhere' : outsideLine(`${to.origin}${to.pathname}`, apiKey, 100);
  const why = 'not followed, since key and code would go there';
  return fault(`the server redirects to ${where} (${status}): ${why}; if that is right, make it the base URL`, {
    forAll: 'always',
  });
}

/** The server's own words, wherever it put them; at most one short line. */
function saidIn(text: string, apiKey: string | null): string {
  const page = pageTitle(text);
  if (page !== null) return outsideLine(`an HTML page${page === '' ? '' : `, “${page}”`}`, apiKey);
  return outsideLine(messageIn(parsed(text)) ?? text, apiKey);
}

/** The title of an HTML page, empty where it has none; `null` for anything else. */
export function pageTitle(text: string): string | null {
  if (!/^\s*(<!doctype html|<html|<head|<body)/i.test(text.slice(0, 1_000))) return null;
  return /<title[^>]*>([^<]{1,200})/i.exec(text.slice(0, 20_000))?.[1]?.trim() ?? '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `error.message` (OpenAI, llama.cpp), `message` (vLLM), `error` (TGI, Ollama), `detail` (FastAPI, a text or a list). */
function messageIn(json: unknown): string | null {
  if (typeof json === 'string') return json;
  if (Array.isArray(json)) return json.length === 0 ? null : json.slice(0, 3).map(oneOfMany).join('; ');
  if (typeof json !== 'object' || json === null) return null;
  const { error, message, detail } = json as { error?: unknown; message?: unknown; detail?: unknown };
  return messageIn(error) ?? messageIn(message) ?? messageIn(detail);
}

/** An entry of pydantic's list: where, and what. */
function oneOfMany(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry);
  const { loc, msg } = entry as { loc?: unknown; msg?: unknown };
  return [Array.isArray(loc) ? loc.join('.') : '', typeof msg === 'string' ? msg : ''].filter(Boolean).join(': ');
}
