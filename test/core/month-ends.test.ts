// Month ends along a line of commits, worked by hand.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthEnds, trustedMonths } from '../../src/core/month-ends.ts';
import { before, monthName, monthOf, startOf } from '../../src/core/months.ts';

const at = (day: string) => Date.parse(`${day}T12:00:00Z`) / 1000;

/** Commits named by their place, dated as listed. */
function line(...days: string[]) {
  return days.map((day, index) => ({ hash: `c${index}`, tree: `t${index}`, committedAt: at(day) }));
}

function told(...days: string[]): string[] {
  return monthEnds(line(...days)).map(
    ({ month, commit, commits }) => `${monthName(month)} ${commit.hash} (${commits})`,
  );
}

describe('month ends', () => {
  test('are the last commits of their months', () => {
    expect(told('2024-01-05', '2024-01-31', '2024-02-01', '2024-02-20')).toEqual(['2024-01 c1 (2)', '2024-02 c3 (2)']);
  });

  test('of months without a commit are those of the month before', () => {
    expect(told('2023-11-05', '2024-02-01')).toEqual([
      '2023-11 c0 (1)',
      '2023-12 c0 (0)',
      '2024-01 c0 (0)',
      '2024-02 c1 (1)',
    ]);
  });

  test('do not exist for no commits', () => {
    expect(monthEnds([])).toEqual([]);
  });

  test('end at midnight UTC', () => {
    const [january, february] = monthEnds([
      { hash: 'last', tree: '', committedAt: Date.parse('2024-02-01T00:59:59+01:00') / 1000 },
      { hash: 'first', tree: '', committedAt: Date.parse('2024-01-31T23:00:00-01:00') / 1000 },
    ]);
    expect([january?.commit.hash, february?.commit.hash]).toEqual(['last', 'first']);
  });
});

describe('dates that go back', () => {
  test('a commit with an old date counts to the month of the one before it', () => {
    expect(told('2024-01-05', '2024-02-05', '1970-01-01', '2024-02-10')).toEqual(['2024-01 c0 (1)', '2024-02 c3 (3)']);
  });

  test('a commit from the future drags nobody along', () => {
    expect(told('2024-01-05', '2038-01-19', '2024-01-20', '2024-02-10')).toEqual(['2024-01 c2 (3)', '2024-02 c3 (1)']);
  });

  test('of two that contradict each other the first is believed', () => {
    expect(told('2024-01-05', '2024-03-03', '2024-02-20', '2024-04-01')).toEqual([
      '2024-01 c0 (1)',
      '2024-02 c0 (0)',
      '2024-03 c2 (2)',
      '2024-04 c3 (1)',
    ]);
  });

  test('a first commit out of order takes the month of the next', () => {
    expect(told('2030-01-01', '2024-01-05', '2024-02-05')).toEqual(['2024-01 c1 (2)', '2024-02 c2 (1)']);
  });

  test('whatever the dates, months ascend, every commit counts once, and as many as can be keep their own', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 9 }), (months) => {
        const trusted = trustedMonths(months);
        expect(trusted.every((month, index) => month >= (trusted[index - 1] ?? 0))).toBe(true);
        const kept = trusted.filter((month, index) => month === months[index]).length;
        expect(kept).toBeGreaterThanOrEqual(longestAscentByTrial(months));
        const ends = monthEnds(
          months.map((month, index) => ({ hash: `c${index}`, tree: '', committedAt: startOf(24_000 + month) })),
        );
        expect(ends.reduce((sum, { commits }) => sum + commits, 0)).toBe(months.length);
        expect(ends.at(-1)?.commit.hash).toBe(months.length === 0 ? undefined : `c${months.length - 1}`);
      }),
    );
  });
});

/** Tries every subsequence. */
function longestAscentByTrial(values: readonly number[]): number {
  let longest = 0;
  for (let set = 0; set < 2 ** values.length; set++) {
    const chosen = values.filter((_, index) => (set >> index) & 1);
    if (chosen.every((value, index) => value >= (chosen[index - 1] ?? value)))
      longest = Math.max(longest, chosen.length);
  }
  return longest;
}

describe('months', () => {
  test('are counted in UTC', () => {
    expect(monthName(monthOf(Date.parse('2024-01-31T23:59:59Z') / 1000))).toBe('2024-01');
    expect(new Date(startOf(monthOf(at('2024-12-31')) + 1) * 1000).toISOString()).toBe('2025-01-01T00:00:00.000Z');
    expect(monthName(monthOf(at('1969-12-31')))).toBe('1969-12');
  });

  test.each([
    ['2024-05-31', { count: 3, unit: 'months' }, '2024-02-29'],
    ['2024-02-29', { count: 1, unit: 'years' }, '2023-02-28'],
    ['2024-01-15', { count: 1, unit: 'months' }, '2023-12-15'],
    ['2024-03-01', { count: 90, unit: 'days' }, '2023-12-02'],
  ] as const)('%s before %o was %s', (day, span, then) => {
    expect(new Date(before(at(day), span) * 1000).toISOString()).toBe(`${then}T12:00:00.000Z`);
  });
});
