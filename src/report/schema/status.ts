// A model's status as it stands in a report's JSON.

import { z } from 'zod';
import { revisionLabelSchema } from './base.ts';
import { driftReportSchema } from './drift.ts';
import { gainReportSchema } from './gain.ts';
import { modelCardSchema } from './model-card.ts';
import { sampleRequest } from './scores.ts';
import { ledgerPointSchema, ledgerRevision, ledgerSummarySchema } from './update.ts';

const counted = z.int().nonnegative();

const standingLedgerSchema = ledgerSummarySchema
  .extend({
    standsAt: ledgerRevision.describe('The revision whose methods it holds.'),
    commitsBehind: counted
      .nullable()
      .describe(
        'Commits of the line of first parents that it has yet to be brought over; null where the clone cannot tell.',
      ),
    answers: z
      .enum(['own', 'predecessor'])
      .describe('predecessor: the model in use has no ledger that is scored enough, that of the one before answers.'),
    model: z
      .object({
        provider: z.string().describe('Who answered.'),
        name: z.string().describe('The model’s name, as its provider knows it.'),
        fingerprint: z.string().describe('Same fingerprint, same answers.'),
      })
      .describe('Whose answers are scored in it.'),
    sample: z
      .object(sampleRequest)
      .nullable()
      .describe('The sample that it began with; null when every method was scored.'),
    history: z.array(ledgerPointSchema).describe('Where it stood since training, in the order of the updates.'),
  })
  .meta({ id: 'StandingLedger', title: 'Ledger with its past', description: 'A ledger’s summary, and whose it is.' });

const gainSummarySchema = gainReportSchema
  .omit({ methods: true })
  .meta({ id: 'GainSummary', title: 'Gain', description: 'Whether training again would help, without the methods.' });

export const recommendationSchema = z
  .object({
    kind: z.enum(['keep', 'retrain-soon', 'retrain-now']).describe('What to do with the model.'),
    day: z.string().nullable().describe('About when, for retrain-soon; null where no day can be told.'),
    reasons: z
      .array(
        z.enum([
          'stale',
          'crossing-forecast',
          'near-line',
          'fresh',
          'freshness-unknown',
          'gain-worth-it',
          'gain-too-small',
          'gain-unknown',
        ]),
      )
      .describe('Why; the first one decided.'),
  })
  .meta({ id: 'Recommendation', title: 'Recommendation', description: 'What to do with the model, and why.' });

export const statusReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('status').describe('The job that made the report.'),
    at: revisionLabelSchema.describe('Where it looks; the day of this commit is today.'),
    model: modelCardSchema,
    age: z
      .object({
        days: counted.nullable().describe('Whole days from the training to there; null where nobody can tell.'),
        commits: counted
          .nullable()
          .describe('Commits of the line of first parents that the training does not hold; null likewise.'),
      })
      .describe('How old the model is.'),
    ledger: standingLedgerSchema.nullable().describe('The ledger that answers; null without one.'),
    gain: gainSummarySchema.nullable().describe('null when it was not measured.'),
    drift: driftReportSchema.nullable().describe('With the forecast; null when it was not measured.'),
    unmeasured: z
      .array(
        z.object({
          what: z.enum(['gain', 'drift']).describe('What was not measured.'),
          reason: z
            .enum(['not-asked', 'shallow-clone', 'no-source-files'])
            .describe(
              'Why. shallow-clone: the clone begins within the months asked for. no-source-files: no main source.',
            ),
        }),
      )
      .describe('What was not measured, and why.'),
    recommendation: recommendationSchema,
  })
  .meta({ id: 'StatusReport', title: 'Status', description: 'All that is known of a model, and what to do about it.' });
