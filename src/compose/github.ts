// A repository on GitHub, composed: read through its API, with its pull requests.

import type { GitHubRepository } from '../github/client.ts';
import { openPullRequests } from '../github/pull-requests.ts';
import { openGitHubRepository, type ReadingOptions } from '../github/repository.ts';
import type { PullRequests, RepositoryReader } from '../ports.ts';

export {
  connect,
  GITHUB_PLUGINS,
  type GitHubApi,
  gitHubOptions,
  type PacedKind,
  type WritePace,
  writePace,
} from '../github/client.ts';

/** Nothing is asked yet. */
export function composeGitHub(
  github: GitHubRepository,
  options: ReadingOptions = {},
): { readonly repository: RepositoryReader; readonly pullRequests: PullRequests } {
  return { repository: openGitHubRepository(github, options), pullRequests: openPullRequests(github) };
}
