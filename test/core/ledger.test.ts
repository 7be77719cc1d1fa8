// Telling units apart over time, and which ledger speaks for a model.

import { describe, expect, test } from 'vitest';
import { signatureIn } from '../../src/core/ledger.ts';
import { answeringLedger, filesIn, type LedgerHead } from '../../src/core/ledger-head.ts';
import type { ModelCard } from '../../src/core/model-card.ts';
import { type Reconciling, reconcile } from '../../src/core/reconcile.ts';
import { shardOf } from '../../src/core/shards.ts';
import { ledgerOf, unit } from '../support/ledgers.ts';
import { modelThat, written } from '../support/models.ts';

describe('the signature in an id', () => {
  test.each([
    { id: 'books/Invoice.java#Invoice.total(List<Line>)', signature: 'total(List<Line>)' },
    {
      id: 'books/Invoice.java#Outer.Inner.add(java.util.Map.Entry,int...)',
      signature: 'add(java.util.Map.Entry,int...)',
    },
    { id: 'books/Invoice.java#Invoice.<init>(String)', signature: '<init>(String)' },
    { id: 'books/Invoice.java#Invoice.field$1.run()', signature: 'run()' },
  ])('of $id is $signature', ({ id, signature }) => {
    expect(signatureIn({ id, path: 'books/Invoice.java' })).toBe(signature);
  });
});

describe('matching by the body', () => {
  const LONG = '{ return lines.stream().mapToLong(Line::amount).filter(Objects::nonNull).sum(); }';
  const SHORT = '{ return net; }';
  const ledger = ledgerOf([unit('Invoice.total', LONG), unit('Invoice.net', SHORT), unit('Tax.net', SHORT)], 0.9);
  const matched = (now: Reconciling['now']) =>
    reconcile({ before: [...filesIn(ledger.shards).values()], now, lineage: new Map(), byBody: true });

  test('a telling body is known under any name', () => {
    const { kept, toScore, deleted } = matched([unit('Sum.all', LONG, { header: 'header of total' })]);
    expect(kept).toMatchObject([{ id: 'books/Sum.java#Sum.all()', score: { similarity: 0.9 } }]);
    expect(toScore).toEqual([]);
    expect(deleted).toHaveLength(2);
  });

  test('with another header it is scored again, and stays what was trained', () => {
    const { toScore } = matched([unit('Sum.all', LONG)]);
    expect(toScore).toMatchObject([{ trained: { id: 'books/Invoice.java#Invoice.total()' } }]);
  });

  test('a short body needs the same signature', () => {
    expect(matched([unit('Sum.gross', SHORT)]).toScore).toMatchObject([{ trained: null }]);
    expect(matched([unit('Sum.net', SHORT)]).kept).toMatchObject([{ trained: { path: 'books/Invoice.java' } }]);
  });

  test('one unit is followed once', () => {
    const { kept, toScore } = matched(['One', 'Two', 'Three'].map((type) => unit(`${type}.net`, SHORT)));
    expect(kept.map(({ trained }) => trained?.path)).toEqual(['books/Invoice.java', 'books/Tax.java']);
    expect(toScore).toMatchObject([{ id: 'books/Three.java#Three.net()', trained: null }]);
  });
});

describe('which ledger speaks for a model', () => {
  const UNITS = Array.from({ length: 40 }, (_, index) => unit(`Page${index}.entry`));
  const head = (fingerprint: string, committedAt: string | null, drawn = UNITS.length): LedgerHead => {
    const scores = new Map(UNITS.slice(0, drawn).map(({ id }, index) => [id, index % 2]));
    const sample = drawn === UNITS.length ? null : { size: drawn, seed: 1 };
    return { ...ledgerOf(UNITS, scores, { fingerprint, sample }).head, trainedAt: { revision: 'c', committedAt } };
  };
  const card = (committedAt: string | null): ModelCard => ({
    ...modelThat(() => written('{}'), { name: 'own' }).card,
    trainedAt: { revision: 'c', committedAt, units: 40, files: 40 },
  });
  const OWN = card('2026-02-01T00:00:00Z');
  const [old, older] = [head('old', '2026-01-01T00:00:00Z'), head('older', '2025-01-01T00:00:00Z')];

  test('its own, when that is scored enough', () => {
    const own = head('own', '2026-02-01T00:00:00Z');
    expect(answeringLedger(OWN, [older, old, own])).toEqual({ head: own, as: 'own' });
  });

  test('that of the model before it, until then', () => {
    expect(answeringLedger(OWN, [older, old])).toEqual({ head: old, as: 'predecessor' });
    const barely = head('own', '2026-02-01T00:00:00Z', 8);
    expect(answeringLedger(OWN, [older, old, barely])).toEqual({ head: old, as: 'predecessor' });
    expect(answeringLedger(OWN, [barely])).toEqual({ head: barely, as: 'own' });
    expect(answeringLedger(OWN, [])).toBeNull();
  });

  test('before it is by the moment and not by how the date is written', () => {
    // 23:30 in New York is the day after in Greenwich, and half an hour after 04:00.
    const late = head('late', '2026-01-31T23:30:00-05:00');
    const early = head('early', '2026-02-01T04:00:00Z');
    expect(answeringLedger(card('2026-03-01T00:00:00Z'), [late, early])?.head.model.fingerprint).toBe('late');
  });

  test('never that of a model trained after it; of one whose day nobody knows, when there is no other', () => {
    expect(answeringLedger(card('2025-06-01T00:00:00Z'), [old, older])?.head).toBe(older);
    expect(answeringLedger(card('2024-01-01T00:00:00Z'), [old, older])).toBeNull();
    const undated = head('undated', null);
    expect(answeringLedger(card('2025-06-01T00:00:00Z'), [undated, old, older])?.head).toBe(older);
    expect(answeringLedger(card('2024-01-01T00:00:00Z'), [undated, old])?.head).toBe(undated);
    expect(answeringLedger(card(null), [older, old])?.head).toBe(old);
  });

  test('never that of another provider: a shadow is no score of the model that it stands in for', () => {
    const shadow = { ...old, model: { ...old.model, provider: 'embedded' } };
    expect(answeringLedger(OWN, [shadow])).toBeNull();
    expect(answeringLedger(OWN, [shadow, older])?.head).toBe(older);
  });
});

test('a path stays in its shard for ever', () => {
  expect(['books/Invoice.java', 'src/main/java/A.java', 'é/Ü.java'].map(shardOf)).toEqual(['72', '03', '05']);
});
