// How the model of a check stands to the whole project, as it stands in a report's JSON.

import { z } from 'zod';
import { forecastSchema } from './drift.ts';
import { gainReportSchema } from './gain.ts';
import { recommendationSchema } from './status.ts';
import { ledgerSummarySchema } from './update.ts';

const counted = z.int().nonnegative();

export const checkStandingSchema = z
  .object({
    freshness: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('known').describe('The model that answered has a ledger.'),
          before: ledgerSummarySchema.describe('As the ledger stands.'),
          after: ledgerSummarySchema.describe('As it would stand with this change.'),
        }),
        z.object({
          kind: z.literal('unknown').describe('It has none that could tell.'),
          reason: z
            .enum(['not-pinned', 'no-ledger', 'other-model'])
            .describe(
              'not-pinned: no run has trained and pinned the embedded model yet. no-ledger: the model has none. other-model: the ledger is not that of the model that answered.',
            ),
        }),
      ])
      .describe('Of the whole project, before the change and with it.'),
    age: z
      .object({
        days: counted.nullable().describe('Whole days from the training to the base; null where nobody can tell.'),
        commits: counted.nullable().describe('Commits since; null likewise.'),
      })
      .describe('How old the model is.'),
    gain: gainReportSchema
      .pick({ all: true, window: true, statement: true, head: true })
      .meta({ id: 'LastGain', title: 'Gain', description: 'Whether training again would help, as last measured.' })
      .nullable()
      .describe('As the last review measured it; null when there was none.'),
    forecast: forecastSchema.nullable().describe('As of the last review; null without one.'),
    recommendation: recommendationSchema.nullable().describe('Of the last review of this model; null without one.'),
  })
  .meta({ id: 'CheckStanding', title: 'Standing', description: 'How the model stands to the whole project.' });
