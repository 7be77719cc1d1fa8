// What a ledger remembers of where it stood: one point an update, so that a forecast has something to stand on.

import type { FreshnessPoint } from './forecast.ts';
import type { LedgerRevision } from './ledger.ts';

export interface LedgerPoint extends LedgerRevision {
  /** Mean method similarity ÷ the same on the day of training. */
  readonly freshness: number;
  /** Half the 95 % interval; `null` when every unit was scored. */
  readonly margin: number | null;
  /** Units that the ledger held. */
  readonly units: number;
}

/** The latest points are kept one by one; of those before them the last one of each day. */
const KEPT_ONE_BY_ONE = 100;

/**
 * The history with another point at its end. A point of the same revision takes the place of the one before it, so that
 * a run that is done twice leaves one.
 */
export function withPoint(history: readonly LedgerPoint[], point: LedgerPoint): LedgerPoint[] {
  const before = history.at(-1)?.revision === point.revision ? history.slice(0, -1) : history;
  const old = before.slice(0, -KEPT_ONE_BY_ONE);
  const thinned = old.filter((point, index) => point.committedAt === null || dayOf(point) !== dayOf(before[index + 1]));
  return [...thinned, ...before.slice(-KEPT_ONE_BY_ONE), point];
}

function dayOf(point: LedgerPoint | undefined): string | undefined {
  return point?.committedAt?.slice(0, 10);
}

/**
 * What a forecast may stand on: the points since the training, by the days of their commits. Commit dates may go back,
 * while a forecast goes by the calendar: the latest point is taken at its word, and of those before it each one that is
 * not dated later than those that follow.
 */
export function forecastPoints(history: readonly LedgerPoint[], trainedAt: LedgerRevision): FreshnessPoint[] {
  const points: FreshnessPoint[] = [];
  const start = trainedAt.committedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(trainedAt.committedAt);
  let next = Number.POSITIVE_INFINITY;
  for (const { committedAt, freshness } of history.toReversed()) {
    if (committedAt === null) continue;
    const moment = Date.parse(committedAt);
    if (moment < start || moment > next) continue;
    points.unshift({ at: committedAt, freshness });
    next = moment;
  }
  return points;
}
