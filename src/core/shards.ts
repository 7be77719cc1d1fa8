// A ledger in parts: a file's units lie in the shard of its path, so that a change touches few small parts.

import type { LedgerFile, LedgerUnit, TrainedUnit } from './ledger.ts';
import { hash32 } from './random.ts';
import { compareText } from './text-order.ts';

/** Sorted by path; a file that nothing is left of is not in it. */
export type Shard = readonly LedgerFile[];

const SHARD_COUNT = 256;

/** `00` to `ff`, the same for a path for ever. */
export function shardOf(path: string): string {
  return (hash32(path) % SHARD_COUNT).toString(16).padStart(2, '0');
}

/** What a change leaves in the files that it touched. */
export interface TouchedFiles {
  /** Their units are replaced by those in `units`, and their departed ones by those in `departed`. */
  readonly paths: ReadonlySet<string>;
  readonly units: readonly LedgerUnit[];
  /** Those of other files are added to the departed ones of their file. */
  readonly departed: readonly TrainedUnit[];
}

/** The shards with some files replaced. `shards` holds every one that the files and the departed units belong to. */
export function withFiles(shards: ReadonlyMap<string, Shard>, touched: TouchedFiles): Map<string, Shard> {
  const unitsByPath = groupBy(touched.units, ({ path }) => path);
  const departedByPath = groupBy(touched.departed, ({ path }) => path);
  const paths = new Set([...touched.paths, ...unitsByPath.keys(), ...departedByPath.keys()]);
  const after = new Map<string, Shard>();
  for (const [name, ofShard] of groupBy([...paths], shardOf)) {
    const files = new Map((shards.get(name) ?? []).map((file) => [file.path, file]));
    for (const path of ofShard) {
      const old = touched.paths.has(path) ? undefined : files.get(path);
      const units = [...(old?.units ?? []), ...(unitsByPath.get(path) ?? [])].sort(byId);
      const departed = [...(old?.departed ?? []), ...(departedByPath.get(path) ?? [])].sort(byId);
      if (units.length + departed.length === 0) files.delete(path);
      else files.set(path, { path, units, departed });
    }
    after.set(
      name,
      [...files.values()].sort((a, b) => compareText(a.path, b.path)),
    );
  }
  return after;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
