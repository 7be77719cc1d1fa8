// The composition root: settings become wired ports. The only file that sees every adapter.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Environment } from './config.ts';
import type { BacktestStep, BacktestTask } from './core/backtest-task.ts';
import type { AnewState, BacktestPlan, WalkPoint } from './core/backtest-walk.ts';
import type { ModelCard } from './core/model-card.ts';
import { ExpectedFailure } from './errors.ts';
import { openDirectory } from './files/directory.ts';
import { openJournal, type ResumedJournal } from './files/journal.ts';
import { openLedgerDirectory } from './files/ledger-directory.ts';
import { readCard, readModelFile, writeCard } from './files/model-file.ts';
import { makeStateFolder, writeOutput } from './files/output-file.ts';
import { openOutputTree } from './files/output-tree.ts';
import { openHistory } from './git/history.ts';
import { type LocalRepository, openRepository } from './git/repository.ts';
import { loadLanguages } from './languages/registry.ts';
import { embeddedModel, MemoryFileError, readMemory, saveMemory, startTraining } from './models/embedded.ts';
import type {
  BacktestRunner,
  CodeModel,
  Language,
  LanguageRegistry,
  LedgerStore,
  TrainedModel,
  Training,
} from './ports.ts';
import { parseModelCard } from './report/schema/model-card.ts';
import { openWorkerPool } from './workers/pool.ts';

export { cardPath } from './files/model-file.ts';
export { makeParentFolder, writeOutput } from './files/output-file.ts';
export { createSettingsFile, readSettingsFile } from './files/settings-file.ts';
export { openWalkJournal, readAnewStates, writeAnewStates } from './files/walk-journal.ts';
export { serve as serveTasks } from './workers/pool.ts';
export type { LocalRepository, ResumedJournal };
export { openDirectory, openHistory, openOutputTree, openRepository, writeCard };

/** What a clone keeps for us, beside its work tree. */
const STATE_FOLDER = '.palimpsest';
const MODEL_FILE = 'model.palimpsest';

export interface Languages extends LanguageRegistry {
  /** The language that models are trained on. */
  readonly main: Language;
}

export async function composeLanguages(environment: Pick<Environment, 'parser'>): Promise<Languages> {
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
  const kept = await readCard(path, model.card.fingerprint, parseModelCard);
  const { baseline, shadow } = kept ?? model.card; // what only the card beside it knows
  return { model: { ...model, card: { ...model.card, baseline, shadow } }, path };
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

/** The jobs that go on where they were when they were interrupted; each keeps its journals in a folder of its name. */
export type JournalledJob = 'evaluate' | 'gain' | 'update';

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
  const folder = join(repository.root, STATE_FOLDER);
  await makeStateFolder(folder);
  return openJournal(join(folder, job, name));
}

export interface BacktestSurroundings {
  readonly repository: LocalRepository;
  readonly environment: Environment;
  /** Threads at once. */
  readonly jobs: number;
  readonly signal: AbortSignal;
}

/** Worker threads for a backtest; close them when it is over. What they write down lies in the clone's state folder. */
export async function composeBacktest({ repository, environment, jobs, signal }: BacktestSurroundings): Promise<{
  runnerOf(plan: BacktestPlan): BacktestRunner;
  close(): Promise<void>;
}> {
  const file = workerFile();
  const program = await readFile(file);
  const folder = join(repository.root, STATE_FOLDER);
  await makeStateFolder(folder);
  const pool = openWorkerPool<BacktestTask>({ file, threads: jobs, signal });
  return {
    runnerOf(plan) {
      // Another program or another plan has other walks: its journals lie elsewhere.
      const identity = createHash('sha256').update(program).update(JSON.stringify(plan)).digest('hex').slice(0, 24);
      const task = (step: BacktestStep): BacktestTask => ({
        plan,
        root: repository.root,
        folder: join(folder, 'backtest', identity),
        parser: environment.parser,
        ...step,
      });
      return {
        async walk(from, end, onPoint) {
          await pool.run<WalkPoint, readonly AnewState[]>(task({ kind: 'walk', from, end }), onPoint);
        },
        anew: (from, to) => pool.run<never, readonly AnewState[]>(task({ kind: 'anew', from, to }), () => {}),
      };
    },
    close: () => pool.close(),
  };
}

/** Beside the shipped bundle; in the source tree, what was built last. */
function workerFile(): URL {
  const beside = new URL('backtest-worker.js', import.meta.url);
  return existsSync(beside) ? beside : new URL('../dist/backtest-worker.js', import.meta.url);
}
