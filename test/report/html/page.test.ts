// The page as a text: what it says, and that nothing read from a source acts in it.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReportPage } from '../../../src/core/report-page.ts';
import { renderHtml } from '../../../src/report/html/page.ts';
import { ledgerOf, moveOn } from '../../support/ledgers.ts';
import { booksLedger, booksPage, closeUp, inPackage, largePage, pageOf } from './pages.ts';

describe('the report page', () => {
  it('says the verdict first, then what to do', () => {
    const page = renderHtml(booksPage());
    const words = page.replace(/<head>[\s\S]*<\/head>|<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toMatch(
      /books · model freshness at main \(3f2c9ab\) Freshness 5\d\.\d %: stale, below the line of 90 % \(5 methods, all scored\)\. Retrain now :/,
    );
  });

  it('asks nothing of a network, and allows nothing but its own script and styles', () => {
    const page = renderHtml(booksPage());
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/ style="| on\w+="/);
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toMatch(/^default-src &#39;none&#39;; /);
    const inline = [...page.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)].map(([, , text = '']) => text);
    expect(inline.length).toBeGreaterThanOrEqual(2);
    for (const text of inline) expect(policy).toContain(createHash('sha256').update(text).digest('base64'));
  });

  it('shows the code beside what the model writes, marked in words too', () => {
    const page = renderHtml(booksPage());
    expect(page).toContain('<span class="vh">in the code: </span><code>    events.<del>add</del>(event);</code>');
    expect(page).toContain('<span class="vh">by the model: </span><code>    events.<ins>remove</ins>(event);</code>');
  });

  it('gives the reason of a failure', () => {
    expect(renderHtml(booksPage())).toContain(
      'The model wrote nothing: refused (the provider said no). It counts as an empty body, 2 % similar',
    );
  });

  it('carries every method once, each file and folder once', () => {
    const page = renderHtml(largePage(5_000));
    const data = embedded(page);
    expect(data.files).toHaveLength(500);
    expect(data.files.flatMap(([, , , units]: readonly unknown[]) => units)).toHaveLength(5_000);
    expect(page.length).toBeLessThan(400_000);
  });
});

describe('what is read from sources and models', () => {
  const hostile = `</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>"'&\u202Egpj.exe\u0007`;
  const path = `src/main/java/com/acme/${hostile.replaceAll('/', '')}/A.java`;
  const id = `${path}#A.${hostile}()`;
  const facts = { ...inPackage('A.b', 'books'), path, id };
  const body = `{\n  ${hostile}\n}`;
  const page = (): ReportPage => {
    const written = { kind: 'regenerated', body: body.replace('alert', 'confirm') } as const;
    return {
      ...pageOf(ledgerOf([facts], 0.5), {
        kind: 'made',
        asked: 1,
        units: [closeUp({ id, path, body, regeneration: written })],
      }),
      project: hostile,
    };
  };

  it('is data: no element, no attribute and no end of a script comes of it', () => {
    const text = renderHtml(page());
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text.match(/<\/script/g)).toHaveLength(2);
    expect(text).not.toMatch(/<img|<!--/);
    const [, json = ''] = /id="ledger">([\s\S]*?)<\/script>/.exec(text) ?? [];
    expect(json).not.toContain('<');
    expect(JSON.stringify(embedded(text))).toContain('alert(2)');
  });

  it('has nothing invisible in it', () => {
    const text = renderHtml(page());
    for (const invisible of ['\u202e', '\u0007']) expect(text).not.toContain(invisible);
    expect(text).toContain('\\u{202e}gpj.exe');
  });

  it('is cut where it is longer than anybody reads, and the page says so', () => {
    const long = `{\n${Array.from({ length: 20_000 }, (_, line) => `    step${line}();`).join('\n')}\n}`;
    const wide = `{ ${'x'.repeat(50_000)} }`;
    const text = renderHtml(
      pageOf(ledgerOf([facts], 0.5), {
        kind: 'made',
        asked: 2,
        units: [
          closeUp({ id, path, body: long, regeneration: { kind: 'regenerated', body: '{ }' } }),
          closeUp({ id, path, body: wide, regeneration: { kind: 'failed', reason: 'timed-out', detail: '' } }),
        ],
      }),
    );
    expect(text).toContain('step300();');
    expect(text).not.toContain('step900();');
    expect(text).toMatch(/… and 19,\d\d\d more lines, not shown here/);
    expect(text).toContain('… 48,004 more characters');
  });
});

describe('what is not known', () => {
  it('is said of a sample: how many are scored, and the margin', () => {
    const units = Array.from({ length: 40 }, (_, number) => inPackage(`Page${number}.turn`, 'books'));
    const scores = new Map(units.slice(0, 20).map(({ id }, number) => [id, 0.5 + number / 100]));
    const sampled = moveOn(ledgerOf(units, scores, { sample: { size: 20, seed: 1 } }), units, () => 0);
    const text = renderHtml(pageOf(sampled, { kind: 'left-out', reason: 'not-asked' }));
    expect(text).toContain('20 of 40 methods are scored, the others are shown as not scored.');
    expect(text).toMatch(/Mean similarity 0\.\d+ ± 0\.\d+ over 40 methods/);
    expect(text).toContain('<th scope="col" class="number">Scored</th>');
  });

  it('is said of a model without a ledger', () => {
    const text = renderHtml({ ...booksPage({ ledger: null }), inventory: null });
    expect(text).toContain('Freshness unknown: the model has no ledger.');
    expect(text).not.toContain('id="ledger"');
  });

  it('is said of a ledger that is another model’s', () => {
    const left = pageOf(booksLedger(), { kind: 'left-out', reason: 'ledger-of-another-model' });
    expect(renderHtml(left)).toContain('this ledger tells of another model than the one at hand');
  });
});

function embedded(page: string) {
  const [, json = ''] = /id="ledger">([\s\S]*?)<\/script>/.exec(page) ?? [];
  return JSON.parse(json);
}
