// The state of a project as a document: compare and set.

import { ExpectedFailure } from '../errors.ts';
import { parseState, printState } from '../pages/state-page.ts';
import type { DocumentStore, KeptState, StateStore } from '../ports.ts';
import { type LedgerPlace, projectPrefix } from './ledgers.ts';

const ATTEMPTS = 20;

export function stateOn(documents: DocumentStore, place: LedgerPlace): StateStore {
  const key = `${projectPrefix(place)}state`;
  const read = async () => (await documents.read([key])).get(key);
  return {
    async read() {
      const document = await read();
      return document === undefined ? null : parseState(document.text, key);
    },
    async update(change) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const document = await read();
        const before: KeptState | null = document === undefined ? null : parseState(document.text, key);
        const after = change(before);
        if (after === before) return after;
        const text = printState(after);
        if (await documents.write([{ key, expected: document?.version ?? null, text }])) return after;
      }
      throw new ExpectedFailure(
        'ledger-busy',
        'other runs keep changing the state',
        'Run it again when they are done.',
      );
    },
  };
}
