// Documents in memory: what the App keeps, for tests of those who use it.

import type { DocumentStore, StoredDocument } from '../../src/ports.ts';

export interface MemoryDocuments extends DocumentStore {
  /** All that is there, by key. */
  readonly kept: ReadonlyMap<string, StoredDocument>;
  /** Happens just before the next write, as if another process had been quicker. */
  beforeNextWrite(action: () => Promise<unknown>): void;
}

export function memoryDocuments(): MemoryDocuments {
  const kept = new Map<string, StoredDocument>();
  let writes = 0;
  let before: (() => Promise<unknown>) | null = null;
  return {
    kept,
    beforeNextWrite(action) {
      before = action;
    },
    read: async (keys) =>
      new Map(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key) as StoredDocument]] : []))),
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)).sort(),
    async write(changes) {
      const action = before;
      before = null;
      await action?.();
      const fits = changes.every(
        ({ key, expected }) => expected === undefined || (kept.get(key)?.version ?? null) === expected,
      );
      if (!fits) return false;
      for (const { key, text } of changes) {
        if (text === null) kept.delete(key);
        else kept.set(key, { version: String(++writes), text });
      }
      return true;
    },
    async forget(prefix) {
      for (const key of [...kept.keys()]) if (key.startsWith(prefix)) kept.delete(key);
    },
  };
}
