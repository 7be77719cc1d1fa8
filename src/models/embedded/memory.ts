// What the embedded model remembers of a project: its units with their bodies, and how common each identifier is.

import { createHash } from 'node:crypto';
import { indentAt, type LineEnd, lineEndOf } from '../../core/layout.ts';
import { compareText } from '../../core/text-order.ts';
import type { Field, MethodId, MethodUnit, Parameter, ParsedSource, TypeHeader, UnitKind } from '../../core/unit.ts';
import { bodyOf } from '../../core/unit.ts';
import type { Language } from '../../ports.ts';
import { wordsOfProse } from './sub-tokens.ts';

/** The project and the revision that a memory was trained on. */
export interface MemoryOrigin {
  readonly project: string;
  readonly revision: string;
  /** ISO 8601; `null` for the work tree. */
  readonly committedAt: string | null;
}

/** The type that a unit stands in, and its file. */
export interface TypeFacts {
  readonly path: string;
  readonly lineEnd: LineEnd;
  readonly packageName: string;
  /** Dotted, without the package. */
  readonly name: string;
  readonly supertypes: readonly string[];
  readonly fields: readonly Field[];
}

/** A unit without its body, as retrieval sees it: remembered, visible in a file, or the one to write. */
export interface UnitFacts {
  readonly id: MethodId;
  readonly type: TypeFacts;
  readonly kind: UnitKind;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returnType: string;
  readonly modifiers: readonly string[];
  readonly throws: readonly string[];
  /** The distinct words of the javadoc, lower case, sorted. */
  readonly javadocWords: readonly string[];
}

/** A unit whose body is known. */
export interface KnownUnit extends UnitFacts {
  /** The white space before the declaration, which the lines of the body share. */
  readonly indent: string;
  /** With its braces and the line ends of its file. */
  readonly body: string;
}

export interface ProjectMemory {
  readonly origin: MemoryOrigin;
  readonly files: number;
  /** In ascending order of their ids. */
  readonly units: readonly KnownUnit[];
  /** In how many files each identifier stands. */
  readonly fileFrequency: ReadonlyMap<string, number>;
  /** Hash of all of the above except the origin: same content, same answers. */
  readonly contentHash: string;
}

/** Learns sources one at a time, so that a caller need not hold them all. */
export interface Training {
  learn(source: ParsedSource): void;
  /** Undoes {@link learn}; the source must be as it was learned. A path that was not learned is passed over. */
  forget(source: ParsedSource): void;
  /** May be called at any time, and again. */
  finish(origin: MemoryOrigin): ProjectMemory;
}

/** Trains on sources in any order: the same sources give the same memory. A path or id seen twice counts once. */
export function trainMemory(sources: Iterable<ParsedSource>, language: Language, origin: MemoryOrigin): ProjectMemory {
  const training = startTraining(language);
  for (const source of sources) training.learn(source);
  return training.finish(origin);
}

export function startTraining(language: Language): Training {
  const units = new Map<MethodId, KnownUnit>();
  const fileFrequency = new Map<string, number>();
  const paths = new Set<string>();
  const intern = interning();
  const identifiersOf = (source: ParsedSource) => {
    const tokens = [...language.tokenize(source.text)];
    return new Set(tokens.flatMap(({ kind, text }) => (kind === 'identifier' ? [text] : [])));
  };
  return {
    learn(source) {
      if (paths.has(source.path)) return;
      paths.add(intern(source.path));
      for (const unit of knownUnits(source, intern)) units.set(unit.id, unit);
      for (const name of identifiersOf(source)) fileFrequency.set(intern(name), (fileFrequency.get(name) ?? 0) + 1);
    },
    forget(source) {
      if (!paths.delete(source.path)) return;
      for (const { id } of source.units) units.delete(id);
      for (const name of identifiersOf(source)) {
        const left = (fileFrequency.get(name) ?? 0) - 1;
        if (left > 0) fileFrequency.set(name, left);
        else fileFrequency.delete(name);
      }
    },
    finish: (origin) =>
      projectMemory({ origin, files: paths.size, units: [...units.values()], fileFrequency: new Map(fileFrequency) }),
  };
}

/** Puts the parts in order and hashes them. */
function projectMemory(parts: Omit<ProjectMemory, 'contentHash'>): ProjectMemory {
  const units = [...parts.units].sort((a, b) => compareText(a.id, b.id));
  const frequencies = [...parts.fileFrequency].sort(([a], [b]) => compareText(a, b));
  return {
    origin: parts.origin,
    files: parts.files,
    units,
    fileFrequency: new Map(frequencies),
    contentHash: hashOf(units, frequencies, parts.files),
  };
}

/** The units of a source with their bodies. `keep` may replace each text by an equal one. */
export function knownUnits(source: ParsedSource, keep: (text: string) => string = (text) => text): KnownUnit[] {
  const types = typesOf(source, keep);
  return source.units.map((unit) => ({
    ...unitFacts(unit, types(unit.typeName), keep),
    indent: keep(indentAt(source.text, unit.declaration.start)),
    body: keep(bodyOf(source, unit)),
  }));
}

/** What retrieval needs to know of a header. */
export function unitFacts(
  unit: MethodUnit,
  type: TypeFacts,
  keep: (text: string) => string = (text) => text,
): UnitFacts {
  return {
    id: keep(unit.id),
    type,
    kind: unit.kind,
    name: keep(unit.name),
    parameters: unit.parameters.map(({ type, name }) => ({ type: keep(type), name: keep(name) })),
    returnType: keep(unit.returnType),
    modifiers: unit.modifiers.map(keep),
    throws: unit.throws.map(keep),
    javadocWords: wordsOfProse(unit.javadoc).map(keep),
  };
}

/** Looks up the types of a source by name; one object a type. An anonymous type that is not listed has no members. */
export function typesOf(
  source: ParsedSource,
  keep: (text: string) => string = (text) => text,
): (name: string) => TypeFacts {
  const lineEnd = lineEndOf(source.text);
  const headers = new Map<string, TypeHeader>(source.types.map((type) => [type.name, type]));
  const known = new Map<string, TypeFacts>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const header = headers.get(name);
    const type: TypeFacts = {
      path: keep(source.path),
      lineEnd,
      packageName: keep(source.packageName),
      name: keep(name),
      supertypes: (header?.supertypes ?? []).map(keep),
      fields: (header?.fields ?? []).map(({ type, name }) => ({ type: keep(type), name: keep(name) })),
    };
    known.set(name, type);
    return type;
  };
}

const BEYOND_LATIN1 = /[^\0-\xff]/;

/**
 * Equal texts become one string that is no slice of its file: a slice would keep the whole file in memory, and a
 * streamed training would then hold every source after all.
 */
export function interning(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    // One byte a character where that is enough: most of what is remembered.
    const encoding = BEYOND_LATIN1.test(text) ? 'utf16le' : 'latin1';
    const copy = Buffer.from(text, encoding).toString(encoding);
    known.set(copy, copy);
    return copy;
  };
}

function hashOf(
  units: readonly KnownUnit[],
  frequencies: readonly (readonly [string, number])[],
  files: number,
): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([files, frequencies]));
  for (const unit of units) hash.update(JSON.stringify(unit));
  return hash.digest('hex');
}
