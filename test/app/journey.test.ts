// The App from its installation to its removal: the real process, real webhooks, an embedded database, threads.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { appEnvironment, type RunningApp, startAppProcess, WEBHOOKS } from '../support/app.ts';
import { BOOKS, DEFAULT_RATE, STREAMS } from '../support/books.ts';
import {
  type Deliveries,
  type FakeApp,
  type FakeGitHub,
  type FakeInstallation,
  type FakePullRequest,
  type FakeRepository,
  startFakeGitHub,
} from '../support/fake-github.ts';

let gitHub: FakeGitHub;
let app: FakeApp;
let repository: FakeRepository;
let running: RunningApp;
let deliveries: Deliveries;
let installation: FakeInstallation;

const PATIENCE_MS = 60_000;

beforeAll(async () => {
  gitHub = await startFakeGitHub();
  app = gitHub.registerApp();
  repository = await gitHub.addRepository('acme/books', { files: BOOKS });
  repository.person('grace', 'admin');
  running = await startAppProcess({ ...appEnvironment(gitHub, app), BASE_URL: 'https://palimpsest.example.org' });
  deliveries = gitHub.deliverTo(`${running.url}${WEBHOOKS}`, app.webhookSecret);
}, PATIENCE_MS);

afterAll(async () => {
  await running?.stop('SIGKILL');
  await gitHub?.close();
});

async function until<T>(what: string, look: () => Promise<T | null | false> | T | null | false): Promise<T> {
  const end = Date.now() + PATIENCE_MS / 2;
  while (Date.now() < end) {
    const found = await look();
    if (found !== null && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not come to this: ${what}\n${running.log().slice(-6_000)}`);
}

const badge = async (): Promise<{ message?: string }> =>
  (await fetch(`${running.url}/acme/books/badge.json`)).json() as Promise<{ message?: string }>;
const ours = (pull: FakePullRequest) => pull.comments().filter(({ author }) => author === 'palimpsest[bot]');
const concluded = (pull: FakePullRequest) =>
  repository.checkRuns.some(({ headSha, status }) => headSha === pull.headSha && status === 'completed');

it(
  'trains at its installation and opens nothing; checks, answers, follows a merge, and forgets',
  async () => {
    installation = await gitHub.install(app, [repository]);
    await deliveries.settled();
    expect(
      await until('a badge', async () => ((await fetch(`${running.url}/acme/books/badge.json`)).ok ? badge() : null)),
    ).toMatchObject({
      message: '100 %',
    });
    expect(repository.issues).toEqual([]);
    expect(repository.checkRuns).toEqual([]);

    await repository.commit('streams', STREAMS);
    const pull = await repository.openPullRequest({ head: 'streams' });
    await deliveries.settled();
    await until('a comment', () => ours(pull)[0] ?? false);
    expect(ours(pull)).toHaveLength(1);
    expect(ours(pull)[0]?.body).toContain('outdated by this change');
    await until('a conclusion', () => concluded(pull));

    await pull.push(DEFAULT_RATE);
    await until('the newer head told', () => ours(pull)[0]?.body.includes('TaxTable.rateFor') ?? false);
    expect(ours(pull)).toHaveLength(1);

    const page = await fetch(`${running.url}/acme/books`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");

    await pull.merge();
    await until('the badge moved', async () => (await badge()).message !== '100 %');

    await installation.uninstall();
    await deliveries.settled();
    await until('forgotten', async () => (await fetch(`${running.url}/acme/books/badge.json`)).status === 404);
    expect(deliveries.all.every(({ statuses }) => statuses.every((status) => status === 200))).toBe(true);
    expect(await running.stop()).toBe(0);
  },
  3 * PATIENCE_MS,
);
