// A trained model on disk: the model file and, beside it, its card.

import { readFile } from 'node:fs/promises';
import type { ModelCard } from '../core/model-card.ts';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import { writeOutput } from './output-file.ts';

/** `…/model.palimpsest` → `…/model.card.json`. */
export function cardPath(modelPath: string): string {
  return `${modelPath.replace(/\.palimpsest$/, '')}.card.json`;
}

/** The bytes of a model file; `null` when there is none at that path. */
export async function readModelFile(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    const reason = systemErrorCode(error) ?? 'unknown reason';
    throw new ExpectedFailure(
      'not-readable',
      `the model file ${path} cannot be read (${reason})`,
      'Check its path and permissions.',
      { cause: error },
    );
  }
}

export async function writeCard(modelPath: string, card: ModelCard): Promise<void> {
  await writeOutput(cardPath(modelPath), `${JSON.stringify(card, null, 2)}\n`);
}

/**
 * The card that stands beside a model file, if it is that model's; `null` for none, for another model's and for what
 * `parse` does not know as a card: the model answers all the same.
 */
export async function readCard(
  modelPath: string,
  fingerprint: string,
  parse: (json: unknown) => ModelCard | null,
): Promise<ModelCard | null> {
  try {
    const card = parse(JSON.parse(await readFile(cardPath(modelPath), 'utf8')));
    return card?.fingerprint === fingerprint ? card : null;
  } catch {
    return null;
  }
}
