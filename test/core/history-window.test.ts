// Which months are asked about, and which of them lie after a commit.

import { describe, expect, test } from 'vitest';
import { endOf, endsAfter, windowOf } from '../../src/core/history-window.ts';
import { monthEnds } from '../../src/core/month-ends.ts';
import { monthName } from '../../src/core/months.ts';

const LINE = ['2024-01-10', '2024-02-10', '2024-02-20', '2024-04-10'].map((day, place) => {
  return { hash: `c${place}`, tree: `t${place}`, committedAt: Date.parse(`${day}T12:00:00Z`) / 1000 };
});
const ENDS = monthEnds(LINE);

const names = (ends: readonly { month: number }[]) => ends.map(({ month }) => monthName(month));
const endsLaterThan = (hash: string, day: string) => {
  return names(endsAfter({ hash, tree: '', committedAt: Date.parse(`${day}T12:00:00Z`) / 1000 }, ENDS, LINE));
};

describe('a window', () => {
  test('of the whole history starts from nothing', () => {
    const { base, months } = windowOf(ENDS, { kind: 'all' });
    expect([base, names(months)]).toEqual([null, ['2024-01', '2024-02', '2024-03', '2024-04']]);
  });

  test('starts from the end of the month before', () => {
    const { base, months } = windowOf(ENDS, { kind: 'span', span: { count: 60, unit: 'days' } });
    expect([base?.commit.hash, names(months)]).toEqual(['c0', ['2024-02', '2024-03', '2024-04']]);
  });

  test('of no history is empty', () => expect(windowOf([], { kind: 'all' })).toEqual({ base: null, months: [] }));
});

test('a month ends with its last day, the last of all with its last commit', () => {
  const last = ENDS.at(-1);
  const days = ENDS.map((end) => last && new Date(endOf(end, last) * 1000).toISOString());
  expect(days.map((day) => day?.slice(0, 10))).toEqual(['2024-02-01', '2024-03-01', '2024-04-01', '2024-04-10']);
});

describe('the month ends after a commit', () => {
  test('go by its place on the line', () => {
    expect(endsLaterThan('c1', '2024-02-10')).toEqual(['2024-02', '2024-03', '2024-04']);
    expect(endsLaterThan('c2', '1999-01-01')).toEqual(['2024-02', '2024-03', '2024-04']);
    expect(endsLaterThan('c3', '2024-04-10')).toEqual(['2024-04']);
  });

  test('go by its month where it is not on the line', () => {
    expect(endsLaterThan('side', '2024-03-03')).toEqual(['2024-03', '2024-04']);
    expect(endsLaterThan('side', '2024-05-03')).toEqual([]);
  });
});
