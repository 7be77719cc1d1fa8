// The embedded model, composed: trained on the spot, or read from its file.

import { ExpectedFailure } from '../errors.ts';
import { readCard, readModelFile } from '../files/model-file.ts';
import { train } from '../jobs/train.ts';
import { embeddedModel, MemoryFileError, readMemory, saveMemory, startTraining } from '../models/embedded.ts';
import type {
  CodeModel,
  Language,
  LanguageRegistry,
  Progress,
  RepositoryReader,
  Revision,
  TrainedModel,
  Training,
} from '../ports.ts';
import { parseModelCard } from '../report/schema/model-card.ts';
import { isClone, type ModelRepository, modelPath } from './state-folder.ts';

export interface Languages extends LanguageRegistry {
  /** The language that models are trained on. */
  readonly main: Language;
}

export interface LoadedModel {
  readonly model: CodeModel;
  /** The model's file, or the name that a language model has in the clone; its card stands beside it. `null` without a clone. */
  readonly path: string | null;
}

/** Where a model is opened. */
export interface Around {
  readonly repository: ModelRepository | null;
  readonly languages: Languages;
}

export function composeTraining({ main }: Languages): Training {
  const training = startTraining(main);
  return {
    learn: (source) => training.learn(source),
    forget: (source) => training.forget(source),
    finish: (origin): TrainedModel => {
      const memory = training.finish({ ...origin, project: origin.project ?? NO_PROJECT });
      return { model: embeddedModel(memory, main), save: () => saveMemory(memory) };
    },
  };
}

/** The embedded model, trained in memory on one revision's main sources. */
export async function trainOnRevision(
  repository: RepositoryReader,
  revision: Revision,
  {
    languages,
    progress,
    signal,
  }: { readonly languages: Languages; readonly progress: Progress; readonly signal: AbortSignal },
): Promise<CodeModel> {
  const trained = await train({
    tree: repository.tree(revision),
    origin: { project: await repository.identity(), revision: revision.hash, committedAt: revision.committedAt },
    scope: 'main',
    languages,
    training: composeTraining(languages),
    progress,
    signal,
  });
  return trained.model;
}

/** The project of a memory that was trained on a plain directory, or on a clone too shallow to tell. */
const NO_PROJECT = '';

/**
 * Loads a model file, or without one what `train` left in the clone (`null` when it left nothing). Throws an
 * ExpectedFailure for a file that is missing, damaged, newer than this program, or of another project.
 */
export async function loadEmbedded(
  file: string | null,
  repository: ModelRepository | null,
  languages: Languages,
): Promise<LoadedModel | null> {
  const trained = isClone(repository) ? modelPath(repository) : null;
  const path = file ?? trained;
  const bytes = path === null ? null : await readModelFile(path);
  if (path === null || bytes === null) {
    if (path !== null && path !== trained) throw noModelFile(path);
    return null;
  }
  const memory = memoryOf(path, bytes);
  const project = repository === null || memory.origin.project === NO_PROJECT ? null : await repository.identity();
  if (project !== null && project !== memory.origin.project) {
    throw new ExpectedFailure(
      'model-of-another-project',
      `the model ${path} was trained on another project`,
      'Train one here with `palimpsest train`, or name this project’s model with --model.',
    );
  }
  const model = embeddedModel(memory, languages.main);
  const kept = await readCard(path, model.card.fingerprint, parseModelCard);
  const { baseline, shadow } = kept ?? model.card; // what only the card beside it knows
  return { model: { ...model, card: { ...model.card, baseline, shadow } }, path };
}

/** Of the model in the bytes of its file; throws as {@link loadEmbedded} does. */
export function fingerprintOf(path: string, bytes: Uint8Array, { main }: Languages): string {
  return embeddedModel(memoryOf(path, bytes), main).card.fingerprint;
}

function noModelFile(path: string): ExpectedFailure {
  return new ExpectedFailure(
    'bad-model-file',
    `there is no model file ${path}`,
    'Check the path, or train one with `palimpsest train`.',
  );
}

function memoryOf(path: string, bytes: Uint8Array) {
  try {
    return readMemory(bytes);
  } catch (error) {
    if (!(error instanceof MemoryFileError)) throw error;
    throw new ExpectedFailure('bad-model-file', `the model file ${path} cannot be used`, error.message, {
      cause: error,
    });
  }
}
