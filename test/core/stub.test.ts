import { describe, expect, it } from 'vitest';
import { eraseBodies, splice, stubInPlace, stubsForRecreation, withBodies } from '../../src/core/stub.ts';
import { bodyOf, type MethodUnit, type ParsedSource } from '../../src/core/unit.ts';

const TEXT = 'class Quill { void dip() { wet(); } int cut(int angle) { return angle; } }';

/** A source whose units are the methods of `text` with the given names. */
function sourceOf(text: string, ...names: string[]): ParsedSource {
  const units = names.map((name): MethodUnit => {
    const start = text.indexOf(`${name}(`);
    const body = { start: text.indexOf('{', start), end: text.indexOf('}', start) + 1 };
    return {
      id: `Quill.java#Quill.${name}()`,
      path: 'Quill.java',
      typeName: 'Quill',
      kind: 'method',
      name,
      parameters: [],
      returnType: 'void',
      modifiers: [],
      throws: [],
      javadoc: '',
      declaration: { start: text.lastIndexOf(' ', start - 2) + 1, end: body.end },
      body,
      line: 1,
    };
  });
  return { path: 'Quill.java', text, packageName: '', imports: [], types: [], units, errorLines: [] };
}

const quill = sourceOf(TEXT, 'dip', 'cut');
const [dip, cut] = quill.units as [MethodUnit, MethodUnit];

describe('splicing', () => {
  it('replaces ranges in order', () => {
    const replacements = [
      { range: { start: 0, end: 1 }, text: '' },
      { range: { start: 2, end: 2 }, text: '-' },
      { range: { start: 4, end: 5 }, text: 'xyz' },
    ];
    expect(splice('quill', replacements)).toBe('u-ilxyz');
    expect(splice('quill', [])).toBe('quill');
  });

  it('refuses ranges that overlap', () => {
    const twice = { range: { start: 1, end: 3 }, text: '' };
    expect(() => splice('quill', [twice, twice])).toThrow(RangeError);
  });
});

describe('erasing', () => {
  it('leaves everything but the bodies, and ranges that fit', () => {
    const erased = eraseBodies(quill, new Set([dip.id, cut.id]));
    expect(erased.text).toBe('class Quill { void dip() {} int cut(int angle) {} }');
    expect(erased.units.map((unit) => bodyOf(erased, unit))).toEqual(['{}', '{}']);
    const declarations = erased.units.map(({ declaration }) => erased.text.slice(declaration.start, declaration.end));
    expect(declarations).toEqual(['void dip() {}', 'int cut(int angle) {}']);
  });

  it('of nothing changes nothing', () => {
    expect(eraseBodies(quill, new Set())).toEqual(quill);
  });

  it('is undone by putting the bodies back', () => {
    const erased = eraseBodies(quill, new Set([dip.id, cut.id]));
    const bodies = new Map(quill.units.map((unit) => [unit.id, bodyOf(quill, unit)]));
    expect(withBodies(erased, (unit) => bodies.get(unit.id))).toEqual(quill);
  });
});

describe('a stub', () => {
  it('in place has one body erased and the others as they stand', () => {
    const stub = stubInPlace(quill, cut);
    expect(stub.source.text).toBe('class Quill { void dip() { wet(); } int cut(int angle) {} }');
    expect(bodyOf(stub.source, stub.target)).toBe('{}');
    expect(stub.target.id).toBe(cut.id);
    expect([...stub.erased]).toEqual([cut.id]);
  });

  it('in place exists for units of the source only', () => {
    const other = sourceOf('void rub() { }', 'rub').units[0] as MethodUnit;
    expect(() => stubInPlace(quill, other)).toThrow(RangeError);
  });

  it('for recreation has all the named bodies erased, and there is one for each', () => {
    const stubs = stubsForRecreation(quill, new Set([dip.id, cut.id]));
    expect(stubs.map((stub) => stub.target.name)).toEqual(['dip', 'cut']);
    for (const stub of stubs) {
      expect(stub.source.text).not.toMatch(/wet|return/);
      expect(stub.erased.size).toBe(2);
    }
    expect(stubsForRecreation(quill, new Set([cut.id])).map((stub) => stub.source.text)).toEqual([
      'class Quill { void dip() { wet(); } int cut(int angle) {} }',
    ]);
  });
});
