// What is erased and written again: a method, constructor or compact constructor that has a body.

/** A half-open range of UTF-16 code units in one text: `start` is in, `end` is out. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Prints `path#Outer.Inner.name(ParamType,…)`; unique in a revision, and unchanged when lines move. */
export type MethodId = string;

export type UnitKind = 'method' | 'constructor' | 'compact-constructor';

/** The name that constructors carry in a MethodId, as in class files. */
export const CONSTRUCTOR_NAME = '<init>';

export interface Parameter {
  /** As written, white space collapsed, annotations and `final` left out; varargs keep their `...`. */
  readonly type: string;
  readonly name: string;
}

/** Everything that stands before the body: all that may be known of a unit whose body is erased. */
export interface UnitHeader {
  readonly id: MethodId;
  readonly path: string;
  /** Dotted, without the package: `Outer.Inner`, `Outer.field$1`, `E.A`. */
  readonly typeName: string;
  readonly kind: UnitKind;
  /** The simple name; {@link CONSTRUCTOR_NAME} for constructors. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** As written, white space collapsed; empty for constructors. */
  readonly returnType: string;
  /** Modifiers and annotations as written, in order. */
  readonly modifiers: readonly string[];
  readonly throws: readonly string[];
  /** The javadoc comment with its delimiters, or empty. */
  readonly javadoc: string;
}

export interface MethodUnit extends UnitHeader {
  /** From the first modifier or annotation to the end of the body; the javadoc is not in it. */
  readonly declaration: TextRange;
  /** The body with its braces. */
  readonly body: TextRange;
  /** Line of the name, from 1. */
  readonly line: number;
}

export interface Field {
  readonly type: string;
  readonly name: string;
}

export type TypeKind = 'class' | 'interface' | 'enum' | 'record' | 'annotation' | 'anonymous';

/** A type declaration without its members' bodies. */
export interface TypeHeader {
  /** Dotted, without the package; joins {@link UnitHeader.typeName}. */
  readonly name: string;
  readonly kind: TypeKind;
  /** Extended and implemented types as written, white space collapsed. */
  readonly supertypes: readonly string[];
  /** Fields, record components and enum constants (whose type is the enum), in order. */
  readonly fields: readonly Field[];
}

/** One source file as its language reads it. */
export interface ParsedSource {
  readonly path: string;
  readonly text: string;
  /** Empty for the unnamed package. */
  readonly packageName: string;
  /** Imported names as written, without `import`, `static` and `;`. */
  readonly imports: readonly string[];
  readonly types: readonly TypeHeader[];
  /** The outermost units, in the order of their bodies; their ranges never overlap. */
  readonly units: readonly MethodUnit[];
  /** Lines (from 1) at which the parser gave up; empty when the file parsed in full. */
  readonly errorLines: readonly number[];
}

/** The body of a unit, braces included, as it stands in its file. */
export function bodyOf(source: ParsedSource, unit: MethodUnit): string {
  return source.text.slice(unit.body.start, unit.body.end);
}

/** `Outer.Inner.name(ParamType,…)`: the MethodId without its path, for people who see the path elsewhere. */
export function displayName(id: MethodId): string {
  return id.slice(id.indexOf('#') + 1);
}
