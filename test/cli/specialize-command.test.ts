// `palimpsest specialize` with a program of one's own, and with the embedded model.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runCli } from '../support/cli.ts';
import { invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository } from '../support/scratch-repository.ts';
import { runFolder, trainingSet } from '../support/training-sets.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/trainers/own-trainer.mjs', import.meta.url));

function specialize(run: string, program: readonly string[], dataset = trainingSet()) {
  const where = ['--dataset', dataset, '--output-dir', run, '--base-model', 'acme/base', '--epochs', '2'];
  return runCli(['specialize', '--trainer', 'command', ...where, '--', ...program]);
}

/** A program that prints these lines and ends. */
function printing(lines: readonly unknown[], ending = ''): string[] {
  const printed = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return [process.execPath, '--eval', `console.log(${JSON.stringify(printed)});${ending}`];
}

const FINISHED = { kind: 'finished', model: 'ours', fingerprint: 'f00d', epochs: 2 };

describe('palimpsest specialize --trainer command', () => {
  it('runs the example, and ends with its card', async () => {
    const run = runFolder();
    const { exitCode, stdout, stderr } = await specialize(run, [process.execPath, EXAMPLE]);
    expect([exitCode, stderr]).toEqual([0, 'training run from acme/base on 24 examples\n']);
    expect(stdout).toContain('loss 1.60 → 0.667 over 8 steps');
    expect(stdout).toContain('    our-server --model run\n');
    const card = JSON.parse(readFileSync(join(run, 'card.json'), 'utf8'));
    expect(card).toMatchObject({ name: 'run', baseModel: 'acme/base', recipe: { epochs: 2 } });
    expect(card.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('writes no models file where nobody serves the result', async () => {
    const run = runFolder();
    expect((await specialize(run, printing([FINISHED]))).exitCode).toBe(0);
    expect([existsSync(join(run, 'models.yml')), existsSync(join(run, 'loss.svg'))]).toEqual([false, false]);
  });

  it.each([
    ['is not there', ['./no-such-program'], /the program \.\/no-such-program is not there\. Name it after `--`/],
    ['says that it failed', printing([{ kind: 'failed', reason: 'no GPU is free' }]), /says: no GPU is free\./],
    ['ends before it is finished', printing([{ kind: 'said', text: 'hello' }]), /ended without saying what came of it/],
    ['ends badly after it has finished', printing([FINISHED], 'process.exitCode = 3;'), /ended with exit code 3/],
    ['prints what is no event', printing(['Epoch 1 of 2']), /printed what is no event: Epoch 1 of 2\./],
    ['finishes twice', printing([FINISHED, FINISHED]), /went on after it had finished/],
    ['is killed', printing([FINISHED], 'process.kill(process.pid, "SIGKILL");'), /ended with SIGKILL/],
  ])('says so when the program %s, and writes no card', async (_, program, message) => {
    const run = runFolder();
    const { exitCode, stderr } = await specialize(run, program);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
    expect(existsSync(join(run, 'card.json'))).toBe(false);
  });

  it('asks for a program', async () => {
    const { exitCode, stderr } = await specialize(runFolder(), []);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('--trainer command does not say which program trains'),
    ]);
  });
});

describe('palimpsest specialize --trainer embedded', () => {
  it('trains what `train` trains, and ends with the same card in a folder of its own', async () => {
    const { root } = invoiceProject(scratchRepository());
    const run = runFolder();
    const asked = ['specialize', '--trainer', 'embedded', '--revision', 'main', '--output-dir', run, '--evaluate'];
    const { exitCode, stdout } = await runCli(asked, { cwd: root });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/project memory learned \d+ methods? of \d+ files? of [0-9a-f]{7}/);
    await runCli(['train', '--revision', 'main'], { cwd: root });
    const card = JSON.parse(readFileSync(join(run, 'card.json'), 'utf8'));
    const { baseline, ...trained } = JSON.parse(readFileSync(join(root, '.palimpsest/model.card.json'), 'utf8'));
    expect([card, baseline]).toMatchObject([trained, null]);
    expect(card.baseline.methods).toBeGreaterThan(0);
    const models = join(run, 'models.yml');
    expect(Object.keys(parse(readFileSync(models, 'utf8')).models)).toEqual(['run']);
    const check = await runCli(['check', '--head', 'streams', '--models', models], { cwd: root });
    expect([check.exitCode, check.stderr]).toEqual([0, '']);
    writeFileSync(join(run, 'card.json'), '{');
    const again = await runCli(asked, { cwd: root });
    expect([again.exitCode, JSON.parse(readFileSync(join(run, 'card.json'), 'utf8')).fingerprint]).toEqual([
      0,
      card.fingerprint,
    ]);
  });
});
