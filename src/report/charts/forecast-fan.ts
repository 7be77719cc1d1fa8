// The forecast as it is drawn: from the last point down to the policy's line, between the bounds of its interval.

import type { Forecast } from '../../core/forecast.ts';
import { DAY_MS } from './axes.ts';

interface FreshnessAt {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly freshness: number;
}

export interface Fan {
  readonly from: FreshnessAt;
  /** When it is expected to cross. */
  readonly day: number;
  readonly line: number;
  /** Of the interval. */
  readonly level: number;
  /** The interval from the last point on; below the line it ends. */
  readonly bounds: readonly { readonly at: number; readonly low: number; readonly high: number }[];
  /** Where the drawing ends: the latest day, unless it lies so far on that the rest would be pressed together. */
  readonly until: number;
}

const STEPS = 48;

/**
 * `null` unless a day is expected. The bounds are those of the forecast's random walk, `y + slope × h ± m √(h + h² / T)`; its
 * days give `m`.
 */
export function fanOf(last: FreshnessAt, forecast: Forecast): Fan | null {
  if (forecast.kind !== 'expected' || last.freshness <= forecast.line) return null;
  const { line, level, perYear } = forecast;
  const day = Date.parse(forecast.day);
  const span = (Date.parse(forecast.to) - Date.parse(forecast.from)) / DAY_MS;
  if (!(day > last.at && span > 0)) return null;
  const slope = perYear / YEAR_DAYS;
  const expected = (day - last.at) / DAY_MS;
  const latest = forecast.latest === null ? Number.POSITIVE_INFINITY : (Date.parse(forecast.latest) - last.at) / DAY_MS;
  const until = Math.max(expected, Math.min(latest, expected + Math.max(span, expected / 2), 3 * expected));
  const spread = (h: number) => Math.sqrt(h + h ** 2 / span);
  const earliest = Math.max(0.5, (Date.parse(forecast.earliest) - last.at) / DAY_MS);
  const margin = Math.max(0, (last.freshness + slope * earliest - line) / spread(earliest));
  const bounds = Array.from({ length: STEPS + 1 }, (_, step) => {
    const h = (until * step) / STEPS;
    const middle = last.freshness + slope * h;
    const bound = (sign: 1 | -1) => Math.max(line, middle + sign * margin * spread(h));
    return { at: last.at + h * DAY_MS, low: bound(-1), high: bound(1) };
  });
  return { from: last, day, line, level, bounds, until: last.at + until * DAY_MS };
}

const YEAR_DAYS = 365.25;
