// What a team settles, by inputs and by its settings file, and what a token is allowed to: each heeded, or told in one line.

import { describe, expect } from 'vitest';
import { type ActionRun, READ_ONLY, runAction } from '../support/action.ts';
import { BOOKS, INVOICE, PROSE, STREAMS, textOf } from '../support/books.ts';
import { annotationsIn, bodies, DATA_BRANCH, NEW, PATIENCE_MS, type Project, test } from '../support/pinned-books.ts';

const SETTINGS = '.github/palimpsest.yml';

function requireOneLine(run: ActionRun, expected: string | RegExp): void {
  expect(run.exitCode, run.log).toBe(2);
  const lines = run.log.split('\n').filter((line) => line !== '' && !line.startsWith('::add-mask::'));
  expect(lines).toEqual([expect.stringMatching(expected)]);
  expect(run.log).not.toMatch(/^ +at /m);
}

describe.concurrent('which pull requests are checked, and where that is said', { timeout: PATIENCE_MS }, () => {
  test('a draft is not, until it is ready; one with the skip label is not', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS, { draft: true });
    const asDraft = await pinned.check(pull);
    expect(asDraft.log).toContain('Not checked: it is a draft.');
    expect(pinned.repository.checkRuns).toMatchObject([{ conclusion: 'neutral', title: 'Not checked: it is a draft' }]);
    pull.setDraft(false);
    pull.label('palimpsest: skip');
    const labelled = await pinned.check(pull, {}, 'ready_for_review');
    expect(labelled.log).toContain('it has the label "palimpsest: skip"');
    expect(bodies(pull)).toEqual([]);
    pull.unlabel('palimpsest: skip');
    await pinned.check(pull, {}, 'unlabeled');
    expect(bodies(pull)).toHaveLength(1);
    expect(pinned.repository.checkRuns).toHaveLength(1);
  });

  test('a bot’s is checked and not commented on, unless the settings at another path say so', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS, { author: 'renovate[bot]' });
    const run = await pinned.check(pull);
    expect(run.outputs.methods).toBe('1');
    expect(bodies(pull)).toEqual([]);
    expect(run.summary).toContain('outdated by this change');
    await pinned.repository.commit('main', { 'tools/palimpsest.yml': 'pull-requests:\n  bots: true\n' });
    await pinned.check(pull, { inputs: { config: 'tools/palimpsest.yml' } });
    expect(bodies(pull)).toHaveLength(1);
  });

  test('comment: never, and always', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS);
    await pinned.check(pull, { inputs: { comment: 'never', samples: '3' } });
    expect(bodies(pull)).toEqual([]);
    const prose = await pinned.open(PROSE, { head: 'prose' });
    await pinned.check(prose, { inputs: { comment: 'always' } });
    expect(bodies(prose)).toHaveLength(1);
    expect(pinned.repository.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['neutral', 'success']);
  });
});

describe.concurrent('what is wrong is told in one line', { timeout: PATIENCE_MS }, () => {
  const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ provider: 'magic' }, /^::error::the input provider does not take "magic"\. It takes embedded or openai\.$/],
    [{ comment: 'sometimes%0A::set-output name=a::b' }, /^::error::the input comment does not take/],
    [{ 'trained-at': 'no-such-tag' }, /^::error::"no-such-tag" is not a commit, branch or tag of acme\/books\./],
    [{ provider: 'openai', model: 'm' }, /^::error::the provider openai needs base-url\./],
    [{ config: '../elsewhere.yml' }, /^::error::the input config does not take/],
    [{ 'github-token': 'ghs_expired' }, /^::error::GitHub does not accept the token while reading acme\/books\./],
  ];
  test.for(wrong)('inputs %j', async ([inputs, line], { fresh }) => {
    const pull = await fresh.open(STREAMS);
    requireOneLine(await fresh.check(pull, { inputs }), line);
    expect(bodies(pull)).toEqual([]);
  });

  test('a settings file on the default branch: the check run concludes all the same', async ({ pinned }) => {
    await pinned.repository.commit('main', { [SETTINGS]: 'freshness:\n  lime: 0.9 # <img src=x> @acme/all\n' });
    const pull = await pinned.open(STREAMS);
    requireOneLine(await pinned.check(pull), /^::error::main:\.github\/palimpsest\.yml.*lime/);
    expect(pinned.repository.checkRuns).toMatchObject([
      { conclusion: 'neutral', title: 'Not checked: it could not run', headSha: pull.headSha },
    ]);
    expect(pinned.repository.checkRuns[0]?.summary).toContain('lime');
    await pinned.repository.commit('main', { [SETTINGS]: 'freshness:\n  line: 0.9\n' });
    expect((await pinned.check(pull)).exitCode).toBe(0);
    expect(pinned.repository.checkRuns).toHaveLength(1);
    expect(pinned.repository.checkRuns[0]?.title).not.toContain('could not run');
  });
});

describe.concurrent('a token', { timeout: PATIENCE_MS }, () => {
  async function privately({ gitHub, repository }: Project): Promise<Project['repository']> {
    return gitHub.addRepository('acme/secret-books', { from: repository.folder, private: true });
  }

  test('without pull-requests: the check run and the summary have the report', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS);
    const run = await pinned.check(pull, { permissions: { contents: 'read', checks: 'write' } });
    expect(run.exitCode, run.log).toBe(0);
    expect(annotationsIn(run, 'warning')).toEqual([expect.stringContaining('The comment was refused')]);
    expect(run.summary).toContain('outdated by this change');
    expect(pinned.repository.checkRuns).toHaveLength(1);
  });

  test('that reads only, on a push: a warning, and the report', async ({ pinned }) => {
    const start = await pinned.repository.head();
    const kept = await pinned.repository.head(DATA_BRANCH);
    await pinned.repository.commit('main', STREAMS);
    const run = await pinned.push(start, { permissions: READ_ONLY });
    expect(run.exitCode, run.log).toBe(0);
    expect(annotationsIn(run, 'warning')).toEqual([expect.stringContaining('contents: write')]);
    expect(run.outputs).toMatchObject({ verdict: 'stale', methods: '1' });
    expect(await pinned.repository.head(DATA_BRANCH)).toBe(kept);
  });

  test('of a private repository: all as in a public one; without contents, one line', async ({ pinned }) => {
    const { gitHub } = pinned;
    const repository = await privately(pinned);
    const start = await repository.head();
    await repository.commit('main', { [INVOICE]: textOf(BOOKS, INVOICE).replace('sum +=', 'sum -=') });
    const push = await gitHub.events.push(repository, 'main', start);
    const run = await runAction(gitHub, push);
    expect(run.exitCode, run.log).toBe(0);
    expect(await repository.file('README.md', DATA_BRANCH)).not.toContain('img.shields.io');
    requireOneLine(await runAction(gitHub, push, { permissions: { checks: 'write' } }), /^::error::GitHub /);
    const anonymous = gitHub.requests.filter(({ headers }) => headers.authorization === undefined);
    expect(anonymous.map(({ path }) => path).filter((path) => !path.startsWith('/_codeload/'))).toEqual([]);
  });

  test('goes to the API’s own host, and git’s on the same server, alone; and to no log', async ({ pinned }) => {
    const run = await pinned.schedule();
    expect(run.exitCode, run.log).toBe(0);
    const [token = ''] = /ghs_\d+/.exec(run.log) ?? [];
    expect(run.log.replace(/^::add-mask::.*$/gm, '')).not.toContain(token);
    const carrying = pinned.gitHub.requests.filter(({ headers }) => headers.authorization !== undefined);
    expect(carrying.some(({ target }) => target.includes('.git/'))).toBe(true);
    expect(carrying.filter(({ target }) => target.includes('codeload') || target.includes(token))).toEqual([]);
    expect(pinned.gitHub.requests.filter(({ target }) => target.includes(token))).toEqual([]);
    expect(new Set(pinned.gitHub.requests.map(({ headers }) => headers.host))).toEqual(
      new Set([new URL(pinned.gitHub.origin).host]),
    );
  });
});

test('a run for an event that is none of ours asks nobody', async ({ fresh }) => {
  const run = await fresh.push(NEW, { environment: { GITHUB_EVENT_NAME: 'issue_comment' } });
  expect(run.exitCode).toBe(0);
  expect(fresh.gitHub.requests).toEqual([]);
});
