import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/report/visible.ts';
import {
  bytes,
  characters,
  count,
  firstFew,
  leftOutWords,
  methodName,
  noteWords,
  percent,
  share,
  shortRevision,
  spokenName,
} from '../../src/report/words.ts';

describe('percent', () => {
  it.each([
    [0.41, '41 %'],
    [0, '0 %'],
    [-0, '0 %'],
    [1, '100 %'],
    [-0.22, '-22 %'],
    [null, '–'],
    [0.994, '99 %'],
    [0.9951, '99.5 %'],
    [0.999, '99.9 %'],
    [0.99999, '> 99.9 %'],
    [0.0051, '1 %'],
    [0.004, '0.4 %'],
    [0.0004, '< 0.1 %'],
    [-0.0004, '> -0.1 %'],
  ])('prints %s as %s', (value, words) => expect(percent(value)).toBe(words));

  it('is 100 only for all and 0 only for nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        expect(percent(value) === '100 %').toBe(value === 1);
        expect(percent(value) === '0 %').toBe(value === 0);
      }),
    );
  });
});

describe('share', () => {
  it.each([
    [0.714, '0.71'],
    [0.9999, '> 0.99'],
    [1, '1.00'],
    [0.0001, '< 0.01'],
    [-0.001, '> -0.01'],
    [-1.5, '-1.50'],
  ])('prints %s as %s', (value, words) => expect(share(value)).toBe(words));

  it('prints as many digits as published results', () => expect(share(0.757668, 4)).toBe('0.7577'));
});

describe('counts', () => {
  it('group their thousands', () => {
    expect(characters(1140.5636, 2)).toBe('1,140.56');
    expect(count(2079, 'method')).toBe('2,079 methods');
    expect(count(1, 'body', 'bodies')).toBe('1 body');
    expect(bytes(188_412)).toBe('188 kB');
    expect(bytes(94_000_000)).toBe('94.0 MB');
  });

  it('say how many names are not told', () => {
    expect(firstFew(['total', 'tax', 'net'], 3)).toBe('total, tax and net');
    expect(firstFew(['total', 'tax', 'net'], 3, 12)).toBe('total, tax, net and 9 more');
  });
});

describe('names', () => {
  it('lose their path, even one that holds the separator', () => {
    expect(methodName('odd#dir/Invoice.java#Invoice.total()', 'odd#dir/Invoice.java')).toBe('Invoice.total()');
  });

  it('speak of constructors as Java does', () => {
    expect(spokenName('Invoice.java#Invoice.Line.<init>(Money)')).toBe('Invoice.Line(Money)');
  });

  it('shorten commits and nothing else', () => {
    expect(shortRevision('3f2c9ab04d5e6f708192a3b4c5d6e7f8091a2b3c')).toBe('3f2c9ab');
    expect(shortRevision('release-2026')).toBe('release-2026');
    expect(shortRevision('WORKTREE')).toBe('the work tree');
  });
});

describe('what is left out or noted', () => {
  it('counts files where nobody counted the methods', () => {
    expect(leftOutWords({ reason: 'test', methods: 12, files: 3 })).toBe('12 methods in tests');
    expect(leftOutWords({ reason: 'vendored', methods: null, files: 1 })).toBe('1 file of vendored code');
    expect(leftOutWords({ reason: 'generated', methods: 0, files: 0 })).toBeNull();
  });

  it('names the lines that did not parse', () => {
    expect(noteWords({ path: 'Ledger.java', kind: 'partly-parsed', lines: [7] })).toBe('parsed in part, not at line 7');
  });
});

describe('visible', () => {
  it('writes out what a reader cannot see', () => {
    expect(visible('total\u001b[31m\n\t\u202e\u200b\ud800')).toBe('total\\u{1b}[31m\\n\\t\\u{202e}\\u{200b}\\u{d800}');
  });

  it('keeps letters of any script and the marks on them', () => {
    expect(visible('größe 金額 cafe\u0301 नमस्ते')).toBe('größe 金額 cafe\u0301 नमस्ते');
  });

  it('does not let marks pile up over other lines', () => {
    expect(visible(`a${'\u0301'.repeat(6)}`)).toBe(`a${'\u0301'.repeat(4)}\\u{301}\\u{301}`);
  });
});
