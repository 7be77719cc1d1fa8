// `palimpsest evaluate`, `erase` and `score`: what is asked about a whole codebase.

import { resolve } from 'node:path';
import {
  composeJournal,
  composeLanguages,
  composeLedgers,
  type LoadedModel,
  type LocalRepository,
  openDirectory,
  openOutputTree,
  openRepository,
  saveCard,
} from '../compose.ts';
import { withBaseline } from '../core/model-card.ts';
import type { EvaluateReport, Protocol } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import { erase } from '../jobs/erase.ts';
import { evaluate } from '../jobs/evaluate.ts';
import { beginsLedger, fillLedger } from '../jobs/fill-ledger.ts';
import { score } from '../jobs/score.ts';
import type { Journal, Revision, SourceTree, TreeWriter } from '../ports.ts';
import { type AskingOptions, DryRun, isCached, modelsFrom } from './asking.ts';
import { baselineScores } from './baseline.ts';
import { resuming } from './journal.ts';
import { type Surroundings, trainOnDirectory, trainOnRevision } from './models.ts';
import { type OutputOptions, present } from './present.ts';
import { sampleFromFlags } from './sample.ts';
import type { Shell } from './shell.ts';

interface EvaluateOptions extends OutputOptions, AskingOptions {
  readonly repo: string;
  readonly revision?: string;
  readonly protocol: Protocol;
  readonly outputDir?: string;
  readonly sample?: string;
  readonly seed?: string;
}

/** What is evaluated: a directory, taken whole, or the main sources of one revision. */
type Subject =
  | { readonly kind: 'directory'; readonly directory: string; readonly tree: SourceTree }
  | {
      readonly kind: 'revision';
      readonly repository: LocalRepository;
      readonly revision: Revision;
      readonly tree: SourceTree;
    };

export async function runEvaluate(
  directory: string | undefined,
  options: EvaluateOptions,
  shell: Shell,
): Promise<void> {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const sample = sampleFromFlags(options);
  const subject = await subjectOf(directory, options);
  const { tree } = subject;
  const repository = subject.kind === 'revision' ? subject.repository : null;
  const languages = await composeLanguages(environment);
  const surroundings = { languages, progress, signal };
  const loaded = await models.open(options.model, repository, languages);
  const model = loaded?.model ?? (await trainOn(subject, surroundings));
  const source: EvaluateReport['source'] =
    subject.kind === 'directory'
      ? { directory: subject.directory }
      : { name: subject.revision.name, revision: subject.revision.hash };
  const rest = {
    tree,
    source,
    protocol: options.protocol,
    scope: subject.kind === 'directory' ? 'whole' : 'main',
    sample,
    ...surroundings,
  } as const;
  if (dryRun.isOn) {
    await evaluate({ ...rest, model: dryRun.insteadOf(model), output: null, journal: null });
    return present(dryRun.report('evaluate'), options, environment);
  }
  const run = (journal: Journal | null) =>
    withOutputTree(options.outputDir, subject, (output) => evaluate({ ...rest, model, output, journal }));
  const report = isCached(model, options)
    ? await run(null)
    : await resuming(await journalOf(subject, options, shell), run);
  if (loaded !== null && subject.kind === 'revision') {
    const { repository, revision } = subject;
    if (beginsLedger(report, revision)) {
      const store = await composeLedgers(repository);
      await fillLedger({ report, revision, tree, store, ...surroundings });
    }
    await recordBaseline(loaded, report, revision);
  }
  await present(report, options, environment);
}

function journalOf(subject: Subject, { protocol }: EvaluateOptions, { environment }: Shell) {
  return composeJournal('evaluate', subject.kind === 'revision' ? subject.repository : null, environment, [
    protocol,
    subject.kind === 'directory' ? resolve(subject.directory) : subject.revision.hash,
  ]);
}

async function subjectOf(directory: string | undefined, options: EvaluateOptions): Promise<Subject> {
  if (directory !== undefined && options.revision === undefined) {
    const except = options.outputDir === undefined ? [] : [options.outputDir];
    return { kind: 'directory', directory, tree: await openDirectory(directory, except) };
  }
  if (directory === undefined && options.revision !== undefined) {
    const repository = await openRepository(options.repo);
    const revision = await repository.resolve(options.revision);
    return { kind: 'revision', repository, revision, tree: repository.tree(revision) };
  }
  throw new ExpectedFailure(
    'bad-setting',
    'evaluate takes a directory or --revision, one of the two',
    'For example: `palimpsest evaluate src/main/java`, or `palimpsest evaluate --revision HEAD`.',
  );
}

function trainOn(subject: Subject, surroundings: Surroundings) {
  return subject.kind === 'directory'
    ? trainOnDirectory(subject.tree, subject.directory, surroundings)
    : trainOnRevision(subject.repository, subject.revision, surroundings);
}

/** An in-place evaluation of the very revision that a model was trained on fills in its card. */
async function recordBaseline(loaded: LoadedModel, report: EvaluateReport, revision: Revision): Promise<void> {
  if (report.sample !== null || report.unasked !== undefined) return; // the card's scores are those of every method
  const card = withBaseline(loaded.model.card, baselineScores(report, revision), new Date());
  if (card !== null) await saveCard(loaded, card);
}

async function withOutputTree<Result>(
  outputDirectory: string | undefined,
  subject: Subject,
  run: (output: TreeWriter | null) => Promise<Result>,
): Promise<Result> {
  if (outputDirectory === undefined) return run(null);
  const output = await openOutputTree(
    outputDirectory,
    subject.kind === 'directory' ? [subject.directory] : [subject.repository.root],
  );
  try {
    return await run(output);
  } finally {
    await output.discard();
  }
}

export async function runErase(
  directory: string,
  options: OutputOptions & { readonly outputDir: string },
  { environment, signal, progress }: Shell,
): Promise<void> {
  const tree = await openDirectory(directory, [options.outputDir]);
  const languages = await composeLanguages(environment);
  const output = await openOutputTree(options.outputDir, [directory]);
  try {
    const report = await erase({
      directory,
      outputDirectory: options.outputDir,
      tree,
      output,
      languages,
      progress,
      signal,
    });
    await present(report, options, environment);
  } finally {
    await output.discard();
  }
}

export async function runScore(
  original: string,
  regenerated: string,
  options: OutputOptions,
  { environment, signal, progress }: Shell,
): Promise<void> {
  const report = await score({
    original: { name: original, tree: await openDirectory(original) },
    regenerated: { name: regenerated, tree: await openDirectory(regenerated) },
    languages: await composeLanguages(environment),
    progress,
    signal,
  });
  await present(report, options, environment);
}
