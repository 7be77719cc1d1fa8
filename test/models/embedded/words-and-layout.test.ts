import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineEndOf } from '../../../src/core/layout.ts';
import { relayout } from '../../../src/models/embedded/layout.ts';
import { subTokens } from '../../../src/models/embedded/sub-tokens.ts';
import { swapInName, swapInString, type WordSwap, wordSwap } from '../../../src/models/embedded/word-swaps.ts';

describe('the words of a name', () => {
  it.each([
    ['copyFolio', ['copy', 'Folio']],
    ['parseHTTPHeader2', ['parse', 'HTTP', 'Header', '2']],
    ['RED_INK', ['RED', 'INK']],
    ['_quill$1', ['quill', '1']],
    ['tête', ['t', 'ê', 'te']],
  ])('%s', (name, words) => {
    expect(subTokens(name)).toEqual(words);
  });
});

describe('the words in which two names differ', () => {
  it.each([
    ['bindPsalter', 'bindMissal', ['Psalter'], ['Missal']],
    ['PsalterBinder', 'GoldenBookBinder', ['Psalter'], ['Golden', 'Book']],
    ['copyFolioTwice', 'copyLeafTwice', ['Folio'], ['Leaf']],
  ])('of %s and %s', (from, to, own, other) => {
    expect(wordSwap(from, to)).toEqual({ from: own, to: other });
  });

  it('are none where one name holds the other', () => {
    expect(wordSwap('copyFolio', 'copy')).toBeNull();
    expect(wordSwap('copy', 'copy')).toBeNull();
  });
});

describe('a swap', () => {
  const swap: WordSwap = { from: ['Psalter'], to: ['Golden', 'Book'] };

  it.each([
    ['openPsalterBox', 'openGoldenBookBox'],
    ['psalterBox', 'goldenBookBox'],
    ['PSALTER_SIZE', 'GOLDEN_BOOK_SIZE'],
    ['psalterium', 'psalterium'],
  ])('makes of %s %s', (from, to) => {
    expect(swapInName(from, swap)).toBe(to);
  });

  it('touches whole words of strings only', () => {
    expect(swapInString('"psalter, psalterium and Psalter"', [swap])).toBe('"goldenBook, psalterium and GoldenBook"');
  });
});

describe('a body that moves', () => {
  const indents = fc.constantFrom('', '  ', '    ', '\t');
  const lineEnds = fc.constantFrom('\n' as const, '\r\n' as const);

  it('takes over indentation and line ends, and gives them back on the way home', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^ {0,3}[a-z(){};]+$/)),
        indents,
        indents,
        lineEnds,
        lineEnds,
        (lines, a, b, here, there) => {
          const body = ['{', ...lines.map((line) => a + line), `${a}}`].join(here);
          const moved = relayout(body, { indent: a, lineEnd: here }, { indent: b, lineEnd: there });
          expect(moved).toBe(['{', ...lines.map((line) => b + line), `${b}}`].join(there));
          expect(relayout(moved, { indent: b, lineEnd: there }, { indent: a, lineEnd: here })).toBe(body);
        },
      ),
    );
  });

  it('stays byte for byte between places of one layout, even with mixed line ends', () => {
    const layout = { indent: '  ', lineEnd: '\r\n' } as const;
    const mixed = '{\n    turn();\r\n  }';
    expect(relayout(mixed, layout, layout)).toBe(mixed);
    expect(lineEndOf(`${mixed}\r\n`)).toBe('\r\n');
  });
});
