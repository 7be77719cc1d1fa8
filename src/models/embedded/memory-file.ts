// A project memory as one small file: a line that says what it is and guards the rest, then the memory, compressed.

import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import type { KnownUnit, ProjectMemory, TypeFacts } from './memory.ts';
import { interning } from './memory.ts';

const FORMAT = 'palimpsest project memory';
const SCHEMA_VERSION = 1;
/** Where Brotli's effort stops paying: 65,000 units in seconds, and within a tenth of the smallest size. */
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
  const content = Buffer.from(JSON.stringify(encode(memory)), 'utf8');
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
    return decode(contentSchema.parse(JSON.parse(content.toString('utf8'))));
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
  if (!line.startsWith(FORMAT.slice(0, line.length)) || (lineEnd === -1 && bytes.length >= LONGEST_FIRST_LINE)) {
    throw new MemoryFileError('not-a-model', `This file is no ${FORMAT}. Give the file that training wrote.`);
  }
  if (lineEnd === -1) throw truncated('its first line is cut off');
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

const texts = z.array(z.string());
const lists = z.array(texts);
const counts = z.array(z.int().nonnegative());

/** Column by column, since likes compress best beside likes. Pairs are flat: type, name, type, name, … */
const contentSchema = z.object({
  origin: z.object({ project: z.string(), revision: z.string(), committedAt: z.string().nullable() }),
  files: z.int().nonnegative(),
  contentHash: z.string(),
  types: z.object({
    path: texts,
    lineEnd: z.array(z.enum(['\n', '\r\n'])),
    packageName: texts,
    name: texts,
    supertypes: lists,
    fields: lists,
  }),
  units: z.object({
    id: texts,
    type: counts,
    kind: z.array(z.enum(['method', 'constructor', 'compact-constructor'])),
    name: texts,
    parameters: lists,
    returnType: texts,
    modifiers: lists,
    throws: lists,
    javadocWords: texts,
    indent: texts,
    body: texts,
  }),
  identifiers: z.object({ name: texts, files: counts }),
});

type Content = z.infer<typeof contentSchema>;

function encode(memory: ProjectMemory): Content {
  const numbers = new Map<TypeFacts, number>();
  for (const { type } of memory.units) if (!numbers.has(type)) numbers.set(type, numbers.size);
  const types = [...numbers.keys()];
  const { units } = memory;
  return {
    origin: { ...memory.origin },
    files: memory.files,
    contentHash: memory.contentHash,
    types: {
      path: types.map((type) => type.path),
      lineEnd: types.map((type) => type.lineEnd),
      packageName: types.map((type) => type.packageName),
      name: types.map((type) => type.name),
      supertypes: types.map((type) => [...type.supertypes]),
      fields: types.map((type) => flatPairs(type.fields)),
    },
    units: {
      id: units.map(({ id, type }) => (id.startsWith(`${type.path}#`) ? id.slice(type.path.length) : id)),
      type: units.map((unit) => numbers.get(unit.type) ?? 0),
      kind: units.map((unit) => unit.kind),
      name: units.map((unit) => unit.name),
      parameters: units.map((unit) => flatPairs(unit.parameters)),
      returnType: units.map((unit) => unit.returnType),
      modifiers: units.map((unit) => [...unit.modifiers]),
      throws: units.map((unit) => [...unit.throws]),
      javadocWords: units.map((unit) => unit.javadocWords.join(' ')),
      indent: units.map((unit) => unit.indent),
      body: units.map((unit) => unit.body),
    },
    identifiers: { name: [...memory.fileFrequency.keys()], files: [...memory.fileFrequency.values()] },
  };
}

function decode({ origin, files, contentHash, types, units, identifiers }: Content): ProjectMemory {
  const intern = interning();
  const typeFacts = types.path.map(
    (path, at): TypeFacts => ({
      path: intern(path),
      lineEnd: cell(types.lineEnd, at),
      packageName: intern(cell(types.packageName, at)),
      name: intern(cell(types.name, at)),
      supertypes: cell(types.supertypes, at).map(intern),
      fields: pairs(cell(types.fields, at).map(intern)),
    }),
  );
  return {
    origin,
    files,
    contentHash,
    units: units.id.map((id, at): KnownUnit => {
      const type = cell(typeFacts, cell(units.type, at));
      const words = cell(units.javadocWords, at);
      return {
        id: id.startsWith('#') ? type.path + id : id,
        type,
        kind: cell(units.kind, at),
        name: intern(cell(units.name, at)),
        parameters: pairs(cell(units.parameters, at).map(intern)),
        returnType: intern(cell(units.returnType, at)),
        modifiers: cell(units.modifiers, at).map(intern),
        throws: cell(units.throws, at).map(intern),
        javadocWords: words === '' ? [] : words.split(' ').map(intern),
        indent: intern(cell(units.indent, at)),
        body: cell(units.body, at),
      };
    }),
    fileFrequency: new Map(identifiers.name.map((name, at) => [intern(name), cell(identifiers.files, at)])),
  };
}

function flatPairs(pairs: readonly { readonly type: string; readonly name: string }[]): string[] {
  return pairs.flatMap(({ type, name }) => [type, name]);
}

function pairs(flat: readonly string[]): { type: string; name: string }[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => ({
    type: cell(flat, 2 * at),
    name: cell(flat, 2 * at + 1),
  }));
}

/** Columns of unequal length are a damaged file. */
function cell<T>(column: readonly T[], at: number): T {
  const value = column[at];
  if (value === undefined) throw new RangeError('a column is too short');
  return value;
}
