import { expect, test } from 'vitest';
import { forecastPoints, type LedgerPoint, withPoint } from '../../src/core/ledger-history.ts';

const MORNING = '09:00:00Z';
const EVENING = '18:00:00Z';

test('an update adds a point, and the same update done twice leaves one', () => {
  const first = point('r1', `2026-03-01T${MORNING}`, 1);
  const second = point('r2', `2026-03-02T${MORNING}`, 0.98);
  const again = { ...second, freshness: 0.97 };
  expect(withPoint([first], second)).toEqual([first, second]);
  expect(withPoint([first, second], again)).toEqual([first, again]);
});

test('the last hundred points stay one by one; before them the last of each day', () => {
  let history: LedgerPoint[] = [];
  for (let day = 0; day < 100; day++) {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    history = withPoint(history, point(`m${day}`, `${date}T${MORNING}`, 1 - day / 1000));
    history = withPoint(history, point(`e${day}`, `${date}T${EVENING}`, 1 - day / 1000));
  }
  // 200 updates: the last one and the hundred before it as they are, of the 99 before those the evenings of 50 days
  expect(history.slice(-101).map(({ revision }) => revision)).toEqual([
    'e49',
    ...Array.from({ length: 50 }, (_, index) => [`m${index + 50}`, `e${index + 50}`]).flat(),
  ]);
  expect(history.slice(0, -101).map(({ revision }) => revision)).toEqual(
    Array.from({ length: 49 }, (_, index) => `e${index}`),
  );
});

test('a point without a day is never thinned away', () => {
  let history: LedgerPoint[] = [];
  for (let index = 0; index < 150; index++) history = withPoint(history, point(`r${index}`, null, 1));
  expect(history).toHaveLength(150);
});

test('a forecast stands on the points since the training', () => {
  const history = [
    point('r1', `2026-03-01T${MORNING}`, 1),
    point('r2', `2026-03-05T${MORNING}`, 0.99),
    point('r3', `2026-03-09T${MORNING}`, 0.98),
  ];
  const days = (committedAt: string | null) =>
    forecastPoints(history, { revision: 'r', committedAt }).map(({ at }) => at.slice(0, 10));
  expect(days(`2026-03-05T${MORNING}`)).toEqual(['2026-03-05', '2026-03-09']);
  expect(days(`2026-03-05T${EVENING}`)).toEqual(['2026-03-09']);
  // 10:00 in Tokyo is 01:00 in Greenwich.
  expect(days('2026-03-05T10:00:00+09:00')).toEqual(['2026-03-05', '2026-03-09']);
  expect(days(null)).toEqual(['2026-03-01', '2026-03-05', '2026-03-09']);
});

test('where dates go back the latest point is taken at its word, and no point stands after one that follows it', () => {
  const named = (...days: (string | null)[]) =>
    forecastPoints(
      days.map((day, index) => point(`r${index}`, day && `2026-03-${day}T${MORNING}`, 1 - index / 100)),
      { revision: 'r', committedAt: null },
    ).map(({ at, freshness }) => `${at.slice(8, 10)} ${freshness}`);
  expect(named('01', '20', '03', '04')).toEqual(['01 1', '03 0.98', '04 0.97']);
  expect(named('01', '05', '09', '04')).toEqual(['01 1', '04 0.97']);
  expect(named('01', null, '03')).toEqual(['01 1', '03 0.98']);
});

function point(revision: string, committedAt: string | null, freshness: number): LedgerPoint {
  return { revision, committedAt, freshness, margin: null, units: 10 };
}
