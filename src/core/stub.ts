// Erasing bodies and putting bodies back.

import type { MethodId, MethodUnit, ParsedSource, TextRange } from './unit.ts';

/** What an erased body leaves behind. */
export const EMPTY_BODY = '{}';

/**
 * A source text in which the bodies of some units are erased to `{}`, seen from one of them.
 * It is all that a model may see: the erased text is nowhere in it.
 */
export interface Stub {
  /** The erased text; the ranges of its units fit it. */
  readonly source: ParsedSource;
  /** The unit to write; its body is `{}` in `source`. */
  readonly target: MethodUnit;
  /** Every unit whose body is erased in `source`, `target` among them. The others' bodies may be read. */
  readonly erased: ReadonlySet<MethodId>;
}

export interface Replacement {
  readonly range: TextRange;
  readonly text: string;
}

/** The text with some ranges replaced. Ranges must not overlap and must be in ascending order. */
export function splice(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { range, text: replacement } of replacements) {
    if (range.start < position) throw new RangeError('replacements overlap or are out of order');
    pieces.push(text.slice(position, range.start), replacement);
    position = range.end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}

/** The source with the bodies of `erased` written as given (by default `{}`), every range moved to fit. */
export function withBodies(source: ParsedSource, bodies: (unit: MethodUnit) => string | undefined): ParsedSource {
  const replacements: Replacement[] = [];
  const units: MethodUnit[] = [];
  let shift = 0;
  for (const unit of source.units) {
    const body = bodies(unit);
    const length = unit.body.end - unit.body.start;
    const growth = body === undefined ? 0 : body.length - length;
    if (body !== undefined) replacements.push({ range: unit.body, text: body });
    units.push(moved(unit, shift, growth));
    shift += growth;
  }
  return { ...source, text: splice(source.text, replacements), units };
}

/** The source with the bodies of the named units erased. Line numbers are those before the erasing. */
export function eraseBodies(source: ParsedSource, erased: ReadonlySet<MethodId>): ParsedSource {
  return withBodies(source, (unit) => (erased.has(unit.id) ? EMPTY_BODY : undefined));
}

/** The `in-place` protocol: one unit erased, everything else as it stands. */
export function stubInPlace(source: ParsedSource, unit: MethodUnit): Stub {
  const erased = new Set([unit.id]);
  const stubSource = eraseBodies(source, erased);
  const target = stubSource.units.find((candidate) => candidate.id === unit.id);
  if (target === undefined) throw new RangeError(`${unit.id} is not a unit of ${source.path}`);
  return { source: stubSource, target, erased };
}

/** The `recreate` protocol: all the named units erased; one stub for each, all over the same text. */
export function stubsForRecreation(source: ParsedSource, erased: ReadonlySet<MethodId>): Stub[] {
  const stubSource = eraseBodies(source, erased);
  return stubSource.units
    .filter((unit) => erased.has(unit.id))
    .map((target) => ({ source: stubSource, target, erased }));
}

function moved(unit: MethodUnit, shift: number, growth: number): MethodUnit {
  if (shift === 0 && growth === 0) return unit;
  return {
    ...unit,
    declaration: { start: unit.declaration.start + shift, end: unit.declaration.end + shift + growth },
    body: { start: unit.body.start + shift, end: unit.body.end + shift + growth },
  };
}
