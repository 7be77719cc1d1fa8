// Ledgers in a directory, and those in memory that tests of jobs use: one contract.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openLedgerDirectory } from '../../src/files/ledger-directory.ts';
import { addUnit, ledgerStoreContract, pagesOf } from '../contracts/ledger-store.ts';
import { ledgerOf, unit, unitsOf } from '../support/ledgers.ts';
import { memoryLedgers } from '../support/memory-ledgers.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

describe('in memory', () => {
  ledgerStoreContract(() => {
    const store = memoryLedgers();
    return { store, again: () => store };
  });
});

describe('in a directory', () => {
  ledgerStoreContract(() => {
    const folder = join(temporaryFolder(), 'ledger');
    return { store: openLedgerDirectory(folder), again: () => openLedgerDirectory(folder) };
  });
});

const UNITS = Array.from({ length: 300 }, (_, index) => unit(`Page${index % 100}.entry${index}`));

async function filledDirectory(): Promise<string> {
  const folder = join(temporaryFolder(), 'ledger');
  await openLedgerDirectory(folder).save(null, ledgerOf(UNITS, 0.9));
  return folder;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.json/.test(path));
}

test('several processes at once lose nothing', async () => {
  const folder = await filledDirectory();
  const script = fileURLToPath(new URL('../support/add-units.ts', import.meta.url));
  const exits = ['A', 'B', 'C', 'D'].map((name) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder, name, '10'], { stdio: 'inherit' });
    return new Promise((resolve) => child.on('close', resolve));
  });
  expect(await Promise.all(exits)).toEqual([0, 0, 0, 0]);
  const pages = await pagesOf(await openLedgerDirectory(folder).load('ledger-7b'));
  expect(unitsOf(pages)).toHaveLength(UNITS.length + 40);
});

test('a change of one file writes one shard and one head, both small', async () => {
  const folder = await filledDirectory();
  const before = new Set(filesBelow(folder));
  await addUnit(openLedgerDirectory(folder), 'ledger-7b', 'Late.fee');
  const written = filesBelow(folder).filter((path) => !before.has(path));
  expect(written.map((path) => path.replace(/.*\//, '').replace(/-.*/, '')).sort()).toEqual(['head', 'shard']);
  const shard = written.find((path) => path.includes('shard')) ?? '';
  expect(statSync(join(folder, shard)).size).toBeLessThan(2_000);
});

test('old heads and the shards that only they name are cleared away', async () => {
  const folder = await filledDirectory();
  const store = openLedgerDirectory(folder);
  const shardsAtFirst = filesBelow(folder).filter((path) => path.includes('shard')).length;
  for (let entry = 0; entry < 40; entry++) await addUnit(store, 'ledger-7b', `Late.fee${entry % 2}`);
  const files = filesBelow(folder);
  expect(files.filter((path) => path.includes('head'))).toHaveLength(16);
  expect(files.length).toBeLessThan(shardsAtFirst + 40);
  expect(unitsOf(await pagesOf(await store.load('ledger-7b')))).toHaveLength(UNITS.length + 1);
});

test('a writer that slept while its version was cleared away does not come back with it', async () => {
  const folder = await filledDirectory();
  const store = openLedgerDirectory(folder);
  const slow = await store.load('ledger-7b');
  for (let entry = 0; entry < 20; entry++) await addUnit(store, 'ledger-7b', `Page1.fee${entry % 2}`);
  const stale = ledgerOf(UNITS, 0.1);
  expect(await store.save(slow?.version ?? null, stale)).toBe(false);
  await expect(pagesOf(slow)).rejects.toMatchObject({ code: 'ledger-busy' });
});

test('the same ledger is written with the same bytes, whatever order its units came in', async () => {
  const texts = await Promise.all(
    [UNITS, [...UNITS].reverse()].map(async (units) => {
      const folder = join(temporaryFolder(), 'ledger');
      await openLedgerDirectory(folder).save(null, ledgerOf(units, 0.9));
      const shards = filesBelow(folder)
        .filter((path) => path.includes('shard'))
        .sort();
      return shards.map((path) => readFileSync(join(folder, path), 'utf8'));
    }),
  );
  expect(texts[0]).toEqual(texts[1]);
});

test.each(['{"head":', '{"head":{"schemaVersion":2}}'])(
  'a head that holds %s is refused, and it says what to do',
  async (text) => {
    const folder = await filledDirectory();
    const head = filesBelow(folder).find((path) => path.includes('head')) ?? '';
    writeFileSync(join(folder, head), text);
    await expect(openLedgerDirectory(folder).load('ledger-7b')).rejects.toMatchObject({
      code: 'bad-ledger-file',
      remedy: expect.stringContaining('palimpsest evaluate'),
    });
  },
);
