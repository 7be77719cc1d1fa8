// `palimpsest update`

import { composeJournal, composeLanguages, composeLedgers, loadModel, openRepository } from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import { ExpectedFailure } from '../errors.ts';
import { update } from '../jobs/update.ts';
import { resuming } from './journal.ts';
import { type OutputOptions, present } from './present.ts';
import type { Shell } from './shell.ts';

interface UpdateOptions extends OutputOptions {
  readonly repo: string;
  readonly revision?: string;
  readonly model?: string;
}

export async function runUpdate(options: UpdateOptions, { environment, signal, progress }: Shell): Promise<void> {
  const repository = await openRepository(options.repo);
  const target =
    options.revision === undefined ? await repository.defaultBranch() : await repository.resolve(options.revision);
  const languages = await composeLanguages(environment);
  const loaded = await loadModel(options.model, repository, languages);
  if (loaded === null) {
    throw new ExpectedFailure(
      'bad-model-file',
      'there is no model whose ledger could be updated',
      'Train one with `palimpsest train --evaluate`, which begins its ledger too.',
    );
  }
  const store = await composeLedgers(repository);
  const policy = (await readRepositorySettings(repository)).freshness;
  const identity = [loaded.model.card.fingerprint, target.hash];
  const report = await resuming(await composeJournal('update', repository, environment, identity), (journal) =>
    update({ repository, target, store, model: loaded.model, languages, policy, journal, progress, signal }),
  );
  await present(report, options, environment);
}
