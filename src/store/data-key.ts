// The operator's key at start: is it the one that the data is kept under?

import type { Connection, Database } from './database.ts';
import { type Key, keyFrom, newSalt, open, type Sealing, seal, sealingWith, wrongKey } from './sealing.ts';

const PLACE = 'the key itself';
const PROOF = Buffer.from('palimpsest');
/** So many documents are sealed anew at a time. */
const BATCH = 50;

export interface DataKeys {
  readonly key: string | null;
  /** The one before, while what it sealed is sealed anew. */
  readonly former: string | null;
}

/** Throws `wrong-data-key` when the data is kept under a key that is not among these. */
export async function openSealing(database: Database, { key, former }: DataKeys): Promise<Sealing> {
  return database.transaction(async (connection) => {
    if (key !== null) {
      // Whoever comes second waits here for the first, and then reads what that one wrote.
      await connection.query('LOCK TABLE palimpsest.seal IN EXCLUSIVE MODE', []);
    }
    const stored = await storedProof(connection);
    if (key === null) {
      if (stored === null) return sealingWith([]);
      throw wrongKey('the data is encrypted, and DATA_KEY is not set');
    }
    const salt = stored?.salt ?? newSalt();
    const current = await keyFrom(key, salt);
    const before = former === null ? null : await keyFrom(former, salt);
    const isKnown = (candidate: Key | null) =>
      stored !== null && candidate !== null && open(candidate, PLACE, stored.proof) !== null;
    if (stored !== null && !isKnown(current) && !isKnown(before)) {
      throw wrongKey('DATA_KEY is not the key that the data was encrypted with');
    }
    if (!isKnown(current)) await prove(connection, salt, current);
    return sealingWith(before === null ? [current] : [current, before]);
  });
}

/**
 * Seals what lies there under a former key, or none, with the current one. Blobs can be had again, and are let go. What is
 * written meanwhile stays as it was written.
 */
export async function sealAnew(database: Database, sealing: Sealing, signal: AbortSignal): Promise<void> {
  if (sealing.current === null) return;
  await database.query('DELETE FROM palimpsest.blobs WHERE sealed IS DISTINCT FROM $1', [sealing.current]);
  for (let after = ''; !signal.aborted; ) {
    const rows = await database.query<{ key: string; content: Uint8Array; sealed: string | null; version: string }>(
      `SELECT key, content, sealed, version::text FROM palimpsest.documents
       WHERE key > $1 AND sealed IS DISTINCT FROM $2 ORDER BY key LIMIT ${BATCH}`,
      [after, sealing.current],
    );
    for (const { key, content, sealed, version } of rows) {
      const anew = sealing.seal(key, sealing.open(key, { content, sealed }));
      await database.query(
        'UPDATE palimpsest.documents SET content = $1, sealed = $2 WHERE key = $3 AND version = $4::bigint',
        [anew.content, anew.sealed, key, version],
      );
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.key;
  }
}

async function storedProof(connection: Connection): Promise<{ salt: Uint8Array; proof: Uint8Array } | null> {
  const [row] = await connection.query<{ salt: Uint8Array; proof: Uint8Array }>(
    'SELECT salt, proof FROM palimpsest.seal',
    [],
  );
  return row ?? null;
}

async function prove(connection: Connection, salt: Uint8Array, key: Key): Promise<void> {
  await connection.query(
    `INSERT INTO palimpsest.seal (salt, proof) VALUES ($1, $2)
     ON CONFLICT (id) DO UPDATE SET proof = excluded.proof`,
    [salt, seal(key, PLACE, PROOF)],
  );
}
