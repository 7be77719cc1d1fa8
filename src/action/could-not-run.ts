// The check run of a run that failed before it began: a required check must not wait for a report that does not come.

import { ExpectedFailure } from '../errors.ts';
import { checkName } from '../forge/run.ts';
import { inlineCode } from '../report/markdown/inert.ts';
import type { Activity } from './activity.ts';
import type { Given } from './prepare.ts';

const WORDS_LIMIT = 400;

/**
 * Concludes it as neutral. Nothing where the run was called off, or GitHub itself is what failed; and whatever comes of this
 * is no further failure.
 */
export async function concludeUnable(error: unknown, given: Given): Promise<void> {
  const { inputs, activity, connection, signal } = given;
  const revision = checkedRevision(activity);
  if (revision === null || signal.aborted || isOfGitHub(error)) return;
  const conclusion = {
    revision,
    name: checkName({ section: inputs.workingDirectory === '' ? null : inputs.workingDirectory }),
    conclusion: 'neutral',
    title: 'Not checked: it could not run',
    summary: `${wordsOf(error)}\n\nThere is nothing here for the author to mend.\n`,
    annotations: [],
  } as const;
  await connection.forge.checkRuns.conclude(conclusion).catch(() => null);
}

/** `null` where nobody waits for a check, or the token may not write one. */
function checkedRevision(activity: Activity): string | null {
  if (activity.kind === 'merge-group') return activity.revision;
  return activity.kind === 'check' && activity.voice === 'everywhere' ? activity.head : null;
}

function isOfGitHub(error: unknown): boolean {
  return error instanceof ExpectedFailure && error.code === 'forge-unavailable';
}

function wordsOf(error: unknown): string {
  if (!(error instanceof ExpectedFailure))
    return 'The check could not run: a bug in palimpsest, of which the log has more.';
  const [what, remedy] = [error.message, error.remedy].map((text) => inlineCode(text, WORDS_LIMIT));
  return `The check could not run: ${what}. ${remedy}`;
}
