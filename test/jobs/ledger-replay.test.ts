// Replaying a history both ways: the ledger, brought on change by change, and a full in-place evaluation of the last
// revision.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UnitScore } from '../../src/core/ledger.ts';
import { filesIn, ledgerMeans } from '../../src/core/ledger-head.ts';
import { stubSimilarityOf } from '../../src/core/measure.ts';
import { type LocalRepository, openRepository } from '../../src/git/repository.ts';
import { evaluate } from '../../src/jobs/evaluate.ts';
import { fillLedger } from '../../src/jobs/fill-ledger.ts';
import { readSources } from '../../src/jobs/read-sources.ts';
import { train } from '../../src/jobs/train.ts';
import { unitsThatCount } from '../../src/jobs/unit-facts.ts';
import { update } from '../../src/jobs/update.ts';
import type { CodeModel, LedgerStore } from '../../src/ports.ts';
import { headerModel } from '../support/header-model.ts';
import { startTraining, undisturbed } from '../support/job-surroundings.ts';
import { libraryHistory } from '../support/library-history.ts';
import { memoryLedgers } from '../support/memory-ledgers.ts';
import { scratchRepository } from '../support/scratch-repository.ts';

async function evaluated(repository: LocalRepository, hash: string, model: CodeModel) {
  const revision = await repository.resolve(hash);
  const tree = repository.tree(revision);
  const source = { name: hash, revision: hash };
  const quiet = { output: null, journal: null, ...undisturbed };
  const report = await evaluate({ tree, source, protocol: 'in-place', scope: 'main', model, ...quiet });
  return { report, revision, tree };
}

/** A ledger begun at the first commit and brought to each of the others. */
async function replayed(repository: LocalRepository, [first = '', ...later]: readonly string[], model: CodeModel) {
  const store = memoryLedgers();
  await fillLedger({ ...(await evaluated(repository, first, model)), store, ...undisturbed });
  let scored = 0;
  for (const hash of later) {
    const target = await repository.resolve(hash);
    const report = await update({ repository, target, store, model, policy: { line: 0.9 }, ...undisturbed });
    scored += report.units.scored;
  }
  return { ...(await scoresIn(store, model)), scored };
}

async function scoresIn(store: LedgerStore, { card }: CodeModel) {
  const stored = await store.load(card.fingerprint);
  if (stored === null) throw new Error('there is no ledger');
  const shards = await stored.shards(Object.keys(stored.head.shards));
  const units = [...filesIn(shards).values()].flatMap((file) => file.units);
  const scores = new Map(units.map(({ id, score }) => [id, score]));
  return { scores: sorted(scores), means: ledgerMeans(stored.head) };
}

/** What a full evaluation of a revision gives each unit. */
async function fullScores(
  repository: LocalRepository,
  hash: string,
  model: CodeModel,
): Promise<Map<string, UnitScore>> {
  const { report, tree } = await evaluated(repository, hash, model);
  const lengths = new Map<string, number>();
  for await (const { parsed, language } of readSources(
    tree,
    await tree.list(),
    undisturbed.languages,
    undisturbed.signal,
  ))
    if (parsed !== null) for (const { facts } of unitsThatCount(parsed, language)) lengths.set(facts.id, facts.length);
  return sorted(
    new Map(
      report.methods.map(({ id, similarity }) => [
        id,
        similarity === null
          ? { similarity: stubSimilarityOf(lengths.get(id) ?? 0), failed: true }
          : { similarity, failed: false },
      ]),
    ),
  );
}

function sorted<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('a model that looks at a unit’s own header alone: the ledger is the full evaluation, exactly', async () => {
  // Which changes there are, after how many of them the two are compared, and which updates are skipped on the way.
  const histories = fc.record({
    seed: fc.nat(10_000),
    end: fc.integer({ min: 30, max: 35 }),
    skipped: fc.array(fc.boolean(), { minLength: 36, maxLength: 36, size: 'max' }),
  });
  await fc.assert(
    fc.asyncProperty(histories, async ({ seed, end, skipped }) => {
      const scratch = scratchRepository();
      const hashes = libraryHistory(scratch, 34, seed);
      expect(hashes).toHaveLength(36);
      const repository = await openRepository(scratch.root);
      const [first = '', last = ''] = [hashes[0], hashes[end]];
      const model = headerModel({ revision: first, committedAt: null });
      const visited = hashes.slice(0, end + 1).filter((hash, index) => [first, last].includes(hash) || !skipped[index]);
      const { scores, scored } = await replayed(repository, visited, model);
      const full = await fullScores(repository, last, model);
      expect(scores).toEqual(full);
      expect([...full.values()].filter(({ failed }) => failed).length).toBeGreaterThan(10);
      expect(scored).toBeGreaterThan(10);
    }),
    { numRuns: 2, endOnFailure: true },
  );
}, 120_000);

/**
 * What a ledger may miss of the embedded model, which also reads a unit's neighbours: of a unit that did not change, the
 * ledger keeps the score of the day on which it was scored, whatever happened around it. docs/ledger.md tells the figures.
 */
const MOST_OF_ONE_MEAN = 0.0005;
const MOST_MISSED_SHARE = 0.01;

test('the embedded model: the ledger misses little of what a full evaluation says', async () => {
  const scratch = scratchRepository();
  const hashes = libraryHistory(scratch, 34, 1);
  const repository = await openRepository(scratch.root);
  const [first = ''] = hashes;
  const base = await repository.resolve(first);
  const origin = { project: null, revision: first, committedAt: base.committedAt };
  const tree = repository.tree(base);
  const { model } = await train({ tree, origin, scope: 'main', training: startTraining(), ...undisturbed });
  // The last commit, the later release, stays out: what is to be seen is what 34 changes leave behind.
  const history = hashes.slice(0, -1);
  const last = history.at(-1) ?? '';
  const { scores, means } = await replayed(repository, history, model);
  const full = await fullScores(repository, last, model);
  expect([...scores.keys()]).toEqual([...full.keys()]);
  const misses = [...full].map(([id, { similarity }]) => Math.abs(similarity - (scores.get(id)?.similarity ?? 0)));
  const fullMean = [...full.values()].reduce((sum, { similarity }) => sum + similarity, 0) / full.size;
  const missed = misses.filter((miss) => miss > 0).length / misses.length;
  const meanMiss = Math.abs((means.now?.value ?? 0) - fullMean);
  if (process.env.SHOW_FIGURES === '1')
    console.log({
      units: full.size,
      fullMean,
      ledgerMean: means.now?.value,
      missed,
      worst: Math.max(...misses),
      meanMiss,
    });
  expect(meanMiss).toBeLessThan(MOST_OF_ONE_MEAN);
  expect(missed).toBeLessThan(MOST_MISSED_SHARE);
}, 120_000);
