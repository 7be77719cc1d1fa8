// Quantiles of Student's t distribution, for intervals over few observations.

/** The share of cases that an interval of ours is meant to hold. */
export const INTERVAL_LEVEL = 0.8;

interface Tail {
  /** Quantiles for one, two, three and four degrees of freedom. */
  readonly fewDegrees: readonly number[];
  /** The quantile of the normal distribution. */
  readonly normal: number;
}

const TAIL_90: Tail = { fewDegrees: [3.0777, 1.8856, 1.6377, 1.5332], normal: 1.2815515655446004 };
const TAIL_975: Tail = { fewDegrees: [12.7062, 4.3027, 3.1824, 2.7764], normal: 1.959963984540054 };

/** The 0.9 quantile, half the width of an 80 % interval in standard errors, for at least one degree of freedom. */
export function student90(degreesOfFreedom: number): number {
  return quantile(TAIL_90, degreesOfFreedom);
}

/** The 0.975 quantile, half the width of a 95 % interval in standard errors, for at least one degree of freedom. */
export function student975(degreesOfFreedom: number): number {
  return quantile(TAIL_975, degreesOfFreedom);
}

/**
 * A table for up to four degrees, beyond it the expansion of Abramowitz and Stegun, 26.7.5 (off by less than 0.001 for
 * the 0.9 quantile, by less than 0.01 for the 0.975 one, and by 0.0003 from ten degrees on).
 */
function quantile({ fewDegrees, normal: z }: Tail, degreesOfFreedom: number): number {
  const few = fewDegrees[degreesOfFreedom - 1];
  if (few !== undefined) return few;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degreesOfFreedom + second / degreesOfFreedom ** 2 + third / degreesOfFreedom ** 3;
}
