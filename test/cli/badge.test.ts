// `palimpsest badge` and the ledger behind it, as a user runs them.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

describe('palimpsest badge', () => {
  it('is grey before there is a ledger', async () => {
    const { root } = invoiceProject(scratchRepository());
    expect(await badge(root)).toMatchObject({ label: 'model freshness', message: 'unknown', color: 'lightgrey' });
  });

  it('is green on the day of training, and moves with the ledger', async () => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train', '--revision', 'main', '--evaluate'], { cwd: root });
    expect(await badge(root)).toMatchObject({ message: '100 %' });
    const update = await runCli(['update', '--revision', 'streams', '--format', 'json'], { cwd: root });
    const { value } = JSON.parse(update.stdout).ledger.freshness;
    expect(value).toBeLessThan(1);
    expect((await badge(root)).message).toBe(`${Math.round(value * 100)} %`);
  });

  it('follows the line that the project set on its default branch', async () => {
    const repository = invoiceProject(scratchRepository());
    const { root } = repository;
    await runCli(['train', '--revision', 'main', '--evaluate'], { cwd: root });
    await runCli(['update', '--revision', 'streams'], { cwd: root });
    const strict = (await badge(root)).color;
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ '.github/palimpsest.yml': 'freshness:\n  line: 0.5\n' });
    repository.git('checkout', '--quiet', 'streams');
    expect((await badge(root)).color).not.toBe(strict);
  });

  it('shows the model before until the one in use is scored, and says so', async () => {
    const repository = invoiceProject(scratchRepository());
    const { root } = repository;
    await runCli(['train', '--revision', 'main', '--evaluate'], { cwd: root });
    await runCli(['train', '--revision', 'streams'], { cwd: root });
    expect((await badge(root)).message).toBe('100 %, model before');
    const { stdout } = await runCli(['badge', '--output-dir', temporaryFolder()], { cwd: root });
    expect(stdout).toMatch(/shows the model before the one in use: project memory, trained at \w{7} of 2024-01-02\n$/);
    await runCli(['train', '--revision', 'streams', '--evaluate'], { cwd: root });
    expect((await badge(root)).message).toBe('100 %');
  });

  it('writes an SVG that tells a screen reader what it shows', async () => {
    const { root } = invoiceProject(scratchRepository());
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'other.txt'), 'stays');
    await runCli(['badge', '--output-dir', folder], { cwd: root });
    expect(readFileSync(join(folder, 'freshness.svg'), 'utf8')).toContain('<title>model freshness: unknown</title>');
    expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toBe('stays');
  });
});

async function badge(root: string): Promise<{ readonly message: string; readonly color: string }> {
  const folder = temporaryFolder();
  const { exitCode, stderr } = await runCli(['badge', '--output-dir', folder], { cwd: root });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(readFileSync(join(folder, 'freshness.json'), 'utf8'));
}
