// PGlite in a thread of its own, as its two ends speak of it: one statement at a time, its rows or its error.

import { existsSync } from 'node:fs';
import { type MessagePort, Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { ExpectedFailure } from '../errors.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Without values there may be several statements; `null` closes. */
type Asked = { readonly text: string; readonly values: readonly unknown[] | undefined } | null;

type Answered =
  | { readonly kind: 'rows'; readonly rows: Rows }
  /** With what PostgreSQL, or the system, calls it. `isLast`: nothing is answered after it. */
  | { readonly kind: 'error'; readonly message: string; readonly code: string | undefined; readonly isLast: boolean };

/** PostgreSQL has errors after which it would start itself anew, and in this form never answers. */
const LONGEST_SECONDS = 180;

export interface DatabaseThread {
  /** To be asked one after the other. The rows are those of the last statement. */
  ask(text: string, values: readonly unknown[] | undefined): Promise<Rows>;
  close(): Promise<void>;
}

/** Opens the database in a folder that is there. Throws what PGlite throws. */
export async function openDatabaseThread(folder: string): Promise<DatabaseThread> {
  const worker = new Worker(threadFile(), { workerData: folder });
  let over: Error | null = null;
  let waiting: { resolve: (rows: Rows) => void; reject: (error: Error) => void } | null = null;
  const end = (error: Error) => {
    over ??= error;
    waiting?.reject(over);
    waiting = null;
  };
  worker.on('message', (answered: Answered) => {
    const { resolve, reject } = waiting ?? {};
    waiting = null;
    if (answered.kind === 'rows') return resolve?.(answered.rows);
    const { message, code, isLast } = answered;
    reject?.(Object.assign(new Error(message), code === undefined ? {} : { code }));
    if (!isLast) return;
    end(gone());
    void worker.terminate(); // another statement would have no answer
  });
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => end(gone()));
  const answer = () =>
    new Promise<Rows>((resolve, reject) => {
      if (over === null) waiting = { resolve, reject };
      else reject(over);
    });
  const post = (asked: Asked) => {
    const answered = answer();
    worker.postMessage(asked);
    return watched(answered, () => {
      end(gone());
      void worker.terminate();
    });
  };
  await answer();
  return {
    ask: (text, values) => post({ text, values }),
    async close() {
      if (over === null) await post(null);
      await worker.terminate();
    },
  };
}

/** `giveUp` when it is not over for so long; a machine that sleeps meanwhile is not counted. */
async function watched<T>(work: Promise<T>, giveUp: () => void): Promise<T> {
  let seconds = 0;
  const timer = setInterval(() => {
    if (++seconds === LONGEST_SECONDS) giveUp();
  }, 1_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** In the thread: opens it, says so, and answers until it is closed. */
export async function serveDatabase(port: MessagePort, folder: string): Promise<void> {
  const done = (rows: Rows) => port.postMessage({ kind: 'rows', rows } satisfies Answered);
  const failed = (error: unknown) => port.postMessage(asAnswer(error));
  try {
    const pglite = await PGlite.create(folder);
    port.on('message', (asked: Asked) => void rowsOf(pglite, asked).then(done, failed));
    done([]);
  } catch (error) {
    failed(error);
  }
}

async function rowsOf(pglite: PGlite, asked: Asked): Promise<Rows> {
  if (asked === null) {
    await pglite.close();
    return [];
  }
  const { text, values } = asked;
  if (values !== undefined) return (await pglite.query<Record<string, unknown>>(text, [...values])).rows;
  return (await pglite.exec(text)).at(-1)?.rows ?? [];
}

function asAnswer(error: unknown): Answered {
  const message = error instanceof Error ? error.message : String(error);
  const { code, severity }: Told = typeof error === 'object' && error !== null ? error : {};
  const isLast = LAST.has(severity);
  return { kind: 'error', message, code: typeof code === 'string' ? code : undefined, isLast };
}

/** What PostgreSQL says of an error, and the system of some. */
interface Told {
  readonly code?: unknown;
  readonly severity?: unknown;
}

/** After these a PostgreSQL starts itself anew. */
const LAST: ReadonlySet<unknown> = new Set(['FATAL', 'PANIC']);

function gone(): ExpectedFailure {
  return new ExpectedFailure(
    'database-unavailable',
    'the embedded database has ended, or answers no more',
    'Look at the space on its disk, and start again: what was kept is there.',
  );
}

/** Beside the shipped bundle; in the source tree, what was built last. */
function threadFile(): URL {
  const beside = new URL('database-thread.js', import.meta.url);
  return existsSync(beside) ? beside : new URL('../../dist-app/database-thread.js', import.meta.url);
}
