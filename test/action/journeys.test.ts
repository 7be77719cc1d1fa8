// Whole journeys of a project on GitHub, each step run as the runner runs it.

import { describe, expect } from 'vitest';
import { READ_ONLY, runAction } from '../support/action.ts';
import { BOOKS, DEFAULT_RATE, INVOICE, PROSE, STREAMS, TAX, textOf } from '../support/books.ts';
import { annotationsIn, bodies, DATA_BRANCH, NEW, PATIENCE_MS, test } from '../support/pinned-books.ts';

describe.concurrent('from the first push on', { timeout: PATIENCE_MS }, () => {
  test('pinned, told once, updated in place, merged: the badge moves', async ({ fresh }) => {
    const { repository } = fresh;
    const start = await repository.head();
    const first = await fresh.push(NEW);
    expect(annotationsIn(first, 'error')).toEqual([]);
    expect(first.exitCode).toBe(0);
    expect(first.outputs).toMatchObject({ verdict: 'fresh', freshness: '1' });
    expect(await fresh.kept('badge.json')).toMatchObject({ message: '100 %', color: 'brightgreen' });

    const pull = await fresh.open(STREAMS);
    const opened = await fresh.check(pull);
    expect(annotationsIn(opened, 'error')).toEqual([]);
    expect(opened.exitCode).toBe(0);
    expect(bodies(pull)).toHaveLength(1);
    expect(bodies(pull)[0]).toContain('outdated by this change');
    expect(bodies(pull)[0]).toMatch(/Model freshness 100(\.0)? % → 9\d\.\d %/);
    expect(opened.outputs['comment-id']).toBe(String(pull.comments()[0]?.id));

    await pull.push(DEFAULT_RATE);
    await fresh.check(pull, {}, 'synchronize');
    expect(bodies(pull)).toHaveLength(1);
    expect(bodies(pull)[0]).toContain('TaxTable.rateFor');

    await pull.push({ [INVOICE]: textOf(BOOKS, INVOICE), [TAX]: textOf(BOOKS, TAX) });
    const reduced = await fresh.check(pull, {}, 'synchronize');
    expect(bodies(pull)).toHaveLength(1);
    expect(bodies(pull)[0]).toContain('nothing to check');
    expect(reduced.outputs.methods).toBe('0');

    await pull.push(STREAMS);
    const predicted = (await fresh.check(pull, {}, 'synchronize')).outputs.freshness;
    await pull.merge();
    const merged = await fresh.push(start);
    expect(merged.exitCode).toBe(0);
    expect(merged.outputs.freshness).toBe(predicted);
    expect(await fresh.kept('badge.json')).not.toMatchObject({ message: '100 %' });
    const kept = await repository.state.git.text(['log', '-p', DATA_BRANCH]);
    expect(kept).toContain('TaxTable.rateFor(String)');
    expect(kept).not.toMatch(/rates\.get|addLast|mapToLong/); // no code
    expect(repository.checkRuns.every(({ conclusion }) => ['success', 'neutral'].includes(conclusion ?? ''))).toBe(
      true,
    );
  });

  test('a pull request before it: not pinned yet, and what the change moves', async ({ fresh }) => {
    const pull = await fresh.open(STREAMS);
    const run = await fresh.check(pull);
    expect(run.exitCode).toBe(0);
    expect(bodies(pull)[0]).toMatch(/not pinned yet/i);
    expect(bodies(pull)[0]).toContain('outdated');
    expect(run.outputs.verdict).toBe('unknown');
    expect(fresh.repository.checkRuns).toMatchObject([{ conclusion: 'neutral' }]);
  });

  test('a ruleset that refuses the data branch is a warning, and the report is shown', async ({ fresh }) => {
    fresh.repository.guard(DATA_BRANCH);
    const run = await fresh.push(NEW);
    expect(run.exitCode).toBe(0);
    expect(annotationsIn(run, 'warning')).toHaveLength(1);
    expect(run.summary).toContain('100');
    expect(run.outputs.verdict).toBe('fresh');
  });
});

describe.concurrent('a pull request', { timeout: PATIENCE_MS }, () => {
  test('from a fork, with a token that reads only: the job summary has the report', async ({ pinned }) => {
    const pull = await pinned.openFromFork(STREAMS);
    const run = await pinned.check(pull, { permissions: READ_ONLY });
    expect(run.exitCode).toBe(0);
    expect(bodies(pull)).toEqual([]);
    expect(run.summary).toContain('outdated by this change');
    expect(run.summary).toContain('may only read');
  });

  test('from a fork by pull_request_target, and by workflow_run: one comment, the same report', async ({ pinned }) => {
    const { gitHub } = pinned;
    const pull = await pinned.openFromFork(STREAMS);
    const target = await runAction(gitHub, await gitHub.events.pullRequestTarget('opened', pull));
    expect(target.exitCode).toBe(0);
    const [comment] = bodies(pull);
    expect(comment).toContain('outdated by this change');
    const workflowRun = await runAction(gitHub, await gitHub.events.workflowRun(pull));
    expect(workflowRun.exitCode).toBe(0);
    expect(bodies(pull)).toEqual([comment]);
  });

  test('that touches no method is not commented on, and its check concludes', async ({ pinned }) => {
    const pull = await pinned.open(PROSE);
    const run = await pinned.check(pull);
    expect(run.exitCode).toBe(0);
    expect(bodies(pull)).toEqual([]);
    expect(pinned.repository.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['success']);
  });

  test('pushed to three times in a row: the newest head wins, whichever run ends last', async ({ pinned }) => {
    const { gitHub } = pinned;
    const pull = await pinned.open(STREAMS);
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

  test('pushed to while its check runs: nothing is said of the head that is gone', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS);
    const { headSha } = pull;
    const reading = { method: 'GET', path: /\/pulls\/\d+$/ };
    pinned.gitHub.before(reading, () => {});
    pinned.gitHub.before(reading, () => pull.push(DEFAULT_RATE));
    const run = await pinned.check(pull);
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain('Nothing was said for this one.');
    expect([pull.headSha === headSha, bodies(pull), pinned.repository.checkRuns]).toEqual([false, [], []]);
  });

  test('that edits its own rules is judged by those of the default branch', async ({ pinned }) => {
    const pull = await pinned.open({
      ...STREAMS,
      '.github/palimpsest.yml': 'freshness:\n  line: 0.1\n',
      '.github/workflows/palimpsest.yml': 'on: push\n',
    });
    const run = await pinned.check(pull);
    expect(run.outputs.verdict).toBe('stale');
    expect(bodies(pull)[0]).toContain('.github/palimpsest.yml');
    expect(bodies(pull)[0]).toContain('no effect on this check');
  });

  test('and the gate: a model below the line fails the check, and the step', async ({ pinned }) => {
    const pull = await pinned.open({ ...STREAMS, ...DEFAULT_RATE });
    const run = await pinned.check(pull, { inputs: { 'maximum-drop': '0.5' } });
    expect(run.exitCode).toBe(1);
    expect(pinned.repository.checkRuns.at(-1)?.conclusion).toBe('failure');
    expect(bodies(pull)[0]).toContain('nothing to mend');
  });

  test('with a token without checks: the comment is there, and the refusal is said', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS);
    const run = await pinned.check(pull, { permissions: { contents: 'read', 'pull-requests': 'write' } });
    expect(run.exitCode).toBe(0);
    expect(bodies(pull)).toHaveLength(1);
    expect(pinned.repository.checkRuns).toEqual([]);
    expect(annotationsIn(run, 'warning')).toEqual([expect.stringContaining('check run was refused')]);
  });
});

describe.concurrent('other events', { timeout: PATIENCE_MS }, () => {
  test('a merge group has its conclusion', async ({ pinned }) => {
    const { gitHub, repository } = pinned;
    const pull = await pinned.open(STREAMS);
    const run = await runAction(gitHub, await gitHub.events.mergeGroup(pull));
    expect(run.exitCode, run.log).toBe(0);
    expect(repository.checkRuns).toMatchObject([{ conclusion: 'success', headSha: pull.state.mergeCommit }]);
  });

  test('a push to a project without Java says so, and fails nobody', async ({ fresh }) => {
    const { repository } = fresh;
    await repository.commit('main', Object.fromEntries(Object.keys(BOOKS).map((path) => [path, null])));
    await repository.commit('main', PROSE);
    const run = await fresh.push(NEW);
    expect(run.exitCode, run.log).toBe(0);
    expect(run.log).toContain('Nothing to look at yet');
  });

  test('one that asks for nothing says so', async ({ fresh }) => {
    const { gitHub, repository } = fresh;
    await repository.commit('side', STREAMS);
    const run = await runAction(gitHub, await gitHub.events.push(repository, 'side', NEW));
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain('Ledger and history follow main');
    expect(gitHub.requests).toEqual([]);
  });
});

test(
  'a pin whose commit is gone: what is wrong and the way out are said, and the way out works',
  async ({ pinned }) => {
    const { repository, gitHub } = pinned;
    const state = (await repository.file('state.json', DATA_BRANCH)) ?? '';
    const { pin } = JSON.parse(state);
    await repository.commit(DATA_BRANCH, { 'state.json': state.replaceAll(pin.revision, 'd'.repeat(40)) });
    const lost = await pinned.check(await pinned.open(STREAMS));
    expect(lost.exitCode).toBe(2);
    expect(lost.log).toContain(`pinned to the commit ${'d'.repeat(40)}`);
    expect(lost.log).toContain('retrain set to true');
    expect(repository.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['neutral']);
    expect(repository.checkRuns[0]?.title).toMatch(/^Not checked: the model is pinned/);
    const retrained = await runAction(gitHub, await gitHub.events.workflowDispatch(repository, { retrain: 'true' }));
    expect(retrained.exitCode).toBe(0);
    expect(retrained.outputs.verdict).toBe('fresh');
  },
  PATIENCE_MS,
);
