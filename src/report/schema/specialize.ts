// The report of a specialisation as its JSON holds it.

import { z } from 'zod';
import { RECIPES } from '../../core/dataset-card.ts';
import { modelCardSchema } from './model-card.ts';

const counted = z.int().nonnegative();

const lossPointSchema = z
  .object({
    step: z.int().positive().describe('The step, from 1, over all epochs.'),
    epoch: z.number().nullable().describe('How far through the data it was; null where nobody said.'),
    loss: z.number().nullable().describe('Of the data that is learned; null where it was not told there.'),
    validationLoss: z.number().nullable().describe('Of the data that validates; null where it was not told there.'),
  })
  .meta({ id: 'LossPoint', title: 'Loss', description: 'The loss at one step of a training.' });

export const specializeReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('specialize').describe('The job that made the report.'),
    trainer: z.string().describe('What trained: embedded, trl, openai or command.'),
    trained: z.boolean().describe('False when an earlier run of the same request had finished.'),
    dataset: z
      .object({
        folder: z.string().describe('Where the training set lies.'),
        recipe: z.enum(RECIPES).describe('What is learned.'),
        hash: z.string().describe('Same hash, same data.'),
        examples: z
          .object({
            train: counted.describe('To train.'),
            validation: counted.describe('To validate.'),
            test: counted.describe('To test.'),
          })
          .describe('Examples in each part.'),
      })
      .nullable()
      .describe('What it was trained with; null for the embedded model, which reads the sources.'),
    model: modelCardSchema,
    output: z
      .object({
        folder: z.string().describe('The folder of the run.'),
        card: z.string().describe('File of the model card.'),
        models: z.string().nullable().describe('A file for --models; null where nobody serves the result.'),
        chart: z.string().nullable().describe('The loss, as SVG; null where none was told.'),
      })
      .describe('What was written.'),
    losses: z.array(lossPointSchema).describe('In the order of the steps.'),
    serve: z
      .array(
        z.object({
          server: z.string().describe('What serves it.'),
          command: z.string().describe('The command, for a shell.'),
          baseUrl: z.string().describe('Where the model is asked then.'),
        }),
      )
      .describe('Commands that serve it, the one to try first at the front.'),
    remarks: z.array(z.string()).describe('What else has to be known.'),
  })
  .meta({ id: 'SpecializeReport', title: 'Specialisation', description: 'A base model made into the project’s own.' });
