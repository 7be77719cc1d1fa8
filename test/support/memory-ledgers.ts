// Ledgers in memory: the port's rules without a disk.

import type { LedgerPages } from '../../src/core/ledger-head.ts';
import type { Shard } from '../../src/core/shards.ts';
import type { LedgerStore, StoredLedger } from '../../src/ports.ts';

export function memoryLedgers(): LedgerStore {
  const ledgers = new Map<string, StoredLedger & { readonly all: ReadonlyMap<string, Shard> }>();
  return {
    fingerprints: async () => [...ledgers.keys()].sort(),
    load: async (fingerprint) => ledgers.get(fingerprint) ?? null,
    async save(expected, { head, shards }: LedgerPages) {
      const { fingerprint } = head.model;
      const old = ledgers.get(fingerprint);
      if ((old?.version ?? null) !== expected) return false;
      const all = new Map(
        Object.keys(head.shards).map((name) => {
          const shard = shards.get(name) ?? old?.all.get(name);
          if (shard === undefined) throw new RangeError(`the head names shard ${name}, which was never saved`);
          return [name, shard];
        }),
      );
      ledgers.set(fingerprint, {
        version: String(Number(old?.version ?? 0) + 1),
        head,
        all,
        shards: async (names) => new Map(names.map((name) => [name, all.get(name) ?? []])),
      });
      return true;
    },
  };
}
