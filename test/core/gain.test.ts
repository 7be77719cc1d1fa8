// Retraining gain: the estimate, its interval, and what is said of it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clusteredInterval,
  DEFAULT_GAIN_POLICY,
  estimateGain,
  type GainEstimate,
  type GainRow,
  gainOf,
  stateGain,
} from '../../src/core/gain.ts';

function row(commit: string, inUse: number, fresh: number, stated: Partial<GainRow> = {}): GainRow {
  const id = `Ledger.java#Ledger.post${commit}${inUse}${fresh}()`;
  return { commit, id, change: 'modified', inUse, fresh, inUseFailed: false, freshFailed: false, ...stated };
}

describe('the estimate', () => {
  test('is the mean paired difference, worked by hand', () => {
    const rows = [
      row('1', 0.5, 1),
      row('1', 1, 1),
      row('2', 0.75, 0.5),
      row('3', 0.25, 0.5, { change: 'added', inUseFailed: true }),
    ];
    expect(estimateGain(rows)).toMatchObject({
      changes: 4,
      commits: 3,
      inUse: 0.625,
      fresh: 0.75,
      gain: 0.125,
      helped: 2,
      hurt: 1,
      same: 1,
      inUseFailed: 1,
      freshFailed: 0,
    });
    // Sum 0.5 over 4. Without commit 1: 0/2; without 2: 0.75/3; without 3: 0.25/3. Off 1/8 by −1/8, 1/8 and −1/24.
    const variance = (2 / 3) * (1 / 64 + 1 / 64 + 1 / 576);
    // Sizes 2, 1 and 1 weigh like 16 / 6 equal commits: one degree of freedom.
    const margin = 12.7062047364 * Math.sqrt(variance);
    const interval = clusteredInterval(
      rows.map(({ commit, fresh, inUse }) => ({ cluster: commit, value: fresh - inUse })),
    );
    expect(interval?.low).toBeCloseTo(0.125 - margin, 10);
    expect(interval?.high).toBeCloseTo(0.125 + margin, 10);
    // No gain lies beyond 1.
    expect(estimateGain(rows).interval).toEqual({ low: -1, high: 1 });
  });

  test('of nothing has no means, and of one commit no interval', () => {
    expect(estimateGain([])).toMatchObject({ changes: 0, inUse: null, fresh: null, gain: null, interval: null });
    expect(estimateGain([row('1', 0, 1), row('1', 0, 0.5)])).toMatchObject({ gain: 0.75, interval: null });
  });

  test('tells code that was there before from new code', () => {
    const kinds = ['modified', 'renamed', 'moved', 'added'] as const;
    const gain = gainOf(
      kinds.map((change, index) => row(String(index), 0, index / 4, { change })),
      DEFAULT_GAIN_POLICY,
    );
    expect(gain.modified).toMatchObject({ changes: 3, gain: 0.25 });
    expect(gain.added).toMatchObject({ changes: 1, gain: 0.75 });
  });
});

describe('the interval', () => {
  test('is the classic one of a mean where every commit changed one method', () => {
    // 1, 2, 3, 4: mean 2.5, s² = 5/3, s/√4 = 0.6455; t(3) = 3.1824.
    const interval = clusteredInterval([1, 2, 3, 4].map((value) => ({ cluster: String(value), value })));
    expect(interval?.low).toBeCloseTo(2.5 - 3.1824463053 * Math.sqrt(5 / 12), 8);
    expect(interval?.high).toBeCloseTo(2.5 + 3.1824463053 * Math.sqrt(5 / 12), 8);
  });

  const values = fc.array(
    fc.record({
      cluster: fc.constantFrom('1', '2', '3', '4', '5'),
      value: fc.double({ min: -1, max: 1, noNaN: true }),
    }),
    { maxLength: 40 },
  );

  test('holds the mean, whatever the differences, and does not depend on their order', () => {
    fc.assert(
      fc.property(values, (some) => {
        const interval = clusteredInterval(some);
        expect(interval === null).toBe(new Set(some.map(({ cluster }) => cluster)).size < 2);
        if (interval === null) return;
        const mean = some.reduce((sum, { value }) => sum + value, 0) / some.length;
        expect(interval.low).toBeLessThanOrEqual(mean + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(mean - 1e-12);
        const reversed = clusteredInterval(some.toReversed());
        expect(reversed?.low).toBeCloseTo(interval.low, 9);
        expect(reversed?.high).toBeCloseTo(interval.high, 9);
      }),
    );
  });

  test('is no narrower for saying everything twice: the copies are no new commits', () => {
    fc.assert(
      fc.property(values, (some) => {
        const interval = clusteredInterval(some);
        const doubled = clusteredInterval([...some, ...some]);
        if (interval === null) return;
        expect(doubled?.high).toBeCloseTo(interval.high, 9);
      }),
    );
  });

  test('holds the truth about as often as it says, where commits are few and of unequal sizes', () => {
    const random = seeded(7);
    const [runs, truth] = [2_000, 0.05];
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const interval = clusteredInterval(
        Array.from({ length: 20 }, (_, cluster) => {
          const size = 1 + Math.floor(random() ** 3 * 20);
          const shared = 0.2 * (random() + random() - 1);
          return Array.from({ length: size }, () => ({
            cluster: String(cluster),
            value: truth + shared + 0.2 * (random() - 0.5),
          }));
        }).flat(),
      );
      if (interval !== null && interval.low <= truth && truth <= interval.high) held++;
    }
    expect(held / runs).toBeGreaterThan(0.94);
    expect(held / runs).toBeLessThan(0.99);
  });
});

describe('the statement', () => {
  const estimate = (stated: Partial<GainEstimate>): GainEstimate => ({ ...estimateGain([]), changes: 100, ...stated });
  const said = (stated: Partial<GainEstimate>) => stateGain(estimate(stated), DEFAULT_GAIN_POLICY);

  test.each([
    ['would-help', { gain: 0.02, interval: { low: 0.001, high: 0.039 } }],
    ['would-help', { gain: 0.05, interval: { low: 0.01, high: 0.09 } }],
    ['would-not-help', { gain: 0.01, interval: { low: 0.001, high: 0.019 } }],
    ['would-not-help', { gain: -0.05, interval: { low: -0.09, high: -0.01 } }],
    ['would-not-help', { gain: 0, interval: { low: 0, high: 0 } }],
  ])('%s', (kind, stated) => expect(said(stated)).toEqual({ kind }));

  test.each([
    ['too-few-changes', { changes: 99, gain: 0.05, interval: { low: 0.01, high: 0.09 } }],
    ['too-few-changes', { changes: 0 }],
    ['too-few-commits', { gain: 0.05, interval: null }],
    ['interval-too-wide', { gain: 0.05, interval: { low: 0, high: 0.1 } }],
    ['interval-too-wide', { gain: 0.015, interval: { low: 0.01, high: 0.02 } }],
  ])('unsure: %s', (reason, stated) => expect(said(stated)).toEqual({ kind: 'unsure', reason }));
});

/** Numbers in [0, 1): mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
