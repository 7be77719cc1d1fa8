// How freshness is rounded: what is shown adds up.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshnessPercent, shownPoints } from '../../src/report/freshness-words.ts';

const points = fc.double({ min: -30, max: 30, noNaN: true });

test('the points that are shown add up to the freshness that is shown', () => {
  fc.assert(
    fc.property(points, points, points, points, (unchanged, modified, added, deleted) => {
      const part = (number: number) => ({ units: 1, points: number });
      const value = 1 + (unchanged + modified + added + deleted) / 100;
      const parts = { unchanged: part(unchanged), modified: part(modified), new: part(added), deleted: part(deleted) };
      const shown = shownPoints({ value, margin: null, parts });
      const sum = Object.values(shown).reduce((total, number) => total + Number(number), 0);
      expect(sum).toBeCloseTo(Number.parseFloat(freshnessPercent({ value, margin: null })) - 100, 6);
      for (const [name, { points: exact }] of Object.entries(parts))
        expect(Math.abs(Number(shown[name as keyof typeof shown]) - exact)).toBeLessThan(0.2);
    }),
  );
});

test.each([
  { value: 1, shown: '100.0 %' },
  { value: 0.9996, shown: '99.9 %' },
  { value: 1.0004, shown: '100.1 %' },
  { value: 1 - 1e-14, shown: '100.0 %' },
  { value: 0.97068, shown: '97.1 %' },
])('$value is shown as $shown', ({ value, shown }) => {
  expect(freshnessPercent({ value, margin: null })).toBe(shown);
});

test('an estimate is shown with its interval', () => {
  expect(freshnessPercent({ value: 0.9094, margin: 0.0152 })).toBe('90.9 % ± 1.5');
});
