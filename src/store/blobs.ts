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
          const some = sorted.slice(first, first + PUT_TOGETHER).filter(([, content]) => content.length <= maxBytes);
          const kept = some.map(([name, content]) => ({ name, ...sealing.seal(placeOf(name), content) }));
          await putIn(connection, owner, kept);
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

async function putIn(
  connection: Connection,
  owner: string,
  blobs: readonly (Kept & { readonly name: string })[],
): Promise<void> {
  const names = blobs.map(({ name }) => name);
  await connection.query(
    `INSERT INTO palimpsest.blobs (name, content, sealed, bytes, used)
     SELECT name, content, sealed, length(content), clock_timestamp()
     FROM unnest($1::text[], $2::bytea[], $3::text[]) AS given (name, content, sealed)
     ON CONFLICT (name) DO UPDATE SET used = excluded.used, content = excluded.content, sealed = excluded.sealed`,
    [names, blobs.map(({ content }) => content), blobs.map(({ sealed }) => sealed)],
  );
  await connection.query(
    'INSERT INTO palimpsest.blob_owners (owner, name) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
    [owner, names],
  );
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
