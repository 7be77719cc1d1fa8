// What a revision on GitHub holds, by path: from one answer where the tree fits in, else by walking the folders that matter.

import { LRUCache } from 'lru-cache';
import pMap from 'p-map';
import { ExpectedFailure } from '../errors.ts';
import type { GitHubRepository } from './client.ts';
import { attempt } from './failures.ts';

/** A regular file of a revision. */
export interface TreeFile {
  /** Name of its blob. */
  readonly blob: string;
  /** Of its bytes. */
  readonly size: number;
  /** `100644`, or `100755` for a program. */
  readonly mode: string;
}

/** By path. */
export type TreeFiles = ReadonlyMap<string, TreeFile>;

interface Entry {
  /** From the tree that it was asked for on. */
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number;
}

const AT_ONCE = 6;
const LISTINGS_KEPT = 16;
const FOLDERS_KEPT = 2_000;
const REGULAR_FILE = /^100/;

export class Trees {
  readonly #github: GitHubRepository;
  /** By the name of a commit or tree: all below it, or `null` where that is more than one answer holds. */
  readonly #listings = new LRUCache<string, Promise<TreeFiles | null>>({ max: LISTINGS_KEPT });
  readonly #whole = new LRUCache<string, Promise<TreeFiles>>({ max: LISTINGS_KEPT });
  readonly #folders = new LRUCache<string, Promise<readonly Entry[]>>({ max: FOLDERS_KEPT });

  constructor(github: GitHubRepository) {
    this.#github = github;
  }

  /** Every regular file below a commit or tree. */
  files(tree: string): Promise<TreeFiles> {
    return remembered(this.#whole, tree, async () => (await this.#listing(tree)) ?? (await this.#walk(tree)));
  }

  /** Those of the paths at which a commit has a regular file. */
  async find(commit: string, paths: readonly string[]): Promise<TreeFiles> {
    const all = (await this.#whole.get(commit)) ?? (await this.#listing(commit));
    const found = await pMap(
      new Set(paths),
      async (path) => [path, all ? all.get(path) : await this.#at(commit, path)] as const,
      {
        concurrency: AT_ONCE,
      },
    );
    return new Map(found.flatMap(([path, file]) => (file === undefined ? [] : [[path, file] as const])));
  }

  /** The regular files of two commits that are not the same on both sides; those of folders that are the same are not read. */
  async differences(before: string, after: string): Promise<{ readonly before: TreeFiles; readonly after: TreeFiles }> {
    const [left, right] = await Promise.all([this.#listing(before), this.#listing(after)]);
    if (left !== null && right !== null) return { before: without(left, right), after: without(right, left) };
    const sides = { before: new Map<string, TreeFile>(), after: new Map<string, TreeFile>() };
    const [entriesBefore, entriesAfter] = await Promise.all([this.#folder(before), this.#folder(after)]);
    const namesBefore = new Map(entriesBefore.map((entry) => [entry.path, entry]));
    const namesAfter = new Map(entriesAfter.map((entry) => [entry.path, entry]));
    await pMap(
      new Set([...namesBefore.keys(), ...namesAfter.keys()]),
      async (name) => {
        const [was, is] = [namesBefore.get(name), namesAfter.get(name)];
        if (was !== undefined && is !== undefined && was.sha === is.sha && was.mode === is.mode) return;
        if (was?.type === 'tree' && is?.type === 'tree') {
          const below = await this.differences(was.sha, is.sha);
          put(sides.before, below.before, `${name}/`);
          put(sides.after, below.after, `${name}/`);
          return;
        }
        if (was !== undefined) put(sides.before, await this.#below(was), '');
        if (is !== undefined) put(sides.after, await this.#below(is), '');
      },
      { concurrency: AT_ONCE },
    );
    return sides;
  }

  async #walk(tree: string): Promise<TreeFiles> {
    const all = new Map<string, TreeFile>();
    const parts = await pMap(await this.#folder(tree), (entry) => this.#below(entry), { concurrency: AT_ONCE });
    for (const part of parts) put(all, part, '');
    return all;
  }

  /** The regular files of one entry, by their paths from its folder on. */
  async #below(entry: Entry): Promise<TreeFiles> {
    if (entry.type !== 'tree') return filesOf([entry]);
    const all = new Map<string, TreeFile>();
    put(all, await this.files(entry.sha), `${entry.path}/`);
    return all;
  }

  async #at(commit: string, path: string): Promise<TreeFile | undefined> {
    const names = path.split('/');
    let tree = commit;
    for (const [index, name] of names.entries()) {
      const entry = (await this.#folder(tree)).find((each) => each.path === name);
      if (entry === undefined) return undefined;
      if (index === names.length - 1) return filesOf([entry]).get(name);
      if (entry.type !== 'tree') return undefined;
      tree = entry.sha;
    }
    return undefined;
  }

  #listing(tree: string): Promise<TreeFiles | null> {
    return remembered(this.#listings, tree, async () => {
      const { entries, truncated } = await this.#ask(tree, true);
      return truncated ? null : filesOf(entries);
    });
  }

  #folder(tree: string): Promise<readonly Entry[]> {
    return remembered(this.#folders, tree, async () => {
      const { entries, truncated } = await this.#ask(tree, false);
      if (!truncated) return entries;
      const { owner, repo } = this.#github;
      throw new ExpectedFailure(
        'forge-refused',
        `${owner}/${repo} has a folder with more entries than GitHub lists`,
        'Run palimpsest in a clone instead.',
      );
    });
  }

  async #ask(tree: string, recursive: boolean): Promise<{ entries: readonly Entry[]; truncated: boolean }> {
    const { api, owner, repo } = this.#github;
    const { data } = await attempt(`reading ${owner}/${repo}`, () =>
      api.rest.git.getTree({ owner, repo, tree_sha: tree, ...(recursive ? { recursive: '1' } : {}) }),
    );
    const entries = data.tree.map(({ path, mode, type, sha, size }) => ({ path, mode, type, sha, size: size ?? 0 }));
    return { entries, truncated: data.truncated };
  }
}

function filesOf(entries: readonly Entry[]): TreeFiles {
  const files = new Map<string, TreeFile>();
  for (const { path, mode, type, sha, size } of entries) {
    if (type === 'blob' && REGULAR_FILE.test(mode)) files.set(path, { blob: sha, size, mode });
  }
  return files;
}

function put(all: Map<string, TreeFile>, some: TreeFiles, folder: string): void {
  for (const [path, file] of some) all.set(folder + path, file);
}

/** The files that the other side does not have, or has with other bytes or another mode. */
function without(files: TreeFiles, others: TreeFiles): TreeFiles {
  const isOther = ([path, { blob, mode }]: readonly [string, TreeFile]) => {
    const other = others.get(path);
    return other === undefined || other.blob !== blob || other.mode !== mode;
  };
  return new Map([...files].filter(isOther));
}

/** What failed is asked for again the next time. */
function remembered<T>(known: LRUCache<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const asked = ask();
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}
