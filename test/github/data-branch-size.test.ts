// How much the data branch grows, at the size of a project like Mockito, told by git itself.

import { expect, test } from 'vitest';
import { blobName } from '../../src/github/blob-name.ts';
import { printHead } from '../../src/pages/ledger-pages.ts';
import { BRANCH, fakeGitHub, newRepository, openBranch, pageOf } from '../support/data-branches.ts';
import type { FakeRepository } from '../support/fake-github.ts';
import { largeLedger, twentyChanged, withPast } from '../support/large-ledgers.ts';
import { packedBytes } from '../support/packed-bytes.ts';

const fake = fakeGitHub();
const METHODS = 2_000;

/** A push with twenty changed methods, again and again, by one run after another. */
async function pushes(repository: FakeRepository, count: number): Promise<void> {
  const begun = largeLedger(METHODS);
  const { store } = openBranch(fake(), repository, { filesOf: pageOf(begun.head.model.fingerprint, '') });
  const shards = new Map(begun.shards);
  let head = withPast(begun.head, 130);
  await store.save(null, { head, shards });
  for (let step = 1; step <= count; step++) {
    const asLoaded = async (names: readonly string[]) => new Map(names.map((name) => [name, shards.get(name) ?? []]));
    const change = await twentyChanged({ head, shards: asLoaded }, METHODS, step);
    expect(await store.save(blobName(Buffer.from(printHead({ head, files: {} })), null), change)).toBe(true);
    head = change.head;
    for (const [name, shard] of change.shards) shards.set(name, shard);
  }
}

async function counted(repository: FakeRepository): Promise<Record<string, number>> {
  const lines = (await repository.state.git.text(['count-objects', '-v'])).split('\n').map((line) => line.split(': '));
  return Object.fromEntries(lines.map(([name, value]) => [name, Number(value)]));
}

test('200 pushes of twenty changed methods stay small, one by one and all together', async () => {
  const repository = await newRepository(fake());
  await pushes(repository, 200);
  // the last one, when the history is as long as it becomes; no object leaning on another
  expect(packedBytes(repository.folder, [BRANCH, `^${BRANCH}~1`], ['--window=0'])).toBeLessThan(50_000);
  // the same as it is fetched, and as it lies there once git has packed it
  expect(packedBytes(repository.folder, [BRANCH, `^${BRANCH}~1`], ['--thin'])).toBeLessThan(10_000);
  expect(packedBytes(repository.folder, [BRANCH, '^main'], ['--window=0'])).toBeLessThan(200 * 50_000);

  const before = await counted(repository);
  // a commit has its trees, its head, its page, and about ten shards; each lies in a file of its own, of whole blocks
  expect(before.count).toBeLessThan(200 * 25);
  expect(before.size).toBeLessThan(200 * 130);
  await repository.state.git.run(['gc', '--quiet', '--prune=now']);
  const after = await counted(repository);
  expect(after.count).toBe(0);
  expect(after['size-pack']).toBeLessThan(2_000);
}, 240_000);
