// Hostile texts in every place of a report, as comment, check run, job summary, annotation and issue: they stay text in code.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMENT_LIMIT, joinSections, sectionsOf } from '../../src/core/comment-sections.ts';
import { annotations, checkTitle } from '../../src/report/check-run.ts';
import { uncheckedMarkdown } from '../../src/report/markdown/check-context.ts';
import type { MarkdownContext } from '../../src/report/markdown/context.ts';
import { trackingIssue } from '../../src/report/markdown/tracking-issue.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { visible } from '../../src/report/visible.ts';
import { reducedLine } from '../../src/report/worth-saying.ts';
import { anatomyOf, COMMENT_ELEMENTS } from '../support/github-flavoured.ts';
import { checkReport, LEDGER_7B } from './books.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { CONTEXT, standing } from './pull-request-books.ts';
import { GAINS, staleLedger, statusReport } from './status-books.ts';

/** Stands at the end of every hostile text, so that wherever it is found the text is. */
const TRACE = 'Qz7';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const VOICES = ['comment', 'check-run', 'summary'] as const;
const ROOM = { comment: COMMENT_LIMIT, 'check-run': 65_535, summary: 1_048_576 };

/** A report that holds the text wherever a report can hold one from outside. */
function reportWith(text: string) {
  const hostile = text + TRACE;
  const body = `{\n        ${hostile}\n${hostile}\n    }`;
  const ids = [`${hostile}#${hostile}`];
  const { gain, ...known } = standing(0.914, 0.9121);
  const trainedAt = { revision: hostile, committedAt: hostile, units: 1, files: 1 };
  return checkReport(
    [
      {
        name: `Ledger.${hostile}(Period)`,
        before: '{}',
        after: '{ close(); }',
        written: body,
        path: `src/${hostile}.java`,
      },
      {
        name: hostile,
        before: body,
        after: `{ ${hostile} }`,
        written: '{ open(); }',
        knewPrevious: false,
        path: hostile,
      },
      { name: `Audit.a(${hostile})`, before: null, after: body, failure: { reason: 'error', detail: hostile } },
      // in both texts, so that its lines stand behind a space
      {
        name: 'Ledger.both()',
        before: '{}',
        after: `{\n${hostile}\n  ${'a'.repeat(300)}();\n}`,
        written: `{\n${hostile}\n  b();\n}`,
      },
      { name: 'Ledger.open()', after: body, path: `${hostile}/Ledger.java` },
    ],
    {
      base: { name: hostile, revision: hostile },
      head: { name: hostile, revision: hostile },
      model: { ...LEDGER_7B, name: hostile, baseModel: hostile, trainedAt, shadow: null },
      cosmetic: ids,
      deleted: ids,
      moved: [{ id: hostile, previousId: hostile }],
      notes: [{ path: hostile, kind: 'binary', lines: [] }],
      usage: { calls: 1, cacheHits: 0, promptTokens: 1, completionTokens: 1, cost: null, answeredAs: [hostile] },
      standing: {
        ...known,
        gain: gain && { ...gain, head: { name: hostile, revision: hostile } },
        recommendation: { kind: 'retrain-soon', day: hostile, reasons: ['crossing-forecast'] },
      },
    },
  );
}

function contextWith(text: string, voice: MarkdownContext['voice']): MarkdownContext {
  const hostile = text + TRACE;
  return {
    ...CONTEXT,
    voice,
    reportUrl: `https://github.com/acme/books/${hostile}`,
    section: hostile,
    notices: [
      { kind: 'model-unreachable', detail: hostile },
      { kind: 'superseded', by: hostile },
      { kind: 'fork-by-shadow', label: hostile },
      { kind: 'budget-spent', input: hostile },
      { kind: 'edits-settings', paths: [hostile, hostile] },
      { kind: 'ignored', paths: [hostile, hostile] },
      { kind: 'refused', what: 'comment', reason: hostile },
    ],
  };
}

function surfacesOf(text: string): { name: string; markdown: string; room: number }[] {
  const report = reportWith(text);
  const status = statusReport(
    { ledger: staleLedger(), gain: GAINS.helps, drift: null },
    { model: { ...LEDGER_7B, name: text + TRACE }, at: { name: text + TRACE, revision: text + TRACE } },
  );
  const context = contextWith(text, 'comment');
  const training = { workflow: text + TRACE, started: false };
  return [
    ...VOICES.map((voice) => ({
      name: voice,
      markdown: renderMarkdown(report, contextWith(text, voice)),
      room: ROOM[voice],
    })),
    { name: 'nothing checked', markdown: uncheckedMarkdown(context), room: COMMENT_LIMIT },
    { name: 'reduced', markdown: reducedLine(context), room: 2_500 },
    { name: 'issue', markdown: trackingIssue(status, { ...context, training }).body, room: COMMENT_LIMIT },
  ];
}

/** All that must hold whatever a report holds. */
function expectInert(markdown: string): void {
  const { elements, links, prose, active, unbalanced } = anatomyOf(markdown);
  expect(INVISIBLE.exec(markdown.replaceAll('\n', ''))?.[0]?.codePointAt(0)).toBeUndefined();
  expect(elements.map(({ name }) => name).filter((name) => !COMMENT_ELEMENTS.includes(name))).toEqual([]);
  for (const { name, attributes } of elements) {
    const allowed =
      name === 'a' ? ['href'] : name === 'code' ? ['class'] : ['th', 'td'].includes(name) ? ['align'] : [];
    expect([...attributes.keys()].filter((attribute) => !allowed.includes(attribute))).toEqual([]);
    if (name === 'code' && attributes.size > 0) expect(attributes.get('class')).toMatch(/^language-(diff|mermaid)$/);
  }
  expect(links.filter((link) => !/^https:\/\/github\.com\/acme\/books\/[\w./%$&+,:;=?@#-]*$/.test(link))).toEqual([]);
  expect(
    links.filter((link) => /\/\.{0,2}(\/|$)/.test(link.slice('https://'.length).replace(/\/?[?#].*/, ''))),
  ).toEqual([]);
  expect(prose).not.toContain(TRACE);
  // `recovery < 0.01` is ours
  const odd = /.{0,30}(?:[<>[\]`$\\|]|https?:|www\.).{0,10}/.exec(prose.replaceAll(/[<>]\s-?(?=\d)/g, ''));
  expect(odd?.[0]).toBeUndefined();
  expect(active).toEqual([]);
  expect(unbalanced).toEqual([]);
  for (const line of markdown.split('\n')) {
    expect(line.slice(0, 500)).not.toMatch(/^\s*::[^:]*::|##\[/);
  }
}

describe.each(Object.entries(HOSTILE_TEXTS))('%s', (_, texts) => {
  it.each(texts.map((text) => [shown(text), text]))('%s', (_, text) => {
    for (const { name, markdown, room } of surfacesOf(text)) {
      expectInert(markdown);
      expect(Buffer.byteLength(markdown), name).toBeLessThanOrEqual(room);
    }
    const report = reportWith(text);
    const comment = renderMarkdown(report, contextWith(text, 'comment'));
    const joined = joinSections(joinSections(null, 'b', 'Beside'), text.slice(0, 200), comment) ?? '';
    expect(joined.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(sectionsOf(joined).get('b')).toBe('Beside');
    expect(sectionsOf(joined).size).toBe(2);
    for (const { title, message, line } of annotations(report)) {
      expect(title.length).toBeLessThan(60);
      expect(message.length).toBeLessThan(600);
      expect(message + title).not.toMatch(INVISIBLE);
      expect(line).toBeGreaterThan(0);
    }
    expect(checkTitle(report)).not.toContain(TRACE);
    expect(checkTitle(report).length).toBeLessThanOrEqual(120);
  });
});

it('counts more than a hundred cases', () => {
  expect(Object.values(HOSTILE_TEXTS).flat().length).toBeGreaterThan(100);
});

describe('a short text', () => {
  const short = Object.values(HOSTILE_TEXTS)
    .flat()
    .filter((text) => text.length < 60 && !/[`|]/.test(text) && !text.includes('##['));
  it.each(short.map((text) => [shown(text), text]))('stands in code as it is: %s', (_, text) => {
    const { codes } = anatomyOf(renderMarkdown(reportWith(text), CONTEXT));
    expect(codes).toContain(visible(`Ledger.${text}${TRACE}(Period)`));
  });
});

it('texts of any pieces stay text', () => {
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...Object.values(HOSTILE_TEXTS)
          .flat()
          .filter(({ length }) => length < 400),
      ),
    },
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (hostile) => {
      for (const { markdown } of surfacesOf(hostile)) expectInert(markdown);
    }),
    { numRuns: 150 },
  );
});

function shown(text: string): string {
  return `${JSON.stringify(text.slice(0, 40))}${text.length > 40 ? ` … ${text.length} characters` : ''}`;
}
