// Methods found again by their tokens.

import { describe, expect, test } from 'vitest';
import { bodyPrints } from '../../src/core/body-prints.ts';
import { java } from '../support/job-surroundings.ts';

/** The print of the one method in a class. */
function printOf(method: string): number {
  const text = `class Ledger { ${method} }`;
  const [unit] = java.parse('Ledger.java', text).units;
  const print = bodyPrints(java.tokenize(text)).find(({ bodyStart }) => bodyStart === unit?.body.start);
  if (print === undefined) throw new Error(`no print for ${method}`);
  return print.print;
}

describe('the print of a method', () => {
  const total = printOf('long total(List<Line> lines) { return sum(lines); }');

  test.each([
    ['white space', 'long total( List<Line>lines ){\n\treturn sum(lines);\n}'],
    ['comments', 'long total(List<Line> lines) { /* all of them */ return sum(lines); // done\n }'],
    [
      'modifiers, annotations and return type',
      '@Override public final int total(List<Line> lines) { return sum(lines); }',
    ],
  ])('does not change with %s', (_, method) => expect(printOf(method)).toBe(total));

  test.each([
    ['the body', 'long total(List<Line> lines) { return max(lines); }'],
    ['the name', 'long sum(List<Line> lines) { return sum(lines); }'],
    ['the parameters', 'long total(Set<Line> lines) { return sum(lines); }'],
    ['what it throws', 'long total(List<Line> lines) throws IOException { return sum(lines); }'],
  ])('changes with %s', (_, method) => expect(printOf(method)).not.toBe(total));

  test.each([
    'Ledger() { open(); }',
    '<T extends Comparable<T>> T max(List<? extends T> all) throws java.io.IOException, Bad { return null; }',
    'int sizes()[] { return null; }',
    'void sort() { Arrays.sort(a, new Order() { public int compare(int x, int y) { return x - y; } }); }',
    'void close() throws @Fatal IOException { }',
    'void book(@Named("a(b") String name) { }',
  ])('is there for %s', (method) => expect(printOf(method)).toBeTypeOf('number'));

  test('is there for the compact constructor of a record', () => {
    const text = 'record Line(long amount) { public Line { check(amount); } long twice() { return 2 * amount; } }';
    const starts = bodyPrints(java.tokenize(text)).map(({ bodyStart }) => bodyStart);
    const { units } = java.parse('Line.java', text);
    expect(units.map(({ body }) => starts.includes(body.start))).toEqual([true, true]);
  });

  test('is not there for blocks that belong to a statement', () => {
    const text = 'if (a) { b(); } for (;;) { } try { } finally { } x = () -> { }; switch (a) { default -> { } }';
    expect(bodyPrints(java.tokenize(text))).toEqual([]);
  });

  test('is not disturbed by braces that do not match', () => {
    expect(bodyPrints(java.tokenize('}}) void open() { }'))).toHaveLength(1);
  });

  test('is left out where its name is not wanted', () => {
    const tokens = java.tokenize('class Line { Line() { a(); } void total() { b(); } } record Line { Line { c(); } }');
    const named = (wanted: string) => bodyPrints(tokens, (name) => name === wanted).map(({ name }) => name);
    expect([named('total('), named('Line('), named('Line')]).toEqual([['total('], ['Line('], ['Line', 'Line', 'Line']]);
    expect(bodyPrints(tokens, (name) => name === 'total(')).toEqual(
      bodyPrints(tokens).filter(({ name }) => name === 'total('),
    );
  });

  test('tells how much the body holds', () => {
    const [print] = bodyPrints(java.tokenize('void open() { a = b ; }'));
    expect(print).toMatchObject({ bodyStart: 12, bodyCharacters: '{a=b;}'.length });
  });
});
