// Estimating a whole ledger from the part that was scored.

import { studentQuantile } from './student.ts';
import { addTallies, type StratumTally } from './tally.ts';

/** 95 %: `margin` to each side. */
export interface Estimate {
  readonly value: number;
  /** Half the width of the 95 % interval; `null` for a census, which has none. */
  readonly margin: number | null;
}

/** A stratum on the day of training, and what of it stands untouched: a random part of a part that chance did not pick. */
export interface StratumPair {
  readonly before: StratumTally;
  readonly now: StratumTally;
}

export const NO_UNITS: StratumTally = { population: 0, drawn: 0, sum: 0, squares: 0 };

/** The estimated sum of similarities over a stratum: `N · mean of the drawn`; of a census the very sum. */
export function totalOf({ population, drawn, sum }: StratumTally): number {
  return drawn === population ? sum : drawn === 0 ? 0 : (population / drawn) * sum;
}

export function meanOf(tally: StratumTally): number {
  return tally.population === 0 ? 0 : totalOf(tally) / tally.population;
}

export function isCensus({ before, now }: StratumPair): boolean {
  return before.drawn === before.population && now.drawn === now.population;
}

/** Strata that are looked at as one. */
export interface JoinedStrata extends StratumPair {
  readonly members: readonly number[];
  /** The total of the training day, each stratum for itself: it does not move when strata are joined. */
  readonly totalBefore: number;
}

/**
 * Strata next to each other become one where changes took so many of a stratum's drawn units that the rest tells
 * nothing: two have to be left wherever some are not known.
 */
export function collapse(pairs: readonly StratumPair[]): JoinedStrata[] {
  const told: JoinedStrata[] = [];
  let open: JoinedStrata | null = null;
  for (const [index, pair] of pairs.entries()) {
    const single = { ...pair, members: [index], totalBefore: totalOf(pair.before) };
    open = open === null ? single : joined(open, single);
    if (!tells(open)) continue;
    told.push(open);
    open = null;
  }
  if (open === null) return told;
  const last = told.pop();
  return [...told, last === undefined ? open : joined(last, open)];
}

function tells(pair: StratumPair): boolean {
  return isCensus(pair) || ((pair.now.population === 0 || pair.now.drawn >= 2) && pair.before.drawn >= 2);
}

function joined(a: JoinedStrata, b: JoinedStrata): JoinedStrata {
  return {
    before: addTallies(a.before, b.before),
    now: addTallies(a.now, b.now),
    members: [...a.members, ...b.members],
    totalBefore: a.totalBefore + b.totalBefore,
  };
}

/** Weights of the two totals in a figure `a · total now − b · total before`. */
export interface Weights {
  /** `a` */
  readonly now: number;
  /** `b` */
  readonly before: number;
}

/**
 * Half of the 95 % interval of `a · Σ total(now) − b · Σ total(before)`, over strata drawn once, on the day of training;
 * `null` where nothing was left to chance. With `n` of `N` drawn, of which `n′` stand among `N′` untouched units, each
 * drawn unit carries `z = a·(N′/n′)(n/N)·(s − mean′)·[untouched] − b·s` (Taylor linearisation), and the variance is
 * `Σ N²·(1 − n/N)·s_z²/n`: Cochran, Sampling Techniques, §5.3, with its finite-population correction. The quantile is
 * Student's, with `Σ (n − 1)` degrees of freedom.
 */
export function marginOf(pairs: readonly StratumPair[], { now: a, before: b }: Weights): number | null {
  let variance = 0;
  let freedom = 0;
  for (const pair of pairs) {
    const { population: N, drawn: n, sum, squares } = pair.before;
    const { population: left, drawn, sum: sumNow, squares: squaresNow } = pair.now;
    const relevant = (a !== 0 && drawn < left) || (b !== 0 && n < N);
    if (!relevant || n < 2) continue;
    // What stands wholly known, or not at all, leaves nothing of the total now to chance.
    const weight = drawn > 0 && drawn < left ? a * (left / drawn) * (n / N) : 0;
    const slope = weight - b;
    const offset = drawn === 0 ? 0 : (-weight * sumNow) / drawn;
    const zSum = slope * sumNow + drawn * offset - b * (sum - sumNow);
    const zSquares =
      slope * slope * squaresNow +
      2 * slope * offset * sumNow +
      drawn * offset * offset +
      b * b * (squares - squaresNow);
    const spread = Math.max(0, (zSquares - (zSum * zSum) / n) / (n - 1));
    variance += (N * N * (1 - n / N) * spread) / n;
    freedom += n - 1;
  }
  return freedom === 0 ? null : studentQuantile(0.975, freedom) * Math.sqrt(variance);
}
