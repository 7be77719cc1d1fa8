// Documents by key in a table, each with a version.

import type { DocumentChange, DocumentStore } from '../ports/documents.ts';
import { type Connection, type Database, undoable } from './database.ts';
import type { Kept, Sealing } from './sealing.ts';

interface DocumentRow extends Kept {
  readonly key: string;
  readonly version: string;
}

/** `fence`: asked first within each transaction that writes; throws where nothing may be written any more. */
export function openDocuments(
  database: Database,
  sealing: Sealing,
  fence: (connection: Connection) => Promise<void> = async () => {},
): DocumentStore {
  return {
    async read(keys) {
      if (keys.length === 0) return new Map();
      const rows = await database.query<DocumentRow>(
        'SELECT key, version::text, content, sealed FROM palimpsest.documents WHERE key = ANY($1::text[])',
        [keys],
      );
      return new Map(rows.map((row) => [row.key, { version: row.version, text: textOf(row, sealing) }]));
    },
    async keys(prefix) {
      const { condition, values } = beginsWith(prefix);
      const rows = await database.query<{ key: string }>(
        `SELECT key FROM palimpsest.documents WHERE ${condition}`,
        values,
      );
      return rows.map(({ key }) => key).sort();
    },
    write(changes) {
      const sorted = [...changes].sort((a, b) => (a.key < b.key ? -1 : 1));
      if (new Set(sorted.map(({ key }) => key)).size < sorted.length) {
        throw new RangeError('a document is changed twice in one write');
      }
      if (sorted.length === 0) return Promise.resolve(true);
      return undoable(database, false, async (connection, undo) => {
        await fence(connection);
        if (!(await areAsExpected(connection, sorted))) undo();
        const deleted = sorted.filter(({ text }) => text === null).map(({ key }) => key);
        if (deleted.length > 0) {
          await connection.query('DELETE FROM palimpsest.documents WHERE key = ANY($1::text[])', [deleted]);
        }
        const written = sorted.flatMap(({ key, expected, text }) =>
          text === null ? [] : [{ key, isNew: expected === null, ...sealing.seal(key, Buffer.from(text)) }],
        );
        const fresh = written.filter(({ isNew }) => isNew);
        if ((await insert(connection, fresh, 'DO NOTHING')) < fresh.length) undo();
        const changed = written.filter(({ isNew }) => !isNew);
        await insert(connection, changed, `(key) ${WRITE_OVER}`);
        return true;
      });
    },
    forget: (prefix) => forgetDocuments(database, prefix),
  };
}

export async function forgetDocuments(connection: Connection, prefix: string): Promise<void> {
  const { condition, values } = beginsWith(prefix);
  await connection.query(`DELETE FROM palimpsest.documents WHERE ${condition}`, values);
}

/** In one statement, however many they are: whoever else asks an embedded database waits for it. Returns how many were written. */
async function insert(
  connection: Connection,
  documents: readonly (Kept & { readonly key: string })[],
  onConflict: string,
): Promise<number> {
  if (documents.length === 0) return 0;
  const rows = await connection.query(
    `INSERT INTO palimpsest.documents (key, version, content, sealed)
     SELECT key, nextval('palimpsest.document_version'), content, sealed
     FROM unnest($1::text[], $2::bytea[], $3::text[]) AS given (key, content, sealed)
     ON CONFLICT ${onConflict} RETURNING key`,
    [documents.map(({ key }) => key), documents.map(({ content }) => content), documents.map(({ sealed }) => sealed)],
  );
  return rows.length;
}

const WRITE_OVER = 'DO UPDATE SET version = excluded.version, content = excluded.content, sealed = excluded.sealed';

/** Looks, and holds what is there until the transaction ends. */
async function areAsExpected(connection: Connection, changes: readonly DocumentChange[]): Promise<boolean> {
  const rows = await connection.query<{ key: string; version: string }>(
    `SELECT key, version::text FROM palimpsest.documents WHERE key = ANY($1::text[]) ORDER BY key FOR UPDATE`,
    [changes.map(({ key }) => key)],
  );
  const versions = new Map(rows.map(({ key, version }) => [key, version]));
  return changes.every(({ key, expected }) => expected === undefined || (versions.get(key) ?? null) === expected);
}

function textOf(row: DocumentRow, sealing: Sealing): string {
  return Buffer.from(sealing.open(row.key, row)).toString('utf8');
}

/** A range of the index: keys are kept in the order of their code points. */
function beginsWith(prefix: string): { condition: string; values: string[] } {
  const end = endOf(prefix);
  return end === null
    ? { condition: 'key >= $1', values: [prefix] }
    : { condition: 'key >= $1 AND key < $2', values: [prefix, end] };
}

/** The first text, by code points, after all that begin with a prefix; `null` when there is none. */
function endOf(prefix: string): string | null {
  const points = [...prefix].map((character) => character.codePointAt(0) ?? 0);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const next = last === 0xd7ff ? 0xe000 : last + 1;
    if (next <= 0x10ffff) return String.fromCodePoint(...points, next);
  }
  return null;
}
