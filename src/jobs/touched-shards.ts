// The pages of a ledger that a change needs.

import { filesIn } from '../core/ledger-head.ts';
import { type Shard, shardOf } from '../core/shards.ts';
import type { StoredLedger } from '../ports.ts';

/** Those of the changed files, and of the files in which their units were trained; every one when no file is known. */
export async function touchedShards(
  stored: StoredLedger,
  paths: ReadonlySet<string> | null,
): Promise<ReadonlyMap<string, Shard>> {
  if (paths === null) return stored.shards(Object.keys(stored.head.shards));
  const shards = await stored.shards([...new Set([...paths].map(shardOf))]);
  const trainedIn = [...filesIn(shards).values()]
    .filter(({ path }) => paths.has(path))
    .flatMap(({ units }) => units.flatMap(({ trained }) => (trained === null ? [] : [shardOf(trained.path)])));
  const further = await stored.shards([...new Set(trainedIn)].filter((name) => !shards.has(name)));
  return new Map([...shards, ...further]);
}
