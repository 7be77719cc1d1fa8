// Calendar months in UTC, counted from the year 0, so that the next month is the number plus one.

/** `year × 12 + month`, January being 0. */
export type Month = number;

/** The month that an instant (seconds since 1970) falls in. */
export function monthOf(seconds: number): Month {
  const date = new Date(seconds * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first instant of a month, in seconds since 1970; the end of the month before it. */
export function startOf(month: Month): number {
  return Date.UTC(Math.floor(month / 12), month % 12) / 1000;
}

/** `2026-03`. */
export function monthName(month: Month): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** How long ago: `1y`, `18m`, `90d`. */
export interface Span {
  readonly count: number;
  readonly unit: 'years' | 'months' | 'days';
}

/** The instant a span before another, by the calendar: a month before 31 March is the last day of February. */
export function before(seconds: number, { count, unit }: Span): number {
  if (unit === 'days') return seconds - count * 86_400;
  const date = new Date(seconds * 1000);
  const month = monthOf(seconds) - (unit === 'years' ? 12 * count : count);
  const lastDay = new Date((startOf(month + 1) - 1) * 1000).getUTCDate();
  const midnight = startOf(monthOf(seconds)) + (date.getUTCDate() - 1) * 86_400;
  return startOf(month) + (Math.min(date.getUTCDate(), lastDay) - 1) * 86_400 + (seconds - midnight);
}
