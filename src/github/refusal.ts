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

/** Why not, to stand after a colon, with GitHub's own words; `null` for a failure of another kind. */
export function refusal(error: unknown, { permission }: Attempt): string | null {
  const status = statusOf(error);
  // what a thread is read for is to be written: gone, or hidden from this token, it can be neither
  const said = refusalOf(error) ?? (status === 404 || status === 410 ? wordsOf(error) : null);
  if (said === null) return null;
  const words = said.replace(/[\s.]+$/, '');
  if (status === 404) return `it is not there, or hidden from a token without “${permission}” (${words})`;
  if (/archived/i.test(words)) return `the repository is archived (${words})`;
  if (/\blocked\b/i.test(words)) return `the conversation is locked (${words})`;
  if (/not accessible|not authorized|permission/i.test(words)) return `the token lacks “${permission}” (${words})`;
  return words;
}

const failed = z.object({ status: z.number() });

/** The HTTP status of a request that failed; 500 or more where no answer, or half of one, came. */
export function statusOf(error: unknown): number | null {
  const failure = failed.safeParse(error);
  return failure.success ? failure.data.status : null;
}
