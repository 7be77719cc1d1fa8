// `palimpsest check`

import { composeLanguages, trainOnRevision } from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import { policyFromFlags, type Settings } from '../config.ts';
import { isNamed } from '../core/method-names.ts';
import { ExpectedFailure } from '../errors.ts';
import { check } from '../jobs/check.ts';
import { originOf } from '../jobs/model-in-use.ts';
import { narrowed } from '../jobs/narrowed.ts';
import { renderShow } from '../report/terminal.ts';
import { type AskingOptions, DryRun, modelsFrom } from './asking.ts';
import { type OutputOptions, present } from './present.ts';
import { areaOf, openProject } from './project.ts';
import type { Change } from './pull-request.ts';
import type { Shell } from './shell.ts';

interface CheckOptions extends OutputOptions, AskingOptions {
  readonly repo: string;
  readonly base?: string;
  readonly head: string;
  readonly pullRequest?: string;
  readonly show?: string;
  readonly [flag: string]: unknown;
}

export async function runCheck(options: CheckOptions, shell: Shell): Promise<void> {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const { repository, target, head, settings } = await changeOf(options, shell);
  const policy = policyFromFlags(options, settings.policy);
  const base = await repository.mergeBase(target, head);
  const languages = await composeLanguages(environment);
  const loaded = await models.open(options.model, repository, languages);
  const report = await check({
    repository,
    base,
    head,
    openModel: async () => {
      if (loaded !== null) {
        const origin = await originOf(loaded.model, base, repository);
        return { model: dryRun.insteadOf(loaded.model), origin };
      }
      const model = await trainOnRevision(repository, base, { languages, progress, signal });
      return { model: dryRun.insteadOf(model), origin: 'trained-on-base' };
    },
    languages,
    policy,
    progress,
    signal,
  });
  if (dryRun.isOn) return present(dryRun.report('check'), options, environment);
  if (options.show === undefined) return present(report, options, environment);
  const { show } = options;
  const rows = report.methods.filter(({ id }) => isNamed(id, show));
  if (rows.length === 0) {
    throw new ExpectedFailure(
      'unknown-method',
      `no changed method is called ${options.show}`,
      'Run `palimpsest check` for the list; Type.name or Type.name(Param) will do.',
    );
  }
  const width = process.stdout.columns ?? 120;
  for (const row of rows) {
    process.stdout.write(environment.secrets.mask(renderShow(row, { color: environment.color, width })));
  }
}

async function changeOf(
  { repo, base, head, pullRequest }: CheckOptions,
  shell: Shell,
): Promise<Change & { readonly settings: Settings }> {
  if (pullRequest !== undefined) {
    const change = await (await import('./pull-request.ts')).openPullRequest(pullRequest, shell);
    const settings = await readRepositorySettings(change.repository);
    return { ...change, repository: narrowed(change.repository, areaOf(settings)), settings };
  }
  const { repository, settings } = await openProject(repo);
  return {
    repository,
    settings,
    head: await repository.resolve(head),
    target: base === undefined ? await repository.defaultBranch() : await repository.resolve(base),
  };
}
