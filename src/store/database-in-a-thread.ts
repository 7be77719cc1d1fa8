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
  /** With what PostgreSQL, or the system, calls it. */
  | { readonly kind: 'error'; readonly message: string; readonly code: string | undefined };

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
    if (answered.kind === 'rows') resolve?.(answered.rows);
    else
      reject?.(Object.assign(new Error(answered.message), answered.code === undefined ? {} : { code: answered.code }));
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
    return answered;
  };
  await answer();
  return {
    ask: (text, values) => post({ text, values }),
    async close() {
      await post(null);
      await worker.terminate();
    },
  };
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
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return { kind: 'error', message, code: typeof code === 'string' ? code : undefined };
}

function gone(): ExpectedFailure {
  return new ExpectedFailure(
    'database-unavailable',
    'the embedded database has ended',
    'Look at the space on its disk, and start again: what was kept is there.',
  );
}

/** Beside the shipped bundle; in the source tree, what was built last. */
function threadFile(): URL {
  const beside = new URL('database-thread.js', import.meta.url);
  return existsSync(beside) ? beside : new URL('../../dist-app/database-thread.js', import.meta.url);
}
