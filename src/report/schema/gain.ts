// A measured retraining gain as it stands in its JSON.

import { z } from 'zod';
import { asking } from './asking.ts';
import { leftOutSchema, noteSchema, revisionLabelSchema } from './base.ts';
import { modelCardSchema } from './model-card.ts';

const number = z.int().nonnegative();
const similarity = z.number();

export const gainIntervalSchema = z
  .object({ low: z.number().describe('Its lower end.'), high: z.number().describe('Its upper end.') })
  .meta({ id: 'GainInterval', title: 'Interval', description: 'A 95 % interval.' });

const gainEstimateSchema = z
  .object({
    changes: number.describe('Changed methods.'),
    commits: number.describe('Commits that they changed in.'),
    inUse: similarity.nullable().describe('Mean similarity of the model in use, failures as stubs.'),
    fresh: similarity.nullable().describe('Mean similarity of the model trained just before, failures as stubs.'),
    gain: z.number().nullable().describe('The latter minus the former, in similarity; null without changes.'),
    interval: gainIntervalSchema
      .nullable()
      .describe('Of the gain, over commits (delete-one-commit jackknife); null for fewer than two commits.'),
    helped: number.describe('Changes that the model trained just before wrote closer.'),
    hurt: number.describe('Changes that it wrote less close.'),
    same: number.describe('Changes that both wrote equally close.'),
    inUseFailed: number.describe('Changes that the model in use failed on.'),
    freshFailed: number.describe('Changes that the model trained just before failed on.'),
  })
  .meta({ id: 'GainEstimate', title: 'Gain', description: 'How much closer a model trained just before comes.' });

export const gainStatementSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('would-help').describe('The interval is above 0, the gain at least what is asked for.'),
    }),
    z.object({ kind: z.literal('would-not-help').describe('The interval is below what is asked for.') }),
    z.object({
      kind: z.literal('unsure').describe('Neither can be said.'),
      reason: z.enum(['too-few-changes', 'too-few-commits', 'interval-too-wide']).describe('Why not.'),
    }),
  ])
  .meta({ id: 'GainStatement', title: 'Statement', description: 'Whether training again would help.' });

const gainRowSchema = z
  .object({
    commit: z.string().describe('The commit that changed the method.'),
    id: z.string().describe('Its MethodId after the change.'),
    change: z.enum(['added', 'modified', 'renamed', 'moved']).describe('What the commit did to it.'),
    inUse: similarity.describe('Similarity of what the model in use wrote; of the stub where it failed.'),
    fresh: similarity.describe('Similarity of what the model trained just before wrote; of the stub where it failed.'),
    inUseFailed: z.boolean().describe('Whether the model in use failed.'),
    freshFailed: z.boolean().describe('Whether the model trained just before failed.'),
  })
  .meta({ id: 'GainRow', title: 'Changed method', description: 'One changed method, written by both models.' });

const windowSchema = z.object({
  days: number.describe('How many days before the head were asked for.'),
  limit: z
    .enum(['days', 'training', 'shallow-clone', 'unknown-training'])
    .describe(
      'Why the window begins where it does. unknown-training: nobody knows what the model was trained on, so it may have learned some of the changes.',
    ),
  from: z.string().nullable().describe('Day of the first commit; null when there is none.'),
  until: z.string().nullable().describe('Day of the last commit; null when there is none.'),
  commits: number.describe('Commits on the line of first parents.'),
  commitsWithCode: number.describe('Those at which main sources differ.'),
});

export const gainReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('gain').describe('The job that made the report.'),
    protocol: z.literal('in-place').describe('One method is erased at a time.'),
    head: revisionLabelSchema.describe('Where the window ends.'),
    model: modelCardSchema.nullable().describe('The model in use; null when no code changed.'),
    modelOrigin: z
      .enum(['kept', 'made-at-revision', 'made-at-window-start'])
      .describe(
        'kept: by train. made-at-revision: the embedded model, made for this report as a shadow at the revision that was asked for. made-at-window-start: the same where the window begins, since no model is kept.',
      ),
    window: windowSchema.describe('The piece of history that was replayed.'),
    fresh: z
      .object({
        trainings: number.describe('How often it was trained on the way.'),
        commitsBehind: number.describe('Commits with code between its training and a change, at most.'),
        daysBehind: z.number().describe('Days between its training and a change, at most.'),
      })
      .describe('The model trained just before each change.'),
    policy: z
      .object({
        leastGain: z.number().describe('The gain, in similarity, from which training again is worth it.'),
        leastChanges: number.describe('Changes without which nothing is said.'),
      })
      .describe('What the statement was made by.'),
    statement: gainStatementSchema,
    all: gainEstimateSchema.describe('Over all changed methods.'),
    modified: gainEstimateSchema.describe('Over those that were there before: modified, renamed or moved.'),
    added: gainEstimateSchema.describe('Over new methods.'),
    leftOut: z.array(leftOutSchema).describe('What was not scored, by reason, over all commits.'),
    notes: z.array(noteSchema).describe('Files that could not be read in full.'),
    methods: z.array(gainRowSchema).describe('The changed methods, by commit, the oldest first, then by id.'),
    ...asking,
  })
  .meta({ id: 'GainReport', title: 'Retraining gain', description: 'Whether training again would help.' });
