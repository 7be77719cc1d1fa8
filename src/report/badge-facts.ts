// What the badge shows of a model: its own ledger, that of the model before it, or that nobody knows.

import { type FreshnessPolicy, judgeFreshness } from '../core/freshness-policy.ts';
import { type Answering, type LedgerHead, ledgerMeans } from '../core/ledger-head.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { BadgeFacts } from './badge.ts';
import { isShadow } from './model-words.ts';
import { modelName, trainedAt as trainedAtWords } from './words.ts';

/** A model without a ledger is as unknown as no model: the badge says that, and nothing fails for it. */
export function badgeFacts(
  card: ModelCard | null,
  answering: Answering | null,
  policy: FreshnessPolicy & { readonly warnWithin: number },
): BadgeFacts {
  const known = answering === null ? UNKNOWN : ledgerFacts(answering, policy);
  return { ...known, isShadow: isShadow(card) };
}

const UNKNOWN: BadgeFacts = { verdict: 'unknown' };

function ledgerFacts({ head, as }: Answering, policy: FreshnessPolicy & { readonly warnWithin: number }): BadgeFacts {
  const means = ledgerMeans(head);
  const { kind } = judgeFreshness(means, policy);
  if (kind === 'unknown' || means.freshness === null) return UNKNOWN;
  const { line, warnWithin } = policy;
  const of = as === 'own' ? null : ofPredecessor(head);
  return { verdict: kind, freshness: means.freshness.value, line, warnWithin, of };
}

function ofPredecessor({ model, trainedAt }: LedgerHead): string {
  return `${modelName(model)}, ${trainedAtWords({ trainedAt })}`;
}
