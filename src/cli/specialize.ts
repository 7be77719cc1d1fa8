// `palimpsest specialize`

import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ComposedTrainer, composeTrainer, isTrainerName, openRun, type TrainerName } from '../compose/trainers.ts';
import { modelsFileText } from '../config/models-text.ts';
import { REPORT_SCHEMA_VERSION, type SpecializeReport } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import { type Specialized, specialize } from '../jobs/specialize.ts';
import type { DatasetFolder } from '../ports.ts';
import { lossChart } from '../report/charts/loss.ts';
import { comingDataset } from './dataset-on-the-spot.ts';
import { present } from './present.ts';
import { wholeNumber } from './sample.ts';
import type { Shell } from './shell.ts';
import { refuseForeign, runName, type SpecializeOptions, serviceFrom } from './specialize-options.ts';

/** The published work's shorter training. */
const EPOCHS = 5;

export async function runSpecialize(
  program: readonly string[],
  options: SpecializeOptions,
  shell: Shell,
): Promise<void> {
  refuseForeign(program, options);
  const { trainer } = options;
  const report = isTrainerName(trainer)
    ? await specialized(trainer, program, options, shell)
    : await (await import('./specialize-embedded.ts')).specializeEmbedded(options, shell);
  await present(report, options, shell.environment);
}

async function specialized(
  name: TrainerName,
  program: readonly string[],
  options: SpecializeOptions,
  shell: Shell,
): Promise<SpecializeReport> {
  const { environment, signal, progress, atEnd } = shell;
  const settings = {
    program,
    method: options.method ?? 'lora',
    config: options.config ?? null,
    trl: options.trl ?? null,
    service: serviceFrom(options),
  };
  const composed = await composeTrainer(name, settings, environment);
  const request = {
    name: runName(options),
    baseModel: await baseModelOf(name, required('--base-model', options.baseModel)),
    epochs: options.epochs === undefined ? EPOCHS : wholeNumber('--epochs', options.epochs, 1),
    seed: options.seed === undefined ? 1 : wholeNumber('--seed', options.seed, 0),
  };
  const coming = await comingDataset(name, composed.form, options, shell);
  const run = await openRun(options.outputDir, {
    trainer: name,
    name: request.name,
    'base model': request.baseModel,
    epochs: request.epochs,
    seed: request.seed,
    ...coming.identity,
    ...composed.identity,
  });
  atEnd(() => run.close());
  const dataset = await coming.ready(run.folder).catch(async (error: unknown) => {
    await run.disclaim(); // other flags may make one
    throw error;
  });
  const outcome = await specialize({
    dataset,
    trainer: composed.trainer,
    request,
    run,
    files: (made) => filesOf(made, dataset, composed, { run: run.folder, apiKeyEnv: options.apiKeyEnv ?? null }),
    progress,
    say: (line) => process.stderr.write(`${environment.secrets.mask(line)}\n`),
    signal,
  });
  return reportOf(name, outcome, dataset, composed, run.folder);
}

function required(flag: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new ExpectedFailure(
    'bad-setting',
    `${flag} is missing`,
    'See `palimpsest specialize --help` for what it takes.',
  );
}

/** A folder of weights by its whole path; what is none is a name that the trainer knows. */
async function baseModelOf(trainer: TrainerName, name: string): Promise<string> {
  if (trainer === 'openai') return name;
  const isFolder = await stat(name).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) return resolve(name);
  if (!/^(\.{0,2}[/\\]|~)/.test(name)) return name;
  throw new ExpectedFailure('bad-setting', `--base-model: there is no folder ${name}`, 'Check its path.');
}

function baseUrlOf({ model }: Specialized, { servedAt }: ComposedTrainer): string | null {
  return model.serve[0]?.baseUrl ?? servedAt;
}

/** In the folder of a run, where the trainer left weights. */
const TOKENIZER = 'model/tokenizer.json';

/** What lies beside the card, by name. */
function filesOf(
  outcome: Specialized,
  dataset: DatasetFolder,
  composed: ComposedTrainer,
  { run, apiKeyEnv }: { readonly run: string; readonly apiKeyEnv: string | null },
): Record<string, string> {
  const { card, model, losses } = outcome;
  const baseUrl = baseUrlOf(outcome, composed);
  const { format, contextTokens, maxTokens, revision, recipe, tokenizer } = dataset.card;
  const entry = {
    provider: 'openai',
    model: model.model,
    'base-url': baseUrl,
    ...(apiKeyEnv === null ? {} : { 'api-key-env': apiKeyEnv }),
    format,
    ...(recipe === 'bodies' ? { javadoc: false } : {}),
    'context-tokens': contextTokens,
    'max-tokens': maxTokens,
    // counted otherwise, its prompts would be other ones than it was trained on
    ...(tokenizer !== 'estimated' && existsSync(join(run, TOKENIZER)) ? { tokenizer: TOKENIZER } : {}),
    'trained-at': revision,
    'base-model': card.baseModel,
    card: 'card.json',
  };
  const heading = 'For `--models`: the model of this run, once it is served.';
  return {
    ...(losses.length === 0 ? {} : { 'loss.svg': lossChart(losses) }),
    ...(baseUrl === null ? {} : { 'models.yml': modelsFileText(card.name, entry, heading) }),
  };
}

function reportOf(
  trainer: string,
  outcome: Specialized,
  { folder, card }: DatasetFolder,
  composed: ComposedTrainer,
  run: string,
): SpecializeReport {
  const { splits, recipe, hash } = card;
  const baseUrl = baseUrlOf(outcome, composed);
  const examples = {
    train: splits.train.examples,
    validation: splits.validation.examples,
    test: splits.test.examples,
  };
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'specialize',
    trainer,
    trained: outcome.trained,
    dataset: { folder, recipe, hash, examples },
    model: outcome.card,
    output: {
      folder: run,
      card: join(run, 'card.json'),
      models: baseUrl === null ? null : join(run, 'models.yml'),
      chart: outcome.losses.length === 0 ? null : join(run, 'loss.svg'),
    },
    losses: outcome.losses,
    serve: outcome.model.serve,
    remarks: [
      ...(outcome.model.remarks ?? []),
      ...(baseUrl === null
        ? []
        : [
            'Once it is served, `palimpsest evaluate --protocol in-place --revision REV --models FILE`, with the revision that it was trained at and the models file above, measures where it starts.',
          ]),
    ],
  };
}
