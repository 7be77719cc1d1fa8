// What a trainer tells and what it ends with, as it is read back from a file or from another program.

import { z } from 'zod';
import type { SpecializedModel, TrainingEvent } from '../ports.ts';

const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

export const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('step'),
    step: z.int().positive(),
    steps: z
      .int()
      .positive()
      .nullish()
      .transform((value) => value ?? null),
    epoch: number,
    loss: number,
    validationLoss: number,
  }),
  z.object({ kind: z.literal('said'), text: z.string() }),
]);

export const resultSchema = z.object({
  model: z.string().min(1),
  fingerprint: z.string().min(1),
  epochs: z.number().nonnegative(),
  serve: z.array(z.object({ server: z.string(), command: z.string(), baseUrl: z.string() })).default([]),
  remarks: z.array(z.string()).default([]),
});

/** `null` for what is none. */
export function parseEvent(json: unknown): TrainingEvent | null {
  return eventSchema.safeParse(json).data ?? null;
}

/** `null` for what is none. */
export function parseResult(json: unknown): SpecializedModel | null {
  return resultSchema.safeParse(json).data ?? null;
}
