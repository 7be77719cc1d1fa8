// Names of commits on GitHub, made into the commits that they name.

import { ExpectedFailure } from '../errors.ts';
import { type Revision, WORKTREE } from '../ports.ts';
import type { GitHubRepository } from './client.ts';
import { attempt, forgeFailure, isNotFound, wordsOf } from './failures.ts';

const COMMIT_HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** What git allows in the name of a reference, roughly: no name can mean another request, or a range. */
const REFERENCE_NAME = /^(?![-/.])(?!.*(?:\.\.|@\{|\/\/))[^\s~^:?*[\\\p{Cc}]+$/u;

/** A branch, a tag, a commit's hash, or a reference such as `refs/pull/7/head`. Throws an ExpectedFailure for any other. */
export async function resolveRevision(github: GitHubRepository, revision: string): Promise<Revision> {
  const { api, owner, repo } = github;
  if (revision === WORKTREE) {
    throw new ExpectedFailure('unknown-revision', 'GitHub has no work tree', 'Name a commit instead.');
  }
  if (!REFERENCE_NAME.test(revision)) throw unknown(github, revision);
  try {
    if (COMMIT_HASH.test(revision)) {
      const { data } = await api.rest.git.getCommit({ owner, repo, commit_sha: revision });
      return { hash: data.sha, name: revision, committedAt: data.committer.date };
    }
    const ref = revision.replace(/^refs\//, '');
    const { data } = await api.rest.repos.getCommit({ owner, repo, ref, per_page: 1 }); // of its files
    return { hash: data.sha, name: revision, committedAt: data.commit.committer?.date ?? null };
  } catch (error) {
    if (isNotFound(error) || /is empty/i.test(wordsOf(error))) throw unknown(github, revision, error);
    throw forgeFailure(error, `reading ${owner}/${repo}`);
  }
}

function unknown({ owner, repo }: GitHubRepository, revision: string, cause?: unknown): ExpectedFailure {
  return new ExpectedFailure(
    'unknown-revision',
    `${JSON.stringify(revision)} is not a commit, branch or tag of ${owner}/${repo}`,
    'Check the names of the repository and of the revision; what is private needs a token that may read it.',
    { cause },
  );
}

/** The branch that pull requests go to. Throws an ExpectedFailure when the repository is empty. */
export async function defaultBranchOf(github: GitHubRepository, isAnonymous: boolean): Promise<Revision> {
  const { api, owner, repo } = github;
  const doing = `reading ${owner}/${repo}`;
  if (isAnonymous) {
    const { data } = await attempt(doing, () => api.rest.repos.get({ owner, repo }));
    const { default_branch: name } = data;
    try {
      return { ...(await resolveRevision(github, `refs/heads/${name}`)), name };
    } catch (error) {
      throw error instanceof ExpectedFailure && error.code === 'unknown-revision' ? noDefaultBranch(github) : error;
    }
  }
  const { repository } = await attempt(doing, () => api.graphql<BranchAnswer>(BRANCH_QUERY, { owner, repo }));
  const branch = repository?.defaultBranchRef;
  if (branch?.target === undefined || branch.target === null) throw noDefaultBranch(github);
  return { hash: branch.target.oid, name: branch.name, committedAt: branch.target.committedDate ?? null };
}

const BRANCH_QUERY = `query ($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    defaultBranchRef { name target { oid ... on Commit { committedDate } } }
  }
}`;

interface BranchAnswer {
  readonly repository: {
    readonly defaultBranchRef: {
      readonly name: string;
      readonly target: { readonly oid: string; readonly committedDate?: string } | null;
    } | null;
  } | null;
}

function noDefaultBranch({ owner, repo }: GitHubRepository): ExpectedFailure {
  return new ExpectedFailure('no-default-branch', `${owner}/${repo} has no commits yet`, 'Push a first one.');
}

export interface Comparison {
  /** `null` where the two have no common ancestor. */
  readonly mergeBase: { readonly hash: string; readonly committedAt: string | null } | null;
  /** The second has all commits of the first. */
  readonly isAhead: boolean;
}

/** Two commits compared; `null` where the repository does not hold both. */
export async function compareCommits(github: GitHubRepository, base: string, head: string): Promise<Comparison | null> {
  const { api, owner, repo } = github;
  try {
    const basehead = `${base}...${head}`;
    const { data } = await api.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1 });
    const { sha, commit } = data.merge_base_commit;
    const isAhead = data.status === 'ahead' || data.status === 'identical';
    return { mergeBase: { hash: sha, committedAt: commit.committer?.date ?? null }, isAhead };
  } catch (error) {
    if (/no common ancestor/i.test(wordsOf(error))) return { mergeBase: null, isAhead: false };
    if (isNotFound(error)) return null;
    throw forgeFailure(error, `comparing commits of ${owner}/${repo}`);
  }
}
