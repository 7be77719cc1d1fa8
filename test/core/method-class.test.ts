// What sort of method it is, told by its tokens, and how long.

import { describe, expect, test } from 'vitest';
import { methodClassOf, sizeBandOf } from '../../src/core/method-class.ts';
import { bodyOf } from '../../src/core/unit.ts';
import { java } from '../support/job-surroundings.ts';

/** The class of the only method of a type. */
function classOf(method: string): string {
  const source = java.parse('Invoice.java', `class Invoice { ${method} }`);
  const [unit] = source.units;
  if (unit === undefined) throw new Error('no method');
  return methodClassOf(unit, java.tokenize(bodyOf(source, unit)));
}

describe('the sort of a method', () => {
  test.each([
    ['constructor', 'Invoice(int total) { this.total = total; }'],
    ['accessor', 'int total() { return total; }'],
    ['accessor', 'int getTotal() { /* in cents */ return this.total ; }'],
    ['accessor', 'void setTotal(int total) { this.total = total; }'],
    ['accessor', 'Invoice total(int cents) { total = cents; return this; }'],
    ['accessor', '@Override public int total() { return total; }'],
    ['override', '@Override public String toString() { return "invoice"; }'],
    ['override', '@java.lang.Override public int hashCode() { return 1; }'],
    ['other', '@Overridden public int hashCode() { return 1; }'],
    ['other', 'boolean paid() { return true; }'],
    ['other', 'int same(int total) { return total; }'],
    ['other', 'void reset(int total) { this.total = zero; }'],
    ['other', 'int gross() { return net.total; }'],
    ['other', 'int gross() { return total(); }'],
    ['other', 'void book() { }'],
  ])('%s: %s', (expected, method) => expect(classOf(method)).toBe(expected));

  test('a compact constructor is a constructor', () => {
    const source = java.parse('Line.java', 'record Line(int cents) { Line { check(cents); } }');
    const [unit] = source.units;
    expect(unit && methodClassOf(unit, java.tokenize(bodyOf(source, unit)))).toBe('constructor');
  });
});

test.each([
  ['up to 3 lines', 1],
  ['up to 3 lines', 3],
  ['4 to 10 lines', 4],
  ['4 to 10 lines', 10],
  ['11 to 30 lines', 11],
  ['11 to 30 lines', 30],
  ['over 30 lines', 31],
])('%s: a body of %i lines, whatever ends them', (expected, lines) => {
  for (const end of ['\n', '\r\n', '\r']) expect(sizeBandOf(new Array(lines).fill('x').join(end))).toBe(expected);
});
