// A project memory as one small file: a line that says what it is and guards the rest, then the memory, compressed.

import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { ProjectMemory } from './memory.ts';
import { contentOf, memoryFrom } from './memory-content.ts';

const FORMAT = 'palimpsest project memory';
const SCHEMA_VERSION = 1;
/** 65,000 units take 1.27 MB and 4 s; quality 5 would take 1.45 MB and 1 s, and a model is saved once and copied often. */
const COMPRESSION_QUALITY = 9;
/** Back references across 16 MiB: bodies that repeat far apart are stored once. */
const COMPRESSION_WINDOW_BITS = 24;
/** No memory of a real project unpacks to more; a crafted file must not fill the machine. */
const LARGEST_CONTENT_BYTES = 1024 ** 3;
const LONGEST_FIRST_LINE = 256;

export type MemoryFileProblem = 'truncated' | 'newer-schema' | 'not-a-model' | 'corrupt';

/** Why a file cannot be read as a project memory; the message says what happened and what to do. */
export class MemoryFileError extends Error {
  override readonly name = 'MemoryFileError';
  readonly code: MemoryFileProblem;

  constructor(code: MemoryFileProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The same memory gives the same bytes, whenever and wherever it is saved by one version of Node. */
export function saveMemory(memory: ProjectMemory): Uint8Array {
  const content = Buffer.from(JSON.stringify(contentOf(memory)), 'utf8');
  const packed = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: COMPRESSION_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: COMPRESSION_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  return Buffer.concat([
    Buffer.from(`${FORMAT}, schema ${SCHEMA_VERSION}, ${packed.length} bytes, sha256 ${sha256(packed)}\n`),
    packed,
  ]);
}

/** @throws {MemoryFileError} when the bytes are not a whole project memory that this version can read. */
export function readMemory(bytes: Uint8Array): ProjectMemory {
  const packed = guardedContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  try {
    const content = brotliDecompressSync(packed, { maxOutputLength: LARGEST_CONTENT_BYTES });
    return memoryFrom(JSON.parse(content.toString('utf8')));
  } catch (error) {
    throw new MemoryFileError('corrupt', `This ${FORMAT} does not hold what it should. Train the model again.`, {
      cause: error,
    });
  }
}

/** Checks the first line against what follows it. */
function guardedContent(bytes: Buffer): Buffer {
  const lineEnd = bytes.subarray(0, LONGEST_FIRST_LINE).indexOf('\n');
  const line = bytes.subarray(0, lineEnd === -1 ? LONGEST_FIRST_LINE : lineEnd).toString('latin1');
  const cutOff = lineEnd === -1 && bytes.length < LONGEST_FIRST_LINE;
  if (!line.startsWith(cutOff ? FORMAT.slice(0, line.length) : FORMAT)) {
    throw new MemoryFileError('not-a-model', `This file is no ${FORMAT}. Give the file that training wrote.`);
  }
  if (cutOff) throw truncated('its first line is cut off');
  const schema = /^, schema (\d+), /.exec(line.slice(FORMAT.length));
  if (schema !== null && Number(schema[1]) > SCHEMA_VERSION) {
    throw new MemoryFileError(
      'newer-schema',
      `This ${FORMAT} has schema ${schema[1]}; this version reads up to ${SCHEMA_VERSION}. Update the tool, or train the model again.`,
    );
  }
  const guard = /^, schema \d+, (\d+) bytes, sha256 ([0-9a-f]{64})$/.exec(line.slice(FORMAT.length));
  if (guard === null) throw corrupt('its first line is damaged');
  const packed = bytes.subarray(lineEnd + 1);
  const expectedBytes = Number(guard[1]);
  if (packed.length < expectedBytes) throw truncated(`${packed.length} of ${expectedBytes} bytes are there`);
  if (packed.length > expectedBytes || sha256(packed) !== guard[2]) throw corrupt('its checksum does not match');
  return packed;
}

function truncated(what: string): MemoryFileError {
  return new MemoryFileError(
    'truncated',
    `This ${FORMAT} is incomplete: ${what}. Copy it again, or train the model again.`,
  );
}

function corrupt(what: string): MemoryFileError {
  return new MemoryFileError('corrupt', `This ${FORMAT} is damaged: ${what}. Copy it again, or train the model again.`);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
