import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/core/answer.ts';
import { perfectAnswer } from '../../src/core/prompt.ts';
import type { AnswerShape } from '../../src/core/prompt-format.ts';
import { shapeOf } from '../../src/core/prompt-writing.ts';
import { stubInPlace } from '../../src/core/stub.ts';
import { bodyOf } from '../../src/core/unit.ts';
import { loadJava } from '../../src/languages/java.ts';
import { libraryFiles } from '../languages/java-sources.ts';
import { folioStub, libraryStub, recordedAnswers, workedAnswers } from './answer-corpus.ts';

const java = await loadJava();

describe('a worked answer', () => {
  it.each(workedAnswers())('$about', (worked) => {
    const stub = folioStub(java, worked.file, worked.unit);
    const { shape, finish, answer } = worked;
    const reading = readAnswer({ text: answer, finish, shape, stub, language: java });
    if ('body' in worked) expect(reading).toEqual({ kind: 'regenerated', body: worked.body });
    else expect(reading).toMatchObject({ kind: 'failed', reason: worked.reason });
  });
});

describe('an answer recorded from a language model', () => {
  it.each(recordedAnswers().map((recorded, at) => ({ at, recorded })))('number $at', ({ recorded }) => {
    const stub = libraryStub(java, recorded.package, recorded.unit);
    const { format, finish, answer } = recorded;
    const reading = readAnswer({ text: answer, finish, shape: shapeOf(format), stub, language: java });
    if ('body' in recorded) expect(reading).toEqual({ kind: 'regenerated', body: recorded.body });
    else expect(reading).toMatchObject({ kind: 'failed', reason: recorded.reason });
  });

  it('stands beside at least as many worked ones, and both fail in every way that an answer can', () => {
    expect(recordedAnswers().length).toBeGreaterThanOrEqual(30);
    expect(workedAnswers().length).toBeGreaterThanOrEqual(30);
    const reasons = [...recordedAnswers(), ...workedAnswers()].flatMap((answer) =>
      'reason' in answer ? [answer.reason] : [],
    );
    expect(new Set(reasons)).toEqual(new Set(['cut-off', 'does-not-parse', 'missing', 'refused']));
  });
});

describe('any answer', () => {
  const stub = folioStub(java, 'spaces', 'readable(int)');
  const scraps = [
    '```java\n',
    '\n```',
    '{',
    '}',
    '\n',
    '"""',
    '"',
    "'",
    '/*',
    '*/',
    '//',
    'return 1;',
    'readable(int worn)',
  ];
  const texts = fc.array(
    fc.oneof(fc.constantFrom(...scraps, '<think>', '</think>', ' throws', '<|im_end|>'), fc.string()),
  );
  const readings = fc.record({
    text: texts.map((pieces) => pieces.join('')),
    finish: fc.constantFrom('stop' as const, 'length' as const, 'unknown' as const),
    shape: fc.constantFrom('chat' as const, 'body' as const, 'inside' as const),
  });

  it('is read as a body of the language or as a failure of one line that quotes nothing', () => {
    const reads = (reading: { text: string; finish: 'stop' | 'length' | 'unknown'; shape: AnswerShape }): void => {
      const read = readAnswer({ ...reading, stub, language: java });
      if (read.kind === 'regenerated') expect(java.isBody(read.body)).toBe(true);
      else expect(read.detail).toMatch(/^[A-Za-z0-9 ,.()]+\.$/);
    };
    fc.assert(fc.property(readings, reads), { numRuns: 200 });
  });
});

describe('a known body', () => {
  const units = libraryFiles('capacitor-android-8.5').flatMap(({ path, text }) => {
    const source = java.parse(path, text);
    return source.units.map((unit) => ({ source, unit }));
  });
  const wrappings: readonly ((body: string, header: string) => readonly [AnswerShape, string])[] = [
    (body) => ['chat', `Sure, here's the body:\n\n\`\`\`java\n${body}\n\`\`\`\nIt doesn't do more.`],
    (body) => ['chat', `~~~\n${body}\n~~~`],
    (body) => ['chat', `Here's the body:\n\n${body}\n\nThat's it.`],
    (body, header) => ['chat', `\`\`\`java\n${header}${body}\n\`\`\``],
    (body, header) => ['chat', `Here's the method:\n\n${header}${body}\n\nThat's it.`],
    (body, header) => ['chat', `<think>\nWell, {\n</think>\n\`\`\`\nclass Any {\n${header}${body}\n}\n\`\`\``],
    (body, header) => ['chat', `\`\`\`java\nint other() {\n  return 1;\n}\n\n${header}${body}\n\`\`\``],
    (body) => ['body', ` ${body}\n\n    public int other() {\n        return 1;`],
    (body) => ['body', `${body}<|endoftext|>`],
    (body) => ['inside', `${body.slice(1)}\n\n    public int other() {`],
    // What holds nothing at all is no answer; the brace makes it one.
    (body) => ['inside', /^\{\s*\}$/.test(body) ? body.slice(1) : body.slice(1, -1)],
  ];

  it('comes back from whatever it is wrapped in', () => {
    const wrapped = fc.record({ at: fc.nat(units.length - 1), wrapping: fc.constantFrom(...wrappings) });
    const comesBack = ({ at, wrapping }: { at: number; wrapping: (typeof wrappings)[number] }): void => {
      const known = units[at];
      if (known === undefined) throw new RangeError(`no unit ${at}`);
      const { source, unit } = known;
      const body = bodyOf(source, unit);
      const line = source.text.lastIndexOf('\n', unit.declaration.start) + 1;
      const [shape, text] = wrapping(body, source.text.slice(line, unit.body.start));
      const stub = stubInPlace(source, unit);
      const read = readAnswer({ text, finish: 'stop', shape, stub, language: java });
      expect(read, unit.id).toEqual({ kind: 'regenerated', body });
    };
    fc.assert(fc.property(wrapped, comesBack), { numRuns: 100 });
  });

  it('comes back from the perfect answer in every shape', () => {
    for (const { source, unit } of units.filter((_, at) => at % 19 === 0)) {
      const stub = stubInPlace(source, unit);
      for (const shape of ['chat', 'body', 'inside'] as const) {
        const text = perfectAnswer(stub, bodyOf(source, unit), shape);
        const read = readAnswer({ text, finish: 'stop', shape, stub, language: java });
        expect(read, `${unit.id} ${shape}`).toEqual({ kind: 'regenerated', body: bodyOf(source, unit) });
      }
    }
  });
});
