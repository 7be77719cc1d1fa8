// A repository on GitHub, read at revisions through the API: no clone, no checkout.

import { LRUCache } from 'lru-cache';
import { ExpectedFailure } from '../errors.ts';
import type { ChangedFile, RepositoryReader, Revision, SourceFile, SourceTree } from '../ports.ts';
import type { GitHubRepository } from './client.ts';
import { Contents } from './contents.ts';
import { type Comparison, compareCommits, defaultBranchOf, resolveRevision } from './revisions.ts';
import { readArchive } from './tarball.ts';
import { type TreeFile, type TreeFiles, Trees } from './trees.ts';

export interface ReadingOptions {
  /** There is no token: no queries, and few requests an hour. */
  readonly isAnonymous?: boolean;
  /** Ends a download when the run is called off. */
  readonly signal?: AbortSignal;
  /** What earlier runs have read of this repository; nothing is kept beyond this one when not given. */
  readonly blobs?: KeptBlobs;
}

/** A place for contents by their names. What it gives is believed: nobody else writes to it. */
export interface KeptBlobs {
  get(names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  put(blobs: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** An archive is two requests and the whole revision; eight queries are as many files, of few bytes. */
const FILES_BEFORE_ARCHIVE = 400;
const FILES_BEFORE_ARCHIVE_ANONYMOUSLY = 4;
const COMPARISONS_KEPT = 1_000;

export function openGitHubRepository(github: GitHubRepository, options: ReadingOptions = {}): RepositoryReader {
  return new ReadRepository(github, options);
}

class ReadRepository implements RepositoryReader {
  readonly #github: GitHubRepository;
  readonly #options: ReadingOptions;
  readonly #trees: Trees;
  readonly #contents: Contents;
  readonly #comparisons = new LRUCache<string, Promise<Comparison | null>>({ max: COMPARISONS_KEPT });
  #defaultBranch: Promise<Revision> | null = null;

  constructor(github: GitHubRepository, options: ReadingOptions) {
    this.#github = github;
    this.#options = options;
    this.#trees = new Trees(github);
    this.#contents = new Contents(github, { queries: options.isAnonymous !== true });
  }

  /** An API does not tell cheaply how a history began. */
  async identity(): Promise<null> {
    return null;
  }

  resolve(revision: string): Promise<Revision> {
    return resolveRevision(this.#github, revision);
  }

  /** As it stood when it was asked for first. */
  defaultBranch(): Promise<Revision> {
    this.#defaultBranch ??= defaultBranchOf(this.#github, this.#options.isAnonymous === true).catch(
      (error: unknown) => {
        this.#defaultBranch = null;
        throw error;
      },
    );
    return this.#defaultBranch;
  }

  async mergeBase(base: Revision, head: Revision): Promise<Revision> {
    const comparison = await this.#compare(base.hash, head.hash);
    if (comparison === null) {
      const { owner, repo } = this.#github;
      throw new ExpectedFailure(
        'unknown-revision',
        `${owner}/${repo} does not hold both ${base.name} and ${head.name}`,
        'Check the names; what is private needs a token that may read it.',
      );
    }
    if (comparison.mergeBase !== null) return { ...comparison.mergeBase, name: base.name };
    throw new ExpectedFailure(
      'no-common-ancestor',
      `${base.name} and ${head.name} have no common ancestor`,
      'Name the commit to compare with.',
    );
  }

  async isAncestor(ancestor: string, revision: Revision): Promise<boolean | null> {
    if (!/^[0-9a-f]{40,64}$/.test(ancestor)) return null;
    return (await this.#compare(ancestor, revision.hash))?.isAhead ?? null;
  }

  async changedFiles(base: Revision, head: Revision): Promise<ChangedFile[]> {
    const { before, after } = await this.#trees.differences(base.hash, head.hash);
    const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
    return paths.map((path) => {
      const status = !before.has(path) ? 'added' : after.has(path) ? 'modified' : 'deleted';
      return { path, status };
    });
  }

  tree({ hash }: Revision): SourceTree {
    return {
      list: async () => [...(await this.#trees.files(hash)).keys()].sort(),
      read: (paths) => this.#read(hash, paths),
    };
  }

  async *#read(commit: string, paths: readonly string[]): AsyncGenerator<SourceFile> {
    if (paths.length === 0) return;
    const files = await this.#trees.find(commit, paths);
    await this.#recall(files);
    const read = await this.#archived(commit, files);
    const parts = this.#contents.parts(this.#missing(files, read));
    const partOf = new Map(parts.flatMap((part, index) => part.map(({ blob }) => [blob, index] as const)));
    const reading: Promise<void>[] = [];
    const start = (index: number) => {
      const part = parts[index];
      if (part === undefined || reading[index] !== undefined) return;
      reading[index] = this.#contents.read(part).then(async (some) => {
        for (const [blob, bytes] of some) read.set(blob, bytes);
        await this.#options.blobs?.put(some);
      });
      reading[index].catch(() => {}); // told when its turn comes
    };
    for (const path of paths) {
      const blob = files.get(path)?.blob;
      const part = blob === undefined ? undefined : partOf.get(blob);
      if (part !== undefined) {
        start(part);
        start(part + 1);
        await reading[part];
      }
      yield { path, bytes: blob === undefined ? null : (read.get(blob) ?? null) };
    }
  }

  /** Brings what earlier runs have read to hand. */
  async #recall(files: TreeFiles): Promise<void> {
    const { blobs } = this.#options;
    const names = [...files.values()].map(({ blob }) => blob).filter((blob) => this.#contents.kept(blob) === undefined);
    if (blobs === undefined || names.length === 0) return;
    for (const [blob, bytes] of await blobs.get(names)) this.#contents.keep(blob, bytes);
  }

  /** What is at hand already, and all of one archive where too much is missing to ask for it file by file. */
  async #archived(commit: string, files: TreeFiles): Promise<Map<string, Uint8Array>> {
    const read = new Map<string, Uint8Array>();
    for (const { blob } of files.values()) {
      const kept = this.#contents.kept(blob);
      if (kept !== undefined) read.set(blob, kept);
    }
    const { isAnonymous, signal } = this.#options;
    const most = isAnonymous === true ? FILES_BEFORE_ARCHIVE_ANONYMOUSLY : FILES_BEFORE_ARCHIVE;
    if (this.#missing(files, read).length <= most) return read;
    const wanted = new Map([...files].filter(([, { blob }]) => !read.has(blob)));
    const unpacked = await readArchive(this.#github, commit, wanted, signal === undefined ? {} : { signal });
    for (const [blob, bytes] of unpacked) {
      read.set(blob, bytes);
      this.#contents.keep(blob, bytes);
    }
    await this.#options.blobs?.put(unpacked);
    return read;
  }

  /** Each once, in the order in which they are needed. */
  #missing(files: TreeFiles, read: ReadonlyMap<string, Uint8Array>): TreeFile[] {
    const missing = [...files.values()].filter(({ blob }) => !read.has(blob));
    return [...new Map(missing.map((file) => [file.blob, file])).values()];
  }

  #compare(base: string, head: string): Promise<Comparison | null> {
    const key = `${base}...${head}`;
    const known = this.#comparisons.get(key);
    if (known !== undefined) return known;
    const asked = compareCommits(this.#github, base, head);
    this.#comparisons.set(key, asked);
    asked.catch(() => this.#comparisons.delete(key));
    return asked;
  }
}
