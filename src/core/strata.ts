// Sampling a codebase: strata of neighbouring files and like sizes, and in each the same share drawn by lot.

import { randomOf } from './random.ts';
import { compareText } from './text-order.ts';
import type { MethodId } from './unit.ts';

export interface SampleRequest {
  /** How many units to score, at least 1. */
  readonly size: number;
  /** Another seed draws other units; the same one always the same. */
  readonly seed: number;
}

/** What sampling needs to know of a unit. */
export interface SampledUnit {
  readonly id: MethodId;
  readonly path: string;
  /** Of the body, in UTF-16 code units. */
  readonly length: number;
}

export interface Strata {
  readonly count: number;
  readonly stratumOf: ReadonlyMap<MethodId, number>;
  readonly drawn: ReadonlySet<MethodId>;
}

/** Fewer drawn units in a stratum would leave its spread to chance. */
const LEAST_DRAWN = 4;
const SIZE_CLASSES = 4;
/** Beyond, a ledger's summary would grow more than an estimate gains. */
const MOST_BLOCKS = 16;

/** Everything in one stratum, all of it drawn. */
export function census(units: readonly SampledUnit[]): Strata {
  const ids = units.map(({ id }) => id);
  return { count: 1, stratumOf: new Map(ids.map((id) => [id, 0])), drawn: new Set(ids) };
}

/**
 * Draws a stratified sample without replacement. Files in the order of their paths form blocks of like numbers of units;
 * in a block, units form classes by the length of their bodies. Each stratum gives its share of `size`, by largest
 * remainders, and no less than two where it has them; so a few more than `size` may be drawn.
 */
export function drawSample(units: readonly SampledUnit[], { size, seed }: SampleRequest): Strata {
  if (size >= units.length) return census(units);
  const groups = stratify(units, size);
  const quotas = allocate(
    groups.map(({ length }) => length),
    size,
  );
  const stratumOf = new Map<MethodId, number>();
  const drawn = new Set<MethodId>();
  for (const [stratum, members] of groups.entries()) {
    for (const { id } of members) stratumOf.set(id, stratum);
    const lots = members.map(({ id }) => ({ id, lot: randomOf(seed, id) }));
    lots.sort((a, b) => a.lot - b.lot || compareText(a.id, b.id));
    for (const { id } of lots.slice(0, quotas[stratum])) drawn.add(id);
  }
  return { count: groups.length, stratumOf, drawn };
}

function stratify(units: readonly SampledUnit[], size: number): SampledUnit[][] {
  const affordable = Math.max(1, Math.floor(size / LEAST_DRAWN));
  const classes = Math.min(SIZE_CLASSES, affordable);
  const blocks = Math.min(MOST_BLOCKS, Math.max(1, Math.floor(affordable / classes)));
  const byPlace = [...units].sort((a, b) => compareText(a.path, b.path) || compareText(a.id, b.id));
  return evenParts(byPlace, blocks).flatMap((block) =>
    evenParts(
      block.sort((a, b) => a.length - b.length || compareText(a.id, b.id)),
      classes,
    ),
  );
}

/** Consecutive parts whose lengths differ by one at most; none is empty. */
function evenParts<T>(items: readonly T[], parts: number): T[][] {
  const bounds = Array.from({ length: parts + 1 }, (_, part) => Math.round((part * items.length) / parts));
  return bounds
    .slice(1)
    .map((end, part) => items.slice(bounds[part], end))
    .filter(({ length }) => length > 0);
}

function allocate(populations: readonly number[], size: number): number[] {
  const all = populations.reduce((sum, population) => sum + population, 0);
  const exact = populations.map((population) => (size * population) / all);
  const quotas = exact.map(Math.floor);
  let left = size - quotas.reduce((sum, quota) => sum + quota, 0);
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(exact[b]) - remainder(exact[a]) || a - b);
  for (const stratum of byRemainder) {
    if (left-- <= 0) break;
    quotas[stratum] = (quotas[stratum] ?? 0) + 1;
  }
  return quotas.map((quota, stratum) => Math.min(populations[stratum] ?? 0, Math.max(2, quota)));
}

function remainder(value = 0): number {
  return value - Math.floor(value);
}
