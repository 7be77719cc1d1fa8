// Which adapted body is most likely the erased one.

import type { AdaptedBody } from './adaptation.ts';
import { simpleName } from './identifiers.ts';
import type { Query } from './query.ts';

/** What each observation adds to the likeness of the headers; found on Mockito 2017–22 (`bench/model.ts`). */
const WEIGHTS = {
  unusedShare: 0.35,
  unusedCount: 0.15,
  unusedCountMost: 0.6,
  unresolved: -0.3,
  unknown: -0.004,
  returnFits: 0.07,
  constructorFits: 0.05,
  parametersUsed: 0.02,
  sameUnit: 1,
  longerOverload: -0.1,
  visible: -0.03,
} as const;

export interface Surroundings {
  /** The names that the query's place can use without a dot: own, outer and inherited fields, and parameters. */
  readonly scope: ReadonlySet<string>;
  /** `ln(1 + (N − df + ½) / (df + ½))` of an identifier over the N files of the project. */
  readonly rarity: (identifier: string) => number;
}

/** The plausibility of a body, about 0 to 2.5; only its order and its differences mean something. */
export function plausibility(body: AdaptedBody, query: Query, { scope, rarity }: Surroundings): number {
  const { candidate, facts } = body;
  const { file, unit } = query;
  let used = 0;
  for (const name of file.unused) if (facts.identifiers.has(name)) used += 1;
  const unusedShare = file.unused.size === 0 ? 0 : used / file.unused.size;
  const needed = WEIGHTS.unusedShare * unusedShare + Math.min(WEIGHTS.unusedCountMost, WEIGHTS.unusedCount * used);
  let unresolved = 0;
  for (const { name } of candidate.unit.type.fields) {
    if (facts.variables.has(name) && !facts.locals.has(name) && !scope.has(name)) unresolved += 1;
  }
  let unknown = 0;
  for (const name of facts.identifiers) {
    if (!file.identifierCounts.has(name) && !facts.locals.has(name)) unknown += rarity(name);
  }
  const parameters = unit.parameters.length;
  const parametersUsed = unit.parameters.filter(({ name }) => facts.identifiers.has(name)).length;
  const returnsValue = unit.kind === 'method' && unit.returnType !== 'void';
  return (
    candidate.likeness +
    needed / file.erasedCount +
    WEIGHTS.unresolved * unresolved +
    WEIGHTS.unknown * unknown +
    (returnsValue === facts.returnsValue ? WEIGHTS.returnFits : 0) +
    ((candidate.unit.kind === 'method') === (unit.kind === 'method') ? WEIGHTS.constructorFits : 0) +
    WEIGHTS.parametersUsed * (parameters === 0 ? 1 : parametersUsed / parameters) +
    (candidate.sameUnit ? WEIGHTS.sameUnit : 0) +
    (isLongerOverload(body, query) ? WEIGHTS.longerOverload : 0) +
    (candidate.origin === 'visible' ? WEIGHTS.visible : 0)
  );
}

function isLongerOverload({ candidate }: AdaptedBody, { unit }: Query): boolean {
  return (
    candidate.unit.name === unit.name &&
    candidate.unit.parameters.length > unit.parameters.length &&
    simpleName(candidate.unit.type.name) === simpleName(unit.type.name)
  );
}
