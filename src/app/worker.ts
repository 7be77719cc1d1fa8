// What does a task: a thread, unless it is a matter of the database alone.

import { existsSync } from 'node:fs';
import type { RepositoryTask, Task } from '../core/task.ts';
import type { Installations } from './installations.ts';
import type { Log } from './log.ts';
import type { AppMetrics } from './metrics.ts';
import type { Services } from './services.ts';
import type { AppSettings } from './settings.ts';
import { type TaskSettings, trainingFolderIn } from './task-context.ts';
import { forget, tenureFor } from './tenure.ts';
import { openThreads, storesFor, type ThreadServices } from './threads.ts';
import { sweptTrainings } from './trainings.ts';

export interface WorkerSurroundings {
  readonly settings: AppSettings;
  readonly services: Services;
  readonly installations: Installations;
  readonly metrics: Pick<AppMetrics, 'generation'>;
}

/** So many quick tasks beside the others, for which threads are left to them: no command waits for an evaluation. */
export const QUICK_AT_ONCE = 4;

/** So many trainings besides: they wait for a service for hours. */
export const TRAININGS_AT_ONCE = 2;

/** How a task is done, and under whose name. */
export interface Doing {
  readonly signal: AbortSignal;
  readonly log: Log;
  /** The webhook that asked for it; `null` for none. */
  readonly request: string | null;
}

export interface TaskDoer {
  do(task: Task, doing: Doing): Promise<void>;
  /** How many tasks of that kind are being done here. */
  countOf(kind: Task['kind']): number;
  /** Ends the threads. */
  close(): Promise<void>;
}

export async function openTaskDoer(surroundings: WorkerSurroundings): Promise<TaskDoer> {
  const { settings, services, installations, metrics } = surroundings;
  const { gitHub, baseUrl, dataDir, workers, modelsFile, allowsPrivateAddresses } = settings;
  const { queue, tenures, documents } = services;
  const models = { modelsFile, allowsPrivateAddresses };
  const given: TaskSettings = { apiUrl: gitHub.apiUrl, serverUrl: gitHub.serverUrl, baseUrl, dataDir, ...models };
  const threads = openThreads<TaskSettings>({
    file: threadFile(),
    atOnce: workers + QUICK_AT_ONCE + TRAININGS_AT_ONCE,
    settings: given,
  });
  const trainings = await sweptTrainings(trainingFolderIn(dataDir), tenures);
  const underWay = new Map<Task['kind'], number>();
  const count = (kind: Task['kind'], change: 1 | -1) => underWay.set(kind, (underWay.get(kind) ?? 0) + change);

  /** Whatever it keeps is kept under the tenure of now, also by a thread: it reaches no other stores. */
  async function inRepository(task: RepositoryTask, { signal, log, request }: Doing): Promise<void> {
    const installedAt = installations.installedAt;
    const kept = tenures.within(await tenureFor(task.repository, { tenures, documents, installedAt }));
    signal.throwIfAborted();
    const add = (next: Task) => queue.follow(next, request);
    const tell: ThreadServices['log'] = ({ level, message, facts }) => log[level](facts, message);
    const { token, turn } = installations;
    const answered: ThreadServices['answered'] = (times) => {
      for (const [provider, each] of Object.entries(times)) {
        for (const ms of each) metrics.generation(provider, ms / 1_000);
      }
    };
    await threads.do({ task, request }, signal, {
      ...storesFor(kept.documents, kept.blobs),
      add,
      token,
      turn,
      answered,
      log: tell,
    });
  }

  return {
    async do(task, doing) {
      count(task.kind, 1);
      try {
        if (task.kind !== 'forget-installation' && task.kind !== 'forget-repository') {
          return await inRepository(task, doing);
        }
        await forget(task, { tenures, documents });
        await trainings.sweep();
        if (task.kind === 'forget-installation') installations.forget(task.installation);
      } finally {
        count(task.kind, -1);
      }
    },
    countOf: (kind) => underWay.get(kind) ?? 0,
    async close() {
      trainings.stop();
      await threads.close();
    },
  };
}

/** Beside the shipped bundle; in the source tree, what was built last. */
function threadFile(): URL {
  const beside = new URL('app-worker.js', import.meta.url);
  return existsSync(beside) ? beside : new URL('../../dist-app/app-worker.js', import.meta.url);
}
