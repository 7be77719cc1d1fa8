// Training the embedded model on one state of a project.

import type { ModelCard } from '../core/model-card.ts';
import type { LeftOut, Note } from '../core/report.ts';
import { isGeneratedText, pathScope } from '../core/scope.ts';
import { ExpectedFailure } from '../errors.ts';
import type { LanguageRegistry, Progress, SourceTree, TrainedModel, Training, TrainingOrigin } from '../ports.ts';
import { LeftOutCount } from './left-out.ts';
import { readSources } from './read-sources.ts';

export interface TrainInput {
  readonly tree: SourceTree;
  readonly origin: TrainingOrigin;
  /** `main`: tests, generated and vendored files are not learned. `whole`: everything is. */
  readonly scope: 'main' | 'whole';
  readonly languages: LanguageRegistry;
  readonly training: Training;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface Trained extends TrainedModel {
  readonly card: ModelCard;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}

/** Trains on every source of the tree that is in scope. Throws an ExpectedFailure when there is none. */
export async function train(input: TrainInput): Promise<Trained> {
  const { tree, languages, training, progress, signal } = input;
  const leftOut = new LeftOutCount();
  const notes: Note[] = [];
  const all = (await tree.list()).filter((path) => languages.forPath(path) !== undefined);
  if (all.length === 0) throw noSources(input.origin.revision);
  const paths = all.filter((path) => {
    const reason = input.scope === 'main' ? pathScope(path) : null;
    if (reason !== null) leftOut.file(reason);
    return reason === null;
  });
  progress.begin('training', paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    progress.advance();
    notes.push(...source.notes);
    if (source.parsed === null) continue;
    if (input.scope === 'main' && isGeneratedText(source.parsed.text)) leftOut.file('generated');
    else training.learn(source.parsed);
  }
  const trained = training.finish(input.origin);
  progress.end();
  return { ...trained, card: trained.model.card, leftOut: leftOut.rows(), notes };
}

export function noSources(where: string): ExpectedFailure {
  return new ExpectedFailure(
    'no-source-files',
    `there are no Java files in ${where}`,
    'Choose a project with Java sources, a folder that has some, or another revision.',
  );
}
