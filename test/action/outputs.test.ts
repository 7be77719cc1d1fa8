import { describe, expect, it } from 'vitest';
import { outputDefinitions, outputsOf } from '../../src/action/outputs.ts';
import type { CheckReport, EvaluateReport, LedgerSummary, StatusReport, UpdateReport } from '../../src/core/report.ts';

const SCORES = { errorRate: 71.349, similarity: 0.712345, recovery: -0.0251 };
const METHODS = {
  ...SCORES,
  count: 8,
  scored: 7,
  failed: 1,
  withFailuresAsStubs: { errorRate: 80.06, similarity: 0.65, recovery: 0 },
};
const SUMMARY = { files: { ...SCORES, count: 4 }, methods: METHODS };

const LEDGER = {
  verdict: { kind: 'stale', reason: 'below-line' },
  freshness: { value: 0.91234567 },
  scored: 2_079,
  now: { value: 0.8123 },
} as LedgerSummary;

const GAIN = { all: { gain: 0.06789 } };

describe('the outputs of a step', () => {
  it('of a pull request: as it would be with it', () => {
    const report = {
      kind: 'check',
      summary: SUMMARY,
      standing: { freshness: { kind: 'known', before: {}, after: LEDGER }, gain: GAIN },
    } as CheckReport;
    expect(outputsOf(report, { reportJson: '/tmp/report.json', commentId: 7 })).toEqual({
      verdict: 'stale',
      freshness: '0.9123',
      gain: '6.8',
      similarity: '0.65',
      'error-rate': '80.1',
      recovery: '0',
      methods: '8',
      'report-json': '/tmp/report.json',
      'report-html': '',
      'comment-id': '7',
    });
  });

  it('of one that nobody can tell the freshness of, and that touched no method', () => {
    const none = { errorRate: null, similarity: null, recovery: null };
    const methods = { ...none, count: 0, scored: 0, failed: 0, withFailuresAsStubs: none };
    const report = {
      kind: 'check',
      summary: { files: { ...none, count: 0 }, methods },
      standing: { freshness: { kind: 'unknown', reason: 'not-pinned' }, gain: null },
    } as unknown as CheckReport;
    expect(outputsOf(report)).toMatchObject({
      verdict: 'unknown',
      freshness: '',
      gain: '',
      similarity: '',
      methods: '0',
    });
  });

  it('of a push: the ledger, and the methods scored', () => {
    const report = { kind: 'update', summary: SUMMARY, ledger: LEDGER } as UpdateReport;
    expect(outputsOf(report)).toMatchObject({ verdict: 'stale', freshness: '0.9123', gain: '', methods: '8' });
  });

  it('of a scheduled run: the ledger, and the evaluation of the same run', () => {
    const report = { kind: 'status', ledger: LEDGER, gain: GAIN } as unknown as StatusReport;
    const evaluation = { kind: 'evaluate', summary: SUMMARY } as EvaluateReport;
    const verdict = { verdict: 'stale', gain: '6.8' };
    const scores = { similarity: '0.65', 'error-rate': '80.1', recovery: '0', methods: '8' };
    expect(outputsOf({ ...report, evaluation })).toMatchObject({ ...verdict, ...scores });
    const none = { similarity: '', 'error-rate': '', recovery: '', methods: '0' };
    expect(outputsOf(report)).toMatchObject({ ...verdict, ...none });
    const without = { kind: 'status', ledger: null, gain: null } as StatusReport;
    expect(outputsOf(without)).toMatchObject({ verdict: 'unknown', freshness: '', methods: '0' });
  });

  it('are all set, also without a report', () => {
    const outputs = outputsOf(null, { reportHtml: '/tmp/report.html' });
    expect(Object.keys(outputs)).toEqual(outputDefinitions().map(({ name }) => name));
    expect(Object.entries(outputs).filter(([, value]) => value !== '')).toEqual([
      ['verdict', 'unknown'],
      ['report-html', '/tmp/report.html'],
    ]);
  });
});
