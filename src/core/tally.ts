// Sums over a ledger's units: enough for every mean and estimate, so that a shard need not be read for them again.

import { type LedgerUnit, statusOf } from './ledger.ts';
import type { Shard } from './shards.ts';

/** Scores of some of a stratum's units. */
export interface StratumTally {
  /** How many units there are. */
  readonly population: number;
  /** How many of them have a score because the sample drew them; all of them in a census. */
  readonly drawn: number;
  /** Of the drawn ones' similarities, and of their squares. */
  readonly sum: number;
  readonly squares: number;
}

/** What was known on the day of training of units that changed or left since; by stratum. */
export interface FormerTally {
  readonly units: number;
  readonly drawn: number;
  /** Of the drawn ones' similarities that day. */
  readonly sum: number;
}

/** Units of one status that were scored after training. */
export interface RescoredTally {
  readonly units: number;
  /** Of their similarities now. */
  readonly sum: number;
  /** Empty for units that came after training. */
  readonly former: ByStratum<FormerTally>;
}

/** Keys are strata; those without units are left out. */
export type ByStratum<T> = Readonly<Record<string, T>>;

export interface LedgerTally {
  /** Units whose score of the training day still stands, whether they were drawn or not. */
  readonly untouched: ByStratum<StratumTally>;
  readonly rescored: Readonly<Record<'unchanged' | 'modified' | 'new', RescoredTally>>;
  readonly deleted: RescoredTally;
  /** Scored units whose regeneration failed. */
  readonly failed: number;
}

const NO_RESCORED: RescoredTally = { units: 0, sum: 0, former: {} };
export const EMPTY_TALLY: LedgerTally = {
  untouched: {},
  rescored: { unchanged: NO_RESCORED, modified: NO_RESCORED, new: NO_RESCORED },
  deleted: NO_RESCORED,
  failed: 0,
};

/** Sums in the order of the shard, so that the same shard always gives the same numbers. */
export function tallyOf(shard: Shard): LedgerTally {
  const untouched: Record<string, StratumTally> = {};
  const rescored = { unchanged: NO_RESCORED, modified: NO_RESCORED, new: NO_RESCORED };
  let deleted = NO_RESCORED;
  let failed = 0;
  for (const file of shard) {
    for (const unit of file.units) {
      if (unit.score?.failed) failed++;
      if (unit.rescored || unit.trained === null) {
        const status = statusOf(unit);
        rescored[status] = addRescored(rescored[status], unit);
      } else {
        const key = String(unit.trained.stratum);
        untouched[key] = addTallies(untouched[key], stratumTallyOf(unit.score?.similarity ?? null));
      }
    }
    for (const trained of file.departed) deleted = addRescored(deleted, { trained, score: null });
  }
  return { untouched, rescored, deleted, failed };
}

/** Of one unit; `null` when it was not drawn. */
export function stratumTallyOf(similarity: number | null): StratumTally {
  return similarity === null
    ? { population: 1, drawn: 0, sum: 0, squares: 0 }
    : { population: 1, drawn: 1, sum: similarity, squares: similarity * similarity };
}

function addRescored(tally: RescoredTally, { trained, score }: Pick<LedgerUnit, 'trained' | 'score'>): RescoredTally {
  const one = { units: 1, sum: score?.similarity ?? 0, former: {} };
  if (trained === null) return addRescoredTallies(tally, one);
  const drawn = trained.similarity === null ? 0 : 1;
  const former = { [String(trained.stratum)]: { units: 1, drawn, sum: trained.similarity ?? 0 } };
  return addRescoredTallies(tally, { ...one, former });
}

export function addLedgerTallies(a: LedgerTally, b: LedgerTally): LedgerTally {
  return {
    untouched: merged(a.untouched, b.untouched, addTallies),
    rescored: {
      unchanged: addRescoredTallies(a.rescored.unchanged, b.rescored.unchanged),
      modified: addRescoredTallies(a.rescored.modified, b.rescored.modified),
      new: addRescoredTallies(a.rescored.new, b.rescored.new),
    },
    deleted: addRescoredTallies(a.deleted, b.deleted),
    failed: a.failed + b.failed,
  };
}

function addRescoredTallies(a: RescoredTally, b: RescoredTally): RescoredTally {
  return { units: a.units + b.units, sum: a.sum + b.sum, former: merged(a.former, b.former, addFormer) };
}

function addFormer(a: FormerTally | undefined, b: FormerTally): FormerTally {
  return a === undefined ? b : { units: a.units + b.units, drawn: a.drawn + b.drawn, sum: a.sum + b.sum };
}

export function addTallies(a: StratumTally | undefined, b: StratumTally): StratumTally {
  if (a === undefined) return b;
  return {
    population: a.population + b.population,
    drawn: a.drawn + b.drawn,
    sum: a.sum + b.sum,
    squares: a.squares + b.squares,
  };
}

function merged<T>(a: ByStratum<T>, b: ByStratum<T>, add: (a: T | undefined, b: T) => T): ByStratum<T> {
  const all: Record<string, T> = { ...a };
  for (const [stratum, tally] of Object.entries(b)) all[stratum] = add(all[stratum], tally);
  return all;
}
