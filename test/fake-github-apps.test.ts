import { createPrivateKey, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FakeApp,
  type FakeGitHub,
  type FakeInstallation,
  type FakeRepository,
  startFakeGitHub,
} from './support/fake-github.ts';

let gitHub: FakeGitHub;
let app: FakeApp;
let books: FakeRepository;
let ledger: FakeRepository;
let installation: FakeInstallation;

beforeAll(async () => {
  gitHub = await startFakeGitHub();
  app = gitHub.registerApp();
  books = await gitHub.addRepository('acme/books', { private: true, files: { 'README.md': '# Books\n' } });
  ledger = await gitHub.addRepository('acme/ledger', { private: true });
  installation = await gitHub.install(app, [books]);
});
afterAll(() => gitHub.close());

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function jwt(claims: { readonly iat?: number; readonly exp?: number } = {}, key = app.privateKey): string {
  const now = Math.floor(gitHub.now() / 1_000);
  const text = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded({ iat: now - 60, exp: now + 540, iss: app.id, ...claims })}`;
  return `${text}.${sign('sha256', Buffer.from(text), createPrivateKey(key)).toString('base64url')}`;
}

async function ask(path: string, token: string, method = 'GET', body?: object) {
  const response = await fetch(gitHub.origin + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'test' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, data: (await response.json()) as Record<string, unknown> };
}

const tokenOf = async (body?: object) =>
  String((await ask(`/app/installations/${installation.id}/access_tokens`, jwt(), 'POST', body)).data.token);

describe('an App’s own word', () => {
  it('says who it is and where it is installed', async () => {
    expect((await ask('/app', jwt())).data).toMatchObject({ id: app.id, slug: 'palimpsest' });
    expect((await ask('/app/installations', jwt())).data).toMatchObject([{ id: installation.id }]);
    expect((await ask('/repos/acme/books/installation', jwt())).data).toMatchObject({ id: installation.id });
    expect((await ask('/repos/acme/ledger/installation', jwt())).status).toBe(404);
  });

  it('is good for ten minutes, from now on, by its own key', async () => {
    const now = Math.floor(gitHub.now() / 1_000);
    const refused = async (token: string) => (await ask('/app', token)).data.message;
    expect(await refused(jwt({ exp: now + 700 }))).toContain('too far in the future');
    expect(await refused(jwt({ exp: now - 1 }))).toContain('must be a numeric value');
    expect(await refused(jwt({ iat: now + 120 }))).toContain("'Issued at' claim");
    expect(await refused(jwt({}, gitHub.registerApp('other').privateKey))).toContain('could not be decoded');
    expect(await refused(await tokenOf())).toContain('could not be decoded');
  });
});

describe('a token of an installation', () => {
  it('reaches what it is installed on, and what is added later', async () => {
    const token = await tokenOf();
    expect((await ask('/installation/repositories', token)).data).toMatchObject({ total_count: 1 });
    expect((await ask('/repos/acme/ledger', token)).status).toBe(404);
    await installation.add(ledger);
    expect((await ask('/repos/acme/ledger', token)).status).toBe(200);
    await installation.remove(ledger);
    expect((await ask('/repos/acme/ledger', token)).status).toBe(404);
  });

  it('may be narrowed, and not widened', async () => {
    await books.commit('change', { 'A.java': 'class A {}\n' });
    const run = { name: 'palimpsest', head_sha: await books.head('change') };
    const reading = await tokenOf({ permissions: { checks: 'read' } });
    expect((await ask('/repos/acme/books/check-runs', reading, 'POST', run)).status).toBe(403);
    expect((await ask('/repos/acme/books/check-runs', await tokenOf(), 'POST', run)).status).toBe(201);
    const asked = { permissions: { contents: 'write' } };
    expect((await ask(`/app/installations/${installation.id}/access_tokens`, jwt(), 'POST', asked)).status).toBe(422);
  });

  it('ends after an hour', async () => {
    const token = await tokenOf();
    gitHub.advance(59 * 60_000);
    expect((await ask('/repos/acme/books', token)).status).toBe(200);
    gitHub.advance(60_000);
    expect((await ask('/repos/acme/books', token)).status).toBe(401);
  });
});

it('gives the credentials of a manifest once', async () => {
  const code = gitHub.acceptManifest({ name: 'registered' });
  const first = await ask(`/app-manifests/${code}/conversions`, '', 'POST');
  expect(first.data).toMatchObject({ slug: 'registered', pem: expect.stringContaining('PRIVATE KEY') });
  expect((await ask(`/app-manifests/${code}/conversions`, '', 'POST')).status).toBe(404);
});
