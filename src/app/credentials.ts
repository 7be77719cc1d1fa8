// The credentials of the App: the forms in which a private key is given, and the file in which the setup keeps what GitHub gave.

import { createCipheriv, createDecipheriv, createPrivateKey, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import type { Secret } from '../secrets.ts';

export interface Credentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: Secret;
  readonly webhookSecret: Secret;
}

export interface PlainCredentials {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
}

/** A private key as PEM, from PEM as it is, on one line with `\n`, in quotes, or in base64; `null` for anything else. */
export function pemOf(given: string): string | null {
  const bare = given.trim().replace(/^(["'])(.*)\1$/s, '$2');
  const decoded = bare.includes('-----BEGIN') ? bare : Buffer.from(bare, 'base64').toString();
  const pem = decoded.replaceAll('\\n', '\n').trim();
  try {
    createPrivateKey(pem);
    return pem;
  } catch {
    return null;
  }
}

const FILE = 'credentials.json';

const plain = z.object({ appId: z.int().positive(), privateKey: z.string(), webhookSecret: z.string() });
const sealed = z.object({ sealed: z.string() });

/** What an earlier setup kept in the data folder, under one of these keys; `null` when there is nothing. */
export function readKeptCredentials(dataDir: string, dataKeys: readonly string[]): PlainCredentials | null {
  const path = join(dataDir, FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw unusable(path, `cannot be read (${systemErrorCode(error)})`);
  }
  try {
    const kept = z.union([plain, sealed]).parse(JSON.parse(text));
    if (!('sealed' in kept)) return kept;
    if (dataKeys.length === 0) throw unusable(path, 'is encrypted, and DATA_KEY is not set');
    for (const key of dataKeys) {
      const opened = unseal(kept.sealed, key);
      if (opened !== null) return plain.parse(JSON.parse(opened));
    }
    throw unusable(path, 'was encrypted with another DATA_KEY');
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    throw unusable(path, 'holds no credentials');
  }
}

/** Keeps them for the next start, for the owner of the process alone; encrypted when there is a key. */
export function keepCredentials(dataDir: string, credentials: PlainCredentials, dataKey: string | null): void {
  const path = join(dataDir, FILE);
  const text = JSON.stringify(credentials);
  const written = dataKey === null ? text : JSON.stringify({ sealed: seal(text, dataKey) });
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, `${written}\n`, { mode: 0o600 });
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, path);
  } catch (error) {
    throw new ExpectedFailure(
      'not-writable',
      `the credentials cannot be written to ${path} (${systemErrorCode(error)})`,
      'Let DATA_DIR name a folder that the App may write.',
      { cause: error },
    );
  }
}

function unusable(path: string, what: string): ExpectedFailure {
  return new ExpectedFailure(
    'bad-setting',
    `${path} ${what}`,
    'Mend it, or set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET instead.',
  );
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function keyFor(dataKey: string, nonce: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, nonce, 'palimpsest credentials', 32));
}

/** AES-256-GCM, as base64: nonce, text, tag. */
function seal(text: string, dataKey: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(dataKey, nonce), nonce);
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** `null` when it was sealed with another key. */
function unseal(text: string, dataKey: string): string | null {
  const bytes = Buffer.from(text, 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(dataKey, nonce), nonce);
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString();
  } catch {
    return null;
  }
}
