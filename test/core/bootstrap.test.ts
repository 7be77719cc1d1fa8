// How far a mean over a sample may lie off: worked by hand where resamples can be counted.

import { expect, test } from 'vitest';
import { bootstrapIntervals } from '../../src/core/bootstrap.ts';
import { seededRandom } from '../../src/core/random.ts';

const ones = (files: number) => new Array<number>(files).fill(1);

test('two files drawn twice give either twice or one of each: a quarter of the means is 0, a quarter 1', () => {
  const [interval] = bootstrapIntervals([{ numerators: [0, 1], denominators: [1, 1] }], 2, 1);
  expect(interval).toEqual({ low: 0, high: 1 });
});

test('files that agree leave nothing to chance, however unequal they are', () => {
  const [interval] = bootstrapIntervals([{ numerators: [1, 2, 20], denominators: [2, 4, 40] }], 3, 1);
  expect(interval).toEqual({ low: 0.5, high: 0.5 });
});

test('one file alone says nothing of others', () => {
  const single = { numerators: [1], denominators: [2] };
  expect(bootstrapIntervals([single], 1, 1)).toEqual([null]);
  expect(bootstrapIntervals([{ numerators: [1, 0], denominators: [2, 0] }], 2, 1)).toEqual([null]);
});

test('the same seed gives the same interval, another seed another', () => {
  const numerators = Array.from({ length: 40 }, seededRandom(3));
  const ratio = { numerators, denominators: ones(40) };
  expect(bootstrapIntervals([ratio], 40, 1)).toEqual(bootstrapIntervals([ratio], 40, 1));
  expect(bootstrapIntervals([ratio], 40, 2)).not.toEqual(bootstrapIntervals([ratio], 40, 1));
});

test('is as wide as 1.96 standard errors either way where theory says so', () => {
  const numerators = Array.from({ length: 400 }, seededRandom(7));
  const mean = numerators.reduce((sum, value) => sum + value, 0) / 400;
  const variance = numerators.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 400;
  const [interval] = bootstrapIntervals([{ numerators, denominators: ones(400) }], 400, 1);
  const margin = 1.96 * Math.sqrt(variance / 400);
  expect((interval?.low ?? 0) / (mean - margin)).toBeCloseTo(1, 2);
  expect((interval?.high ?? 0) / (mean + margin)).toBeCloseTo(1, 2);
});
