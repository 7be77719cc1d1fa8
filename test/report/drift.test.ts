// Drift in the terminal, where there is little room.

import { describe, expect, it } from 'vitest';
import { changePercent } from '../../src/report/drift-words.ts';
import { widthOf } from '../../src/report/terminal/layout.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { DRIFT_OF_A_NEW_PROJECT, DRIFT_SINCE_TRAINING, driftReport } from './books-drift.ts';

describe('drift in the terminal', () => {
  it.each([80, 112, 120, 200])('keeps to %i columns', (width) => {
    for (const report of [driftReport(), DRIFT_SINCE_TRAINING, DRIFT_OF_A_NEW_PROJECT]) {
      const lines = renderTerminal(report, { color: false, width }).split('\n');
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
    }
  });

  it('keeps to 80 columns with a million lines and long package names', () => {
    const [month] = driftReport().months;
    if (month === undefined) throw new Error('no month');
    const report = driftReport({
      months: [{ ...month, lines: 9_876_543, added: 4_500_000, deleted: 400_000, whole: false, share: 0.496 }],
      packages: [
        { name: `com.${'deeply.nested.'.repeat(9)}books`, added: 1_234_567, deleted: 1_234_567, lines: 2_345_678 },
      ],
    });
    const lines = renderTerminal(report, { color: false, width: 80 }).split('\n');
    expect(lines.filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  it('shows the last two years, and says that there is more', () => {
    const [month] = driftReport().months;
    if (month === undefined) throw new Error('no month');
    const text = renderTerminal(driftReport({ months: Array.from({ length: 30 }, () => month) }), {
      color: false,
      width: 120,
    });
    expect(text.match(/^ {2}2026-03 /gm)).toHaveLength(24);
    expect(text).toContain('and 6 earlier months; --format json has all of them');
  });
});

describe('a share of change', () => {
  it.each([
    [null, '–'],
    [0, '0 %'],
    [0.0004, '< 0.1 %'],
    [0.0005, '0.1 %'],
    [0.029, '2.9 %'],
    [0.0996, '10 %'],
    [1.5, '150 %'],
    [12, '1,200 %'],
  ])('%d is %s', (value, words) => expect(changePercent(value)).toBe(words));
});
