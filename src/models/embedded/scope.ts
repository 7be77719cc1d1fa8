// Which variables a body may use without saying whose they are.

import { simpleName } from './identifiers.ts';
import type { ProjectMemory } from './memory.ts';
import type { Query } from './query.ts';
import { identifiersIn } from './sub-tokens.ts';

/** How far up inheritance is followed; deeper hierarchies are rare and a missed field only costs a little. */
const SUPERTYPE_LEVELS = 4;

/** The names of the fields that a type inherits, by its supertypes as written. */
export type InheritedFields = (supertypes: readonly string[]) => ReadonlySet<string>;

/** The parameters, and the fields of the type, of the types around it and of the remembered types above it. */
export function scopeOf({ unit, file }: Query, inherited: InheritedFields): Set<string> {
  const scope = new Set(unit.parameters.map((parameter) => parameter.name));
  for (const name of enclosingTypes(unit.type.name)) {
    const type = file.typeNamed(name);
    for (const field of type.fields) scope.add(field.name);
    for (const field of inherited(type.supertypes)) scope.add(field);
  }
  return scope;
}

/** `A.B.C`, `A.B`, `A`. */
function enclosingTypes(name: string): string[] {
  const names: string[] = [];
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) names.push(name.slice(0, end));
  return names;
}

/** Supertypes are found by simple name, as imports are not remembered; namesakes are taken together. */
export function supertypeFields({ units }: ProjectMemory): InheritedFields {
  const byName = new Map<string, Set<KnownType>>();
  for (const { type } of units) {
    const name = simpleName(type.name);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, new Set([type]));
    else known.add(type);
  }
  return (supertypes) => {
    const fields = new Set<string>();
    collect(supertypes, fields, SUPERTYPE_LEVELS);
    return fields;
  };

  function collect(supertypes: readonly string[], fields: Set<string>, levels: number): void {
    if (levels === 0) return;
    for (const supertype of supertypes) {
      const raw = identifiersIn(supertype.replace(/<.*$/, '')).at(-1) ?? '';
      for (const type of byName.get(raw) ?? []) {
        for (const field of type.fields) fields.add(field.name);
        collect(type.supertypes, fields, levels - 1);
      }
    }
  }
}

type KnownType = ProjectMemory['units'][number]['type'];
