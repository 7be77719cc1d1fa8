// A model that cannot be reached is no model that knows nothing.

import { isSilence } from '../core/regeneration.ts';
import type { MethodRow } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';

/**
 * Throws an ExpectedFailure when there were methods and every one failed for a reason of the server or the network: a
 * report would put down to the model what it was never asked, and a ledger would keep that for as long as the methods stay.
 */
export function requireSomeAnswer(rows: readonly MethodRow[], name: string, remedy: string): void {
  const [first] = rows;
  if (first === undefined || !rows.every(({ failure }) => failure !== null && isSilence(failure.reason))) return;
  throw new ExpectedFailure(
    'model-unavailable',
    `${name} gave no answer to any of ${rows.length} ${rows.length === 1 ? 'method' : 'methods'} (${first.failure?.detail})`,
    remedy,
  );
}

export const LEDGER_LEFT = 'The ledger was left as it is; run the command again when the model answers.';
export const NOTHING_SCORED = 'Nothing was scored; run the command again when the model answers.';
