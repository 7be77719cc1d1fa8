// The challenger's scores on the day that it was trained, for its card.

import { type ModelCard, withBaseline } from '../core/model-card.ts';
import type { BaselineState } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import type { CodeModel, Journal, LanguageRegistry, Progress, RepositoryReader } from '../ports.ts';
import { evaluate } from './evaluate.ts';

/** Whether to measure it where the card does not have it, and when that is, for the card. */
export interface BaselineWanted {
  readonly isWanted: boolean;
  readonly now: Date;
}

interface Surroundings {
  readonly repository: RepositoryReader;
  readonly languages: LanguageRegistry;
  readonly journal: Journal | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** An in-place evaluation of the revision that the model was trained at, unless its card has one. */
export async function measureBaseline(
  model: CodeModel,
  { isWanted, now }: BaselineWanted,
  { repository, languages, journal, progress, signal }: Surroundings,
): Promise<{ readonly card: ModelCard; readonly state: BaselineState }> {
  const { card } = model;
  if (card.baseline !== null) return { card, state: 'on-card' };
  if (!isWanted) return { card, state: 'not-asked' };
  const revision = await trainedAt(card, repository);
  if (revision === null) return { card, state: 'unknown-training' };
  const { protocol, summary, unasked } = await evaluate({
    languages,
    progress,
    signal,
    tree: repository.tree(revision),
    source: { name: revision.name, revision: revision.hash },
    protocol: 'in-place',
    scope: 'main',
    model,
    output: null,
    journal: journal && keptOpen(journal),
  });
  if (unasked !== undefined) return { card, state: 'budget-spent' };
  const { count, withFailuresAsStubs } = summary.methods;
  const scores = { revision: revision.hash, protocol, methods: count, similarity: withFailuresAsStubs.similarity };
  const measured = withBaseline(card, scores, now);
  return measured === null ? { card, state: 'unknown-training' } : { card: measured, state: 'measured' };
}

/** The evaluation is one step of several: what it wrote down stays until the decision is kept. */
function keptOpen(journal: Journal): Journal {
  return {
    get: (key) => journal.get(key),
    append: (key, regeneration) => journal.append(key, regeneration),
    finish: async () => {},
  };
}

async function trainedAt({ trainedAt }: ModelCard, repository: RepositoryReader) {
  if (trainedAt === null) return null;
  try {
    return await repository.resolve(trainedAt.revision);
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}
