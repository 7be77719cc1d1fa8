// What the file around the erased body shows: its types, its other methods, and what waits to be used.

import { indentAt, type LineEnd, lineEndOf } from '../../core/layout.ts';
import type { Stub } from '../../core/stub.ts';
import type { Token } from '../../core/tokens.ts';
import { bodyOf, type MethodId, type MethodUnit, type ParsedSource } from '../../core/unit.ts';
import type { Language } from '../../ports.ts';
import { type KnownUnit, type TypeFacts, typesOf, type UnitFacts, unitFacts } from './memory.ts';
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

interface Seen {
  readonly erased: Stub['erased'];
  readonly language: Language;
  readonly file: VisibleFile;
}

const seen = new WeakMap<ParsedSource, Seen>();

/** The stubs of a recreation share their source and what is erased in it; so do two models that are asked the same. */
export function visibleFile({ source, erased }: Stub, language: Language): VisibleFile {
  const known = seen.get(source);
  if (known?.erased === erased && known.language === language) return known.file;
  const file = look(source, erased, language);
  seen.set(source, { erased, language, file });
  return file;
}

function look(source: ParsedSource, erased: Stub['erased'], language: Language): VisibleFile {
  const typeNamed = typesOf(source);
  const tokens = language.tokenize(source.text);
  const identifierCounts = countIdentifiers(tokens);
  let headers: readonly UnitFacts[] | undefined;
  return {
    lineEnd: lineEndOf(source.text),
    typeNamed,
    get headers() {
      headers ??= source.units.map((unit) => unitFacts(unit, typeNamed(unit.typeName)));
      return headers;
    },
    known: visibleUnits(source, erased, typeNamed),
    erasedCount: erased.size,
    identifierCounts,
    unused: unusedNames(source, tokens, identifierCounts),
  };
}

interface Shown {
  readonly parameters: MethodUnit['parameters'];
  readonly known: KnownUnit;
}

/** By the types of their file, an array that all stubs of one parsed file share. */
const shown = new WeakMap<ParsedSource['types'], Map<MethodId, Shown>>();

/** Stub after stub of the same file shows the same units: each stays one object, and with it what is found out about it. */
function visibleUnits(
  source: ParsedSource,
  erased: Stub['erased'],
  typeNamed: (name: string) => TypeFacts,
): readonly KnownUnit[] {
  const before = shown.get(source.types) ?? new Map<MethodId, Shown>();
  shown.set(source.types, before);
  return source.units.flatMap((unit) => {
    if (erased.has(unit.id)) return [];
    const type = typeNamed(unit.typeName);
    const indent = indentAt(source.text, unit.declaration.start);
    const body = bodyOf(source, unit);
    const last = before.get(unit.id);
    const isSame = last?.parameters === unit.parameters && last.known.type.lineEnd === type.lineEnd;
    if (isSame && last.known.body === body && last.known.indent === indent) return [last.known];
    const known: KnownUnit = { ...unitFacts(unit, type), indent, body };
    before.set(unit.id, { parameters: unit.parameters, known });
    return [known];
  });
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
