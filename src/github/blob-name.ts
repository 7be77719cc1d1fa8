// The name that git gives to the bytes of a file: whoever has it can tell whether they are those bytes.

import { createHash } from 'node:crypto';

/** Whether git would give these bytes that name, in SHA-1 or, where the name is longer, SHA-256. */
export function isNamed(bytes: Uint8Array, name: string): boolean {
  const hash = createHash(name.length > 40 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === name;
}
