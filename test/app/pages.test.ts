// Badge and history page over HTTP: what is public is open, what is private does not exist without its key.

import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ASSETS, pageKey, readPage, saveBadge, savePage } from '../../src/app/kept-pages.ts';
import { forgetName, type KnownRepository, rememberRepository } from '../../src/app/known-repositories.ts';
import { MEMORY_MS } from '../../src/app/page-access.ts';
import { pageLinks } from '../../src/app/page-links.ts';
import { makePageToken, revokePageToken } from '../../src/app/page-tokens.ts';
import { pagesHandler } from '../../src/app/pages.ts';
import { type BadgeFacts, badgeSvg } from '../../src/report/badge.ts';
import { booksPage, largePage } from '../report/html/pages.ts';
import { MemoryDocuments } from '../support/memory-documents.ts';

const BOOKS: KnownRepository = { id: 4711, installation: 7, owner: 'acme', name: 'books', isPublic: true };
const VAULT: KnownRepository = { id: 4712, installation: 7, owner: 'acme', name: 'vault', isPublic: false };
const FRESH: BadgeFacts = { verdict: 'fresh', freshness: 0.97, line: 0.9, warnWithin: 3, of: null };
const STALE: BadgeFacts = { ...FRESH, verdict: 'stale', freshness: 0.81 };
const WHOLE = { mask: (text: string) => text };

let documents: MemoryDocuments;
let server: Server;
let clock: number;
let errors: unknown[];

beforeEach(async () => {
  documents = new MemoryDocuments();
  clock = 1;
  errors = [];
  const handle = pagesHandler({ documents, onError: (error) => errors.push(error), now: () => clock });
  server = createServer(async (request, response) => {
    if (!(await handle(request, response))) response.writeHead(418).end('left alone');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  for (const repository of [BOOKS, VAULT]) {
    await rememberRepository(documents, repository);
    const place = { repository: repository.id, section: null };
    await saveBadge(documents, place, FRESH);
    await savePage(documents, place, booksPage(), WHOLE);
  }
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('the badge', () => {
  it('is the kept one, as SVG and for shields.io', async () => {
    const svg = await get('/acme/books/badge.svg');
    expect(svg.status).toBe(200);
    expect(svg.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(svg.headers['cache-control']).toBe('public, max-age=60, must-revalidate');
    expect(svg.body).toBe(badgeSvg(FRESH));
    const json = await get('/ACME/Books/badge.json');
    expect(JSON.parse(json.body)).toMatchObject({ schemaVersion: 1, message: '97 %', color: 'brightgreen' });
  });

  it('is not sent again to who has it', async () => {
    const { etag = '' } = (await get('/acme/books/badge.svg')).headers;
    for (const had of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/acme/books/badge.svg', { headers: { 'If-None-Match': had } });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
    }
    expect((await get('/acme/books/badge.svg', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  it('answers HEAD as GET, without the body', async () => {
    const [whole, head] = [await get('/acme/books/badge.svg'), await get('/acme/books/badge.svg', { method: 'HEAD' })];
    expect(head.body).toBe('');
    expect(shape(head)).toEqual({ ...shape(whole), body: '' });
  });

  it('comes from memory for seconds, and then as it is', async () => {
    await get('/acme/books/badge.svg');
    documents.reads.length = 0;
    await saveBadge(documents, { repository: BOOKS.id, section: null }, STALE);
    documents.reads.length = 0;
    expect((await get('/acme/books/badge.svg')).body).toBe(badgeSvg(FRESH));
    expect(documents.reads).toEqual([]);
    clock += MEMORY_MS + 1;
    expect((await get('/acme/books/badge.svg')).body).toBe(badgeSvg(STALE));
  });

  it('is unknown until there is a ledger', async () => {
    await rememberRepository(documents, { ...BOOKS, id: 5, name: 'atlas' });
    expect((await get('/acme/atlas/badge.svg')).body).toBe(badgeSvg({ verdict: 'unknown' }));
  });

  it('is that of the project that is asked for', async () => {
    await saveBadge(documents, { repository: BOOKS.id, section: 'services/tax & co' }, STALE);
    expect((await get('/acme/books/badge.svg?project=services%2Ftax+%26+co')).body).toBe(badgeSvg(STALE));
    expect((await get('/acme/books/badge.svg?project=services/tax%20%26%20co/')).body).toBe(badgeSvg(STALE));
    expect((await get('/acme/books/badge.svg?project=services')).status).toBe(404);
    expect((await get('/acme/books/badge.svg?project=')).body).toBe(badgeSvg(FRESH));
  });
});

describe('the history page', () => {
  it('has no script and no style of its own, and a policy that allows none', async () => {
    const { status, body, headers } = await get('/acme/books');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=|http-equiv/);
    const scripts = [...body.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts).toEqual([' type="application/json" id="ledger"', ` src="/assets/${ASSETS.js.name}"`]);
  });

  it('is sent packed to who takes that, and once', async () => {
    const packed = await get('/acme/books', { headers: { 'Accept-Encoding': 'br, gzip;q=0.5' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toBe('Accept-Encoding');
    expect(gunzipSync(packed.bytes).toString()).toBe((await get('/acme/books')).body);
    const refused = await get('/acme/books', { headers: { 'Accept-Encoding': 'gzip;q=0' } });
    expect(refused.headers['content-encoding']).toBeUndefined();
    const again = await get('/acme/books', { headers: { 'If-None-Match': packed.headers.etag ?? '' } });
    expect(again.status).toBe(304);
  });

  it('links to a style and a script that never change', async () => {
    for (const [, path = ''] of (await get('/acme/books')).body.matchAll(/"(\/assets\/[^"]+)"/g)) {
      const asset = await get(path);
      expect([asset.status, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
    expect((await get(`/assets/${ASSETS.css.name}`)).headers['content-type']).toBe('text/css; charset=utf-8');
    expect((await get(`/assets/${ASSETS.js.name}`)).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('/assets/other.js')).status).toBe(404);
  });

  it('still has its style and script when the web runs another version than the worker did', async () => {
    await documents.write([{ key: 'asset/of-another-version.js', text: '"another"' }]);
    const asset = await get('/assets/of-another-version.js');
    expect([asset.status, asset.body]).toEqual([200, '"another"']);
  });

  it('says so where there is no report yet', async () => {
    await rememberRepository(documents, { ...BOOKS, id: 5, name: 'atlas' });
    const { status, body } = await get('/acme/atlas');
    expect(status).toBe(200);
    expect(body).toContain('No report yet');
  });

  it('is kept without the keys that a text may hold', async () => {
    const page = { ...booksPage(), project: 'sk-secret' };
    await savePage(documents, { repository: BOOKS.id, section: null }, page, {
      mask: (text) => text.replaceAll('sk-secret', '***'),
    });
    const { body } = await get('/acme/books');
    expect(body).toContain('***');
    expect(body).not.toContain('sk-secret');
  });

  it('leaves out close-ups, then methods, rather than to be more than can be kept', async () => {
    const place = { repository: BOOKS.id, section: null };
    const sizeWith = async (mostBytes: number) => {
      await savePage(documents, place, largePage(2_000), { ...WHOLE, mostBytes });
      const kept = (await documents.read([pageKey(place)])).get(pageKey(place));
      return kept === undefined ? null : readPage(kept).gzip;
    };
    const whole = await sizeWith(10_000_000);
    const least = await sizeWith((whole?.length ?? 0) / 4);
    expect(gunzipSync(whole ?? '').toString()).toContain('id="ledger"');
    expect(gunzipSync(least ?? '').toString()).not.toContain('id="ledger"');
    expect(gunzipSync(least ?? '').toString()).toContain('<h1>');
  });
});

describe('a private repository', () => {
  const ADDRESSES = ['', '/badge.svg', '/badge.json', '?project=services', '?token=', `?token=${'A'.repeat(43)}`];

  for (const rest of ADDRESSES) {
    it(`answers like one that does not exist at /OWNER/REPOSITORY${rest}`, async () => {
      for (const options of [{}, { method: 'HEAD' }, { headers: { 'If-None-Match': '*' } }]) {
        documents.reads.length = 0;
        const there = await get(`/acme/vault${rest}`, options);
        const reads = documents.reads.map((keys) => keys.length);
        documents.reads.length = 0;
        const not = await get(`/acme/nothing${rest}`, options);
        expect(there.status).toBe(404);
        expect(shape(there)).toEqual(shape(not));
        expect(reads).toEqual(documents.reads.map((keys) => keys.length));
      }
    });
  }

  it('opens with a token that was made for it, and is kept nowhere on the way', async () => {
    const { token } = await makePageToken(documents, VAULT.id, { by: 'ada', now: 0 });
    for (const path of ['/acme/vault', '/acme/vault/badge.svg', '/acme/vault/badge.json']) {
      const { status, headers } = await get(`${path}?token=${token}`);
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-robots-tag']).toBe('noindex');
      expect(headers['cross-origin-resource-policy']).toBe(path === '/acme/vault' ? undefined : 'cross-origin');
      expect(headers.etag).toBeUndefined();
      expect((await get(path)).status).toBe(404);
    }
  });

  it('opens by the links that a command hands out, until they are revoked', async () => {
    const links = pageLinks({
      documents,
      repository: VAULT,
      section: null,
      baseUrl: 'https://app.example',
      now: () => 0,
    });
    const { page, badge } = await links.make('ada');
    for (const link of [page, badge]) {
      expect(link).toMatch(/^https:\/\/app\.example\/acme\/vault(\/badge\.svg)?\?token=[\w-]{43}$/);
      expect((await get(link.slice('https://app.example'.length))).status).toBe(200);
    }
    expect(await links.revoke()).toBe(1);
    for (const link of [page, badge]) expect((await get(link.slice('https://app.example'.length))).status).toBe(404);
  });

  it('opens neither with another’s token nor with a revoked one', async () => {
    const ofBooks = await makePageToken(documents, BOOKS.id, { by: 'ada', now: 0 });
    expect((await get(`/acme/vault?token=${ofBooks.token}`)).status).toBe(404);
    const { id, token } = await makePageToken(documents, VAULT.id, { by: 'ada', now: 0 });
    expect((await get(`/acme/vault?token=${token}`)).status).toBe(200);
    await revokePageToken(documents, VAULT.id, id);
    expect((await get(`/acme/vault?token=${token}`)).status).toBe(404);
  });

  it('closes within seconds of having been public', async () => {
    expect((await get('/acme/books')).status).toBe(200);
    await rememberRepository(documents, { ...BOOKS, isPublic: false });
    clock += MEMORY_MS + 1;
    expect(shape(await get('/acme/books'))).toEqual(shape(await get('/acme/nothing')));
  });
});

describe('all other addresses', () => {
  it('follow a rename, and end with the repository', async () => {
    await rememberRepository(documents, { ...BOOKS, name: 'ledgers' });
    expect((await get('/acme/books')).status).toBe(404);
    expect((await get('/acme/ledgers')).status).toBe(200);
    await forgetName(documents, BOOKS.id);
    clock += MEMORY_MS + 1;
    expect((await get('/acme/ledgers')).status).toBe(404);
    expect((await get('/acme/ledgers/badge.svg')).status).toBe(404);
  });

  it('are one and the same 404', async () => {
    const paths = [
      '/nothing',
      '/acme',
      '/acme/books/other',
      '/acme/..',
      '/%2e%2e/x',
      '//acme/books',
      '/acme/books%00',
      '/a/b/c/d',
    ];
    const expected = shape(await get('/acme/nothing'));
    for (const path of paths) expect(shape(await get(path)), path).toEqual(expected);
  });

  it('tell at / what this is, and robots to stay out', async () => {
    expect((await get('/')).body).toContain('<h1>Palimpsest</h1>');
    expect((await get('/robots.txt')).body).toBe('User-agent: *\nAllow: /$\nDisallow: /\n');
  });

  it('are left to others where nothing is to be read', async () => {
    for (const method of ['POST', 'PUT', 'OPTIONS']) expect((await get('/acme/books', { method })).status).toBe(418);
  });

  it('say nothing of a store that does not answer, and are there again with it', async () => {
    documents.failure = new Error('connection refused by postgres://palimpsest:secret@db');
    const { status, body, headers } = await get('/acme/books');
    expect([status, headers['retry-after']]).toEqual([503, '60']);
    expect(body).not.toContain('secret');
    expect(errors).toEqual([documents.failure]);
    documents.failure = null;
    expect((await get('/acme/books')).status).toBe(200);
  });
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
}

/** Sent as it is written: a path is not put in order first. */
function get(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  const { port } = server.address() as AddressInfo;
  return new Promise<Got>((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes.toString(), bytes });
      });
    });
    asked.on('error', reject).end();
  });
}

/** All that somebody outside sees of an answer, but for the time of day. */
function shape({ status, headers, body }: Got) {
  const { date: _, ...rest } = headers;
  return { status, headers: rest, names: Object.keys(rest), body };
}
