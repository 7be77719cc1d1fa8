// What a training set is to be made of, from the flags of a command.

import { composeLibraries, composeTokenCounter, revisionOfCard, secretsIn } from '../compose/dataset.ts';
import type { LocalRepository } from '../compose.ts';
import type { DatasetForm, Recipe } from '../core/dataset-card.ts';
import { type Mix, RECENT_TIMES } from '../core/dataset-recipe.ts';
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
  readonly since?: string;
  readonly mix?: string;
  readonly mavenRepository?: string;
  readonly fetchDependencies?: true;
}

/** All that the flags decide. Throws an ExpectedFailure for what they cannot. */
export async function datasetRequest(
  options: RecipeOptions,
  { repository, history, signal }: Around,
): Promise<DatasetRequest> {
  const { contextTokens, maxTokens } = windowOf(options);
  const states = await statesOf(options, repository, history);
  const { recipe, parameters } = await recipeOf(options, states.revision, { repository, history, signal });
  return {
    ...states,
    secrets: secretsIn,
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

interface Around {
  readonly repository: LocalRepository;
  readonly history: HistoryReader;
  readonly signal: AbortSignal;
}

export type DatasetRequest = Pick<
  DatasetInput,
  | 'revision'
  | 'secrets'
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

interface NamedRecipe {
  readonly recipe: RecipeRequest;
  readonly parameters: DatasetInput['parameters'];
}

async function recipeOf(options: RecipeOptions, revision: Revision, around: Around): Promise<NamedRecipe> {
  const kind = options.recipe ?? 'javadoc';
  onlyWith('incremental', { '--since': options.since, '--mix': options.mix }, kind);
  onlyWith('recent', { '--recent-days': options.recentDays, '--recent-times': options.recentTimes }, kind);
  const { mavenRepository, fetchDependencies } = options;
  onlyWith('dependencies', { '--maven-repository': mavenRepository, '--fetch-dependencies': fetchDependencies }, kind);
  const { repository, history, signal } = around;
  switch (kind) {
    case 'bodies':
    case 'javadoc':
    case 'files':
      return { recipe: { kind }, parameters: {} };
    case 'recent': {
      const days = wholeNumber('--recent-days', options.recentDays ?? '90', 1);
      const times = wholeNumber('--recent-times', options.recentTimes ?? String(RECENT_TIMES), 1);
      const base = await stateBefore(revision, days, repository, history);
      return { recipe: { kind, base, times }, parameters: { 'recent-days': days, 'recent-times': times } };
    }
    case 'incremental': {
      const mix = mixOf(options.mix ?? '1:1');
      const base = await repository.resolve(await revisionOfCard(cardOf(options.since)));
      return { recipe: { kind, base, mix }, parameters: { since: base.hash, mix: `${mix.fresh}:${mix.old}` } };
    }
    case 'dependencies': {
      const place = { mavenRepository: mavenRepository ?? null, isFetched: fetchDependencies === true, signal };
      const { found, missing } = await composeLibraries(repository.tree(revision), place);
      const names = found.map(({ name }) => name).join(' ');
      return {
        recipe: { kind, libraries: found },
        parameters: { dependencies: names, 'dependencies-missing': missing },
      };
    }
    default:
      return kind satisfies never;
  }
}

function onlyWith(recipe: Recipe, flags: Readonly<Record<string, unknown>>, kind: Recipe): void {
  const given = Object.entries(flags).find(([, value]) => value !== undefined);
  if (given === undefined || kind === recipe) return;
  throw new ExpectedFailure(
    'bad-setting',
    `${given[0]} is for --recipe ${recipe}`,
    'Leave it out, or name that recipe.',
  );
}

function cardOf(since: string | undefined): string {
  if (since !== undefined) return since;
  throw new ExpectedFailure(
    'bad-setting',
    '--recipe incremental needs to know since when',
    'Add --since CARD, the card of the model, or of the training set, to go on from.',
  );
}

function mixOf(typed: string): Mix {
  const [, fresh = '', old = ''] = /^([1-9]\d{0,3}):(\d{1,4})$/.exec(typed) ?? [];
  if (fresh !== '') return { fresh: Number(fresh), old: Number(old) };
  throw new ExpectedFailure(
    'bad-setting',
    `--mix does not take ${JSON.stringify(typed)}`,
    'It is how many new examples for how many old ones, such as 1:1 or 1:0.',
  );
}
