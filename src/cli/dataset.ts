// `palimpsest dataset`

import { composeLanguages, type LocalRepository, openOutputTree } from '../compose.ts';
import type { DatasetReport } from '../core/report.ts';
import { writeDataset } from '../jobs/dataset.ts';
import { datasetReadme } from '../report/markdown/dataset.ts';
import { renderDatasetCard } from '../report/schema/dataset.ts';
import { type DatasetRequest, datasetRequest, type RecipeOptions } from './dataset-options.ts';
import { type OutputOptions, present } from './present.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';

interface DatasetPlace {
  readonly repo: string;
  readonly outputDir: string;
}

export async function runDataset(options: OutputOptions & DatasetPlace & RecipeOptions, shell: Shell): Promise<void> {
  const { repository, history } = await openProject(options.repo);
  const request = await datasetRequest(options, { repository, history, signal: shell.signal });
  const report = await makeDataset(request, { repository, outputDirectory: options.outputDir }, shell);
  await present(report, options, shell.environment);
}

/** Writes what was asked for, whole or not at all. */
export async function makeDataset(
  request: DatasetRequest,
  { repository, outputDirectory }: { readonly repository: LocalRepository; readonly outputDirectory: string },
  { environment, signal, progress }: Shell,
): Promise<DatasetReport> {
  const output = await openOutputTree(outputDirectory, [repository.root]);
  try {
    return await writeDataset({
      ...request,
      repository,
      languages: await composeLanguages(environment),
      outputDirectory,
      output,
      describe: (card) => ({ 'dataset-card.json': renderDatasetCard(card), 'README.md': datasetReadme(card) }),
      progress,
      signal,
    });
  } finally {
    await output.discard();
  }
}
