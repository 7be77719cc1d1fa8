import {
  seededRandom
} from "./part-S3EEPIGF.js";
import {
  METHOD_CLASSES,
  SIZE_BANDS,
  measuredAnswer,
  measuredFiles,
  measuredMethods,
  pairsOf
} from "./part-PDY2OYNG.js";
import {
  scoresOf,
  summarize
} from "./part-N3MN6HD6.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  compareText
} from "./part-5YJMR3U6.js";

// src/core/bootstrap.ts
var RESAMPLES = 2e3;
var TAIL = 0.025;
function bootstrapIntervals(ratios, files, seed) {
  const random = seededRandom(seed);
  const values = ratios.map(() => []);
  const times = new Array(files).fill(0);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    times.fill(0);
    for (let draw = 0; draw < files; draw++) {
      const file = Math.floor(random() * files);
      times[file] = (times[file] ?? 0) + 1;
    }
    for (const [index, ratio] of ratios.entries()) {
      const value = weightedRatio(ratio, times);
      if (value !== null) values[index]?.push(value);
    }
  }
  return ratios.map(
    ({ denominators }, index) => denominators.filter((denominator) => denominator > 0).length < 2 ? null : percentileInterval(values[index] ?? [])
  );
}
function weightedRatio({ numerators, denominators }, times) {
  let above = 0;
  let below = 0;
  for (const [file, often] of times.entries()) {
    if (often === 0) continue;
    above += often * (numerators[file] ?? 0);
    below += often * (denominators[file] ?? 0);
  }
  return below === 0 ? null : above / below;
}
function percentileInterval(values) {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  return { low: quantile(values, TAIL), high: quantile(values, 1 - TAIL) };
}
function quantile(sorted, share) {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (at - Math.floor(at)) * (high - low);
}

// src/core/compare-intervals.ts
function contenderIntervals(clusters, at, seed) {
  const files = clusters.map(({ file }) => measuredFiles(file === null ? [] : [file], at));
  const methods = clusters.map((cluster) => measuredMethods(cluster.methods, at));
  const intervals = bootstrapIntervals([...scoreRatios(files), ...scoreRatios(methods)], clusters.length, seed);
  return { files: scoreIntervals(intervals.slice(0, 3)), methods: scoreIntervals(intervals.slice(3)) };
}
function pairedIntervals(clusters, at, against, seed) {
  const pairs = clusters.map(({ methods }) => pairsOf(methods, at, against));
  const counts = pairs.map(({ length }) => length);
  const ratio = (take) => {
    return { numerators: pairs.map((ofFile) => sumOf(ofFile.map(take))), denominators: counts };
  };
  const ratios = [ratio(({ similarity: similarity2 }) => similarity2), ratio(({ distance }) => distance)];
  const [similarity = null, errorRate = null] = bootstrapIntervals(ratios, clusters.length, seed);
  return { similarity, errorRate };
}
function scoreRatios(byFile) {
  const sums = (take) => byFile.map((ofFile) => sumOf(ofFile.map(take)));
  const counts = byFile.map(({ length }) => length);
  const distances = sums(({ distance }) => distance);
  return [
    { numerators: distances, denominators: counts },
    { numerators: sums(({ similarity }) => similarity), denominators: counts },
    { numerators: distances, denominators: sums(({ stubDistance }) => stubDistance) }
  ];
}
function scoreIntervals([
  errorRate = null,
  similarity = null,
  lost = null
]) {
  return { errorRate, similarity, recovery: lost && { low: 1 - lost.high, high: 1 - lost.low } };
}
function sumOf(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

// src/core/compare.ts
function compareReportOf({ contenders, baseline, sample, shard, ...facts }, rows) {
  const methods = [...rows.methods].sort((a, b) => compareText(a.id, b.id));
  const files = [...rows.files].sort((a, b) => compareText(a.id, b.id));
  const seed = sample === null ? null : sample.seed;
  const clusters = sample === null ? [] : clustersOf(methods, files);
  const against = contenders.findIndex(({ name }) => name === baseline);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "compare",
    ...facts,
    sample,
    ...shard === void 0 ? {} : { shard },
    baseline,
    contenders: contenders.map((contender, at) => {
      const answers = methods.flatMap(({ answers: all }) => all[at] ?? []);
      return {
        ...contender,
        summary: summarize(measuredFiles(files, at), measuredMethods(methods, at)),
        exact: answers.filter(({ exact }) => exact).length,
        parses: answers.filter(({ parses }) => parses).length,
        unasked: methods.length - answers.length,
        intervals: seed === null ? null : contenderIntervals(clusters, at, seed),
        paired: at === against ? null : {
          ...pairedDifference(methods, at, against),
          intervals: seed === null ? null : pairedIntervals(clusters, at, against, seed)
        }
      };
    }),
    groups: groupsOf(methods, contenders.length),
    files,
    methods
  };
}
function pairedDifference(methods, at, against) {
  const pairs = pairsOf(methods, at, against);
  const similarities = pairs.map(({ similarity }) => similarity);
  return {
    methods: pairs.length,
    similarity: meanOf(similarities),
    errorRate: meanOf(pairs.map(({ distance }) => distance)),
    won: similarities.filter((difference) => difference > 0).length,
    tied: similarities.filter((difference) => difference === 0).length,
    lost: similarities.filter((difference) => difference < 0).length
  };
}
function groupsOf(methods, contenders) {
  const packages = [...new Set(methods.map((method) => method.package))].sort(compareText);
  const groups = (by, names, nameOf) => {
    const members = new Map(names.map((name) => [name, []]));
    for (const method of methods) members.get(nameOf(method))?.push(method);
    return names.flatMap((name) => {
      const inGroup = members.get(name) ?? [];
      if (inGroup.length === 0) return [];
      const scores = Array.from({ length: contenders }, (_, at) => groupScores(inGroup, at));
      return [{ by, name, methods: inGroup.length, contenders: scores }];
    });
  };
  return [
    ...groups("kind", METHOD_CLASSES, ({ kind }) => kind),
    ...groups("size", SIZE_BANDS, ({ size }) => size),
    ...groups("package", packages, (method) => method.package)
  ];
}
function groupScores(methods, at) {
  const measured = methods.flatMap((method) => {
    const answer = method.answers[at];
    return answer ? [{ ...measuredAnswer(method, answer), exact: answer.exact }] : [];
  });
  return {
    count: measured.length,
    failed: measured.filter(({ failed }) => failed).length,
    exact: measured.filter(({ exact }) => exact).length,
    ...scoresOf(measured)
  };
}
function clustersOf(methods, files) {
  const clusters = /* @__PURE__ */ new Map();
  for (const file of files) clusters.set(file.id, { methods: [], file });
  for (const method of methods) {
    const cluster = clusters.get(method.path) ?? { methods: [], file: null };
    clusters.set(method.path, cluster);
    cluster.methods.push(method);
  }
  return [...clusters.entries()].sort(([a], [b]) => compareText(a, b)).map(([, cluster]) => cluster);
}
function meanOf(values) {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export {
  compareReportOf
};
