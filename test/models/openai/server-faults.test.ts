// What a server can do wrong once it is reached: each ends in one plain line, and the rest of the run is right.

import { describe, expect, it } from 'vitest';
import { type Fault, faults } from '../../support/fake-openai.ts';
import { detailOf, KEY, library, TEXT, textOf } from './asked.ts';

const GOOD = '{\n    return titles.size();\n}';

function status(code: number, message: unknown = 'no', more: object = {}): Fault {
  return { kind: 'status', status: code, body: { error: { message } }, ...more };
}

describe('a server that stumbles', () => {
  it.each([
    ['a burst of 500', [faults.broken(), faults.broken(), faults.broken()]],
    ['a storm of 429', [faults.tooMany(), faults.tooMany(), faults.tooMany(), faults.tooMany()]],
    ['a gateway without a server', [faults.broken(502), faults.broken(503), faults.broken(504)]],
    ['hanging up', [{ kind: 'hang-up' }]],
    ['hanging up in mid-answer', [{ kind: 'hang-up-in-mid-answer' }]],
    ['truncated JSON', [{ kind: 'truncated-json' }]],
    ['a failure inside of a 200', [{ kind: 'json', body: { error: { code: 502, message: 'upstream is gone' } } }]],
    ['a redirect on the same origin', [{ kind: 'redirect', status: 308, to: '/v1/chat/completions' }]],
  ] as [string, Fault[]][])('is asked again after %s', async (_, stumbles) => {
    const { server, ask } = await library();
    server.misbehave(...stumbles);
    expect(textOf(await ask())).toBe(GOOD);
    expect(server.requests).toHaveLength(stumbles.length + 1);
  });

  it('is asked no more often than it was agreed, and says what it said', async () => {
    const { server, ask } = await library({}, { retries: 2 });
    server.misbehave(...Array<Fault>(3).fill(faults.broken()));
    expect(await ask()).toEqual({
      kind: 'failed',
      reason: 'error',
      detail: 'the server failed (500: Internal server error)',
      fatal: false,
    });
    expect(server.requests).toHaveLength(3);
    expect(textOf(await ask())).toBe(GOOD);
  });

  it('is given up after five calls in a row that failed, and not asked again', async () => {
    const { server, ask } = await library({}, { retries: 0 });
    server.misbehaveAlways(faults.broken());
    const fatal = [];
    for (let call = 1; call <= 7; call += 1) {
      const completion = await ask();
      fatal.push(completion.kind === 'failed' && completion.fatal);
    }
    expect(fatal).toEqual([false, false, false, false, true, true, true]);
    expect(server.requests).toHaveLength(5);
    expect(detailOf(await ask())).toBe(
      '5 calls in a row failed, the last one: the server failed (500: Internal server error)',
    );
  });

  it('is not given up while some calls work', async () => {
    const { server, ask } = await library({}, { retries: 0 });
    for (let call = 1; call <= 4; call += 1) {
      server.misbehave(faults.broken(), faults.broken(), faults.broken());
      for (let failing = 1; failing <= 3; failing += 1) expect(await ask()).toMatchObject({ fatal: false });
      expect(textOf(await ask())).toBe(GOOD);
    }
  });

  it('obeys a server that knows better whether to retry', async () => {
    const { server, ask } = await library();
    server.misbehave(status(500, 'a bug', { headers: { 'x-should-retry': 'false' } }));
    expect(detailOf(await ask())).toContain('a bug');
    expect(server.requests).toHaveLength(1);
  });
});

describe('a server that is slow', () => {
  it.each(['hang', 'hang-in-mid-answer'] as const)('runs out of time (%s), twice', async (kind) => {
    const { server, ask } = await library({}, { timeoutMs: 60 });
    server.misbehaveAlways({ kind });
    expect(await ask()).toEqual({
      kind: 'failed',
      reason: 'timed-out',
      detail: 'no answer in time: raise the timeout, or ask for less at once',
      fatal: false,
    });
    expect(server.requests).toHaveLength(2);
    await expect.poll(() => server.requests.every((request) => request.abandoned())).toBe(true);
  });

  it('is waited for', async () => {
    const { server, ask } = await library();
    server.misbehave({ kind: 'late', ms: 50 });
    expect(textOf(await ask())).toBe(GOOD);
  });

  it('is stopped when its answer has no end', async () => {
    const { server, ask } = await library();
    server.misbehaveAlways({ kind: 'endless' });
    expect(detailOf(await ask())).toMatch(/^127\.0\.0\.1:\d+ sent a reply that does not end$/);
  });
});

describe('a server that refuses for good', () => {
  it.each([
    [
      'a wrong key',
      { key: 'another' },
      { apiKey: KEY },
      'the server does not accept the key: check PALIMPSEST_API_KEY (401: Incorrect API key provided)',
    ],
    [
      'a missing key',
      { key: KEY },
      { keyName: 'ACME_KEY' },
      'the server asks for a key: set ACME_KEY (401: Incorrect API key provided)',
    ],
    [
      'an unknown model',
      { models: ['base', 'ledger-8b'] },
      {},
      /^http:\S+\/v1 has no model ledger-7b \(404\): it has base, ledger-8b$/,
    ],
    [
      'too many models to name',
      { models: Array.from({ length: 10 }, (_, at) => `m${at}`) },
      {},
      /it has m0, m1, m2, m3, m4, m5, m6, m7 and 2 more$/,
    ],
  ] as const)('says so once: %s', async (_, fake, settings, line) => {
    const { server, ask } = await library(fake, settings);
    const first = await ask();
    expect(first).toMatchObject({ kind: 'failed', reason: 'error', fatal: true });
    expect(detailOf(first)).toMatch(line);
    const asked = server.requests.length;
    expect(await ask()).toEqual(first);
    expect(server.requests).toHaveLength(asked);
  });

  it.each([
    [
      status(403, 'no access to this model'),
      'the server refuses access: check what the key in PALIMPSEST_API_KEY may do (403: no access to this model)',
    ],
    [status(402, 'no credit'), 'the account has nothing left to spend (402: no credit)'],
    [
      {
        kind: 'status',
        status: 429,
        body: { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } },
      },
      'the account has nothing left to spend (429: You exceeded your current quota)',
    ],
    [
      status(429, 'daily limit', { headers: { 'retry-after': '5400' } }),
      'the server wants to be asked again in 90 minutes at the earliest (429: daily limit)',
    ],
    [
      faults.loginPage,
      /^an HTML page \(“Sign in to Example Corp”\) answers at http:\S+: perhaps a proxy’s, or the base URL is another$/,
    ],
    [
      { kind: 'status', status: 403, body: '<html><title>Blocked</title>…</html>' },
      'the server refuses access: check what the key in PALIMPSEST_API_KEY may do (403: an HTML page, “Blocked”)',
    ],
    [
      { kind: 'status', status: 400, body: 'The plain HTTP request was sent to HTTPS port' },
      /is a TLS server: begin the base URL with https/,
    ],
    [
      status(400, "Server is pinned to 'base'; requested 'ledger-7b'."),
      /has the model ledger-7b, but no \/chat\/completions|has no model/,
    ],
  ] as [Fault, string | RegExp][])('ends at once: %j', async (misbehaviour, line) => {
    const { server, ask } = await library();
    server.misbehave(misbehaviour);
    const answer = await ask();
    expect(answer).toMatchObject({ fatal: true });
    expect(detailOf(answer)).toMatch(line);
    expect(await ask()).toEqual(answer);
  });

  it('takes one refusal of a server that has answered before for what it is', async () => {
    const { server, ask } = await library();
    expect(textOf(await ask())).toBe(GOOD);
    server.misbehave(status(403, 'the firewall saw SQL'), faults.loginPage);
    expect(await ask()).toMatchObject({ kind: 'failed', fatal: false });
    expect(await ask()).toMatchObject({ kind: 'failed', fatal: false });
    expect(textOf(await ask())).toBe(GOOD);
  });

  it('tells a wrong path from a wrong model', async () => {
    const { server, ask } = await library({}, { model: 'ledger-7b' });
    server.misbehave({ kind: 'status', status: 404, body: { detail: 'Not Found' } });
    expect(detailOf(await ask(TEXT))).toMatch(
      /has the model ledger-7b, but no \/completions \(404\): choose the prompt format `chat`$/,
    );
    const elsewhere = await library();
    const { ask: askElsewhere } = await library({}, { baseUrl: `${elsewhere.server.origin}/api/v9` });
    expect(detailOf(await askElsewhere())).toMatch(
      /^http:\S+\/api\/v9 has no \/chat\/completions, or no model ledger-7b \(404\): check the base URL and the model’s name$/,
    );
  });
});
