import {
  randomOf
} from "./part-S3EEPIGF.js";
import {
  compareText
} from "./part-5YJMR3U6.js";

// src/core/strata.ts
var LEAST_DRAWN = 4;
var SIZE_CLASSES = 4;
var MOST_BLOCKS = 16;
function census(units) {
  const ids = units.map(({ id }) => id);
  return { count: 1, stratumOf: new Map(ids.map((id) => [id, 0])), drawn: new Set(ids) };
}
function drawSample(units, { size, seed }) {
  if (size >= units.length) return census(units);
  const groups = stratify(units, size);
  const quotas = allocate(
    groups.map(({ length }) => length),
    size
  );
  const stratumOf = /* @__PURE__ */ new Map();
  const drawn = /* @__PURE__ */ new Set();
  for (const [stratum, members] of groups.entries()) {
    for (const { id } of members) stratumOf.set(id, stratum);
    const lots = members.map(({ id }) => ({ id, lot: randomOf(seed, id) }));
    lots.sort((a, b) => a.lot - b.lot || compareText(a.id, b.id));
    for (const { id } of lots.slice(0, quotas[stratum])) drawn.add(id);
  }
  return { count: groups.length, stratumOf, drawn };
}
function stratify(units, size) {
  const affordable = Math.max(1, Math.floor(size / LEAST_DRAWN));
  const classes = Math.min(SIZE_CLASSES, affordable);
  const blocks = Math.min(MOST_BLOCKS, Math.max(1, Math.floor(affordable / classes)));
  const byPlace = [...units].sort((a, b) => compareText(a.path, b.path) || compareText(a.id, b.id));
  return evenParts(byPlace, blocks).flatMap(
    (block) => evenParts(
      block.sort((a, b) => a.length - b.length || compareText(a.id, b.id)),
      classes
    )
  );
}
function evenParts(items, parts) {
  const bounds = Array.from({ length: parts + 1 }, (_, part) => Math.round(part * items.length / parts));
  return bounds.slice(1).map((end, part) => items.slice(bounds[part], end)).filter(({ length }) => length > 0);
}
function allocate(populations, size) {
  const all = populations.reduce((sum, population) => sum + population, 0);
  const exact = populations.map((population) => size * population / all);
  const quotas = exact.map(Math.floor);
  let left = size - quotas.reduce((sum, quota) => sum + quota, 0);
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(exact[b]) - remainder(exact[a]) || a - b);
  for (const stratum of byRemainder) {
    if (left-- <= 0) break;
    quotas[stratum] = (quotas[stratum] ?? 0) + 1;
  }
  return quotas.map((quota, stratum) => Math.min(populations[stratum] ?? 0, Math.max(2, quota)));
}
function remainder(value = 0) {
  return value - Math.floor(value);
}

export {
  census,
  drawSample
};
