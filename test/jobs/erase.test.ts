// Types and method stubs alone: every outermost body gone, every other byte there.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EraseReport } from '../../src/core/report.ts';
import { openDirectory } from '../../src/files/directory.ts';
import { openOutputTree } from '../../src/files/output-tree.ts';
import { erase } from '../../src/jobs/erase.ts';
import { asBytes, bytesIn, folderOf } from '../support/folder.ts';
import { HARD_SOURCES } from '../support/hard-sources.ts';
import { undisturbed } from '../support/job-surroundings.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

async function erased(directory: string, signal?: AbortSignal): Promise<{ report: EraseReport; out: string }> {
  const out = join(temporaryFolder(), 'stubs');
  const output = await openOutputTree(out, [directory]);
  const tree = await openDirectory(directory);
  try {
    const surroundings = { ...undisturbed, signal: signal ?? undisturbed.signal };
    return { report: await erase({ directory, outputDirectory: out, tree, output, ...surroundings }), out };
  } finally {
    await output.discard();
  }
}

const hardFolder = () => folderOf(Object.fromEntries(HARD_SOURCES.map(({ path, original }) => [path, original])));

test('every other byte stays: marks, line ends, tabs, encodings, comments, binary files', async () => {
  const { out } = await erased(hardFolder());
  expect(bytesIn(out)).toEqual(Object.fromEntries(HARD_SOURCES.map(({ path, stub }) => [path, asBytes(stub)])));
});

test('the report counts what was erased, and names what was hard to read', async () => {
  const { report } = await erased(hardFolder());
  const bodies = HARD_SOURCES.reduce((sum, source) => sum + source.bodies, 0);
  expect(report.erased.bodies).toBe(bodies);
  expect(report.methods).toHaveLength(bodies);
  expect(report.notes).toEqual([
    { path: 'Latin1.java', kind: 'not-utf-8', lines: [] },
    { path: 'data/Binary.java', kind: 'binary', lines: [] },
  ]);
  expect(report.files.map((file) => file.id)).not.toContain('data/Binary.java');
});

test('the distance to the original is exactly what was erased', async () => {
  const ledger = 'class Ledger { int a() { return 12; } void b() {} }';
  const { report } = await erased(folderOf({ 'Ledger.java': ledger }));
  expect(report.erased).toEqual({ bodies: 2, characters: ' return 12; '.length });
  expect(report.files).toEqual([{ id: 'Ledger.java', distance: 12, similarity: 1 - 12 / ledger.length }]);
  expect(report.methods.map(({ id, distance }) => [id, distance])).toEqual([
    ['Ledger.java#Ledger.a()', 12],
    ['Ledger.java#Ledger.b()', 0],
  ]);
  expect(report.summary).toEqual(report.stub);
});

test('a directory that is named by hand is taken whole: tests and generated code too', async () => {
  const directory = folderOf({
    'src/test/java/LedgerTest.java': 'class LedgerTest { void a() { b(); } }',
    'build/generated/Tables.java': '// Generated. DO NOT EDIT.\nclass Tables { void a() { b(); } }',
    'vendor/Calendar.java': 'class Calendar { void a() { b(); } }',
  });
  const { report, out } = await erased(directory);
  expect(report.leftOut).toEqual([]);
  expect(report.erased.bodies).toBe(3);
  expect(Object.values(bytesIn(out)).every((text) => text.endsWith('void a() {} }'))).toBe(true);
});

test('files of other languages are not written', async () => {
  const { out } = await erased(folderOf({ 'Ledger.java': 'class Ledger {}', 'README.md': '# Ledger', 'l.JAVA': '' }));
  expect(Object.keys(bytesIn(out))).toContain('Ledger.java');
  expect(Object.keys(bytesIn(out))).not.toContain('README.md');
});

test('a second time there is nothing left to erase', async () => {
  const { out } = await erased(hardFolder());
  const again = await erased(out);
  expect(again.report.erased.characters).toBe(0);
  expect(bytesIn(again.out)).toEqual(bytesIn(out));
});

test('a directory without Java says so, and writes nothing', async () => {
  const directory = folderOf({ 'README.md': '# Ledger' });
  await expect(erased(directory)).rejects.toMatchObject({ code: 'no-source-files' });
});

test('called off, it leaves nothing', async () => {
  const directory = hardFolder();
  const out = join(temporaryFolder(), 'stubs');
  const output = await openOutputTree(out, [directory]);
  const tree = await openDirectory(directory);
  const signal = AbortSignal.abort(new Error('called off'));
  const run = erase({ directory, outputDirectory: out, tree, output, ...undisturbed, signal });
  await expect(run).rejects.toThrow('called off');
  await output.discard();
  expect(existsSync(out)).toBe(false);
});
