// The composition root: settings become wired ports. With the files of src/compose, the only one that sees every adapter.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Languages, LoadedModel } from './compose/embedded.ts';
import { ensureStateFolder, inStateFolder, modelPath } from './compose/state-folder.ts';
import type { Environment } from './config.ts';
import type { ModelCard } from './core/model-card.ts';
import { openDirectory } from './files/directory.ts';
import { openJournal } from './files/journal.ts';
import { openLedgerDirectory } from './files/ledger-directory.ts';
import { writeCard } from './files/model-file.ts';
import { makeParentFolder, writeOutput } from './files/output-file.ts';
import { openOutputTree } from './files/output-tree.ts';
import { openHistory } from './git/history.ts';
import { type LocalRepository, openRepository } from './git/repository.ts';
import { loadLanguages } from './languages/registry.ts';
import type { LedgerStore } from './ports.ts';

export { composeTraining } from './compose/embedded.ts';
export { composeModels, type ModelSettings, type ModelSource } from './compose/models.ts';
export { cardPath } from './files/model-file.ts';
export { createSettingsFile, readSettingsFile } from './files/settings-file.ts';
export type { Languages, LoadedModel, LocalRepository };
export { makeParentFolder, modelPath, openDirectory, openHistory, openOutputTree, openRepository, writeOutput };

export async function composeLanguages(environment: Environment): Promise<Languages> {
  const registry = await loadLanguages({ java: { parser: environment.parser === 'wasm' ? 'wasm' : 'auto' } });
  const [main] = registry.languages;
  if (main === undefined) throw new Error('no language is registered');
  return { main, forPath: registry.forPath };
}

/** The ledgers of a clone, in its state folder. */
export async function composeLedgers(repository: LocalRepository): Promise<LedgerStore> {
  await ensureStateFolder(repository);
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

/** The journal of one evaluation: in the clone's state folder, or in the user's cache for a plain directory. */
export async function composeJournal(
  repository: LocalRepository | null,
  environment: Environment,
  identity: readonly string[],
) {
  const name = `${createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 24)}.jsonl`;
  if (repository === null) return openJournal(join(environment.cacheFolder, 'evaluate', name));
  await ensureStateFolder(repository);
  return openJournal(inStateFolder(repository, 'evaluate', name));
}
