// `palimpsest update`

import { composeJournal, composeLanguages, composeLedgers } from '../compose.ts';
import { ExpectedFailure } from '../errors.ts';
import { update } from '../jobs/update.ts';
import type { Journal } from '../ports.ts';
import { type AskingOptions, DryRun, isCached, modelsFrom } from './asking.ts';
import { resuming } from './journal.ts';
import { type OutputOptions, present } from './present.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';

interface UpdateOptions extends OutputOptions, AskingOptions {
  readonly repo: string;
  readonly revision?: string;
}

export async function runUpdate(options: UpdateOptions, shell: Shell): Promise<void> {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const { repository, settings } = await openProject(options.repo);
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
  const rest = {
    repository,
    target,
    store: await composeLedgers(repository),
    languages,
    policy: settings.freshness,
    progress,
    signal,
  };
  if (dryRun.isOn) {
    await update({ ...rest, model: dryRun.insteadOf(loaded.model) });
    return present(dryRun.report('update'), options, environment);
  }
  const { model } = loaded;
  const run = (journal: Journal | null) => update({ ...rest, model, journal });
  const identity = [model.card.fingerprint, target.hash];
  const report = isCached(model, options)
    ? await run(null)
    : await resuming(await composeJournal('update', repository, environment, identity), run);
  await present(report, options, environment);
}
