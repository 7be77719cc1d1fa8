// A training set's card as it stands in its file, and the report of writing one.

import { z } from 'zod';
import { DATASET_FORMS, DATASET_LEFT_OUT, type DatasetCard, RECIPES } from '../../core/dataset-card.ts';
import { PROMPT_FORMATS } from '../../core/prompt-format.ts';
import { revisionLabelSchema } from './base.ts';
import { publishedSchema } from './published.ts';

const counted = z.int().nonnegative();

const splitCounts = z
  .object({
    examples: counted.describe('Lines, those that are repeated counted as often as they stand there.'),
    files: counted.describe('Source files that they come from.'),
    promptTokens: counted.describe('Tokens of the prompts.'),
    completionTokens: counted.describe('Tokens of the answers, or of the texts.'),
  })
  .meta({ id: 'SplitCounts', title: 'Split', description: 'What is in one part.' });

export const datasetCardSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of the card.'),
    recipe: z.enum(RECIPES).describe('What a model learns from it.'),
    project: z.string().nullable().describe('The same for every clone of a project; null where that is not known.'),
    revision: z.string().describe('The commit that train and validation are of.'),
    committedAt: z.string().nullable().describe('When that commit was made, ISO 8601.'),
    testRevision: z
      .string()
      .nullable()
      .describe('The later commit that test is of: what changed since; null without a part by time.'),
    parameters: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .describe('What the recipe was told, by the name of its option.'),
    format: z.enum(PROMPT_FORMATS).describe('How a model that was trained on it is to be asked.'),
    promptVersion: counted.describe('Version of the prompts.'),
    contextTokens: counted.describe('Tokens of a prompt with its answer, at most.'),
    maxTokens: counted.describe('Tokens of an answer, at most.'),
    tokenizer: z.string().describe('What counted: the name of a tokenizer’s file, or `estimated`.'),
    seed: z.int().describe('What the lots of the files were drawn with.'),
    splits: z
      .object({
        train: splitCounts.describe('To train on.'),
        validation: splitCounts.describe('Other files, to validate with.'),
        test: splitCounts.describe('What changed later, to test with.'),
      })
      .describe('What is in it.'),
    leftOut: z
      .array(
        z.object({
          reason: z.enum(DATASET_LEFT_OUT).describe('Why.'),
          files: counted.describe('Whole files.'),
          units: counted.describe('Methods.'),
        }),
      )
      .describe('What is not in it.'),
    forms: z.array(z.enum(DATASET_FORMS)).describe('The forms that it is written in.'),
    hash: z.string().describe('Same hash, same examples in the same order.'),
  })
  .meta({ id: 'DatasetCard', title: 'Training set', description: 'How a training set was made, and what is in it.' });

export const datasetReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('dataset').describe('The job that made the report.'),
    source: revisionLabelSchema.describe('What is trained on.'),
    outputDirectory: z.string().describe('The folder that was written.'),
    card: datasetCardSchema,
  })
  .meta({ id: 'DatasetReport', title: 'Training set', description: 'A training set that was written.' });

const INDENT = 2;

/** `dataset-card.json`. */
export function renderDatasetCard(card: DatasetCard): string {
  return `${JSON.stringify(datasetCardSchema.parse(card), null, INDENT)}\n`;
}

/** The card that some JSON holds; `null` when it holds none that this version knows. */
export function parseDatasetCard(json: unknown): DatasetCard | null {
  return datasetCardSchema.safeParse(json).data ?? null;
}

/** The published JSON Schema of a card's file. Readers should pass over fields that they do not know. */
export function datasetCardJsonSchema(): Record<string, unknown> {
  return publishedSchema(datasetCardSchema);
}
