// Putting tasks in: each delivery once, those of one key together.

import type PgBoss from 'pg-boss';
import type { TaskQueue } from '../ports/task-queue.ts';
import type { Database } from './database.ts';
import { putIn } from './task-entry.ts';
import { JOBS, LINES, type Line, lineOf, type WaitingTask } from './task-lines.ts';

/** A delivery that comes again later than that is a new one. GitHub itself offers it for three days. */
const DELIVERIES_KEPT_DAYS = 3;
const CLEARED_EVERY_MS = 60 * 60_000;
const MOST_AT_ONCE = 500;

export interface KeptTasks extends TaskQueue {
  /** How many were given up, of those that are still kept, by kind of task. */
  failed(): Promise<Readonly<Record<string, number>>>;
  /** Takes away what is kept of an installation’s tasks, or of one repository’s; what is under way stays. Of everything: that too. */
  forget(of: TasksOf): Promise<void>;
}

export type TasksOf = { readonly installation: number; readonly repository?: number } | 'everything';

interface Coming extends WaitingTask {
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

function waitingOf({ task, delivery }: Coming): WaitingTask {
  return { task, delivery };
}

/** `onAdded`: a line has another task, and one that is under way may be outdated by it. */
export function openQueue(database: Database, boss: PgBoss, onAdded: (line: Line) => void): KeptTasks {
  let clearedAt = 0;
  let coming: Coming[] = [];
  let isPuttingIn = false;

  /** What comes while some is put in, is put in together afterwards. */
  async function putAllIn(): Promise<void> {
    isPuttingIn = true;
    while (coming.length > 0) {
      const all = coming.slice(0, MOST_AT_ONCE);
      coming = coming.slice(MOST_AT_ONCE);
      try {
        const entries = await database.transaction((connection) => putIn(connection, boss, all.map(waitingOf)));
        const lines = new Set(all.flatMap(({ task }, at) => (entries[at] === 'known' ? [] : [lineOf(task)])));
        for (const line of lines) onAdded(line);
        for (const [at, { resolve }] of all.entries()) resolve(entries[at] === 'added');
        await clearNowAndThen();
      } catch (error) {
        for (const { reject } of all) reject(error);
      }
    }
    isPuttingIn = false;
  }

  async function clearNowAndThen(): Promise<void> {
    if (Date.now() - clearedAt <= CLEARED_EVERY_MS) return;
    clearedAt = Date.now();
    await clear(database);
  }

  return {
    add(task, delivery) {
      return new Promise((resolve, reject) => {
        coming.push({ task, delivery, resolve, reject });
        if (!isPuttingIn) void putAllIn();
      });
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
