// Specialising a model: a trainer runs on a training set, what it tells is kept, and a card is written when it has finished.

import type { DatasetCard } from '../core/dataset-card.ts';
import { type LossPoint, lossCurve } from '../core/loss-curve.ts';
import type { ModelCard } from '../core/model-card.ts';
import { ExpectedFailure } from '../errors.ts';
import type {
  DatasetFolder,
  FinishedRun,
  Progress,
  SpecializedModel,
  Trainer,
  TrainingEvent,
  TrainingRequest,
  TrainingRun,
} from '../ports.ts';

export interface SpecializeInput {
  readonly dataset: DatasetFolder;
  readonly trainer: Trainer;
  readonly request: Pick<TrainingRequest, 'name' | 'baseModel' | 'epochs' | 'seed'>;
  readonly run: TrainingRun;
  /** What lies beside the card, by name: how the result is asked, how the loss went. */
  readonly files: (outcome: Specialized) => Readonly<Record<string, string>>;
  readonly progress: Progress;
  /** Shows one line at once. */
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface Specialized extends FinishedRun {
  readonly losses: readonly LossPoint[];
  /** `false`: an earlier run had finished. */
  readonly trained: boolean;
}

/** The card is written last, and by a run that finished alone. Throws whatever the trainer throws. */
export async function specialize(input: SpecializeInput): Promise<Specialized> {
  const { dataset, trainer, request, run, signal } = input;
  if (run.finished !== null) return { ...run.finished, losses: lossesOf(run.events), trained: false };
  refuseEmpty(dataset);
  const watching = new Watching(input);
  let model: SpecializedModel;
  try {
    model = await trainer.train({
      ...request,
      dataset,
      folder: run.folder,
      signal,
      onEvent: (event) => {
        run.record(event);
        watching.show(event);
      },
    });
  } finally {
    input.progress.end();
  }
  const outcome = { card: cardOf(dataset.card, request, model), model, losses: lossesOf(run.events), trained: true };
  await run.finish({ card: outcome.card, model }, input.files(outcome));
  return outcome;
}

function refuseEmpty({ folder, card }: DatasetFolder): void {
  if (card.splits.train.examples > 0) return;
  throw new ExpectedFailure(
    'bad-dataset',
    `the training set ${folder} has no example to train on`,
    'Make one of more files, or with a smaller part for validation and test: `palimpsest dataset --help`.',
  );
}

function cardOf(
  dataset: DatasetCard,
  { name, baseModel }: SpecializeInput['request'],
  { fingerprint, epochs }: SpecializedModel,
): ModelCard {
  const { examples, files } = dataset.splits.train;
  return {
    schemaVersion: 1,
    provider: 'openai',
    name,
    baseModel,
    fingerprint,
    trainedAt: { revision: dataset.revision, committedAt: dataset.committedAt, units: examples, files },
    recipe: { kind: dataset.recipe, datasetHash: dataset.hash, epochs, promptFormat: dataset.format },
    baseline: null,
    shadow: null,
  };
}

function lossesOf(events: readonly TrainingEvent[]): LossPoint[] {
  return lossCurve(events.flatMap((event) => (event.kind === 'step' ? [event] : [])));
}

/** Events as a bar with the loss beside it, and lines between. */
class Watching {
  readonly #progress: Progress;
  readonly #say: (line: string) => void;
  #isShown = false;
  #step = 0;

  constructor({ progress, say }: SpecializeInput) {
    this.#progress = progress;
    this.#say = say;
  }

  show(event: TrainingEvent): void {
    if (event.kind === 'said') {
      if (this.#isShown) this.#progress.end();
      this.#isShown = false;
      this.#say(event.text);
      return;
    }
    if (!this.#isShown || event.step < this.#step) {
      this.#progress.begin('training', event.steps);
      this.#step = 0;
      this.#isShown = true;
    }
    if (event.loss !== null) this.#progress.note?.(`loss ${event.loss.toFixed(3)}`);
    this.#progress.advance(event.step - this.#step);
    this.#step = event.step;
  }
}
