// What the fake GitHub remembers, and the events that the runner would tell of.

import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { gitHubOfATest, octokitFor } from './support/github-of-a-test.ts';
import { temporaryFolder } from './support/scratch-repository.ts';

const LIBRARY = { owner: 'ada', repo: 'library' };
const SHELF = { 'Shelf.java': 'class Shelf {}\n' };

describe('a pull request', () => {
  it('follows its branch, is merged by a real merge, and says so in each event', async () => {
    const fake = await gitHubOfATest();
    const repository = await fake.addRepository('ada/library', { files: SHELF });
    await repository.commit('racks', { 'Rack.java': 'class Rack {}\n' });
    const pull = await repository.openPullRequest({ head: 'racks', author: 'bob', labels: ['tidy'] });
    const opened = fake.events.pullRequest('opened', pull);
    expect(opened.payload).toMatchObject({
      action: 'opened',
      pull_request: { number: 1, user: { login: 'bob' }, labels: [{ name: 'tidy' }], head: { sha: pull.headSha } },
      repository: { full_name: 'ada/library', default_branch: 'main' },
    });
    expect(opened.environment).toMatchObject({ GITHUB_REF: 'refs/pull/1/merge', GITHUB_API_URL: fake.origin });
    expect(opened.environment.GITHUB_SHA).toBe(await repository.head('refs/pull/1/merge'));
    const before = pull.headSha;
    const pushed = await pull.push({ 'Rack.java': 'class Rack { int a; }\n' });
    const synchronize = fake.events.pullRequest('synchronize', pull, { before });
    expect(synchronize.payload).toMatchObject({ before, after: pushed, pull_request: { head: { sha: pushed } } });
    const base = await repository.head();
    const merged = await pull.merge();
    const octokit = octokitFor(fake, fake.token());
    const { data } = await octokit.rest.pulls.get({ ...LIBRARY, pull_number: 1 });
    expect(data).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: merged, changed_files: 1 });
    const push = await fake.events.push(repository, 'main', base);
    expect(push.payload).toMatchObject({ ref: 'refs/heads/main', before: base, after: merged, forced: false });
    expect(push.payload.commits).toHaveLength(3);
    await repository.setBranch('main', base);
    expect((await fake.events.push(repository, 'main', merged)).payload).toMatchObject({ forced: true, commits: [] });
  });

  it('of a fork is found by head, not by its commits, and has no number in workflow_run', async () => {
    const fake = await gitHubOfATest();
    const repository = await fake.addRepository('ada/library', { files: SHELF });
    const fork = await fake.addRepository('bob/library', { forkOf: repository });
    const head = await fork.commit('racks', { 'Rack.java': 'class Rack {}\n' });
    const pull = await repository.openPullRequest({ from: fork, head: 'racks', author: 'bob' });
    const { payload, environment } = await fake.events.workflowRun(pull);
    expect(payload).toMatchObject({
      workflow_run: { head_sha: head, head_repository: { full_name: 'bob/library' }, pull_requests: [] },
    });
    expect(environment.GITHUB_SHA).toBe(await repository.head('main'));
    const target = await fake.events.pullRequestTarget('opened', pull);
    expect(target.environment).toMatchObject({ GITHUB_REF: 'refs/heads/main', GITHUB_SHA: await repository.head() });
    const { repos, pulls } = octokitFor(fake, fake.token()).rest;
    const byCommit = async (owner: string) =>
      (await repos.listPullRequestsAssociatedWithCommit({ owner, repo: 'library', commit_sha: head })).data;
    expect(await byCommit('ada')).toEqual([]);
    expect((await byCommit('bob')).map(({ base }) => base.repo.full_name)).toEqual(['ada/library']);
    expect((await pulls.list({ ...LIBRARY, head: 'bob:racks' })).data).toHaveLength(1);
    const compared = await repos.compareCommitsWithBasehead({ ...LIBRARY, basehead: 'main...bob:racks' });
    expect(compared.data).toMatchObject({ ahead_by: 1, files: [{ filename: 'Rack.java', status: 'added' }] });
    pull.loseHeadRepository();
    expect((await pulls.get({ ...LIBRARY, pull_number: 1 })).data.head.repo).toBeNull();
  });
});

describe('an Enterprise Server', () => {
  it('has its API below /api/v3 and GraphQL at /api/graphql', async () => {
    const fake = await gitHubOfATest();
    await fake.addRepository('ada/library', { files: SHELF });
    const octokit = octokitFor(fake, fake.token(), fake.enterpriseApiUrl);
    const { data } = await octokit.rest.repos.get(LIBRARY);
    expect(data.url).toBe(`${fake.enterpriseApiUrl}/repos/ada/library`);
    expect(await octokit.graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'github-actions[bot]' } });
    expect(fake.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /repos/ada/library',
      'POST /graphql',
    ]);
  });
});

describe('dispatches', () => {
  it('start workflows that can be started', async () => {
    const fake = await gitHubOfATest();
    const workflows = {
      '.github/workflows/train.yml': 'on:\n  workflow_dispatch:\n    inputs:\n      revision: {}\n',
      '.github/workflows/test.yml': 'on: [push]\n',
    };
    const repository = await fake.addRepository('ada/library', { files: workflows });
    const octokit = octokitFor(fake, fake.token({ permissions: { actions: 'write', contents: 'write' } }));
    const start = (workflow_id: string, inputs = {}) =>
      octokit.rest.actions.createWorkflowDispatch({ ...LIBRARY, workflow_id, ref: 'main', inputs });
    await start('train.yml', { revision: 'v1' });
    await expect(start('train.yml', { day: '1' })).rejects.toMatchObject({ status: 422 });
    await expect(start('test.yml')).rejects.toMatchObject({ status: 422 });
    await expect(start('nothing.yml')).rejects.toMatchObject({ status: 404 });
    await octokit.rest.repos.createDispatchEvent({ ...LIBRARY, event_type: 'stale', client_payload: { a: 1 } });
    expect(repository.dispatches).toEqual([
      { kind: 'workflow', file: 'train.yml', ref: 'main', inputs: { revision: 'v1' } },
      { kind: 'repository', eventType: 'stale', payload: { a: 1 } },
    ]);
  });
});

describe('a ruleset', () => {
  it('refuses the branch by API and by push', async () => {
    const fake = await gitHubOfATest();
    const repository = await fake.addRepository('ada/library', { files: SHELF });
    repository.guard('palimpsest-*');
    const token = fake.token({ permissions: { contents: 'write' } });
    const sha = await repository.head();
    const create = (branch: string) =>
      octokitFor(fake, token).rest.git.createRef({ ...LIBRARY, ref: `refs/heads/${branch}`, sha });
    const message = expect.stringContaining('Repository rule violations found');
    await expect(create('palimpsest-data')).rejects.toMatchObject({ status: 422, message });
    await create('other');
    const folder = temporaryFolder();
    const git = (...args: string[]) =>
      new Promise((done) => spawn('git', args, { cwd: folder, stdio: 'ignore' }).on('close', done));
    expect(await git('clone', '--quiet', fake.cloneUrl('ada/library', token), '.')).toBe(0);
    expect(await git('push', '--quiet', 'origin', 'HEAD:refs/heads/palimpsest-data')).not.toBe(0);
    expect(await git('push', '--quiet', 'origin', 'HEAD:refs/heads/another')).toBe(0);
    expect(await repository.state.git.commitOf('palimpsest-data')).toBeNull();
  });
});

describe('people and issues', () => {
  it('tells who may push, and finds the issues of one author', async () => {
    const fake = await gitHubOfATest();
    const repository = await fake.addRepository('ada/library', { files: SHELF });
    repository.person('carol', 'write');
    repository.openIssue({ author: 'bob', title: 'Dust' });
    await repository.commit('racks', { 'Rack.java': 'class Rack {}\n' });
    await repository.openPullRequest({ head: 'racks' });
    const { issues, repos } = octokitFor(fake, fake.token({ permissions: { issues: 'write' } })).rest;
    const may = async (username: string) =>
      (await repos.getCollaboratorPermissionLevel({ ...LIBRARY, username })).data.permission;
    expect([await may('ada'), await may('carol'), await may('bob')]).toEqual(['admin', 'write', 'read']);
    const { data: mine } = await issues.create({ ...LIBRARY, title: 'Stale', labels: ['model'] });
    const list = async (query: object) =>
      (await issues.listForRepo({ ...LIBRARY, ...query })).data.map(({ number }) => number);
    expect(await list({})).toEqual([3, 2, 1]);
    expect(await list({ creator: 'github-actions[bot]', labels: 'model' })).toEqual([3]);
    await issues.update({ ...LIBRARY, issue_number: mine.number, state: 'closed' });
    expect(await list({ state: 'closed' })).toEqual([3]);
    expect(repository.issues.map(({ title, state }) => [title, state])).toEqual([
      ['Dust', 'open'],
      ['Stale', 'closed'],
    ]);
  });
});

describe('a private repository', () => {
  it('gives its archive by a ticket, and nothing to an expired token', async () => {
    const fake = await gitHubOfATest();
    await fake.addRepository('ada/library', { files: SHELF, private: true });
    const token = fake.token({ permissions: { contents: 'read' }, expiresInMs: 60_000 });
    const headers = { authorization: `Bearer ${token}` };
    const redirect = await fetch(`${fake.origin}/repos/ada/library/tarball/main`, { headers, redirect: 'manual' });
    const location = new URL(redirect.headers.get('location') ?? '');
    expect((await fetch(location)).status).toBe(200);
    location.searchParams.delete('token');
    expect((await fetch(location, { headers })).status).toBe(404);
    fake.advance(60_000);
    expect((await fetch(`${fake.origin}/repos/ada/library`, { headers })).status).toBe(401);
  });
});
