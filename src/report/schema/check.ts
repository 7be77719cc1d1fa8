// A check as it stands in a report's JSON.

import { z } from 'zod';
import { asking } from './asking.ts';
import { reportBase, revisionLabelSchema } from './base.ts';
import { modelCardSchema } from './model-card.ts';
import { methodId, methodRow } from './scores.ts';
import { checkStandingSchema } from './standing.ts';

const VERDICTS = ['reproduced', 'outdated', 'ambiguous', 'familiar', 'unfamiliar'] as const;

const checkRowSchema = z
  .object({
    ...methodRow,
    change: z
      .enum(['added', 'modified', 'renamed', 'moved'])
      .describe('renamed: another name or other parameters. moved: the same signature in another type or file.'),
    previousId: methodId.nullable().describe('The id before the change, where it was another.'),
    similarityToPrevious: z
      .number()
      .nullable()
      .describe(
        'Similarity of what the model wrote to the body before the change, in [0, 1]; null for an added method or without a usable answer.',
      ),
    verdict: z
      .enum(VERDICTS)
      .nullable()
      .describe(
        'The first that fits; null when the regeneration failed. reproduced: the same tokens. outdated: closer to the code before the change. ambiguous: its answers disagree. familiar: similar enough for the policy. unfamiliar: the rest.',
      ),
    knewPrevious: z
      .boolean()
      .nullable()
      .describe(
        'Whether the model could write the body before the change as well as the policy asks; null for an added method, and when the model failed there.',
      ),
  })
  .meta({
    id: 'CheckRow',
    title: 'Changed method',
    description: 'One method of the change, and how the model stands to it.',
  });

const counted = z.int().nonnegative();

export const checkReportSchema = z
  .object({
    ...reportBase('check'),
    protocol: z.literal('in-place').describe('One body erased at a time, everything else as it stands.'),
    base: revisionLabelSchema.describe('Where the change starts.'),
    head: revisionLabelSchema.describe('Where the change ends.'),
    model: modelCardSchema
      .nullable()
      .describe('Who wrote the methods again; null when no method changed, so that no model was asked.'),
    modelOrigin: z
      .enum(['trained', 'trained-later', 'trained-on-base'])
      .nullable()
      .describe(
        'trained: before the change, and kept. trained-later: at a state that is not before the change, so that it may have learned it. trained-on-base: on the spot from the base; it shows what the change moves, not how old a model is.',
      ),
    policy: z
      .object({
        familiar: z.number().describe('Similarity from which an answer counts as familiar, in [0, 1].'),
        ambiguous: z.number().describe('Disagreement of the answers above which a verdict is ambiguous, in [0, 1].'),
        countCosmetic: z.boolean().describe('Whether changes of white space and comments alone count as changes.'),
      })
      .describe('What the verdicts were judged by.'),
    verdicts: z
      .object({
        reproduced: counted.describe('Methods written with the same tokens.'),
        outdated: counted.describe('Methods of which the model restores the old code.'),
        ambiguous: counted.describe('Methods on which the model’s answers disagree.'),
        familiar: counted.describe('Methods written much as they are.'),
        unfamiliar: counted.describe('Changed methods that the model writes otherwise; added ones are newToIt.'),
        newToIt: counted.describe('Added methods that the model writes otherwise.'),
        failed: counted.describe('Methods without a usable answer.'),
      })
      .describe('How many methods have each verdict; together all of them.'),
    methods: z.array(checkRowSchema).describe('The changed methods, by id.'),
    cosmetic: z.array(methodId).describe('Methods of which white space or comments alone changed.'),
    moved: z
      .array(z.object({ id: methodId, previousId: methodId.describe('The id before the change.') }))
      .describe('Methods that moved to another file or type with the same tokens.'),
    deleted: z.array(methodId).describe('Methods that are no more.'),
    standing: checkStandingSchema
      .optional()
      .describe('How the model stands to the project; absent where nobody looked.'),
    ...asking,
  })
  .meta({
    id: 'CheckReport',
    title: 'Check',
    description: 'Which of the methods that a change touched the model still knows.',
  });
