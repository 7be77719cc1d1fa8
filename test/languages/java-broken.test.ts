import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, displayName } from '../../src/core/unit.ts';
import { loadJava } from '../../src/languages/java.ts';
import { fixtures } from './java-sources.ts';

const java = await loadJava();

function read(text: string): { units: string[]; errorLines: readonly number[] } {
  const { units, errorLines } = java.parse('Page.java', text);
  return { units: units.map((unit) => displayName(unit.id)), errorLines };
}

describe('a file that does not parse in full', () => {
  it.each([
    ['an error in a body', 'void a() { }\nvoid b() { dip( }\nvoid c() { }', ['a', 'c'], [3]],
    ['an error in a header', 'void a() { }\nvoid b(int) { }\nvoid c() { }', ['a', 'c'], [3]],
    ['words before a header', 'void a() { }\npublic ink quill pen void b() { }\nvoid c() { }', ['a', 'c'], [3]],
    ['a brace too many', 'void a() { }\nvoid b() { } }\nvoid c() { }', ['a', 'b'], [5]],
    [
      'two strings without ends',
      'void a() { }\nString b = "ink;\nvoid c() { }\nString d = ";\nvoid e() { }',
      ['a'],
      [3, 5],
    ],
    ['a comment without an end', 'void a() { }\n/* void b() { }', ['a'], [3]],
    [
      'an error in a field',
      'void a() { }\nNib b = new Nib() { void c() { } int d = ; };\nvoid e() { }',
      ['a', 'e'],
      [3],
    ],
    ['an error in an inner type', 'void a() { }\nclass B { void b() { } int }\nvoid c() { }', ['a', 'B.b', 'c'], [3]],
  ])('gives the units that stand outside: %s', (_, members, names, errorLines) => {
    const { units, errorLines: lines } = read(`class Page {\n${members}\n}\n`);
    expect(units).toEqual(names.map((name) => `Page.${name}()`));
    expect(lines.slice(0, 2)).toEqual(errorLines);
  });

  it('gives nothing that depends on a lost brace', () => {
    const text = 'class Page {\nvoid a() { }\nvoid b() { if (wet) { dry();\n}\nvoid c() { }\nvoid d() { }\n}\n';
    expect(read(text).units).not.toContain('Page.c()');
    expect(read(text).errorLines).not.toEqual([]);
  });

  it('gives no method outside of a type', () => {
    expect(read('void a() { } }').units).toEqual([]);
  });
});

describe('unicode escapes', () => {
  it.each([
    "void dip() { String s = \"\\u00e9\\\\u0022\"; char c = '\\u007b', d = '\\u005c\\u005c'; }",
    'void dip() { int \\u0069nk = 1; \\u0069nk++; } // \\u007d\n',
    'void dip() { } /* \\u007b C:\\users */',
  ])('are harmless in names, literals and comments: %j', (members) => {
    expect(read(`class Page { ${members} }`)).toEqual({ units: ['Page.dip()'], errorLines: [] });
  });

  it.each([
    'void dip()\n\\u007b } void dry() { }',
    'String s =\n"\\u0022; void dry() { } "; void rub() { }',
    "char c =\n'\\u005c''; void dry() { }",
    '\n// the end \\u000a void dry() { }',
    '\n/* \\u002a/ void dry() { } */',
  ])('that are syntax end what is certain: %j', (members) => {
    const { units, errorLines } = read(`class Page { void cut() { } ${members} }`);
    expect(units.filter((name) => name !== 'Page.cut()')).toEqual([]);
    expect(errorLines).toContain(2);
  });
});

describe('whatever the text', () => {
  const texts = fixtures().map(({ text }) => text);
  const mangled = fc
    .record({
      text: fc.constantFrom(...texts),
      from: fc.nat(6_000),
      length: fc.nat(40),
      put: fc.constantFrom('', '{', '}', '"', '/*', '(', ';'),
    })
    .map(
      ({ text, from, length, put }) =>
        text.slice(0, from % text.length) + put + text.slice((from % text.length) + length),
    );
  const cut = fc
    .record({ text: fc.constantFrom(...texts), end: fc.nat(6_000) })
    .map(({ text, end }) => text.slice(0, end));

  it('ids are unique, ranges in order, and bodies are bodies', () => {
    const holds = (text: string): void => {
      const source = java.parse('Page.java', text);
      expect(new Set(source.units.map((unit) => unit.id)).size).toBe(source.units.length);
      let end = 0;
      for (const unit of source.units) {
        expect(unit.declaration.start).toBeGreaterThanOrEqual(end);
        expect(unit.body.start).toBeGreaterThan(unit.declaration.start);
        expect(unit.body.end).toBe(unit.declaration.end);
        expect(java.isBody(bodyOf(source, unit))).toBe(true);
        end = unit.body.end;
      }
    };
    fc.assert(fc.property(fc.oneof(mangled, cut, fc.string({ unit: 'binary' })), holds), { numRuns: 400 });
  });

  it('deep nesting ends no call stack', () => {
    for (const [open, close] of [
      ['class Box { ', ' }'],
      ['{ ', ' }'],
      ['(', ')'],
      ['List<', '>'],
      ['}', '{'],
    ]) {
      expect(() =>
        java.parse('Page.java', `class Page { ${open?.repeat(5_000)} x ${close?.repeat(5_000)} }`),
      ).not.toThrow();
    }
  });
});

describe('isBody', () => {
  it.each([
    '{}',
    '{ }',
    '{ return; }',
    '{ return ink; }',
    '{ this(ink); }',
    '{ super(ink); dip(); }',
    '{ check(ink); super(ink); }',
    '{ class Nib { void cut() { } } }',
    '{\r\n  // }\r\n  String s = "}"; }',
    '{ if (page instanceof Folio.Recto(var text, _)) { } }',
  ])('takes %j', (text) => {
    expect(java.isBody(text)).toBe(true);
  });

  it.each([
    '',
    ';',
    'dip();',
    '{ dip(); ',
    '{ dip(); } ',
    ' { dip(); }',
    '{ dip() }',
    '{ dip(); } void dry() { }',
    '{ dip(); } { dry(); }',
    '{ dip(); } // }',
    '{ } } class Other { void dry() { }',
    '{ void dry() { } }',
    '{ String s = "}',
    '{ dip(); \\u007d',
    '{ "\\u0022; }',
  ])('refuses %j', (text) => {
    expect(java.isBody(text)).toBe(false);
  });
});
