// Reports of a retraining gain in the bookkeeping library, for the tests of what people see.

import { DEFAULT_GAIN_POLICY, type GainRow, gainOf } from '../../src/core/gain.ts';
import type { GainReport } from '../../src/core/report.ts';
import { PROJECT_MEMORY } from './books.ts';

const HEAD = { name: 'main', revision: '9d81e6f2a3b4c5d6e7f8091a2b3c4d5e6f708192' };

export interface GainCase {
  readonly commits: number;
  /** Changes of each commit; every fifth is a new method. */
  readonly changes: number;
  /** How much closer the fresh model comes to every third change. */
  readonly closer: number;
  /** One in so many fails for the model in use. */
  readonly failing?: number;
}

/** A report whose numbers follow from the case. */
export function gainReport(gainCase: GainCase, stated: Partial<GainReport> = {}): GainReport {
  const rows = gainRows(gainCase);
  return {
    schemaVersion: 1,
    kind: 'gain',
    protocol: 'in-place',
    head: HEAD,
    model: rows.length === 0 ? null : PROJECT_MEMORY,
    modelOrigin: 'kept',
    window: {
      days: 90,
      limit: 'days',
      from: rows.length === 0 ? null : '2026-10-13',
      until: rows.length === 0 ? null : '2027-01-11',
      commits: rows.length === 0 ? 0 : gainCase.commits + 21,
      commitsWithCode: gainCase.commits,
    },
    fresh: { trainings: gainCase.commits, commitsBehind: 0, daysBehind: 0 },
    policy: DEFAULT_GAIN_POLICY,
    ...gainOf(rows, DEFAULT_GAIN_POLICY),
    leftOut: [],
    notes: [],
    methods: rows,
    ...stated,
  };
}

function gainRows({ commits, changes, closer, failing }: GainCase): GainRow[] {
  return Array.from({ length: commits * changes }, (_, index): GainRow => {
    const commit = Math.floor(index / changes);
    const added = index % 5 === 4;
    const inUseFailed = failing !== undefined && index % failing === 0;
    const inUse = inUseFailed ? 0.03125 : added ? 0.5 : 0.75;
    const helped = index % 3 === 0 ? closer * (commit % 2 === 0 ? 1 : 1.5) : 0;
    return {
      commit: (commit + 1).toString(16).padStart(40, '0'),
      id: `src/main/java/com/acme/books/Invoice.java#Invoice.line${index}()`,
      change: added ? 'added' : 'modified',
      inUse,
      fresh: inUse + helped,
      inUseFailed,
      freshFailed: false,
    };
  });
}
