// The tables of the App, brought forward at every start.

import { ExpectedFailure } from '../errors.ts';
import type { Connection, Database } from './database.ts';

/** One after the other, each once. What was released is never changed: what comes next is another one. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE SEQUENCE palimpsest.document_version;
  CREATE TABLE palimpsest.documents (
    key text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL,
    content bytea NOT NULL,
    sealed text
  );
  CREATE TABLE palimpsest.blobs (
    name text COLLATE "C" PRIMARY KEY,
    content bytea NOT NULL,
    sealed text,
    bytes bigint NOT NULL,
    used timestamptz NOT NULL
  );
  CREATE INDEX blobs_by_use ON palimpsest.blobs (used);
  CREATE TABLE palimpsest.blob_owners (
    owner text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL REFERENCES palimpsest.blobs ON DELETE CASCADE,
    PRIMARY KEY (owner, name)
  );
  CREATE INDEX blob_owners_by_name ON palimpsest.blob_owners (name);
  CREATE TABLE palimpsest.seal (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    salt bytea NOT NULL,
    proof bytea NOT NULL
  );
  CREATE TABLE palimpsest.deliveries (
    id text PRIMARY KEY,
    received timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX deliveries_by_age ON palimpsest.deliveries (received);
  CREATE TABLE palimpsest.turns (
    line text NOT NULL,
    installation bigint NOT NULL,
    turn int NOT NULL,
    PRIMARY KEY (line, installation)
  );
  `,
  `
  CREATE SEQUENCE palimpsest.tenure;
  CREATE TABLE palimpsest.repositories (
    id bigint PRIMARY KEY,
    installation bigint NOT NULL,
    tenure bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('claimed', 'held', 'ended')),
    review_due timestamptz,
    reviewed timestamptz
  );
  CREATE INDEX repositories_by_installation ON palimpsest.repositories (installation);
  CREATE INDEX repositories_by_review ON palimpsest.repositories (review_due);
  `,
];

/** Held by whoever brings the tables forward; any number that nobody else is likely to have. */
const LOCK = 7_253_411_902;

/**
 * Brings the tables to this version. Any number of processes may start at once. Throws `database-of-later-version` for tables
 * that a later palimpsest has made.
 */
export async function migrate(database: Database, migrations: readonly string[] = MIGRATIONS): Promise<void> {
  await database.transaction(async (connection) => {
    await connection.query(`SELECT pg_advisory_xact_lock($1)`, [LOCK]);
    await connection.query(`
      CREATE SCHEMA IF NOT EXISTS palimpsest;
      CREATE TABLE IF NOT EXISTS palimpsest.migrations (number int PRIMARY KEY, done timestamptz NOT NULL DEFAULT now());
    `);
    const there = await newest(connection);
    if (there > migrations.length) {
      throw new ExpectedFailure(
        'database-of-later-version',
        `the database is of version ${there}, and this palimpsest knows version ${migrations.length}`,
        'Start the palimpsest that it was used with, or a later one; or put back a copy from before.',
      );
    }
    for (const [index, text] of migrations.entries()) {
      if (index < there) continue;
      await connection.query(text);
      await connection.query('INSERT INTO palimpsest.migrations (number) VALUES ($1)', [index + 1]);
    }
  });
}

async function newest(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ newest: number }>(
    'SELECT coalesce(max(number), 0)::int AS newest FROM palimpsest.migrations',
    [],
  );
  return row?.newest ?? 0;
}
