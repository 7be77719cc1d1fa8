// `palimpsest update`

import { composeLanguages, composeLedgers, openRepository } from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import { ExpectedFailure } from '../errors.ts';
import { update } from '../jobs/update.ts';
import { type AskingOptions, DryRun, modelsFrom } from './asking.ts';
import { type OutputOptions, present } from './present.ts';
import type { Shell } from './shell.ts';

interface UpdateOptions extends OutputOptions, AskingOptions {
  readonly repo: string;
  readonly revision?: string;
}

export async function runUpdate(options: UpdateOptions, shell: Shell): Promise<void> {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const repository = await openRepository(options.repo);
  const target =
    options.revision === undefined ? await repository.defaultBranch() : await repository.resolve(options.revision);
  const languages = await composeLanguages(environment);
  const loaded = await models.open(options.model, repository, languages);
  if (loaded === null) {
    throw new ExpectedFailure(
      'bad-model-file',
      'there is no model whose ledger could be updated',
      'Train one with `palimpsest train --evaluate`, which begins its ledger too.',
    );
  }
  const report = await update({
    repository,
    target,
    store: await composeLedgers(repository),
    model: dryRun.insteadOf(loaded.model),
    languages,
    policy: (await readRepositorySettings(repository)).freshness,
    progress,
    signal,
  });
  await present(dryRun.isOn ? dryRun.report('update') : report, options, environment);
}
