// What the text surfaces show of a ledger's past: its last points, and of when they are.

import type { LedgerPoint } from '../core/ledger-history.ts';

/** Points that a line of text or a chart in a comment has room for. */
const FEW_POINTS = 30;

/** The latest points, oldest first. One point is no history: none then. */
export function lastPoints(history: readonly LedgerPoint[], most = FEW_POINTS): readonly LedgerPoint[] {
  const shown = history.filter(({ freshness }) => Number.isFinite(freshness)).slice(-Math.min(most, FEW_POINTS));
  return shown.length < 2 ? [] : shown;
}

/** `the last 30 entries of the ledger, 2026-03-01 to 2026-08-18`. */
export function pointsWords(points: readonly LedgerPoint[]): string {
  const days = [points[0], points.at(-1)].map((point) => dayOf(point?.committedAt ?? null));
  const [first, last] = days;
  const span = first == null || last == null ? '' : first === last ? `, ${first}` : `, ${first} to ${last}`;
  return `the last ${points.length} entries of the ledger${span}`;
}

function dayOf(committedAt: string | null): string | null {
  const instant = committedAt === null ? Number.NaN : Date.parse(committedAt);
  return Number.isFinite(instant) ? new Date(instant).toISOString().slice(0, 10) : null;
}
