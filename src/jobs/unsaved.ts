// Where nothing may be written: what is there is read, and what a run saves stays with that run.

import type { LedgerPages } from '../core/ledger-head.ts';
import type { Shard } from '../core/shards.ts';
import type { KeptState, LedgerStore, StateStore, StoredLedger } from '../ports.ts';

/** The ledgers of a store as this run leaves them; the store itself stays as it is. */
export function unsavedLedgers(store: LedgerStore): LedgerStore {
  const saved = new Map<string, StoredLedger>();
  const load = async (fingerprint: string) => saved.get(fingerprint) ?? store.load(fingerprint);
  return {
    load,
    async fingerprints() {
      return [...new Set([...(await store.fingerprints()), ...saved.keys()])].sort();
    },
    async save(expected, pages) {
      const { fingerprint } = pages.head.model;
      const old = await load(fingerprint);
      if ((old?.version ?? null) !== expected) return false;
      saved.set(fingerprint, laidOver(old, pages));
      return true;
    },
  };
}

function laidOver(old: StoredLedger | null, { head, shards }: LedgerPages): StoredLedger {
  return {
    version: `${old?.version ?? ''}+`,
    head,
    async shards(names) {
      const kept = names.filter((name) => name in head.shards && !shards.has(name));
      const before = old === null ? new Map<string, Shard>() : await old.shards(kept);
      return new Map(names.map((name) => [name, shards.get(name) ?? before.get(name) ?? []]));
    },
  };
}

/** The same for the state. */
export function unsavedState(store: StateStore): StateStore {
  let saved: KeptState | null = null;
  const read = async () => saved ?? store.read();
  return {
    read,
    async update(change) {
      saved = change(await read());
      return saved;
    },
  };
}
