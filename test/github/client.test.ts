// The client as both shells make it, against a real server.

import { spawnSync } from 'node:child_process';
import { getOctokit } from '@actions/github';
import { describe, expect, it } from 'vitest';
import { ExpectedFailure } from '../../src/errors.ts';
import {
  type ClientSettings,
  connect,
  GITHUB_PLUGINS,
  type GitHubApi,
  gitHubOptions,
} from '../../src/github/client.ts';
import { forgeFailure, isRefused, refusalOf } from '../../src/github/failures.ts';
import { type Answer, scriptedServer } from './scripted-server.ts';

const TOKEN = 'ghs_0123456789abcdefghijklmnop';
const REPOSITORY = { owner: 'acme', repo: 'ledger' };
const QUICK = { secondMs: 1, requestTimeoutMs: 500 };

function settings(baseUrl: string, changes: Partial<ClientSettings> = {}): ClientSettings {
  const { signal } = new AbortController();
  return { baseUrl, userAgent: 'palimpsest/1.2.3', signal, warn: () => {}, waits: QUICK, ...changes };
}

const CLIENTS: readonly [string, (settings: ClientSettings) => GitHubApi][] = [
  ['the command line', (given) => connect(TOKEN, given)],
  ['the Action', (given) => getOctokit(TOKEN, gitHubOptions(given), ...GITHUB_PLUGINS)],
];

/** The failure that reading a repository ends in. */
async function failureOf(api: GitHubApi): Promise<ExpectedFailure> {
  const failure = await api.rest.repos.get(REPOSITORY).then(
    () => new Error('it did not fail'),
    (error: unknown) => forgeFailure(error, 'reading acme/ledger'),
  );
  if (failure instanceof ExpectedFailure) return failure;
  throw failure;
}

describe.each(CLIENTS)('the client of %s', (_, make) => {
  it('says who it is, and sends its token', async () => {
    const server = await scriptedServer([{ body: { default_branch: 'main' } }]);
    const { data } = await make(settings(`${server.url}/`)).rest.repos.get(REPOSITORY);
    expect(data.default_branch).toBe('main');
    expect(server.asked[0]).toMatchObject({
      url: '/repos/acme/ledger',
      headers: { authorization: `token ${TOKEN}`, 'user-agent': expect.stringContaining('palimpsest/1.2.3') },
    });
  });

  it.each([
    ['https of github.com', '', '/graphql'],
    ['a GitHub Enterprise Server', '/api/v3', '/api/graphql'],
  ])('asks GraphQL of %s beside its API', async (_, path, expected) => {
    const server = await scriptedServer([{ body: { data: { viewer: null } } }]);
    await make(settings(`${server.url}${path}`)).graphql('query { viewer { login } }');
    expect(server.asked.map(({ url }) => url)).toEqual([expected]);
  });

  it.each<[string, Answer]>([
    ['an error of the server', { status: 502 }],
    ['a connection that ends', { fault: 'drop' }],
    ['an answer that is cut off', { fault: 'cut', body: { default_branch: 'main' } }],
    ['JSON that ends too early', { body: '{"default_branch":' }],
    ['no answer in time', { fault: 'never' }],
  ])('tries again after %s', async (_, fault) => {
    const server = await scriptedServer([fault, { body: { default_branch: 'main' } }]);
    const { data } = await make(settings(server.url)).rest.repos.get(REPOSITORY);
    expect(data.default_branch).toBe('main');
    expect(server.asked).toHaveLength(2);
  });

  it('gives up after four tries, and says so in one line', async () => {
    const server = await scriptedServer([{ status: 503, body: { message: 'No server is available' } }]);
    const failure = await failureOf(make(settings(server.url)));
    expect(failure.code).toBe('forge-unavailable');
    expect(failure.message).toBe('GitHub has trouble (503) while reading acme/ledger: No server is available');
    expect(server.asked).toHaveLength(4);
  });

  it('waits for a limit that is lifted soon, and warns', async () => {
    const warnings: string[] = [];
    const limited = { status: 403, headers: { 'retry-after': '2' }, body: { message: 'secondary rate limit' } };
    const server = await scriptedServer([limited, { body: { default_branch: 'main' } }]);
    await make(settings(server.url, { warn: (warning) => warnings.push(warning) })).rest.repos.get(REPOSITORY);
    expect(warnings).toEqual(['GitHub’s secondary rate limit is reached; waiting for 2 s']);
  });

  it('does not wait for one that is lifted late: it says when', async () => {
    const reset = Date.UTC(2037, 5, 1, 14, 5) / 1000;
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
    const server = await scriptedServer([
      { status: 403, headers, body: { message: 'API rate limit exceeded for installation ID 1.' } },
    ]);
    const failure = await failureOf(make(settings(server.url)));
    expect(failure.code).toBe('forge-unavailable');
    expect(failure.message).toContain('2037-06-01 14:05 UTC');
    expect(server.asked).toHaveLength(1);
  });

  it('does not ask for ever where a limit is said to be lifted, and is not', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' };
    const server = await scriptedServer([{ status: 429, headers, body: { message: 'API rate limit exceeded' } }]);
    expect((await failureOf(make(settings(server.url)))).code).toBe('forge-unavailable');
    expect(server.asked).toHaveLength(4);
  });

  it('waits for a minute or so in all, whatever each wait is', async () => {
    const warnings: string[] = [];
    const limited = { status: 429, headers: { 'retry-after': '30' }, body: { message: 'secondary rate limit' } };
    const server = await scriptedServer([limited]);
    const failure = await failureOf(make(settings(server.url, { warn: (warning) => warnings.push(warning) })));
    expect(failure.code).toBe('forge-unavailable');
    expect(warnings).toHaveLength(2);
  });

  it.each<[string, Answer]>([
    ['an answer', { fault: 'never' }],
    ['a limit', { status: 403, headers: { 'retry-after': '60' }, body: { message: 'secondary rate limit' } }],
  ])('stops at once, with the reason, while it waits for %s', async (_, answer) => {
    const stopping = new AbortController();
    const reason = new ExpectedFailure('cancelled', 'stopped', 'Run it again.');
    const server = await scriptedServer(() => {
      setTimeout(() => stopping.abort(reason), 20);
      return answer;
    });
    const waits = { requestTimeoutMs: 60_000, secondMs: 1_000 };
    const api = make(settings(server.url, { signal: stopping.signal, waits }));
    await expect(api.rest.repos.get(REPOSITORY)).rejects.toBe(reason);
    await expect(api.rest.repos.get(REPOSITORY)).rejects.toBe(reason);
    expect(server.asked).toHaveLength(1);
  });

  it('never sends its token to where it is redirected', async () => {
    const elsewhere = await scriptedServer([{ body: { default_branch: 'main' } }]);
    const server = await scriptedServer([{ status: 302, headers: { location: `${elsewhere.url}/moved` } }]);
    await make(settings(server.url)).rest.repos.get(REPOSITORY);
    expect(elsewhere.asked.map(({ url }) => url)).toEqual(['/moved']);
    expect(JSON.stringify(elsewhere.asked)).not.toContain(TOKEN);
  });
});

describe('failures', () => {
  it.each([
    [401, 'Bad credentials', 'forge-refused'],
    [403, 'Resource not accessible by integration', 'forge-refused'],
    [404, 'Not Found', 'forge-not-found'],
    [410, 'Issues are disabled for this repo', 'forge-not-found'],
    [422, 'Validation Failed', 'forge-refused'],
  ] as const)('of status %i are %s in one line', async (status, message, code) => {
    const server = await scriptedServer([{ status, body: { message, documentation_url: 'https://docs.example' } }]);
    const failure = await failureOf(connect(TOKEN, settings(server.url)));
    expect(failure.code).toBe(code);
    expect(failure.message).toContain('reading acme/ledger');
    expect(failure.message).not.toContain('docs.example');
    expect(failure.remedy).not.toBe('');
    expect(server.asked).toHaveLength(1);
  });

  it('hold neither token nor body, however hostile the answer', async () => {
    const message = `token ${'x'.repeat(10_000)}\n::set-output name=a::b\u001b[31m\u202e`;
    const server = await scriptedServer([{ status: 400, body: { message } }]);
    const failure = await failureOf(connect(TOKEN, settings(server.url)));
    expect(failure.message.length).toBeLessThan(400);
    expect(failure.message).toMatch(/^\P{C}+$/u);
    expect(`${failure.message}${failure.remedy}${failure.stack}`).not.toContain(TOKEN);
  });

  it('say which permission GitHub asks for', async () => {
    const headers = { 'x-accepted-github-permissions': 'contents=read' };
    const server = await scriptedServer([{ status: 403, headers, body: { message: 'Resource not accessible' } }]);
    expect((await failureOf(connect(TOKEN, settings(server.url)))).remedy).toContain('contents: read');
  });

  it('of a server that is not there say that it could not be reached', async () => {
    const failure = await failureOf(connect(null, settings('http://127.0.0.1:9')));
    expect(failure).toMatchObject({ code: 'forge-unavailable', message: expect.stringContaining('not be reached') });
  });

  it('of GraphQL are as those of the rest', async () => {
    const said = { data: null, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to a Repository' }] };
    const server = await scriptedServer([{ body: said }]);
    const error = await connect(TOKEN, settings(server.url))
      .graphql('{ viewer { login } }')
      .catch((reason) => reason);
    expect(forgeFailure(error, 'reading acme/ledger')).toMatchObject({ code: 'forge-not-found' });
  });

  it('that are bugs stay what they are', () => {
    const bug = new TypeError('undefined is not a function');
    expect(forgeFailure(bug, 'reading')).toBe(bug);
    expect(refusalOf(bug)).toBeNull();
  });
});

describe('a refusal', () => {
  const comment = { ...REPOSITORY, issue_number: 7, body: 'hello' };
  const write = async (answer: Answer) => {
    const server = await scriptedServer([answer]);
    const api = connect(TOKEN, settings(server.url));
    return api.rest.issues.createComment(comment).catch((error: unknown) => error);
  };

  it('is what a token may not do, in the words of GitHub', async () => {
    const error = await write({ status: 403, body: { message: 'Resource not accessible by integration' } });
    expect(refusalOf(error)).toBe('Resource not accessible by integration');
  });

  it('is a write to what the token does not see', async () => {
    expect(isRefused(await write({ status: 404, body: { message: 'Not Found' } }))).toBe(true);
  });

  it.each<[string, Answer]>([
    ['a limit', { status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: { message: 'API rate limit' } }],
    ['what is not accepted', { status: 422, body: { message: 'Validation Failed' } }],
    ['an error of the server', { status: 500, body: { message: 'Server Error' } }],
  ])('is not %s', async (_, answer) => {
    expect(isRefused(await write(answer))).toBe(false);
  });

  it('is not what a reader does not find', async () => {
    const server = await scriptedServer([{ status: 404, body: { message: 'Not Found' } }]);
    const error = await connect(TOKEN, settings(server.url))
      .rest.repos.get(REPOSITORY)
      .catch((reason) => reason);
    expect(isRefused(error)).toBe(false);
  });
});

it('nothing of the client keeps a process alive', () => {
  const client = new URL('../../src/github/client.ts', import.meta.url).href;
  const script = `import { createServer } from 'node:http';
    const { connect } = await import(${JSON.stringify(client)});
    const server = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1', async () => {
      const baseUrl = 'http://127.0.0.1:' + server.address().port;
      const signal = new AbortController().signal;
      const api = connect('token', { baseUrl, userAgent: 'test', signal, warn() {} });
      await api.rest.issues.createComment({ owner: 'a', repo: 'b', issue_number: 1, body: 'c' });
      await api.rest.repos.get({ owner: 'a', repo: 'b' });
      server.closeAllConnections();
      server.close();
    });`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const { status, signal, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 30_000 });
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
});
