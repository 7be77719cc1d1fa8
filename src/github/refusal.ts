// When GitHub does not let us say something, in plain words: no permission is a mode, and no failure.

import { z } from 'zod';
import { refusalOf, wordsOf } from './failures.ts';

/** What was tried, for the sentence that says that it did not go. */
export interface Attempt {
  /** Such as `commenting on pull request 7`. */
  readonly doing: string;
  /** What a workflow's `permissions` must say. */
  readonly permission: string;
}

/** One or two sentences with GitHub's own words; `null` for a failure of another kind. */
export function refusal(error: unknown, { doing, permission }: Attempt): string | null {
  const status = statusOf(error);
  // what a thread is read for is to be written: gone, or hidden from this token, it can be neither
  const said = refusalOf(error) ?? (status === 404 || status === 410 ? wordsOf(error) : null);
  if (said === null) return null;
  const words = said.replace(/[\s.]+$/, '');
  if (status === 404) {
    return `GitHub finds no place for ${doing} (${words}): it is gone, or the token lacks the permission “${permission}”.`;
  }
  if (/archived/i.test(words)) return `The repository is archived, so nothing can be written there (${words}).`;
  if (/\blocked\b/i.test(words)) return `The conversation is locked (${words}).`;
  if (/not accessible|not authorized|permission/i.test(words)) {
    return `The token lacks the permission “${permission}” for ${doing} (${words}).`;
  }
  return `GitHub refuses ${doing}: ${words}.`;
}

const failed = z.object({ status: z.number() });

/** The HTTP status of a request that failed; 500 or more where no answer, or half of one, came. */
export function statusOf(error: unknown): number | null {
  const failure = failed.safeParse(error);
  return failure.success ? failure.data.status : null;
}
