// Threads of the App: they stay for the next task, and what a task ends with is told as it was.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { openThreads, type ThreadServices, type Threads } from '../../src/app/threads.ts';
import type { RepositoryTask } from '../../src/core/task.ts';

const FILE = new URL('../support/thread-that-tells.mjs', import.meta.url);
const SETTINGS = { apiUrl: 'https://github.example.org/api/v3' };

let threads: Threads;
let told: { readonly thread: string; readonly settings: unknown }[] = [];

beforeAll(() => {
  threads = openThreads({ file: FILE, atOnce: 3, settings: SETTINGS });
});
afterAll(() => threads.close());

const unasked = () => Promise.reject(new Error('nobody asks'));
const services: Omit<ThreadServices, 'calledOff'> = {
  read: unasked,
  keys: unasked,
  write: unasked,
  forget: unasked,
  getBlobs: unasked,
  putBlobs: unasked,
  forgetBlobs: unasked,
  add: unasked,
  token: unasked,
  turn: unasked,
  log: ({ message, facts }) => void told.push({ thread: message, settings: facts }),
  answered: () => {},
};

async function doOne(ends: string, signal = new AbortController().signal): Promise<void> {
  const task = { kind: 'keep-ledger', ends } as unknown as RepositoryTask;
  await threads.do({ task, request: null }, signal, services);
}

it('stay: one task after the other is done by the same one', async () => {
  told = [];
  for (const _ of [1, 2, 3]) await doOne('done');
  expect(new Set(told.map(({ thread }) => thread)).size).toBe(1);
  expect(told.map(({ settings }) => settings)).toEqual([SETTINGS, SETTINGS, SETTINGS]);
});

it('are as many as may be, where there is enough to do', async () => {
  told = [];
  const stopping = new AbortController();
  const doing = Promise.allSettled([1, 2, 3, 4, 5, 6].map(() => doOne('called-off', stopping.signal)));
  await expect.poll(() => told.length).toBe(3);
  expect(new Set(told.map(({ thread }) => thread)).size).toBe(3);
  stopping.abort(new Error('enough'));
  expect((await doing).map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
});

it('tell of a failure with its code, and of a bug as one', async () => {
  await expect(doOne('refused')).rejects.toMatchObject({ code: 'forge-not-found', remedy: 'Look elsewhere.' });
  await expect(doOne('broken')).rejects.toThrow('a bug');
  await doOne('done');
});

it('hear that a task is called off, and why', async () => {
  const stopping = new AbortController();
  const doing = doOne('called-off', stopping.signal);
  stopping.abort(new Error('a newer push'));
  await expect(doing).rejects.toThrow('a newer push');
});
