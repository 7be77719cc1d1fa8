// Pull requests of the bookkeeping library, with everything that a check on a forge knows.

import type { Notice } from '../../src/core/notice.ts';
import type { CheckReport, LedgerSummary, Standing } from '../../src/core/report.ts';
import type { MarkdownContext } from '../../src/report/markdown/context.ts';
import { checkReport, historyTo, LEDGER_7B, LEDGER_HISTORY, type MethodCase, updateReport } from './books.ts';
import { gainReport } from './gain-books.ts';

export interface PullRequestCase {
  readonly report: CheckReport;
  readonly context: MarkdownContext;
}

const HEAD = '9d81e6f2a3b4c5d6e7f8091a2b3c4d5e6f708192';

export const CONTEXT: MarkdownContext = {
  headRevision: HEAD,
  repositoryUrl: 'https://github.com/acme/books',
  reportUrl: 'https://github.com/acme/books/actions/runs/17/artifacts/3',
  section: null,
  notices: [],
  voice: 'comment',
};

export function withNotices(...notices: readonly Notice[]): MarkdownContext {
  return { ...CONTEXT, notices };
}

/** A ledger of 2,079 methods at a freshness, by the bookkeepers' line of 90 %. */
export function ledgerAt(freshness: number, stated: Partial<LedgerSummary> = {}): LedgerSummary {
  const line = 0.9;
  const { freshness: parts, ...ledger } = updateReport([]).ledger;
  if (parts === null) throw new RangeError('the books have no freshness');
  return {
    ...ledger,
    line,
    units: 2_079,
    scored: 2_079,
    failed: 0,
    freshness: { ...parts, value: freshness },
    verdict:
      freshness >= line ? { kind: 'fresh', reason: 'at-or-above-line' } : { kind: 'stale', reason: 'below-line' },
    history: historyTo(freshness),
    ...stated,
  };
}

/** From one freshness to another, as a team sees it 41 days after training. */
export function standing(before: number, after: number, stated: Partial<Standing> = {}): Standing {
  const { all, window, statement, head } = gainReport({ commits: 24, changes: 6, closer: 0.15 });
  return {
    freshness: { kind: 'known', before: ledgerAt(before), after: ledgerAt(after) },
    age: { days: 41, commits: 212 },
    gain: { all, window, statement, head: { ...head, revision: LEDGER_HISTORY.at(-1)?.revision ?? '' } },
    forecast: {
      kind: 'expected',
      line: 0.9,
      points: 7,
      from: '2026-10-12T09:30:00Z',
      to: '2026-12-21T16:30:00Z',
      perYear: -0.14,
      day: '2027-02-12',
      level: 0.95,
      earliest: '2027-01-09',
      latest: '2027-04-30',
    },
    recommendation: { kind: 'keep', day: null, reasons: ['fresh', 'gain-worth-it'] },
    ...stated,
  };
}

/** Where nobody has reviewed the model, and where its freshness is not known. */
export function unknownStanding(reason: Extract<Standing['freshness'], { kind: 'unknown' }>['reason']): Standing {
  return {
    freshness: { kind: 'unknown', reason },
    age: { days: null, commits: null },
    gain: null,
    forecast: null,
    recommendation: null,
  };
}

export function pullRequest(
  methods: readonly MethodCase[],
  stated: Partial<CheckReport> = {},
  context: MarkdownContext = CONTEXT,
): PullRequestCase {
  const model = methods.length === 0 ? null : LEDGER_7B;
  return { report: checkReport(methods, { model, standing: standing(0.914, 0.9121), ...stated }), context };
}
