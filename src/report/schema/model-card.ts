// The identity of a model as it stands in its card's file and in a report's JSON.

import { z } from 'zod';
import type { ModelCard } from '../../core/model-card.ts';
import { publishedSchema } from './published.ts';

export const modelCardSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of the model card.'),
    provider: z.string().describe('Who answered: `embedded`, `openai`, …'),
    name: z.string().describe('The model’s name, as its provider knows it.'),
    baseModel: z
      .string()
      .nullable()
      .describe('The model that was specialised; null where there is none, as for the embedded model.'),
    fingerprint: z.string().describe('Same fingerprint, same answers.'),
    trainedAt: z
      .object({
        revision: z.string().describe('The commit that the model was trained on.'),
        committedAt: z.string().nullable().describe('When that commit was made, ISO 8601.'),
        units: z.int().nonnegative().nullable().describe('Methods learned; null where nobody counted them.'),
        files: z.int().nonnegative().nullable().describe('Files learned; null where nobody counted them.'),
      })
      .nullable()
      .describe('What the model was trained on; null where that is not known.'),
    recipe: z
      .object({
        kind: z.string().describe('How the model was specialised.'),
        datasetHash: z.string().describe('Hash of what it was trained with.'),
        epochs: z.number().nullable().describe('How often it saw that; null where the word has no meaning.'),
        promptFormat: z
          .string()
          .nullable()
          .describe('How a stub was put into a prompt; null where there is no prompt.'),
      })
      .nullable()
      .describe('How the model was made; null where that is not known.'),
    baseline: z
      .object({
        methods: z.int().nonnegative().describe('How many methods were scored.'),
        similarity: z.number().describe('Their mean similarity, in [0, 1].'),
        measuredAt: z.string().describe('When, ISO 8601.'),
      })
      .nullable()
      .describe('In-place scores on the training revision; null until an in-place evaluation has run.'),
    shadow: z
      .object({ of: z.string().nullable().describe('What that other model is called; null where nobody said.') })
      .nullable()
      .default(null) // cards of earlier versions do not say
      .describe(
        'The embedded model, trained at the revision at which another model was: how far the code has moved since, and no score of that other model. null for a model that stands for itself.',
      ),
  })
  .meta({
    id: 'ModelCard',
    title: 'Model card',
    description: 'Who wrote the methods again, and what that model was trained on.',
  });

/** The card that some JSON holds; `null` when it holds none that this version knows. */
export function parseModelCard(json: unknown): ModelCard | null {
  return modelCardSchema.safeParse(json).data ?? null;
}

/** The published JSON Schema of a card's file. Readers should pass over fields that they do not know. */
export function modelCardJsonSchema(): Record<string, unknown> {
  return publishedSchema(modelCardSchema);
}
