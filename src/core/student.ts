// Quantiles of Student's t distribution, for intervals over few observations.

/** The share of cases that an interval of ours is meant to hold. */
export const INTERVAL_LEVEL = 0.8;

const FEW_DEGREES = [3.0777, 1.8856, 1.6377, 1.5332];
const NORMAL = 1.2815515655446004;

/**
 * The 0.9 quantile, half the width of an 80 % interval in standard errors, for at least one degree of freedom. A table
 * for up to four, beyond it the expansion of Abramowitz and Stegun, 26.7.5 (off by less than 0.001).
 */
export function student90(degreesOfFreedom: number): number {
  const few = FEW_DEGREES[degreesOfFreedom - 1];
  if (few !== undefined) return few;
  const z = NORMAL;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degreesOfFreedom + second / degreesOfFreedom ** 2 + third / degreesOfFreedom ** 3;
}
