// The cache of language models' answers: one folder, any number of processes, what was damaged counts as absent.

import { appendFile, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import * as cacache from 'cacache';
import { systemErrorCode } from '../errors.ts';
import type { AnswerCache } from '../ports.ts';
import { writeOutput } from './output-file.ts';

export interface CacheOptions {
  /** Of the answers and their index together, about. */
  readonly maxBytes?: number;
  /** Told once, of what keeps answers from being kept; the run goes on without. */
  readonly warn?: (problem: string) => void;
}

export interface FolderCache extends AnswerCache {
  /** Brings the folder within its size where it has outgrown it, oldest use first. To be called at the end of a run. */
  close(): Promise<void>;
}

const DEFAULT_MAX_BYTES = 512_000_000;
/** So much is left after trimming, so that it is not done again at once. */
const TRIMMED_SHARE = 0.8;
/** What an answer takes besides its text: its line of the index, and the folders. */
const INDEX_BYTES = 400;
/** A use is written down once in so long a time: reading stays reading. */
const USE_EVERY_MS = 3_600_000;
/** A process that was killed leaves its unfinished files; nobody writes one for so long. */
const ABANDONED_AFTER_MS = 86_400_000;
/** One line for each run that added answers: how many bytes. Lines are appended, so that no process loses another's. */
const ADDED_FILE = 'added-bytes';

/** The folder is made on first use. It can be moved, and restored as a whole. */
export function openAnswerCache(folder: string, options: CacheOptions = {}): FolderCache {
  return new CacacheFolder(folder, options);
}

/** The published types do not know the options: without them a line is added that says the entry is gone. */
const removeEntry: (folder: string, key: string, options: { removeFully: boolean }) => Promise<unknown> =
  cacache.rm.entry;

class CacacheFolder implements FolderCache {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #warn: (problem: string) => void;
  #addedBytes = 0;
  #isWarned = false;

  constructor(folder: string, { maxBytes = DEFAULT_MAX_BYTES, warn = () => {} }: CacheOptions) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#warn = warn;
  }

  async get(key: string): Promise<string | undefined> {
    const entry = await cacache.get.info(this.#folder, key).catch(() => null);
    if (entry === null) return undefined;
    try {
      const data = await cacache.get.byDigest(this.#folder, entry.integrity, { memoize: false });
      await this.#use(entry.path);
      return data.toString();
    } catch (error) {
      // cacache never writes over content that is there: damaged content has to go, or it would stay for good.
      if (systemErrorCode(error) !== 'ENOENT') await cacache.rm.content(this.#folder, entry.integrity).catch(() => {});
      return undefined;
    }
  }

  async put(key: string, answer: string): Promise<void> {
    try {
      await cacache.put(this.#folder, key, answer, { memoize: false });
      this.#addedBytes += Buffer.byteLength(answer) + INDEX_BYTES;
    } catch (error) {
      this.#tell(error);
    }
  }

  async close(): Promise<void> {
    if (this.#addedBytes === 0) return;
    const added = this.#addedBytes;
    this.#addedBytes = 0;
    try {
      await mkdir(this.#folder, { recursive: true });
      await appendFile(join(this.#folder, ADDED_FILE), `${added}\n`);
      if ((await this.#bytesByTheLines()) > this.#maxBytes) await this.#trim();
    } catch (error) {
      this.#tell(error);
    }
  }

  async #bytesByTheLines(): Promise<number> {
    const lines = await readFile(join(this.#folder, ADDED_FILE), 'utf8');
    return lines.split('\n').reduce((sum, line) => sum + (Number.parseInt(line, 10) || 0), 0);
  }

  async #trim(): Promise<void> {
    const entries = await this.#entriesByUse();
    const users = new Map<string, number>();
    for (const { integrity } of entries) users.set(integrity, (users.get(integrity) ?? 0) + 1);
    let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    for (const { key, integrity, bytes: freed } of entries) {
      if (bytes <= this.#maxBytes * TRIMMED_SHARE) break;
      await removeEntry(this.#folder, key, { removeFully: true });
      const others = (users.get(integrity) ?? 1) - 1;
      users.set(integrity, others);
      if (others === 0) await cacache.rm.content(this.#folder, integrity);
      bytes -= freed;
    }
    await writeOutput(join(this.#folder, ADDED_FILE), `${bytes}\n`);
    await this.#clearAbandoned();
  }

  async #entriesByUse() {
    const entries = await Promise.all(
      Object.values(await cacache.ls(this.#folder)).map(async ({ key, integrity, path, size }) => {
        const stats = await stat(path).catch(() => null);
        return { key, integrity, bytes: (size ?? 0) + INDEX_BYTES, usedMs: stats?.mtimeMs ?? 0 };
      }),
    );
    return entries.sort((a, b) => a.usedMs - b.usedMs);
  }

  async #clearAbandoned(): Promise<void> {
    const temporary = join(this.#folder, 'tmp');
    for (const name of await readdir(temporary).catch(() => [])) {
      const path = join(temporary, name);
      const stats = await stat(path).catch(() => null);
      if (stats !== null && Date.now() - stats.mtimeMs > ABANDONED_AFTER_MS)
        await rm(path, { recursive: true, force: true });
    }
  }

  async #use(path: string): Promise<void> {
    const stats = await stat(path);
    if (Date.now() - stats.mtimeMs < USE_EVERY_MS) return;
    const now = new Date();
    await utimes(path, now, now).catch(() => {}); // a cache that may only be read still answers
  }

  #tell(error: unknown): void {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    if (this.#isWarned) return;
    this.#isWarned = true;
    this.#warn(`answers cannot be kept in ${this.#folder} (${code}): the next run will have to ask again`);
  }
}
