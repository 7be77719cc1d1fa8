// Ledgers as large as a real project's, with names and hashes as long as real ones, and what twenty changed methods make of them.

import { createHash } from 'node:crypto';
import type { LedgerUnit, UnitFacts } from '../../src/core/ledger.ts';
import { beginLedger, filesIn, type LedgerHead, type LedgerPages, withShards } from '../../src/core/ledger-head.ts';
import { seededRandom } from '../../src/core/random.ts';
import { reconcile } from '../../src/core/reconcile.ts';
import { shardOf, withFiles } from '../../src/core/shards.ts';
import type { SampleRequest } from '../../src/core/strata.ts';
import type { StoredLedger } from '../../src/ports.ts';

const UNITS_A_FILE = 12;
const DAY_MS = 86_400_000;
const BEGAN_AT = Date.parse('2025-01-06T08:00:00Z');

/** On the day of training. */
export function largeLedger(units: number, sample: SampleRequest | null = null): LedgerPages {
  const random = seededRandom(1);
  const facts = Array.from({ length: units }, (_, index) => factsOf(index));
  const drawn = facts.filter((_, index) => sample === null || index % Math.floor(units / sample.size) === 0);
  return beginLedger({
    model: { provider: 'embedded', name: 'embedded', fingerprint: hashOf('model').repeat(4) },
    trainedAt: { revision: hexOf('trained'), committedAt: new Date(BEGAN_AT).toISOString() },
    sample,
    units: facts,
    scores: new Map(drawn.map(({ id }) => [id, { similarity: random(), failed: false }])),
  });
}

/** As an update makes it of a commit in which twenty methods of ten files were written anew. */
export async function twentyChanged(
  stored: Pick<StoredLedger, 'head' | 'shards'>,
  units: number,
  step: number,
): Promise<LedgerPages> {
  const random = seededRandom(1_000 + step);
  const files = Math.floor(units / UNITS_A_FILE);
  const paths = new Set(Array.from({ length: 10 }, () => pathOf(Math.floor(random() * files) * UNITS_A_FILE)));
  const shards = await stored.shards([...new Set([...paths].map(shardOf))]);
  const before = [...filesIn(shards).values()].filter(({ path }) => paths.has(path));
  const now = before.flatMap((file) =>
    file.units.map((unit, index): UnitFacts => {
      if (index !== step % 12 && index !== (step + 5) % 12) return unit;
      return { ...unit, text: hashOf(`${unit.text}${step}`), code: hashOf(`${unit.code}${step}`) };
    }),
  );
  const done = reconcile({ before, now, lineage: new Map(), byBody: false });
  const scored = done.toScore.map(
    (unit): LedgerUnit => ({ ...unit, score: { similarity: random(), failed: false }, rescored: true }),
  );
  const touched = withFiles(shards, { paths, units: [...done.kept, ...scored], departed: done.departed });
  return { head: withShards({ ...stored.head, standsAt: standsAt(step) }, touched), shards: touched };
}

/** Two merges a day. */
function standsAt(step: number) {
  const committedAt = new Date(BEGAN_AT + (step * DAY_MS) / 2).toISOString();
  return { revision: hexOf(`step ${step}`), committedAt };
}

/** As if so many updates had been before. */
export function withPast(head: LedgerHead, points: number): LedgerHead {
  const random = seededRandom(7);
  const history = Array.from({ length: points }, (_, index) => ({
    ...standsAt(index - points),
    freshness: 1 - random() / 10,
    margin: null,
    units: 2_000 + index,
  }));
  return { ...head, history: [...history, ...head.history] };
}

function pathOf(index: number): string {
  const file = Math.floor(index / UNITS_A_FILE);
  return `modules/module${file % 40}/src/main/java/com/acme/books/area${file % 200}/Ledger${file}.java`;
}

function factsOf(index: number): UnitFacts {
  const path = pathOf(index);
  const id = `${path}#Ledger${Math.floor(index / UNITS_A_FILE)}.entry${index}(String,List<Entry>)`;
  const [text, header, code] = ['text', 'header', 'code'].map((part) => hashOf(`${part} ${index}`));
  return { id, path, text: text ?? '', header: header ?? '', code: code ?? '', length: 40 + (index % 500) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

function hexOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
