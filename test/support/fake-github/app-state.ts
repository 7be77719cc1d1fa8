// A GitHub App as the fake knows it: its key, where it is installed, and where its webhooks go.

import type { KeyObject } from 'node:crypto';
import type { CheckRun, Comment, Permissions, PullRequestState, RepositoryState } from './world.ts';

export interface AppState {
  readonly id: number;
  /** Its bot is `SLUG[bot]`. */
  readonly slug: string;
  readonly publicKey: KeyObject;
  readonly webhookSecret: string;
}

export interface InstallationState {
  readonly id: number;
  readonly app: AppState;
  /** A login. */
  readonly account: string;
  readonly permissions: Permissions;
  readonly repositories: Set<RepositoryState>;
  isSuspended: boolean;
}

/** What GitHub tells an App of. */
export type Happening =
  | {
      readonly kind: 'pull_request';
      readonly action: string;
      readonly repository: RepositoryState;
      readonly pull: PullRequestState;
      readonly label?: string;
      readonly before?: string;
      readonly sender?: string;
    }
  | { readonly kind: 'push'; readonly repository: RepositoryState; readonly branch: string; readonly before: string }
  | {
      readonly kind: 'issue_comment';
      readonly action: 'created' | 'edited';
      readonly repository: RepositoryState;
      readonly comment: Comment;
    }
  | {
      readonly kind: 'check_run';
      readonly action: 'rerequested' | 'requested_action';
      readonly repository: RepositoryState;
      readonly run: CheckRun;
      readonly identifier?: string;
      readonly by: string;
    }
  | {
      readonly kind: 'check_suite';
      readonly repository: RepositoryState;
      readonly head: string;
      readonly by: string;
    }
  | { readonly kind: 'repository'; readonly action: string; readonly repository: RepositoryState }
  | { readonly kind: 'installation'; readonly action: string; readonly installation: InstallationState }
  | {
      readonly kind: 'installation_repositories';
      readonly installation: InstallationState;
      readonly added: readonly RepositoryState[];
      readonly removed: readonly RepositoryState[];
    };
