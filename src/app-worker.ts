// A thread of the App: does one task at a time, and reaches the database through the process that started it.

import { setMaxListeners } from 'node:events';
import { setPriority } from 'node:os';
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { collectAnswerTimes } from './app/answer-times.ts';
import { perform } from './app/perform.ts';
import { type TaskSettings, taskContext } from './app/task-context.ts';
import type { HandedTask, TaskEnd, ThreadServices } from './app/threads.ts';
import { keepFailures } from './app/told-failures.ts';
import { ExpectedFailure } from './errors.ts';
import { FORGOTTEN } from './ports/task-queue.ts';

/** Whoever answers webhooks and keeps the database comes first. */
const BEHIND_THE_WEB = 10;

keepFailures();
if (process.platform === 'linux') setPriority(BEHIND_THE_WEB); // of this thread alone, on Linux

export default async function doTask({ task, request, settings, port }: HandedTask<TaskSettings>): Promise<TaskEnd> {
  const services = wrap<ThreadServices>(nodeEndpoint(port));
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // whoever waits for a server listens
  let told = Promise.resolve();
  const times = collectAnswerTimes((each) => {
    told = services.answered(each);
  });
  services.calledOff().then(
    ({ reason, forGood }) => {
      const cause = forGood ? FORGOTTEN : undefined;
      stopping.abort(new ExpectedFailure('cancelled', reason, 'What takes its place goes on.', { cause }));
    },
    () => {}, // the task is over
  );
  try {
    const { signal } = stopping;
    await perform(task, taskContext(request, settings, services, { signal, answered: times.answered }));
    return { kind: 'done' };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return { kind: 'failed', code: error.code, message: error.message, remedy: error.remedy };
  } finally {
    times.close();
    await told.catch(() => {}); // the figures of a task that is over already
    port.close();
  }
}
