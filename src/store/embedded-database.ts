// The database in a folder: PGlite, in this process alone.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pLimit from 'p-limit';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import { type Connection, type Database, diskFull } from './database.ts';
import { type FolderClaims, lockFolder } from './folder-lock.ts';

/**
 * Opens the database in `FOLDER/database`, and makes it where there is none. Throws `database-in-use` while another process
 * has it: two would silently lose what they write.
 */
export async function openEmbeddedDatabase(folder: string): Promise<Database> {
  const lock = await lockFolder(folder, claimsOf(folder));
  try {
    const database = join(folder, 'database');
    await mkdir(database, { recursive: true });
    const pglite = await PGlite.create(database);
    return databaseOn(pglite, () => lock.release());
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
 * (https://github.com/electric-sql/pglite/issues).
 */
function databaseOn(pglite: PGlite, released: () => Promise<void>): Database {
  const oneAtATime = pLimit(1);
  let closing: Promise<void> | null = null;
  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    oneAtATime(async () => {
      if (closing !== null) throw closed();
      try {
        return await work();
      } catch (error) {
        await pglite.exec('ROLLBACK').catch(() => undefined);
        throw diskFull(error) ?? error;
      }
    });
  return {
    kind: 'embedded',
    query: (text, values) => alone(() => ask(pglite, text, values)),
    transaction: (work) =>
      alone(() =>
        pglite.transaction((inner) => {
          const connection: Connection = { query: (text, values) => ask(inner, text, values) };
          return work(connection);
        }),
      ),
    close() {
      closing ??= oneAtATime(() => pglite.close()).finally(released);
      return closing;
    },
  };
}

async function ask<R extends object>(
  on: Pick<PGlite, 'query' | 'exec'>,
  text: string,
  values: readonly unknown[] | undefined,
): Promise<readonly R[]> {
  if (values !== undefined) return (await on.query<R>(text, [...values])).rows;
  const results = await on.exec(text);
  const rows: readonly unknown[] = results.at(-1)?.rows ?? [];
  return rows as readonly R[];
}

function closed(): ExpectedFailure {
  return new ExpectedFailure('database-unavailable', 'the database is closed', 'Start again.');
}
