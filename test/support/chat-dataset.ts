// A small training set of a library's methods, as `palimpsest dataset` writes it.

import { createHash } from 'node:crypto';
import type { DatasetCard } from '../../src/core/dataset-card.ts';
import type { DatasetFolder } from '../../src/ports.ts';
import { folderOf } from './folder.ts';

export interface DatasetPlan {
  readonly train?: number;
  readonly validation?: number;
  /** Instead of the lines that would be made. */
  readonly trainLines?: readonly string[];
}

const NOTHING = { examples: 0, files: 0, promptTokens: 0, completionTokens: 0 };

export function datasetFolder({ train = 12, validation = 3, trainLines }: DatasetPlan = {}): DatasetFolder {
  const shelves = Array.from({ length: train + validation }, (_, index) => example(`shelf${index}`));
  const lines = trainLines ?? shelves.slice(0, train).map(({ chat }) => chat);
  const held = shelves.slice(train);
  const hash = createHash('sha256')
    .update([...lines, ...held.map(({ chat }) => chat)].join('\n'))
    .digest('hex');
  const card: DatasetCard = {
    schemaVersion: 1,
    recipe: 'bodies',
    project: 'library',
    revision: '1111111111111111111111111111111111111111',
    committedAt: '2026-03-01T00:00:00Z',
    format: 'chat',
    promptVersion: 1,
    contextTokens: 2_048,
    maxTokens: 512,
    tokenizer: 'estimated',
    seed: 1,
    splits: {
      train: { examples: lines.length, files: 1, promptTokens: lines.length * 90, completionTokens: lines.length * 10 },
      validation: {
        examples: held.length,
        files: 1,
        promptTokens: held.length * 90,
        completionTokens: held.length * 10,
      },
      test: NOTHING,
    },
    leftOut: [],
    testRevision: null,
    parameters: {},
    forms: ['trl', 'chat'],
    hash,
  };
  const pairs = shelves.slice(0, train).map(({ pair }) => pair);
  const folder = folderOf({
    'dataset-card.json': `${JSON.stringify(card, null, 2)}\n`,
    ...(lines.length === 0 ? {} : { 'chat/train.jsonl': `${lines.join('\n')}\n` }),
    ...(held.length === 0 ? {} : { 'chat/validation.jsonl': `${held.map(({ chat }) => chat).join('\n')}\n` }),
    ...(pairs.length === 0 ? {} : { 'trl/train.jsonl': `${pairs.join('\n')}\n` }),
    ...(held.length === 0 ? {} : { 'trl/validation.jsonl': `${held.map(({ pair }) => pair).join('\n')}\n` }),
  });
  return { folder, card };
}

function example(name: string): { readonly chat: string; readonly pair: string } {
  const prompt = `class Library {\n    int ${name}() {}\n}`;
  const completion = `{\n        return ${name}.size();\n    }`;
  return {
    chat: JSON.stringify({
      messages: [
        { role: 'system', content: 'You write the body of a Java method, and nothing else.' },
        { role: 'user', content: prompt },
        { role: 'assistant', content: completion },
      ],
    }),
    pair: JSON.stringify({ prompt, completion }),
  };
}
