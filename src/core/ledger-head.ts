// A ledger's first page: whose it is, where it stands, and the sums of its shards.

import type { Estimate } from './estimate.ts';
import { type LedgerMeans, meansOf } from './freshness.ts';
import type { LedgerFile, LedgerRevision, LedgerUnit, UnitFacts, UnitScore } from './ledger.ts';
import { type LedgerPoint, withPoint } from './ledger-history.ts';
import type { ModelCard } from './model-card.ts';
import { type Shard, withFiles } from './shards.ts';
import { census, drawSample, type SampleRequest } from './strata.ts';
import {
  addLedgerTallies,
  addTallies,
  EMPTY_TALLY,
  type LedgerTally,
  type StratumTally,
  stratumTallyOf,
  tallyOf,
} from './tally.ts';
import { compareText } from './text-order.ts';
import type { MethodId } from './unit.ts';

export interface LedgerHead {
  readonly schemaVersion: 1;
  /** Whose answers are scored here. */
  readonly model: { readonly provider: string; readonly name: string; readonly fingerprint: string };
  readonly trainedAt: LedgerRevision;
  /** The revision whose units it holds. */
  readonly standsAt: LedgerRevision;
  /** `null` when every unit was scored. */
  readonly sample: SampleRequest | null;
  /** The strata of the training day, by index; one for a census. */
  readonly baseline: readonly StratumTally[];
  /** Sums by shard; a shard without units and departed ones is left out. */
  readonly shards: Readonly<Record<string, LedgerTally>>;
  /** Where it stood since the model was trained, in the order of the updates; the last point is of now. */
  readonly history: readonly LedgerPoint[];
}

/** Some of a ledger's shards, to be saved under its head. A shard that nothing is left in is empty. */
export interface LedgerPages {
  readonly head: LedgerHead;
  readonly shards: ReadonlyMap<string, Shard>;
}

export interface LedgerBeginning extends Pick<LedgerHead, 'model' | 'trainedAt' | 'sample'> {
  /** Every unit of the training revision. */
  readonly units: readonly UnitFacts[];
  /** Those that an in-place evaluation of that revision scored. */
  readonly scores: ReadonlyMap<MethodId, UnitScore>;
}

/** The ledger of the day of training, whole. */
export function beginLedger({ model, trainedAt, sample, units, scores }: LedgerBeginning): LedgerPages {
  const strata = sample === null ? census(units) : drawSample(units, sample);
  const baseline: StratumTally[] = Array.from({ length: strata.count }, () => NOTHING);
  const entries = units.map((facts): LedgerUnit => {
    const stratum = strata.stratumOf.get(facts.id) ?? 0;
    const score = scores.get(facts.id) ?? null;
    const similarity = score?.similarity ?? null;
    baseline[stratum] = addTallies(baseline[stratum], stratumTallyOf(similarity));
    const { id, path, code } = facts;
    return { ...facts, score, trained: { id, path, code, stratum, similarity }, rescored: false };
  });
  const paths = new Set(units.map(({ path }) => path));
  const shards = withFiles(new Map(), { paths, units: entries, departed: [] });
  const beginning = { schemaVersion: 1, model, trainedAt, standsAt: trainedAt, sample, baseline } as const;
  return { head: withShards({ ...beginning, shards: {}, history: [] }, shards), shards };
}

const NOTHING: StratumTally = { population: 0, drawn: 0, sum: 0, squares: 0 };

/** The head with the sums of some shards taken anew, and where it stands now at the end of its history. */
export function withShards(head: LedgerHead, shards: ReadonlyMap<string, Shard>): LedgerHead {
  const tallies = new Map(Object.entries(head.shards));
  for (const [name, shard] of shards) {
    if (shard.length === 0) tallies.delete(name);
    else tallies.set(name, tallyOf(shard));
  }
  const now = { ...head, shards: Object.fromEntries([...tallies].sort(([a], [b]) => compareText(a, b))) };
  const { freshness, units } = ledgerMeans(now);
  if (freshness === null) return now; // nothing was known, or nothing is left: no point of a line
  const { value, margin } = freshness;
  return { ...now, history: withPoint(head.history, { ...head.standsAt, freshness: value, margin, units }) };
}

/** Means, freshness and its parts; the same for the same ledger, whichever way it came there. */
export function ledgerMeans({ baseline, shards }: LedgerHead): LedgerMeans {
  const tally = Object.keys(shards)
    .sort()
    .reduce((sum, name) => addLedgerTallies(sum, shards[name] ?? EMPTY_TALLY), EMPTY_TALLY);
  return meansOf(baseline, tally);
}

/** How wide the 95 % interval of a ledger's mean may be, to each side, for it to answer. */
const ENOUGH_MARGIN = 0.02;

/** Whether a ledger tells its model's mean well enough to take over from the ledger before it. */
export function isScoredEnough(head: LedgerHead): boolean {
  const { now } = ledgerMeans(head);
  return now !== null && marginOrZero(now) <= ENOUGH_MARGIN;
}

function marginOrZero({ margin }: Estimate): number {
  return margin ?? 0;
}

export interface Answering {
  readonly head: LedgerHead;
  /** `predecessor`: the ledger of the model in use is missing, or not scored enough. */
  readonly as: 'own' | 'predecessor';
}

/**
 * Which ledger speaks for a model: its own, once scored enough; until then that of the model trained last before it. One of
 * another provider never does, for a shadow is no score of the model that it stands in for; nor one trained later.
 */
export function answeringLedger(card: ModelCard, heads: readonly LedgerHead[]): Answering | null {
  const own = heads.find(({ model }) => model.fingerprint === card.fingerprint);
  if (own !== undefined && isScoredEnough(own)) return { head: own, as: 'own' };
  const trained = (head: LedgerHead) => moment(head.trainedAt.committedAt) ?? Number.NEGATIVE_INFINITY;
  const latest = moment(card.trainedAt?.committedAt ?? null) ?? Number.POSITIVE_INFINITY;
  const [predecessor] = heads
    .filter((head) => head !== own && head.model.provider === card.provider && trained(head) <= latest)
    .filter(isScoredEnough)
    .sort((a, b) => trained(b) - trained(a));
  if (predecessor !== undefined) return { head: predecessor, as: 'predecessor' };
  return own === undefined ? null : { head: own, as: 'own' };
}

/** Of an ISO date with any offset. */
function moment(date: string | null): number | null {
  return date === null ? null : Date.parse(date);
}

/** The files of some shards, by path. */
export function filesIn(shards: ReadonlyMap<string, Shard>): Map<string, LedgerFile> {
  return new Map([...shards.values()].flatMap((shard) => shard.map((file) => [file.path, file] as const)));
}
