// What regular reviews stand on, with the database in which a test can make them due.

import type { ReviewSchedule, Tenures } from '../../src/ports/tenures.ts';
import { openBlobs } from '../../src/store/blobs.ts';
import type { Database } from '../../src/store/database.ts';
import { openDocuments } from '../../src/store/documents.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openReviewSchedule } from '../../src/store/review-schedule.ts';
import { sealingWith } from '../../src/store/sealing.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import type { StoreSettings } from '../../src/store/store.ts';
import { putFresh } from '../../src/store/task-entry.ts';
import { openLines } from '../../src/store/task-lines.ts';
import { type KeptTasks, openQueue } from '../../src/store/task-queue.ts';
import { openTenures } from '../../src/store/tenures.ts';
import { PLAIN } from './databases.ts';

export interface ReviewParts {
  readonly database: Database;
  readonly documents: ReturnType<typeof openDocuments>;
  readonly queue: KeptTasks;
  readonly tenures: Tenures;
  readonly reviews: ReviewSchedule;
  /** Every repository's review is due in so many days; a negative number: so long ago. */
  dueIn(days: number): Promise<void>;
  close(): Promise<void>;
}

export async function reviewParts({ folder, url }: Pick<StoreSettings, 'folder' | 'url'>): Promise<ReviewParts> {
  const database = url === null ? await openEmbeddedDatabase(folder) : await openServerDatabase(url, PLAIN);
  await migrate(database);
  const boss = await openLines(database, PLAIN.onError);
  const sealing = sealingWith([]);
  const toQueue: Parameters<typeof openReviewSchedule>[1] = async (connection, task) => {
    await putFresh(connection, boss, [{ task, delivery: null }]);
  };
  return {
    database,
    documents: openDocuments(database, sealing),
    queue: openQueue(database, boss, () => {}),
    tenures: openTenures(database, sealing, openBlobs(database, sealing, { maxBytes: 1_000 })),
    reviews: openReviewSchedule(database, toQueue, () => {}),
    async dueIn(days) {
      await database.query(`UPDATE palimpsest.repositories SET review_due = now() + $1::int * interval '1 day'`, [
        days,
      ]);
    },
    async close() {
      await boss.stop({ graceful: false });
      await database.close();
    },
  };
}
