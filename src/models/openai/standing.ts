// How a run stands with its server: whether it ever answered, and when asking further makes no sense.

import type { Fault } from '../../openai/fault.ts';
import type { Completion } from '../text-model.ts';

export type Failure = Extract<Completion, { kind: 'failed' }>;

/** So many calls in a row that failed after all their retries, and none that worked: the server is not coming back. */
const PATIENCE = 5;

export interface Standing {
  /** What every further call is answered with; `null` while asking makes sense. */
  givenUp(): Failure | null;
  everAnswered(): boolean;
  answered(): void;
  /** Settles a call that failed for good. */
  failed(fault: Fault): Failure;
}

export function makeStanding(): Standing {
  let givenUp: Failure | null = null;
  let everAnswered = false;
  let inARow = 0;
  return {
    givenUp: () => givenUp,
    everAnswered: () => everAnswered,
    answered: () => {
      everAnswered = true;
      inARow = 0;
    },
    failed: ({ reason, detail, forAll, byPrompt }) => {
      const failure = { kind: 'failed', reason, detail } as const;
      if (forAll === 'always' || (forAll === 'until-answered' && !everAnswered)) {
        givenUp ??= { ...failure, fatal: true };
        return givenUp;
      }
      if (byPrompt) return { ...failure, fatal: false };
      inARow += 1;
      if (inARow < PATIENCE) return { ...failure, fatal: false };
      givenUp ??= { ...failure, detail: `${inARow} calls in a row failed, the last one: ${detail}`, fatal: true };
      return givenUp;
    },
  };
}
