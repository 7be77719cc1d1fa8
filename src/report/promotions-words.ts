// The decisions so far, in cells that the surfaces share.

import type { PromotionRecord } from '../core/champions.ts';
import type { PromotionReason } from '../core/promotion.ts';
import type { PromotionsReport } from '../core/report.ts';
import type { Quote } from './model-words.ts';
import { NO_VALUE } from './words.ts';

export const RECORD_HEADINGS = ['record', 'on', 'decision', 'challenger', 'champion after it', 'why'];

export function promotionsHeadline({ champion }: PromotionsReport, quote: Quote): string {
  return champion === null ? 'No champion: nothing was promoted here' : `Champion: ${quote(champion.name)}`;
}

/** The oldest first. */
export function recordRows({ records }: PromotionsReport, quote: Quote): string[][] {
  return records.map(({ id, at, kind, challenger, becomes, reasons: [reason] }) => [
    quote(id),
    at.slice(0, 10),
    DECISIONS[kind],
    quote(challenger.name),
    becomes === null ? NO_VALUE : quote(becomes.name),
    reason === undefined ? NO_VALUE : REASONS[reason],
  ]);
}

const DECISIONS: Readonly<Record<PromotionRecord['kind'], string>> = {
  promoted: 'promoted',
  kept: 'champion kept',
  'rolled-back': 'rolled back',
};

const REASONS: Readonly<Record<PromotionReason, string>> = {
  'first-champion': 'the first one',
  'budget-spent': 'budget spent',
  unanswered: 'a server did not answer',
  closer: 'closer on the changes',
  'not-closer': 'not closer on the changes',
  'difference-too-small': 'difference too small',
  'too-few-changes': 'too few changes',
  remembers: 'nothing forgotten',
  forgot: 'forgot',
  'forgetting-unsure': 'may have forgotten',
  'nothing-to-forget': 'nothing to forget',
  'tasks-kept': 'tasks as before',
  'tasks-lost': 'tasks lost',
  'tasks-not-asked': 'tasks not asked',
  'likelihood-kept': 'foreign code as before',
  'likelihood-lost': 'foreign code less likely',
  'likelihood-not-asked': 'foreign code not asked',
  'likelihood-not-given': 'no log-probabilities',
  'likelihood-not-comparable': 'tokens not comparable',
};
