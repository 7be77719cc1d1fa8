// What follows from the rows of a comparison, worked by hand.

import { describe, expect, test } from 'vitest';
import { type ComparisonFacts, compareReportOf } from '../../src/core/compare.ts';
import type { ComparedAnswer, ComparedFile, ComparedMethod, ContenderFacts } from '../../src/core/report.ts';

const contender = (name: string, kind: ContenderFacts['kind'] = 'model'): ContenderFacts => {
  return { name, kind, model: null, directory: null, answeringMs: null };
};

const FACTS: ComparisonFacts = {
  protocol: 'in-place',
  source: { directory: 'books' },
  sample: null,
  baseline: 'old',
  contenders: [contender('stub', 'stub'), contender('old'), contender('new')],
  leftOut: [],
  notes: [],
};

/** So many characters off of a body of 20. */
function off(distance: number): ComparedAnswer {
  return { distance, similarity: 1 - distance / 20, exact: distance === 0, parses: true, failure: null };
}

const REFUSED: ComparedAnswer = {
  distance: null,
  similarity: null,
  exact: false,
  parses: false,
  failure: { reason: 'refused', detail: '' },
};

function method(name: string, old: ComparedAnswer | null, fresh: ComparedAnswer | null): ComparedMethod {
  const path = `${name.split('.')[0]}.java`;
  const rest = { line: 1, package: 'books', kind: 'other', size: 'up to 3 lines', length: 20 } as const;
  return { id: `${path}#${name}()`, path, ...rest, answers: [off(18), old, fresh] };
}

function file(id: string, ...answers: (number | null)[]): ComparedFile {
  return {
    id,
    answers: answers.map((distance) =>
      distance === null ? null : { distance, similarity: 1 - distance / 100, erased: 40 },
    ),
  };
}

function of(methods: readonly ComparedMethod[], special: Partial<ComparisonFacts> = {}, files: ComparedFile[] = []) {
  const report = compareReportOf({ ...FACTS, ...special }, { methods, files });
  const [stub, old, fresh] = report.contenders;
  if (!stub || !old || !fresh) throw new Error('a contender is missing');
  return { report, stub, old, fresh };
}

describe('means', () => {
  test('are over methods and over files, never under one name, with failures as stubs beside them', () => {
    const { fresh, stub } = of([method('Ledger.sum', off(4), off(0)), method('Ledger.book', off(4), REFUSED)], {}, [
      file('Ledger.java', 40, 8, 18),
      file('Shelf.java', 0, 0, 0),
    ]);
    expect(fresh.summary.methods).toEqual({
      count: 2,
      scored: 1,
      failed: 1,
      errorRate: 0,
      similarity: 1,
      recovery: 1,
      withFailuresAsStubs: { errorRate: 9, similarity: (1 + 0.1) / 2, recovery: 0.5 },
    });
    expect(fresh.summary.files).toEqual({ count: 2, errorRate: 9, similarity: 0.91, recovery: 1 - 18 / 80 });
    expect(stub.summary.methods).toMatchObject({ errorRate: 18, recovery: 0 });
    expect([fresh.exact, fresh.parses, fresh.unasked]).toEqual([1, 1, 0]);
  });

  test('leave out what was not asked for', () => {
    const { old } = of([method('Ledger.sum', off(4), off(0)), method('Ledger.book', null, off(2))]);
    expect(old.summary.methods).toMatchObject({ count: 1, scored: 1, failed: 0, errorRate: 4 });
    expect(old.unasked).toBe(1);
  });
});

describe('paired differences', () => {
  const rows = [
    method('Ledger.sum', off(4), off(0)),
    method('Ledger.book', off(2), off(2)),
    method('Shelf.row', off(1), REFUSED),
    method('Shelf.late', null, off(0)),
  ];

  test('count a failure as its stub, and leave out a pair of which one was not asked', () => {
    const { fresh, old } = of(rows);
    expect(old.paired).toBeNull();
    // similarity 0.2 + 0 − 0.85 and distance −4 + 0 + 17 over three pairs
    expect(fresh.paired).toEqual({
      methods: 3,
      similarity: expect.closeTo(-0.65 / 3, 12),
      errorRate: expect.closeTo(13 / 3, 12),
      won: 1,
      tied: 1,
      lost: 1,
      intervals: null,
    });
  });

  test('are against whatever is the baseline', () => {
    const { old, fresh, stub } = of(rows, { baseline: 'new' });
    expect(fresh.paired).toBeNull();
    expect(old.paired).toMatchObject({ methods: 3, won: 1, tied: 1, lost: 1 });
    expect(stub.paired).toMatchObject({ methods: 4, won: 0, tied: 1, lost: 3 });
  });
});

describe('intervals', () => {
  const rows = [method('Ledger.sum', off(4), off(2)), method('Shelf.row', off(6), off(4))];
  const sample = { size: 2, seed: 1, methods: 10 };

  test('a census has none', () => {
    const { fresh } = of(rows);
    expect([fresh.intervals, fresh.paired?.intervals]).toEqual([null, null]);
  });

  test('a sample has them over files', () => {
    const { fresh } = of(rows, { sample }, [file('Ledger.java', 40, 8, 20), file('Shelf.java', 40, 8, 20)]);
    expect(fresh.intervals?.methods).toEqual({
      errorRate: { low: 2, high: 4 },
      similarity: { low: 0.8, high: 0.9 },
      recovery: { low: 1 - 4 / 18, high: 1 - 2 / 18 },
    });
    expect(fresh.intervals?.files).toEqual({
      errorRate: { low: 20, high: 20 },
      similarity: { low: 0.8, high: 0.8 },
      recovery: { low: 0.5, high: 0.5 },
    });
    // both files say two characters, so there is no doubt about it
    expect(fresh.paired?.intervals?.errorRate).toEqual({ low: -2, high: -2 });
  });
});

test('groups are by kind, by size and by package, failures as stubs', () => {
  const { report } = of([
    { ...method('Ledger.sum', off(4), off(0)), kind: 'accessor' },
    { ...method('Ledger.book', off(2), REFUSED), size: 'over 30 lines' },
    { ...method('Tax.rate', off(1), null), package: 'books.tax' },
  ]);
  expect(report.groups.map(({ by, name, methods }) => [by, name, methods])).toEqual([
    ['kind', 'accessor', 1],
    ['kind', 'other', 2],
    ['size', 'up to 3 lines', 2],
    ['size', 'over 30 lines', 1],
    ['package', 'books', 2],
    ['package', 'books.tax', 1],
  ]);
  const fresh = report.groups.map(({ contenders }) => contenders[2]);
  expect(fresh[4]).toEqual({ count: 2, failed: 1, exact: 1, errorRate: 9, similarity: (1 + 0.1) / 2, recovery: 0.5 });
  expect(fresh[5]).toEqual({ count: 0, failed: 0, exact: 0, errorRate: null, similarity: null, recovery: null });
});

test('the same rows in another order are the same report', () => {
  const rows = [
    method('Ledger.sum', off(4), off(0)),
    method('Ledger.book', off(3), off(7)),
    method('Tax.rate', off(1), off(2)),
  ];
  expect(of([...rows].reverse()).report).toEqual(of(rows).report);
});
