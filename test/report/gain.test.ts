// How a measured gain is put into words, and that no name in it acts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalWords, points } from '../../src/report/gain-words.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { LEDGER_7B } from './books.ts';
import { gainReport } from './gain-books.ts';

describe('a gain', () => {
  it.each([
    [0.0502, '+5.0'],
    [-0.0006, '-0.1'],
    [0, '0.0'],
    [-0.0004, '0.0'],
    [1, '+100.0'],
    [null, '–'],
  ])('of %s is told as %s', (value, words) => expect(points(value)).toBe(words));

  it('has an interval from low to high', () => {
    expect(intervalWords({ low: -0.01, high: 0.02 })).toBe('-1.0 to +2.0');
    expect(intervalWords(null)).toBe('–');
  });

  it('is shown with names that do nothing', () => {
    const pieces = fc.constantFrom('`', '|', '<b>', '@all', '\n', '\u001b[2J', '\u202e', '[x](y)', '![', 'total');
    const name = fc.array(pieces, { maxLength: 8 }).map((some) => some.join(''));
    fc.assert(
      fc.property(name, (hostile) => {
        const trainedAt = { revision: hostile, committedAt: hostile, units: 1, files: 1 };
        const report = gainReport(
          { commits: 2, changes: 2, closer: 0.1 },
          { head: { name: hostile, revision: hostile }, model: { ...LEDGER_7B, name: hostile, trainedAt } },
        );
        const outsideCode = renderMarkdown(report).replaceAll(/`[^`\n]+`/g, '');
        expect(outsideCode.replaceAll('\n', '')).not.toMatch(/[<@`[\]!\\\p{Cc}\p{Cf}]/u);
        const terminal = renderTerminal(report, { color: false, width: 80 });
        expect(terminal.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});
