// What every place for documents and blobs holds to.

import { describe, expect, test } from 'vitest';
import type { BlobStore, DocumentStore } from '../../src/ports/documents.ts';

let places = 0;

/** `open` gives the store; each test keeps to keys of its own. */
export function documentStoreContract(open: () => DocumentStore): void {
  const place = () => `repository/${++places}`;

  async function textsOf(store: DocumentStore, prefix: string): Promise<Record<string, string>> {
    const read = await store.read(await store.keys(prefix));
    return Object.fromEntries([...read].map(([key, { text }]) => [key.slice(prefix.length), text]).sort());
  }

  describe('a document store', () => {
    test('holds nothing at first', async () => {
      expect(await open().read(['repository/none'])).toEqual(new Map());
      expect(await open().read([])).toEqual(new Map());
      expect(await open().keys('repository/none')).toEqual([]);
    });

    test('gives back what was written, whatever characters are in it', async () => {
      const at = place();
      const text = 'Rechnung für 5 €\r\n\u0000 \u{1f4da} %_\\';
      expect(await open().write([{ key: `${at}/invoice`, text }])).toBe(true);
      expect((await open().read([`${at}/invoice`, `${at}/none`])).get(`${at}/invoice`)?.text).toBe(text);
    });

    test('has another version after every write, also after a deletion', async () => {
      const key = `${place()}/state`;
      const versions = new Set<string | undefined>();
      for (const text of ['one', 'two', null, 'two', 'two']) {
        await open().write([{ key, text }]);
        if (text !== null) versions.add((await open().read([key])).get(key)?.version);
      }
      expect(versions.size).toBe(4);
    });

    test('writes all of the changes or none', async () => {
      const at = place();
      await open().write([
        { key: `${at}/a`, text: 'first' },
        { key: `${at}/b`, text: 'first' },
      ]);
      const version = (await open().read([`${at}/a`])).get(`${at}/a`)?.version ?? null;
      await open().write([{ key: `${at}/a`, text: 'second' }]);
      for (const expected of [version, null]) {
        const refused = await open().write([
          { key: `${at}/b`, text: null },
          { key: `${at}/c`, text: 'third', expected: null },
          { key: `${at}/a`, text: 'third', expected },
        ]);
        expect(refused).toBe(false);
      }
      expect(await textsOf(open(), `${at}/`)).toEqual({ a: 'second', b: 'first' });
    });

    test('refuses a change of what is gone, and deletes what stands as expected', async () => {
      const key = `${place()}/state`;
      await open().write([{ key, text: 'one', expected: null }]);
      const version = (await open().read([key])).get(key)?.version ?? null;
      expect(await open().write([{ key, text: null, expected: version }])).toBe(true);
      expect(await open().write([{ key, text: 'two', expected: version }])).toBe(false);
      expect(await open().write([{ key, text: null, expected: null }])).toBe(true);
      expect(await open().read([key])).toEqual(new Map());
    });

    test('refuses two changes of one document', async () => {
      const key = `${place()}/state`;
      const twice = async () =>
        open().write([
          { key, text: 'one' },
          { key, text: 'two' },
        ]);
      await expect(twice()).rejects.toThrow(RangeError);
    });

    test('of many that make the same document one does', async () => {
      const key = `${place()}/head`;
      const made = await Promise.all(
        Array.from({ length: 8 }, (_, writer) => open().write([{ key, text: `writer ${writer}`, expected: null }])),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
    });

    test('of writers at the same time, in whatever order they name the documents, none loses anything', async () => {
      const at = place();
      const keys = [`${at}/a`, `${at}/b`];
      const add = async (order: readonly string[]) => {
        for (;;) {
          const read = await open().read(order);
          const changes = order.map((key) => ({
            key,
            text: String(Number(read.get(key)?.text ?? '0') + 1),
            expected: read.get(key)?.version ?? null,
          }));
          if (await open().write(changes)) return;
        }
      };
      await Promise.all(Array.from({ length: 12 }, (_, index) => add(index % 2 === 0 ? keys : [...keys].reverse())));
      expect(await textsOf(open(), `${at}/`)).toEqual({ a: '12', b: '12' });
    });

    test('lists by prefix, in the order of code units, and takes no character for another', async () => {
      const at = place();
      const names = [
        'a%b/one',
        'a_b/one',
        'axb/one',
        'axxb/one',
        'a\\b/one',
        'A_b/one',
        'a_b',
        'a_b0',
        'ä/\u{1f4da}',
        'ä/\uffee',
      ];
      await open().write(names.map((name) => ({ key: `${at}/${name}`, text: name })));
      const keys = async (prefix: string) =>
        (await open().keys(`${at}/${prefix}`)).map((key) => key.slice(at.length + 1));
      expect(await keys('')).toEqual([...names].sort());
      expect(await keys('a_b/')).toEqual(['a_b/one']);
      expect(await keys('a%')).toEqual(['a%b/one']);
      expect(await keys('a\\')).toEqual(['a\\b/one']);
      expect(await keys('a_b')).toEqual(['a_b', 'a_b/one', 'a_b0']);
      expect(await keys('ä/\u{1f4da}')).toEqual(['ä/\u{1f4da}']);
    });

    test('forgets what begins with a prefix, and nothing else', async () => {
      const at = place();
      const names = ['4711/state', '4711/ledger/head', '47112/state', '4_11/state'];
      await open().write(names.map((name) => ({ key: `${at}/${name}`, text: name })));
      await open().forget(`${at}/4_11/`);
      expect(Object.keys(await textsOf(open(), `${at}/`)).sort()).toEqual(
        ['47112/state', '4711/ledger/head', '4711/state'].sort(),
      );
      await open().forget(`${at}/4711/`);
      expect(Object.keys(await textsOf(open(), `${at}/`))).toEqual(['47112/state']);
    });
  });
}

/** `open` gives a store that holds `maxBytes` in all; the tests follow one another in it. */
export function blobStoreContract(open: () => BlobStore, maxBytes: number): void {
  const blob = (bytes: number, value: number) => new Uint8Array(bytes).fill(value);

  describe('a blob store', () => {
    test('gives back what was put, byte for byte', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
      await open().put(
        'repository/1',
        new Map([
          ['every-byte', bytes],
          ['none', new Uint8Array()],
        ]),
      );
      const read = await open().get(['every-byte', 'none', 'unknown']);
      expect([...read.keys()].sort()).toEqual(['every-byte', 'none']);
      expect([...(read.get('every-byte') ?? [])]).toEqual([...bytes]);
      expect(read.get('none')).toHaveLength(0);
      expect(await open().get([])).toEqual(new Map());
    });

    test('goes with the last of its owners', async () => {
      await open().put(
        'repository/2',
        new Map([
          ['shared', blob(4, 1)],
          ['alone', blob(4, 2)],
        ]),
      );
      await open().put('repository/3', new Map([['shared', blob(4, 1)]]));
      await open().forget('repository/2');
      expect([...(await open().get(['shared', 'alone'])).keys()]).toEqual(['shared']);
      await open().forget('repository/3');
      expect(await open().get(['shared', 'alone'])).toEqual(new Map());
    });

    test('lets go what was used least recently', async () => {
      const third = Math.floor(maxBytes / 3) - 40; // what is encrypted is a little longer
      await open().forget('repository/1');
      for (const name of ['first', 'second', 'third']) {
        await open().put('repository/4', new Map([[name, blob(third, 1)]]));
      }
      await open().get(['first']);
      await open().put('repository/4', new Map([['fourth', blob(third, 1)]]));
      const kept = await open().get(['first', 'second', 'third', 'fourth']);
      expect([...kept.keys()].sort()).toEqual(['first', 'fourth', 'third']);
    });

    test('takes nothing that is larger than all of it', async () => {
      await open().put('repository/5', new Map([['huge', blob(maxBytes + 1, 1)]]));
      expect(await open().get(['huge'])).toEqual(new Map());
    });
  });
}
