// The journal of a long run: what an interrupted run had, the next one has.

import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Regeneration } from '../../src/core/regeneration.ts';
import { openJournal } from '../../src/files/journal.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const TOTAL: Regeneration = { kind: 'regenerated', body: '{\n    return net + tax; // “é”\n}', confidence: 0.75 };
const REMIND: Regeneration = { kind: 'failed', reason: 'refused', detail: 'it would rather not' };

const journalPath = () => join(temporaryFolder(), 'evaluate/run.jsonl');

/** A run that wrote down some answers and was then interrupted. */
async function interruptedRun(path: string, answers: Readonly<Record<string, Regeneration>>): Promise<void> {
  const journal = await openJournal(path);
  for (const [key, regeneration] of Object.entries(answers)) await journal.append(key, regeneration);
  await journal.close();
}

test('a new run starts with nothing, and makes the folders it needs', async () => {
  const path = journalPath();
  const journal = await openJournal(path);
  expect(journal.resumed).toBe(0);
  expect(journal.get('total')).toBeUndefined();
  await journal.close();
  expect(existsSync(path)).toBe(true);
});

test('a run after an interrupted one knows what that one had', async () => {
  const path = journalPath();
  await interruptedRun(path, { total: TOTAL, remind: REMIND });
  const journal = await openJournal(path);
  expect(journal.resumed).toBe(2);
  expect(journal.get('total')).toEqual(TOTAL);
  expect(journal.get('remind')).toEqual(REMIND);
  expect(journal.get('archive')).toBeUndefined();
  await journal.close();
});

test('it goes on where that one was', async () => {
  const path = journalPath();
  await interruptedRun(path, { total: TOTAL });
  await interruptedRun(path, { remind: REMIND });
  const journal = await openJournal(path);
  expect(journal.resumed).toBe(2);
  await journal.close();
});

test('the alternatives that a model gave are not kept', async () => {
  const path = journalPath();
  await interruptedRun(path, { total: { ...TOTAL, samples: [{ body: '{ return net; }', probability: 0.4 }] } });
  const journal = await openJournal(path);
  expect(journal.get('total')).toEqual(TOTAL);
  await journal.close();
});

test('a last line that a crash tore is dropped, and what is written next is whole', async () => {
  const path = journalPath();
  await interruptedRun(path, { total: TOTAL, remind: REMIND });
  const torn = readFileSync(path).subarray(0, -10);
  writeFileSync(path, torn);
  const journal = await openJournal(path);
  expect(journal.resumed).toBe(1);
  expect(journal.get('remind')).toBeUndefined();
  await journal.append('archive', TOTAL);
  await journal.close();
  const next = await openJournal(path);
  expect([next.resumed, next.get('archive')]).toEqual([2, TOTAL]);
  await next.close();
});

test('torn in the middle of a character', async () => {
  const path = journalPath();
  await interruptedRun(path, { total: TOTAL });
  const line = Buffer.from(JSON.stringify({ key: 'late', regeneration: TOTAL }));
  appendFileSync(path, line.subarray(0, line.indexOf('é') + 1));
  const journal = await openJournal(path);
  expect(journal.resumed).toBe(1);
  await journal.close();
});

test('lines of another program, or of another version, are passed over', async () => {
  const path = journalPath();
  await interruptedRun(path, { total: TOTAL });
  const foreign = [
    '',
    'not json',
    'null',
    '[]',
    '{"key":"remind"}',
    '{"key":7,"regeneration":{"kind":"regenerated","body":"{}"}}',
    '{"key":"remind","regeneration":{"kind":"dreamt","body":"{}"}}',
    '{"key":"remind","regeneration":{"kind":"failed","reason":"bored","detail":""}}',
    '\0\0\0\0',
  ];
  appendFileSync(path, `${foreign.join('\n')}\n`);
  const journal = await openJournal(path);
  expect(journal.resumed).toBe(1);
  expect(journal.get('remind')).toBeUndefined();
  await journal.close();
});

test('a failure of the network that an older version kept is asked for again; what the model said is not', async () => {
  const path = journalPath();
  await interruptedRun(path, {
    total: { kind: 'failed', reason: 'error', detail: 'the server answered 503' },
    archive: { kind: 'failed', reason: 'timed-out', detail: 'no answer within 60 s' },
    close: { kind: 'failed', reason: 'refused', detail: 'it would rather not' },
  });
  const journal = await openJournal(path);
  expect([journal.get('total'), journal.get('archive')]).toEqual([undefined, undefined]);
  expect(journal.get('close')).toMatchObject({ reason: 'refused' });
  await journal.close();
});

test('a run that is complete leaves no journal', async () => {
  const path = journalPath();
  const journal = await openJournal(path);
  await journal.append('total', TOTAL);
  await journal.finish();
  expect(existsSync(path)).toBe(false);
  await journal.close();
});

test('a journal that cannot be kept is an expected failure', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'ledger.txt'), '');
  mkdirSync(join(folder, 'run.jsonl'));
  for (const path of ['ledger.txt/run.jsonl', 'run.jsonl']) {
    await expect(openJournal(join(folder, path))).rejects.toMatchObject({
      name: 'ExpectedFailure',
      code: 'not-writable',
      message: expect.stringContaining('run.jsonl'),
    });
  }
});
