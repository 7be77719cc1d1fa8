// Drift of real repositories whose histories are short enough to work out by hand.

import { describe, expect, test } from 'vitest';
import type { Since } from '../../src/core/history-window.ts';
import { monthEnds } from '../../src/core/month-ends.ts';
import type { DriftReport } from '../../src/core/report.ts';
import { openHistory } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/repository.ts';
import { type DriftInput, drift } from '../../src/jobs/drift.ts';
import { java, unwatched } from '../support/job-surroundings.ts';
import { type ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

const ALL: Since = { kind: 'all' };
const BOOKS = 'src/main/java/com/acme/books';

/** A class of 2 + 3 × n lines: one method of three lines for each name, of which one, the brace, has no word. */
function type(name: string, ...methods: string[]): string {
  const bodies = methods.map(
    (method) => `  long ${method}() {\n    return compute("${method}", amounts, rates, rounding);\n  }\n`,
  );
  return `class ${name} {\n${bodies.join('')}}\n`;
}

const INVOICE = type('Invoice', 'net', 'gross', 'tax');
const LEDGER = type('Ledger', 'open', 'close');

async function driftOf({ root }: ScratchRepository, facts: Partial<DriftInput> = {}): Promise<DriftReport> {
  const repository = await openRepository(root);
  return drift({
    history: openHistory(root),
    until: await repository.resolve('HEAD'),
    since: ALL,
    trainedAt: null,
    freshness: null,
    language: java,
    progress: unwatched,
    signal: new AbortController().signal,
    ...facts,
  });
}

/** `2024-02 +3 -1 of 11 in 1 file, 2 commits`. */
function churn({ months }: DriftReport): string[] {
  return months.map(
    ({ month, added, deleted, lines, files, commits }) =>
      `${month} +${added} -${deleted} of ${lines} in ${files}, ${commits} commits`,
  );
}

/** `2024-02 7 lines, 3 methods`: what stands of the first day. */
function standing({ months }: DriftReport): string[] {
  return months.map(
    ({ month, standing: now }) => `${month} ${now === null ? '-' : `${now.lines} lines, ${now.methods} methods`}`,
  );
}

describe('the months', () => {
  test('start from nothing where the history does', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    repository.commitOn('2024-01-20', { [`${BOOKS}/Ledger.java`]: LEDGER });
    repository.commitOn('2024-03-01', { [`${BOOKS}/Ledger.java`]: null });
    const report = await driftOf(repository);
    expect(churn(report)).toEqual([
      '2024-01 +19 -0 of 0 in 2, 2 commits',
      '2024-02 +0 -0 of 19 in 0, 0 commits',
      '2024-03 +0 -8 of 19 in 1, 1 commits',
    ]);
    expect(report.months.map(({ share, whole }) => [share, whole])).toEqual([
      [null, true],
      [0, true],
      [8 / 19, false],
    ]);
    expect(report.size).toEqual({ lines: 11, files: 1 });
    expect(report.yearly).toMatchObject({ months: 1, share: 0 });
  });

  test('compare ends, so that a change and its revert in one month are none', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    repository.commitOn('2024-02-10', { [`${BOOKS}/Invoice.java`]: type('Invoice', 'net') });
    repository.on('2024-02-11', () => repository.git('revert', '--no-edit', 'HEAD'));
    expect(churn(await driftOf(repository))).toEqual([
      '2024-01 +11 -0 of 0 in 1, 1 commits',
      '2024-02 +0 -0 of 11 in 0, 2 commits',
    ]);
  });

  test('take a branch when it is merged, not when its commits were written', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    repository.git('checkout', '--quiet', '-b', 'ledger');
    repository.commitOn('2024-01-20', { [`${BOOKS}/Ledger.java`]: LEDGER });
    repository.commitOn('2024-02-20', { [`${BOOKS}/Ledger.java`]: type('Ledger', 'open') });
    repository.git('checkout', '--quiet', 'main');
    repository.on('2024-03-05', () => repository.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'ledger'));
    expect(churn(await driftOf(repository))).toEqual([
      '2024-01 +11 -0 of 0 in 1, 1 commits',
      '2024-02 +0 -0 of 11 in 0, 0 commits',
      '2024-03 +5 -0 of 11 in 1, 1 commits',
    ]);
  });

  test('are not confused by commit dates that go back', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    repository.commitOn('2024-02-10', { [`${BOOKS}/Ledger.java`]: LEDGER });
    repository.commitOn('2023-06-01', { [`${BOOKS}/Ledger.java`]: null });
    repository.commitOn('2024-02-12', { [`${BOOKS}/Tax.java`]: type('Tax', 'rate') });
    repository.commitOn('2024-03-01', {});
    expect(churn(await driftOf(repository))).toEqual([
      '2024-01 +11 -0 of 0 in 1, 1 commits',
      '2024-02 +5 -0 of 11 in 1, 3 commits',
      '2024-03 +0 -0 of 16 in 0, 1 commits',
    ]);
  });

  test('leave out tests, generated and vendored code, and what is not Java', async () => {
    const repository = scratchRepository();
    const generated = `// Generated by protoc. DO NOT EDIT!\n${LEDGER}`;
    repository.commitOn('2024-01-10', {
      [`${BOOKS}/Invoice.java`]: INVOICE,
      [`${BOOKS}/Wire.java`]: generated,
      'src/test/java/com/acme/books/InvoiceTest.java': type('InvoiceTest', 'adds'),
      'vendor/com/other/Lib.java': type('Lib', 'call'),
      'README.md': 'Books\n',
    });
    repository.commitOn('2024-02-10', {
      [`${BOOKS}/Wire.java`]: `${generated}// more\n`,
      'src/test/java/com/acme/books/InvoiceTest.java': null,
      'README.md': 'More books\n',
    });
    const report = await driftOf(repository);
    expect(churn(report)).toEqual(['2024-01 +11 -0 of 0 in 1, 1 commits', '2024-02 +0 -0 of 11 in 0, 1 commits']);
    expect(report.leftOut).toEqual([
      { reason: 'test', methods: null, files: 1 },
      { reason: 'generated', methods: 2, files: 1 },
      { reason: 'vendored', methods: null, files: 1 },
    ]);
  });

  test('are those of the window, from the whole month that it begins in', async () => {
    const repository = scratchRepository();
    for (const [index, day] of ['2023-12-05', '2024-01-05', '2024-02-05', '2024-03-05', '2024-04-20'].entries()) {
      repository.commitOn(day, { [`${BOOKS}/T${index}.java`]: LEDGER });
    }
    const months = async (since: Since) => (await driftOf(repository, { since })).months.map(({ month }) => month);
    expect(await months({ kind: 'span', span: { count: 2, unit: 'months' } })).toEqual([
      '2024-02',
      '2024-03',
      '2024-04',
    ]);
    expect(await months({ kind: 'day', seconds: Date.UTC(2024, 2, 31) / 1000 })).toEqual(['2024-03', '2024-04']);
    expect(await months({ kind: 'day', seconds: Date.UTC(2030, 1, 1) / 1000 })).toEqual(['2024-04']);
    expect(await months({ kind: 'span', span: { count: 9, unit: 'years' } })).toHaveLength(5);
    expect(churn(await driftOf(repository, { since: { kind: 'span', span: { count: 1, unit: 'days' } } }))).toEqual([
      '2024-04 +8 -0 of 32 in 1, 1 commits',
    ]);
  });

  test('agree with git diff --numstat -M between the same month ends', async () => {
    const repository = busyRepository();
    const { commits } = await openHistory(repository.root).firstParents({
      hash: 'HEAD',
      name: 'HEAD',
      committedAt: null,
    });
    const ends = monthEnds(commits).map(({ commit }) => commit.hash);
    const { months } = await driftOf(repository);
    expect(months).toHaveLength(8);
    for (const [index, { added, deleted, files, revision }] of months.entries()) {
      expect(revision).toBe(ends[index]);
      if (index === 0) continue;
      const told = repository.git('diff', '--numstat', '-M', `${ends[index - 1]}`, revision, '--', '*/src/main/*.java');
      const rows = told
        .split('\n')
        .filter(Boolean)
        .map((row) => row.split('\t').slice(0, 2).map(Number));
      expect([added, deleted]).toEqual([0, 1].map((column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)));
      expect(files).toBe(rows.filter((row) => row.some((lines) => lines > 0)).length);
    }
    expect(months.some(({ added }) => added > 0)).toBe(true);
  });
});

/** Eight months of files that come, go, change, and move from module to module. */
function busyRepository(): ScratchRepository {
  const repository = scratchRepository();
  const path = (file: number, module: number) => `m${module}/src/main/java/com/acme/T${file}.java`;
  const methods = (file: number, month: number) =>
    Array.from(
      { length: 3 + ((file * 7) % 5) },
      (_, method) => `f${file}m${method}v${(method * file) % 4 === month % 4 ? month : 0}`,
    );
  const places = new Map<number, string>();
  for (let month = 0; month < 8; month++) {
    const files: Record<string, string | null> = {};
    for (let file = 0; file < 20; file++) {
      const place = places.get(file);
      const next = (file + month) % 7 === 0 ? null : path(file, file % 3 === month % 3 ? month % 4 : 9);
      if (place !== undefined && place !== next) files[place] = null;
      if (next !== null) files[next] = type(`T${file}`, ...methods(file, month));
      if (next === null) places.delete(file);
      else places.set(file, next);
    }
    repository.commitOn(`2024-0${month + 1}-15`, files);
  }
  return repository;
}

describe('what stands', () => {
  test('is counted from the state before the first month', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE, [`${BOOKS}/Ledger.java`]: LEDGER });
    repository.commitOn('2024-02-10', { [`${BOOKS}/Invoice.java`]: INVOICE.replace('compute("tax"', 'round("tax"') });
    repository.commitOn('2024-03-10', { [`${BOOKS}/Ledger.java`]: null });
    const report = await driftOf(repository, { since: { kind: 'span', span: { count: 1, unit: 'months' } } });
    expect(report.survival).toMatchObject({ origin: 'start', files: 2, lines: 12, methods: 5 });
    // Of the twelve lines with a word, one was changed; then Ledger took its five.
    expect(standing(report)).toEqual(['2024-02 11 lines, 4 methods', '2024-03 6 lines, 2 methods']);
  });

  test('comes back with a revert, and with a file that was deleted', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE, [`${BOOKS}/Ledger.java`]: LEDGER });
    repository.commitOn('2024-02-10', { [`${BOOKS}/Invoice.java`]: type('Invoice', 'net') });
    repository.on('2024-03-10', () => repository.git('revert', '--no-edit', 'HEAD'));
    repository.commitOn('2024-04-10', { [`${BOOKS}/Ledger.java`]: null });
    repository.commitOn('2024-05-10', { [`${BOOKS}/Ledger.java`]: type('Ledger', 'open', 'book') });
    expect(standing(await driftOf(repository))).toEqual([
      '2024-01 -',
      '2024-02 8 lines, 3 methods',
      '2024-03 12 lines, 5 methods',
      '2024-04 7 lines, 3 methods',
      '2024-05 10 lines, 4 methods',
    ]);
  });

  test('moves with its files from module to module, changed on the way or not', async () => {
    const repository = scratchRepository();
    const [here, there] = [`billing/${BOOKS}`, `core/${BOOKS}/invoices`];
    repository.commitOn('2024-01-10', { [`${here}/Invoice.java`]: INVOICE, [`${here}/Ledger.java`]: LEDGER });
    repository.commitOn('2024-02-10', {
      [`${here}/Invoice.java`]: null,
      [`${there}/Bill.java`]: INVOICE.replace('class Invoice', 'class Bill'),
      [`${here}/Ledger.java`]: null,
      [`${there}/Ledger.java`]: LEDGER,
    });
    const report = await driftOf(repository);
    expect(churn(report).at(-1)).toBe('2024-02 +1 -1 of 19 in 1, 1 commits');
    expect(standing(report).at(-1)).toBe('2024-02 11 lines, 5 methods');
  });

  test('a method that moves to another file stands there; white space and comments are nothing to it', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    repository.commitOn('2024-02-10', {
      [`${BOOKS}/Invoice.java`]: type('Invoice', 'net').replace('return', '/* as agreed */ return'),
      [`${BOOKS}/Rates.java`]: type('Rates', 'tax', 'rate'),
    });
    // class Invoice, long net(), and the methods net and tax; gross is gone.
    expect(standing(await driftOf(repository)).at(-1)).toBe('2024-02 2 lines, 2 methods');
  });

  test('starts where the model was trained, also within a month', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    const hash = repository.commitOn('2024-02-10', { [`${BOOKS}/Ledger.java`]: LEDGER });
    repository.commitOn('2024-02-20', { [`${BOOKS}/Ledger.java`]: type('Ledger', 'open') });
    repository.commitOn('2024-03-10', { [`${BOOKS}/Invoice.java`]: null });
    const trainedAt = { hash, name: 'trained', committedAt: null };
    const report = await driftOf(repository, { trainedAt });
    expect(report.survival).toMatchObject({ origin: 'trained', revision: hash, lines: 12, methods: 5 });
    expect(standing(report)).toEqual(['2024-01 -', '2024-02 10 lines, 4 methods', '2024-03 3 lines, 1 methods']);
    const later = await driftOf(repository, { trainedAt, since: { kind: 'span', span: { count: 1, unit: 'days' } } });
    expect(standing(later)).toEqual(['2024-03 3 lines, 1 methods']);
  });

  test('starts there too after the branch was rewritten', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    const hash = repository.commitOn('2024-02-10', { [`${BOOKS}/Ledger.java`]: LEDGER });
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    repository.commitOn('2024-02-20', { [`${BOOKS}/Ledger.java`]: type('Ledger', 'open', 'shut') });
    const report = await driftOf(repository, { trainedAt: { hash, name: 'trained', committedAt: null } });
    expect(report.survival).toMatchObject({ origin: 'trained', revision: hash });
    expect(standing(report)).toEqual(['2024-01 -', '2024-02 10 lines, 4 methods']);
  });

  test('starts with the months where the trained revision is of no use, and says why', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    const early = repository.git('rev-parse', 'HEAD');
    repository.commitOn('2024-02-10', { [`${BOOKS}/Ledger.java`]: LEDGER });
    const hash = repository.commitOn('2024-04-10', { [`${BOOKS}/Ledger.java`]: null });
    const until = { hash: early, name: 'early', committedAt: null };
    const trainedAt = { hash, name: 'trained', committedAt: null };
    expect(await driftOf(repository, { until, trainedAt })).toMatchObject({
      survival: { origin: 'start', methods: 3 },
      trainedRevisionPassedOver: 'later-than-history',
    });
    expect(await driftOf(repository, { trainedAt: 'missing' })).toMatchObject({
      survival: { origin: 'start' },
      trainedRevisionPassedOver: 'not-in-clone',
    });
  });

  test('has a half-life: a code that loses half of its methods every month', async () => {
    const repository = scratchRepository();
    const names = Array.from({ length: 64 }, (_, index) => `method${index}`);
    for (let month = 0; month < 7; month++) {
      repository.commitOn(`2024-0${month + 1}-10`, {
        [`${BOOKS}/Ledger.java`]: type('Ledger', ...names.slice(0, 64 >> month)),
      });
    }
    const { survival, months } = await driftOf(repository);
    expect(months.map((month) => month.standing?.methods ?? null)).toEqual([null, 32, 16, 8, 4, 2, 1]);
    expect(survival?.methodsHalfLife?.months).toBeCloseTo(1, 1);
  });
});

describe('what cannot be told', () => {
  test('a shallow clone that begins within the months is refused, with what to do', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    for (const day of ['2024-02-10', '2024-03-10']) repository.commitOn(day, { [`${BOOKS}/Ledger.java`]: day });
    const clone = scratchRepository();
    clone.git('fetch', '--quiet', '--depth', '2', `file://${repository.root}`, 'main');
    clone.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    await expect(driftOf(clone)).rejects.toMatchObject({
      code: 'shallow-clone',
      message: 'this shallow clone begins on 2024-02-10, within the months that were asked for',
    });
    const report = await driftOf(clone, { since: { kind: 'span', span: { count: 1, unit: 'days' } } });
    expect(churn(report)).toEqual(['2024-03 +1 -1 of 12 in 1, 1 commits']);
  });

  test('a project without Java is refused', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { 'README.md': 'Books\n' });
    await expect(driftOf(repository)).rejects.toMatchObject({ code: 'no-source-files' });
  });

  test('a forecast needs a history of freshness', async () => {
    const repository = scratchRepository();
    repository.commitOn('2024-01-10', { [`${BOOKS}/Invoice.java`]: INVOICE });
    expect((await driftOf(repository)).forecast).toBeNull();
    const history = [1, 0.98, 0.96].map((freshness, index) => ({ at: `2024-01-1${index}T00:00:00Z`, freshness }));
    expect((await driftOf(repository, { freshness: { history, line: 0.9 } })).forecast).toMatchObject({
      kind: 'expected',
      day: '2024-01-15',
    });
  });
});
