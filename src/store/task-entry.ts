// Putting tasks in, those that come at the same time in one go: a handful of statements, however many webhooks there are.

import { createHash, randomUUID } from 'node:crypto';
import type PgBoss from 'pg-boss';
import { coalescingKey, installationOf } from '../core/task.ts';
import type { Connection } from './database.ts';
import { bossOn, JOBS, type Line, lineOf, type WaitingTask } from './task-lines.ts';
import { nextTurns } from './task-turns.ts';

/** What became of a task: put in, one with another that waits, or of a delivery that is known. */
export type Entry = 'added' | 'one' | 'known';

interface Coming extends WaitingTask {
  /** Its place among those that come. */
  readonly at: number;
  readonly key: string | null;
}

/** What became of each, in their order. */
export async function putIn(connection: Connection, boss: PgBoss, tasks: readonly WaitingTask[]): Promise<Entry[]> {
  return enter(connection, boss, tasks, await newOnes(connection, tasks));
}

/** The same for what no webhook asked for by itself: whatever is known of its delivery, it is put in. */
export async function putFresh(connection: Connection, boss: PgBoss, tasks: readonly WaitingTask[]): Promise<Entry[]> {
  return enter(connection, boss, tasks, comingOf(tasks));
}

async function enter(
  connection: Connection,
  boss: PgBoss,
  tasks: readonly WaitingTask[],
  fresh: readonly Coming[],
): Promise<Entry[]> {
  const entries: Entry[] = tasks.map(() => 'known');
  for (const line of new Set(fresh.map(({ task }) => lineOf(task)))) {
    const ofLine = fresh.filter(({ task }) => lineOf(task) === line);
    const waiting = await thoseThatWait(connection, line, ofLine);
    const added = await insert(
      connection,
      boss,
      line,
      ofLine.filter(({ key }) => key === null || !waiting.has(key)),
    );
    for (const { at } of ofLine) entries[at] = added.has(at) ? 'added' : 'one';
  }
  return entries;
}

/** Without what is known: one delivery may ask for several tasks, each of which is known by itself. */
async function newOnes(connection: Connection, tasks: readonly WaitingTask[]): Promise<readonly Coming[]> {
  const coming = comingOf(tasks);
  const ids = new Map(coming.flatMap((each) => (each.delivery === null ? [] : [[each.at, printOf(each)] as const])));
  if (ids.size === 0) return coming;
  const rows = await connection.query<{ id: string }>(
    'INSERT INTO palimpsest.deliveries (id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING id',
    [[...new Set(ids.values())].sort()],
  );
  const isNew = new Set(rows.map(({ id }) => id));
  return coming.filter(({ at }) => {
    const id = ids.get(at);
    return id === undefined || isNew.delete(id); // the same twice at the same time is known the second time
  });
}

function comingOf(tasks: readonly WaitingTask[]): readonly Coming[] {
  return tasks.map(({ task, delivery }, at) => ({ task, delivery, at, key: coalescingKey(task) }));
}

function printOf({ task, delivery }: WaitingTask): string {
  return `${delivery} ${createHash('sha256').update(JSON.stringify(task)).digest('hex').slice(0, 32)}`;
}

/** Those that wait become the newer ones, keep their turns, and are not held back by failures of their own. Returns their keys. */
async function thoseThatWait(
  connection: Connection,
  line: Line,
  coming: readonly Coming[],
): Promise<ReadonlySet<string>> {
  const newest = new Map(coming.flatMap((each) => (each.key === null ? [] : [[each.key, each] as const])));
  if (newest.size === 0) return new Set();
  const rows = await connection.query<{ key: string }>(
    `UPDATE ${JOBS} job SET data = newer.data::jsonb, start_after = least(job.start_after, now())
     FROM unnest($2::text[], $3::text[]) AS newer (key, data)
     WHERE job.name = $1 AND job.singleton_key = newer.key AND job.state < 'active' RETURNING newer.key AS key`,
    [line, [...newest.keys()], [...newest.values()].map(dataOf)],
  );
  return new Set(rows.map(({ key }) => key));
}

function dataOf({ task, delivery }: Coming): string {
  return JSON.stringify({ task, delivery } satisfies WaitingTask);
}

/** Of those of one key the newest, in the place of the first. Returns which of them stand for a task of their own. */
async function insert(
  connection: Connection,
  boss: PgBoss,
  line: Line,
  coming: readonly Coming[],
): Promise<ReadonlySet<number>> {
  const each = new Map<string, { readonly first: Coming; readonly newest: Coming }>();
  for (const newest of coming) {
    const key = newest.key ?? `each ${randomUUID()}`;
    each.set(key, { first: each.get(key)?.first ?? newest, newest });
  }
  if (each.size === 0) return new Set();
  const turns = await nextTurns(
    connection,
    line,
    [...each.values()].map(({ first }) => installationOf(first.task)),
  );
  const jobs = [...each].map(([singletonKey, { first, newest }], index) => ({
    at: first.at,
    job: {
      id: randomUUID(),
      name: line,
      data: { task: newest.task, delivery: newest.delivery },
      singletonKey,
      priority: -(turns[index] ?? 0),
    },
  }));
  await boss.insert(
    jobs.map(({ job }) => job),
    bossOn(connection),
  );
  return new Set(jobs.map(({ at }) => at));
}
