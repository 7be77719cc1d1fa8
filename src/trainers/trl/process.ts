// The training as a process of its own: in a session that no terminal ends, found again by its number and its start.

import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { access, constants, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { systemErrorCode } from '../../errors.ts';

/** Where a training is, in a folder of its own; several attempts may follow one another. */
export interface Attempt {
  /** From 1. */
  readonly number: number;
  readonly process: number;
  /** As the system counts it; `null` where it does not tell. */
  readonly started: string | null;
  /** The step that it goes on from. */
  readonly from: number;
}

const attemptSchema = z.object({
  number: z.int().positive(),
  process: z.int().positive(),
  started: z.string().nullable(),
  from: z.int().nonnegative(),
});

export const logOf = (folder: string, number: number) => join(folder, `train-${number}.log`);
export const configOf = (folder: string, number: number) => join(folder, `train-${number}.yaml`);
const exitOf = (folder: string, number: number) => join(folder, `train-${number}.exit`);
const stateOf = (folder: string) => join(folder, 'state.json');

/**
 * Waits until it is told to go, which is when the state file names it; leaves the exit code of the program behind. What hangs
 * up on a terminal is no concern of its.
 */
const KEEPER =
  'trap "" HUP; read -r go || exit 125; file=$1; shift; "$@" </dev/null; code=$?; printf "%s\\n" "$code" >"$file.part" && mv "$file.part" "$file"';

/** The last attempt in a folder; `null` before the first. */
export async function lastAttempt(folder: string): Promise<Attempt | null> {
  try {
    return attemptSchema.parse(JSON.parse(await readFile(stateOf(folder), 'utf8')));
  } catch {
    return null;
  }
}

/** Starts a program in a session of its own, its output in a log. */
export async function startAttempt(
  folder: string,
  command: readonly string[],
  { number, from }: Pick<Attempt, 'number' | 'from'>,
): Promise<Attempt> {
  await mkdir(folder, { recursive: true });
  await rm(exitOf(folder, number), { force: true });
  const log = openSync(logOf(folder, number), 'w');
  try {
    const keeper = spawn('/bin/sh', ['-c', KEEPER, 'palimpsest', exitOf(folder, number), ...command], {
      detached: true,
      stdio: ['pipe', log, log],
      env: { ...process.env, PYTHONUNBUFFERED: '1' },
    });
    await new Promise((started, failed) => {
      keeper.once('spawn', started);
      keeper.once('error', failed);
    });
    const id = keeper.pid ?? 0;
    const attempt: Attempt = { number, process: id, started: await startOf(id), from };
    keeper.stdin?.on('error', () => {}); // it is gone: whoever waits for it will see
    await writeFile(stateOf(folder), `${JSON.stringify(attempt)}\n`);
    keeper.stdin?.end('go\n');
    keeper.unref();
    return attempt;
  } finally {
    closeSync(log);
  }
}

/** The exit code that an attempt ended with; `null` while it has none. */
export async function exitCodeOf(folder: string, { number }: Attempt): Promise<number | null> {
  const text = await readFile(exitOf(folder, number), 'utf8').catch(() => '');
  return /^\d+\n$/.test(text) ? Number(text) : null;
}

export async function isUnderWay({ process: id, started }: Attempt): Promise<boolean> {
  try {
    process.kill(id, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return false;
  }
  // the number may be another process’s by now, or that of one that is only waited for
  const now = await startOf(id);
  return started === null || started === now;
}

/** Ends an attempt with all that it has started: kindly, and after a while not. */
export async function endAttempt({ process: id }: Attempt): Promise<void> {
  signalGroup(id, 'SIGTERM');
  for (let waited = 0; waited < GRACE_MS && isGroupAlive(id); waited += 100) await sleep(100);
  signalGroup(id, 'SIGKILL');
}

const GRACE_MS = 10_000;

function isGroupAlive(id: number): boolean {
  try {
    return process.kill(-id, 0);
  } catch {
    return false;
  }
}

function signalGroup(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-id, signal);
  } catch {
    // nobody is left
  }
}

/** When a process was started, in the system's own count; `null` where the system does not tell, or it has ended. */
async function startOf(id: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${id}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** What was written to a file since; a file that is not there yet is empty. */
export class GrowingFile {
  readonly #path: string;
  readonly #decoder = new TextDecoder();
  #offset = 0;

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<string> {
    const file = await open(this.#path).catch(() => null);
    if (file === null) return '';
    try {
      const pieces: string[] = [];
      const buffer = Buffer.alloc(64 * 1024);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, this.#offset);
        if (bytesRead === 0) return pieces.join('');
        this.#offset += bytesRead;
        pieces.push(this.#decoder.decode(buffer.subarray(0, bytesRead), { stream: true }));
      }
    } finally {
      await file.close();
    }
  }
}

/** The path of a program that can be run; `null` when there is none. */
export async function programAt(name: string): Promise<string | null> {
  const places = /[/\\]/.test(name)
    ? [resolve(name)]
    : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder || '.', name));
  for (const place of places) {
    const runs = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return place;
  }
  return null;
}
