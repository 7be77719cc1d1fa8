// `palimpsest compare`, `--shard` and `merge-reports` as a user runs them.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompareReport } from '../../src/core/report.ts';
import { runCli } from '../support/cli.ts';
import { bytesIn } from '../support/folder.ts';
import { INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

/** The invoices with a model of the base, one of the branch, and an environment of their own. */
async function twoModels() {
  const { root } = invoiceProject(scratchRepository());
  const folder = temporaryFolder();
  const env = { XDG_CACHE_HOME: join(folder, 'cache') };
  const models = { before: join(folder, 'before.palimpsest'), after: join(folder, 'after.palimpsest') };
  await runCli(['train', '--revision', 'main', '--output', models.before], { cwd: root });
  await runCli(['train', '--revision', 'streams', '--output', models.after], { cwd: root });
  const both = ['--revision', 'streams', '--model', models.before, '--model', models.after, '--protocol', 'in-place'];
  const run = (...args: string[]) => runCli(args, { cwd: root, env });
  return { root, folder, models, both, run };
}

describe('palimpsest compare', () => {
  it('says which of two models and a tree comes closest, and leaves each one’s tree', async () => {
    const { folder, both, run } = await twoModels();
    const out = join(folder, 'out');
    const files = ['report.json', 'report.md', 'report.csv'].map((name) => join(folder, name));
    const outputs = files.flatMap((file) => ['--output', file]);
    const first = await run('compare', ...both, '--output-dir', out, ...outputs);
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.stdout).toMatch(
      /after comes closest: similarity 1\.00 over 5 methods, \d+\.\d points ahead of before\./,
    );
    const report: CompareReport = JSON.parse(readFileSync(files[0] ?? '', 'utf8'));
    expect(report.contenders.map(({ name }) => name)).toEqual(['stub', 'before', 'after']);
    expect(report.contenders[2]?.paired).toMatchObject({ methods: 5, won: 1, tied: 4, lost: 0, intervals: null });
    expect(readFileSync(files[1] ?? '', 'utf8')).toMatch(/^### `after` comes closest/);
    expect(
      readFileSync(files[2] ?? '', 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(1 + 5 * 3);

    const [before, after] = ['before', 'after'].map((name) => bytesIn(join(out, name)));
    expect(Object.keys(before ?? {})).toEqual(Object.keys(after ?? {}));
    expect(after?.[INVOICE_PATH]).toContain('mapToLong');
    expect(before?.[INVOICE_PATH]).toContain('sum += line.amount()');

    const tree = `kept=${join(out, 'before')}`;
    const again = await run('compare', ...both, '--tree', tree, '--baseline', 'kept', '--format', 'json');
    const withTree: CompareReport = JSON.parse(again.stdout);
    const [, model, , kept] = withTree.contenders;
    expect(kept).toMatchObject({ name: 'kept', kind: 'tree', exact: 4, paired: null });
    expect(kept?.summary).toEqual(model?.summary);
    expect(model?.paired).toMatchObject({ won: 0, tied: 5, lost: 0 });
  });

  it('compares a directory with what train left in the clone, all bodies erased at once', async () => {
    const { root, run, models } = await twoModels();
    const { stdout, exitCode } = await run('compare', join(root, 'src/main/java'), '--model', models.before);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/recreate: every body erased at once/);
    expect(stdout).toMatch(/before comes to similarity/);
    await run('train', '--revision', 'main');
    const kept = await run('compare', '--revision', 'streams', '--format', 'json');
    const report: CompareReport = JSON.parse(kept.stdout);
    expect(report.contenders.map(({ name }) => name)).toEqual(['stub', 'embedded']);
  });

  it('refuses what makes no sense in one line', async () => {
    const { models, run } = await twoModels();
    const model = ['--model', models.before];
    const refusals: [args: string[], message: RegExp][] = [
      [[...model, ...model], /is named twice/],
      [[...model, '--baseline', 'other'], /--baseline other is none of those.*stub, before/],
      [[...model, '--tree', 'folder'], /--tree does not take "folder"/],
      [[...model, '--tree', 'stub=.'], /stub is what every body erased is called/],
      [[...model, '--shard', '4/3'], /--shard does not take "4\/3"/],
      [[...model, '--shard', '0/3'], /--shard does not take/],
      [[...model, '--sample', '3'], /--sample cannot be had when all bodies are erased at once/],
      [[], /compare was given no model/],
    ];
    for (const [args, message] of refusals) {
      const { exitCode, stderr, stdout } = await run('compare', '--revision', 'streams', ...args);
      expect(stderr).toMatch(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect([exitCode, stdout]).toEqual([2, '']);
    }
  });
});

describe('palimpsest merge-reports', () => {
  it.each(['compare', 'evaluate'])('joins the parts of a %s to the very report of all of it', async (command) => {
    const { folder, models, both, run } = await twoModels();
    const evaluate = ['--revision', 'streams', '--model', models.before, '--protocol', 'in-place'];
    const args = [command, ...(command === 'compare' ? both : evaluate)];
    const whole = await run(...args, '--format', 'json');
    const parts = [];
    for (const index of [2, 1]) {
      const file = join(folder, `part-${index}.json`);
      parts.push(file);
      await run(...args, '--shard', `${index}/2`, '--format', 'json', '--output', file);
    }
    expect(JSON.parse(readFileSync(parts[0] ?? '', 'utf8')).shard).toMatchObject({ index: 2, count: 2 });
    const merged = await run('merge-reports', ...parts, '--format', 'json');
    expect(merged.stdout).toBe(whole.stdout);
    const shown = await run('merge-reports', ...parts);
    expect(shown.stdout).toBe((await run(...args)).stdout);

    const missing = await run('merge-reports', parts[0] ?? '');
    expect(missing.exitCode).toBe(2);
    expect(missing.stderr).toMatch(/1\/2 is missing/);
  });

  it('writes no baseline and no ledger from a part', async () => {
    const { root, run } = await twoModels();
    await run('train', '--revision', 'streams');
    const inPlace = ['evaluate', '--revision', 'streams', '--protocol', 'in-place'];
    await run(...inPlace, '--shard', '1/2');
    const card = () => JSON.parse(readFileSync(join(root, '.palimpsest/model.card.json'), 'utf8'));
    expect(card().baseline).toBeNull();
    expect(existsSync(join(root, '.palimpsest/ledger'))).toBe(false);
    await run(...inPlace);
    expect(card().baseline).not.toBeNull();
  });

  it('refuses what is no report', async () => {
    const folder = temporaryFolder();
    const [words, card] = ['words.json', 'card.json'].map((name) => join(folder, name));
    writeFileSync(words ?? '', 'not JSON');
    writeFileSync(card ?? '', '{"kind":"train"}');
    for (const file of [words, card]) {
      const { exitCode, stderr } = await runCli(['merge-reports', file ?? '']);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/is no JSON report of `evaluate` or `compare`/);
    }
  });
});
