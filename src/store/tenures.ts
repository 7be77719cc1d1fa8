// The App's time with each repository, in a table: what is written for a repository is held against it, in one transaction.

import { ExpectedFailure } from '../errors.ts';
import type { Tenure, TenureState, Tenures } from '../ports/tenures.ts';
import { type FencedBlobs, forgetBlobs } from './blobs.ts';
import type { Connection, Database } from './database.ts';
import { forgetDocuments, openDocuments } from './documents.ts';
import type { Sealing } from './sealing.ts';

interface TenureRow {
  readonly id: string;
  readonly installation: string;
  readonly tenure: string;
  readonly state: TenureState;
}

const COLUMNS = 'id::text, installation::text, tenure::text, state';

export function openTenures(database: Database, sealing: Sealing, blobs: FencedBlobs): Tenures {
  return {
    async of(repository) {
      const [row] = await database.query<TenureRow>(
        `SELECT ${COLUMNS} FROM palimpsest.repositories WHERE id = $1::bigint`,
        [repository],
      );
      return row === undefined ? null : tenureIn(row);
    },
    async claim({ id, installation }) {
      const [row] = await database.query<TenureRow>(
        `INSERT INTO palimpsest.repositories AS own (id, installation, tenure, state)
         VALUES ($1::bigint, $2::bigint, nextval('palimpsest.tenure'), 'claimed')
         ON CONFLICT (id) DO UPDATE SET
           tenure = CASE WHEN own.state <> 'ended' AND own.installation = excluded.installation
             THEN own.tenure ELSE excluded.tenure END,
           state = CASE WHEN own.state = 'held' AND own.installation = excluded.installation
             THEN 'held' ELSE 'claimed' END,
           installation = excluded.installation
         RETURNING ${COLUMNS}`,
        [id, installation],
      );
      if (row === undefined) throw new Error('what was claimed has a row');
      return tenureIn(row);
    },
    async confirm({ repository, number }) {
      const rows = await database.query(
        `UPDATE palimpsest.repositories SET state = 'held'
         WHERE id = $1::bigint AND tenure = $2::bigint AND state <> 'ended' RETURNING id`,
        [repository, number],
      );
      return rows.length > 0;
    },
    async end({ repository, number }) {
      await database.query(
        `UPDATE palimpsest.repositories SET state = 'ended' WHERE id = $1::bigint AND tenure = $2::bigint`,
        [repository, number],
      );
    },
    async ended(installation) {
      const rows = await database.query<{ id: string }>(
        `SELECT id::text FROM palimpsest.repositories WHERE installation = $1::bigint AND state <> 'held' ORDER BY id`,
        [installation],
      );
      return rows.map(({ id }) => Number(id));
    },
    async forget(repository, installation) {
      await database.transaction(async (connection) => {
        // whoever writes holds this row until it is written, and whoever comes later does not find it
        const gone = await connection.query(
          `DELETE FROM palimpsest.repositories
           WHERE id = $1::bigint AND (state = 'ended' OR state = 'claimed' AND installation = $2::bigint) RETURNING id`,
          [repository, installation],
        );
        if (gone.length === 0) return;
        await forgetDocuments(connection, `repository/${repository}/`);
        await forgetBlobs(connection, `repository/${repository}`);
      });
    },
    within(tenure) {
      const fence = (connection: Connection) => mustLast(connection, tenure);
      return { documents: openDocuments(database, sealing, fence), blobs: blobs.fenced(fence) };
    },
  };
}

/** Ends them from this transaction on, as an installation or a repository was removed. */
export async function endTenures(
  connection: Connection,
  { installation, repository }: { readonly installation: number; readonly repository?: number },
): Promise<void> {
  await connection.query(`SELECT pg_advisory_xact_lock(${WRITERS}, hashint8($1::bigint))`, [installation]);
  if (repository === undefined) {
    await connection.query(`UPDATE palimpsest.repositories SET state = 'ended' WHERE installation = $1::bigint`, [
      installation,
    ]);
    return;
  }
  await connection.query(
    `INSERT INTO palimpsest.repositories AS own (id, installation, tenure, state)
     VALUES ($1::bigint, $2::bigint, nextval('palimpsest.tenure'), 'ended')
     ON CONFLICT (id) DO UPDATE SET state = 'ended' WHERE own.installation = excluded.installation`,
    [repository, installation],
  );
}

/**
 * The locks of those who write under a tenure, by installation: a removal waits in one line with them, while a row that is always
 * held by somebody would never come to be changed.
 */
const WRITERS = 7_213;

/** Holds the row until the transaction ends. */
async function mustLast(connection: Connection, { repository, number, installation }: Tenure): Promise<void> {
  await connection.query(`SELECT pg_advisory_xact_lock_shared(${WRITERS}, hashint8($1::bigint))`, [installation]);
  const rows = await connection.query(
    `SELECT id FROM palimpsest.repositories
     WHERE id = $1::bigint AND tenure = $2::bigint AND state = 'held' FOR SHARE`,
    [repository, number],
  );
  if (rows.length === 0) throw overBy();
}

/** For what was begun for a repository that the App has left. */
export function overBy(): ExpectedFailure {
  return new ExpectedFailure(
    'cancelled',
    'the App was removed from the repository in the meantime',
    'Nothing is kept of it; where the App is installed again it begins anew.',
  );
}

function tenureIn({ id, installation, tenure, state }: TenureRow): { tenure: Tenure; state: TenureState } {
  return { tenure: { repository: Number(id), installation: Number(installation), number: tenure }, state };
}
