// `palimpsest gain`

import {
  composeJournal,
  composeLanguages,
  composeTraining,
  type Languages,
  type LocalRepository,
  trainOnRevision,
} from '../compose.ts';
import { DEFAULT_GAIN_POLICY } from '../core/gain.ts';
import { asShadow } from '../core/model-card.ts';
import { ExpectedFailure } from '../errors.ts';
import { type GainInput, measureGain } from '../jobs/gain.ts';
import type { Journal } from '../ports.ts';
import { type AskingOptions, DryRun, modelsFrom } from './asking.ts';
import { resuming } from './journal.ts';
import { type OutputOptions, present } from './present.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';

interface GainOptions extends OutputOptions, AskingOptions {
  readonly repo: string;
  readonly head?: string;
  readonly since?: string;
  readonly windowDays?: string;
}

export async function runGain(options: GainOptions, shell: Shell): Promise<void> {
  const { environment, signal, progress } = shell;
  const typedDays = options.windowDays === undefined ? null : daysOf(options.windowDays);
  const { repository, history, settings } = await openProject(options.repo);
  const head = options.head === undefined ? await repository.defaultBranch() : await repository.resolve(options.head);
  const languages = await composeLanguages(environment);
  const windowDays = typedDays ?? settings.gain.windowDays;
  const inUse = await modelInUse(options, repository, languages, shell);
  const identity = [head.hash, String(windowDays), inUse?.model.card.fingerprint ?? ''];
  const measure = (model: GainInput['inUse'], journal: Journal | null) =>
    measureGain({
      repository,
      history,
      head,
      windowDays,
      inUse: model,
      policy: DEFAULT_GAIN_POLICY,
      languages,
      extensions: languages.main.extensions,
      training: composeTraining(languages),
      journal,
      progress,
      signal,
    });
  const dryRun = new DryRun(options);
  if (dryRun.isOn) {
    await measure(inUse && { ...inUse, model: dryRun.insteadOf(inUse.model) }, null);
    return present(dryRun.report('gain'), options, environment);
  }
  const report = await resuming(await composeJournal('gain', repository, environment, identity), (journal) =>
    measure(inUse, journal),
  );
  await present(report, options, environment);
}

async function modelInUse(
  options: GainOptions,
  repository: LocalRepository,
  languages: Languages,
  shell: Shell,
): Promise<GainInput['inUse']> {
  const { since, model, models } = options;
  const { progress, signal } = shell;
  if (since === undefined) {
    const loaded = await modelsFrom(options, shell).open(model, repository, languages);
    return loaded === null ? null : { model: loaded.model, origin: 'kept' };
  }
  if (model !== undefined || models !== undefined) {
    throw new ExpectedFailure(
      'bad-setting',
      '--since and --model both say which model is in use',
      'Give one of them: --since REV trains the embedded model there, --model REF takes a kept one.',
    );
  }
  const revision = await repository.resolve(since);
  const made = await trainOnRevision(repository, revision, { languages, progress, signal });
  return { model: { ...made, card: asShadow(made.card, null) }, origin: 'made-at-revision' };
}

const LONGEST_WINDOW_DAYS = 36_500;

function daysOf(typed: string): number {
  const days = /^\d+$/.test(typed) ? Number(typed) : 0;
  if (days >= 1 && days <= LONGEST_WINDOW_DAYS) return days;
  throw new ExpectedFailure(
    'bad-setting',
    `--window-days does not take ${JSON.stringify(typed)}`,
    `It is a whole number of days, from 1 to ${LONGEST_WINDOW_DAYS}.`,
  );
}
