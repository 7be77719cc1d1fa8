// `palimpsest backtest` as a user starts it: the shipped bundle, its worker threads, and runs that are stopped.

import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runCli, startCli } from '../support/cli.ts';
import { INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { type ScratchRepository, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

/** The invoices, then a commit a day: a method comes, and later its sum is taken otherwise. */
function project(days: number): ScratchRepository {
  const repository = invoiceProject(scratchRepository());
  repository.git('tag', 'start', 'main');
  repository.git('checkout', '--quiet', 'main');
  const invoice = readFileSync(join(repository.root, INVOICE_PATH), 'utf8');
  let text = invoice;
  for (let day = 0; day < days; day++) {
    const method = `\n    public long fee${day}() {\n        return rates.of(number, ${day}) + base;\n    }\n}\n`;
    text = text.replace(/\n\}\n$/, method).replace(`${day - 2}) + base`, `${day - 2}) * factor`);
    repository.commit({ [INVOICE_PATH]: text });
  }
  return repository;
}

const ARGS = ['backtest', '--train-at', 'start', '--every', '1d', '--retrain-at', '.9,.7', '--format', 'json'];

describe('palimpsest backtest', () => {
  it('says the same whatever the number of threads, and whether it was killed on the way', async () => {
    const { root } = project(12);
    const clone = (name: string) => {
      const copy = join(temporaryFolder(), name);
      cpSync(root, copy, { recursive: true });
      return copy;
    };
    const [one, killed] = [clone('one'), clone('killed')];
    const alone = await runCli([...ARGS, '--jobs', '1'], { cwd: one });
    expect([alone.exitCode, alone.stderr]).toEqual([0, '']);
    const report = JSON.parse(alone.stdout);
    expect(report).toMatchObject({ kind: 'backtest', span: { states: 12 } });
    expect(report.outcomes.map(({ line }: { line: number | null }) => line)).toEqual([null, 0.7, 0.9]);
    expect(report.outcomes[2].trainings.length).toBeGreaterThan(report.outcomes[1].trainings.length);

    const child = startCli([...ARGS, '--jobs', '2'], { cwd: killed });
    while (journalledIn(killed) < 3) await setTimeout(5);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    const before = journalledIn(killed);
    const resumed = await runCli([...ARGS, '--jobs', '2'], { cwd: killed });
    expect(before).toBeGreaterThanOrEqual(3);
    expect(resumed.stdout).toBe(alone.stdout);
    // All is in the journals now: nothing is trained or asked any more.
    expect((await runCli(ARGS, { cwd: killed })).stdout).toBe(alone.stdout);
  }, 180_000);

  it('stops when it is told to, and keeps what it has', async () => {
    const { root } = project(12);
    const child = startCli(ARGS, { cwd: root });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    while (journalledIn(root) < 2) await setTimeout(5);
    child.kill('SIGINT');
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    expect([exitCode, stderr]).toEqual([
      2,
      'palimpsest: stopped. Nothing was left half-written; run the same command again to go on.\n',
    ]);
    expect(journalledIn(root)).toBeGreaterThanOrEqual(2);
  });

  it('takes another sample or another history for another backtest', async () => {
    const { root } = project(2);
    const args = ['backtest', '--train-at', 'start', '--every', 'merge'];
    for (const further of [
      ['--sample', '3'],
      ['--until', 'HEAD~1'],
    ])
      expect((await runCli([...args, ...further], { cwd: root })).exitCode).toBe(0);
    expect(readdirSync(join(root, '.palimpsest/backtest'))).toHaveLength(2);
  });

  it('refuses what cannot be replayed, before it keeps anything', async () => {
    const { root } = project(1);
    const refusals: [string[], RegExp][] = [
      [[], /required option '--train-at <rev>'/],
      [['--train-at', 'start', '--jobs', '0'], /--jobs does not take "0"/],
      [['--train-at', 'start', '--seed', '7'], /--seed says nothing without --sample/],
      [['--train-at', 'WORKTREE'], /--train-at takes a commit/],
      [['--train-at', 'main', '--until', 'start'], /start does not hold main/],
    ];
    for (const [args, words] of refusals) {
      const { exitCode, stderr } = await runCli(['backtest', ...args], { cwd: root });
      expect([exitCode, stderr]).toEqual([2, expect.stringMatching(words)]);
    }
    expect(existsSync(join(root, '.palimpsest/backtest'))).toBe(false);
  });
});

/** States that the walks of a clone have written down. */
function journalledIn(root: string): number {
  const folder = join(root, '.palimpsest/backtest');
  if (!existsSync(folder)) return 0;
  const journals = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.jsonl'));
  return journals.reduce((sum, path) => sum + readFileSync(join(folder, path), 'utf8').split('\n').length - 1, 0);
}
