// What a clone keeps of promotions, and what is left of one that was interrupted anywhere.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Champion, championsOf, type PromotionRecord } from '../../src/core/champions.ts';
import { newRecordId, openPromotions } from '../../src/files/promotions.ts';
import type { PromotionBook } from '../../src/ports.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const OLD: Champion = { name: 'ledger-2025', fingerprint: 'aa', copy: null };
const NEW: Champion = { name: 'ledger-2026', fingerprint: 'bb', copy: '0001-00000001/challenger.palimpsest' };
const NEWER: Champion = { name: 'ledger-2027', fingerprint: 'cc', copy: null };

function record(number: number, change: Partial<PromotionRecord> = {}): PromotionRecord {
  return {
    id: `000${number}-0000000${number}`,
    kind: 'promoted',
    at: '2026-12-01T00:00:00.000Z',
    reasons: ['closer'],
    challenger: NEW,
    champion: OLD,
    becomes: NEW,
    ...change,
  };
}

const SECOND = record(2, { challenger: NEWER, champion: NEW, becomes: NEWER });
const FILES = new Map([['challenger.palimpsest', new Uint8Array([1, 2])]]);

let folder: string;
let pointer: string;
let book: PromotionBook;

beforeEach(() => {
  const state = temporaryFolder();
  folder = join(state, 'promotions');
  pointer = join(state, 'champion.json');
  book = openPromotions(folder, pointer);
});

describe('the promotions of a clone', () => {
  it('are none at first, and nothing is made by looking', async () => {
    expect(await book.records()).toEqual([]);
    expect(await book.champion()).toBeNull();
    expect(existsSync(folder)).toBe(false);
  });

  it('keep record and files, and point to the champion', async () => {
    await book.keep(record(1), FILES);
    expect(await book.records()).toEqual([record(1)]);
    expect(await book.champion()).toEqual(NEW);
    expect(JSON.parse(readFileSync(pointer, 'utf8'))).toEqual({
      schemaVersion: 1,
      record: record(1).id,
      champion: NEW,
    });
    expect(readFileSync(book.pathOf(NEW) ?? '')).toEqual(Buffer.from([1, 2]));
  });

  it('leave the pointer where it is when the champion is kept', async () => {
    await book.keep(record(1), FILES);
    const before = readFileSync(pointer, 'utf8');
    await book.keep(record(2, { kind: 'kept', challenger: NEWER, champion: NEW }), new Map());
    expect(readFileSync(pointer, 'utf8')).toBe(before);
    expect(await book.champion()).toEqual(NEW);
    expect(await book.records()).toHaveLength(2);
  });

  it('give each record a number of its own, and tell two of one number apart', async () => {
    expect(newRecordId([])).toMatch(/^0001-[0-9a-f]{8}$/);
    expect(newRecordId([record(1), record(7)])).toMatch(/^0008-/);
    expect(newRecordId([])).not.toBe(newRecordId([]));
  });
});

describe('a promotion that was interrupted', () => {
  beforeEach(() => book.keep(record(1), FILES));

  it('while its record was written: it was not made', async () => {
    const partial = join(folder, `.${SECOND.id}.partial-1`);
    mkdirSync(partial);
    writeFileSync(join(partial, 'record.json'), '{"schemaVersion": 1, "id":');
    expect(await book.champion()).toEqual(NEW);
    expect(await book.records()).toEqual([record(1)]);
  });

  it('between record and pointer: it was made, and the next one mends the pointer', async () => {
    const before = readFileSync(pointer);
    await book.keep(SECOND, new Map());
    writeFileSync(pointer, before); // as if the run had ended here
    expect(await book.champion()).toEqual(NEWER);
    await book.keep(record(3, { kind: 'rolled-back', champion: NEWER, becomes: NEW, reasons: [] }), new Map());
    expect(JSON.parse(readFileSync(pointer, 'utf8')).champion).toEqual(NEW);
    expect(await book.champion()).toEqual(NEW);
  });

  it('between record and pointer, the first one of all', async () => {
    rmSync(pointer);
    expect(await book.champion()).toEqual(NEW);
  });

  it('while the pointer was written: the file beside it counts for nothing', async () => {
    writeFileSync(join(pointer, '..', '.champion.json.0f0f'), '{"schemaVersion"');
    expect(await book.champion()).toEqual(NEW);
  });

  it('when the pointer cannot be written: the record stands, and so does the decision', async () => {
    rmSync(pointer);
    mkdirSync(join(pointer, 'in-the-way'), { recursive: true });
    await expect(book.keep(SECOND, new Map())).rejects.toMatchObject({ name: 'ExpectedFailure' });
    renameSync(pointer, `${pointer}.aside`);
    expect(await book.champion()).toEqual(NEWER);
  });
});

describe('what lies there and is not ours', () => {
  it.each(['../../etc/passwd', '/etc/passwd', '0001-00000001/../../x.palimpsest', 'command:rm'])(
    'a pointer to %s is refused',
    async (copy) => {
      writeFileSync(pointer, JSON.stringify({ schemaVersion: 1, record: '0001-00000001', champion: { ...NEW, copy } }));
      await expect(book.champion()).rejects.toMatchObject({ code: 'bad-promotion-record' });
    },
  );

  it('a record of a later version is refused by its path, and other folders are passed over', async () => {
    await book.keep(record(1), FILES);
    mkdirSync(join(folder, 'notes'));
    expect(await book.records()).toHaveLength(1);
    const path = join(folder, record(1).id, 'record.json');
    writeFileSync(path, JSON.stringify({ schemaVersion: 2 }));
    await expect(book.records()).rejects.toThrow(path);
  });
});

describe('the champions one on top of the other', () => {
  it('are those that were promoted, above the one that was there first', () => {
    expect(championsOf([record(1), SECOND])).toEqual([OLD, NEW, NEWER]);
  });

  it('are fewer after each rollback', () => {
    const back = record(3, { kind: 'rolled-back', champion: NEWER, becomes: NEW, reasons: [] });
    expect(championsOf([record(1), SECOND, back])).toEqual([OLD, NEW]);
    expect(championsOf([record(1), SECOND, back, { ...back, champion: NEW, becomes: OLD }])).toEqual([OLD]);
  });

  it('are not moved by what was kept', () => {
    expect(championsOf([record(1), record(2, { kind: 'kept' })])).toEqual([OLD, NEW]);
    expect(championsOf([record(1, { kind: 'kept' })])).toEqual([]);
    expect(championsOf([record(1, { champion: null })])).toEqual([NEW]);
  });
});
