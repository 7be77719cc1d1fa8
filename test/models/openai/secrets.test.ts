// The key goes to its server and nowhere else, whatever that server does.

import { afterEach, describe, expect, it } from 'vitest';
import { type Fault, faults, startFakeOpenAi } from '../../support/fake-openai.ts';
import { CHAT, detailOf, KEY, library, modelAt, textOf } from './asked.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function otherHost() {
  const server = await startFakeOpenAi();
  closing.push(() => server.close());
  return server;
}

describe('the key', () => {
  it('is sent to the server that it is for', async () => {
    const { server, ask } = await library({ key: KEY }, { apiKey: KEY });
    textOf(await ask());
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  it.each([301, 302, 303, 307, 308])(
    'does not follow a redirect (%i) to another origin, nor does the code',
    async (status) => {
      const other = await otherHost();
      const { server, ask } = await library({ key: KEY }, { apiKey: KEY });
      server.misbehaveAlways({ kind: 'redirect', status, to: `${other.baseUrl}/chat/completions?next=x` });
      const answer = await ask();
      expect(answer).toMatchObject({ kind: 'failed', fatal: true });
      expect(detailOf(answer)).toBe(
        `the server redirects to ${other.baseUrl}/chat/completions (${status}): not followed, since key and code would go there; if that is right, make it the base URL`,
      );
      expect(other.requests).toEqual([]);
      expect(server.requests).toHaveLength(1);
    },
  );

  it('does not follow a second redirect that leaves the origin, nor a circle', async () => {
    const other = await otherHost();
    const { server, ask } = await library({ key: KEY }, { apiKey: KEY });
    server.misbehave(
      { kind: 'redirect', status: 307, to: '/v1/completions' },
      { kind: 'redirect', status: 307, to: `${other.baseUrl}/completions` },
    );
    expect(detailOf(await ask())).toContain('redirects to');
    expect(other.requests).toEqual([]);
    const circle = await library();
    circle.server.misbehaveAlways({ kind: 'redirect', status: 308, to: '/v1/chat/completions' });
    expect(detailOf(await circle.ask())).toContain('redirects to');
    expect(circle.server.requests).toHaveLength(4);
  });

  it.each([
    { kind: 'echo-key', status: 401 },
    { kind: 'echo-key', status: 403 },
    { kind: 'echo-key', status: 400 },
    { kind: 'echo-key', status: 429 },
    { kind: 'echo-key', status: 500 },
    { kind: 'echo-key', status: 200 },
    { kind: 'status', status: 404, body: KEY },
    { kind: 'status', status: 403, body: `<html><title>${KEY}</title></html>` },
    { kind: 'raw', type: 'text/html', body: `<html><title>${KEY}</title></html>` },
    { kind: 'raw', type: 'application/json', body: `{"id": "${KEY}` },
    { kind: 'raw', type: 'application/json', body: `{"choices": "${KEY}"}` },
    { kind: 'status', status: 307, headers: { location: `https://example.org/${KEY}?key=${KEY}` } },
    { kind: 'choice', choice: { finish_reason: KEY, message: { content: null } } },
    { kind: 'choice', choice: { message: { content: `{ key("${KEY}"); }` } }, beside: { model: KEY } },
    { kind: 'choice', choice: { message: { content: null, refusal: `Not with ${KEY}` } } },
  ] as Fault[])('is never repeated: %j', async (misbehaviour) => {
    const { server, ask } = await library({ models: [KEY, 'base'] }, { apiKey: KEY, retries: 1 });
    server.misbehaveAlways(misbehaviour);
    const answer = JSON.stringify([await ask(), await ask(CHAT, { temperature: 0.5 })]);
    expect(answer).not.toContain(KEY.slice(0, 8));
    expect(answer).not.toContain(KEY.slice(-8));
  });

  it('is not taken from the environment of another tool, nor is anything else', async () => {
    const foreign = {
      OPENAI_API_KEY: 'sk-of-another-tool',
      OPENAI_ADMIN_KEY: 'sk-admin-of-another-tool',
      OPENAI_ORG_ID: 'org-of-another-tool',
      OPENAI_PROJECT_ID: 'project-of-another-tool',
      OPENAI_BASE_URL: 'http://127.0.0.1:1/of-another-tool',
      OPENAI_CUSTOM_HEADERS: 'x-gateway-token: token-of-another-tool\nauthorization: Bearer of-another-tool',
      OPENAI_LOG: 'debug',
    };
    const before = { ...process.env };
    Object.assign(process.env, foreign);
    closing.push(async () => {
      for (const name of Object.keys(foreign)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    });
    const { server, ask } = await library();
    textOf(await ask());
    const { headers } = server.requests[0] ?? { headers: {} };
    expect(JSON.stringify(headers)).not.toContain('of-another-tool');
    expect(headers).not.toHaveProperty('authorization');
    expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([]);
  });
});

describe('what a server says', () => {
  it('stays on one short line on which nothing acts', async () => {
    const { server, ask } = await library();
    const message = `no\n::error::such \u{1b}[2J\u{202e}model ${'x'.repeat(5_000)}`;
    server.misbehave({ kind: 'status', status: 400, body: { error: { message } } });
    const detail = detailOf(await ask());
    expect(detail).toMatch(/^the server refuses the request \(400: no ::error::such �\[2J�model x+…\)$/);
    expect(detail.length).toBeLessThan(220);
  });

  it.each([
    [{ error: 'TGI is overloaded', error_type: 'overloaded' }, 'TGI is overloaded'],
    [{ object: 'error', message: 'vLLM of 2024', type: 'BadRequestError', code: 400 }, 'vLLM of 2024'],
    [{ detail: [{ loc: ['body', 'prompt'], msg: 'Field required' }] }, 'body.prompt: Field required'],
    [{ detail: 'FastAPI' }, 'FastAPI'],
    ['plain', 'plain'],
  ])('is found wherever it puts it: %j', async (body, said) => {
    const { server, ask } = await library();
    server.misbehave({ kind: 'status', status: 418, body });
    expect(detailOf(await ask())).toBe(`the server refuses the request (418: ${said})`);
  });

  it('counts as nothing where it is nothing', async () => {
    const { server, ask } = await library({}, { retries: 0 });
    server.misbehave({ kind: 'status', status: 500, body: '' });
    expect(detailOf(await ask())).toBe('the server failed (500)');
    expect(textOf(await modelAt(server.origin).ask())).not.toBe('');
    server.misbehave(faults.broken(503));
    expect(detailOf(await ask())).toBe('the server has too much to do (503: Internal server error)');
  });
});
