// A model that cannot be reached is no model that knows nothing.

import type { MethodRow } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';

/**
 * Throws an ExpectedFailure when there were methods and every one failed for a reason of the server or the network: a
 * ledger would keep those failures as scores for as long as the methods stay.
 */
export function requireSomeAnswer(rows: readonly MethodRow[], name: string): void {
  const [first] = rows;
  if (first === undefined || !rows.every(isSilence)) return;
  throw new ExpectedFailure(
    'model-unavailable',
    `${name} gave no answer to any of ${rows.length} ${rows.length === 1 ? 'method' : 'methods'} (${first.failure?.detail})`,
    'The ledger was left as it is; run the command again when the model answers.',
  );
}

function isSilence({ failure }: MethodRow): boolean {
  return failure?.reason === 'error' || failure?.reason === 'timed-out';
}
