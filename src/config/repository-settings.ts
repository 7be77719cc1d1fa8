// What a repository decides for itself, read where a change under check cannot reach: on the default branch.

import { SETTINGS_PATH, type Settings, settingsSchema } from '../config.ts';
import { ExpectedFailure } from '../errors.ts';
import type { RepositoryReader, Revision, SourceTree } from '../ports.ts';
import { parseSettings, type SettingsFile } from './settings-file.ts';

/**
 * The settings on the default branch, as this clone knows it; the defaults where it has no settings file, or where there
 * is no telling which branch it is. Throws an ExpectedFailure for a file that is wrong.
 */
export async function readRepositorySettings(repository: RepositoryReader): Promise<Settings> {
  const branch = await defaultBranch(repository);
  const file = branch && (await readSettings(repository.tree(branch), `${branch.name}:`));
  return file?.settings ?? settingsSchema.parse({});
}

async function defaultBranch(repository: RepositoryReader): Promise<Revision | null> {
  try {
    return await repository.defaultBranch();
  } catch (error) {
    if (error instanceof ExpectedFailure && error.code === 'no-default-branch') return null;
    throw error;
  }
}

/** The settings file of one tree; `null` where there is none. `origin` stands before its path in messages. */
export async function readSettings(tree: SourceTree, origin: string): Promise<SettingsFile | null> {
  for await (const { path, bytes } of tree.read([SETTINGS_PATH, MISNAMED])) {
    if (bytes === null) continue;
    if (path === SETTINGS_PATH) return parseSettings(bytes, `${origin}${path}`);
    throw new ExpectedFailure(
      'bad-settings-file',
      `${origin}${path} is not read: the settings file is called ${SETTINGS_PATH}`,
      'Rename it.',
    );
  }
  return null;
}

const MISNAMED = SETTINGS_PATH.replace(/\.yml$/, '.yaml');
