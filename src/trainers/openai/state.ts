// What a hosted run leaves in its folder: which files and which job at the service are its own. It holds no secret.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ExpectedFailure, systemErrorCode } from '../../errors.ts';

const stateSchema = z.object({
  schemaVersion: z.literal(1),
  baseUrl: z.string(),
  /** `Order.key`. */
  key: z.string(),
  /** Identities of uploaded files by the SHA-256 of their bytes. */
  files: z.record(z.string(), z.string()),
  /** A job was asked for, and whether there is one may be unknown. */
  asked: z.boolean(),
  job: z
    .object({
      id: z.string().min(1),
      ended: z.enum(['succeeded', 'failed', 'cancelled']).nullable(),
    })
    .nullable(),
});

export type HostedState = Readonly<z.infer<typeof stateSchema>>;

export const STATE_FILE = 'hosted-job.json';

export interface KeptState {
  readonly current: () => HostedState;
  /** On disk when it resolves. */
  readonly keep: (change: Partial<HostedState>) => Promise<void>;
}

/** Writes a file whole or not at all. */
export type WriteFile = (path: string, content: string) => Promise<void>;

/**
 * What an earlier run left, or a beginning. Files stay known from order to order. A file that cannot be read counts as none: the
 * service's own list is looked at before anything is ordered. Throws `output-in-use` where another order's job is under way.
 */
export async function openState(folder: string, baseUrl: string, key: string, write: WriteFile): Promise<KeptState> {
  const path = join(folder, STATE_FILE);
  const earlier = await readState(path);
  const ofService = earlier?.baseUrl === baseUrl ? earlier : null;
  const isAnother = earlier !== null && (ofService === null || earlier.key !== key);
  if (isAnother && earlier.job !== null && earlier.job.ended === null) {
    throw new ExpectedFailure(
      'output-in-use',
      `${folder} belongs to the job ${earlier.job.id}, which was ordered with other settings or another training set`,
      'Name another output folder, or run with the settings of that job to go on with it.',
    );
  }
  let state: HostedState =
    earlier !== null && !isAnother
      ? earlier
      : { schemaVersion: 1, baseUrl, key, files: ofService?.files ?? {}, asked: false, job: null };
  return {
    current: () => state,
    keep: async (change) => {
      const next = { ...state, ...change };
      await write(path, `${JSON.stringify(next, null, 2)}\n`);
      state = next;
    },
  };
}

async function readState(path: string): Promise<HostedState | null> {
  try {
    const read = stateSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || systemErrorCode(error) === 'ENOENT') return null;
    throw new ExpectedFailure(
      'not-readable',
      `${path} cannot be read (${systemErrorCode(error) ?? 'unknown'})`,
      'Check its permissions: it says which job at the service is this run’s own.',
      { cause: error },
    );
  }
}
