// An App and a GitHub for which time passes faster, ten times as a rule: a minute of trouble is lived through in six seconds.

import { fileURLToPath } from 'node:url';

/** More, and a busy machine would be taken for one that hangs. */
const TIMES = 10;
const LOADED_FIRST = fileURLToPath(new URL('fast-clock.mjs', import.meta.url));

export interface FastClock {
  /** Milliseconds since 1970, for `startFakeGitHub`. */
  readonly now: () => number;
  /** What the process is started with besides. */
  readonly environment: Readonly<Record<string, string>>;
  /** So many milliseconds of that clock pass. */
  pass(milliseconds: number): Promise<void>;
}

export function startFastClock(times = TIMES): FastClock {
  const sinceMs = Date.now();
  return {
    now: () => Math.floor(sinceMs + (Date.now() - sinceMs) * times),
    environment: { FAST_CLOCK: `${times},${sinceMs}`, NODE_OPTIONS: `--import ${LOADED_FIRST}` },
    pass: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / times)),
  };
}
