// The data branch over the fake GitHub: ledgers and state that lose nothing, and files that never contradict them.

import { describe, expect, test } from 'vitest';
import { filesIn } from '../../src/core/ledger-head.ts';
import type { KeptState } from '../../src/ports/forge.ts';
import type { LedgerStore } from '../../src/ports.ts';
import { addUnit, ledgerStoreContract, pagesOf } from '../contracts/ledger-store.ts';
import { BRANCH, fakeGitHub, newRepository, openBranch } from '../support/data-branches.ts';
import type { FakeRepository } from '../support/fake-github.ts';
import { ledgerOf, moveOn, unit, unitsOf } from '../support/ledgers.ts';

const fake = fakeGitHub();

describe('ledgers on the data branch', () => {
  let number = 0;
  ledgerStoreContract(() => {
    const repository = fake().addRepository(`contract/books-${number++}`, { files: { 'README.md': '# Books\n' } });
    const open = (): LedgerStore => {
      const store = repository.then((there) => openBranch(fake(), there).store);
      return {
        fingerprints: async () => (await store).fingerprints(),
        load: async (fingerprint) => (await store).load(fingerprint),
        save: async (expected, pages) => (await store).save(expected, pages),
      };
    };
    return { store: open(), again: open };
  });
});

const UNITS = Array.from({ length: 40 }, (_, index) => unit(`Page${index}.entry`));
const LEDGER = ledgerOf(UNITS, 0.9);
const PIN: KeptState = {
  schemaVersion: 1,
  pin: { revision: 'a'.repeat(40), committedAt: '2026-01-05T09:00:00Z' },
  review: null,
};

async function pathsOn(repository: FakeRepository, branch = BRANCH): Promise<string[]> {
  return (await repository.state.git.text(['ls-tree', '-r', '--name-only', branch])).split('\n');
}

async function commitsOn(repository: FakeRepository, branch = BRANCH): Promise<string[]> {
  return (await repository.state.git.text(['log', '--format=%s', branch])).split('\n');
}

/** What was asked for since, without the queries and addresses of single things. */
function askedSince(start: number): string[] {
  return fake()
    .requests.slice(start)
    .map(({ method, path }) => `${method} ${path.replace(/.*\/(git\/\w+|graphql).*/, '$1')}`);
}

describe('the data branch', () => {
  test('begins with a commit that has no parent and leaves the code alone', async () => {
    const repository = await newRepository(fake());
    const before = await repository.head();
    const { store } = openBranch(fake(), repository);
    expect(await store.save(null, LEDGER)).toBe(true);
    expect(await repository.state.git.text(['log', '--format=%P', BRANCH])).toBe('');
    expect(await repository.head()).toBe(before);
    expect((await pathsOn(repository)).filter((path) => !path.includes('/shards/'))).toEqual([
      'README.md',
      'badge.json',
      'badge.svg',
      'history.jsonl',
      'ledger/m-ledger-7b/head.json',
    ]);
  });

  test('has ledger, badge and history in one commit', async () => {
    const repository = await newRepository(fake());
    const { store } = openBranch(fake(), repository);
    await store.save(null, LEDGER);
    const stored = await store.load('ledger-7b');
    const later = moveOn(
      { head: { ...LEDGER.head, standsAt: { revision: 'b'.repeat(40), committedAt: null } }, shards: LEDGER.shards },
      [...UNITS.slice(1), unit('Page0.entry', '{ return gross; }')],
      () => 0.1,
    );
    await store.save(stored?.version ?? null, later);
    expect(await commitsOn(repository)).toEqual(['palimpsest: ledger at bbbbbbb', 'palimpsest: ledger at aaaaaaa']);
    // (39 · 0.9 + 0.1) / 40 ÷ 0.9
    expect(await repository.file('README.md', BRANCH)).toContain('Freshness 97.8 %');
    expect(JSON.parse((await repository.file('badge.json', BRANCH)) ?? '')).toMatchObject({ message: '98 %' });
    expect((await repository.file('history.jsonl', BRANCH))?.split('\n')).toHaveLength(3);
    expect(await repository.file('README.md', `${BRANCH}~1`)).toContain('Freshness 100.0 %');
  });

  test('is loaded with a tree and a page, and saved with a tree, a commit and a ref', async () => {
    const repository = await newRepository(fake());
    await openBranch(fake(), repository).store.save(null, LEDGER);
    const { store } = openBranch(fake(), repository);
    const start = fake().requests.length;
    const stored = await store.load('ledger-7b');
    expect(askedSince(start)).toEqual(['POST graphql', 'GET git/trees', 'POST graphql']);
    await stored?.shards(Object.keys(LEDGER.head.shards));
    expect(askedSince(start + 3)).toEqual(['POST graphql']);
    await addUnit(store, 'ledger-7b', 'Late.fee');
    const written = askedSince(start).filter((asked) => asked !== 'POST graphql' && !asked.startsWith('GET'));
    expect(written).toEqual(['POST git/trees', 'POST git/commits', 'PATCH git/refs']);
    const saved = fake().requests.length;
    await addUnit(store, 'ledger-7b', 'Late.again');
    // its own commit need not be read again: where the branch stands, and the shard that is not there yet
    expect(askedSince(saved)).toEqual(['POST graphql', 'POST git/trees', 'POST git/commits', 'PATCH git/refs']);
  });

  test('sends no force, and says in its commits whose they are', async () => {
    const repository = await newRepository(fake());
    const { store } = openBranch(fake(), repository, { section: 'services/billing' });
    await store.save(null, LEDGER);
    await addUnit(store, 'ledger-7b', 'Late.fee');
    expect(await commitsOn(repository)).toEqual(Array(2).fill('palimpsest: ledger at aaaaaaa (services/billing)'));
    expect(await repository.state.git.text(['log', '-1', '--format=%b', BRANCH])).toContain('[skip ci]');
  });

  test('that somebody deleted begins anew', async () => {
    const repository = await newRepository(fake());
    const { store, state } = openBranch(fake(), repository);
    await store.save(null, LEDGER);
    const stored = await store.load('ledger-7b');
    await repository.deleteBranch(BRANCH);
    expect(await store.save(stored?.version ?? null, LEDGER)).toBe(false);
    expect(await store.load('ledger-7b')).toBeNull();
    expect(await state.read()).toBeNull();
    expect(await store.save(null, LEDGER)).toBe(true);
    expect(await commitsOn(repository)).toHaveLength(1);
  });

  test('whose pages are gone tells a slow reader to start again', async () => {
    const repository = await newRepository(fake());
    await openBranch(fake(), repository).store.save(null, LEDGER);
    const slow = await openBranch(fake(), repository).store.load('ledger-7b');
    await repository.deleteBranch(BRANCH);
    await repository.state.git.run(['prune', '--expire=now']);
    await expect(pagesOf(slow)).rejects.toMatchObject({ code: 'ledger-busy' });
  });

  test('of somebody else is neither written nor read', async () => {
    const repository = await newRepository(fake());
    await repository.commit('gh-pages', {
      'index.html': '<p>Books</p>',
      'README.md': 'See <!-- palimpsest-data -->\n',
      'state.json': '{}',
    });
    const before = await repository.head('gh-pages');
    const { store, state } = openBranch(fake(), repository, { branch: 'gh-pages' });
    const refusal = { code: 'forge-refused', message: expect.stringContaining('holds files of somebody else') };
    await expect(store.load('ledger-7b')).rejects.toMatchObject(refusal);
    await expect(store.save(null, LEDGER)).rejects.toMatchObject(refusal);
    await expect(state.update(() => PIN)).rejects.toMatchObject(refusal);
    expect(await repository.head('gh-pages')).toBe(before);
  });

  test('keeps what a team put there, and a page that it wrote itself', async () => {
    const repository = await newRepository(fake());
    const { store } = openBranch(fake(), repository);
    await store.save(null, LEDGER);
    await repository.commit(BRANCH, { 'notes/plan.md': 'Retrain in spring.\n', 'README.md': '# Our own words\n' });
    await addUnit(store, 'ledger-7b', 'Late.fee');
    expect(await repository.file('notes/plan.md', BRANCH)).toBe('Retrain in spring.\n');
    expect(await repository.file('README.md', BRANCH)).toBe('# Our own words\n');
    expect((await repository.file('history.jsonl', BRANCH))?.split('\n')).toHaveLength(2);
  });

  test('takes the shards away that nothing is left in', async () => {
    const repository = await newRepository(fake());
    const { store } = openBranch(fake(), repository);
    await store.save(null, ledgerOf([], 0.9));
    await addUnit(store, 'ledger-7b', 'Late.fee');
    const stored = await store.load('ledger-7b');
    expect((await pathsOn(repository)).filter((path) => path.includes('/shards/'))).toHaveLength(1);
    const [name = ''] = Object.keys(stored?.head.shards ?? {});
    const empty = ledgerOf([], 0.9);
    await store.save(stored?.version ?? null, { ...empty, shards: new Map([[name, []]]) });
    expect((await pathsOn(repository)).filter((path) => path.includes('/shards/'))).toEqual([]);
  });

  test('of a large ledger has its shards in parts, and only the touched ones are written', async () => {
    const repository = await newRepository(fake());
    const many = ledgerOf(
      Array.from({ length: 15_000 }, (_, index) => unit(`Page${index % 5_000}.entry${index}`)),
      0.9,
    );
    const { store } = openBranch(fake(), repository);
    const start = fake().requests.length;
    expect(await store.save(null, many)).toBe(true);
    // too much for one request, and one commit all the same
    expect(askedSince(start).filter((asked) => asked === 'POST git/trees')).toHaveLength(2);
    expect(await commitsOn(repository)).toHaveLength(1);
    await addUnit(store, 'ledger-7b', 'Page7.late');
    const changed = await repository.state.git.text(['diff', '--name-only', `${BRANCH}~1`, BRANCH]);
    expect(changed.split('\n').filter((path) => path.includes('/shards/'))).toEqual([
      expect.stringMatching(/^ledger\/m-ledger-7b\/shards\/[0-9a-f]{2}\/[0-9a-f]\.jsonl$/),
    ]);
    const read = await pagesOf(await openBranch(fake(), repository).store.load('ledger-7b'));
    // the file of `Page7` was replaced by one unit
    expect(unitsOf(read)).toHaveLength(15_000 - 3 + 1);
    expect([...filesIn(read.shards).keys()]).toHaveLength(5_000);
  });

  test('of a ledger that becomes large has each shard in parts from the next time on that it is touched', async () => {
    const repository = await newRepository(fake());
    const many = Array.from({ length: 4_000 }, (_, index) => unit(`Page${index}.entry`));
    const { store } = openBranch(fake(), repository);
    await store.save(null, ledgerOf(many, 0.9));
    await addUnit(store, 'ledger-7b', 'Late.fee');
    const changed = await repository.state.git.text(['diff', '--name-status', '--no-renames', `${BRANCH}~1`, BRANCH]);
    const kinds = changed
      .split('\n')
      .filter((line) => line.includes('/shards/'))
      .map(([kind]) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['A', 'D']);
    expect(kinds.filter((kind) => kind === 'D')).toHaveLength(1);
    const read = await pagesOf(await openBranch(fake(), repository).store.load('ledger-7b'));
    expect(unitsOf(read)).toHaveLength(4_001);
  });

  test('with a tree that GitHub cuts off is walked', async () => {
    const repository = await newRepository(fake());
    await openBranch(fake(), repository).store.save(null, LEDGER);
    const limits = fake().limits as { treeEntries: number };
    const usual = limits.treeEntries;
    limits.treeEntries = 45;
    try {
      expect(await pagesOf(await openBranch(fake(), repository).store.load('ledger-7b'))).toEqual(LEDGER);
    } finally {
      limits.treeEntries = usual;
    }
  });
});

describe('several projects in one repository', () => {
  test('have a folder each, and a page that lists them', async () => {
    const repository = await newRepository(fake());
    for (const section of ['services/billing', 'services/tax']) {
      const { store, state } = openBranch(fake(), repository, { section });
      await store.save(null, LEDGER);
      await state.update(() => PIN);
    }
    const { store } = openBranch(fake(), repository, { section: 'services/billing' });
    await addUnit(store, 'ledger-7b', 'Late.fee');
    const root = await repository.file('README.md', BRANCH);
    expect(root).toContain('[`services/billing`](services/billing/README.md)');
    expect(root).toContain('[`services/tax`](services/tax/README.md)');
    const other = openBranch(fake(), repository, { section: 'services/tax' });
    expect((await pagesOf(await other.store.load('ledger-7b'))).shards).toEqual(LEDGER.shards);
    expect(await openBranch(fake(), repository).store.fingerprints()).toEqual([]);
  });
});

describe('the state', () => {
  test('is kept, with the files that follow from it', async () => {
    const repository = await newRepository(fake());
    const { state } = openBranch(fake(), repository);
    expect(await state.read()).toBeNull();
    expect(await state.update(() => PIN)).toEqual(PIN);
    expect(await openBranch(fake(), repository).state.read()).toEqual(PIN);
    expect(await repository.file('README.md', BRANCH)).toContain('Freshness unknown');
  });

  test('that does not change makes no commit', async () => {
    const repository = await newRepository(fake());
    const { state } = openBranch(fake(), repository);
    await state.update(() => PIN);
    const start = fake().requests.length;
    expect(await state.update((kept) => kept ?? PIN)).toEqual(PIN);
    expect(askedSince(start).every((asked) => asked === 'POST graphql')).toBe(true);
    expect(await commitsOn(repository)).toHaveLength(1);
  });

  test('is changed from what somebody else left: the first pin stays', async () => {
    const repository = await newRepository(fake());
    const { state } = openBranch(fake(), repository);
    await state.read();
    const theirs = { ...PIN, pin: { revision: 'c'.repeat(40), committedAt: null } };
    await openBranch(fake(), repository).state.update(() => theirs);
    expect(await state.update((kept) => (kept?.pin ? kept : PIN))).toEqual(theirs);
    expect(await state.read()).toEqual(theirs);
  });

  test.each([
    ['{"schemaVersion":2,"pin":null}', 'is of version 2', 'Update palimpsest.'],
    ['{"schemaVersion":1,"pin":', 'is damaged', 'Delete it'],
    ['{"schemaVersion":1,"pin":"main"}', 'is damaged', 'Delete it'],
  ])('%s is refused, and stays', async (text, what, remedy) => {
    const repository = await newRepository(fake());
    const { state, store } = openBranch(fake(), repository);
    await store.save(null, LEDGER);
    await repository.commit(BRANCH, { 'state.json': text });
    const refusal = {
      code: 'bad-ledger-file',
      message: expect.stringContaining(what),
      remedy: expect.stringContaining(remedy),
    };
    await expect(state.read()).rejects.toMatchObject(refusal);
    await expect(state.update(() => PIN)).rejects.toMatchObject(refusal);
    expect(await repository.file('state.json', BRANCH)).toBe(text);
  });
});

test.each(['{"head":', '{"head":{"schemaVersion":2},"files":{}}'])('a head that holds %s is refused', async (text) => {
  const repository = await newRepository(fake());
  const { store } = openBranch(fake(), repository);
  await store.save(null, LEDGER);
  await repository.commit(BRANCH, { 'ledger/m-ledger-7b/head.json': text });
  await expect(store.load('ledger-7b')).rejects.toMatchObject({ code: 'bad-ledger-file' });
});

describe('no permission', () => {
  test('to write says what to allow', async () => {
    const repository = await newRepository(fake());
    const token = fake().token({ permissions: { contents: 'read' } });
    const { store } = openBranch(fake(), repository, { token });
    expect(await store.load('ledger-7b')).toBeNull();
    const failure = await store.save(null, LEDGER).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'forge-refused',
      remedy: expect.stringContaining('contents: write'),
    });
    expect(String(failure)).not.toContain(token);
  });

  test('by a ruleset names the branch to exclude', async () => {
    const repository = await newRepository(fake());
    repository.guard('palimpsest-*');
    const refusal = { code: 'forge-refused', remedy: expect.stringContaining(`Exclude ${BRANCH}`) };
    await expect(openBranch(fake(), repository).store.save(null, LEDGER)).rejects.toMatchObject(refusal);
    const later = await newRepository(fake());
    const { store } = openBranch(fake(), later);
    await store.save(null, LEDGER);
    later.guard('*');
    const stored = await store.load('ledger-7b');
    await expect(store.save(stored?.version ?? null, ledgerOf(UNITS, 0.8))).rejects.toMatchObject(refusal);
  });

  test.each([
    [422, 'Required status check "build" is expected.'],
    [422, 'Changes must be made through a pull request.'],
    [403, 'Protected branch update failed for refs/heads/palimpsest-data.'],
  ])('in the words of a branch protection, %i %s', async (status, message) => {
    const repository = await newRepository(fake());
    fake().fail({ method: 'POST', path: /\/git\/refs$/ }, { kind: 'status', status, body: { message } });
    await expect(openBranch(fake(), repository).store.save(null, LEDGER)).rejects.toMatchObject({
      code: 'forge-refused',
      message: expect.stringContaining(message),
      remedy: expect.stringContaining(`Exclude ${BRANCH}`),
    });
  });

  test('to the repository at all is no empty branch', async () => {
    const hidden = await fake().addRepository('acme/hidden', { files: { 'A.java': '' }, private: true });
    const token = fake().token({ permissions: { contents: 'write' }, repositories: ['acme/other'] });
    await expect(openBranch(fake(), hidden, { token }).store.load('ledger-7b')).rejects.toMatchObject({
      code: 'forge-not-found',
    });
  });
});

test('a branch with slashes in its name is one', async () => {
  const repository = await newRepository(fake());
  const branch = 'bots/palimpsest/data';
  const open = () => openBranch(fake(), repository, { branch });
  await open().store.save(null, LEDGER);
  await addUnit(open().store, 'ledger-7b', 'Late.fee');
  expect(await commitsOn(repository, branch)).toHaveLength(2);
});
