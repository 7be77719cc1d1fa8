// The day on which freshness is forecast to cross the policy's line.

import { FORECAST_LEVEL, studentQuantile } from './student.ts';

/** One entry of a ledger's history since the model was last trained. */
export interface FreshnessPoint {
  /** ISO 8601. */
  readonly at: string;
  /** Mean method similarity ÷ the same on the day of training. */
  readonly freshness: number;
}

interface Basis {
  /** The policy's line. */
  readonly line: number;
  /** How many points of the history the forecast stands on, and from when to when. */
  readonly points: number;
  readonly from: string;
  readonly to: string;
  /** Freshness per year of 365.25 days; negative when it falls. */
  readonly perYear: number;
}

/** What the history says about the line. Days are ISO dates in UTC. */
export type Forecast =
  /** The last point is at or below the line. */
  | (Basis & { readonly kind: 'crossed' })
  /** Freshness does not fall, or not to the line within ten years. */
  | (Basis & { readonly kind: 'not-in-sight' })
  | (Basis & {
      readonly kind: 'expected';
      readonly day: string;
      /** The level of the interval from `earliest` to `latest`. */
      readonly level: number;
      readonly earliest: string;
      /** `null`: with that level it may as well not cross within ten years. */
      readonly latest: string | null;
    });

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;
const HORIZON_DAYS = 10 * YEAR_DAYS;
const LEAST_POINTS = 3;

/**
 * Freshness as a random walk with drift, in days: after T days from y₁ to yₙ the slope is `(yₙ − y₁) / T`, and h days
 * later it is expected at `yₙ + slope × h`, with variance `σ² × (h + h² / T)`: that of the walk and that of the slope
 * (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, §5.2 and §5.5, the drift method, here
 * for uneven steps). A walk, for each change of the code adds to those before it: the errors of a regression on time
 * would be anything but independent, and its interval too narrow. The interval holds the days on which the bounds of the
 * prediction interval reach the line. `null` for fewer than three points on different days.
 */
export function forecastCrossing(history: readonly FreshnessPoint[], line: number): Forecast | null {
  const walk = history
    .map(({ at, freshness }) => ({ day: Date.parse(at) / DAY_MS, at, freshness }))
    .sort((a, b) => a.day - b.day)
    .filter((point, index, points) => points[index + 1]?.day !== point.day);
  const [first, last] = [walk[0], walk.at(-1)];
  if (first === undefined || last === undefined || walk.length < LEAST_POINTS) return null;
  const days = last.day - first.day;
  const slope = (last.freshness - first.freshness) / days;
  const basis = { line, points: walk.length, from: first.at, to: last.at, perYear: slope * YEAR_DAYS };
  const room = last.freshness - line;
  if (room <= 0) return { kind: 'crossed', ...basis };
  const expected = slope < 0 ? room / -slope : Number.POSITIVE_INFINITY;
  if (expected > HORIZON_DAYS) return { kind: 'not-in-sight', ...basis };
  const margin = studentQuantile(0.9, walk.length - 2) * stepDeviation(walk, slope);
  const reached = (sign: 1 | -1) => (h: number) =>
    last.freshness + slope * h + sign * margin * Math.sqrt(h + h ** 2 / days) <= line;
  const dayAfter = (h: number) => new Date((last.day + h) * DAY_MS).toISOString().slice(0, 10);
  const earliest = firstDay(reached(-1), expected);
  const latest = firstDay(reached(1), HORIZON_DAYS);
  return {
    kind: 'expected',
    ...basis,
    day: dayAfter(expected),
    level: FORECAST_LEVEL,
    // without a margin the bounds are the day itself, but for the noise of floating point numbers
    earliest: dayAfter(Math.min(earliest ?? expected, expected)),
    latest: latest === null ? null : dayAfter(Math.max(latest, expected)),
  };
}

/** σ of a day's step: `√(Σ (Δy − slope × Δt)² / Δt / (n − 2))`, over the n − 1 steps. */
function stepDeviation(walk: readonly { day: number; freshness: number }[], slope: number): number {
  let sum = 0;
  for (const [index, point] of walk.entries()) {
    const next = walk[index + 1];
    if (next === undefined) break;
    const days = next.day - point.day;
    sum += (next.freshness - point.freshness - slope * days) ** 2 / days;
  }
  return Math.sqrt(sum / (walk.length - 2));
}

/** The first moment, in days, from which on it holds, found by halving; `null` when it does not hold at `limit`. */
function firstDay(holds: (h: number) => boolean, limit: number): number | null {
  if (!holds(limit)) return null;
  let [low, high] = [0, limit];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
