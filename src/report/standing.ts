// How the model stands to each changed method, in words and worst first: the verdict, and whether it knew the code before.

import type { CheckReport, CheckRow } from '../core/report.ts';
import { compareText } from '../core/text-order.ts';
import { failureWords, grouped } from './words.ts';

/** Worst first: the order of rows on every surface. */
export const STANDINGS = [
  'outdated-by-change',
  'outdated',
  'outdated-already',
  'unfamiliar-since',
  'unfamiliar',
  'unfamiliar-already',
  'new',
  'ambiguous',
  'failed',
  'familiar',
  'reproduced',
] as const;

export type Standing = (typeof STANDINGS)[number];

/** One word or three, for a column. */
const LABELS: Readonly<Record<Standing, string>> = {
  'outdated-by-change': 'outdated',
  outdated: 'outdated',
  'outdated-already': 'outdated',
  'unfamiliar-since': 'unfamiliar',
  unfamiliar: 'unfamiliar',
  'unfamiliar-already': 'unfamiliar',
  new: 'new to it',
  ambiguous: 'ambiguous',
  failed: 'failed',
  familiar: 'familiar',
  reproduced: 'reproduced',
};

/** What it means, said of one method. */
const PHRASES: Readonly<Record<Exclude<Standing, 'failed'>, string>> = {
  'outdated-by-change': 'outdated by this change',
  outdated: 'outdated',
  'outdated-already': 'outdated, and was already behind',
  'unfamiliar-since': 'unfamiliar since this change',
  unfamiliar: 'unfamiliar',
  'unfamiliar-already': 'unfamiliar, and was before',
  new: 'new to it',
  ambiguous: 'ambiguous, its answers disagree',
  familiar: 'familiar',
  reproduced: 'reproduced',
};

/** What it means, said after a number of methods. */
const TALLIES: Readonly<Record<Standing, string>> = {
  'outdated-by-change': 'outdated by this change',
  outdated: 'outdated',
  'outdated-already': 'outdated and already behind',
  'unfamiliar-since': 'unfamiliar since this change',
  unfamiliar: 'unfamiliar',
  'unfamiliar-already': 'already unfamiliar',
  new: 'new',
  ambiguous: 'ambiguous',
  failed: 'failed',
  familiar: 'familiar',
  reproduced: 'reproduced',
};

export function standingOf(row: CheckRow): Standing {
  switch (row.verdict) {
    case null:
      return 'failed';
    case 'outdated':
      if (row.knewPrevious === null) return 'outdated';
      return row.knewPrevious ? 'outdated-by-change' : 'outdated-already';
    case 'unfamiliar':
      if (row.change === 'added') return 'new';
      if (row.knewPrevious === null) return 'unfamiliar';
      return row.knewPrevious ? 'unfamiliar-since' : 'unfamiliar-already';
    default:
      return row.verdict;
  }
}

export function standingLabel(row: CheckRow): string {
  return LABELS[standingOf(row)];
}

export function standingPhrase(row: CheckRow): string {
  const standing = standingOf(row);
  if (standing !== 'failed') return PHRASES[standing];
  return row.failure === null ? 'failed' : `failed: ${failureWords(row.failure.reason)}`;
}

/** Whether the model can write this method: nothing for a reader to look at. */
export function isKnown(row: CheckRow): boolean {
  const standing = standingOf(row);
  return standing === 'familiar' || standing === 'reproduced';
}

/** The rows worst first: by standing, then the least similar, then by id. */
export function worstFirst(rows: readonly CheckRow[]): CheckRow[] {
  return [...rows].sort(
    (a, b) =>
      STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) ||
      (a.similarity ?? 0) - (b.similarity ?? 0) ||
      compareText(a.id, b.id),
  );
}

/** How many rows stand so. */
export function tally(rows: readonly CheckRow[]): ReadonlyMap<Standing, number> {
  const counts = new Map<Standing, number>();
  for (const row of rows) counts.set(standingOf(row), (counts.get(standingOf(row)) ?? 0) + 1);
  return counts;
}

/** `3 outdated by this change`, `1 new`, …: worst first, those that there are. */
export function tallyWords(rows: readonly CheckRow[]): string[] {
  const counts = tally(rows);
  return STANDINGS.flatMap((standing) => {
    const number = counts.get(standing) ?? 0;
    return number === 0 ? [] : [`${grouped(String(number))} ${TALLIES[standing]}`];
  });
}

/** What a number of methods are: `, reproduced` when they stand alike, else `: 1 familiar, 2 reproduced`. */
export function standingsOf(rows: readonly CheckRow[]): string {
  const [first, ...others] = tally(rows).keys();
  return first !== undefined && others.length === 0 ? `, ${TALLIES[first]}` : `: ${tallyWords(rows).join(', ')}`;
}

/** The files in which methods changed. */
export function changedFileCount(report: CheckReport): number {
  return new Set(report.methods.map((row) => row.path)).size;
}
