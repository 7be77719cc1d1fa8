// An update and a gain that were killed go on where they were, on two releases of a real library.

import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesWritten, runCli, startCli } from '../support/cli.ts';
import { libraryHistory } from '../support/library-history.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

/** Starts the job, kills it when its journal holds so many methods, and runs it again. */
async function killedAndRunAgain(root: string, job: string, args: readonly string[], methods: number) {
  const journals = join(root, '.palimpsest', job);
  const command = [job, ...args, '--format', 'json'];
  const victim = startCli(command, { cwd: root });
  await linesWritten(journals, methods);
  victim.kill('SIGKILL');
  await once(victim, 'close');
  expect(readdirSync(journals)).toHaveLength(1);
  const again = await runCli(command, { cwd: root });
  const [, resumed = '0'] = /going on after (\d+) methods of an interrupted run\n/.exec(again.stderr) ?? [];
  expect(Number(resumed)).toBeGreaterThanOrEqual(methods);
  expect(again.exitCode).toBe(0);
  expect(readdirSync(journals)).toEqual([]);
  return again.stdout;
}

describe('a run that was killed', () => {
  it('of update goes on, and leaves the report and the ledger of an uninterrupted one', async () => {
    const whole = scratchRepository();
    const [earlier = ''] = libraryHistory(whole, 0, 1);
    await runCli(['train', '--revision', earlier], { cwd: whole.root });
    const sample = ['--protocol', 'in-place', '--sample', '20'];
    await runCli(['evaluate', '--revision', earlier, ...sample], { cwd: whole.root });
    const killed = temporaryFolder();
    cpSync(whole.root, killed, { recursive: true });
    const uninterrupted = await runCli(['update', '--format', 'json'], { cwd: whole.root });
    expect(JSON.parse(uninterrupted.stdout).units.scored).toBeGreaterThan(40);
    expect(await killedAndRunAgain(killed, 'update', [], 10)).toBe(uninterrupted.stdout);
  });

  it('of gain goes on, and leaves the report of an uninterrupted one', async () => {
    const scratch = scratchRepository();
    libraryHistory(scratch, 0, 1);
    const uninterrupted = await runCli(['gain', '--format', 'json'], { cwd: scratch.root });
    expect(await killedAndRunAgain(scratch.root, 'gain', [], 20)).toBe(uninterrupted.stdout);
  });
});
