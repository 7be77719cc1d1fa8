// Which model answers: the one that was asked for, the one that `train` left, or one made on the spot.

import { composeTraining, type Languages } from '../compose.ts';
import { train } from '../jobs/train.ts';
import type { CodeModel, Progress, SourceTree } from '../ports.ts';

export interface Surroundings {
  readonly languages: Languages;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** The embedded model, trained in memory on everything in a directory. */
export async function trainOnDirectory(
  tree: SourceTree,
  directory: string,
  { languages, progress, signal }: Surroundings,
): Promise<CodeModel> {
  const trained = await train({
    tree,
    origin: { project: null, revision: directory, committedAt: null },
    scope: 'whole',
    languages,
    training: composeTraining(languages),
    progress,
    signal,
  });
  return trained.model;
}
