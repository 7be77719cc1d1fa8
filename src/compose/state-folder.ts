// What a clone keeps for us, beside its work tree.

import { join } from 'node:path';
import { makeStateFolder } from '../files/output-file.ts';
import type { RepositoryReader } from '../ports.ts';

const STATE_FOLDER = '.palimpsest';

/** A repository that models are opened for; one that is no clone keeps nothing. */
export type ModelRepository = RepositoryReader & Partial<Clone>;

export interface Clone {
  /** Where the work tree starts. */
  readonly root: string;
}

export function isClone<R extends RepositoryReader>(repository: (R & Partial<Clone>) | null): repository is R & Clone {
  return repository?.root !== undefined;
}

export function inStateFolder({ root }: Clone, ...path: readonly string[]): string {
  return join(root, STATE_FOLDER, ...path);
}

/** Makes the folder where it is missing; git does not see it. */
export async function ensureStateFolder(repository: Clone): Promise<void> {
  await makeStateFolder(inStateFolder(repository));
}

/** Where `train` leaves its model. */
export function modelPath(repository: Clone): string {
  return inStateFolder(repository, 'model.palimpsest');
}
