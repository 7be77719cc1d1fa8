// Contents by their names in a table, the least recently used of them let go.

import type { BlobStore } from '../ports/documents.ts';
import type { Connection, Database } from './database.ts';
import type { Kept, Sealing } from './sealing.ts';

/** A use is written down once in so long: reading is not to write. */
const USE_COUNTS_FOR_MS = 10 * 60_000;
/** What was put since the last look, as a share of the bound, before it is looked again what has to go. */
const SLACK = 1 / 20;

/** Nobody else who asks the database waits for more of them. */
const PUT_TOGETHER = 16;

interface BlobRow extends Kept {
  readonly name: string;
}

export interface BlobBounds {
  /** Of all blobs together; up to a twentieth more for each process that puts some. */
  readonly maxBytes: number;
  readonly useCountsForMs?: number | undefined;
}

export interface FencedBlobs extends BlobStore {
  /** The same store; `fence` is asked first within each transaction that puts, and throws where nothing may be put any more. */
  fenced(fence: (connection: Connection) => Promise<void>): BlobStore;
}

export function openBlobs(
  database: Database,
  sealing: Sealing,
  { maxBytes, useCountsForMs = USE_COUNTS_FOR_MS }: BlobBounds,
): FencedBlobs {
  let putBytes = Number.POSITIVE_INFINITY;
  const fenced = (fence: (connection: Connection) => Promise<void>): BlobStore => ({
    async get(names) {
      if (names.length === 0) return new Map();
      const rows = await database.query<BlobRow>(
        'SELECT name, content, sealed FROM palimpsest.blobs WHERE name = ANY($1::text[])',
        [names],
      );
      await database.query(
        `UPDATE palimpsest.blobs SET used = clock_timestamp()
         WHERE name = ANY($1::text[]) AND used <= clock_timestamp() - $2::int * interval '1 millisecond'`,
        [rows.map(({ name }) => name), useCountsForMs],
      );
      return new Map(rows.map((row) => [row.name, new Uint8Array(sealing.open(placeOf(row.name), row))]));
    },
    async put(owner, blobs) {
      const sorted = [...blobs].sort(([a], [b]) => (a < b ? -1 : 1));
      for (let first = 0; first < sorted.length; first += PUT_TOGETHER) {
        await database.transaction(async (connection) => {
          await fence(connection);
          for (const [name, content] of sorted.slice(first, first + PUT_TOGETHER)) {
            if (content.length <= maxBytes) await putOne(connection, owner, name, sealing.seal(placeOf(name), content));
          }
        });
      }
      for (const content of blobs.values()) putBytes += content.length;
      if (putBytes < maxBytes * SLACK) return;
      putBytes = 0;
      await letGo(database, maxBytes);
    },
    forget: (owner) => database.transaction((connection) => forgetBlobs(connection, owner)),
  });
  return { ...fenced(async () => {}), fenced };
}

/** Those that nobody else owns, within a transaction. */
export async function forgetBlobs(connection: Connection, owner: string): Promise<void> {
  const rows = await connection.query<{ name: string }>(
    'DELETE FROM palimpsest.blob_owners WHERE owner = $1 RETURNING name',
    [owner],
  );
  await connection.query(
    `DELETE FROM palimpsest.blobs b WHERE name = ANY($1::text[])
     AND NOT EXISTS (SELECT FROM palimpsest.blob_owners o WHERE o.name = b.name)`,
    [rows.map(({ name }) => name)],
  );
}

async function putOne(connection: Connection, owner: string, name: string, { content, sealed }: Kept): Promise<void> {
  await connection.query(
    `INSERT INTO palimpsest.blobs (name, content, sealed, bytes, used) VALUES ($1, $2, $3, $4, clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET used = excluded.used, content = excluded.content, sealed = excluded.sealed`,
    [name, content, sealed, content.length],
  );
  await connection.query('INSERT INTO palimpsest.blob_owners (owner, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    owner,
    name,
  ]);
}

async function letGo(database: Database, maxBytes: number): Promise<void> {
  await database.query(
    `DELETE FROM palimpsest.blobs WHERE name IN (
       SELECT name FROM (
         SELECT name, sum(bytes) OVER (ORDER BY used DESC, name ROWS UNBOUNDED PRECEDING) AS upto FROM palimpsest.blobs
       ) ordered WHERE upto > $1
     )`,
    [maxBytes],
  );
}

function placeOf(name: string): string {
  return `blob ${name}`;
}
