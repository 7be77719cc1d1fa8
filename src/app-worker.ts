// A thread of the App: it steps behind the others before it loads what does the tasks.

import { setPriority } from 'node:os';
import type { TaskSettings } from './app/task-context.ts';
import type { HandedTask, TaskEnd } from './app/threads.ts';

/** Whoever answers webhooks and keeps the database comes first. */
const BEHIND_THE_WEB = 10;

if (process.platform === 'linux') setPriority(BEHIND_THE_WEB); // of this thread alone, on Linux

export default async function doTask(given: HandedTask<TaskSettings>): Promise<TaskEnd> {
  const handed = await import('./app/handed-task.ts');
  return handed.doTask(given);
}
