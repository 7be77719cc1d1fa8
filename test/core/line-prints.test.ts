// Which lines still stand, against the plain definition of a longest common subsequence.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonLines, linePrints } from '../../src/core/line-prints.ts';

/** The textbook table: exact, slow. */
function commonByTable(a: Int32Array, b: Int32Array): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    let diagonal = 0;
    for (const [index, right] of b.entries()) {
      const above = row[index + 1] ?? 0;
      row[index + 1] = left === right ? diagonal + 1 : Math.max(above, row[index] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

const standing = (before: string, after: string) => commonLines(linePrints(before), linePrints(after));

describe('lines that stand', () => {
  test('are those in common, in their order', () => {
    expect(standing('a = 1;\nb = 2;\nc = 3;\n', 'a = 1;\nx = 9;\nc = 3;\n')).toBe(2);
    expect(standing('a = 1;\nb = 2;\n', 'b = 2;\na = 1;\n')).toBe(1);
  });

  test('hold a word: blank lines and lone braces are nobody’s', () => {
    expect(linePrints('{\n\n  }\n  });\n/* */\n')).toHaveLength(0);
    expect(linePrints('return;\n} else {\n_\n1\n价\n')).toHaveLength(5);
  });

  test('keep standing under another indentation and another kind of line end', () => {
    expect(
      standing('\tint total() {\n\t\treturn sum;\n\t}\n', '    int total() {  \r\n        return sum;\r\n    }\r\n'),
    ).toBe(2);
  });

  test('are counted as in a table, whatever the texts', () => {
    const lines = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 80 }).map((list) => Int32Array.from(list));
    fc.assert(
      fc.property(lines, lines, (a, b) => commonLines(a, b) === commonByTable(a, b)),
      { numRuns: 500 },
    );
    const sparse = fc.array(fc.integer(), { maxLength: 200 }).map((list) => Int32Array.from(list));
    fc.assert(fc.property(sparse, sparse, (a, b) => commonLines(a, b) === commonByTable(a, b)));
  });

  test('are all of them in a text with lines put in anywhere, and the same both ways', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'new'), { maxLength: 100 });
    fc.assert(
      fc.property(lines, fc.array(fc.tuple(fc.nat(), fc.constantFrom('a', 'new'))), (old, put) => {
        const grown = [...old];
        for (const [place, text] of put) grown.splice(place % (grown.length + 1), 0, text);
        const [before, after] = [linePrints(old.join('\n')), linePrints(grown.join('\n'))];
        expect(commonLines(before, after)).toBe(old.length);
        expect(commonLines(after, before)).toBe(old.length);
      }),
    );
  });
});
