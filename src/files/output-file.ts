// One output file: written to a temporary name beside it, flushed, and renamed when it is whole.

import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFailure } from './failures.ts';

/** Writes a file whole or not at all. Folders of `path` must exist. Throws an ExpectedFailure when it cannot. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  try {
    const stats = await stat(path).catch(() => undefined);
    // `/dev/stdout`, `/dev/null`, a named pipe: a file renamed over it would take it away from everybody
    if (stats !== undefined && !stats.isFile() && !stats.isDirectory()) await writeFile(path, content);
    else await writeAndRename(await realpath(path).catch(() => path), content, stats?.mode);
  } catch (error) {
    throw writeFailure(path, error);
  }
}

/** Not `write-file-atomic`: it takes the short write of a disk that fills up for a whole one, and renames it. */
async function writeAndRename(path: string, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeNew(await open(partial, 'wx'), content, mode);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    throw error;
  }
}

async function writeNew(file: FileHandle, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  try {
    await file.writeFile(content);
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
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
