// `palimpsest specialize --trainer embedded`: what `train` does, in the folder of a run.

import { join } from 'node:path';
import { openRun } from '../compose/trainers.ts';
import { composeLanguages, composeTraining, makeParentFolder, writeOutput } from '../compose.ts';
import { modelsFileText } from '../config/models-text.ts';
import { withBaseline } from '../core/model-card.ts';
import { REPORT_SCHEMA_VERSION, type SpecializeReport } from '../core/report.ts';
import { evaluate } from '../jobs/evaluate.ts';
import { train } from '../jobs/train.ts';
import { baselineScores } from './baseline.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';
import { runName, type SpecializeOptions } from './specialize-options.ts';

const MODEL = 'model/model.palimpsest';

export async function specializeEmbedded(
  options: SpecializeOptions,
  { environment, signal, progress, atEnd }: Shell,
): Promise<SpecializeReport> {
  const name = runName(options);
  const { repository } = await openProject(options.repo);
  const revision = await repository.resolve(options.revision ?? 'HEAD');
  const run = await openRun(options.outputDir, { trainer: 'embedded', name, revision: revision.hash });
  atEnd(() => run.close());
  const reported = (finished: Pick<SpecializeReport, 'model' | 'trained'>): SpecializeReport => ({
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'specialize',
    trainer: 'embedded',
    dataset: null,
    output: {
      folder: run.folder,
      card: join(run.folder, 'card.json'),
      models: join(run.folder, 'models.yml'),
      chart: null,
    },
    losses: [],
    serve: [],
    remarks: [],
    ...finished,
  });
  if (run.finished !== null) return reported({ model: run.finished.card, trained: false });
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
  const measured = options.evaluate
    ? await evaluate({
        tree,
        source: { name: revision.name, revision: revision.hash },
        protocol: 'in-place',
        scope: 'main',
        model: trained.model,
        languages,
        output: null,
        journal: null,
        progress,
        signal,
      })
    : null;
  const scores = measured && baselineScores(measured, revision);
  const card = (scores && withBaseline(trained.card, scores, new Date())) ?? trained.card;
  const path = join(run.folder, MODEL);
  await makeParentFolder(path);
  await writeOutput(path, trained.save());
  const entry = { provider: 'embedded', path: MODEL };
  const heading = 'For `--models`: the embedded model of this run.';
  const model = { model: path, fingerprint: card.fingerprint, epochs: 1, serve: [] };
  await run.finish({ card, model }, { 'models.yml': modelsFileText(name, entry, heading) });
  return reported({ model: card, trained: true });
}
