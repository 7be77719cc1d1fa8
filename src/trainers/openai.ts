// Specialises a hosted model: the training set goes to a service with OpenAI's fine-tuning API, which trains and then serves.
// A run may be killed at any moment and run again: it goes on with its job, and nothing is paid for twice
// (docs/adr/0026-one-order-one-hosted-job.md).

import { createHash } from 'node:crypto';
import { ExpectedFailure } from '../errors.ts';
import { baseUrlWarnings, readBaseUrl } from '../openai/base-url.ts';
import { connect } from '../openai/connection.ts';
import { readKey } from '../openai/key.ts';
import type { Reach } from '../openai/public-reach.ts';
import type { SpecializedModel, Trainer, TrainingEvent, TrainingRequest } from '../ports.ts';
import { callOff } from './openai/calling-off.ts';
import { eventReader } from './openai/events.ts';
import { leftBehind } from './openai/failures.ts';
import { follow } from './openai/following.ts';
import { count, type Hyperparameters, type Order, plan, readOrder, trainedTokens } from './openai/order.ts';
import { findJob, orderJob } from './openai/ordering.ts';
import { fineTuningService, type Service } from './openai/service.ts';
import { type KeptState, openState, type WriteFile } from './openai/state.ts';
import { type Uploading, uploaded } from './openai/uploads.ts';
import { epochsOf, type HostedJob } from './openai/wire.ts';

export interface OpenAiTrainerSettings {
  /** With or without `/v1`; without credentials. */
  readonly baseUrl: string;
  /** `null`: the service asks for none. */
  readonly apiKey: string | null;
  /** Where the operator puts the key, for messages; PALIMPSEST_API_KEY by default. */
  readonly keyName?: string;
  readonly hyperparameters?: Hyperparameters;
  /** An order of more tokens × epochs, as the training set's card counts them, is not placed; no bound by default. */
  readonly mostTokens?: number | null;
  /** Writes a file whole or not at all. */
  readonly writeFile: WriteFile;
  /** Whether a run that is called off for this reason leaves its job to one that goes on with it; never by default. */
  readonly leavesJob?: (reason: unknown) => boolean;
  /** Between two looks at the job; 10,000 by default. */
  readonly pollMs?: number;
  /** How long the service may be out of reach while a job is under way; an hour by default. */
  readonly patienceMs?: number;
  /** For one request, uploads aside; 60,000 by default. */
  readonly timeoutMs?: number;
  /** How often a request is sent again, at most; 5 by default. */
  readonly retries?: number;
  /** Before the first retry, doubling from there; 500 by default. */
  readonly retryBaseMs?: number;
  /** How servers are reached; Node's `fetch` by default. */
  readonly reach?: Reach;
}

/** Throws `bad-setting`, without asking the service anything. */
export function openAiTrainer(settings: OpenAiTrainerSettings): Trainer {
  const { keyName = 'PALIMPSEST_API_KEY', timeoutMs = 60_000, retries = 5, retryBaseMs = 500 } = settings;
  const baseUrl = readBaseUrl(settings.baseUrl);
  const apiKey = readKey(settings.apiKey, keyName);
  const service = (model: string) =>
    fineTuningService({
      connection: connect({
        baseUrl,
        apiKey,
        timeoutMs,
        ...(settings.reach === undefined ? {} : { reach: settings.reach }),
      }),
      party: { baseUrl, model, apiKey, keyName },
      retries,
      retryBaseMs,
    });
  return {
    name: 'openai',
    train: async (request) => {
      const order = await readOrder(request, settings.hyperparameters ?? {});
      const state = await openState(request.folder, baseUrl, order.key, settings.writeFile);
      const run = { settings, request, order, state, service: service(request.baseModel) };
      try {
        request.signal.throwIfAborted();
        for (const text of baseUrlWarnings(baseUrl, apiKey !== null)) request.onEvent({ kind: 'said', text });
        return resultOf(await trained(run), run, baseUrl);
      } catch (error) {
        if (!request.signal.aborted) throw error;
        if (settings.leavesJob?.(request.signal.reason) === true)
          throw leftBehind(state.current().job?.id ?? null, run.service);
        throw await callOff(order, run.service, state, request.onEvent);
      }
    },
  };
}

interface Run {
  readonly settings: OpenAiTrainerSettings;
  readonly request: TrainingRequest;
  readonly order: Order;
  readonly state: KeptState;
  readonly service: Service;
}

type Finished = HostedJob & { readonly fine_tuned_model: string };

async function trained(run: Run): Promise<Finished> {
  const { service, state, request, settings, order } = run;
  const { signal, onEvent: tell } = request;
  const id = await ownJob(run);
  const events = eventReader(service, order.epochs, tell);
  const { pollMs = 10_000, patienceMs = 3_600_000 } = settings;
  const job = await follow(id, { service, state, events, pollMs, patienceMs, tell, signal });
  await state.keep({ job: { id, ended: 'succeeded' }, asked: false });
  await tellWhatCame(job, run);
  return job;
}

/** The job of this order: the one that this folder knows, the one that the service knows, or a new one. */
async function ownJob(run: Run): Promise<string> {
  const { service, state, order, request } = run;
  const { signal, onEvent: tell } = request;
  const left = state.current().job;
  if (left !== null && left.ended !== 'failed' && left.ended !== 'cancelled') {
    say(tell, `goes on with the job ${left.id} at ${service.host}`);
    return left.id;
  }
  if (left !== null) {
    say(tell, `the job ${left.id} ${left.ended === 'failed' ? 'failed' : 'was cancelled'}: orders another`);
    await state.keep({ job: null, asked: false });
  }
  const ordering = { order, service, state, tell, signal };
  // Nothing has left the machine yet: a service without fine-tuning, or a wrong key, shows here.
  const there = await findJob(ordering, null);
  const job = there ?? (await placed(run, ordering));
  if (there !== null) say(tell, `${service.host} has a job for this very order already, ${job.id}: goes on with it`);
  await state.keep({ job: { id: job.id, ended: null } });
  return job.id;
}

async function placed(run: Run, ordering: Parameters<typeof orderJob>[0]): Promise<HostedJob> {
  const { service, state, order, request, settings } = run;
  const { signal, onEvent: tell, dataset } = request;
  keepWithin(settings.mostTokens ?? null, trainedTokens(dataset.card, order.epochs));
  say(tell, plan(order, dataset.card, service.host));
  const uploading: Uploading = { service, state, tell, signal, pollMs: settings.pollMs ?? 10_000 };
  const train = await uploaded(order.train, uploading);
  const validation = order.validation === null ? null : await uploaded(order.validation, uploading);
  // Where the service keeps no metadata, only now can a job of an earlier run be known: by its files.
  return (await findJob(ordering, { train, validation })) ?? orderJob(ordering, { train, validation });
}

function keepWithin(most: number | null, tokens: number): void {
  if (most === null || tokens <= most) return;
  throw new ExpectedFailure(
    'bad-setting',
    `about ${count(tokens)} tokens would be trained on, and ${count(most)} are allowed; nothing was sent`,
    'Allow more, train for fewer epochs, or make a smaller training set.',
  );
}

/** What was paid for, and the models on the way, which can be asked too. */
async function tellWhatCame(job: Finished, { service, request }: Run): Promise<void> {
  const { onEvent: tell, signal } = request;
  const checkpoints = await service.checkpoints(job.id, signal);
  if (checkpoints.kind === 'answered') {
    const inOrder = [...checkpoints.value].sort((a, b) => a.step_number - b.step_number);
    for (const { step_number, fine_tuned_model_checkpoint: name, metrics } of inOrder) {
      const loss = metrics?.full_valid_loss ?? metrics?.valid_loss ?? null;
      const told = loss === null ? '' : ` (validation loss ${loss.toFixed(3)})`;
      say(tell, `after step ${step_number}: ${service.said(name, 200)}${told}`);
    }
  }
  if (typeof job.trained_tokens === 'number') say(tell, `${count(job.trained_tokens)} tokens were trained on`);
}

function resultOf(job: Finished, { order, service }: Run, baseUrl: string): SpecializedModel {
  const model = job.fine_tuned_model;
  if (!service.isPlain(model)) {
    throw new ExpectedFailure(
      'training-failed',
      `the job ${job.id} succeeded, but its model’s name cannot be used (“${service.said(model)}”)`,
      'Ask whoever runs the service.',
    );
  }
  return {
    model,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([baseUrl, job.id, model]))
      .digest('hex'),
    epochs: epochsOf(job) ?? order.epochs,
    // the service serves it already
    serve: [],
  };
}

function say(tell: (event: TrainingEvent) => void, text: string): void {
  tell({ kind: 'said', text });
}
