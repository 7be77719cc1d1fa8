// What every command is handed: the environment as it was read at the start, the wish to stop, and the progress bar.

import type { Environment } from '../config.ts';
import type { Progress } from '../ports.ts';

export interface Shell {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** What is to be done when the command is over, however it ended. */
  readonly atEnd: (action: () => Promise<void>) => void;
}
