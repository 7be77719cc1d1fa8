// A settings file that a user named: read, or written where there was none.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import { writeFailure } from './failures.ts';
import { makeParentFolder } from './output-file.ts';

/** The bytes of a file that has to be there. */
export async function readSettingsFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new ExpectedFailure(
      'not-readable',
      code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read (${code})`,
      'Check its path and permissions.',
      { cause: error },
    );
  }
}

/** Writes a new file. What stands at `path` already, a link too, is never touched: `false` then. */
export async function createSettingsFile(path: string, text: string): Promise<boolean> {
  await makeParentFolder(path);
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    if (systemErrorCode(error) === 'ENOSPC') await rm(path, { force: true });
    throw writeFailure(path, error);
  }
}
