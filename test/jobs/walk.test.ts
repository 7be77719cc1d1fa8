// One walk, stopped anywhere and gone on with: the same points, and nothing scored twice but what the ledger had not kept.

import { describe, expect, test } from 'vitest';
import { statesOf } from '../../src/core/backtest-states.ts';
import type { BacktestPlan, WalkEnd, WalkPoint } from '../../src/core/backtest-walk.ts';
import { openHistory } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/repository.ts';
import { walk } from '../../src/jobs/walk.ts';
import { MemoryJournal, verbatimTraining } from '../support/backtests.ts';
import { undisturbed } from '../support/job-surroundings.ts';
import { type ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

const file = (name: string, body: string) => ({
  [`src/main/java/books/${name}.java`]: `package books;\n\nclass ${name} {\n    int of() ${body}\n}\n`,
});

/** A file changes, one moves away, one is deleted and comes back. */
function history(): ScratchRepository {
  const scratch = scratchRepository();
  const tax = file('Tax', '{ return rates.lookup(region).orElse(standard); }');
  const moved = { 'src/main/java/books/Tax.java': null, 'src/main/java/tax/Tax.java': Object.values(tax)[0] ?? '' };
  scratch.commit({ ...file('Invoice', '{ return net + tax; }'), ...tax, ...file('Audit', '{ return log.size(); }') });
  scratch.commit(file('Invoice', '{ return net + tax + fee; }'));
  scratch.commit(moved);
  scratch.commit({ 'src/main/java/books/Audit.java': null });
  scratch.commit(file('Audit', '{ return log.size() + 1; }'));
  return scratch;
}

async function planOf(scratch: ScratchRepository): Promise<BacktestPlan> {
  const head = await (await openRepository(scratch.root)).resolve('HEAD');
  const { commits } = await openHistory(scratch.root).firstParents(head);
  return { project: null, states: statesOf(commits, 'merge'), sample: null };
}

const TO_THE_END: WalkEnd = { kind: 'state', at: 4 };
const below = (line: number): WalkEnd => ({ kind: 'line', line });

async function walked(
  scratch: ScratchRepository,
  journal: MemoryJournal,
  { end = TO_THE_END, stopAfter = Number.POSITIVE_INFINITY }: { end?: WalkEnd; stopAfter?: number } = {},
): Promise<WalkPoint[]> {
  const points: WalkPoint[] = [];
  const stopping = new AbortController();
  const onPoint = (point: WalkPoint) => {
    points.push(point);
    if (points.length >= stopAfter) stopping.abort(new Error('stopped'));
  };
  const repository = await openRepository(scratch.root);
  const plan = await planOf(scratch);
  const training = verbatimTraining();
  const input = { ...undisturbed, plan, from: 0, end, repository, training, journal, onPoint };
  await walk({ ...input, signal: stopping.signal }).catch((error: Error) => {
    if (error.message !== 'stopped') throw error;
  });
  return points;
}

describe('a walk', () => {
  test('follows what changes, moves, goes and comes back', async () => {
    const points = await walked(history(), new MemoryJournal());
    const parts = points.map(({ freshness }) => Object.values(freshness?.parts ?? {}).map(({ units }) => units)); // unchanged, modified, new, deleted
    expect(parts).toEqual([
      [3, 0, 0, 0],
      [2, 1, 0, 0],
      [2, 1, 0, 0],
      [1, 1, 0, 1],
      [1, 2, 0, 0],
    ]);
    expect(points.map(({ scored }) => scored)).toEqual([3, 1, 0, 0, 1]);
    expect(points[4]?.scores.map(({ id }) => id)).toEqual(['src/main/java/books/Audit.java#Audit.of()']);
  });

  test('stopped after any state goes on to the same points', async () => {
    const scratch = history();
    const whole = await walked(scratch, new MemoryJournal());
    for (const stopAfter of [1, 2, 4]) {
      const first = new MemoryJournal();
      expect(await walked(scratch, first, { stopAfter })).toEqual(whole.slice(0, stopAfter));
      expect(first.closed).toBe(true);
      const second = first.reopened();
      expect(await walked(scratch, second)).toEqual(whole);
      expect(second.appended).toEqual(whole.slice(stopAfter));
    }
  });

  test('whose ledger was kept a while ago, or never, writes no point twice', async () => {
    const scratch = history();
    const journal = new MemoryJournal();
    const whole = await walked(scratch, journal);
    const early = new MemoryJournal();
    await walked(scratch, early, { stopAfter: 2 });
    for (const ledger of [early.reopened().ledger, null]) {
      const resumed = new MemoryJournal(whole.slice(0, 4), ledger);
      expect(await walked(scratch, resumed)).toEqual(whole);
      expect(resumed.appended).toEqual(whole.slice(4));
    }
  });

  test('ends where a line asks, and goes on from there for a lower one', async () => {
    const scratch = history();
    const whole = await walked(scratch, new MemoryJournal());
    const journal = new MemoryJournal();
    expect(await walked(scratch, journal, { end: below(0.95) })).toEqual(whole.slice(0, 2));
    expect(await walked(scratch, journal.reopened(), { end: { kind: 'state', at: 2 } })).toEqual(whole.slice(0, 3));
    const further = journal.reopened();
    expect(await walked(scratch, further, { end: below(0.1) })).toEqual(whole);
    expect(await walked(scratch, further.reopened(), { end: below(0.95) })).toEqual(whole.slice(0, 2));
  });
});
