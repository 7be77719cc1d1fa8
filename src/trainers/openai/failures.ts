// What can go wrong with a hosted run, said so that the user knows what there is at the service, and what it costs.

import { ExpectedFailure } from '../../errors.ts';
import type { Service, Unanswered } from './service.ts';
import type { HostedJob } from './wire.ts';

const AGAIN = 'Run the same command again: it goes on where this run was.';

/** The service says no, or nothing at all, to what is done for the first time. */
export function notDone(what: string, why: Unanswered): ExpectedFailure {
  const remedy = why.kind === 'silent' ? AGAIN : 'Mend that, and run the same command again.';
  return new ExpectedFailure('training-failed', `${what}: ${why.detail}`, remedy);
}

export function noFineTuning({ host }: Service, status: number): ExpectedFailure {
  return new ExpectedFailure(
    'training-failed',
    `${host} offers no fine-tuning (${status} for /fine_tuning/jobs); nothing was sent there`,
    'Check the base URL, or train on a machine of your own with `--trainer trl`.',
  );
}

export function tooLarge(what: string, size: string, { host }: Service, why: string): ExpectedFailure {
  return new ExpectedFailure(
    'training-failed',
    `${what} (${size}) is too large for ${host} (${why})`,
    'Make a smaller training set with `palimpsest dataset`, or train on a machine of your own with `--trainer trl`.',
  );
}

export function jobFailed(job: HostedJob, { host, said }: Service): ExpectedFailure {
  const { code, message, param } = job.error ?? {};
  const why = [code, param].filter(Boolean).join(', ');
  const told = [why === '' ? '' : said(why, 80), message ? said(message, 240) : ''].filter(Boolean).join(': ');
  const remedy = /file|example/.test(`${code}`)
    ? 'Make the training set again with `palimpsest dataset`, and run into another output folder.'
    : 'Mend that and run the same command again: another job is ordered then, with the files that are there already.';
  return new ExpectedFailure(
    'training-failed',
    `the job ${job.id} at ${host} failed${told === '' ? ', without a reason' : ` (${told})`}`,
    remedy,
  );
}

export function cancelledElsewhere({ id }: HostedJob, { host }: Service): ExpectedFailure {
  return new ExpectedFailure(
    'training-failed',
    `the job ${id} was cancelled at ${host}, not by this run`,
    'Run the same command again to order another; the files that are there already are used.',
  );
}

export function unknownJob(id: string, { host }: Service): ExpectedFailure {
  return new ExpectedFailure(
    'training-failed',
    `${host} knows no job ${id}, which this output folder belongs to`,
    'Use the key of the project that it was ordered in, or another output folder to order a new one.',
  );
}

/** Nothing more was heard; what was ordered goes on, and costs. */
export function lostTouch(id: string, { host }: Service, minutes: number, detail: string): ExpectedFailure {
  return new ExpectedFailure(
    'training-failed',
    `nothing was heard of the job ${id} for ${minutes} minutes (${detail}); it may go on at ${host}`,
    'Run the same command again when the service can be reached: it goes on with that job.',
  );
}

export function calledOff(what: string, remedy: string): ExpectedFailure {
  return new ExpectedFailure('cancelled', `the run was called off: ${what}`, remedy);
}

/** Somebody else goes on with it: the job is not ended. `id`: `null` where none is known to have been ordered. */
export function leftBehind(id: string | null, { host }: Service): ExpectedFailure {
  return calledOff(
    id === null ? `no job is known to have been ordered at ${host}` : `its job ${id} goes on at ${host}`,
    'The next run goes on with it; to end it, cancel it at the service.',
  );
}
