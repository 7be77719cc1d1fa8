// A challenger against the champion, and the decisions so far, as they stand in their JSON.

import { z } from 'zod';
import { PROMOTION_REASONS } from '../../core/promotion.ts';
import { usage } from './asking.ts';
import { leftOutSchema, noteSchema, revisionLabelSchema } from './base.ts';
import { gainIntervalSchema } from './gain.ts';
import { modelCardSchema } from './model-card.ts';
import { methodId, sampleRequest } from './scores.ts';

const number = z.int().nonnegative();
const similarity = z.number();

const contestantSchema = z
  .object({
    reference: z.string().describe('What it was called by: what --model takes.'),
    model: modelCardSchema,
    ...usage,
  })
  .meta({ id: 'Contestant', title: 'Contestant', description: 'One of the two models.' });

const paired = {
  units: number.describe('Methods that both wrote.'),
  files: number.describe('Files that they stand in.'),
  champion: similarity.nullable().describe('Mean similarity of the champion, failures as stubs.'),
  challenger: similarity.nullable().describe('Mean similarity of the challenger, failures as stubs.'),
  difference: z.number().nullable().describe('The latter minus the former; null without methods.'),
  interval: gainIntervalSchema
    .nullable()
    .describe('Of the difference, over files (delete-one-file jackknife); null for fewer than two files.'),
  closer: number.describe('Methods that the challenger wrote closer.'),
  farther: number.describe('Methods that it wrote less close.'),
  same: number.describe('Methods that both wrote equally close.'),
  championFailed: number.describe('Methods that the champion failed on.'),
  challengerFailed: number.describe('Methods that the challenger failed on.'),
};

const pairedEstimateSchema = z
  .object(paired)
  .meta({ id: 'PairedEstimate', title: 'Difference', description: 'How much closer the challenger comes.' });

const reasonSchema = z.enum(PROMOTION_REASONS).describe('A reason, or what was not measured.');

const decisionSchema = z
  .object({
    kind: z.enum(['promote', 'keep']).describe('promote: the challenger takes the champion’s place.'),
    reasons: z.array(reasonSchema).describe('Why; the first one decided. What was not measured comes last.'),
  })
  .meta({ id: 'Promotion', title: 'Decision', description: 'Whether the challenger takes the champion’s place.' });

const policySchema = z.object({
  leastDifference: similarity.describe('On the changes: the difference asked for, besides an interval above 0.'),
  leastChanges: number.describe('Changes without which nothing is decided.'),
  forgettingMargin: similarity.describe('What unchanged methods may lose, at the far end of the interval.'),
  tasksMargin: z.number().describe('Share of the tasks that may be lost.'),
  likelihoodMargin: z.number().describe('In nats per token: what foreign code may lose.'),
});

const outcome = z.enum(['passes', 'no-answer', 'does-not-compile', 'fails', 'times-out']);

const likelihoodSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('measured').describe('Both servers gave log-probabilities.'),
      texts: number.describe('Foreign sources that were read.'),
      championTokens: number.describe('Their tokens, as the champion counts them.'),
      challengerTokens: number.describe('Their tokens, as the challenger does: where they differ nothing is compared.'),
      champion: z.number().describe('Mean log-likelihood per token of the champion, in nats.'),
      challenger: z.number().describe('Mean log-likelihood per token of the challenger, in nats.'),
    }),
    z.object({ kind: z.literal('not-asked').describe('Nobody asked for it.') }),
    z.object({
      kind: z.literal('not-given').describe('A server gave no log-probabilities.'),
      by: z.enum(['champion', 'challenger', 'both']).describe('Whose.'),
    }),
  ])
  .meta({ id: 'LikelihoodProbe', title: 'Likelihood', description: 'How likely the models find foreign code.' });

const generalisationSchema = z
  .object({
    tasks: z
      .object({
        tasks: number.describe('Tasks that both were given.'),
        championPasses: number.describe('Tasks that the champion solved at once.'),
        challengerPasses: number.describe('Tasks that the challenger solved at once.'),
        won: number.describe('Tasks that the challenger alone solved.'),
        lost: number.describe('Tasks that the champion alone solved.'),
      })
      .describe('pass@1.'),
    likelihood: likelihoodSchema,
    isolation: z
      .object({
        network: z.enum(['none', 'open']).describe('none: programs ran in an empty network of their own.'),
        securityManager: z.boolean().describe('Whether the JVM kept them from files, processes and sockets.'),
      })
      .describe('What kept the programs that the models wrote from doing harm.'),
    rows: z
      .array(
        z.object({
          name: z.string().describe('The task.'),
          champion: outcome.describe('What became of the champion’s program.'),
          challenger: outcome.describe('What became of the challenger’s program.'),
        }),
      )
      .describe('The tasks, by name.'),
  })
  .meta({ id: 'GeneralisationProbe', title: 'Generalisation', description: 'What the models can do elsewhere.' });

const pairedRowSchema = z
  .object({
    id: methodId,
    path: z.string().describe('The file, relative to the root of the repository.'),
    change: z
      .enum(['added', 'modified', 'renamed', 'moved', 'unchanged'])
      .describe('What became of it since the champion was trained; unchanged: one of the forgetting probe.'),
    learned: z
      .boolean()
      .nullable()
      .describe('Whether the challenger was trained on it as it is; null where that is not known, or not asked.'),
    champion: similarity.describe('Similarity of what the champion wrote; of the stub where it failed.'),
    challenger: similarity.describe('Similarity of what the challenger wrote; of the stub where it failed.'),
    championFailed: z.boolean().describe('Whether the champion failed.'),
    challengerFailed: z.boolean().describe('Whether the challenger failed.'),
  })
  .meta({ id: 'PairedRow', title: 'Method', description: 'One method, written by both models.' });

export const promoteReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('promote').describe('The job that made the report.'),
    protocol: z.literal('in-place').describe('One method is erased at a time.'),
    head: revisionLabelSchema.describe('Where the changes end.'),
    since: revisionLabelSchema
      .nullable()
      .describe('Where they begin: the champion’s training. null without a champion.'),
    challenger: contestantSchema.describe('The model that is to take the champion’s place.'),
    champion: contestantSchema.nullable().describe('The model in office; null where none was.'),
    decision: decisionSchema,
    policy: policySchema.describe('What it was decided by.'),
    baseline: z
      .enum(['on-card', 'measured', 'not-asked', 'unknown-training', 'budget-spent'])
      .describe('Whether the challenger’s card has its scores on the day of training, and why not.'),
    changes: z
      .object({
        all: pairedEstimateSchema.describe('Over all changed methods: this decides.'),
        learned: pairedEstimateSchema.describe('Over those that the challenger was trained on as they are.'),
        later: pairedEstimateSchema.describe('Over those that changed after its training too.'),
      })
      .nullable()
      .describe('On the methods that changed since the champion was trained; null without a champion.'),
    forgetting: z
      .object({
        ...paired,
        unchanged: number.describe('Unchanged methods of the project, of which these were drawn.'),
        sample: z.object(sampleRequest).describe('How they were drawn by lot.'),
      })
      .nullable()
      .describe('On a fixed sample of methods that did not change; null where there is none.'),
    generalisation: generalisationSchema.nullable().describe('null when nobody asked for it.'),
    unanswered: number.describe('Methods for which a server or the network failed; they count as stubs.'),
    unasked: z
      .array(methodId)
      .exactOptional()
      .describe('Methods for which the budget did not suffice: counted nowhere. Absent when every one was asked for.'),
    leftOut: z.array(leftOutSchema).describe('What was not scored, by reason.'),
    notes: z.array(noteSchema).describe('Files that could not be read in full.'),
    methods: z.array(pairedRowSchema).describe('The changed methods by id, then those of the forgetting probe.'),
  })
  .meta({ id: 'PromoteReport', title: 'Promotion', description: 'A challenger against the champion.' });

const championSchema = z
  .object({
    name: z.string().describe('What it was called by when it was promoted.'),
    fingerprint: z.string().describe('Same fingerprint, same answers.'),
    copy: z
      .string()
      .nullable()
      .describe('The copy of an embedded model, in .palimpsest/promotions; null for a model that is only named.'),
  })
  .meta({ id: 'Champion', title: 'Champion', description: 'A model that is champion, or was.' });

const recordSchema = z
  .object({
    id: z.string().describe('Its folder in .palimpsest/promotions.'),
    kind: z.enum(['promoted', 'kept', 'rolled-back']).describe('What was decided.'),
    at: z.string().describe('When, ISO 8601.'),
    reasons: z.array(reasonSchema).describe('Why; the first one decided. Empty for a rollback.'),
    challenger: championSchema.describe('The challenger; for a rollback the model that was given up.'),
    champion: championSchema.nullable().describe('The champion before; null when there was none.'),
    becomes: championSchema.nullable().describe('The champion after; null when there is none.'),
  })
  .meta({ id: 'PromotionRecord', title: 'Record', description: 'One decision.' });

export const promotionsReportSchema = z
  .object({
    schemaVersion: z.literal(1).describe('Version of this form; a change that breaks readers raises it.'),
    kind: z.literal('promotions').describe('The job that made the report.'),
    champion: championSchema.nullable().describe('The champion in office; null when none was promoted.'),
    records: z.array(recordSchema).describe('The decisions, the oldest first.'),
  })
  .meta({ id: 'PromotionsReport', title: 'Promotions', description: 'Who is champion, and how it came to that.' });
