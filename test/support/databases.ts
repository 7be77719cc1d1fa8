// The same suite on every database that the App can be given.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store, type StoreOptions, type StoreSettings } from '../../src/store/store.ts';
import { startPostgres, type TestServer, whyNoPostgres } from './postgres.ts';

export interface TestPlace {
  readonly kind: 'embedded' | 'server';
  /** Settings that name a new, empty database. */
  settings(stated?: Partial<StoreSettings>): Promise<StoreSettings>;
}

/** Runs a suite on PGlite and on a PostgreSQL, and says so when there is none. */
export function onEachDatabase(suite: (place: TestPlace) => void): void {
  describe('on PGlite', () => suite(embeddedPlace()));
  const why = whyNoPostgres();
  if (why !== null) {
    describe.skip(`on PostgreSQL: left out, ${why}`, () => suite(serverPlace(() => null)));
    return;
  }
  describe('on PostgreSQL', () => {
    let server: TestServer | null = null;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(async () => {
      await server?.stop();
    });
    suite(serverPlace(() => server));
  });
}

/** A store that a whole suite shares; its options as given. */
export function sharedStore(
  place: TestPlace,
  stated: Partial<StoreSettings> = {},
  options: Partial<StoreOptions> = {},
): () => Store {
  let store: Store | null = null;
  beforeAll(async () => {
    store = await openStore(await place.settings(stated), { ...PLAIN, ...options });
  });
  afterAll(async () => {
    await store?.close();
  });
  return () => {
    if (store === null) throw new Error('the store is not open');
    return store;
  };
}

/** A store in a folder of its own, for a suite that is not about databases. */
export async function embeddedStore(): Promise<readonly [store: Store, close: () => Promise<void>]> {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const store = await openStore({ ...NOTHING, folder }, PLAIN);
  return [
    store,
    async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  ];
}

/** Errors in the background fail the test that is run. */
export const PLAIN: StoreOptions = {
  onError: (error) => {
    throw error;
  },
};

const NOTHING = { url: null, key: null, former: null, maxBlobBytes: 1_000_000 };

function embeddedPlace(): TestPlace {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return {
    kind: 'embedded',
    async settings(stated) {
      const folder = mkdtempSync(join(tmpdir(), 'store-'));
      folders.push(folder);
      return { ...NOTHING, folder, ...stated };
    },
  };
}

function serverPlace(server: () => TestServer | null): TestPlace {
  return {
    kind: 'server',
    async settings(stated) {
      const url = await server()?.newDatabase();
      if (url === undefined) throw new Error('there is no PostgreSQL');
      return { ...NOTHING, folder: '', url, ...stated };
    },
  };
}
