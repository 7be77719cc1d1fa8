// Putting tasks in: each delivery once, those of one key together.

import type PgBoss from 'pg-boss';
import type { Task } from '../core/task.ts';
import type { TaskQueue } from '../ports/task-queue.ts';
import type { Connection, Database } from './database.ts';
import { type Entry, putFresh, putIn } from './task-entry.ts';
import { JOBS, LINES, type Line, lineOf, type WaitingTask } from './task-lines.ts';
import { endTenures } from './tenures.ts';

/** A delivery that comes again later than that is a new one. GitHub itself offers it for three days. */
const DELIVERIES_KEPT_DAYS = 3;
const CLEARED_EVERY_MS = 60 * 60_000;
const MOST_AT_ONCE = 500;

export interface KeptTasks extends TaskQueue {
  /** How many were given up, of those that are still kept, by kind of task. */
  failed(): Promise<Readonly<Record<string, number>>>;
  /** Takes away an installation’s tasks, or one repository’s, except those that forget: what is under way is called off. */
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
    await null; // the other tasks of the same webhook
    while (coming.length > 0) {
      const all = coming.slice(0, countTogether(coming));
      coming = coming.slice(all.length);
      const removed = removalIn(all[0]?.task);
      try {
        const entries = await database.transaction(
          (connection) =>
            removed === null
              ? putIn(connection, boss, all.map(waitingOf))
              : putRemovalIn(connection, boss, all.map(waitingOf), removed),
          { isUrgent: true }, // GitHub waits
        );
        const lines = new Set(
          all.flatMap(({ task }, at) => (entries[at] === 'known' ? [] : removed === null ? [lineOf(task)] : LINES)),
        );
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
    async follow(task, delivery) {
      await database.transaction((connection) => putFresh(connection, boss, [{ task, delivery }]));
      onAdded(lineOf(task));
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
      await takeAway(database, of);
      for (const line of LINES) onAdded(line);
    },
  };
}

/** A removal goes by itself, so that what came before it goes with it, and what comes later stays. */
function countTogether(coming: readonly Coming[]): number {
  const first = coming.slice(0, MOST_AT_ONCE).findIndex(({ task }) => removalIn(task) !== null);
  return first < 0 ? MOST_AT_ONCE : Math.max(1, first);
}

/** From here on nothing of what came before is done or kept; what comes later is of a tenure of its own. */
async function putRemovalIn(
  connection: Connection,
  boss: PgBoss,
  tasks: readonly WaitingTask[],
  removed: Removed,
): Promise<Entry[]> {
  const entries = await putIn(connection, boss, tasks);
  if (entries[0] === 'known') return entries;
  await endTenures(connection, removed);
  await takeAway(connection, removed);
  return entries;
}

type Removed = Exclude<TasksOf, 'everything'>;

/** What is left behind, by a task that forgets; `null` for another one. */
function removalIn(task: Task | undefined): Removed | null {
  switch (task?.kind) {
    case 'forget-installation':
      return { installation: task.installation };
    case 'forget-repository':
      return { installation: task.repository.installation, repository: task.repository.id };
    default:
      return null;
  }
}

/** What was under way is missed by whoever does it, and called off. Another installation may have the repository by now. */
async function takeAway(connection: Connection, { installation, repository }: Removed): Promise<void> {
  for (const table of [JOBS, 'pgboss.archive']) {
    await connection.query(
      `DELETE FROM ${table} WHERE name = ANY($1::text[]) AND NOT data->'task'->>'kind' LIKE 'forget-%'
         AND (data->'task'->'repository'->>'installation')::bigint = $2::bigint
         AND ($3::bigint IS NULL OR (data->'task'->'repository'->>'id')::bigint = $3::bigint)`,
      [LINES, installation, repository ?? null],
    );
  }
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
