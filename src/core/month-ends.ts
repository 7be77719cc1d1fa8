// Where the months of a history end: the last commit of each along the line of first parents.

import { type Month, monthOf } from './months.ts';

/** A commit on the line of first parents. */
export interface LineCommit {
  readonly hash: string;
  /** The object name of its files, the same for two commits that hold the same files. */
  readonly tree: string;
  /** The committer's date, in seconds since 1970. */
  readonly committedAt: number;
}

export interface MonthEnd {
  readonly month: Month;
  /** The state in which the month leaves the project: that of an earlier month when it has no commit of its own. */
  readonly commit: LineCommit;
  /** Commits of the month on the line: a merge counts once, whatever it merged. */
  readonly commits: number;
}

/**
 * Every month from the first commit's to the last one's, the months without a commit included. `line` begins with the
 * oldest commit.
 *
 * Dates may go back, for clocks are wrong at times, and a commit must not drag its neighbours into another month. So the
 * order of the line rules: of the commits as many as can be are taken at their word, those whose months ascend along the
 * line; each other one counts to the month of the commit before it (the first of all, to that of the one after it).
 */
export function monthEnds(line: readonly LineCommit[]): MonthEnd[] {
  const months = trustedMonths(line.map(({ committedAt }) => monthOf(committedAt)));
  const ends: MonthEnd[] = [];
  for (const [index, commit] of line.entries()) {
    const month = months[index] ?? 0;
    const last = ends.at(-1);
    if (last?.month === month) ends[ends.length - 1] = { month, commit, commits: last.commits + 1 };
    else {
      if (last !== undefined) for (let idle = last.month + 1; idle < month; idle++) ends.push(idleMonth(idle, last));
      ends.push({ month, commit, commits: 1 });
    }
  }
  return ends;
}

function idleMonth(month: Month, { commit }: MonthEnd): MonthEnd {
  return { month, commit, commits: 0 };
}

/** The months with those that do not ascend replaced. */
export function trustedMonths(months: readonly Month[]): Month[] {
  const trusted = longestAscent(months);
  let current = months[trusted.indexOf(true)] ?? 0;
  return months.map((month, index) => {
    if (trusted[index]) current = month;
    return current;
  });
}

/** Marks a longest subsequence that never descends; of several, the one whose members come first. */
function longestAscent(values: readonly number[]): boolean[] {
  const endingAt = ascentLengths(values);
  const startingAt = ascentLengths(values.toReversed().map((value) => -value)).reverse();
  const longest = Math.max(0, ...new Set(endingAt));
  const marks: boolean[] = [];
  let [taken, last] = [0, Number.NEGATIVE_INFINITY];
  for (const [index, value] of values.entries()) {
    const length = endingAt[index] ?? 0;
    const fits = length === taken + 1 && length + (startingAt[index] ?? 0) - 1 === longest && value >= last;
    if (fits) [taken, last] = [length, value];
    marks.push(fits);
  }
  return marks;
}

/** For each value the length of the longest subsequence that ends there and never descends (patience sorting). */
function ascentLengths(values: readonly number[]): number[] {
  const tops: number[] = [];
  return values.map((value) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    tops[low] = value;
    return low + 1;
  });
}
