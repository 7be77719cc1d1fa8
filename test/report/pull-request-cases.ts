// The pull requests that a comment, a check run and a job summary are shown with.

import { PROJECT_MEMORY, SHADOW_OF_LEDGER } from './books.ts';
import { BALANCE, CLOSE, DESCRIBE, MIXED, OPEN, RATE, RECORD, TOTAL } from './books-methods.ts';
import { FAILING, REFACTORED, THREE_HUNDRED } from './cases.ts';
import { gainReport } from './gain-books.ts';
import {
  CONTEXT,
  ledgerAt,
  type PullRequestCase,
  pullRequest,
  standing,
  unknownStanding,
  withNotices,
} from './pull-request-books.ts';

const IN_BOOKS = 'src/main/java/com/acme/books';
const [CHANGED, ADDED] = [{ ...RECORD, knewPrevious: true }, CLOSE];

export const PULL_REQUESTS: Readonly<Record<string, PullRequestCase>> = {
  mixed: pullRequest(MIXED, { leftOut: [{ reason: 'test', methods: 12, files: 3 }] }),
  'all-known': pullRequest([OPEN, BALANCE, DESCRIBE], { standing: standing(0.914, 0.91404) }),
  'outdated-refactoring': pullRequest(REFACTORED),
  'one-token-change': pullRequest([RATE], { standing: standing(0.914, 0.91399) }),
  'new-code-only': pullRequest([CLOSE, { ...RECORD, before: null }], {
    standing: standing(0.914, 0.9128, { gain: null, forecast: null, recommendation: null }),
  }),
  'three-hundred-mixed': pullRequest(THREE_HUNDRED, { standing: standing(0.914, 0.8421) }),
  fork: pullRequest(
    [TOTAL, RATE, OPEN],
    { model: SHADOW_OF_LEDGER },
    withNotices({ kind: 'fork-by-shadow', label: 'palimpsest' }, { kind: 'checkout-ignored' }),
  ),
  'fork-read-only': pullRequest(
    [TOTAL, OPEN],
    { model: SHADOW_OF_LEDGER },
    {
      ...withNotices({ kind: 'read-only' }, { kind: 'fork-by-shadow', label: null }),
      voice: 'summary',
    },
  ),
  'not-pinned-yet': pullRequest(
    [TOTAL, OPEN, CLOSE],
    { model: PROJECT_MEMORY, modelOrigin: 'trained-on-base', standing: unknownStanding('not-pinned') },
    { ...CONTEXT, reportUrl: null },
  ),
  'no-ledger': pullRequest([TOTAL, OPEN], {
    standing: { ...unknownStanding('no-ledger'), age: { days: 3, commits: 0 } },
  }),
  'other-model': pullRequest([TOTAL, OPEN], { standing: unknownStanding('other-model') }),
  'failing-model': pullRequest(FAILING),
  'model-down': pullRequest(
    [TOTAL, RATE].map((method) => ({
      ...method,
      failure: { reason: 'error' as const, detail: 'the server answered 503' },
    })),
    { standing: standing(0.914, 0.914) },
    withNotices({ kind: 'model-unreachable', detail: 'the server answered 503' }),
  ),
  'budget-spent': pullRequest(
    [TOTAL, OPEN, CLOSE],
    {
      usage: {
        calls: 17,
        cacheHits: 6,
        promptTokens: 12_345,
        completionTokens: 2_110,
        cost: { amount: 0.02141, currency: 'EUR' },
        answeredAs: [],
      },
      unasked: [`${IN_BOOKS}/Audit.java#Audit.record(Event)`, `${IN_BOOKS}/TaxTable.java#TaxTable.rateFor(Region)`],
    },
    withNotices({ kind: 'budget-spent', input: 'max-methods' }),
  ),
  'no-java': pullRequest([], { standing: standing(0.914, 0.914) }),
  'monorepo-section': pullRequest([TOTAL, CLOSE], {}, { ...CONTEXT, section: 'services/billing' }),
  shadow: pullRequest([TOTAL, RATE, OPEN], {
    model: SHADOW_OF_LEDGER,
    standing: standing(0.9533, 0.9511, {
      age: { days: 120, commits: null },
      recommendation: { kind: 'retrain-soon', day: '2027-02-12', reasons: ['crossing-forecast'] },
    }),
  }),
  stale: pullRequest([TOTAL, CHANGED, ADDED], {
    standing: standing(0.9004, 0.8983, {
      forecast: {
        kind: 'crossed',
        line: 0.9,
        points: 7,
        from: '2026-10-12T09:30:00Z',
        to: '2026-12-21T16:30:00Z',
        perYear: -0.4,
      },
      recommendation: { kind: 'retrain-now', day: null, reasons: ['stale', 'gain-worth-it'] },
    }),
  }),
  'stale-before': pullRequest([OPEN, TOTAL], {
    model: PROJECT_MEMORY,
    standing: standing(0.8621, 0.8617, {
      forecast: null,
      gain: (({ all, window, statement, head }) => ({ all, window, statement, head }))(
        gainReport({ commits: 20, changes: 6, closer: 0.0078125 }),
      ),
      recommendation: { kind: 'keep', day: null, reasons: ['gain-too-small', 'stale'] },
    }),
  }),
  'freshness-unchanged': pullRequest([TOTAL], { standing: standing(0.914, 0.91398) }),
  'gate-met': pullRequest(
    [TOTAL, CHANGED],
    { standing: standing(0.9004, 0.8983) },
    withNotices({ kind: 'gate-met', gate: 'stale' }),
  ),
  'gate-met-by-a-drop': pullRequest(
    REFACTORED,
    { standing: standing(0.9521, 0.9409) },
    withNotices({ kind: 'gate-met', gate: 'maximum-drop', drop: 1.12, maximum: 0.5 }),
  ),
  'sampled-ledger': pullRequest([TOTAL, CLOSE], {
    standing: standing(0.9094, 0.9071, {
      freshness: {
        kind: 'known',
        before: sampled(0.9094),
        after: sampled(0.9071),
      },
      gain: (({ all, window, statement, head }) => ({ all, window, statement, head }))(
        gainReport({ commits: 6, changes: 2, closer: 0.25 }),
      ),
    }),
  }),
  'every-notice': pullRequest(
    [TOTAL],
    {},
    withNotices(
      { kind: 'superseded', by: '0cc175b9c0f1b6a831c399e269772661aabbccdd' },
      { kind: 'ledger-behind', ledger: '92eb5ffee6ae2fec3ad71c777531578f0a1b2c3d', where: 'before-base' },
      { kind: 'edits-settings', paths: ['.github/palimpsest.yml', '.github/workflows/palimpsest.yml'] },
      { kind: 'refused', what: 'check-run', reason: 'Resource not accessible by integration' },
    ),
  ),
};

function sampled(freshness: number) {
  const { freshness: estimate, ...ledger } = ledgerAt(freshness);
  return {
    ...ledger,
    scored: 231,
    freshness: estimate && { ...estimate, margin: 0.0152 },
    verdict: { kind: 'unknown', reason: 'sample-too-small' } as const,
  };
}
