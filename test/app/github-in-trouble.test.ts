// The process of the App while GitHub, a model's server or the process itself fails: the comment comes in the end, once.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appEnvironment, type RunningApp, startAppProcess, WEBHOOKS, webhookHeaders } from '../support/app.ts';
import { checksOf, checkTasks, idle, ours, tasksIn, told, until } from '../support/app-watch.ts';
import { BOOKS, STREAMS } from '../support/books.ts';
import {
  type Deliveries,
  type FakeApp,
  type FakeGitHub,
  type FakeInstallation,
  type FakePullRequest,
  type FakeRepository,
  startFakeGitHub,
} from '../support/fake-github.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../support/fake-openai.ts';
import { type FastClock, startFastClock } from '../support/fast-app.ts';

const MINUTE_MS = 60_000;
const ALWAYS = Number.POSITIVE_INFINITY;

let clock: FastClock;
let gitHub: FakeGitHub;
let app: FakeApp;
let server: FakeOpenAi;
let environment: Readonly<Record<string, string>>;
let running: RunningApp;
let deliveries: Deliveries;
let installation: FakeInstallation;
const folder = mkdtempSync(join(tmpdir(), 'app-trouble-'));

beforeAll(async () => {
  clock = startFastClock();
  gitHub = await startFakeGitHub(clock.now);
  app = gitHub.registerApp();
  server = await startFakeOpenAi();
  server.misbehaveAlways({ kind: 'hang' });
  const models = join(folder, 'models.yml');
  writeFileSync(
    models,
    `models:\n  hosted: {provider: openai, model: acme/books-7b, base-url: "${server.baseUrl}", timeout: 20, retries: 1}\n`,
  );
  environment = {
    ...appEnvironment(gitHub, app),
    ...clock.environment,
    WORKERS: '6',
    MODELS_FILE: models,
    ALLOW_PRIVATE_ADDRESSES: 'true',
  };
  running = await startAppProcess(environment);
  deliveries = gitHub.deliverTo(`${running.url}${WEBHOOKS}`, app.webhookSecret);
  installation = await gitHub.install(app, []);
});

afterAll(async () => {
  await running?.stop('SIGKILL');
  await gitHub?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A repository where the App is installed, with a branch that changes a method. */
async function project(name: string, on: FakeInstallation = installation): Promise<FakeRepository> {
  const repository = await gitHub.addRepository(`acme/${name}`, { files: BOOKS });
  await repository.commit('streams', STREAMS);
  await on.add(repository);
  await until(`${name} known`, async () => (await fetch(`${running.url}/acme/${name}/badge.json`)).ok, running);
  return repository;
}

const opened = (repository: FakeRepository) => repository.openPullRequest({ head: 'streams' });

/** Said once, however often it was tried. */
async function toldOnce(pull: FakePullRequest): Promise<void> {
  await told(pull, running);
  await until('its task over', () => checkTasks(pull, running).some(({ outcome }) => outcome === 'done'), running);
  expect(ours(pull)).toHaveLength(1);
  expect(ours(pull)[0]?.body).toContain('outdated by this change');
  expect(checksOf(pull).filter(({ status }) => status !== 'completed')).toEqual([]);
}

describe('GitHub', () => {
  it.concurrent('that answers 500 for a minute is asked until it answers', async () => {
    const repository = await project('broken');
    const over = gitHub.fail({ path: /^\/repos\/acme\/broken\// }, { kind: 'status', status: 500 }, ALWAYS);
    const pull = await opened(repository);
    await clock.pass(MINUTE_MS);
    const failed = () => checkTasks(pull, running).filter(({ outcome }) => outcome === 'failed');
    await until('a check that failed', () => failed().length > 0, running);
    expect(ours(pull)).toEqual([]);
    over();
    await toldOnce(pull);
    for (const { level, err } of failed()) {
      expect(level).toBe('warn');
      expect(err?.message).toContain('GitHub has trouble (500)');
    }
  });

  it.concurrent('that takes no comment for a minute, and answers 502, is given it afterwards', async () => {
    const repository = await project('mute');
    const comments = { method: 'POST', path: /^\/repos\/acme\/mute\/issues\/\d+\/comments$/ };
    const over = gitHub.fail(comments, { kind: 'status', status: 502 }, ALWAYS);
    const pull = await opened(repository);
    await until('a comment tried', () => checkTasks(pull, running).length > 0, running);
    await clock.pass(MINUTE_MS);
    over();
    await toldOnce(pull);
  });

  it.concurrent('whose answer to the comment is lost is not given it twice', async () => {
    const repository = await project('deaf');
    const comments = { method: 'POST', path: /^\/repos\/acme\/deaf\/issues\/\d+\/comments$/ };
    gitHub.fail(comments, { kind: 'answer-lost' });
    await toldOnce(await opened(repository));
  });

  it.concurrent('that revokes a token in the middle of a task is asked for another', async () => {
    const other = await gitHub.install(app, []);
    const repository = await project('revoked', other);
    gitHub.before({ path: /^\/repos\/acme\/revoked\/issues\/\d+\/comments$/ }, () => other.revokeTokens());
    const pull = await opened(repository);
    await toldOnce(pull);
    expect(checkTasks(pull, running).map(({ outcome }) => outcome)).toEqual(['done']);
  });

  it.concurrent('where the App is removed in the middle of a task ends it in a line, and no other', async () => {
    const other = await gitHub.install(app, []);
    const repository = await project('removed', other);
    const staying = await project('staying');
    gitHub.before({ path: /^\/repos\/acme\/removed\/issues\/\d+\/comments$/ }, () => other.uninstall());
    const pull = await opened(repository);
    const [ended] = await until(
      'its end',
      () => {
        const tasks = checkTasks(pull, running);
        return tasks.length > 0 && tasks;
      },
      running,
    );
    // by the webhook of the removal, or by GitHub's answer, whichever is here first
    expect([
      ['called-off', 'info', undefined],
      ['failed', 'warn', `the App is no longer installed where it was (installation ${other.id})`],
    ]).toContainEqual([ended?.outcome, ended?.level, ended?.err?.message]);
    expect(ours(pull)).toEqual([]);
    await toldOnce(await opened(staying));
    expect(checkTasks(pull, running)).toHaveLength(1);
  });
});

describe('a model’s server', () => {
  it.concurrent('that hangs does not keep a check from its conclusion, which says so', async () => {
    const repository = await gitHub.addRepository('acme/hosted', {
      files: { ...BOOKS, '.github/palimpsest.yml': 'model: hosted\n' },
    });
    await repository.commit('streams', STREAMS);
    await installation.add(repository);
    const pull = await opened(repository);
    const [check] = await until(
      'a conclusion',
      () => {
        const checks = checksOf(pull).filter(({ status }) => status === 'completed');
        return checks.length > 0 && checks;
      },
      running,
    );
    expect(check).toMatchObject({ conclusion: 'neutral' });
    expect(check?.title).toContain('the model could not be asked');
    expect(check?.summary).toContain('no answer');
    expect(server.requests.length).toBeGreaterThan(0);
  });
});

describe('after that', () => {
  it('a rate limit that is lifted later than a request waits for is waited for', async () => {
    const repository = await project('limited');
    await idle(running);
    const before = gitHub.requests.length;
    gitHub.limitRate({ kind: 'primary', afterRequests: 4, resetInSeconds: 75 });
    const pull = await opened(repository);
    await toldOnce(pull);
    expect(gitHub.requests.slice(before).map(({ status }) => status)).toContain(403);
  });

  it('a clock that is ten minutes off, on either side, lets it in all the same', async () => {
    for (const minutes of [-10, 20]) {
      gitHub.advance(minutes * MINUTE_MS);
      await project(`clock${minutes}`, await gitHub.install(app, []));
    }
    gitHub.advance(-10 * MINUTE_MS);
  });

  it('nothing was said twice, and nothing was a surprise', async () => {
    await idle(running);
    const surprises = running
      .log()
      .split('\n')
      .filter((line) => /"level":"(error|fatal)"/.test(line));
    expect(surprises).toEqual([]);
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(metrics).not.toMatch(/palimpsest_task_seconds_count\{kind="begin-check",outcome="failed"\} [1-9]\d/);
  });

  it('webhooks that are forged, unsigned or too long are refused, and one of 25 MB or of yesterday is known', async () => {
    const url = `${running.url}${WEBHOOKS}`;
    const post = async (body: string, headers: Record<string, string>) =>
      (await fetch(url, { method: 'POST', body, headers })).status;
    const body = JSON.stringify({ action: 'created', installation: { id: 3 }, repositories: [] });
    expect(await post(body, webhookHeaders('installation', body, 'guessed'))).toBe(400);
    const { 'x-hub-signature-256': _, ...unsigned } = webhookHeaders('installation', body, app.webhookSecret);
    expect(await post(body, unsigned)).toBe(400);
    const most = `${body.slice(0, -1)},"pad":"${'x'.repeat(25 * 1024 * 1024 - body.length - 9)}"}`;
    expect(await post(most, webhookHeaders('installation', most, app.webhookSecret))).toBe(200);
    expect(await post(`${most} `, webhookHeaders('installation', most, app.webhookSecret)).catch(() => 413)).toBe(413);

    const delivery = deliveries.all.find(({ event }) => event === 'pull_request');
    if (delivery === undefined) throw new Error('nothing was delivered');
    const before = tasksIn(running).length;
    expect(await deliveries.redeliver(delivery)).toBe(200);
    await idle(running);
    expect(tasksIn(running)).toHaveLength(before);
  });

  it('a process that is killed while GitHub takes its comment says it no second time when it starts again', async () => {
    const repository = await project('killed');
    gitHub.before({ method: 'POST', path: /^\/repos\/acme\/killed\/issues\/\d+\/comments$/ }, () =>
      running.stop('SIGKILL'),
    );
    const pull = await opened(repository);
    await until('the comment of the killed process', () => ours(pull).length === 1);
    expect(checksOf(pull).map(({ status }) => status)).toEqual(['in_progress']);
    running = await startAppProcess(environment);
    await toldOnce(pull);
    await idle(running);
    expect(checkTasks(pull, running).map(({ outcome }) => outcome)).toEqual(['done']);
  });
});
