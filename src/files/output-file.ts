// One output file: written to a temporary name beside it, flushed, and renamed when it is whole.

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { writeFailure } from './failures.ts';

/** Writes a file whole or not at all. Folders of `path` must exist. Throws an ExpectedFailure when it cannot. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content));
  } catch (error) {
    throw writeFailure(path, error);
  }
}

/** The state folder of a clone, made on first use; it ignores itself, so that no commit picks it up. */
export async function makeStateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw writeFailure(folder, error);
  }
  await writeOutput(`${folder}/.gitignore`, '# What palimpsest keeps for this clone; safe to delete.\n*\n');
}

export async function makeParentFolder(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw writeFailure(path, error);
  }
}
