// Ledgers in a directory: a folder a model, in it numbered heads and the shards that they name.

import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerHead, LedgerPages } from '../core/ledger-head.ts';
import type { Shard } from '../core/shards.ts';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import {
  fingerprintOf,
  ledgerFolder,
  parseHead,
  parseShard,
  printHead,
  printShard,
  type StoredHead,
} from '../pages/ledger-pages.ts';
import type { LedgerStore, StoredLedger } from '../ports.ts';
import { writeFailure } from './failures.ts';

/** A reader that is slower than so many writers has to start again. */
const HEADS_KEPT = 16;
const HEAD_FILE = /^head-(\d{9})\.json$/;

/**
 * Opens the ledgers below a folder, which is made with the first save. A save writes the shards under names of their own
 * and then links the next head: whoever links a number first has it, so nothing is ever locked, and a crash leaves files
 * that nobody names. Needs a file system with hard links.
 */
export function openLedgerDirectory(folder: string): LedgerStore {
  return {
    fingerprints: () => fingerprintsIn(folder),
    load: (fingerprint) => load(folderOf(folder, fingerprint), fingerprint),
    save: (expected, pages) => save(folderOf(folder, pages.head.model.fingerprint), expected, pages),
  };
}

function folderOf(folder: string, fingerprint: string): string {
  return join(folder, ledgerFolder(fingerprint));
}

async function fingerprintsIn(folder: string): Promise<string[]> {
  const fingerprints: string[] = [];
  for (const name of await namesIn(folder)) {
    const fingerprint = fingerprintOf(name);
    if (fingerprint === null || (await numbersIn(join(folder, name))).length === 0) continue;
    fingerprints.push(fingerprint);
  }
  return fingerprints.sort();
}

async function load(folder: string, fingerprint: string): Promise<StoredLedger | null> {
  const newest = (await numbersIn(folder)).at(-1);
  if (newest === undefined) return null;
  const stored = await readHead(folder, newest);
  if (stored.head.model.fingerprint !== fingerprint) {
    throw new ExpectedFailure(
      'bad-ledger-file',
      `the ledger in ${folder} is of another model`,
      'Delete the folder and evaluate the model again.',
    );
  }
  return {
    version: String(newest),
    head: stored.head,
    shards: async (names) => {
      const shards = await Promise.all(names.map((name) => readShard(folder, stored.files[name])));
      return new Map(names.map((name, index) => [name, shards[index] ?? []]));
    },
  };
}

async function save(folder: string, expected: string | null, { head, shards }: LedgerPages): Promise<boolean> {
  const written: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    const newest = (await numbersIn(folder)).at(-1) ?? null;
    if (newest !== (expected === null ? null : Number(expected))) return false;
    const files = newest === null ? {} : { ...(await readHead(folder, newest)).files };
    const number = (newest ?? 0) + 1;
    for (const [name, shard] of shards) {
      files[name] = `shard-${name}-${String(number).padStart(9, '0')}-${randomUUID().slice(0, 8)}.jsonl`;
      if (shard.length === 0) continue;
      await writeFile(join(folder, files[name]), printShard(shard), { flag: 'wx', flush: true });
      written.push(files[name]);
    }
    const outcome = await linkHead(folder, number, { head, files: namedIn(head, files) });
    if (outcome === 'taken') for (const file of written) await rm(join(folder, file), { force: true });
    if (outcome === 'linked') await prune(folder, number);
    return outcome === 'linked';
  } catch (error) {
    if (error instanceof ExpectedFailure && error.code === 'ledger-busy') return false;
    throw writeFailure(folder, error);
  }
}

function namedIn(head: LedgerHead, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(head.shards).map((name) => {
      const file = files[name];
      if (file === undefined) throw new RangeError(`the head names shard ${name}, which was never saved`);
      return [name, file];
    }),
  );
}

/**
 * Puts a whole head under a number. `taken`: somebody has that number. `overtaken`: it had been somebody's so long ago
 * that it was cleared away, and this head comes too late.
 */
async function linkHead(folder: string, number: number, stored: StoredHead): Promise<'linked' | 'taken' | 'overtaken'> {
  const partial = join(folder, `.head-${randomUUID()}`);
  try {
    await writeFile(partial, printHead(stored), { flag: 'wx', flush: true });
    await link(partial, headPath(folder, number));
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return 'taken';
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
  const newest = (await numbersIn(folder)).at(-1) ?? number;
  return newest >= number + HEADS_KEPT ? 'overtaken' : 'linked';
}

/** Removes heads that are too old to be read, and the shards that only they name. */
async function prune(folder: string, newest: number): Promise<void> {
  const numbers = await numbersIn(folder);
  const old = numbers.filter((number) => number <= newest - HEADS_KEPT);
  if (old.length === 0) return;
  const kept = new Set<string>();
  for (const number of numbers.filter((candidate) => candidate > newest - HEADS_KEPT)) {
    for (const file of Object.values((await readHead(folder, number)).files)) kept.add(file);
  }
  for (const number of old) {
    const stored = await readHead(folder, number).catch(() => null); // another writer was here first
    await rm(headPath(folder, number), { force: true });
    for (const file of Object.values(stored?.files ?? {})) {
      if (!kept.has(file)) await rm(join(folder, file), { force: true });
    }
  }
}

function headPath(folder: string, number: number): string {
  return join(folder, `head-${String(number).padStart(9, '0')}.json`);
}

async function numbersIn(folder: string): Promise<number[]> {
  const numbers = (await namesIn(folder)).flatMap((name) => HEAD_FILE.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw unreadable(folder, error);
  }
}

async function readHead(folder: string, number: number): Promise<StoredHead> {
  const path = headPath(folder, number);
  return parsed(path, await textOf(path), parseHead);
}

async function readShard(folder: string, file: string | undefined): Promise<Shard> {
  if (file === undefined) return [];
  return parsed(join(folder, file), await textOf(join(folder, file)), parseShard);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw unreadable(path, error);
    throw new ExpectedFailure('ledger-busy', `${path} was replaced while it was read`, 'Run the command again.', {
      cause: error,
    });
  }
}

function parsed<T>(path: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    throw new ExpectedFailure(
      'bad-ledger-file',
      `${path} is damaged, or of a later version of palimpsest`,
      'Update palimpsest; or delete the ledger’s folder and fill it again with `palimpsest evaluate`.',
      { cause: error },
    );
  }
}

function unreadable(path: string, error: unknown): ExpectedFailure {
  const reason = systemErrorCode(error) ?? 'unknown reason';
  return new ExpectedFailure('not-readable', `${path} cannot be read (${reason})`, 'Check its permissions.', {
    cause: error,
  });
}
