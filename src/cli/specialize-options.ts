// What `palimpsest specialize` was told.

import { basename, resolve } from 'node:path';
import type { TrainingService } from '../compose/trainers.ts';
import { MODEL_NAME } from '../config/models-schema.ts';
import { ExpectedFailure } from '../errors.ts';
import type { RecipeOptions } from './dataset-options.ts';
import type { OutputOptions } from './present.ts';
import { wholeNumber } from './sample.ts';

export interface SpecializeOptions extends OutputOptions, Omit<RecipeOptions, 'form'> {
  readonly trainer: string;
  readonly outputDir: string;
  readonly dataset?: string;
  readonly baseModel?: string;
  readonly epochs?: string;
  readonly name?: string;
  readonly method?: 'lora' | 'qlora' | 'full';
  readonly config?: string;
  readonly trl?: string;
  readonly baseUrl?: string;
  readonly apiKeyEnv?: string;
  readonly batchSize?: string;
  readonly learningRateMultiplier?: string;
  readonly mostTokens?: string;
  readonly repo: string;
  readonly evaluate?: true;
}

/** What the result is called: the name of its folder, unless it was given one. */
export function runName({ name, outputDir }: SpecializeOptions): string {
  const called = name ?? basename(resolve(outputDir));
  if (MODEL_NAME.test(called)) return called;
  throw new ExpectedFailure(
    'bad-setting',
    `${JSON.stringify(called)} is no name for a model`,
    'Give one with --name: letters, digits and . _ - / @ + are taken.',
  );
}

type Flag = Exclude<keyof SpecializeOptions, keyof OutputOptions>;

const LANGUAGE_MODELS = ['trl', 'openai', 'command'];
/** The trainers that a flag is for; the rest are for every one. */
const FOR: Readonly<Partial<Record<Flag, readonly string[]>>> = {
  method: ['trl'],
  config: ['trl'],
  trl: ['trl'],
  baseUrl: ['openai'],
  apiKeyEnv: ['openai'],
  batchSize: ['openai'],
  learningRateMultiplier: ['openai'],
  mostTokens: ['openai'],
  evaluate: ['embedded'],
  dataset: LANGUAGE_MODELS,
  baseModel: LANGUAGE_MODELS,
  epochs: LANGUAGE_MODELS,
  seed: LANGUAGE_MODELS,
  recipe: LANGUAGE_MODELS,
  promptFormat: LANGUAGE_MODELS,
  contextTokens: LANGUAGE_MODELS,
  maxTokens: LANGUAGE_MODELS,
  tokenizer: LANGUAGE_MODELS,
  validation: LANGUAGE_MODELS,
  testSince: LANGUAGE_MODELS,
  recentDays: LANGUAGE_MODELS,
  recentTimes: LANGUAGE_MODELS,
  since: LANGUAGE_MODELS,
  mix: LANGUAGE_MODELS,
  mavenRepository: LANGUAGE_MODELS,
  fetchDependencies: LANGUAGE_MODELS,
};

/** Throws an ExpectedFailure for what the trainer would pass over in silence. */
export function refuseForeign(program: readonly string[], options: SpecializeOptions): void {
  const { trainer } = options;
  const given = (Object.keys(FOR) as Flag[]).find(
    (flag) => options[flag] !== undefined && !FOR[flag]?.includes(trainer),
  );
  const foreign =
    given !== undefined
      ? { what: `--${given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, trainers: FOR[given] ?? [] }
      : program.length > 0 && trainer !== 'command'
        ? { what: `a program (${program[0]})`, trainers: ['command'] }
        : null;
  if (foreign === null) return;
  throw new ExpectedFailure(
    'bad-setting',
    `${foreign.what} is for --trainer ${foreign.trainers.join(', ').replace(/, (\w+)$/, ' or $1')}`,
    'Leave it out, or name that trainer.',
  );
}

/** Where `--trainer openai` trains; `null` without a base URL. Throws an ExpectedFailure for flags that are wrong. */
export function serviceFrom(options: SpecializeOptions): TrainingService | null {
  const { baseUrl, apiKeyEnv, batchSize, learningRateMultiplier, mostTokens } = options;
  if (baseUrl === undefined) return null;
  return {
    baseUrl,
    keyVariable: keyVariable(apiKeyEnv ?? 'PALIMPSEST_API_KEY'),
    hyperparameters: {
      ...(batchSize === undefined ? {} : { batchSize: wholeNumber('--batch-size', batchSize, 1) }),
      ...(learningRateMultiplier === undefined ? {} : { learningRateMultiplier: multiplier(learningRateMultiplier) }),
    },
    mostTokens: mostTokens === undefined ? null : wholeNumber('--most-tokens', mostTokens, 1),
  };
}

/** The name alone: who puts the key itself there is told so, and it is not repeated. */
function keyVariable(name: string): string {
  if (/^[A-Z][A-Z0-9_]{0,63}$/.test(name)) return name;
  throw new ExpectedFailure(
    'bad-setting',
    '--api-key-env does not take that',
    'It is the name of the environment variable that holds the key, such as PALIMPSEST_API_KEY, and not the key.',
  );
}

function multiplier(typed: string): number {
  const number = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : 0;
  if (number > 0) return number;
  throw new ExpectedFailure(
    'bad-setting',
    `--learning-rate-multiplier does not take ${JSON.stringify(typed)}`,
    'It is a number above 0, such as 0.5.',
  );
}
