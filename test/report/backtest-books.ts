// Reports of a backtest of the bookkeeping library, for the tests of what people see.

import { type BacktestData, outcomeOf, pointsOf, type Stage } from '../../src/core/backtest.ts';
import { asksForTraining, type WalkPoint } from '../../src/core/backtest-walk.ts';
import { DEFAULT_GAIN_POLICY } from '../../src/core/gain.ts';
import type { BacktestReport } from '../../src/core/report.ts';

const START = Date.UTC(2026, 0, 4, 17) / 1000;
const WEEK_SECONDS = 7 * 86_400;

export interface BacktestCase {
  /** Weeks after training. */
  readonly weeks: number;
  readonly lines: readonly number[];
  /** How much freshness a model loses each week. */
  readonly fall: number;
}

/** A report whose numbers follow from the case: every week six methods change, and the older a model the farther it is off. */
export function backtestReport(
  { weeks, lines, fall }: BacktestCase,
  stated: Partial<BacktestReport> = {},
): BacktestReport {
  const states = Array.from({ length: weeks + 1 }, (_, at) => ({
    revision: (at + 1).toString(16).padStart(40, '0'),
    tree: '',
    reachedAt: START + at * WEEK_SECONDS,
  }));
  const anew = states.map((_, at) => ({
    at,
    behind: 0,
    changes: at === 0 ? [] : changed(0.75).map((score) => ({ ...score, change: 'modified' as const })),
  }));
  const data: BacktestData = { states, anew, windowDays: 90, policy: DEFAULT_GAIN_POLICY };
  const never = walkFrom(0, weeks, fall);
  return {
    schemaVersion: 1,
    kind: 'backtest',
    protocol: 'in-place',
    model: 'embedded',
    trainAt: { name: 'v1.0', revision: '3f2c9ab0c1d2e3f405162738495a6b7c8d9e0f10' },
    until: { name: 'main', revision: '9d81e6f2a3b4c5d6e7f8091a2b3c4d5e6f708192' },
    every: { count: 1, unit: 'weeks' },
    span: {
      states: weeks,
      from: new Date(START * 1000).toISOString(),
      until: new Date((START + weeks * WEEK_SECONDS) * 1000).toISOString(),
      days: weeks * 7,
    },
    sample: null,
    windowDays: 90,
    policy: DEFAULT_GAIN_POLICY,
    statesBehind: 0,
    points: pointsOf(never, data),
    outcomes: [
      outcomeOf(null, [{ leg: never, outgoing: null }], data),
      ...lines.map((line) => outcomeOf(line, stagesOf(line, weeks, fall), data)),
    ],
    ...stated,
  };
}

function stagesOf(line: number, weeks: number, fall: number): Stage[] {
  const stages: Stage[] = [];
  let [from, replaced] = [0, -1];
  while (from < weeks) {
    const whole = walkFrom(from, weeks, fall);
    const asked = whole.findIndex((point) => asksForTraining(point, line));
    const leg = asked < 0 ? whole : whole.slice(0, asked + 1);
    stages.push({ leg, outgoing: replaced < 0 ? null : walkFrom(replaced, weeks, fall).slice(from - replaced) });
    [replaced, from] = [from, leg.at(-1)?.at ?? weeks];
  }
  return stages;
}

function walkFrom(from: number, weeks: number, fall: number): WalkPoint[] {
  return Array.from({ length: weeks - from + 1 }, (_, age): WalkPoint => {
    const units = 1_996 + from + age;
    const points = -fall * age * 100;
    const unmoved = { units: 0, points: 0 };
    const parts = {
      unchanged: { units, points: 0 },
      modified: { units: 6 * age, points },
      new: unmoved,
      deleted: unmoved,
    };
    return {
      at: from + age,
      units,
      now: { value: 0.914 * (1 - fall * age), margin: null },
      freshness: { value: 1 - fall * age, margin: null, parts },
      scored: age === 0 ? units : 6,
      scores: age === 0 ? [] : changed(0.75 - Math.min(0.5, fall * age * 2)),
    };
  });
}

/** Six methods around a similarity. */
function changed(similarity: number) {
  return Array.from({ length: 6 }, (_, index) => ({
    id: `src/main/java/com/acme/books/Invoice.java#Invoice.line${index}()`,
    similarity: similarity + (index - 2.5) / 64,
    failed: false,
  }));
}
