// The bytes of files on GitHub by the names of their blobs: fifty a query, one by one what a query cannot give, and every one
// checked against its name. What was read once is not read again.

import { LRUCache } from 'lru-cache';
import pMap from 'p-map';
import { ExpectedFailure } from '../errors.ts';
import { isNamed } from './blob-name.ts';
import type { GitHubRepository } from './client.ts';
import { attempt } from './failures.ts';
import type { TreeFile } from './trees.ts';

/** Files of one query; more take GitHub too long. */
const FILES_A_QUERY = 50;
const BYTES_A_QUERY = 4_000_000;
/** A query cuts texts off not far above this. */
const LARGEST_QUERIED_BYTES = 400_000;
const AT_ONCE = 6;
const BYTES_KEPT = 128 * 1024 * 1024;

export class Contents {
  readonly #github: GitHubRepository;
  readonly #queries: boolean;
  readonly #kept = new LRUCache<string, Uint8Array>({
    maxSize: BYTES_KEPT,
    sizeCalculation: (bytes) => bytes.length + 100,
  });

  /** Without `queries`, as without a token, each file is asked for by itself. */
  constructor(github: GitHubRepository, { queries }: { readonly queries: boolean }) {
    this.#github = github;
    this.#queries = queries;
  }

  /** `undefined` for what was not read, or no longer is at hand. */
  kept(blob: string): Uint8Array | undefined {
    return this.#kept.get(blob);
  }

  keep(blob: string, bytes: Uint8Array): void {
    this.#kept.set(blob, bytes);
  }

  /** The files in parts that are read in one go each. */
  parts(files: Iterable<TreeFile>): TreeFile[][] {
    const parts: TreeFile[][] = [];
    let bytes = 0;
    for (const file of files) {
      const last = parts.at(-1);
      bytes += file.size;
      if (last === undefined || last.length >= FILES_A_QUERY || bytes > BYTES_A_QUERY) {
        parts.push([file]);
        bytes = file.size;
      } else last.push(file);
    }
    return parts;
  }

  /** By the names of the blobs. Throws an ExpectedFailure when one cannot be had as it is. */
  async read(files: readonly TreeFile[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const small = this.#queries ? files.filter(({ size }) => size <= LARGEST_QUERIED_BYTES) : [];
    const read = small.length === 0 ? new Map<string, Uint8Array>() : await this.#query(small);
    const rest = files.filter(({ blob }) => !read.has(blob));
    await pMap(rest, async ({ blob }) => read.set(blob, await this.#readOne(blob)), { concurrency: AT_ONCE });
    for (const [blob, bytes] of read) this.keep(blob, bytes);
    return read;
  }

  /** Those that came whole, as text that is exactly their bytes. */
  async #query(files: readonly TreeFile[]): Promise<Map<string, Uint8Array>> {
    const { api, owner, repo } = this.#github;
    const names = files.map(({ blob }) => blob);
    const answer = await attempt(`reading files of ${owner}/${repo}`, () =>
      api.graphql<QueryAnswer>(queryFor(names.length), {
        owner,
        repo,
        ...Object.fromEntries(names.map((name, index) => [`name${index}`, name])),
      }),
    );
    const read = new Map<string, Uint8Array>();
    for (const [index, name] of names.entries()) {
      const blob = answer.repository?.[`blob${index}`];
      if (typeof blob?.text !== 'string' || blob.isBinary === true || blob.isTruncated === true) continue;
      const bytes = Buffer.from(blob.text, 'utf8');
      if (isNamed(bytes, name)) read.set(name, bytes);
    }
    return read;
  }

  async #readOne(name: string): Promise<Uint8Array> {
    const { api, owner, repo } = this.#github;
    const { data } = await attempt(`reading a file of ${owner}/${repo}`, () =>
      api.rest.git.getBlob({ owner, repo, file_sha: name }),
    );
    const bytes = Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
    if (isNamed(bytes, name)) return bytes;
    throw new ExpectedFailure(
      'forge-unavailable',
      `GitHub gave other bytes for the blob ${name} of ${owner}/${repo} than those of that name`,
      'Run it again later.',
    );
  }
}

interface QueryAnswer {
  readonly repository: Readonly<Record<string, QueriedBlob | null>> | null;
}

interface QueriedBlob {
  readonly isBinary?: boolean | null;
  readonly isTruncated?: boolean;
  readonly text?: string | null;
}

/** Names are variables: nothing of a repository ever becomes a part of the query's text. */
function queryFor(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map((index) => `$name${index}: GitObjectID!`).join(', ');
  const blobs = indexes.map((index) => `blob${index}: object(oid: $name${index}) { ...content }`).join('\n');
  return `query ($owner: String!, $repo: String!, ${variables}) {
    repository(owner: $owner, name: $repo) {
      ${blobs}
    }
  }
  fragment content on Blob { isBinary isTruncated text }`;
}
