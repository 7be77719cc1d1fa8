// The answer to `/palimpsest explain`, and the other answers to people: as they read, and when what they hold is hostile.

import { describe, expect, it } from 'vitest';
import { COMMENT_LIMIT } from '../../src/core/comment-sections.ts';
import type { CheckRow } from '../../src/core/report.ts';
import {
  type ExplainFacts,
  explainMarkdown,
  severalMethodsMarkdown,
  unknownMethodMarkdown,
} from '../../src/report/markdown/explain.ts';
import * as replies from '../../src/report/markdown/replies.ts';
import { anatomyOf } from '../support/github-flavoured.ts';
import { checkReport, LEDGER_7B, type MethodCase, PROJECT_MEMORY } from './books.ts';
import { CLOSE, OPEN, TOTAL } from './books-methods.ts';
import { expectGolden } from './golden.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { CONTEXT } from './pull-request-books.ts';

function rowOf(method: MethodCase): CheckRow {
  const [row] = checkReport([method]).methods;
  if (row === undefined) throw new Error('a report of one method has one');
  return row;
}

const TOTAL_ROW = rowOf(TOTAL);
const ELSEWHERE = {
  id: 'src/main/java/books/Offer.java#Offer.sum(List<Line>)',
  path: 'src/main/java/books/Offer.java',
  similarity: 0.64,
  body: '{\n        long sum = 0;\n        for (Line line : lines) sum += line.amount();\n        return sum;\n    }',
};

const CASES: Readonly<Record<string, ExplainFacts>> = {
  'of-a-server': { row: TOTAL_ROW, model: LEDGER_7B, nearest: null },
  'of-the-memory': {
    row: TOTAL_ROW,
    model: PROJECT_MEMORY,
    nearest: {
      ...ELSEWHERE,
      id: TOTAL_ROW.id,
      path: TOTAL_ROW.path,
      similarity: 1,
      body: TOTAL_ROW.texts.before ?? '',
    },
  },
  'new-to-it': { row: rowOf(CLOSE), model: PROJECT_MEMORY, nearest: ELSEWHERE },
  'known-otherwise': {
    row: rowOf(OPEN),
    model: PROJECT_MEMORY,
    nearest: { ...ELSEWHERE, id: rowOf(OPEN).id, path: rowOf(OPEN).path },
  },
  failed: {
    row: rowOf({ ...TOTAL, failure: { reason: 'error', detail: 'the server answered 503' } }),
    model: LEDGER_7B,
    nearest: null,
  },
};

describe.each(Object.entries(CASES))('an explanation: %s', (name, facts) => {
  it('as a reply', () => expectGolden(`explain-${name}.golden.md`, explainMarkdown(facts, CONTEXT)));
});

it('the other answers', () => {
  const all = [
    unknownMethodMarkdown('Invoice.sum', []),
    unknownMethodMarkdown('Invoice.sum', [TOTAL_ROW.id, rowOf(OPEN).id]),
    severalMethodsMarkdown('total', [TOTAL_ROW.id, ELSEWHERE.id]),
    replies.helpMarkdown(null),
    replies.helpMarkdown('chekc'),
    replies.notAllowedMarkdown('eve', 'write'),
    replies.notAllowedMarkdown('linus', 'maintain'),
    replies.ignoredMarkdown(['src/**/tax/*.java', 'docs']),
    replies.ignoredMarkdown([]),
    replies.notIgnoredMarkdown('src', ['docs']),
    replies.notIgnoredMarkdown('src', []),
    replies.tooManyIgnoredMarkdown(50),
    replies.retrainedBeforeMarkdown('2026-05-04T12:00:00.000Z'),
    replies.noWayToRetrainMarkdown(),
    replies.retrainRefusedMarkdown('Resource not accessible by integration'),
    replies.badgeLinkMarkdown('https://palimpsest.test/acme/books?token=x', 'https://palimpsest.test/badge.svg'),
    replies.linksRevokedMarkdown(0),
    replies.linksRevokedMarkdown(2),
    replies.failedMarkdown('the settings file names a model', 'Leave it out.'),
  ];
  expectGolden('replies.golden.md', all.join('\n---\n\n'));
});

const TRACE = 'Qz7';
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const ELEMENTS = ['a', 'code', 'details', 'h3', 'li', 'p', 'pre', 'summary', 'ul'];

/** Every answer with the text wherever an answer can hold one from outside. */
function answersWith(text: string): string[] {
  const hostile = text + TRACE;
  const body = `{\n    ${hostile}\n${hostile}\n}`;
  const base = rowOf({ ...TOTAL, name: `Ledger.${hostile}(Period)`, path: `src/${hostile}.java` });
  const row: CheckRow = { ...base, texts: { before: body, after: `${body} `, regenerated: `${body}\n` } };
  const model = {
    ...LEDGER_7B,
    name: hostile,
    trainedAt: { revision: hostile, committedAt: null, units: 1, files: 1 },
  };
  const nearest = { id: `${hostile}#${hostile}`, path: hostile, similarity: 0.5, body };
  return [
    explainMarkdown({ row, model, nearest }, CONTEXT),
    explainMarkdown(
      {
        row: { ...row, verdict: null, similarity: null, failure: { reason: 'error', detail: hostile } },
        model,
        nearest: null,
      },
      CONTEXT,
    ),
    unknownMethodMarkdown(hostile, [nearest.id]),
    severalMethodsMarkdown(hostile, [nearest.id, hostile]),
    replies.helpMarkdown(hostile),
    replies.notAllowedMarkdown(hostile, 'write'),
    replies.ignoredMarkdown([hostile]),
    replies.notIgnoredMarkdown(hostile, [hostile]),
    replies.retrainRefusedMarkdown(hostile),
    replies.failedMarkdown(hostile, hostile),
  ];
}

describe.each(Object.entries(HOSTILE_TEXTS))('%s', (_, texts) => {
  it.each(texts.map((text) => [JSON.stringify(text.slice(0, 40)), text]))('stays text in code: %s', (_, text) => {
    for (const markdown of answersWith(text)) {
      const { elements, links, prose, active, unbalanced } = anatomyOf(markdown);
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(COMMENT_LIMIT);
      expect(INVISIBLE.exec(markdown.replaceAll('\n', ''))?.[0]).toBeUndefined();
      expect(elements.map(({ name }) => name).filter((name) => !ELEMENTS.includes(name))).toEqual([]);
      expect(links.filter((link) => !link.startsWith('https://github.com/acme/books/'))).toEqual([]);
      expect(prose).not.toContain(TRACE);
      expect(active).toEqual([]);
      expect(unbalanced).toEqual([]);
      for (const line of markdown.split('\n')) expect(line.slice(0, 500)).not.toMatch(/^\s*::[^:]*::|##\[/);
    }
  });
});

it('bodies without measure give way to the limit, each with what is left of it', () => {
  const endless = `{\n${'    金金金金金金金金金金金金金金金金金金金金金金金金();\n'.repeat(5_000)}}`;
  const row: CheckRow = { ...TOTAL_ROW, texts: { before: endless, after: `${endless} `, regenerated: `${endless}  ` } };
  const markdown = explainMarkdown({ row, model: PROJECT_MEMORY, nearest: { ...ELSEWHERE, body: endless } }, CONTEXT);
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(markdown.match(/… [\d,]+ more lines/g)).toHaveLength(4);
});
