// Reading a repository on GitHub: how much is asked, and that what comes is what git has.

import { describe, expect, it } from 'vitest';
import { readRepositorySettings } from '../../src/config/repository-settings.ts';
import { connect } from '../../src/github/client.ts';
import { openPullRequests } from '../../src/github/pull-requests.ts';
import { openGitHubRepository } from '../../src/github/repository.ts';
import type { SourceTree } from '../../src/ports.ts';
import type { FakeGitHub, Files } from '../support/fake-github.ts';
import { ON_GITHUB, type RepositoryOnGitHub, repositoryOnGitHub } from '../support/github-repository.ts';
import { type Asked, scriptedServer } from './scripted-server.ts';

const SETTINGS = { '.github/palimpsest.yml': 'policy:\n  familiar: 0.7\n' };

function pages(count: number, text: (page: number) => string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, page) => [`src/main/java/ledger/p${page % 7}/Page${page}.java`, text(page)]),
  );
}

async function textsOf(tree: SourceTree, paths?: readonly string[]): Promise<Record<string, string | null>> {
  const texts: Record<string, string | null> = {};
  for await (const { path, bytes } of tree.read(paths ?? (await tree.list()))) {
    texts[path] = bytes === null ? null : Buffer.from(bytes).toString('utf8');
  }
  return texts;
}

/** A pull request that changes every one of `before`; the default branch went on since. */
async function changed(before: Record<string, string>, after: Files): Promise<RepositoryOnGitHub> {
  const it = await repositoryOnGitHub({ files: { ...SETTINGS, ...before } });
  await it.onGitHub.commit('feature', after);
  await it.onGitHub.commit('main', { 'README.md': 'went on' });
  await it.onGitHub.openPullRequest({ head: 'feature' });
  return it;
}

/** All that a check reads of pull request 1. */
async function readChange({ github, repository }: RepositoryOnGitHub) {
  const pull = await openPullRequests(github).read(1);
  const settings = await readRepositorySettings(repository);
  const head = await repository.resolve(pull.head.revision);
  const target = { hash: pull.base.revision, name: pull.base.branch, committedAt: null };
  const base = await repository.mergeBase(target, head);
  const files = await repository.changedFiles(base, head);
  const at = (absent: string) => files.filter(({ status }) => status !== absent).map(({ path }) => path);
  return {
    settings,
    files,
    before: await textsOf(repository.tree(base), at('added')),
    after: await textsOf(repository.tree(head), at('deleted')),
  };
}

const routes = ({ requests }: FakeGitHub) => requests.map(({ method, path }) => `${method} ${path}`);

describe('what is asked for', () => {
  it('a change of ten files takes ten requests at most', async () => {
    const [before, after] = [pages(10, (page) => `class A${page} {}`), pages(10, (page) => `class B${page} {}`)];
    const project = await changed({ ...pages(60, (page) => `class A${page} {}`), ...before }, after);
    const change = await readChange(project);
    expect(change.settings.policy.familiar).toBe(0.7);
    expect([change.before, change.after]).toEqual([before, after]);
    expect(project.fake.requests.length).toBeLessThanOrEqual(10);
  });

  it('one of two hundred files takes twenty at most', async () => {
    const [before, after] = [pages(200, (page) => `class A${page} {}`), pages(200, (page) => `class B${page} {}`)];
    const project = await changed(before, after);
    const change = await readChange(project);
    expect([change.before, change.after]).toEqual([before, after]);
    expect(project.fake.requests.length).toBeLessThanOrEqual(20);
  });

  it('one of three thousand files is read as two archives', async () => {
    const [before, after] = [pages(3_000, (page) => `class A${page} {}`), pages(3_000, (page) => `class B${page} {}`)];
    const project = await changed(before, after);
    const change = await readChange(project);
    expect(change.files).toHaveLength(3_000);
    expect([change.before, change.after]).toEqual([before, after]);
    expect(routes(project.fake).filter((route) => route.includes('/_codeload/'))).toHaveLength(2);
    expect(project.fake.requests.length).toBeLessThanOrEqual(12);
  });

  it('nothing is read twice', async () => {
    const files = pages(30, (page) => `class A${page} {}`);
    const { fake, repository, onGitHub } = await repositoryOnGitHub({ files });
    const main = await repository.resolve('main');
    await textsOf(repository.tree(main));
    const asked = fake.requests.length;
    expect(await textsOf(repository.tree(main))).toEqual(files);
    expect(fake.requests.length).toBe(asked);
    await onGitHub.commit('main', { 'src/main/java/ledger/p0/Page0.java': 'class B0 {}' });
    await textsOf(repository.tree(await repository.resolve('main')));
    expect(fake.requests.slice(asked).filter(({ path }) => path === '/graphql')).toHaveLength(1);
  });

  it('names of files never become a part of a query', async () => {
    const path = 'x") { evil: viewer { login } } #$name0.java';
    const { fake, repository } = await repositoryOnGitHub({ files: { [path]: 'class Evil {}' } });
    expect(await textsOf(repository.tree(await repository.resolve('main')))).toEqual({ [path]: 'class Evil {}' });
    const [query] = fake.requests.filter((request) => request.path === '/graphql');
    expect(JSON.stringify(query?.body)).not.toContain('evil');
  });

  it('without a token there is no query: a few files come one by one, more of them as an archive', async () => {
    const files = pages(12, (page) => `class A${page} {}`);
    const { fake, repository } = await repositoryOnGitHub({ files }, { isAnonymous: true });
    const main = await repository.defaultBranch();
    expect(main.name).toBe('main');
    const tree = repository.tree(main);
    const few = Object.keys(files).slice(0, 2);
    expect(Object.keys(await textsOf(tree, few))).toEqual(few);
    expect(await textsOf(tree)).toEqual(files);
    expect(routes(fake).filter((route) => route.includes('graphql'))).toEqual([]);
    expect(routes(fake).filter((route) => route.includes('/git/blobs/'))).toHaveLength(2);
    expect(routes(fake).filter((route) => route.includes('/_codeload/'))).toHaveLength(1);
  });
});

describe('what comes', () => {
  it('is what git has, where an archive leaves files out or writes into them', async () => {
    const files = {
      ...pages(450, (page) => `class A${page} {}`),
      '.gitattributes': 'Hidden.java export-ignore\nVersion.java export-subst\n',
      'Hidden.java': 'class Hidden {}',
      'Version.java': 'class Version { String of = "$Format:%H$"; }',
    };
    const { fake, repository } = await repositoryOnGitHub({ files });
    const tree = repository.tree(await repository.resolve('main'));
    expect(await textsOf(tree)).toEqual(files);
    expect(routes(fake).filter((route) => route.includes('/_codeload/'))).toHaveLength(1);
    expect(routes(fake).filter((route) => route.includes('graphql'))).toHaveLength(1);
  });

  it('is whole, where a query cuts a text off', async () => {
    const files = { 'Long.java': `class Long { /* ${'ä'.repeat(2_000)} */ }`, 'Short.java': 'class Short {}' };
    const { fake, repository } = await repositoryOnGitHub({ files });
    fake.limits.graphqlTextBytes = 1_000;
    expect(await textsOf(repository.tree(await repository.resolve('main')))).toEqual(files);
  });

  it.each([
    { kind: 'status', status: 502 },
    { kind: 'hang-up' },
    { kind: 'truncated-json' },
    { kind: 'hang-up-in-mid-answer' },
  ] as const)('is right after $kind at every step', async (fault) => {
    const files = pages(60, (page) => `class A${page} {}`);
    const { fake, repository } = await repositoryOnGitHub({ files });
    for (const path of [/\/commits\//, /\/git\/trees\//, /\/graphql/]) fake.fail({ path }, fault);
    expect(await textsOf(repository.tree(await repository.resolve('main')))).toEqual(files);
  });

  it('is refused when it is not what its name says', async () => {
    const name = 'b'.repeat(40);
    const tree = [{ path: 'Shelf.java', mode: '100644', type: 'blob', sha: name, size: 8 }];
    const lie = Buffer.from('class X').toString('base64');
    const server = await scriptedServer(({ url }: Asked) => {
      if (url.includes('/git/trees/')) return { body: { sha: 't', tree, truncated: false } };
      if (url.includes('/git/blobs/')) return { body: { content: lie, encoding: 'base64' } };
      return { body: { data: { repository: { blob0: { isBinary: false, isTruncated: false, text: 'class X' } } } } };
    });
    const { signal } = new AbortController();
    const api = connect('token', { baseUrl: server.url, userAgent: 'test', signal, warn: () => {} });
    const repository = openGitHubRepository({ api, ...ON_GITHUB });
    const commit = { hash: 'c'.repeat(40), name: 'main', committedAt: null };
    await expect(textsOf(repository.tree(commit))).rejects.toMatchObject({ code: 'forge-unavailable' });
  });

  it('of a repository without commits is a plain failure', async () => {
    for (const isAnonymous of [true, false]) {
      const { repository } = await repositoryOnGitHub({}, { isAnonymous });
      await expect(repository.defaultBranch()).rejects.toMatchObject({ code: 'no-default-branch' });
    }
  });

  it('of a repository that the token does not see is one too, without its token', async () => {
    const { fake, github } = await repositoryOnGitHub({ files: SETTINGS });
    await fake.addRepository('ada/secret', { private: true, files: SETTINGS });
    const none = fake.token({ permissions: {}, repositories: ['ada/ledger'] });
    const { signal } = new AbortController();
    const api = connect(none, { baseUrl: fake.origin, userAgent: 'test', signal, warn: () => {} });
    const secret = openGitHubRepository({ ...github, api, repo: 'secret' });
    const failures = [
      secret.defaultBranch(),
      secret.resolve('main'),
      secret.tree({ hash: 'c'.repeat(40), name: 'main', committedAt: null }).list(),
    ];
    for (const failing of failures) {
      const failure = await failing.catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: 'ExpectedFailure', message: expect.stringContaining('ada/secret') });
      expect(String(failure)).not.toContain(none);
    }
  });
});
