// A training set of one state of a project: examples in the bytes in which a model will be asked.

import type { DatasetCard, DatasetForm, DatasetSplit, Recipe } from '../core/dataset-card.ts';
import { exampleOf, formsOf, type TrainingExample } from '../core/dataset-example.ts';
import { changedMore, ONCE, showsJavadoc, type Times } from '../core/dataset-recipe.ts';
import { validationFiles } from '../core/dataset-split.ts';
import { DatasetTally } from '../core/dataset-tally.ts';
import { FileTokens } from '../core/file-tokens.ts';
import { PROMPT_VERSION, promptBudget } from '../core/prompt.ts';
import type { PromptFormat } from '../core/prompt-format.ts';
import { type DatasetReport, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import type { RepositoryReader, Revision, TreeWriter } from '../ports.ts';
import { type ChangedUnits, type ChangesInput, changedUnits } from './dataset-changes.ts';
import { type DatasetSource, datasetSources, mainPaths } from './dataset-sources.ts';
import { DatasetWriter } from './dataset-writer.ts';
import { noSources } from './train.ts';

/** A recipe with what it has to know. */
export type RecipeRequest =
  | { readonly kind: 'bodies' | 'javadoc' }
  /** What changed since `base` is learned `times` times. */
  | { readonly kind: 'recent'; readonly base: Revision; readonly times: number };

export interface DatasetInput extends ChangesInput {
  readonly repository: RepositoryReader;
  /** What is trained on. */
  readonly revision: Revision;
  /** The units that changed from `revision` to here are the test part; `null` for no such part. */
  readonly testedAt: Revision | null;
  readonly recipe: RecipeRequest;
  readonly format: PromptFormat;
  /** Tokens of a prompt with its answer, at most; and of an answer. */
  readonly contextTokens: number;
  readonly maxTokens: number;
  readonly tokens: { readonly count: (text: string) => number; readonly name: string };
  /** The share of files that validate, in [0, 1). */
  readonly validationShare: number;
  readonly seed: number;
  /** `null`: every form that the format has. */
  readonly forms: readonly DatasetForm[] | null;
  readonly parameters: DatasetCard['parameters'];
  readonly outputDirectory: string;
  readonly output: TreeWriter;
  /** What describes the training set, by file name: the card as JSON, and for people. */
  readonly describe: (card: DatasetCard) => Readonly<Record<string, string>>;
}

/** Writes it whole or not at all. The same input gives the same bytes. Throws `bad-dataset` when nothing is left to train on. */
export async function writeDataset(input: DatasetInput): Promise<DatasetReport> {
  const { repository, revision, output } = input;
  const tally = new DatasetTally();
  const forms = chosenForms(input);
  const writer = new DatasetWriter(output, forms, tally);
  await writeExamples(input, writer, tally);
  const hash = await writer.finish();
  const splits = tally.splits();
  const card: DatasetCard = {
    schemaVersion: 1,
    recipe: input.recipe.kind,
    project: await repository.identity(),
    revision: revision.hash,
    committedAt: revision.committedAt,
    testRevision: input.testedAt?.hash ?? null,
    parameters: input.parameters,
    format: input.format,
    promptVersion: PROMPT_VERSION,
    contextTokens: input.contextTokens,
    maxTokens: input.maxTokens,
    tokenizer: input.tokens.name,
    seed: input.seed,
    splits,
    leftOut: tally.leftOut(),
    forms,
    hash,
  };
  if (splits.train.examples === 0) throw nothingToLearn(card);
  for (const [path, text] of Object.entries(input.describe(card))) await output.write(path, Buffer.from(text, 'utf8'));
  input.signal.throwIfAborted(); // nothing is put in place by a run that was called off
  await output.commit();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'dataset',
    source: { name: revision.name, revision: revision.hash },
    outputDirectory: input.outputDirectory,
    card,
  };
}

function chosenForms({ format, forms }: DatasetInput): readonly DatasetForm[] {
  const possible = formsOf(format);
  const impossible = forms?.filter((form) => !possible.includes(form)) ?? [];
  if (impossible.length === 0) return forms ?? possible;
  throw new ExpectedFailure(
    'bad-setting',
    `prompts of the format ${format} cannot be written as ${impossible.join(' and ')}`,
    `They can be written as ${possible.join(' and ')}; chat is for --prompt-format chat.`,
  );
}

/** What is tested with is written before what is trained on. */
async function writeExamples(input: DatasetInput, writer: DatasetWriter, tally: DatasetTally): Promise<void> {
  const { repository, revision, testedAt, languages, progress, signal } = input;
  const tree = repository.tree(revision);
  const listed = await tree.list();
  if (!listed.some((path) => languages.forPath(path) !== undefined)) throw noSources(revision.name);
  const paths = mainPaths(listed, languages, tally);
  const later = testedAt === null ? null : await changedUnits(revision, testedAt, input);
  const times = await timesOf(input);
  const validation = validationFiles(paths, input.validationShare, input.seed);
  const write = exampleWriter(input, writer, tally);
  progress.begin('writing examples', paths.length + (later?.paths.length ?? 0));
  if (testedAt !== null && later !== null) {
    const sources = datasetSources(repository.tree(testedAt), later.paths, languages, tally, signal);
    for await (const source of sources) {
      await write(source, 'test', (id) => (later.ids.has(id) ? 1 : 0));
      progress.advance();
    }
  }
  const known = withoutTested(times, later);
  const parts = [
    { split: 'validation', files: paths.filter((path) => validation.has(path)) },
    { split: 'train', files: paths.filter((path) => !validation.has(path)) },
  ] as const;
  for (const { split, files } of parts) {
    for await (const source of datasetSources(tree, files, languages, tally, signal)) {
      await write(source, split, split === 'train' ? known : (id) => Math.min(1, known(id)));
      progress.advance();
    }
  }
  progress.end();
}

async function timesOf(input: DatasetInput): Promise<Times> {
  const { recipe, revision } = input;
  switch (recipe.kind) {
    case 'bodies':
    case 'javadoc':
      return ONCE;
    case 'recent':
      return changedMore((await changedUnits(recipe.base, revision, input)).ids, recipe.times);
    default:
      return recipe satisfies never;
  }
}

/** What is tested with is not learned, not even as it was before it changed. */
function withoutTested(times: Times, later: ChangedUnits | null): Times {
  return later === null ? times : (id) => (later.previousIds.has(id) || later.ids.has(id) ? 0 : times(id));
}

type WriteExamples = (source: DatasetSource, split: DatasetSplit, times: Times) => Promise<void>;

function exampleWriter(input: DatasetInput, writer: DatasetWriter, tally: DatasetTally): WriteExamples {
  const { format, contextTokens, maxTokens, tokens, recipe } = input;
  const budget = promptBudget(contextTokens, maxTokens);
  const javadoc = showsJavadoc(recipe.kind);
  return async ({ source, units, language }, split, times) => {
    const settings = { format, budget, maxTokens, countTokens: tokens.count, javadoc };
    const fileTokens = new FileTokens(source, language.tokenize);
    for (const unit of units) {
      const wanted = times(unit.id);
      if (wanted === 0) continue;
      const example: TrainingExample | null = exampleOf(source, unit, fileTokens, settings);
      if (example === null) tally.leaveOut('too-long', { units: 1 });
      else for (let time = 0; time < wanted; time++) await writer.add(split, source.path, example);
    }
  };
}

function nothingToLearn({
  recipe,
  leftOut,
}: Pick<DatasetCard, 'leftOut'> & { readonly recipe: Recipe }): ExpectedFailure {
  const reasons = leftOut.map(
    ({ reason, files, units }) => `${reason} (${units > 0 ? `${units} methods` : `${files} files`})`,
  );
  return new ExpectedFailure(
    'bad-dataset',
    `no example is left to train on${reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`}`,
    recipe === 'recent'
      ? 'Choose another revision, or raise --context-tokens and --max-tokens.'
      : 'Choose another revision or another recipe, or raise --context-tokens and --max-tokens.',
  );
}
