// When each repository is reviewed: a day beside its tenure, moved on in the transaction that puts the review into the queue.

import type { ReviewSchedule } from '../ports/tenures.ts';
import type { Connection, Database } from './database.ts';
import { JOBS } from './task-lines.ts';

interface DueRow {
  readonly id: string;
  readonly installation: string;
  readonly tenure: string;
  readonly due: string;
}

/** `put`: writes a task into the queue, within the transaction of that connection. */
export function openReviewSchedule(
  database: Database,
  put: (connection: Connection, task: Parameters<ReviewSchedule['take']>[1] & object) => Promise<void>,
  onPut: () => void,
): ReviewSchedule {
  return {
    async next(everyDays) {
      // spread evenly, and so when a period was made shorter
      await database.query(
        `UPDATE palimpsest.repositories SET review_due = now() + random() * $1::int * interval '1 day'
         WHERE state = 'held' AND (review_due IS NULL OR review_due > now() + $1::int * interval '1 day')`,
        [everyDays],
      );
      const [row] = await database.query<DueRow>(
        `SELECT id::text, installation::text, tenure::text, review_due::text AS due FROM palimpsest.repositories own
         WHERE state = 'held' AND review_due <= now() AND NOT EXISTS (
           SELECT FROM ${JOBS} WHERE name = 'slow' AND state < 'active' AND data->'task'->>'kind' = 'review'
         )
         ORDER BY (
           SELECT max(other.reviewed) FROM palimpsest.repositories other WHERE other.installation = own.installation
         ) NULLS FIRST, review_due, id
         LIMIT 1`,
        [],
      );
      if (row === undefined) return null;
      const { id, installation, tenure, due } = row;
      return { tenure: { repository: Number(id), installation: Number(installation), number: tenure }, due };
    },
    async take({ tenure, due }, task, everyDays) {
      const isTaken = await database.transaction(async (connection) => {
        const rows = await connection.query(
          `UPDATE palimpsest.repositories SET reviewed = now(), review_due = review_due + $4::int * interval '1 day' *
             (1 + floor(greatest(extract(epoch FROM now() - review_due), 0) / ($4::int * 86400)))
           WHERE id = $1::bigint AND tenure = $2::bigint AND state = 'held' AND review_due = $3::timestamptz RETURNING id`,
          [tenure.repository, tenure.number, due, everyDays],
        );
        if (rows.length === 0) return false;
        if (task !== null) await put(connection, task);
        return true;
      });
      if (isTaken && task !== null) onPut();
      return isTaken;
    },
  };
}
