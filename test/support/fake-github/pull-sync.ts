// Keeps pull requests true to their branches: head, merge commit, and the refs that GitHub keeps for each.

import type { BareGit } from './bare-git.ts';
import { isoTime, type PullRequestState, type RepositoryState, type World } from './world.ts';

/** After any ref has moved: open pull requests follow their branches. */
export async function syncPullRequests(world: World): Promise<void> {
  for (const repository of world.repositories.values()) {
    for (const pull of repository.pulls.values()) {
      if (pull.issue.state === 'open') await follow(world, repository, pull);
    }
  }
}

async function follow(world: World, repository: RepositoryState, pull: PullRequestState): Promise<void> {
  const head = await pull.headRepository?.git.object(`refs/heads/${pull.headBranch}`);
  if (head === undefined || head?.oid === pull.headSha) return;
  if (head === null) {
    // Whoever deletes the branch closes its pull request.
    pull.issue.state = 'closed';
    pull.issue.closedAt = world.now();
    await world.tell({ kind: 'pull_request', action: 'closed', repository, pull });
    return;
  }
  const before = pull.headSha;
  pull.headSha = head.oid;
  pull.issue.updatedAt = world.now();
  await publishHead(world, repository, pull);
  await world.tell({ kind: 'pull_request', action: 'synchronize', repository, pull, before });
}

/** Brings the head of a pull request into its repository and merges it there, for trial. */
export async function publishHead(world: World, repository: RepositoryState, pull: PullRequestState): Promise<void> {
  const { git } = repository;
  const { number } = pull.issue;
  const source = pull.headRepository;
  if (source !== null && source !== repository) {
    await git.run(['fetch', '--quiet', '--no-tags', source.git.folder, `+${pull.headSha}:refs/pull/${number}/head`]);
  } else await git.moveRef(`refs/pull/${number}/head`, pull.headSha);
  const base = await git.object(`refs/heads/${pull.baseBranch}`);
  if (base !== null) pull.baseSha = base.oid;
  pull.mergeCommit = await mergeCommit(
    world,
    git,
    pull.baseSha,
    pull.headSha,
    `Merge ${pull.headSha} into ${pull.baseSha}`,
  );
  if (pull.mergeCommit !== null) await git.moveRef(`refs/pull/${number}/merge`, pull.mergeCommit);
}

/** A commit that merges both, on no branch; `null` where they conflict or have nothing in common. */
export async function mergeCommit(world: World, git: BareGit, base: string, head: string, message: string) {
  const tree = await git.tryText(['merge-tree', '--write-tree', base, head]);
  if (tree === null) return null;
  const date = isoTime(world.now());
  const env = {
    GIT_AUTHOR_NAME: 'GitHub',
    GIT_AUTHOR_EMAIL: 'noreply@github.com',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'GitHub',
    GIT_COMMITTER_EMAIL: 'noreply@github.com',
    GIT_COMMITTER_DATE: date,
  };
  return git.text(['commit-tree', tree.split('\n')[0] ?? '', '-p', base, '-p', head], { env, input: message });
}
