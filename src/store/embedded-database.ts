// The database in a folder: PGlite, for this process alone.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import { type Database, diskFull } from './database.ts';
import { type DatabaseThread, openDatabaseThread } from './database-in-a-thread.ts';
import { type FolderClaims, lockFolder } from './folder-lock.ts';

/**
 * Opens the database in `FOLDER/database`, and makes it where there is none. Throws `database-in-use` while another process
 * has it: two would silently lose what they write. `onBroken`: nothing can be asked of it any more, until it is opened anew.
 */
export async function openEmbeddedDatabase(
  folder: string,
  onBroken: (why: ExpectedFailure) => void = () => {},
): Promise<Database> {
  const lock = await lockFolder(folder, claimsOf(folder));
  try {
    const database = join(folder, 'database');
    await mkdir(database, { recursive: true });
    return databaseOn(await openDatabaseThread(database), { onBroken, released: () => lock.release() });
  } catch (error) {
    await lock.release();
    throw new ExpectedFailure(
      systemErrorCode(error) === 'ENOSPC' ? 'disk-full' : 'database-unavailable',
      `the database in ${folder} cannot be opened (${error instanceof Error ? error.message : String(error)})`,
      'Check the folder’s permissions and the space left; or put back a copy of it.',
      { cause: error },
    );
  }
}

function claimsOf(folder: string): FolderClaims {
  return {
    name: 'database-lock',
    inUse: (other) =>
      new ExpectedFailure(
        'database-in-use',
        `process ${other.process} on ${other.host} has the database in ${folder}, and the embedded one serves a single process`,
        'End that process; or set DATABASE_URL to a PostgreSQL, which serves any number.',
      ),
    notWritable: (path, error) =>
      new ExpectedFailure(
        'not-writable',
        `${path} cannot be made (${systemErrorCode(error) ?? 'unknown reason'})`,
        'Check the permissions of the folder that DATA_DIR names.',
        { cause: error },
      ),
  };
}

/**
 * One thing at a time: after an error PGlite can be left within a transaction, which is ended before anybody else asks
 * (https://github.com/electric-sql/pglite/issues). What somebody waits for outside goes before the rest.
 */
function databaseOn(
  thread: DatabaseThread,
  { onBroken, released }: { readonly onBroken: (why: ExpectedFailure) => void; readonly released: () => Promise<void> },
): Database {
  const line = new PQueue({ concurrency: 1 });
  let closing: Promise<void> | null = null;
  let isBroken = false;
  const ask = async <R extends object>(text: string, values: readonly unknown[] | undefined): Promise<readonly R[]> => {
    const rows: readonly unknown[] = await thread.ask(text, values);
    return rows as readonly R[];
  };
  /** What stands in the line when the database is closed is still done. */
  const alone = async <T>(work: () => Promise<T>, isUrgent: boolean): Promise<T> => {
    if (closing !== null) throw closed();
    return line.add(
      async () => {
        try {
          return await work();
        } catch (error) {
          await thread.ask('ROLLBACK', undefined).catch(() => {
            if (!isBroken) onBroken(broken(error));
            isBroken = true;
          });
          throw diskFull(error) ?? error;
        }
      },
      { priority: isUrgent ? 1 : 0 },
    );
  };
  return {
    kind: 'embedded',
    query: (text, values) => alone(() => ask(text, values), false),
    transaction: (work, { isUrgent = false } = {}) =>
      alone(async () => {
        await thread.ask('BEGIN', undefined);
        const result = await work({ query: ask });
        await thread.ask('COMMIT', undefined);
        return result;
      }, isUrgent),
    close() {
      closing ??= line.add(() => thread.close()).finally(released);
      return closing;
    },
  };
}

/** PostgreSQL would start itself anew after an error that it cannot answer for; PGlite answers with errors from then on. */
function broken(error: unknown): ExpectedFailure {
  if (error instanceof ExpectedFailure) return error;
  return new ExpectedFailure(
    'database-unavailable',
    `the embedded database can do no more (${error instanceof Error ? error.message : String(error)})`,
    'Look at its folder and the space on its disk, and start again: what was kept is there.',
    { cause: error },
  );
}

function closed(): ExpectedFailure {
  return new ExpectedFailure('database-unavailable', 'the database is closed', 'Start again.');
}
