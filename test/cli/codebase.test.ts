// `palimpsest train`, `evaluate`, `erase` and `score` as a user runs them, on a real library.

import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { linesWritten, runCli, startCli } from '../support/cli.ts';
import { INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

const LIBRARY = fileURLToPath(new URL('../../node_modules/capacitor-android-8.5/capacitor', import.meta.url));

describe('palimpsest train', () => {
  it('writes model and card into the clone’s own folder, which git does not see', async () => {
    const repository = invoiceProject(scratchRepository());
    const { exitCode } = await runCli(['train', '--revision', 'main'], { cwd: repository.root });
    expect(exitCode).toBe(0);
    const card = readCard(join(repository.root, '.palimpsest/model.card.json'));
    expect(card).toMatchObject({ provider: 'embedded', baseline: null });
    expect(card.trainedAt).toMatchObject({ revision: repository.git('rev-parse', 'main'), units: 5, files: 2 });
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('trains the same bytes from the same revision, wherever they go', async () => {
    const { root } = invoiceProject(scratchRepository());
    const folder = temporaryFolder();
    const files = ['one.palimpsest', 'two.palimpsest'].map((name) => join(folder, name));
    for (const file of files) await runCli(['train', '--output', file], { cwd: root });
    const [one, two] = files.map((file) => readFileSync(file));
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['one.card.json', 'one.palimpsest', 'two.card.json', 'two.palimpsest']);
  });

  it('fills the card’s scores with --evaluate, or when the training revision is evaluated in place', async () => {
    const { root } = invoiceProject(scratchRepository());
    const card = join(root, '.palimpsest/model.card.json');
    await runCli(['train', '--evaluate'], { cwd: root });
    expect(readCard(card).baseline).toMatchObject({ methods: 5, similarity: 1 });
    await runCli(['train'], { cwd: root });
    expect(readCard(card).baseline).toBeNull();
    await runCli(['evaluate', '--revision', 'HEAD'], { cwd: root });
    expect(readCard(card).baseline).toBeNull();
    await runCli(['evaluate', '--revision', 'HEAD', '--protocol', 'in-place'], { cwd: root });
    expect(readCard(card).baseline).toMatchObject({ methods: 5, similarity: 1 });
  });
});

describe('palimpsest erase, evaluate and score', () => {
  it('erases a library to stubs, and scores them as the place where every model starts', async () => {
    const output = join(temporaryFolder(), 'stubs');
    const erased = JSON.parse((await runCli(['erase', LIBRARY, '--output-dir', output, '--format', 'json'])).stdout);
    const scored = JSON.parse((await runCli(['score', LIBRARY, output, '--format', 'json'])).stdout);
    expect(erased.erased.bodies).toBeGreaterThan(700);
    expect(scored.summary).toEqual(erased.summary);
    expect(scored.summary.files.recovery).toBe(0);
    expect(scored.summary.files.similarity).toBe(scored.stub.files.similarity);
  });

  it('goes on after kill -9 where it was, and ends with the same report and the same tree', async () => {
    const folder = temporaryFolder();
    const env = { XDG_CACHE_HOME: join(folder, 'cache') };
    const sources = join(folder, 'sources');
    cpSync(LIBRARY, sources, { recursive: true });
    const [whole, resumed] = [join(folder, 'whole'), join(folder, 'resumed')];
    const evaluate = (output: string) => ['evaluate', sources, '--output-dir', output, '--format', 'json'];
    const uninterrupted = await runCli(evaluate(whole), { env });

    const victim = startCli(evaluate(resumed), { env });
    await linesWritten(join(folder, 'cache/palimpsest/evaluate'), 20);
    victim.kill('SIGKILL');
    await once(victim, 'close');
    expect(existsSync(resumed)).toBe(false);

    const again = await runCli(evaluate(resumed), { env });
    expect(again.stderr).toMatch(/going on after \d+ methods/);
    expect(again.stdout).toBe(uninterrupted.stdout);
    expect(treeOf(resumed)).toEqual(treeOf(whole));
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readdirSync(join(folder, 'cache/palimpsest/evaluate'))).toEqual([]);
  });

  it('stops cleanly on Ctrl-C: nothing half-written, and what was done is kept', async () => {
    const folder = temporaryFolder();
    const env = { XDG_CACHE_HOME: join(folder, 'cache') };
    const output = join(folder, 'regenerated');
    const run = startCli(['evaluate', LIBRARY, '--output-dir', output], { env });
    let stderr = '';
    run.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    await linesWritten(join(folder, 'cache/palimpsest/evaluate'), 5);
    run.kill('SIGINT');
    const [exitCode] = await once(run, 'close');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/stopped.*run the same command again/s);
    expect(readdirSync(folder)).toEqual(['cache']);
  });

  it('evaluates the main sources of a revision with a trained model', async () => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train', '--revision', 'main'], { cwd: root });
    const { stdout } = await runCli(
      ['evaluate', '--revision', 'streams', '--protocol', 'in-place', '--format', 'json'],
      {
        cwd: root,
      },
    );
    const report = JSON.parse(stdout);
    expect(report.summary.methods).toMatchObject({ count: 5, scored: 5, failed: 0 });
    expect(report.reproduced).toBe(4);
    expect(report.leftOut).toEqual([{ reason: 'test', methods: null, files: 1 }]);
    expect(
      report.methods.find(({ id }: { id: string }) => id === `${INVOICE_PATH}#Invoice.total()`).similarity,
    ).toBeLessThan(1);
  });
});

function readCard(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function treeOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file, readFileSync(join(folder, file), 'latin1')]),
  );
}
