// `palimpsest promote`: a challenger against the champion.

import { composeJournal, composeLanguages, composePromotionBook, type LocalRepository, saveCard } from '../compose.ts';
import { ExpectedFailure } from '../errors.ts';
import { promote } from '../jobs/promote.ts';
import type { Journal, Revision } from '../ports.ts';
import { type AskingOptions, DryRun, modelsFrom } from './asking.ts';
import { championFor, type OpenedModel, opened } from './contestants.ts';
import { EXIT_GATE_MET, type PROMOTION_GATES } from './exit-codes.ts';
import { resuming } from './journal.ts';
import { type OutputOptions, present } from './present.ts';
import { openProject } from './project.ts';
import { type PolicyOptions, policyFrom, sampleOfProbe } from './promotion-policy.ts';
import { keepDecision } from './promotion-record.ts';
import { generalisationFrom } from './promotion-trials.ts';
import type { Shell } from './shell.ts';

export interface PromoteOptions extends OutputOptions, PolicyOptions, Omit<AskingOptions, 'model'> {
  readonly repo: string;
  readonly challenger: string;
  readonly champion?: string;
  readonly head?: string;
  readonly since?: string;
  /** `false` for `--no-baseline`. */
  readonly baseline: boolean;
  readonly generalisation?: true;
  readonly failOn?: (typeof PROMOTION_GATES)[number];
}

export async function runPromote(options: PromoteOptions, shell: Shell): Promise<void> {
  const { environment, signal, progress } = shell;
  const policy = policyFrom(options);
  const sample = sampleOfProbe(options);
  const { repository } = await openProject(options.repo);
  const head = options.head === undefined ? await repository.defaultBranch() : await repository.resolve(options.head);
  const languages = await composeLanguages(environment);
  const models = modelsFrom(options, shell, { areSeveral: true });
  const book = await composePromotionBook(repository);
  const challenger = await opened(options.challenger, models, repository, languages);
  const champion = await championFor(challenger, { named: options.champion, models, repository, languages, book });
  const trainedAt = champion === null ? null : await sinceWhen(champion, options.since, repository);
  const generalisation = options.generalisation === true ? await generalisationFrom(languages, shell) : null;
  const now = new Date();
  const dryRun = new DryRun(options);
  const measure = (journal: Journal | null) =>
    promote({
      repository,
      head,
      challenger: { reference: challenger.reference, model: dryRun.insteadOf(challenger.loaded.model) },
      champion:
        champion === null || trainedAt === null
          ? null
          : { reference: champion.reference, model: dryRun.insteadOf(champion.loaded.model), trainedAt },
      policy,
      sample,
      baseline: { isWanted: options.baseline, now },
      generalisation,
      languages,
      journal,
      progress,
      signal,
    });
  if (dryRun.isOn) {
    await measure(null);
    return present(dryRun.report('promote'), options, environment);
  }
  const identity = [head.hash, challenger, champion].map(identityOf);
  const report = await resuming(await composeJournal('promote', repository, environment, identity), async (journal) => {
    const measured = await measure(journal);
    signal.throwIfAborted();
    if (measured.baseline === 'measured') await saveCard(challenger.loaded, measured.challenger.model);
    const id = await keepDecision({ report: measured, book, challenger, champion, languages, now });
    process.stderr.write(`kept as .palimpsest/promotions/${id}\n`);
    if (measured.unasked === undefined) await journal.finish();
    return measured;
  });
  // before printing, for the reader of a pipe may have seen enough
  if (options.failOn === 'kept' && report.decision.kind === 'keep') process.exitCode = EXIT_GATE_MET;
  await present(report, options, environment);
}

async function sinceWhen(
  { reference, loaded }: OpenedModel,
  since: string | undefined,
  repository: LocalRepository,
): Promise<Revision> {
  const revision = since ?? loaded.model.card.trainedAt?.revision;
  if (revision !== undefined) return repository.resolve(revision);
  throw new ExpectedFailure(
    'bad-setting',
    `it is not known at which revision the champion ${reference} was trained`,
    'Say so in the models file (trained-at), or with --since REV.',
  );
}

function identityOf(part: string | OpenedModel | null): string {
  return typeof part === 'string' ? part : (part?.loaded.model.card.fingerprint ?? '');
}
