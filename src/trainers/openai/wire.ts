// What a fine-tuning service says, read as leniently as services differ: the fields that decide something, and no others.

import { z } from 'zod';

/** It stands in addresses and messages. */
const idSchema = z
  .string()
  .max(200)
  .regex(/^[\x21-\x7e]+$/);

const textSchema = z.string().nullish().catch(null);
const numberSchema = z.number().nullish().catch(null);

export const fileSchema = z.looseObject({
  id: idSchema,
  bytes: numberSchema,
  filename: textSchema,
  status: textSchema,
  status_details: textSchema,
});

export type HostedFile = z.infer<typeof fileSchema>;

/** `auto` until the service has chosen. */
const hyperparametersSchema = z.looseObject({ n_epochs: numberSchema }).nullish().catch(null);

export const jobSchema = z.looseObject({
  id: idSchema,
  model: textSchema,
  status: z.string().max(100),
  fine_tuned_model: textSchema,
  training_file: textSchema,
  validation_file: textSchema,
  trained_tokens: numberSchema,
  estimated_finish: numberSchema,
  seed: numberSchema,
  user_provided_suffix: textSchema,
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
  hyperparameters: hyperparametersSchema,
  method: z
    .looseObject({ supervised: z.looseObject({ hyperparameters: hyperparametersSchema }).nullish().catch(null) })
    .nullish()
    .catch(null),
  error: z.looseObject({ code: textSchema, message: textSchema, param: textSchema }).nullish().catch(null),
});

export type HostedJob = z.infer<typeof jobSchema>;

export const eventSchema = z.looseObject({
  id: idSchema,
  created_at: z.number().catch(0),
  message: z.string().catch(''),
  level: textSchema,
  data: z
    .looseObject({
      step: numberSchema,
      total_steps: numberSchema,
      train_loss: numberSchema,
      valid_loss: numberSchema,
      full_valid_loss: numberSchema,
    })
    .nullish()
    .catch(null),
});

export type HostedEvent = z.infer<typeof eventSchema>;

export const checkpointSchema = z.looseObject({
  id: idSchema,
  fine_tuned_model_checkpoint: z.string(),
  step_number: z.number(),
  metrics: z.looseObject({ full_valid_loss: numberSchema, valid_loss: numberSchema }).nullish().catch(null),
});

/** Entries that have not even an identity are passed over. */
export const pageSchema = z.looseObject({ data: z.array(z.unknown()), has_more: z.boolean().nullish().catch(null) });

/** What the job trains for; `null` as long as the service has not said. */
export function epochsOf(job: HostedJob): number | null {
  return job.method?.supervised?.hyperparameters?.n_epochs ?? job.hyperparameters?.n_epochs ?? null;
}
