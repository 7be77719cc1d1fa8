// What the name and the types of a unit say, for comparing it with others.

import { CONSTRUCTOR_NAME, type MethodUnit } from './unit.ts';

export interface UnitWording {
  /** `getBalance`, `setBalance` and `balance` are of one property, `balance`; empty for a constructor. */
  readonly property: string;
  /** Of its name, in lower case; one that comes twice is there twice. */
  readonly words: readonly string[];
  readonly wordSet: ReadonlySet<string>;
  /** Of its parameters, plain ones aside. */
  readonly parameterTypes: ReadonlySet<string>;
  /** Of its parameters and what it returns. */
  readonly types: ReadonlySet<string>;
}

export const PLAIN_TYPES: ReadonlySet<string> = new Set([
  '',
  'void',
  'boolean',
  'int',
  'long',
  'double',
  'float',
  'String',
]);

export function wordingOf({ name, parameters, returnType }: MethodUnit): UnitWording {
  const types = parameters.map(({ type }) => type);
  const words = wordsIn(name);
  return {
    property: propertyOf(name),
    words,
    wordSet: new Set(words),
    parameterTypes: new Set(types.filter((type) => !PLAIN_TYPES.has(type))),
    types: new Set([returnType, ...types]),
  };
}

function propertyOf(name: string): string {
  if (name === CONSTRUCTOR_NAME) return '';
  return (/^(?:get|set|is|has|with|add|remove)(?=\p{Lu})(.*)$/u.exec(name)?.[1] ?? name).toLowerCase();
}

function wordsIn(name: string): string[] {
  return (name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu) ?? []).map((word) => word.toLowerCase());
}
