// Where the units of a ledger lie on the branch: a file a shard, and in a large ledger sixteen, so that a change stays small.

import { hash32 } from '../../core/random.ts';
import type { Shard } from '../../core/shards.ts';
import { compareText } from '../../core/text-order.ts';
import { parseShard, printShard } from '../../pages/ledger-pages.ts';

/** Units from which on a shard is in parts: with more, what one change touches would be too large (docs/ledger.md). */
const UNITS_IN_WHOLE_SHARDS = 4_000;
const PARTS = 16;

/** The files of one shard as they are written, by their names in the ledger's folder. */
export function filesOfShard(name: string, shard: Shard, unitsOfLedger: number): Map<string, string> {
  if (unitsOfLedger <= UNITS_IN_WHOLE_SHARDS) return new Map([[`shards/${name}.jsonl`, printShard(shard)]]);
  const parts = new Map<string, Shard[number][]>();
  for (const file of shard) {
    const part = partOf(file.path);
    parts.set(part, [...(parts.get(part) ?? []), file]);
  }
  return new Map([...parts].map(([part, files]) => [`shards/${name}/${part}.jsonl`, printShard(files)]));
}

/** The next four bits of the hash that gives the shard. */
function partOf(path: string): string {
  return ((hash32(path) >>> 8) % PARTS).toString(16);
}

const SHARD_FILE = /^shards\/([^/.]+)(?:\.jsonl|\/[^/.]+\.jsonl)$/;

/** Whose shard a file in a ledger's folder belongs to; `null` for any other file. */
export function shardIn(file: string): string | null {
  return SHARD_FILE.exec(file)?.[1] ?? null;
}

/** A shard from the texts of its files, whichever way it was written. */
export function shardFrom(texts: readonly string[]): Shard {
  return texts.flatMap(parseShard).sort((a, b) => compareText(a.path, b.path));
}
