// A plain directory that a user named: all of its files, links never followed.

import { lstat, opendir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import { pMapIterable } from 'p-map';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import type { SourceFile, SourceTree } from '../ports.ts';

/** Folders that hold no sources of the project, whoever named the directory. */
const SKIPPED_FOLDERS = new Set(['.git', '.hg', '.svn', '.palimpsest']);

/**
 * Opens a directory as a tree. `except` is left out of it: an output folder inside it, for example.
 * Throws an ExpectedFailure when it is not a directory or cannot be read.
 */
export async function openDirectory(directory: string, except: readonly string[] = []): Promise<SourceTree> {
  const root = resolve(directory);
  const stats = await stat(root).catch((error: unknown) => {
    throw unreadable(directory, error);
  });
  if (!stats.isDirectory()) {
    throw new ExpectedFailure(
      'not-a-directory',
      `${directory} is not a directory`,
      'Name the directory that holds the sources.',
    );
  }
  const excepted = new Set(except.map((path) => resolve(path)));
  return { list: () => list(root, excepted), read: (paths) => read(root, paths) };
}

async function list(root: string, excepted: ReadonlySet<string>): Promise<string[]> {
  const paths: string[] = [];
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = await opendir(folder).catch((error: unknown) => {
      throw unreadable(folder ?? root, error);
    });
    for await (const entry of entries) {
      const full = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !excepted.has(full)) pending.push(full);
      } else if (entry.isFile()) paths.push(relative(root, full).split(sep).join('/'));
    }
  }
  return paths.sort();
}

/** Files that are read ahead of the one that is asked for. */
const READ_AHEAD = 16;

function read(root: string, paths: readonly string[]): AsyncIterable<SourceFile> {
  const folders = new Map<string, boolean>([['.', true]]);
  return pMapIterable(
    paths,
    async (path) => ({ path, bytes: (await isRegularFile(root, path, folders)) ? await readBytes(root, path) : null }),
    { concurrency: READ_AHEAD },
  );
}

/** Like {@link list}, it follows no link: neither the file may be one nor a folder on the way. */
async function isRegularFile(root: string, path: string, folders: Map<string, boolean>): Promise<boolean> {
  const stats = await lstat(join(root, path)).catch(() => undefined);
  return stats?.isFile() === true && (await isFolder(root, dirname(path), folders));
}

async function isFolder(root: string, folder: string, known: Map<string, boolean>): Promise<boolean> {
  const answer = known.get(folder);
  if (answer !== undefined) return answer;
  const name = basename(folder);
  const stats = name === '..' || name === '' ? undefined : await lstat(join(root, folder)).catch(() => undefined);
  const found = stats?.isDirectory() === true && (await isFolder(root, dirname(folder), known));
  known.set(folder, found);
  return found;
}

async function readBytes(root: string, path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(join(root, path));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): Error {
  const missing = systemErrorCode(error) === 'ENOENT';
  return new ExpectedFailure(
    missing ? 'not-a-directory' : 'not-readable',
    missing
      ? `there is no directory ${path}`
      : `${path} cannot be read (${systemErrorCode(error) ?? 'unknown reason'})`,
    missing ? 'Check the path.' : 'Check its permissions.',
    { cause: error },
  );
}
