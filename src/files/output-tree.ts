// A whole tree of output: written beside its destination, and put there when it is complete.

import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ExpectedFailure } from '../errors.ts';
import type { TreeWriter } from '../ports.ts';
import { writeFailure } from './failures.ts';

const WRITES_AT_ONCE = 16;

/** Tells our own earlier output from a folder that somebody filled by hand. */
const MARKER = '.palimpsest-output';

/**
 * Starts writing a tree. A destination that exists must be empty or an earlier output of ours; `inputs` must not lie in
 * it. Throws an ExpectedFailure otherwise, before anything is written.
 */
export async function openOutputTree(destination: string, inputs: readonly string[]): Promise<TreeWriter> {
  const target = resolve(destination);
  for (const input of inputs) {
    if (contains(target, resolve(input))) {
      throw new ExpectedFailure(
        'output-in-use',
        `${destination} holds the sources that are read`,
        'Name another output folder.',
      );
    }
  }
  await requireFree(target, destination);
  const partial = partialOf(target, process.pid);
  try {
    await clearUp(target);
    await mkdir(partial, { recursive: true });
    await writeFile(join(partial, MARKER), 'Written by palimpsest, which may replace this folder.\n');
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => {}); // the first failure is the one to tell
    throw writeFailure(destination, error);
  }
  return new OutputTree(target, partial);
}

function partialOf(target: string, processId: number): string {
  return join(dirname(target), `.${basename(target)}.partial-${processId}`);
}

/** Removes what a run that was killed left behind; what it had set aside goes back if nothing took its place. */
async function clearUp(target: string): Promise<void> {
  const leftBehind = new RegExp(`^\\.${escapeRegExp(basename(target))}\\.partial-(\\d+)(\\.old)?$`);
  for (const name of await readdir(dirname(target)).catch(() => [])) {
    const [, processId, setAside] = leftBehind.exec(name) ?? [];
    if (processId === undefined || (Number(processId) !== process.pid && isRunning(Number(processId)))) continue;
    const path = join(dirname(target), name);
    if (setAside !== undefined && (await lstat(target).catch(() => null)) === null) await rename(path, target);
    else await rm(path, { recursive: true, force: true });
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

class OutputTree implements TreeWriter {
  readonly #target: string;
  readonly #partial: string;
  readonly #folders = new Map<string, Promise<unknown>>();
  /** Writes under way; the tree is there when all of them are. */
  readonly #writes = new Set<Promise<void>>();
  /** Files that are still added to. */
  readonly #open = new Map<string, FileHandle>();
  #failure: unknown;

  constructor(target: string, partial: string) {
    this.#target = target;
    this.#partial = partial;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const full = this.#placeOf(path);
    const write = this.#writeFile(full, bytes).catch((error: unknown) => {
      this.#failure ??= writeFailure(path, error);
    });
    this.#writes.add(write);
    void write.then(() => this.#writes.delete(write));
    if (this.#writes.size >= WRITES_AT_ONCE) await Promise.race(this.#writes);
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #writeFile(full: string, bytes: Uint8Array): Promise<void> {
    await this.#makeFolderOf(full);
    await writeFile(full, bytes);
  }

  async append(path: string, bytes: Uint8Array): Promise<void> {
    const full = this.#placeOf(path);
    try {
      await this.#makeFolderOf(full);
      const file = this.#open.get(full) ?? (await open(full, 'wx'));
      this.#open.set(full, file);
      await file.appendFile(bytes);
    } catch (error) {
      this.#failure ??= writeFailure(path, error);
      throw this.#failure;
    }
  }

  #placeOf(path: string): string {
    const full = resolve(this.#partial, path);
    if (!contains(this.#partial, full)) throw new RangeError(`${path} leaves the output folder`);
    return full;
  }

  #makeFolderOf(full: string): Promise<unknown> {
    const folder = dirname(full);
    const made = this.#folders.get(folder) ?? mkdir(folder, { recursive: true });
    this.#folders.set(folder, made);
    return made;
  }

  async #closeFiles(): Promise<void> {
    const files = [...this.#open.values()];
    this.#open.clear();
    for (const file of files) await file.close();
  }

  async commit(): Promise<void> {
    await Promise.all(this.#writes);
    await this.#closeFiles().catch((error: unknown) => {
      this.#failure ??= writeFailure(this.#target, error);
    });
    if (this.#failure !== undefined) throw this.#failure;
    const old = `${this.#partial}.old`;
    try {
      await requireFree(this.#target, this.#target);
      const existed = await rename(this.#target, old).then(
        () => true,
        () => false,
      );
      await rename(this.#partial, this.#target).catch(async (error: unknown) => {
        if (existed) await rename(old, this.#target);
        throw error;
      });
      if (existed) await rm(old, { recursive: true, force: true });
    } catch (error) {
      throw writeFailure(this.#target, error);
    }
  }

  async discard(): Promise<void> {
    await Promise.all(this.#writes);
    await this.#closeFiles().catch(() => {}); // what it held is thrown away
    await rm(this.#partial, { recursive: true, force: true });
  }
}

async function requireFree(target: string, shown: string): Promise<void> {
  const stats = await lstat(target).catch(() => undefined);
  if (stats === undefined) return;
  if (stats.isDirectory()) {
    const entries = await readdir(target).catch((error: unknown) => {
      throw writeFailure(shown, error);
    });
    if (entries.length === 0 || entries.includes(MARKER)) return;
  }
  throw new ExpectedFailure(
    'output-in-use',
    `${shown} exists and was not written by palimpsest`,
    'Name another output folder, or remove this one; nothing was changed.',
  );
}

/** Whether `path` is `folder` or lies in it. */
function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path);
}
