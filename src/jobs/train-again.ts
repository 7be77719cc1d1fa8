// Training the operator's language model again: a challenger is trained at the head, compared with the champion, and decided on.

import type { PromotionPolicy } from '../core/promotion.ts';
import type { PromoteReport } from '../core/report.ts';
import type { SampleRequest } from '../core/strata.ts';
import { ExpectedFailure, type FailureCode } from '../errors.ts';
import type {
  CodeModel,
  EndedTraining,
  KeptState,
  KeptTraining,
  LanguageRegistry,
  Progress,
  PromotedModel,
  RepositoryReader,
  Revision,
  StateStore,
} from '../ports.ts';
import { NOTHING_KEPT } from './keep-ledger.ts';
import { type Named, promote } from './promote.ts';

export interface TrainAgainInput {
  readonly repository: RepositoryReader;
  /** Of the default branch. */
  readonly head: Revision;
  readonly state: StateStore;
  /** Of what the operator says of the model. */
  readonly origin: string;
  readonly champion: Named & { readonly trainedAt: Revision };
  /** Goes on with what an earlier run at that revision left. */
  readonly train: (at: Revision) => Promise<PromotedModel>;
  /** Closed by whoever gave it. */
  readonly open: (trained: PromotedModel) => Promise<CodeModel>;
  readonly policy: PromotionPolicy;
  /** Of the forgetting probe. */
  readonly sample: SampleRequest;
  readonly now: () => Date;
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export type TrainedAgain =
  /** `ended.kind` says which of the two is in office now. */
  | { readonly kind: 'decided'; readonly ended: EndedTraining; readonly report: PromoteReport }
  /** The model in office was trained at this very head. */
  | { readonly kind: 'nothing-new' }
  /** The operator named another model while this one was trained, or another run has decided on it: nothing is kept. */
  | { readonly kind: 'given-up' };

/**
 * Safe to be cut off anywhere: the next run goes on with the same revision, and what was decided is kept in one write. Programs that
 * a model wrote are not run. Throws whatever its parts throw; after {@link MOST_FAILURES} of them that no other run would mend,
 * another one begins anew.
 */
export async function trainAgain(input: TrainAgainInput): Promise<TrainedAgain> {
  const { state, origin } = input;
  const at = await begin(input);
  if (at === null) return { kind: 'nothing-new' };
  const { trained, report } = await attempt(at, input).catch(async (error: unknown) => {
    await noteFailure(error, at, input);
    throw error;
  });
  input.signal.throwIfAborted();
  const isPromoted = report.decision.kind === 'promote';
  const ended: EndedTraining = {
    endedAt: input.now().toISOString(),
    revision: at.hash,
    model: trained.model,
    kind: isPromoted ? 'promoted' : 'kept',
    reasons: report.decision.reasons,
  };
  let isKept = false;
  await state.update((old) =>
    changed(old, origin, (training) => {
      isKept = training.underWay?.at.revision === at.hash;
      if (!isKept) return training;
      const promoted = isPromoted ? [...training.promoted, trained].slice(-MOST_KEPT) : training.promoted;
      return { ...training, underWay: null, promoted, last: ended };
    }),
  );
  return isKept ? { kind: 'decided', ended, report } : { kind: 'given-up' };
}

/** Of what was promoted; so far back one can see which model answered. */
const MOST_KEPT = 10;
const MOST_FAILURES = 3;

/** What is under way already, or the head; `null` where there is nothing that the model does not know. */
async function begin({ state, origin, head, champion, repository }: TrainAgainInput): Promise<Revision | null> {
  const before = (await state.read())?.training;
  const left = before?.origin === origin ? before.underWay : null;
  if (left !== null && left !== undefined) {
    const there = await repository.resolve(left.at.revision).catch((error: unknown) => {
      if (error instanceof ExpectedFailure && error.code === 'unknown-revision') return null;
      throw error;
    });
    if (there !== null) return there;
  }
  if (champion.trainedAt.hash === head.hash) return null;
  const at = { revision: head.hash, committedAt: head.committedAt };
  await state.update((old) => {
    const training = old?.training?.origin === origin ? old.training : null;
    const begun = { origin, promoted: [], last: null, ...training, underWay: { at, failures: 0 } };
    return { ...(old ?? NOTHING_KEPT), training: begun };
  });
  return head;
}

async function attempt(
  at: Revision,
  input: TrainAgainInput,
): Promise<{ trained: PromotedModel; report: PromoteReport }> {
  const trained = await input.train(at);
  input.signal.throwIfAborted();
  const report = await promote({
    ...input,
    challenger: { reference: trained.model, model: await input.open(trained) },
    baseline: { isWanted: false, now: input.now() },
    generalisation: null,
    journal: null,
  });
  return { trained, report };
}

/** What another run meets no more, or goes on with. */
const PASSING: ReadonlySet<FailureCode> = new Set([
  'cancelled',
  'disk-full',
  'forge-unavailable',
  'model-unavailable',
  'database-unavailable',
  'ledger-busy',
  'output-in-use',
]);

async function noteFailure(error: unknown, at: Revision, { state, origin, now }: TrainAgainInput): Promise<void> {
  if (!(error instanceof ExpectedFailure) || PASSING.has(error.code)) return;
  await state.update((old) =>
    changed(old, origin, (training) => {
      const failures = (training.underWay?.failures ?? 0) + 1;
      const last = {
        endedAt: now().toISOString(),
        revision: at.hash,
        model: null,
        kind: 'failed',
        reasons: [],
      } as const;
      const underWay =
        training.underWay === null || failures >= MOST_FAILURES ? null : { ...training.underWay, failures };
      return { ...training, underWay, last };
    }),
  );
}

/** Nothing changes where another model has come in its place. */
function changed(old: KeptState | null, origin: string, change: (training: KeptTraining) => KeptTraining): KeptState {
  const state = old ?? NOTHING_KEPT;
  return state.training?.origin === origin ? { ...state, training: change(state.training) } : state;
}
