// The page in a real browser: by keyboard alone, for a screen reader, without scripts, without a network, and large.

import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReportPage } from '../../../src/core/report-page.ts';
import { renderHtml } from '../../../src/report/html/page.ts';
import { violations } from '../../support/axe.ts';
import { findBrowser } from '../../support/browser.ts';
import { ledgerOf } from '../../support/ledgers.ts';
import { booksPage, closeUp, inPackage, largePage, pageOf } from './pages.ts';

const executablePath = findBrowser();
if (executablePath === null) {
  console.warn(
    'The report page was not opened in a browser: there is no Chromium here (set CHROMIUM, or install one).',
  );
}

describe.skipIf(executablePath === null)('the report page in a browser', () => {
  let browser: Browser;
  let folder: string;
  let pages = 0;
  /** What pages complained of, or asked for. */
  const unwanted: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'palimpsest-browser-'));
    // as root, in containers, Chromium has no sandbox to stand in
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(unwanted.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(report: ReportPage, { hash = '', ...options }: BrowserContextOptions & { hash?: string } = {}) {
    const file = join(folder, `${pages++}.html`);
    writeFileSync(file, renderHtml(report));
    const page = await (await browser.newContext(options)).newPage();
    page.on('console', (message) => unwanted.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => unwanted.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(file).href)) unwanted.push(`request: ${request.url()}`);
    });
    await page.goto(`${pathToFileURL(file).href}${hash}`);
    return page;
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds fault with in ${colorScheme}, opened or not`, async () => {
      const page = await open(booksPage(), { colorScheme });
      expect(await violations(page)).toEqual([]);
      await page.locator('.opener').first().click();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Files').check();
      expect(await violations(page)).toEqual([]);
    });
  }

  it('fits a narrow screen', async () => {
    const page = await open(pageWithLongLines(), { viewport: { width: 390, height: 800 } });
    await page.locator('.opener').first().click();
    expect(await page.locator('.under ins').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await violations(page)).toEqual([]);
  });

  it('is filtered, sorted, paged and opened by keyboard alone', async () => {
    const page = await open(largePage(2_000));
    const table = page.locator('#units');
    const status = page.locator('#units-view [role=status]');
    await tabTo(page, '#unit-text');
    await page.keyboard.type('volume12. page3');
    expect(await names(page)).toEqual(['Volume12.page3()']);
    expect(await status.textContent()).toBe('1 of 2,000 methods, 1 to 1 shown.');
    await tabTo(page, 'button:text-is("Show all")');
    await page.keyboard.press('Enter');
    expect(await status.textContent()).toBe('2,000 methods, 1 to 50 shown.');

    const method = table.locator('th').nth(0);
    expect(await table.locator('[aria-sort]').allTextContents()).toEqual(['Similarity']);
    await tabTo(page, '#units thead button:text-is("Method")');
    await page.keyboard.press('Enter');
    expect(await method.getAttribute('aria-sort')).toBe('ascending');
    expect((await names(page))[0]).toBe('Volume0.page0()');
    await page.keyboard.press('Space');
    expect(await method.getAttribute('aria-sort')).toBe('descending');
    expect(await table.locator('[aria-sort]').count()).toBe(1);
    expect((await names(page))[0]).toBe('Volume99.page9()');

    await tabTo(page, '#units .opener');
    await page.keyboard.press('Enter');
    expect(await page.locator('.opener').first().getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.under').textContent()).toContain('palimpsest report --details N');

    await tabTo(page, '#units-view .pager button:text-is("Next")');
    await page.keyboard.press('Enter');
    expect(await status.textContent()).toBe('2,000 methods, 51 to 100 shown.');
    await tabTo(page, '#units-view .pager button:text-is("Last")');
    await page.keyboard.press('Enter');
    expect(await status.textContent()).toBe('2,000 methods, 1,951 to 2,000 shown.');
    expect(await page.locator(':focus').getAttribute('aria-disabled')).toBe('true');
  });

  it('narrows methods by what became of them, and by a package with those below it', async () => {
    const page = await open(booksPage());
    await page.locator('#unit-status').selectOption('modified');
    expect(await names(page)).toEqual(['TaxTable.rate()']);
    await page.locator('#unit-status').selectOption('failed');
    expect(await names(page)).toEqual(['Audit.seal()']);
    await page.locator('#packages a', { hasText: /^com\.acme\.books\.tax$/ }).click();
    expect(await names(page)).toEqual(['TaxTable.rate()']);
    await page.getByLabel('Package or file').fill('com.acme.books');
    expect(await names(page)).toHaveLength(5);
  });

  it('opens at a method that a link names, wherever it stands', async () => {
    const [unit] = largePage(2_000).inventory?.units.slice(-1) ?? [];
    const page = await open(largePage(2_000), { hash: `#unit=${encodeURIComponent(unit?.id ?? '')}` });
    const opened = page.locator('.opener[aria-expanded=true]');
    expect(await opened.textContent()).toBe(unit?.id.split('#')[1]);
    expect(await opened.and(page.locator(':focus')).count()).toBe(1);
  });

  it('shows under a method what the model writes in its place', async () => {
    const page = await open(booksPage());
    await page.getByRole('button', { name: 'Audit.record()' }).click();
    expect(await page.locator('.under ins').allTextContents()).toEqual(['remove']);
    expect(await page.locator('.under del').allTextContents()).toEqual(['add']);
  });

  it('shows tables, charts and close-ups without scripts', async () => {
    const report = booksPage();
    const page = await open(report, { javaScriptEnabled: false });
    expect(await page.locator('#places-view tbody tr').count()).toBe(2);
    expect(await page.locator('#units-view tbody tr').count()).toBe(5);
    await page.getByRole('link', { name: 'Audit.record()' }).click();
    expect(await page.locator('ins', { hasText: 'remove' }).isVisible()).toBe(true);
    expect(await page.locator('figure svg').count()).toBeGreaterThan(1);
  });

  it('stays small with the 66,000 methods of a large project', async () => {
    const page = await open(largePage(66_000));
    const elements = () => page.evaluate<number>('document.querySelectorAll("*").length');
    expect(await elements()).toBeLessThan(3_000);
    await page.getByLabel('Search in names and paths').fill('page7');
    expect(await page.locator('#units-view [role=status]').textContent()).toBe(
      '6,600 of 66,000 methods, 1 to 50 shown.',
    );
    expect(await elements()).toBeLessThan(3_000);
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

function pageWithLongLines(): ReportPage {
  const facts = inPackage(`Invoice.${'totalOfEverything'.repeat(8)}`, 'books/of/a/project/with/many/folders');
  const body = `{\n    return ${'accounts.first.'.repeat(20)}net;\n}`;
  const regeneration = { kind: 'regenerated', body: body.replace('net', 'gross') } as const;
  const units = [closeUp({ ...facts, body, regeneration })];
  return pageOf(ledgerOf([facts], 0.5), { kind: 'made', asked: 1, units });
}

function names(page: Page): Promise<string[]> {
  return page.locator('#units .opener').allTextContents();
}
