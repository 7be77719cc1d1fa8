// Ledgers as documents: a head and its shards, saved together or not at all.

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Shard } from '../core/shards.ts';
import { ExpectedFailure } from '../errors.ts';
import { parseHead, parseShard, printHead, printShard } from '../pages/ledger-pages.ts';
import type { DocumentChange, DocumentStore, LedgerStore, StoredDocument, StoredLedger } from '../ports.ts';

/** Whose ledgers: of a repository by its id, and of one project in it. */
export interface LedgerPlace {
  readonly repository: number;
  /** `null` for the whole repository. */
  readonly section: string | null;
}

/** Below this lies everything of one project. */
export function projectPrefix({ repository, section }: LedgerPlace): string {
  return `repository/${repository}/project/${section === null ? '.' : encodeURIComponent(section)}/`;
}

/** A reader that is slower than so many saves has to start again. */
const SAVES_KEPT = 16;
const OUTDATED = 'outdated';
const outdatedSchema = z.array(z.array(z.string()));

/** Every save writes shards under new names, and the former ones stay for a while: a slow reader finds those of its head. */
export function ledgersOn(documents: DocumentStore, place: LedgerPlace): LedgerStore {
  const prefix = `${projectPrefix(place)}ledger/`;
  const folder = (fingerprint: string) => `${prefix}${encodeURIComponent(fingerprint)}/`;
  const headKey = (fingerprint: string) => `${folder(fingerprint)}head`;

  const load = async (fingerprint: string): Promise<StoredLedger | null> => {
    const key = headKey(fingerprint);
    const document = (await documents.read([key])).get(key);
    if (document === undefined) return null;
    const stored = parsed(document, key, parseHead);
    return {
      version: document.version,
      head: stored.head,
      shards: async (names) => {
        const keys = names.flatMap((name) => {
          const file = stored.files[name];
          return file === undefined ? [] : [`${folder(fingerprint)}${file}`];
        });
        const read = await documents.read(keys);
        return new Map(names.map((name) => [name, shardIn(read, folder(fingerprint), stored.files[name])]));
      },
    };
  };

  return {
    load,
    async fingerprints() {
      const keys = await documents.keys(prefix);
      const heads = keys.filter((key) => key.endsWith('/head'));
      return heads.map((key) => decodeURIComponent(key.slice(prefix.length, -'/head'.length))).sort();
    },
    async save(expected, { head, shards }) {
      const { fingerprint } = head.model;
      const key = headKey(fingerprint);
      const there = (await documents.read([key])).get(key);
      if ((there?.version ?? null) !== expected) return false;
      const before = there === undefined ? {} : parsed(there, key, parseHead).files;
      const files: Record<string, string> = {};
      const changes: DocumentChange[] = [];
      for (const name of Object.keys(head.shards)) {
        const shard = shards.get(name);
        const old = before[name];
        if (shard === undefined && old === undefined)
          throw new RangeError(`the head names shard ${name}, which was never saved`);
        if (shard === undefined && old !== undefined) files[name] = old;
        if (shard === undefined) continue;
        files[name] = `shard-${name}-${randomUUID()}`;
        changes.push({ key: `${folder(fingerprint)}${files[name]}`, text: printShard(shard) });
      }
      const kept = new Set(Object.values(files));
      const outdated = await outdatedFiles(documents, folder(fingerprint));
      const now = [Object.values(before).filter((file) => !kept.has(file)), ...outdated];
      for (const file of now.slice(SAVES_KEPT).flat())
        changes.push({ key: `${folder(fingerprint)}${file}`, text: null });
      changes.push({ key: `${folder(fingerprint)}${OUTDATED}`, text: JSON.stringify(now.slice(0, SAVES_KEPT)) });
      return documents.write([{ key, expected, text: printHead({ head, files }) }, ...changes]);
    },
  };
}

/** For each of the last saves, the latest first, the files that it put others in the place of. */
async function outdatedFiles(documents: DocumentStore, folder: string): Promise<readonly (readonly string[])[]> {
  const key = `${folder}${OUTDATED}`;
  const document = (await documents.read([key])).get(key);
  return document === undefined ? [] : parsed(document, key, (text) => outdatedSchema.parse(JSON.parse(text)));
}

function shardIn(read: ReadonlyMap<string, StoredDocument>, folder: string, file: string | undefined): Shard {
  if (file === undefined) return [];
  const document = read.get(`${folder}${file}`);
  if (document === undefined) {
    throw new ExpectedFailure('ledger-busy', 'the ledger was replaced while it was read', 'Run it again.');
  }
  return parsed(document, `${folder}${file}`, parseShard);
}

function parsed<T>({ text }: StoredDocument, key: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    throw new ExpectedFailure(
      'bad-ledger-file',
      `the document ${key} is damaged, or of a later version of palimpsest`,
      'Update palimpsest; or remove the App from the repository and add it again: the ledger is begun anew.',
      { cause: error },
    );
  }
}
