// The queue of tasks in the database: pg-boss keeps, retries and clears away; whose turn it is, is decided here.

import PgBoss from 'pg-boss';
import { isQuick, isTraining, type Task } from '../core/task.ts';
import type { Database } from './database.ts';

export type Line = 'quick' | 'slow' | 'training';

export const LINES: readonly Line[] = ['quick', 'slow', 'training'];

export function lineOf(task: Task): Line {
  return isQuick(task) ? 'quick' : isTraining(task) ? 'training' : 'slow';
}

/** What is kept of a task while it waits. */
export interface WaitingTask {
  readonly task: Task;
  readonly delivery: string | null;
}

export interface LineOptions {
  /** A task whose process did not say for so long that it lives is done by another. */
  readonly aliveForSeconds?: number;
  /** The wait before the first of the retries; each of the following is twice as long. */
  readonly retryAfterSeconds?: number;
  /** Of what may pass, such as a GitHub that is down, or whose limit is lifted within the hour: ten take longer than that. */
  readonly retries?: number;
}

/** The table of pg-boss 10, and those of ours beside it. */
export const JOBS = 'pgboss.job';

/**
 * Opens the lines, and makes them where there are none. In an embedded database nobody else can be at work: what is under way
 * there was left by a process that is gone, and is put back at once.
 */
export async function openLines(
  database: Database,
  onError: (error: unknown) => void,
  { aliveForSeconds = 60, retryAfterSeconds = 5, retries = 10 }: LineOptions = {},
): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => asResult(database.query(text, values)) },
    schedule: false,
    maintenanceIntervalSeconds: Math.max(1, Math.round(aliveForSeconds / 4)),
    archiveCompletedAfterSeconds: DAY_S,
    archiveFailedAfterSeconds: 7 * DAY_S,
    deleteAfterSeconds: 1,
    retentionDays: 30,
  });
  boss.on('error', onError);
  const options = { policy: 'short', retryLimit: retries, retryDelay: retryAfterSeconds, retryBackoff: true } as const;
  await oneAtATime(database, async () => {
    await boss.start();
    for (const line of LINES) {
      await boss.createQueue(line, { name: line, ...options, expireInSeconds: aliveForSeconds });
      await boss.updateQueue(line, { name: line, ...options, expireInSeconds: aliveForSeconds });
      await database.query(
        'INSERT INTO palimpsest.turns (line, installation, turn) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING',
        [line],
      );
    }
    const [there] = await database.query<{ name: string | null }>(
      `SELECT to_regclass('pgboss.job_by_key')::text AS name`,
      [],
    );
    if (there?.name === null) await database.query(`CREATE INDEX job_by_key ON ${JOBS} (name, singleton_key)`);
  });
  if (database.kind === 'embedded') await putBackAll(database, boss);
  return boss;
}

/**
 * Processes that start at once make tables one after the other: two that make the same schema are an error to PostgreSQL, and
 * pg-boss takes no care of that. The lock is held by a connection of its own.
 */
async function oneAtATime(database: Database, make: () => Promise<void>): Promise<void> {
  if (database.kind === 'embedded') return make();
  await database.transaction(async (connection) => {
    await connection.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await make();
  });
}

const DAY_S = 24 * 60 * 60;
const LOCK = 7_253_411_903;

async function putBackAll(database: Database, boss: PgBoss): Promise<void> {
  const rows = await database.query<{ id: string; name: string }>(
    `SELECT id, name FROM ${JOBS} WHERE state = 'active'`,
    [],
  );
  for (const { id, name } of rows) await boss.fail(name, id, { message: 'the process ended in the middle of it' });
}

async function asResult<R>(rows: Promise<readonly R[]>): Promise<{ rows: R[] }> {
  return { rows: [...(await rows)] };
}

/** What pg-boss does within a transaction of ours. */
export function bossOn(connection: Pick<Database, 'query'>): { db: PgBoss.Db } {
  return { db: { executeSql: (text, values) => asResult(connection.query(text, values)) } };
}
