// What sort of method it is, and how long: a mean that getters carry should be seen for what it is.

import type { Token } from './tokens.ts';
import { significant } from './tokens.ts';
import type { UnitHeader } from './unit.ts';

/** In the order in which reports show them. */
export const METHOD_CLASSES = ['constructor', 'accessor', 'override', 'other'] as const;
export type MethodClass = (typeof METHOD_CLASSES)[number];

/** By lines of the body, its braces included; in the order in which reports show them. */
export const SIZE_BANDS = ['up to 3 lines', '4 to 10 lines', '11 to 30 lines', 'over 30 lines'] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

/**
 * The first that fits: a constructor (compact ones too); an accessor by its tokens, whatever its name and annotations: a
 * method without parameters that returns a field, or one with a single parameter that assigns it to a field and, at most,
 * returns `this`; an override by its annotation; any other.
 */
export function methodClassOf(
  unit: Pick<UnitHeader, 'kind' | 'modifiers' | 'parameters'>,
  body: readonly Token[],
): MethodClass {
  if (unit.kind !== 'method') return 'constructor';
  if (isGetter(unit, body) || isSetter(unit, body)) return 'accessor';
  return unit.modifiers.some((modifier) => OVERRIDE.test(modifier)) ? 'override' : 'other';
}

const OVERRIDE = /^@\s*(?:java\s*\.\s*lang\s*\.\s*)?Override\b/;
const FIELD = '(?:this \\. )?(?<field>#)';
const GETTER = new RegExp(`^\\{ return ${FIELD} ; \\}$`);
const SETTER = new RegExp(`^\\{ ${FIELD} = (?<value>#) ; (?:return this ; )?\\}$`);

/** Names are written as `#`, so that a pattern can tell them from literals and keywords. */
function shapeOf(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text }) => (kind === 'identifier' ? '#' : text)).join(' ');
}

function isGetter({ parameters }: Pick<UnitHeader, 'parameters'>, body: readonly Token[]): boolean {
  return parameters.length === 0 && GETTER.test(shapeOf(significant(body)));
}

function isSetter({ parameters }: Pick<UnitHeader, 'parameters'>, body: readonly Token[]): boolean {
  const [parameter, ...others] = parameters;
  if (parameter === undefined || others.length > 0) return false;
  const tokens = significant(body);
  if (!SETTER.test(shapeOf(tokens))) return false;
  const value = tokens.filter(({ kind }) => kind === 'identifier').at(1);
  return value?.text === parameter.name;
}

/** `\r\n`, `\n` and `\r` end lines. */
export function sizeBandOf(body: string): SizeBand {
  const lines = body.split(/\r\n|\n|\r/).length;
  if (lines <= 3) return 'up to 3 lines';
  if (lines <= 10) return '4 to 10 lines';
  return lines <= 30 ? '11 to 30 lines' : 'over 30 lines';
}
