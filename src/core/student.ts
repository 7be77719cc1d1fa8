// Quantiles of Student's t distribution, for intervals over few observations.

/** The share of cases that an interval around a forecast is meant to hold: its bounds are the 0.1 and 0.9 quantiles. */
export const FORECAST_LEVEL = 0.8;

interface Level {
  /** The quantile of the normal distribution. */
  readonly normal: number;
  /** Exact values for so few degrees of freedom (1, 2, …) that the expansion below is too coarse. */
  readonly few: readonly number[];
}

/** The quantiles in use: 0.975 bounds a 95 % interval, 0.9 an 80 % one. */
const LEVELS = {
  0.975: {
    normal: 1.959963984540054,
    few: [12.7062047364, 4.3026527297, 3.1824463053, 2.7764451052, 2.5705818366, 2.4469118487, 2.3646242516],
  },
  0.9: { normal: 1.2815515655446004, few: [3.0776835372, 1.8856180831, 1.6377443536, 1.5332062741] },
} as const satisfies Record<number, Level>;

/**
 * The quantile at a level for a number of degrees of freedom, at least 1: Cornish–Fisher expansion in 1/ν (Abramowitz and
 * Stegun, 26.7.5), within 0.001 of the exact value.
 */
export function studentQuantile(level: keyof typeof LEVELS, degreesOfFreedom: number): number {
  const { normal: z, few }: Level = LEVELS[level];
  const exact = few[degreesOfFreedom - 1];
  if (exact !== undefined) return exact;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degreesOfFreedom + second / degreesOfFreedom ** 2 + third / degreesOfFreedom ** 3;
}
