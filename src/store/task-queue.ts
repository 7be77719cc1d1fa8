// Putting tasks in: each delivery once, those of one key together.

import { createHash, randomUUID } from 'node:crypto';
import type PgBoss from 'pg-boss';
import { coalescingKey, installationOf, type Task } from '../core/task.ts';
import type { TaskQueue } from '../ports/task-queue.ts';
import type { Connection, Database } from './database.ts';
import { bossOn, JOBS, LINES, type Line, lineOf, type WaitingTask } from './task-lines.ts';
import { nextTurn } from './task-turns.ts';

/** A delivery that comes again later than that is a new one. GitHub itself offers it for three days. */
const DELIVERIES_KEPT_DAYS = 3;
const CLEARED_EVERY_MS = 60 * 60_000;

export interface KeptTasks extends TaskQueue {
  /** How many were given up, of those that are still kept, by kind of task. */
  failed(): Promise<Readonly<Record<string, number>>>;
  /** Takes away what is kept of an installation’s tasks, or of one repository’s; what is under way stays. Of everything: that too. */
  forget(of: TasksOf): Promise<void>;
}

export type TasksOf = { readonly installation: number; readonly repository?: number } | 'everything';

/** `onAdded`: a line has another task, and one that is under way may be outdated by it. */
export function openQueue(database: Database, boss: PgBoss, onAdded: (line: Line) => void): KeptTasks {
  let clearedAt = 0;
  return {
    async add(task, delivery) {
      const line = lineOf(task);
      const key = coalescingKey(task);
      const own = key ?? `each ${randomUUID()}`;
      const outcome = await database.transaction(async (connection) => {
        if (delivery !== null && !(await isNew(connection, delivery, task))) return 'known';
        if (key !== null && (await isOneThatWaits(connection, line, key, { task, delivery }))) return 'one';
        const turn = await nextTurn(connection, line, installationOf(task));
        const data: WaitingTask = { task, delivery };
        const options = { ...bossOn(connection), singletonKey: own, priority: -turn };
        return (await boss.send(line, data, options)) === null ? 'one' : 'added';
      });
      if (outcome !== 'known') onAdded(line);
      if (Date.now() - clearedAt > CLEARED_EVERY_MS) {
        clearedAt = Date.now();
        await clear(database);
      }
      return outcome === 'added';
    },
    async depth() {
      const counts = await countsOf(database, "state <= 'active'");
      return { waiting: ofState(counts, false), underWay: ofState(counts, true) };
    },
    async failed() {
      return ofState(await countsOf(database, "state = 'failed'"), false);
    },
    async forget(of) {
      if (of === 'everything') {
        await boss.clearStorage();
        await database.query('DELETE FROM palimpsest.deliveries', []);
        return;
      }
      const { installation, repository } = of;
      for (const table of [JOBS, 'pgboss.archive']) {
        await database.query(
          `DELETE FROM ${table} WHERE name = ANY($1::text[]) AND state <> 'active' AND CASE WHEN $3::bigint IS NULL
             THEN coalesce(data->'task'->'repository'->>'installation', data->'task'->>'installation')::bigint = $2
             ELSE (data->'task'->'repository'->>'id')::bigint = $3 END`,
          [LINES, installation, repository ?? null],
        );
      }
    },
  };
}

/** One delivery may ask for several tasks, each of which is known by itself. */
async function isNew(connection: Connection, delivery: string, task: Task): Promise<boolean> {
  const print = createHash('sha256').update(JSON.stringify(task)).digest('hex').slice(0, 32);
  const rows = await connection.query(
    'INSERT INTO palimpsest.deliveries (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id',
    [`${delivery} ${print}`],
  );
  return rows.length > 0;
}

/** The one that waits becomes the newer one, keeps its turn, and is not held back by a failure of its own. */
async function isOneThatWaits(connection: Connection, line: Line, key: string, data: WaitingTask): Promise<boolean> {
  const rows = await connection.query(
    `UPDATE ${JOBS} SET data = $3::jsonb, start_after = least(start_after, now())
     WHERE name = $1 AND singleton_key = $2 AND state < 'active' RETURNING id`,
    [line, key, JSON.stringify(data)],
  );
  return rows.length > 0;
}

interface Count {
  readonly kind: string;
  readonly active: boolean;
  readonly count: number;
}

function countsOf(database: Database, condition: string): Promise<readonly Count[]> {
  return database.query<Count>(
    `SELECT data->'task'->>'kind' AS kind, state = 'active' AS active, count(*)::int AS count
     FROM ${JOBS} WHERE name = ANY($1::text[]) AND ${condition} GROUP BY 1, 2`,
    [LINES],
  );
}

function ofState(counts: readonly Count[], active: boolean): Record<string, number> {
  return Object.fromEntries(counts.filter((each) => each.active === active).map(({ kind, count }) => [kind, count]));
}

/** Takes away deliveries that may come anew, and turns that say no more than none would. */
async function clear(database: Database): Promise<void> {
  await database.query(`DELETE FROM palimpsest.deliveries WHERE received < now() - $1::int * interval '1 day'`, [
    DELIVERIES_KEPT_DAYS,
  ]);
  await database.query(
    `DELETE FROM palimpsest.turns own USING palimpsest.turns come
     WHERE own.installation <> 0 AND come.installation = 0 AND come.line = own.line AND own.turn < come.turn`,
    [],
  );
}
