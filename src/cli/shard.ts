// `--shard 3/8`

import type { ShardRequest } from '../core/run-shards.ts';
import { ExpectedFailure } from '../errors.ts';

const MOST_PARTS = 10_000;

/** `null` without the flag. Throws an ExpectedFailure for what is no part of anything. */
export function shardFromFlag(typed: string | undefined): ShardRequest | null {
  if (typed === undefined) return null;
  const [, first = '', second = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(typed) ?? [];
  const [index, count] = [Number(first), Number(second)];
  if (index >= 1 && index <= count && count <= MOST_PARTS) return { index, count };
  throw new ExpectedFailure(
    'bad-setting',
    `--shard does not take ${JSON.stringify(typed)}`,
    'It is which part of how many, such as 1/8 to 8/8.',
  );
}

/** As it names a journal: each part has one of its own. */
export function shardParts(shard: ShardRequest | null): string[] {
  return shard === null ? [] : [`${shard.index}/${shard.count}`];
}
