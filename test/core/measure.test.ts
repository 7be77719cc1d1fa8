// The published measures, with values that anybody can work out by hand.

import { describe, expect, test } from 'vitest';
import {
  asStub,
  type MethodMeasurement,
  measure,
  measureBody,
  similarityOf,
  summarize,
  summarizeStubs,
  unmeasured,
} from '../../src/core/measure.ts';

const method = (original: string, regenerated: string): MethodMeasurement => ({
  ...measureBody(original, regenerated),
  failed: false,
});

/** A method that no model wrote: measured as its stub. */
const failedMethod = (original: string): MethodMeasurement => ({ ...measureBody(original, '{}'), failed: true });

describe('similarity', () => {
  test('is 1 − distance / the longer length', () => {
    expect(similarityOf(2, 10, 8)).toBe(0.8);
    expect(similarityOf(10, 10, 3)).toBe(0);
  });

  test('of two empty texts is 1', () => {
    expect(similarityOf(0, 0, 0)).toBe(1);
    expect(measure('', '', '')).toEqual({ distance: 0, similarity: 1, stubDistance: 0, stubSimilarity: 1 });
  });

  test('of a text with nothing is 0', () => {
    expect(similarityOf(7, 7, 0)).toBe(0);
  });
});

describe('one text', () => {
  test('is measured against what was written and against where the writer started', () => {
    // `{sum=1;}` → `{sum=2;}` is one substitution in 8; its stub `{}` lacks the 6 characters between the braces
    expect(measureBody('{sum=1;}', '{sum=2;}')).toEqual({
      distance: 1,
      similarity: 1 - 1 / 8,
      stubDistance: 6,
      stubSimilarity: 1 - 6 / 8,
    });
  });

  test('a stub is as far from the original as characters were erased', () => {
    const original = 'class Ledger { int balance() { return sum; } }';
    const stub = 'class Ledger { int balance() {} }';
    expect(measure(original, original, stub).stubDistance).toBe('{ return sum; }'.length - '{}'.length);
  });

  test('counts UTF-16 code units: a book emoji is two', () => {
    expect(measureBody('{📖}', '{}').distance).toBe(2);
  });

  test('that failed counts as its stub', () => {
    const measured = measureBody('{sum=1;}', '{sum=2;}');
    expect(asStub(measured)).toEqual({ ...measured, distance: 6, similarity: 0.25 });
  });
});

describe('a summary over methods', () => {
  // distances 1, 0, 8; similarities 7/8, 1, 1 − 8/10; erased 6, 4, 8
  const wrote = method('{sum=1;}', '{sum=2;}');
  const knew = method('{go;}}', '{go;}}');
  const failed = failedMethod('{lend(it)}');

  test('means over the scored, and beside them the means with failures as stubs', () => {
    const { methods } = summarize([], [wrote, knew, failed]);
    expect(methods).toMatchObject({ count: 3, scored: 2, failed: 1 });
    expect(methods.errorRate).toBe((1 + 0) / 2);
    expect(methods.similarity).toBe((7 / 8 + 1) / 2);
    expect(methods.recovery).toBeCloseTo(1 - 1 / (6 + 4), 12);
    expect(methods.withFailuresAsStubs.errorRate).toBe((1 + 0 + 8) / 3);
    expect(methods.withFailuresAsStubs.similarity).toBeCloseTo((7 / 8 + 1 + 0.2) / 3, 12);
    expect(methods.withFailuresAsStubs.recovery).toBeCloseTo(1 - 9 / (6 + 4 + 8), 12);
  });

  test('a model gains nothing by refusing: what it refused counts as nothing written', () => {
    const { methods } = summarize([], [knew, failed]);
    expect(methods.similarity).toBe(1);
    expect(methods.withFailuresAsStubs.similarity).toBe(0.6);
  });

  test('all failed: no means of the scored, and a recovery of 0', () => {
    const { methods } = summarize([], [failed]);
    expect(methods).toMatchObject({
      count: 1,
      scored: 0,
      failed: 1,
      errorRate: null,
      similarity: null,
      recovery: null,
    });
    expect(methods.withFailuresAsStubs.recovery).toBe(0);
  });

  test('recovery is 1 when all is back, 0 for stubs, negative when the writer made things worse', () => {
    expect(summarize([], [knew]).methods.recovery).toBe(1);
    expect(summarize([], [method('{sum=1;}', '{}')]).methods.recovery).toBe(0);
    // 4 characters were erased, 12 wrong ones were written beside the braces: distance 12, recovery 1 − 12 / 4
    expect(summarize([], [method('{go()}', '{~~~~~~~~~~~~}')]).methods.recovery).toBe(-2);
  });

  test('recovery has no value where nothing was erased', () => {
    expect(summarize([], [method('{}', '{}')]).methods).toMatchObject({ errorRate: 0, similarity: 1, recovery: null });
  });

  test('of no methods is null, not 0', () => {
    expect(summarize([], []).methods).toEqual({
      count: 0,
      scored: 0,
      failed: 0,
      errorRate: null,
      similarity: null,
      recovery: null,
      withFailuresAsStubs: { errorRate: null, similarity: null, recovery: null },
    });
  });
});

describe('a summary over files', () => {
  test('is the mean over the files, those without bodies included', () => {
    const shelf = 'enum Shelf { NORTH }';
    const ledger = 'class L { void book() { go(); } }';
    const stub = 'class L { void book() {} }';
    const { files } = summarize([measure(shelf, shelf, shelf), measure(ledger, stub, stub)], []);
    expect(files).toEqual({
      count: 2,
      errorRate: 7 / 2, // ` go(); ` is 7 characters
      similarity: (1 + (1 - 7 / 33)) / 2,
      recovery: 0,
    });
    expect(ledger).toHaveLength(33);
  });

  test('each file weighs the same, however long it is; recovery weighs by what was erased', () => {
    const short = measure('{ab}', '{ab}', '{}');
    const long = measure(`{${'x'.repeat(98)}}`, '{}', '{}');
    const { files } = summarize([short, long], []);
    expect(files.similarity).toBeCloseTo((1 + 2 / 100) / 2, 12);
    expect(files.recovery).toBeCloseTo(1 - 98 / 100, 12);
  });

  test('of no files is null', () => {
    expect(summarize([], []).files).toEqual({ count: 0, errorRate: null, similarity: null, recovery: null });
  });
});

describe('the stub’s row', () => {
  test('is the same texts with every body erased, and no failure in it', () => {
    const row = summarizeStubs(
      [measure('class L {sum=1;}', 'class L {sum=2;}', 'class L {}')],
      [method('{sum=1;}', '{sum=2;}'), failedMethod('{lend(it)}')],
    );
    expect(row.files).toEqual({ count: 1, errorRate: 6, similarity: 10 / 16, recovery: 0 });
    expect(row.methods).toMatchObject({ count: 2, scored: 2, failed: 0, errorRate: 7, recovery: 0 });
    expect(row.methods.withFailuresAsStubs.errorRate).toBe(7);
  });
});

test('what has not been measured says how much there is and nothing more', () => {
  const none = { errorRate: null, similarity: null, recovery: null };
  expect(unmeasured(3, 12)).toEqual({
    files: { count: 3, ...none },
    methods: { count: 12, scored: 0, failed: 0, ...none, withFailuresAsStubs: none },
  });
});
