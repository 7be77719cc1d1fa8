// Lines changed, files and packages, worked by hand.

import { expect, test } from 'vitest';
import { ChurnCount, type FileChurn } from '../../src/core/churn.ts';

const IN_BOOKS = 'src/main/java/com/acme/books';

const main = (before: string | null, after: string | null, added: number, deleted: number): FileChurn => {
  return { before, after, added, deleted, countedBefore: before !== null, countedAfter: after !== null };
};

function started(): ChurnCount {
  const churn = new ChurnCount();
  churn.start([
    main(null, `${IN_BOOKS}/Invoice.java`, 60, 0),
    main(null, `${IN_BOOKS}/tax/Rate.java`, 40, 0),
    { ...main(null, 'src/test/java/com/acme/books/InvoiceTest.java', 30, 0), countedAfter: false },
  ]);
  return churn;
}

test('the first state is no churn', () => {
  const churn = started();
  expect([churn.lines, churn.files]).toEqual([100, 2]);
  expect(churn.packages()).toEqual([]);
  expect(churn.step([])).toEqual({ lines: 100, added: 0, deleted: 0, files: 0, share: 0 });
});

test('a share is added and deleted lines over the lines at the start', () => {
  const churn = started();
  const invoice = `${IN_BOOKS}/Invoice.java`;
  expect(churn.step([main(invoice, invoice, 6, 4)])).toEqual({
    lines: 100,
    added: 6,
    deleted: 4,
    files: 1,
    share: 0.1,
  });
  expect(churn.step([main(invoice, null, 0, 62)])).toEqual({
    lines: 102,
    added: 0,
    deleted: 62,
    files: 1,
    share: 62 / 102,
  });
  expect([churn.lines, churn.files]).toEqual([40, 1]);
});

test('there is no share of nothing', () => {
  expect(new ChurnCount().step([main(null, `${IN_BOOKS}/Invoice.java`, 9, 0)])).toMatchObject({
    added: 9,
    share: null,
  });
});

test('a rename alone is no change, and one with changes counts as those', () => {
  const churn = started();
  const [old, moved] = [`${IN_BOOKS}/Invoice.java`, `billing/${IN_BOOKS}/Invoice.java`];
  expect(churn.step([main(old, moved, 0, 0)])).toMatchObject({ added: 0, deleted: 0, files: 0 });
  expect(churn.step([main(moved, old, 2, 1)])).toMatchObject({ added: 2, deleted: 1, files: 1 });
  expect(churn.lines).toBe(101);
});

test('two files that swap their names keep their sizes', () => {
  const churn = started();
  const [invoice, rate] = [`${IN_BOOKS}/Invoice.java`, `${IN_BOOKS}/tax/Rate.java`];
  churn.step([main(invoice, rate, 0, 0), main(rate, invoice, 0, 0)]);
  churn.step([main(rate, null, 0, 60)]);
  expect(churn.lines).toBe(40);
});

test('a file that moves in from the tests brings its size, and as change only what git sees changed', () => {
  const churn = started();
  const [test, moved] = ['src/test/java/com/acme/books/InvoiceTest.java', `${IN_BOOKS}/Checker.java`];
  const step = churn.step([{ ...main(test, moved, 1, 2), countedBefore: false }]);
  expect(step).toMatchObject({ lines: 100, added: 1, deleted: 2 });
  expect(churn.lines).toBe(129);
});

test('what does not count is no churn', () => {
  const test = 'src/test/java/com/acme/books/InvoiceTest.java';
  const step = started().step([{ ...main(test, test, 5, 5), countedBefore: false, countedAfter: false }]);
  expect(step).toMatchObject({ added: 0, deleted: 0, files: 0 });
});

test('packages: most lines changed first, the same package of several modules as one', () => {
  const churn = started();
  churn.step([
    main(`${IN_BOOKS}/tax/Rate.java`, null, 0, 40),
    main(null, `billing/${IN_BOOKS}/Bill.java`, 25, 0),
    main(`${IN_BOOKS}/Invoice.java`, `${IN_BOOKS}/Invoice.java`, 10, 10),
  ]);
  expect(churn.packages()).toEqual([
    { name: 'com.acme.books', added: 35, deleted: 10, lines: 85 },
    { name: 'com.acme.books.tax', added: 0, deleted: 40, lines: 0 },
  ]);
});
