// Shards as files of the data branch: whole or in parts, they are the same ledger.

import { expect, test } from 'vitest';
import { filesOfShard, shardFrom, shardIn } from '../../src/github/data-branch/shard-files.ts';
import { largeLedger } from '../support/large-ledgers.ts';

const { head, shards } = largeLedger(6_000);

test.each([
  ['whole', 1_000, 1],
  ['in parts', 6_000, 2],
])('a shard %s is the same when it is read again', (_, units, atLeast) => {
  for (const [name, shard] of shards) {
    const files = filesOfShard(name, shard, units);
    expect(files.size).toBeGreaterThanOrEqual(Math.min(atLeast, shard.length > 3 ? atLeast : 1));
    expect([...files.keys()].every((file) => shardIn(file) === name)).toBe(true);
    expect(shardFrom([...files.values()].reverse())).toEqual(shard);
  }
  expect(Object.keys(head.shards).sort()).toEqual([...shards.keys()].sort());
});

test.each(['head.json', 'shards/notes.txt', 'shards/00/0/0.jsonl', 'shards/.jsonl', 'other/00.jsonl'])(
  '%s is no file of a shard',
  (file) => expect(shardIn(file)).toBeNull(),
);
