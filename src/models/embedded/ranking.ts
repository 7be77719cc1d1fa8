// Which adapted body is most likely the erased one.

import type { AdaptedBody } from './adaptation.ts';
import { simpleName } from './identifiers.ts';
import type { Query } from './query.ts';

/** What one of each observation adds to the plausibility of a body; found on Mockito 2017–22 (`bench/model.ts`). */
const WEIGHTS = {
  likeness: 1,
  unusedShare: 0.35,
  unusedCount: 0.15,
  unresolved: -0.3,
  unknown: -0.004,
  returnFits: 0.07,
  constructorFits: 0.05,
  parametersUsed: 0.02,
  sameUnit: 1,
  longerOverload: -0.1,
  visible: -0.03,
  vanished: 0,
  superseded: 0,
  delegate: 0,
  sameName: 0,
  sameType: 0,
  duplicate: 0,
  logLength: 0,
  unknownShare: 0,
  paramsUnused: 0,
  unknownCalls: 0,
  memberOfVanished: 0,
} as const;

/** More unused names than this add nothing. */
const MOST_UNUSED = 4;

export type Observations = Readonly<Record<keyof typeof WEIGHTS, number>>;

export interface Surroundings {
  /** The names that the query's place can use without a dot: own, outer and inherited fields, and parameters. */
  readonly scope: ReadonlySet<string>;
  /** `ln(1 + (N − df + ½) / (df + ½))` of an identifier over the N files of the project. */
  readonly rarity: (identifier: string) => number;
}

/** The weighted sum of what is observed, about 0 to 2.5; only its order and its differences mean something. */
export function plausibility(observations: Observations): number {
  let sum = 0;
  for (const [name, weight] of WEIGHT_LIST) sum += weight * observations[name];
  return sum;
}

const WEIGHT_LIST = Object.entries(WEIGHTS) as [keyof typeof WEIGHTS, number][];

export function observe({ candidate, facts, tokens }: AdaptedBody, query: Query, surroundings: Surroundings): Observations {
  const { scope, rarity } = surroundings;
  const { file, unit } = query;
  let used = 0;
  for (const name of file.unused) if (facts.identifiers.has(name)) used += 1;
  let unresolved = 0;
  for (const { name } of candidate.unit.type.fields) {
    if (facts.variables.has(name) && !facts.locals.has(name) && !scope.has(name)) unresolved += 1;
  }
  let unknown = 0, unk = 0;
  for (const name of facts.identifiers) {
    if (!file.identifierCounts.has(name) && !facts.locals.has(name)) { unknown += rarity(name); unk++; }
  }
  const parameters = unit.parameters.length;
  const parametersUsed = unit.parameters.filter(({ name }) => facts.identifiers.has(name)).length;
  const returnsValue = unit.kind === 'method' && unit.returnType !== 'void';
  const own = candidate.unit;
  const sameType = own.type.name === unit.type.name && own.type.packageName === unit.type.packageName;
  return {
    likeness: candidate.likeness,
    unusedShare: file.unused.size === 0 ? 0 : used / file.unused.size / file.erasedCount,
    unusedCount: Math.min(used, MOST_UNUSED) / file.erasedCount,
    unresolved,
    unknown,
    returnFits: Number(returnsValue === facts.returnsValue),
    constructorFits: Number((own.kind === 'method') === (unit.kind === 'method')),
    parametersUsed: parameters === 0 ? 1 : parametersUsed / parameters,
    sameUnit: Number(candidate.sameUnit),
    longerOverload: Number(
      candidate.origin !== 'delegate' && own.name === unit.name &&
        own.parameters.length > unit.parameters.length &&
        simpleName(own.type.name) === simpleName(unit.type.name),
    ),
    visible: Number(candidate.origin === 'visible'),
    vanished: Number(candidate.origin === 'remembered' && !candidate.sameUnit && sameType && !file.ids.has(own.id)),
    superseded: Number(candidate.superseded),
    delegate: Number(candidate.origin === 'delegate'),
    sameName: Number(candidate.origin !== 'delegate' && own.name === unit.name),
    sameType: Number(candidate.origin !== 'delegate' && sameType),
    duplicate: 0,
    logLength: Math.log(tokens.length),
    unknownShare: facts.identifiers.size === 0 ? 0 : unk / facts.identifiers.size,
    paramsUnused: parameters - parametersUsed,
    unknownCalls: 0,
    memberOfVanished: 0,
  };
}
