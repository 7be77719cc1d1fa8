// What the file around the erased body shows: its types, its other methods, and what waits to be used.

import { type LineEnd, lineEndOf } from '../../core/layout.ts';
import type { Stub } from '../../core/stub.ts';
import type { Token } from '../../core/tokens.ts';
import type { ParsedSource } from '../../core/unit.ts';
import type { Language } from '../../ports.ts';
import { type KnownUnit, knownUnits, type TypeFacts, typesOf, type UnitFacts, unitFacts } from './memory.ts';
import { identifiersIn } from './sub-tokens.ts';

export interface VisibleFile {
  readonly lineEnd: LineEnd;
  readonly typeNamed: (name: string) => TypeFacts;
  /** Every unit, erased or not. */
  readonly headers: readonly UnitFacts[];
  /** The units whose bodies stand in the file. */
  readonly known: readonly KnownUnit[];
  readonly erasedCount: number;
  /** How often each identifier stands in the code; comments do not count. */
  readonly identifierCounts: ReadonlyMap<string, number>;
  /** Imports, fields and private methods that only their declaration names: an erased body has to use them. */
  readonly unused: ReadonlySet<string>;
}

export function visibleFile({ source, erased }: Stub, language: Language): VisibleFile {
  const typeNamed = typesOf(source);
  const tokens = language.tokenize(source.text);
  const identifierCounts = countIdentifiers(tokens);
  return {
    lineEnd: lineEndOf(source.text),
    typeNamed,
    headers: source.units.map((unit) => unitFacts(unit, typeNamed(unit.typeName))),
    known: knownUnits(source).filter((unit) => !erased.has(unit.id)),
    erasedCount: erased.size,
    identifierCounts,
    unused: unusedNames(source, tokens, identifierCounts),
  };
}

function countIdentifiers(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, text } of tokens) {
    if (kind === 'identifier') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function unusedNames(source: ParsedSource, tokens: readonly Token[], counts: ReadonlyMap<string, number>): Set<string> {
  const inComments = new Set<string>();
  for (const { kind, text } of tokens) {
    if (kind === 'comment') for (const name of identifiersIn(text)) inComments.add(name);
  }
  const declared: string[] = [];
  for (const imported of source.imports) {
    const name = imported.slice(imported.lastIndexOf('.') + 1);
    // An import may serve a javadoc link only.
    if (!inComments.has(name)) declared.push(name);
  }
  for (const type of source.types) {
    if (type.kind !== 'class' && type.kind !== 'anonymous') continue;
    for (const field of type.fields) declared.push(field.name);
  }
  for (const unit of source.units) {
    if (unit.kind === 'method' && unit.modifiers.includes('private')) declared.push(unit.name);
  }
  return new Set(declared.filter((name) => counts.get(name) === 1));
}
