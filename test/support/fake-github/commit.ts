// Commits to a branch of the fake GitHub, as if somebody had pushed.

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncPullRequests } from './pull-sync.ts';
import { isoTime, type RepositoryState, type World } from './world.ts';

/** Contents by path; `null` deletes. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

export interface CommitOptions {
  readonly message?: string;
  /** Where a branch begins that is not there yet; the default branch when not given. */
  readonly from?: string;
  /** Milliseconds since 1970; now, by the fake's clock, when not given. */
  readonly at?: number;
}

/** What a branch was before it was there. */
export const NOTHING = '0'.repeat(40);

/** Returns the commit's hash. */
export async function commitFiles(
  world: World,
  repository: RepositoryState,
  branch: string,
  files: Files,
  options: CommitOptions = {},
): Promise<string> {
  const { git, defaultBranch } = repository;
  const index = join(git.folder, `index-${randomUUID()}`);
  const date = isoTime(options.at ?? world.now());
  const env = { GIT_INDEX_FILE: index, ...identity(date) };
  const before = (await git.object(`refs/heads/${branch}`))?.oid ?? null;
  const parent = (await git.commitOf(branch)) ?? (await git.commitOf(options.from ?? defaultBranch));
  try {
    if (parent !== null) await git.run(['read-tree', parent], { env });
    const lines = Object.entries(files).map(([path, content]) => {
      if (content === null) return `0 ${'0'.repeat(40)}\t${path}`;
      return `100644 ${git.writeBlob(Buffer.from(content))}\t${path}`;
    });
    await git.run(['update-index', '-z', '--index-info'], { env, input: lines.map((line) => `${line}\0`).join('') });
    const tree = await git.text(['write-tree'], { env });
    const parents = parent === null ? [] : ['-p', parent];
    const oid = await git.text(['commit-tree', tree, ...parents], { env, input: options.message ?? 'Change' });
    if (!(await git.moveRef(`refs/heads/${branch}`, oid))) throw new Error(`${branch} cannot be moved to ${oid}`);
    await syncPullRequests(world);
    await world.tell({ kind: 'push', repository, branch, before: before ?? NOTHING });
    return oid;
  } finally {
    rmSync(index, { force: true });
  }
}

function identity(date: string): NodeJS.ProcessEnv {
  return {
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
    GIT_COMMITTER_DATE: date,
  };
}
