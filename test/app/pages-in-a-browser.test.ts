// The App's pages in a real browser, under their strict policy: all of the report page works, and nothing is refused.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { saveBadge, savePage } from '../../src/app/kept-pages.ts';
import { rememberRepository } from '../../src/app/known-repositories.ts';
import { makePageToken } from '../../src/app/page-tokens.ts';
import { pagesHandler } from '../../src/app/pages.ts';
import { booksPage, largePage } from '../report/html/pages.ts';
import { violations } from '../support/axe.ts';
import { findBrowser } from '../support/browser.ts';
import { MemoryDocuments } from '../support/memory-documents.ts';

const executablePath = findBrowser();
if (executablePath === null) {
  console.warn(
    'The App’s pages were not opened in a browser: there is no Chromium here (set CHROMIUM, or install one).',
  );
}

const PHONE = { width: 390, height: 800 };
const mask = (text: string) => text;

describe.skipIf(executablePath === null)('the App’s pages in a browser', () => {
  let browser: Browser;
  let server: Server;
  let origin: string;
  let token: string;
  /** What pages complained of, or asked others for. */
  const unwanted: string[] = [];

  beforeAll(async () => {
    const documents = new MemoryDocuments();
    const handle = pagesHandler({ documents, onError: (error) => unwanted.push(String(error)) });
    server = createServer((request, response) => void handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const repositories = [
      { id: 1, name: 'books', isPublic: true, page: booksPage() },
      { id: 2, name: 'library', isPublic: true, page: largePage(2_000) },
      { id: 3, name: 'vault', isPublic: false, page: booksPage() },
    ];
    for (const { id, name, isPublic, page } of repositories) {
      const place = { repository: id, section: null };
      await rememberRepository(documents, { id, installation: 7, owner: 'acme', name, isPublic });
      await savePage(documents, place, page, { mask });
      await saveBadge(documents, place, { verdict: 'unknown' });
    }
    token = (await makePageToken(documents, 3, { by: 'ada', now: 0 })).token;
    // as root, in containers, Chromium has no sandbox to stand in
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(unwanted.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    // a violation of the policy is written to the console
    page.on('console', (message) => unwanted.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => unwanted.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) unwanted.push(`request: ${request.url()}`);
    });
    await page.goto(`${origin}${path}`);
    return page;
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`have nothing that axe finds fault with in ${colorScheme}`, async () => {
      const page = await open('/acme/books', { colorScheme });
      expect(await violations(page)).toEqual([]);
      await page.locator('.opener').first().click();
      expect(await violations(page)).toEqual([]);
      expect(await violations(await open('/', { colorScheme }))).toEqual([]);
    });
  }

  it('fit a narrow screen', async () => {
    for (const path of ['/acme/books', '/']) {
      const page = await open(path, { viewport: PHONE });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      expect(await violations(page)).toEqual([]);
    }
  });

  it('have their style and their script, charts included', async () => {
    const page = await open('/acme/books');
    const style = (of: string, property: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${of}')).${property}`);
    expect(await style('body', 'backgroundColor')).toBe('rgb(253, 252, 250)');
    expect(await style('svg.palimpsest-chart .wide', 'display')).toBe('inline');
    expect(await style('svg.palimpsest-chart .narrow', 'display')).toBe('none');
    expect(await style('svg.palimpsest-chart .paper', 'fill')).not.toBe('rgb(0, 0, 0)');
    await page.locator('#unit-status').selectOption('failed');
    expect(await page.locator('#units .opener').allTextContents()).toEqual(['Audit.seal()']);
  });

  it('are filtered and opened by keyboard alone', async () => {
    const page = await open('/acme/library');
    await tabTo(page, '#unit-text');
    await page.keyboard.type('volume12. page3');
    expect(await page.locator('#units-view [role=status]').textContent()).toBe('1 of 2,000 methods, 1 to 1 shown.');
    await tabTo(page, '.opener');
    await page.keyboard.press('Enter');
    expect(await page.locator('.opener').first().getAttribute('aria-expanded')).toBe('true');
  });

  it('show a private one with its key, and tell its key to nobody', async () => {
    const page = await open(`/acme/vault?token=${token}`);
    await page.getByRole('button', { name: 'Audit.record()' }).click();
    expect(await page.locator('.under ins').allTextContents()).toEqual(['remove']);
    const referrers: string[] = [];
    page.on('request', (request) => referrers.push(request.headers().referer ?? ''));
    await page.reload();
    expect(referrers.length).toBeGreaterThan(1);
    expect(new Set(referrers)).toEqual(new Set(['']));
  });

  it('refuse a script that got in between', async () => {
    const page = await open('/acme/books');
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      document.body.append(script);
    `);
    expect(await page.title()).not.toBe('taken');
    expect(unwanted.splice(0).join()).toMatch(/Content Security Policy/);
  });
});

/** Presses Tab until the element has the keyboard. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).first();
  for (let presses = 0; presses < 300; presses++) {
    if ((await target.and(page.locator(':focus')).count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${selector}`);
}
