// The files of a clone as they lie on disk: tracked, or new and not ignored.

import { lstat, readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { SourceFile } from '../ports.ts';
import { git } from './command.ts';

export async function listWorkTree(root: string): Promise<string[]> {
  const listed = await git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--full-name']);
  const paths = new Set(listed.toString('utf8').split('\0').filter(Boolean));
  return regularFiles(root, [...paths].sort());
}

/** Those of the paths at which a regular file lies: no link, no folder, no repository of its own. */
export async function regularFiles(root: string, paths: readonly string[]): Promise<string[]> {
  const reader = new WorkTreeReader(root);
  const present: string[] = [];
  for (const path of paths) if (await reader.isRegularFile(path)) present.push(path);
  return present;
}

export async function* readWorkTree(root: string, paths: readonly string[]): AsyncGenerator<SourceFile> {
  const reader = new WorkTreeReader(root);
  for (const path of paths) {
    yield { path, bytes: (await reader.isRegularFile(path)) ? await readFile(join(root, path)) : null };
  }
}

/** Never follows a link: neither a file that is one nor a folder on the way that is one. */
class WorkTreeReader {
  readonly #root: string;
  readonly #folders = new Map<string, boolean>();

  constructor(root: string) {
    this.#root = root;
  }

  async isRegularFile(path: string): Promise<boolean> {
    const full = join(this.#root, path);
    const stats = await lstat(full).catch(() => undefined);
    return stats?.isFile() === true && (await this.#isRealFolder(dirname(full)));
  }

  async #isRealFolder(folder: string): Promise<boolean> {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const root = await realpath(this.#root);
    const expected = folder === this.#root ? root : join(root, folder.slice(this.#root.length + sep.length));
    const real = (await realpath(folder).catch(() => undefined)) === expected;
    this.#folders.set(folder, real);
    return real;
  }
}
