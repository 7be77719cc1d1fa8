// One training: the training set of a revision for a base model, and the run that learns it.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { DatasetCard } from '../../src/core/dataset-card.ts';
import { hasFastBf16 } from './processor.ts';
import { type Commands, must, say } from './project.ts';
import { HELD_OUT_SHARE, type Sample } from './sample.ts';
import { AT_ONCE } from './server.ts';

export const EPOCHS = { shorter: 5, longer: 10 };
/** Examples at once, as TRL takes them. */
const BATCH = 8;
/** Prompt and answer; the small base model saw no text much longer. */
const WINDOW = { 'context-tokens': 448, 'max-tokens': 192 };

export interface Base {
  /** A folder of weights. */
  readonly weights: string;
  readonly learningRate: number;
  /** A loss over the files held out after each epoch, which takes a tenth of the time. */
  readonly isValidated: boolean;
}

export interface Specialised {
  /** The folder of the run. */
  readonly run: string;
  /** The checkpoint of the epoch on the way. */
  readonly shorter: string;
}

/** Goes on where an earlier call was stopped. `name` tells the folders of one from another's. */
export function specialise(
  commands: Commands,
  { weights, ...settings }: Base,
  { name, revision, sample }: { readonly name: string; readonly revision: string; readonly sample: Sample },
): Specialised {
  const dataset = join(commands.folder, `dataset-${name}`);
  if (!existsSync(dataset)) {
    const prompts = ['--tokenizer', join(weights, 'tokenizer.json'), '--prompt-format', 'completion', '--form', 'trl'];
    const window = Object.entries(WINDOW).flatMap(([flag, tokens]) => [`--${flag}`, String(tokens)]);
    const held = ['--validation', String(HELD_OUT_SHARE), '--seed', String(sample.seed)];
    commands.palimpsest(['dataset', '--revision', revision, ...prompts, ...window, ...held, '--output-dir', dataset]);
  }
  const { splits }: DatasetCard = JSON.parse(readFileSync(join(dataset, 'dataset-card.json'), 'utf8'));
  say(`  ${splits.train.examples} examples to train on, ${splits.validation.examples} held out`);
  must(splits.validation.files <= sample.heldOut.size, 'no file is held out that the sample does not hold out');
  const epochSteps = Math.ceil(splits.train.examples / BATCH);
  const config = join(commands.folder, `training-${name}.yml`);
  writeFileSync(config, stringify(trainingSettings(settings, epochSteps), { version: '1.1' }));
  const run = join(commands.folder, `run-${name}`);
  const asked = ['--dataset', dataset, '--base-model', weights, '--epochs', String(EPOCHS.longer), '--method', 'full'];
  commands.palimpsest(['specialize', '--trainer', 'trl', ...asked, '--config', config, '--output-dir', run]);
  return { run, shorter: join(run, 'training', 'output', `checkpoint-${epochSteps * EPOCHS.shorter}`) };
}

/** All weights, at a constant rate, so that the shorter training is on the way to the longer one. */
function trainingSettings({ learningRate, isValidated }: Omit<Base, 'weights'>, epochSteps: number): object {
  return {
    learning_rate: learningRate,
    lr_scheduler_type: 'constant',
    per_device_train_batch_size: BATCH,
    gradient_checkpointing: false,
    use_cpu: true,
    bf16: hasFastBf16(),
    save_strategy: 'steps',
    save_steps: epochSteps * EPOCHS.shorter,
    ...(isValidated ? {} : { eval_strategy: 'no' }),
    disable_tqdm: true,
  };
}

/** Where the weights of a specialised model lie. */
export function weightsOf({ run }: Specialised): string {
  return join(run, 'model');
}

/** An entry of a models file for weights that nobody specialised, or for a checkpoint. */
export function asBase(path: string, baseUrl: (weights: string) => string): object {
  return { provider: 'openai', model: path, format: 'completion', ...WINDOW, ...served(path, baseUrl) };
}

/** The entry that `specialize` wrote, at the address where it is served now. */
export function asResult(specialised: Specialised, baseUrl: (weights: string) => string): object {
  const { run } = specialised;
  const [entry] = Object.values<object>(parse(readFileSync(join(run, 'models.yml'), 'utf8')).models);
  return { ...entry, card: join(run, 'card.json'), ...served(weightsOf(specialised), baseUrl) };
}

function served(path: string, baseUrl: (weights: string) => string) {
  return {
    'base-url': baseUrl(path),
    tokenizer: join(path, 'tokenizer.json'),
    concurrency: AT_ONCE,
    timeout: 300,
  };
}
