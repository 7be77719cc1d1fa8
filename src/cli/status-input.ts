// What a status is told of, from the options that `palimpsest status` and `palimpsest report` share.

import { composeLanguages, composeTraining, type LocalRepository, openLedgers } from '../compose.ts';
import { DEFAULT_GAIN_POLICY } from '../core/gain.ts';
import { ExpectedFailure } from '../errors.ts';
import type { StatusInput } from '../jobs/status.ts';
import { type AskingOptions, type DryRun, modelsFrom } from './asking.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';
import { parseSince } from './since.ts';

export interface StatusOptions extends AskingOptions {
  readonly repo: string;
  readonly revision?: string;
  readonly since: string;
  /** `false` for `--no-gain`, `--no-drift`. */
  readonly gain: boolean;
  readonly drift: boolean;
}

export async function readStatusInput(
  options: StatusOptions,
  shell: Shell,
  dryRun: DryRun,
): Promise<StatusInput & { readonly repository: LocalRepository }> {
  const { environment, signal, progress } = shell;
  const since = parseSince(options.since);
  const { repository, history, settings } = await openProject(options.repo);
  const at =
    options.revision === undefined ? await repository.defaultBranch() : await repository.resolve(options.revision);
  const languages = await composeLanguages(environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  if (loaded === null) {
    throw new ExpectedFailure(
      'bad-model-file',
      'there is no model here whose status could be told',
      'Train one with `palimpsest train --evaluate`, which begins its ledger too, or name one with --model.',
    );
  }
  return {
    repository,
    history,
    store: openLedgers(repository),
    model: dryRun.insteadOf(loaded.model),
    at,
    policy: settings.freshness,
    gain: options.gain
      ? { windowDays: settings.gain.windowDays, policy: DEFAULT_GAIN_POLICY, training: composeTraining(languages) }
      : null,
    drift: options.drift ? { since } : null,
    languages,
    language: languages.main,
    progress,
    signal,
  };
}
