// How the state beside the ledgers is written down: one JSON document.

import { z } from 'zod';
import { PROMOTION_REASONS } from '../core/promotion.ts';
import { ExpectedFailure } from '../errors.ts';
import type { KeptState } from '../ports/forge.ts';
import { modelCardSchema } from '../report/schema/model-card.ts';
import { checkStandingSchema } from '../report/schema/standing.ts';
import { recommendationSchema } from '../report/schema/status.ts';
import { ledgerRevision } from '../report/schema/update.ts';

const { gain, forecast } = checkStandingSchema.shape;

const control = z.array(z.object({ id: z.string(), stub: z.string(), similarity: z.number().nullable() }));

/** It is sent to a server, and stands in messages. */
const modelName = z.string().regex(/^[\x21-\x7e]{1,200}$/);

const training = z.object({
  origin: z.string(),
  underWay: z.object({ at: ledgerRevision, failures: z.int().nonnegative() }).nullable(),
  promoted: z.array(z.object({ model: modelName, card: modelCardSchema })),
  last: z
    .object({
      endedAt: z.string(),
      revision: z.string(),
      model: modelName.nullable(),
      kind: z.enum(['promoted', 'kept', 'failed']),
      reasons: z.array(z.enum(PROMOTION_REASONS)),
    })
    .nullable(),
});

const state = z.object({
  schemaVersion: z.literal(1),
  pin: ledgerRevision.nullable(),
  review: z
    .object({
      fingerprint: z.string(),
      at: ledgerRevision,
      gain,
      forecast,
      recommendation: recommendationSchema,
      control,
      isTrainingAsked: z.boolean(),
    })
    .nullable(),
  // states of earlier versions have none
  training: training.exactOptional(),
});

const versioned = z.object({ schemaVersion: z.int() });

/** Always in the same order, so that the same state has the same bytes. */
export function printState(kept: KeptState): string {
  const document: z.input<typeof state> = state.parse(kept);
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Throws an ExpectedFailure for a text that is no state, or one of a later version; `place` says where it lies. */
export function parseState(text: string, place: string): KeptState {
  try {
    return state.parse(JSON.parse(text));
  } catch (error) {
    const version = versionIn(text);
    const [what, remedy] =
      version !== null && version > 1
        ? [`is of version ${version}, and this palimpsest knows version 1`, 'Update palimpsest.']
        : ['is damaged', 'Delete it: the next run starts it anew, and pins the embedded model anew.'];
    throw new ExpectedFailure('bad-ledger-file', `${place} ${what}`, remedy, { cause: error });
  }
}

/** Whether a text is a state of any version. */
export function isState(text: string): boolean {
  return versionIn(text) !== null && text.includes('"pin"');
}

function versionIn(text: string): number | null {
  try {
    return versioned.parse(JSON.parse(text)).schemaVersion;
  } catch {
    return null;
  }
}
