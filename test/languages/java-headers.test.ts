import { describe, expect, it } from 'vitest';
import type { MethodUnit, ParsedSource } from '../../src/core/unit.ts';
import { loadJava } from '../../src/languages/java.ts';
import { fixture } from './java-sources.ts';

const java = await loadJava();
const scriptorium = java.parse('Scriptorium.java', fixture('Scriptorium.java').text);

/** The first unit of a class with just this member. */
function unitOf(member: string): MethodUnit {
  const [unit] = java.parse('Desk.java', `class Desk { ${member} }`).units;
  if (unit === undefined) throw new Error('no unit');
  return unit;
}

function unitNamed(source: ParsedSource, id: string): MethodUnit {
  const unit = source.units.find((candidate) => candidate.id.endsWith(`#${id}`));
  if (unit === undefined) throw new Error(`no ${id}`);
  return unit;
}

describe('the header of a unit', () => {
  it('has types as written, without annotations, comments and `final`', () => {
    const id = 'Scriptorium.copy(Map<String, List<? extends T>>,java.util.List<S>[],int,S...)';
    expect(unitNamed(scriptorium, id)).toMatchObject({
      typeName: 'Scriptorium',
      kind: 'method',
      name: 'copy',
      parameters: [
        { type: 'Map<String, List<? extends T>>', name: 'source' },
        { type: 'java.util.List<S>[]', name: 'scribes' },
        { type: 'int', name: 'lines' },
        { type: 'S...', name: 'hands' },
      ],
      returnType: 'Map<T, ? extends List<S[]>>[][]',
      modifiers: [
        '@SuppressWarnings({"unchecked", "rawtypes"})',
        '@Override',
        'public',
        'synchronized',
        'final',
        '@Gilded',
      ],
      throws: ['InkException'],
      javadoc: '',
    });
  });

  it('has the javadoc that the compiler would take', () => {
    expect(unitNamed(scriptorium, 'Scriptorium.<init>()')).toMatchObject({
      kind: 'constructor',
      returnType: '',
      modifiers: ['protected'],
      throws: ['LockedException', 'java.io.IOException'],
      javadoc: '/** Opens the door. */',
    });
    expect(unitNamed(scriptorium, 'Scriptorium.close()').javadoc).toBe('');
  });

  it.each([
    ['void cut(int[] quills[], String... rest) { }', 'Desk.cut(int[][],String...)'],
    ['void cut(Map . Entry<String,Integer> entry) { }', 'Desk.cut(Map.Entry<String, Integer>)'],
    ['void cut(\n    Map<\n      String, // key\n      ? super  T> map) { }', 'Desk.cut(Map<String, ? super T>)'],
    ['void cut(@Sharp(edge = ",)") @Old final @a.b.Fine int[] @Thin [] quill) { }', 'Desk.cut(int[][])'],
    [
      'void cut(java.util.@Sharp List<@Old ? extends @Fine Quill> quills) { }',
      'Desk.cut(java.util.List<? extends Quill>)',
    ],
    ['<T extends A & B> T cut(T t, Class<? extends T>[] c) { return t; }', 'Desk.cut(T,Class<? extends T>[])'],
    ['void cut(Desk this, int angle) { }', 'Desk.cut(int)'],
    ['void cut(Outer<A>.Inner<B> inner) { }', 'Desk.cut(Outer<A>.Inner<B>)'],
    ['void cut(Quill \\u0061ngle) { }', 'Desk.cut(Quill)'],
    ['void \\u0063ut() { }', 'Desk.\\u0063ut()'],
  ])('gives %j the id %j', (member, id) => {
    expect(unitOf(member).id).toBe(`Desk.java#${id}`);
  });

  it('keeps modifiers as written', () => {
    expect(unitOf('public @Sharp( edge = "a b" ) static /* so */ final @a.b.Old() void cut() { }').modifiers).toEqual([
      'public',
      '@Sharp( edge = "a b" )',
      'static',
      'final',
      '@a.b.Old()',
    ]);
  });
});

describe('the types of a file', () => {
  it('have supertypes and fields', () => {
    expect(scriptorium.types.slice(0, 3)).toEqual([
      {
        name: 'Scriptorium',
        kind: 'class',
        supertypes: ['Workshop', 'AutoCloseable', 'Iterable<S>'],
        fields: [
          { type: 'Map<String, List<S>>', name: 'shelves' },
          { type: 'int[]', name: 'desks' },
          { type: 'int', name: 'candles' },
          { type: 'int[][]', name: 'stools' },
          { type: 'Reader', name: 'READER' },
          { type: 'Function<Folio, Reader>', name: 'readers' },
          { type: 'Function<Folio, Reader>', name: 'silent' },
        ],
      },
      {
        name: 'Scriptorium.READER$1',
        kind: 'anonymous',
        supertypes: ['Reader'],
        fields: [{ type: 'Runnable', name: 'pause' }],
      },
      { name: 'Scriptorium.READER$1.pause$1', kind: 'anonymous', supertypes: ['Runnable'], fields: [] },
    ]);
  });

  it('have record components and enum constants among their fields', () => {
    const { types } = java.parse('Folio.java', fixture('Folio.java').text);
    expect(types[0]).toEqual({ name: 'Folio', kind: 'interface', supertypes: [], fields: [] });
    expect(types[1]).toEqual({
      name: 'Folio.Recto',
      kind: 'record',
      supertypes: ['Folio'],
      fields: [
        { type: 'T', name: 'text' },
        { type: 'int...', name: 'lines' },
        { type: 'int', name: 'count' },
      ],
    });
    const [hand, caroline] = java.parse('Hand.java', fixture('Hand.java').text).types;
    expect(hand?.fields.map((field) => `${field.type} ${field.name}`)).toEqual([
      'Hand UNCIAL',
      'Hand CAROLINE',
      'Hand TEXTURA',
      'String shape',
    ]);
    expect(caroline).toEqual({ name: 'Hand.CAROLINE', kind: 'anonymous', supertypes: ['Hand'], fields: [] });
  });

  it('join the units by name', () => {
    const names = new Set(scriptorium.types.map((type) => type.name));
    expect(scriptorium.units.filter((unit) => !names.has(unit.typeName))).toEqual([]);
  });
});

describe('the head of a file', () => {
  it('has a package and imports', () => {
    expect(scriptorium.packageName).toBe('org.monastery.scriptorium');
    expect(scriptorium.imports).toEqual(['java.util.*', 'java.util.Map.entry', 'java.util.function.Function']);
    const info = java.parse('package-info.java', fixture('package-info.java').text);
    expect(info.packageName).toBe('org.monastery.scriptorium');
  });

  it('may import modules', () => {
    expect(java.parse('Restorer.java', fixture('Restorer.java').text).imports).toEqual([
      'module java.base',
      'org.monastery.module.Ink',
    ]);
  });
});
