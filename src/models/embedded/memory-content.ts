// What a memory file holds once it is unpacked: the memory as plain columns.

import { z } from 'zod';
import type { KnownUnit, ProjectMemory, TypeFacts } from './memory.ts';
import { interning } from './memory.ts';

const texts = z.array(z.string());
const lists = z.array(texts);
const counts = z.array(z.int().nonnegative());

/** Column by column, since likes compress best beside likes. Pairs are flat: type, name, type, name, … */
const contentSchema = z.object({
  origin: z.object({ project: z.string(), revision: z.string(), committedAt: z.string().nullable() }),
  files: z.int().nonnegative(),
  contentHash: z.string(),
  types: z.object({
    path: texts,
    lineEnd: z.array(z.enum(['\n', '\r\n'])),
    packageName: texts,
    name: texts,
    supertypes: lists,
    fields: lists,
  }),
  units: z.object({
    id: texts,
    type: counts,
    kind: z.array(z.enum(['method', 'constructor', 'compact-constructor'])),
    name: texts,
    parameters: lists,
    returnType: texts,
    modifiers: lists,
    throws: lists,
    javadocWords: texts,
    indent: texts,
    body: texts,
  }),
  identifiers: z.object({ name: texts, files: counts }),
});

type Content = z.infer<typeof contentSchema>;

export function contentOf(memory: ProjectMemory): Content {
  const numbers = new Map<TypeFacts, number>();
  for (const { type } of memory.units) if (!numbers.has(type)) numbers.set(type, numbers.size);
  const types = [...numbers.keys()];
  const { units } = memory;
  return {
    origin: { ...memory.origin },
    files: memory.files,
    contentHash: memory.contentHash,
    types: {
      path: types.map((type) => type.path),
      lineEnd: types.map((type) => type.lineEnd),
      packageName: types.map((type) => type.packageName),
      name: types.map((type) => type.name),
      supertypes: types.map((type) => [...type.supertypes]),
      fields: types.map((type) => flatPairs(type.fields)),
    },
    units: {
      id: units.map(({ id, type }) => (id.startsWith(`${type.path}#`) ? id.slice(type.path.length) : id)),
      type: units.map((unit) => numbers.get(unit.type) ?? 0),
      kind: units.map((unit) => unit.kind),
      name: units.map((unit) => unit.name),
      parameters: units.map((unit) => flatPairs(unit.parameters)),
      returnType: units.map((unit) => unit.returnType),
      modifiers: units.map((unit) => [...unit.modifiers]),
      throws: units.map((unit) => [...unit.throws]),
      javadocWords: units.map((unit) => unit.javadocWords.join(' ')),
      indent: units.map((unit) => unit.indent),
      body: units.map((unit) => unit.body),
    },
    identifiers: { name: [...memory.fileFrequency.keys()], files: [...memory.fileFrequency.values()] },
  };
}

/** Throws when it is not what {@link contentOf} made. */
export function memoryFrom(content: unknown): ProjectMemory {
  const { origin, files, contentHash, types, units, identifiers } = contentSchema.parse(content);
  const intern = interning();
  const typeFacts = types.path.map(
    (path, at): TypeFacts => ({
      path: intern(path),
      lineEnd: cell(types.lineEnd, at),
      packageName: intern(cell(types.packageName, at)),
      name: intern(cell(types.name, at)),
      supertypes: cell(types.supertypes, at).map(intern),
      fields: pairs(cell(types.fields, at).map(intern)),
    }),
  );
  return {
    origin,
    files,
    contentHash,
    units: units.id.map((id, at): KnownUnit => {
      const type = cell(typeFacts, cell(units.type, at));
      const words = cell(units.javadocWords, at);
      return {
        id: id.startsWith('#') ? type.path + id : id,
        type,
        kind: cell(units.kind, at),
        name: intern(cell(units.name, at)),
        parameters: pairs(cell(units.parameters, at).map(intern)),
        returnType: intern(cell(units.returnType, at)),
        modifiers: cell(units.modifiers, at).map(intern),
        throws: cell(units.throws, at).map(intern),
        javadocWords: words === '' ? [] : words.split(' ').map(intern),
        indent: intern(cell(units.indent, at)),
        body: cell(units.body, at),
      };
    }),
    fileFrequency: new Map(identifiers.name.map((name, at) => [intern(name), cell(identifiers.files, at)])),
  };
}

function flatPairs(pairs: readonly { readonly type: string; readonly name: string }[]): string[] {
  return pairs.flatMap(({ type, name }) => [type, name]);
}

function pairs(flat: readonly string[]): { type: string; name: string }[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => ({
    type: cell(flat, 2 * at),
    name: cell(flat, 2 * at + 1),
  }));
}

/** Columns of unequal length are a damaged file. */
function cell<T>(column: readonly T[], at: number): T {
  const value = column[at];
  if (value === undefined) throw new RangeError('a column is too short');
  return value;
}
