// The ledger of one walk: in memory, for nobody else writes to it.

import type { LedgerPages } from '../core/ledger-head.ts';
import type { Shard } from '../core/shards.ts';
import type { LedgerStore, StoredLedger } from '../ports.ts';

/** A store that holds one ledger, and can show all of it. */
export interface WalkLedger extends LedgerStore {
  pages(): LedgerPages;
}

export function walkLedger(beginning: LedgerPages): WalkLedger {
  let version = 0;
  let { head } = beginning;
  const shards = new Map<string, Shard>(beginning.shards);
  return {
    pages: () => ({ head, shards: new Map(shards) }),
    fingerprints: async () => [head.model.fingerprint],
    async load(fingerprint): Promise<StoredLedger | null> {
      if (fingerprint !== head.model.fingerprint) return null;
      return {
        version: String(version),
        head,
        shards: async (names) => new Map(names.map((name) => [name, shards.get(name) ?? []])),
      };
    },
    async save(expected, pages) {
      if (expected !== String(version)) return false;
      version++;
      head = pages.head;
      for (const [name, shard] of pages.shards) shards.set(name, shard);
      for (const name of shards.keys()) if (!(name in head.shards)) shards.delete(name);
      return true;
    },
  };
}
