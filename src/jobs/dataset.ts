// A training set of one state of a project: examples in the bytes in which a model will be asked.

import type { DatasetCard, DatasetForm, DatasetSplit, Recipe } from '../core/dataset-card.ts';
import { formsOf } from '../core/dataset-example.ts';
import { among, changedMore, type Mix, ONCE, oldInMix, type Times } from '../core/dataset-recipe.ts';
import { validationFiles } from '../core/dataset-split.ts';
import { DatasetTally } from '../core/dataset-tally.ts';
import { PROMPT_VERSION } from '../core/prompt.ts';
import { randomOf } from '../core/random.ts';
import { type DatasetReport, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import { compareText } from '../core/text-order.ts';
import type { MethodId } from '../core/unit.ts';
import { ExpectedFailure } from '../errors.ts';
import type { SourceTree } from '../ports.ts';
import { type ChangedUnits, changedUnits } from './dataset-changes.ts';
import { exampleWriter } from './dataset-examples.ts';
import type { DatasetInput } from './dataset-input.ts';
import { datasetSources, mainPaths } from './dataset-sources.ts';
import { DatasetWriter } from './dataset-writer.ts';
import { noSources } from './train.ts';

export type { DatasetInput, RecipeRequest } from './dataset-input.ts';

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

function chosenForms({ recipe, format, forms }: DatasetInput): readonly DatasetForm[] {
  const possible = formsOf(recipe.kind === 'files' ? null : format);
  const impossible = forms?.filter((form) => !possible.includes(form)) ?? [];
  if (impossible.length === 0) return forms ?? possible;
  throw new ExpectedFailure(
    'bad-setting',
    `${recipe.kind === 'files' ? 'whole files' : `prompts of the format ${format}`} cannot be written as ${impossible.join(' and ')}`,
    `They can be written as ${possible.join(' and ')}; chat is for --prompt-format chat.`,
  );
}

/** What is tested with is written before what is trained on. */
async function writeExamples(input: DatasetInput, writer: DatasetWriter, tally: DatasetTally): Promise<void> {
  const { repository, revision, testedAt, languages, recipe, progress } = input;
  const tree = repository.tree(revision);
  const listed = await tree.list();
  if (!listed.some((path) => languages.forPath(path) !== undefined)) throw noSources(revision.name);
  const paths = mainPaths(listed, languages, tally);
  const later = testedAt === null ? null : await changedUnits(revision, testedAt, input);
  const times = withoutTested(await timesOf(input, paths), later, recipe.kind);
  const validating = validationFiles(paths, input.validationShare, input.seed);
  const examples = exampleWriter(input, writer, tally);
  const libraries = recipe.kind === 'dependencies' ? recipe.libraries : [];
  progress.begin('writing examples', paths.length + (later?.paths.length ?? 0));
  const write = async (split: DatasetSplit, from: SourceTree, files: readonly string[], timesIn: Times) => {
    for await (const source of datasetSources(from, files, input, tally)) {
      await examples.write(source, split, timesIn);
      progress.advance();
    }
  };
  if (testedAt !== null && later !== null) {
    const tested = new Set<string>(recipe.kind === 'files' ? later.paths : later.ids);
    await write('test', repository.tree(testedAt), later.paths, among(tested));
  }
  const isValidating = (path: string) => validating.has(path);
  await write('validation', tree, paths.filter(isValidating), (id) => Math.min(1, times(id)));
  const learned = paths.filter((path) => !isValidating(path));
  await write('train', tree, learned, times);
  for (const { tree: library } of libraries) {
    const files = mainPaths(await library.list(), languages, tally);
    await write('train', library, files, ONCE);
  }
  progress.end();
}

/** How often each unit is learned; of whole files, each path. */
async function timesOf(input: DatasetInput, paths: readonly string[]): Promise<Times> {
  const { recipe, revision } = input;
  switch (recipe.kind) {
    case 'bodies':
    case 'javadoc':
    case 'files':
    case 'dependencies':
      return ONCE;
    case 'recent':
      return changedMore((await changedUnits(recipe.base, revision, input)).ids, recipe.times);
    case 'incremental': {
      const { ids } = await changedUnits(recipe.base, revision, input);
      return among(new Set([...ids, ...(await drawOld(ids, recipe.mix, paths, input))]));
    }
    default:
      return recipe satisfies never;
  }
}

/** Of the units that did not change, those whose lots are the lowest. */
async function drawOld(
  changed: ReadonlySet<MethodId>,
  mix: Mix,
  paths: readonly string[],
  input: DatasetInput,
): Promise<MethodId[]> {
  const wanted = oldInMix(changed.size, mix);
  if (wanted === 0) return [];
  const { repository, revision, seed, languages, signal } = input;
  const lots: { readonly id: MethodId; readonly lot: number }[] = [];
  const reading = { languages, signal, secrets: async () => [] };
  // what is left out is counted when the examples are written
  for await (const { units } of datasetSources(repository.tree(revision), paths, reading, new DatasetTally())) {
    for (const { id } of units) if (!changed.has(id)) lots.push({ id, lot: randomOf(seed, id) });
  }
  lots.sort((a, b) => a.lot - b.lot || compareText(a.id, b.id));
  return lots.slice(0, wanted).map(({ id }) => id);
}

/** What is tested with is not learned, not even as it was before it changed. */
function withoutTested(times: Times, later: ChangedUnits | null, recipe: Recipe): Times {
  if (later === null) return times;
  const tested = new Set<string>(recipe === 'files' ? later.previousPaths : [...later.ids, ...later.previousIds]);
  return (id) => (tested.has(id) ? 0 : times(id));
}

function nothingToLearn({ recipe, leftOut }: DatasetCard): ExpectedFailure {
  const reasons = leftOut.map(
    ({ reason, files, units }) => `${reason} (${units > 0 ? `${units} methods` : `${files} files`})`,
  );
  return new ExpectedFailure(
    'bad-dataset',
    `no example is left to train on${reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`}`,
    recipe === 'incremental'
      ? 'Where nothing changed there is nothing to learn; else choose another revision or recipe, or raise --context-tokens and --max-tokens.'
      : 'Choose another revision or recipe, or raise --context-tokens and --max-tokens.',
  );
}
