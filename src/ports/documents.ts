// What the App keeps at rest: documents by key, each with a version, in whatever database there is.

export interface StoredDocument {
  /** Another one with every write. */
  readonly version: string;
  readonly text: string;
}

export interface DocumentChange {
  readonly key: string;
  /** The version that the change was made from; `null`: there must be none; `undefined`: whatever is there. */
  readonly expected?: string | null;
  /** `null` deletes. */
  readonly text: string | null;
}

/**
 * Keys are paths, `repository/4711/ledger/…`. Any number of processes and threads may use one store at once; everything in it
 * is plain data, so that it can be reached through a message port.
 */
export interface DocumentStore {
  /** What is not there is missing. */
  read(keys: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>>;
  /** The keys that begin with a prefix, sorted by code units. */
  keys(prefix: string): Promise<string[]>;
  /** All of the changes or none: `false` when one of them no longer is at the version that it expects. */
  write(changes: readonly DocumentChange[]): Promise<boolean>;
  /** Deletes every document whose key begins with a prefix. */
  forget(prefix: string): Promise<void>;
}

/** Contents by their names, which are their hashes: what was read once needs not be asked of the forge again. */
export interface BlobStore {
  get(names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** `owner`: whose blob it is (`repository/4711`), so that it goes when they do. */
  put(owner: string, blobs: ReadonlyMap<string, Uint8Array>): Promise<void>;
  forget(owner: string): Promise<void>;
}
