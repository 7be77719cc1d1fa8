import { describe, expect, it } from 'vitest';
import { openHistory } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/repository.ts';
import { inArea, narrowed, narrowedHistory } from '../../src/jobs/narrowed.ts';
import { scratchRepository } from '../support/scratch-repository.ts';

const PAYMENTS = { under: 'payments', globs: [] };

describe('an area', () => {
  it.each([
    [{ under: '', globs: [] }, 'any/Path.java', true],
    [PAYMENTS, 'payments/src/Invoice.java', true],
    [PAYMENTS, 'payments-api/src/Invoice.java', false],
    [PAYMENTS, 'shop/payments/src/Invoice.java', false],
    [PAYMENTS, 'Payments/src/Invoice.java', false],
    [{ under: 'a/b', globs: [] }, 'a/b/C.java', true],
    [{ under: 'a/b', globs: [] }, 'a/bc/C.java', false],
    [{ under: '', globs: ['src/**'] }, 'src/a/.hidden/Invoice.java', true],
    [{ under: '', globs: ['src/**'] }, 'src2/Invoice.java', false],
    [{ under: '', globs: ['**/*.java'] }, 'Invoice.java', true],
    [{ under: '', globs: ['**/*.java'] }, 'a/Invoice.JAVA', false],
    [{ under: '', globs: ['src/*.java'] }, 'src/a/Invoice.java', false],
    [{ under: '', globs: ['src'] }, 'src/a/Invoice.java', true],
    [{ under: '', globs: ['modules/*/'] }, 'modules/shop/src/Invoice.java', true],
    [{ under: '', globs: ['src/Invoice.java'] }, 'src/Invoice.java', true],
    [{ under: '', globs: ['!**/generated/**'] }, 'a/generated/b/Invoice.java', false],
    [{ under: '', globs: ['!**/generated/**'] }, 'a/b/Invoice.java', true],
    [{ under: '', globs: ['!legacy', 'src/**'] }, 'legacy/src/Invoice.java', false],
    [{ under: '', globs: ['!src/old/**', 'src/**'] }, 'src/old/Invoice.java', false],
    [{ under: '', globs: ['{a,b}/**'] }, 'b/Invoice.java', true],
    [{ under: 'shop', globs: ['src/**'] }, 'shop/src/Invoice.java', false],
    [{ under: 'shop', globs: ['shop/src/**'] }, 'shop/src/Invoice.java', true],
  ])('%j and %s: %s', (area, path, counts) => expect(inArea(area)(path)).toBe(counts));
});

describe('a narrowed repository', () => {
  it('lists, reads and compares what counts alone', async () => {
    const scratch = scratchRepository();
    scratch.commit({ 'payments/A.java': 'class A {}', 'shop/B.java': 'class B {}', 'README.md': 'all' });
    scratch.commit({ 'payments/A.java': 'class A { }', 'payments/C.java': 'class C {}', 'shop/B.java': 'class B { }' });
    const repository = narrowed(await openRepository(scratch.root), PAYMENTS);
    const [base, head] = [await repository.resolve('HEAD~1'), await repository.resolve('HEAD')];
    expect(await repository.tree(head).list()).toEqual(['payments/A.java', 'payments/C.java']);
    expect(await repository.changedFiles(base, head)).toEqual([
      { path: 'payments/A.java', status: 'modified' },
      { path: 'payments/C.java', status: 'added' },
    ]);
    const asked = ['shop/B.java', 'payments/C.java', 'payments/none.java', 'README.md', 'payments/A.java'];
    const read = await all(repository.tree(head).read(asked));
    expect(read.map(({ path, bytes }) => [path, bytes && Buffer.from(bytes).toString()])).toEqual([
      ['shop/B.java', null],
      ['payments/C.java', 'class C {}'],
      ['payments/none.java', null],
      ['README.md', null],
      ['payments/A.java', 'class A { }'],
    ]);
  });

  it('may be left in the middle of reading', async () => {
    const scratch = scratchRepository();
    scratch.commit({ 'payments/A.java': 'class A {}', 'payments/B.java': 'class B {}' });
    const repository = narrowed(await openRepository(scratch.root), PAYMENTS);
    for await (const { path } of repository
      .tree(await repository.resolve('HEAD'))
      .read(['payments/A.java', 'payments/B.java'])) {
      expect(path).toBe('payments/A.java');
      break;
    }
  });

  it('is the repository itself where everything counts', async () => {
    const repository = await openRepository(scratchRepository().root);
    expect(narrowed(repository, { under: '', globs: [] })).toBe(repository);
  });
});

describe('a narrowed past', () => {
  const LINES = 'class A {\n  int a;\n  int b;\n  int c;\n}'; // five lines, the last without an end

  it('tells a file that crossed the border as one that came or went, with all its lines', async () => {
    const scratch = scratchRepository();
    scratch.commit({ 'payments/A.java': LINES, 'shop/B.java': LINES.replace('A', 'B'), 'shop/C.java': 'class C {}' });
    scratch.commit({
      'payments/A.java': null,
      'shop/A.java': LINES,
      'shop/B.java': null,
      'payments/B.java': LINES.replace('A', 'B'),
      'shop/C.java': 'class C { }',
    });
    const pair = { before: scratch.git('rev-parse', 'HEAD~1^{tree}'), after: scratch.git('rev-parse', 'HEAD^{tree}') };
    const differ = async (countLines: boolean) => {
      const history = narrowedHistory(openHistory(scratch.root), PAYMENTS);
      const [files = []] = await all(history.differences([pair], { extensions: ['.java'], countLines }));
      return files
        .map(({ before, after, addedLines, deletedLines }) => [before?.path, after?.path, addedLines, deletedLines])
        .sort();
    };
    expect(await differ(true)).toEqual([
      [undefined, 'payments/B.java', 5, 0],
      ['payments/A.java', undefined, 0, 5],
    ]);
    expect(await differ(false)).toEqual([
      [undefined, 'payments/B.java', 0, 0],
      ['payments/A.java', undefined, 0, 0],
    ]);
  });

  it('keeps a place for each pair, also where nothing that counts differs', async () => {
    const scratch = scratchRepository();
    scratch.commit({ 'shop/B.java': 'class B {}' });
    scratch.commit({ 'shop/B.java': 'class B { }' });
    scratch.commit({ 'payments/A.java': 'class A {}' });
    const trees = ['HEAD~2', 'HEAD~1', 'HEAD'].map((name) => scratch.git('rev-parse', `${name}^{tree}`));
    const pairs = [1, 2].map((at) => ({ before: trees[at - 1] ?? null, after: trees[at] ?? '' }));
    const history = narrowedHistory(openHistory(scratch.root), PAYMENTS);
    const found = await all(history.differences(pairs, { extensions: ['.java'], countLines: true }));
    expect(found.map((files) => files.length)).toEqual([0, 1]);
  });
});

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}
