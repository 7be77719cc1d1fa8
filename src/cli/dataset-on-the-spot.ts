// The training set of `palimpsest specialize` where none is named: made of the project, into the folder of the run.

import { join } from 'node:path';
import { readDataset, type TrainerName } from '../compose/trainers.ts';
import type { DatasetCard, DatasetForm } from '../core/dataset-card.ts';
import { TOKEN_FORMATS } from '../core/special-tokens.ts';
import { ExpectedFailure } from '../errors.ts';
import type { DatasetFolder } from '../ports.ts';
import { makeDataset } from './dataset.ts';
import { datasetRequest, type RecipeOptions } from './dataset-options.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';
import type { SpecializeOptions } from './specialize-options.ts';

export interface ComingDataset {
  /** What makes another training set of it, for the folder of the run. */
  readonly identity: Readonly<Record<string, string>>;
  /** Reads it, and makes it before where the folder of the run has none. */
  ready(run: string): Promise<DatasetFolder>;
}

/** The set that is named, or the one that the flags describe. Throws an ExpectedFailure for what the trainer cannot use. */
export async function comingDataset(
  trainer: TrainerName,
  form: DatasetForm | null,
  options: SpecializeOptions,
  shell: Shell,
): Promise<ComingDataset> {
  if (options.dataset === undefined) return datasetOnTheSpot(trainer, form, options, shell);
  const given = RECIPE_FLAGS.find((flag) => options[flag] !== undefined);
  if (given !== undefined) {
    throw new ExpectedFailure(
      'bad-setting',
      `${typed(given)} says how to make a training set, and --dataset names one that is made`,
      'Leave one of them out.',
    );
  }
  const dataset = await readDataset(options.dataset, form);
  requireUsable(trainer, dataset.card);
  return { identity: { 'training set': dataset.card.hash }, ready: async () => dataset };
}

async function datasetOnTheSpot(
  trainer: TrainerName,
  form: DatasetForm | null,
  options: SpecializeOptions,
  shell: Shell,
): Promise<ComingDataset> {
  const promptFormat = options.promptFormat ?? (trainer === 'openai' ? 'chat' : 'completion');
  requireUsable(trainer, { format: promptFormat, recipe: options.recipe ?? 'javadoc' });
  const { repository, history } = await openProject(options.repo);
  const asked: RecipeOptions = { ...options, promptFormat, ...(form === null ? {} : { form: [form] }) };
  const request = await datasetRequest(asked, { repository, history, signal: shell.signal });
  const flags = RECIPE_FLAGS.map((flag) => [typed(flag), String(options[flag] ?? 'not given')]);
  return {
    identity: { 'training set': 'made on the spot', revision: request.revision.hash, ...Object.fromEntries(flags) },
    async ready(run) {
      const folder = join(run, 'dataset');
      const made = await readDataset(folder, form).catch((error: unknown) => {
        if (error instanceof ExpectedFailure && error.code === 'bad-dataset') return null;
        throw error;
      });
      if (made !== null) return made;
      await makeDataset(request, { repository, outputDirectory: folder }, shell);
      return readDataset(folder, form);
    },
  };
}

const RECIPE_FLAGS = [
  'recipe',
  'promptFormat',
  'contextTokens',
  'maxTokens',
  'tokenizer',
  'validation',
  'testSince',
  'since',
  'mix',
  'recentDays',
  'recentTimes',
  'mavenRepository',
  'fetchDependencies',
] as const satisfies readonly (keyof RecipeOptions)[];

function typed(flag: string): string {
  return `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function requireUsable(trainer: TrainerName, { format, recipe }: Pick<DatasetCard, 'format' | 'recipe'>): void {
  if (trainer === 'trl' && format === 'fim' && recipe !== 'files') {
    throw new ExpectedFailure(
      'bad-setting',
      'prompts of the format fim have a suffix of their own, which TRL leaves out',
      `Take the format whose tokens the base model knows: --prompt-format ${TOKEN_FORMATS.join(', ')}; or completion, or chat.`,
    );
  }
  if (trainer === 'openai' && (format !== 'chat' || recipe === 'files')) {
    const what = recipe === 'files' ? 'whole files are none' : `the prompts have the format ${format}`;
    throw new ExpectedFailure(
      'bad-setting',
      `--trainer openai takes conversations, and ${what}`,
      'Take a recipe of bodies, with --prompt-format chat.',
    );
  }
}
