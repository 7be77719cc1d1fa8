// The setup as an operator goes through it: the real process, a real browser, and a GitHub that asks and sends back.

import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApp, startAppProcess, unregistered, WEBHOOKS } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { findBrowser } from '../support/browser.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github.ts';

const executablePath = findBrowser();
if (executablePath === null) {
  console.warn('The setup was not opened in a browser: there is no Chromium here (set CHROMIUM, or install one).');
}

const PHONE = { width: 390, height: 800 };

describe.skipIf(executablePath === null)('the setup in a browser', () => {
  let browser: Browser;
  let gitHub: FakeGitHub;
  let running: RunningApp;
  /** What pages complained of. */
  const unwanted: string[] = [];

  beforeAll(async () => {
    gitHub = await startFakeGitHub();
    // as root, in containers, Chromium has no sandbox to stand in
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });

  beforeEach(async () => {
    running = await startAppProcess(unregistered(gitHub));
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await running.stop('SIGKILL');
    expect(unwanted.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await gitHub?.close();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    // a violation of the policy is written to the console, as is an answer that is no success
    page.on('console', (message) => {
      if (!/status of 40\d/.test(message.text())) unwanted.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => unwanted.push(`error: ${error.message}`));
    await page.goto(`${running.url}${path}`);
    return page;
  }

  /** GitHub's own pages: it asks for a confirmation, and sends whoever gave it back. */
  async function playGitHub(page: Page): Promise<void> {
    await page.route(`${gitHub.origin}/settings/apps/new?*`, async (route) => {
      const asked = new URL(route.request().url());
      const manifest = JSON.parse(new URLSearchParams(route.request().postData() ?? '').get('manifest') ?? '');
      const back = new URL(manifest.redirect_url);
      back.searchParams.set('code', gitHub.acceptManifest(manifest));
      back.searchParams.set('state', asked.searchParams.get('state') ?? '');
      await route.fulfill({
        contentType: 'text/html',
        body: `<a href="${back.href.replaceAll('&', '&amp;')}">Create GitHub App</a>`,
      });
    });
  }

  it('is gone through by keyboard, from the first page to where the App is installed', async () => {
    const page = await open('/');
    expect(await page.title()).toBe('Register Palimpsest');
    expect(await page.locator('dd code').textContent()).toBe(`${running.url}${WEBHOOKS}`);
    await playGitHub(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Create GitHub App' }).click();
    await page.waitForURL(`${gitHub.origin}/apps/palimpsest/installations/new`);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    await page.goto(running.url);
    expect(await page.title()).toBe('Palimpsest');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds fault with in ${colorScheme}, on a phone and on a desk`, async () => {
      for (const viewport of [PHONE, { width: 1_280, height: 800 }]) {
        for (const path of ['/probot', '/probot/setup?code=guessed']) {
          const page = await open(path, { colorScheme, viewport });
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
        }
      }
    });
  }

  it('leads whoever came from elsewhere to its beginning', async () => {
    const page = await open('/probot/setup?code=guessed&state=guessed');
    expect(await page.getByRole('heading').textContent()).toBe('Not from here');
    await page.getByRole('link', { name: 'Begin again' }).click();
    expect(await page.title()).toBe('Register Palimpsest');
  });

  it('refuses a script and a style that got in between, and a form that goes elsewhere', async () => {
    const page = await open('/probot');
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      const style = document.createElement('style');
      style.textContent = 'h1 { display: none }';
      document.body.append(script, style);
    `);
    expect(await page.title()).not.toBe('taken');
    expect(await page.getByRole('heading').isVisible()).toBe(true);
    await page.evaluate(`document.forms[0].action = 'http://127.0.0.1:9/'; document.forms[0].submit()`);
    for (const directive of ['inline script', 'style-src', 'form-action'])
      await expect.poll(() => unwanted.some((line) => line.includes(directive))).toBe(true);
    expect(page.url()).toBe(`${running.url}/probot`);
    unwanted.splice(0);
  });
});
