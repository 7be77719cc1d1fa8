// One way to ask a database, whichever it is: embedded in a folder, or a PostgreSQL.

import { ExpectedFailure, systemErrorCode } from '../errors.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A connection on which something is asked. */
export interface Connection {
  /**
   * The rows of one statement, `$1` and so on being its values; without values there may be several statements, and the rows
   * are those of the last. The shape of a row is what the statement says, and is not checked.
   */
  query<R extends object = Row>(text: string, values?: readonly unknown[]): Promise<readonly R[]>;
}

/**
 * Where a connection is lost, a statement or a transaction is tried again for some seconds: it may then have been done twice,
 * and whoever compares versions is told that somebody else was faster.
 */
export interface Database extends Connection {
  readonly kind: 'embedded' | 'server';
  /**
   * Everything that `work` asks of its connection, or nothing of it when it throws. May call it more than once. `isUrgent`: where
   * one has to wait for the other, it goes before those that are not.
   */
  transaction<T>(work: (connection: Connection) => Promise<T>, options?: { readonly isUrgent?: boolean }): Promise<T>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** PostgreSQL's word for a disk that has no space left (SQLSTATE). */
const DISK_FULL = '53100';

/** What an error of the database means where its disk is full; `null` for every other error. */
export function diskFull(error: unknown): ExpectedFailure | null {
  const code = systemErrorCode(error);
  if (code !== DISK_FULL && code !== 'ENOSPC') return null;
  return new ExpectedFailure(
    'disk-full',
    'the disk of the database is full, and nothing more can be kept',
    'Make space on it; what waits is done by itself then, and webhooks that were not taken can be delivered again.',
    { cause: error },
  );
}

/** What a transaction throws to be undone; `undoable` gives `whenUndone` then. */
class Undone extends Error {}

/** A transaction that can be called off: `undo` never returns. */
export async function undoable<T>(
  database: Database,
  whenUndone: T,
  work: (connection: Connection, undo: () => never) => Promise<T>,
): Promise<T> {
  const undo = (): never => {
    throw new Undone('undone');
  };
  try {
    return await database.transaction((connection) => work(connection, undo));
  } catch (error) {
    if (error instanceof Undone) return whenUndone;
    throw error;
  }
}
