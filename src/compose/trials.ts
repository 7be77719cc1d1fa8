// The tasks of the generalisation probe, and what runs them.

import type { TrialRunner, TrialTask } from '../ports.ts';
import { JAVA_TASKS } from '../trials/java-tasks.ts';
import { openJavaTrials } from '../trials/java-trials.ts';

export interface Trials {
  readonly tasks: readonly TrialTask[];
  readonly trials: TrialRunner;
  /** Code of no project that a model is specialised in: the tasks with their solutions. */
  readonly foreign: readonly string[];
}

/** Throws an ExpectedFailure where no JDK is. */
export async function composeTrials(signal: AbortSignal): Promise<Trials> {
  return { tasks: JAVA_TASKS, trials: await openJavaTrials(signal), foreign: JAVA_TASKS.map(({ text }) => text) };
}
