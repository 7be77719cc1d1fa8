// Reports of a model's status in the bookkeeping library, for the tests of what people see.

import { type KnownOfModel, recommend } from '../../src/core/recommendation.ts';
import type { DriftReport, GainReport, StandingLedger, StatusReport } from '../../src/core/report.ts';
import { PROJECT_MEMORY, updateReport } from './books.ts';
import { DRIFT_SINCE_TRAINING } from './books-drift.ts';
import { gainReport } from './gain-books.ts';

const HEAD = { name: 'main', revision: '9d81e6f2a3b4c5d6e7f8091a2b3c4d5e6f708192' };
const TODAY = '2027-01-11';
const POLICY = { line: 0.9, warnWithin: 3, soonDays: 60 };
const TRAINED_AT = { revision: '3f2c9ab04d5e6f708192a3b4c5d6e7f8091a2b3c', committedAt: '2026-10-12T09:30:00Z' };

/** A ledger of the 2,000 methods of {@link updateReport}, where the status looks. */
export function standingLedger(stated: Partial<StandingLedger> = {}): StandingLedger {
  const { provider, name, fingerprint } = PROJECT_MEMORY;
  const at = (committedAt: string, freshness: number, revision = HEAD.revision) => {
    return { revision, committedAt, freshness, margin: null, units: 2_000 };
  };
  return {
    ...updateReport([]).ledger,
    failed: 0,
    standsAt: { revision: HEAD.revision, committedAt: '2027-01-11T15:04:00Z' },
    commitsBehind: 0,
    answers: 'own',
    model: { provider, name, fingerprint },
    sample: null,
    history: [
      at(TRAINED_AT.committedAt, 1, TRAINED_AT.revision),
      at('2026-11-20T10:00:00Z', 0.981, '5d41402abc4b2a76b9719d911017c592aabbccdd'),
      at('2027-01-11T15:04:00Z', 0.97068),
    ],
    ...stated,
  };
}

/** The same, 1,640 methods of which were rewritten to the worse. */
export function staleLedger(stated: Partial<StandingLedger> = {}): StandingLedger {
  return standingLedger({
    verdict: { kind: 'stale', reason: 'below-line' },
    now: { value: 0.76868, margin: null },
    freshness: {
      value: 0.841,
      margin: null,
      parts: {
        unchanged: { units: 1_512, points: 0 },
        modified: { units: 401, points: -11.4 },
        new: { units: 87, points: -4.6 },
        deleted: { units: 83, points: 0.1 },
      },
    },
    ...stated,
  });
}

/** The project's months since the training, without a forecast. */
export const DRIFT: DriftReport = { ...DRIFT_SINCE_TRAINING, survival: sinceTraining(), forecast: null };

function sinceTraining(): DriftReport['survival'] {
  const { survival } = DRIFT_SINCE_TRAINING;
  return survival && { ...survival, ...TRAINED_AT };
}

/** The same, with freshness forecast to reach the line on a day, by a ledger that was brought to another one. */
export function driftCrossing(day: string, earliest: string, latest: string | null, to: string): DriftReport {
  const { forecast } = DRIFT_SINCE_TRAINING;
  if (forecast?.kind !== 'expected') throw new RangeError('there is no forecast to alter');
  return { ...DRIFT, forecast: { ...forecast, from: TRAINED_AT.committedAt, to, day, earliest, latest } };
}

interface StatusCase {
  readonly ledger: StandingLedger | null;
  /** The gain's report; `null` when it was not measured. */
  readonly gain: GainReport | null;
  readonly drift: DriftReport | null;
}

export const GAINS = {
  helps: gainReport({ commits: 24, changes: 6, closer: 0.125 }),
  helpsLittle: gainReport({ commits: 20, changes: 6, closer: 0.0078125 }),
  tooFewChanges: gainReport({ commits: 6, changes: 2, closer: 0.25 }),
};

/** A report whose recommendation follows from the case. */
export function statusReport({ ledger, gain, drift }: StatusCase, stated: Partial<StatusReport> = {}): StatusReport {
  const own = ledger?.answers === 'own' ? ledger : null;
  const known: KnownOfModel = {
    freshness: own && { verdict: own.verdict, value: own.freshness?.value ?? null },
    forecast: drift?.forecast ?? null,
    gain: gain?.statement ?? null,
    today: TODAY,
  };
  return {
    schemaVersion: 1,
    kind: 'status',
    at: HEAD,
    model: PROJECT_MEMORY,
    age: { days: 91, commits: 212 },
    ledger,
    gain: gain && summaryOf(gain),
    drift,
    unmeasured: [
      ...(gain === null ? [{ what: 'gain', reason: 'not-asked' } as const] : []),
      ...(drift === null ? [{ what: 'drift', reason: 'not-asked' } as const] : []),
    ],
    recommendation: recommend(known, POLICY),
    ...stated,
  };
}

function summaryOf({ methods: _, ...summed }: GainReport): StatusReport['gain'] {
  return summed;
}

/** The ledger of the model that was in use before. */
export const PREDECESSOR: Partial<StandingLedger> = {
  answers: 'predecessor',
  model: { provider: 'embedded', name: 'embedded', fingerprint: '0cc175b9c0f1b6a8' },
  trainedAt: { revision: '7b1e0c55aa0943d2c8f6e91b3d7702f4c61a8e90', committedAt: '2026-02-27T16:20:00.000Z' },
  standsAt: { revision: '5d41402abc4b2a76b9719d911017c592aabbccdd', committedAt: '2026-11-20T10:00:00Z' },
  commitsBehind: 41,
};
