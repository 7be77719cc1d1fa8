// A local clone, read at revisions through git's own objects; the work tree is read only when it is asked for.

import { stat } from 'node:fs/promises';
import { ExpectedFailure } from '../errors.ts';
import { type ChangedFile, type RepositoryReader, type Revision, type SourceTree, WORKTREE } from '../ports.ts';
import { readBlobs } from './blobs.ts';
import { git, gitFailure, runGit } from './command.ts';
import { parseRawDiff, parseTree, splitNul } from './listings.ts';
import { listWorkTree, readWorkTree, regularFiles } from './work-tree.ts';

export interface LocalRepository extends RepositoryReader {
  /** Where the work tree starts, or the git directory of a bare clone. */
  readonly root: string;
  readonly bare: boolean;
}

/** Opens the repository that a directory lies in. */
export async function openRepository(directory: string): Promise<LocalRepository> {
  const stats = await stat(directory).catch(() => undefined);
  if (stats?.isDirectory() !== true) {
    throw new ExpectedFailure(
      'not-a-directory',
      `there is no directory ${directory}`,
      'Name a folder of the clone with --repo DIR.',
    );
  }
  const top = await runGit(directory, ['rev-parse', '--is-bare-repository', '--absolute-git-dir']);
  const [isBare, gitDirectory] = top.stdout.toString('utf8').split('\n');
  if (top.exitCode !== 0 || gitDirectory === undefined) {
    const unsafe = /dubious ownership/.test(top.stderr);
    throw new ExpectedFailure(
      'not-a-repository',
      unsafe ? `git refuses ${directory}: it belongs to another user` : `${directory} is not in a git repository`,
      unsafe
        ? 'Allow it with `git config --global --add safe.directory DIR` if you trust it.'
        : 'Run the command in a clone, or name one with --repo DIR.',
    );
  }
  const bare = isBare === 'true';
  const root = bare ? gitDirectory : stripNewLine(await git(directory, ['rev-parse', '--show-toplevel']));
  return new GitRepository(root, bare);
}

/** A listing of a large project takes megabytes, and a walk through its history asks for hundreds of them. */
const LISTINGS_KEPT = 8;

class GitRepository implements LocalRepository {
  readonly root: string;
  readonly bare: boolean;
  readonly #blobsByRevision = new Map<string, Promise<ReadonlyMap<string, string>>>();

  constructor(root: string, bare: boolean) {
    this.root = root;
    this.bare = bare;
  }

  async identity(): Promise<string | null> {
    if (await this.#isShallow()) return null;
    const { exitCode, stdout } = await runGit(this.root, ['rev-list', '--max-parents=0', 'HEAD', '--']);
    const roots = stdout.toString('utf8').split('\n').filter(Boolean).sort();
    return exitCode === 0 ? (roots[0] ?? null) : null;
  }

  async resolve(revision: string): Promise<Revision> {
    if (revision === WORKTREE) {
      if (this.bare) {
        throw new ExpectedFailure('unknown-revision', 'a bare repository has no work tree', 'Name a commit instead.');
      }
      return { hash: WORKTREE, name: 'work tree', committedAt: null };
    }
    const found = await this.#find(revision);
    if (found !== undefined) return found;
    if (await this.#isShallow()) throw shallow(`${revision} is not in this shallow clone`);
    throw new ExpectedFailure(
      'unknown-revision',
      `${JSON.stringify(revision)} is not a commit, branch or tag of ${this.root}`,
      'Check the name with `git log` or `git branch --all`, or fetch it first.',
    );
  }

  async defaultBranch(): Promise<Revision> {
    const { exitCode, stdout } = await runGit(this.root, ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']);
    const told = exitCode === 0 ? [stripNewLine(stdout).replace('refs/remotes/', '')] : [];
    for (const name of [...told, 'origin/main', 'origin/master', 'main', 'master']) {
      const found = await this.#find(name);
      if (found !== undefined) return found;
    }
    throw new ExpectedFailure(
      'no-default-branch',
      'this clone does not tell which branch is the default one',
      'Name what to compare with: --base REVISION.',
    );
  }

  async mergeBase(base: Revision, head: Revision): Promise<Revision> {
    const headHash = head.hash === WORKTREE ? 'HEAD' : head.hash;
    const { exitCode, stdout, stderr } = await runGit(this.root, ['merge-base', base.hash, headHash]);
    if (exitCode === 0) {
      const found = await this.#find(stripNewLine(stdout));
      if (found !== undefined) return { ...found, name: base.name };
    }
    if (await this.#isShallow())
      throw shallow(`the merge base of ${base.name} and ${head.name} is not in this shallow clone`);
    throw new ExpectedFailure(
      'no-common-ancestor',
      `${base.name} and ${head.name} have no common ancestor${stderr === '' ? '' : ` (${stderr})`}`,
      'Name the commit to compare with: --base REVISION.',
    );
  }

  async isAncestor(ancestor: string, revision: Revision): Promise<boolean | null> {
    const of = revision.hash === WORKTREE ? 'HEAD' : revision.hash;
    const { exitCode } = await runGit(this.root, ['merge-base', '--is-ancestor', '--end-of-options', ancestor, of]);
    return exitCode === 0 ? true : exitCode === 1 ? false : null;
  }

  async changedFiles(base: Revision, head: Revision): Promise<ChangedFile[]> {
    const options = [
      '--raw',
      '-z',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--ignore-submodules',
      '--abbrev=40',
    ];
    const changes = new Map<string, ChangedFile>();
    if (head.hash === WORKTREE) {
      const diff = await git(this.root, ['diff', ...options, base.hash, '--']);
      for (const change of parseRawDiff(diff)) changes.set(change.path, change);
      const listed = await git(this.root, ['ls-files', '-z', '--others', '--exclude-standard', '--full-name']);
      const untracked = await regularFiles(this.root, splitNul(listed));
      for (const path of untracked) changes.set(path, { path, status: 'added' });
      for (const change of await this.#forgotten(base, untracked)) {
        if (change.same) changes.delete(change.path);
        else changes.set(change.path, { path: change.path, status: 'modified' });
      }
    } else {
      const diff = await git(this.root, ['diff-tree', '-r', ...options, base.hash, head.hash, '--']);
      for (const change of parseRawDiff(diff)) changes.set(change.path, change);
    }
    return [...changes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Files that the index forgot though the base holds them (`git rm --cached`): git compares their bytes no more. */
  async #forgotten(base: Revision, untracked: readonly string[]): Promise<{ path: string; same: boolean }[]> {
    const inBase = await this.#blobs(base);
    const paths = untracked.filter((path) => inBase.has(path));
    const filesBefore = this.#readFiles(base, paths);
    const forgotten: { path: string; same: boolean }[] = [];
    for await (const { path, bytes } of readWorkTree(this.root, paths)) {
      const { value: before } = await filesBefore.next();
      const same = bytes !== null && before?.bytes != null && Buffer.compare(bytes, before.bytes) === 0;
      forgotten.push({ path, same });
    }
    return forgotten;
  }

  tree(revision: Revision): SourceTree {
    if (revision.hash === WORKTREE) {
      return { list: () => listWorkTree(this.root), read: (paths) => readWorkTree(this.root, paths) };
    }
    return {
      list: async () => [...(await this.#blobs(revision)).keys()].sort(),
      read: (paths) => this.#readFiles(revision, paths),
    };
  }

  async *#readFiles(revision: Revision, paths: readonly string[]) {
    const blobs = await this.#blobs(revision);
    const present = paths.filter((path) => blobs.has(path));
    const contents = readBlobs(
      this.root,
      present.map((path) => blobs.get(path) ?? ''),
    );
    try {
      for (const path of paths) {
        const object = blobs.get(path);
        const bytes = object === undefined ? null : ((await contents.next()).value ?? null);
        if (object !== undefined && bytes === null) throw gitFailure('cat-file', `${object} (${path}) is missing`);
        yield { path, bytes };
      }
    } finally {
      await contents.return(undefined); // ends git, also for a reader that stops early
    }
  }

  /** Path → object name of every regular file of a revision. */
  #blobs(revision: Revision): Promise<ReadonlyMap<string, string>> {
    const known = this.#blobsByRevision.get(revision.hash);
    if (known !== undefined) return known;
    const listing = git(this.root, ['ls-tree', '-r', '-z', '--full-tree', revision.hash]).then(parseTree);
    this.#blobsByRevision.set(revision.hash, listing);
    const [oldest] = this.#blobsByRevision.keys();
    if (this.#blobsByRevision.size > LISTINGS_KEPT && oldest !== undefined) this.#blobsByRevision.delete(oldest);
    return listing;
  }

  async #find(revision: string): Promise<Revision | undefined> {
    const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const { exitCode, stdout } = await runGit(this.root, verify);
    if (exitCode !== 0) return undefined;
    const hash = stripNewLine(stdout);
    const date = await runGit(this.root, ['show', '--no-patch', '--format=%ct', hash, '--']);
    if (date.exitCode !== 0) return undefined;
    return { hash, name: revision, committedAt: isoTime(stripNewLine(date.stdout)) };
  }

  async #isShallow(): Promise<boolean> {
    return stripNewLine(await git(this.root, ['rev-parse', '--is-shallow-repository'])) === 'true';
  }
}

function shallow(message: string): ExpectedFailure {
  return new ExpectedFailure(
    'shallow-clone',
    message,
    'Fetch more history with `git fetch --unshallow` (or `git fetch --deepen=100`), then run the command again.',
  );
}

/** In UTC, as everybody sees it: where it was made is nobody's matter, and a forge does not tell it. */
function isoTime(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().replace(/\.000Z$/, 'Z');
}

function stripNewLine(output: Buffer): string {
  return output.toString('utf8').replace(/\n$/, '');
}
