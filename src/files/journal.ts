// The journal of a long run: one JSON line a regeneration, so that an interrupted run goes on where it was.

import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { FAILURE_REASONS, isSilence, type Regeneration } from '../core/regeneration.ts';
import { systemErrorCode } from '../errors.ts';
import type { Journal } from '../ports.ts';
import { writeFailure } from './failures.ts';
import { makeParentFolder } from './output-file.ts';

const Line = z.object({
  key: z.string(),
  regeneration: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('regenerated'), body: z.string(), confidence: z.number().exactOptional() }),
    z.object({
      kind: z.literal('failed'),
      reason: z.enum(FAILURE_REASONS),
      detail: z.string(),
    }),
  ]),
});

export interface ResumedJournal extends Journal {
  /** Regenerations that an interrupted run left. */
  readonly resumed: number;
  /** Keeps what there is for the next run. */
  close(): Promise<void>;
}

/** Opens or continues the journal at `path`. A line torn by a crash is dropped; the rest counts. */
export async function openJournal(path: string): Promise<ResumedJournal> {
  const { known, wholeBytes } = await readLines(path);
  await makeParentFolder(path);
  let file: FileHandle;
  try {
    file = await open(path, 'a');
    await file.truncate(wholeBytes);
  } catch (error) {
    throw writeFailure(path, error);
  }
  return new FileJournal(path, file, known);
}

class FileJournal implements ResumedJournal {
  readonly resumed: number;
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #known: Map<string, Regeneration>;

  constructor(path: string, file: FileHandle, known: Map<string, Regeneration>) {
    this.#path = path;
    this.#file = file;
    this.#known = known;
    this.resumed = known.size;
  }

  get(key: string): Regeneration | undefined {
    return this.#known.get(key);
  }

  async append(key: string, regeneration: Regeneration): Promise<void> {
    const kept = regeneration.kind === 'regenerated' ? withoutSamples(regeneration) : regeneration;
    try {
      await this.#file.appendFile(`${JSON.stringify({ key, regeneration: kept })}\n`);
    } catch (error) {
      throw writeFailure(this.#path, error);
    }
  }

  async finish(): Promise<void> {
    await this.close();
    await rm(this.#path, { force: true });
  }

  async close(): Promise<void> {
    await this.#file.close().catch(() => {}); // closed already
  }
}

function withoutSamples(regeneration: Extract<Regeneration, { kind: 'regenerated' }>): Regeneration {
  const { samples: _, ...kept } = regeneration;
  return kept;
}

async function readLines(path: string): Promise<{ known: Map<string, Regeneration>; wholeBytes: number }> {
  const known = new Map<string, Regeneration>();
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return { known, wholeBytes: 0 };
    throw writeFailure(path, error);
  }
  const wholeBytes = content.lastIndexOf('\n') + 1;
  for (const line of content.toString('utf8', 0, wholeBytes).split('\n')) {
    const parsed = parseLine(line);
    // an older version kept failures of the network too; those are asked for again
    if (parsed !== undefined && !isSilent(parsed.regeneration)) known.set(parsed.key, parsed.regeneration);
  }
  return { known, wholeBytes };
}

function isSilent(regeneration: Regeneration): boolean {
  return regeneration.kind === 'failed' && isSilence(regeneration.reason);
}

function parseLine(line: string) {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
