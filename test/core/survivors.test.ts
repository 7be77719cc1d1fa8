// What still stands of a first day, worked by hand: one word a line, methods as numbers.

import { describe, expect, test } from 'vitest';
import { linePrints } from '../../src/core/line-prints.ts';
import { type FileStep, Survivors } from '../../src/core/survivors.ts';

/** A file of the given words, one a line, and methods: small ones below 100, telling ones above. */
function file(words: string, ...methods: number[]) {
  return {
    lines: linePrints(words.split(' ').join('\n')),
    methods: methods.map((print) => ({ name: 'm(', print, bodyCharacters: print < 100 ? 30 : 31 })),
  };
}

const DAY_ONE = [
  { path: 'a/Invoice.java', ...file('one two three four', 1, 2, 101) },
  { path: 'a/Ledger.java', ...file('five six', 1, 102, 102) },
];

/** What stands after each of the states, as `lines/methods`. */
function standingAfter(...states: FileStep[][]): string[] {
  const survivors = new Survivors(DAY_ONE);
  return states.map((steps) => {
    survivors.step(steps);
    const { lines, methods } = survivors.standing();
    return `${lines}/${methods}`;
  });
}

const modified = (path: string, content: FileStep['content']): FileStep => ({ before: path, after: path, content });
const deleted = (path: string): FileStep => ({ before: path, after: null, content: null });

describe('what stands', () => {
  test('is all of it where nothing changed', () => expect(standingAfter([])).toEqual(['6/6']));

  test('goes with a change, and stands again after its revert', () => {
    expect(
      standingAfter(
        [modified('a/Invoice.java', file('one two new four', 1, 3, 101))],
        [modified('a/Invoice.java', file('one two three four', 1, 2, 101))],
      ),
    ).toEqual(['5/5', '6/6']);
  });

  test('moves with its file', () => {
    expect(standingAfter([{ before: 'a/Invoice.java', after: 'b/Bill.java', content: 'same' }])).toEqual(['6/6']);
    expect(
      standingAfter(
        [{ before: 'a/Invoice.java', after: 'b/Bill.java', content: file('one two', 1, 101) }],
        [deleted('b/Bill.java')],
      ),
    ).toEqual(['4/5', '2/3']);
  });

  test('survives two files that swap their names', () => {
    const [invoice, ledger] = ['a/Invoice.java', 'a/Ledger.java'];
    const swap: FileStep[] = [
      { before: invoice, after: ledger, content: 'same' },
      { before: ledger, after: invoice, content: 'same' },
    ];
    expect(standingAfter(swap, [deleted(ledger)])).toEqual(['6/6', '2/3']);
  });

  test('goes with its file, and comes back with it', () => {
    expect(
      standingAfter(
        [deleted('a/Ledger.java')],
        [{ before: null, after: 'a/Ledger.java', content: file('five seven', 1, 102) }],
      ),
    ).toEqual(['4/3', '5/5']);
  });

  test('does not count while its file is out of scope', () => {
    expect(
      standingAfter(
        [{ before: 'a/Invoice.java', after: 'test/Invoice.java', content: null }],
        [{ before: 'test/Invoice.java', after: 'a/Invoice.java', content: file('one two three four', 1, 2, 101) }],
      ),
    ).toEqual(['2/3', '6/6']);
  });
});

describe('a method that moved to another file', () => {
  test('stands where its body is long enough to be known again; its lines do not', () => {
    expect(
      standingAfter([
        modified('a/Invoice.java', file('one', 1)),
        { before: null, after: 'a/Tax.java', content: file('two three four', 2, 101) },
      ]),
    ).toEqual(['3/5']);
  });

  test('stands once for each copy, never more often than there were', () => {
    const copies = (...methods: number[]): FileStep => ({
      before: null,
      after: 'a/Copies.java',
      content: file('', ...methods),
    });
    expect(standingAfter([copies(102, 102, 102)])).toEqual(['6/6']);
    expect(standingAfter([deleted('a/Ledger.java'), copies(102)])).toEqual(['4/4']);
    expect(standingAfter([deleted('a/Ledger.java'), copies(102, 102, 102)])).toEqual(['4/5']);
  });

  test('goes when the copy goes', () => {
    const copy: FileStep = { before: null, after: 'a/Copies.java', content: file('', 101) };
    expect(standingAfter([deleted('a/Invoice.java'), copy], [deleted('a/Copies.java')])).toEqual(['2/4', '2/3']);
  });
});
