// What the fake service looks at before it takes an order.

import { faultOf, Refused, type StoredFile } from './files.ts';
import type { JobOrder } from './job.ts';

export interface OrderRules {
  readonly baseModels: readonly string[];
  /** Fields that this service does not know. */
  readonly refuses: readonly string[];
  /** Whether it keeps metadata and suffix, and tells them. */
  readonly keepsMetadata: boolean;
}

const KNOWN = [
  'model',
  'training_file',
  'validation_file',
  'suffix',
  'seed',
  'metadata',
  'method',
  'hyperparameters',
  'integrations',
];

export function readJobOrder(
  body: Readonly<Record<string, unknown>>,
  id: string,
  created_at: number,
  files: ReadonlyMap<string, StoredFile>,
  { baseModels, refuses, keepsMetadata }: OrderRules,
): JobOrder {
  const unknown = Object.keys(body).find((field) => !KNOWN.includes(field) || refuses.includes(field));
  if (unknown !== undefined) throw new Refused(400, `Unrecognized request argument supplied: ${unknown}`);
  const { model, suffix = null, seed = 1, metadata = null, method, hyperparameters } = body;
  if (typeof model !== 'string' || !baseModels.includes(model)) {
    throw new Refused(
      400,
      `Model ${String(model)} is not available for fine-tuning or does not exist.`,
      'model_not_available',
    );
  }
  const train = fileOf(body.training_file, 'training_file', files);
  const validation = body.validation_file === undefined ? null : fileOf(body.validation_file, 'validation_file', files);
  if (suffix !== null && (typeof suffix !== 'string' || suffix.length > 64))
    throw new Refused(400, 'suffix is too long');
  if (!Number.isInteger(seed) || Number(seed) < 0) throw new Refused(400, 'seed is no integer');
  if (metadata !== null && !isMetadata(metadata)) throw new Refused(400, 'metadata is not taken like this');
  const chosen = method === undefined ? hyperparameters : supervised(method);
  return {
    id,
    created_at,
    model: `${model}-2026-07-18`,
    training_file: train.id,
    validation_file: validation?.id ?? null,
    suffix: keepsMetadata ? suffix : null,
    seed: Number(seed),
    metadata: keepsMetadata ? metadata : null,
    hyperparameters: { batch_size: 'auto', learning_rate_multiplier: 'auto', n_epochs: 3, ...checked(chosen) },
    tokens: Math.ceil(train.bytes / 4),
    fault: lineFault(train, 'training') ?? (validation === null ? null : lineFault(validation, 'validation')),
  };
}

function lineFault(file: StoredFile, which: 'training' | 'validation'): JobOrder['fault'] {
  const fault = faultOf(file.content, which);
  return fault === null ? null : { ...fault, param: `${which}_file` };
}

function fileOf(id: unknown, param: string, files: ReadonlyMap<string, StoredFile>): StoredFile {
  const file = files.get(String(id));
  if (file === undefined) throw new Refused(400, `invalid ${param}: ${String(id)}`, 'invalid_file');
  if (file.purpose !== 'fine-tune') throw new Refused(400, `${param} was not uploaded for fine-tuning`);
  return file;
}

function supervised(method: unknown): unknown {
  const { type, supervised: settings } = method as { type?: unknown; supervised?: { hyperparameters?: unknown } };
  if (type !== 'supervised') throw new Refused(400, 'only supervised is known here');
  return settings?.hyperparameters;
}

function checked(given: unknown): Readonly<Record<string, unknown>> {
  const chosen = (given ?? {}) as Readonly<Record<string, unknown>>;
  const { n_epochs = 3 } = chosen;
  if (!Number.isInteger(n_epochs) || Number(n_epochs) < 1 || Number(n_epochs) > 50) {
    throw new Refused(400, 'n_epochs must be a whole number from 1 to 50');
  }
  return chosen;
}

function isMetadata(given: unknown): given is Readonly<Record<string, string>> {
  if (typeof given !== 'object' || given === null) return false;
  const entries = Object.entries(given);
  return (
    entries.length <= 16 &&
    entries.every(([key, value]) => key.length <= 64 && typeof value === 'string' && value.length <= 512)
  );
}
