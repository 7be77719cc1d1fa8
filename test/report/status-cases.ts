// The statuses that every surface is shown with: one for each recommendation, and for each way not to know.

import type { Report } from '../../src/core/report.ts';
import { LEDGER_7B, SHADOW_OF_LEDGER } from './books.ts';
import { DRIFT, driftCrossing, GAINS, PREDECESSOR, staleLedger, standingLedger, statusReport } from './status-books.ts';

const LAGGING = {
  standsAt: { revision: '5d41402abc4b2a76b9719d911017c592aabbccdd', committedAt: '2026-11-20T10:00:00Z' },
};

export const STATUS_CASES: Readonly<Record<string, Report>> = {
  'status-keep': statusReport({ ledger: standingLedger(), gain: GAINS.helpsLittle, drift: DRIFT }),
  'status-soon': statusReport({
    ledger: standingLedger(),
    gain: GAINS.helps,
    drift: driftCrossing('2027-02-24', '2027-01-29', '2027-05-06', '2027-01-11T15:04:00Z'),
  }),
  'status-soon-by-an-old-ledger': statusReport({
    ledger: standingLedger({ ...LAGGING, commitsBehind: 41 }),
    gain: GAINS.tooFewChanges,
    drift: driftCrossing('2026-12-20', '2026-12-02', null, '2026-11-20T10:00:00Z'),
  }),
  'status-soon-without-a-day': statusReport({
    ledger: standingLedger({
      now: { value: 0.8409, margin: null },
      freshness: {
        value: 0.92,
        margin: null,
        parts: {
          unchanged: { units: 1_800, points: 0 },
          modified: { units: 190, points: -7.2 },
          new: { units: 10, points: -0.8 },
          deleted: { units: 6, points: 0 },
        },
      },
    }),
    gain: null,
    drift: null,
  }),
  'status-now': statusReport({ ledger: staleLedger(), gain: GAINS.helps, drift: DRIFT }),
  'status-of-a-shadow': statusReport({ ledger: staleLedger(), gain: null, drift: null }, { model: SHADOW_OF_LEDGER }),
  'status-stale-but-little-gain': statusReport({
    ledger: staleLedger(),
    gain: GAINS.helpsLittle,
    drift: DRIFT,
  }),
  'status-without-ledger': statusReport(
    { ledger: null, gain: GAINS.helps, drift: null },
    { unmeasured: [{ what: 'drift', reason: 'shallow-clone' }], age: { days: 91, commits: null } },
  ),
  'status-sample-too-small': statusReport({
    ledger: standingLedger({
      verdict: { kind: 'unknown', reason: 'sample-too-small' },
      sample: { size: 200, seed: 1 },
      scored: 231,
      now: { value: 0.8312, margin: 0.0204 },
      baseline: { value: 0.914, margin: 0.0187, units: 1_996 },
      freshness: {
        value: 0.9094,
        margin: 0.0152,
        parts: {
          unchanged: { units: 1_975, points: 0 },
          modified: { units: 17, points: -7.93 },
          new: { units: 8, points: -1.13 },
          deleted: { units: 0, points: 0 },
        },
      },
    }),
    gain: GAINS.tooFewChanges,
    drift: DRIFT,
  }),
  'status-predecessor': statusReport(
    { ledger: staleLedger(PREDECESSOR), gain: GAINS.tooFewChanges, drift: DRIFT },
    { age: { days: 3, commits: 0 } },
  ),
  'status-unknown-training': statusReport(
    { ledger: null, gain: null, drift: null },
    {
      model: { ...LEDGER_7B, trainedAt: null, baseline: null },
      age: { days: null, commits: null },
      unmeasured: [
        { what: 'gain', reason: 'not-asked' },
        { what: 'drift', reason: 'no-source-files' },
      ],
    },
  ),
  'status-ledger-elsewhere': statusReport({
    ledger: standingLedger({ ...LAGGING, commitsBehind: null }),
    gain: null,
    drift: null,
  }),
};
