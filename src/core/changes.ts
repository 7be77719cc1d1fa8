// What a change did to the units of a project: the same answer from git and from an API.

import { distance } from './distance.ts';
import { assignBest, likenessCandidates, lineBag, type Pairing } from './likeness.ts';
import { pairFiles } from './renames.ts';
import { compareText } from './text-order.ts';
import { sameTokens, type Tokenizer } from './tokens.ts';
import { bodyOf, CONSTRUCTOR_NAME, displayName, type MethodId, type MethodUnit, type ParsedSource } from './unit.ts';

/** `renamed`: another name or other parameters. `moved`: the same signature in another type or file. */
export type Change = 'added' | 'modified' | 'renamed' | 'moved';

export interface PlacedUnit {
  readonly unit: MethodUnit;
  readonly source: ParsedSource;
}

export interface UnitChange {
  readonly change: Change;
  readonly current: PlacedUnit;
  /** `null` for an added unit. */
  readonly previous: PlacedUnit | null;
}

export interface ChangeSet {
  /** Units whose code changed, to be regenerated; sorted by id. */
  readonly changed: readonly UnitChange[];
  /** Units of which white space or comments alone changed. */
  readonly cosmetic: readonly UnitChange[];
  /** Units that moved to another type or file and kept their code. */
  readonly movedOnly: readonly UnitChange[];
  readonly deleted: readonly PlacedUnit[];
}

/** Least body similarity at which two units are one, from the surest sign to the weakest. */
const LEAST_SIMILARITY = {
  /** Same type, same name, other parameters. */
  otherParameters: 0.3,
  /** Same name elsewhere; in another file the body has to be more than a getter's, and a constructor has no name. */
  sameName: 0.5,
  /** Another name in the same type. */
  sameType: 0.6,
  /** Nothing in common but the body, which then has to be long enough to mean something. */
  bodyAlone: 0.7,
} as const;
const TELLING_BODY_CHARACTERS = 60;
/** `{ return null; }`, `{ this.name = name; }`: what any two methods of one name may hold. */
const TRIVIAL_BODY_CHARACTERS = 30;
/** Units of one name that are compared each with each; beyond, shared lines choose the candidates. */
const COMPARED_NAMESAKES = 32;

/**
 * Matches the units of base and head: by MethodId, then through renamed files, then what is left by body similarity.
 * `base` and `head` hold the files that differ; what is in neither did not change.
 */
export function findChanges(
  base: readonly ParsedSource[],
  head: readonly ParsedSource[],
  tokenize: Tokenizer,
): ChangeSet {
  const matched: { previous: PlacedUnit; current: PlacedUnit }[] = [];
  const went: LooseUnit[] = [];
  const came: LooseUnit[] = [];

  const [baseByPath, headByPath] = [sortedByPath(base), sortedByPath(head)];
  const pairs = pairFiles(baseByPath, headByPath);
  const pairedBefore = new Set(pairs.map((pair) => pair.before));
  const pairedAfter = new Set(pairs.map((pair) => pair.after));
  for (const { before, after } of pairs) {
    const place = `${before.path}\n${after.path}`;
    const sameFile = before.path === after.path;
    const keyOf = (id: MethodId) => (sameFile ? id : displayName(id));
    const beforeByKey = new Map(before.units.map((unit) => [keyOf(unit.id), unit]));
    for (const unit of after.units) {
      const previous = beforeByKey.get(keyOf(unit.id));
      if (previous === undefined) came.push({ unit, source: after, place });
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

/** Where several files are equally good, position decides: it must not depend on who lists them. */
function sortedByPath(sources: readonly ParsedSource[]): ParsedSource[] {
  return [...sources].sort((a, b) => compareText(a.path, b.path));
}

/** A unit that found no namesake; `place` is the file, before and after, that it could have stayed in. */
interface LooseUnit extends PlacedUnit {
  readonly place: string;
}

function loose(source: ParsedSource): LooseUnit[] {
  return source.units.map((unit) => ({ unit, source, place: source.path }));
}

function classify(
  matched: readonly { previous: PlacedUnit; current: PlacedUnit }[],
  deleted: readonly PlacedUnit[],
  added: readonly PlacedUnit[],
  tokenize: Tokenizer,
): ChangeSet {
  const changed: UnitChange[] = added.map((current) => ({ change: 'added', current, previous: null }));
  const cosmetic: UnitChange[] = [];
  const movedOnly: UnitChange[] = [];
  for (const { previous, current } of matched) {
    const before = bodyOf(previous.source, previous.unit);
    const after = bodyOf(current.source, current.unit);
    const change = changeOf(previous.unit, current.unit);
    if (change === 'modified' && before === after) continue;
    const entry: UnitChange = { change, current, previous };
    if (change === 'renamed' || !sameTokens(tokenize, before, after)) changed.push(entry);
    else if (change === 'moved') movedOnly.push(entry);
    else cosmetic.push(entry);
  }
  const byId = (a: UnitChange, b: UnitChange) => compareText(a.current.unit.id, b.current.unit.id);
  return {
    changed: changed.sort(byId),
    cosmetic: cosmetic.sort(byId),
    movedOnly: movedOnly.sort(byId),
    deleted: [...deleted].sort((a, b) => compareText(a.unit.id, b.unit.id)),
  };
}

function changeOf(before: MethodUnit, after: MethodUnit): 'modified' | 'renamed' | 'moved' {
  if (before.id === after.id) return 'modified';
  return signature(before) === signature(after) ? 'moved' : 'renamed';
}

function signature(unit: MethodUnit): string {
  return `${unit.name}(${unit.parameters.map((parameter) => parameter.type).join(',')})`;
}

function matchByBody(
  went: readonly LooseUnit[],
  came: readonly LooseUnit[],
): { pairs: { previous: PlacedUnit; current: PlacedUnit }[]; deleted: PlacedUnit[]; added: PlacedUnit[] } {
  const assigned = assignBest(bodyPairings(went, came), (pairing) => kinship(went, came, pairing));
  const pairs: { previous: PlacedUnit; current: PlacedUnit }[] = [];
  const matchedBefore = new Set<number>();
  const matchedAfter = new Set<number>();
  for (const { before, after } of assigned) {
    const [previous, current] = [went[before], came[after]];
    if (previous === undefined || current === undefined) continue;
    pairs.push({ previous, current });
    matchedBefore.add(before);
    matchedAfter.add(after);
  }
  return {
    pairs,
    deleted: went.filter((_, index) => !matchedBefore.has(index)),
    added: came.filter((_, index) => !matchedAfter.has(index)),
  };
}

/** Every pair of units that could be one, with the similarity of their bodies; too unlike ones are left out. */
function bodyPairings(went: readonly LooseUnit[], came: readonly LooseUnit[]): Pairing[] {
  const pairings: Pairing[] = [];
  const seen = new Set<number>();
  const consider = (before: number, after: number) => {
    const key = before * came.length + after;
    if (seen.has(key)) return;
    seen.add(key);
    const [previous, current] = [went[before], came[after]];
    if (previous === undefined || current === undefined) return;
    const likeness = bodyLikeness(previous, current);
    if (likeness >= leastSimilarity(previous, current)) pairings.push({ before, after, likeness });
  };
  for (const near of [
    (unit: LooseUnit) => unit.unit.name,
    (unit: LooseUnit) => unit.place,
    (unit: LooseUnit) => bodyOf(unit.source, unit.unit),
  ]) {
    const groups = indexBy(went, near);
    for (const [after, unit] of came.entries()) {
      const group = groups.get(near(unit)) ?? [];
      if (group.length <= COMPARED_NAMESAKES) for (const before of group) consider(before, after);
    }
  }
  const bags = (units: readonly LooseUnit[]) => units.map(({ unit, source }) => lineBag(bodyOf(source, unit)));
  for (const { before, after } of likenessCandidates(bags(went), bags(came))) consider(before, after);
  return pairings;
}

function leastSimilarity(previous: LooseUnit, current: LooseUnit): number {
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

/** Of equally like bodies, the one that stayed nearest. */
function kinship(went: readonly LooseUnit[], came: readonly LooseUnit[], { before, after }: Pairing): number {
  const [previous, current] = [went[before], came[after]];
  if (previous === undefined || current === undefined) return 0;
  return (
    (previous.unit.name === current.unit.name ? 4 : 0) +
    (previous.place === current.place ? 2 : 0) +
    (previous.unit.typeName === current.unit.typeName ? 1 : 0)
  );
}

function bodyLikeness(previous: PlacedUnit, current: PlacedUnit): number {
  const [before, after] = [comparedBody(previous), comparedBody(current)];
  return 1 - distance(before, after) / Math.max(before.length, after.length);
}

/** A body with its white space collapsed, so that another indentation does not count. */
function comparedBody({ source, unit }: PlacedUnit): string {
  return bodyOf(source, unit).replace(/\s+/g, ' ');
}

function indexBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [index]);
    else group.push(index);
  }
  return groups;
}
