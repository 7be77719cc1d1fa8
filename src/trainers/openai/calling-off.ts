// A run that is called off: what it began at the service is ended there, and what is left is said.

import type { ExpectedFailure } from '../../errors.ts';
import type { TrainingEvent } from '../../ports.ts';
import { calledOff } from './failures.ts';
import type { Order } from './order.ts';
import { type Files, findJob } from './ordering.ts';
import type { Service } from './service.ts';
import type { KeptState } from './state.ts';

/** Nobody waits longer for a run to end. */
const LONGEST_MS = 20_000;

const ANOTHER = 'Run the same command again to order another; the files that are there already are used.';

/** Ends the run's job, if it has one. Never throws: what could not be done is said. */
export async function callOff(
  order: Order,
  service: Service,
  state: KeptState,
  tell: (event: TrainingEvent) => void,
): Promise<ExpectedFailure> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  const { host } = service;
  const finished = state.current().job;
  if (finished?.ended === 'succeeded') return overAlready(finished.id, host);
  const id = await ownJob(order, service, state, signal);
  if (id === null)
    return calledOff('no job was ordered, and nothing is to be paid for', 'Run the same command again to go on.');
  if (id === 'unknown') {
    return calledOff(
      `whether a job was begun at ${host} could not be found out`,
      `Run the same command again to go on with it, or look for palimpsest’s jobs at ${host} and cancel them there.`,
    );
  }
  const answer = await service.cancelJob(id, signal).catch(() => null);
  if (answer?.kind === 'answered') {
    const { status } = answer.value;
    if (status === 'succeeded' || status === 'failed') return overAlready(id, host);
    await state.keep({ job: { id, ended: 'cancelled' }, asked: false }).catch(() => {});
    tell({ kind: 'said', text: `the job ${id} at ${host} was cancelled` });
    return calledOff(`its job ${id} at ${host} was cancelled`, ANOTHER);
  }
  if (answer?.kind === 'refused' && (await isOver(id, service, signal))) return overAlready(id, host);
  const why = answer === null ? 'no answer in time' : answer.detail;
  return calledOff(
    `but its job ${id} could not be cancelled (${why}) and may go on at ${host}, at your cost`,
    'Cancel it at the service, or run the same command again to go on with it.',
  );
}

async function ownJob(order: Order, service: Service, state: KeptState, signal: AbortSignal): Promise<string | null> {
  const { job, asked, files } = state.current();
  if (job !== null) return job.ended === null ? job.id : null;
  if (!asked) return null;
  const train = files[order.train.hash];
  const validation = order.validation === null ? null : (files[order.validation.hash] ?? null);
  const uploaded: Files | null = train === undefined ? null : { train, validation };
  try {
    const found = await findJob({ order, service, signal }, uploaded);
    if (found === null || found.status === 'succeeded') return null;
    await state.keep({ job: { id: found.id, ended: null } });
    return found.id;
  } catch {
    return 'unknown';
  }
}

async function isOver(id: string, service: Service, signal: AbortSignal): Promise<boolean> {
  const found = await service.job(id, signal).catch(() => null);
  return found?.kind === 'answered' && ['succeeded', 'failed', 'cancelled'].includes(found.value.status);
}

function overAlready(id: string, host: string): ExpectedFailure {
  return calledOff(`its job ${id} at ${host} was over already`, 'Run the same command again to see what came of it.');
}
