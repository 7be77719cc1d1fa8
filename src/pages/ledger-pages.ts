// How a ledger is written down, wherever it is kept: the head as JSON, a shard as one line of JSON a source file.

import { z } from 'zod';
import type { LedgerFile, LedgerUnit, TrainedUnit } from '../core/ledger.ts';
import type { LedgerHead } from '../core/ledger-head.ts';
import type { Shard } from '../core/shards.ts';

export interface StoredHead {
  readonly head: LedgerHead;
  /** Shard → its file; empty where a shard's file follows from its name. */
  readonly files: Readonly<Record<string, string>>;
}

const stratum = z.object({ population: z.int(), drawn: z.int(), sum: z.number(), squares: z.number() });
const rescored = z.object({
  units: z.int(),
  sum: z.number(),
  former: z.record(z.string(), z.object({ units: z.int(), drawn: z.int(), sum: z.number() })),
});
const tally = z.object({
  untouched: z.record(z.string(), stratum),
  rescored: z.object({ unchanged: rescored, modified: rescored, new: rescored }),
  deleted: rescored,
  failed: z.int(),
});
const revision = z.object({ revision: z.string(), committedAt: z.string().nullable() });
const storedHead = z.object({
  head: z.object({
    schemaVersion: z.literal(1),
    model: z.object({ provider: z.string(), name: z.string(), fingerprint: z.string() }),
    trainedAt: revision,
    standsAt: revision,
    sample: z.object({ size: z.int(), seed: z.int() }).nullable(),
    baseline: z.array(stratum),
    shards: z.record(z.string(), tally),
    history: z.array(
      z.object({ ...revision.shape, freshness: z.number(), margin: z.number().nullable(), units: z.int() }),
    ),
  }),
  files: z.record(z.string(), z.string().regex(/^[\w.-]+$/)),
});

/** The folder of a model's ledger. Fingerprints come from providers: what is no plain name is written so that it is one. */
export function ledgerFolder(fingerprint: string): string {
  return `${FOLDER_MARK}${encodeURIComponent(fingerprint).replaceAll('.', '%2E').replaceAll('*', '%2A')}`;
}

/** Whose ledger a folder holds; `null` for a folder of another name. */
export function fingerprintOf(folder: string): string | null {
  if (!folder.startsWith(FOLDER_MARK)) return null;
  try {
    return decodeURIComponent(folder.slice(FOLDER_MARK.length));
  } catch {
    return null;
  }
}

const FOLDER_MARK = 'm-';

export function printHead(stored: StoredHead): string {
  return `${JSON.stringify(stored)}\n`;
}

/** Throws when the text is no head. */
export function parseHead(text: string): StoredHead {
  return storedHead.parse(JSON.parse(text));
}

/** Name, hash of code, stratum, similarity; and the path, for a unit that is no longer in the file it was trained in. */
const trainedTuple = z.union([
  z.tuple([z.string(), z.string(), z.int(), z.number().nullable()]),
  z.tuple([z.string(), z.string(), z.int(), z.number().nullable(), z.string()]),
]);
type TrainedTuple = z.infer<typeof trainedTuple>;

/** What a unit that came after training has, and one that is as it was trained: its stratum alone says the rest. */
const origin = z.union([z.null(), z.int(), trainedTuple]);

const unitTuple = z.tuple([
  z.string().describe('The id without its path.'),
  z.string().describe('Hash of the body’s text.'),
  z.string().describe('Hash of the header.'),
  z.string().describe('Hash of the body’s code.'),
  z.int().describe('Length of the body.'),
  z.number().nullable().describe('Similarity; null when it was not scored.'),
  z.enum(['', 'f', 'r', 'rf']).describe('f: the regeneration failed. r: scored after training.'),
  origin.describe('What it was on the day of training.'),
]);

const line = z.object({ path: z.string(), units: z.array(unitTuple), departed: z.array(trainedTuple) });

export function printShard(shard: Shard): string {
  return shard
    .map(({ path, units, departed }) => {
      const record: z.infer<typeof line> = {
        path,
        units: units.map(unitRecord),
        departed: departed.map((trained) => trainedRecord(trained, path)),
      };
      return `${JSON.stringify(record)}\n`;
    })
    .join('');
}

/** Throws when the text is no shard. */
export function parseShard(text: string): Shard {
  return text
    .split('\n')
    .filter(Boolean)
    .map((record): LedgerFile => {
      const { path, units, departed } = line.parse(JSON.parse(record));
      return {
        path,
        units: units.map((unit) => unitOf(unit, path)),
        departed: departed.map((trained) => trainedOf(trained, path)),
      };
    });
}

function unitRecord(unit: LedgerUnit): z.infer<typeof unitTuple> {
  const { id, path, text, header, code, length, score, rescored: again } = unit;
  const marks = `${again ? 'r' : ''}${score?.failed ? 'f' : ''}` as const;
  return [id.slice(path.length + 1), text, header, code, length, score?.similarity ?? null, marks, originOf(unit)];
}

function unitOf(
  [name, text, header, code, length, similarity, marks, from]: z.infer<typeof unitTuple>,
  path: string,
): LedgerUnit {
  const id = `${path}#${name}`;
  const score = similarity === null ? null : { similarity, failed: marks.endsWith('f') };
  const trained =
    from === null
      ? null
      : typeof from === 'number'
        ? { id, path, code, stratum: from, similarity }
        : trainedOf(from, path);
  return { id, path, text, header, code, length, score, trained, rescored: marks.startsWith('r') };
}

function originOf({ id, path, code, score, trained }: LedgerUnit): z.infer<typeof origin> {
  if (trained === null) return null;
  const same = trained.id === id && trained.code === code && trained.similarity === (score?.similarity ?? null);
  return same ? trained.stratum : trainedRecord(trained, path);
}

function trainedRecord({ id, path, code, stratum: index, similarity }: TrainedUnit, file: string): TrainedTuple {
  const name = id.slice(path.length + 1);
  return path === file ? [name, code, index, similarity] : [name, code, index, similarity, path];
}

function trainedOf([name, code, index, similarity, elsewhere]: TrainedTuple, file: string): TrainedUnit {
  const path = elsewhere ?? file;
  return { id: `${path}#${name}`, path, code, stratum: index, similarity };
}
