// From an in-place evaluation of the training revision to the ledger of that day.

import type { UnitFacts, UnitScore } from '../core/ledger.ts';
import { beginLedger } from '../core/ledger-head.ts';
import { stubSimilarityOf } from '../core/measure.ts';
import type { EvaluateReport } from '../core/report.ts';
import type { MethodId } from '../core/unit.ts';
import { ExpectedFailure } from '../errors.ts';
import {
  type LanguageRegistry,
  type LedgerStore,
  type Progress,
  type Revision,
  type SourceTree,
  WORKTREE,
} from '../ports.ts';
import { LEDGER_LEFT, requireSomeAnswer } from './model-silent.ts';
import { readSources } from './read-sources.ts';
import { unitsThatCount } from './unit-facts.ts';

export interface FillLedgerInput {
  /** In place, over the main sources of `revision`. */
  readonly report: EvaluateReport;
  readonly revision: Revision;
  readonly tree: SourceTree;
  readonly store: LedgerStore;
  /** Leave a ledger that is there by then as it is. */
  readonly onlyIfNone?: boolean;
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Whether an evaluation is one that a ledger can begin with: in place, of the very revision that the model learned. */
export function beginsLedger({ protocol, model, unasked, shard }: EvaluateReport, revision: Revision): boolean {
  if (unasked !== undefined || shard !== undefined) return false; // a part that nobody drew by lot
  return protocol === 'in-place' && revision.hash !== WORKTREE && model.trainedAt?.revision === revision.hash;
}

/**
 * Writes a new ledger in the place of any that the model has. Throws an ExpectedFailure when others keep saving theirs, or when
 * the model gave no answer at all.
 */
export async function fillLedger({
  report,
  revision,
  store,
  onlyIfNone = false,
  ...reading
}: FillLedgerInput): Promise<void> {
  requireSomeAnswer(report.methods, report.model.name, LEDGER_LEFT);
  const units = await factsAt(reading);
  const { provider, name, fingerprint } = report.model;
  const standing = { revision: revision.hash, committedAt: revision.committedAt };
  const model = { provider, name, fingerprint };
  const { sample } = report;
  const pages = beginLedger({
    model,
    trainedAt: standing,
    sample: sample === null ? null : { size: sample.size, seed: sample.seed },
    units,
    scores: scoresOf(report, units),
  });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await store.load(fingerprint);
    if (stored !== null && onlyIfNone) return;
    if (await store.save(stored?.version ?? null, pages)) return;
  }
  throw ledgerBusy();
}

const ATTEMPTS = 10;

export function ledgerBusy(): ExpectedFailure {
  return new ExpectedFailure(
    'ledger-busy',
    'other runs keep changing the ledger',
    'Run the command again when they are done.',
  );
}

async function factsAt({
  tree,
  languages,
  progress,
  signal,
}: Pick<FillLedgerInput, 'tree' | 'languages' | 'progress' | 'signal'>): Promise<UnitFacts[]> {
  const paths = await tree.list();
  const facts: UnitFacts[] = [];
  progress.begin('filling the ledger', null);
  for await (const { parsed, language } of readSources(tree, paths, languages, signal)) {
    progress.advance();
    if (parsed !== null) facts.push(...unitsThatCount(parsed, language).map((unit) => unit.facts));
  }
  progress.end();
  return facts;
}

function scoresOf({ methods }: EvaluateReport, units: readonly UnitFacts[]): Map<MethodId, UnitScore> {
  const lengths = new Map(units.map(({ id, length }) => [id, length]));
  return new Map(
    methods.map(({ id, similarity }) => [
      id,
      similarity === null
        ? { similarity: stubSimilarityOf(lengths.get(id) ?? 0), failed: true }
        : { similarity, failed: false },
    ]),
  );
}
