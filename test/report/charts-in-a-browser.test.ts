// The charts as a browser draws them: nothing clipped, no words on words, in wide and narrow places, light and dark.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHARTS } from './charts-cases.ts';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Words that leave the picture, or lie on others by more than the edges of their boxes; a file that is no SVG. */
const MISTAKES = `(() => {
  const root = document.documentElement;
  if (root.tagName !== 'svg' || document.querySelector('parsererror') !== null) return ['no SVG'];
  const frame = root.getBoundingClientRect();
  const words = [...document.querySelectorAll('text')]
    .filter((text) => text.checkVisibility())
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const isOutside = ({ left, top, right, bottom }) =>
    left < 0 || top < 0 || right > Math.min(frame.right, innerWidth) || bottom > frame.bottom;
  const edge = 3;
  const overlap = (a, b) =>
    a.left < b.right && b.left < a.right && a.top + edge < b.bottom && b.top + edge < a.bottom;
  return [
    ...(words.length === 0 ? ['no words'] : []),
    ...words.filter(({ box }) => isOutside(box)).map(({ text }) => text + ' is clipped'),
    ...words.flatMap((a, index) =>
      words.slice(index + 1).filter((b) => overlap(a.box, b.box)).map((b) => a.text + ' lies on ' + b.text)),
  ];
})()`;

describe.skipIf(installed === undefined)('in a browser, every chart', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: installed ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  it.each([800, 320])('is a whole file that shows all its words, %i pixels wide', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 600 } });
    for (const [name, chart] of Object.entries(CHARTS)) {
      await page.goto(`data:image/svg+xml;base64,${Buffer.from(chart()).toString('base64')}`);
      expect(await page.evaluate(MISTAKES), name).toEqual([]);
    }
    await page.close();
  });

  it('stands in a page many times, and takes its colours from there', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    const charts = Object.values(CHARTS).map((chart, index) => chart({ idPrefix: `chart-${index}` }));
    await page.setContent(`<p>Beside them</p>${charts.join('')}`);
    const ids = await page.evaluate<string[]>(`[...document.querySelectorAll('[id]')].map(({ id }) => id)`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(2 * charts.length);
    const paper = () => page.evaluate(`getComputedStyle(document.querySelector('.paper')).fill`);
    expect(await paper()).toBe('rgb(13, 17, 23)');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.addStyleTag({ content: ':root { --chart-paper: rgb(1, 2, 3) }' });
    expect(await paper()).toBe('rgb(1, 2, 3)');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('p')).paintOrder`)).toBe('normal');
    await page.close();
  });
});
