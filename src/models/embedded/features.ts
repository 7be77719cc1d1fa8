// What two headers can have in common, and how much each of it says about their bodies.

import type { UnitFacts } from './memory.ts';
import { identifiersIn, subTokens } from './sub-tokens.ts';

/** Weights of the kinds of features; found on Mockito 2017–22 (`bench/model.ts`). */
const WEIGHTS = {
  nameWord: 3,
  name: 3,
  parameterType: 1.2,
  parameterTypeIdentifier: 0.6,
  parameterName: 1,
  returnType: 1,
  returnTypeIdentifier: 0.5,
  typeWord: 0.8,
  qualifiedType: 1.5,
  supertype: 0.7,
  javadocWord: 0.5,
  modifier: 0.2,
  parameterCount: 0.5,
  thrown: 0.6,
} as const;

type FeatureKind = keyof typeof WEIGHTS;

const KINDS = Object.keys(WEIGHTS) as FeatureKind[];
const CODE_OF_KIND = Object.fromEntries(KINDS.map((kind, index) => [kind, String.fromCharCode(33 + index)])) as Record<
  FeatureKind,
  string
>;
const WEIGHT_OF_CODE = new Map(KINDS.map((kind) => [CODE_OF_KIND[kind].charCodeAt(0), WEIGHTS[kind]]));

/** A kind and a value in one string, so that features can be keys. */
export type Feature = string;

/** The weight of a feature before its rarity comes in. */
export function weightOf(feature: Feature): number {
  return WEIGHT_OF_CODE.get(feature.charCodeAt(0)) ?? 0;
}

/** The distinct features of a header. */
export function featuresOf(unit: UnitFacts): Set<Feature> {
  const features = new Set<Feature>();
  const add = (kind: FeatureKind, values: Iterable<string>) => {
    for (const value of values) features.add(CODE_OF_KIND[kind] + value);
  };
  add('nameWord', lowerCaseWords(unit.name));
  add('name', [unit.name]);
  for (const { type, name } of unit.parameters) {
    add('parameterType', [type]);
    add('parameterTypeIdentifier', identifiersIn(type));
    add('parameterName', [name]);
  }
  add('returnType', [unit.returnType]);
  add('returnTypeIdentifier', identifiersIn(unit.returnType));
  add('typeWord', lowerCaseWords(unit.type.name));
  add('qualifiedType', [qualifiedType(unit)]);
  for (const supertype of unit.type.supertypes) add('supertype', identifiersIn(supertype));
  add('javadocWord', unit.javadocWords);
  add('modifier', unit.modifiers);
  add('parameterCount', [String(unit.parameters.length)]);
  for (const thrown of unit.throws) add('thrown', identifiersIn(thrown));
  return features;
}

function qualifiedType(unit: UnitFacts): string {
  return `${unit.type.packageName}.${unit.type.name}`;
}

function lowerCaseWords(name: string): string[] {
  return subTokens(name).map((word) => word.toLowerCase());
}
