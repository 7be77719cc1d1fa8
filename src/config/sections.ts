// What a repository may set, section by section: one schema for each, with bounds, default and meaning.

import { z } from 'zod';
import { DEFAULT_FRESHNESS_POLICY, DEFAULT_WARN_WITHIN } from '../core/freshness-policy.ts';
import { globFault, LONGEST_GLOB } from '../core/glob.ts';
import { DEFAULT_SOON_DAYS } from '../core/recommendation.ts';
import { DEFAULT_VERDICT_POLICY } from '../core/verdict.ts';
import { MODEL_NAME } from './models-schema.ts';

const share = z.number().min(0).max(1);
const label = z
  .string()
  .max(50)
  .regex(/^[^\p{C}]*$/u);

/** What a team may decide about a check. */
export const policySchema = z.strictObject({
  familiar: share
    .default(DEFAULT_VERDICT_POLICY.familiar)
    .describe('similarity from which an answer counts as familiar, from 0 to 1'),
  ambiguous: share
    .default(DEFAULT_VERDICT_POLICY.ambiguous)
    .describe('disagreement of the model’s samples above which a verdict is ambiguous, from 0 to 1'),
  samples: z.int().min(1).max(20).default(5).describe('how many alternatives to ask the model for, from 1 to 20'),
  countCosmetic: z.boolean().default(false).describe('let changes of white space or comments alone count as changes'),
});

export type Policy = z.infer<typeof policySchema>;

/** When a model counts as fresh. */
const freshnessSchema = z.strictObject({
  line: share.default(DEFAULT_FRESHNESS_POLICY.line).describe('freshness below which the model is stale, from 0 to 1'),
  warnWithin: z
    .number()
    .min(0)
    .max(100)
    .default(DEFAULT_WARN_WITHIN)
    .describe(
      'percentage points above the line within which the badge is yellow and, without a forecast, retraining is due soon, from 0 to 100',
    ),
  soonDays: z
    .int()
    .min(1)
    .max(3_650)
    .default(DEFAULT_SOON_DAYS)
    .describe('days ahead within which a forecast crossing of the line asks to retrain soon, from 1 to 3650'),
});

/** How the gain of training again is measured. */
const gainSchema = z.strictObject({
  windowDays: z
    .int()
    .min(1)
    .max(3_650)
    .default(90)
    .describe('days of changes over which the gain of training again is measured, from 1 to 3650'),
});

/** Which pull requests are checked on a forge, and how they are told. */
const pullRequestsSchema = z.strictObject({
  drafts: z.boolean().default(false).describe('check drafts too'),
  bots: z
    .boolean()
    .default(false)
    .describe('comment on pull requests of bots too; their check run and summary are there in any case'),
  annotations: z.boolean().default(false).describe('mark the methods in the list of changed files, as notices'),
  skipLabel: label.default('palimpsest: skip').describe('label of pull requests that are not checked'),
  runLabel: label
    .default('palimpsest: run the model')
    .describe('label by which a maintainer lets a hosted model be asked about the head of a fork'),
});

/** What happens on a forge when the policy asks to train again. */
const retrainingSchema = z.strictObject({
  issue: z.boolean().default(true).describe('keep one issue open until the model is fresh again'),
  workflow: z
    .string()
    .max(100)
    .regex(/^([\w-][\w.-]*\.ya?ml)?$/)
    .default('')
    .describe('file name in .github/workflows of the workflow to start; empty for none'),
  eventType: z
    .string()
    .max(100)
    .regex(/^[\w.:/-]*$/)
    .default('')
    .describe('type of the repository_dispatch event to send; empty for none'),
  automatic: z
    .boolean()
    .default(false)
    .describe('train by itself: the embedded model, or a language model of which the operator says how'),
});

/** What a scheduled run measures. */
const evaluationSchema = z.strictObject({
  sample: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe('methods to score, drawn by lot; 0 scores every method, and 1000000 is the most'),
  control: z
    .int()
    .min(0)
    .max(1_000)
    .default(20)
    .describe('unchanged methods to score again, which tell whether the server changed, from 0 to 1000'),
});

/** A glob from the root of the repository, or with `!` in front what it leaves out. */
export const globSchema = z
  .string()
  .max(LONGEST_GLOB)
  .regex(/^!?[^\p{C}!/][^\p{C}]*$/u)
  .superRefine((glob, { addIssue }) => {
    const fault = globFault(glob.replace(/^!/, ''));
    if (fault !== null) addIssue({ code: 'custom', message: fault });
  });

/** By the name of the section. */
export const SECTIONS = {
  policy: { schema: policySchema, description: 'how a change is judged' },
  freshness: { schema: freshnessSchema, description: 'when the model counts as fresh' },
  gain: { schema: gainSchema, description: 'whether training again would help' },
  pullRequests: { schema: pullRequestsSchema, description: 'which pull requests are checked, and how they are told' },
  retraining: { schema: retrainingSchema, description: 'what happens when the policy asks to train the model again' },
  evaluation: { schema: evaluationSchema, description: 'what a scheduled run measures' },
} as const;

/** What stands in no section. */
export const TOP_SETTINGS = {
  paths: z
    .array(globSchema)
    .max(100)
    .default([])
    .describe('globs of the files that count, from the root of the repository; `!` excludes; none for every file'),
  model: z
    .string()
    .max(256)
    .regex(new RegExp(`^(${MODEL_NAME.source.replace(/^\^|\$$/g, '')})?$`))
    .default('')
    .describe('the model to ask, by its name in the operator’s list; empty for the operator’s choice'),
} as const;
