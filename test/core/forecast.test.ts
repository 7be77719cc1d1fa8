// When freshness will cross the line.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FreshnessPoint, forecastCrossing } from '../../src/core/forecast.ts';

/** One point every ten days from 1 January 2026. */
function history(...freshness: number[]): FreshnessPoint[] {
  return freshness.map((value, index) => {
    return { at: new Date(Date.UTC(2026, 0, 1 + 10 * index)).toISOString(), freshness: value };
  });
}

describe('the forecast', () => {
  test('of a straight fall is the day on which it arrives, without any doubt', () => {
    // 0.01 in ten days: from 0.97 on 31 January to 0.9 takes 70 days.
    expect(forecastCrossing(history(1, 0.99, 0.98, 0.97), 0.9)).toMatchObject({
      kind: 'expected',
      points: 4,
      day: '2026-04-11',
      earliest: '2026-04-11',
      latest: '2026-04-11',
      perYear: expect.closeTo(-0.36525, 10),
    });
  });

  test('of an uneven fall has an interval that its day lies in', () => {
    // Slope −0.001 a day over 40 days. Steps of 10 days, off by ±0.01: σ² = 4 × 0.01² / 10 / 3; t(3) = 1.6377.
    // Earliest: 0.06 − 0.001 h = 1.6377 σ √(h + h² / 40) at h = 29.9.
    const forecast = forecastCrossing(history(1, 1, 0.98, 0.98, 0.96), 0.9);
    expect(forecast).toMatchObject({ kind: 'expected', day: '2026-04-11', level: 0.8 });
    if (forecast?.kind !== 'expected') throw new Error('no day');
    const sigma = Math.sqrt((4 * 0.01 ** 2) / 10 / 3);
    const h = (Date.parse(forecast.earliest) - Date.UTC(2026, 1, 10)) / 86_400_000;
    const gap = (days: number) => 0.06 - 0.001 * days - 1.6377 * sigma * Math.sqrt(days + days ** 2 / 40);
    expect(gap(h)).toBeGreaterThanOrEqual(0);
    expect(gap(h + 1)).toBeLessThan(0);
    expect(forecast.latest === null || forecast.latest > forecast.day).toBe(true);
  });

  test('knows a line that is crossed already, and one that is not in sight', () => {
    expect(forecastCrossing(history(1, 0.95, 0.9), 0.9)?.kind).toBe('crossed');
    expect(forecastCrossing(history(0.95, 0.96, 0.97), 0.9)?.kind).toBe('not-in-sight');
    expect(forecastCrossing(history(1, 0.99999, 0.99998), 0.5)?.kind).toBe('not-in-sight');
  });

  test('needs a history', () => {
    expect(forecastCrossing([], 0.9)).toBeNull();
    expect(forecastCrossing(history(1, 0.9), 0.85)).toBeNull();
    const [point] = history(1);
    expect(point && forecastCrossing([point, point, point], 0.9)).toBeNull();
  });

  test('does not depend on the order of the points', () => {
    const points = history(1, 0.99, 0.97, 0.97, 0.96);
    expect(forecastCrossing(points.toReversed(), 0.9)).toEqual(forecastCrossing(points, 0.9));
  });

  test('holds the day in its interval, whatever the history', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (freshness, line) => {
        const forecast = forecastCrossing(history(...freshness), line);
        if (forecast?.kind !== 'expected') return;
        expect(forecast.earliest <= forecast.day).toBe(true);
        expect(forecast.latest === null || forecast.latest >= forecast.day).toBe(true);
      }),
    );
  });

  test('holds the day on which a drifting walk really crosses, about as often as it says', () => {
    let [held, asked] = [0, 0];
    for (let seed = 1; seed <= 400; seed++) {
      const walk = walkOf(seed, 400);
      const forecast = forecastCrossing(walk.slice(0, 40), 0.9);
      if (forecast?.kind !== 'expected') continue;
      const crossing =
        walk
          .slice(39)
          .find(({ freshness }) => freshness <= 0.9)
          ?.at.slice(0, 10) ?? '9999';
      asked++;
      if (crossing >= forecast.earliest && (forecast.latest === null || crossing <= forecast.latest)) held++;
    }
    expect(asked).toBeGreaterThan(300);
    // It says 80 %; 389 forecasts of one fixed generator are no more exact than a few percent.
    expect(held / asked).toBeGreaterThan(0.72);
    expect(held / asked).toBeLessThan(0.9);
  });
});

/** A walk that loses 0.0005 a day on average, with steps from a fixed generator (mulberry32). */
function walkOf(seed: number, days: number): FreshnessPoint[] {
  let state = seed * 7919;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  let freshness = 1;
  return Array.from({ length: days }, (_, day) => {
    const noise = Array.from({ length: 12 }, random).reduce((sum, number) => sum + number, -6);
    freshness += -0.0005 + 0.0015 * noise;
    return { at: new Date(Date.UTC(2026, 0, 1 + day)).toISOString(), freshness };
  });
}
