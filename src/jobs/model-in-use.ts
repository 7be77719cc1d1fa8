// The model of a project that keeps its state on a forge: pinned where it was trained, or trained where its operator says.

import type { LedgerRevision } from '../core/ledger.ts';
import type { ModelOrigin } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import type { CodeModel, KeptState, RepositoryReader, Revision } from '../ports.ts';

export type ModelInUse =
  /** The embedded model: it stays at the revision that the state pins it to, and is trained on the spot. */
  | { readonly kind: 'pinned'; readonly train: (revision: Revision) => Promise<CodeModel> }
  /** Trained at a revision that the operator names: a model of their own, or its shadow. */
  | { readonly kind: 'fixed'; readonly trainedAt: Revision; readonly open: () => Promise<CodeModel> }
  /** Nobody says what it was trained on: it can be asked, but there is no day that freshness could be told since. */
  | { readonly kind: 'of-unknown-training'; readonly open: () => Promise<CodeModel> };

/** The model that a change is checked with. Without a pin the embedded one learns the base: it shows what the change moves. */
export async function modelForChange(
  inUse: ModelInUse,
  state: KeptState | null,
  base: Revision,
  repository: RepositoryReader,
): Promise<{ model: CodeModel; origin: ModelOrigin }> {
  if (inUse.kind !== 'pinned') {
    const model = await inUse.open();
    return { model, origin: await originOf(model, base, repository) };
  }
  const pin = state?.pin ?? null;
  if (pin === null) return { model: await inUse.train(base), origin: 'trained-on-base' };
  const model = await trainPinned(inUse, pin);
  return { model, origin: await originOf(model, base, repository) };
}

/** The model as it was where it is pinned. Throws an ExpectedFailure with a way out when that commit is gone. */
export async function trainPinned(
  inUse: Extract<ModelInUse, { kind: 'pinned' }>,
  { revision: hash, committedAt }: LedgerRevision,
): Promise<CodeModel> {
  try {
    return await inUse.train({ hash, name: hash, committedAt });
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'forge-not-found')) throw error;
    throw new ExpectedFailure(
      'unknown-revision',
      `the commit ${hash.slice(0, 7)}, where the model is pinned, is gone from the repository`,
      'Start the workflow by hand with retrain: true: the model is then trained anew at the default branch.',
      { cause: error },
    );
  }
}

/** A model that learned a later state than the base may have learned the change itself. */
export async function originOf(
  { card }: CodeModel,
  base: Revision,
  repository: RepositoryReader,
): Promise<ModelOrigin> {
  if (card.trainedAt === null || card.trainedAt.revision === base.hash) return 'trained';
  return (await repository.isAncestor(card.trainedAt.revision, base)) === false ? 'trained-later' : 'trained';
}
