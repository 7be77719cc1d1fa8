// Which pieces of a file tell most about the body to write.

import { identifiersIn, type KnownFile } from './known-file.ts';
import type { Piece, Surroundings } from './surroundings.ts';
import { CONSTRUCTOR_NAME, type MethodUnit } from './unit.ts';
import { PLAIN_TYPES, type UnitWording } from './unit-wording.ts';

/**
 * The pieces that may be left out, the most useful first; package and imports are not among them. Use is a sum of plain
 * signs (a call of the unit, an overload, a name in its javadoc); where two are of equal use, the nearer comes first.
 */
export function rankedByUse(surroundings: Surroundings, target: MethodUnit, known: KnownFile): Piece[] {
  const { pieces, enclosing, target: text } = surroundings;
  const inFile = pieces.filter(({ kind }) => kind !== 'import' && kind !== 'package').sort((a, b) => a.start - b.start);
  const before = inFile.filter(({ start }) => start <= text.at).length;
  const asked: Asked = {
    unit: target,
    own: known.wordingOf(target),
    named: new Set([...identifiersIn(text.lead), ...known.namesIn(text.signature)]),
    known,
    innermost: enclosing.length,
  };
  return inFile
    .map((piece, index) => ({
      piece,
      use: useOf(piece, asked),
      distance: piece.start > text.at ? index - before : before - 1 - index,
    }))
    .sort((a, b) => b.use - a.use || a.distance - b.distance || a.piece.start - b.piece.start)
    .map(({ piece }) => piece);
}

interface Asked {
  readonly unit: MethodUnit;
  readonly own: UnitWording;
  /** What its javadoc and signature name. */
  readonly named: ReadonlySet<string>;
  /** The level of the type that it stands in. */
  readonly innermost: number;
  readonly known: KnownFile;
}

function useOf(piece: Piece, asked: Asked): number {
  const near = piece.level === asked.innermost ? 30 : 0;
  switch (piece.kind) {
    case 'unit':
      return near + Math.max(...piece.units.map((unit) => useOfUnit(unit, piece.whole, asked)));
    case 'group':
      return near + useOfGroup(piece, asked);
    default:
      return near + useOfField(piece, asked);
  }
}

function useOfUnit(unit: MethodUnit, text: string, { unit: target, own, named, known }: Asked): number {
  const sameType = unit.typeName === target.typeName;
  const its = known.wordingOf(unit);
  let use = 0;
  if (unit.name === target.name && sameType) use += 100;
  else if (named.has(unit.name)) use += 80;
  if (calls(text, target)) use += 60;
  if (sameType && its.property !== '' && its.property === own.property) use += 50;
  if (unit.returnType === target.returnType && !PLAIN_TYPES.has(unit.returnType)) use += 20;
  use += Math.min(20, 10 * shared(own.parameterTypes, its.types));
  use += Math.min(20, 5 * shared(own.words, its.wordSet));
  return use;
}

/** How many of the first are among the second. */
function shared(these: Iterable<string>, those: ReadonlySet<string>): number {
  let count = 0;
  for (const one of these) if (those.has(one)) count += 1;
  return count;
}

function useOfGroup({ units, whole }: Piece, { unit: target, named }: Asked): number {
  const typeName = units[0]?.typeName ?? '';
  const isNamed = typeName.split('.').some((part) => named.has(part));
  return (isNamed ? 70 : 0) + (calls(whole, target) ? 30 : 0);
}

/** Fields, constants and abstract methods: short, and the words that a body is written in. */
function useOfField({ level, whole, outline }: Piece, { own, named, innermost, known }: Asked): number {
  const isInitialiser = outline === null && whole.trimEnd().endsWith('}');
  if (isInitialiser) return 20;
  return (level === innermost ? 90 : 10) + (isMeant(known.namesIn(outline ?? whole), named, own.property) ? 50 : 0);
}

function isMeant(names: ReadonlySet<string>, named: ReadonlySet<string>, property: string): boolean {
  for (const name of names) if (named.has(name) || name.toLowerCase() === property) return true;
  return false;
}

function calls(text: string, target: MethodUnit): boolean {
  const isConstructor = target.name === CONSTRUCTOR_NAME;
  const name = isConstructor ? target.typeName.slice(target.typeName.lastIndexOf('.') + 1) : target.name;
  const call = isConstructor ? `new ${name}` : `${name}(`;
  for (let at = text.indexOf(call); at >= 0; at = text.indexOf(call, at + 1)) {
    if (isConstructor || !/[\p{ID_Continue}$]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
