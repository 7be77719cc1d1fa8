// The two models of a promotion, opened by what the flags and the clone say.

import { basename } from 'node:path';
import type { Languages, LoadedModel, LocalRepository, ModelSource } from '../compose.ts';
import type { Champion } from '../core/champions.ts';
import { ExpectedFailure } from '../errors.ts';
import type { PromotionBook } from '../ports.ts';

/** A model that was opened, and what it is called by. */
export interface OpenedModel {
  readonly reference: string;
  readonly loaded: LoadedModel;
  /** As it is kept already, for the champion in office. */
  readonly inOffice: Champion | null;
}

/** Throws an ExpectedFailure where there is no such model. */
export async function opened(
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
  /** `--champion`. */
  readonly named: string | undefined;
  readonly models: ModelSource;
  readonly repository: LocalRepository;
  readonly languages: Languages;
  readonly book: PromotionBook;
}

/**
 * The model that was named, or the one in office; where none is, for an embedded challenger, the one that `train` left in the
 * clone. `null` where there is nothing to compare with.
 */
export async function championFor(
  challenger: OpenedModel,
  { named, models, repository, languages, book }: Around,
): Promise<OpenedModel | null> {
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
    `the challenger ${challenger.reference} is the champion itself`,
    'Name another one with --challenger, such as a model trained at a later revision.',
  );
}
