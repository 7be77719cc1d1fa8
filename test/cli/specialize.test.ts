// `palimpsest specialize` as a user starts it, with a program that behaves as `trl` does.

import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CliResult, runCli, startCli } from '../support/cli.ts';
import { folderOf } from '../support/folder.ts';
import { FAKE_TRL, runFolder, trainingSet } from '../support/training-sets.ts';
import { xmlMistake } from '../support/xml.ts';

interface Fault {
  readonly at?: number;
  readonly with?: string;
  readonly holdAt?: number;
  readonly gate?: string;
}

interface Asked {
  readonly dataset: string;
  readonly run: string;
  readonly fault?: Fault;
  readonly more?: readonly string[];
}

const WHOLE = ['--method', 'full'];

function args({ dataset, run, more = WHOLE }: Asked): string[] {
  const where = ['--dataset', dataset, '--output-dir', run, '--base-model', 'acme/base', '--epochs', '3'];
  return ['specialize', '--trainer', 'trl', '--trl', FAKE_TRL, '--name', 'ledger-7b', ...where, ...more];
}

function environment({ fault = {} }: Asked) {
  return { FAKE_TRL: JSON.stringify(fault) };
}

function specialize(asked: Asked): Promise<CliResult> {
  return runCli(args(asked), { env: environment(asked) });
}

function cardOf(run: string) {
  return JSON.parse(readFileSync(join(run, 'card.json'), 'utf8'));
}

function settingsOf(run: string, attempt: number) {
  return parse(readFileSync(join(run, 'training', `train-${attempt}.yaml`), 'utf8'));
}

/** Starts a training that stands still after a step, until its gate is opened. */
async function heldAt(step: number) {
  const asked: Asked = { dataset: trainingSet(), run: runFolder() };
  const gate = `${asked.run}.gate`;
  const { child, closed, said } = start({ ...asked, fault: { holdAt: step, gate } });
  const events = join(asked.run, 'events.jsonl');
  await until(() => existsSync(events) && readFileSync(events, 'utf8').includes(`"step":${step},`), said);
  return { asked, child, closed, said, process: processOf(asked.run), open: () => writeFileSync(gate, '') };
}

function start(asked: Asked) {
  const child = startCli(args(asked), { env: environment(asked) });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  return { child, closed: once(child, 'close'), said: () => stderr };
}

async function until(isSo: () => boolean, said: () => string): Promise<void> {
  while (!isSo()) {
    if (said().includes('palimpsest:')) throw new Error(said());
    await setTimeout(20);
  }
}

function processOf(run: string): number {
  return JSON.parse(readFileSync(join(run, 'training/state.json'), 'utf8')).process;
}

function isAlive(id: number): boolean {
  try {
    process.kill(-id, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(id: number): Promise<void> {
  while (isAlive(id)) await setTimeout(20);
}

describe('palimpsest specialize --trainer trl', () => {
  it('trains, and leaves weights, card, models file, chart and events', async () => {
    const [dataset, run] = [trainingSet(), runFolder()];
    const { exitCode, stdout, stderr } = await specialize({ dataset, run });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('ledger-7b learned 24 examples (recipe javadoc) of bbbbbbb in 3 epochs, from acme/base.');
    expect(stdout).toContain('loss 1.50 → 0.500 and validation loss 1.10 → 0.550 over 9 steps');
    expect(stdout).toContain(`    vllm serve ${run}/model --host 127.0.0.1 --port 8000\n`);
    expect(readdirSync(run).sort()).toEqual([
      'card.json',
      'events.jsonl',
      'loss.svg',
      'model',
      'models.yml',
      'run-lock',
      'run.json',
      'training',
    ]);
    expect(readdirSync(join(run, 'model')).sort()).toEqual(['config.json', 'model.safetensors', 'tokenizer.json']);
    expect(cardOf(run)).toMatchObject({
      name: 'ledger-7b',
      baseModel: 'acme/base',
      trainedAt: { revision: 'b'.repeat(40), units: 24 },
      recipe: { kind: 'javadoc', epochs: 3, promptFormat: 'completion' },
      baseline: null,
    });
    expect(xmlMistake(readFileSync(join(run, 'loss.svg'), 'utf8'))).toBeNull();
    expect(settingsOf(run, 1)).toMatchObject({
      dataset_name: `${dataset}/trl`,
      num_train_epochs: 3,
      eval_strategy: 'epoch',
      dataset_test_split: 'validation',
      logging_nan_inf_filter: false,
    });
  });

  it('writes a models file that the other commands take, with the card that it names', async () => {
    const [dataset, run] = [trainingSet(), runFolder()];
    await specialize({ dataset, run });
    const project = folderOf({
      'src/main/java/Shelf.java': 'class Shelf {\n    int size() {\n        return 3;\n    }\n}\n',
    });
    const asked = ['evaluate', project, '--dry-run', '--format', 'json', '--models', join(run, 'models.yml')];
    const { stdout, stderr } = await runCli(asked);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).models[0].model).toMatchObject({
      baseModel: 'acme/base',
      recipe: { kind: 'javadoc', datasetHash: cardOf(run).recipe.datasetHash },
    });
  });

  it('has the model asked with prompts that are counted as those of its training set were', async () => {
    const tokenizers = ['tokenizer.json', 'estimated'].map(async (tokenizer) => {
      const [dataset, run] = [trainingSet({ tokenizer }), runFolder()];
      await specialize({ dataset, run });
      return parse(readFileSync(join(run, 'models.yml'), 'utf8')).models['ledger-7b'].tokenizer;
    });
    expect(await Promise.all(tokenizers)).toEqual(['model/tokenizer.json', undefined]);
  });

  it('says that it is finished when it is run again, and trains nothing', async () => {
    const asked = { dataset: trainingSet(), run: runFolder() };
    const first = await specialize(asked);
    const again = await runCli(args(asked), { env: { FAKE_TRL: '{"with":"no-package"}' } });
    expect(again.exitCode).toBe(0);
    expect(again.stdout).toContain('This run had finished before: nothing was trained now.');
    expect(again.stdout.replace('  This run had finished before: nothing was trained now.\n', '')).toBe(first.stdout);
  });

  it('refuses a folder in which something else was trained, and one that is not its own', async () => {
    const [dataset, run] = [trainingSet(), runFolder()];
    await specialize({ dataset, run });
    const other = await specialize({ dataset, run, more: ['--method', 'lora'] });
    expect([other.exitCode, other.stderr]).toEqual([
      2,
      `palimpsest: ${run} holds another run: its method is full, not lora. Give the same settings again to go on with it, or name another --output-dir.\n`,
    ]);
    const home = folderOf({ 'thesis.tex': 'Years of work.' });
    const foreign = await specialize({ dataset, run: home });
    expect([foreign.exitCode, readdirSync(home)]).toEqual([2, ['thesis.tex']]);
  });

  it('trains adapters, and says which servers take them', async () => {
    const [dataset, run] = [trainingSet(), runFolder()];
    const { stdout } = await specialize({ dataset, run, more: ['--method', 'lora'] });
    expect(stdout).toContain(`vllm serve acme/base --enable-lora --lora-modules ledger-7b=${run}/model`);
    expect(stdout).toContain('These are adapters, which `transformers serve` does not load');
    expect(parse(readFileSync(join(run, 'models.yml'), 'utf8')).models['ledger-7b'].model).toBe('ledger-7b');
    expect(settingsOf(run, 1)).toMatchObject({ use_peft: true, lora_r: 16, lora_target_modules: ['all-linear'] });
  });

  it('lays the user’s settings over its own, and hands an accelerate configuration on untouched', async () => {
    const [dataset, run] = [trainingSet(), runFolder()];
    const config = join(folderOf({ 'more.yaml': 'accelerate_config: zero2\nlearning_rate: 3.0e-4\n' }), 'more.yaml');
    expect((await specialize({ dataset, run, more: [...WHOLE, '--config', config] })).exitCode).toBe(0);
    expect(settingsOf(run, 1)).toMatchObject({ accelerate_config: 'zero2', learning_rate: 3e-4 });
    writeFileSync(config, 'output_dir: elsewhere\n');
    const refused = await specialize({ dataset, run: runFolder(), more: ['--config', config] });
    expect(refused.stderr).toContain('more.yaml sets output_dir, which the command line decides.');
  });
});

describe('a training that was stopped', () => {
  it('by Ctrl-C ends with all that it started, says how to go on, and goes on from its checkpoint', async () => {
    const { asked, child, closed, said, process: trainer } = await heldAt(5);
    child.kill('SIGINT');
    expect(await closed).toEqual([2, null]);
    expect(said()).toContain('the training was stopped: the same command goes on from step 3 (epoch 1)\n');
    expect([isAlive(trainer), existsSync(join(asked.run, 'card.json'))]).toEqual([false, false]);
    const again = await specialize(asked);
    expect([again.exitCode, again.stderr]).toEqual([0, 'going on from step 3 (epoch 1)\n']);
    expect(settingsOf(asked.run, 2).resume_from_checkpoint).toBe(`${asked.run}/training/output/checkpoint-3`);
    const steps = readFileSync(join(asked.run, 'events.jsonl'), 'utf8').match(/"step":\d+/g);
    expect(new Set(steps)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => `"step":${step}`)));
  });

  it('by a closed terminal goes on by itself; the same command follows it to the end', async () => {
    const { asked, child, closed, process: trainer, open } = await heldAt(2);
    child.kill('SIGHUP');
    expect(await closed).toEqual([null, 'SIGHUP']);
    expect(isAlive(trainer)).toBe(true);
    const again = start(asked);
    await until(() => again.said() !== '', again.said);
    open();
    expect(await again.closed).toEqual([0, null]);
    expect(again.said()).toBe(`going on with the training that is under way (process ${trainer})\n`);
    expect(processOf(asked.run)).toBe(trainer);
    expect(cardOf(asked.run).recipe.epochs).toBe(3);
  });

  it('that finished while nobody looked gets its card from the same command', async () => {
    const { asked, child, closed, process: trainer, open } = await heldAt(1);
    child.kill('SIGKILL');
    await closed;
    open();
    await gone(trainer);
    expect(existsSync(join(asked.run, 'card.json'))).toBe(false);
    const again = await specialize({ ...asked, fault: { with: 'no-package' } });
    expect([again.exitCode, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toContain('over 9 steps');
  });

  it('by the death of everything, in the middle of an epoch, goes on from the last checkpoint', async () => {
    const { asked, child, closed, process: trainer } = await heldAt(7);
    child.kill('SIGKILL');
    process.kill(-trainer, 'SIGKILL');
    await closed;
    await gone(trainer);
    expect(existsSync(join(asked.run, 'card.json'))).toBe(false);
    expect((await specialize(asked)).stderr).toBe('going on from step 6 (epoch 2)\n');
    expect(cardOf(asked.run).recipe.epochs).toBe(3);
  });

  it('by somebody who ended the trainer alone is said to have been, and goes on when it is asked to', async () => {
    const { asked, closed, said, process: trainer } = await heldAt(4);
    process.kill(-trainer, 'SIGKILL');
    expect(await closed).toEqual([2, null]);
    expect(said()).toBe(
      'palimpsest: the training was ended from outside. The same command goes on from the last checkpoint.\n',
    );
    expect((await specialize(asked)).exitCode).toBe(0);
  });

  it('before its first checkpoint begins again', async () => {
    const { asked, child, closed, said } = await heldAt(2);
    child.kill('SIGINT');
    await closed;
    expect(said()).toContain('the training was stopped before its first checkpoint: the same command begins it again');
    const again = await specialize(asked);
    expect([again.exitCode, again.stderr]).toEqual([0, '']);
  });

  it('is not shared: a second command on the same folder is refused while the first lives', async () => {
    const { asked, child, closed, open } = await heldAt(1);
    const second = await specialize(asked);
    expect(second.exitCode).toBe(2);
    expect(second.stderr).toMatch(new RegExp(`^palimpsest: process ${child.pid} on .* is at work in ${asked.run}\\. `));
    open();
    expect(await closed).toEqual([0, null]);
  });
});

describe('a training that fails', () => {
  const told: readonly (readonly [string, Fault, RegExp])[] = [
    [
      'CUDA has no memory',
      { at: 4, with: 'cuda-memory' },
      /ran out of memory\. .*per_device_train_batch_size.*max_length.*lora/,
    ],
    ['the processor has no memory', { at: 4, with: 'cpu-memory' }, /ran out of memory\. /],
    ['Python has no memory', { at: 4, with: 'python-memory' }, /ran out of memory\. /],
    [
      'the system killed it',
      { at: 4, with: 'killed' },
      /was killed \(SIGKILL\), as a system does .*per_device_train_batch_size/,
    ],
    ['the system killed its child', { at: 4, with: 'killed-child' }, /was killed \(SIGKILL\)/],
    ['the disk is full', { at: 4, with: 'disk' }, /the disk is full: .*Free some space\. The same command goes on/],
    [
      'the loss is no number',
      { at: 5, with: 'nan' },
      /the loss is no number any more at step 5: .*Lower the learning rate/,
    ],
    [
      'a package is missing',
      { with: 'no-package' },
      /trl lacks a package: peft\. .*pip install -r \S+requirements\/trl\.txt/,
    ],
    ['there is no such base model', { with: 'no-model' }, /the base model cannot be had: .*Check --base-model/],
    ['there is no GPU', { with: 'no-gpu' }, /no GPU that trains in bfloat16.*use_cpu: true/],
    [
      'anything else happens',
      { at: 4, with: 'something' },
      /trl ended with exit code 1: ValueError: Sequence of 1 is too short for �\[31ma window\./,
    ],
    ['it is killed before it saves', { with: 'killed-before-saving' }, /was killed \(SIGKILL\)/],
  ];

  it.each(told)('says so when %s, and writes no card', async (_, fault, message) => {
    const run = runFolder();
    const { exitCode, stderr, stdout } = await specialize({ dataset: trainingSet(), run, fault });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(existsSync(join(run, 'card.json'))).toBe(false);
    expect(isAlive(processOf(run))).toBe(false);
  });

  it('says how to install what is not there', async () => {
    const run = runFolder();
    const asked = args({ dataset: trainingSet(), run });
    const { exitCode, stderr } = await runCli(asked.with(asked.indexOf(FAKE_TRL), 'trl-of-nobody'));
    expect(exitCode).toBe(2);
    const [, list = ''] =
      /there is no program trl-of-nobody\. Install it with `pip install -r (\S+)`/.exec(stderr) ?? [];
    expect(readFileSync(list, 'utf8')).toMatch(/^trl==\d/m);
    expect(existsSync(join(run, 'card.json'))).toBe(false);
  });

  it('refuses a training set that is empty, was changed, or is none', async () => {
    const empty = await specialize({ dataset: trainingSet({ train: 0 }), run: runFolder() });
    expect([empty.exitCode, empty.stderr]).toEqual([2, expect.stringContaining('has no example to train on')]);
    const changed = trainingSet();
    const file = join(changed, 'trl/train.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('return 3', 'return 4'));
    expect((await specialize({ dataset: changed, run: runFolder() })).stderr).toContain('are not those of its card');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 700));
    expect((await specialize({ dataset: changed, run: runFolder() })).stderr).toMatch(
      /train\.jsonl has \d+ examples, and its card says 24/,
    );
    expect((await specialize({ dataset: folderOf({}), run: runFolder() })).stderr).toContain('holds no training set');
  });

  it('says that nothing validates when the training set has one part alone', async () => {
    const [dataset, run] = [trainingSet({ train: 3, validation: 0 }), runFolder()];
    const { exitCode, stderr } = await specialize({ dataset, run });
    expect(exitCode).toBe(0);
    expect(stderr).toBe('the training set has nothing to validate with: the loss is that of what is learned alone\n');
    expect(settingsOf(run, 1)).not.toHaveProperty('eval_strategy');
  });
});
