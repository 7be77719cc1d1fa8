// Everything that the App keeps, opened at start: documents, blobs, tasks.

import type { ExpectedFailure } from '../errors.ts';
import type { BlobStore, DocumentStore } from '../ports/documents.ts';
import type { TaskWorker } from '../ports/task-queue.ts';
import type { ReviewSchedule, Tenures } from '../ports/tenures.ts';
import { openBlobs } from './blobs.ts';
import { type DataKeys, openSealing, sealAnew } from './data-key.ts';
import type { Database } from './database.ts';
import { openDocuments } from './documents.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { migrate } from './migrations.ts';
import { openReviewSchedule } from './review-schedule.ts';
import { openServerDatabase } from './server-database.ts';
import { putFresh } from './task-entry.ts';
import { type LineOptions, openLines } from './task-lines.ts';
import { type KeptTasks, openQueue } from './task-queue.ts';
import { type LocalWorker, openWorker, type WorkerOptions } from './task-worker.ts';
import { openTenures } from './tenures.ts';

export interface StoreSettings extends DataKeys {
  /** Where the embedded database lies. */
  readonly folder: string;
  /** A PostgreSQL in its place. */
  readonly url: string | null;
  /** Of all blobs together. */
  readonly maxBlobBytes: number;
}

export type StoreOptions = WorkerOptions &
  LineOptions & {
    /** For so long a PostgreSQL may be away. */
    readonly awayMs?: number;
    readonly blobUseCountsForMs?: number;
    /** The database can be used no more; who is told may end the process, and open it in another. */
    readonly onBroken?: (why: ExpectedFailure) => void;
  };

export interface Store {
  readonly kind: Database['kind'];
  readonly documents: DocumentStore;
  readonly blobs: BlobStore;
  readonly tenures: Tenures;
  readonly reviews: ReviewSchedule;
  readonly queue: KeptTasks;
  readonly worker: TaskWorker;
  /** Throws `database-unavailable` when the database does not answer. */
  ping(): Promise<void>;
  /** Nothing of it is used after that; the worker has to be stopped before. */
  close(): Promise<void>;
}

/**
 * Opens the database, brings its tables forward and looks at the key. Throws `database-in-use`, `database-unavailable`,
 * `database-of-later-version` and `wrong-data-key`.
 */
export async function openStore(settings: StoreSettings, options: StoreOptions): Promise<Store> {
  const { folder, url, maxBlobBytes } = settings;
  const { onError } = options;
  const database =
    url === null ? await openEmbeddedDatabase(folder, options.onBroken) : await openServerDatabase(url, options);
  try {
    await migrate(database);
    const sealing = await openSealing(database, settings);
    const boss = await openLines(database, onError, options);
    const ending = new AbortController();
    const sealed = sealAnew(database, sealing, ending.signal).catch(onError);
    const worker: LocalWorker = openWorker(database, boss, options);
    const blobs = openBlobs(database, sealing, { maxBytes: maxBlobBytes, useCountsForMs: options.blobUseCountsForMs });
    return {
      kind: database.kind,
      documents: openDocuments(database, sealing),
      blobs,
      tenures: openTenures(database, sealing, blobs),
      reviews: openReviewSchedule(
        database,
        async (connection, task) => {
          await putFresh(connection, boss, [{ task, delivery: null }]);
        },
        () => worker.added('slow'),
      ),
      queue: openQueue(database, boss, worker.added),
      worker,
      async ping() {
        await database.query('SELECT 1', []);
      },
      async close() {
        ending.abort();
        await boss.stop({ graceful: false });
        await sealed;
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
