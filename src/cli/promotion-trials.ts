// `--generalisation`: what it takes to have models solve tasks, and to run what they wrote.

import { composeTrials } from '../compose/trials.ts';
import type { Languages } from '../compose.ts';
import type { GeneralisationInput } from '../jobs/generalisation-probe.ts';
import type { Shell } from './shell.ts';

/** Throws an ExpectedFailure where no JDK is, before anything is asked. */
export async function generalisationFrom({ main }: Languages, { signal }: Shell): Promise<GeneralisationInput> {
  const { tasks, trials, foreign } = await composeTrials(signal);
  return { language: main, tasks, trials, foreign };
}
