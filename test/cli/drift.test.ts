// `palimpsest drift` as a user starts it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';
import { xmlMistake } from '../support/xml.ts';

describe('palimpsest drift', () => {
  it('needs nothing but a clone, and leaves nothing in it', async () => {
    const repository = invoiceProject(scratchRepository());
    const { exitCode, stdout, stderr } = await runCli(['drift'], { cwd: repository.root });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^palimpsest drift {2}HEAD \([0-9a-f]{7}\) {3}2024-01 {3}/);
    expect(repository.git('status', '--porcelain', '--ignored')).toBe('');
  });

  it('writes JSON, and counts survival from where `train` trained', async () => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train', '--revision', 'main'], { cwd: root });
    const output = join(root, 'drift.json');
    expect((await runCli(['drift', '--since', 'all', '--output', output], { cwd: root })).exitCode).toBe(0);
    const report = JSON.parse(readFileSync(output, 'utf8'));
    expect(report).toMatchObject({ kind: 'drift', survival: { origin: 'trained' }, forecast: null });
    expect(report.months).toHaveLength(1);
    expect(report.months[0].standing.methods).toBe(report.survival.methods - 1);
  });

  it('writes its charts beside what a folder holds, that of freshness once there is a ledger', async () => {
    const { root } = invoiceProject(scratchRepository());
    const folder = join(temporaryFolder(), 'charts');
    const first = await runCli(['drift', '--output-dir', folder], { cwd: root });
    expect([first.exitCode, first.stderr]).toEqual([
      0,
      `wrote ${join(folder, 'churn.svg')}\nwrote ${join(folder, 'survival.svg')}\n`,
    ]);
    await runCli(['train', '--revision', 'main', '--evaluate'], { cwd: root });
    await runCli(['update', '--revision', 'streams'], { cwd: root });
    await runCli(['badge', '--output-dir', folder], { cwd: root });
    expect((await runCli(['drift', '--output-dir', folder], { cwd: root })).exitCode).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      'churn.svg',
      'freshness-chart.svg',
      'freshness.json',
      'freshness.svg',
      'survival.svg',
    ]);
    expect(readFileSync(join(folder, 'freshness-chart.svg'), 'utf8')).toContain(
      '2 entries of the ledger, from 100.0 %',
    );
    for (const name of ['churn.svg', 'survival.svg', 'freshness-chart.svg']) {
      expect(xmlMistake(readFileSync(join(folder, name), 'utf8'))).toBeNull();
    }
  });

  it('forecasts from the history of the ledger when the line of the settings is reached', async () => {
    const repository = invoiceProject(scratchRepository());
    const { root } = repository;
    repository.git('checkout', '--quiet', 'main');
    await runCli(['train', '--evaluate'], { cwd: root });
    for (const factor of [2, 3]) {
      const invoice = readFileSync(join(root, INVOICE_PATH), 'utf8');
      repository.commit({ [INVOICE_PATH]: invoice.replace(/return (\d \* )*/, `return ${factor} * `) });
      await runCli(['update'], { cwd: root });
    }
    const forecast = async () =>
      JSON.parse((await runCli(['drift', '--format', 'json'], { cwd: root })).stdout).forecast;
    expect(await forecast()).toMatchObject({ line: 0.95, points: 3, from: expect.stringMatching(/^2024-01-02/) });
    repository.commit({ '.github/palimpsest.yml': 'freshness:\n  line: 0.99999\n' });
    expect(await forecast()).toMatchObject({ kind: 'crossed', line: 0.99999 });
  });

  it('says what --since takes', async () => {
    const { root } = invoiceProject(scratchRepository());
    const { exitCode, stderr } = await runCli(['drift', '--since', 'yesterday'], { cwd: root });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'palimpsest: --since does not take "yesterday". Give a span (1y, 18m, 90d), a day (2024-03-01) or all.\n',
    );
  });
});
