import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import {
  appEnvironment,
  type RunningApp,
  startAppProcess,
  unregistered,
  WEBHOOKS,
  webhookHeaders,
} from '../support/app.ts';
import { type FakeApp, type FakeGitHub, type FakeRepository, startFakeGitHub } from '../support/fake-github.ts';

let gitHub: FakeGitHub;
let app: FakeApp;
let books: FakeRepository;

beforeAll(async () => {
  gitHub = await startFakeGitHub();
  app = gitHub.registerApp();
  books = await gitHub.addRepository('acme/books', { files: { 'README.md': '# Books\n' } });
});
afterAll(() => gitHub.close());

async function start(env: Readonly<Record<string, string>>, part?: string): Promise<RunningApp> {
  const running = await startAppProcess(env, part);
  onTestFinished(async () => void (await running.stop('SIGKILL')));
  return running;
}

describe('npm start', () => {
  it('answers, takes webhooks, does their tasks under one name, and stops when it is told to', async () => {
    const running = await start(appEnvironment(gitHub, app));
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await fetch(running.url + path)).status).toBe(200);
    const deliveries = gitHub.deliverTo(`${running.url}${WEBHOOKS}`, app.webhookSecret);
    await gitHub.install(app, [books]);
    await deliveries.settled();
    expect(deliveries.all.map(({ statuses }) => statuses)).toEqual([[200]]);
    await running.logged('"msg":"task"');
    const { id } = deliveries.all[0] ?? {};
    const told = running
      .log()
      .split('\n')
      .filter((line) => line.includes(`"request":"${id}"`));
    expect(told.some((line) => line.includes('"msg":"webhook"'))).toBe(true);
    expect(told.some((line) => line.includes('"msg":"task"'))).toBe(true);

    const body = JSON.stringify({ action: 'opened' });
    const forged = await fetch(`${running.url}${WEBHOOKS}`, {
      method: 'POST',
      body,
      headers: webhookHeaders('pull_request', body, 'guessed'),
    });
    expect(forged.status).toBe(400);
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(metrics).toContain('palimpsest_webhooks_total{event="pull_request",outcome="refused"} 1');

    expect(await running.stop()).toBe(0);
    expect(running.log()).not.toContain(app.webhookSecret);
    expect(running.log()).not.toContain(app.privateKey.split('\n')[1]);
  });

  it('hides its metrics from whoever comes through a proxy', async () => {
    const running = await start(appEnvironment(gitHub, app), 'web');
    const asked = fetch(`${running.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect((await asked).status).toBe(404);
  });

  it('answers nowhere as a worker, unless it is told where', async () => {
    const running = await start({ ...appEnvironment(gitHub, app), WORKER_PORT: '0' }, 'worker');
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${running.url}${WEBHOOKS}`, { method: 'POST' })).status).toBe(404);
    expect(await running.stop()).toBe(0);
  });

  it('says in a line each what is wrong with its settings', async () => {
    const wrong = startAppProcess({ ...unregistered(gitHub), PORT: 'http', APP_ID: 'palimpsest' });
    await expect(wrong).rejects.toThrow(/PORT is “http”.*\nAPP_ID is “palimpsest”/);
  });

  it('says that its port is taken', async () => {
    const first = await start(unregistered(gitHub));
    const second = startAppProcess({ ...unregistered(gitHub), PORT: new URL(first.url).port });
    await expect(second).rejects.toThrow(/port \d+ is in use already/);
  });
});

describe('the setup in the browser', () => {
  const page = async (url: string) => {
    const html = await (await fetch(`${url}/probot`)).text();
    const field = (name: RegExp) =>
      (name.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    return { html, action: new URL(field(/action="([^"]+)"/)), manifest: JSON.parse(field(/value="([^"]+)"/)) };
  };

  it('registers the App by its manifest, keeps the credentials, and goes on with them', async () => {
    const env = unregistered(gitHub);
    const running = await start(env);
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${running.url}${WEBHOOKS}`, { method: 'POST' })).status).toBe(503);
    expect((await fetch(running.url, { redirect: 'manual' })).headers.get('location')).toBe('/probot');

    const { action, manifest, html } = await page(running.url);
    expect(html).not.toContain('<script');
    expect(`${action.origin}${action.pathname}`).toBe(`${gitHub.origin}/settings/apps/new`);
    const { default_permissions, default_events, name } = parse(readFileSync('app.yml', 'utf8'));
    expect(manifest).toMatchObject({ name, default_permissions, default_events, public: false });
    expect(manifest.hook_attributes).toEqual({ url: `${running.url}${WEBHOOKS}`, active: true });

    const code = gitHub.acceptManifest(manifest);
    const back = new URL(manifest.redirect_url);
    back.search = new URLSearchParams({ code, state: action.searchParams.get('state') ?? '' }).toString();
    const registered = await fetch(back, { redirect: 'manual' });
    expect(registered.status).toBe(302);
    expect(registered.headers.get('location')).toBe(`${gitHub.origin}/apps/palimpsest/installations/new`);

    const file = join(env.DATA_DIR ?? '', 'credentials.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${running.url}/probot`)).status).toBe(404);
    const { appId, webhookSecret } = JSON.parse(readFileSync(file, 'utf8'));
    expect(running.log()).not.toContain(webhookSecret);
    const deliveries = gitHub.deliverTo(`${running.url}${WEBHOOKS}`, webhookSecret);
    const installation = await gitHub.install({ id: appId }, [books]);
    await deliveries.settled();
    await installation.uninstall();
    await deliveries.settled();
    expect(deliveries.all.map(({ statuses }) => statuses)).toEqual([[200], [200]]);

    expect(await running.stop()).toBe(0);
    const again = await start(env);
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
  });

  it('takes nobody who was not sent from its own page, and no code twice', async () => {
    const env = unregistered(gitHub);
    const running = await start({ ...env, BASE_URL: 'https://palimpsest.example/', GH_ORG: 'acme' });
    const { action, manifest } = await page(running.url);
    expect(action.pathname).toBe('/organizations/acme/settings/apps/new');
    expect(manifest.hook_attributes.url).toBe(`https://palimpsest.example${WEBHOOKS}`);
    const back = (query: Record<string, string>) =>
      fetch(`${running.url}/probot/setup?${new URLSearchParams(query)}`, { redirect: 'manual' });
    const code = gitHub.acceptManifest(manifest);
    expect((await back({ code })).status).toBe(400);
    expect((await back({ code, state: 'guessed' })).status).toBe(400);
    const state = action.searchParams.get('state') ?? '';
    expect((await back({ code: 'no-such-code', state })).status).toBe(502);
    expect((await back({ code, state })).status).toBe(400);
    expect(existsSync(join(env.DATA_DIR ?? '', 'credentials.json'))).toBe(false);
  });
});
