// What people read in a pull request: comment, check run and terminal of every case, and when there is a comment at all.

import { describe, expect, it } from 'vitest';
import { NOTICES, type Notice } from '../../src/core/notice.ts';
import { annotations, checkTitle, uncheckedTitle } from '../../src/report/check-run.ts';
import { uncheckedMarkdown } from '../../src/report/markdown/check-context.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { noticeWords } from '../../src/report/notice-words.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { isWorthSaying, reducedLine } from '../../src/report/worth-saying.ts';
import { checkReport, type MethodCase } from './books.ts';
import { BALANCE, CLOSE, OPEN, RATE, RECORD } from './books-methods.ts';
import { expectGolden } from './golden.ts';
import { CONTEXT } from './pull-request-books.ts';
import { PULL_REQUESTS } from './pull-request-cases.ts';

describe.each(Object.entries(PULL_REQUESTS))('a pull request: %s', (name, { report, context }) => {
  it('as a comment', () => expectGolden(`pr-${name}.golden.md`, renderMarkdown(report, context)));

  it('as a check run', () => {
    const title = checkTitle(report, context.notices);
    expect(title.length).toBeLessThanOrEqual(120);
    const lines = annotations(report).map(
      ({ path, line, title, message }) => `${path}:${line}\n  ${title}\n  ${message}\n`,
    );
    expectGolden(`pr-${name}-run.golden.txt`, `${title}\n\n${lines.slice(0, 5).join('\n')}`);
  });

  it('in the terminal', () => {
    if (name !== 'three-hundred-mixed')
      expectGolden(`pr-${name}.golden.txt`, renderTerminal(report, { color: false, width: 120 }));
  });
});

describe('worth a comment', () => {
  const failing: MethodCase = { ...OPEN, failure: { reason: 'timed-out', detail: '' } };
  it.each<[string, readonly MethodCase[], boolean]>([
    ['nothing', [], false],
    ['what the model reproduces or is familiar with', [OPEN, BALANCE], false],
    ['a model that fails', [OPEN, failing], false],
    ['old code', [OPEN, RATE], true],
    ['new code', [CLOSE], true],
    ['unfamiliar code', [RECORD], true],
    ['answers that disagree', [{ ...RECORD, disagreement: 0.7 }], true],
  ])('%s', (_, methods, expected) => expect(isWorthSaying(checkReport(methods))).toBe(expected));

  it('a check that fails as the team asks it to, whatever the verdicts', () => {
    expect(isWorthSaying(checkReport([OPEN]), [{ kind: 'gate-met', gate: 'stale' }])).toBe(true);
    expect(isWorthSaying(checkReport([OPEN]), [{ kind: 'read-only' }])).toBe(false);
  });

  it('no longer: one line remains', () => {
    expect(reducedLine(CONTEXT)).toBe('By now this change gives no method new code: there is nothing to check.\n');
    expect(reducedLine({ section: 'services/billing' })).toMatch(/^`services\/billing`: By now/);
    const ignored = { section: null, notices: [{ kind: 'ignored', paths: ['src/**'] }] } as const;
    expect(reducedLine(ignored)).toMatch(/^There is no method to check\. Left out of this check, .*`src\/\*\*`/);
  });
});

describe('every notice', () => {
  const notices: readonly Notice[] = [
    { kind: 'gate-met', gate: 'stale' },
    { kind: 'gate-met', gate: 'maximum-drop', drop: 0.042, maximum: 0.01 },
    { kind: 'model-unreachable', detail: 'the server answered 503' },
    { kind: 'superseded', by: null },
    { kind: 'superseded', by: CONTEXT.headRevision },
    { kind: 'fork-by-shadow', label: null },
    { kind: 'fork-by-shadow', label: 'palimpsest' },
    { kind: 'budget-spent', input: 'max-methods' },
    { kind: 'ignored', paths: ['src/main/java/tax/**'] },
    { kind: 'ignored', paths: ['a/**', 'b/**', 'c/**', 'd/**'] },
    { kind: 'ledger-behind', ledger: '0cc175b9c0f1b6a831c399e269772661aabbccdd', where: 'before-base' },
    { kind: 'ledger-behind', ledger: '0cc175b9c0f1b6a831c399e269772661aabbccdd', where: 'elsewhere' },
    { kind: 'edits-settings', paths: ['.github/palimpsest.yml'] },
    { kind: 'edits-settings', paths: ['a.yml', 'b.yml', 'c.yml', 'd.yml', 'e.yml'] },
    { kind: 'read-only' },
    ...(['comment', 'check-run', 'issue', 'data-branch', 'dispatch'] as const).map((what) => {
      return { kind: 'refused', what, reason: 'Resource not accessible by integration' } as const;
    }),
    { kind: 'checkout-ignored' },
  ];

  it('in its words', () => {
    expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(NOTICES));
    const words = notices.map((notice) => `- ${noticeWords(notice, (text) => `\`${text}\``)}`);
    expectGolden('pr-notices.golden.md', `${words.join('\n')}\n`);
  });

  it('where nothing was checked', () => {
    const about = (...of: readonly Notice[]) => ({ ...CONTEXT, section: 'services/billing', notices: of });
    const down = about(
      { kind: 'checkout-ignored' },
      { kind: 'model-unreachable', detail: 'connection refused at 127.0.0.1:8080' },
    );
    expectGolden('pr-unchecked.golden.md', uncheckedMarkdown(down));
    expect(uncheckedTitle(down.notices)).toBe('Not checked: the model could not be asked');
    expect(uncheckedTitle([{ kind: 'superseded', by: null }])).toBe('Not checked: there is a newer head');
    expect(uncheckedTitle([])).toBe('Not checked');
  });

  it('says the gravest first, whoever noticed what first', () => {
    const { report } = PULL_REQUESTS.mixed ?? { report: checkReport([]) };
    const one = renderMarkdown(report, { ...CONTEXT, notices });
    expect(
      renderMarkdown(report, { ...CONTEXT, notices: notices.toSorted((a, b) => (a.kind < b.kind ? 1 : -1)) }),
    ).toHaveLength(one.length);
    expect(one.indexOf('fail-on')).toBeLessThan(one.indexOf('| Method'));
    expect(one.indexOf('checkout')).toBeGreaterThan(one.indexOf('| Method'));
  });
});
