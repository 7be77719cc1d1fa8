// What a ledger remembers of where it stood: one point an update, so that a forecast has something to stand on.

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
