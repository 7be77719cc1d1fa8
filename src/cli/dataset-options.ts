// What a training set is to be made of, from the flags of a command.

import { composeTokenCounter } from '../compose/dataset.ts';
import type { LocalRepository } from '../compose.ts';
import type { DatasetForm, Recipe } from '../core/dataset-card.ts';
import { RECENT_TIMES } from '../core/dataset-recipe.ts';
import type { PromptFormat } from '../core/prompt-format.ts';
import { ExpectedFailure } from '../errors.ts';
import type { DatasetInput, RecipeRequest } from '../jobs/dataset.ts';
import { stateBefore } from '../jobs/state-before.ts';
import type { HistoryReader, Revision } from '../ports.ts';
import { wholeNumber } from './sample.ts';

export interface RecipeOptions {
  readonly revision?: string;
  readonly recipe?: Recipe;
  readonly promptFormat?: PromptFormat;
  readonly form?: readonly DatasetForm[];
  readonly contextTokens?: string;
  readonly maxTokens?: string;
  readonly tokenizer?: string;
  readonly validation?: string;
  readonly testSince?: string;
  readonly seed?: string;
  readonly recentDays?: string;
  readonly recentTimes?: string;
}

/** All that the flags decide. Throws an ExpectedFailure for what they cannot. */
export async function datasetRequest(
  options: RecipeOptions,
  { repository, history }: { readonly repository: LocalRepository; readonly history: HistoryReader },
): Promise<DatasetRequest> {
  const { contextTokens, maxTokens } = windowOf(options);
  const states = await statesOf(options, repository, history);
  const { recipe, parameters } = await recipeOf(options, states.revision, repository, history);
  return {
    ...states,
    recipe,
    parameters: { ...parameters, ...(options.testSince === undefined ? {} : { 'test-since': options.testSince }) },
    format: options.promptFormat ?? 'completion',
    contextTokens,
    maxTokens,
    tokens: await composeTokenCounter(options.tokenizer),
    validationShare: shareOf(options.validation ?? '0.1'),
    seed: wholeNumber('--seed', options.seed ?? '1', 0),
    forms: options.form ?? null,
  };
}

export type DatasetRequest = Pick<
  DatasetInput,
  | 'revision'
  | 'testedAt'
  | 'recipe'
  | 'parameters'
  | 'format'
  | 'contextTokens'
  | 'maxTokens'
  | 'tokens'
  | 'validationShare'
  | 'seed'
  | 'forms'
>;

/** A prompt needs some room of its own. */
const LEAST_PROMPT = 128;

function windowOf({ contextTokens: context = '2048', maxTokens: most = '512' }: RecipeOptions) {
  const contextTokens = wholeNumber('--context-tokens', context, 256);
  const maxTokens = wholeNumber('--max-tokens', most, 1);
  if (contextTokens - maxTokens >= LEAST_PROMPT) return { contextTokens, maxTokens };
  throw new ExpectedFailure(
    'bad-setting',
    `an answer of ${maxTokens} tokens leaves no room for a prompt in ${contextTokens}`,
    'Lower --max-tokens, or raise --context-tokens.',
  );
}

function shareOf(typed: string): number {
  const share = /^(?:0|0?\.\d+)$/.test(typed) ? Number(typed) : 1;
  if (share < 1) return share;
  throw new ExpectedFailure(
    'bad-setting',
    `--validation does not take ${JSON.stringify(typed)}`,
    'It is a share of the files, such as 0.1; 0 for none.',
  );
}

async function statesOf(
  { revision = 'HEAD', testSince }: RecipeOptions,
  repository: LocalRepository,
  history: HistoryReader,
): Promise<{ readonly revision: Revision; readonly testedAt: Revision | null }> {
  const head = await repository.resolve(revision);
  if (testSince === undefined) return { revision: head, testedAt: null };
  const [, days] = /^([1-9]\d{0,4})d$/.exec(testSince) ?? [];
  const earlier =
    days === undefined
      ? await repository.resolve(testSince)
      : await stateBefore(head, Number(days), repository, history);
  return { revision: earlier, testedAt: head };
}

async function recipeOf(
  options: RecipeOptions,
  revision: Revision,
  repository: LocalRepository,
  history: HistoryReader,
): Promise<{ readonly recipe: RecipeRequest; readonly parameters: DatasetInput['parameters'] }> {
  const kind = options.recipe ?? 'javadoc';
  switch (kind) {
    case 'recent': {
      const days = wholeNumber('--recent-days', options.recentDays ?? '90', 1);
      const times = wholeNumber('--recent-times', options.recentTimes ?? String(RECENT_TIMES), 1);
      const base = await stateBefore(revision, days, repository, history);
      return { recipe: { kind, base, times }, parameters: { 'recent-days': days, 'recent-times': times } };
    }
    default:
      return { recipe: { kind: kind as 'javadoc' }, parameters: {} };
  }
}
