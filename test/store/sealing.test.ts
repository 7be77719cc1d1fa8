// What lies in the database with a key, with another one, and with none.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBlobs } from '../../src/store/blobs.ts';
import { openSealing, sealAnew } from '../../src/store/data-key.ts';
import type { Database } from '../../src/store/database.ts';
import { openDocuments } from '../../src/store/documents.ts';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { migrate } from '../../src/store/migrations.ts';

const SECRET = 'class Invoice { long total() { return net + tax; } }';
const PASSPHRASE = 'a passphrase that nobody guesses, at least of 32';
const HEX = 'ab'.repeat(32);
const BASE64 = Buffer.alloc(32, 7).toString('base64');

describe('what is kept with DATA_KEY', () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  let database: Database;
  beforeAll(async () => {
    database = await openEmbeddedDatabase(folder);
    await migrate(database);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const never = new AbortController().signal;
  const documents = async (key: string | null, former: string | null = null) =>
    openDocuments(database, await openSealing(database, { key, former }));
  const textOf = async (key: string | null, of: string, former: string | null = null) =>
    (await (await documents(key, former)).read([of])).get(of)?.text;
  const contents = async () => {
    const rows = await database.query<{ content: Uint8Array }>(
      'SELECT content FROM palimpsest.documents UNION ALL SELECT content FROM palimpsest.blobs',
      [],
    );
    return rows.map(({ content }) => Buffer.from(content).toString('latin1')).join('\n');
  };
  async function begin(key: string | null): Promise<void> {
    await database.query('DELETE FROM palimpsest.seal; DELETE FROM palimpsest.documents; DELETE FROM palimpsest.blobs');
    await (await documents(key)).write([{ key: 'repository/1/model', text: SECRET }]);
  }

  for (const [how, key] of Object.entries({ 'a passphrase': PASSPHRASE, hexadecimal: HEX, base64: BASE64 })) {
    test(`${how}: unreadable there, and read again after a start`, async () => {
      await begin(key);
      const sealing = await openSealing(database, { key, former: null });
      await openBlobs(database, sealing, { maxBytes: 1_000 }).put(
        'repository/1',
        new Map([['b', Buffer.from(SECRET)]]),
      );
      expect(await contents()).not.toContain('Invoice');
      expect(await textOf(key, 'repository/1/model')).toBe(SECRET);
    });
  }

  test('another key is refused at start in one line, and so is none', async () => {
    await begin(PASSPHRASE);
    for (const wrong of ['another passphrase of at least 32 characters', HEX]) {
      await expect(documents(wrong)).rejects.toMatchObject({
        code: 'wrong-data-key',
        message: 'DATA_KEY is not the key that the data was encrypted with',
      });
    }
    await expect(documents(null)).rejects.toMatchObject({ code: 'wrong-data-key' });
  });

  test('values cannot be put in one another’s place, nor changed', async () => {
    await begin(HEX);
    const store = await documents(HEX);
    await store.write([{ key: 'repository/2/model', text: 'class Other {}' }]);
    const content = `(SELECT content FROM palimpsest.documents WHERE key = 'repository/1/model')`;
    await database.query(`UPDATE palimpsest.documents SET content = ${content} WHERE key = $1`, ['repository/2/model']);
    await expect(store.read(['repository/2/model'])).rejects.toMatchObject({ code: 'wrong-data-key' });
    await database.query(
      'UPDATE palimpsest.documents SET content = set_byte(content, 40, get_byte(content, 40) # 1)',
      [],
    );
    await expect(store.read(['repository/1/model'])).rejects.toMatchObject({ code: 'wrong-data-key' });
  });

  test('what was kept without a key is read, and sealed with the next write', async () => {
    await begin(null);
    expect(await contents()).toContain('Invoice');
    const store = await documents(HEX);
    expect((await store.read(['repository/1/model'])).get('repository/1/model')?.text).toBe(SECRET);
    await store.write([{ key: 'repository/1/model', text: SECRET }]);
    expect(await contents()).not.toContain('Invoice');
  });

  test('a key is changed with the former one beside it, which is not needed afterwards', async () => {
    await begin(PASSPHRASE);
    const before = (await (await documents(PASSPHRASE)).read(['repository/1/model'])).get('repository/1/model');
    expect(await textOf(HEX, 'repository/1/model', PASSPHRASE)).toBe(SECRET);
    await expect(textOf(HEX, 'repository/1/model')).rejects.toMatchObject({ code: 'wrong-data-key' });
    await sealAnew(database, await openSealing(database, { key: HEX, former: PASSPHRASE }), never);
    const after = (await (await documents(HEX)).read(['repository/1/model'])).get('repository/1/model');
    expect(after).toEqual(before);
    await expect(documents(PASSPHRASE)).rejects.toMatchObject({ code: 'wrong-data-key' });
  });
});
