// The methods known least, close up: the code where the ledger stands, and what the ledger's own model writes there.

import { expect, test } from 'vitest';
import type { InventoryUnit } from '../../src/core/report-page.ts';
import { openRepository } from '../../src/git/repository.ts';
import { closeUpsOf } from '../../src/jobs/close-ups.ts';
import type { CodeModel } from '../../src/ports.ts';
import { undisturbed } from '../support/job-surroundings.ts';
import { ledgerOf } from '../support/ledgers.ts';
import { failed, modelThat, written } from '../support/models.ts';
import { type ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

const PATH = 'src/main/java/books/Invoice.java';
const INVOICE =
  'class Invoice {\n  int total() { return net + tax; }\n  int net() { return net; }\n  void send() { post(); }\n}\n';

const inventoryUnit = (name: string, similarity: number | null): InventoryUnit => {
  return { id: `${PATH}#Invoice.${name}()`, path: PATH, status: 'modified', similarity, failed: false };
};
const UNITS = [
  inventoryUnit('net', 0.9),
  inventoryUnit('send', 0.1),
  inventoryUnit('total', 0.4),
  inventoryUnit('old', null),
];

const MODEL = modelThat(({ target }) => (target.name === 'send' ? failed('refused') : written('{ return net; }')), {
  name: 'ledger-7b',
});

test('the least known come first, as they stand at the ledger’s revision, each with what came back', async () => {
  const books = scratchRepository();
  const revision = books.commit({ [PATH]: INVOICE });
  books.commit({ [PATH]: INVOICE.replace('net + tax', 'everything') });
  books.write({ [PATH]: 'class Invoice {}' });
  expect(await closeUps(books, revision, 2)).toMatchObject({
    kind: 'made',
    units: [
      {
        id: UNITS[1]?.id,
        line: 4,
        body: '{ post(); }',
        scored: 0.1,
        regeneration: { kind: 'failed', reason: 'refused' },
      },
      {
        id: UNITS[2]?.id,
        line: 2,
        body: '{ return net + tax; }',
        scored: 0.4,
        regeneration: { body: '{ return net; }' },
      },
    ],
  });
});

test('another model, a revision that is not there, and nobody asking leave them out', async () => {
  const books = scratchRepository();
  const revision = books.commit({ [PATH]: INVOICE });
  const reason = (kind: string) => ({ kind: 'left-out', reason: kind });
  const other = modelThat(() => failed('refused'), { name: 'another' });
  expect(await closeUps(books, revision, 2, other)).toEqual(reason('ledger-of-another-model'));
  expect(await closeUps(books, 'b'.repeat(40), 2)).toEqual(reason('revision-missing'));
  expect(await closeUps(books, revision, 0)).toEqual(reason('not-asked'));
  expect(other.asked).toEqual([]);
});

async function closeUps({ root }: ScratchRepository, revision: string, number: number, model: CodeModel = MODEL) {
  const head = { ...ledgerOf([], 0).head, standsAt: { revision, committedAt: null } };
  const repository = await openRepository(root);
  return closeUpsOf(UNITS, head, { repository, model, closeUps: number, ...undisturbed });
}
