// An update of the ledger as it stands in a report's JSON.

import { z } from 'zod';
import { asking } from './asking.ts';
import { reportBase, revisionLabelSchema } from './base.ts';
import { modelCardSchema } from './model-card.ts';
import { methodRowSchema, sampleRequest } from './scores.ts';

const counted = z.int().nonnegative();

export const estimateFields = {
  value: z.number().describe('The value, or its estimate where a part alone was scored.'),
  margin: z
    .number()
    .nullable()
    .describe('Half the width of the 95 % interval; null where everything was scored, which leaves nothing to chance.'),
};

const part = (units: string) =>
  z.object({
    units: counted.describe(units),
    points: z.number().describe('Percentage points by which they moved freshness away from 100 %.'),
  });

export const freshnessSchema = z
  .object({
    ...estimateFields,
    parts: z
      .object({
        unchanged: part('Methods with the code that was trained on, wherever they stand now.').describe('As trained.'),
        modified: part('Methods with another code, name or parameters.').describe('Changed since training.'),
        new: part('Methods that came after training.').describe('New since training.'),
        deleted: part('Trained methods that are no more.').describe('Deleted since training.'),
      })
      .describe('What moved it; the points add up to the whole movement from 100 %.'),
  })
  .meta({
    id: 'Freshness',
    title: 'Freshness',
    description: 'Mean similarity of all methods now, divided by the same on the day of training; 1 is as on that day.',
  });

export const ledgerRevision = z.object({
  revision: z.string().describe('Commit hash.'),
  committedAt: z.string().nullable().describe('When it was committed, ISO 8601.'),
});

export const ledgerPointSchema = z
  .object({
    ...ledgerRevision.shape,
    freshness: z.number().describe('Freshness there; 1 is as on the day of training.'),
    margin: z.number().nullable().describe('Half the width of its 95 % interval; null where everything was scored.'),
    units: counted.describe('Methods in the ledger.'),
  })
  .meta({ id: 'LedgerPoint', title: 'Point', description: 'Where the ledger stood after one update.' });

const verdictSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fresh').describe('At or above the line.'),
    reason: z.literal('at-or-above-line').describe('Why.'),
  }),
  z.object({ kind: z.literal('stale').describe('Below the line.'), reason: z.literal('below-line').describe('Why.') }),
  z.object({
    kind: z.literal('unknown').describe('Nobody can tell.'),
    reason: z
      .enum(['no-units', 'knew-nothing', 'sample-too-small'])
      .describe(
        'no-units: no method is left. knew-nothing: the model wrote nothing right on the day of training. sample-too-small: the line lies within the interval.',
      ),
  }),
]);

export const ledgerSummarySchema = z
  .object({
    trainedAt: ledgerRevision.describe('What the model was trained on.'),
    line: z.number().describe('Freshness from which the policy calls a model fresh.'),
    verdict: verdictSchema.describe('What the policy makes of it.'),
    units: counted.describe('Methods in the ledger.'),
    scored: counted.describe('How many of them have a score.'),
    failed: counted.describe('How many of the scored have no usable answer; each counts as its stub.'),
    now: z.object(estimateFields).nullable().describe('Mean similarity over all methods; null where there is none.'),
    baseline: z
      .object({ ...estimateFields, units: counted.describe('Methods on that day.') })
      .describe('Mean similarity on the day of training.'),
    freshness: freshnessSchema
      .nullable()
      .describe('Null where no method is left, or nothing was known on the day of training.'),
    history: z.array(ledgerPointSchema).describe('Where it stood, in the order of the updates: the last 30 points.'),
  })
  .meta({ id: 'Ledger', title: 'Ledger', description: 'The last known in-place scores of all methods, summed up.' });

export const updateReportSchema = z
  .object({
    ...reportBase('update'),
    protocol: z.literal('in-place').describe('One body erased at a time, everything else as it stands.'),
    route: z
      .enum(['by-difference', 'by-body', 'already-there', 'already-later', 'budget-spent'])
      .describe(
        'by-difference: from the files that differ. by-body: the old revision is gone, so that methods were told by their bodies. already-there, already-later: nothing was to be done. budget-spent: the budget did not suffice, and the ledger was left where it stood.',
      ),
    from: revisionLabelSchema.describe('Where the ledger stood before.'),
    to: revisionLabelSchema.describe('Where it stands now.'),
    model: modelCardSchema,
    sample: z
      .object(sampleRequest)
      .nullable()
      .describe('The sample that the ledger began with; null when every method was scored.'),
    units: z
      .object({
        kept: counted.describe('Methods that kept their place and their score.'),
        moved: counted.describe('Methods that kept their score in another place.'),
        scored: counted.describe('Methods that were scored now: new and changed ones.'),
        deleted: counted.describe('Methods that left.'),
      })
      .describe('What became of the methods.'),
    ledger: ledgerSummarySchema,
    methods: z.array(methodRowSchema).describe('The methods scored by this update, by id.'),
    ...asking,
  })
  .meta({ id: 'UpdateReport', title: 'Update', description: 'The ledger, brought to a later revision.' });
