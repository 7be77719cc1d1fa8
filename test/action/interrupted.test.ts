// Pushes that are cut off, that overtake one another, or that take back what was there: the next run loses nothing.

import { describe, expect } from 'vitest';
import { type ActionRun, runAction } from '../support/action.ts';
import { BOOKS, DEFAULT_RATE, LEDGER, PROSE, STREAMS, textOf } from '../support/books.ts';
import type { Files, Matching } from '../support/fake-github.ts';
import { annotationsIn, DATA_BRANCH, NEW, PATIENCE_MS, type Project, test } from '../support/pinned-books.ts';

const TREES = { method: 'POST', path: /\/git\/trees$/ };
const COMMITS = { method: 'POST', path: /\/git\/commits$/ };

/** Where a run ends, by the request that it had just sent; GitHub still does what that asks for. */
const MOMENTS: readonly (readonly [string, Matching, number])[] = [
  ['before the pin', TREES, 1],
  ['between pin and ledger', TREES, 2],
  ['after the ledger’s commit, before the branch is moved', COMMITS, 1],
];

const HALF: Files = { [LEDGER]: textOf(BOOKS, LEDGER).replace('open.size()', 'open.size() / 2') };

async function cutOff(project: Project, signal: NodeJS.Signals, matching: Matching, nth: number): Promise<ActionRun> {
  let stop: (signal: NodeJS.Signals) => void = () => {};
  const { gitHub } = project;
  gitHub.before(matching, () => {}, nth - 1);
  gitHub.before(matching, () => stop(signal));
  return project.push(NEW, {
    onStart(stopping) {
      stop = stopping;
    },
  });
}

async function ledgerHead(project: Project): Promise<string> {
  const files = await project.repository.state.git.text(['ls-tree', '-r', '--name-only', DATA_BRANCH]);
  const heads = files.split('\n').filter((path) => path.endsWith('/head.json'));
  expect(heads).toHaveLength(1);
  const { head } = (await project.kept(heads[0] ?? '')) as { head: { standsAt: { revision: string } } };
  return head.standsAt.revision;
}

describe.concurrent('a push that is cut off', { timeout: PATIENCE_MS }, () => {
  test.for(['SIGTERM', 'SIGKILL'] as const)(
    'by %s wherever it was: the next goes on from there',
    async (signal, { fresh }) => {
      const start = await fresh.repository.head();
      for (const [moment, matching, nth] of MOMENTS) {
        const run = await cutOff(fresh, signal, matching, nth);
        expect({ moment, exit: run.exitCode }).toEqual({ moment, exit: signal === 'SIGTERM' ? 2 : null });
        const said = signal === 'SIGTERM' ? ['::error::stopped. The next run goes on where this one was.'] : [];
        expect({ moment, said: annotationsIn(run, 'error') }).toEqual({ moment, said });
      }
      const second = await fresh.repository.commit('main', DEFAULT_RATE);
      const run = await fresh.push(start);
      expect(run.exitCode).toBe(0);
      // the first run that came so far had pinned it
      expect(await fresh.kept('state.json')).toMatchObject({ pin: { revision: start } });
      expect(await fresh.history()).toEqual([start, second]);
      expect(await ledgerHead(fresh)).toBe(second);
      expect(run.outputs).toMatchObject({ methods: '1' });
    },
  );
});

describe.concurrent('pushes', { timeout: PATIENCE_MS }, () => {
  test('four at once, by four runners: the ledger stands at the newest, no line of history is missing its turn', async ({
    pinned,
  }) => {
    const { gitHub, repository } = pinned;
    const start = await repository.head();
    const heads: string[] = [start];
    const events = [];
    for (const files of [STREAMS, DEFAULT_RATE, HALF, PROSE]) {
      const before = await repository.head();
      heads.push(await repository.commit('main', files));
      events.push(await gitHub.events.push(repository, 'main', before));
    }
    const runs = await Promise.all(events.map((event) => runAction(gitHub, event)));
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(await ledgerHead(pinned)).toBe(heads.at(-1));
    const history = await pinned.history();
    expect(history.at(-1)).toBe(heads.at(-1));
    expect(history).toEqual(heads.filter((head) => history.includes(head)));
  });

  test('the branch is pushed over, and what the ledger stood at is gone: methods are known by their bodies', async ({
    pinned,
  }) => {
    const { gitHub, repository } = pinned;
    const start = await repository.head();
    const gone = await repository.commit('main', { ...STREAMS, ...HALF });
    expect((await pinned.push(start)).exitCode).toBe(0);
    await repository.commit('other', STREAMS, { from: start });
    await repository.setBranch('main', 'other');
    await repository.deleteBranch('other');
    const event = await gitHub.events.push(repository, 'main', gone);
    await repository.state.git.run(['prune', '--expire=now']);
    const run = await runAction(gitHub, event);
    expect(annotationsIn(run, 'error')).toEqual([]);
    expect(run.outputs).toMatchObject({ methods: '1' }); // HALF is taken back, STREAMS are known
    expect(await ledgerHead(pinned)).toBe(await repository.head());
  });

  test('a late run of what was pushed over leaves the ledger where it is', async ({ pinned }) => {
    const { gitHub, repository } = pinned;
    const start = await repository.head();
    const old = await repository.commit('main', STREAMS);
    const late = await gitHub.events.push(repository, 'main', start);
    await repository.setBranch('main', start);
    const head = await repository.commit('main', DEFAULT_RATE);
    await pinned.push(old);
    const run = await runAction(gitHub, late);
    expect(run.exitCode).toBe(0);
    expect(annotationsIn(run, 'notice')).toEqual([expect.stringContaining(`${old} is no longer on main`)]);
    expect(await pinned.history()).toEqual([start, head]);
    expect(await ledgerHead(pinned)).toBe(head);
  });

  test('the data branch is deleted: it begins anew, pinned at the head', async ({ pinned }) => {
    const { repository } = pinned;
    const start = await repository.head();
    await repository.deleteBranch(DATA_BRANCH);
    const head = await repository.commit('main', STREAMS);
    const run = await pinned.push(start);
    expect(run.outputs).toMatchObject({ verdict: 'fresh', freshness: '1' });
    expect(await pinned.kept('state.json')).toMatchObject({ pin: { revision: head } });
    expect(await pinned.history()).toEqual([head]);
  });

  test('what the model is pinned to is gone: one line says how to train it anew', async ({ pinned }) => {
    const { gitHub, repository } = pinned;
    const start = await repository.head();
    await repository.deleteBranch('main');
    await repository.commit('main', { ...BOOKS, ...STREAMS });
    expect(await repository.head()).not.toBe(start);
    await repository.state.git.run(['prune', '--expire=now']);
    const run = await pinned.push(NEW);
    expect(run.exitCode).toBe(2);
    expect(annotationsIn(run, 'error')).toEqual([
      expect.stringMatching(`::error::the model is pinned to the commit ${start}, .* retrain set to true`),
    ]);
    const retrain = await runAction(gitHub, await gitHub.events.workflowDispatch(repository, { retrain: 'true' }));
    expect(retrain.outputs).toMatchObject({ verdict: 'fresh' });
  });
});
