// `npx tsx bench/data-branch.ts [UNITS…]`: what a change of twenty methods adds to the data branch, of ledgers of so many units
// (2,000, 20,000 and 100,000; all scored, and by a sample), over the fake GitHub: objects each by itself, and as git packs them.

import { execFileSync } from 'node:child_process';
import type { LedgerPages } from '../src/core/ledger-head.ts';
import { openBranch, pageOf } from '../test/support/data-branches.ts';
import { startFakeGitHub } from '../test/support/fake-github.ts';
import { largeLedger, twentyChanged, withPast } from '../test/support/large-ledgers.ts';
import { packedBytes } from '../test/support/packed-bytes.ts';

const SIZES = process.argv.slice(2).map(Number);
const CHANGES = 5;

console.log(
  '| methods | scored | first commit | a change, by itself | a change, packed | head | requests, time of a save |',
);
console.log('| --: | --: | --: | --: | --: | --: | --: |');
for (const units of SIZES.length > 0 ? SIZES : [2_000, 20_000, 100_000]) {
  console.log(await row(units, largeLedger(units)));
  if (units > 2_000) console.log(await row(units, largeLedger(units, { size: 2_000, seed: 1 })));
}

async function row(units: number, begun: LedgerPages): Promise<string> {
  const fake = await startFakeGitHub();
  try {
    const repository = await fake.addRepository('acme/books', { files: { 'README.md': '# Books\n' } });
    const { store } = openBranch(fake, repository, { filesOf: pageOf(begun.head.model.fingerprint, '') });
    const pages = { ...begun, head: withPast(begun.head, 130) };
    await store.save(null, pages);
    await repository.commit('palimpsest-data', { 'history.jsonl': longHistory() });
    const first = packedBytes(repository.folder, ['palimpsest-data', '^main']);
    const [apart, packed, requests, times]: number[][] = [[], [], [], []];
    for (let step = 1; step <= CHANGES; step++) {
      const stored = await store.load(pages.head.model.fingerprint);
      if (stored === null) throw new Error('there is no ledger');
      const change = await twentyChanged(stored, units, step);
      const [asked, startedAtMs] = [fake.requests.length, performance.now()];
      await store.save(stored.version, change);
      times?.push(performance.now() - startedAtMs);
      requests?.push(fake.requests.length - asked);
      const range = ['palimpsest-data', '^palimpsest-data~1'];
      apart?.push(packedBytes(repository.folder, range, ['--window=0']));
      packed?.push(packedBytes(repository.folder, range, ['--thin']));
    }
    const head = Number(
      git(repository.folder, 'cat-file', '-s', `palimpsest-data:ledger/m-${pages.head.model.fingerprint}/head.json`),
    );
    const scored = begun.head.sample === null ? 'all' : String(begun.head.sample.size);
    return `| ${units.toLocaleString('en')} | ${scored} | ${kB(first)} | ${kB(median(apart))} | ${kB(median(packed))} | ${kB(head)} | ${median(requests)}, ${median(times).toFixed(0)} ms |`;
  } finally {
    await fake.close();
  }
}

/** As after many updates. */
function longHistory(): string {
  const ledger = largeLedger(24);
  const points = withPast(ledger.head, 200).history.slice(0, 200);
  const { model } = ledger.head;
  const line = ({ revision, committedAt, freshness, margin, units }: (typeof points)[number]) =>
    JSON.stringify({
      revision,
      committedAt,
      model,
      freshness: Number(freshness.toFixed(6)),
      margin,
      units,
      scored: units,
    });
  return points.map((point) => `${line(point)}\n`).join('');
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}

function median(values: readonly number[] = []): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function kB(bytes: number): string {
  return `${(bytes / 1e3).toFixed(bytes < 1e5 ? 1 : 0)} kB`;
}
