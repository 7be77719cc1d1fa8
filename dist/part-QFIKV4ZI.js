// src/core/student.ts
var FORECAST_LEVEL = 0.8;
var LEVELS = {
  0.975: {
    normal: 1.959963984540054,
    few: [12.7062047364, 4.3026527297, 3.1824463053, 2.7764451052, 2.5705818366, 2.4469118487, 2.3646242516]
  },
  0.9: { normal: 1.2815515655446004, few: [3.0776835372, 1.8856180831, 1.6377443536, 1.5332062741] }
};
function studentQuantile(level, degreesOfFreedom) {
  const { normal: z, few } = LEVELS[level];
  const exact = few[degreesOfFreedom - 1];
  if (exact !== void 0) return exact;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degreesOfFreedom + second / degreesOfFreedom ** 2 + third / degreesOfFreedom ** 3;
}

export {
  FORECAST_LEVEL,
  studentQuantile
};
