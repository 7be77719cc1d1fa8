// Waits, and can be called off.

import { setTimeout as sleep } from 'node:timers/promises';

/** Rejects with the signal's reason when it is aborted, and keeps no process alive then. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
}
