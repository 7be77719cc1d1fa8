// What the reports of every job have in common, as it stands in their JSON.

import { z } from 'zod';
import { fileRowSchema, summarySchema } from './scores.ts';

export const revisionLabelSchema = z
  .object({
    name: z.string().describe('What the user called it.'),
    revision: z.string().describe('Commit hash, or WORKTREE for the files as they lie on disk.'),
  })
  .meta({ id: 'Revision', title: 'Revision', description: 'A state of the repository.' });

export const leftOutSchema = z
  .object({
    reason: z.enum(['test', 'generated', 'vendored', 'empty-body']).describe('Why.'),
    methods: z.int().nonnegative().nullable().describe('Methods left out; null when whole files were left out unread.'),
    files: z.int().nonnegative().describe('Whole files left out.'),
  })
  .meta({ id: 'LeftOut', title: 'Left out', description: 'What was not scored, for one reason.' });

export const noteSchema = z
  .object({
    path: z.string().describe('The file.'),
    kind: z
      .enum(['partly-parsed', 'not-utf-8', 'binary', 'missing', 'too-large'])
      .describe(
        'partly-parsed: what did not parse has no methods here. not-utf-8: read as Latin-1. The others were not read.',
      ),
    lines: z.array(z.int().positive()).describe('Lines from 1, for partly-parsed; empty otherwise.'),
  })
  .meta({ id: 'Note', title: 'Note', description: 'Something about a file that a reader of the numbers should know.' });

/** The fields of every report in the order in which they are printed; those of its kind follow. */
export function reportBase<Kind extends string>(kind: Kind) {
  return {
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal(kind).describe('The job that made the report.'),
    summary: summarySchema.describe('What came back.'),
    stub: summarySchema.describe('The same summary with every body erased: where a model starts.'),
    leftOut: z.array(leftOutSchema).describe('What was not scored, by reason.'),
    notes: z.array(noteSchema).describe('Files that could not be read in full.'),
    files: z.array(fileRowSchema).describe('The files compared, by path.'),
  };
}
