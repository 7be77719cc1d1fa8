// What is ordered from a service: the files, the settings, and a key that tells this order from every other.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { DatasetCard } from '../../core/dataset-card.ts';
import { ExpectedFailure, systemErrorCode } from '../../errors.ts';
import type { TrainingRequest } from '../../ports.ts';

export interface TrainingFile {
  readonly split: 'train' | 'validation';
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  readonly examples: number;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

export interface Hyperparameters {
  /** The service chooses where none is given. */
  readonly batchSize?: number;
  /** On the rate that the service would choose, which it does as well where none is given. */
  readonly learningRateMultiplier?: number;
}

export interface Order {
  readonly baseModel: string;
  readonly epochs: number;
  readonly seed: number;
  readonly hyperparameters: Hyperparameters;
  readonly train: TrainingFile;
  readonly validation: TrainingFile | null;
  readonly datasetHash: string;
  /** What the service adds to the model's name. */
  readonly suffix: string;
  /** The same for the same order, on whatever machine; another for any other. */
  readonly key: string;
}

/** Throws `bad-dataset` and `bad-setting`. */
export async function readOrder(request: TrainingRequest, hyperparameters: Hyperparameters): Promise<Order> {
  const { dataset, name, baseModel, epochs, seed } = request;
  if (!Number.isInteger(epochs) || epochs < 1) {
    throw new ExpectedFailure('bad-setting', `${epochs} epochs cannot be ordered`, 'Give a whole number, 1 or more.');
  }
  const train = await readFile(dataset.folder, 'train');
  if (train === null || train.examples === 0) {
    throw new ExpectedFailure(
      'bad-dataset',
      `${dataset.folder} has no example to train on in chat/train.jsonl`,
      'Make the training set again with `palimpsest dataset`, of more code, or with another recipe.',
    );
  }
  const validation = await readFile(dataset.folder, 'validation');
  const asked = validation === null || validation.examples === 0 ? null : validation;
  const deciding = [train.hash, asked?.hash ?? null, baseModel, name, epochs, seed, hyperparameters];
  const key = createHash('sha256').update(JSON.stringify(deciding)).digest('hex');
  return {
    baseModel,
    epochs,
    seed,
    hyperparameters,
    train,
    validation: asked,
    datasetHash: dataset.card.hash,
    suffix: suffixOf(name, key),
    key,
  };
}

/** `null` when there is none. Read in pieces: it may be large. */
async function readFile(folder: string, split: TrainingFile['split']): Promise<TrainingFile | null> {
  const path = join(folder, 'chat', `${split}.jsonl`);
  const hash = createHash('sha256');
  let [bytes, examples, last] = [0, 0, 10];
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) examples += 1;
      last = chunk.at(-1) ?? last;
    }
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw new ExpectedFailure(
      'bad-dataset',
      `${path} cannot be read (${systemErrorCode(error) ?? 'unknown'})`,
      'Check its permissions, or make the training set again with `palimpsest dataset`.',
      { cause: error },
    );
  }
  return { split, path, bytes, examples: last === 10 ? examples : examples + 1, hash: hash.digest('hex') };
}

/** Services take up to 64 characters, and not all of them. */
function suffixOf(name: string, key: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${plain.slice(0, 48)}-${key.slice(0, 8)}`.replace(/^-/, '');
}

/** Tokens that a service is paid for, as the training set's card counts them; what a chat adds around messages is not in it. */
export function trainedTokens({ splits: { train } }: DatasetCard, epochs: number): number {
  return (train.promptTokens + train.completionTokens) * epochs;
}

/** One line, before anything is sent. */
export function plan(order: Order, card: DatasetCard, host: string): string {
  const { epochs, train, validation, baseModel } = order;
  const tokens = trainedTokens(card, 1);
  const bytes = train.bytes + (validation?.bytes ?? 0);
  const counted = card.tokenizer === 'estimated' ? ', an estimate on the safe side' : '';
  return [
    `${host} is to specialise ${baseModel}: ${count(train.examples)} examples of about ${count(tokens)} tokens`,
    `× ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'} = about ${count(tokens * epochs)} tokens to be paid for${counted};`,
    `${sizeOf(bytes)} of this project’s code are sent there`,
  ].join(' ');
}

export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

export function sizeOf(bytes: number): string {
  if (bytes < 1e6) return `${count(Math.ceil(bytes / 1e3))} kB`;
  return `${(bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`;
}
