// The JSON form of a report: one source for what is printed and for the published JSON Schema.

import { z } from 'zod';
import type { Report } from '../core/report.ts';
import { asking, estimateReportSchema } from './schema/asking.ts';
import { backtestReportSchema } from './schema/backtest.ts';
import { reportBase, revisionLabelSchema } from './schema/base.ts';
import { checkReportSchema } from './schema/check.ts';
import { compareReportSchema, shard } from './schema/compare.ts';
import { datasetReportSchema } from './schema/dataset.ts';
import { driftReportSchema } from './schema/drift.ts';
import { gainReportSchema } from './schema/gain.ts';
import { modelCardSchema } from './schema/model-card.ts';
import { promoteReportSchema, promotionsReportSchema } from './schema/promote.ts';
import { publishedSchema } from './schema/published.ts';
import { methodRowSchema, sampleRequest } from './schema/scores.ts';
import { statusReportSchema } from './schema/status.ts';
import { updateReportSchema } from './schema/update.ts';

const methods = z.array(methodRowSchema).describe('The methods compared, by id.');
const reproduced = z.int().nonnegative().describe('How many methods came back with the same tokens.');

const stubMeasure = z
  .object({
    distance: z.int().nonnegative().describe('Characters that were erased.'),
    similarity: z.number().describe('Similarity of the stub to the original, in [0, 1].'),
  })
  .meta({ id: 'StubMeasure', title: 'Stub', description: 'Where a model starts.' });

const evaluateReportSchema = z
  .object({
    ...reportBase('evaluate'),
    protocol: z
      .enum(['recreate', 'in-place'])
      .describe(
        'What was erased together: every body at once, or one at a time. Scores of the two are not comparable.',
      ),
    source: z
      .union([z.object({ directory: z.string().describe('The directory.') }), revisionLabelSchema])
      .describe('What was erased: a directory or a revision.'),
    model: modelCardSchema,
    sample: z
      .object({
        ...sampleRequest,
        methods: z.int().nonnegative().describe('Eligible methods, of which the sample was drawn.'),
      })
      .nullable()
      .describe('What was drawn by lot, from strata of neighbouring files and like sizes; null when all were scored.'),
    shard: z
      .object({
        ...shard,
        stubs: z
          .object({
            files: z.array(stubMeasure).describe('Of the files, in their order.'),
            methods: z.array(stubMeasure).describe('Of the methods, in their order.'),
          })
          .describe('What the rows are with every body erased, for the means over all parts.'),
      })
      .exactOptional()
      .describe('Which part of an evaluation this is, for merge-reports; absent for all of it.'),
    reproduced,
    methods,
    ...asking,
  })
  .meta({ id: 'EvaluateReport', title: 'Evaluation', description: 'How close the model comes to a whole codebase.' });

const scoreReportSchema = z
  .object({
    ...reportBase('score'),
    original: z.string().describe('The directory with the original files.'),
    regenerated: z.string().describe('The directory with the files as they were written again.'),
    reproduced,
    methods,
  })
  .meta({ id: 'ScoreReport', title: 'Score', description: 'How close one directory comes to another.' });

const eraseReportSchema = z
  .object({
    ...reportBase('erase'),
    directory: z.string().describe('The directory that was read.'),
    outputDirectory: z.string().describe('The directory that was written.'),
    erased: z
      .object({
        bodies: z.int().nonnegative().describe('Bodies erased.'),
        characters: z.int().nonnegative().describe('UTF-16 code units erased.'),
      })
      .describe('How much was erased.'),
    methods,
  })
  .meta({ id: 'EraseReport', title: 'Erasure', description: 'A codebase with every method body erased.' });

const trainReportSchema = z
  .object({
    ...reportBase('train'),
    source: revisionLabelSchema.describe('What the model was trained on.'),
    model: modelCardSchema,
    output: z
      .object({
        model: z.string().describe('File of the model.'),
        card: z.string().describe('File of the model card.'),
        bytes: z.int().nonnegative().describe('Size of the model’s file.'),
      })
      .describe('What was written.'),
    methods,
  })
  .meta({ id: 'TrainReport', title: 'Training', description: 'A model of one state of a project.' });

export const reportSchema = z
  .discriminatedUnion('kind', [
    checkReportSchema,
    evaluateReportSchema,
    compareReportSchema,
    scoreReportSchema,
    eraseReportSchema,
    trainReportSchema,
    updateReportSchema,
    driftReportSchema,
    gainReportSchema,
    statusReportSchema,
    backtestReportSchema,
    promoteReportSchema,
    promotionsReportSchema,
    estimateReportSchema,
    datasetReportSchema,
  ])
  .meta({ title: 'Palimpsest report', description: 'What a job of palimpsest found, version 1.' });

/** The report as its JSON holds it. */
export type JsonReport = z.infer<typeof reportSchema>;

/** The published JSON Schema. Readers should pass over fields that they do not know: later versions may add some. */
export function reportJsonSchema(): Record<string, unknown> {
  return publishedSchema(reportSchema);
}

/** The data of a report without `readonly` and without the texts, which JSON never holds. */
type Printed<T> = T extends readonly (infer Item)[]
  ? Printed<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T as Key extends 'texts' ? never : Key]: Printed<T[Key]> }
    : T;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile when the schema and core's Report drift apart. */
true satisfies Same<Printed<JsonReport>, Printed<Report>>;
