// Whether a challenger takes the champion's place: better on what has changed, and no worse elsewhere.

import type { LikelihoodScores, TaskScores } from './generality.ts';
import type { PairedEstimate } from './paired-models.ts';

export const PROMOTION_REASONS = [
  /** There is nothing that it could be compared with. */
  'first-champion',
  /** The budget did not suffice for all that was to be compared: a part decides nothing. */
  'budget-spent',
  /** The server of a model did not answer for too many of the units: that says nothing of the model. */
  'unanswered',
  /** On the changes since the champion was trained the challenger comes closer, by what the policy asks. */
  'closer',
  /** It does not: the interval of the difference is not above 0. */
  'not-closer',
  /** It does, by less than the policy asks. */
  'difference-too-small',
  /** Fewer changes than the policy asks, or all of them in one file. */
  'too-few-changes',
  /** What did not change is restored as well as before, within the policy's margin. */
  'remembers',
  /** It is restored worse, by more than the margin. */
  'forgot',
  /** The interval of the difference reaches beyond the margin: the sample is too small to tell. */
  'forgetting-unsure',
  /** No unit is as it was when the champion was trained. */
  'nothing-to-forget',
  /** The challenger passes as many tasks as the champion, within the margin. */
  'tasks-kept',
  'tasks-lost',
  /** Nobody allowed that the programs of models are run. */
  'tasks-not-asked',
  /** Other people's code is as likely to the challenger as to the champion, within the margin. */
  'likelihood-kept',
  'likelihood-lost',
  'likelihood-not-asked',
  /** The server of one of the two gives no log-probabilities. */
  'likelihood-not-given',
  /** The two count tokens differently, so that their means per token cannot be compared. */
  'likelihood-not-comparable',
] as const;

/** Why; the first one decided. What was not measured is a reason too, so that nobody takes it for passed. */
export type PromotionReason = (typeof PROMOTION_REASONS)[number];

export interface Promotion {
  readonly kind: 'promote' | 'keep';
  readonly reasons: readonly PromotionReason[];
}

export interface PromotionPolicy {
  /** On the changes, in similarity: the difference that is asked for, besides an interval above 0. */
  readonly leastDifference: number;
  /** Changes without which nothing is decided. */
  readonly leastChanges: number;
  /** In similarity: what the unchanged units may lose, at the far end of the interval. */
  readonly forgettingMargin: number;
  /** Share of the tasks that may be lost. */
  readonly tasksMargin: number;
  /** In nats per token: what other people's code may lose. */
  readonly likelihoodMargin: number;
}

export const DEFAULT_PROMOTION_POLICY: PromotionPolicy = {
  leastDifference: 0,
  leastChanges: 20,
  forgettingMargin: 0.01,
  tasksMargin: 0.05,
  likelihoodMargin: 0.05,
};

/** The unchanged units that both models wrote. */
export interface ForgettingProbe extends PairedEstimate {
  /** Unchanged units of the project, of which these were drawn; as many as were written where all were. */
  readonly unchanged: number;
}

export type LikelihoodProbe =
  | ({ readonly kind: 'measured' } & LikelihoodScores)
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'not-given'; readonly by: 'champion' | 'challenger' | 'both' };

export interface PromotionMeasures {
  /** `null` without a champion; the rest says nothing then. */
  readonly changes: PairedEstimate | null;
  readonly forgetting: ForgettingProbe | null;
  /** `null`: nobody asked for them. */
  readonly tasks: TaskScores | null;
  readonly likelihood: LikelihoodProbe;
  /** Units and tasks that the budget of one of the models did not suffice for. */
  readonly unasked: number;
  /** Units for which a server or the network failed; they are in the means, as stubs. */
  readonly unanswered: number;
}

/** So many of the units may go without an answer of the server's. */
const MOST_UNANSWERED = 0.02;

/** What speaks on one question, and whether it stands against a promotion. */
interface Finding {
  readonly reason: PromotionReason;
  readonly weight: 'against' | 'for' | 'silent';
}

/** Anything against it keeps the champion. What stands against comes first, then what speaks for it, then what is not known. */
export function decidePromotion(measures: PromotionMeasures, policy: PromotionPolicy): Promotion {
  if (measures.changes === null) return { kind: 'promote', reasons: ['first-champion'] };
  const written = measures.changes.units + (measures.forgetting?.units ?? 0);
  const findings = [
    ...(measures.unasked > 0 ? [against('budget-spent')] : []),
    ...(measures.unanswered > written * MOST_UNANSWERED ? [against('unanswered')] : []),
    onChanges(measures.changes, policy),
    onForgetting(measures.forgetting, policy),
    onTasks(measures.tasks, policy),
    onLikelihood(measures.likelihood, policy),
  ];
  const of = (weight: Finding['weight']) =>
    findings.flatMap((finding) => (finding.weight === weight ? [finding.reason] : []));
  return {
    kind: of('against').length > 0 ? 'keep' : 'promote',
    reasons: [...of('against'), ...of('for'), ...of('silent')],
  };
}

function onChanges({ units, difference, interval }: PairedEstimate, policy: PromotionPolicy): Finding {
  if (units < policy.leastChanges || difference === null || interval === null) return against('too-few-changes');
  if (interval.low <= 0) return against('not-closer');
  return difference < policy.leastDifference ? against('difference-too-small') : inFavour('closer');
}

/** All unchanged units are a census, which has no interval: there the difference itself decides. */
function onForgetting(probe: ForgettingProbe | null, { forgettingMargin }: PromotionPolicy): Finding {
  if (probe === null || probe.difference === null) return silent('nothing-to-forget');
  const exact = probe.units >= probe.unchanged;
  const { low, high } = exact
    ? { low: probe.difference, high: probe.difference }
    : (probe.interval ?? { low: -1, high: 1 });
  if (low >= -forgettingMargin - ROUNDING_NOISE) return inFavour('remembers');
  return high < -forgettingMargin ? against('forgot') : against('forgetting-unsure');
}

function onTasks(scores: TaskScores | null, { tasksMargin }: PromotionPolicy): Finding {
  if (scores === null) return silent('tasks-not-asked');
  const lost = (scores.championPasses - scores.challengerPasses) / scores.tasks;
  return lost > tasksMargin + ROUNDING_NOISE ? against('tasks-lost') : inFavour('tasks-kept');
}

function onLikelihood(probe: LikelihoodProbe, { likelihoodMargin }: PromotionPolicy): Finding {
  switch (probe.kind) {
    case 'not-asked':
      return silent('likelihood-not-asked');
    case 'not-given':
      return silent('likelihood-not-given');
    case 'measured': {
      if (probe.championTokens !== probe.challengerTokens) return silent('likelihood-not-comparable');
      const lost = probe.champion - probe.challenger;
      return lost > likelihoodMargin + ROUNDING_NOISE ? against('likelihood-lost') : inFavour('likelihood-kept');
    }
    default:
      return probe satisfies never;
  }
}

/** Sums of floating point numbers go astray by less. */
const ROUNDING_NOISE = 1e-9;

const against = (reason: PromotionReason): Finding => ({ reason, weight: 'against' });
const inFavour = (reason: PromotionReason): Finding => ({ reason, weight: 'for' });
const silent = (reason: PromotionReason): Finding => ({ reason, weight: 'silent' });
