// What a clone keeps of promotions: a folder for each decision, and one small file that points to the champion in office.

import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Champion, championsOf, nextNumber, type PromotionRecord } from '../core/champions.ts';
import { PROMOTION_REASONS } from '../core/promotion.ts';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import type { PromotionBook } from '../ports.ts';
import { makeParentFolder, writeOutput } from './output-file.ts';
import { openOutputTree } from './output-tree.ts';

/** `0004-9f3a1c07`: in the order of their numbers; the rest keeps two that are made at once apart. */
const ID = /^\d{4,9}-[0-9a-f]{8}$/;
/** A pointer may come with a clone: it names a copy in this folder, and nothing else. */
const COPY = /^\d{4,9}-[0-9a-f]{8}\/(champion|challenger)\.palimpsest$/;

const championSchema = z.object({
  name: z.string(),
  fingerprint: z.string(),
  copy: z.string().regex(COPY).nullable(),
});

const recordSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string().regex(ID),
  kind: z.enum(['promoted', 'kept', 'rolled-back']),
  at: z.string(),
  reasons: z.array(z.enum(PROMOTION_REASONS)),
  challenger: championSchema,
  champion: championSchema.nullable(),
  becomes: championSchema.nullable(),
});

const pointerSchema = z.object({
  schemaVersion: z.literal(1),
  /** The record that made it champion. */
  record: z.string().regex(ID),
  champion: championSchema,
});

const RECORD = 'record.json';

/** The id of a record that follows those of a folder. */
export function newRecordId(records: readonly PromotionRecord[]): string {
  const number = nextNumber(records.map(({ id }) => id));
  return `${String(number).padStart(4, '0')}-${randomBytes(4).toString('hex')}`;
}

/** `folder` holds the records, `pointer` is the file that points to the champion. Nothing is made before something is kept. */
export function openPromotions(folder: string, pointer: string): PromotionBook {
  const records = () => readRecords(folder);
  return {
    records,
    async champion() {
      const [inOffice, kept] = [await readPointer(pointer), await records()];
      const last = kept.findLast(({ becomes, kind }) => kind !== 'kept' && becomes !== null);
      // A run may have been interrupted between record and pointer: the record is whole, so the decision was made.
      if (inOffice === null || (last !== undefined && last.id > inOffice.record))
        return championsOf(kept).at(-1) ?? null;
      return inOffice.champion;
    },
    pathOf: ({ copy }) => (copy === null ? null : join(folder, copy)),
    async keep(record, files) {
      await makeParentFolder(join(folder, record.id));
      const output = await openOutputTree(join(folder, record.id), []);
      try {
        for (const [name, bytes] of files) await output.write(name, bytes);
        await output.write(RECORD, json({ schemaVersion: 1, ...record }));
        await output.commit();
      } finally {
        await output.discard();
      }
      if (record.kind === 'kept' || record.becomes === null) return;
      await writeOutput(pointer, json({ schemaVersion: 1, record: record.id, champion: record.becomes }));
    },
  };
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

async function readRecords(folder: string): Promise<PromotionRecord[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw unreadable(folder, error);
  });
  const records: PromotionRecord[] = [];
  for (const id of names.filter((name) => ID.test(name)).sort()) {
    const path = join(folder, id, RECORD);
    const { schemaVersion: _, ...record } = await readJson(path, recordSchema);
    if (record.id === id) records.push(record);
  }
  return records;
}

async function readPointer(path: string): Promise<{ readonly record: string; readonly champion: Champion } | null> {
  try {
    return await readJson(path, pointerSchema);
  } catch (error) {
    if (error instanceof ExpectedFailure && systemErrorCode(error.cause) === 'ENOENT') return null;
    throw error;
  }
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new ExpectedFailure(
      'bad-promotion-record',
      `${path} is not what this version of palimpsest keeps of a promotion`,
      'If it was edited, undo that; otherwise a later version wrote it. Removing it forgets that decision alone.',
      { cause: error },
    );
  }
}

function unreadable(path: string, error: unknown): ExpectedFailure {
  const code = systemErrorCode(error) ?? 'unknown reason';
  return new ExpectedFailure('not-readable', `${path} cannot be read (${code})`, 'Check its permissions.', {
    cause: error,
  });
}
