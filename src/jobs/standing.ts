// How the model that a change was checked with stands to the whole project, before the change and with it.

import type { FreshnessPolicy } from '../core/freshness-policy.ts';
import type { UnitScore } from '../core/ledger.ts';
import { editedPaths, type LedgerEdit, ledgerWith } from '../core/ledger-preview.ts';
import { stubSimilarityOf } from '../core/measure.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { CheckReport, CheckRow, Standing } from '../core/report.ts';
import type { KeptState, LedgerStore, Revision } from '../ports.ts';
import { summaryOfLedger } from './ledger-summary.ts';
import type { EligibleChange, ReadChange } from './read-change.ts';
import { requireSameTraining } from './speaking-ledger.ts';
import { touchedShards } from './touched-shards.ts';
import { factsOf } from './unit-facts.ts';

/** What is known of the project that a change belongs to. */
export interface ProjectKnowledge {
  readonly store: LedgerStore;
  readonly state: KeptState | null;
  readonly policy: FreshnessPolicy;
}

export interface StandingInput {
  readonly project: ProjectKnowledge;
  readonly card: ModelCard;
  readonly origin: CheckReport['modelOrigin'];
  readonly base: Revision;
  readonly change: ReadChange;
  readonly rows: readonly CheckRow[];
}

/** Throws an ExpectedFailure for a ledger that contradicts the model's card. */
export async function standingOf(input: StandingInput): Promise<Standing> {
  const { project, card, base } = input;
  const review = project.state?.review ?? null;
  const ofThis = review?.fingerprint === card.fingerprint ? review : null;
  return {
    freshness: await freshnessOf(input),
    age: { days: daysBetween(card.trainedAt?.committedAt ?? null, base.committedAt), commits: null },
    gain: ofThis?.gain ?? null,
    forecast: ofThis?.forecast ?? null,
    recommendation: ofThis?.recommendation ?? null,
  };
}

async function freshnessOf({ project, card, origin, change, rows }: StandingInput): Promise<Standing['freshness']> {
  const { store, policy } = project;
  const stored = await store.load(card.fingerprint);
  if (stored === null) {
    if (origin === 'trained-on-base') return { kind: 'unknown', reason: 'not-pinned' };
    return { kind: 'unknown', reason: (await store.fingerprints()).length === 0 ? 'no-ledger' : 'other-model' };
  }
  requireSameTraining(card, stored.head);
  const edit = editOf(change, rows);
  const shards = await touchedShards(stored, editedPaths(edit));
  const head = ledgerWith(stored.head, shards, edit);
  return { kind: 'known', before: summaryOfLedger(stored.head, policy), after: summaryOfLedger(head, policy) };
}

/** What the budget did not suffice for is as it was. */
function editOf({ eligible, moved, deleted }: ReadChange, rows: readonly CheckRow[]): LedgerEdit {
  const scores = new Map(rows.map((row) => [row.id, scoreOf(row)]));
  return {
    written: eligible.flatMap(({ current, previous, language }: EligibleChange) => {
      const score = scores.get(current.unit.id);
      if (score === undefined) return [];
      return [{ facts: factsOf(current.source, current.unit, language), previousId: previous?.unit.id ?? null, score }];
    }),
    moved: moved.map(({ id, previousId }) => ({ id, path: id.slice(0, id.indexOf('#')), previousId })),
    deleted,
  };
}

function scoreOf({ similarity, texts }: CheckRow): UnitScore {
  return similarity === null
    ? { similarity: stubSimilarityOf(texts.after.length), failed: true }
    : { similarity, failed: false };
}

const DAY_MS = 86_400_000;

function daysBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS));
}
