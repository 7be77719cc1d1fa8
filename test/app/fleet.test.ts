// Two web processes and two workers on one PostgreSQL, of which one is killed, and which is restarted under them.

import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appEnvironment, type RunningApp, startAppProcess, WEBHOOKS } from '../support/app.ts';
import { checksOf, checkTasks, idle, ours, tasksIn, told, until } from '../support/app-watch.ts';
import { BOOKS, STREAMS } from '../support/books.ts';
import {
  type Deliveries,
  type FakeApp,
  type FakeGitHub,
  type FakeInstallation,
  type FakePullRequest,
  startFakeGitHub,
} from '../support/fake-github.ts';
import { startOwn, whyNoPostgresOfItsOwn } from '../support/postgres.ts';

const why = whyNoPostgresOfItsOwn();

describe.skipIf(why !== null)(`on PostgreSQL${why === null ? '' : `: left out, ${why}`}`, () => {
  let database: Awaited<ReturnType<typeof startOwn>>;
  let url: string;
  let gitHub: FakeGitHub;
  let app: FakeApp;
  let installation: FakeInstallation;
  let deliveries: Deliveries;
  let webs: RunningApp[];
  let workers: RunningApp[];
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    database = await startOwn();
    url = await database.newDatabase();
    gitHub = await startFakeGitHub();
    app = gitHub.registerApp();
    environment = { ...appEnvironment(gitHub, app), DATABASE_URL: url, PACE_WRITES: 'false', WORKER_PORT: '0' };
    // at the same time: the tables are made once
    const parts = ['web', 'web', 'worker', 'worker'];
    const all = await Promise.all(parts.map((part) => startAppProcess(environment, part)));
    webs = all.slice(0, 2);
    workers = all.slice(2);
    deliveries = gitHub.deliverTo(`${webs[0]?.url}${WEBHOOKS}`, app.webhookSecret);
    installation = await gitHub.install(app, []);
  });
  afterAll(async () => {
    await Promise.all([...webs, ...workers].map((each) => each.stop('SIGKILL')));
    await gitHub?.close();
    await database?.stop();
  });

  const web = () => webs[0] as RunningApp;

  /** A repository where the App is installed, with so many branches that change a method. */
  async function project(name: string, branches = 1) {
    const repository = await gitHub.addRepository(`acme/${name}`, { files: BOOKS });
    for (let branch = 1; branch <= branches; branch++) await repository.commit(`streams-${branch}`, STREAMS);
    await installation.add(repository);
    await until(`${name} known`, async () => (await fetch(`${web().url}/acme/${name}/badge.json`)).ok, ...workers);
    return repository;
  }

  const saidOnce = (pull: FakePullRequest) => {
    expect(ours(pull)).toHaveLength(1);
    expect(checksOf(pull).filter(({ status }) => status !== 'completed')).toEqual([]);
  };

  it('one delivery that both web processes get is done once', async () => {
    const repository = await project('twice');
    const first = deliveries.all.length;
    const pull = await repository.openPullRequest({ head: 'streams-1' });
    const delivery = deliveries.all[first];
    if (delivery === undefined) throw new Error('nothing was delivered');
    deliveries.sendTo({ url: `${webs[1]?.url}${WEBHOOKS}`, secret: app.webhookSecret });
    expect(await deliveries.redeliver(delivery)).toBe(200);
    await told(pull, ...workers);
    await idle(web());
    expect(checkTasks(pull, ...workers)).toHaveLength(1);
    saidOnce(pull);
  });

  it('a worker that is killed while GitHub takes its comment has its task done by the other, with no second comment', async () => {
    const repository = await project('killed');
    const comments = { method: 'POST', path: /^\/repos\/acme\/killed\/issues\/\d+\/comments$/ };
    let killed: RunningApp | null = null;
    gitHub.before(comments, async () => {
      killed = await until('a worker that has checked it', () => workers.find(hasChecked) ?? null);
      await killed.stop('SIGKILL');
    });
    const pull = await repository.openPullRequest({ head: 'streams-1' });
    await until('the comment of the killed worker', () => killed !== null && ours(pull).length === 1, ...workers);
    const others = workers.filter((each) => each !== killed);
    expect(others).toHaveLength(1);
    expect(checksOf(pull).map(({ status }) => status)).not.toContain('completed');
    // a minute without a sign of life, by the database's clock
    await onDatabase(url, (ask) =>
      until('the task taken up', async () => {
        await ask(`UPDATE pgboss.job SET started_on = started_on - interval '1 minute' WHERE state = 'active'
          AND data->'task'->'repository'->>'id' = '${repository.state.id}'`);
        await ask(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
        await ask(`UPDATE pgboss.version SET maintained_on = maintained_on - interval '1 minute'`);
        return checksOf(pull).some(({ status }) => status === 'completed');
      }),
    );
    await idle(web());
    saidOnce(pull);
    expect(checkTasks(pull, ...others).map(({ outcome }) => outcome)).toContain('done');
    workers = [...others, await startAppProcess(environment, 'worker')];
  });

  it('loses and doubles nothing when the database is restarted under a dozen pull requests', async () => {
    const repositories = await Promise.all(['maths', 'music'].map((name) => project(name, 6)));
    const before = tasksIn(...workers).length;
    const pulls: FakePullRequest[] = [];
    const open = async (...branches: readonly number[]) => {
      for (const repository of repositories)
        for (const branch of branches) pulls.push(await repository.openPullRequest({ head: `streams-${branch}` }));
    };
    await open(1, 2);
    await until('a few done', () => tasksIn(...workers).length > before + 2, ...workers);
    expect(pulls.some((pull) => ours(pull).length === 0)).toBe(true);
    await database.away(async () => {
      await open(3, 4);
      await wait(1_000);
    });
    await open(5, 6);
    await deliveries.settled();
    // what GitHub shows as not delivered is delivered again, by hand or by a script
    for (const each of deliveries.all) {
      if (each.statuses.at(-1) !== 200) expect(await deliveries.redeliver(each)).toBe(200);
    }
    for (const pull of pulls) await told(pull, ...workers);
    await idle(web());
    for (const pull of pulls) saidOnce(pull);
    for (const each of [...webs, ...workers]) expect((await fetch(`${each.url}/readyz`)).status).toBe(200);
  });
});

/** What came of the check is logged before it is told to GitHub. */
function hasChecked(worker: RunningApp): boolean {
  const lines = worker.log().split('\n');
  return lines.some((line) => line.includes('"repository":"acme/killed"') && line.includes('"pullRequest":1'));
}

async function onDatabase(url: string, work: (ask: (text: string) => Promise<unknown>) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work((text) => client.query(text));
  } finally {
    await client.end();
  }
}
