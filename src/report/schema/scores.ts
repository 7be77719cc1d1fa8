// Means, and the rows that they are means of, as they stand in a report's JSON.

import { z } from 'zod';

export const scores = {
  errorRate: z
    .number()
    .nullable()
    .describe('Mean Levenshtein distance, in UTF-16 code units; null where there is nothing to take a mean of.'),
  similarity: z
    .number()
    .nullable()
    .describe('Mean of 1 − distance / max(|a|, |b|), in [0, 1]; null where there is nothing to take a mean of.'),
  recovery: z
    .number()
    .nullable()
    .describe(
      'Share of what was erased that came back: 0 where a stub starts, 1 when all is back, negative when worse; null where nothing was erased.',
    ),
};

const fileSummarySchema = z
  .object({ count: z.int().nonnegative().describe('Files compared, those without bodies included.'), ...scores })
  .meta({
    id: 'FileSummary',
    title: 'Means over files',
    description: 'Whole files compared; a failed method stands in its file as a stub.',
  });

const methodSummarySchema = z
  .object({
    count: z.int().nonnegative().describe('Eligible methods: scored and failed.'),
    scored: z.int().nonnegative().describe('Methods for which the model wrote a body; the means are over these.'),
    failed: z.int().nonnegative().describe('Methods for which there is no usable answer.'),
    ...scores,
    withFailuresAsStubs: z
      .object(scores)
      .describe(
        'The same means over all eligible methods, each failed one counted as its stub. These decide verdicts.',
      ),
  })
  .meta({
    id: 'MethodSummary',
    title: 'Means over methods',
    description: 'Method bodies compared, each with its braces.',
  });

export const summarySchema = z.object({ files: fileSummarySchema, methods: methodSummarySchema }).meta({
  id: 'Summary',
  title: 'Summary',
  description: 'Means over files and over methods; the two are not comparable.',
});

export const fileRowSchema = z
  .object({
    id: z.string().describe('The path.'),
    distance: z.int().nonnegative().describe('Levenshtein distance, in UTF-16 code units.'),
    similarity: z.number().describe('1 − distance / max(|a|, |b|), in [0, 1].'),
  })
  .meta({ id: 'FileRow', title: 'File', description: 'One file, compared with itself as the model wrote it.' });

export const methodId = z.string().meta({
  id: 'MethodId',
  title: 'Method id',
  description: '`path#Outer.Inner.name(ParamType,…)`; constructors are named `<init>`.',
});

export const failureSchema = z
  .object({
    reason: z
      .enum(['refused', 'timed-out', 'cut-off', 'does-not-parse', 'does-not-fit', 'missing', 'error'])
      .describe('Why.'),
    detail: z.string().describe('One line for people.'),
  })
  .nullable()
  .describe('Why there is no usable answer; null when there is one.');

export const methodRow = {
  id: methodId,
  path: z.string().describe('The file, relative to the root of the repository.'),
  line: z.int().positive().describe('Line of the name, from 1.'),
  distance: z
    .int()
    .nonnegative()
    .nullable()
    .describe('Levenshtein distance of the bodies, in UTF-16 code units; null when there is no usable answer.'),
  similarity: z
    .number()
    .nullable()
    .describe('1 − distance / max(|a|, |b|) of the bodies, in [0, 1]; null when there is no usable answer.'),
  failure: failureSchema,
  confidence: z
    .number()
    .nullable()
    .describe('What the model expected its similarity to be, in [0, 1]; null when it does not say.'),
};

export const methodRowSchema = z
  .object(methodRow)
  .meta({ id: 'MethodRow', title: 'Method', description: 'One method, compared with itself as the model wrote it.' });

export const sampleRequest = {
  size: z.int().positive().describe('How many methods were asked for.'),
  seed: z.int().describe('The same seed draws the same methods.'),
};
