import { expect, test } from 'vitest';
import { filesIn, type LedgerPages, ledgerMeans } from '../../src/core/ledger-head.ts';
import { placesOf } from '../../src/core/ledger-places.ts';
import { packageByPath } from '../../src/core/scope.ts';
import { inPackage } from '../report/html/pages.ts';
import { ledgerOf, moveOn } from '../support/ledgers.ts';

const [total, add, rate, seal] = [
  inPackage('Invoice.total', 'books'),
  inPackage('Invoice.add', 'books'),
  inPackage('TaxTable.rate', 'tax'),
  inPackage('Seal.press', 'seal'),
];

test('what each package moved adds up to what freshness moved', () => {
  // the day of training: 1, 0.5, 0.5, 1, their mean 0.75
  const day = new Map([
    [total.id, 1],
    [add.id, 0.5],
    [rate.id, 0.5],
    [seal.id, 1],
  ]);
  // then rate changes to 0.25, seal goes, close comes at 0.5; Invoice stays as it was
  const close = inPackage('Ledger.close', 'books');
  const ledger = moveOn(ledgerOf([total, add, rate, seal], day), [total, add, changed(rate), close], (id) =>
    id.includes('rate') ? 0.25 : 0.5,
  );
  // one unit is 100 / (4 · 0.75) = 33⅓ points: close 0.5 − 0.75, seal 0.75 − 1, rate 0.25 − 0.5
  expect(packagesOf(ledger)).toEqual([
    { name: 'com.acme.books', units: 3, scored: 3, failed: 0, similarity: near(2 / 3), points: near(-25 / 3) },
    { name: 'com.acme.seal', units: 0, scored: 0, failed: 0, similarity: null, points: near(-25 / 3) },
    { name: 'com.acme.tax', units: 1, scored: 1, failed: 0, similarity: 0.25, points: near(-25 / 3) },
  ]);
  expect(ledgerMeans(ledger.head).freshness?.value).toBeCloseTo(0.75);
});

test('in a sample, methods that were not drawn are taken for the drawn ones of their place', () => {
  const ledger = moveOn(
    ledgerOf([total, add, rate, seal], new Map([[total.id, 0.5]]), { sample: { size: 1, seed: 1 } }),
    [total, add, changed(inPackage('Ledger.close', 'books')), rate, seal],
    () => 0.8,
  );
  const [books, , tax] = packagesOf(ledger);
  // total and add at 0.5, close at 0.8
  expect(books).toMatchObject({ units: 3, scored: 2, similarity: near(0.6) });
  expect(tax).toMatchObject({ units: 1, scored: 0, similarity: null, points: 0 });
});

function packagesOf({ head, shards }: LedgerPages) {
  return placesOf(filesIn(shards).values(), ledgerMeans(head), packageByPath);
}

const changed = <Unit extends object>(unit: Unit) => ({ ...unit, text: 'another text', code: 'other code' });

const near = (value: number) => expect.closeTo(value, 10);
