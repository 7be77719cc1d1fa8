// A trained model on disk: the model file and, beside it, its card.

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
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

const Baseline = z.object({
  fingerprint: z.string(),
  baseline: z.object({ methods: z.int(), similarity: z.number(), measuredAt: z.string() }).nullable(),
});

/** The baseline that the card beside a model file holds, if it is that model's card. */
export async function readBaseline(modelPath: string, fingerprint: string): Promise<ModelCard['baseline']> {
  try {
    const card = Baseline.parse(JSON.parse(await readFile(cardPath(modelPath), 'utf8')));
    return card.fingerprint === fingerprint ? card.baseline : null;
  } catch {
    return null; // no card, or another program's file: the model answers all the same
  }
}
