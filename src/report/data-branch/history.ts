// The history of a project on the data branch: a line of JSON an update, whichever model it was of.

import type { LedgerHead } from '../../core/ledger-head.ts';
import { ledgerMeans } from '../../core/ledger-head.ts';

/** Those before are in the past of the branch itself: each commit holds the file anew. */
const LINES_KEPT = 200;

/** Of freshness and its margin: a ten-thousandth of a point. */
const DECIMALS = 6;

/**
 * The history with a line for the ledger that is saved, in place of the last one where that is of the same model at the same
 * revision, so that a run that is done twice leaves one. `null` when there is nothing to write.
 */
export function grownHistory(history: string | null, saved: LedgerHead | null): string | null {
  if (saved === null) return history;
  const lines = (history ?? '').split('\n').filter((line) => line !== '');
  const line = lineOf(saved);
  const before = isOfSameUpdate(lines.at(-1) ?? '', line) ? lines.slice(0, -1) : lines;
  return [...before, line]
    .slice(-LINES_KEPT)
    .map((kept) => `${kept}\n`)
    .join('');
}

function lineOf(head: LedgerHead): string {
  const { units, scored, freshness } = ledgerMeans(head);
  const { revision, committedAt } = head.standsAt;
  const { provider, name, fingerprint } = head.model;
  return JSON.stringify({
    revision,
    committedAt,
    model: { provider, name, fingerprint },
    freshness: rounded(freshness?.value ?? null),
    margin: rounded(freshness?.margin ?? null),
    units,
    scored,
  });
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(DECIMALS));
}

/** Both begin with the revision and hold the model; what follows are numbers. */
function isOfSameUpdate(a: string, b: string): boolean {
  return updateIn(a) !== '' && updateIn(a) === updateIn(b);
}

function updateIn(line: string): string {
  return line.slice(0, line.indexOf('},"freshness":') + 1);
}
