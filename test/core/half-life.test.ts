import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitHalfLife } from '../../src/core/half-life.ts';
import { studentQuantile } from '../../src/core/student.ts';
import { projectYear } from '../../src/core/yearly-drift.ts';

describe('half-life', () => {
  test('is found again in a curve that has it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 600, noNaN: true }), (months) => {
        const points = [0, 1, 2, 5, 11, 24, 60].map((age) => ({ age, share: 2 ** (-age / months) }));
        const fit = fitHalfLife(points);
        expect((fit?.months ?? 0) / months).toBeCloseTo(1, 4);
        expect(fit?.misfit).toBeLessThan(1e-4);
        expect(fit?.points).toBe(6);
      }),
    );
  });

  test('stands between two observations that contradict each other, and says how far off it is', () => {
    const fit = fitHalfLife([
      { age: 1, share: 0.9 },
      { age: 1, share: 0.9 },
      { age: 1, share: 0.7 },
      { age: 1, share: 0.7 },
    ]);
    expect(fit?.months).toBeCloseTo(Math.LN2 / -Math.log(0.8), 5);
    expect(fit?.misfit).toBeCloseTo(0.1, 5);
  });

  test('takes a code of which nothing is left', () => {
    expect(fitHalfLife([1, 2, 3].map((age) => ({ age, share: 0 })))?.months).toBeLessThan(0.1);
  });

  test('has no value for two points, or where nothing went', () => {
    expect(
      fitHalfLife([
        { age: 0, share: 1 },
        { age: 1, share: 0.9 },
        { age: 2, share: 0.8 },
      ]),
    ).toBeNull();
    expect(fitHalfLife([1, 2, 3].map((age) => ({ age, share: 1 })))).toBeNull();
  });
});

describe('a year’s drift', () => {
  test('is twelve times the mean month', () => {
    expect(projectYear([0.02, 0.04])).toMatchObject({ months: 2, share: expect.closeTo(0.36, 12) });
    expect(projectYear([0.02])).toEqual({ months: 1, share: 0.24, interval: null });
    expect(projectYear([])).toBeNull();
  });

  test('is projected from the last twelve months', () => {
    expect(projectYear([9, ...new Array<number>(12).fill(0.01)])).toMatchObject({
      months: 12,
      share: expect.closeTo(0.12, 12),
      interval: { level: 0.8, low: expect.closeTo(0.12, 12), high: expect.closeTo(0.12, 12) },
    });
  });

  test('has an interval, by hand for two months', () => {
    // s = 0.02 × √½, t(1) = 3.0777, √(12 + 72) = 9.1652: ± 0.3989
    const { interval } = projectYear([0.04, 0.06]) ?? {};
    expect(interval?.high).toBeCloseTo(0.6 + 3.0776835372 * 0.02 * Math.SQRT1_2 * Math.sqrt(84), 10);
    expect(interval?.low).toBeCloseTo(0.6 - 3.0776835372 * 0.02 * Math.SQRT1_2 * Math.sqrt(84), 10);
    expect(projectYear([0, 0.1])?.interval?.low).toBe(0);
  });
});

test.each([
  [1, 3.0777],
  [4, 1.5332],
  [5, 1.4759],
  [10, 1.3722],
  [30, 1.3104],
  [1000, 1.2824],
])('Student’s t, 0.9, %i degrees of freedom: %d (printed tables)', (degrees, value) => {
  expect(studentQuantile(0.9, degrees)).toBeCloseTo(value, 3);
});
