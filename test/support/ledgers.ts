// Ledgers without sources: units told by what a test is about, and the change of a day.

import type { LedgerFile, LedgerUnit, TrainedUnit, UnitFacts, UnitScore } from '../../src/core/ledger.ts';
import { beginLedger, filesIn, type LedgerPages, withShards } from '../../src/core/ledger-head.ts';
import { reconcile } from '../../src/core/reconcile.ts';
import { withFiles } from '../../src/core/shards.ts';
import type { SampleRequest } from '../../src/core/strata.ts';

export const TRAINED_AT = { revision: 'a'.repeat(40), committedAt: '2026-01-05T09:00:00Z' };

/** A unit `Type.name()` of `books/Type.java`; its text, header and code follow from `body`. */
export function unit(name: string, body = '{ return net; }', stated: Partial<UnitFacts> = {}): UnitFacts {
  const path = stated.path ?? `books/${name.split('.')[0]}.java`;
  return {
    id: `${path}#${name}()`,
    path,
    text: `text of ${body}`,
    header: `header of ${name.slice(name.indexOf('.') + 1)}`,
    code: `code of ${body.replace(/\s+/g, '')}`,
    length: body.length,
    ...stated,
  };
}

/** The ledger on the day of training; units that are not in `scores` were not drawn. */
export function ledgerOf(
  units: readonly UnitFacts[],
  scores: ReadonlyMap<string, number> | number,
  { sample = null, fingerprint = 'ledger-7b' }: { sample?: SampleRequest | null; fingerprint?: string } = {},
): LedgerPages {
  const known = typeof scores === 'number' ? new Map(units.map(({ id }) => [id, scores])) : scores;
  return beginLedger({
    model: { provider: 'test', name: fingerprint, fingerprint },
    trainedAt: TRAINED_AT,
    sample,
    units,
    scores: new Map([...known].map(([id, similarity]) => [id, { similarity, failed: false }])),
  });
}

/** The ledger when the whole code stands as `now`: new scores for what asks for one. */
export function moveOn(
  { head, shards }: LedgerPages,
  now: readonly UnitFacts[],
  scoreOf: (id: string) => UnitScore | number,
  lineage: Readonly<Record<string, string>> = {},
): LedgerPages {
  const files = filesIn(shards);
  const done = reconcile({
    before: [...files.values()],
    now,
    lineage: new Map(Object.entries(lineage)),
    byBody: false,
  });
  const scored = done.toScore.map((facts): LedgerUnit => {
    const score = scoreOf(facts.id);
    return {
      ...facts,
      score: typeof score === 'number' ? { similarity: score, failed: false } : score,
      rescored: true,
    };
  });
  const paths = new Set([...files.keys(), ...now.map(({ path }) => path)]);
  const touched = withFiles(shards, { paths, units: [...done.kept, ...scored], departed: done.departed });
  return { head: withShards(head, touched), shards: touched };
}

export function unitsOf({ shards }: LedgerPages): LedgerUnit[] {
  return filesOf({ shards }).flatMap(({ units }) => units);
}

export function departedOf({ shards }: LedgerPages): TrainedUnit[] {
  return filesOf({ shards }).flatMap(({ departed }) => departed);
}

function filesOf({ shards }: Pick<LedgerPages, 'shards'>): LedgerFile[] {
  return [...filesIn(shards).values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
