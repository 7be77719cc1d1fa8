// Pull requests as GitHub has them.

import { describe, expect, it } from 'vitest';
import { openPullRequests } from '../../src/github/pull-requests.ts';
import { repositoryOnGitHub } from '../support/github-repository.ts';

async function ledger() {
  const project = await repositoryOnGitHub({ files: { 'Ledger.java': 'class Ledger {}' } });
  await project.onGitHub.commit('tax', { 'Tax.java': 'class Tax {}' });
  return { ...project, pullRequests: openPullRequests(project.github) };
}

describe('a pull request', () => {
  it('is read as it stands', async () => {
    const { fake, onGitHub, pullRequests } = await ledger();
    const pull = await onGitHub.openPullRequest({ head: 'tax', author: 'grace', draft: true, labels: ['skip', 'a b'] });
    expect(await pullRequests.read(1)).toEqual({
      number: 1,
      url: `${fake.origin}/ada/ledger/pull/1`,
      state: 'open',
      isDraft: true,
      author: { login: 'grace', isBot: false },
      labels: ['skip', 'a b'],
      base: { branch: 'main', revision: await onGitHub.head('main') },
      head: { revision: pull.headSha, repository: 'ada/ledger' },
      isFork: false,
    });
    pull.close();
    expect((await pullRequests.read(1)).state).toBe('closed');
  });

  it('of a fork says so, even when that is gone', async () => {
    const { fake, onGitHub, pullRequests } = await ledger();
    const fork = await fake.addRepository('eve/ledger', { forkOf: onGitHub });
    await fork.commit('tax', { 'Tax.java': 'class Tax { }' });
    const pull = await onGitHub.openPullRequest({ head: 'tax', from: fork, author: 'renovate[bot]' });
    const { head, isFork, author } = await pullRequests.read(1);
    expect({ head, isFork, author }).toEqual({
      head: { revision: pull.headSha, repository: 'eve/ledger' },
      isFork: true,
      author: { login: 'renovate[bot]', isBot: true },
    });
    pull.loseHeadRepository();
    expect(await pullRequests.read(1)).toMatchObject({ head: { repository: null }, isFork: true });
  });

  it('that is none is a failure in one line', async () => {
    const { onGitHub, pullRequests } = await ledger();
    onGitHub.openIssue({ author: 'ada', title: 'An issue is no pull request' });
    for (const number of [1, 7]) {
      await expect(pullRequests.read(number)).rejects.toMatchObject({
        code: 'forge-not-found',
        message: `there is no pull request ada/ledger#${number}`,
      });
    }
  });
});

describe('the pull request with a head', () => {
  it('is the open one of that repository, by its newest commit, forks too', async () => {
    const { fake, onGitHub, pullRequests } = await ledger();
    const fork = await fake.addRepository('eve/ledger', { forkOf: onGitHub });
    await fork.commit('tax', { 'Tax.java': 'class Tax { }' });
    const own = await onGitHub.openPullRequest({ head: 'tax' });
    const forked = await onGitHub.openPullRequest({ head: 'tax', from: fork, author: 'eve' });
    expect((await pullRequests.withHead(own.headSha, 'ada/ledger'))?.number).toBe(1);
    expect((await pullRequests.withHead(forked.headSha, 'Eve/Ledger'))?.number).toBe(2);
    expect(await pullRequests.withHead(forked.headSha, 'ada/ledger')).toBeNull();
    const before = forked.headSha;
    await forked.push({ 'Tax.java': 'class Tax { int rate; }' });
    expect(await pullRequests.withHead(before, 'eve/ledger')).toBeNull();
    forked.close();
    expect(await pullRequests.withHead(forked.headSha, 'eve/ledger')).toBeNull();
  });

  it('is found on a later page', async () => {
    const { onGitHub, pullRequests } = await ledger();
    const first = await onGitHub.openPullRequest({ head: 'tax' });
    await onGitHub.commit('other', { 'Other.java': 'class Other {}' });
    for (let count = 0; count < 101; count++) await onGitHub.openPullRequest({ head: 'other' });
    expect((await pullRequests.withHead(first.headSha, 'ada/ledger'))?.number).toBe(1);
  });
});

it('a maintainer is who may push, and nobody whom the token may not ask about', async () => {
  const { fake, onGitHub, pullRequests } = await ledger();
  onGitHub.person('grace', 'write');
  onGitHub.person('eve', 'read');
  const asked = ['ada', 'grace', 'eve', 'nobody'].map((login) => pullRequests.isMaintainer(login));
  expect(await Promise.all(asked)).toEqual([true, true, false, false]);
  fake.fail({ path: /\/permission$/ }, { kind: 'status', status: 403, body: { message: 'Must have push access' } });
  expect(await pullRequests.isMaintainer('ada')).toBe(false);
});

it('a permission is told by what it grants; of who cannot be asked about it is none', async () => {
  const { fake, onGitHub, pullRequests } = await ledger();
  onGitHub.person('grace', 'maintain');
  onGitHub.person('linus', 'write');
  onGitHub.person('eve', 'read');
  const people = ['ada', 'grace', 'linus', 'eve', 'nobody', 'renovate[bot]'];
  const asked = people.map((login) => pullRequests.permissionOf(login));
  expect(await Promise.all(asked)).toEqual(['admin', 'maintain', 'write', 'read', 'read', 'none']);
  expect(await pullRequests.isMaintainer('grace')).toBe(true);
  const answers = (body: unknown) => fake.fail({ path: /\/permission$/ }, { kind: 'status', status: 200, body });
  const cases = [
    [
      { permission: 'write', role_name: 'release crew', user: { permissions: { push: true, maintain: true } } },
      'maintain',
    ],
    [{ permission: 'write', role_name: 'maintain', user: null }, 'maintain'],
    [{ permission: 'write', user: {} }, 'write'],
    [{ permission: 'something', user: {} }, 'none'],
  ] as const;
  for (const [body, permission] of cases) {
    answers(body);
    expect(await pullRequests.permissionOf('grace')).toBe(permission);
  }
});
