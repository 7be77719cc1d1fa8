// The composition root: settings become wired ports. The only file that sees every adapter.

import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Environment } from './config.ts';
import type { ModelCard } from './core/model-card.ts';
import { ExpectedFailure } from './errors.ts';
import { openDirectory } from './files/directory.ts';
import { openJournal } from './files/journal.ts';
import { openLedgerDirectory } from './files/ledger-directory.ts';
import { readBaseline, readModelFile, writeCard } from './files/model-file.ts';
import { makeStateFolder, writeOutput } from './files/output-file.ts';
import { openOutputTree } from './files/output-tree.ts';
import { openHistory } from './git/history.ts';
import { type LocalRepository, openRepository } from './git/repository.ts';
import { loadLanguages } from './languages/registry.ts';
import { embeddedModel, MemoryFileError, readMemory, saveMemory, startTraining } from './models/embedded.ts';
import type { CodeModel, Language, LanguageRegistry, LedgerStore, TrainedModel, Training } from './ports.ts';

export { cardPath } from './files/model-file.ts';
export { makeParentFolder, writeOutput } from './files/output-file.ts';
export { createSettingsFile, readSettingsFile } from './files/settings-file.ts';
export type { LocalRepository };
export { openDirectory, openHistory, openOutputTree, openRepository, writeCard };

/** What a clone keeps for us, beside its work tree. */
const STATE_FOLDER = '.palimpsest';
const MODEL_FILE = 'model.palimpsest';

export interface Languages extends LanguageRegistry {
  /** The language that models are trained on. */
  readonly main: Language;
}

export async function composeLanguages(environment: Environment): Promise<Languages> {
  const registry = await loadLanguages({ java: { parser: environment.parser === 'wasm' ? 'wasm' : 'auto' } });
  const [main] = registry.languages;
  if (main === undefined) throw new Error('no language is registered');
  return { main, forPath: registry.forPath };
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

/** The project of a memory that was trained on a plain directory, or on a clone too shallow to tell. */
const NO_PROJECT = '';

export interface LoadedModel {
  readonly model: CodeModel;
  readonly path: string;
}

/**
 * Loads the model that was asked for: a path, or without one what `train` left in the clone (`null` when it left
 * nothing). Throws an ExpectedFailure for a file that is damaged, newer than this program, or of another project.
 */
export async function loadModel(
  reference: string | undefined,
  repository: LocalRepository | null,
  languages: Languages,
): Promise<LoadedModel | null> {
  const trained = repository === null ? null : modelPath(repository);
  const path = reference === undefined || reference === 'embedded' ? trained : resolve(reference);
  const bytes = path === null ? null : await readModelFile(path);
  if (path === null || bytes === null) {
    if (path !== null && path !== trained) {
      throw new ExpectedFailure(
        'bad-model-file',
        `there is no model file ${reference}`,
        'Check the path, or train one with `palimpsest train`.',
      );
    }
    return null;
  }
  const memory = memoryOf(path, bytes);
  const project = repository === null || memory.origin.project === NO_PROJECT ? null : await repository.identity();
  if (project !== null && project !== memory.origin.project) {
    throw new ExpectedFailure(
      'model-of-another-project',
      `the model ${path} was trained on another project`,
      'Train one here with `palimpsest train`, or name this project’s model with --model FILE.',
    );
  }
  const model = embeddedModel(memory, languages.main);
  const baseline = await readBaseline(path, model.card.fingerprint);
  return { model: { ...model, card: { ...model.card, baseline } }, path };
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

export function modelPath(repository: LocalRepository): string {
  return join(repository.root, STATE_FOLDER, MODEL_FILE);
}

/** The ledgers of a clone, in its state folder, which is made for them. */
export async function composeLedgers(repository: LocalRepository): Promise<LedgerStore> {
  await makeStateFolder(join(repository.root, STATE_FOLDER));
  return openLedgers(repository);
}

/** The same for those who read alone: nothing is made. */
export function openLedgers(repository: LocalRepository): LedgerStore {
  return openLedgerDirectory(join(repository.root, STATE_FOLDER, 'ledger'));
}

/** Writes a model file and its card, each whole or not at all. The clone's own state folder is made when needed. */
export async function saveModel(
  path: string,
  repository: LocalRepository,
  bytes: Uint8Array,
  card: ModelCard,
): Promise<void> {
  if (path === modelPath(repository)) await makeStateFolder(join(repository.root, STATE_FOLDER));
  await writeOutput(path, bytes);
  await writeCard(path, card);
}

/** The journal of one evaluation: in the clone's state folder, or in the user's cache for a plain directory. */
export async function composeJournal(
  repository: LocalRepository | null,
  environment: Environment,
  identity: readonly string[],
) {
  const name = `${createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 24)}.jsonl`;
  if (repository === null) return openJournal(join(environment.cacheFolder, 'evaluate', name));
  const folder = join(repository.root, STATE_FOLDER);
  await makeStateFolder(folder);
  return openJournal(join(folder, 'evaluate', name));
}
