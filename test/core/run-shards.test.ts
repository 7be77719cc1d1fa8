// Dealing files to machines.

import { describe, expect, test } from 'vitest';
import { randomOf } from '../../src/core/random.ts';
import { dealtPaths, mergedLeftOut, mergedNotes } from '../../src/core/run-shards.ts';

function parts(files: ReadonlyMap<string, number>, count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [...dealtPaths(files, { index: index + 1, count })].sort());
}

describe('the parts of a run', () => {
  test('the largest files are dealt first, each to who has least', () => {
    const files = new Map([
      ['Audit.java', 2],
      ['Invoice.java', 5],
      ['Ledger.java', 4],
      ['Line.java', 3],
      ['Region.java', 0],
    ]);
    // Invoice 5 | Ledger 4; Line 3 to the second (7); Audit 2 to the first (7); Region to the first of equals
    expect(parts(files, 2)).toEqual([
      ['Audit.java', 'Invoice.java', 'Region.java'],
      ['Ledger.java', 'Line.java'],
    ]);
  });

  const many: ReadonlyMap<string, number> = new Map(
    Array.from({ length: 300 }, (_, index) => [`Book${index}.java`, Math.floor(randomOf(1, `${index}`) * 40)]),
  );

  test.each([1, 2, 3, 8, 301])('of %i are everything, and nothing twice', (count) => {
    expect(parts(many, count).flat().sort()).toEqual([...many.keys()].sort());
  });

  test('are even', () => {
    const sizes = parts(many, 8).map((paths) => paths.reduce((sum, path) => sum + (many.get(path) ?? 0), 0));
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test('do not depend on the order in which files are found', () => {
    expect(parts(new Map([...many].reverse()), 8)).toEqual(parts(many, 8));
  });
});

test('what parts left out adds up; what nobody counted stays uncounted', () => {
  expect(
    mergedLeftOut([
      [
        { reason: 'generated', methods: 4, files: 1 },
        { reason: 'empty-body', methods: 2, files: 0 },
      ],
      [],
      [
        { reason: 'test', methods: null, files: 3 },
        { reason: 'generated', methods: null, files: 2 },
      ],
    ]),
  ).toEqual([
    { reason: 'test', methods: null, files: 3 },
    { reason: 'generated', methods: 4, files: 3 },
    { reason: 'empty-body', methods: 2, files: 0 },
  ]);
});

test('notes come in the order of their paths', () => {
  const note = (path: string, kind: 'binary' | 'not-utf-8') => ({ path, kind, lines: [] });
  const [a, b, c] = [note('A.java', 'not-utf-8'), note('B.java', 'binary'), note('C.java', 'binary')];
  expect(mergedNotes([[a, c], [b]])).toEqual([a, b, c]);
});
