// How much of what the model knew on the day of training it knows of today's code, and what moved it.

import {
  collapse,
  type Estimate,
  isCensus,
  type JoinedStrata,
  marginOf,
  meanOf,
  NO_UNITS,
  totalOf,
} from './estimate.ts';
import type { LedgerTally, RescoredTally, StratumTally } from './tally.ts';

export interface FreshnessPart {
  readonly units: number;
  /** Percentage points by which these units moved freshness away from 100 %; negative when they lowered it. */
  readonly points: number;
}

export type FreshnessPartName = 'unchanged' | 'modified' | 'new' | 'deleted';

/**
 * Freshness and its parts. With `B` the mean of the training day and `N` the units of now, a surviving unit contributes
 * `(s now − s then) / (N·B)`, a new one `(s now − B) / (N·B)` and a deleted one `−(s then − B) / (N·B)`: together they are
 * the whole movement, `mean now / B − 1`.
 */
export interface Freshness extends Estimate {
  /** `1 + Σ points / 100`; 1 is as on the day of training. */
  readonly value: number;
  readonly parts: Readonly<Record<FreshnessPartName, FreshnessPart>>;
}

export interface LedgerMeans {
  /** Units in the ledger. */
  readonly units: number;
  /** Units with a score. */
  readonly scored: number;
  readonly failed: number;
  /** Mean similarity over all units, failures as stubs; `null` where there is none. */
  readonly now: Estimate | null;
  /** The same on the day of training, over the units of that day. */
  readonly baseline: Estimate & { readonly units: number };
  /** `null` where nothing was known on the day of training, or nothing is left. */
  readonly freshness: Freshness | null;
}

/** `then` holds the strata of the training day, by index; `tally` all of the ledger's shards. */
export function meansOf(then: readonly StratumTally[], tally: LedgerTally): LedgerMeans {
  const strata = collapse(then.map((stratum, index) => ({ before: stratum, now: tally.untouched[index] ?? NO_UNITS })));
  const rescored = Object.values(tally.rescored);
  const units = sumOf(strata, ({ now }) => now.population) + sumOf(rescored, (part) => part.units);
  const totalNow = sumOf(strata, ({ now }) => totalOf(now)) + sumOf(rescored, (part) => part.sum);
  const unitsThen = sumOf(then, ({ population }) => population);
  const meanThen = unitsThen === 0 ? 0 : sumOf(strata, ({ totalBefore }) => totalBefore) / unitsThen;
  const now = units === 0 ? null : { value: totalNow / units, margin: marginOf(strata, { now: 1 / units, before: 0 }) };
  const marginThen = unitsThen === 0 ? null : marginOf(strata, { now: 0, before: 1 / unitsThen });
  const baseline = { value: meanThen, margin: marginThen, units: unitsThen };
  return {
    units,
    scored: sumOf(strata, (pair) => pair.now.drawn) + sumOf(rescored, (part) => part.units),
    failed: tally.failed,
    now,
    baseline,
    freshness: now === null || meanThen === 0 ? null : freshnessOf(strata, tally, units, now.value, baseline),
  };
}

function freshnessOf(
  strata: readonly JoinedStrata[],
  tally: LedgerTally,
  units: number,
  meanNow: number,
  { value: mean, units: unitsThen }: LedgerMeans['baseline'],
): Freshness {
  const former = formerSums(strata, tally);
  const point = 100 / (units * mean);
  const untouched = sumOf(strata, ({ now }) => now.population);
  const { unchanged, modified, new: added } = tally.rescored;
  const { deleted } = tally;
  const parts = {
    unchanged: { units: untouched + unchanged.units, points: point * (unchanged.sum - former(unchanged)) },
    modified: { units: modified.units, points: point * (modified.sum - former(modified)) },
    new: { units: added.units, points: point * (added.sum - added.units * mean) },
    deleted: { units: deleted.units, points: point * (deleted.units * mean - former(deleted)) },
  };
  const points = parts.unchanged.points + parts.modified.points + parts.new.points + parts.deleted.points;
  const weights = { now: 1 / (units * mean), before: meanNow / (mean * mean * unitsThen) };
  return { value: 1 + points / 100, margin: marginOf(strata, weights), parts };
}

/**
 * What units that changed or left were worth on the day of training. Of a sample some are not known: they are taken for
 * their stratum's mean, and what then is wanting of the stratum's own total is spread over its changed and deleted units,
 * so that the parts add up whatever was drawn. In a census nothing is wanting.
 */
function formerSums(strata: readonly JoinedStrata[], tally: LedgerTally): (part: RescoredTally) => number {
  const parts = [tally.rescored.unchanged, tally.rescored.modified, tally.deleted];
  const guess = (part: RescoredTally, { before, members }: JoinedStrata) =>
    sumOf(members, (stratum) => {
      const { units, drawn, sum } = part.former[stratum] ?? NO_FORMER;
      return units === drawn ? sum : sum + (units - drawn) * meanOf(before);
    });
  const unitsIn = (part: RescoredTally, { members }: JoinedStrata) =>
    sumOf(members, (stratum) => part.former[stratum]?.units ?? 0);
  const wanting = strata.map((pair) => {
    const touched = sumOf(parts, (part) => unitsIn(part, pair));
    if (touched === 0 || isCensus(pair)) return 0;
    return (pair.totalBefore - totalOf(pair.now) - sumOf(parts, (part) => guess(part, pair))) / touched;
  });
  return (part) =>
    strata.reduce((sum, pair, index) => sum + guess(part, pair) + unitsIn(part, pair) * (wanting[index] ?? 0), 0);
}

const NO_FORMER = { units: 0, drawn: 0, sum: 0 };

function sumOf<T>(items: readonly T[], numberOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}
