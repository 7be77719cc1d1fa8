// Who is next: start-time fair queueing between installations (Goyal, Vin, Cheng 1996), every task being of length 1.

import type { Connection, Database } from './database.ts';
import { JOBS, type Line, type WaitingTask } from './task-lines.ts';

/**
 * The turns of new tasks, in their order: after the installation’s last one, but not before the turn that the line has come to.
 * Whoever has waited for nothing so far is next; whoever has put in five hundred has the five hundredth turn from here.
 */
export async function nextTurns(
  connection: Connection,
  line: Line,
  installations: readonly number[],
): Promise<readonly number[]> {
  const counts = new Map<number, number>();
  for (const each of installations) counts.set(each, (counts.get(each) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => a - b); // whoever else does the same waits instead of standing in the way
  const rows = await connection.query<{ installation: number; turn: number }>(
    `INSERT INTO palimpsest.turns AS own (line, installation, turn)
     SELECT $1, each.installation, come.turn + each.count - 1
     FROM unnest($2::bigint[], $3::int[]) AS each (installation, count),
       (SELECT coalesce(max(turn), 0) AS turn FROM palimpsest.turns WHERE line = $1 AND installation = 0) AS come
     ON CONFLICT (line, installation) DO UPDATE SET turn = greatest(
       own.turn + ($3::int[])[array_position($2::bigint[], own.installation::bigint)], excluded.turn)
     RETURNING installation::float8 AS installation, turn`,
    [line, sorted.map(([installation]) => installation), sorted.map(([, count]) => count)],
  );
  const next = new Map(
    rows.map(({ installation, turn }) => [installation, turn + 1 - (counts.get(installation) ?? 0)]),
  );
  return installations.map((each) => {
    const turn = next.get(each) ?? 0;
    next.set(each, turn + 1);
    return turn;
  });
}

export interface TakenTask {
  readonly id: string;
  readonly data: WaitingTask;
  readonly key: string;
  readonly retries: number;
  readonly maxRetries: number;
}

/**
 * Takes the tasks whose turn it is, none of which has one of its key under way, and moves the line on to their turns.
 * pg-boss’s own `fetch` would hold up the whole line behind such a task.
 */
export async function takeNext(database: Database, line: Line, count: number): Promise<readonly TakenTask[]> {
  return database.query<TakenTask>(
    `WITH next AS (
       SELECT waiting.id FROM ${JOBS} waiting
       WHERE waiting.name = $1 AND waiting.state < 'active' AND waiting.start_after <= now()
         AND NOT EXISTS (
           SELECT FROM ${JOBS} busy
           WHERE busy.name = $1 AND busy.singleton_key = waiting.singleton_key AND busy.state = 'active'
         )
       ORDER BY waiting.priority DESC, waiting.created_on, waiting.id
       LIMIT $2 FOR UPDATE OF waiting SKIP LOCKED
     ), taken AS (
       UPDATE ${JOBS} job SET
         state = 'active',
         started_on = now(),
         retry_count = CASE WHEN job.started_on IS NULL THEN job.retry_count ELSE job.retry_count + 1 END
       FROM next WHERE job.name = $1 AND job.id = next.id
       RETURNING job.id, job.data, job.singleton_key, job.retry_count, job.retry_limit, job.priority, job.created_on
     ), moved AS (
       UPDATE palimpsest.turns SET turn = greatest(turn, (SELECT max(-priority) FROM taken))
       WHERE line = $1 AND installation = 0 AND EXISTS (SELECT FROM taken)
     )
     SELECT id, data, singleton_key AS key, retry_count AS retries, retry_limit AS "maxRetries"
     FROM taken ORDER BY priority DESC, created_on, id`,
    [line, count],
  );
}

/** Of tasks under way, those in whose place a newer one of their key has come, and those that were taken away. */
export async function calledOffOf(
  database: Database,
  line: Line,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly why: 'outdated' | 'forgotten' }[]> {
  if (ids.length === 0) return [];
  return database.query<{ id: string; why: 'outdated' | 'forgotten' }>(
    `SELECT given.id, CASE WHEN own.id IS NULL THEN 'forgotten' ELSE 'outdated' END AS why
     FROM unnest($2::uuid[]) given (id) LEFT JOIN ${JOBS} own ON own.name = $1 AND own.id = given.id
     WHERE own.id IS NULL OR EXISTS (
       SELECT FROM ${JOBS} newer
       WHERE newer.name = $1 AND newer.singleton_key = own.singleton_key AND newer.created_on > own.created_on
         AND newer.id <> own.id AND newer.state <= 'completed'
     )`,
    [line, ids],
  );
}

/** Says that the tasks under way are; those of them that no longer are this process’s are missing in what it returns. */
export async function keepAlive(database: Database, line: Line, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await database.query<{ id: string }>(
    `UPDATE ${JOBS} SET started_on = now() WHERE name = $1 AND id = ANY($2::uuid[]) AND state = 'active' RETURNING id`,
    [line, ids],
  );
  return rows.map(({ id }) => id);
}

/** Puts tasks back that were not done because the process ends: it counts as no try, and they keep their turn. */
export async function putBack(database: Database, line: Line, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.query(
    `UPDATE ${JOBS} SET state = 'retry', started_on = NULL, start_after = now()
     WHERE name = $1 AND id = ANY($2::uuid[]) AND state = 'active'`,
    [line, ids],
  );
}
