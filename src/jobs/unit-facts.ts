// What the ledger remembers of the units that count in a source.

import { createHash } from 'node:crypto';
import type { UnitFacts } from '../core/ledger.ts';
import { isEmptyBody, isGeneratedText, pathScope } from '../core/scope.ts';
import { significant } from '../core/tokens.ts';
import { bodyOf, type MethodUnit, type ParsedSource } from '../core/unit.ts';
import type { Language } from '../ports.ts';

/** A unit that counts, where it stands, and its facts. */
export interface FactsInPlace {
  readonly facts: UnitFacts;
  readonly unit: MethodUnit;
  readonly source: ParsedSource;
  readonly language: Language;
}

/** The units of a main source; none for a test, a generated or a vendored file, and none without a body to write again. */
export function unitsThatCount(source: ParsedSource, language: Language): FactsInPlace[] {
  if (pathScope(source.path) !== null || isGeneratedText(source.text)) return [];
  return source.units
    .filter((unit) => !isEmptyBody(language.tokenize, bodyOf(source, unit)))
    .map((unit) => ({ facts: factsOf(source, unit, language), unit, source, language }));
}

/** What a ledger remembers of one unit. */
export function factsOf(source: ParsedSource, unit: MethodUnit, { tokenize }: Language): UnitFacts {
  const body = bodyOf(source, unit);
  const { id, path, kind, name, parameters, returnType, modifiers, throws, javadoc } = unit;
  return {
    id,
    path,
    text: hashOf([body]),
    header: hashOf([kind, name, returnType, javadoc, parameters, modifiers, throws]),
    code: hashOf(significant(tokenize(body)).map(({ text }) => text)),
    length: body.length,
  };
}

/** 72 bits: two of 100,000 bodies share one by chance once in 10¹² ledgers. */
const HASH_CHARACTERS = 12;

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, HASH_CHARACTERS);
}
