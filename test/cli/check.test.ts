// `palimpsest check` as a user runs it.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { INVOICE_AFTER, INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

const TOTAL = `${INVOICE_PATH}#Invoice.total()`;

describe('palimpsest check', () => {
  it('needs no setting: the branch is compared with the default branch, by a model made on the spot', async () => {
    const { root } = invoiceProject(scratchRepository());
    const { exitCode, stdout, stderr } = await runCli(['check'], { cwd: root });
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('main…HEAD');
    expect(stdout).toMatch(/outdated +Invoice\.total\(\)/);
    expect(stdout).toContain('palimpsest train');
    expect(existsSync(join(root, '.palimpsest'))).toBe(false);
  });

  it('uses the model that `train` left in the clone, from any folder of it', async () => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train', '--revision', 'main'], { cwd: root });
    const report = await checkJson(join(root, 'src'));
    expect(report.modelOrigin).toBe('trained');
    expect(report.methods).toMatchObject([{ id: TOTAL, change: 'modified', verdict: 'outdated', knewPrevious: true }]);
    expect(report.methods[0]?.similarityToPrevious).toBe(1);
  });

  it('says that a model trained on the change itself may have learned it', async () => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train'], { cwd: root });
    expect((await checkJson(root)).modelOrigin).toBe('trained-later');
    expect((await runCli(['check'], { cwd: root })).stdout).toMatch(/may have learned/);
  });

  it('takes uncommitted files as head', async () => {
    const repository = invoiceProject(scratchRepository());
    repository.write({ [INVOICE_PATH]: INVOICE_AFTER.replace('return number;', 'return "No. " + number;') });
    const report = await checkJson(repository.root, '--head', 'WORKTREE');
    expect(report.methods.map(({ id }) => id)).toEqual([`${INVOICE_PATH}#Invoice.number()`, TOTAL]);
  });

  it('compares with the point at which head left the base, not with what the base became', async () => {
    const repository = invoiceProject(scratchRepository());
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'src/main/java/billing/Tax.java': 'class Tax { int rate() { return 19; } }' });
    repository.git('checkout', '--quiet', 'streams');
    expect((await checkJson(repository.root, '--base', 'main')).methods.map(({ id }) => id)).toEqual([TOTAL]);
  });

  it('looks at the files alone that the settings on the default branch name', async () => {
    const repository = invoiceProject(scratchRepository());
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ '.github/palimpsest.yml': "paths: ['!**/billing/Invoice.java']\n" });
    repository.git('checkout', '--quiet', 'streams');
    expect((await checkJson(repository.root)).methods).toEqual([]);
    const evaluated = await runCli(['evaluate', '--revision', 'HEAD', '--format', 'json'], { cwd: repository.root });
    expect(evaluated.stdout).toContain('Line.java');
    expect(evaluated.stdout).not.toContain('Invoice.java');
  });

  it('says so when no method changed, and exits 0', async () => {
    const { root } = invoiceProject(scratchRepository());
    const { exitCode, stdout } = await runCli(['check', '--base', 'HEAD'], { cwd: root });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Nothing to check');
  });

  it('shows the body before, the body after, and what the model wrote', async () => {
    const { root } = invoiceProject(scratchRepository());
    for (const name of ['total', 'Invoice.total', 'Invoice.total()', TOTAL]) {
      const { exitCode, stdout } = await runCli(['check', '--show', name], { cwd: root });
      expect(exitCode).toBe(0);
      expect(stdout).toContain('sum += line.amount();');
      expect(stdout).toContain('mapToLong(Line::amount)');
    }
  });

  it('lists changes of comments alone, and counts them when it is told to', async () => {
    const repository = invoiceProject(scratchRepository());
    repository.commit({ [INVOICE_PATH]: INVOICE_AFTER.replace('return number;', 'return number; // as printed') });
    const number = `${INVOICE_PATH}#Invoice.number()`;
    const listed = await checkJson(repository.root);
    expect(listed.cosmetic).toEqual([number]);
    expect(listed.methods.map(({ id }) => id)).toEqual([TOTAL]);
    const counted = await checkJson(repository.root, '--count-cosmetic');
    expect(counted.cosmetic).toEqual([]);
    expect(counted.methods.map(({ id }) => id)).toEqual([number, TOTAL]);
  });

  it('gives the same bytes for the same input, with the native parser and with wasm', async () => {
    const { root } = invoiceProject(scratchRepository());
    const run = (env: NodeJS.ProcessEnv) => runCli(['check', '--format', 'json'], { cwd: root, env });
    const [first, second, wasm] = [await run({}), await run({}), await run({ PALIMPSEST_PARSER: 'wasm' })];
    expect(second.stdout).toBe(first.stdout);
    expect(wasm.stdout).toBe(first.stdout);
  });

  it('writes files in the format of their ending and still shows the report', async () => {
    const { root } = invoiceProject(scratchRepository());
    const folder = temporaryFolder();
    const [markdown, json] = [join(folder, 'report.md'), join(folder, 'report.json')];
    const { stdout } = await runCli(['check', '--output', markdown, '--output', json], { cwd: root });
    expect(stdout).toMatch(/outdated +Invoice\.total/);
    expect(readFileSync(markdown, 'utf8')).toMatch(/^### /);
    expect(JSON.parse(readFileSync(json, 'utf8')).kind).toBe('check');
  });

  it('colours only when asked to, where no terminal is', async () => {
    const { root } = invoiceProject(scratchRepository());
    const colour = '\u001b[';
    expect((await runCli(['check'], { cwd: root })).stdout).not.toContain(colour);
    expect((await runCli(['check'], { cwd: root, env: { CI: 'true' } })).stdout).not.toContain(colour);
    expect((await runCli(['check'], { cwd: root, env: { FORCE_COLOR: '1' } })).stdout).toContain(colour);
  });

  it('leaves the work tree, the index and the branches as they were', async () => {
    const repository = invoiceProject(scratchRepository());
    repository.write({ 'notes.txt': 'not committed' });
    const state = () => [repository.git('status', '--porcelain'), repository.git('for-each-ref')].join('\n');
    const before = state();
    await runCli(['train'], { cwd: repository.root });
    await runCli(['check'], { cwd: repository.root });
    expect(state()).toBe(before);
  });
});

interface CheckJson {
  readonly modelOrigin: string;
  readonly cosmetic: readonly string[];
  readonly methods: readonly { readonly id: string; readonly similarityToPrevious: number | null }[];
}

async function checkJson(cwd: string, ...args: string[]): Promise<CheckJson> {
  const { exitCode, stdout, stderr } = await runCli(['check', '--format', 'json', ...args], { cwd });
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
}
