// A project's drift as it stands in a report's JSON.

import { z } from 'zod';
import { leftOutSchema, noteSchema, revisionLabelSchema } from './base.ts';
import { modelCardSchema } from './model-card.ts';

const counted = z.int().nonnegative();
const shareOf = z.number().nonnegative();

const standingSchema = z
  .object({
    lines: counted.describe('Lines that hold a word and stand in their file, whatever it is called now.'),
    methods: counted.describe('Methods of which the name, parameters and body stand with the same tokens.'),
  })
  .meta({ id: 'Standing', title: 'Standing', description: 'How much there is of the code of the first day.' });

const monthSchema = z
  .object({
    month: z.string().describe('Year and month in UTC, as 2026-03.'),
    revision: z
      .string()
      .describe('The last commit of the month on the line of first parents, or of an earlier month where it has none.'),
    whole: z.boolean().describe('Whether the history goes on beyond it; the last month may have days to come.'),
    commits: counted.describe('Commits on the line of first parents; a merge counts once.'),
    lines: counted.describe('Lines of main source where the month starts.'),
    added: counted.describe(
      'Lines added from the end of the month before to its own, as git diff --numstat -M counts.',
    ),
    deleted: counted.describe('Lines deleted.'),
    files: counted.describe('Main source files with a line added or deleted; a rename alone is no change.'),
    share: shareOf.nullable().describe('(added + deleted) / lines; null where there were no lines.'),
    standing: standingSchema.nullable().describe('What stands at its end; null for a month before the first day.'),
  })
  .meta({ id: 'DriftMonth', title: 'Month', description: 'What one month changed.' });

const halfLifeSchema = z
  .object({
    months: z.number().positive().describe('Months of 30.4375 days after which half is gone, by the fitted curve.'),
    misfit: z
      .number()
      .nonnegative()
      .describe('Root mean square of the difference between the shares and the curve, in shares.'),
    points: counted.describe('Month ends that the curve is fitted to.'),
  })
  .meta({
    id: 'HalfLife',
    title: 'Half-life',
    description: 'From the exponential decay that fits the shares still standing best (least squares of the shares).',
  });

const survivalSchema = z
  .object({
    origin: z
      .enum(['trained', 'start'])
      .describe('trained: the revision that the model was trained at. start: where the months start.'),
    revision: z.string().describe('The commit of the first day.'),
    committedAt: z.string().describe('When it was committed, ISO 8601.'),
    files: counted.describe('Main source files of the first day.'),
    lines: counted.describe('Their lines that hold a word.'),
    methods: counted.describe('Their methods that have something to write.'),
    linesHalfLife: halfLifeSchema.nullable().describe('Of the lines; null where nothing went, or for under 3 months.'),
    methodsHalfLife: halfLifeSchema.nullable().describe('Of the methods.'),
  })
  .meta({ id: 'Survival', title: 'Survival', description: 'The code of the first day, which the months are held to.' });

const intervalSchema = z
  .object({
    level: z.number().describe('The share of cases that it is meant to hold.'),
    low: z.number().describe('Its lower end.'),
    high: z.number().describe('Its upper end.'),
  })
  .meta({ id: 'Interval', title: 'Interval', description: 'Where a value is expected.' });

const yearlySchema = z
  .object({
    share: shareOf.describe('Lines changed in twelve months ÷ lines: the mean month × 12.'),
    interval: intervalSchema.nullable().describe('Where it falls if months stay as they were; null for one month.'),
    months: counted.describe('Whole months that it is projected from, twelve at most.'),
  })
  .meta({ id: 'YearlyDrift', title: 'Yearly drift', description: 'How much a year changes, by the last months.' });

const packageSchema = z
  .object({
    name: z.string().describe('The package, by the folders of its files; modules together.'),
    added: counted.describe('Lines added in the months.'),
    deleted: counted.describe('Lines deleted in the months.'),
    lines: counted.describe('Its lines where the history ends; 0 when it is gone.'),
  })
  .meta({ id: 'PackageChurn', title: 'Package', description: 'What changed in one package.' });

const basis = {
  line: z.number().describe('The freshness at which the policy asks for retraining.'),
  points: counted.describe('Entries of the ledger’s history that the forecast stands on.'),
  from: z.string().describe('The first of them, ISO 8601.'),
  to: z.string().describe('The last of them, ISO 8601.'),
  perYear: z.number().describe('Freshness gained in a year; negative when it falls.'),
};

export const forecastSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('crossed').describe('It is at the line or below already.'), ...basis }),
    z.object({ kind: z.literal('not-in-sight').describe('It does not reach the line within ten years.'), ...basis }),
    z.object({
      kind: z.literal('expected').describe('It is expected to reach the line.'),
      ...basis,
      day: z.string().describe('The day on which it is expected to, UTC.'),
      level: z.number().describe('The level of the interval from earliest to latest.'),
      earliest: z.string().describe('The earliest day of the interval.'),
      latest: z.string().nullable().describe('The latest; null where it may as well not cross within ten years.'),
    }),
  ])
  .meta({ id: 'Forecast', title: 'Forecast', description: 'When freshness crosses the policy’s line.' });

export const driftReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('drift').describe('The job that made the report.'),
    until: revisionLabelSchema.describe('Where the history ends.'),
    model: modelCardSchema
      .nullable()
      .describe('The model whose training survival and forecast start from; null without one. It was not asked.'),
    months: z.array(monthSchema).describe('The months, oldest first.'),
    size: z
      .object({ lines: counted.describe('Lines.'), files: counted.describe('Files.') })
      .describe('The main sources where the history ends.'),
    yearly: yearlySchema.nullable().describe('The projected yearly drift; null without a whole month.'),
    survival: survivalSchema.nullable().describe('What survival is counted from; null without main sources.'),
    trainedRevisionPassedOver: z
      .enum(['not-in-clone', 'later-than-history'])
      .nullable()
      .describe('Why survival does not start where the model was trained; null when it does, or without a model.'),
    packages: z.array(packageSchema).describe('The packages that changed, most lines first.'),
    forecast: forecastSchema.nullable().describe('null without a history of freshness.'),
    leftOut: z.array(leftOutSchema).describe('What survival does not count on the first day, by reason.'),
    notes: z.array(noteSchema).describe('Files of the first day that could not be read in full.'),
  })
  .meta({ id: 'DriftReport', title: 'Drift', description: 'How fast the code moves, from git’s history alone.' });
