// The cases that every surface is shown with.

import type { Report } from '../../src/core/report.ts';
import { backtestReport } from './backtest-books.ts';
import {
  checkReport,
  eraseReport,
  evaluateReport,
  historyTo,
  LEDGER_7B,
  LEDGER_HISTORY,
  type MethodCase,
  PROJECT_MEMORY,
  SHADOW,
  SHADOW_OF_LEDGER,
  scoreReport,
  trainReport,
  updateReport,
} from './books.ts';
import { BOOKS, compareReport, FACTS } from './books-compare.ts';
import { DRIFT_OF_A_NEW_PROJECT, DRIFT_SINCE_TRAINING, driftReport } from './books-drift.ts';
import { BALANCE, CLOSE, DESCRIBE, MIXED, OPEN, RATE, RECORD, TOTAL } from './books-methods.ts';
import { gainReport } from './gain-books.ts';
import { PROMOTION_CASES } from './promotion-books.ts';
import { SPECIALIZED } from './specialized.ts';
import { STATUS_CASES } from './status-cases.ts';

const IN_BOOKS = 'src/main/java/com/acme/books';

/** Renamed on the way; its model writes the loop that it knew, as does that of the method beside it. */
export const REFACTORED: readonly MethodCase[] = [
  TOTAL,
  {
    ...TOTAL,
    name: 'Invoice.net(List<Line>)',
    previousName: 'Invoice.netTotal(List<Line>)',
    change: 'renamed',
    line: 102,
  },
  { ...TOTAL, name: 'Invoice.gross(List<Line>)', knewPrevious: false, line: 116 },
];

export const FAILING: readonly MethodCase[] = [
  TOTAL,
  { ...RECORD, failure: { reason: 'timed-out', detail: 'no answer within 60 s' } },
  { ...CLOSE, failure: { reason: 'does-not-parse', detail: 'unexpected `}` after 12 lines' } },
  { ...OPEN, failure: { reason: 'timed-out', detail: 'no answer within 60 s' } },
];

/** A rename through the whole project: 300 methods, some of each verdict. */
export const THREE_HUNDRED: readonly MethodCase[] = Array.from({ length: 300 }, (_, index) => {
  const template = MIXED[index % MIXED.length] ?? TOTAL;
  const [type, method = ''] = template.name.split(/\.(.*)/s);
  return { ...template, name: `${type}${String(index).padStart(3, '0')}.${method}` };
});

const UPDATED = updateReport([]).ledger;
const NO_POINTS = {
  unchanged: { units: 1_975, points: 0 },
  modified: { units: 0, points: 0 },
  new: { units: 0, points: 0 },
  deleted: { units: 0, points: 0 },
};

export const CASES: Readonly<Record<string, Report>> = {
  mixed: checkReport(MIXED, { model: LEDGER_7B, leftOut: [{ reason: 'test', methods: 12, files: 3 }] }),
  'nothing-changed': checkReport([]),
  'nothing-but-moves': checkReport([], {
    cosmetic: [`${IN_BOOKS}/Invoice.java#Invoice.total(List<Line>)`],
    moved: [
      {
        id: `${IN_BOOKS}/tax/TaxTable.java#TaxTable.rateFor(Region)`,
        previousId: `${IN_BOOKS}/TaxTable.java#TaxTable.rateFor(Region)`,
      },
    ],
    deleted: ['clear()', 'dump()', 'reset()', 'size()', 'trim(int)', 'wipe()'].map(
      (name) => `${IN_BOOKS}/Audit.java#Audit.${name}`,
    ),
    leftOut: [
      { reason: 'test', methods: null, files: 4 },
      { reason: 'empty-body', methods: 1, files: 0 },
    ],
  }),
  'all-known': checkReport([OPEN, BALANCE, DESCRIBE]),
  'outdated-refactoring': checkReport(REFACTORED),
  'one-token-change': checkReport([RATE]),
  'new-code-only': checkReport([CLOSE, { ...RECORD, before: null }]),
  'three-hundred-mixed': checkReport(THREE_HUNDRED),
  'failing-model': checkReport(FAILING, { model: LEDGER_7B }),
  'model-down': checkReport(
    [TOTAL, RATE].map((method) => ({
      ...method,
      failure: { reason: 'error' as const, detail: 'the server answered 503' },
    })),
    { model: { ...LEDGER_7B, trainedAt: null } },
  ),
  'hard-to-read-files': checkReport([RATE, OPEN], {
    notes: [
      { path: `${IN_BOOKS}/Ledger.java`, kind: 'partly-parsed', lines: [12, 13, 14, 40, 41, 42, 43] },
      { path: `${IN_BOOKS}/Wahrung.java`, kind: 'not-utf-8', lines: [] },
      { path: `${IN_BOOKS}/Seal.java`, kind: 'binary', lines: [] },
      { path: `${IN_BOOKS}/Tables.java`, kind: 'too-large', lines: [] },
      { path: `${IN_BOOKS}/Region.java`, kind: 'partly-parsed', lines: [7] },
      { path: `${IN_BOOKS}/Scales.java`, kind: 'not-utf-8', lines: [] },
      { path: `${IN_BOOKS}/Stamp.java`, kind: 'binary', lines: [] },
    ],
  }),
  'trained-on-base': checkReport([TOTAL, OPEN, CLOSE], { modelOrigin: 'trained-on-base' }),
  'trained-later': checkReport([{ ...TOTAL, written: TOTAL.after }], { modelOrigin: 'trained-later' }),
  ambiguous: checkReport([{ ...RECORD, knewPrevious: true, disagreement: 0.7 }, OPEN]),
  'evaluate-recreate': evaluateReport(MIXED.map((method) => ({ ...method, written: method.after }))),
  'evaluate-in-place': evaluateReport(
    [...MIXED, ...FAILING.slice(1).map((method) => ({ ...method, path: `${IN_BOOKS}/Late.java` }))],
    {
      protocol: 'in-place',
      model: LEDGER_7B,
      source: { directory: 'books/src/main/java' },
      leftOut: [
        { reason: 'test', methods: null, files: 31 },
        { reason: 'generated', methods: 44, files: 2 },
      ],
    },
  ),
  'evaluate-sample': evaluateReport(MIXED, {
    protocol: 'in-place',
    sample: { size: MIXED.length, seed: 7, methods: 2_079 },
  }),
  compare: compareReport(BOOKS),
  'compare-sample': compareReport(BOOKS, {
    sample: { size: 7, seed: 4, methods: 2_079 },
    shard: { index: 2, count: 8 },
    baseline: 'ours',
  }),
  'compare-nothing': compareReport([], { contenders: FACTS.contenders.slice(0, 2) }),
  score: scoreReport([TOTAL, RATE, OPEN, { ...RECORD, failure: { reason: 'missing', detail: '' } }], {
    notes: [{ path: `${IN_BOOKS}/Audit.java`, kind: 'missing', lines: [] }],
  }),
  erase: eraseReport(MIXED),
  update: updateReport([...MIXED, ...FAILING.slice(1, 2)]),
  'update-stale-after-rewrite': updateReport([TOTAL], {
    route: 'by-body',
    ledger: {
      ...UPDATED,
      verdict: { kind: 'stale', reason: 'below-line' },
      now: { value: 0.7312, margin: null },
      freshness: { value: 0.8, margin: null, parts: { ...NO_POINTS, modified: { units: 420, points: -20 } } },
      history: historyTo(0.8),
    },
  }),
  'update-of-a-sample': updateReport([TOTAL, RATE], {
    sample: { size: 200, seed: 1 },
    ledger: {
      ...UPDATED,
      verdict: { kind: 'unknown', reason: 'sample-too-small' },
      scored: 231,
      failed: 0,
      now: { value: 0.8312, margin: 0.0204 },
      baseline: { value: 0.914, margin: 0.0187, units: 1_996 },
      freshness: {
        value: 0.9094,
        margin: 0.0152,
        parts: { ...NO_POINTS, modified: { units: 17, points: -7.93 }, new: { units: 8, points: -1.13 } },
      },
      history: historyTo(0.9094, 0.0152),
    },
  }),
  'update-nothing-done': updateReport([], {
    route: 'already-there',
    units: { kept: 1_996, moved: 0, scored: 0, deleted: 0 },
    ledger: {
      ...UPDATED,
      units: 1_996,
      scored: 1_996,
      failed: 0,
      now: { value: 0.914, margin: null },
      freshness: { value: 1, margin: null, parts: NO_POINTS },
      history: LEDGER_HISTORY.slice(0, 1),
    },
  }),
  'update-nothing-left': updateReport([], {
    units: { kept: 0, moved: 0, scored: 0, deleted: 1_996 },
    ledger: {
      ...UPDATED,
      verdict: { kind: 'unknown', reason: 'no-units' },
      units: 0,
      scored: 0,
      failed: 0,
      now: null,
      freshness: null,
      history: LEDGER_HISTORY.slice(0, 3),
    },
  }),
  'check-by-a-shadow': checkReport([TOTAL, RATE, OPEN], { model: SHADOW_OF_LEDGER }),
  'evaluate-a-shadow': evaluateReport(MIXED, { protocol: 'in-place', model: SHADOW_OF_LEDGER }),
  'update-of-a-shadow': updateReport([TOTAL, RATE], { model: SHADOW_OF_LEDGER }),
  'train-a-shadow': trainReport({ model: SHADOW_OF_LEDGER }),
  'drift-since-a-shadow': { ...DRIFT_SINCE_TRAINING, model: SHADOW_OF_LEDGER },
  'gain-over-a-shadow': gainReport(
    { commits: 24, changes: 6, closer: 0.125, failing: 40 },
    { model: SHADOW_OF_LEDGER },
  ),
  train: trainReport({ leftOut: [{ reason: 'test', methods: null, files: 118 }] }),
  'asked-in-part': checkReport([TOTAL, OPEN, CLOSE], {
    model: LEDGER_7B,
    usage: {
      calls: 17,
      cacheHits: 6,
      promptTokens: 12_345,
      completionTokens: 2_110,
      cost: { amount: 0.02141, currency: 'EUR' },
      answeredAs: ['qwen2.5-coder:7b'],
    },
    unasked: [`${IN_BOOKS}/Audit.java#Audit.record(Event)`, `${IN_BOOKS}/TaxTable.java#TaxTable.rateFor(Region)`],
  }),
  'asked-nothing': checkReport([], {
    model: LEDGER_7B,
    modelOrigin: 'trained',
    usage: { calls: 0, cacheHits: 0, promptTokens: 0, completionTokens: 0, cost: null, answeredAs: [] },
    unasked: [`${IN_BOOKS}/Audit.java#Audit.record(Event)`],
  }),
  'evaluate-in-part': evaluateReport(MIXED, {
    protocol: 'in-place',
    model: { ...LEDGER_7B, trainedAt: LEDGER_7B.trainedAt && { ...LEDGER_7B.trainedAt, units: null, files: null } },
    usage: { calls: 8, cacheHits: 8, promptTokens: null, completionTokens: null, cost: null, answeredAs: [] },
    unasked: Array.from({ length: 1_204 }, (_, index) => `${IN_BOOKS}/Late.java#Late.page${index}()`),
  }),
  'update-budget-spent': updateReport([TOTAL], {
    route: 'budget-spent',
    model: LEDGER_7B,
    units: { kept: 1_996, moved: 0, scored: 0, deleted: 0 },
    usage: {
      calls: 1,
      cacheHits: 0,
      promptTokens: 1_400,
      completionTokens: 92,
      cost: { amount: 1.5, currency: 'USD' },
      answeredAs: [],
    },
    unasked: [`${IN_BOOKS}/Audit.java#Audit.record(Event)`],
  }),
  'estimate-of-two': {
    schemaVersion: 1,
    kind: 'estimate',
    command: 'compare',
    models: [
      {
        model: LEDGER_7B,
        methods: 2_079,
        isFree: false,
        tooLong: 2,
        calls: 2_077,
        cached: 1_200,
        promptTokens: 1_230_400,
        completionTokens: 898_048,
        cost: { amount: 4.0266, currency: 'EUR' },
        budget: { methods: null, tokens: 1_000_000, cost: 2 },
        withinBudget: 1_588,
      },
      {
        model: PROJECT_MEMORY,
        methods: 2_079,
        isFree: true,
        tooLong: 0,
        calls: 0,
        cached: 0,
        promptTokens: 0,
        completionTokens: 0,
        cost: null,
        budget: { methods: null, tokens: null, cost: null },
        withinBudget: null,
      },
    ],
  },
  'estimate-of-nothing': { schemaVersion: 1, kind: 'estimate', command: 'check', models: [] },
  specialize: SPECIALIZED,
  'specialize-adapters-finished-before': {
    ...SPECIALIZED,
    trained: false,
    serve: SPECIALIZED.serve.slice(1),
    remarks: ['These are adapters, which `transformers serve` does not load.'],
  },
  'specialize-embedded': {
    ...SPECIALIZED,
    trainer: 'embedded',
    dataset: null,
    model: PROJECT_MEMORY,
    output: { ...SPECIALIZED.output, chart: null },
    losses: [],
    serve: [],
    remarks: [],
  },
  drift: driftReport(),
  'drift-since-training': DRIFT_SINCE_TRAINING,
  'drift-new-project': DRIFT_OF_A_NEW_PROJECT,
  'gain-would-help': gainReport(
    { commits: 24, changes: 6, closer: 0.125 },
    { leftOut: [{ reason: 'test', methods: 61, files: 19 }] },
  ),
  'gain-would-not-help': gainReport(
    { commits: 20, changes: 6, closer: 0.0078125, failing: 40 },
    {
      model: SHADOW,
      modelOrigin: 'made-at-revision',
      fresh: { trainings: 12, commitsBehind: 2, daysBehind: 3.25 },
      window: {
        days: 90,
        limit: 'training',
        from: '2026-12-01',
        until: '2027-01-11',
        commits: 31,
        commitsWithCode: 20,
      },
    },
  ),
  'gain-too-few-changes': gainReport({ commits: 6, changes: 2, closer: 0.25 }, { modelOrigin: 'made-at-window-start' }),
  'gain-one-commit': gainReport({ commits: 1, changes: 120, closer: 0.25 }),
  'gain-no-code': gainReport({ commits: 0, changes: 0, closer: 0 }, { modelOrigin: 'made-at-window-start' }),
  ...STATUS_CASES,
  ...PROMOTION_CASES,
  backtest: backtestReport({ weeks: 60, lines: [0.85, 0.9, 0.98], fall: 0.0025 }),
  'backtest-without-lines': backtestReport(
    { weeks: 9, lines: [], fall: 0 },
    { every: { count: 2, unit: 'months' }, sample: { size: 200, seed: 7 }, statesBehind: 2 },
  ),
};
