// Documents in memory, with the store's promises: versions, all or nothing, prefixes.

import type { DocumentChange, DocumentStore, StoredDocument } from '../../src/ports/documents.ts';

export class MemoryDocuments implements DocumentStore {
  readonly #documents = new Map<string, StoredDocument>();
  #writes = 0;
  /** The keys that were asked for, one list for each call of `read`. */
  readonly reads: (readonly string[])[] = [];
  /** Thrown by every call while it is set. */
  failure: Error | null = null;
  /** Done once, before the next write looks at versions. */
  beforeWrite: (() => Promise<void>) | null = null;

  async read(keys: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    if (this.failure !== null) throw this.failure;
    this.reads.push(keys);
    return new Map(
      keys.flatMap((key) => {
        const document = this.#documents.get(key);
        return document === undefined ? [] : [[key, document] as const];
      }),
    );
  }

  async keys(prefix: string): Promise<string[]> {
    return [...this.#documents.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  async write(changes: readonly DocumentChange[]): Promise<boolean> {
    if (this.failure !== null) throw this.failure;
    const first = this.beforeWrite;
    this.beforeWrite = null;
    await first?.();
    const isCurrent = ({ key, expected }: DocumentChange) =>
      expected === undefined || (this.#documents.get(key)?.version ?? null) === expected;
    if (!changes.every(isCurrent)) return false;
    for (const { key, text } of changes) {
      if (text === null) this.#documents.delete(key);
      else this.#documents.set(key, { version: String(++this.#writes), text });
    }
    return true;
  }

  async forget(prefix: string): Promise<void> {
    for (const key of await this.keys(prefix)) this.#documents.delete(key);
  }
}
