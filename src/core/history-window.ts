// Which months of a history are asked about.

import type { LineCommit, MonthEnd } from './month-ends.ts';
import { before, monthOf, type Span, startOf } from './months.ts';

/** From when on: a span before the end of the history, a day (seconds since 1970), or all of it. */
export type Since =
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'day'; readonly seconds: number }
  | { readonly kind: 'all' };

export interface HistoryWindow {
  /** The state that the first month starts from; `null` where the history starts within the window: from nothing. */
  readonly base: MonthEnd | null;
  /** Whole calendar months, from the one that `since` falls in; the last may have days to come. */
  readonly months: readonly MonthEnd[];
}

/** The window of month ends (oldest first, at least one). A `since` after the last month leaves that month alone. */
export function windowOf(ends: readonly MonthEnd[], since: Since): HistoryWindow {
  const last = ends.at(-1);
  if (last === undefined) return { base: null, months: [] };
  const first = Math.min(last.month, firstMonth(endOf(last, last), since));
  const start = ends.findIndex(({ month }) => month >= first);
  return { base: ends[start - 1] ?? null, months: ends.slice(start) };
}

function firstMonth(end: number, since: Since): number {
  switch (since.kind) {
    case 'all':
      return Number.NEGATIVE_INFINITY;
    case 'day':
      return monthOf(since.seconds);
    case 'span':
      return monthOf(before(end, since.span));
    default:
      return since satisfies never;
  }
}

/** When a month end is reached, in seconds since 1970: with the month, but for the last month with its last commit. */
export function endOf({ month, commit }: MonthEnd, last: MonthEnd): number {
  const end = startOf(month + 1);
  return month === last.month ? Math.min(end, Math.max(startOf(month), commit.committedAt)) : end;
}

/**
 * The month ends that lie after a commit: on the line, those of its own place and later; off the line (on a merged branch,
 * or from before the line was rewritten), those of its month and later.
 */
export function endsAfter(commit: LineCommit, ends: readonly MonthEnd[], line: readonly LineCommit[]): MonthEnd[] {
  const places = new Map(line.map(({ hash }, place) => [hash, place]));
  const own = places.get(commit.hash);
  return ends.filter(({ month, commit: end }) =>
    own === undefined ? month >= monthOf(commit.committedAt) : (places.get(end.hash) ?? 0) >= own,
  );
}
