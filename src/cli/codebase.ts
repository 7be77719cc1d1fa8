// `palimpsest evaluate`, `erase` and `score`: what is asked about a whole codebase.

import {
  composeLanguages,
  composeLedgers,
  type LoadedModel,
  openDirectory,
  openOutputTree,
  saveCard,
  trainOnRevision,
} from '../compose.ts';
import { withBaseline } from '../core/model-card.ts';
import type { EvaluateReport, Protocol } from '../core/report.ts';
import { erase } from '../jobs/erase.ts';
import { evaluate } from '../jobs/evaluate.ts';
import { beginsLedger, fillLedger } from '../jobs/fill-ledger.ts';
import { score } from '../jobs/score.ts';
import type { Journal, Revision, TreeWriter } from '../ports.ts';
import { type AskingOptions, DryRun, isCached, modelsFrom } from './asking.ts';
import { baselineScores } from './baseline.ts';
import { resuming } from './journal.ts';
import { type Surroundings, trainOnDirectory } from './models.ts';
import { type OutputOptions, present } from './present.ts';
import { sampleFromFlags } from './sample.ts';
import { shardFromFlag, shardParts } from './shard.ts';
import type { Shell } from './shell.ts';
import { evaluated, journalOf, readFrom, repositoryOf, type Subject, subjectOf } from './subject.ts';

interface EvaluateOptions extends OutputOptions, AskingOptions {
  readonly repo: string;
  readonly revision?: string;
  readonly protocol: Protocol;
  readonly outputDir?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly shard?: string;
}

export async function runEvaluate(
  directory: string | undefined,
  options: EvaluateOptions,
  shell: Shell,
): Promise<void> {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const sample = sampleFromFlags(options);
  const shard = shardFromFlag(options.shard);
  const subject = await subjectOf('evaluate', directory, options);
  const { tree } = subject;
  const repository = repositoryOf(subject);
  const languages = await composeLanguages(environment);
  const surroundings = { languages, progress, signal };
  const loaded = await models.open(options.model, repository, languages);
  const model = loaded?.model ?? (await trainOn(subject, surroundings));
  const { protocol } = options;
  const rest = { ...evaluated(subject), protocol, sample, shard, ...surroundings };
  if (dryRun.isOn) {
    await evaluate({ ...rest, model: dryRun.insteadOf(model), output: null, journal: null });
    return present(dryRun.report('evaluate'), options, environment);
  }
  const run = (journal: Journal | null) =>
    withOutputTree(options.outputDir, subject, (output) => evaluate({ ...rest, model, output, journal }));
  const report = isCached(model, options)
    ? await run(null)
    : await resuming(await journalOf('evaluate', subject, [protocol, ...shardParts(shard)], shell), run);
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

function trainOn(subject: Subject, surroundings: Surroundings) {
  return subject.kind === 'directory'
    ? trainOnDirectory(subject.tree, subject.directory, surroundings)
    : trainOnRevision(subject.repository, subject.revision, surroundings);
}

/** An in-place evaluation of the very revision that a model was trained on fills in its card. */
async function recordBaseline(loaded: LoadedModel, report: EvaluateReport, revision: Revision): Promise<void> {
  if (report.sample !== null || report.unasked !== undefined || report.shard !== undefined) return; // the card's scores are those of every method
  const card = withBaseline(loaded.model.card, baselineScores(report, revision), new Date());
  if (card !== null) await saveCard(loaded, card);
}

async function withOutputTree<Result>(
  outputDirectory: string | undefined,
  subject: Subject,
  run: (output: TreeWriter | null) => Promise<Result>,
): Promise<Result> {
  if (outputDirectory === undefined) return run(null);
  const output = await openOutputTree(outputDirectory, readFrom(subject));
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
