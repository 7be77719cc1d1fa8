import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource, encodeSource } from '../../src/core/source-text.ts';
import { eraseBodies, withBodies } from '../../src/core/stub.ts';
import { bodyOf } from '../../src/core/unit.ts';
import { loadGrammar } from '../../src/languages/java/grammar.ts';
import { loadJava } from '../../src/languages/java.ts';
import {
  allLibraryFiles,
  fixtures,
  type JavaFile,
  javacAnswers,
  libraryAliases,
  libraryFiles,
} from './java-sources.ts';

const java = await loadJava();
const wasm = await loadJava({ parser: 'wasm' });
interface Variation {
  readonly index: number;
  readonly lineEnd: string;
  readonly mark: string;
  readonly comment: string;
  readonly encoding: 'utf8' | 'latin1';
}

const files = [...allLibraryFiles(), ...fixtures()];

function fileAt(index: number): JavaFile {
  const file = files[index];
  if (file === undefined) throw new RangeError(`no file ${index}`);
  return file;
}

describe.each(libraryAliases())('%s', (alias) => {
  it('has its bodies where javac sees them', () => {
    const ours = libraryFiles(alias).map(({ path, text }) => {
      const { units, errorLines } = java.parse(path, text);
      expect(errorLines).toEqual([]);
      return [path, units.flatMap(({ body }) => [body.start, body.end])];
    });
    expect(ours.length).toBeGreaterThan(50);
    expect(Object.fromEntries(ours)).toEqual(javacAnswers(alias).files);
  });
});

describe('the two builds of the parser', () => {
  it('say which they are', async () => {
    expect(wasm.parserKind).toEqual({ kind: 'wasm', reason: 'asked for' });
    // what it has taken into its memory is not given back
    const [one, two] = await Promise.all([loadGrammar('wasm'), loadGrammar('wasm')]);
    expect(one.parse).toBe(two.parse);
    expect(java.parserKind.kind === 'native' || java.parserKind.reason !== '').toBe(true);
  });

  it('read the same', () => {
    for (const { path, text } of files) {
      expect(wasm.parse(path, text)).toEqual(java.parse(path, text));
    }
  });

  it('read the same of broken files', () => {
    for (const { path, text } of files.filter((_, index) => index % 5 === 0)) {
      const broken = text.slice(0, text.length / 2) + text.slice(text.length / 2 + 3);
      expect(wasm.parse(path, broken).units).toEqual(java.parse(path, broken).units);
    }
  });
});

describe('erasing and putting back', () => {
  it('gives the bytes of the file again, whatever its encoding and line ends', () => {
    const variations = fc.record({
      index: fc.nat(files.length - 1),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
      comment: fc.constantFrom('', '// é\n', '/* 🖋 */'),
      encoding: fc.constantFrom('utf8' as const, 'latin1' as const),
    });
    const restores = ({ index, lineEnd, mark, comment, encoding }: Variation): void => {
      const file = fileAt(index);
      const text = (mark + comment + file.text).replace(/\r?\n/g, lineEnd);
      const bytes = Buffer.from(text, encoding);
      const source = decodeSource(bytes);
      if (source === null) throw new Error('binary');
      const parsed = java.parse(file.path, source.text);
      const bodies = new Map(parsed.units.map((unit) => [unit.id, bodyOf(parsed, unit)]));
      const erased = eraseBodies(parsed, new Set(bodies.keys()));
      expect(erased.units.every((unit) => bodyOf(erased, unit) === '{}')).toBe(true);
      const restored = withBodies(erased, (unit) => bodies.get(unit.id));
      expect(restored).toEqual(parsed);
      expect(bytes.equals(encodeSource({ ...source, text: restored.text }))).toBe(true);
    };
    fc.assert(fc.property(variations, restores), { numRuns: 150 });
  });

  it('leaves a file with the same units, each with an empty body', () => {
    for (const { path, text } of files) {
      const source = java.parse(path, text);
      const erased = eraseBodies(source, new Set(source.units.map((unit) => unit.id)));
      const again = java.parse(path, erased.text);
      expect(again.units.map((unit) => [unit.id, unit.body])).toEqual(erased.units.map((unit) => [unit.id, unit.body]));
    }
  });

  it('takes out whole bodies only', () => {
    for (const { path, text } of fixtures()) {
      const source = java.parse(path, text);
      for (const unit of source.units) expect(java.isBody(bodyOf(source, unit)), unit.id).toBe(true);
    }
  });
});
