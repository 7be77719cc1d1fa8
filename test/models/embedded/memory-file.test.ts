import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadJava } from '../../../src/languages/java.ts';
import {
  MemoryFileError,
  type ProjectMemory,
  readMemory,
  saveMemory,
  trainMemory,
} from '../../../src/models/embedded.ts';
import { ORIGIN, sourceOf } from './scriptorium.ts';

const SCRIBE = `package abbey;

/** Copies what others thought. */
class Scribe extends Monk implements Writer {
    private final Map<String, Ink> inks = new HashMap<>();

    /** Returns the copy of a folio, dry. */
    @Override
    public Folio copy(final Folio folio, Ink... inks) throws SmudgeException {
        return folio.with("\\u00e9t\\u00e9 – ☃ \\ud83d\\ude00");
    }

    class Apprentice {
        Apprentice() { super(); }
    }
}
`;

let memory: ProjectMemory;
let bytes: Uint8Array;

beforeAll(async () => {
  const java = await loadJava();
  memory = trainMemory([sourceOf(java, SCRIBE), sourceOf(java, 'class Empty { }', 'Empty.java')], java, ORIGIN);
  bytes = saveMemory(memory);
});

function problemOf(damaged: Uint8Array): string {
  try {
    readMemory(damaged);
    return 'none';
  } catch (error) {
    if (!(error instanceof MemoryFileError)) throw error;
    expect(error.message).toMatch(/\. [A-Z].*\.$/);
    return error.code;
  }
}

function firstLineWith(replace: (line: string) => string): Uint8Array {
  const end = bytes.indexOf(0x0a);
  const line = Buffer.from(bytes.subarray(0, end)).toString('latin1');
  return Buffer.concat([Buffer.from(replace(line), 'latin1'), bytes.subarray(end)]);
}

describe('a saved memory', () => {
  it('is read as it was', () => {
    expect(readMemory(bytes)).toEqual(memory);
  });

  it('says what it is in its first line', () => {
    expect(Buffer.from(bytes).toString('latin1')).toMatch(
      /^palimpsest project memory, schema 1, \d+ bytes, sha256 \w{64}\n/,
    );
  });

  it('cannot be read when it is cut off anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(problemOf(bytes.subarray(0, length))).toBe('truncated');
      }),
    );
  });

  it('cannot be read when a byte of it changed', () => {
    const start = bytes.indexOf(0x0a) + 1;
    fc.assert(
      fc.property(fc.integer({ min: start, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        expect(problemOf(damaged)).toBe('corrupt');
      }),
    );
  });

  it('cannot be read with something behind it', () => {
    expect(problemOf(Buffer.concat([bytes, Buffer.from('\n')]))).toBe('corrupt');
  });

  it('of a later schema asks for an update', () => {
    const later = firstLineWith((line) => line.replace('schema 1', 'schema 2'));
    expect(problemOf(later)).toBe('newer-schema');
    expect(() => readMemory(later)).toThrow(/schema 2.*Update/);
  });

  it('with a damaged first line is damaged', () => {
    expect(problemOf(firstLineWith((line) => line.replace('sha256', 'sha255')))).toBe('corrupt');
  });
});

describe('another file', () => {
  it('is no model', () => {
    expect(problemOf(Buffer.from('{"format": "something else"}\n'))).toBe('not-a-model');
    expect(problemOf(Buffer.from('PK\u0003\u0004'))).toBe('not-a-model');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 600 }), (other) => {
        fc.pre(other[0] !== 'p'.charCodeAt(0));
        expect(problemOf(other)).toBe('not-a-model');
      }),
    );
  });

  it('that claims to be a model but holds something else is damaged', async () => {
    const { brotliCompressSync } = await import('node:zlib');
    const { createHash } = await import('node:crypto');
    for (const content of ['{}', 'not JSON', '{"origin":null}']) {
      const packed = brotliCompressSync(Buffer.from(content));
      const hash = createHash('sha256').update(packed).digest('hex');
      const line = `palimpsest project memory, schema 1, ${packed.length} bytes, sha256 ${hash}\n`;
      expect(problemOf(Buffer.concat([Buffer.from(line), packed]))).toBe('corrupt');
    }
  });
});
