// Every golden comment as a browser shows it, with GitHub's style: nothing overflows, nothing is left open, no odd element.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../support/browser.ts';
import { anatomyOf, COMMENT_ELEMENTS, githubHtml } from '../support/github-flavoured.ts';

const FOLDER = fileURLToPath(new URL('golden/', import.meta.url));
const FILES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.golden.md'))
  .sort();
const STYLE = readFileSync(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css'), 'utf8');
/** A page of the data branch is no comment: it has headings and the badge. */
const OF_A_PAGE = ['h1', 'h2', 'img'];
const allowedIn = (file: string) => {
  if (file.startsWith('replies.')) return [...COMMENT_ELEMENTS, 'hr']; // several comments, one below the other
  return file.startsWith('data-branch-') ? [...COMMENT_ELEMENTS, ...OF_A_PAGE] : COMMENT_ELEMENTS;
};
const installed = findBrowser();

/** Words that reach over the edge without a place of their own to scroll in, and folds that hold no words. */
const MISTAKES = `(() => {
  const edge = document.documentElement.clientWidth;
  const scrolls = (element) => element.closest('pre, table') !== null;
  const wide = [...document.querySelectorAll('article *')]
    .filter((element) => !scrolls(element) && element.getBoundingClientRect().right > edge + 1)
    .map((element) => element.tagName + ' is too wide: ' + element.textContent.slice(0, 60));
  const folds = [...document.querySelectorAll('details')]
    .filter((fold) => fold.querySelector(':scope > summary') === null || fold.textContent.trim() === fold.firstElementChild.textContent.trim())
    .map((fold) => 'empty fold: ' + fold.textContent.slice(0, 60));
  return [...(document.documentElement.scrollWidth > edge ? ['the page scrolls sideways'] : []), ...wide, ...folds];
})()`;

describe.each(FILES)('%s', (file) => {
  it('has the elements of a comment alone, each closed', () => {
    const { elements, unbalanced, active } = anatomyOf(readFileSync(FOLDER + file, 'utf8'));
    expect([...new Set(elements.map(({ name }) => name))].filter((name) => !allowedIn(file).includes(name))).toEqual(
      [],
    );
    expect(unbalanced).toEqual([]);
    // GitHub links a commit's hash in plain words: of the project's own that does no harm
    expect(active.filter((text) => !/^[0-9a-f]{7}$/.test(text))).toEqual([]);
  });
});

describe.skipIf(installed === null)('in a browser, every comment', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: installed ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  it.each([
    [860, 'light'],
    [390, 'dark'],
  ] as const)('shows all its words, %i pixels wide, %s', async (width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    for (const file of FILES) {
      await show(page, readFileSync(FOLDER + file, 'utf8'));
      expect(await page.evaluate(MISTAKES), file).toEqual([]);
      await page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
      expect(await page.evaluate(MISTAKES), `${file}, open`).toEqual([]);
      const { GOLDEN_SCREENSHOTS: folder } = process.env;
      if (folder !== undefined && file.startsWith('pr-'))
        await page.screenshot({ path: `${folder}/${file}-${width}-${colorScheme}.png`, fullPage: true });
    }
    await page.close();
  });
});

async function show(page: Page, markdown: string): Promise<void> {
  await page.setContent(
    `<!doctype html><meta name="viewport" content="width=device-width"><style>${STYLE} body { margin: 0 } article { padding: 16px }</style>
    <article class="markdown-body">${githubHtml(markdown)}</article>`,
  );
}
