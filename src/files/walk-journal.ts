// What the walks of a backtest have written down: a line of JSON a state, and now and then the ledger as it stands.

import { type FileHandle, open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { AnewState, WalkPoint } from '../core/backtest-walk.ts';
import type { LedgerPages } from '../core/ledger-head.ts';
import { systemErrorCode } from '../errors.ts';
import { parseHead, parseShard, printHead, printShard } from '../pages/ledger-pages.ts';
import type { WalkJournal } from '../ports.ts';
import { writeFailure } from './failures.ts';
import { makeParentFolder, writeOutput } from './output-file.ts';

const estimate = { value: z.number(), margin: z.number().nullable() };
const part = z.object({ units: z.int(), points: z.number() });
const score = { id: z.string(), similarity: z.number(), failed: z.boolean() };
const walkPoint = z.object({
  at: z.int(),
  units: z.int(),
  now: z.object(estimate).nullable(),
  freshness: z
    .object({ ...estimate, parts: z.object({ unchanged: part, modified: part, new: part, deleted: part }) })
    .nullable(),
  scored: z.int(),
  scores: z.array(z.object(score)),
});
const keptLedger = z.object({ at: z.int(), head: z.string(), shards: z.record(z.string(), z.string()) });
const anewStates = z.array(
  z.object({
    at: z.int(),
    changes: z.array(z.object({ ...score, change: z.enum(['added', 'modified', 'renamed', 'moved']) })),
    behind: z.int(),
  }),
);

/** A ledger is written again no sooner than this after the last time: what lies between is walked again. */
const LEDGER_EVERY_MS = 10_000;

/** Opens or continues the journal `path` of a walk that begins at a place; its ledger lies beside it. */
export async function openWalkJournal(path: string, from: number): Promise<WalkJournal> {
  await makeParentFolder(path);
  const { points, wholeBytes } = await readPoints(path, from);
  try {
    const file = await open(path, 'a');
    await file.truncate(wholeBytes);
    return new FileWalkJournal(path, file, points, await readLedger(ledgerPath(path), from + points.length));
  } catch (error) {
    throw writeFailure(path, error);
  }
}

class FileWalkJournal implements WalkJournal {
  readonly points: readonly WalkPoint[];
  readonly ledger: WalkJournal['ledger'];
  readonly #path: string;
  readonly #file: FileHandle;
  #unkept: { readonly at: number; readonly pages: () => LedgerPages } | null = null;
  #keptAtMs = Number.NEGATIVE_INFINITY;

  constructor(path: string, file: FileHandle, points: readonly WalkPoint[], ledger: WalkJournal['ledger']) {
    this.#path = path;
    this.#file = file;
    this.points = points;
    this.ledger = ledger;
  }

  async append(point: WalkPoint, pages: () => LedgerPages): Promise<void> {
    try {
      await this.#file.appendFile(`${JSON.stringify(point)}\n`);
    } catch (error) {
      throw writeFailure(this.#path, error);
    }
    this.#unkept = { at: point.at, pages };
    if (performance.now() - this.#keptAtMs >= LEDGER_EVERY_MS) await this.#keep();
  }

  async close(): Promise<void> {
    await this.#keep();
    await this.#file.close();
  }

  /** Whole or not at all. The points up to there are in the journal by now: a ledger is never ahead of it. */
  async #keep(): Promise<void> {
    if (this.#unkept === null) return;
    const { at, pages } = this.#unkept;
    const { head, shards } = pages();
    const record: z.infer<typeof keptLedger> = {
      at,
      head: printHead({ head, files: {} }),
      shards: Object.fromEntries([...shards].map(([name, shard]) => [name, printShard(shard)])),
    };
    await writeOutput(ledgerPath(this.#path), JSON.stringify(record));
    this.#unkept = null;
    this.#keptAtMs = performance.now();
  }
}

function ledgerPath(path: string): string {
  return path.replace(/\.jsonl$/, '.ledger.json');
}

/**
 * The points without a gap. A line torn by a crash is dropped with what follows it; one that two runs at once both wrote
 * counts once, as they wrote the same.
 */
async function readPoints(path: string, from: number): Promise<{ points: WalkPoint[]; wholeBytes: number }> {
  const content = await readIfThere(path);
  const points: WalkPoint[] = [];
  let wholeBytes = 0;
  for (;;) {
    const end = content.indexOf('\n', wholeBytes);
    if (end < 0) return { points, wholeBytes };
    const point = parsed(walkPoint, content.toString('utf8', wholeBytes, end));
    const next = from + points.length;
    if (point === null || point.at < from || point.at > next) return { points, wholeBytes };
    if (point.at === next) points.push(point);
    wholeBytes = end + 1;
  }
}

/** The ledger of a point before `end`; `null` when there is none, or none that can be read. */
async function readLedger(path: string, end: number): Promise<WalkJournal['ledger']> {
  const kept = parsed(keptLedger, (await readIfThere(path)).toString('utf8'));
  if (kept === null || kept.at >= end) return null;
  try {
    const shards = new Map(Object.entries(kept.shards).map(([name, text]) => [name, parseShard(text)]));
    return { at: kept.at, pages: { head: parseHead(kept.head).head, shards } };
  } catch {
    return null;
  }
}

/** What an earlier run wrote of some states; `null` when it did not come to their end. */
export async function readAnewStates(path: string): Promise<AnewState[] | null> {
  return parsed(anewStates, (await readIfThere(path)).toString('utf8'));
}

export async function writeAnewStates(path: string, states: readonly AnewState[]): Promise<void> {
  await makeParentFolder(path);
  await writeOutput(path, JSON.stringify(states));
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function readIfThere(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw writeFailure(path, error);
  }
}
