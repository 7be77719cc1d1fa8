// Two years of a bookkeeping project, as `palimpsest drift` tells them.

import type { DriftMonth } from '../../src/core/drift.ts';
import { type DriftReport, REPORT_SCHEMA_VERSION } from '../../src/core/report.ts';

const HEAD = '3f2c9ab41d07e5568f0c2a9be7d41536a80cf9e2';
const FIRST_DAY = '7b1e0c55aa0943d2c8f6e91b3d7702f4c61a8e90';

/** Added, deleted, files, commits; lines and methods of the first day that stand at the end. */
const MONTHS: readonly (readonly [string, number, number, number, number, number, number])[] = [
  ['2026-03', 310, 120, 24, 31, 11_902, 1_041],
  ['2026-04', 0, 0, 0, 0, 11_902, 1_041],
  ['2026-05', 4, 3, 2, 9, 11_899, 1_040],
  ['2026-06', 2_904, 1_871, 88, 42, 10_655, 930],
  ['2026-07', 640, 512, 41, 27, 10_371, 904],
  ['2026-08', 122, 64, 13, 11, 10_340, 899],
];

function months(): DriftMonth[] {
  let lines = 18_040;
  return MONTHS.map(([month, added, deleted, files, commits, standingLines, standingMethods], index) => {
    const start = lines;
    lines += added - deleted;
    return {
      month,
      revision: index === MONTHS.length - 1 ? HEAD : `${index}${FIRST_DAY.slice(1)}`,
      whole: index < MONTHS.length - 1,
      commits,
      lines: start,
      added,
      deleted,
      files,
      share: (added + deleted) / start,
      standing: { lines: standingLines, methods: standingMethods },
    };
  });
}

export function driftReport(facts: Partial<DriftReport> = {}): DriftReport {
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'drift',
    until: { name: 'main', revision: HEAD },
    model: null,
    months: months(),
    size: { lines: 19_450, files: 214 },
    yearly: { share: 0.8416, interval: { level: 0.8, low: 0, high: 2.006 }, months: 5 },
    survival: {
      origin: 'start',
      revision: FIRST_DAY,
      committedAt: '2026-02-27T16:20:00.000Z',
      files: 201,
      lines: 12_080,
      methods: 1_052,
      linesHalfLife: { months: 24.62, misfit: 0.0172, points: 6 },
      methodsHalfLife: { months: 23.4, misfit: 0.0169, points: 6 },
    },
    trainedRevisionPassedOver: null,
    packages: [
      { name: 'com.acme.books', added: 2_710, deleted: 1_644, lines: 9_871 },
      { name: 'com.acme.books.tax', added: 1_270, deleted: 511, lines: 4_002 },
      { name: 'com.acme.legacy', added: 0, deleted: 415, lines: 0 },
      { name: '', added: 2, deleted: 0, lines: 12 },
    ],
    forecast: null,
    leftOut: [
      { reason: 'test', methods: null, files: 118 },
      { reason: 'empty-body', methods: 21, files: 0 },
    ],
    notes: [{ path: 'src/main/java/com/acme/books/Seal.java', kind: 'binary', lines: [] }],
    ...facts,
  };
}

const survival = driftReport().survival;

/** Survival from the day of training, in the middle of the months, and a history that a forecast stands on. */
export const DRIFT_SINCE_TRAINING: DriftReport = driftReport({
  months: months().map((month, index) => (index < 3 ? { ...month, standing: null } : month)),
  survival: survival && {
    ...survival,
    origin: 'trained',
    committedAt: '2026-05-20T08:00:00.000Z',
    linesHalfLife: null,
  },
  forecast: {
    kind: 'expected',
    line: 0.9,
    points: 14,
    from: '2026-05-20T08:00:00.000Z',
    to: '2026-08-18T08:00:00.000Z',
    perYear: -0.31,
    day: '2026-10-02',
    level: 0.8,
    earliest: '2026-09-11',
    latest: '2026-12-30',
  },
});

/** The first days of a project. */
export const DRIFT_OF_A_NEW_PROJECT: DriftReport = driftReport({
  months: months()
    .slice(-1)
    .map((month) => ({ ...month, lines: 0, share: null, standing: null })),
  yearly: null,
  survival: survival && { ...survival, linesHalfLife: null, methodsHalfLife: null },
  trainedRevisionPassedOver: 'not-in-clone',
  notes: [],
});
