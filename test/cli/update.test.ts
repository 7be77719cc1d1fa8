// `palimpsest update` as a user runs it, on a ledger that `train --evaluate` or an in-place evaluation began.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { INVOICE_AFTER, INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { type ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

/** The invoices with a model of `main`, and its ledger. */
async function trainedInvoices(): Promise<ScratchRepository> {
  const repository = invoiceProject(scratchRepository());
  await runCli(['train', '--revision', 'main', '--evaluate'], { cwd: repository.root });
  return repository;
}

describe('palimpsest update', () => {
  it('brings the ledger to a revision, and says how fresh the model is', async () => {
    const { root } = await trainedInvoices();
    const { exitCode, stdout } = await runCli(['update', '--revision', 'streams'], { cwd: root });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Freshness 8');
    expect(stdout).toContain('stale, below the line of 95 %');
    expect(stdout).toContain('Scored 1 method; 4 kept their score.');
    expect(stdout).toMatch(/modified +1 +-1\d\.\d/);
  });

  it('goes to the default branch by default, and has nothing to do the second time', async () => {
    const repository = await trainedInvoices();
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', 'streams');
    const [first, second] = [
      JSON.parse((await runCli(['update', '--format', 'json'], { cwd: repository.root })).stdout),
      JSON.parse((await runCli(['update', '--format', 'json'], { cwd: repository.root })).stdout),
    ];
    expect(first).toMatchObject({ kind: 'update', route: 'by-difference', to: { name: 'main' }, units: { scored: 1 } });
    expect(second).toMatchObject({ route: 'already-there', units: { kept: 5, scored: 0 }, ledger: first.ledger });
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('begins with an in-place evaluation of the training revision, and with no other', async () => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train', '--revision', 'main'], { cwd: root });
    await runCli(['evaluate', '--revision', 'main'], { cwd: root });
    await runCli(['evaluate', '--revision', 'streams', '--protocol', 'in-place'], { cwd: root });
    const without = await runCli(['update'], { cwd: root });
    expect(without).toMatchObject({ exitCode: 2, stdout: '' });
    expect(without.stderr).toContain('there is no ledger yet');
    expect(existsSync(join(root, '.palimpsest/ledger'))).toBe(false);
    await runCli(['evaluate', '--revision', 'main', '--protocol', 'in-place'], { cwd: root });
    expect((await runCli(['update'], { cwd: root })).stdout).toContain('Freshness 100.0 %');
  });

  it('refuses a model whose ledger it does not have', async () => {
    const repository = await trainedInvoices();
    repository.commit({ [INVOICE_PATH]: INVOICE_AFTER.replace('mapToLong', 'mapToInt') }, 'Smaller sums');
    await runCli(['train'], { cwd: repository.root });
    const { exitCode, stderr } = await runCli(['update'], { cwd: repository.root });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('the ledger here belongs to another model than project memory');
    expect(stderr).toContain('palimpsest evaluate --protocol in-place --revision');
  });

  it('asks for a model', async () => {
    const { root } = invoiceProject(scratchRepository());
    expect((await runCli(['update'], { cwd: root })).stderr).toContain('palimpsest train --evaluate');
  });
});

describe('palimpsest evaluate --sample', () => {
  it('scores a part, and says of how much', async () => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train', '--revision', 'main'], { cwd: root });
    const args = ['evaluate', '--revision', 'main', '--protocol', 'in-place', '--sample', '3', '--seed', '2'];
    const { stdout } = await runCli(args, { cwd: root });
    expect(stdout).toContain('A sample: 3 of 5 methods, drawn by lot with seed 2');
    const updated = JSON.parse((await runCli(['update', '--format', 'json'], { cwd: root })).stdout);
    expect(updated).toMatchObject({ sample: { size: 3, seed: 2 }, ledger: { units: 5, scored: 3 } });
  });

  it.each([
    { args: ['--sample', '0'], said: '--sample does not take "0"' },
    { args: ['--sample', '3', '--seed', 'x'], said: '--seed does not take "x"' },
    { args: ['--sample', '3', '--output-dir', 'out'], said: '--sample cannot be had with --output-dir' },
    { args: ['--sample', '3', '--protocol', 'recreate'], said: 'when all bodies are erased at once' },
  ])('refuses what it cannot draw: $said', async ({ args, said }) => {
    const { root } = invoiceProject(scratchRepository());
    const { exitCode, stderr } = await runCli(['evaluate', '--revision', 'main', '--protocol', 'in-place', ...args], {
      cwd: root,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(said);
  });
});
