// Follows a job to its end, however long it waits or is out of reach.

import { pause } from '../../openai/pause.ts';
import type { TrainingEvent } from '../../ports.ts';
import type { EventReader } from './events.ts';
import { cancelledElsewhere, jobFailed, lostTouch, notDone, unknownJob } from './failures.ts';
import type { Service } from './service.ts';
import type { KeptState } from './state.ts';
import type { HostedJob } from './wire.ts';

export interface Following {
  readonly service: Service;
  readonly state: KeptState;
  readonly events: EventReader;
  readonly pollMs: number;
  /** How long the service may be out of reach. */
  readonly patienceMs: number;
  readonly tell: (event: TrainingEvent) => void;
  readonly signal: AbortSignal;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['validating_files', 'is having its files looked at'],
  ['queued', 'waits for its turn'],
  ['pending', 'waits for its turn'],
  ['running', 'is running'],
  ['paused', 'was paused there: it goes on when it is resumed there'],
]);

const ENDS = ['succeeded', 'failed', 'cancelled'];

/** A job may have succeeded a moment before its model has a name. */
const LOOKS_FOR_A_NAME = 10;

/** The job when it has succeeded. Throws `training-failed` for any other end, which is kept. */
export async function follow(
  id: string,
  following: Following,
): Promise<HostedJob & { readonly fine_tuned_model: string }> {
  const { service, state, events, pollMs, patienceMs, tell, signal } = following;
  let status = '';
  let isWithoutEvents = false;
  let nameless = 0;
  let heardAt = performance.now();
  for (;;) {
    const found = await service.job(id, signal);
    if (found.kind === 'refused') {
      throw found.status === 404 ? unknownJob(id, service) : notDone(`the job ${id} cannot be followed`, found);
    }
    if (found.kind === 'silent') {
      const silentMs = performance.now() - heardAt;
      if (silentMs > patienceMs) throw lostTouch(id, service, Math.round(patienceMs / 60_000), found.detail);
      await pause(Math.max(pollMs, found.askedMs), signal);
      continue;
    }
    heardAt = performance.now();
    const job = found.value;
    if (job.status !== status && !ENDS.includes(job.status)) tell({ kind: 'said', text: standing(job, service) });
    status = job.status;
    if (!isWithoutEvents) {
      const unread = await events.read(job, signal);
      if (unread?.kind === 'refused') {
        isWithoutEvents = true;
        tell({ kind: 'said', text: `${service.host} tells no losses (${unread.detail})` });
      }
    }
    if (status === 'failed' || status === 'cancelled') {
      await state.keep({ job: { id, ended: status }, asked: false });
      throw status === 'failed' ? jobFailed(job, service) : cancelledElsewhere(job, service);
    }
    if (status === 'succeeded') {
      const { fine_tuned_model } = job;
      if (typeof fine_tuned_model === 'string' && fine_tuned_model !== '') return { ...job, fine_tuned_model };
      nameless += 1;
      if (nameless > LOOKS_FOR_A_NAME) {
        const detail = 'the service does not say what it is called; run again to look once more';
        throw notDone(`the job ${id} succeeded, but its model cannot be used`, {
          kind: 'refused',
          status: 200,
          text: '',
          detail,
        });
      }
    }
    await pause(pollMs, signal);
  }
}

function standing({ id, status, estimated_finish }: HostedJob, { host, said }: Service): string {
  const until =
    typeof estimated_finish === 'number' && estimated_finish > 0 && estimated_finish < 1e11
      ? `, until about ${new Date(estimated_finish * 1_000).toISOString().slice(0, 16).replace('T', ' ')} UTC by its own reckoning`
      : '';
  return `the job ${id} at ${host} ${WORDS.get(status) ?? `is ${said(status, 40)}`}${until}`;
}
