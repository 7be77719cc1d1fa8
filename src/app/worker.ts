// What does a task: a thread, for all that takes long; this process for the rest.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { readEnvironment } from '../config.ts';
import type { Task } from '../core/task.ts';
import type { Installations } from './installations.ts';
import type { Log } from './log.ts';
import type { AppMetrics } from './metrics.ts';
import { perform } from './perform.ts';
import type { Services } from './services.ts';
import type { AppSettings } from './settings.ts';
import type { TaskSettings } from './task-context.ts';
import { openThreads, storesFor, type ThreadServices } from './threads.ts';

export interface WorkerSurroundings {
  readonly settings: AppSettings;
  readonly services: Services;
  readonly installations: Installations;
  readonly metrics: AppMetrics;
}

export interface TaskDoer {
  do(task: Task, signal: AbortSignal, log: Log): Promise<void>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Nothing of these takes a processor long. */
const DONE_HERE: ReadonlySet<Task['kind']> = new Set(['begin-check', 'forget-installation', 'forget-repository']);

export async function openTaskDoer({ settings, services, installations }: WorkerSurroundings): Promise<TaskDoer> {
  const { gitHub, baseUrl, dataDir, workers, modelsFile, allowsPrivateAddresses } = settings;
  const { documents, blobs, queue } = services;
  const models = { modelsFile, allowsPrivateAddresses };
  const given: TaskSettings = { apiUrl: gitHub.apiUrl, serverUrl: gitHub.serverUrl, baseUrl, dataDir, ...models };
  const add = async (task: Task) => {
    await queue.add(task, null);
  };
  const threads = openThreads<TaskSettings>({ file: threadFile(), atOnce: workers, settings: given });
  const environment = { ...readEnvironment(process.env, false, homedir()), secrets: settings.secrets };
  return {
    async do(task, signal, log) {
      const tell: ThreadServices['log'] = ({ level, message, facts }) => log[level](facts, message);
      if (DONE_HERE.has(task.kind)) {
        const { serverUrl } = gitHub;
        const here = { documents, blobs, environment, serverUrl, baseUrl, ...models, log: tell, add, signal };
        const client = (installation: number) => installations.client(installation, signal);
        await perform(task, { ...here, installations: { client, token: installations.token } });
        if (task.kind === 'forget-installation') installations.forget(task.installation);
        return;
      }
      const { token, turn } = installations;
      await threads.do(task, signal, { ...storesFor(documents, blobs), add, token, turn, log: tell });
    },
    close: () => threads.close(),
  };
}

/** Beside the shipped bundle; in the source tree, what was built last. */
function threadFile(): URL {
  const beside = new URL('app-worker.js', import.meta.url);
  return existsSync(beside) ? beside : new URL('../../dist-app/app-worker.js', import.meta.url);
}
