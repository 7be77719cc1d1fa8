// `palimpsest dataset` as its user starts it: what it prints, what it refuses, and that nothing is left half-written.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

describe('palimpsest dataset', () => {
  test('writes a training set and says what is in it', async () => {
    const { root } = invoiceProject(scratchRepository());
    const out = join(temporaryFolder(), 'set');
    const { stdout, exitCode } = await runCli(['dataset', '--output-dir', out], { cwd: root });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('method bodies, asked for with their javadoc');
    expect(stdout).toContain('left out: 1 file of tests');
    expect(readdirSync(out).sort()).toEqual(['.palimpsest-output', 'README.md', 'dataset-card.json', 'text', 'trl']);
    const again = await runCli(['dataset', '--output-dir', out, '--format', 'json'], { cwd: root });
    expect(JSON.parse(again.stdout).card).toEqual(JSON.parse(readFileSync(join(out, 'dataset-card.json'), 'utf8')));
    const markdown = await runCli(['dataset', '--output-dir', out, '--format', 'markdown'], { cwd: root });
    expect(markdown.stdout).toMatch(/^### 1 example to train on$/m);
  });

  test('heeds the paths of the project’s settings', async () => {
    const repository = scratchRepository();
    repository.commit({ '.github/palimpsest.yml': 'paths: ["!src/main/java/billing/Line.java"]\n' });
    invoiceProject(repository);
    const out = join(temporaryFolder(), 'set');
    const { stdout } = await runCli(['dataset', '--output-dir', out, '--format', 'json'], { cwd: repository.root });
    const { train, validation } = JSON.parse(stdout).card.splits;
    expect(train.files + validation.files).toBe(1);
  });

  test('refuses a folder that somebody filled by hand, and touches nothing', async () => {
    const { root } = invoiceProject(scratchRepository());
    const out = join(temporaryFolder(), 'thesis');
    mkdirSync(out);
    writeFileSync(join(out, 'chapter.txt'), 'years of work');
    const { stderr, exitCode } = await runCli(['dataset', '--output-dir', out], { cwd: root });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('exists and was not written by'),
    });
    expect(readdirSync(out)).toEqual(['chapter.txt']);
  });

  test('leaves nothing behind when the disk fills up', async (context) => {
    const disk = temporaryFolder();
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'palimpsest-test', disk]);
    if (mount.status !== 0) {
      console.warn('left out: a full disk; a small one cannot be mounted here');
      context.skip();
    }
    try {
      const { root } = invoiceProject(scratchRepository());
      const out = join(disk, 'set');
      const { stderr, exitCode } = await runCli(['dataset', '--output-dir', out], { cwd: root });
      expect(exitCode).toBe(2);
      expect(stderr).toContain('the disk is full');
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  test('names a revision that is not there', async () => {
    const { root } = invoiceProject(scratchRepository());
    const out = join(temporaryFolder(), 'set');
    const { stderr, exitCode } = await runCli(['dataset', '--revision', 'v9', '--output-dir', out], { cwd: root });
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('"v9" is not a commit') });
  });
});
