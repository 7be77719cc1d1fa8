// Texts from outside, made fit for one line.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outsideLine } from '../../src/core/outside-text.ts';

const KEY = 'sk-ledger-0123456789abcdef';

describe('a text from outside', () => {
  it('becomes one short line on which nothing acts', () => {
    expect(outsideLine('  no\r\n\tsuch \u{1b}[31mmodel\u{202e}\u{200b}!\u{7}', null)).toBe('no such �[31mmodel�!�');
    expect(outsideLine('a'.repeat(500), null, 20)).toBe(`${'a'.repeat(19)}…`);
    expect(outsideLine('📚📚📚📚', null, 4)).toBe('📚…');
  });

  it.each([
    [`Bearer ${KEY} is wrong`, 'Bearer *** is wrong'],
    [`${KEY}${KEY}`, '******'],
    ['cut off: sk-ledger-012', 'cut off: ***'],
    ['the end 456789abcdef.', 'the end ***.'],
    ['nothing of it: sk-ledg', 'nothing of it: sk-ledg'],
  ])('hides the key and its parts in “%s”', (text, expected) => {
    expect(outsideLine(text, KEY)).toBe(expected);
  });

  it('hides a short key too', () => {
    expect(outsideLine('key x1y2 is wrong', 'x1y2')).toBe('key *** is wrong');
  });

  it('never shows eight characters of the key in a row, wherever it stands and wherever the line is cut', () => {
    const parts = Array.from({ length: KEY.length - 7 }, (_, at) => KEY.slice(at, at + 8));
    const around = fc.string({ maxLength: 30 });
    fc.assert(
      fc.property(
        around,
        around,
        fc.nat(KEY.length),
        fc.integer({ min: 1, max: 60 }),
        (before, after, cut, longest) => {
          const shown = outsideLine(`${before}${KEY}${after}${KEY.slice(0, cut)}`, KEY, longest);
          expect(parts.filter((part) => shown.includes(part))).toEqual([]);
          expect(shown.length).toBeLessThanOrEqual(longest);
        },
      ),
    );
  });
});
