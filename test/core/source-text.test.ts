import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource, encodeSource } from '../../src/core/source-text.ts';

function bytesOf(...bytes: number[]): Uint8Array {
  return Uint8Array.from(bytes);
}

describe('decoding a source', () => {
  it('takes UTF-8 where it is valid, the byte order mark being a character', () => {
    expect(decodeSource(Buffer.from('\ufeff// 🖋 é'))).toEqual({ text: '\ufeff// 🖋 é', encoding: 'utf-8' });
    expect(decodeSource(bytesOf())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it('takes Latin-1, a character a byte, where it is not', () => {
    expect(decodeSource(bytesOf(0x2f, 0x2f, 0xe9, 0x80))).toEqual({ text: '//é\x80', encoding: 'latin-1' });
    expect(decodeSource(bytesOf(0xed, 0xa0, 0x80))?.encoding).toBe('latin-1');
  });

  it('has no text for binary content', () => {
    expect(decodeSource(bytesOf(0xca, 0xfe, 0, 0xbe))).toBeNull();
  });
});

describe('encoding a source', () => {
  it('gives back the bytes that were decoded', () => {
    const notBinary = fc.uint8Array({ min: 1, max: 255 });
    const isRestored = (bytes: Uint8Array): boolean => {
      const source = decodeSource(bytes);
      return source !== null && Buffer.from(bytes).equals(encodeSource(source));
    };
    fc.assert(fc.property(notBinary, isRestored), { numRuns: 500 });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text.replaceAll('\0', ''))),
        isRestored,
      ),
    );
  });

  it('writes what Latin-1 lacks as escapes', () => {
    expect(Buffer.from(encodeSource({ text: 'é "— 🖋"', encoding: 'latin-1' })).toString('latin1')).toBe(
      'é "\\u2014 \\ud83d\\udd8b"',
    );
  });
});
