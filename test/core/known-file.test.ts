import { describe, expect, it } from 'vitest';
import { KnownFile } from '../../src/core/known-file.ts';
import { packPrompt } from '../../src/core/prompt.ts';
import { PROMPT_FORMATS } from '../../src/core/prompt-format.ts';
import { stubInPlace } from '../../src/core/stub.ts';
import { bodyOf, type ParsedSource } from '../../src/core/unit.ts';
import { loadJava } from '../../src/languages/java.ts';
import { fixtures, libraryAliases, libraryFiles } from '../languages/java-sources.ts';
import { HARD_SOURCES } from '../support/hard-sources.ts';

const java = await loadJava();
const countTokens = (text: string): number => Math.ceil(text.length / 3.3);

const library = libraryFiles(libraryAliases()[0] ?? '').map(({ path, text }) => java.parse(path, text));
const parsed = fixtures().map(({ path, text }) => java.parse(path, text));
const hard = HARD_SOURCES.map(({ path, original }) => java.parse(path, Buffer.from(original).toString('utf8')));

/** Every unit's prompt with and without what is known of its file. */
function pairs(source: ParsedSource, budget: number) {
  const known = new KnownFile(source, java.tokenize);
  return source.units.flatMap((unit, at) => {
    const format = PROMPT_FORMATS[at % PROMPT_FORMATS.length] ?? 'chat';
    const request = { stub: stubInPlace(source, unit), format, budget, countTokens, tokenize: java.tokenize };
    return [{ unit, alone: packPrompt(request), together: packPrompt({ ...request, known }) }];
  });
}

describe('what is known of a file', () => {
  it.each([300, 1_500, 1_000_000])('changes no prompt, with room for %i tokens', (budget) => {
    const sources = budget === 300 ? [...library, ...parsed] : parsed;
    const compared = [...sources, ...hard].flatMap((source) => pairs(source, budget));
    expect(compared.length).toBeGreaterThan(50);
    for (const { unit, alone, together } of compared) expect(together, unit.id).toEqual(alone);
  });

  it('changes no prompt of a file that lost or gained a bracket', () => {
    const [text = ''] = fixtures()
      .map((file) => file.text)
      .filter((one) => one.length > 1_500);
    const brackets = [...text.matchAll(/[()[\]{}]/g)].map(({ index }) => index).filter((_, at) => at % 7 === 0);
    const broken = brackets.flatMap((at) => [
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + text.charAt(at) + text.slice(at),
    ]);
    const compared = broken.flatMap((one) => pairs(java.parse('Broken.java', one), 500));
    expect(compared.length).toBeGreaterThan(20);
    for (const { unit, alone, together } of compared) expect(together, unit.id).toEqual(alone);
  });

  it('is not asked where a body would show in it', () => {
    const sane = java.parse('Odd.java', 'class Odd {\n    int  y;\n    int a() { return 1; }\n}\n');
    const [unit] = sane.units;
    if (unit === undefined) throw new RangeError('no unit');
    expect(new KnownFile(sane, java.tokenize).aroundAlone(unit.id)).not.toBeNull();
    const odd = { ...sane, text: sane.text.replace('int  y;', 'x{) }  ') }; // its type seems to end before the unit
    expect(bodyOf(odd, unit)).toBe('{ return 1; }');
    expect(new KnownFile(odd, java.tokenize).aroundAlone(unit.id)).toBeNull();
  });
});
