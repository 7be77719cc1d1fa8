// What a check says of freshness before a merge is what the ledger says after it.

import { expect, test } from 'vitest';
import { ledgerMeans } from '../../src/core/ledger-head.ts';
import type { CheckReport } from '../../src/core/report.ts';
import { type LocalRepository, openRepository } from '../../src/git/repository.ts';
import { check } from '../../src/jobs/check.ts';
import { evaluate } from '../../src/jobs/evaluate.ts';
import { fillLedger } from '../../src/jobs/fill-ledger.ts';
import { update } from '../../src/jobs/update.ts';
import type { CodeModel, LedgerStore } from '../../src/ports.ts';
import { headerModel } from '../support/header-model.ts';
import { undisturbed } from '../support/job-surroundings.ts';
import { libraryHistory } from '../support/library-history.ts';
import { memoryLedgers } from '../support/memory-ledgers.ts';
import { scratchRepository } from '../support/scratch-repository.ts';

const FRESHNESS = { line: 0.95 };
const POLICY = { familiar: 0.8, ambiguous: 0.4, countCosmetic: false, samples: 1 };

interface Project {
  readonly repository: LocalRepository;
  readonly store: LedgerStore;
  readonly model: CodeModel;
}

async function trainedAt(repository: LocalRepository, hash: string): Promise<Project> {
  const revision = await repository.resolve(hash);
  const model = headerModel({ revision: revision.hash, committedAt: revision.committedAt });
  const store = memoryLedgers();
  const tree = repository.tree(revision);
  const source = { name: hash, revision: hash };
  const quiet = { output: null, journal: null, ...undisturbed };
  const report = await evaluate({ tree, source, protocol: 'in-place', scope: 'main', model, ...quiet });
  await fillLedger({ report, revision, tree, store, ...undisturbed });
  return { repository, store, model };
}

async function checked({ repository, store, model }: Project, from: string, to: string): Promise<CheckReport> {
  return check({
    repository,
    base: await repository.resolve(from),
    head: await repository.resolve(to),
    openModel: async () => ({ model, origin: 'trained' }),
    policy: POLICY,
    project: { store, state: null, policy: FRESHNESS },
    ...undisturbed,
  });
}

test('a merge leaves the ledger where the check said that it would', async () => {
  const scratch = scratchRepository();
  const hashes = libraryHistory(scratch, 30, 7);
  const project = await trainedAt(await openRepository(scratch.root), hashes[0] ?? '');
  let exact = 0;
  for (const [index, hash] of hashes.entries()) {
    const before = hashes[index - 1];
    if (before === undefined) continue;
    const report = await checked(project, before, hash);
    const target = await project.repository.resolve(hash);
    await update({ ...project, target, policy: FRESHNESS, ...undisturbed });
    const merged = ledgerMeans((await headOf(project)).head);
    if (report.standing?.freshness.kind !== 'known') continue;
    const { after } = report.standing.freshness;
    // a merge scores changed comments and headers again, which a check passes over
    const isExact = report.cosmetic.length === 0;
    expect(after.freshness?.value).toBeCloseTo(merged.freshness?.value ?? Number.NaN, isExact ? 12 : 1.7);
    if (isExact) exact++;
    expect(after.units).toBe(merged.units);
  }
  expect(exact).toBeGreaterThanOrEqual(6);
});

async function headOf({ store, model }: Project) {
  const stored = await store.load(model.card.fingerprint);
  if (stored === null) throw new Error('there is no ledger');
  return stored;
}

test('what is merged already moves nothing, and the ledger may be further than where the change began', async () => {
  const scratch = scratchRepository();
  const hashes = libraryHistory(scratch, 12, 3);
  const project = await trainedAt(await openRepository(scratch.root), hashes[0] ?? '');
  const [from = '', to = ''] = hashes;
  const last = await project.repository.resolve(to);
  await update({ ...project, target: last, policy: FRESHNESS, ...undisturbed });
  const { standing } = await checked(project, from, to);
  if (standing?.freshness.kind !== 'known') throw new Error('freshness should be known');
  expect(standing.freshness.after.freshness?.value).toBeCloseTo(standing.freshness.before.freshness?.value ?? 0, 12);
});

test('a model without a ledger has no standing to tell, and says why', async () => {
  const scratch = scratchRepository();
  const hashes = libraryHistory(scratch, 3, 3);
  const repository = await openRepository(scratch.root);
  const project = await trainedAt(repository, hashes[0] ?? '');
  const empty = { ...project, store: memoryLedgers() };
  const [from = '', to = ''] = hashes;
  expect((await checked(empty, from, to)).standing?.freshness).toEqual({ kind: 'unknown', reason: 'no-ledger' });
});
