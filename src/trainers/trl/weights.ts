// The weights that a training leaves: put into their place, and told from all others by a hash.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isWeights } from './checkpoints.ts';

export interface Weights {
  readonly folder: string;
  /** SHA-256 over the files of weights: their names, sizes and bytes. */
  readonly fingerprint: string;
  /** Adapters, which need their base model, or all there is. */
  readonly isAdapter: boolean;
  readonly hasTokenizer: boolean;
}

/**
 * Moves what was saved beside the checkpoints into a folder of its own, which is there when all of it is. May be called again
 * after it was interrupted. `null` when there are no weights.
 */
export async function placeWeights(output: string, folder: string): Promise<Weights | null> {
  const partial = `${folder}.partial`;
  if (!(await isFolder(folder))) {
    await mkdir(partial, { recursive: true });
    for (const name of await readdir(output).catch(() => [])) {
      if (!name.startsWith('checkpoint-')) await rename(join(output, name), join(partial, name));
    }
    if (!(await readdir(partial)).some(isWeights)) return null;
    await rename(partial, folder);
  }
  const names = await readdir(folder);
  const files = names.filter(isWeights).sort();
  if (files.length === 0) return null;
  return {
    folder,
    fingerprint: await hashOf(folder, files),
    isAdapter: names.includes('adapter_config.json'),
    hasTokenizer: names.includes('tokenizer.json'),
  };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** The files are larger than memory may be: they are read piece by piece. */
async function hashOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of files) {
    const path = join(folder, name);
    hash.update(`${name}\0${(await stat(path)).size}\0`);
    for await (const piece of createReadStream(path)) hash.update(piece);
  }
  return hash.digest('hex');
}
