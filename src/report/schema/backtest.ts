// A backtest as it stands in its JSON.

import { z } from 'zod';
import { revisionLabelSchema } from './base.ts';
import { gainIntervalSchema, gainStatementSchema } from './gain.ts';
import { sampleRequest } from './scores.ts';
import { estimateFields, freshnessSchema } from './update.ts';

const counted = z.int().nonnegative();

const backtestGainSchema = z
  .object({
    changes: counted.describe('Changed methods.'),
    states: counted.describe('States at which they were found.'),
    gain: z.number().nullable().describe('Mean difference in similarity; null without changes.'),
    interval: gainIntervalSchema.nullable().describe('Of the gain, over states; null for fewer than two.'),
    statement: gainStatementSchema,
  })
  .meta({
    id: 'BacktestGain',
    title: 'Gain',
    description: 'How much closer one model came to some changes than another.',
  });

const moment = {
  revision: z.string().describe('Commit hash.'),
  committedAt: z.string().describe('ISO 8601; where dates go back along the line, that of the commit before it.'),
};

const pointSchema = z
  .object({
    ...moment,
    units: counted.describe('Methods.'),
    scored: counted.describe('Methods scored for this state.'),
    freshness: freshnessSchema.nullable().describe('Null where no method is left.'),
    similarity: z.object(estimateFields).nullable().describe('Mean similarity over all methods.'),
    gain: backtestGainSchema.describe(
      'By how much a model trained at the state before each change came closer than the one in use: over the changes of the window that ends here, those since the training.',
    ),
  })
  .meta({ id: 'BacktestPoint', title: 'State', description: 'A model and its ledger at one state of the project.' });

const trainingSchema = z
  .object({
    ...moment,
    days: z.number().describe('Days since the training before.'),
    freshness: z.number().describe('The freshness that asked for it.'),
    gain: backtestGainSchema.describe('The gain of the window at that moment, as a team would have seen it.'),
    brought: backtestGainSchema.describe(
      'By how much the new model came closer than the old one, over the changes until the next training.',
    ),
  })
  .meta({ id: 'BacktestTraining', title: 'Training', description: 'A moment at which a line asked for it.' });

const outcomeSchema = z
  .object({
    line: z.number().nullable().describe('Trained again below this freshness; null: never.'),
    trainings: z.array(trainingSchema).describe('When, the oldest first.'),
    course: z
      .array(
        z.object({
          committedAt: z.string().describe('ISO 8601.'),
          freshness: z.number().nullable().describe('1 is as on the day of training; null where no method is left.'),
        }),
      )
      .describe('Freshness at every state, and once more, of the new model, at those where one was trained.'),
    meanFreshness: z
      .number()
      .nullable()
      .describe('Over time, straight lines from state to state, a training taking effect at once.'),
    meanSimilarity: z.number().nullable().describe('The same of the mean similarity over all methods.'),
    lowestFreshness: z.number().nullable().describe('At any state, before a training.'),
    gain: backtestGainSchema.describe(
      'What is left to gain: by how much a model trained at the state before each change came closer, over all changes.',
    ),
    scored: counted.describe('Methods scored, where a training began its ledger and on the way.'),
  })
  .meta({ id: 'BacktestOutcome', title: 'Outcome', description: 'What came of training again below a line.' });

export const backtestReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('backtest').describe('The job that made the report.'),
    protocol: z.literal('in-place').describe('One method is erased at a time.'),
    model: z.literal('embedded').describe('The model that was trained, again and again.'),
    trainAt: revisionLabelSchema.describe('Where it was trained first.'),
    until: revisionLabelSchema.describe('Where the history ends.'),
    every: z
      .object({
        count: z.int().positive().describe('How many.'),
        unit: z.enum(['days', 'weeks', 'months', 'merges']).describe('Of what; merges: commits on the first parents.'),
      })
      .describe('How far two states lie apart; the last commit of each stretch counts.'),
    span: z
      .object({
        states: counted.describe('After the trained one.'),
        from: z.string().describe('When the trained state was reached, ISO 8601.'),
        until: z.string().describe('When the last one was.'),
        days: z.number().describe('Days between them.'),
      })
      .describe('The history that was replayed.'),
    sample: z
      .object(sampleRequest)
      .nullable()
      .describe('What was scored where a model was trained; null when every method was.'),
    windowDays: counted.describe('Days of changes over which the gain at a moment is measured.'),
    policy: z
      .object({
        leastGain: z.number().describe('The gain, in similarity, from which training again is worth it.'),
        leastChanges: counted.describe('Changes without which nothing is said.'),
      })
      .describe('What the statements were made by.'),
    statesBehind: counted.describe(
      'States between the training of the model anew and the change that it wrote, at most; 0 where it was trained for each.',
    ),
    points: z.array(pointSchema).describe('The model that was never trained again, from its training on.'),
    outcomes: z.array(outcomeSchema).describe('Never trained again, then by line, the lowest first.'),
  })
  .meta({ id: 'BacktestReport', title: 'Backtest', description: 'Freshness and retraining over a replayed history.' });
