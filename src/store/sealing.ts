// What is kept, unreadable without the operator's key: AES-256-GCM, each value bound to its place.

import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { ExpectedFailure } from '../errors.ts';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** 32 MiB and about a tenth of a second: RFC 7914, section 2, with N as OWASP has it for short waits. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const derive = promisify<string, Uint8Array, number, typeof SCRYPT, Buffer>(scrypt);

/** How a value lies in the database; `sealed` names the key, or is `null` where none was used. */
export interface Kept {
  readonly content: Uint8Array;
  readonly sealed: string | null;
}

export interface Key {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Seals what is written, and opens what is read. `place` is part of the seal: a value that was moved does not open. */
export interface Sealing {
  /** `null`: nothing is sealed. */
  readonly current: string | null;
  seal(place: string, content: Uint8Array): Kept;
  /** Throws `wrong-data-key` for what none of the keys opens. */
  open(place: string, kept: Kept): Uint8Array;
}

/** A key as the operator gives it: 32 bytes in base64 or hexadecimal, or a text that one is derived from with a salt. */
export async function keyFrom(given: string, salt: Uint8Array): Promise<Key> {
  const bytes = keyBytes(given) ?? (await derive(given, salt, KEY_BYTES, SCRYPT));
  return { id: createHmac('sha256', bytes).update('palimpsest key').digest('hex').slice(0, 12), bytes };
}

export function newSalt(): Uint8Array {
  return randomBytes(16);
}

/** Seals with the first key and opens with any; without keys nothing is sealed. */
export function sealingWith(keys: readonly Key[]): Sealing {
  const [current] = keys;
  return {
    current: current?.id ?? null,
    seal(place, content) {
      return current === undefined
        ? { content, sealed: null }
        : { content: seal(current, place, content), sealed: current.id };
    },
    open(place, { content, sealed }) {
      if (sealed === null) return content;
      const key = keys.find(({ id }) => id === sealed);
      const opened = key === undefined ? null : open(key, place, content);
      if (opened === null) throw wrongKey(`${place} was kept under another DATA_KEY, or is damaged`);
      return opened;
    },
  };
}

export function seal({ bytes }: Key, place: string, content: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  const sealed = [cipher.update(content), cipher.final()];
  return Buffer.concat([Uint8Array.of(VERSION), nonce, cipher.getAuthTag(), ...sealed]);
}

/** `null` when the key, the place or the content is not what was sealed. */
export function open({ bytes }: Key, place: string, sealed: Uint8Array): Uint8Array | null {
  const begin = 1 + NONCE_BYTES + TAG_BYTES;
  if (sealed[0] !== VERSION || sealed.length < begin) return null;
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const cipher = createDecipheriv('aes-256-gcm', bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  cipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, begin));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(begin)), cipher.final()]);
  } catch {
    return null;
  }
}

export function wrongKey(message: string): ExpectedFailure {
  return new ExpectedFailure(
    'wrong-data-key',
    message,
    'Set DATA_KEY as it was when the data was written; to change it, set the former one as DATA_KEY_OLD.',
  );
}

function keyBytes(given: string): Uint8Array | null {
  if (/^[0-9a-f]{64}$/i.test(given)) return Buffer.from(given, 'hex');
  if (!/^[\w+/-]{43}=?$/.test(given)) return null;
  const bytes = Buffer.from(given, 'base64');
  return bytes.length === KEY_BYTES ? bytes : null;
}
