// Everything that is known of a model at a revision, and one recommendation.

import type { GainPolicy } from '../core/gain.ts';
import type { Since } from '../core/history-window.ts';
import type { Answering } from '../core/ledger-head.ts';
import type { ModelCard } from '../core/model-card.ts';
import { type RecommendationPolicy, recommend } from '../core/recommendation.ts';
import { REPORT_SCHEMA_VERSION, type StandingLedger, type StatusReport, type Unmeasured } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import {
  type CodeModel,
  type FirstParentLine,
  type HistoryReader,
  type Language,
  type LanguageRegistry,
  type LedgerStore,
  type Progress,
  type RepositoryReader,
  type Revision,
  type Training,
  WORKTREE,
} from '../ports.ts';
import { commitsSince } from './commits-since.ts';
import { drift, trainedRevision } from './drift.ts';
import { measureGain } from './gain.ts';
import { summaryOfLedger } from './ledger-summary.ts';
import { forecastBasis, ledgerSpeakingFor } from './speaking-ledger.ts';

export interface StatusInput {
  readonly repository: RepositoryReader;
  readonly history: HistoryReader;
  readonly store: LedgerStore;
  readonly model: CodeModel;
  /** Where it looks; the day of this commit is today. */
  readonly at: Revision;
  readonly policy: RecommendationPolicy;
  /** `null` leaves the gain unmeasured. The training has learned nothing yet. */
  readonly gain: { readonly windowDays: number; readonly policy: GainPolicy; readonly training: Training } | null;
  /** `null` leaves the drift unmeasured, and with it the forecast. */
  readonly drift: { readonly since: Since } | null;
  readonly languages: LanguageRegistry;
  /** The one that the model was trained on. */
  readonly language: Language;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Reads, and changes nothing. A model without a ledger is no failure: its freshness is unknown, and the gain alone decides.
 * Throws an ExpectedFailure for a ledger that contradicts the model's card.
 */
export async function status(input: StatusInput): Promise<StatusReport> {
  const { repository, history, store, at, policy } = input;
  if (at.hash === WORKTREE) throw notACommit();
  const card = input.model.card;
  const answering = await ledgerSpeakingFor(card, store);
  const line = await history.firstParents(at);
  const ledger = answering && (await standingLedger(answering, line, input));
  const gain = await gainOf(input);
  const drifted = await driftOf(input, answering);
  const forecast = drifted.report?.forecast ?? null;
  const own = ledger?.answers === 'own' ? ledger : null;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'status',
    at: { name: at.name, revision: at.hash },
    model: card,
    age: {
      days: daysSince(card, at),
      commits: card.trainedAt === null ? null : await commitsSince(card.trainedAt.revision, line, repository),
    },
    ledger,
    gain,
    drift: drifted.report,
    unmeasured: [
      ...(gain === null ? [{ what: 'gain', reason: 'not-asked' } as const] : []),
      ...(drifted.reason === null ? [] : [{ what: 'drift', reason: drifted.reason } as const]),
    ],
    recommendation: recommend(
      {
        freshness: own && { verdict: own.verdict, value: own.freshness?.value ?? null },
        forecast,
        gain: gain?.statement ?? null,
        today: dayOf(at),
      },
      policy,
    ),
  };
}

function notACommit(): ExpectedFailure {
  return new ExpectedFailure(
    'bad-setting',
    'a status is that of a commit, not of a work tree',
    'Commit first, or name a revision.',
  );
}

async function standingLedger(
  { head, as }: Answering,
  line: FirstParentLine,
  { repository, policy }: StatusInput,
): Promise<StandingLedger> {
  const { model, standsAt, sample, history } = head;
  return {
    ...summaryOfLedger(head, policy),
    standsAt,
    commitsBehind: await commitsSince(standsAt.revision, line, repository),
    answers: as,
    model,
    sample,
    history,
  };
}

async function gainOf(input: StatusInput): Promise<StatusReport['gain']> {
  const { gain, at, model, language } = input;
  if (gain === null) return null;
  const inUse = { model, origin: 'kept' } as const;
  const { methods: _, ...summed } = await measureGain({
    ...input,
    ...gain,
    head: at,
    inUse,
    extensions: language.extensions,
  });
  return summed;
}

interface Drifted {
  readonly report: StatusReport['drift'];
  readonly reason: Unmeasured['reason'] | null;
}

/** A clone without its history has a status all the same; what it cannot tell is said. */
async function driftOf(input: StatusInput, answering: Answering | null): Promise<Drifted> {
  if (input.drift === null) return { report: null, reason: 'not-asked' };
  try {
    const report = await drift({
      ...input,
      model: input.model.card,
      until: input.at,
      since: input.drift.since,
      trainedAt: await trainedRevision(input.model.card, input.repository),
      freshness: forecastBasis(answering, input.policy.line),
    });
    return { report, reason: null };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    if (error.code !== 'shallow-clone' && error.code !== 'no-source-files') throw error;
    return { report: null, reason: error.code };
  }
}

const DAY_MS = 86_400_000;

/** Whole days from the training to the commit looked at; `null` where a day is not known, or the training is the later one. */
function daysSince({ trainedAt }: ModelCard, { committedAt }: Revision): number | null {
  if (committedAt === null || trainedAt === null || trainedAt.committedAt === null) return null;
  const days = Math.trunc((Date.parse(committedAt) - Date.parse(trainedAt.committedAt)) / DAY_MS);
  return days < 0 ? null : Math.max(0, days);
}

function dayOf({ committedAt, name }: Revision): string {
  if (committedAt === null) throw new RangeError(`${name} has no day`);
  return new Date(committedAt).toISOString().slice(0, 10);
}
