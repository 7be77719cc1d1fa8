// Which ledger speaks for a model; one that is not the model's own is told apart, one that contradicts its card is refused.

import { type Answering, answeringLedger, isScoredEnough, type LedgerHead } from '../core/ledger-head.ts';
import { forecastPoints } from '../core/ledger-history.ts';
import type { ModelCard } from '../core/model-card.ts';
import { ExpectedFailure } from '../errors.ts';
import type { LedgerStore } from '../ports.ts';
import type { DriftInput } from './drift.ts';

/**
 * Of all ledgers in the store the one that answers for a model; `null` when none does. Throws an ExpectedFailure when the
 * model's own was begun at another revision than its card says.
 */
export async function ledgerSpeakingFor(card: ModelCard, store: LedgerStore): Promise<Answering | null> {
  const own = (await store.load(card.fingerprint))?.head;
  if (own !== undefined) {
    requireSameTraining(card, own);
    if (isScoredEnough(own)) return { head: own, as: 'own' };
  }
  const others = (await store.fingerprints()).filter((fingerprint) => fingerprint !== card.fingerprint);
  const heads = await Promise.all(others.map(async (fingerprint) => (await store.load(fingerprint))?.head ?? []));
  return answeringLedger(card, [...(own === undefined ? [] : [own]), ...heads.flat()]);
}

/** The same answers may come from a training at another revision; freshness since that day does not. */
export function requireSameTraining({ name, fingerprint, trainedAt }: ModelCard, head: LedgerHead): void {
  if (trainedAt === null || trainedAt.revision === head.trainedAt.revision) return;
  throw new ExpectedFailure(
    'ledger-of-another-model',
    `the ledger of ${name} (fingerprint ${fingerprint.slice(0, 12)}) counts from its training at ${head.trainedAt.revision.slice(0, 7)}, but this model’s card says that it was trained at ${trainedAt.revision.slice(0, 7)}`,
    `Begin its ledger anew with \`palimpsest evaluate --protocol in-place --revision ${trainedAt.revision}\`.`,
  );
}

/** What a forecast for the model may stand on. A predecessor's past says nothing of when the model in use becomes stale. */
export function forecastBasis(answering: Answering | null, line: number): DriftInput['freshness'] {
  if (answering === null || answering.as === 'predecessor') return null;
  const { history, trainedAt } = answering.head;
  return { history: forecastPoints(history, trainedAt), line };
}
