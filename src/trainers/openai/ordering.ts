// One job for one order: the one that is there already, or a new one, and never two.

import type { TrainingEvent } from '../../ports.ts';
import { noFineTuning, notDone } from './failures.ts';
import type { Order } from './order.ts';
import type { Service } from './service.ts';
import type { KeptState } from './state.ts';
import { epochsOf, type HostedJob } from './wire.ts';

/** Under which the order's key stands at the service. */
const KEY = 'palimpsest_order';

export interface Files {
  readonly train: string;
  readonly validation: string | null;
}

export interface Ordering {
  readonly order: Order;
  readonly service: Service;
  readonly state: KeptState;
  readonly tell: (event: TrainingEvent) => void;
  readonly signal: AbortSignal;
}

/**
 * The service's job for this order that is under way, or else one that succeeded; `null` when there is none. `files`: where the
 * service keeps no metadata, a job is known by them. Throws when the service has no such list: without it, no order is safe.
 */
export async function findJob(
  { order, service, signal }: Pick<Ordering, 'order' | 'service' | 'signal'>,
  files: Files | null,
): Promise<HostedJob | null> {
  const found = await service.jobs(signal);
  if (found.kind === 'refused' && [404, 405, 501].includes(found.status)) throw noFineTuning(service, found.status);
  if (found.kind !== 'answered') throw notDone(`the jobs at ${service.host} cannot be looked at`, found);
  const ours = found.value.filter((job) => isOfOrder(job, order, files) && !isLost(job));
  return ours.find(({ status }) => status !== 'succeeded') ?? ours[0] ?? null;
}

function isLost({ status }: HostedJob): boolean {
  return status === 'failed' || status === 'cancelled';
}

function isOfOrder(job: HostedJob, order: Order, files: Files | null): boolean {
  const key = job.metadata?.[KEY];
  if (key !== undefined && key !== null) return key === order.key;
  if (files === null || job.training_file !== files.train) return false;
  const agrees = <Value>(told: Value | null | undefined, asked: Value) =>
    told === null || told === undefined || told === asked;
  return (
    (job.validation_file ?? null) === files.validation &&
    (job.model === order.baseModel || job.model?.startsWith(`${order.baseModel}-`) === true) &&
    agrees(job.user_provided_suffix, order.suffix) &&
    agrees(job.seed, order.seed) &&
    agrees(epochsOf(job), order.epochs)
  );
}

/** Fields that some services do not know. Without them a job is known by its files. */
const OPTIONAL = ['metadata', 'seed', 'suffix', 'method'] as const;

type OptionalField = (typeof OPTIONAL)[number];

const NOT_TAKEN =
  /unsupported|not (currently )?support|unexpected|unknown|unrecogni[sz]ed|extra|forbidden|not (permitted|allowed)/i;

/** Orders a job. Whenever it is unknown whether an order arrived, the list is looked at before the next. */
export async function orderJob(ordering: Ordering, files: Files): Promise<HostedJob> {
  const { order, service, state, tell, signal } = ordering;
  const leftOut = new Set<OptionalField>();
  await state.keep({ asked: true });
  for (let tries = 0; ; ) {
    signal.throwIfAborted();
    const answer = await service.createJob(bodyOf(order, files, leftOut), grace(signal));
    if (answer.kind === 'answered') return answer.value;
    const unwanted = answer.kind === 'refused' ? fieldsRefused(answer, leftOut) : [];
    for (const field of unwanted) leftOut.add(field);
    if (unwanted.length > 0) continue;
    if (answer.kind === 'refused') {
      await state.keep({ asked: false });
      throw notDone(`${service.host} takes no order for ${service.said(order.baseModel, 100)}`, answer);
    }
    tell({ kind: 'said', text: `the order was not answered (${answer.detail}): looks whether it arrived` });
    await service.rest(tries, answer.askedMs, signal);
    const begun = await findJob(ordering, files);
    if (begun !== null) return begun;
    if (tries >= service.retries) throw notDone(`no job could be ordered at ${service.host}`, answer);
    tries += 1;
  }
}

/** An order that is under way is let arrive: hung up on, nobody would know whether there is a job. */
const GRACE_MS = 5_000;

function grace(signal: AbortSignal): AbortSignal {
  const late = new AbortController();
  const stop = () => setTimeout(() => late.abort(signal.reason), GRACE_MS).unref();
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return late.signal;
}

function fieldsRefused(
  { status, text }: { readonly status: number; readonly text: string },
  leftOut: ReadonlySet<OptionalField>,
): OptionalField[] {
  if ((status !== 400 && status !== 422) || !NOT_TAKEN.test(text)) return [];
  return OPTIONAL.filter((field) => !leftOut.has(field) && new RegExp(`\\b${field}\\b`).test(text));
}

function bodyOf(order: Order, files: Files, leftOut: ReadonlySet<OptionalField>) {
  const { batchSize, learningRateMultiplier } = order.hyperparameters;
  const hyperparameters = {
    n_epochs: order.epochs,
    ...(batchSize === undefined ? {} : { batch_size: batchSize }),
    ...(learningRateMultiplier === undefined ? {} : { learning_rate_multiplier: learningRateMultiplier }),
  };
  return {
    model: order.baseModel,
    training_file: files.train,
    ...(files.validation === null ? {} : { validation_file: files.validation }),
    ...(leftOut.has('suffix') ? {} : { suffix: order.suffix }),
    ...(leftOut.has('seed') ? {} : { seed: order.seed }),
    ...(leftOut.has('metadata') ? {} : { metadata: { [KEY]: order.key, palimpsest_dataset: order.datasetHash } }),
    ...(leftOut.has('method')
      ? { hyperparameters }
      : { method: { type: 'supervised', supervised: { hyperparameters } } }),
  };
}
