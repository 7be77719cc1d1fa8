// GitHub, composed: one repository to read, every place to say something about it, and the branch to keep things on.

import { rememberAuthor } from '../github/author.ts';
import { createCheckRuns } from '../github/check-runs.ts';
import type { GitHubRepository } from '../github/client.ts';
import { createComments } from '../github/comments.ts';
import { type FilesOf, openDataBranch } from '../github/data-branch.ts';
import { createDispatches } from '../github/dispatches.ts';
import { createReplies } from '../github/replies.ts';
import type { ReadingOptions } from '../github/repository.ts';
import { createTrackingIssue } from '../github/tracking-issue.ts';
import type { Forge, LedgerStore, RepositoryReader, StateStore } from '../ports.ts';
import type { Secrets } from '../secrets.ts';
import { composeGitHub } from './github.ts';
import { maskedForge } from './masked-forge.ts';

export { GITHUB_PLUGINS, type GitHubApi, gitHubOptions } from '../github/client.ts';
export type { ProjectContents } from '../github/data-branch.ts';
export type { FilesOf, GitHubRepository };

export interface ComposedForge {
  readonly repository: RepositoryReader;
  readonly forge: Forge;
  /** The ledgers and the state of one project; what follows from them is saved along with them. */
  keeping(options: { readonly branch: string; readonly section: string; readonly filesOf: FilesOf }): {
    readonly ledgers: LedgerStore;
    readonly state: StateStore;
  };
}

export interface ForgeOptions extends ReadingOptions {
  /** The webhook that all of it is for; what is said names it where nobody sees it. */
  readonly request?: string | null;
}

/** Nothing is asked yet. `secrets` are masked in whatever is said. */
export function composeForge(
  github: GitHubRepository,
  secrets: Secrets,
  { request = null, ...options }: ForgeOptions,
): ComposedForge {
  const author = rememberAuthor(github.api);
  const { repository, pullRequests } = composeGitHub(github, options);
  return {
    repository,
    forge: maskedForge(
      {
        pullRequests,
        comments: createComments(github, author, undefined, request),
        checkRuns: createCheckRuns(github, author, undefined, request),
        replies: createReplies(github, request),
        trackingIssue: createTrackingIssue(github, author),
        dispatches: createDispatches(github),
      },
      (text) => secrets.mask(text),
    ),
    keeping(options) {
      const { store, state } = openDataBranch({ github, ...options });
      return { ledgers: store, state };
    },
  };
}
