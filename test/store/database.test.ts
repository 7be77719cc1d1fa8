// The database itself: errors, transactions, tables brought forward, and a server that is restarted.

import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { openStore } from '../../src/store/store.ts';
import { onEachDatabase, PLAIN, type TestPlace } from '../support/databases.ts';
import { startOwn, startPostgres, whyNoPostgres, whyNoPostgresOfItsOwn } from '../support/postgres.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

onEachDatabase((place) => {
  test('an error leaves the connection as it was, within a transaction or several statements', async () => {
    await within(place, async (database) => {
      await database.query('CREATE TABLE bill (id int PRIMARY KEY)');
      await expect(database.query('SELECT nothing FROM nowhere', [])).rejects.toThrow(/nowhere/);
      await expect(database.query('BEGIN; INSERT INTO bill VALUES (1); SELECT 1/0; COMMIT')).rejects.toThrow(/zero/);
      const undone = database.transaction(async (connection) => {
        await connection.query('INSERT INTO bill VALUES ($1)', [2]);
        throw new TypeError('the page has no rows');
      });
      await expect(undone).rejects.toThrow(TypeError);
      await database.query('INSERT INTO bill VALUES ($1)', [3]);
      expect(await database.query('SELECT id FROM bill', [])).toEqual([{ id: 3 }]);
    });
  });

  test('the tables are brought forward once, by two at the same time, and never back', async () => {
    await within(place, async (database) => {
      const first = ['CREATE TABLE palimpsest.bill (id int)'];
      const both = [
        ...first,
        'ALTER TABLE palimpsest.bill ADD COLUMN total int; INSERT INTO palimpsest.bill VALUES (1, 2)',
      ];
      await migrate(database, first);
      await Promise.all([migrate(database, both), migrate(database, both), migrate(database, both)]);
      expect(await database.query('SELECT * FROM palimpsest.bill', [])).toEqual([{ id: 1, total: 2 }]);
      await expect(migrate(database, first)).rejects.toMatchObject({
        code: 'database-of-later-version',
        message: 'the database is of version 2, and this palimpsest knows version 1',
      });
      await expect(migrate(database, [...both, 'SELECT 1/0'])).rejects.toThrow(/zero/);
      await migrate(database, both);
    });
  });
});

describe('an embedded database', () => {
  test('that can be asked no more says so once, and has everything when it is opened anew', async () => {
    const folder = temporaryFolder();
    const told: unknown[] = [];
    const database = await openEmbeddedDatabase(folder, (why) => told.push(why));
    await database.query('CREATE TABLE bill (id int PRIMARY KEY); INSERT INTO bill VALUES (1)');
    await expect(database.query('SELECT nothing FROM nowhere', [])).rejects.toThrow(/nowhere/);
    expect(told).toEqual([]);
    const control = join(folder, 'database', 'global', 'pg_control');
    renameSync(control, `${control}.away`);
    await expect(database.query('CHECKPOINT')).rejects.toThrow(/pg_control/);
    await expect(database.query('SELECT 1', [])).rejects.toThrow();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ code: 'database-unavailable', message: expect.stringContaining('pg_control') });
    await database.close();
    renameSync(`${control}.away`, control);
    const again = await openEmbeddedDatabase(folder);
    expect(await again.query('SELECT id FROM bill', [])).toEqual([{ id: 1 }]);
    await again.close();
  });
});

describe('a PostgreSQL', () => {
  const none = whyNoPostgres();
  test.skipIf(none !== null)(
    `that is empty is taken by many at once${none === null ? '' : `: left out, ${none}`}`,
    async () => {
      const server = await startPostgres();
      try {
        for (let round = 0; round < 5; round++) {
          const settings = {
            folder: '',
            url: await server.newDatabase(),
            key: null,
            former: null,
            maxBlobBytes: 1_000,
          };
          const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(settings, PLAIN)));
          await Promise.all(stores.map((store) => store.close()));
        }
      } finally {
        await server.stop();
      }
    },
  );

  const why = whyNoPostgresOfItsOwn();
  test.skipIf(why !== null)(`that is restarted is waited for${why === null ? '' : `: left out, ${why}`}`, async () => {
    const server = await startOwn();
    const database = await openServerDatabase(await server.newDatabase(), { onError: () => undefined });
    try {
      await database.query('SELECT 1', []);
      server.restart();
      const sums = Array.from({ length: 20 }, (_, number) =>
        database.query<{ sum: number }>('SELECT $1::int + 1 AS sum', [number]),
      );
      expect((await Promise.all(sums)).map(([row]) => row?.sum)).toEqual(sums.map((_, number) => number + 1));
    } finally {
      await database.close();
      await server.stop();
    }
  });

  test('that is not there is told in one line, without the password', async () => {
    const opened = openServerDatabase('postgres://ada:s3cret-word@127.0.0.1:1/books', { ...PLAIN, awayMs: 0 });
    await expect(opened).rejects.toMatchObject({ code: 'database-unavailable' });
    await expect(opened).rejects.not.toThrow(/s3cret/);
  });
});

async function within(place: TestPlace, work: (database: Database) => Promise<void>): Promise<void> {
  const { folder, url } = await place.settings();
  const ignored = { onError: () => undefined };
  const database = url === null ? await openEmbeddedDatabase(folder) : await openServerDatabase(url, ignored);
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
