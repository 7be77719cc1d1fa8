// Reading the past of real repositories.

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHistory } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/repository.ts';
import type { FileDifference, StatePair } from '../../src/ports.ts';
import { type ScratchRepository, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

const JAVA = { extensions: ['.java'], countLines: true };

const lines = (...words: string[]) => words.map((word) => `${word}\n`).join('');
const LEDGER = lines('class Ledger {', '  int a;', '  int b;', '  int c;', '  int d;', '}');

async function differencesOf(root: string, pairs: readonly StatePair[], options = JAVA): Promise<string[][]> {
  const told: string[][] = [];
  for await (const files of openHistory(root).differences(pairs, options)) told.push(files.map(inWords));
  return told;
}

/** `A.java > B.java +1 -2`, a dash for a side that is not there. */
function inWords({ before, after, addedLines, deletedLines }: FileDifference): string {
  return `${before?.path ?? '-'} > ${after?.path ?? '-'} +${addedLines} -${deletedLines}`;
}

const tree = (repository: ScratchRepository, revision: string) => repository.git('rev-parse', `${revision}^{tree}`);

async function lineOf(root: string, revision = 'HEAD') {
  const repository = await openRepository(root);
  return openHistory(root).firstParents(await repository.resolve(revision));
}

describe('the line of first parents', () => {
  test('begins with the oldest commit and passes a merged branch by', async () => {
    const repository = scratchRepository();
    const first = repository.commit({ 'Ledger.java': LEDGER });
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit({ 'Side.java': 'class Side {}\n' });
    repository.git('checkout', '--quiet', 'main');
    const second = repository.commit({ 'Main.java': 'class Main {}\n' });
    repository.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'side');
    const { commits, cutOff } = await lineOf(repository.root);
    expect(commits.map(({ hash }) => hash)).toEqual([first, second, repository.git('rev-parse', 'HEAD')]);
    expect(commits[0]).toEqual({
      hash: first,
      tree: tree(repository, first),
      committedAt: Date.parse('2024-01-02T00:00:00Z') / 1000,
    });
    expect(cutOff).toBe(false);
  });

  test('is cut off in a shallow clone, unless the clone holds all of it', async () => {
    const repository = scratchRepository();
    for (const text of ['1', '2', '3']) repository.commit({ 'Ledger.java': text });
    const clone = (depth: string) => {
      const folder = join(temporaryFolder(), 'clone');
      repository.git('clone', '--quiet', '--depth', depth, `file://${repository.root}`, folder);
      return folder;
    };
    expect(await lineOf(clone('2'))).toMatchObject({ commits: [{}, {}], cutOff: true });
    expect(await lineOf(clone('9'))).toMatchObject({ commits: [{}, {}, {}], cutOff: false });
  });
});

describe('what differs between two states', () => {
  test('is told pair by pair, those without a difference too', async () => {
    const repository = scratchRepository();
    const [one, two, three] = [
      repository.commit({ 'Ledger.java': LEDGER, 'notes.txt': 'a\n' }),
      repository.commit({ 'Ledger.java': LEDGER.replace('int b', 'long b'), 'notes.txt': 'b\n' }),
      repository.commit({ 'Ledger.java': null, 'New\tName\n.JAVA': 'x\ny' }),
    ].map((commit) => tree(repository, commit));
    const pairs = [
      { before: one, after: one },
      { before: null, after: one },
      { before: one, after: one },
      { before: one, after: two },
      { before: two, after: three },
      { before: three, after: three },
    ].map(({ before, after }) => ({ before: before ?? null, after: after ?? '' }));
    expect(await differencesOf(repository.root, pairs)).toEqual([
      [],
      ['- > Ledger.java +6 -0'],
      [],
      ['Ledger.java > Ledger.java +1 -1'],
      ['Ledger.java > - +0 -6', '- > New\tName\n.JAVA +2 -0'],
      [],
    ]);
    expect(await differencesOf(repository.root, [])).toEqual([]);
  });

  test('follows a renamed file, with the lines that changed on the way', async () => {
    const repository = scratchRepository();
    const before = tree(repository, repository.commit({ 'old/Ledger.java': LEDGER }));
    const moved = { 'old/Ledger.java': null, 'new/Ledger.java': LEDGER.replace('int b', 'long b') };
    const after = tree(repository, repository.commit(moved));
    const told = ['old/Ledger.java > new/Ledger.java +1 -1'];
    expect(await differencesOf(repository.root, [{ before, after }])).toEqual([told]);
    expect(await differencesOf(repository.root, [{ before, after }], { ...JAVA, countLines: false })).toEqual([
      ['old/Ledger.java > new/Ledger.java +0 -0'],
    ]);
  });

  test('holds no links, and counts no lines of binary files', async () => {
    const repository = scratchRepository();
    const binary = Uint8Array.of(0, 1, 2);
    const before = tree(repository, repository.commit({ 'Seal.java': binary, 'Link.java': LEDGER }));
    repository.write({ 'Link.java': null });
    repository.git('update-index', '--remove', 'Link.java');
    const target = repository.git('rev-parse', `${before}:Seal.java`);
    repository.git('update-index', '--add', '--cacheinfo', `120000,${target},Link.java`);
    repository.git('update-index', '--add', '--cacheinfo', `120000,${target},Other.java`);
    repository.git('commit', '--quiet', '--message', 'Links');
    const after = tree(repository, 'HEAD');
    const [files = []] = await differencesOf(repository.root, [{ before, after }]);
    expect(files.map((file) => file.replace(/ [+].*/, ''))).toEqual(['Link.java > -']);
    expect(await differencesOf(repository.root, [{ before: null, after: before }])).toEqual([
      ['- > Link.java +6 -0', '- > Seal.java +0 -0'],
    ]);
  });

  test('does not change with settings of the user, and runs none of their programs', async () => {
    const repository = scratchRepository();
    const before = tree(
      repository,
      repository.commit({ 'a/Ledger.java': LEDGER, '.gitattributes': '*.java diff=java\n' }),
    );
    const after = tree(repository, repository.commit({ 'a/Ledger.java': null, 'b/Ledger.java': `${LEDGER}// end\n` }));
    for (const [name, value] of [
      ['diff.renames', 'false'],
      ['diff.renameLimit', '1'],
      ['diff.external', 'touch external-ran'],
      ['diff.java.textconv', 'touch textconv-ran; cat'],
      ['diff.noprefix', 'true'],
      ['diff.algorithm', 'patience'],
      ['core.quotePath', 'true'],
    ] as const) {
      repository.git('config', name, value);
    }
    expect(await differencesOf(repository.root, [{ before, after }])).toEqual([
      ['a/Ledger.java > b/Ledger.java +1 -0'],
    ]);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('fails in one line when an object is missing', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Ledger.java': LEDGER });
    const pairs = [{ before: null, after: '0123456789012345678901234567890123456789' }];
    await expect(differencesOf(repository.root, pairs)).rejects.toMatchObject({ code: 'git-failed' });
  });

  test('stops git when the reader has enough', async () => {
    const repository = scratchRepository();
    const after = tree(repository, repository.commit({ 'Ledger.java': LEDGER }));
    const pairs = Array.from({ length: 5_000 }, () => ({ before: null, after }));
    for await (const files of openHistory(repository.root).differences(pairs, JAVA)) {
      expect(files).toHaveLength(1);
      break;
    }
  });
});
