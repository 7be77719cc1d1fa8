// Finding the remembered units whose headers are most like a given one, without looking at them all.

import { type Feature, featuresOf, weightOf } from './features.ts';
import type { KnownUnit, UnitFacts } from './memory.ts';

/** Features that more than this share of the units have say nothing… */
const COMMON_SHARE = 0.6;
/** …unless the project is so small that every feature is common. */
const COMMON_LEAST_UNITS = 100;
/** Postings that one query may read, rarest features first; a quarter million take about a millisecond. */
const POSTINGS_BUDGET = 250_000;
/** How many times the wanted number is scored in full after the rare features made the choice. */
const SHORTLIST_FACTOR = 4;

export interface Hit {
  /** Position in the memory's units. */
  readonly unit: number;
  /** Likeness of the headers in [0, 1]. */
  readonly likeness: number;
}

/** A header ready to be compared: the weight of each of its features, and their sum. */
export interface WeighedHeader {
  readonly weights: ReadonlyMap<Feature, number>;
  readonly total: number;
}

export interface RetrievalIndex {
  weigh(unit: UnitFacts): WeighedHeader;
  /** The units most like the header, best first, ties in the order of the units; any are better than none. */
  nearest(header: WeighedHeader, count: number): Hit[];
  /** The likeness of the header and one remembered unit. */
  likenessTo(header: WeighedHeader, unit: number): number;
}

/** `2 Σ w(shared) / (Σ w(a) + Σ w(b))`, in [0, 1]. */
export function likeness(a: WeighedHeader, b: WeighedHeader): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [feature, weight] of small.weights) if (large.weights.has(feature)) shared += weight;
  return ratio(shared, a.total, b.total);
}

/**
 * An inverted index in typed arrays. The weight of a feature is the weight of its kind times
 * `idf = ln(1 + (N − df + ½) / (df + ½))` (the Robertson–Spärck Jones weight, kept positive).
 */
export function retrievalIndex(units: readonly KnownUnit[]): RetrievalIndex {
  const { features, ofUnit, unitStarts } = forwardIndex(units);
  const { postings, starts } = invert(ofUnit, unitStarts, features.size, units.length);
  const weights = new Float64Array(features.size);
  for (const [feature, id] of features) weights[id] = weightOf(feature) * rarity(frequency(id));
  const totals = new Float64Array(units.length);
  for (let unit = 0; unit < units.length; unit += 1) {
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      totals[unit] = (totals[unit] ?? 0) + (weights[ofUnit[at] ?? 0] ?? 0);
    }
  }
  const scores = new Float64Array(units.length);

  function frequency(id: number): number {
    return (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  }

  function rarity(df: number): number {
    return df > Math.max(COMMON_LEAST_UNITS, COMMON_SHARE * units.length)
      ? 0
      : Math.log(1 + (units.length - df + 0.5) / (df + 0.5));
  }

  const headers = new WeakMap<UnitFacts, WeighedHeader>();

  function weigh(unit: UnitFacts): WeighedHeader {
    const known = headers.get(unit);
    if (known !== undefined) return known;
    const weighed = new Map<Feature, number>();
    let total = 0;
    for (const feature of featuresOf(unit)) {
      const id = features.get(feature);
      const weight = id === undefined ? weightOf(feature) * rarity(0) : (weights[id] ?? 0);
      if (weight === 0) continue;
      weighed.set(feature, weight);
      total += weight;
    }
    const header = { weights: weighed, total };
    headers.set(unit, header);
    return header;
  }

  function idsOf(header: WeighedHeader): number[] {
    const ids: number[] = [];
    for (const feature of header.weights.keys()) {
      const id = features.get(feature);
      if (id !== undefined) ids.push(id);
    }
    return ids.sort((a, b) => frequency(a) - frequency(b) || a - b);
  }

  function nearest(header: WeighedHeader, count: number): Hit[] {
    const touched: number[] = [];
    let budget = POSTINGS_BUDGET;
    for (const id of idsOf(header)) {
      budget -= frequency(id);
      if (budget < 0 && touched.length > 0) break;
      const weight = weights[id] ?? 0;
      const end = starts[id + 1] ?? 0;
      for (let at = starts[id] ?? 0; at < end; at += 1) {
        const unit = postings[at] ?? 0;
        const score = scores[unit] ?? 0;
        if (score === 0) touched.push(unit);
        scores[unit] = score + weight;
      }
    }
    if (touched.length === 0) for (let unit = 0; unit < Math.min(count, units.length); unit += 1) touched.push(unit);
    const shortlist = best(touched, count * SHORTLIST_FACTOR, (unit) =>
      ratio(scores[unit] ?? 0, header.total, totals[unit] ?? 0),
    );
    for (const unit of touched) scores[unit] = 0;
    return best(
      shortlist.map((hit) => hit.unit),
      count,
      (unit) => likenessTo(header, unit),
    );
  }

  const names = [...features.keys()];
  function likenessTo(header: WeighedHeader, unit: number): number {
    let shared = 0;
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      shared += header.weights.get(names[ofUnit[at] ?? 0] ?? '') ?? 0;
    }
    return ratio(shared, header.total, totals[unit] ?? 0);
  }

  return { weigh, nearest, likenessTo };
}

function ratio(shared: number, a: number, b: number): number {
  return a + b === 0 ? 0 : Math.min(1, (2 * shared) / (a + b));
}

/** A training that follows a history remembers nearly the same units each time. */
const learned = new WeakMap<KnownUnit, readonly Feature[]>();

/** The features of all units, numbered in order of appearance, one unit after the other. */
function forwardIndex(units: readonly KnownUnit[]) {
  const features = new Map<Feature, number>();
  const unitStarts = new Int32Array(units.length + 1);
  let ofUnit = new Int32Array(64 * Math.max(1, units.length));
  let end = 0;
  const names: Feature[] = []; // one string a feature, however many units have it
  units.forEach((unit, index) => {
    const known = learned.get(unit);
    const own = known ?? [...featuresOf(unit)];
    if (end + own.length > ofUnit.length) {
      const larger = new Int32Array(2 * (end + own.length));
      larger.set(ofUnit);
      ofUnit = larger;
    }
    const start = end;
    for (const feature of own) {
      let id = features.get(feature);
      if (id === undefined) {
        id = features.size;
        features.set(feature, id);
        names.push(feature);
      }
      ofUnit[end] = id;
      end += 1;
    }
    if (known === undefined)
      learned.set(
        unit,
        [...ofUnit.subarray(start, end)].map((id) => names[id] ?? ''),
      );
    unitStarts[index + 1] = end;
  });
  return { features, ofUnit: ofUnit.slice(0, end), unitStarts };
}

/** The units of every feature, in ascending order, one feature after the other. */
function invert(ofUnit: Int32Array, unitStarts: Int32Array, features: number, units: number) {
  const starts = new Int32Array(features + 1);
  for (const id of ofUnit) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const postings = new Int32Array(ofUnit.length);
  for (let unit = 0; unit < units; unit += 1) {
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      const id = ofUnit[at] ?? 0;
      const place = next[id] ?? 0;
      postings[place] = unit;
      next[id] = place + 1;
    }
  }
  return { postings, starts };
}

/** The `count` units of the highest score in one pass, best first; ties in the order of the units. */
function best(units: readonly number[], count: number, scoreOf: (unit: number) => number): Hit[] {
  const found: Hit[] = [];
  for (const unit of units) {
    const likeness = scoreOf(unit);
    const worst = found[found.length - 1];
    if (found.length === count && worst !== undefined && !isBefore(unit, likeness, worst)) continue;
    if (found.length === count) found.pop();
    let place = found.length;
    for (let hit = found[place - 1]; hit !== undefined && isBefore(unit, likeness, hit); hit = found[place - 1])
      place -= 1;
    found.splice(place, 0, { unit, likeness });
  }
  return found;
}

function isBefore(unit: number, likeness: number, hit: Hit): boolean {
  return likeness > hit.likeness || (likeness === hit.likeness && unit < hit.unit);
}
