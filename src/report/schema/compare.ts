// A comparison of several models as it stands in its JSON.

import { z } from 'zod';
import { METHOD_CLASSES, SIZE_BANDS } from '../../core/method-class.ts';
import { usage } from './asking.ts';
import { leftOutSchema, noteSchema, revisionLabelSchema } from './base.ts';
import { modelCardSchema } from './model-card.ts';
import { failureSchema, methodId, sampleRequest, scores, summarySchema } from './scores.ts';

const number = z.int().nonnegative();

export const shard = {
  index: z.int().positive().describe('Which part, from 1.'),
  count: z.int().positive().describe('Of how many.'),
};

const intervalSchema = z
  .object({ low: z.number().describe('Its lower end.'), high: z.number().describe('Its upper end.') })
  .meta({ id: 'BootstrapInterval', title: 'Interval', description: 'A 95 % interval, by the bootstrap over files.' });

const interval = (what: string) => intervalSchema.nullable().describe(`${what}; null for fewer than two files.`);

const scoreIntervals = z
  .object({
    errorRate: interval('Of the error rate'),
    similarity: interval('Of the similarity'),
    recovery: interval('Of the recovery'),
  })
  .meta({
    id: 'ScoreIntervals',
    title: 'Intervals',
    description: 'How far the means may lie from those of everything.',
  });

const pairedSchema = z
  .object({
    methods: number.describe('Methods that both were asked for.'),
    similarity: z
      .number()
      .nullable()
      .describe('Mean difference of their similarities; above 0 the contender is closer.'),
    errorRate: z.number().nullable().describe('Mean difference of their distances; below 0 the contender is closer.'),
    won: number.describe('Methods that the contender wrote closer, by similarity.'),
    tied: number.describe('Methods that both wrote equally close.'),
    lost: number.describe('Methods that the baseline wrote closer.'),
    intervals: z
      .object({
        similarity: interval('Of the difference of similarities'),
        errorRate: interval('Of the difference of distances'),
      })
      .nullable()
      .describe('Null when every method was scored.'),
  })
  .meta({
    id: 'PairedDifference',
    title: 'Difference',
    description: 'Contender minus baseline, method by method, failures as stubs.',
  });

const contenderSchema = z
  .object({
    name: z.string().describe('What it is called here; unique.'),
    kind: z.enum(['stub', 'model', 'tree']).describe('Every body erased, a model, or a tree that anything else wrote.'),
    model: modelCardSchema.nullable().describe('Of a model; null otherwise.'),
    directory: z.string().nullable().describe('Of a tree; null otherwise.'),
    ...usage,
    answeringMs: z
      .number()
      .nonnegative()
      .nullable()
      .describe('What its answers took one after the other, in milliseconds; null where no language model was asked.'),
    summary: summarySchema.describe('What came back.'),
    exact: number.describe('Methods that came back with the same tokens.'),
    parses: number.describe('Methods for which it wrote one body of the language.'),
    unasked: number.describe('Methods for which the budget did not suffice: counted nowhere else.'),
    intervals: z
      .object({
        files: scoreIntervals.describe('Of the means over files.'),
        methods: scoreIntervals.describe('Of the means over methods, failures as stubs.'),
      })
      .nullable()
      .describe('Null when every method was scored.'),
    paired: pairedSchema.nullable().describe('Against the baseline; null for the baseline itself.'),
  })
  .meta({ id: 'Contender', title: 'Contender', description: 'One of those that are compared.' });

const groupSchema = z
  .object({
    by: z.enum(['kind', 'size', 'package']).describe('What the methods have in common.'),
    name: z.string().describe('Which kind, size or package.'),
    methods: number.describe('How many methods.'),
    contenders: z
      .array(
        z.object({
          count: number.describe('Methods that it was asked for.'),
          failed: number.describe('Those that it failed on.'),
          exact: number.describe('Those that came back with the same tokens.'),
          ...scores,
        }),
      )
      .describe('Means over methods, failures as stubs, in the order of the contenders.'),
  })
  .meta({ id: 'MethodGroup', title: 'Group', description: 'Methods of one kind, size or package.' });

const answerSchema = z
  .object({
    distance: number.nullable().describe('Levenshtein distance of the bodies; null when it failed.'),
    similarity: z.number().nullable().describe('Similarity of the bodies, in [0, 1]; null when it failed.'),
    exact: z.boolean().describe('Whether the tokens are the same.'),
    parses: z.boolean().describe('Whether it is one body of the language.'),
    failure: failureSchema,
  })
  .meta({ id: 'ComparedAnswer', title: 'Answer', description: 'What one contender made of one method.' });

const methodSchema = z
  .object({
    id: methodId,
    path: z.string().describe('The file, relative to the root.'),
    line: z.int().positive().describe('Line of the name, from 1.'),
    package: z.string().describe('Its package; empty for the unnamed one.'),
    kind: z
      .enum(METHOD_CLASSES)
      .describe('accessor: by its tokens, returns or assigns a field and nothing else. override: by its annotation.'),
    size: z.enum(SIZE_BANDS).describe('Lines of its body.'),
    length: number.describe('Length of its body with its braces, in UTF-16 code units.'),
    answers: z.array(answerSchema.nullable()).describe('In the order of the contenders; null for one not asked.'),
  })
  .meta({ id: 'ComparedMethod', title: 'Method', description: 'One method, as every contender wrote it.' });

const fileSchema = z
  .object({
    id: z.string().describe('The path.'),
    answers: z
      .array(
        z
          .object({
            distance: number.describe('Levenshtein distance of the file, in UTF-16 code units.'),
            similarity: z.number().describe('Similarity of the file, in [0, 1].'),
            erased: number.describe('Characters that were erased before it wrote.'),
          })
          .nullable(),
      )
      .describe('In the order of the contenders; null for one that was asked for none of its methods.'),
  })
  .meta({ id: 'ComparedFile', title: 'File', description: 'One file, as every contender wrote it.' });

export const compareReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('compare').describe('The job that made the report.'),
    protocol: z.enum(['recreate', 'in-place']).describe('What was erased together: every body, or one at a time.'),
    source: z
      .union([z.object({ directory: z.string().describe('The directory.') }), revisionLabelSchema])
      .describe('What was erased: a directory or a revision.'),
    sample: z
      .object({ ...sampleRequest, methods: number.describe('Eligible methods, of which the sample was drawn.') })
      .nullable()
      .describe('What was drawn by lot; null when all were scored.'),
    shard: z
      .object(shard)
      .exactOptional()
      .describe('Which part of a comparison this is, for merge-reports; absent for all of it.'),
    baseline: z.string().describe('The contender that the others are compared with.'),
    contenders: z.array(contenderSchema).describe('The stub first, then models, then trees, as they were named.'),
    groups: z.array(groupSchema).describe('By kind, by size, by package.'),
    leftOut: z.array(leftOutSchema).describe('What was not scored, by reason.'),
    notes: z.array(noteSchema).describe('Files that could not be read in full.'),
    files: z.array(fileSchema).describe('The files compared, by path.'),
    methods: z.array(methodSchema).describe('The methods compared, by id.'),
  })
  .meta({ id: 'CompareReport', title: 'Comparison', description: 'Several models on the same methods.' });
