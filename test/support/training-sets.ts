// A training set on disk, as `palimpsest dataset` writes one.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATASET_SPLITS, type DatasetCard } from '../../src/core/dataset-card.ts';
import { folderOf } from './folder.ts';

/** Stands in for `trl`: prints, saves and fails as that does. */
export const FAKE_TRL = fileURLToPath(new URL('./fake-trl.mjs', import.meta.url));

interface TrainingSetFacts {
  readonly train?: number;
  readonly validation?: number;
  readonly test?: number;
  readonly recipe?: DatasetCard['recipe'];
  readonly tokenizer?: string;
}

const line = (index: number) =>
  `${JSON.stringify({ prompt: `class Shelf {\n    int size${index}()`, completion: ` { return ${index}; }` })}\n`;

/** A folder with so many examples; the parts that have none are absent. */
export function trainingSet({
  train = 24,
  validation = 8,
  test = 0,
  recipe = 'javadoc',
  tokenizer = 'estimated',
}: TrainingSetFacts = {}): string {
  const counts = { train, validation, test };
  const files = Object.fromEntries(
    DATASET_SPLITS.map((split) => [split, Array.from({ length: counts[split] }, (_, index) => line(index)).join('')]),
  );
  const digests = DATASET_SPLITS.map((split) => sha256(files[split] ?? ''));
  const split = (examples: number) => ({
    examples,
    files: Math.ceil(examples / 4),
    promptTokens: 9 * examples,
    completionTokens: 6 * examples,
  });
  const card: DatasetCard = {
    schemaVersion: 1,
    recipe,
    project: 'a'.repeat(40),
    revision: 'b'.repeat(40),
    committedAt: '2026-03-01T10:00:00Z',
    format: 'completion',
    promptVersion: 1,
    contextTokens: 512,
    maxTokens: 128,
    tokenizer,
    seed: 1,
    splits: { train: split(train), validation: split(validation), test: split(test) },
    leftOut: [],
    testRevision: null,
    parameters: {},
    forms: ['trl'],
    hash: sha256(digests.join('\n')),
  };
  const written = Object.entries(files).flatMap(([name, text]) => (text === '' ? [] : [[`trl/${name}.jsonl`, text]]));
  return folderOf({ 'dataset-card.json': JSON.stringify(card), ...Object.fromEntries(written) });
}

/** Where a run may go. */
export function runFolder(): string {
  return join(folderOf({}), 'run');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
