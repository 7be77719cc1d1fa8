// What asking language models took or would take, as it stands in a report's JSON.

import { z } from 'zod';
import { modelCardSchema } from './model-card.ts';
import { methodId } from './scores.ts';

const counted = z.int().nonnegative();

const moneySchema = z
  .object({ amount: z.number().nonnegative().describe('The amount.'), currency: z.string().describe('ISO 4217.') })
  .meta({ id: 'Money', title: 'Money', description: 'An amount of money.' });

const usageSchema = z
  .object({
    calls: counted.describe('Requests that a server answered, and answers that the cache had.'),
    cacheHits: counted.describe('The latter alone.'),
    promptTokens: counted.nullable().describe('Of all answers, cached ones too; null where the server did not count.'),
    completionTokens: counted.nullable().describe('The same of what was answered.'),
    cost: moneySchema
      .nullable()
      .describe('By the model’s price, of the answers that were not cached; null where no price is known.'),
    answeredAs: z
      .array(z.string())
      .describe('Names that the server answered under, where they are not the one asked for.'),
  })
  .meta({ id: 'Usage', title: 'Usage', description: 'What the answers of a language model took.' });

export const usage = {
  usage: usageSchema.exactOptional().describe('What asking took; absent for a model that costs nothing.'),
};

export const asking = {
  ...usage,
  unasked: z
    .array(methodId)
    .exactOptional()
    .describe('Methods for which the budget did not suffice: counted nowhere. Absent when every one was asked for.'),
};

const budgetSchema = z
  .object({
    methods: counted.nullable().describe('Methods asked for, at most.'),
    tokens: counted.nullable().describe('Tokens of prompts and answers together, at most.'),
    cost: z.number().nonnegative().nullable().describe('Money, in the currency of the model’s price, at most.'),
  })
  .meta({ id: 'Budget', title: 'Budget', description: 'What a run may use; null for no bound.' });

const modelEstimateSchema = z
  .object({
    model: modelCardSchema,
    methods: counted.describe('How many methods it would write.'),
    isFree: z.boolean().describe('Whether it costs nothing, as the embedded model does.'),
    tooLong: counted.describe('Methods whose prompt does not fit the window.'),
    calls: counted.describe('Different requests.'),
    cached: counted.describe('Those of them that the cache can answer.'),
    promptTokens: counted.describe('Tokens of the prompts that the cache cannot answer.'),
    completionTokens: counted.describe('Tokens of their answers, at most.'),
    cost: moneySchema.nullable().describe('At most; null where no price is known.'),
    budget: budgetSchema,
    withinBudget: counted.nullable().describe('For how many methods the budget suffices, at least; null without one.'),
  })
  .meta({ id: 'ModelEstimate', title: 'Estimate', description: 'What asking one model would take.' });

export const estimateReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('estimate').describe('The job that made the report.'),
    command: z.string().describe('The command that would ask.'),
    models: z.array(modelEstimateSchema).describe('In the order in which they would be asked.'),
  })
  .meta({ id: 'EstimateReport', title: 'Dry run', description: 'What a run would ask, and what that would take.' });
