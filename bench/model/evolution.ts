// Held-out evolution: what a model trained before a year makes of the bodies that the year's commits add or modify.

import { EMPTY_BODY, type Stub, stubInPlace } from '../../src/core/stub.ts';
import { bodyOf, type MethodUnit, type ParsedSource } from '../../src/core/unit.ts';
import type { Language } from '../../src/ports.ts';
import type { Year } from './history.ts';

export interface Change {
  readonly kind: 'modified' | 'new';
  readonly commit: string;
  readonly stub: Stub;
  /** The body that the commit wrote. */
  readonly body: string;
  /** The body that it replaced. */
  readonly before: string | null;
}

/** Every body that a commit of the year adds or modifies, erased in its file as it stands after that commit. */
export function* changesOf({ commits }: Year, language: Language): Generator<Change> {
  for (const { hash, changes } of commits) {
    for (const { path, before, after } of changes) {
      const then = before === null ? new Map<string, string>() : bodiesOf(language.parse(path, before));
      const source = language.parse(path, after);
      for (const unit of source.units) {
        const body = bodyOf(source, unit);
        const old = then.get(unit.id) ?? null;
        if (body === old || isEmpty(body)) continue;
        yield {
          kind: old === null ? 'new' : 'modified',
          commit: hash,
          stub: stubInPlace(source, unit),
          body,
          before: old,
        };
      }
    }
  }
}

/** The units that stand at the end of the year as they stood at its start, also in files that another module took. */
export function* unchangedOf(year: Year, language: Language): Generator<{ stub: Stub; body: string }> {
  const start = new Map([...year.start.files].map(([path, text]) => [withoutModule(path), text]));
  for (const [path, text] of year.end) {
    const then = start.get(withoutModule(path));
    if (then === undefined) continue;
    const bodies = bodiesOf(language.parse(path, then));
    const source = language.parse(path, text);
    for (const unit of source.units) {
      const body = bodyOf(source, unit);
      if (!isEmpty(body) && bodies.get(unit.id) === body) yield { stub: stubInPlace(source, unit), body };
    }
  }
}

export function* parsed(files: ReadonlyMap<string, string>, language: Language): Generator<ParsedSource> {
  for (const [path, text] of files) yield language.parse(path, text);
}

function withoutModule(path: string): string {
  return path.slice(path.indexOf('src/main/java/'));
}

function bodiesOf(source: ParsedSource): Map<string, string> {
  return new Map(source.units.map((unit: MethodUnit) => [unit.id, bodyOf(source, unit)]));
}

function isEmpty(body: string): boolean {
  return body.replace(/\s/g, '') === EMPTY_BODY;
}
