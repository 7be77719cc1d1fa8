// What trainings leave on this machine goes with the App's time in the repository, whichever process was told of its end.

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tenures } from '../ports/tenures.ts';

export interface SweptTrainings {
  /** Removes the folders of repositories in which the App is no longer. */
  sweep(): Promise<void>;
  stop(): void;
}

/** Another machine may have been told, so that it is looked for now and then. */
const EVERY_MS = 20 * 60_000;

/** Sweeps at once, and from then on now and then, until it is stopped. */
export async function sweptTrainings(folder: string, tenures: Pick<Tenures, 'of'>): Promise<SweptTrainings> {
  async function sweep(): Promise<void> {
    for (const name of await readdir(folder).catch(() => [])) {
      if (!/^\d+$/.test(name)) continue;
      const there = await tenures.of(Number(name)).catch(() => 'unknown' as const);
      if (there === 'unknown' || (there !== null && there.state !== 'ended')) continue;
      // what cannot be removed now is tried again
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
    }
  }
  await sweep();
  const timer = setInterval(() => void sweep(), EVERY_MS);
  timer.unref();
  return { sweep, stop: () => clearInterval(timer) };
}
