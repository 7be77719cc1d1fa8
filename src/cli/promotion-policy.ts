// What a promotion is decided by, from the flags of `palimpsest promote`.

import { DEFAULT_PROMOTION_POLICY, type PromotionPolicy } from '../core/promotion.ts';
import type { SampleRequest } from '../core/strata.ts';
import { ExpectedFailure } from '../errors.ts';

export interface PolicyOptions {
  readonly leastDifference?: string;
  readonly leastChanges?: string;
  readonly forgettingMargin?: string;
  readonly tasksMargin?: string;
  readonly probeSize?: string;
}

/** Enough for an interval of about a point where few units differ; a census in a smaller project. */
export const DEFAULT_PROBE_SIZE = 300;

/** The same units from one promotion to the next, as long as they do not change. */
const PROBE_SEED = 1;

export function policyFrom(options: PolicyOptions): PromotionPolicy {
  const byDefault = DEFAULT_PROMOTION_POLICY;
  return {
    ...byDefault,
    leastDifference: points('--least-difference', options.leastDifference, byDefault.leastDifference),
    leastChanges: whole('--least-changes', options.leastChanges, byDefault.leastChanges),
    forgettingMargin: points('--forgetting-margin', options.forgettingMargin, byDefault.forgettingMargin),
    tasksMargin: points('--tasks-margin', options.tasksMargin, byDefault.tasksMargin),
  };
}

export function sampleOfProbe({ probeSize }: PolicyOptions): SampleRequest {
  return { size: Math.max(1, whole('--probe-size', probeSize, DEFAULT_PROBE_SIZE)), seed: PROBE_SEED };
}

/** Points are hundredths of a similarity, or of the tasks. */
function points(flag: string, typed: string | undefined, byDefault: number): number {
  if (typed === undefined) return byDefault;
  const number = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.POSITIVE_INFINITY;
  if (number <= 100) return number / 100;
  throw new ExpectedFailure(
    'bad-setting',
    `${flag} does not take ${JSON.stringify(typed)}`,
    'It is a number of percentage points, from 0 to 100.',
  );
}

function whole(flag: string, typed: string | undefined, byDefault: number): number {
  if (typed === undefined) return byDefault;
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  throw new ExpectedFailure(
    'bad-setting',
    `${flag} does not take ${JSON.stringify(typed)}`,
    'It is a whole number from 1.',
  );
}
