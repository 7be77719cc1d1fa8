// The journal of a walk on disk: what was written whole is known again, what was torn is not.

import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WalkPoint } from '../../src/core/backtest-walk.ts';
import { openWalkJournal, readAnewStates, writeAnewStates } from '../../src/files/walk-journal.ts';
import { ledgerOf, unit } from '../support/ledgers.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const PAGES = ledgerOf([unit('Invoice.total'), unit('Tax.rate', '{ return rate; }')], 0.75);
const NO_PART = { units: 0, points: 0 };

function pointAt(at: number): WalkPoint {
  const parts = { unchanged: { units: 2, points: 0 }, modified: NO_PART, new: NO_PART, deleted: NO_PART };
  return {
    at,
    units: 2,
    now: { value: 0.1 + 0.2, margin: null },
    freshness: { value: 1 / 3, margin: 0.01, parts },
    scored: 1,
    scores: [{ id: 'books/Tax.java#Tax.rate()', similarity: 2 / 3, failed: false }],
  };
}

const journalPath = () => join(temporaryFolder(), 'walks/walk-5.jsonl');

async function walkedTo(path: string, ...places: number[]): Promise<void> {
  const journal = await openWalkJournal(path, 5);
  for (const at of places) await journal.append(pointAt(at), () => PAGES);
  await journal.close();
}

test('a new walk starts with nothing', async () => {
  const journal = await openWalkJournal(journalPath(), 5);
  expect(journal.points).toEqual([]);
  expect(journal.ledger).toBeNull();
  await journal.close();
});

test('what was written is read again to the last digit, with the ledger of the last point', async () => {
  const path = journalPath();
  await walkedTo(path, 5, 6);
  const journal = await openWalkJournal(path, 5);
  expect(journal.points).toEqual([pointAt(5), pointAt(6)]);
  expect(journal.ledger).toEqual({ at: 6, pages: PAGES });
  await journal.close();
});

test('a torn line is dropped, and the next point takes its place', async () => {
  const path = journalPath();
  await walkedTo(path, 5, 6);
  appendFileSync(path, JSON.stringify(pointAt(7)).slice(0, 40));
  const journal = await openWalkJournal(path, 5);
  expect(journal.points.map(({ at }) => at)).toEqual([5, 6]);
  await journal.append(pointAt(7), () => PAGES);
  await journal.close();
  const again = await openWalkJournal(path, 5);
  expect(again.points).toEqual([pointAt(5), pointAt(6), pointAt(7)]);
  await again.close();
});

test('what follows a gap or a line that is no point is dropped', async () => {
  const path = journalPath();
  for (const middle of ['{"at":6}', JSON.stringify(pointAt(8)), JSON.stringify(pointAt(4)), 'null', '']) {
    await walkedTo(path, 5);
    appendFileSync(path, `${middle}\n${JSON.stringify(pointAt(6))}\n`);
    const journal = await openWalkJournal(path, 5);
    expect(journal.points.map(({ at }) => at)).toEqual([5]);
    await journal.close();
    rmSync(path);
  }
});

test('what two runs at once both wrote counts once', async () => {
  const path = journalPath();
  await walkedTo(path, 5, 6);
  for (const at of [6, 7, 5, 8]) appendFileSync(path, `${JSON.stringify(pointAt(at))}\n`);
  const journal = await openWalkJournal(path, 5);
  expect(journal.points).toEqual([5, 6, 7, 8].map(pointAt));
  await journal.close();
});

test('a ledger ahead of the points, or one that cannot be read, is none', async () => {
  const path = journalPath();
  await walkedTo(path, 5, 6);
  const kept = path.replace('.jsonl', '.ledger.json');
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, `${lines[0]}\n`);
  const ahead = await openWalkJournal(path, 5);
  expect([ahead.points.length, ahead.ledger]).toEqual([1, null]);
  await ahead.close();
  writeFileSync(path, lines.join('\n'));
  for (const text of ['', '{', '{"at":6,"head":"{}","shards":{}}', 'null']) {
    writeFileSync(kept, text);
    const journal = await openWalkJournal(path, 5);
    expect([journal.points.length, journal.ledger]).toEqual([2, null]);
    await journal.close();
  }
});

test('the changes of a stretch are kept whole or not at all', async () => {
  const path = join(temporaryFolder(), 'walks/anew-1-32.json');
  expect(await readAnewStates(path)).toBeNull();
  const states = [
    { at: 3, behind: 0, changes: [{ id: 'T#t()', similarity: 0.1 + 0.2, failed: true, change: 'added' as const }] },
  ];
  await writeAnewStates(path, states);
  expect(await readAnewStates(path)).toEqual(states);
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -3));
  expect(await readAnewStates(path)).toBeNull();
});
