// `palimpsest drift`

import { composeLanguages, type LocalRepository, openHistory, openRepository } from '../compose.ts';
import { drift } from '../jobs/drift.ts';
import type { Revision } from '../ports.ts';
import { type ModelOptions, modelsFrom } from './asking.ts';
import { type OutputOptions, present } from './present.ts';
import type { Shell } from './shell.ts';
import { parseSince } from './since.ts';

interface DriftOptions extends OutputOptions, ModelOptions {
  readonly repo: string;
  readonly since: string;
  readonly until: string;
}

export async function runDrift(options: DriftOptions, shell: Shell): Promise<void> {
  const { environment, signal, progress } = shell;
  const since = parseSince(options.since);
  const repository = await openRepository(options.repo);
  const until = await repository.resolve(options.until);
  const languages = await composeLanguages(environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  const report = await drift({
    history: openHistory(repository.root),
    until,
    since,
    trainedAt: await trainedRevision(loaded?.model.card.trainedAt?.revision, repository),
    freshness: null,
    language: languages.main,
    progress,
    signal,
  });
  await present(report, options, environment);
}

/** A model may have been trained on a commit that this clone never had, or has no more. */
async function trainedRevision(
  revision: string | undefined,
  repository: LocalRepository,
): Promise<Revision | 'missing' | null> {
  if (revision === undefined) return null;
  return repository.resolve(revision).catch(() => 'missing' as const);
}
