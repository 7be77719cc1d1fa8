// `palimpsest dataset`

import { composeLanguages, openOutputTree } from '../compose.ts';
import { writeDataset } from '../jobs/dataset.ts';
import { datasetReadme } from '../report/markdown/dataset.ts';
import { renderDatasetCard } from '../report/schema/dataset.ts';
import { datasetRequest, type RecipeOptions } from './dataset-options.ts';
import { type OutputOptions, present } from './present.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';

interface DatasetOptions extends OutputOptions, RecipeOptions {
  readonly repo: string;
  readonly outputDir: string;
}

export async function runDataset(options: DatasetOptions, { environment, signal, progress }: Shell): Promise<void> {
  const { repository, history } = await openProject(options.repo);
  const request = await datasetRequest(options, { repository, history, signal });
  const output = await openOutputTree(options.outputDir, [repository.root]);
  try {
    const report = await writeDataset({
      ...request,
      repository,
      languages: await composeLanguages(environment),
      outputDirectory: options.outputDir,
      output,
      describe: (card) => ({ 'dataset-card.json': renderDatasetCard(card), 'README.md': datasetReadme(card) }),
      progress,
      signal,
    });
    await present(report, options, environment);
  } finally {
    await output.discard();
  }
}
