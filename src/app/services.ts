// What every process of the App stands on: the queue, and what is kept.

import { join } from 'node:path';
import { openStore } from '../compose/store.ts';
import type { ExpectedFailure } from '../errors.ts';
import type { BlobStore, DocumentStore } from '../ports/documents.ts';
import type { TaskQueue, TaskWorker } from '../ports/task-queue.ts';
import type { ReviewSchedule, Tenures } from '../ports/tenures.ts';
import type { Log } from './log.ts';
import type { AppSettings } from './settings.ts';

export interface Services {
  readonly queue: TaskQueue;
  readonly worker: TaskWorker;
  readonly documents: DocumentStore;
  readonly blobs: BlobStore;
  readonly tenures: Tenures;
  readonly reviews: ReviewSchedule;
  /** Nothing of it is used after that. */
  close(): Promise<void>;
  /** Why not, in a word; `null` when it is. */
  isReady(): Promise<string | null>;
}

/** Throws an ExpectedFailure where they are not to be had. `onBroken`: they cannot be used any more. */
export async function openServices(
  settings: AppSettings,
  { log, onBroken }: { readonly log: Log; readonly onBroken: (why: ExpectedFailure) => void },
): Promise<Services> {
  const { dataDir, databaseUrl, dataKey, formerDataKey, mostBlobBytes } = settings;
  const store = await openStore(
    {
      folder: join(dataDir, 'database'),
      url: databaseUrl?.reveal() ?? null,
      key: dataKey?.reveal() ?? null,
      former: formerDataKey?.reveal() ?? null,
      maxBlobBytes: mostBlobBytes,
    },
    { onError: (error) => log.error({ err: error }, 'the database'), onBroken },
  );
  const { queue, worker, documents, blobs, tenures, reviews } = store;
  return {
    queue,
    worker,
    documents,
    blobs,
    tenures,
    reviews,
    close: () => store.close(),
    isReady: () =>
      store.ping().then(
        () => null,
        () => 'the database does not answer',
      ),
  };
}
