// Freshness and its parts, worked by hand; and what a sample can say of it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerMeans } from '../../src/core/freshness.ts';
import { judgeFreshness } from '../../src/core/freshness-policy.ts';
import { type LedgerPages, ledgerMeans } from '../../src/core/ledger-head.ts';
import { ledgerOf, moveOn, unit } from '../support/ledgers.ts';

const TOTAL = unit('Invoice.total', '{ return net + tax; }');
const SEND = unit('Invoice.send', '{ mail.post(this); }');
const RATE = unit('Tax.rate', '{ return rates.get(region); }');
const ROUND = unit('Tax.round', '{ return half.up(sum); }');
const DAY_OF_TRAINING = new Map([
  [TOTAL.id, 1],
  [SEND.id, 0.8],
  [RATE.id, 0.9],
  [ROUND.id, 0.5],
]);
const trained = ledgerOf([TOTAL, SEND, RATE, ROUND], DAY_OF_TRAINING);

function freshnessOf(ledger: LedgerPages) {
  const { freshness } = ledgerMeans(ledger.head);
  if (freshness === null) throw new Error('no freshness');
  return freshness;
}

describe('on the day of training', () => {
  test('freshness is 100 %, and nothing moved it', () => {
    expect(ledgerMeans(trained.head)).toEqual({
      units: 4,
      scored: 4,
      failed: 0,
      now: { value: 0.8, margin: null },
      baseline: { value: 0.8, margin: null, units: 4 },
      freshness: {
        value: 1,
        margin: null,
        parts: {
          unchanged: { units: 4, points: 0 },
          modified: { units: 0, points: 0 },
          new: { units: 0, points: 0 },
          deleted: { units: 0, points: 0 },
        },
      },
    });
  });
});

describe('since training', () => {
  test('a modified unit costs what it lost, shared over all units, against the mean of the training day', () => {
    const total = unit('Invoice.total', '{ return lines.sum(); }');
    const { parts, value } = freshnessOf(moveOn(trained, [total, SEND, RATE, ROUND], () => 0.2));
    // (0.2 − 1) / (4 · 0.8) = −25 points
    expect(parts.modified).toEqual({ units: 1, points: expect.closeTo(-25, 10) });
    expect(parts.unchanged).toEqual({ units: 3, points: 0 });
    expect(value).toBeCloseTo(0.75, 12);
  });

  test('a new unit moves freshness by what it is better or worse than the training day’s mean', () => {
    const vat = unit('Tax.vat', '{ return net * 0.19; }');
    const { parts, value } = freshnessOf(moveOn(trained, [TOTAL, SEND, RATE, ROUND, vat], () => 0.3));
    // (0.3 − 0.8) / (5 · 0.8) = −12.5 points; the mean is 3.5 / 5 = 0.7, and 0.7 / 0.8 = 87.5 %
    expect(parts.new).toEqual({ units: 1, points: expect.closeTo(-12.5, 10) });
    expect(value).toBeCloseTo(0.875, 12);
  });

  test('code that the model knew badly lifts freshness when it goes', () => {
    const { parts, value } = freshnessOf(moveOn(trained, [TOTAL, SEND, RATE], () => 0));
    // −(0.5 − 0.8) / (3 · 0.8) = +12.5 points; the mean is 0.9
    expect(parts.deleted).toEqual({ units: 1, points: expect.closeTo(12.5, 10) });
    expect(value).toBeCloseTo(1.125, 12);
  });

  test('other comments and white space leave a unit unchanged, whatever its score does', () => {
    const total = unit('Invoice.total', '{ return net  +  tax; }');
    const { parts } = freshnessOf(moveOn(trained, [total, SEND, RATE, ROUND], () => 0.9));
    expect(parts.unchanged).toEqual({ units: 4, points: expect.closeTo((100 * (0.9 - 1)) / (4 * 0.8), 10) });
    expect(parts.modified.units).toBe(0);
  });

  test('a unit that only moved is unchanged; a renamed one is modified', () => {
    const elsewhere = unit('Mail.send', '{ mail.post(this); }');
    const dispatch = unit('Invoice.dispatch', '{ mail.post(this); }');
    const moved = moveOn(trained, [TOTAL, elsewhere, RATE, ROUND], () => 0, { [elsewhere.id]: SEND.id });
    expect(freshnessOf(moved).parts).toMatchObject({ unchanged: { units: 4, points: 0 }, modified: { units: 0 } });
    const renamed = moveOn(trained, [TOTAL, dispatch, RATE, ROUND], () => 0.8, { [dispatch.id]: SEND.id });
    expect(freshnessOf(renamed).parts).toMatchObject({ unchanged: { units: 3 }, modified: { units: 1 } });
  });

  test('a reverted change leaves no trace but its new score', () => {
    const total = unit('Invoice.total', '{ return lines.sum(); }');
    const changed = moveOn(trained, [total, SEND, RATE, ROUND], () => 0.2);
    const reverted = moveOn(changed, [TOTAL, SEND, RATE, ROUND], () => 1);
    expect(freshnessOf(reverted)).toEqual(freshnessOf(trained));
  });

  test('a unit that is deleted and comes back is the one that was trained', () => {
    const without = moveOn(trained, [SEND, RATE, ROUND], () => 0);
    expect(freshnessOf(without).parts.deleted.units).toBe(1);
    const back = moveOn(without, [TOTAL, SEND, RATE, ROUND], () => 1);
    expect(freshnessOf(back)).toEqual(freshnessOf(trained));
  });

  test('failures count as stubs', () => {
    const total = unit('Invoice.total', '{ return lines.sum(); }');
    const ledger = moveOn(trained, [total, SEND, RATE, ROUND], () => ({ similarity: 0.1, failed: true }));
    expect(ledgerMeans(ledger.head)).toMatchObject({ scored: 4, failed: 1, now: { value: expect.closeTo(0.575, 12) } });
  });

  test('the points add up to the whole movement, whatever happened', () => {
    const names = ['total', 'send', 'rate', 'round', 'close', 'open', 'book', 'audit'];
    const day = fc.array(
      fc.record({ there: fc.boolean(), body: fc.nat(2), score: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        minLength: names.length,
        maxLength: names.length,
      },
    );
    fc.assert(
      fc.property(fc.array(day, { minLength: 2, maxLength: 4 }), (days) => {
        const states = days.map((facts) =>
          facts.flatMap(({ there, body, score }, index) =>
            there ? [{ facts: unit(`Invoice.${names[index]}`, `{ return ${body}; }`), score }] : [],
          ),
        );
        const [first = [], ...later] = states;
        let ledger = ledgerOf(
          first.map(({ facts }) => facts),
          new Map(first.map(({ facts, score }) => [facts.id, score])),
        );
        for (const state of later) {
          const scores = new Map(state.map(({ facts, score }) => [facts.id, score]));
          ledger = moveOn(
            ledger,
            state.map(({ facts }) => facts),
            (id) => scores.get(id) ?? 0,
          );
        }
        const { freshness, now, baseline, units } = ledgerMeans(ledger.head);
        expect(freshness === null).toBe(units === 0 || baseline.value === 0);
        if (freshness === null || now === null || baseline.value < 1e-3) return;
        const { unchanged, modified, new: added, deleted } = freshness.parts;
        const points = unchanged.points + modified.points + added.points + deleted.points;
        expect(freshness.value).toBe(1 + points / 100);
        expect(freshness.value).toBeCloseTo(now.value / baseline.value, 9);
        expect(unchanged.units + modified.units + added.units).toBe(units);
        expect(unchanged.units + modified.units + deleted.units).toBe(baseline.units);
      }),
    );
  });
});

describe('the policy', () => {
  const at = (value: number, margin: number | null = null): LedgerMeans => ({
    ...ledgerMeans(trained.head),
    freshness: { ...freshnessOf(trained), value, margin },
  });

  test('calls fresh what is not below the line', () => {
    expect(judgeFreshness(at(0.9), { line: 0.9 })).toEqual({ kind: 'fresh', reason: 'at-or-above-line' });
    expect(judgeFreshness(at(0.8999), { line: 0.9 })).toEqual({ kind: 'stale', reason: 'below-line' });
  });

  test('does not know where the line lies within the interval', () => {
    const unknown = { kind: 'unknown', reason: 'sample-too-small' };
    expect(judgeFreshness(at(0.92, 0.03), { line: 0.9 })).toEqual(unknown);
    expect(judgeFreshness(at(0.88, 0.03), { line: 0.9 })).toEqual(unknown);
    expect(judgeFreshness(at(0.94, 0.03), { line: 0.9 }).kind).toBe('fresh');
  });

  test('does not know without units, or of a model that knew nothing', () => {
    const empty = moveOn(trained, [], () => 0);
    expect(judgeFreshness(ledgerMeans(empty.head), { line: 0.9 })).toEqual({ kind: 'unknown', reason: 'no-units' });
    const ignorant = ledgerOf([TOTAL, SEND], 0);
    expect(judgeFreshness(ledgerMeans(ignorant.head), { line: 0.9 })).toEqual({
      kind: 'unknown',
      reason: 'knew-nothing',
    });
  });
});
