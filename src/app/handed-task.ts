// What a thread of the App does: one task at a time, reaching the database through the process that started it.

import { setMaxListeners } from 'node:events';
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { ExpectedFailure } from '../errors.ts';
import { FORGOTTEN } from '../ports/task-queue.ts';
import { collectAnswerTimes } from './answer-times.ts';
import { perform } from './perform.ts';
import { type TaskSettings, taskContext } from './task-context.ts';
import type { HandedTask, TaskEnd, ThreadServices } from './threads.ts';
import { keepFailures } from './told-failures.ts';

keepFailures();

export async function doTask({ task, request, settings, port }: HandedTask<TaskSettings>): Promise<TaskEnd> {
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
