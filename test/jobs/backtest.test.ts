// Backtests over real histories whose right answers are worked by hand.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { BacktestReport } from '../../src/core/report.ts';
import { openHistory } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/repository.ts';
import { type BacktestInput, backtest } from '../../src/jobs/backtest.ts';
import { runnerHere, type WalkedRunner } from '../support/backtests.ts';
import { unwatched } from '../support/job-surroundings.ts';
import { ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

const LEDGER = 'src/main/java/books/Ledger.java';

/** Four methods of sixteen characters each, told by eight digits: `{ go(00000000); }` has 17 with the space. */
function ledger(digits: readonly string[], file = LEDGER) {
  const methods = digits.map((eight, index) => `    void m${index}() {go(${eight});}\n`);
  return { [file]: `package books;\n\nclass Ledger {\n${methods.join('\n')}}\n` };
}

const [A, B, C] = ['00000000', '11110000', '11111111'];
/** Of `{go(########);}`: 15 characters. Four digits apart, and eight. */
const FOUR = 1 - 4 / 15;
const EIGHT = 1 - 8 / 15;

async function backtestOf(scratch: ScratchRepository, stated: Partial<BacktestInput> = {}, trainAt = 'start') {
  const repository = await openRepository(scratch.root);
  const runners: WalkedRunner[] = [];
  const report = await backtest({
    repository,
    history: openHistory(scratch.root),
    trainAt: await repository.resolve(trainAt),
    until: await repository.resolve('HEAD'),
    every: { count: 1, unit: 'weeks' },
    lines: [],
    sample: null,
    windowDays: 90,
    policy: { leastGain: 0.02, leastChanges: 1 },
    runnerOf: (plan) => {
      const runner = runnerHere(scratch, plan);
      runners.push(runner);
      return runner;
    },
    progress: unwatched,
    ...stated,
  });
  return { report, walks: runners[0]?.walks ?? [] };
}

const freshnessOf = ({ points }: BacktestReport) => points.map(({ freshness }) => freshness?.value ?? null);

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made: { scratch: ScratchRepository; hashes: readonly string[] } | null = null;

/** Weeks 0, 1, 2, 4 and 5: a method a week goes half the way, then the first two all of it. One history for all tests. */
function fiveStates(): { scratch: ScratchRepository; hashes: readonly string[] } {
  if (made !== null) return made;
  const scratch = new ScratchRepository(folder);
  const hashes = [
    scratch.commitOn('2024-01-01', ledger([A, A, A, A])),
    scratch.commitOn('2024-01-08', ledger([B, A, A, A])),
    scratch.commitOn('2024-01-15', ledger([B, B, A, A])),
    scratch.commitOn('2024-01-29', ledger([C, B, A, A])),
    scratch.commitOn('2024-02-05', ledger([C, C, A, A])),
  ];
  scratch.git('tag', 'start', hashes[0] ?? '');
  made = { scratch, hashes };
  return made;
}

describe('five states, worked by hand', () => {
  const one = (3 + FOUR) / 4; // one method of four has gone half the way
  const two = (2 + 2 * FOUR) / 4;
  const three = (2 + EIGHT + FOUR) / 4;
  const all = (2 + 2 * EIGHT) / 4;

  test('freshness falls as the code moves on', async () => {
    const { scratch, hashes } = fiveStates();
    const { report } = await backtestOf(scratch);
    expect(report.points.map(({ revision }) => revision)).toEqual(hashes);
    for (const [index, value] of [1, one, two, three, all].entries())
      expect(freshnessOf(report)[index]).toBeCloseTo(value, 12);
    expect(report.points.map(({ scored }) => scored)).toEqual([4, 1, 1, 1, 1]);
    expect(report.span).toEqual({
      states: 4,
      from: '2024-01-01T12:00:00.000Z',
      until: '2024-02-05T12:00:00.000Z',
      days: 35,
    });
    // Means are over time: the weeks between two states count as a straight line.
    const [never] = report.outcomes;
    const mean = ((1 + one) / 2 + (one + two) / 2 + 2 * ((two + three) / 2) + (three + all) / 2) / 5;
    expect(never?.meanFreshness).toBeCloseTo(mean, 12);
    expect(never?.meanSimilarity).toBeCloseTo(mean, 12); // of a model that wrote everything right on its first day
    expect(never).toMatchObject({ line: null, trainings: [], scored: 8 });
    expect(never?.lowestFreshness).toBeCloseTo(all, 12);
  });

  test('a line asks when freshness is below it, and the next model starts from there', async () => {
    const { scratch, hashes } = fiveStates();
    const { report, walks } = await backtestOf(scratch, { lines: [0.9] });
    const outcome = report.outcomes[1];
    // .933, .867: asked in week 2. Then .933 in week 4 for the new model, and .867 in week 5: asked again, at the very end.
    expect(outcome?.trainings.map(({ revision }) => revision)).toEqual([hashes[2], hashes[4]]);
    expect(outcome?.trainings.map(({ days }) => days)).toEqual([14, 21]);
    expect(outcome?.trainings[0]?.freshness).toBeCloseTo(two, 12);
    const mean = ((1 + one) / 2 + (one + two) / 2 + 2 * ((1 + one) / 2) + (one + two) / 2) / 5;
    expect(outcome?.meanFreshness).toBeCloseTo(mean, 12);
    expect(outcome?.lowestFreshness).toBeCloseTo(two, 12);
    // 4 + 1 + 1 by the first model, 4 + 1 + 1 by the second; for the last state nobody has to walk any more.
    expect(outcome?.scored).toBe(12);
    expect(new Set(walks.map(([from]) => from))).toEqual(new Set([0, 2]));
  });

  test('gain is what a model of the state before would have had over the one in use', async () => {
    const { scratch } = fiveStates();
    const { report } = await backtestOf(scratch, { lines: [0.9] });
    const gains = report.points.map(({ gain }) => gain);
    // Until week 4 nobody had seen what came; then the other model knew that the first digits had changed.
    expect(gains.map(({ gain }) => gain)).toEqual([null, 0, 0, (FOUR - EIGHT) / 3, (2 * (FOUR - EIGHT)) / 4]);
    expect(gains.map(({ changes, states }) => [changes, states])).toEqual([0, 1, 2, 3, 4].map((n) => [n, n]));
    expect(gains[4]?.statement).toEqual({ kind: 'unsure', reason: 'interval-too-wide' });
    const [never, kept] = report.outcomes;
    expect(never?.gain).toEqual(gains[4]);
    // Trained again in week 2, the model in use is as good as one trained in week 2 or 4.
    expect(kept?.gain).toMatchObject({ changes: 4, gain: 0 });
    expect(kept?.trainings.map(({ gain }) => [gain.changes, gain.gain])).toEqual([
      [2, 0],
      [2, 0],
    ]);
  });

  test('what a training brought is told by the changes after it, written by the old model and the new one', async () => {
    const { scratch } = fiveStates();
    const { report } = await backtestOf(scratch, { lines: [0.9, 0.95] });
    const [, kept, close] = report.outcomes;
    // Trained in week 2, the model was four digits off in weeks 4 and 5; the one of the start would have been eight off.
    expect(kept?.trainings.map(({ brought }) => [brought.changes, brought.gain])).toEqual([
      [2, FOUR - EIGHT],
      [0, null],
    ]);
    // Asked every time, as one method of four puts it below: each old model knew what the next change began from.
    expect(close?.trainings.map(({ brought }) => [brought.changes, brought.gain])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [0, null],
    ]);
  });

  test('the window of the gain ends at the moment, and begins so many days before', async () => {
    const { scratch } = fiveStates();
    const { report } = await backtestOf(scratch, { windowDays: 7 });
    expect(report.points.map(({ gain }) => gain.changes)).toEqual([0, 1, 2, 1, 2]);
  });

  test('a line that is never crossed asks for nothing; one that always is asks at every state', async () => {
    const { scratch, hashes } = fiveStates();
    const { report, walks } = await backtestOf(scratch, { lines: [1, 0.5] });
    expect(report.outcomes.map(({ line, trainings }) => [line, trainings.length])).toEqual([
      [null, 0],
      [0.5, 0],
      [1, 4],
    ]);
    expect(report.outcomes[2]?.trainings.map(({ revision }) => revision)).toEqual(hashes.slice(1));
    expect(new Set(walks.map(([from]) => from))).toEqual(new Set([0, 1, 2, 3]));
    const { trainings: _, line: __, ...halfway } = report.outcomes[1] ?? {};
    expect(report.outcomes[0]).toMatchObject(halfway);
  });
});

describe('histories as they are', () => {
  test('with nothing but documentation leave the model as fresh as it was', async () => {
    const scratch = scratchRepository();
    scratch.git('tag', 'start', scratch.commitOn('2024-01-01', ledger([A, A])));
    scratch.commitOn('2024-01-08', { 'README.md': '# Books\n' });
    scratch.commitOn('2024-01-15', { 'README.md': '# More books\n' });
    const { report } = await backtestOf(scratch, { lines: [1] });
    expect(freshnessOf(report)).toEqual([1, 1, 1]);
    expect(report.outcomes[1]).toMatchObject({ trainings: [], meanFreshness: 1, gain: { changes: 0, gain: null } });
  });

  test('stop at the states of the first parents: a merge is one of them, its branch is not', async () => {
    const scratch = scratchRepository();
    scratch.git('tag', 'start', scratch.commitOn('2024-01-01', ledger([A, A, A, A])));
    scratch.git('checkout', '--quiet', '-b', 'side');
    scratch.commitOn('2024-01-08', ledger([B, A, A, A]));
    scratch.commitOn('2024-01-15', ledger([C, A, A, A]));
    scratch.git('checkout', '--quiet', 'main');
    const docs = scratch.commitOn('2024-01-09', { 'README.md': '# Books\n' });
    const merge = scratch.on('2024-01-22', () => {
      scratch.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'side');
      return scratch.git('rev-parse', 'HEAD');
    });
    for (const every of [{ count: 1, unit: 'weeks' }, 'merge'] as const) {
      const { report } = await backtestOf(scratch, { every });
      expect(report.points.slice(1).map(({ revision }) => revision)).toEqual([docs, merge]);
      expect(freshnessOf(report)[2]).toBeCloseTo((3 + EIGHT) / 4, 12);
    }
  });

  test('whose trained commit lies on a merged branch begin with its merge', async () => {
    const scratch = scratchRepository();
    scratch.commitOn('2024-01-01', ledger([A, A]));
    scratch.git('checkout', '--quiet', '-b', 'release');
    scratch.git('tag', 'start', scratch.commitOn('2024-01-08', ledger([B, A])));
    scratch.git('checkout', '--quiet', 'main');
    scratch.commitOn('2024-01-09', { 'README.md': '# Books\n' });
    const merge = scratch.on('2024-01-22', () => {
      scratch.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'release');
      return scratch.git('rev-parse', 'HEAD');
    });
    const { report } = await backtestOf(scratch);
    expect(report.points.map(({ revision }) => revision)).toEqual([scratch.git('rev-parse', 'start'), merge]);
    expect(freshnessOf(report)).toEqual([1, 1]);
  });

  test('with dates that go back count no time twice, and none backwards', async () => {
    const scratch = scratchRepository();
    scratch.git('tag', 'start', scratch.commitOn('2024-01-01', ledger([A, A, A, A])));
    scratch.commitOn('2024-01-22', ledger([B, A, A, A]));
    scratch.commitOn('2024-01-03', ledger([C, A, A, A]));
    scratch.commitOn('2024-01-29', ledger([C, B, A, A]));
    const { report } = await backtestOf(scratch, { every: 'merge' });
    const days = report.points.map(({ committedAt }) => committedAt.slice(0, 10));
    expect(days).toEqual(['2024-01-01', '2024-01-22', '2024-01-22', '2024-01-29']);
    const [one, two, three] = [(3 + FOUR) / 4, (3 + EIGHT) / 4, (2 + EIGHT + FOUR) / 4];
    const mean = (3 * ((1 + one) / 2) + (two + three) / 2) / 4;
    expect(report.outcomes[0]?.meanFreshness).toBeCloseTo(mean, 12);
  });

  test('at one moment have a plain mean', async () => {
    const scratch = scratchRepository();
    scratch.git('tag', 'start', scratch.commitOn('2024-01-01', ledger([A, A])));
    scratch.commitOn('2024-01-01', ledger([B, A]));
    const { report } = await backtestOf(scratch, { every: 'merge' });
    expect(report.outcomes[0]?.meanFreshness).toBeCloseTo((1 + (1 + FOUR) / 2) / 2, 12);
  });

  test('in which all code goes and comes back know nothing in between, and ask for nothing there', async () => {
    const scratch = scratchRepository();
    scratch.git('tag', 'start', scratch.commitOn('2024-01-01', ledger([A, A])));
    scratch.commitOn('2024-01-08', { [LEDGER]: null, 'README.md': '# Soon\n' });
    scratch.commitOn('2024-01-15', ledger([A, C]));
    const { report } = await backtestOf(scratch, { lines: [0.9] });
    expect(freshnessOf(report)[1]).toBeNull();
    expect(report.outcomes[1]?.trainings.map(({ committedAt }) => committedAt.slice(0, 10))).toEqual(['2024-01-15']);
  });

  test('of a sample give an interval, and a line asks when all of it is below', async () => {
    const scratch = scratchRepository();
    const many = (file: number, digits: string) => {
      return ledger(
        Array.from({ length: 8 }, () => digits),
        `src/main/java/books/Ledger${file}.java`,
      );
    };
    const files = (changed: number) =>
      Object.assign({}, ...Array.from({ length: 6 }, (_, file) => many(file, file < changed ? C : A)));
    scratch.git('tag', 'start', scratch.commitOn('2024-01-01', files(0)));
    scratch.commitOn('2024-01-08', files(1));
    scratch.commitOn('2024-01-15', files(4));
    const { report } = await backtestOf(scratch, { sample: { size: 24, seed: 1 }, lines: [0.95] });
    expect(report.points[0]).toMatchObject({ units: 48, scored: 24 });
    expect(report.points[1]).toMatchObject({ units: 48, scored: 8 });
    expect(report.outcomes[1]?.trainings).not.toHaveLength(0);
  });
});

describe('what cannot be replayed', () => {
  const refusal = async (scratch: ScratchRepository, trainAt = 'start', stated: Partial<BacktestInput> = {}) =>
    backtestOf(scratch, stated, trainAt).then(
      () => 'nothing was refused',
      (error: Error) => error.message,
    );

  test('is a history without another state', async () => {
    const { scratch } = fiveStates();
    expect(await refusal(scratch, 'HEAD')).toBe('nothing was merged between HEAD and HEAD');
  });

  test('is a training that the history does not hold', async () => {
    const { scratch } = fiveStates();
    scratch.git('checkout', '--quiet', '-b', 'elsewhere', 'start');
    scratch.commitOn('2024-01-10', ledger([C, C, C, C]));
    scratch.git('checkout', '--quiet', 'main');
    expect(await refusal(scratch, 'elsewhere')).toBe(
      'HEAD does not hold elsewhere: no history leads from one to the other',
    );
  });

  test('is a training where there is no Java, or none that counts', async () => {
    const scratch = scratchRepository();
    scratch.git('tag', 'start', scratch.commitOn('2024-01-01', { 'README.md': '# Books\n' }));
    const tests = { 'src/test/java/books/LedgerTest.java': 'class LedgerTest { void adds() { go(); } }' };
    scratch.git('tag', 'tests', scratch.commitOn('2024-01-08', tests));
    scratch.commitOn('2024-01-15', ledger([A]));
    expect(await refusal(scratch)).toMatch(/^there are no Java files in /);
    expect(await refusal(scratch, 'tests')).toBe('there are no methods in the main sources of tests');
  });
});

test('the report is the same whichever step comes first', async () => {
  const { scratch } = fiveStates();
  const reportWith = async (delays: readonly number[]) => {
    let turn = 0;
    const disturb = () => setTimeout(delays[turn++ % delays.length] ?? 0);
    const runnerOf: BacktestInput['runnerOf'] = (plan) => runnerHere(scratch, plan, disturb);
    return (await backtestOf(scratch, { lines: [0.95, 0.9, 0.85], runnerOf })).report;
  };
  const inOrder = await reportWith([0]);
  expect(await reportWith([60, 0, 20])).toEqual(inOrder);
  expect(await reportWith([0, 40, 0, 0, 80])).toEqual(inOrder);
});

test('a step that fails fails the backtest', async () => {
  const { scratch } = fiveStates();
  const runnerOf: BacktestInput['runnerOf'] = (plan) => ({
    ...runnerHere(scratch, plan),
    walk: async (from) => {
      throw new Error(`no way from ${from}`);
    },
  });
  await expect(backtestOf(scratch, { lines: [0.9, 0.8], runnerOf })).rejects.toThrow('no way from 0');
});
