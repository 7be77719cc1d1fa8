// Links, room, annotations, and the words of a merge group and of the issue about a stale model.

import { describe, expect, it } from 'vitest';
import { joinSections } from '../../src/core/comment-sections.ts';
import { annotations, mergeGroupWords } from '../../src/report/check-run.ts';
import { linked, linkedLine } from '../../src/report/markdown/context.ts';
import { freshAgain, type IssueContext, trackingIssue } from '../../src/report/markdown/tracking-issue.ts';
import { MARKDOWN_LIMIT, renderMarkdown, SECTION_LIMIT } from '../../src/report/markdown.ts';
import { checkReport, LEDGER_7B, type MethodCase, SHADOW_OF_LEDGER } from './books.ts';
import { CLOSE, OPEN, RATE, TOTAL } from './books-methods.ts';
import { expectGolden } from './golden.ts';
import { CONTEXT, ledgerAt, standing, unknownStanding } from './pull-request-books.ts';
import { DRIFT, driftCrossing, GAINS, PREDECESSOR, staleLedger, standingLedger, statusReport } from './status-books.ts';

describe('a link to a line', () => {
  const to = (path: string, line = 3, context = CONTEXT) => linkedLine('A.b()', path, line, context);

  it('has every part of the path written out', () => {
    expect(to('src/a b/Größe#1 (x)?.java')).toBe(
      `[\`A.b()\`](https://github.com/acme/books/blob/${CONTEXT.headRevision}/src/a%20b/Gr%C3%B6%C3%9Fe%231%20%28x%29%3F.java#L3)`,
    );
  });

  it.each(['../x.java', 'a/../../x.java', './x.java', '/x.java', 'a//x.java', '', `${'a/'.repeat(400)}x.java`])(
    'is none for %j',
    (path) => expect(to(path)).toBe('`A.b()`'),
  );

  it('is none without a place to link to', () => {
    expect(to('x.java', 0)).toBe('`A.b()`');
    expect(to('x.java', 3, { ...CONTEXT, repositoryUrl: null })).toBe('`A.b()`');
    expect(to('x.java', 3, { ...CONTEXT, headRevision: 'main' })).toBe('`A.b()`');
    expect(linkedLine('A.b()', 'x.java', 3, null)).toBe('`A.b()`');
  });

  it.each([
    'javascript:alert(1)',
    'https://a b',
    'https://a/)',
    'https://a@b/c',
    'https://a/../b',
    'https://a/&lt;',
    '//a/b',
  ])('never leads to %j', (url) => expect(linked('Full report', url)).toBe('Full report'));

  it('may lead to a server of the team’s own', () => {
    expect(linked('x', 'https://git.acme.example:8443/books/actions/runs/17?check=a&pr=3#summary')).toBe(
      '[x](https://git.acme.example:8443/books/actions/runs/17?check=a&amp;pr=3#summary)',
    );
  });
});

describe('room', () => {
  const crowd = (number: number): MethodCase[] =>
    Array.from({ length: number }, (_, index) => ({
      ...TOTAL,
      name: `Invoice${index}.${'total'.repeat(60)}(List<Line>)`,
      path: `src/main/java/com/acme/${'books/'.repeat(60)}Invoice${index}.java`,
      ...(index < 30 ? { written: `{\n${`    post("${'x'.repeat(400)}");\n`.repeat(120)}}` } : {}),
    }));

  it.each(['comment', 'check-run', 'summary'] as const)('is kept as %s of 2,000 methods', (voice) => {
    const report = checkReport(crowd(2_000), { model: LEDGER_7B, standing: standing(0.914, 0.8) });
    const text = renderMarkdown(report, { ...CONTEXT, voice });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(voice === 'summary' ? 1_000_000 : 65_535);
    expect(text).toContain('### Model freshness 91.4 % → 80.0 %: stale');
    expect(text).toContain('re-run the check');
    if (voice === 'comment') expect(text).toContain('did not fit here');
  });

  it('is shared by the projects of a repository', () => {
    const report = checkReport(crowd(300), { model: LEDGER_7B, standing: standing(0.914, 0.9) });
    let comment: string | null = null;
    for (const section of ['billing', 'ledger', 'tax']) {
      const text = renderMarkdown(report, { ...CONTEXT, section });
      expect(text.length).toBeLessThanOrEqual(SECTION_LIMIT);
      comment = joinSections(comment, section, text);
    }
    expect(comment).not.toContain('Shortened');
    expect(renderMarkdown(report, { ...CONTEXT, section: 'tax' }, 3_000).length).toBeLessThanOrEqual(3_000);
    expect(SECTION_LIMIT).toBeLessThan(MARKDOWN_LIMIT / 3);
  });

  it('holds 50 annotations, worst first, and none for what failed or is known', () => {
    expect(annotations(checkReport(crowd(300)))).toHaveLength(50);
    const failed: MethodCase = { ...OPEN, failure: { reason: 'refused', detail: '' } };
    const notes = annotations(checkReport([OPEN, failed, CLOSE, RATE]));
    expect(notes.map(({ line }) => line)).toEqual([RATE.line, CLOSE.line]);
  });
});

describe('a merge group', () => {
  it('needs no second look', () => {
    expect(mergeGroupWords(null)).toEqual({
      title: 'Checked with its pull requests',
      summary: 'Each pull request of this merge group was checked by itself; once merged, the ledger is brought on.\n',
    });
    expect(mergeGroupWords(ledgerAt(0.914))).toEqual({
      title: 'Checked with its pull requests · freshness 91.4 % before',
      summary:
        'Each pull request of this merge group was checked by itself; once merged, the ledger is brought on.\n\nBefore it freshness is 91.4 % (2,079 methods, all scored); the policy asks for 90 %.\n',
    });
  });
});

describe('the issue about a stale model', () => {
  const CONTEXT_OF_ISSUE: IssueContext = { ...CONTEXT, training: null };
  const at = (committedAt: string, freshness: number) => {
    return { revision: CONTEXT.headRevision, committedAt, freshness, margin: null, units: 2_000 };
  };
  const history = [
    at('2026-10-12T09:30:00Z', 1),
    at('2026-11-20T10:00:00Z', 0.89),
    at('2026-12-01T10:00:00Z', 0.9),
    at('2026-12-24T10:00:00Z', 0.88),
    at('2027-01-11T15:04:00Z', 0.841),
  ];
  const shown = ({ title, body }: { title: string; body: string }) => `Title: ${title}\n\n${body}`;

  it.each<[string, Parameters<typeof trackingIssue>]>([
    [
      'embedded',
      [statusReport({ ledger: staleLedger({ history }), gain: GAINS.helps, drift: DRIFT }), CONTEXT_OF_ISSUE],
    ],
    [
      'workflow-started',
      [
        statusReport({ ledger: staleLedger(), gain: GAINS.helps, drift: DRIFT }, { model: LEDGER_7B }),
        { ...CONTEXT_OF_ISSUE, section: 'services/billing', training: { workflow: 'train.yml', started: true } },
      ],
    ],
    [
      'of-a-shadow',
      [
        statusReport({ ledger: staleLedger(), gain: null, drift: null }, { model: SHADOW_OF_LEDGER }),
        { ...CONTEXT_OF_ISSUE, reportUrl: null },
      ],
    ],
    [
      'soon',
      [
        statusReport({
          ledger: standingLedger(),
          gain: GAINS.helps,
          drift: driftCrossing('2027-02-24', '2027-01-29', '2027-05-06', '2027-01-11T15:04:00Z'),
        }),
        CONTEXT_OF_ISSUE,
      ],
    ],
    [
      'predecessor',
      [statusReport({ ledger: staleLedger(PREDECESSOR), gain: GAINS.tooFewChanges, drift: null }), CONTEXT_OF_ISSUE],
    ],
    ['without-ledger', [statusReport({ ledger: null, gain: GAINS.helps, drift: null }), CONTEXT_OF_ISSUE]],
  ])('%s', (name, [report, context]) =>
    expectGolden(`pr-issue-${name}.golden.md`, shown(trackingIssue(report, context))),
  );

  it('says since when', () => {
    const of = (points: typeof history) =>
      trackingIssue(
        statusReport({ ledger: staleLedger({ history: points }), gain: null, drift: null }),
        CONTEXT_OF_ISSUE,
      ).body;
    expect(of(history)).toContain('It has been below that since 2026-12-24, [`9d81e6f`]');
    expect(of(history.slice(3))).toContain('below that at least since 2026-12-24');
    expect(of(history.slice(0, 1))).not.toContain('It has been below');
  });

  it('is closed with thanks', () => {
    const fresh = statusReport({ ledger: standingLedger(), gain: null, drift: null });
    expect(freshAgain(fresh)).toBe(
      'The model is fresh again: it has a freshness of 97.1 % (2,000 methods, all scored), not below the policy’s line of 90 %. Thanks to whoever looked after it!\n',
    );
    expect(freshAgain(statusReport({ ledger: null, gain: null, drift: null }))).toMatch(/^Nothing says any more/);
  });
});

it('a model whose standing is not known has no gain, forecast or past to tell', () => {
  for (const reason of ['not-pinned', 'no-ledger', 'other-model'] as const) {
    const text = renderMarkdown(checkReport([TOTAL], { standing: unknownStanding(reason) }), CONTEXT);
    expect(text).not.toMatch(/train again help|policy|mermaid|null|undefined|NaN/);
  }
});
