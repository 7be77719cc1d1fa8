// Training the embedded model anew: it is pinned to the head, and its ledger begun there.

import type { LedgerRevision } from '../core/ledger.ts';
import { beginLedger, type KeepLedgerInput, NOTHING_KEPT } from './keep-ledger.ts';

/**
 * The ledger is there before the pin moves: cut off in between, the model before it goes on. A state of the code that was
 * trained once already keeps its ledger, and the pin goes back to where that began. Returns where the model stays now;
 * `null` for a model that is not ours to train.
 */
export async function repin(input: KeepLedgerInput): Promise<LedgerRevision | null> {
  const { model: inUse, target, store, state } = input;
  if (inUse.kind !== 'pinned') return null;
  const model = await inUse.train(target);
  const stored = await store.load(model.card.fingerprint);
  if (stored === null) await beginLedger(model, target, input);
  const pin = stored?.head.trainedAt ?? { revision: target.hash, committedAt: target.committedAt };
  await state.update((old) => ({ ...(old ?? NOTHING_KEPT), pin }));
  return pin;
}
