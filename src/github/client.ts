// Talking to GitHub: one client for every part of this folder, with retries, GitHub's limits kept, and failures in one line.

import type { Octokit } from '@octokit/rest';

/** What both `@octokit/rest` and `@actions/github` make. */
export type GitHubApi = Pick<Octokit, 'rest' | 'graphql' | 'request' | 'paginate'>;

/** A repository on GitHub, and how it is reached. */
export interface GitHubRepository {
  readonly api: GitHubApi;
  readonly owner: string;
  readonly repo: string;
}
