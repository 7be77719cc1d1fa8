// Who has a folder: a file for each process that claims it, taken away when that process is gone.

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type ExpectedFailure, systemErrorCode } from '../errors.ts';

/** How often a claim says that its process lives, for those that cannot ask the system about it. */
const BEAT_MS = 2_000;
/** A claim from another host or container that does not say so in this time is nobody's. */
const SILENT_MS = 8_000;
const ATTEMPTS = 3;

export interface FolderLock {
  release(): Promise<void>;
}

/** What the claims of a folder are called, and what is said when another process has it, or none may be written. */
export interface FolderClaims {
  readonly name: string;
  readonly inUse: (other: { readonly process: number; readonly host: string }) => ExpectedFailure;
  readonly notWritable: (path: string, error: unknown) => unknown;
}

const claimSchema = z.object({ process: z.int(), started: z.string().nullable(), host: z.string() });
type Claim = z.infer<typeof claimSchema>;

/**
 * Claims a folder for this process. Whoever writes its claim first is seen by all who come later: of two, never both have the
 * folder. A claim whose process was killed is cleared away. Throws what `said` has for it.
 */
export async function lockFolder(folder: string, said: FolderClaims): Promise<FolderLock> {
  const claims = join(folder, said.name);
  await mkdir(claims, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw said.notWritable(claims, error);
  });
  for (let attempt = 1; ; attempt++) {
    const own = `${process.pid}-${randomUUID()}`;
    await write(join(claims, own)).catch((error: unknown) => {
      throw said.notWritable(claims, error);
    });
    const other = await livingBeside(claims, own);
    if (other === null) return held(join(claims, own));
    await rm(join(claims, own), { force: true });
    if (attempt < ATTEMPTS && other.isNew) {
      await pause(50 + Math.random() * 400); // two that start at once see each other
      continue;
    }
    throw said.inUse(other.claim);
  }
}

function held(path: string): FolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      await rm(path, { force: true });
    },
  };
}

/** A process that lives and claims the folder too; the claims of others are cleared away. */
async function livingBeside(claims: string, own: string): Promise<{ claim: Claim; isNew: boolean } | null> {
  for (const name of await readdir(claims)) {
    if (name === own) continue;
    const path = join(claims, name);
    const written = await touchedAt(path);
    if (written === null) continue;
    const claim = await read(path);
    if (claim === null ? await isTouchedAgain(path, written) : await lives(claim, path, written)) {
      const unknown = { process: Number.parseInt(name, 10) || 0, started: null, host: hostname() };
      return { claim: claim ?? unknown, isNew: Date.now() - written < BEAT_MS };
    }
    await rm(path, { force: true });
  }
  return null;
}

async function lives(claim: Claim, path: string, written: number): Promise<boolean> {
  if (claim.host !== hostname()) return isTouchedAgain(path, written);
  try {
    process.kill(claim.process, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return false;
  }
  // The number may be another process’s by now, as that of the first one in a container always is.
  return claim.started === null || claim.started === (await startOf(claim.process));
}

async function isTouchedAgain(path: string, written: number): Promise<boolean> {
  for (const end = Date.now() + SILENT_MS; Date.now() < end; await pause(200)) {
    const now = await touchedAt(path);
    if (now === null) return false;
    if (now !== written) return true;
  }
  return false;
}

async function touchedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return null;
  }
}

async function read(path: string): Promise<Claim | null> {
  try {
    return claimSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** When a process was started, in the system's own count; `null` where the system does not tell. */
async function startOf(id: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${id}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

async function write(path: string): Promise<void> {
  const claim: Claim = { process: process.pid, started: await startOf(process.pid), host: hostname() };
  await writeFile(path, JSON.stringify(claim), { flag: 'wx', mode: 0o600 });
}
