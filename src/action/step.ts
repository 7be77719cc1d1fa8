// What the runner and the workflow say, beside what every run on a forge has.

import type { Environment } from '../config.ts';
import type { ForgeRun } from '../forge/run.ts';
import type { ActionInputs } from './inputs.ts';
import type { Place } from './place.ts';
import type { Runner } from './runner.ts';

export interface Step {
  readonly inputs: ActionInputs;
  readonly environment: Environment;
  readonly place: Place;
  readonly runner: Runner;
  readonly run: ForgeRun;
}
