// What a repository decides for itself, read where a change under check cannot reach: on the default branch.

import { SETTINGS_PATH, type Settings, settingsSchema } from '../config.ts';
import { ExpectedFailure } from '../errors.ts';
import type { RepositoryReader, Revision, SourceTree } from '../ports.ts';
import { parseSettings, type SettingsFile } from './settings-file.ts';

/**
 * The settings on the default branch, as this clone knows it; the defaults where it has no settings file, or where there
 * is no telling which branch it is. Throws an ExpectedFailure for a file that is wrong.
 */
export async function readRepositorySettings(repository: RepositoryReader, path = SETTINGS_PATH): Promise<Settings> {
  const file = await readRepositorySettingsFile(repository, path);
  return file?.settings ?? settingsSchema.parse({});
}

/** The same as a file; `null` where there is none, for whoever wants to say so. */
export async function readRepositorySettingsFile(
  repository: RepositoryReader,
  path = SETTINGS_PATH,
): Promise<SettingsFile | null> {
  const branch = await defaultBranch(repository);
  return branch && (await readSettings(repository.tree(branch), `${branch.name}:`, path));
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
export async function readSettings(
  tree: SourceTree,
  origin: string,
  path = SETTINGS_PATH,
): Promise<SettingsFile | null> {
  const misnamed = path === SETTINGS_PATH ? [MISNAMED] : [];
  for await (const file of tree.read([path, ...misnamed])) {
    if (file.bytes === null) continue;
    if (file.path === path) return parseSettings(file.bytes, `${origin}${path}`);
    throw new ExpectedFailure(
      'bad-settings-file',
      `${origin}${file.path} is not read: the settings file is called ${path}`,
      'Rename it.',
    );
  }
  return null;
}

const MISNAMED = SETTINGS_PATH.replace(/\.yml$/, '.yaml');
