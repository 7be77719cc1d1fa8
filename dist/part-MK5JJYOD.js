import {
  compareText,
  sameTokens
} from "./part-5YJMR3U6.js";
import {
  distance
} from "./part-4BS5H6Y3.js";
import {
  CONSTRUCTOR_NAME,
  bodyOf,
  displayName
} from "./part-GV6IPUYS.js";

// src/core/likeness.ts
var COMMON_LINE_TEXTS = 64;
var CANDIDATES = 8;
function lineLikeness(a, b) {
  const total = a.characters + b.characters;
  if (total === 0) return 1;
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [line, count] of small.counts) common += line.length * Math.min(count, large.counts.get(line) ?? 0);
  return 2 * common / total;
}
function lineBag(text) {
  const counts = /* @__PURE__ */ new Map();
  let characters = 0;
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1);
    characters += trimmed.length;
  }
  return { counts, characters };
}
function likenessCandidates(before, after) {
  const postings = /* @__PURE__ */ new Map();
  for (const [index, bag] of before.entries()) {
    for (const line of bag.counts.keys()) {
      const texts = postings.get(line);
      if (texts === void 0) postings.set(line, [index]);
      else texts.push(index);
    }
  }
  const pairings = [];
  for (const [afterIndex, bag] of after.entries()) {
    const shared = /* @__PURE__ */ new Map();
    for (const line of bag.counts.keys()) {
      const texts = postings.get(line) ?? [];
      if (texts.length > COMMON_LINE_TEXTS) continue;
      for (const beforeIndex of texts) shared.set(beforeIndex, (shared.get(beforeIndex) ?? 0) + line.length);
    }
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES);
    for (const [beforeIndex] of best) {
      const other = before[beforeIndex];
      if (other !== void 0) {
        pairings.push({ before: beforeIndex, after: afterIndex, likeness: lineLikeness(other, bag) });
      }
    }
  }
  return pairings;
}
function assignBest(pairings, preference = () => 0) {
  const ranked = pairings.map((pairing) => ({ pairing, preferred: preference(pairing) })).sort(
    (a, b) => b.pairing.likeness - a.pairing.likeness || b.preferred - a.preferred || a.pairing.before - b.pairing.before || a.pairing.after - b.pairing.after
  );
  const takenBefore = /* @__PURE__ */ new Set();
  const takenAfter = /* @__PURE__ */ new Set();
  const assigned = [];
  for (const { pairing } of ranked) {
    if (takenBefore.has(pairing.before) || takenAfter.has(pairing.after)) continue;
    takenBefore.add(pairing.before);
    takenAfter.add(pairing.after);
    assigned.push(pairing);
  }
  return assigned;
}

// src/core/renames.ts
var SAME_FILE_LIKENESS = 0.5;
function pairFiles(base, head) {
  const basePaths = new Map(base.map((source) => [source.path, source]));
  const headPaths = new Set(head.map((source) => source.path));
  const pairs = [];
  const came = [];
  for (const after of head) {
    const before = basePaths.get(after.path);
    if (before === void 0) came.push(after);
    else pairs.push({ before, after });
  }
  const went = base.filter((source) => !headPaths.has(source.path));
  const pairings = likenessCandidates(
    went.map((source) => lineBag(source.text)),
    came.map((source) => lineBag(source.text))
  ).filter((pairing) => pairing.likeness >= SAME_FILE_LIKENESS);
  const sameName = (pairing) => fileName(went[pairing.before]) === fileName(came[pairing.after]) ? 1 : 0;
  for (const { before, after } of assignBest(pairings, sameName)) {
    const [beforeFile, afterFile] = [went[before], came[after]];
    if (beforeFile !== void 0 && afterFile !== void 0) pairs.push({ before: beforeFile, after: afterFile });
  }
  return pairs;
}
function fileName(source) {
  return source?.path.slice(source.path.lastIndexOf("/") + 1);
}

// src/core/changes.ts
var LEAST_SIMILARITY = {
  /** Same type, same name, other parameters. */
  otherParameters: 0.3,
  /** Same name elsewhere; in another file the body has to be more than a getter's, and a constructor has no name. */
  sameName: 0.5,
  /** Another name in the same type. */
  sameType: 0.6,
  /** Nothing in common but the body, which then has to be long enough to mean something. */
  bodyAlone: 0.7
};
var TELLING_BODY_CHARACTERS = 60;
var TRIVIAL_BODY_CHARACTERS = 30;
var COMPARED_NAMESAKES = 32;
function findChanges(base, head, tokenize) {
  const matched = [];
  const went = [];
  const came = [];
  const [baseByPath, headByPath] = [sortedByPath(base), sortedByPath(head)];
  const pairs = pairFiles(baseByPath, headByPath);
  const pairedBefore = new Set(pairs.map((pair) => pair.before));
  const pairedAfter = new Set(pairs.map((pair) => pair.after));
  for (const { before, after } of pairs) {
    const place = `${before.path}
${after.path}`;
    const sameFile = before.path === after.path;
    const keyOf = (id) => sameFile ? id : displayName(id);
    const beforeByKey = new Map(before.units.map((unit) => [keyOf(unit.id), unit]));
    for (const unit of after.units) {
      const previous = beforeByKey.get(keyOf(unit.id));
      if (previous === void 0) came.push({ unit, source: after, place });
      else {
        matched.push({ previous: { unit: previous, source: before }, current: { unit, source: after } });
        beforeByKey.delete(keyOf(unit.id));
      }
    }
    for (const unit of beforeByKey.values()) went.push({ unit, source: before, place });
  }
  for (const source of baseByPath) if (!pairedBefore.has(source)) went.push(...loose(source));
  for (const source of headByPath) if (!pairedAfter.has(source)) came.push(...loose(source));
  const { pairs: bodyPairs, deleted, added } = matchByBody(went, came);
  return classify([...matched, ...bodyPairs], deleted, added, tokenize);
}
function sortedByPath(sources) {
  return [...sources].sort((a, b) => compareText(a.path, b.path));
}
function loose(source) {
  return source.units.map((unit) => ({ unit, source, place: source.path }));
}
function classify(matched, deleted, added, tokenize) {
  const changed = added.map((current) => ({ change: "added", current, previous: null }));
  const cosmetic = [];
  const movedOnly = [];
  for (const { previous, current } of matched) {
    const before = bodyOf(previous.source, previous.unit);
    const after = bodyOf(current.source, current.unit);
    const change = changeOf(previous.unit, current.unit);
    if (change === "modified" && before === after) continue;
    const entry = { change, current, previous };
    if (change === "renamed" || !sameTokens(tokenize, before, after)) changed.push(entry);
    else if (change === "moved") movedOnly.push(entry);
    else cosmetic.push(entry);
  }
  const byId = (a, b) => compareText(a.current.unit.id, b.current.unit.id);
  return {
    changed: changed.sort(byId),
    cosmetic: cosmetic.sort(byId),
    movedOnly: movedOnly.sort(byId),
    deleted: [...deleted].sort((a, b) => compareText(a.unit.id, b.unit.id))
  };
}
function changeOf(before, after) {
  if (before.id === after.id) return "modified";
  return signature(before) === signature(after) ? "moved" : "renamed";
}
function signature(unit) {
  return `${unit.name}(${unit.parameters.map((parameter) => parameter.type).join(",")})`;
}
function matchByBody(went, came) {
  const assigned = assignBest(bodyPairings(went, came), (pairing) => kinship(went, came, pairing));
  const pairs = [];
  const matchedBefore = /* @__PURE__ */ new Set();
  const matchedAfter = /* @__PURE__ */ new Set();
  for (const { before, after } of assigned) {
    const [previous, current] = [went[before], came[after]];
    if (previous === void 0 || current === void 0) continue;
    pairs.push({ previous, current });
    matchedBefore.add(before);
    matchedAfter.add(after);
  }
  return {
    pairs,
    deleted: went.filter((_, index) => !matchedBefore.has(index)),
    added: came.filter((_, index) => !matchedAfter.has(index))
  };
}
function bodyPairings(went, came) {
  const pairings = [];
  const seen = /* @__PURE__ */ new Set();
  const consider = (before, after) => {
    const key = before * came.length + after;
    if (seen.has(key)) return;
    seen.add(key);
    const [previous, current] = [went[before], came[after]];
    if (previous === void 0 || current === void 0) return;
    const likeness = bodyLikeness(previous, current);
    if (likeness >= leastSimilarity(previous, current)) pairings.push({ before, after, likeness });
  };
  for (const near of [
    (unit) => unit.unit.name,
    (unit) => unit.place,
    (unit) => bodyOf(unit.source, unit.unit)
  ]) {
    const groups = indexBy(went, near);
    for (const [after, unit] of came.entries()) {
      const group = groups.get(near(unit)) ?? [];
      if (group.length <= COMPARED_NAMESAKES) for (const before of group) consider(before, after);
    }
  }
  const bags = (units) => units.map(({ unit, source }) => lineBag(bodyOf(source, unit)));
  for (const { before, after } of likenessCandidates(bags(went), bags(came))) consider(before, after);
  return pairings;
}
function leastSimilarity(previous, current) {
  const sameName = previous.unit.name === current.unit.name;
  const samePlace = previous.place === current.place;
  const sameType = samePlace && previous.unit.typeName === current.unit.typeName;
  if (sameType) return sameName ? LEAST_SIMILARITY.otherParameters : LEAST_SIMILARITY.sameType;
  if (sameName && samePlace) return LEAST_SIMILARITY.sameName;
  const shorter = Math.min(comparedBody(previous).length, comparedBody(current).length);
  const named = sameName && current.unit.name !== CONSTRUCTOR_NAME;
  if (named && shorter > TRIVIAL_BODY_CHARACTERS) return LEAST_SIMILARITY.sameName;
  return shorter >= TELLING_BODY_CHARACTERS ? LEAST_SIMILARITY.bodyAlone : Number.POSITIVE_INFINITY;
}
function kinship(went, came, { before, after }) {
  const [previous, current] = [went[before], came[after]];
  if (previous === void 0 || current === void 0) return 0;
  return (previous.unit.name === current.unit.name ? 4 : 0) + (previous.place === current.place ? 2 : 0) + (previous.unit.typeName === current.unit.typeName ? 1 : 0);
}
function bodyLikeness(previous, current) {
  const [before, after] = [comparedBody(previous), comparedBody(current)];
  return 1 - distance(before, after) / Math.max(before.length, after.length);
}
function comparedBody({ source, unit }) {
  return bodyOf(source, unit).replace(/\s+/g, " ");
}
function indexBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const [index, item] of items.entries()) {
    const group = groups.get(keyOf(item));
    if (group === void 0) groups.set(keyOf(item), [index]);
    else group.push(index);
  }
  return groups;
}

export {
  findChanges
};
