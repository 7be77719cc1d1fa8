// The name that git gives to the bytes of a file: whoever has it can tell whether they are those bytes.

import { createHash } from 'node:crypto';

/** Whether git would give these bytes that name, in SHA-1 or, where the name is longer, SHA-256. */
export function isNamed(bytes: Uint8Array, name: string): boolean {
  return blobName(bytes, name) === name;
}

/** The name in a repository that has names `like` this one; in SHA-1 where none is known. */
export function blobName(bytes: Uint8Array, like: string | null): string {
  const hash = createHash(like !== null && like.length > 40 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
