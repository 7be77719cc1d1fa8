// `palimpsest specialize` without a training set: one is made of the project first.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository } from '../support/scratch-repository.ts';
import { runFolder, trainingSet } from '../support/training-sets.ts';

/** A trainer that is content with whatever it is given. */
const DONE = { kind: 'finished', model: 'ours', fingerprint: 'f00d', epochs: 1 };
const CONTENT = [process.execPath, '--eval', `console.log(${JSON.stringify(JSON.stringify(DONE))})`];

function specialize(trainer: string, run: string, more: readonly string[] = []) {
  const { root } = invoiceProject(scratchRepository());
  const asked = ['--revision', 'main', '--output-dir', run, '--base-model', 'acme/base', '--epochs', '1', ...more];
  return { root, ended: runCli(['specialize', '--trainer', trainer, ...asked, '--', ...CONTENT], { cwd: root }) };
}

it('makes the training set that `dataset` makes, in the folder of the run', async () => {
  const run = runFolder();
  const { root, ended } = specialize('command', run, ['--recipe', 'bodies']);
  expect((await ended).exitCode).toBe(0);
  const apart = runFolder();
  await runCli(['dataset', '--revision', 'main', '--recipe', 'bodies', '--output-dir', apart], { cwd: root });
  const cardIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'dataset-card.json'), 'utf8'));
  expect(cardIn(join(run, 'dataset'))).toEqual(cardIn(apart));
  const { recipe } = JSON.parse(readFileSync(join(run, 'card.json'), 'utf8'));
  expect(recipe).toMatchObject({ kind: 'bodies', datasetHash: cardIn(apart).hash });
});

it('goes on with the set that is there, and refuses to take it for another one', async () => {
  const run = runFolder();
  const { root, ended } = specialize('command', run);
  expect((await ended).exitCode).toBe(0);
  const card = readFileSync(join(run, 'dataset/dataset-card.json'), 'utf8');
  const again = (...more: string[]) => {
    const where = ['--revision', 'main', '--output-dir', run, '--base-model', 'acme/base', '--epochs', '1', ...more];
    return runCli(['specialize', '--trainer', 'command', ...where, '--', ...CONTENT], { cwd: root });
  };
  expect((await again()).exitCode).toBe(0);
  const other = await again('--validation', '0.5');
  expect([other.exitCode, other.stderr]).toEqual([
    2,
    expect.stringContaining('its --validation is not given, not 0.5'),
  ]);
  expect(readFileSync(join(run, 'dataset/dataset-card.json'), 'utf8')).toBe(card);
});

it('leaves the folder to other flags where no set could be made', async () => {
  const run = runFolder();
  const { root, ended } = specialize('command', run, ['--context-tokens', '8']);
  const { exitCode, stderr } = await ended;
  expect([exitCode, existsSync(join(run, 'run.json'))], stderr).toEqual([2, false]);
  const again = ['--revision', 'main', '--output-dir', run, '--base-model', 'acme/base', '--epochs', '1'];
  const other = await runCli(['specialize', '--trainer', 'command', ...again, '--', ...CONTENT], { cwd: root });
  expect(other.exitCode, other.stderr).toBe(0);
});

it('says at once that TRL cannot be trained with a suffix beside the prompt', async () => {
  const run = runFolder();
  const { root } = invoiceProject(scratchRepository());
  const asked = ['--revision', 'main', '--output-dir', run, '--base-model', 'acme/base', '--prompt-format', 'fim'];
  const env = { PALIMPSEST_TRL: process.execPath };
  const { exitCode, stderr } = await runCli(['specialize', '--trainer', 'trl', ...asked], { cwd: root, env });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    /a suffix of their own, which TRL leaves out\. Take .*--prompt-format fim-qwen, fim-starcoder/,
  );
  expect(existsSync(run)).toBe(false);
});

it('does not take a set and a way to make one', async () => {
  const { ended } = specialize('command', runFolder(), ['--dataset', trainingSet(), '--recipe', 'bodies']);
  const { exitCode, stderr } = await ended;
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--recipe says how to make a training set')]);
});
