// The process whose embedded database can do no more: it says so and ends, for whatever starts it again.

import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { appEnvironment, startAppProcess, WEBHOOKS, webhookHeaders } from '../support/app.ts';
import { until } from '../support/app-watch.ts';
import { startFakeGitHub } from '../support/fake-github.ts';
import { startFastClock } from '../support/fast-app.ts';

/** PostgreSQL writes ahead into files of 16 MB. */
const COMMENTS = 400;
const BYTES_EACH = 48_000;

it('ends with a line, and the next process has what was taken before', async () => {
  const gitHub = await startFakeGitHub();
  const app = gitHub.registerApp();
  const environment = appEnvironment(gitHub, app);
  // of an error while it writes ahead it says nothing, and three minutes are waited for it
  const faster = startFastClock(30);
  let running = await startAppProcess({ ...environment, ...faster.environment }, 'web');
  onTestFinished(async () => {
    await running.stop('SIGKILL');
    await gitHub.close();
  });
  const comment = async (id: number): Promise<number> => {
    const body = JSON.stringify(commentPayload(id));
    const headers = webhookHeaders('issue_comment', body, app.webhookSecret);
    const sent = fetch(`${running.url}${WEBHOOKS}`, { method: 'POST', body, headers });
    return sent.then(
      ({ status }) => status,
      () => 0,
    );
  };
  const waiting = async () => {
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    return Number(/^palimpsest_queue_tasks\{.*"command".*\} (\d+)$/m.exec(metrics)?.[1]);
  };

  expect(await comment(1)).toBe(200);
  const ahead = join(environment.DATA_DIR ?? '', 'database', 'database', 'pg_wal');
  renameSync(ahead, `${ahead}.away`);
  let taken = 1;
  for (let id = 2; id <= COMMENTS && (await comment(id)) === 200; id++) taken = id;
  expect(taken).toBeLessThan(COMMENTS);
  await running.logged('"level":"fatal"');
  expect(await running.stop()).toBe(1);
  const [told, ...more] = running
    .log()
    .split('\n')
    .filter((line) => line.includes('"level":"fatal"'));
  expect(more).toEqual([]);
  expect(told).toMatch(/"code":"database-unavailable","message":"the embedded database has ended, or answers no more"/);
  expect(told).not.toContain('"stack"');

  renameSync(`${ahead}.away`, ahead);
  running = await startAppProcess(environment, 'web');
  await until('what was taken', async () => (await waiting()) >= taken, running);
});

function commentPayload(id: number): object {
  return {
    action: 'created',
    installation: { id: 7 },
    repository: { id: 70, name: 'books', full_name: 'acme/books', owner: { login: 'acme' }, private: false },
    issue: { number: 1, pull_request: {} },
    comment: {
      id,
      body: `/palimpsest check\n${randomBytes((BYTES_EACH * 3) / 4).toString('base64')}`,
      user: { login: 'ada', type: 'User' },
    },
    sender: { login: 'ada', type: 'User' },
  };
}
