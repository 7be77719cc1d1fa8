// Doing tasks: takes whose turn it is, says that it lives, and gives up what a newer task has the place of.

import type PgBoss from 'pg-boss';
import type { Task } from '../core/task.ts';
import { ExpectedFailure, type FailureCode } from '../errors.ts';
import { type DoTask, FORGOTTEN, type TaskWorker } from '../ports/task-queue.ts';
import type { Database } from './database.ts';
import { every } from './every.ts';
import { LINES, type Line } from './task-lines.ts';
import { calledOffOf, keepAlive, putBack, type TakenTask, takeNext } from './task-turns.ts';

/** What is told of a task that ended: for logs and figures. */
export type TaskEnd =
  | { readonly kind: 'done'; readonly task: Task; readonly ms: number }
  | { readonly kind: 'outdated'; readonly task: Task; readonly ms: number }
  | {
      readonly kind: 'failed';
      readonly task: Task;
      readonly ms: number;
      readonly error: unknown;
      readonly again: boolean;
    };

export interface WorkerOptions {
  readonly onError: (error: unknown) => void;
  readonly onEnd?: (end: TaskEnd) => void;
  /** How often it is looked for tasks, and for newer ones, that other processes put in. */
  readonly lookEveryMs?: number;
  readonly aliveForSeconds?: number;
  /** A task that takes longer is given up like one that failed. */
  readonly longestMs?: number;
  /** `stop` waits so long for tasks to end by themselves, */
  readonly stopAfterMs?: number;
  /** and so long after they were told to. */
  readonly abandonAfterMs?: number;
}

/** Failures that another try may not meet. */
const PASSING: ReadonlySet<FailureCode> = new Set([
  'forge-unavailable',
  'model-unavailable',
  'database-unavailable',
  'ledger-busy',
  'disk-full',
  'cancelled',
]);

interface UnderWay {
  readonly line: Line;
  readonly taken: TakenTask;
  readonly controller: AbortController;
  /** Why it is called off. */
  why: 'outdated' | 'forgotten' | 'ending' | 'lost' | 'too-long' | null;
  ended: Promise<void>;
}

export interface LocalWorker extends TaskWorker {
  /** Another task has been put in by this process. */
  added(line: Line): void;
}

export function openWorker(database: Database, boss: PgBoss, options: WorkerOptions): LocalWorker {
  const { onError, onEnd, lookEveryMs = 1_000, aliveForSeconds = 60, longestMs = 6 * 60 * 60_000 } = options;
  const { stopAfterMs = 15_000, abandonAfterMs = 5_000 } = options;
  const underWay = new Map<string, UnderWay>();
  const wake = new Map<Line, () => void>();
  /** Lines that somebody rang for while nobody slept. */
  const rung = new Set<Line>();
  const timers: NodeJS.Timeout[] = [];
  const loops: Promise<void>[] = [];
  let isStopping = false;

  function callOff(each: UnderWay, why: NonNullable<UnderWay['why']>): void {
    if (each.why !== null) return;
    each.why = why;
    const cause = why === 'forgotten' ? FORGOTTEN : undefined;
    each.controller.abort(
      new ExpectedFailure('cancelled', REASONS[why], 'It is done again where it is needed.', { cause }),
    );
  }

  const ofLine = (line: Line) => [...underWay.values()].filter((each) => each.line === line);

  async function takeAll(line: Line, atOnce: number, doTask: DoTask): Promise<void> {
    while (!isStopping) {
      const free = atOnce - ofLine(line).length;
      const taken = free > 0 ? await takeNext(database, line, free).catch(told(onError, [])) : [];
      for (const each of taken) begin(line, each, doTask);
      if (taken.length === 0 || taken.length === free) await nap(line);
    }
  }

  /** Until a task was put in here, one has ended, or it is time to look. */
  function nap(line: Line): Promise<void> {
    if (isStopping || rung.delete(line)) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        wake.delete(line);
        resolve();
      };
      const timer = setTimeout(done, lookEveryMs);
      wake.set(line, done);
    });
  }

  function ring(line: Line): void {
    const rouse = wake.get(line);
    if (rouse === undefined) rung.add(line);
    else rouse();
  }

  function begin(line: Line, taken: TakenTask, doTask: DoTask): void {
    const each: UnderWay = { line, taken, controller: new AbortController(), why: null, ended: Promise.resolve() };
    underWay.set(taken.id, each);
    if (isStopping) callOff(each, 'ending');
    each.ended = perform(each, doTask)
      .catch(onError)
      .finally(() => {
        underWay.delete(taken.id);
        ring(line);
      });
  }

  async function perform(each: UnderWay, doTask: DoTask): Promise<void> {
    const { line, taken, controller } = each;
    const { task, delivery } = taken.data;
    const begun = Date.now();
    const tooLong = setTimeout(() => callOff(each, 'too-long'), longestMs);
    let failure: { readonly error: unknown } | null = null;
    let isDone = false;
    try {
      const [known] = taken.retries > 0 ? await calledOffOf(database, line, [taken.id]) : [];
      if (known !== undefined) callOff(each, known.why);
      if (each.why === null) {
        await doTask(task, controller.signal, delivery);
        isDone = true;
      }
    } catch (error) {
      failure = { error };
    } finally {
      clearTimeout(tooLong);
    }
    const ms = Date.now() - begun;
    if (each.why === 'lost' || each.why === 'forgotten') return;
    if (each.why === 'ending' && !isDone) return putBack(database, line, [taken.id]);
    if (failure === null || each.why === 'outdated') {
      await boss.complete(line, taken.id);
      return onEnd?.({ kind: each.why === 'outdated' ? 'outdated' : 'done', task, ms });
    }
    const again = taken.retries < Math.min(retriesWorth(failure.error), taken.maxRetries);
    if (!again) await giveUp(database, line, taken.id);
    await boss.fail(line, taken.id, { message: messageOf(failure.error) });
    onEnd?.({ kind: 'failed', task, ms, error: failure.error, again });
  }

  async function beat(): Promise<void> {
    for (const line of LINES) {
      const ids = ofLine(line).map(({ taken }) => taken.id);
      const alive = new Set(await keepAlive(database, line, ids));
      for (const id of ids) if (!alive.has(id)) callOffId(id, 'lost');
    }
  }

  async function look(line: Line): Promise<void> {
    const ids = ofLine(line).map(({ taken }) => taken.id);
    for (const { id, why } of await calledOffOf(database, line, ids)) callOffId(id, why);
  }

  async function lookAll(): Promise<void> {
    for (const line of LINES) await look(line);
  }

  function callOffId(id: string, why: 'lost' | 'outdated' | 'forgotten'): void {
    const each = underWay.get(id);
    if (each !== undefined) callOff(each, why);
  }

  return {
    async start(doTask, { atOnce, quickAtOnce, trainingsAtOnce = 1 }) {
      loops.push(
        takeAll('quick', quickAtOnce, doTask),
        takeAll('slow', atOnce, doTask),
        takeAll('training', trainingsAtOnce, doTask),
      );
      timers.push(every(lookEveryMs, lookAll, onError), every((aliveForSeconds * 1_000) / 4, beat, onError));
    },
    async stop() {
      isStopping = true;
      for (const line of LINES) ring(line);
      await Promise.all(loops);
      const all = [...underWay.values()];
      await within(stopAfterMs, all);
      for (const each of underWay.values()) callOff(each, 'ending');
      await within(abandonAfterMs, [...underWay.values()]);
      for (const timer of timers) clearInterval(timer);
      for (const line of LINES) {
        const ids = ofLine(line).map(({ taken }) => taken.id);
        await putBack(database, line, ids).catch(onError); // they are done again when they are missed
      }
    },
    added(line) {
      ring(line);
      look(line).catch(onError);
    },
  };
}

const REASONS = {
  outdated: 'a newer task has taken the place of this one',
  forgotten: 'the App was removed from the repository',
  ending: 'the process ends',
  lost: 'another process has this task by now',
  'too-long': 'the task took too long',
} as const;

/** A bug may be met by chance, but not for an hour. */
const RETRIES_OF_A_BUG = 4;

function retriesWorth(error: unknown): number {
  if (!(error instanceof ExpectedFailure)) return RETRIES_OF_A_BUG;
  return PASSING.has(error.code) ? Number.POSITIVE_INFINITY : 0;
}

/** No retries are left to it. */
async function giveUp(database: Database, line: Line, id: string): Promise<void> {
  await database.query('UPDATE pgboss.job SET retry_limit = retry_count WHERE name = $1 AND id = $2', [line, id]);
}

/** What is kept of a failure: not its stack. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function within(ms: number, tasks: readonly UnderWay[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([late, Promise.all(tasks.map(({ ended }) => ended))]);
  clearTimeout(timer);
}

function told<T>(onError: (error: unknown) => void, instead: T): (error: unknown) => T {
  return (error) => {
    onError(error);
    return instead;
  };
}
