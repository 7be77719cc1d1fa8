// Where a backtest stops: the last commit of each stretch of time.

import { describe, expect, test } from 'vitest';
import { type Every, statesOf, stretchesOf } from '../../src/core/backtest-states.ts';

/** Commits named by their day and hour, at that time. */
const line = (...moments: string[]) =>
  moments.map((moment) => ({
    hash: moment,
    tree: `tree of ${moment}`,
    committedAt: Date.parse(`${moment}:00:00Z`) / 1000,
  }));
const stops = (moments: readonly string[], every: Every) =>
  statesOf(line(...moments), every).map(({ revision }) => revision);

describe('states', () => {
  const WEEK = { count: 1, unit: 'weeks' } as const;

  test('are the last commits of weeks from Monday, in UTC', () => {
    // 7 January 2024 was a Sunday.
    const moments = ['2024-01-01T00', '2024-01-07T23', '2024-01-08T00', '2024-01-10T12', '2024-01-29T12'];
    expect(stops(moments, WEEK)).toEqual(['2024-01-07T23', '2024-01-10T12', '2024-01-29T12']);
  });

  test.each<[string, Every, string[]]>([
    ['two weeks', { count: 2, unit: 'weeks' }, ['2024-01-14T12', '2024-01-28T12', '2024-02-04T12']],
    ['ten days', { count: 10, unit: 'days' }, ['2024-01-07T12', '2024-01-14T12', '2024-01-21T12', '2024-02-04T12']],
    ['months', { count: 1, unit: 'months' }, ['2024-01-28T12', '2024-02-04T12']],
    ['quarters', { count: 3, unit: 'months' }, ['2024-02-04T12']],
  ])('may lie %s apart', (_, every, expected) => {
    const moments = ['2024-01-01T12', '2024-01-07T12', '2024-01-14T12', '2024-01-21T12', '2024-01-28T12'];
    expect(stops([...moments, '2024-02-04T12'], every)).toEqual(expected);
  });

  test('may be all commits of the line', () => {
    expect(stops(['2024-01-01T00', '2024-01-01T00', '2024-01-01T01'], 'merge')).toHaveLength(3);
  });

  test('keep to the order of the line where dates go back', () => {
    const moments = ['2024-01-02T12', '2024-01-16T12', '2024-01-03T12', '2024-01-17T12', '2024-01-24T12'];
    const states = statesOf(line(...moments), WEEK);
    // The third commit stands on the 16th with the one before it, and the 17th is of the same week.
    expect(states.map(({ revision }) => revision)).toEqual(['2024-01-02T12', '2024-01-17T12', '2024-01-24T12']);
    const times = states.map(({ reachedAt }) => reachedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('of nothing are none', () => expect(statesOf([], WEEK)).toEqual([]));
});

test.each([2, 32, 33, 34, 157, 513, 5_000])('the stretches of %i states cover each later one once', (states) => {
  const stretches = stretchesOf(states);
  expect(stretches.length).toBeLessThanOrEqual(16);
  const places = stretches.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  expect(places).toEqual(Array.from({ length: states - 1 }, (_, index) => index + 1));
});
