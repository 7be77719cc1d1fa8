// A training set on disk, read: its card, and whether the examples beside it are all there.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DATASET_SPLITS, type DatasetCard, type DatasetForm } from '../core/dataset-card.ts';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import type { DatasetFolder } from '../ports.ts';

const CARD = 'dataset-card.json';

/**
 * Reads what `palimpsest dataset` wrote. `form`: the one that is going to be used, whose lines are counted against the card, and
 * of `trl` hashed; `null` for none. Throws `bad-dataset` for a folder that is none, was cut short, or was changed since.
 */
export async function readDatasetFolder(
  path: string,
  form: DatasetForm | null,
  parse: (json: unknown) => DatasetCard | null,
): Promise<DatasetFolder> {
  const folder = resolve(path);
  const card = parse(await readJson(join(folder, CARD), path));
  if (card === null) throw refusal(`${join(path, CARD)} is no card of a training set`);
  if (form !== null) await requireWhole(folder, path, form, card);
  return { folder, card };
}

async function requireWhole(folder: string, path: string, form: DatasetForm, card: DatasetCard): Promise<void> {
  const digests: string[] = [];
  for (const split of DATASET_SPLITS) {
    const { examples } = card.splits[split];
    const name = `${form}/${split}.jsonl`;
    const { lines, digest } = await contentOf(join(folder, name));
    if (lines !== examples) {
      throw refusal(`${join(path, name)} has ${count(lines)}, and its card says ${examples}`);
    }
    digests.push(digest);
  }
  // the hash is over this form, whichever are written
  if (form !== 'trl' || createHash('sha256').update(digests.join('\n')).digest('hex') === card.hash) return;
  throw refusal(`the examples in ${path} are not those of its card`);
}

function count(lines: number): string {
  return `${lines} ${lines === 1 ? 'example' : 'examples'}`;
}

async function readJson(file: string, path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) throw refusal(`${path} holds no training set`);
    throw new ExpectedFailure(
      'not-readable',
      `${file} cannot be read (${systemErrorCode(error) ?? 'unknown reason'})`,
      'Check its path and permissions.',
      { cause: error },
    );
  }
}

/** Line ends in a file, and its SHA-256; one that is not there is empty. */
async function contentOf(file: string): Promise<{ lines: number; digest: string }> {
  const hash = createHash('sha256');
  let lines = 0;
  try {
    for await (const piece of createReadStream(file)) {
      hash.update(piece);
      for (const byte of piece) lines += Number(byte === LINE_END);
    }
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  }
  return { lines, digest: hash.digest('hex') };
}

const LINE_END = 10;

function refusal(what: string): ExpectedFailure {
  return new ExpectedFailure('bad-dataset', what, 'Make it anew with `palimpsest dataset --output-dir DIR`.');
}
