// Training sets as a test writes and reads them.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { datasetRequest, type RecipeOptions } from '../../src/cli/dataset-options.ts';
import type { DatasetCard } from '../../src/core/dataset-card.ts';
import type { DatasetReport } from '../../src/core/report.ts';
import { openOutputTree } from '../../src/files/output-tree.ts';
import { openHistory } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/repository.ts';
import { writeDataset } from '../../src/jobs/dataset.ts';
import { datasetReadme } from '../../src/report/markdown/dataset.ts';
import { renderDatasetCard } from '../../src/report/schema/dataset.ts';
import { undisturbed } from './job-surroundings.ts';
import { temporaryFolder } from './scratch-repository.ts';

export interface WrittenDataset {
  readonly folder: string;
  readonly card: DatasetCard;
  readonly report: DatasetReport;
  /** The lines of a file such as `trl/train.jsonl`, parsed; none where there is no such file. */
  lines(file: string): Record<string, unknown>[];
}

/** What `palimpsest dataset` writes with these flags, without a process. */
export async function datasetOf(root: string, options: RecipeOptions = {}): Promise<WrittenDataset> {
  const folder = join(temporaryFolder(), 'dataset');
  const repository = await openRepository(root);
  const request = await datasetRequest(options, {
    repository,
    history: openHistory(repository.root),
    signal: undisturbed.signal,
  });
  const output = await openOutputTree(folder, [root]);
  try {
    const report = await writeDataset({
      ...request,
      repository,
      outputDirectory: folder,
      output,
      describe: (card) => ({ 'dataset-card.json': renderDatasetCard(card), 'README.md': datasetReadme(card) }),
      ...undisturbed,
    });
    return { folder, card: report.card, report, lines: (file) => linesOf(join(folder, file)) };
  } finally {
    await output.discard();
  }
}

function linesOf(path: string): Record<string, unknown>[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}
