// How fast code goes: an exponential decay fitted to the share that still stands.

export interface SurvivalPoint {
  /** Months of 30.4375 days since the first day. */
  readonly age: number;
  /** In [0, 1]. */
  readonly share: number;
}

export interface HalfLife {
  /** Months of 30.4375 days after which half is gone: `ln 2 / rate`. */
  readonly months: number;
  /** Root mean square of `share − e^(−rate × age)` over the points, in shares: how far the curve is from them. */
  readonly misfit: number;
  /** Points fitted, the first day (all stands) not counted. */
  readonly points: number;
}

/** Fewer points say nothing of a curve. */
const LEAST_POINTS = 3;
/** A half-life beyond this, in months, is none that a history of ours could show. */
const LONGEST_MONTHS = 1_200;
const SHORTEST_MONTHS = 0.01;
const GRID = 200;
const REFINEMENTS = 60;

/**
 * Least squares of `share = e^(−rate × age)` on the shares themselves, not on their logarithms, which would let the last
 * few percent of an old code decide. `null` for fewer than three points after the first day, or when nothing went.
 */
export function fitHalfLife(points: readonly SurvivalPoint[]): HalfLife | null {
  const later = points.filter(({ age }) => age > 0);
  if (later.length < LEAST_POINTS || later.every(({ share }) => share === 1)) return null;
  const misfit = (logMonths: number) => {
    const rate = Math.LN2 / Math.exp(logMonths);
    return later.reduce((sum, { age, share }) => sum + (share - Math.exp(-rate * age)) ** 2, 0) / later.length;
  };
  const [from, to] = [Math.log(SHORTEST_MONTHS), Math.log(LONGEST_MONTHS)];
  const step = (to - from) / GRID;
  let best = 0;
  for (let at = 1; at <= GRID; at++) if (misfit(from + at * step) < misfit(from + best * step)) best = at;
  const found = minimum(misfit, from + (best - 1) * step, from + (best + 1) * step);
  return { months: Math.exp(found), misfit: Math.sqrt(misfit(found)), points: later.length };
}

/** Golden section search (Kiefer 1953). */
function minimum(value: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  for (let round = 0; round < REFINEMENTS; round++) {
    const [left, right] = [b - golden * (b - a), a + golden * (b - a)];
    if (value(left) < value(right)) b = right;
    else a = left;
  }
  return (a + b) / 2;
}
