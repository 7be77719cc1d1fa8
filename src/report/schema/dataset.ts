// What a training set says of itself, as it stands in its folder.

import { z } from 'zod';
import { DATASET_LEFT_OUT, type DatasetCard, RECIPES } from '../../core/dataset-card.ts';
import { PROMPT_FORMATS } from '../../core/prompt-format.ts';

const counted = z.int().nonnegative();

const splitCounts = z.object({
  examples: counted.describe('Examples.'),
  files: counted.describe('Files that they are from.'),
  promptTokens: counted.describe('Tokens of their prompts.'),
  completionTokens: counted.describe('Tokens of what is to be learned.'),
});

export const datasetCardSchema = z.object({
  schemaVersion: z.literal(1).describe('Version of the card.'),
  recipe: z.enum(RECIPES).describe('What is learned.'),
  project: z.string().nullable().describe('Which project; null for a plain directory.'),
  revision: z.string().describe('The commit that it was made of.'),
  committedAt: z.string().nullable().describe('When that commit was made, ISO 8601.'),
  format: z.enum(PROMPT_FORMATS).describe('How a stub was put into a prompt.'),
  promptVersion: z.int().describe('Version of the prompts.'),
  contextTokens: z.int().positive().describe('Tokens of a prompt with its answer, at most.'),
  maxTokens: z.int().positive().describe('Tokens of an answer, at most.'),
  tokenizer: z.string().describe('What counted the tokens.'),
  seed: z.int().describe('What the parts were drawn with.'),
  splits: z
    .object({ train: splitCounts, validation: splitCounts, test: splitCounts })
    .describe('How much is in each part.'),
  leftOut: z
    .array(z.object({ reason: z.enum(DATASET_LEFT_OUT), files: counted, units: counted }))
    .describe('What is not in it, and why.'),
  hash: z.string().min(1).describe('SHA-256 over all examples: same hash, same data.'),
});

/** `null` for what is no card of a training set. */
export function parseDatasetCard(json: unknown): DatasetCard | null {
  return datasetCardSchema.safeParse(json).data ?? null;
}
