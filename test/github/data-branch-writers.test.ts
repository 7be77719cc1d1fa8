// Several writers on the data branch, and answers that never come: nothing is lost, and nothing is said twice.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { KeptState } from '../../src/ports/forge.ts';
import { pagesOf } from '../contracts/ledger-store.ts';
import { BRANCH, bringOn, fakeGitHub, newRepository, openBranch, revisionOf } from '../support/data-branches.ts';
import type { FakeRepository, Fault } from '../support/fake-github.ts';
import { ledgerOf, unit, unitsOf } from '../support/ledgers.ts';

const fake = fakeGitHub();
const LEDGER = ledgerOf(
  Array.from({ length: 40 }, (_, index) => unit(`Page${index}.entry`)),
  0.9,
);

async function begun(): Promise<FakeRepository> {
  const repository = await newRepository(fake());
  await openBranch(fake(), repository).store.save(null, LEDGER);
  return repository;
}

/** The revisions of all updates, as each of the three places tells them. */
async function updatesOn(repository: FakeRepository) {
  const commits = (await repository.state.git.text(['log', '--reverse', '--format=%s', BRANCH])).split('\n');
  const history = ((await repository.file('history.jsonl', BRANCH)) ?? '').trimEnd().split('\n');
  return {
    commits: commits.map((title) => title.replace('palimpsest: ledger at ', '')),
    history: history.map((line) => String(JSON.parse(line).revision).slice(0, 7)),
    units: unitsOf(await pagesOf(await openBranch(fake(), repository).store.load('ledger-7b'))).length,
  };
}

const short = (name: string) => revisionOf(name).slice(0, 7);
const AT_FIRST = 'a'.repeat(7);

test('four processes at once, twenty updates each, on a shaky line: none is lost, none is there twice', async () => {
  const repository = await begun();
  const token = fake().token({ permissions: { contents: 'write' } });
  fake().fail({ method: 'PATCH', path: /\/git\/refs\// }, { kind: 'answer-lost' }, 4);
  fake().fail({ method: 'PATCH', path: /\/git\/refs\// }, { kind: 'status', status: 502 }, 2);
  fake().fail({ method: 'POST', path: /\/git\/trees$/ }, { kind: 'hang-up' }, 2);
  fake().fail({ method: 'POST', path: /\/git\/commits$/ }, { kind: 'answer-lost' }, 2);
  const script = fileURLToPath(new URL('update-branch.ts', import.meta.url));
  const exits = ['A', 'B', 'C', 'D'].map((writer) => {
    const given = [fake().origin, token, repository.fullName, writer, '20'];
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...given], { stdio: 'inherit' });
    return new Promise((resolve) => child.on('close', resolve));
  });
  expect(await Promise.all(exits)).toEqual([0, 0, 0, 0]);
  const all = ['A', 'B', 'C', 'D'].flatMap((writer) => Array.from({ length: 20 }, (_, n) => short(`${writer}${n}`)));
  const { commits, history, units } = await updatesOn(repository);
  expect([...commits].sort()).toEqual([AT_FIRST, ...all].sort());
  expect(history).toEqual(commits);
  expect(units).toBe(40 + 80);
}, 240_000);

describe('somebody in between', () => {
  const moving = { method: 'PATCH', path: /\/git\/refs\// };

  test('with the same ledger: the change is to be made again', async () => {
    const repository = await begun();
    fake().before(moving, () => bringOn(openBranch(fake(), repository).store, 'theirs'));
    expect(await bringOn(openBranch(fake(), repository).store, 'ours')).toBe(2);
    expect((await updatesOn(repository)).history).toEqual([AT_FIRST, short('theirs'), short('ours')]);
  });

  test('with another ledger, the state, another project, or a file of their own: both are there', async () => {
    const repository = await begun();
    const pinned: KeptState = { schemaVersion: 1, pin: { revision: 'c'.repeat(40), committedAt: null }, review: null };
    const other = ledgerOf([unit('Tax.rate')], 0.4, { fingerprint: 'ledger-8b' });
    const elsewhere = openBranch(fake(), repository, { section: 'services/tax' });
    const store = openBranch(fake(), repository).store;
    const actions = [
      () => openBranch(fake(), repository).store.save(null, other),
      () => openBranch(fake(), repository).state.update(() => pinned),
      () => elsewhere.store.save(null, other),
      () => repository.commit(BRANCH, { 'notes.md': 'Ours.' }),
    ];
    for (const [index, action] of actions.entries()) {
      fake().before(moving, action);
      expect(await bringOn(store, `ours${index}`)).toBe(1);
    }
    expect(await store.fingerprints()).toEqual(['ledger-7b', 'ledger-8b']);
    expect(await openBranch(fake(), repository).state.read()).toEqual(pinned);
    expect(await elsewhere.store.fingerprints()).toEqual(['ledger-8b']);
    expect(await repository.file('notes.md', BRANCH)).toBe('Ours.');
    expect((await updatesOn(repository)).units).toBe(44);
  });

  test('who begins the branch at the same time: both are there', async () => {
    const repository = await newRepository(fake());
    const other = ledgerOf([unit('Tax.rate')], 0.4, { fingerprint: 'ledger-8b' });
    fake().before({ method: 'POST', path: /\/git\/refs$/ }, () =>
      openBranch(fake(), repository).store.save(null, other),
    );
    const { store } = openBranch(fake(), repository);
    expect(await store.save(null, LEDGER)).toBe(true);
    expect(await store.fingerprints()).toEqual(['ledger-7b', 'ledger-8b']);
  });

  test('who begins the same ledger: one of them has it', async () => {
    const repository = await newRepository(fake());
    const [ours, theirs] = [openBranch(fake(), repository).store, openBranch(fake(), repository).store];
    const results = await Promise.all([ours.save(null, LEDGER), theirs.save(null, LEDGER)]);
    expect(results.sort()).toEqual([false, true]);
  });

  test('who pins at the same time: all go by one pin', async () => {
    const repository = await newRepository(fake());
    const pins = await Promise.all(
      ['1', '2', '3', '4'].map((digit) => {
        const pin = { revision: digit.repeat(40), committedAt: null };
        const { state } = openBranch(fake(), repository);
        return state.update((kept) => kept ?? { schemaVersion: 1, pin, review: null });
      }),
    );
    expect(new Set(pins.map(({ pin }) => pin?.revision)).size).toBe(1);
  });

  test('every time: the run gives up, and says what helps', async () => {
    const repository = await begun();
    let others = 0;
    fake().before(moving, () => repository.commit(BRANCH, { 'notes.md': `${others++}` }), 12);
    await expect(bringOn(openBranch(fake(), repository).store, 'ours')).rejects.toMatchObject({
      code: 'ledger-busy',
      remedy: expect.stringContaining('concurrency'),
    });
  });
});

describe('an answer that never came', () => {
  const LOST: Fault = { kind: 'answer-lost' };

  test.each([
    ['of the move', { method: 'PATCH', path: /\/git\/refs\// }],
    ['of the tree', { method: 'POST', path: /\/git\/trees$/ }],
    ['of the commit', { method: 'POST', path: /\/git\/commits$/ }],
  ])('%s does not make it two', async (_, matching) => {
    for (const isPatient of [false, true]) {
      const repository = await begun();
      fake().fail(matching, LOST);
      expect(await bringOn(openBranch(fake(), repository, { isPatient }).store, 'ours')).toBe(1);
      expect(await updatesOn(repository)).toEqual({
        commits: [AT_FIRST, short('ours')],
        history: [AT_FIRST, short('ours')],
        units: 41,
      });
    }
  });

  test('of the beginning does not make it two', async () => {
    const repository = await newRepository(fake());
    fake().fail({ method: 'POST', path: /\/git\/refs$/ }, LOST);
    expect(await openBranch(fake(), repository).store.save(null, LEDGER)).toBe(true);
    expect((await updatesOn(repository)).commits).toEqual([AT_FIRST]);
  });

  test('of the move, and somebody goes on from there at once: ours is known to be in', async () => {
    const repository = await begun();
    const { store } = openBranch(fake(), repository);
    const stored = await store.load('ledger-7b');
    await stored?.shards(Object.keys(stored.head.shards));
    fake().fail({ method: 'PATCH', path: /\/git\/refs\// }, LOST);
    fake().before({ method: 'PATCH', path: /\/git\/refs\// }, () => {
      // the next request is the look at where the branch stands now
      fake().before({ path: '/graphql' }, () => bringOn(openBranch(fake(), repository).store, 'theirs'));
    });
    const head = { ...LEDGER.head, standsAt: { revision: revisionOf('ours'), committedAt: null } };
    expect(await store.save(stored?.version ?? null, { head, shards: new Map() })).toBe(true);
    expect((await updatesOn(repository)).commits).toEqual([AT_FIRST, short('ours'), short('theirs')]);
  });

  test('however often: the run says that GitHub has trouble', async () => {
    const repository = await begun();
    fake().fail({ method: 'PATCH', path: /\/git\/refs\// }, { kind: 'status', status: 502 }, 12);
    await expect(bringOn(openBranch(fake(), repository).store, 'ours')).rejects.toMatchObject({
      code: 'forge-unavailable',
    });
    expect((await updatesOn(repository)).commits).toEqual([AT_FIRST]);
  });
});
