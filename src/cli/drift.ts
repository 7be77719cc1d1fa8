// `palimpsest drift`

import {
  composeLanguages,
  type LocalRepository,
  loadModel,
  openHistory,
  openLedgers,
  openRepository,
} from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import type { ModelCard } from '../core/model-card.ts';
import { type DriftInput, drift, trainedRevision } from '../jobs/drift.ts';
import { forecastBasis, ledgerSpeakingFor } from '../jobs/speaking-ledger.ts';
import { type OutputOptions, present } from './present.ts';
import type { Shell } from './shell.ts';
import { parseSince } from './since.ts';

interface DriftOptions extends OutputOptions {
  readonly repo: string;
  readonly since: string;
  readonly until: string;
  readonly model?: string;
}

export async function runDrift(options: DriftOptions, { environment, signal, progress }: Shell): Promise<void> {
  const since = parseSince(options.since);
  const repository = await openRepository(options.repo);
  const until = await repository.resolve(options.until);
  const languages = await composeLanguages(environment);
  const loaded = await loadModel(options.model, repository, languages);
  const card = loaded?.model.card ?? null;
  const report = await drift({
    history: openHistory(repository.root),
    until,
    since,
    trainedAt: card && (await trainedRevision(card, repository)),
    freshness: card && (await pastFreshness(card, repository)),
    language: languages.main,
    progress,
    signal,
  });
  await present(report, options, environment);
}

/** Without a model nothing is asked of ledgers and settings: drift is told from git's history alone. */
async function pastFreshness(card: ModelCard, repository: LocalRepository): Promise<DriftInput['freshness']> {
  const answering = await ledgerSpeakingFor(card, openLedgers(repository));
  if (answering === null) return null;
  return forecastBasis(answering, (await readRepositorySettings(repository)).freshness.line);
}
