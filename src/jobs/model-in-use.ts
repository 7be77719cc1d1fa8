// The model of a project that keeps its state on a forge: pinned where it was trained, or trained where its operator says.

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
  const model = await trainAtPin(inUse, { hash: pin.revision, name: pin.revision, committedAt: pin.committedAt });
  return { model, origin: await originOf(model, base, repository) };
}

/** Throws an ExpectedFailure that says how to go on where that commit is gone, as after a history was written anew. */
export async function trainAtPin(
  { train }: Extract<ModelInUse, { kind: 'pinned' }>,
  pin: Revision,
): Promise<CodeModel> {
  try {
    return await train(pin);
  } catch (error) {
    const isGone = error instanceof ExpectedFailure && ['unknown-revision', 'forge-not-found'].includes(error.code);
    if (!isGone) throw error;
    throw new ExpectedFailure(
      'unknown-revision',
      `the model is pinned to the commit ${pin.hash}, which this repository no longer holds`,
      'Train it anew: start the workflow by hand (workflow_dispatch) with the input retrain set to true, or name a revision with trained-at.',
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
