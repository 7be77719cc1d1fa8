// The tasks of the generalisation probe: small Java classes of no project, each with one method to be written and a trial.

import type { TrialTask } from '../ports.ts';
import { TASK_FILES } from './tasks.generated.ts';

/** Between the class and its trial, in a file of src/trials/tasks; the class has one method of that name. */
const TRIAL = /^\/\/ trial of (\w+)\n/m;

/** By name. */
export const JAVA_TASKS: readonly TrialTask[] = Object.entries(TASK_FILES).map(([path, text]) => taskOf(path, text));

function taskOf(path: string, text: string): TrialTask {
  const [source = '', method = '', trial = ''] = text.split(TRIAL);
  return { name: path.replace(/\.java$/, ''), path, text: `${source.trimEnd()}\n`, method, trial };
}
