// The states of a project that a backtest stops at: the last commit of each stretch of time along the first parents.

import { type LineCommit, trustedMonths } from './month-ends.ts';
import { monthOf } from './months.ts';

/** How far two states lie apart: a number of days, weeks or months by the calendar, or every first-parent commit. */
export type Every = 'merge' | { readonly count: number; readonly unit: 'days' | 'weeks' | 'months' };

/** A state of the project that models are trained at and a ledger is brought to. */
export interface BacktestState {
  readonly revision: string;
  /** The object name of its files. */
  readonly tree: string;
  /** When the line reached it, in seconds since 1970; never before the state in front of it. */
  readonly reachedAt: number;
}

/**
 * The last commit of each stretch that has one, the oldest first. Stretches are cut by the calendar in UTC, the same
 * wherever a walk begins: weeks from Monday, several days, weeks or months counted from 1970. Where dates go back the
 * order of the line rules, as for months: as many commits as can be are taken at their word, and each other one stands
 * where the one before it does.
 */
export function statesOf(line: readonly LineCommit[], every: Every): BacktestState[] {
  const times = trustedMonths(line.map(({ committedAt }) => committedAt));
  const states: BacktestState[] = [];
  let last: number | null = null;
  for (const [index, { hash, tree }] of line.entries()) {
    const reachedAt = times[index] ?? 0;
    const stretch = every === 'merge' ? index : stretchOf(reachedAt, every);
    if (stretch === last) states.pop();
    states.push({ revision: hash, tree, reachedAt });
    last = stretch;
  }
  return states;
}

const SECONDS_A_DAY = 86_400;
/** 1 January 1970 was a Thursday. */
const DAYS_FROM_MONDAY = 3;

function stretchOf(seconds: number, { count, unit }: Exclude<Every, 'merge'>): number {
  const days = Math.floor(seconds / SECONDS_A_DAY);
  switch (unit) {
    case 'days':
      return Math.floor(days / count);
    case 'weeks':
      return Math.floor((days + DAYS_FROM_MONDAY) / (7 * count));
    case 'months':
      return Math.floor(monthOf(seconds) / count);
    default:
      return unit satisfies never;
  }
}

/** Places of states, the first and the last included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const LEAST_STATES_A_STRETCH = 32;
const MOST_STRETCHES = 16;

/** All states after the first, cut for several to work at: each stretch has the project read anew, so not too many. */
export function stretchesOf(states: number): Stretch[] {
  const later = states - 1;
  const size = Math.max(LEAST_STATES_A_STRETCH, Math.ceil(later / MOST_STRETCHES));
  return Array.from({ length: Math.ceil(later / size) }, (_, index) => ({
    from: 1 + index * size,
    to: Math.min(later, (index + 1) * size),
  }));
}
