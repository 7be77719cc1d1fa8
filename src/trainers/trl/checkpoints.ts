// The checkpoints that a training leaves: the last whole one is gone on from.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export interface Checkpoint {
  readonly folder: string;
  readonly step: number;
  readonly epoch: number;
}

const stateSchema = z.object({ global_step: z.int().nonnegative(), epoch: z.number() });

/** The state is written after the weights: a checkpoint without one was cut off. `null` when there is none. */
export async function lastCheckpoint(output: string): Promise<Checkpoint | null> {
  const names = await readdir(output).catch(() => []);
  const steps = names.flatMap((name) => /^checkpoint-(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  for (const step of steps.sort((a, b) => b - a)) {
    const folder = join(output, `checkpoint-${step}`);
    const state = await stateIn(folder);
    if (state !== null) return { folder, step: state.global_step, epoch: state.epoch };
  }
  return null;
}

async function stateIn(folder: string): Promise<z.infer<typeof stateSchema> | null> {
  try {
    const state = stateSchema.parse(JSON.parse(await readFile(join(folder, 'trainer_state.json'), 'utf8')));
    return (await readdir(folder)).some(isWeights) ? state : null;
  } catch {
    return null;
  }
}

/** A file of weights by its name: whole, in parts, or adapters. */
export function isWeights(name: string): boolean {
  return /\.safetensors$/.test(name);
}
