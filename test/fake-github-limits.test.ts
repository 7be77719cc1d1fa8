// The fake GitHub keeps GitHub's limits, and goes wrong on demand.

import { describe, expect, it } from 'vitest';
import type { FakeGitHub, Fault } from './support/fake-github.ts';
import { gitHubOfATest, octokitFor } from './support/github-of-a-test.ts';

const LIBRARY = { owner: 'ada', repo: 'library' };
const HERE = '/repos/ada/library';

async function library() {
  const fake = await gitHubOfATest();
  const repository = await fake.addRepository('ada/library', { files: { 'Shelf.java': 'class Shelf {}\n' } });
  const token = fake.token({ permissions: { contents: 'write', issues: 'write' } });
  return { fake, repository, octokit: octokitFor(fake, token) };
}

/** Status and headers of a GET, whatever they are. */
const ask = (fake: FakeGitHub, path: string, headers: Record<string, string> = {}) =>
  fetch(`${fake.origin}${path}`, { headers });

describe('pages', () => {
  it('links to the next, the last, and what was before', async () => {
    const { fake, repository, octokit } = await library();
    const { number } = repository.openIssue({ author: 'bob', title: 'Dust' });
    for (let index = 1; index <= 7; index++) repository.comment(number, 'bob', `${index}`);
    const path = `${HERE}/issues/${number}/comments?per_page=3&page=2`;
    expect((await ask(fake, path)).headers.get('link')).toBe(
      [
        `<${fake.origin}${HERE}/issues/1/comments?per_page=3&page=1>; rel="prev"`,
        `<${fake.origin}${HERE}/issues/1/comments?per_page=3&page=3>; rel="next"`,
        `<${fake.origin}${HERE}/issues/1/comments?per_page=3&page=3>; rel="last"`,
        `<${fake.origin}${HERE}/issues/1/comments?per_page=3&page=1>; rel="first"`,
      ].join(', '),
    );
    const { listComments } = octokit.rest.issues;
    const all = await octokit.paginate(listComments, { ...LIBRARY, issue_number: number, per_page: 3 });
    expect(all.map(({ body }) => body)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });
});

describe('rates', () => {
  it('answers 304 to what has not changed, at no cost', async () => {
    const { fake, repository } = await library();
    const first = await ask(fake, `${HERE}/commits/main`);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    const again = await ask(fake, `${HERE}/commits/main`, headers);
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('x-ratelimit-remaining')).toBe(first.headers.get('x-ratelimit-remaining'));
    await repository.commit('main', { 'Shelf.java': 'class Shelf { int a; }\n' });
    expect((await ask(fake, `${HERE}/commits/main`, headers)).status).toBe(200);
  });

  it('uses up the primary limit, until it is reset', async () => {
    const { fake } = await library();
    fake.limitRate({ kind: 'primary', afterRequests: 1, resetInSeconds: 60 });
    const last = await ask(fake, HERE);
    expect([last.status, last.headers.get('x-ratelimit-remaining')]).toEqual([200, '0']);
    const over = await ask(fake, HERE);
    expect([over.status, over.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
    expect(Number(over.headers.get('x-ratelimit-reset')) * 1000).toBeGreaterThan(fake.now());
    expect(await over.json()).toMatchObject({ message: expect.stringMatching(/^API rate limit exceeded/) });
    fake.advance(61_000);
    expect((await ask(fake, HERE)).status).toBe(200);
  });

  it('says with status 200 that the points of GraphQL are used up', async () => {
    const { fake, octokit } = await library();
    fake.limitRate({ kind: 'primary', resource: 'graphql', afterRequests: 0, resetInSeconds: 60 });
    await expect(octokit.graphql('{ viewer { login } }')).rejects.toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] });
    expect(fake.requests.map(({ status }) => status)).toEqual([200]);
    await octokit.rest.repos.get(LIBRARY);
  });

  it('turns some writes away for a secondary limit', async () => {
    const { fake, octokit } = await library();
    fake.limitRate({ kind: 'secondary', afterRequests: 1, refuse: 1, retryAfterSeconds: 7, writesOnly: true });
    const write = () => octokit.rest.git.createBlob({ ...LIBRARY, content: 'x' });
    await write();
    await octokit.rest.repos.get(LIBRARY);
    const refusal = { status: 403, response: { headers: { 'retry-after': '7' } } };
    await expect(write()).rejects.toMatchObject(refusal);
    await write();
  });
});

describe('sizes', () => {
  it('gives a large file raw or as a blob only, and part of it by GraphQL', async () => {
    const { fake, repository, octokit } = await library();
    Object.assign(fake.limits, { contentsBytes: 10, graphqlTextBytes: 10 });
    await repository.commit('main', { 'Deed.java': '// äääääääääää\n', 'Seal.class': Buffer.of(0xca, 0xfe, 0, 1) });
    const { data } = await octokit.rest.repos.getContent({ ...LIBRARY, path: 'Deed.java' });
    expect(data).toMatchObject({ content: '', encoding: 'none', size: 26 });
    const raw = { ...LIBRARY, path: 'Deed.java', mediaType: { format: 'raw' } };
    expect((await octokit.rest.repos.getContent(raw)).data).toBe('// äääääääääää\n');
    const query = `{ repository(owner: "ada", name: "library") {
      deed: object(expression: "main:Deed.java") { ...blob }
      seal: object(expression: "main:Seal.class") { ...blob }
    } } fragment blob on Blob { isBinary isTruncated text }`;
    expect(await octokit.graphql(query)).toEqual({
      repository: {
        deed: { isBinary: false, isTruncated: true, text: '// äää' },
        seal: { isBinary: true, isTruncated: false, text: null },
      },
    });
  });

  it('cuts a tree short and says so', async () => {
    const { fake, repository, octokit } = await library();
    fake.limits.treeEntries = 2;
    await repository.commit('main', { 'a/A.java': 'a', 'a/B.java': 'b' });
    const { data } = await octokit.rest.git.getTree({ ...LIBRARY, tree_sha: 'main', recursive: '1' });
    expect([data.truncated, data.tree.map(({ path }) => path)]).toEqual([true, ['Shelf.java', 'a']]);
    const { data: below } = await octokit.rest.git.getTree({ ...LIBRARY, tree_sha: 'main:a' });
    expect([below.truncated, below.tree.map(({ path }) => path)]).toEqual([false, ['A.java', 'B.java']]);
  });
});

describe('faults', () => {
  const unread: readonly Fault[] = [{ kind: 'hang-up' }, { kind: 'hang-up-in-mid-answer' }, { kind: 'truncated-json' }];

  it.each(unread)('$kind: the answer cannot be read, the next can', async (fault) => {
    const { fake } = await library();
    fake.fail({ path: HERE }, fault);
    const read = async () => (await ask(fake, HERE)).json();
    await expect(read()).rejects.toThrow();
    expect(await read()).toMatchObject({ full_name: 'ada/library' });
  });

  it('never answers', async () => {
    const { fake } = await library();
    fake.fail({}, { kind: 'never-answers' });
    const given = AbortSignal.timeout(100);
    await expect(fetch(`${fake.origin}${HERE}`, { signal: given })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('fails for as many matching requests as asked', async () => {
    const { fake } = await library();
    fake.fail({ method: 'GET', path: /\/commits\// }, { kind: 'status', status: 502 }, 2);
    const statuses: number[] = [];
    for (const path of [HERE, `${HERE}/commits/main`, `${HERE}/commits/main`, `${HERE}/commits/main`]) {
      statuses.push((await ask(fake, path)).status);
    }
    expect(statuses).toEqual([200, 502, 502, 200]);
    expect(fake.requests.map(({ status }) => status)).toEqual(statuses);
  });

  it('does what was asked for though the answer is lost', async () => {
    const { fake, repository, octokit } = await library();
    const { number } = repository.openIssue({ author: 'bob', title: 'Dust' });
    fake.fail({ method: 'POST' }, { kind: 'answer-lost' });
    await expect(octokit.rest.issues.createComment({ ...LIBRARY, issue_number: number, body: 'x' })).rejects.toThrow();
    expect(repository.comments(number)).toHaveLength(1);
  });

  it('lets something happen just before a request', async () => {
    const { fake, repository, octokit } = await library();
    let pushed = '';
    fake.before({ path: `${HERE}/git/ref/heads/main` }, async () => {
      pushed = await repository.commit('main', { 'Rack.java': 'class Rack {}\n' });
    });
    const { data } = await octokit.rest.git.getRef({ ...LIBRARY, ref: 'heads/main' });
    expect(data.object.sha).toBe(pushed);
  });
});

describe('writers at once', () => {
  it('lets one of them win each time', async () => {
    const { repository, octokit } = await library();
    const { git } = octokit.rest;
    const lost: number[] = [];
    const write = async (name: string): Promise<void> => {
      const ref = { ...LIBRARY, ref: 'heads/main' };
      const parent = (await git.getRef(ref)).data.object.sha;
      const base = (await git.getCommit({ ...LIBRARY, commit_sha: parent })).data.tree.sha;
      const entry = { path: name, mode: '100644', type: 'blob', content: name } as const;
      const { data: tree } = await git.createTree({ ...LIBRARY, base_tree: base, tree: [entry] });
      const commit = await git.createCommit({ ...LIBRARY, message: name, tree: tree.sha, parents: [parent] });
      try {
        await git.updateRef({ ...ref, sha: commit.data.sha });
      } catch (error) {
        lost.push((error as { status: number }).status);
        await write(name);
      }
    };
    await Promise.all(['a', 'b', 'c', 'd'].map(write));
    const { data } = await git.getTree({ ...LIBRARY, tree_sha: 'main' });
    expect(data.tree.map(({ path }) => path)).toEqual(['Shelf.java', 'a', 'b', 'c', 'd']);
    expect(new Set(lost)).toEqual(new Set([422]));
    expect((await repository.state.git.text(['rev-list', '--count', 'main'])).trim()).toBe('5');
  });
});
