// What every command is handed: the environment as it was read at the start, and the wish to stop.

import type { Environment } from '../config.ts';

export interface Shell {
  readonly environment: Environment;
  readonly signal: AbortSignal;
}
