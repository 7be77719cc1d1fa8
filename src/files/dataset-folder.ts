// A training set on disk, read: its card, and whether the examples beside it are all there.

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DATASET_SPLITS, type DatasetCard, type DatasetForm } from '../core/dataset-card.ts';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import type { DatasetFolder } from '../ports.ts';

const CARD = 'dataset-card.json';

/**
 * Reads what `palimpsest dataset` wrote. `form`: the one that is going to be used, whose lines are counted against the card;
 * `null` for none. Throws `bad-dataset` for a folder that is none, or was cut short.
 */
export async function readDatasetFolder(
  path: string,
  form: DatasetForm | null,
  parse: (json: unknown) => DatasetCard | null,
): Promise<DatasetFolder> {
  const folder = resolve(path);
  const card = parse(await readJson(join(folder, CARD), path));
  if (card === null) throw refusal(`${join(path, CARD)} is no card of a training set`);
  for (const split of form === null ? [] : DATASET_SPLITS) {
    const { examples } = card.splits[split];
    const name = `${form}/${split}.jsonl`;
    const lines = await linesOf(join(folder, name));
    if (lines !== examples) {
      throw refusal(`${join(path, name)} has ${lines} examples, and its card says ${examples}`);
    }
  }
  return { folder, card };
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

/** Line ends in a file; none in one that is not there. */
async function linesOf(file: string): Promise<number> {
  let lines = 0;
  try {
    for await (const chunk of createReadStream(file)) for (const byte of chunk) lines += Number(byte === LINE_END);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  }
  return lines;
}

const LINE_END = 10;

function refusal(what: string): ExpectedFailure {
  return new ExpectedFailure('bad-dataset', what, 'Make it anew with `palimpsest dataset --output-dir DIR`.');
}
