// What GitHub says when the data branch cannot be moved: somebody was quicker, it is not allowed, or nobody knows.

import { ExpectedFailure } from '../../errors.ts';
import { forgeFailure, refusalOf, wordsOf } from '../failures.ts';

/** HTTP status of what a request threw; `null` for anything else. */
export function statusIn(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}

/**
 * `overtaken`: the branch is not where it was taken for. `unsure`: no answer came, so it may be done or not. `final`:
 * trying again gives the same.
 */
export type Rejection = 'overtaken' | 'unsure' | 'final';

const OVERTAKEN = /fast.?forward|reference already exists|reference does not exist|reference update failed/i;

export function rejectionOf(error: unknown): Rejection {
  const status = statusIn(error);
  if (status === null) return 'final';
  if (status >= 500 || status === 408) return 'unsure';
  if (status === 409 || (status === 422 && OVERTAKEN.test(wordsOf(error)))) return 'overtaken';
  return 'final';
}

const RULES = /rule violation|ruleset|protected branch/i;
const NO_RULE = /object does not exist|not a valid ref/i;

/**
 * The failure that a user is told of: what to allow, where something is not; never with a body or a token. Rules and
 * protections have words of their own each, as “Required status check "build" is expected”: what else is said to a move is
 * taken for one.
 */
export function branchFailure(error: unknown, branch: string, was: 'written' | 'moved'): unknown {
  const words = wordsOf(error);
  const isAboutTheMove = was === 'moved' && statusIn(error) === 422 && !NO_RULE.test(words);
  if (statusIn(error) !== null && (RULES.test(words) || isAboutTheMove)) {
    return new ExpectedFailure(
      'forge-refused',
      `a rule of the repository keeps ledger and badge from the branch ${branch}: ${words}`,
      `Exclude ${branch} from the ruleset or the branch protection, or name another branch with data-branch.`,
      { cause: error },
    );
  }
  const refused = refusalOf(error);
  if (refused !== null) {
    return new ExpectedFailure(
      'forge-refused',
      `the token may not write ledger and badge to the branch ${branch}: ${refused}`,
      'Give the workflow’s job `permissions: contents: write`.',
      { cause: error },
    );
  }
  return forgeFailure(error, `keeping ledger and badge on the branch ${branch}`);
}

/** Somebody else's branch is never written to. */
export function foreignBranch(branch: string): ExpectedFailure {
  return new ExpectedFailure(
    'forge-refused',
    `the branch ${branch} holds files of somebody else, and nothing of palimpsest’s`,
    'Name another branch with data-branch, or delete that one if nobody needs it.',
  );
}

/** Others were quicker each time. */
export function neverOurTurn(branch: string, attempts: number, cause: unknown): ExpectedFailure {
  return new ExpectedFailure(
    'ledger-busy',
    `other runs moved the branch ${branch} ${attempts} times while this one was about to`,
    'Run it again; a `concurrency` group lets runs wait for one another.',
    { cause },
  );
}
