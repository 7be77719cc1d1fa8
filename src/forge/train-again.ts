// The operator's language model trained again, because somebody asked, or the policy does: and what came of it, said.

import { DEFAULT_PROMOTION_POLICY } from '../core/promotion.ts';
import { ExpectedFailure } from '../errors.ts';
import type { ModelInUse } from '../jobs/model-in-use.ts';
import { type TrainedAgain, trainAgain } from '../jobs/train-again.ts';
import type { KeptTraining } from '../ports.ts';
import { trainedAgainWords } from '../report/markdown/trained-again.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { noticeWords } from '../report/notice-words.ts';
import { wayToRetrain } from './retrain.ts';
import { type ForgeRun, inLog } from './run.ts';

/** The same units of the forgetting probe from one training to the next, as long as they do not change. */
const PROBE_SEED = 1;

/**
 * Trains, compares, decides and says it. Code of forks has no part in it: it looks at the default branch alone. Throws the
 * ExpectedFailures of its parts; whatever is under way then is gone on with by the next run.
 */
export async function trainModelAgain(run: ForgeRun): Promise<TrainedAgain['kind'] | 'promoted'> {
  const { training, model, languages, progress, signal, state } = run;
  const { inUse } = model;
  if (training === null || inUse.kind !== 'fixed') return 'given-up';
  const head = await run.whole.defaultBranch();
  const past = await run.pastOf(head);
  const composed = await training.compose(past);
  let isOver = false;
  try {
    const trained = await trainAgain({
      repository: past.repository,
      head,
      state,
      origin: training.origin,
      champion: await championOf(inUse),
      train: (at) => composed.train(at),
      open: (promoted) => composed.open(promoted),
      policy: { ...DEFAULT_PROMOTION_POLICY, leastChanges: training.leastChanges },
      sample: { size: training.probeSize, seed: PROBE_SEED },
      now: () => new Date(),
      languages,
      progress,
      signal,
    });
    isOver = true;
    await say(trained, run);
    return trained.kind === 'decided' && trained.ended.kind === 'promoted' ? 'promoted' : trained.kind;
  } finally {
    await composed.close(isOver);
  }
}

async function championOf({ open, trainedAt }: Extract<ModelInUse, { kind: 'fixed' }>) {
  const model = await open();
  return { reference: model.card.name, model, trainedAt };
}

async function say(trained: TrainedAgain, run: ForgeRun): Promise<void> {
  const { log, forge, settings, section } = run;
  if (trained.kind !== 'decided') {
    log.notice(
      trained.kind === 'nothing-new'
        ? 'Nothing was trained: the model was trained at the head of the default branch.'
        : 'Nothing was decided: another model has come in the place of the one that was trained after.',
    );
    return;
  }
  const { report, ended } = trained;
  log.say(inLog(report));
  await log.summarise(renderMarkdown(report));
  if (ended.kind !== 'promoted' || !settings.retraining.issue) return;
  const said = await forge.trackingIssue.close(section ?? '', trainedAgainWords(report));
  if (said.kind === 'refused')
    log.warning(noticeWords({ kind: 'refused', what: 'issue', reason: said.reason }, String));
}

const DAY_MS = 86_400_000;

/** Why a training is to begin, or to go on. */
export interface Wish {
  /** A person asks for it. */
  readonly isAsked: boolean;
  /** The policy does, and the project's settings let it. */
  readonly isDue: boolean;
  readonly head: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Once a model and day; what was begun is gone on with; and the policy asks for nothing that has been tried at this head. */
export function trainingWanted(run: ForgeRun, kept: KeptTraining | undefined, wish: Wish): boolean {
  const { training } = run;
  if (training === null || wayToRetrain(run) !== 'specialize') return false;
  const own = kept?.origin === training.origin ? kept : undefined;
  const last = own?.last ?? null;
  const isLate = last !== null && wish.now - Date.parse(last.endedAt) < DAY_MS;
  if (isLate) {
    if (wish.isAsked) run.log.notice(`Not trained again: that was done within a day (${last.endedAt}).`);
    return false;
  }
  if (wish.isAsked || (own?.underWay ?? null) !== null) return true;
  return wish.isDue && last?.revision !== wish.head;
}

/** Puts it in line, or does it. What goes wrong then is told, and takes nothing from the review that it follows. */
export async function beginTraining(run: ForgeRun): Promise<void> {
  try {
    if (run.training?.enqueue == null) await trainModelAgain(run);
    else await run.training.enqueue();
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code === 'cancelled') throw error;
    run.log.warning(run.mask(`The model was not trained again: ${error.message}. ${error.remedy}`));
  }
}
