// Whole journeys of a project on GitHub, each step run as the runner runs it.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ActionOptions, READ_ONLY, runAction } from '../support/action.ts';
import { BOOKS, DEFAULT_RATE, INVOICE, PROSE, STREAMS, textOf } from '../support/books.ts';
import { type FakeGitHub, type FakePullRequest, type FakeRepository, startFakeGitHub } from '../support/fake-github.ts';

const NEW = '0'.repeat(40);

let gitHub: FakeGitHub;
let repository: FakeRepository;

beforeEach(async () => {
  gitHub = await startFakeGitHub();
  repository = await gitHub.addRepository('acme/books', { files: BOOKS });
});

afterEach(() => gitHub.close());

async function push(before: string, options: ActionOptions = {}) {
  return runAction(gitHub, await gitHub.events.push(repository, 'main', before), options);
}

async function check(pull: FakePullRequest, action: 'opened' | 'synchronize' = 'opened', options: ActionOptions = {}) {
  return runAction(gitHub, gitHub.events.pullRequest(action, pull), options);
}

function bodies(pull: FakePullRequest): string[] {
  return pull.comments().map(({ body }) => body);
}

test('first push, pull request, push, push, merge: pinned, told once, the badge moves', async () => {
  const first = await push(NEW);
  expect(first.log).not.toContain('::error');
  expect(first.exitCode).toBe(0);
  expect(first.outputs).toMatchObject({ verdict: 'fresh', freshness: '1' });
  expect(JSON.parse((await repository.file('badge.json', 'palimpsest-data')) ?? '')).toMatchObject({
    message: '100 %',
    color: 'brightgreen',
  });
  const start = await repository.head('main');

  await repository.commit('streams', STREAMS);
  const pull = await repository.openPullRequest({ head: 'streams' });
  const opened = await check(pull);
  expect(opened.log).not.toContain('::error');
  expect(opened.exitCode).toBe(0);
  expect(bodies(pull)).toHaveLength(1);
  expect(bodies(pull)[0]).toContain('outdated by this change');
  expect(bodies(pull)[0]).toMatch(/Model freshness 100(\.0)? % → 9\d\.\d %/);
  expect(opened.outputs['comment-id']).toBe(String(pull.comments()[0]?.id));

  await pull.push(DEFAULT_RATE);
  await check(pull, 'synchronize');
  expect(bodies(pull)).toHaveLength(1);
  expect(bodies(pull)[0]).toContain('TaxTable.rateFor');

  await pull.push({
    [INVOICE]: textOf(BOOKS, INVOICE),
    'src/main/java/books/TaxTable.java': textOf(BOOKS, 'src/main/java/books/TaxTable.java'),
  });
  const reduced = await check(pull, 'synchronize');
  expect(bodies(pull)).toHaveLength(1);
  expect(bodies(pull)[0]).toContain('nothing to check');
  expect(reduced.outputs.methods).toBe('0');

  await pull.push(STREAMS);
  await check(pull, 'synchronize');
  const predicted = (await check(pull, 'synchronize')).outputs.freshness;
  await pull.merge();
  const merged = await push(start);
  expect(merged.exitCode).toBe(0);
  expect(merged.outputs.freshness).toBe(predicted);
  expect(JSON.parse((await repository.file('badge.json', 'palimpsest-data')) ?? '').message).not.toBe('100 %');
  expect(repository.checkRuns.every(({ conclusion }) => ['success', 'neutral'].includes(conclusion ?? ''))).toBe(true);
});

test('a pull request before the first push: not pinned yet, and what the change moves', async () => {
  await repository.commit('streams', STREAMS);
  const pull = await repository.openPullRequest({ head: 'streams' });
  const run = await check(pull);
  expect(run.exitCode).toBe(0);
  expect(bodies(pull)[0]).toMatch(/not pinned yet/i);
  expect(bodies(pull)[0]).toContain('outdated');
  expect(run.outputs.verdict).toBe('unknown');
  expect(repository.checkRuns[0]?.conclusion).toBe('neutral');
});

test('a fork, with a token that reads only: the job summary has the report', async () => {
  await push(NEW);
  const fork = await gitHub.addRepository('eve/books', { forkOf: repository });
  await fork.commit('streams', STREAMS);
  const pull = await repository.openPullRequest({ head: 'streams', from: fork, author: 'eve' });
  const run = await check(pull, 'opened', { permissions: READ_ONLY });
  expect(run.exitCode).toBe(0);
  expect(bodies(pull)).toEqual([]);
  expect(run.summary).toContain('outdated by this change');
  expect(run.summary).toContain('may only read');
});

test('a fork by pull_request_target, and by workflow_run: one comment, the same report', async () => {
  await push(NEW);
  const fork = await gitHub.addRepository('eve/books', { forkOf: repository });
  await fork.commit('streams', STREAMS);
  const pull = await repository.openPullRequest({ head: 'streams', from: fork, author: 'eve' });
  const target = await runAction(gitHub, await gitHub.events.pullRequestTarget('opened', pull));
  expect(target.exitCode).toBe(0);
  const [comment] = bodies(pull);
  expect(comment).toContain('outdated by this change');
  const workflowRun = await runAction(gitHub, await gitHub.events.workflowRun(pull));
  expect(workflowRun.exitCode).toBe(0);
  expect(bodies(pull)).toEqual([comment]);
});

test('what no method is touched by is not commented on, and its check concludes', async () => {
  await push(NEW);
  await repository.commit('prose', PROSE);
  const pull = await repository.openPullRequest({ head: 'prose' });
  const run = await check(pull);
  expect(run.exitCode).toBe(0);
  expect(bodies(pull)).toEqual([]);
  expect(repository.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['success']);
});

test('three pushes in a row: the newest head wins, whichever run ends last', async () => {
  await push(NEW);
  await repository.commit('streams', STREAMS);
  const pull = await repository.openPullRequest({ head: 'streams' });
  const events = [gitHub.events.pullRequest('opened', pull)];
  await pull.push(DEFAULT_RATE);
  events.push(gitHub.events.pullRequest('synchronize', pull));
  await pull.push({ [INVOICE]: textOf(BOOKS, INVOICE) });
  events.push(gitHub.events.pullRequest('synchronize', pull));
  await Promise.all(events.reverse().map((event) => runAction(gitHub, event)));
  expect(bodies(pull)).toHaveLength(1);
  expect(bodies(pull)[0]).toContain('TaxTable.rateFor');
  expect(bodies(pull)[0]).not.toContain('Invoice.total');
});

test('a pull request that edits its own rules is judged by those of the default branch', async () => {
  await push(NEW);
  await repository.commit('streams', {
    ...STREAMS,
    '.github/palimpsest.yml': 'freshness:\n  line: 0.1\n',
    '.github/workflows/palimpsest.yml': 'on: push\n',
  });
  const pull = await repository.openPullRequest({ head: 'streams' });
  await check(pull);
  expect(bodies(pull)[0]).toContain('.github/palimpsest.yml');
  expect(bodies(pull)[0]).toContain('no effect on this check');
});

test('the gate: a model below the line fails the check, and the step', async () => {
  await push(NEW);
  await repository.commit('streams', { ...STREAMS, ...DEFAULT_RATE });
  const pull = await repository.openPullRequest({ head: 'streams' });
  const run = await check(pull, 'opened', { inputs: { 'maximum-drop': '0.5' } });
  expect(run.exitCode).toBe(1);
  expect(repository.checkRuns.at(-1)?.conclusion).toBe('failure');
  expect(bodies(pull)[0]).toContain('nothing to mend');
});

test('a token without checks: the comment is there, and the refusal is said', async () => {
  await push(NEW);
  await repository.commit('streams', STREAMS);
  const pull = await repository.openPullRequest({ head: 'streams' });
  const run = await check(pull, 'opened', { permissions: { contents: 'read', 'pull-requests': 'write' } });
  expect(run.exitCode).toBe(0);
  expect(bodies(pull)).toHaveLength(1);
  expect(repository.checkRuns).toEqual([]);
  expect(run.log).toMatch(/::warning.*check run was refused/);
});

test('a ruleset that refuses the data branch is a warning, and the report is shown', async () => {
  repository.guard('palimpsest-data');
  const run = await push(NEW);
  expect(run.exitCode).toBe(0);
  expect(run.log).toMatch(/::warning/);
  expect(run.summary).toContain('100');
  expect(run.outputs.verdict).toBe('fresh');
});

test('an event that asks for nothing says so', async () => {
  await repository.commit('side', STREAMS);
  const run = await runAction(gitHub, await gitHub.events.push(repository, 'side', NEW));
  expect(run.exitCode).toBe(0);
  expect(run.log).toContain('Ledger and history follow main');
  expect(gitHub.requests).toEqual([]);
});

test('a pin whose commit is gone: what is wrong and the way out are said, and the way out works', async () => {
  await push(NEW);
  const state = (await repository.file('state.json', 'palimpsest-data')) ?? '';
  const { pin } = JSON.parse(state);
  await repository.commit('palimpsest-data', { 'state.json': state.replaceAll(pin.revision, 'd'.repeat(40)) });
  await repository.commit('streams', STREAMS);
  const lost = await check(await repository.openPullRequest({ head: 'streams' }));
  expect(lost.exitCode).toBe(2);
  expect(lost.log).toContain('ddddddd, where the model is pinned, is gone');
  expect(lost.log).toContain('retrain: true');
  expect(repository.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['neutral']);
  expect(repository.checkRuns[0]?.title).toMatch(/^Not checked: the commit ddddddd/);
  const retrained = await runAction(gitHub, await gitHub.events.workflowDispatch(repository, { retrain: 'true' }));
  expect(retrained.exitCode).toBe(0);
  expect(retrained.outputs.verdict).toBe('fresh');
});
