// What people type after `--show`, and the methods that they mean.

import { expect, test } from 'vitest';
import { isNamed } from '../../src/core/method-names.ts';

const METHODS = [
  'src/Invoice.java#Invoice.<init>(Customer,int)',
  'src/Invoice.java#Invoice.total()',
  'src/Invoice.java#Invoice.total(List<Line>)',
  'src/Invoice.java#Invoice.Line.total()',
  'src/Invoice.java#Invoice.Line.<init>()',
  'src/Ledger.java#Ledger.book(Map<String,Entry>,int...)',
  'src/Ledger.java#Ledger.subtotal()',
  'src/Ledger.java#Ledger.listener$1.booked(Entry)',
  'src/com.example/Shelf.java#Shelf.lend(Book)',
];

const named = (typed: string) => METHODS.filter((id) => isNamed(id, typed)).map((id) => id.slice(id.indexOf('#') + 1));

test('the simple name means every method that is called so, overloads and all', () => {
  expect(named('total')).toEqual(['Invoice.total()', 'Invoice.total(List<Line>)', 'Invoice.Line.total()']);
  expect(named('lend')).toEqual(['Shelf.lend(Book)']);
});

test('the end of the dotted name narrows it down', () => {
  expect(named('Invoice.total')).toEqual(['Invoice.total()', 'Invoice.total(List<Line>)']);
  expect(named('Line.total')).toEqual(['Invoice.Line.total()']);
  expect(named('Invoice.Line.total')).toEqual(['Invoice.Line.total()']);
});

test('parameters choose the overload, however they are spaced', () => {
  expect(named('total()')).toEqual(['Invoice.total()', 'Invoice.Line.total()']);
  expect(named('Invoice.total()')).toEqual(['Invoice.total()']);
  expect(named('total(List<Line>)')).toEqual(['Invoice.total(List<Line>)']);
  expect(named('Ledger.book( Map<String, Entry>, int... )')).toEqual(['Ledger.book(Map<String,Entry>,int...)']);
});

test('the whole id means exactly its method', () => {
  for (const id of METHODS) expect(METHODS.filter((other) => isNamed(other, id))).toEqual([id]);
});

test('a part of a name is another name', () => {
  expect(named('tal')).toEqual([]);
  expect(named('subtotal')).toEqual(['Ledger.subtotal()']);
  expect(named('voice.total')).toEqual([]);
  expect(named('Invoice')).not.toContain('Invoice.total()');
});

test('constructors go by the name of their class, as in Java, or by <init>', () => {
  expect(named('Invoice')).toEqual(['Invoice.<init>(Customer,int)']);
  expect(named('Invoice(Customer, int)')).toEqual(['Invoice.<init>(Customer,int)']);
  expect(named('Line')).toEqual(['Invoice.Line.<init>()']);
  expect(named('Invoice.Line()')).toEqual(['Invoice.Line.<init>()']);
  expect(named('<init>')).toEqual(['Invoice.<init>(Customer,int)', 'Invoice.Line.<init>()']);
});

test('methods of anonymous classes are reached by their own name', () => {
  expect(named('booked')).toEqual(['Ledger.listener$1.booked(Entry)']);
});

test('nothing, or only punctuation, means nothing', () => {
  for (const typed of ['', '.', '()', '#']) expect(named(typed)).toEqual([]);
});
