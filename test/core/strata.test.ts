// Drawing a sample, and what can be said of all units from it.

import { describe, expect, test } from 'vitest';
import type { UnitFacts } from '../../src/core/ledger.ts';
import { isScoredEnough, type LedgerPages, ledgerMeans } from '../../src/core/ledger-head.ts';
import { randomOf, seededRandom } from '../../src/core/random.ts';
import { drawSample } from '../../src/core/strata.ts';
import { studentQuantile } from '../../src/core/student.ts';
import { ledgerOf, moveOn, unit } from '../support/ledgers.ts';

interface Fate {
  readonly facts: UnitFacts;
  readonly scoreThen: number;
  /** `null` for a unit that was deleted. */
  readonly later: { readonly facts: UnitFacts; readonly score: number } | null;
}

/**
 * A codebase of 40 files in which nothing is even: long bodies are known worse, some packages as a whole, half of all
 * units are known by heart, and what changes or goes is what was known worse already.
 */
function unevenCodebase(): { fates: Fate[]; added: { facts: UnitFacts; score: number }[] } {
  const random = seededRandom(7);
  const fates = Array.from({ length: 600 }, (_, index): Fate => {
    const file = index % 40;
    const length = 20 + Math.floor(400 * random() ** 3);
    const byHeart = random() < 0.5;
    const scoreThen = byHeart ? 1 : Math.max(0, 0.9 - length / 800 - (file < 8 ? 0.3 : 0) - 0.2 * random());
    const facts = unit(`Page${String(file).padStart(2, '0')}.entry${index}`, `{ return ${index}; }`, { length });
    const chance = random();
    if (chance < (byHeart ? 0.02 : 0.08)) return { facts, scoreThen, later: null };
    if (chance > (byHeart ? 0.9 : 0.75)) {
      const changed = { ...facts, text: `new ${facts.text}`, code: `new ${facts.code}` };
      return { facts, scoreThen, later: { facts: changed, score: scoreThen * random() } };
    }
    return { facts, scoreThen, later: { facts, score: scoreThen } };
  });
  const added = Array.from({ length: 45 }, (_, index) => ({
    facts: unit(`Page${index % 40}.late${index}`, `{ return late(${index}); }`),
    score: 0.6 * random(),
  }));
  return { fates, added };
}

const CODEBASE = unevenCodebase();

/** The ledger of that codebase, begun with a sample (or all of it), after everything that happened. */
function ledgers(sample: { size: number; seed: number } | null): { then: LedgerPages; now: LedgerPages } {
  const { fates, added } = CODEBASE;
  const units = fates.map(({ facts }) => facts);
  const drawn = sample === null ? null : drawSample(units, sample).drawn;
  const scores = new Map(
    fates.filter(({ facts }) => drawn?.has(facts.id) ?? true).map(({ facts, scoreThen }) => [facts.id, scoreThen]),
  );
  const then = ledgerOf(units, scores, { sample });
  const later = [...fates.flatMap((fate) => fate.later ?? []), ...added];
  const scoresNow = new Map(later.map(({ facts, score }) => [facts.id, score]));
  const now = moveOn(
    then,
    later.map(({ facts }) => facts),
    (id) => scoresNow.get(id) ?? 0,
  );
  return { then, now };
}

describe('what is drawn', () => {
  const units = CODEBASE.fates.map(({ facts }) => facts);

  test('is the same for the same seed, whatever the order of the units, and another for another', () => {
    const one = drawSample(units, { size: 100, seed: 1 });
    expect(drawSample([...units].reverse(), { size: 100, seed: 1 })).toEqual(one);
    expect(drawSample(units, { size: 100, seed: 2 }).drawn).not.toEqual(one.drawn);
  });

  test('comes from every stratum by its size, about as much as was asked for', () => {
    const { count, stratumOf, drawn } = drawSample(units, { size: 100, seed: 1 });
    expect(count).toBe(24);
    expect(drawn.size).toBeGreaterThanOrEqual(100);
    expect(drawn.size).toBeLessThanOrEqual(105);
    for (let stratum = 0; stratum < count; stratum++) {
      const members = units.filter(({ id }) => stratumOf.get(id) === stratum);
      const share = members.filter(({ id }) => drawn.has(id)).length / members.length;
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThan(0.24);
    }
  });

  test('holds neighbours and like sizes together', () => {
    const { stratumOf } = drawSample(units, { size: 100, seed: 1 });
    const first = units.filter(({ id }) => stratumOf.get(id) === 0);
    expect(new Set(first.map(({ path }) => path)).size).toBeLessThan(10);
    expect(Math.max(...first.map(({ length }) => length))).toBeLessThan(40);
  });

  test('is everything where more is asked for than there is', () => {
    expect(drawSample(units, { size: 600, seed: 1 })).toMatchObject({ count: 1, drawn: { size: 600 } });
  });

  test('falls on every unit of a stratum alike', () => {
    const draws = 400;
    const times = new Map<string, number>();
    for (let seed = 0; seed < draws; seed++) {
      for (const id of drawSample(units, { size: 150, seed }).drawn) times.set(id, (times.get(id) ?? 0) + 1);
    }
    const { stratumOf, drawn } = drawSample(units, { size: 150, seed: 0 });
    for (const { id } of units) {
      const members = units.filter((other) => stratumOf.get(other.id) === stratumOf.get(id));
      const share = members.filter((member) => drawn.has(member.id)).length / members.length;
      const deviation = Math.sqrt(draws * share * (1 - share));
      expect(Math.abs((times.get(id) ?? 0) - draws * share)).toBeLessThan(4.5 * deviation);
    }
  });

  test('lots are even and do not hang together', () => {
    const lots = Array.from({ length: 10_000 }, (_, index) => randomOf(3, `books/Page.java#Page.entry${index}()`));
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = lots.filter((lot) => Math.floor(lot * 10) === tenth).length / lots.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.012);
    }
    const rises = lots.filter((lot, index) => lot > (lots[index - 1] ?? 1)).length / lots.length;
    expect(Math.abs(rises - 0.5)).toBeLessThan(0.02);
  });
});

describe('the estimate', () => {
  const RUNS = 500;
  const truth = ledgerMeans(ledgers(null).now.head);
  const runs = Array.from({ length: RUNS }, (_, seed) => ledgerMeans(ledgers({ size: 150, seed }).now.head));

  /** How far the estimates lie off in the mean, in standard errors of that mean; and how often the interval holds the truth. */
  function judged(estimates: readonly { value: number; margin: number | null }[], true_: number) {
    const errors = estimates.map(({ value }) => value - true_);
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const variance = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (errors.length - 1);
    const covered = estimates.filter(({ value, margin }) => Math.abs(value - true_) <= (margin ?? 0)).length;
    return { bias: mean / Math.sqrt(variance / errors.length), coverage: covered / estimates.length };
  }

  const present = <T>(values: readonly (T | null)[]) => values.filter((value) => value !== null);

  test.each([
    { figure: 'the mean of now', estimates: present(runs.map(({ now }) => now)), full: truth.now?.value ?? 0 },
    {
      figure: 'the mean of the training day',
      estimates: runs.map(({ baseline }) => baseline),
      full: truth.baseline.value,
    },
    {
      figure: 'freshness',
      estimates: present(runs.map(({ freshness }) => freshness)),
      full: truth.freshness?.value ?? 0,
    },
  ])('of $figure shows no bias, and its 95 % interval holds the full value at its rate', ({ estimates, full }) => {
    const { bias, coverage } = judged(estimates, full);
    expect(estimates).toHaveLength(RUNS);
    expect(Math.abs(bias)).toBeLessThan(3);
    // 500 runs at 95 %: a standard deviation of 1 point
    expect(coverage).toBeGreaterThan(0.92);
    expect(coverage).toBeLessThan(0.98);
  });

  test('counts every unit, drawn or not, and the parts add up', () => {
    for (const { units, freshness } of runs) {
      expect(units).toBe(truth.units);
      for (const name of ['unchanged', 'modified', 'new', 'deleted'] as const)
        expect(freshness?.parts[name].units).toBe(truth.freshness?.parts[name].units);
      const points = Object.values(freshness?.parts ?? {}).reduce((sum, part) => sum + part.points, 0);
      expect(freshness?.value).toBeCloseTo(1 + points / 100, 12);
    }
  });

  test('is the mean of now over that of the training day', () => {
    for (const { now, baseline, freshness } of runs)
      expect(freshness?.value).toBeCloseTo((now?.value ?? 0) / baseline.value, 9);
  });

  test('has no interval when everything was scored', () => {
    expect(truth).toMatchObject({ now: { margin: null }, baseline: { margin: null }, freshness: { margin: null } });
  });

  test('narrows with the sample, down to nothing', () => {
    const margins = [60, 150, 400, 590].map(
      (size) => ledgerMeans(ledgers({ size, seed: 1 }).then.head).now?.margin ?? 0,
    );
    expect(margins).toEqual([...margins].sort((a, b) => b - a));
    expect(margins.at(-1)).toBeLessThan(0.005);
  });

  test('a ledger answers once its interval is narrow enough', () => {
    expect(isScoredEnough(ledgers({ size: 60, seed: 1 }).then.head)).toBe(false);
    expect(isScoredEnough(ledgers({ size: 400, seed: 1 }).then.head)).toBe(true);
    expect(isScoredEnough(ledgers(null).then.head)).toBe(true);
  });

  test('goes on when changes take every drawn unit of a stratum', () => {
    const { fates } = CODEBASE;
    const units = fates.map(({ facts }) => facts);
    const sample = { size: 100, seed: 1 };
    const { drawn, stratumOf } = drawSample(units, sample);
    const then = ledgerOf(units, new Map([...drawn].map((id) => [id, 0.8])), { sample });
    const changed = units.map((facts) =>
      stratumOf.get(facts.id) === 3 && drawn.has(facts.id) ? { ...facts, text: 'new', code: 'new' } : facts,
    );
    const means = ledgerMeans(moveOn(then, changed, () => 0.8).head);
    expect(means.now?.value).toBeCloseTo(0.8, 12);
    expect(means.freshness?.value).toBeCloseTo(1, 12);
  });
});

test.each([
  { freedom: 1, quantile: 12.706 },
  { freedom: 2, quantile: 4.303 },
  { freedom: 7, quantile: 2.365 },
  { freedom: 8, quantile: 2.306 },
  { freedom: 10, quantile: 2.228 },
  { freedom: 30, quantile: 2.042 },
  { freedom: 120, quantile: 1.98 },
])('Student’s 97.5 % quantile of $freedom degrees of freedom is $quantile', ({ freedom, quantile }) => {
  expect(studentQuantile(0.975, freedom)).toBeCloseTo(quantile, 3);
});
