// `--since`: how far back, as a person writes it.

import type { Since } from '../core/history-window.ts';
import { ExpectedFailure } from '../errors.ts';

const UNITS = { y: 'years', m: 'months', d: 'days' } as const;

/** Takes `1y`, `18m`, `90d`, a day such as `2024-03-01`, or `all`. Throws an ExpectedFailure for anything else. */
export function parseSince(text: string): Since {
  if (text === 'all') return { kind: 'all' };
  const [, number, letter] = /^([1-9]\d{0,4})([ymd])$/.exec(text) ?? [];
  if (letter === 'y' || letter === 'm' || letter === 'd') {
    return { kind: 'span', span: { count: Number(number), unit: UNITS[letter] } };
  }
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  // A day such as 02-30 would be read as 03-01.
  if (!Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text)) {
    return { kind: 'day', seconds: midnight.getTime() / 1000 };
  }
  throw new ExpectedFailure(
    'bad-setting',
    `--since does not take ${JSON.stringify(text)}`,
    'Give a span (1y, 18m, 90d), a day (2024-03-01) or all.',
  );
}
