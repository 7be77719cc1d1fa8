// The process of the App on a disk that fills up: a small file system of its own, where one may be mounted.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { systemErrorCode } from '../../src/errors.ts';
import { appEnvironment, startAppProcess, WEBHOOKS } from '../support/app.ts';
import { checksOf, idle, ours, told, until } from '../support/app-watch.ts';
import { BOOKS, STREAMS } from '../support/books.ts';
import { startFakeGitHub } from '../support/fake-github.ts';

const folder = mkdtempSync(join(tmpdir(), 'app-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** Nothing is left to write to. Returns what gives it back. */
function fill(): () => void {
  const file = join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(file, Buffer.alloc(bavail * bsize));
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOSPC') throw error; // the App has taken some of it meanwhile
  }
  return () => unlinkSync(file);
}

const why = mounted ? '' : ': left out, no file system may be mounted here';

describe.skipIf(!mounted)(`a full disk${why}`, () => {
  it('is told in a line, refuses what cannot be kept, and is got over when there is space again', async () => {
    const gitHub = await startFakeGitHub();
    const app = gitHub.registerApp();
    const running = await startAppProcess({ ...appEnvironment(gitHub, app), DATA_DIR: folder });
    try {
      const deliveries = gitHub.deliverTo(`${running.url}${WEBHOOKS}`, app.webhookSecret);
      const repository = await gitHub.addRepository('acme/books', { files: BOOKS });
      await repository.commit('streams', STREAMS);
      await gitHub.install(app, [repository]);
      await until('known', async () => (await fetch(`${running.url}/acme/books/badge.json`)).ok, running);
      const empty = fill();
      const before = running.log().length;
      const pull = await repository.openPullRequest({ head: 'streams' });
      await deliveries.settled();
      const delivery = deliveries.all.at(-1);
      expect(delivery?.statuses).toEqual([503]);
      await wait(2_000);
      const lines = running.log().slice(before).split('\n');
      expect(lines.filter((line) => line.includes('"code":"disk-full"')).length).toBeGreaterThan(0);
      for (const line of lines) expect(line).not.toMatch(/"stack"|"level":"fatal"/);
      expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
      expect(ours(pull)).toEqual([]);
      empty();
      if (delivery !== undefined) expect(await deliveries.redeliver(delivery)).toBe(200);
      await told(pull, running);
      await idle(running);
      expect(ours(pull)).toHaveLength(1);
      expect(checksOf(pull).filter(({ status }) => status !== 'completed')).toEqual([]);
    } finally {
      await running.stop('SIGKILL');
      await gitHub.close();
    }
  });
});
