// Training a project's language model without anybody there: the training set of a revision, the trainer that the operator chose, and
// the result as it is asked.

import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { RECENT_TIMES } from '../core/dataset-recipe.ts';
import { ExpectedFailure } from '../errors.ts';
import { writeFailure } from '../files/failures.ts';
import { openOutputTree } from '../files/output-tree.ts';
import { secretsIn } from '../files/secret-scan.ts';
import { readSettingsFile } from '../files/settings-file.ts';
import { type RecipeRequest, writeDataset } from '../jobs/dataset.ts';
import { specialize } from '../jobs/specialize.ts';
import { stateBefore } from '../jobs/state-before.ts';
import { ESTIMATED_TOKENS, tokenizerCounter } from '../models/token-counter.ts';
import type { CodeModel, DatasetFolder, PromotedModel, Revision } from '../ports.ts';
import { datasetReadme } from '../report/markdown/dataset.ts';
import { renderDatasetCard } from '../report/schema/dataset.ts';
import { composeModelInUse, type OperatorsModel } from './model-in-use.ts';
import {
  type ComposedSpecialization,
  type Past,
  type TrainedEntry,
  type TrainingSurroundings,
  withPromoted,
} from './trained-model.ts';
import { type ComposedTrainer, composeTrainer, openRun, readDataset } from './trainers.ts';

const RECENT_DAYS = 90;
/** The comparison with the champion validates; what is held out of the training is not known to whoever answers from then on. */
const VALIDATION_SHARE = 0;

export async function composeSpecialization(
  operators: OperatorsModel,
  entry: TrainedEntry,
  past: Past,
  surroundings: TrainingSurroundings,
): Promise<ComposedSpecialization> {
  const { languages, progress, signal, warn, project, say } = surroundings;
  const { specialize: settings } = entry;
  const composed = await trainerOf(entry, surroundings);
  const opened: { close(): Promise<void> }[] = [];

  async function train(at: Revision): Promise<PromotedModel> {
    const folder = await ownFolder(at);
    const dataset = await datasetAt(at, join(folder, 'dataset'));
    const request = {
      name: `${project.replace(/[^\w.-]+/g, '-')}-${at.hash.slice(0, 8)}`,
      baseModel: settings['base-model'],
      epochs: settings.epochs,
      seed: settings.seed,
    };
    const identity = { trainer: settings.trainer, ...request, 'training set': dataset.card.hash, ...composed.identity };
    const run = await openRun(join(folder, 'run'), identity);
    try {
      const { card, model } = await specialize({
        dataset,
        trainer: composed.trainer,
        request,
        run,
        files: () => ({}),
        progress,
        say,
        signal,
      });
      return { model: plainName(model.model), card };
    } finally {
      await run.close();
    }
  }

  /** One for each revision and way of training; what others left is of no use any more. */
  async function ownFolder(at: Revision): Promise<string> {
    const deciding = JSON.stringify([at.hash, settings, entry.format, entry['context-tokens'], entry['max-tokens']]);
    const name = createHash('sha256').update(deciding).digest('hex').slice(0, 16);
    const folder = join(surroundings.folder, name);
    try {
      await mkdir(folder, { recursive: true });
      for (const other of await readdir(surroundings.folder)) {
        if (other !== name) await rm(join(surroundings.folder, other), { recursive: true, force: true });
      }
    } catch (error) {
      throw writeFailure(surroundings.folder, error);
    }
    return folder;
  }

  async function datasetAt(at: Revision, folder: string): Promise<DatasetFolder> {
    const { repository } = past;
    const output = await openOutputTree(folder, []);
    try {
      await writeDataset({
        repository,
        revision: at,
        testedAt: null,
        ...(await recipeAt(at)),
        secrets: secretsIn,
        languages,
        format: settings.trainer === 'openai' ? 'chat' : entry.format,
        contextTokens: entry['context-tokens'],
        maxTokens: entry['max-tokens'],
        tokens: await counter(),
        validationShare: VALIDATION_SHARE,
        seed: settings.seed,
        forms: null,
        outputDirectory: folder,
        output,
        describe: (card) => ({ 'dataset-card.json': renderDatasetCard(card), 'README.md': datasetReadme(card) }),
        progress,
        signal,
      });
    } finally {
      await output.discard();
    }
    return readDataset(folder, composed.form);
  }

  async function recipeAt(at: Revision): Promise<{ recipe: RecipeRequest; parameters: Record<string, number> }> {
    const { recipe: kind } = settings;
    if (kind !== 'recent') return { recipe: { kind }, parameters: {} };
    const base = await stateBefore(at, RECENT_DAYS, past.repository, past.history);
    const parameters = { 'recent-days': RECENT_DAYS, 'recent-times': RECENT_TIMES };
    return { recipe: { kind, base, times: RECENT_TIMES }, parameters };
  }

  async function counter() {
    if (entry.tokenizer === undefined) return { count: ESTIMATED_TOKENS.count, name: 'estimated' };
    const path = resolve(operators.folder, entry.tokenizer);
    return { count: tokenizerCounter(await readSettingsFile(path), path).count, name: entry.tokenizer };
  }

  async function open(trained: PromotedModel): Promise<CodeModel> {
    const { repository } = past;
    const challenger = await composeModelInUse(withPromoted(operators, entry, trained), {
      ...surroundings,
      repository,
    });
    opened.push(challenger);
    if (challenger.inUse.kind === 'pinned') throw new Error('a language model is never pinned');
    return challenger.inUse.open();
  }

  return {
    train,
    open,
    async close(isOver) {
      for (const each of opened) await each.close();
      if (!isOver && !(signal.aborted && !surroundings.leavesJob(signal.reason))) return;
      await rm(surroundings.folder, { recursive: true, force: true }).catch(() =>
        warn(`${surroundings.folder} holds a training set, and could not be removed`),
      );
    },
  };
}

function trainerOf(
  { specialize: settings, 'base-url': baseUrl, 'api-key-env': keyVariable }: TrainedEntry,
  { environment, addresses, leavesJob }: TrainingSurroundings,
): Promise<ComposedTrainer> {
  const { trainer, command, args = [] } = settings;
  const { 'batch-size': batchSize, 'learning-rate-multiplier': multiplier, 'most-tokens': mostTokens } = settings;
  const service = {
    baseUrl,
    keyVariable,
    hyperparameters: {
      ...(batchSize === undefined ? {} : { batchSize }),
      ...(multiplier === undefined ? {} : { learningRateMultiplier: multiplier }),
    },
    mostTokens: mostTokens ?? null,
    leavesJob,
    ...(addresses === undefined ? {} : { addresses }),
  };
  const program = command === undefined ? [] : [command, ...args];
  return composeTrainer(trainer, { program, method: 'lora', config: null, trl: null, service }, environment);
}

/** It is sent to the operator's server from now on, and told to people. */
function plainName(model: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(model)) return model;
  throw new ExpectedFailure(
    'training-failed',
    'the trainer names its model in a way that no server could be asked for it',
    'It is to say what the model is called at the base URL of the file of models: letters, digits and signs, at most 200.',
  );
}
