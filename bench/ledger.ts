// `npx tsx bench/ledger.ts [UNITS]`: a ledger of so many units (100,000) in a directory: how long a change of one file
// takes, from opening the store to the saved ledger with its freshness; and what lies on the disk.

import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerUnit, UnitFacts } from '../src/core/ledger.ts';
import { beginLedger, filesIn, ledgerMeans, withShards } from '../src/core/ledger-head.ts';
import { hash32, seededRandom } from '../src/core/random.ts';
import { reconcile } from '../src/core/reconcile.ts';
import { shardOf, withFiles } from '../src/core/shards.ts';
import type { SampleRequest } from '../src/core/strata.ts';
import { openLedgerDirectory } from '../src/files/ledger-directory.ts';

const UNITS = Number(process.argv[2] ?? 100_000);
const UNITS_A_FILE = 12;
const RUNS = 15;

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bench-ledger-'));
try {
  console.log(`| ${UNITS.toLocaleString('en')} units | one change, median | slowest of ${RUNS} | on disk | head |`);
  console.log('| :-- | --: | --: | --: | --: |');
  for (const sample of [null, { size: 2_000, seed: 1 }])
    console.log(await row(join(folder, String(sample?.size)), sample));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function row(place: string, sample: SampleRequest | null): Promise<string> {
  const random = seededRandom(1);
  const units = Array.from({ length: UNITS }, (_, index) => factsOf(index));
  const scores = new Map(
    units
      .filter((_, index) => sample === null || index % Math.floor(UNITS / sample.size) === 0)
      .map(({ id }) => [id, { similarity: random(), failed: false }]),
  );
  const model = { provider: 'bench', name: 'bench', fingerprint: 'bench' };
  const trainedAt = { revision: '0'.repeat(40), committedAt: null };
  await openLedgerDirectory(place).save(null, beginLedger({ model, trainedAt, sample, units, scores }));
  const timesMs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const startedAtMs = performance.now();
    await changeOneFile(place, pathOf(Math.floor(random() * UNITS)));
    timesMs.push(performance.now() - startedAtMs);
  }
  timesMs.sort((a, b) => a - b);
  const [median, slowest] = [timesMs[Math.floor(RUNS / 2)] ?? 0, timesMs.at(-1) ?? 0];
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name));
  const size = files.reduce((sum, file) => sum + (statSync(file).isFile() ? statSync(file).size : 0), 0);
  const head = Math.max(...files.filter((file) => file.includes('head-')).map((file) => statSync(file).size));
  const name = sample === null ? 'all scored' : `a sample of ${sample.size.toLocaleString('en')}`;
  return `| ${name} | ${median.toFixed(0)} ms | ${slowest.toFixed(0)} ms | ${(size / 1e6).toFixed(1)} MB | ${(head / 1e3).toFixed(0)} kB |`;
}

/** As the job does it: load, find what changed, save, tell the freshness. */
async function changeOneFile(place: string, path: string): Promise<void> {
  const store = openLedgerDirectory(place);
  const stored = await store.load('bench');
  if (stored === null) throw new Error('there is no ledger');
  const shards = await stored.shards([shardOf(path)]);
  const before = [...filesIn(shards).values()].filter((file) => file.path === path);
  const now = before
    .flatMap((file) => file.units)
    .map((unit, index): UnitFacts => (index === 0 ? { ...unit, text: `${unit.text}+`, code: `${unit.code}+` } : unit));
  const done = reconcile({ before, now, lineage: new Map(), byBody: false });
  const scored = done.toScore.map(
    (unit): LedgerUnit => ({ ...unit, score: { similarity: 0.5, failed: false }, rescored: true }),
  );
  const touched = withFiles(shards, {
    paths: new Set([path]),
    units: [...done.kept, ...scored],
    departed: done.departed,
  });
  const head = withShards(stored.head, touched);
  if (!(await store.save(stored.version, { head, shards: touched }))) throw new Error('somebody was in between');
  ledgerMeans(head);
}

function pathOf(index: number): string {
  const file = Math.floor(index / UNITS_A_FILE);
  return `modules/module${file % 40}/src/main/java/com/acme/books/area${file % 200}/Ledger${file}.java`;
}

function factsOf(index: number): UnitFacts {
  const path = pathOf(index);
  const hash = hash32(String(index)).toString(36).padStart(12, '0');
  const id = `${path}#Ledger${Math.floor(index / UNITS_A_FILE)}.entry${index}(String,List<Entry>)`;
  return { id, path, text: hash, header: hash, code: hash, length: 40 + (index % 500) };
}
