// What a push to the default branch asks for: the model pinned where it is first seen, its ledger begun, and brought to the head.

import type { FreshnessPolicy } from '../core/freshness-policy.ts';
import type { UpdateReport } from '../core/report.ts';
import type { SampleRequest } from '../core/strata.ts';
import type {
  CodeModel,
  KeptState,
  LanguageRegistry,
  LedgerStore,
  Progress,
  RepositoryReader,
  Revision,
  StateStore,
} from '../ports.ts';
import { evaluate } from './evaluate.ts';
import { fillLedger } from './fill-ledger.ts';
import { type ModelInUse, trainAtPin } from './model-in-use.ts';
import { update } from './update.ts';

export interface KeepLedgerInput {
  readonly repository: RepositoryReader;
  /** The head of the default branch. */
  readonly target: Revision;
  readonly store: LedgerStore;
  readonly state: StateStore;
  readonly model: ModelInUse;
  /** Begin the ledger of a model that costs something, too; without it that waits for a review. */
  readonly mayAskForAll: boolean;
  /** Of the training revision; `null` for every method. */
  readonly sample: SampleRequest | null;
  readonly policy: FreshnessPolicy;
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export type KeptLedger =
  | { readonly kind: 'kept'; readonly began: boolean; readonly model: CodeModel; readonly report: UpdateReport }
  /**
   * `no-training-revision`: there is no day to tell freshness since. `too-dear`: the model costs something, and its ledger
   * is begun by a review.
   */
  | { readonly kind: 'none'; readonly model: CodeModel | null; readonly reason: 'no-training-revision' | 'too-dear' };

/**
 * Safe to be cut off anywhere, and to run several times at once: the next run goes on from what was saved. Throws the
 * ExpectedFailures of its parts.
 */
export async function keepLedger(input: KeepLedgerInput): Promise<KeptLedger> {
  const { store, model: inUse, repository } = input;
  if (inUse.kind === 'of-unknown-training') return { kind: 'none', model: null, reason: 'no-training-revision' };
  const trainedAt = inUse.kind === 'fixed' ? inUse.trainedAt : await pinned(input, inUse);
  const model = inUse.kind === 'fixed' ? await inUse.open() : await trainAtPin(inUse, trainedAt);
  const began = (await store.load(model.card.fingerprint)) === null;
  if (began && model.usage !== undefined && !input.mayAskForAll) return { kind: 'none', model, reason: 'too-dear' };
  if (began) await beginLedger(model, trainedAt, input);
  const report = await update({ ...input, repository, model });
  return { kind: 'kept', began, model, report };
}

/** Where the embedded model stays; the first to ask pins it to the target, where there is something to learn. */
async function pinned(
  { state, target }: KeepLedgerInput,
  { train }: Extract<ModelInUse, { kind: 'pinned' }>,
): Promise<Revision> {
  if (((await state.read())?.pin ?? null) === null) await train(target);
  const pin = { revision: target.hash, committedAt: target.committedAt };
  const { pin: kept } = await state.update((old) => (old?.pin ? old : { ...(old ?? NOTHING_KEPT), pin }));
  if (kept === null || kept.revision === target.hash) return target;
  return { hash: kept.revision, name: kept.revision, committedAt: kept.committedAt };
}

export const NOTHING_KEPT: KeptState = { schemaVersion: 1, pin: null, review: null };

/** Scores the training revision and begins the ledger with that, unless another run was quicker. */
export async function beginLedger(model: CodeModel, trainedAt: Revision, input: KeepLedgerInput): Promise<void> {
  const { repository, store, sample, languages, progress, signal } = input;
  const tree = repository.tree(trainedAt);
  const reading = { languages, progress, signal };
  const report = await evaluate({
    tree,
    source: { name: trainedAt.name, revision: trainedAt.hash },
    protocol: 'in-place',
    scope: 'main',
    model,
    sample,
    output: null,
    journal: null,
    ...reading,
  });
  await fillLedger({ report, revision: trainedAt, tree, store, onlyIfNone: true, ...reading });
}
