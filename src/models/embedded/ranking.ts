// Which adapted body is most likely the erased one.

import type { AdaptedBody } from './adaptation.ts';
import { isWritten } from './candidates.ts';
import { simpleName } from './identifiers.ts';
import type { Query } from './query.ts';

/**
 * What one of each observation adds to the plausibility of a body. Found on Mockito 2017–22 (`bench/model.ts
 * --tuning`), where all of them lie on a plateau: half or twice as much changes the result by less than its interval.
 */
const WEIGHTS = {
  likeness: 1,
  /** Outweighs everything else together: what is remembered of a unit is what the model has to say about it. */
  sameUnit: 1,
  unusedShare: 0.35,
  unusedCount: 0.15,
  fieldUsed: 0.09,
  parametersUsed: 0.12,
  returnFits: 0.07,
  constructorFits: 0.05,
  unresolved: -0.3,
  unknown: -0.004,
  longerOverload: -0.1,
  visible: -0.03,
  empty: -0.2,
} as const;

type Observations = Readonly<Record<keyof typeof WEIGHTS, number>>;

const WEIGHT_LIST = Object.entries(WEIGHTS) as [keyof typeof WEIGHTS, number][];

/** More unused names than this add nothing. */
const MOST_UNUSED = 4;

export interface Surroundings {
  /** The names that the query's place can use without a dot: own, outer and inherited fields, and parameters. */
  readonly scope: ReadonlySet<string>;
  /** `ln(1 + (N − df + ½) / (df + ½))` of an identifier over the N files of the project. */
  readonly rarity: (identifier: string) => number;
}

/** The weighted sum of what is observed, about 0 to 2.5; only its order and its differences mean something. */
export function plausibility(body: AdaptedBody, query: Query, surroundings: Surroundings): number {
  const observations = observe(body, query, surroundings);
  return WEIGHT_LIST.reduce((sum, [name, weight]) => sum + weight * observations[name], 0);
}

/**
 * The most that a body can gain over its likeness and its being the same unit, whatever it says: what is not found out
 * yet is never above `likeness + sameUnit` and this.
 */
export function mostAdded({ file }: Query): number {
  const unused = Math.min(file.unused.size, MOST_UNUSED);
  return (
    (WEIGHTS.unusedShare * Math.sign(unused) + WEIGHTS.unusedCount * unused) / file.erasedCount +
    WEIGHTS.fieldUsed +
    WEIGHTS.parametersUsed +
    WEIGHTS.returnFits +
    WEIGHTS.constructorFits +
    ROUNDING_NOISE
  );
}

/** Sums of floating point numbers go astray by less. */
const ROUNDING_NOISE = 1e-9;

function observe(body: AdaptedBody, query: Query, { scope, rarity }: Surroundings): Observations {
  const { candidate, facts } = body;
  const { file, unit } = query;
  const used = count(file.unused, (name) => facts.identifiers.has(name));
  const parametersUsed = count(unit.parameters, ({ name }) => facts.identifiers.has(name));
  const returnsValue = unit.kind === 'method' && unit.returnType !== 'void';
  return {
    likeness: candidate.likeness,
    sameUnit: Number(candidate.sameUnit),
    // Each erased body of the file may be the one that uses a name, so what one use is worth is shared among them.
    unusedShare: used / Math.max(1, file.unused.size) / file.erasedCount,
    unusedCount: Math.min(used, MOST_UNUSED) / file.erasedCount,
    fieldUsed: Number(unit.type.fields.some(({ name }) => facts.variables.has(name))),
    parametersUsed: unit.parameters.length === 0 ? 1 : parametersUsed / unit.parameters.length,
    returnFits: Number(returnsValue === facts.returnsValue),
    constructorFits: Number((candidate.unit.kind === 'method') === (unit.kind === 'method')),
    unresolved: count(
      candidate.unit.type.fields,
      ({ name }) => facts.variables.has(name) && !facts.locals.has(name) && !scope.has(name),
    ),
    unknown: unknownRarity(body, query, rarity),
    longerOverload: Number(isLongerOverload(body, query)),
    visible: Number(candidate.origin === 'visible'),
    empty: Number(facts.isEmpty),
  };
}

function count<T>(items: Iterable<T>, holds: (item: T) => boolean): number {
  let found = 0;
  for (const item of items) if (holds(item)) found += 1;
  return found;
}

/** The summed rarity of the identifiers that the visible file does not mention and the body does not declare. */
function unknownRarity({ facts }: AdaptedBody, { file }: Query, rarity: Surroundings['rarity']): number {
  let sum = 0;
  for (const name of facts.identifiers) {
    if (!file.identifierCounts.has(name) && !facts.locals.has(name)) sum += rarity(name);
  }
  return sum;
}

/** An overload with more parameters does the work that the query more likely passes on. */
function isLongerOverload({ candidate }: AdaptedBody, { unit }: Query): boolean {
  return (
    !isWritten(candidate) &&
    candidate.unit.name === unit.name &&
    candidate.unit.parameters.length > unit.parameters.length &&
    simpleName(candidate.unit.type.name) === simpleName(unit.type.name)
  );
}
