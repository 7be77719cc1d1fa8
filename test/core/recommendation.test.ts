// What to do with a model, from what is known of it.

import { describe, expect, test } from 'vitest';
import type { Forecast } from '../../src/core/forecast.ts';
import type { GainStatement } from '../../src/core/gain.ts';
import { type KnownOfModel, type RecommendationPolicy, recommend } from '../../src/core/recommendation.ts';

const TODAY = '2026-03-01';
const POLICY: RecommendationPolicy = { line: 0.9, warnWithin: 3, soonDays: 60 };
const HELPS: GainStatement = { kind: 'would-help' };
const HELPS_LITTLE: GainStatement = { kind: 'would-not-help' };
const UNSURE: GainStatement = { kind: 'unsure', reason: 'too-few-changes' };

const fresh = (value: number): KnownOfModel['freshness'] => ({
  verdict: { kind: 'fresh', reason: 'at-or-above-line' },
  value,
});
const STALE: KnownOfModel['freshness'] = { verdict: { kind: 'stale', reason: 'below-line' }, value: 0.84 };
const UNTOLD: KnownOfModel['freshness'] = { verdict: { kind: 'unknown', reason: 'sample-too-small' }, value: 0.91 };
const EMPTY: KnownOfModel['freshness'] = { verdict: { kind: 'unknown', reason: 'no-units' }, value: null };

const BASIS = { line: 0.9, points: 5, from: '2025-10-01T00:00:00Z', to: '2026-02-27T00:00:00Z', perYear: -0.2 };
const crossingOn = (day: string): Forecast => ({
  kind: 'expected',
  ...BASIS,
  day,
  level: 0.8,
  earliest: day,
  latest: null,
});

function told(known: Partial<KnownOfModel>, policy = POLICY): string {
  const facts = { freshness: null, forecast: null, gain: null, today: TODAY, ...known };
  const { kind, day, reasons } = recommend(facts, policy);
  return `${kind}${day === null ? '' : ` ${day}`}: ${reasons.join(', ')}`;
}

describe('a stale model', () => {
  test.each([
    ['it would help', HELPS, 'retrain-now: stale, gain-worth-it'],
    ['nobody can tell whether it would help', UNSURE, 'retrain-now: stale, gain-unknown'],
    ['nobody measured whether it would help', null, 'retrain-now: stale, gain-unknown'],
    ['it would help little', HELPS_LITTLE, 'keep: gain-too-small, stale'],
  ])('when %s', (_, gain, recommendation) => expect(told({ freshness: STALE, gain })).toBe(recommendation));

  test('needs no forecast', () => {
    expect(told({ freshness: STALE, forecast: crossingOn('2026-03-20') })).toBe('retrain-now: stale, gain-unknown');
  });
});

describe('a fresh model that is forecast to cross the line', () => {
  test.each([
    ['today', '2026-03-01', 'retrain-soon 2026-03-01: crossing-forecast, gain-unknown'],
    ['on the last day of the horizon', '2026-04-30', 'retrain-soon 2026-04-30: crossing-forecast, gain-unknown'],
    ['the day after', '2026-05-01', 'keep: fresh, gain-unknown'],
    [
      'by an old ledger, on a day that has passed',
      '2025-12-24',
      `retrain-soon ${TODAY}: crossing-forecast, gain-unknown`,
    ],
  ])('%s', (_, day, recommendation) => {
    expect(told({ freshness: fresh(0.97), forecast: crossingOn(day) })).toBe(recommendation);
  });

  test('the horizon is a setting', () => {
    const facts = { freshness: fresh(0.97), forecast: crossingOn('2026-03-31') };
    expect(told(facts, { ...POLICY, soonDays: 30 })).toMatch(/^retrain-soon 2026-03-31/);
    expect(told(facts, { ...POLICY, soonDays: 29 })).toMatch(/^keep/);
  });

  test('near the line, but long before the day, is kept: the forecast knows better', () => {
    expect(told({ freshness: fresh(0.91), forecast: crossingOn('2027-03-01') })).toMatch(/^keep: fresh/);
    expect(told({ freshness: fresh(0.91), forecast: { kind: 'not-in-sight', ...BASIS } })).toMatch(/^keep: fresh/);
  });
});

describe('a fresh model without a forecast', () => {
  test.each([
    [0.9301, 'keep: fresh, gain-unknown'],
    [0.93, 'retrain-soon: near-line, gain-unknown'],
    [0.9, 'retrain-soon: near-line, gain-unknown'],
  ])('of freshness %s', (value, recommendation) => expect(told({ freshness: fresh(value) })).toBe(recommendation));

  test('the warning is a setting', () => {
    expect(told({ freshness: fresh(0.94) }, { ...POLICY, warnWithin: 5 })).toMatch(/^retrain-soon: near-line/);
    expect(told({ freshness: fresh(0.901) }, { ...POLICY, warnWithin: 0 })).toMatch(/^keep/);
  });

  test('on the very line, which counts as fresh and as crossed', () => {
    expect(told({ freshness: fresh(0.9), forecast: { kind: 'crossed', ...BASIS } })).toMatch(
      /^retrain-soon: near-line/,
    );
  });

  test('far from the line is kept, and a gain that is worth it is said all the same', () => {
    expect(told({ freshness: fresh(0.99), gain: HELPS })).toBe('keep: fresh, gain-worth-it');
    expect(told({ freshness: fresh(0.99), gain: HELPS_LITTLE })).toBe('keep: fresh, gain-too-small');
  });
});

describe('a model whose freshness is not known goes by the gain alone', () => {
  test.each([
    ['no ledger', null],
    ['a sample that is too small', UNTOLD],
    ['nothing left to know', EMPTY],
  ])('%s', (_, freshness) => {
    expect(told({ freshness, gain: HELPS })).toBe('retrain-now: freshness-unknown, gain-worth-it');
    expect(told({ freshness, gain: HELPS_LITTLE })).toBe('keep: freshness-unknown, gain-too-small');
    expect(told({ freshness, gain: UNSURE })).toBe('keep: freshness-unknown, gain-unknown');
    expect(told({ freshness, forecast: crossingOn(TODAY) })).toBe('keep: freshness-unknown, gain-unknown');
  });
});
