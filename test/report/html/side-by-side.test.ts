import { expect, test } from 'vitest';
import { type Piece, type SideRow, sideBySide } from '../../../src/report/html/side-by-side.ts';

test('a changed line stands beside the line that it resembles, its other words marked', () => {
  expect(
    shown(
      '{\n    int sum = net + tax;\n    return sum;\n}',
      '{\n    audit();\n    int sum = net - tax;\n    return sum;\n}',
    ),
  ).toEqual([
    '  { | {',
    '~ – | [    audit();]',
    '~     int sum = net [+] tax; |     int sum = net [-] tax;',
    '      return sum; |     return sum;',
    '  } | }',
  ]);
});

test('lines that have nothing in common are marked whole', () => {
  expect(shown('{\n    return net;\n}', '{\n    throw unsupported();\n}')).toEqual([
    '  { | {',
    '~ [    return net;] | [    throw unsupported();]',
    '  } | }',
  ]);
});

test('nothing is lost of either text, whatever differs', () => {
  const [code, written] = ['{\n  a(b);\n  c();\n  d(e, f);\n}', '{\n  x();\n  d(e, g);\n  a(c);\n  y();\n}'];
  const rows = sideBySide(code, written);
  expect(rows.flatMap((row) => (row.code === null ? [] : [textOf(row.code)])).join('\n')).toBe(code);
  expect(rows.flatMap((row) => (row.written === null ? [] : [textOf(row.written)])).join('\n')).toBe(written);
});

function shown(code: string, written: string): string[] {
  return sideBySide(code, written).map(
    ({ kind, code, written }: SideRow) => `${kind === 'same' ? ' ' : '~'} ${marked(code)} | ${marked(written)}`,
  );
}

function marked(pieces: readonly Piece[] | null): string {
  return pieces === null ? '–' : pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
