// One output file: whole, or not at all.

import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFailure } from '../../src/files/failures.ts';
import { makeParentFolder, makeStateFolder, writeOutput } from '../../src/files/output-file.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

test('writes text and bytes, and leaves nothing else in the folder', async () => {
  const folder = temporaryFolder();
  await writeOutput(join(folder, 'report.md'), '# 12 méthodes\n');
  await writeOutput(join(folder, 'model.palimpsest'), Uint8Array.of(0, 255, 10));
  expect(readdirSync(folder).sort()).toEqual(['model.palimpsest', 'report.md']);
  expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe('# 12 méthodes\n');
  expect([...readFileSync(join(folder, 'model.palimpsest'))]).toEqual([0, 255, 10]);
});

test('replaces a file, and keeps its permissions', async () => {
  const path = join(temporaryFolder(), 'report.md');
  writeFileSync(path, 'a much longer report of last week\n');
  chmodSync(path, 0o640);
  await writeOutput(path, 'short\n');
  expect(readFileSync(path, 'utf8')).toBe('short\n');
  expect(statSync(path).mode & 0o777).toBe(0o640);
});

test('writes through a link, which stays a link', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'latest.md'), 'old');
  symlinkSync('latest.md', join(folder, 'report.md'));
  await writeOutput(join(folder, 'report.md'), 'new');
  expect(lstatSync(join(folder, 'report.md')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'latest.md'), 'utf8')).toBe('new');
});

test('many writers of one file at a time: one of them wins, whole', async () => {
  const folder = temporaryFolder();
  const reports = Array.from({ length: 8 }, (_, week) => `week ${week}\n`.repeat(20_000));
  await Promise.all(reports.map((report) => writeOutput(join(folder, 'report.md'), report)));
  expect(reports).toContain(readFileSync(join(folder, 'report.md'), 'utf8'));
  expect(readdirSync(folder)).toEqual(['report.md']);
});

test.runIf(process.platform === 'linux')('a pipe such as /dev/stdout is written to, not replaced', async () => {
  const pipe = join(temporaryFolder(), 'pipe');
  spawnSync('mkfifo', [pipe]);
  const reader = spawn('cat', [pipe]);
  let received = '';
  reader.stdout.setEncoding('utf8').on('data', (text: string) => {
    received += text;
  });
  const closed = new Promise((resolve) => reader.on('close', resolve));
  await writeOutput(pipe, '{"verdict":"familiar"}\n');
  await closed;
  expect(received).toBe('{"verdict":"familiar"}\n');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

describe('what cannot be written is an expected failure', () => {
  test('because the folder is missing', async () => {
    const path = join(temporaryFolder(), 'missing/report.md');
    await expect(writeOutput(path, 'report')).rejects.toMatchObject({
      name: 'ExpectedFailure',
      code: 'not-writable',
      message: `${path} cannot be written: its folder does not exist`,
    });
  });

  test('because it is a directory, which stays as it was', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'report.md'));
    writeFileSync(join(folder, 'report.md/kept.txt'), 'kept');
    await expect(writeOutput(join(folder, 'report.md'), 'report')).rejects.toMatchObject({ code: 'not-writable' });
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['report.md', 'report.md/kept.txt']);
  });

  test('because its folder is a file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'ledger.txt'), '');
    const below = join(folder, 'ledger.txt/report.md');
    await expect(writeOutput(below, 'report')).rejects.toMatchObject({ code: 'not-writable' });
    await expect(makeParentFolder(below)).rejects.toMatchObject({ code: 'not-writable' });
    await expect(makeStateFolder(join(folder, 'ledger.txt/state'))).rejects.toMatchObject({ code: 'not-writable' });
  });

  test('because the disk is full', () => {
    const failure = writeFailure('report.md', Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    expect(failure).toMatchObject({ code: 'disk-full', message: expect.stringContaining('report.md') });
  });

  const canLimit = spawnSync('prlimit', ['--version']).status === 0;

  // A disk that fills up writes the part that still fits and says so in a count: a limit on file size does the same.
  test.runIf(canLimit)('because only a part of it fits: the file of last week stays', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'report.md');
    writeFileSync(path, 'the report of last week\n');
    const limit = (bytes: string) => spawnSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
    const ignore = () => {};
    process.on('SIGXFSZ', ignore);
    limit('8192');
    try {
      await expect(writeOutput(path, 'x'.repeat(100_000))).rejects.toMatchObject({ code: 'not-writable' });
    } finally {
      limit('unlimited');
      process.off('SIGXFSZ', ignore);
    }
    expect(readFileSync(path, 'utf8')).toBe('the report of last week\n');
    expect(readdirSync(folder)).toEqual(['report.md']);
  });

  test('but a bug is no such failure', () => {
    const bug = new TypeError('undefined is not a ledger');
    expect(writeFailure('report.md', bug)).toBe(bug);
  });
});

test('the state folder of a clone keeps itself out of commits', async () => {
  const repository = scratchRepository();
  const folder = join(repository.root, '.palimpsest');
  await makeStateFolder(folder);
  await makeStateFolder(folder);
  await writeOutput(join(folder, 'model.palimpsest'), 'model');
  expect(repository.git('status', '--porcelain', '--untracked-files=all')).toBe('');
});
