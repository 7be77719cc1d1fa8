// Promotions of a clone, composed: where they are kept, and the models that are kept with them.

import { ExpectedFailure } from '../errors.ts';
import { readModelFile } from '../files/model-file.ts';
import { openPromotions } from '../files/promotions.ts';
import type { PromotionBook } from '../ports.ts';
import { fingerprintOf, type Languages, type LoadedModel } from './embedded.ts';
import { type Clone, ensureStateFolder, inStateFolder } from './state-folder.ts';

export { newRecordId } from '../files/promotions.ts';

/** For those who read alone: nothing is made. */
export function openPromotionBook(repository: Clone): PromotionBook {
  return openPromotions(inStateFolder(repository, 'promotions'), inStateFolder(repository, 'champion.json'));
}

/** The same in a state folder that is there. */
export async function composePromotionBook(repository: Clone): Promise<PromotionBook> {
  await ensureStateFolder(repository);
  return openPromotionBook(repository);
}

/**
 * The bytes of an embedded model's file, to be kept with a promotion; `null` for a model that is only named. Throws an
 * ExpectedFailure when the file is no longer the model that was opened.
 */
export async function modelBytes({ model, path }: LoadedModel, languages: Languages): Promise<Uint8Array | null> {
  if (model.card.provider !== 'embedded' || path === null) return null;
  const bytes = await readModelFile(path);
  if (bytes !== null && fingerprintOf(path, bytes, languages) === model.card.fingerprint) return bytes;
  throw new ExpectedFailure(
    'bad-model-file',
    `the model file ${path} changed while its model was measured`,
    'Nothing was promoted; run the command again.',
  );
}
