// `palimpsest status` as a user runs it.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { INVOICE_AFTER, INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { type ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

/** The invoices with a model of `main`, and its ledger. */
async function trainedInvoices(...options: readonly string[]): Promise<ScratchRepository> {
  const repository = invoiceProject(scratchRepository());
  await runCli(['train', '--revision', 'main', ...options], { cwd: repository.root });
  return repository;
}

describe('palimpsest status', () => {
  it('says how fresh the model is and what to do, of the default branch', async () => {
    const { root } = await trainedInvoices('--evaluate');
    const { exitCode, stdout, stderr } = await runCli(['status'], { cwd: root });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^palimpsest status {2}main \(\w{7}\) {3}model: project memory, trained at \w{7} of 2024-01-02\n/,
    );
    expect(stdout).toContain('Freshness 100.0 %: fresh, not below the line of 95 % (5 methods, all scored)\n');
    expect(stdout).toContain('Recommendation: keep the model\n');
    expect(stdout).toContain('0 days and 0 commits of the line of first parents since training.');
  });

  it('tells of a ledger that lags behind, and follows it', async () => {
    const { root } = await trainedInvoices('--evaluate');
    const behind = await runCli(['status', '--revision', 'streams'], { cwd: root });
    expect(behind.stdout).toContain('(5 methods, all scored, as of 1 commit ago)');
    expect(behind.stdout).toMatch(
      /The ledger stands at \w{7} of 2024-01-02, 1 commit behind: `palimpsest update` brings it on\./,
    );
    await runCli(['update', '--revision', 'streams'], { cwd: root });
    const { stdout } = await runCli(['status', '--revision', 'streams'], { cwd: root });
    expect(stdout).toMatch(/Freshness 8\d\.\d %: stale, below the line of 95 % \(5 methods, all scored\)\n/);
    expect(stdout).toContain('Recommendation: retrain now\n');
  });

  it('is a gate for those who ask for one, and prints its report all the same', async () => {
    const { root } = await trainedInvoices('--evaluate');
    const gate = ['status', '--revision', 'streams', '--fail-on', 'stale', '--no-gain', '--no-drift'];
    expect((await runCli(gate, { cwd: root })).exitCode).toBe(0);
    await runCli(['update', '--revision', 'streams'], { cwd: root });
    const stale = await runCli([...gate, '--format', 'json'], { cwd: root });
    expect([stale.exitCode, stale.stderr]).toEqual([1, '']);
    expect(JSON.parse(stale.stdout)).toMatchObject({
      kind: 'status',
      at: { name: 'streams' },
      ledger: { verdict: { kind: 'stale' }, answers: 'own', commitsBehind: 0 },
      gain: null,
      drift: null,
      recommendation: { kind: 'retrain-now', reasons: ['stale', 'gain-unknown'] },
    });
    expect(
      (
        await runCli(
          gate.filter((word) => !/fail-on|stale/.test(word)),
          { cwd: root },
        )
      ).exitCode,
    ).toBe(0);
  });

  it('names what --fail-on takes', async () => {
    const { root } = await trainedInvoices();
    const { exitCode, stdout, stderr } = await runCli(['status', '--fail-on', 'unknown'], { cwd: root });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain("argument 'unknown' is invalid. Allowed choices are stale.");
  });

  it('needs no ledger: freshness is unknown then, and it says how to know', async () => {
    const { root } = await trainedInvoices();
    const { exitCode, stdout } = await runCli(['status', '--fail-on', 'stale'], { cwd: root });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Freshness unknown: the model has no ledger\n');
    const [, fill = ''] = /`(palimpsest evaluate [^`]+)`/.exec(stdout.replaceAll(/\s+/g, ' ')) ?? [];
    await runCli(fill.split(' ').slice(1), { cwd: root });
    expect((await runCli(['status'], { cwd: root })).stdout).toContain('Freshness 100.0 %: fresh');
  });

  it('needs a model, and says how to have one', async () => {
    const repository = invoiceProject(scratchRepository());
    const { exitCode, stdout, stderr } = await runCli(['status'], { cwd: repository.root });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'palimpsest: there is no model here whose status could be told. Train one with `palimpsest train --evaluate`, which begins its ledger too, or name one with --model.\n',
    );
    expect(existsSync(join(repository.root, '.palimpsest'))).toBe(false);
  });

  it('makes nothing: a model that is kept elsewhere leaves no folder in the clone', async () => {
    const repository = invoiceProject(scratchRepository());
    const model = join(scratchRepository().root, 'books.palimpsest');
    await runCli(['train', '--revision', 'main', '--output', model], { cwd: repository.root });
    rmSync(join(repository.root, '.palimpsest'), { recursive: true, force: true });
    expect((await runCli(['status', '--model', model], { cwd: repository.root })).exitCode).toBe(0);
    expect(existsSync(join(repository.root, '.palimpsest'))).toBe(false);
  });

  it('shows the ledger of the model before, says so, and refuses one that contradicts the card', async () => {
    const repository = await trainedInvoices('--evaluate');
    const { root } = repository;
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ [INVOICE_PATH]: INVOICE_AFTER }, 'Sum with streams');
    await runCli(['train', '--revision', 'main'], { cwd: root });
    const { stdout } = await runCli(['status'], { cwd: root });
    expect(stdout).toContain('The model before this one has freshness 100.0 %: fresh');
    expect(stdout).toMatch(/that of the model before it answers: project memory,\s+trained\s+at \w{7} of 2024-01-02/);
    expect(stdout).toContain('its own freshness is not known yet: fill its ledger with');
    await runCli(['train', '--revision', 'main', '--evaluate'], { cwd: root });
    expect((await runCli(['status'], { cwd: root })).stdout).not.toContain('model before');
    repository.commit({ 'README.md': 'Invoices\n' });
    await runCli(['train', '--revision', 'main'], { cwd: root }); // the same code, so the same fingerprint
    for (const command of ['status', 'update', 'drift']) {
      const refused = await runCli([command], { cwd: root });
      expect([refused.exitCode, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('but this model’s card says that it was trained at');
    }
  });

  it('goes by the settings of the default branch', async () => {
    const repository = await trainedInvoices('--evaluate');
    const { root } = repository;
    await runCli(['update', '--revision', 'streams'], { cwd: root });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ '.github/palimpsest.yml': 'freshness:\n  line: 0.8\n  warn-within: 20\n' });
    const output = join(root, 'status.json');
    await runCli(['status', '--revision', 'streams', '--output', output], { cwd: root });
    expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({
      ledger: { line: 0.8, verdict: { kind: 'fresh' } },
      recommendation: { kind: 'retrain-soon', day: null, reasons: ['near-line', 'gain-unknown'] },
    });
  });
});
