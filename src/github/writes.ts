// Writing to GitHub: what may not be written is a value, and what may have been written is looked for before it is sent again.

import type { z } from 'zod';
import { ExpectedFailure } from '../errors.ts';
import type { Said } from '../ports/forge.ts';
import { forgeFailure } from './failures.ts';
import { type Attempt, refusal, statusOf } from './refusal.ts';

/** How waiting is done; tests wait less. */
export interface Pacing {
  /** Milliseconds. */
  readonly pause: (durationMs: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

export const REAL_PACING: Pacing = {
  pause: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
  random: Math.random,
};

/** No retry by the client, which cannot look whether the first request was served. */
export const SENT_ONCE = { request: { retries: 0 } } as const;

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1_000;

/** What came of an attempt to say something: `refused` where GitHub does not let us, an ExpectedFailure for all other trouble. */
export async function saying(attempt: Attempt, say: () => Promise<Said>): Promise<Said> {
  try {
    return await say();
  } catch (error) {
    const reason = refusal(error, attempt);
    if (reason !== null) return { kind: 'refused', reason };
    throw forgeFailure(error, attempt.doing);
  }
}

/**
 * Sends a request that must not be served twice. After an answer that was lost (a dropped connection, a 5xx, half an answer)
 * `find` looks for what it would have made, and only when that is not there the request goes out again.
 */
export async function sendOnce<T>(send: () => Promise<T>, find: () => Promise<T | null>, pacing: Pacing): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isAnswerLost(error) || attempt === ATTEMPTS) throw error;
      await pacing.pause(FIRST_WAIT_MS * attempt * (0.5 + pacing.random()));
      const made = await find();
      if (made !== null) return made;
    }
  }
}

/** What GitHub answered, by its schema; an ExpectedFailure when it is something else. */
export function answered<T>(schema: z.ZodType<T>, data: unknown): T {
  const answer = schema.safeParse(data);
  if (answer.success) return answer.data;
  const where = answer.error.issues[0]?.path.join('.') ?? '';
  throw new ExpectedFailure(
    'forge-unavailable',
    `GitHub answered something else than it documents (at "${where}").`,
    'Run it again later; if it stays so, this GitHub is too old or too new for this version.',
  );
}

/** Whether the request may have been served although it failed here. */
export function isAnswerLost(error: unknown): boolean {
  return (statusOf(error) ?? 0) >= 500;
}
