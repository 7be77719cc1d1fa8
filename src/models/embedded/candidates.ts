// Which known bodies could be the erased one.

import type { Token } from '../../core/tokens.ts';
import type { MethodId } from '../../core/unit.ts';
import { displayName } from '../../core/unit.ts';
import { conventionalStatements } from './conventions.ts';
import { delegatesOf } from './delegates.ts';
import type { KnownUnit, ProjectMemory } from './memory.ts';
import { type Query, writtenBody } from './query.ts';
import { likeness, type RetrievalIndex } from './retrieval.ts';

/** How many remembered units a header calls up. */
const REMEMBERED_CANDIDATES = 24;
/** What a conventional body counts as; it has no header of its own to compare. */
const CONVENTION_LIKENESS = 0.75;

/** Where a body comes from; the first is preferred when all else is equal. */
export const ORIGINS = ['remembered', 'visible', 'delegate', 'convention'] as const;

export interface Candidate {
  readonly unit: KnownUnit;
  readonly origin: (typeof ORIGINS)[number];
  /** Likeness of its header and the query's, in [0, 1]. */
  readonly likeness: number;
  /** Whether it is what the memory holds of the very unit to write. */
  readonly sameUnit: boolean;
}

/** Whether its body was written for the query instead of found somewhere. */
export function isWritten({ origin }: Candidate): boolean {
  return origin === 'delegate' || origin === 'convention';
}

/** Looks up remembered units by identity. */
export interface UnitLookup {
  /** Position in the memory's units of the unit itself, also when its file moved to another module. */
  find(id: MethodId, packageName: string): number | undefined;
}

export function unitLookup({ units }: ProjectMemory): UnitLookup {
  const byId = new Map(units.map((unit, index) => [unit.id, index]));
  const byQualifiedName = new Map<string, number>();
  units.forEach((unit, index) => {
    const name = `${unit.type.packageName}#${displayName(unit.id)}`;
    if (!byQualifiedName.has(name)) byQualifiedName.set(name, index);
  });
  return {
    find: (id, packageName) => byId.get(id) ?? byQualifiedName.get(`${packageName}#${displayName(id)}`),
  };
}

/** What is remembered of the very unit to write; `null` for nothing, or when the file shows that text elsewhere. */
export function ownCandidate(
  query: Query,
  memory: ProjectMemory,
  index: RetrievalIndex,
  lookup: UnitLookup,
): Candidate | null {
  const own = lookup.find(query.unit.id, query.unit.type.packageName);
  const unit = own === undefined ? undefined : memory.units[own];
  if (own === undefined || unit === undefined) return null;
  if (query.file.known.findLast(({ id }) => id === unit.id)?.body === unit.body) return null;
  return { unit, origin: 'remembered', likeness: index.likenessTo(query.header, own), sameUnit: true };
}

/**
 * The most alike remembered units, the unit itself, every visible unit of the file, delegates to overloads, and what
 * convention says. Where the file shows another body than the one remembered, both are candidates.
 */
export function candidatesFor(
  query: Query,
  memory: ProjectMemory,
  index: RetrievalIndex,
  lookup: UnitLookup,
  tokensOf: (body: string) => readonly Token[],
): Candidate[] {
  const visible = new Map(query.file.known.map((unit) => [unit.id, unit]));
  const own = lookup.find(query.unit.id, query.unit.type.packageName);
  const hits = index.nearest(query.header, REMEMBERED_CANDIDATES);
  if (own !== undefined && hits.every((hit) => hit.unit !== own)) {
    hits.push({ unit: own, likeness: index.likenessTo(query.header, own) });
  }
  const remembered = hits.flatMap((hit): Candidate[] => {
    const unit = memory.units[hit.unit];
    if (unit === undefined) return [];
    const current = visible.get(unit.id);
    // The same text twice is one candidate: the visible one.
    if (current !== undefined && current.body === unit.body) return [];
    return [{ unit, origin: 'remembered', likeness: hit.likeness, sameUnit: hit.unit === own }];
  });
  const visibleUnits = query.file.known.map((unit): Candidate => {
    const alike = likeness(query.header, index.weigh(unit));
    return { unit, origin: 'visible', likeness: alike, sameUnit: false };
  });
  const delegates = delegatesOf(query, tokensOf).map(({ overload, body }): Candidate => {
    const alike = likeness(query.header, index.weigh(overload));
    return written(query, body, 'delegate', alike);
  });
  const statements = conventionalStatements(query.unit);
  const conventions =
    statements === null ? [] : [written(query, writtenBody(statements, query), 'convention', CONVENTION_LIKENESS)];
  return [...remembered, ...visibleUnits, ...delegates, ...conventions];
}

/** A body that was written for the query's own header. */
function written(query: Query, body: string, origin: 'delegate' | 'convention', alike: number): Candidate {
  const unit: KnownUnit = { ...query.unit, indent: query.layout.indent, body };
  return { unit, origin, likeness: alike, sameUnit: false };
}
