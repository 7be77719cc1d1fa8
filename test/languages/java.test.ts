import { describe, expect, it } from 'vitest';
import { bodyOf, displayName } from '../../src/core/unit.ts';
import { loadJava } from '../../src/languages/java.ts';
import { fixture } from './java-sources.ts';

const java = await loadJava();

/** Parses a source that must parse in full; the names of its units. */
function unitsOf(text: string): string[] {
  const source = java.parse('Page.java', text);
  expect(source.errorLines).toEqual([]);
  return source.units.map((unit) => displayName(unit.id));
}

describe('units of a file', () => {
  it('are its outermost bodies, wherever a type may stand', () => {
    const { text } = fixture('Scriptorium.java');
    expect(unitsOf(text)).toEqual([
      'Scriptorium.READER$1.read(Folio)',
      'Scriptorium.READER$1.pause$1.run()',
      'Scriptorium.readers$1.read(Folio)',
      'Scriptorium.Whisper.read(Folio)',
      'Scriptorium.silent$1.read(Folio)',
      'Scriptorium.static$1.toll()',
      'Scriptorium.Hour.<init>(int)',
      'Scriptorium.static$2.toll()',
      'Scriptorium.init$1.burn()',
      'Scriptorium.<init>()',
      'Scriptorium.<init>(T)',
      'Scriptorium.copy(Map<String, List<? extends T>>,java.util.List<S>[],int,S...)',
      'Scriptorium.rest()',
      'Scriptorium.rest(int)',
      'Scriptorium.Vellum.SCRAPE$1.run()',
      'Scriptorium.Vellum.Hide.stretch()',
      'Scriptorium.Desk.<init>()',
      'Scriptorium.Desk.Drawer.open()',
      'Scriptorium.Reader.NONE$1.read(Folio)',
      'Scriptorium.Reader.readTwice(Folio)',
      'Scriptorium.Reader.silent()',
      'Scriptorium.Reader.cough()',
      'Scriptorium.close()',
      'Workshop.sweep()',
      'Bell.toll()',
    ]);
  });

  it('are named by their constant in enums', () => {
    expect(unitsOf(fixture('Hand.java').text)).toEqual([
      'Hand.CAROLINE.write(char)',
      'Hand.TEXTURA$1.width()',
      'Hand.TEXTURA$2.width()',
      'Hand.TEXTURA.spare$1.width()',
      'Hand.TEXTURA.write(char)',
      'Hand.<init>(Nib...)',
      'Hand.<init>(String)',
      'Hand.write(char)',
    ]);
  });

  it('give a compact constructor the components of its record', () => {
    const { units } = java.parse('Folio.java', fixture('Folio.java').text);
    expect(units.map((unit) => [displayName(unit.id), unit.kind])).toEqual([
      ['Folio.Recto.<init>(T,int...)', 'compact-constructor'],
      ['Folio.Recto.<init>(T)', 'constructor'],
      ['Folio.Recto.text()', 'method'],
      ['Folio.Verso.<init>(String)', 'constructor'],
    ]);
    expect(units[0]?.parameters).toEqual([
      { type: 'T', name: 'text' },
      { type: 'int...', name: 'lines' },
    ]);
  });

  it('may be named like contextual keywords', () => {
    expect(unitsOf(fixture('Catalogue.java').text)).toEqual([
      'Catalogue.record(int,Object)',
      'Catalogue.yield()',
      'Catalogue.sealed()',
      'Catalogue.permits(String)',
      'Catalogue.when()',
      'Catalogue.var()',
      'Catalogue.with(record.Shelf)',
      'Catalogue.module()',
      'Catalogue.open()',
      'Catalogue.to()',
    ]);
  });

  it('may be written in Java that is newer than the grammar', () => {
    expect(unitsOf(fixture('Restorer.java').text)).toEqual([
      'Restorer.<init>(Folio)',
      'Restorer.legible(Object)',
      'Restorer.scrape(Object...)',
      'Restorer.colophon()',
    ]);
  });

  it('may stand in no type at all', () => {
    expect(unitsOf(fixture('Almanac.java').text)).toEqual(['main()', 'ring$1.run()', 'today()', 'Day.number()']);
  });

  it.each(['package-info.java', 'module-info.java'])('are none in %s', (name) => {
    expect(unitsOf(fixture(name).text)).toEqual([]);
  });

  it.each(['', ' \n', '\ufeff', '// blank\n', ';'])('are none in %j', (text) => {
    expect(unitsOf(text)).toEqual([]);
  });

  it('have ids of their own, even where the source repeats itself', () => {
    const text = 'class Folio { void turn() { a(); } void turn() { b(); } } class Folio { void turn() { c(); } }';
    expect(unitsOf(text)).toEqual(['Folio.turn()', 'Folio.turn()~2', 'Folio.turn()~3']);
  });

  it('carry the path in their id', () => {
    const [unit] = java.parse('src/main/java/Folio.java', 'class Folio { Folio() { } }').units;
    expect(unit?.id).toBe('src/main/java/Folio.java#Folio.<init>()');
  });
});

describe('the place of a unit', () => {
  it('is its body with braces, its declaration without javadoc, and the line of its name', () => {
    const text = 'class Nib {\n  /** Cuts. */\n  @Sharp\n  void cut(int angle)\n  {\n    wear();\n  }\n}\n';
    const source = java.parse('Nib.java', text);
    const [unit] = source.units;
    if (unit === undefined) throw new Error('no unit');
    expect(bodyOf(source, unit)).toBe('{\n    wear();\n  }');
    expect(text.slice(unit.declaration.start, unit.declaration.end)).toBe(text.slice(29, -3));
    expect(unit.line).toBe(4);
  });

  it('is counted in UTF-16 code units, a byte order mark being one', () => {
    const text = '\ufeffclass Ink { String name = "𝔦𝔫𝔨 é"; /* 🖋 */ void größe() { wet("🖋"); } }';
    const source = java.parse('Ink.java', text);
    expect(source.units.map((unit) => bodyOf(source, unit))).toEqual(['{ wet("🖋"); }']);
    expect(source.units[0]?.name).toBe('größe');
  });

  it.each(['\r\n', '\r', '\n\t\f'])('does not depend on how lines end (%j)', (lineEnd) => {
    const lines = ['class Ink {', '// a { comment', 'void dry()', '{ }', 'void flow() { } }'];
    expect(unitsOf(lines.join(lineEnd))).toEqual(['Ink.dry()', 'Ink.flow()']);
  });

  it('is right in files of more than 32 Ki and of several million characters', () => {
    for (const methods of [1_200, 60_000]) {
      const lines = Array.from(
        { length: methods },
        (_, index) => `  int line${index}(int x) { return x + ${index}; } // — 𝔭`,
      );
      const text = `class Chronicle {\n${lines.join('\n')}\n}\n`;
      const source = java.parse('Chronicle.java', text);
      const last = source.units.at(-1);
      expect(text.length).toBeGreaterThan(methods * 40);
      expect(source.units.length).toBe(methods);
      expect(last && bodyOf(source, last)).toBe(`{ return x + ${methods - 1}; }`);
      expect(last?.line).toBe(methods + 1);
    }
  });
});
