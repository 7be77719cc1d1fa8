// `palimpsest promote`: a challenger against the champion.

import { basename } from 'node:path';
import {
  composeJournal,
  composeLanguages,
  composePromotionBook,
  type Languages,
  type LoadedModel,
  type LocalRepository,
  type ModelSource,
  saveCard,
} from '../compose.ts';
import type { Champion } from '../core/champions.ts';
import { ExpectedFailure } from '../errors.ts';
import { promote } from '../jobs/promote.ts';
import type { Journal, PromotionBook, Revision } from '../ports.ts';
import { type AskingOptions, DryRun, modelsFrom } from './asking.ts';
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
  const champion = await championFor(challenger, { options, models, repository, languages, book });
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

/** A model that was opened, and what it is called by. */
export interface OpenedModel {
  readonly reference: string;
  readonly loaded: LoadedModel;
  /** As it is kept already, for the champion in office. */
  readonly inOffice: Champion | null;
}

async function opened(
  reference: string,
  models: ModelSource,
  repository: LocalRepository,
  languages: Languages,
): Promise<OpenedModel> {
  const loaded = await models.open(reference, repository, languages);
  if (loaded !== null) return { reference: shortName(reference, loaded), loaded, inOffice: null };
  throw new ExpectedFailure(
    'bad-setting',
    `there is no trained model for ${reference}`,
    'Train one with `palimpsest train`, or name another model.',
  );
}

/** A model's file goes by its own name: `old` for `models/old.palimpsest`. */
function shortName(reference: string, { model }: LoadedModel): string {
  return model.card.provider === 'embedded' ? basename(reference).replace(/\.palimpsest$/, '') : reference;
}

interface Around {
  readonly options: PromoteOptions;
  readonly models: ModelSource;
  readonly repository: LocalRepository;
  readonly languages: Languages;
  readonly book: PromotionBook;
}

/**
 * The model that was named, or the one in office; where none is, for an embedded challenger, the one that `train` left in the
 * clone. `null` where there is nothing to compare with.
 */
async function championFor(
  challenger: OpenedModel,
  { options, models, repository, languages, book }: Around,
): Promise<OpenedModel | null> {
  const { champion: named } = options;
  const isChallenger = ({ loaded }: OpenedModel) =>
    loaded.model.card.fingerprint === challenger.loaded.model.card.fingerprint;
  const inOffice = named === undefined ? await book.champion() : null;
  if (named === undefined && inOffice === null) {
    if (challenger.loaded.model.card.provider !== 'embedded') return null;
    const loaded = await models.open('embedded', repository, languages);
    const left = loaded === null ? null : { reference: 'embedded', loaded, inOffice: null };
    return left === null || isChallenger(left) || left.loaded.model.card.shadow !== null ? null : left;
  }
  const reference = named ?? (inOffice === null ? '' : (book.pathOf(inOffice) ?? inOffice.name));
  const found = await opened(reference, models, repository, languages);
  const champion = inOffice === null ? found : { ...found, reference: inOffice.name, inOffice };
  if (!isChallenger(champion)) return champion;
  throw new ExpectedFailure(
    'bad-setting',
    `the challenger ${options.challenger} is the champion itself`,
    'Name another one with --challenger, such as a model trained at a later revision.',
  );
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
