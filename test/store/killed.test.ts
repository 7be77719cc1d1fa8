// Processes that are killed in the middle, refused beside another, and ended in peace.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openStore, type StoreSettings } from '../../src/store/store.ts';
import { onEachDatabase, PLAIN } from '../support/databases.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';
import { checkTask } from '../support/tasks.ts';

const WORKER = fileURLToPath(new URL('../support/store-worker.ts', import.meta.url));
const TASKS = 200;

onEachDatabase((place) => {
  test('200 tasks, the process killed in the middle: all are done after the next start, none is lost', async () => {
    const settings = await place.settings();
    const log = join(temporaryFolder(), 'log');
    const store = await openStore(settings, { ...PLAIN, aliveForSeconds: 2 }); // tasks keep what they were put in with
    for (let number = 1; number <= TASKS; number++)
      await store.queue.add(checkTask(number % 5, number), `delivery ${number}`);
    await store.close();

    const first = start(settings, log);
    await until(() => ended(log).size >= 50);
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(ended(log).size).toBeLessThan(TASKS);

    const second = start(settings, log);
    await said(second, 'empty'); // also of those that were done when it was killed, but not taken off the queue
    const all = Array.from({ length: TASKS }, (_, index) => index + 1);
    expect([...ended(log)].sort((a, b) => a - b)).toEqual(all);
    // Only what was under way when the process was killed is done twice.
    const begun = readFileSync(log, 'utf8').match(/begin/g) ?? [];
    expect(begun.length).toBeLessThanOrEqual(TASKS + 4);
    second.kill('SIGTERM');
    expect(await once(second, 'exit')).toEqual([0, null]);
  }, 240_000);

  if (place.kind === 'server') return;

  test('a second process is refused in one line while the first lives, however it ends', async () => {
    const settings = await place.settings();
    const log = join(temporaryFolder(), 'log');
    const first = start(settings, log);
    await said(first, 'started');
    const second = start(settings, log);
    expect(await said(second)).toMatch(
      new RegExp(`^process ${first.pid} on .* has the database in ${settings.folder}, .*a single process$`),
    );
    await expect(openStore(settings, PLAIN)).rejects.toMatchObject({ code: 'database-in-use' });
    first.kill('SIGKILL');
    await once(first, 'exit');
    const third = start(settings, log);
    expect(await said(third)).toBe('started');
    third.kill('SIGTERM');
    expect(await once(third, 'exit')).toEqual([0, null]);
    expect(readdirSync(join(settings.folder, 'database-lock'))).toEqual([]);
  }, 240_000);

  test('the same process cannot open it twice', async () => {
    const settings = await place.settings();
    const store = await openStore(settings, PLAIN);
    await expect(openStore(settings, PLAIN)).rejects.toMatchObject({ code: 'database-in-use' });
    await store.close();
    await (await openStore(settings, PLAIN)).close();
  });
});

function start({ folder, url }: StoreSettings, log: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER, folder, url ?? '', log], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** The first line that a process says, or the one that is waited for. Its output is read on: it may have more to say. */
async function said(child: ChildProcess, line?: string): Promise<string> {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const isSaid = () => (line === undefined ? text.includes('\n') : text.includes(`${line}\n`));
  while (!isSaid() && child.stdout?.readableEnded === false) await pause(20);
  return line ?? text.split('\n')[0] ?? '';
}

function ended(log: string): Set<number> {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  return new Set(lines.filter((line) => line.startsWith('end ')).map((line) => Number(line.slice('end '.length))));
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(20);
}
