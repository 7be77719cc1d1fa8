// Documents, blobs, ledgers and state on both databases, plain and sealed.

import { describe, expect, test } from 'vitest';
import { ledgersOn } from '../../src/store/ledgers.ts';
import { stateOn } from '../../src/store/state.ts';
import { blobStoreContract, documentStoreContract } from '../contracts/documents.ts';
import { ledgerStoreContract } from '../contracts/ledger-store.ts';
import { tenuresContract } from '../contracts/tenures.ts';
import { onEachDatabase, sharedStore } from '../support/databases.ts';

onEachDatabase((place) => {
  for (const [how, key] of [
    ['plain', null],
    ['sealed', 'ab'.repeat(32)],
  ] as const) {
    describe(how, () => {
      const store = sharedStore(place, { key, maxBlobBytes: 3_000 }, { blobUseCountsForMs: 0 });
      let repository = 0;
      documentStoreContract(() => store().documents);
      blobStoreContract(() => store().blobs, 3_000);
      tenuresContract(store);
      ledgerStoreContract(() => {
        const at = { repository: ++repository, section: repository % 2 === 0 ? 'apps/books' : null };
        return { store: ledgersOn(store().documents, at), again: () => ledgersOn(store().documents, at) };
      });
      test('the state of a project is changed by one after the other', async () => {
        const at = { repository: ++repository, section: null };
        const pinned = (revision: string) => ({
          schemaVersion: 1 as const,
          pin: { revision: revision.padEnd(40, '0'), committedAt: '2026-01-05T09:00:00Z' },
          review: null,
        });
        expect(await stateOn(store().documents, at).read()).toBeNull();
        const seen: (string | undefined)[] = [];
        await Promise.all(
          ['a', 'b', 'c'].map((revision) =>
            stateOn(store().documents, at).update((before) => {
              seen.push(before?.pin?.revision);
              return pinned(revision);
            }),
          ),
        );
        const kept = await stateOn(store().documents, at).read();
        expect(['a', 'b', 'c'].map((revision) => pinned(revision))).toContainEqual(kept);
        expect(new Set(seen).size).toBe(3);
      });
    });
  }
});
