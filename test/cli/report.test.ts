// `palimpsest report`, as a user runs it.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { INVOICE_AFTER, INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

describe('palimpsest report', () => {
  it('writes one page of the ledger, and leaves what else lies there', async () => {
    const { root } = invoiceProject(scratchRepository());
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'other.txt'), 'stays');
    await runCli(['train', '--revision', 'main', '--evaluate'], { cwd: root });
    await runCli(['update', '--revision', 'streams'], { cwd: root });
    // the work tree moves on: the page still shows what the ledger stands at
    writeFileSync(join(root, INVOICE_PATH), INVOICE_AFTER.replace('lines.stream()', 'someOtherCode()'));
    const result = await runCli(['report', '--revision', 'streams', '--output-dir', folder], { cwd: root });
    expect(result).toEqual({ exitCode: 0, stdout: `wrote ${join(folder, 'index.html')}\n`, stderr: '' });
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).toMatch(/<h1>Freshness \d\d\.\d %.*\(5 methods, all scored\)/);
    expect(page).toContain('stream().mapToLong');
    expect(page).not.toContain('someOtherCode');
    expect(readdirSync(folder).sort()).toEqual(['index.html', 'other.txt']);
  });

  it('makes the folder, and shows as many methods close up as were asked for', async () => {
    const { root } = invoiceProject(scratchRepository());
    const folder = join(temporaryFolder(), 'public/model');
    await runCli(['train', '--revision', 'main', '--evaluate'], { cwd: root });
    const shown = async (details: string) => {
      await runCli(['report', '--output-dir', folder, '--details', details, '--no-gain', '--no-drift'], { cwd: root });
      const page = readFileSync(join(folder, 'index.html'), 'utf8');
      return page.match(/<article/g)?.length ?? 0;
    };
    expect(await shown('2')).toBe(2);
    expect(await shown('0')).toBe(0);
  });

  it('says of a model without a ledger that nothing is known, and of no model what to do', async () => {
    const { root } = invoiceProject(scratchRepository());
    const folder = temporaryFolder();
    const without = await runCli(['report', '--output-dir', folder], { cwd: root });
    expect(without.exitCode).toBe(2);
    expect(without.stderr).toContain('palimpsest train --evaluate');
    await runCli(['train', '--revision', 'main'], { cwd: root });
    expect((await runCli(['report', '--output-dir', folder], { cwd: root })).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('Freshness unknown: the model has no ledger.');
  });

  it('refuses a number of methods that is none', async () => {
    const { root } = invoiceProject(scratchRepository());
    const result = await runCli(['report', '--output-dir', temporaryFolder(), '--details', 'many'], { cwd: root });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('--details does not take "many"');
  });
});
