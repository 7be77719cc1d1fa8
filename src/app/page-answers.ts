// Answers of the App's pages: bodies with their headers, the same for everybody who gets the same answer.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Content, html } from '../report/html/markup.ts';
import { ASSETS, assetAddress } from './kept-pages.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | { readonly gzip: Buffer };
  readonly cacheControl: string;
  readonly etag?: string;
  readonly more?: Readonly<Record<string, string>>;
}

export const HTML = 'text/html; charset=utf-8';
export const PLAIN = 'text/plain; charset=utf-8';

const NAME = 'Palimpsest';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ALWAYS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // the address may hold a token
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

const unpack = promisify(gunzip);

/** Sends an answer to a GET or HEAD; 304 where the reader has it already. */
export async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, type, body, cacheControl, etag, more } = answer;
  const headers = {
    ...ALWAYS,
    'Cache-Control': cacheControl,
    ...(etag === undefined ? {} : { ETag: etag }),
    ...(typeof body === 'string' ? {} : { Vary: 'Accept-Encoding' }),
    ...more,
  };
  if (etag !== undefined && has(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const isPacked = typeof body !== 'string' && takesGzip(request);
  const bytes = typeof body === 'string' ? Buffer.from(body) : isPacked ? body.gzip : await unpack(body.gzip);
  response.writeHead(status, {
    ...headers,
    'Content-Type': type,
    'Content-Length': bytes.length,
    ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match: compared weakly. */
function has(header: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return (header ?? '').split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}

function takesGzip(request: IncomingMessage): boolean {
  const header = request.headers['accept-encoding'];
  return /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)/i.test(String(header ?? ''));
}

/** For what is not there, and for what may not be seen. */
export const NOT_FOUND: Answer = {
  status: 404,
  type: HTML,
  body: plainPage('Nothing to see here', [
    'There is no page at this address, or it opens only with the key that a maintainer of its repository made.',
  ]),
  cacheControl: 'no-store',
};

export const OUT_OF_ORDER: Answer = {
  status: 503,
  type: HTML,
  body: plainPage('Not now', ['The page cannot be read at the moment. Try again in a minute.']),
  cacheControl: 'no-store',
  more: { 'Retry-After': '60' },
};

/** A page of a few sentences. */
export function plainPage(title: string, paragraphs: readonly Content[]): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === NAME ? NAME : `${title} · ${NAME}`}</title>
<link rel="stylesheet" href="${assetAddress(ASSETS.css)}">
</head>
<body>
<main>
<h1>${title}</h1>
${paragraphs.map((paragraph) => html`<p>${paragraph}</p>\n`)}</main>
</body>
</html>
`.text;
}
