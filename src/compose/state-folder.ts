// What a clone keeps for us, beside its work tree.

import { join } from 'node:path';
import { makeStateFolder } from '../files/output-file.ts';
import type { LocalRepository } from '../git/repository.ts';

const STATE_FOLDER = '.palimpsest';

export function inStateFolder({ root }: LocalRepository, ...path: readonly string[]): string {
  return join(root, STATE_FOLDER, ...path);
}

/** Makes the folder where it is missing; git does not see it. */
export async function ensureStateFolder(repository: LocalRepository): Promise<void> {
  await makeStateFolder(inStateFolder(repository));
}

/** Where `train` leaves its model. */
export function modelPath(repository: LocalRepository): string {
  return inStateFolder(repository, 'model.palimpsest');
}
