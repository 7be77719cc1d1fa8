// Bringing the ledger to a later revision: what changed is scored, what moved keeps its score, what is gone leaves.

import type { FreshnessPolicy } from '../core/freshness-policy.ts';
import type { LedgerUnit, UnitScore } from '../core/ledger.ts';
import { filesIn, type LedgerPages, withShards } from '../core/ledger-head.ts';
import { summarize, summarizeStubs } from '../core/measure.ts';
import type { ModelCard } from '../core/model-card.ts';
import { type Reconciled, reconcile } from '../core/reconcile.ts';
import { type MethodRow, REPORT_SCHEMA_VERSION, type UpdateReport, type UpdateRoute } from '../core/report.ts';
import { withFiles } from '../core/shards.ts';
import { ExpectedFailure } from '../errors.ts';
import {
  type CodeModel,
  type Journal,
  type LanguageRegistry,
  type LedgerStore,
  type Progress,
  type RepositoryReader,
  type Revision,
  type StoredLedger,
  WORKTREE,
} from '../ports.ts';
import { askingFacts } from './asking-facts.ts';
import { ledgerBusy } from './fill-ledger.ts';
import { InPlaceScores } from './in-place-scores.ts';
import { type LedgerChange, readLedgerChange, resolveIfThere } from './ledger-change.ts';
import { summaryOfLedger } from './ledger-summary.ts';
import { LEDGER_LEFT, requireSomeAnswer } from './model-silent.ts';
import { requireSameTraining } from './speaking-ledger.ts';
import { touchedShards } from './touched-shards.ts';

export interface UpdateInput {
  readonly repository: RepositoryReader;
  readonly target: Revision;
  readonly store: LedgerStore;
  readonly model: CodeModel;
  readonly languages: LanguageRegistry;
  readonly policy: FreshnessPolicy;
  /** What an interrupted update had already; by default nothing is kept. */
  readonly journal?: Journal | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Others may save in between: each time the change is made again from where they left the ledger. */
const ATTEMPTS = 10;

/**
 * Brings the model's ledger to `target`, whatever lies between. A ledger that stands at a later revision already is left
 * there, and so is one for whose changes the budget does not suffice. Throws an ExpectedFailure when the model has no ledger, or does not answer at all.
 */
export async function update(input: UpdateInput): Promise<UpdateReport> {
  if (input.target.hash === WORKTREE) throw notACommit();
  const scores = new InPlaceScores(input);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const stored = await ownLedger(input.store, input.model.card);
      const route = await settledRoute(stored, input);
      if (route !== null) return await finished(reportOf(input, stored, stored, NOTHING_DONE(route), scores), input);
      const step = await takeStep(stored, input, scores);
      if (step === 'budget-spent')
        return await finished(reportOf(input, stored, stored, NOTHING_DONE(step), scores), input);
      if (await input.store.save(stored.version, step.pages))
        return await finished(reportOf(input, stored, step.pages, step, scores), input);
    } catch (error) {
      if (!(error instanceof ExpectedFailure && error.code === 'ledger-busy')) throw error;
    }
    input.signal.throwIfAborted();
  }
  throw ledgerBusy();
}

/** The ledger holds what the journal held. */
async function finished(report: UpdateReport, { journal }: UpdateInput): Promise<UpdateReport> {
  await journal?.finish();
  return report;
}

function notACommit(): ExpectedFailure {
  return new ExpectedFailure(
    'bad-setting',
    'the ledger stands at commits, not at a work tree',
    'Commit first, or name a revision.',
  );
}

/** Whether nothing is to be done: the ledger is there, or further on. */
async function settledRoute(
  { head }: StoredLedger,
  { repository, target }: UpdateInput,
): Promise<'already-there' | 'already-later' | null> {
  if (head.standsAt.revision === target.hash) return 'already-there';
  const standsAt = await resolveIfThere(repository, head.standsAt.revision);
  if (standsAt === null) return null;
  return (await repository.isAncestor(target.hash, standsAt)) === true ? 'already-later' : null;
}

async function ownLedger(store: LedgerStore, card: ModelCard): Promise<StoredLedger> {
  const stored = await store.load(card.fingerprint);
  if (stored === null) throw (await store.fingerprints()).length === 0 ? noLedger() : anothersLedger(card);
  requireSameTraining(card, stored.head);
  return stored;
}

function noLedger(): ExpectedFailure {
  return new ExpectedFailure(
    'no-ledger',
    'there is no ledger yet',
    'Fill one with `palimpsest evaluate --protocol in-place --revision REV`, REV being what the model was trained on.',
  );
}

function anothersLedger({ name, trainedAt, fingerprint }: ModelCard): ExpectedFailure {
  const revision = trainedAt?.revision ?? 'the revision that it was trained on';
  return new ExpectedFailure(
    'ledger-of-another-model',
    `the ledger here belongs to another model than ${name} (fingerprint ${fingerprint.slice(0, 12)})`,
    `Start this model’s own with \`palimpsest evaluate --protocol in-place --revision ${revision}\`.`,
  );
}

/** What one update did. */
interface Step {
  readonly route: UpdateRoute;
  readonly done: Pick<Reconciled, 'kept' | 'moved' | 'deleted'>;
  readonly scored: readonly LedgerUnit[];
  readonly notes: LedgerChange['notes'];
}

const NOTHING_DONE = (route: UpdateRoute): Step => ({
  route,
  done: { kept: [], moved: 0, deleted: [] },
  scored: [],
  notes: [],
});

async function takeStep(
  stored: StoredLedger,
  input: UpdateInput,
  scores: InPlaceScores,
): Promise<(Step & { readonly pages: LedgerPages }) | 'budget-spent'> {
  const { target } = input;
  const change = await readLedgerChange({ ...input, head: stored.head });
  const shards = await touchedShards(stored, change.paths);
  const files = filesIn(shards);
  const paths = change.paths ?? new Set([...files.keys(), ...change.now.map(({ facts }) => facts.path)]);
  const done = reconcile({
    before: [...files.values()].filter(({ path }) => paths.has(path)),
    now: change.now.map(({ facts }) => facts),
    lineage: change.lineage,
    byBody: change.route === 'by-body',
  });
  const fresh = await scores.of(change.now, new Set(done.toScore.map(({ id }) => id)));
  await requireAnswers(scores.rowsOf([...fresh.keys()]).rows, input);
  if (scores.unasked.length > 0) return 'budget-spent';
  const scored = done.toScore.map((unit) => ({ ...unit, score: scoreOf(fresh, unit.id), rescored: true }));
  const touched = withFiles(shards, { paths, units: [...done.kept, ...scored], departed: done.departed });
  const standsAt = { revision: target.hash, committedAt: target.committedAt };
  const head = withShards({ ...stored.head, standsAt }, touched);
  return { route: change.route, done, scored, notes: change.notes, pages: { head, shards: touched } };
}

/** A model that was not reached is asked anew by the next run: none of those failures is kept. */
async function requireAnswers(rows: readonly MethodRow[], { model, journal }: UpdateInput): Promise<void> {
  try {
    requireSomeAnswer(rows, model.card.name, LEDGER_LEFT);
  } catch (error) {
    await journal?.finish();
    throw error;
  }
}

function scoreOf(scores: ReadonlyMap<string, UnitScore>, id: string): UnitScore {
  const score = scores.get(id);
  if (score === undefined) throw new Error(`${id} was not scored`);
  return score;
}

function reportOf(
  { model, policy, target }: UpdateInput,
  before: StoredLedger,
  { head }: Pick<LedgerPages, 'head'>,
  { route, done, scored, notes }: Step,
  scores: InPlaceScores,
): UpdateReport {
  const { rows, measurements } = scores.rowsOf(scored.map(({ id }) => id));
  const ledger = summaryOfLedger(head, policy);
  const { standsAt } = head;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'update',
    protocol: 'in-place',
    route,
    from: { name: before.head.standsAt.revision, revision: before.head.standsAt.revision },
    to:
      route === 'already-later' || route === 'budget-spent'
        ? { name: standsAt.revision, revision: standsAt.revision }
        : { name: target.name, revision: target.hash },
    model: model.card,
    ...askingFacts(model, route === 'budget-spent' ? scores.unasked : []),
    sample: head.sample,
    units: {
      kept: ledger.units - scored.length - done.moved,
      scored: scored.length,
      moved: done.moved,
      deleted: done.deleted.length,
    },
    ledger,
    summary: summarize([], measurements),
    stub: summarizeStubs([], measurements),
    files: [],
    methods: rows,
    leftOut: [],
    notes,
  };
}
