// `palimpsest gain`, as a user starts it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { INVOICE_AFTER, INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { type ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

/** Streams came on a branch; two days later the sum is taken in whole cents. */
function project(): ScratchRepository {
  const repository = invoiceProject(scratchRepository());
  repository.commit({ [INVOICE_PATH]: INVOICE_AFTER.replace('Line::amount).sum()', 'Line::cents).sum()') });
  return repository;
}

describe('palimpsest gain', () => {
  it('works with nothing set up', async () => {
    const { exitCode, stdout } = await runCli(['gain', '--head', 'streams'], { cwd: project().root });
    expect(stdout).toMatch(/^palimpsest gain {2}streams .* {3}Unsure whether training again would help\n/);
    expect(stdout).toMatch(/On 2 changes in 2 commits a model trained just before each came \d+\.\d points closer/);
    expect(stdout).toMatch(/in use: project memory, trained at .* where the window begins/);
    expect(exitCode).toBe(0);
  });

  it('takes the model that train left, and writes the report', async () => {
    const { root } = project();
    await runCli(['train', '--revision', 'streams~1'], { cwd: root });
    const { exitCode } = await runCli(['gain', '--head', 'streams', '--output', 'gain.json'], { cwd: root });
    expect(exitCode).toBe(0);
    const report = JSON.parse(readFileSync(join(root, 'gain.json'), 'utf8'));
    expect(report).toMatchObject({ kind: 'gain', modelOrigin: 'kept', window: { commits: 1, limit: 'training' } });
    expect(report.all).toMatchObject({ changes: 1, gain: 0 });
  });

  it('trains where it is told to', async () => {
    const { root } = project();
    const args = ['gain', '--head', 'streams', '--since', 'main', '--window-days', '30', '--format', 'markdown'];
    const { stdout } = await runCli(args, { cwd: root });
    expect(stdout).toContain('shadow of the project’s own model');
    expect(stdout).toContain('| all | 2 |');
  });

  it.each([
    [['--window-days', '0'], /--window-days does not take "0"/],
    [['--window-days', '1e3'], /whole number of days/],
    [['--since', 'main', '--model', 'embedded'], /--since and --model/],
  ])('refuses %s', async (args, words) => {
    const { exitCode, stderr } = await runCli(['gain', ...args], { cwd: project().root });
    expect(stderr).toMatch(words);
    expect(exitCode).toBe(2);
  });
});
