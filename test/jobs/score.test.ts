// The published measures for any two trees, whatever wrote the second.

import { describe, expect, test } from 'vitest';
import type { ScoreReport } from '../../src/core/report.ts';
import { openDirectory } from '../../src/files/directory.ts';
import { score } from '../../src/jobs/score.ts';
import { folderOf } from '../support/folder.ts';
import { HARD_SOURCES } from '../support/hard-sources.ts';
import { undisturbed } from '../support/job-surroundings.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function scored(original: Files, regenerated: Files): Promise<ScoreReport> {
  return score({
    original: { name: 'original', tree: await openDirectory(folderOf(original)) },
    regenerated: { name: 'regenerated', tree: await openDirectory(folderOf(regenerated)) },
    ...undisturbed,
  });
}

const LEDGER = 'class Ledger { int sum() { return a; } void book() { go(); } }';
const SHELF = 'class Shelf { int row; }';

describe('two trees', () => {
  test('that are the same score 1, and every method is reproduced', async () => {
    const files = Object.fromEntries(HARD_SOURCES.map(({ path, original }) => [path, original]));
    const report = await scored(files, files);
    expect(report.summary.files).toMatchObject({
      count: HARD_SOURCES.length - 1,
      errorRate: 0,
      similarity: 1,
      recovery: 1,
    });
    expect(report.summary.methods).toMatchObject({ failed: 0, similarity: 1 });
    expect(report.reproduced).toBe(report.methods.length);
  });

  test('are compared file by file and method by method', async () => {
    const report = await scored(
      { 'Ledger.java': LEDGER, 'Shelf.java': SHELF },
      { 'Ledger.java': LEDGER.replace('return a;', 'return b;'), 'Shelf.java': SHELF },
    );
    expect(report.files).toEqual([
      { id: 'Ledger.java', distance: 1, similarity: 1 - 1 / LEDGER.length },
      { id: 'Shelf.java', distance: 0, similarity: 1 },
    ]);
    expect(report.methods.map(({ id, distance, similarity }) => [id, distance, similarity])).toEqual([
      ['Ledger.java#Ledger.book()', 0, 1],
      ['Ledger.java#Ledger.sum()', 1, 1 - 1 / '{ return a; }'.length],
    ]);
    expect(report.summary.files).toEqual({
      count: 2,
      errorRate: 1 / 2,
      similarity: (2 - 1 / LEDGER.length) / 2,
      recovery: 1 - 1 / (' return a; '.length + ' go(); '.length),
    });
    expect(report.stub.files.errorRate).toBe((' return a; '.length + ' go(); '.length) / 2);
    expect(report.reproduced).toBe(1);
  });

  test('other white space counts in the distance, and the method is reproduced all the same', async () => {
    const report = await scored({ 'Ledger.java': LEDGER }, { 'Ledger.java': LEDGER.replace('{ go(); }', '{go();}') });
    expect(report.reproduced).toBe(2);
    expect(report.files[0]?.distance).toBe(2);
  });

  test('what only the second one holds is not looked at', async () => {
    const report = await scored({ 'Ledger.java': LEDGER }, { 'Ledger.java': LEDGER, 'Extra.java': LEDGER });
    expect(report.summary.files).toMatchObject({ count: 1, similarity: 1 });
  });

  test('a tree of stubs is where the stub’s row stands: recovery 0', async () => {
    const stubs = { 'Ledger.java': 'class Ledger { int sum() {} void book() {} }' };
    const report = await scored({ 'Ledger.java': LEDGER }, stubs);
    expect(report.summary).toEqual(report.stub);
    expect(report.summary.files.recovery).toBe(0);
  });
});

describe('what the second tree lacks', () => {
  test('a method is failed, and its file is compared as it is', async () => {
    const without = 'class Ledger { int sum() { return a; } }';
    const report = await scored({ 'Ledger.java': LEDGER }, { 'Ledger.java': without });
    expect(report.methods).toMatchObject([
      { id: 'Ledger.java#Ledger.book()', distance: null, similarity: null, failure: { reason: 'missing' } },
      { id: 'Ledger.java#Ledger.sum()', distance: 0, failure: null },
    ]);
    expect(report.summary.methods).toMatchObject({ count: 2, scored: 1, failed: 1, similarity: 1 });
    expect(report.summary.methods.withFailuresAsStubs.similarity).toBe((1 + 2 / '{ go(); }'.length) / 2);
    expect(report.files[0]?.distance).toBe(LEDGER.length - without.length);
  });

  test('a file is failed, stands in the means as its stub, and is noted', async () => {
    const report = await scored({ 'Ledger.java': LEDGER, 'Shelf.java': SHELF }, { 'Shelf.java': SHELF });
    expect(report.notes).toEqual([{ path: 'Ledger.java', kind: 'missing', lines: [] }]);
    const erased = ' return a; '.length + ' go(); '.length;
    expect(report.files).toEqual([
      { id: 'Ledger.java', distance: erased, similarity: 1 - erased / LEDGER.length },
      { id: 'Shelf.java', distance: 0, similarity: 1 },
    ]);
    expect(report.summary.methods).toMatchObject({ count: 2, scored: 0, failed: 2 });
  });

  test('a file that is binary there is treated likewise', async () => {
    const report = await scored({ 'Ledger.java': LEDGER }, { 'Ledger.java': Uint8Array.of(0, 1, 2) });
    expect(report.summary.methods).toMatchObject({ count: 2, scored: 0, failed: 2 });
    expect(report.summary.files.recovery).toBe(0);
  });

  test('nothing at all', async () => {
    const report = await scored({ 'Ledger.java': LEDGER }, { 'README.md': 'gone' });
    expect(report.summary.files).toMatchObject({ count: 1, recovery: 0 });
  });
});

test('without Java there is nothing to score, and it says so', async () => {
  await expect(scored({ 'README.md': '' }, { 'Ledger.java': LEDGER })).rejects.toMatchObject({
    code: 'no-source-files',
  });
});
