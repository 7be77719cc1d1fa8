// `palimpsest train`

import { resolve } from 'node:path';
import { cardPath, composeLanguages, composeLedgers, composeTraining, modelPath, saveModel } from '../compose.ts';
import { unmeasured } from '../core/measure.ts';
import { asShadow, type ModelCard, withBaseline } from '../core/model-card.ts';
import { REPORT_SCHEMA_VERSION, type TrainReport } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import { evaluate } from '../jobs/evaluate.ts';
import { beginsLedger, fillLedger } from '../jobs/fill-ledger.ts';
import { train } from '../jobs/train.ts';
import { baselineScores } from './baseline.ts';
import type { Format } from './formats.ts';
import { present } from './present.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';

interface TrainOptions {
  readonly repo: string;
  readonly revision?: string;
  readonly trainedAt?: string;
  readonly shadowOf?: string;
  readonly output?: string;
  readonly evaluate?: true;
  readonly format?: Format;
}

export async function runTrain(options: TrainOptions, { environment, signal, progress }: Shell): Promise<void> {
  const asked = askedFor(options);
  const { repository } = await openProject(options.repo);
  const revision = await repository.resolve(asked.revision);
  const languages = await composeLanguages(environment);
  const tree = repository.tree(revision);
  const trained = await train({
    tree,
    origin: { project: await repository.identity(), revision: revision.hash, committedAt: revision.committedAt },
    scope: 'main',
    languages,
    training: composeTraining(languages),
    progress,
    signal,
  });
  const identity = asked.shadow === null ? trained.card : asShadow(trained.card, asked.shadow.of);
  const measured = options.evaluate
    ? await evaluate({
        tree,
        source: { name: revision.name, revision: revision.hash },
        protocol: 'in-place',
        scope: 'main',
        model: { ...trained.model, card: identity },
        languages,
        output: null,
        journal: null,
        progress,
        signal,
      })
    : null;
  const scores = measured && baselineScores(measured, revision);
  const card = (scores && withBaseline(identity, scores, new Date())) ?? identity;
  const path = options.output === undefined ? modelPath(repository) : resolve(options.output);
  const bytes = trained.save();
  await saveModel(path, repository, bytes, card);
  if (measured !== null && beginsLedger(measured, revision)) {
    const store = await composeLedgers(repository);
    await fillLedger({ report: measured, revision, tree, store, languages, progress, signal });
  }
  const unlearned = unmeasured(card.trainedAt?.files ?? 0, card.trainedAt?.units ?? 0);
  const report: TrainReport = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'train',
    source: { name: revision.name, revision: revision.hash },
    model: card,
    output: { model: path, card: cardPath(path), bytes: bytes.length },
    summary: measured?.summary ?? unlearned,
    stub: measured?.stub ?? unlearned,
    files: measured?.files ?? [],
    methods: measured?.methods ?? [],
    leftOut: trained.leftOut,
    notes: trained.notes,
  };
  await present(report, options.format === undefined ? {} : { format: options.format }, environment);
}

/** What to train on, and whether the model is to be the shadow of another. */
function askedFor({ revision, trainedAt, shadowOf }: TrainOptions): Pick<ModelCard, 'shadow'> & { revision: string } {
  if (trainedAt !== undefined) {
    if (revision === undefined) return { revision: trainedAt, shadow: { of: shadowOf ?? null } };
    throw new ExpectedFailure(
      'bad-setting',
      '--trained-at and --revision both say what to train on',
      'Give one of them: --revision REV trains a model of that state, --trained-at REV the shadow of a model that was trained there.',
    );
  }
  if (shadowOf === undefined) return { revision: revision ?? 'HEAD', shadow: null };
  throw new ExpectedFailure(
    'bad-setting',
    '--shadow-of names a model, but not where it was trained',
    'Add --trained-at REV, the revision that the model was trained at.',
  );
}
