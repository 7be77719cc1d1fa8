// One job of the fake service. It moves on whenever it is looked at, so that no test waits for a clock.

import type { LineFault } from './files.ts';

export type JobStatus = 'validating_files' | 'queued' | 'running' | 'paused' | 'succeeded' | 'failed' | 'cancelled';

export interface JobPlan {
  /** How many looks it waits in the queue for. */
  readonly queuedFor: number;
  readonly steps: number;
  readonly stepsPerLook: number;
  /** How many looks after success its model has no name yet. */
  readonly namelessFor: number;
}

export interface JobOrder {
  readonly id: string;
  readonly created_at: number;
  readonly model: string;
  readonly training_file: string;
  readonly validation_file: string | null;
  readonly suffix: string | null;
  readonly seed: number;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly hyperparameters: Readonly<Record<string, unknown>>;
  readonly tokens: number;
  readonly fault: (LineFault & { readonly param: string }) | null;
}

export interface JobEvent {
  readonly object: 'fine_tuning.job.event';
  readonly id: string;
  readonly created_at: number;
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly type: 'message' | 'metrics';
  readonly data: Readonly<Record<string, number>> | null;
}

export type FakeJob = ReturnType<typeof fakeJob>;

const ENDED: readonly JobStatus[] = ['succeeded', 'failed', 'cancelled'];

export function fakeJob(order: JobOrder, plan: JobPlan) {
  const events: JobEvent[] = [];
  let status: JobStatus = 'validating_files';
  let error: { code: string; message: string; param: string | null } | null = null;
  let queued = 0;
  let step = 0;
  let nameless = 0;
  let beforePause: JobStatus = 'queued';

  const epochs = Number(order.hyperparameters.n_epochs ?? 3);
  const name = `ft:${order.model}:scriptorium:${order.suffix ?? ''}:${order.id.slice(-6)}`;
  const lossAt = (at: number) => Number((2 / (1 + at)).toFixed(4));
  const tell = (message: string, data: JobEvent['data'] = null) => {
    events.push({
      object: 'fine_tuning.job.event',
      id: `ftevent-${order.id}-${events.length}`,
      created_at: order.created_at + Math.floor(events.length / 2),
      level: status === 'failed' ? 'error' : 'info',
      message,
      type: data === null ? 'message' : 'metrics',
      data,
    });
  };
  tell(`Created fine-tuning job: ${order.id}`);
  tell(`Validating training file: ${order.training_file}`);

  const end = (how: JobStatus, message: string) => {
    status = how;
    tell(message);
  };
  const fail = (code: string, message: string, param: string | null = null) => {
    error = { code, message, param };
    end('failed', `The job failed: ${message}`);
  };
  const moveOn = () => {
    if (status === 'validating_files') {
      if (order.fault !== null) return fail(order.fault.code, order.fault.message, order.fault.param);
      status = 'queued';
      return tell('Files validated, moving job to queued state');
    }
    if (status === 'queued') {
      queued += 1;
      if (queued <= plan.queuedFor) return;
      status = 'running';
      return tell('Fine-tuning job started');
    }
    if (status !== 'running') return;
    for (let now = 0; now < plan.stepsPerLook && step < plan.steps; now += 1) {
      step += 1;
      tell(`Step ${step}/${plan.steps}: training loss=${lossAt(step)}`, {
        step,
        total_steps: plan.steps,
        train_loss: lossAt(step),
        train_mean_token_accuracy: 0.9,
        ...(order.validation_file === null ? {} : { valid_loss: lossAt(step) + 0.1 }),
      });
    }
    if (step === plan.steps) end('succeeded', 'The job has successfully completed');
  };

  return {
    order,
    name,
    status: () => status,
    isOver: () => ENDED.includes(status),
    isServed: () => status === 'succeeded',
    look: () => {
      if (status === 'succeeded') nameless += 1;
      moveOn();
    },
    fail,
    cancel: () => end('cancelled', 'The job was cancelled'),
    pause: () => {
      beforePause = status;
      status = 'paused';
    },
    resume: () => {
      status = beforePause;
    },
    /** A service that writes down late what was told already. */
    repeat: (at: number) =>
      tell(`Step ${at}/${plan.steps}: training loss=${lossAt(at)}`, { step: at, train_loss: lossAt(at) }),
    /** The oldest first. */
    events: (): readonly JobEvent[] => events,
    checkpoints: () =>
      Array.from({ length: status === 'succeeded' ? epochs : 0 }, (_, index) => {
        const at = Math.round(((index + 1) / epochs) * plan.steps);
        return {
          object: 'fine_tuning.job.checkpoint',
          id: `ftckpt-${order.id}-${index}`,
          created_at: order.created_at + index,
          fine_tuned_model_checkpoint: at === plan.steps ? name : `${name}:ckpt-step-${at}`,
          fine_tuning_job_id: order.id,
          step_number: at,
          metrics: { step: at, train_loss: lossAt(at), full_valid_loss: lossAt(at) + 0.1 },
        };
      }).reverse(),
    wire: () => ({
      object: 'fine_tuning.job',
      id: order.id,
      created_at: order.created_at,
      finished_at: ENDED.includes(status) ? order.created_at + events.length : null,
      model: order.model,
      organization_id: 'org-scriptorium',
      status,
      error: error ?? {},
      fine_tuned_model: status === 'succeeded' && nameless >= plan.namelessFor ? name : null,
      training_file: order.training_file,
      validation_file: order.validation_file,
      result_files: [],
      trained_tokens: status === 'succeeded' ? order.tokens * epochs : null,
      estimated_finish: status === 'running' ? order.created_at + 3_600 : null,
      seed: order.seed,
      user_provided_suffix: order.suffix,
      metadata: order.metadata,
      hyperparameters: order.hyperparameters,
      method: { type: 'supervised', supervised: { hyperparameters: order.hyperparameters } },
    }),
  };
}
