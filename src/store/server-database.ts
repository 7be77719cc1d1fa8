// A PostgreSQL, for any number of processes.

import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import { type Connection, type Database, diskFull } from './database.ts';

/** For so long a server that does not answer is taken for one that is being restarted. */
const AWAY_MS = 8_000;
const CONNECTIONS = 10;

/** What PostgreSQL says when it ends or begins, and when two transactions stood in each other's way (SQLSTATE). */
const TRY_AGAIN = /^(57P0[1-3]|08\w{3}|40001|40P01|53300)$/;
const SYSTEM_SAYS_AWAY = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOENT)$/;
const CLIENT_SAYS_AWAY = /Connection terminated|connection timeout|timeout exceeded when trying to connect/i;

/** Opens a pool of connections. `onError` is told of connections that are lost while nobody uses them. */
export async function openServerDatabase(
  url: string,
  { onError, awayMs = AWAY_MS }: { readonly onError: (error: unknown) => void; readonly awayMs?: number },
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    application_name: 'palimpsest',
  });
  pool.on('error', onError);
  let closing: Promise<void> | null = null;
  const database: Database = {
    kind: 'server',
    query: (text, values) => persist(() => onConnection(pool, (client) => ask(client, text, values)), awayMs),
    transaction: (work) => persist(() => onConnection(pool, (client) => within(client, work)), awayMs),
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
  try {
    await database.query('SELECT 1');
  } catch (error) {
    await database.close();
    throw error instanceof ExpectedFailure ? error : unavailable(error);
  }
  return database;
}

async function onConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const ignore = () => undefined; // a lost connection is told by the statement that it fails
  client.on('error', ignore);
  let lost = false;
  try {
    return await work(client);
  } catch (error) {
    // Several statements in one text may have failed within a transaction that they began.
    lost =
      isAway(error) ||
      (await client
        .query('ROLLBACK')
        .then(() => false)
        .catch(() => true));
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(lost);
  }
}

async function within<T>(client: pg.PoolClient, work: (connection: Connection) => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  const result = await work({ query: (text, values) => ask(client, text, values) });
  await client.query('COMMIT');
  return result;
}

async function ask<R extends object>(
  client: pg.PoolClient,
  text: string,
  values: readonly unknown[] | undefined,
): Promise<readonly R[]> {
  const results: unknown = await (values === undefined ? client.query(text) : client.query(text, [...values]));
  const last: unknown = Array.isArray(results) ? results.at(-1) : results;
  return typeof last === 'object' && last !== null && 'rows' in last ? (last.rows as readonly R[]) : [];
}

async function persist<T>(work: () => Promise<T>, awayMs: number): Promise<T> {
  const end = Date.now() + awayMs;
  for (let waitMs = 50; ; waitMs = Math.min(2 * waitMs, 1_000)) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error)) throw diskFull(error) ?? error;
      if (Date.now() + waitMs > end) throw unavailable(error);
      await pause(waitMs * (0.5 + Math.random() / 2));
    }
  }
}

function isAway(error: unknown): boolean {
  const code = systemErrorCode(error) ?? '';
  if (TRY_AGAIN.test(code) || SYSTEM_SAYS_AWAY.test(code)) return true;
  return error instanceof Error && CLIENT_SAYS_AWAY.test(error.message);
}

/** The address may hold a password, and is not told. */
function unavailable(error: unknown): ExpectedFailure {
  const reason = systemErrorCode(error) ?? (error instanceof Error ? error.message : 'unknown reason');
  return new ExpectedFailure(
    'database-unavailable',
    `the database at DATABASE_URL does not answer (${reason})`,
    'Check that it runs, and that DATABASE_URL names it, its user and their password.',
    { cause: error },
  );
}
