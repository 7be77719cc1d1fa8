// The composition root: settings become wired ports. With the files of src/compose, the only one that sees every adapter.
// What stands on a package that the Action does not bring along is composed by a file of its own: compose/backtest.ts.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Languages, LoadedModel } from './compose/embedded.ts';
import { ensureStateFolder, inStateFolder, modelPath } from './compose/state-folder.ts';
import type { Environment } from './config.ts';
import type { ModelCard } from './core/model-card.ts';
import { openDirectory } from './files/directory.ts';
import { openJournal, type ResumedJournal } from './files/journal.ts';
import { openLedgerDirectory } from './files/ledger-directory.ts';
import { writeCard } from './files/model-file.ts';
import { makeParentFolder, writeOutput } from './files/output-file.ts';
import { openOutputTree } from './files/output-tree.ts';
import { openHistory } from './git/history.ts';
import { type LocalRepository, openRepository } from './git/repository.ts';
import { loadLanguages } from './languages/registry.ts';
import type { LedgerStore } from './ports.ts';

export { composeTraining, trainOnRevision } from './compose/embedded.ts';
export { modelInOffice, type TrainingWay, trainingWay } from './compose/model-in-office.ts';
export { type ComposedModel, composeModelInUse, modelOfInputs } from './compose/model-in-use.ts';
export { composeModels, type ModelSettings, type ModelSource } from './compose/models.ts';
export { composeOperatorsModels, type OperatorsModels } from './compose/operators-models.ts';
export { composePromotionBook, modelBytes, newRecordId } from './compose/promotions.ts';
export { cardPath } from './files/model-file.ts';
export { createSettingsFile, readSettingsFile } from './files/settings-file.ts';
export { openWalkJournal, readAnewStates, writeAnewStates } from './files/walk-journal.ts';
export { cloneHistory } from './git/clone.ts';
export type { Languages, LoadedModel, LocalRepository, ResumedJournal };
export {
  makeParentFolder,
  modelPath,
  openDirectory,
  openHistory,
  openOutputTree,
  openRepository,
  writeCard,
  writeOutput,
};

export async function composeLanguages(environment: Pick<Environment, 'parser'>): Promise<Languages> {
  const registry = await loadLanguages({ java: { parser: environment.parser === 'wasm' ? 'wasm' : 'auto' } });
  const [main] = registry.languages;
  if (main === undefined) throw new Error('no language is registered');
  return { main, forPath: registry.forPath };
}

/** The ledgers of a clone, in its state folder, which is made for them. */
export async function composeLedgers(repository: LocalRepository): Promise<LedgerStore> {
  await ensureStateFolder(repository);
  return openLedgers(repository);
}

/** The same for those who read alone: nothing is made. */
export function openLedgers(repository: LocalRepository): LedgerStore {
  return openLedgerDirectory(inStateFolder(repository, 'ledger'));
}

/** Writes a model file and its card, each whole or not at all. The clone's own state folder is made when needed. */
export async function saveModel(
  path: string,
  repository: LocalRepository,
  bytes: Uint8Array,
  card: ModelCard,
): Promise<void> {
  if (path === modelPath(repository)) await ensureStateFolder(repository);
  await writeOutput(path, bytes);
  await writeCard(path, card);
}

/** Writes the card of a model that was opened, beside its file; a model that no clone keeps has none. */
export async function saveCard({ path }: LoadedModel, card: ModelCard): Promise<void> {
  if (path === null) return;
  await makeParentFolder(path);
  await writeCard(path, card);
}

/** The jobs that go on where they were when they were interrupted; each keeps its journals in a folder of its name. */
export type JournalledJob = 'compare' | 'evaluate' | 'gain' | 'promote' | 'update';

/**
 * The journal of one run, which the same `identity` finds again: in the clone's state folder, or in the user's cache for a
 * plain directory.
 */
export async function composeJournal(
  job: JournalledJob,
  repository: LocalRepository | null,
  environment: Environment,
  identity: readonly string[],
): Promise<ResumedJournal> {
  const name = `${createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 24)}.jsonl`;
  if (repository === null) return openJournal(join(environment.cacheFolder, job, name));
  await ensureStateFolder(repository);
  return openJournal(inStateFolder(repository, job, name));
}
