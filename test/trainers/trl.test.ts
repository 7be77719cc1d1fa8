// What `trl` prints, which words a shell takes for themselves, and what tells one result from another.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shellWord } from '../../src/trainers/trl/serve.ts';
import { yamlOf } from '../../src/trainers/trl/settings.ts';
import { TrainingLog } from '../../src/trainers/trl/training-log.ts';
import { placeWeights } from '../../src/trainers/trl/weights.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const PRINTED = [
  '\rTokenizing train dataset: 100%|██████████| 40/40 [00:00<00:00, 900.00 examples/s]\n',
  '\r  0%|          | 0/30 [00:00<?, ?it/s]\r 17%|█▋        | 5/30 [00:02<00:10,  2.4it/s]',
  "\r                    \r{'loss': '1.662', 'grad_norm': '4.509', 'learning_rate': '0.0003', 'entropy': '1.255', 'epoch': '0.5'}\n",
  "{'loss': '0.9', 'grad_norm': '3e-05', 'learning_rate': '2e-05', 'epoch': '1'}\n",
  "\r 50%|█████     | 1/2 [00:00<00:00,  9.00it/s]\r{'eval_loss': '1.21', 'eval_runtime': '0.4', 'epoch': '1'}\n",
  "{'train_runtime': '12.3', 'train_loss': '1.2', 'epoch': '3'}\n",
].join('');

const STEPS = [
  { kind: 'step', step: 5, steps: 30, epoch: 0.5, loss: 1.662, validationLoss: null },
  { kind: 'step', step: 10, steps: 30, epoch: 1, loss: 0.9, validationLoss: null },
  { kind: 'step', step: 10, steps: 30, epoch: 1, loss: null, validationLoss: 1.21 },
];

describe('the log of trl', () => {
  it('tells steps, epochs and losses, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(PRINTED.length)), (cuts) => {
        const log = new TrainingLog({ epochs: 3, loggingSteps: 5, from: 0 });
        const places = [0, ...cuts.sort((a, b) => a - b), PRINTED.length];
        const read = places.flatMap((place, index) => log.read(PRINTED.slice(place, places[index + 1])));
        expect(read).toEqual(STEPS);
        expect(log.epoch).toBe(3);
      }),
    );
  });

  it('counts on from where the training goes on', () => {
    const log = new TrainingLog({ epochs: 3, loggingSteps: 5, from: 12 });
    expect(log.read("{'loss': '0.7', 'epoch': '1.5'}\n").map(({ step }) => step)).toEqual([15]);
  });

  it('goes by the epoch where nobody knows how often a loss is told', () => {
    const log = new TrainingLog({ epochs: 3, loggingSteps: null, from: 0 });
    expect(log.read(PRINTED).map(({ step }) => step)).toEqual([5, 10, 10]);
  });

  it.each(['nan', 'inf', '-inf'])('tells where the loss became %s, and tells no such loss', (loss) => {
    const log = new TrainingLog({ epochs: 3, loggingSteps: 5, from: 0 });
    expect(log.read(`{'loss': '${loss}', 'epoch': '0.5'}\n`)).toEqual([]);
    expect(log.strayAt).toBe(5);
  });
});

it('settings are what they are for a reader of YAML 1.1 too, as Python’s is', () => {
  const settings = {
    eval_strategy: 'no',
    run_name: 'on',
    use_cpu: true,
    learning_rate: 2e-4,
    modules: ['all-linear', 'y'],
  };
  for (const version of ['1.1', '1.2'] as const) expect(parse(yamlOf(settings), { version })).toEqual(settings);
});

it('a word for a shell is that word, whatever stands in it', () => {
  const words = fc.string({ unit: 'grapheme' }).filter((word) => !word.includes('\0'));
  fc.assert(
    fc.property(
      fc.array(fc.oneof(words, fc.constantFrom("it's", '$HOME', '`id`', '-n', '', '~', '*')), { minLength: 1 }),
      (all) => {
        const printed = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${all.map(shellWord).join(' ')}`], {
          encoding: 'utf8',
        });
        expect(printed).toBe(all.map((word) => `${word}\0`).join(''));
      },
    ),
    { numRuns: 30 },
  );
});

describe('the weights of a training', () => {
  function saved(weights: string): string {
    const root = temporaryFolder();
    mkdirSync(join(root, 'output/checkpoint-3'), { recursive: true });
    writeFileSync(join(root, 'output/model.safetensors'), weights);
    writeFileSync(join(root, 'output/config.json'), '{}');
    return root;
  }

  const place = (root: string) => placeWeights(join(root, 'output'), join(root, 'model'));

  it('are moved whole, the checkpoints stay, and doing it again changes nothing', async () => {
    const root = saved('one');
    const first = await place(root);
    expect([readdirSync(join(root, 'model')).sort(), readdirSync(join(root, 'output'))]).toEqual([
      ['config.json', 'model.safetensors'],
      ['checkpoint-3'],
    ]);
    expect(await place(root)).toEqual(first);
  });

  it('are moved on when that was interrupted', async () => {
    const root = saved('one');
    mkdirSync(join(root, 'model.partial'));
    writeFileSync(join(root, 'model.partial/tokenizer.json'), '{}');
    expect(await place(root)).toMatchObject({ hasTokenizer: true, isAdapter: false });
    expect(readdirSync(root).sort()).toEqual(['model', 'output']);
  });

  it('have a fingerprint that other weights do not have', async () => {
    const prints = await Promise.all(
      ['one', 'one', 'two'].map(async (weights) => (await place(saved(weights)))?.fingerprint),
    );
    expect(prints[0]).toMatch(/^[0-9a-f]{64}$/);
    expect([prints[0] === prints[1], prints[0] === prints[2]]).toEqual([true, false]);
  });

  it('are none where nothing was saved', async () => {
    expect(await place(temporaryFolder())).toBeNull();
  });
});
