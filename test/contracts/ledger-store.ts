// What every place for ledgers holds to.

import { describe, expect, test } from 'vitest';
import { filesIn, type LedgerPages, withShards } from '../../src/core/ledger-head.ts';
import { shardOf, withFiles } from '../../src/core/shards.ts';
import type { LedgerStore, StoredLedger } from '../../src/ports.ts';
import { ledgerOf, moveOn, unit, unitsOf } from '../support/ledgers.ts';

const INVOICE = [unit('Invoice.total', '{ return net + tax; }'), unit('Invoice.send', '{ mail.post(this); }')];
const TAX = [unit('Tax.rate', '{ return rates.get(region); }')];
const LEDGER = ledgerOf([...INVOICE, ...TAX], 0.9);
const LATER = { revision: 'b'.repeat(40), committedAt: '2026-02-01T09:00:00Z' };

/** Every page of a stored ledger. */
export async function pagesOf(stored: StoredLedger | null): Promise<LedgerPages> {
  if (stored === null) throw new Error('there is no ledger');
  return { head: stored.head, shards: await stored.shards(Object.keys(stored.head.shards)) };
}

/** Adds a unit in a file of its own, again and again until nobody was in between. */
export async function addUnit(store: LedgerStore, fingerprint: string, name: string): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const stored = await store.load(fingerprint);
    if (stored === null) throw new Error('there is no ledger');
    const late = { ...unit(name), score: { similarity: 0.5, failed: false }, trained: null, rescored: true };
    const paths = new Set([late.path]);
    const shards = await stored.shards([shardOf(late.path)]);
    const touched = withFiles(shards, { paths, units: [late], departed: [] });
    if (await store.save(stored.version, { head: withShards(stored.head, touched), shards: touched })) return attempt;
  }
}

/** `open` gives a store that holds nothing; called twice for the same place, it gives that place again. */
export function ledgerStoreContract(
  open: () => { readonly store: LedgerStore; readonly again: () => LedgerStore },
): void {
  describe('a ledger store', () => {
    test('holds nothing at first', async () => {
      const { store } = open();
      expect(await store.fingerprints()).toEqual([]);
      expect(await store.load('ledger-7b')).toBeNull();
    });

    test('gives back what was saved, to everybody', async () => {
      const { store, again } = open();
      expect(await store.save(null, LEDGER)).toBe(true);
      for (const reader of [store, again()]) {
        expect(await reader.fingerprints()).toEqual(['ledger-7b']);
        const pages = await pagesOf(await reader.load('ledger-7b'));
        expect(pages.head).toEqual(LEDGER.head);
        expect(pages.shards).toEqual(LEDGER.shards);
      }
    });

    test('keeps every fact of a unit: failed, not drawn, modified, moved, new, departed', async () => {
      const { store } = open();
      const sampled = ledgerOf([...INVOICE, ...TAX], new Map([[INVOICE[0]?.id ?? '', 0.7]]), {
        sample: { size: 1, seed: 3 },
      });
      const elsewhere = unit('Mail.send', '{ mail.post(this); }');
      const total = unit('Invoice.total', '{ return sum; }');
      const late = unit('Invoice.late', '{ return due.before(today); }');
      const moved = moveOn(sampled, [total, elsewhere, late], (id) => ({ similarity: 0.1, failed: id === late.id }), {
        [elsewhere.id]: INVOICE[1]?.id ?? '',
      });
      await store.save(null, { ...moved, shards: new Map([...sampled.shards, ...moved.shards]) });
      expect(await pagesOf(await store.load('ledger-7b'))).toEqual({
        head: moved.head,
        shards: new Map([...moved.shards].filter(([name]) => name in moved.head.shards)),
      });
      expect(unitsOf(moved)).toHaveLength(3);
    });

    test('keeps the ledgers of several models apart', async () => {
      const { store } = open();
      const other = ledgerOf(TAX, 0.4, { fingerprint: 'acme/ledger 7b: v2*' });
      await store.save(null, LEDGER);
      expect(await store.save(null, other)).toBe(true);
      expect(await store.fingerprints()).toEqual(['acme/ledger 7b: v2*', 'ledger-7b']);
      expect((await store.load('acme/ledger 7b: v2*'))?.head).toEqual(other.head);
      expect((await store.load('ledger-7b'))?.head).toEqual(LEDGER.head);
    });

    test('saves the shards that a change touched, and leaves the others', async () => {
      const { store } = open();
      await store.save(null, LEDGER);
      const stored = await store.load('ledger-7b');
      const name = shardOf('books/Tax.java');
      const touched = withFiles((await stored?.shards([name])) ?? new Map(), {
        paths: new Set(['books/Tax.java']),
        units: [],
        departed: [],
      });
      const head = withShards({ ...LEDGER.head, standsAt: LATER }, touched);
      expect(await store.save(stored?.version ?? null, { head, shards: touched })).toBe(true);
      const pages = await pagesOf(await store.load('ledger-7b'));
      expect(pages.head).toEqual(head);
      expect([...filesIn(pages.shards).keys()]).toEqual(['books/Invoice.java']);
    });

    test('a reader goes on with the ledger as it was when it loaded it', async () => {
      const { store } = open();
      await store.save(null, LEDGER);
      const stored = await store.load('ledger-7b');
      await addUnit(store, 'ledger-7b', 'Tax.vat');
      expect((await pagesOf(stored)).shards).toEqual(LEDGER.shards);
    });

    test('refuses a change made from another version, and keeps nothing of it', async () => {
      const { store, again } = open();
      await store.save(null, LEDGER);
      const stored = await store.load('ledger-7b');
      await addUnit(again(), 'ledger-7b', 'Late.fee');
      const stale = { ...LEDGER, head: { ...LEDGER.head, standsAt: LATER } };
      expect(await store.save(stored?.version ?? null, stale)).toBe(false);
      expect(await store.save(null, stale)).toBe(false);
      const pages = await pagesOf(await store.load('ledger-7b'));
      expect(pages.head.standsAt).toEqual(LEDGER.head.standsAt);
      expect([...filesIn(pages.shards).keys()].sort()).toEqual([
        'books/Invoice.java',
        'books/Late.java',
        'books/Tax.java',
      ]);
    });

    test('of writers at the same time none loses anything', async () => {
      const { store, again } = open();
      await store.save(null, LEDGER);
      const writers = [store, again(), again(), again()];
      await Promise.all(
        writers.map(async (writer, number) => {
          for (let entry = 0; entry < 8; entry++) await addUnit(writer, 'ledger-7b', `Late${number}_${entry}.fee`);
        }),
      );
      const pages = await pagesOf(await store.load('ledger-7b'));
      expect(unitsOf(pages)).toHaveLength(3 + 4 * 8);
    });
  });
}
