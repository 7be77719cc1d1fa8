import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryHandler } from '../../src/app/deliveries.ts';
import { healthHandler } from '../../src/app/health.ts';
import { createProbot } from '../../src/app/installations.ts';
import { openLog } from '../../src/app/log.ts';
import { type AppMetrics, openMetrics } from '../../src/app/metrics.ts';
import { readAppSettings } from '../../src/app/settings.ts';
import { startWebServer, type WebServer } from '../../src/app/web.ts';
import type { Task } from '../../src/core/task.ts';
import type { TaskQueue } from '../../src/ports/task-queue.ts';
import { appEnvironment, WEBHOOKS, webhookHeaders } from '../support/app.ts';
import { type FakeApp, type FakeGitHub, type FakeRepository, startFakeGitHub } from '../support/fake-github.ts';
import { openMemory } from '../support/memory-services.ts';

let gitHub: FakeGitHub;
let app: FakeApp;
let books: FakeRepository;
let server: WebServer;
let metrics: AppMetrics;
const lines: string[] = [];
/** What the queue was given, with the delivery. */
const added: (readonly [Task, string | null])[] = [];
let isDown = false;
const memory = openMemory();
const queue: TaskQueue = {
  async add(task, delivery) {
    if (isDown) throw new Error('the database is away');
    const isNew = await memory.queue.add(task, delivery);
    if (isNew) added.push([task, delivery]);
    return isNew;
  },
  follow: (task) => memory.queue.follow(task),
  depth: () => memory.queue.depth(),
};

beforeAll(async () => {
  gitHub = await startFakeGitHub();
  app = gitHub.registerApp();
  books = await gitHub.addRepository('acme/books', { files: { 'README.md': '# Books\n' } });
  const { credentials, ...settings } = readAppSettings({
    ...appEnvironment(gitHub, app),
    METRICS_TOKEN: 'for-prometheus-alone',
  });
  if (credentials === null) throw new Error('no credentials');
  const log = openLog(settings, (line) => lines.push(line));
  metrics = openMetrics();
  metrics.watch(queue);
  const isReady = async () => (isDown ? 'the database is away' : null);
  const handlers = [
    healthHandler({ isReady, metrics, metricsToken: settings.metricsToken }),
    await deliveryHandler(createProbot({ ...settings, credentials }, log), { queue, metrics, log }),
  ];
  server = await startWebServer({ host: '127.0.0.1', port: 0, isSecure: true, log, handlers: () => handlers });
});
afterAll(async () => {
  await server.stop();
  await gitHub.close();
});

const taken = () => added.splice(0);
const payload = JSON.stringify({ action: 'created', installation: { id: 3 }, repositories: [] });
const post = (body: string | Uint8Array, headers: Record<string, string>) =>
  fetch(`${server.url}${WEBHOOKS}`, { method: 'POST', body: body as string, headers });

describe('what happens where the App is installed', () => {
  it('comes to the queue, from the first repository to the last comment', async () => {
    const deliveries = gitHub.deliverTo(`${server.url}${WEBHOOKS}`, app.webhookSecret);
    const told = async (happens: () => unknown) => {
      await happens();
      await deliveries.settled();
      return taken().map(([{ kind }]) => kind);
    };
    let installation = await gitHub.install(app, [books]);
    await deliveries.settled();
    expect(taken().map(([{ kind }]) => kind)).toEqual(['keep-ledger']);

    await books.commit('change', { 'A.java': 'class A {}\n' });
    await deliveries.settled();
    taken();
    const pull = await books.openPullRequest({ head: 'change' });
    await deliveries.settled();
    const { id: repositoryId } = books.state;
    const repository = { installation: installation.id, id: repositoryId, owner: 'acme', name: 'books' };
    const { id: delivery } = deliveries.all.at(-1) ?? {};
    expect(taken()).toEqual([
      [{ kind: 'begin-check', repository, pullRequest: pull.number, head: pull.headSha }, delivery],
      [{ kind: 'check-pull-request', repository, pullRequest: pull.number, approval: null }, delivery],
    ]);
    expect(lines.some((line) => line.includes(`"request":"${delivery}"`))).toBe(true);

    // the check waits already, and so does the ledger: another push shows its own head as under way, and is one with them
    expect(await told(() => pull.push({ 'A.java': 'class A { int a; }\n' }))).toEqual(['begin-check']);
    expect(await told(() => pull.label('run-palimpsest', 'grace'))).toEqual(['check-pull-request']);
    expect(await told(() => books.comment(pull.number, 'ada', '/palimpsest check'))).toEqual(['command']);
    expect(await told(() => books.comment(pull.number, 'palimpsest[bot]', '/palimpsest check'))).toEqual([]);
    expect(await told(() => books.comment(pull.number, 'ada', 'Thanks!'))).toEqual([]);
    const client = { token: gitHub.token({ login: 'palimpsest[bot]', permissions: { checks: 'write' } }) };
    await fetch(`${gitHub.origin}/repos/acme/books/check-runs`, {
      method: 'POST',
      headers: { authorization: `token ${client.token}` },
      body: JSON.stringify({ name: 'palimpsest', head_sha: pull.headSha }),
    });
    const [run] = books.checkRuns;
    if (run === undefined) throw new Error('no check run');
    expect(await told(() => books.press(run, 'retrain'))).toEqual(['retrain']);
    expect(await told(() => books.rename('acme/library'))).toEqual([]);
    expect(await told(() => installation.suspend())).toEqual([]);
    expect(await told(() => books.comment(pull.number, 'ada', '/palimpsest check'))).toEqual([]);
    expect(await told(() => installation.uninstall())).toEqual(['forget-installation']);
    installation = await gitHub.install(app, []);
    expect(await told(() => installation.add(books))).toEqual([]); // still waiting under the same number
    expect(await told(() => installation.remove(books))).toEqual(['forget-repository']);
    expect(deliveries.all.flatMap(({ statuses }) => statuses).every((status) => status === 200)).toBe(true);
  });

  it('is known when it is delivered once more', async () => {
    const deliveries = gitHub.deliverTo(`${server.url}${WEBHOOKS}`, app.webhookSecret);
    const sent = deliveries.send('issue_comment', {
      action: 'created',
      installation: { id: 3 },
      repository: { id: 5, name: 'books', owner: { login: 'acme' } },
      issue: { number: 1, pull_request: {} },
      comment: { id: 9, body: '/palimpsest check', user: { login: 'ada', type: 'User' } },
    });
    await deliveries.settled();
    gitHub.advance(24 * 3_600_000);
    expect(await deliveries.redeliver(sent)).toBe(200);
    expect(taken()).toHaveLength(1);
  });
});

describe('a webhook', () => {
  it('with a wrong signature, or none, is refused', async () => {
    expect((await post(payload, webhookHeaders('installation', payload, 'somebody else’s'))).status).toBe(400);
    const { 'x-hub-signature-256': _, ...unsigned } = webhookHeaders('installation', payload, app.webhookSecret);
    expect((await post(payload, unsigned)).status).toBe(400);
    const other = webhookHeaders('installation', `${payload} `, app.webhookSecret);
    expect((await post(payload, other)).status).toBe(400);
    expect(taken()).toEqual([]);
  });

  it('that is no JSON is refused', async () => {
    expect((await post('{', webhookHeaders('push', '{', app.webhookSecret))).status).toBe(400);
  });

  it('of 25 MB is read, and of more is not', async () => {
    const long = (bytes: number) => `${payload.slice(0, -1)},"pad":"${'x'.repeat(bytes - payload.length - 9)}"}`;
    const most = long(25 * 1024 * 1024);
    expect((await post(most, webhookHeaders('installation', most, app.webhookSecret))).status).toBe(200);
    const status = await post(`${most} `, webhookHeaders('installation', most, app.webhookSecret)).then(
      (response) => response.status,
      () => 413, // the connection may be closed before all of it was sent
    );
    expect(status).toBe(413);
  });

  it('without what GitHub always sends is refused with the place', async () => {
    const bare = JSON.stringify({ action: 'opened', installation: { id: 1 } });
    const response = await post(bare, webhookHeaders('pull_request', bare, app.webhookSecret));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('pull_request');
  });

  it('of a kind that nobody knows is taken, and asks for nothing', async () => {
    const zen = JSON.stringify({ zen: 'Keep it logically awesome.', hook_id: 1 });
    for (const event of ['ping', 'star', 'not_yet_invented']) {
      expect((await post(zen, webhookHeaders(event, zen, app.webhookSecret))).status).toBe(200);
    }
    expect(taken()).toEqual([]);
  });

  it('that cannot be queued is not taken, so that GitHub keeps it for another delivery', async () => {
    const push = JSON.stringify({
      ref: 'refs/heads/main',
      installation: { id: 3 },
      repository: { id: 77, name: 'books', owner: { login: 'acme' }, default_branch: 'main' },
    });
    const headers = webhookHeaders('push', push, app.webhookSecret);
    isDown = true;
    const away = await post(push, headers);
    expect(away.status).toBe(503);
    expect(await away.text()).not.toContain('database');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    isDown = false;
    expect((await post(push, headers)).status).toBe(200);
    expect(taken()).toHaveLength(1);
  });
});

describe('every answer', () => {
  it.each(['/healthz', '/nothing/here', '/acme/books', WEBHOOKS])(
    '%s lets nothing be loaded, framed or guessed',
    async (path) => {
      const { headers, status } = await fetch(`${server.url}${path}`);
      expect(status).toBe(path === '/healthz' ? 200 : 404);
      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toContain('max-age');
    },
  );
});

describe('metrics', () => {
  const asked = (authorization: string) => fetch(`${server.url}/metrics`, { headers: { authorization } });

  it('are for whoever has the token, and not there for others', async () => {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
    expect((await asked('Bearer for-prometheus-alonE')).status).toBe(404);
    expect((await asked('Bearer for-prometheus-alone')).status).toBe(200);
  });

  it('count what is queued, done, sent and left, without a name', async () => {
    for (let installation = 1; installation <= 1_000; installation++) metrics.budget(installation, installation, 1_000);
    metrics.task('keep-ledger', 'done', 2);
    metrics.generation('embedded', 0.2);
    for (let index = 0; index < 100; index++) metrics.webhook(`invented_${index}`, 'nothing');
    const text = await (await asked('Bearer for-prometheus-alone')).text();
    expect(text).toContain('palimpsest_queue_tasks{kind="keep-ledger",state="waiting"}');
    expect(text).toContain('palimpsest_task_seconds_count{kind="keep-ledger",outcome="done"} 1');
    expect(text).toContain('palimpsest_github_budget_installations{left="75"} 251');
    expect(text).toContain('palimpsest_generation_seconds_count{provider="embedded"} 1');
    expect(text).toMatch(/palimpsest_webhooks_total\{event="other",outcome="nothing"\} 10\d/);
    expect(text).not.toMatch(/invented|acme|books/);
  });
});
