// Worker threads: results and messages in order, failures with what to do, and a stop that nobody has to be killed for.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ExpectedFailure } from '../../src/errors.ts';
import { openWorkerPool } from '../../src/workers/pool.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

interface Copying {
  readonly pages: number;
  readonly fault?: 'expected' | 'bug' | 'endless';
}

/** A scribe: tells each page, then how many there were. It stands for what `serve` makes of a job. */
const SCRIBE = `
import { setTimeout } from 'node:timers/promises';
export default async ({ task, port }) => {
  let stopped = false;
  port.on('message', () => { stopped = true; });
  try {
    for (let page = 1; page <= task.pages; page++) port.postMessage(page);
    if (task.fault === 'bug') throw new Error('the ink ran out');
    if (task.fault === 'expected') return { kind: 'failed', code: 'disk-full', message: 'no parchment', remedy: 'Buy some.' };
    while (task.fault === 'endless' && !stopped) await setTimeout(5);
    if (stopped) return { kind: 'failed', code: 'cancelled', message: 'stopped', remedy: 'Go on.' };
    return { kind: 'done', result: task.pages };
  } finally { port.close(); }
};`;

async function scriptorium(threads: number, signal = new AbortController().signal) {
  const file = join(temporaryFolder(), 'scribe.mjs');
  writeFileSync(file, SCRIBE);
  const pool = await openWorkerPool<Copying>({ file: pathToFileURL(file), threads, signal });
  const copy = async (task: Copying) => {
    const pages: number[] = [];
    const result = await pool.run<number, number>(task, (page) => pages.push(page));
    return { pages, result };
  };
  return { pool, copy };
}

describe('worker threads', () => {
  test('hand over every message before the result, whatever number works', async () => {
    for (const threads of [1, 2]) {
      const { pool, copy } = await scriptorium(threads);
      const copied = await Promise.all([3, 0, 200].map((pages) => copy({ pages })));
      expect(copied.map(({ result }) => result)).toEqual([3, 0, 200]);
      expect(copied[2]?.pages).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
      await pool.close();
    }
  });

  test('tell a failure that was expected as one, and a bug as a bug', async () => {
    const { pool, copy } = await scriptorium(1);
    const failure = await copy({ pages: 1, fault: 'expected' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ExpectedFailure);
    expect(failure).toMatchObject({ code: 'disk-full', message: 'no parchment', remedy: 'Buy some.' });
    const bug = await copy({ pages: 1, fault: 'bug' }).catch((error: unknown) => error);
    expect(bug).not.toBeInstanceOf(ExpectedFailure);
    expect(bug).toMatchObject({ message: 'the ink ran out' });
    await pool.close();
  });

  test('stop when the run is called off, for the reason that it was, those in the queue too', async () => {
    const stopping = new AbortController();
    const { pool, copy } = await scriptorium(1, stopping.signal);
    const tasks = [copy({ pages: 1, fault: 'endless' }), copy({ pages: 1, fault: 'endless' })];
    setTimeout(() => stopping.abort(new Error('enough')), 300);
    for (const ended of await Promise.allSettled(tasks)) expect(ended).toMatchObject({ reason: { message: 'enough' } });
    await expect(copy({ pages: 1 })).rejects.toThrow('enough');
    await pool.close();
  });

  test('stop when the pool is closed', async () => {
    const { pool, copy } = await scriptorium(2);
    const task = copy({ pages: 1, fault: 'endless' }).catch((error: unknown) => error);
    await pool.close();
    expect(await task).toMatchObject({ code: 'cancelled' });
  });
});
