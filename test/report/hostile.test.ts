// Names, paths, bodies and provider messages come from pull requests and models that may be hostile.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/core/report.ts';
import { MARKDOWN_LIMIT, renderMarkdown } from '../../src/report/markdown.ts';
import { renderShow, renderTerminal } from '../../src/report/terminal.ts';
import { checkReport, evaluateReport, LEDGER_7B, type MethodCase } from './books.ts';

const FRAGMENTS = [
  '`',
  '```',
  '````diff',
  '~~~~',
  '|',
  '\\',
  '\\|',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '    ',
  '@everyone',
  '@acme/owners',
  '<img src=x onerror=alert(1)>',
  '</details>',
  '</code></summary>',
  '<!-- marker -->',
  '-->',
  '[click](https://evil.example)',
  '![x](https://evil.example/x.png)',
  'https://evil.example',
  '#1',
  '::error::',
  '&lt;',
  '&#64;',
  '$x$',
  '**',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u009b2J',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\0',
  '\u0301',
  '金額',
  '👩‍💻',
  '\ud800',
  'total',
];

const hostile = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string({ unit: 'binary', maxLength: 6 })),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

const hostileMethod = fc
  .record({
    name: hostile,
    path: hostile,
    before: fc.option(hostile),
    after: hostile,
    written: hostile,
    detail: hostile,
    failed: fc.boolean(),
  })
  .map(({ failed, detail, before, ...method }): MethodCase => {
    const failure = { reason: 'error' as const, detail };
    return { ...method, before, ...(failed ? { failure } : {}) };
  });

const hostileCheck = fc
  .record({
    methods: fc.array(hostileMethod, { maxLength: 6 }),
    label: hostile,
    model: hostile,
    ids: fc.array(hostile, { maxLength: 4 }),
  })
  .map(({ methods, label, model, ids }): CheckReport => {
    const report = checkReport(methods, {
      base: { name: label, revision: label },
      deleted: ids,
      cosmetic: ids,
      notes: ids.map((path) => ({ path, kind: 'binary', lines: [] })),
    });
    const trainedAt = { revision: model, committedAt: model, units: 1, files: 1 };
    return report.model === null ? report : { ...report, model: { ...LEDGER_7B, name: model, trainedAt } };
  });

/** Everything but the line end that may move a cursor, hide or turn text round. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function expectVisible(text: string): void {
  expect(INVISIBLE.exec(text.replaceAll('\n', ''))?.[0]?.codePointAt(0)).toBeUndefined();
}

describe('hostile text in the terminal', () => {
  it('acts on nothing', () => {
    fc.assert(
      fc.property(hostileCheck, fc.integer({ min: 30, max: 160 }), (report, width) => {
        expectVisible(renderTerminal(report, { color: false, width }));
        for (const row of report.methods) expectVisible(renderShow(row, { color: false, width }));
      }),
    );
  });

  it('has no escape sequences but the colors asked for', () => {
    fc.assert(
      fc.property(hostileCheck, (report) => {
        const esc = String.fromCharCode(0x1b);
        const colored = renderTerminal(report, { color: true, width: 120 });
        expectVisible(colored.replaceAll(new RegExp(`${esc}\\[\\d{1,2}m`, 'g'), ''));
      }),
    );
  });

  it('leaves every method its one line', () => {
    fc.assert(
      fc.property(hostileCheck, (report) => {
        const lines = renderTerminal(report, { color: false, width: 120 }).split('\n');
        const isRow = (line: string) =>
          /^ {2}(outdated|unfamiliar|new to it|familiar|reproduced|ambiguous|failed) {3}/.test(line.padEnd(80));
        expect(lines.filter(isRow).length).toBeGreaterThanOrEqual(report.methods.length);
      }),
    );
  });
});

describe('hostile text in Markdown', () => {
  it('acts on nothing', () => {
    fc.assert(fc.property(hostileCheck, (report) => expectVisible(renderMarkdown(report))));
  });

  it('keeps one table row a method, with its four cells', () => {
    fc.assert(
      fc.property(hostileCheck, (report) => {
        const rows = outsideFences(renderMarkdown(report)).filter((line) => line.startsWith('| `'));
        expect(rows).toHaveLength(report.methods.length);
        for (const row of rows) expect(row).toMatch(/^\| `[^`|]+` \| [^|`]+ \| [^|`]+ \| [^|`]+ \|$/);
      }),
    );
  });

  it('stays inside code', () => {
    fc.assert(
      fc.property(hostileCheck, (report) => {
        const prose = outsideFences(renderMarkdown(report))
          .join('\n')
          .replaceAll(/`[^`\n]+`/g, '')
          .replaceAll(/<code>[^<>\n]*<\/code>/g, '')
          .replaceAll(/<\/?(details|summary|sub)>/g, '')
          .replaceAll(/ < (?=\d)/g, '');
        expect(prose).not.toMatch(/[<@`[\]!\\~]|:\/\/|&/);
      }),
    );
  });

  it('cannot close a fence: each holds diff lines alone and ends where its block ends', () => {
    fc.assert(
      fc.property(hostileCheck, (report) => {
        const lines = renderMarkdown(report).split('\n');
        for (const { content, next } of fences(lines)) {
          for (const line of content) expect(line).toMatch(/^([-+ ]|$)/);
          expect(next).toEqual(['', '</details>']);
        }
      }),
    );
  });

  it('is no more dangerous in an evaluation', () => {
    fc.assert(
      fc.property(fc.array(hostileMethod, { maxLength: 4 }), hostile, (methods, directory) => {
        const text = renderMarkdown(
          evaluateReport(methods, { source: { directory }, model: { ...LEDGER_7B, name: directory } }),
        );
        expectVisible(text);
        expect(text.replaceAll(/`[^`\n]+`/g, '').replaceAll(/<\/?(details|summary)>/g, '')).not.toMatch(/[<@`[\]!\\~]/);
      }),
    );
  });
});

describe('a comment', () => {
  it.each([300, 2_000])(
    'of %i methods with names and bodies beyond measure fits, and says what it left out',
    (number) => {
      const long = body(200);
      const methods = Array.from(
        { length: number },
        (_, index): MethodCase => ({
          name: `Ledger${index}.${'closeTheBooks'.repeat(40)}(Period)`,
          before: null,
          after: '{\n}',
          written: long,
        }),
      );
      const text = renderMarkdown(checkReport(methods));
      expect(text.length).toBeLessThanOrEqual(MARKDOWN_LIMIT);
      expect(text).toContain(`${(number - 25).toLocaleString('en-US')} more methods`);
      expect(text).toContain('did not fit here; the JSON report has all of them.');
      expect(text).toContain('error rate');
    },
  );
});

function body(lines: number): string {
  return `{\n${Array.from({ length: lines }, (_, line) => `        post(${line}, "${'x'.repeat(400)}");`).join('\n')}\n}`;
}

/** The fenced blocks as CommonMark finds them, with the two lines after each. */
function fences(lines: readonly string[]): { content: string[]; next: string[] }[] {
  const found: { content: string[]; next: string[] }[] = [];
  for (let at = 0; at < lines.length; at++) {
    const opening = /^ {0,3}(`{3,})diff$/.exec(lines[at] ?? '')?.[1];
    if (opening === undefined) continue;
    const length = opening.length;
    const closes = (line: string) => new RegExp(`^ {0,3}\`{${length},}[ \\t]*$`).test(line);
    const rest = lines.slice(at + 1);
    const end = rest.findIndex(closes);
    expect(end).toBeGreaterThanOrEqual(0);
    found.push({ content: rest.slice(0, end), next: rest.slice(end + 1, end + 3) });
    at += end + 1;
  }
  return found;
}

function outsideFences(text: string): string[] {
  const lines = text.split('\n');
  const inside = new Set(fences(lines).flatMap(({ content }) => content));
  return lines.filter((line) => !inside.has(line) && !/^`{3,}(diff)?$/.test(line));
}
