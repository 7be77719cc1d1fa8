// Bytes ↔ text, so that what we do not touch stays byte for byte, whatever its encoding.

export type Encoding = 'utf-8' | 'latin-1';

export interface SourceText {
  /** A byte order mark, where there is one, is its first character. */
  readonly text: string;
  readonly encoding: Encoding;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Decodes a source file. Valid UTF-8 is read as such; other text is read as Latin-1, one character a byte, so that
 * {@link encodeSource} gives back the same bytes. Binary content (a NUL byte) has no text: `null`.
 */
export function decodeSource(bytes: Uint8Array): SourceText | null {
  if (bytes.includes(0)) return null;
  try {
    return { text: strictUtf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return {
      text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
      encoding: 'latin-1',
    };
  }
}

/** The bytes of a text; characters that Latin-1 lacks (a model may write them) become Java's unicode escapes. */
export function encodeSource({ text, encoding }: SourceText): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const escaped = text.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(escaped, 'latin1');
}
