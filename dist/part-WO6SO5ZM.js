import {
  census,
  drawSample
} from "./part-RFF5HH7P.js";
import {
  hash32
} from "./part-S3EEPIGF.js";
import {
  studentQuantile
} from "./part-QFIKV4ZI.js";
import {
  compareText
} from "./part-5YJMR3U6.js";

// src/core/ledger.ts
function statusOf(unit) {
  if (unit.trained === null) return "new";
  return isSameCode(unit, unit.trained) ? "unchanged" : "modified";
}
function isSameCode(a, b) {
  return a.code === b.code && signatureIn(a) === signatureIn(b);
}
function signatureIn({ id, path }) {
  const name = id.slice(path.length + 1);
  return name.slice(name.lastIndexOf(".", name.indexOf("(")) + 1);
}

// src/core/tally.ts
var NO_RESCORED = { units: 0, sum: 0, former: {} };
var EMPTY_TALLY = {
  untouched: {},
  rescored: { unchanged: NO_RESCORED, modified: NO_RESCORED, new: NO_RESCORED },
  deleted: NO_RESCORED,
  failed: 0
};
function tallyOf(shard) {
  const untouched = {};
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
function stratumTallyOf(similarity) {
  return similarity === null ? { population: 1, drawn: 0, sum: 0, squares: 0 } : { population: 1, drawn: 1, sum: similarity, squares: similarity * similarity };
}
function addRescored(tally, { trained, score }) {
  const one = { units: 1, sum: score?.similarity ?? 0, former: {} };
  if (trained === null) return addRescoredTallies(tally, one);
  const drawn = trained.similarity === null ? 0 : 1;
  const former = { [String(trained.stratum)]: { units: 1, drawn, sum: trained.similarity ?? 0 } };
  return addRescoredTallies(tally, { ...one, former });
}
function addLedgerTallies(a, b) {
  return {
    untouched: merged(a.untouched, b.untouched, addTallies),
    rescored: {
      unchanged: addRescoredTallies(a.rescored.unchanged, b.rescored.unchanged),
      modified: addRescoredTallies(a.rescored.modified, b.rescored.modified),
      new: addRescoredTallies(a.rescored.new, b.rescored.new)
    },
    deleted: addRescoredTallies(a.deleted, b.deleted),
    failed: a.failed + b.failed
  };
}
function addRescoredTallies(a, b) {
  return { units: a.units + b.units, sum: a.sum + b.sum, former: merged(a.former, b.former, addFormer) };
}
function addFormer(a, b) {
  return a === void 0 ? b : { units: a.units + b.units, drawn: a.drawn + b.drawn, sum: a.sum + b.sum };
}
function addTallies(a, b) {
  if (a === void 0) return b;
  return {
    population: a.population + b.population,
    drawn: a.drawn + b.drawn,
    sum: a.sum + b.sum,
    squares: a.squares + b.squares
  };
}
function merged(a, b, add) {
  const all = { ...a };
  for (const [stratum, tally] of Object.entries(b)) all[stratum] = add(all[stratum], tally);
  return all;
}

// src/core/estimate.ts
var NO_UNITS = { population: 0, drawn: 0, sum: 0, squares: 0 };
function totalOf({ population, drawn, sum }) {
  return drawn === population ? sum : drawn === 0 ? 0 : population / drawn * sum;
}
function meanOf(tally) {
  return tally.population === 0 ? 0 : totalOf(tally) / tally.population;
}
function isCensus({ before, now }) {
  return before.drawn === before.population && now.drawn === now.population;
}
function collapse(pairs) {
  const told = [];
  let open = null;
  for (const [index, pair] of pairs.entries()) {
    const single = { ...pair, members: [index], totalBefore: totalOf(pair.before) };
    open = open === null ? single : joined(open, single);
    if (!tells(open)) continue;
    told.push(open);
    open = null;
  }
  if (open === null) return told;
  const last = told.pop();
  return [...told, last === void 0 ? open : joined(last, open)];
}
function tells(pair) {
  return isCensus(pair) || (pair.now.population === 0 || pair.now.drawn >= 2) && pair.before.drawn >= 2;
}
function joined(a, b) {
  return {
    before: addTallies(a.before, b.before),
    now: addTallies(a.now, b.now),
    members: [...a.members, ...b.members],
    totalBefore: a.totalBefore + b.totalBefore
  };
}
function marginOf(pairs, { now: a, before: b }) {
  let variance = 0;
  let freedom = 0;
  for (const pair of pairs) {
    const { population: N, drawn: n, sum, squares } = pair.before;
    const { population: left, drawn, sum: sumNow, squares: squaresNow } = pair.now;
    const relevant = a !== 0 && drawn < left || b !== 0 && n < N;
    if (!relevant || n < 2) continue;
    const weight = drawn > 0 && drawn < left ? a * (left / drawn) * (n / N) : 0;
    const slope = weight - b;
    const offset = drawn === 0 ? 0 : -weight * sumNow / drawn;
    const zSum = slope * sumNow + drawn * offset - b * (sum - sumNow);
    const zSquares = slope * slope * squaresNow + 2 * slope * offset * sumNow + drawn * offset * offset + b * b * (squares - squaresNow);
    const spread = Math.max(0, (zSquares - zSum * zSum / n) / (n - 1));
    variance += N * N * (1 - n / N) * spread / n;
    freedom += n - 1;
  }
  return freedom === 0 ? null : studentQuantile(0.975, freedom) * Math.sqrt(variance);
}

// src/core/freshness.ts
function meansOf(then, tally) {
  const strata = collapse(then.map((stratum, index) => ({ before: stratum, now: tally.untouched[index] ?? NO_UNITS })));
  const rescored = Object.values(tally.rescored);
  const units = sumOf(strata, ({ now: now2 }) => now2.population) + sumOf(rescored, (part) => part.units);
  const totalNow = sumOf(strata, ({ now: now2 }) => totalOf(now2)) + sumOf(rescored, (part) => part.sum);
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
    freshness: now === null || meanThen === 0 ? null : freshnessOf(strata, tally, units, now.value, baseline)
  };
}
function freshnessOf(strata, tally, units, meanNow, { value: mean, units: unitsThen }) {
  const former = formerSums(strata, tally);
  const point = 100 / (units * mean);
  const untouched = sumOf(strata, ({ now }) => now.population);
  const { unchanged, modified, new: added } = tally.rescored;
  const { deleted } = tally;
  const parts = {
    unchanged: { units: untouched + unchanged.units, points: point * (unchanged.sum - former(unchanged)) },
    modified: { units: modified.units, points: point * (modified.sum - former(modified)) },
    new: { units: added.units, points: point * (added.sum - added.units * mean) },
    deleted: { units: deleted.units, points: point * (deleted.units * mean - former(deleted)) }
  };
  const points = parts.unchanged.points + parts.modified.points + parts.new.points + parts.deleted.points;
  const weights = { now: 1 / (units * mean), before: meanNow / (mean * mean * unitsThen) };
  return { value: 1 + points / 100, margin: marginOf(strata, weights), parts };
}
function formerSums(strata, tally) {
  const parts = [tally.rescored.unchanged, tally.rescored.modified, tally.deleted];
  const guess = (part, { before, members }) => sumOf(members, (stratum) => {
    const { units, drawn, sum } = part.former[stratum] ?? NO_FORMER;
    return units === drawn ? sum : sum + (units - drawn) * meanOf(before);
  });
  const unitsIn = (part, { members }) => sumOf(members, (stratum) => part.former[stratum]?.units ?? 0);
  const wanting = strata.map((pair) => {
    const touched = sumOf(parts, (part) => unitsIn(part, pair));
    if (touched === 0 || isCensus(pair)) return 0;
    return (pair.totalBefore - totalOf(pair.now) - sumOf(parts, (part) => guess(part, pair))) / touched;
  });
  return (part) => strata.reduce((sum, pair, index) => sum + guess(part, pair) + unitsIn(part, pair) * (wanting[index] ?? 0), 0);
}
var NO_FORMER = { units: 0, drawn: 0, sum: 0 };
function sumOf(items, numberOf) {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}

// src/core/ledger-history.ts
var KEPT_ONE_BY_ONE = 100;
function withPoint(history, point) {
  const before = history.at(-1)?.revision === point.revision ? history.slice(0, -1) : history;
  const old = before.slice(0, -KEPT_ONE_BY_ONE);
  const thinned = old.filter((point2, index) => point2.committedAt === null || dayOf(point2) !== dayOf(before[index + 1]));
  return [...thinned, ...before.slice(-KEPT_ONE_BY_ONE), point];
}
function dayOf(point) {
  return point?.committedAt?.slice(0, 10);
}
function forecastPoints(history, trainedAt) {
  const points = [];
  const start = trainedAt.committedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(trainedAt.committedAt);
  let next = Number.POSITIVE_INFINITY;
  for (const { committedAt, freshness } of history.toReversed()) {
    if (committedAt === null) continue;
    const moment2 = Date.parse(committedAt);
    if (moment2 < start || moment2 > next) continue;
    points.unshift({ at: committedAt, freshness });
    next = moment2;
  }
  return points;
}

// src/core/shards.ts
var SHARD_COUNT = 256;
function shardOf(path) {
  return (hash32(path) % SHARD_COUNT).toString(16).padStart(2, "0");
}
function withFiles(shards, touched) {
  const unitsByPath = groupBy(touched.units, ({ path }) => path);
  const departedByPath = groupBy(touched.departed, ({ path }) => path);
  const paths = /* @__PURE__ */ new Set([...touched.paths, ...unitsByPath.keys(), ...departedByPath.keys()]);
  const after = /* @__PURE__ */ new Map();
  for (const [name, ofShard] of groupBy([...paths], shardOf)) {
    const files = new Map((shards.get(name) ?? []).map((file) => [file.path, file]));
    for (const path of ofShard) {
      const old = touched.paths.has(path) ? void 0 : files.get(path);
      const units = [...old?.units ?? [], ...unitsByPath.get(path) ?? []].sort(byId);
      const departed = [...old?.departed ?? [], ...departedByPath.get(path) ?? []].sort(byId);
      if (units.length + departed.length === 0) files.delete(path);
      else files.set(path, { path, units, departed });
    }
    after.set(
      name,
      [...files.values()].sort((a, b) => compareText(a.path, b.path))
    );
  }
  return after;
}
function byId(a, b) {
  return compareText(a.id, b.id);
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === void 0) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

// src/core/ledger-head.ts
function beginLedger({ model, trainedAt, sample, units, scores }) {
  const strata = sample === null ? census(units) : drawSample(units, sample);
  const baseline = Array.from({ length: strata.count }, () => NOTHING);
  const entries = units.map((facts) => {
    const stratum = strata.stratumOf.get(facts.id) ?? 0;
    const score = scores.get(facts.id) ?? null;
    const similarity = score?.similarity ?? null;
    baseline[stratum] = addTallies(baseline[stratum], stratumTallyOf(similarity));
    const { id, path, code } = facts;
    return { ...facts, score, trained: { id, path, code, stratum, similarity }, rescored: false };
  });
  const paths = new Set(units.map(({ path }) => path));
  const shards = withFiles(/* @__PURE__ */ new Map(), { paths, units: entries, departed: [] });
  const beginning = { schemaVersion: 1, model, trainedAt, standsAt: trainedAt, sample, baseline };
  return { head: withShards({ ...beginning, shards: {}, history: [] }, shards), shards };
}
var NOTHING = { population: 0, drawn: 0, sum: 0, squares: 0 };
function withShards(head, shards) {
  const tallies = new Map(Object.entries(head.shards));
  for (const [name, shard] of shards) {
    if (shard.length === 0) tallies.delete(name);
    else tallies.set(name, tallyOf(shard));
  }
  const now = { ...head, shards: Object.fromEntries([...tallies].sort(([a], [b]) => compareText(a, b))) };
  const { freshness, units } = ledgerMeans(now);
  if (freshness === null) return now;
  const { value, margin } = freshness;
  return { ...now, history: withPoint(head.history, { ...head.standsAt, freshness: value, margin, units }) };
}
function ledgerMeans({ baseline, shards }) {
  const tally = Object.keys(shards).sort().reduce((sum, name) => addLedgerTallies(sum, shards[name] ?? EMPTY_TALLY), EMPTY_TALLY);
  return meansOf(baseline, tally);
}
var ENOUGH_MARGIN = 0.02;
function isScoredEnough(head) {
  const { now } = ledgerMeans(head);
  return now !== null && marginOrZero(now) <= ENOUGH_MARGIN;
}
function marginOrZero({ margin }) {
  return margin ?? 0;
}
function answeringLedger(card, heads) {
  const own = heads.find(({ model }) => model.fingerprint === card.fingerprint);
  if (own !== void 0 && isScoredEnough(own)) return { head: own, as: "own" };
  const trained = (head) => moment(head.trainedAt.committedAt) ?? Number.NEGATIVE_INFINITY;
  const latest = moment(card.trainedAt?.committedAt ?? null) ?? Number.POSITIVE_INFINITY;
  const [predecessor] = heads.filter((head) => head !== own && head.model.provider === card.provider && trained(head) <= latest).filter(isScoredEnough).sort((a, b) => trained(b) - trained(a));
  if (predecessor !== void 0) return { head: predecessor, as: "predecessor" };
  return own === void 0 ? null : { head: own, as: "own" };
}
function moment(date) {
  return date === null ? null : Date.parse(date);
}
function filesIn(shards) {
  return new Map([...shards.values()].flatMap((shard) => shard.map((file) => [file.path, file])));
}

export {
  statusOf,
  isSameCode,
  forecastPoints,
  shardOf,
  withFiles,
  beginLedger,
  withShards,
  ledgerMeans,
  isScoredEnough,
  answeringLedger,
  filesIn
};
