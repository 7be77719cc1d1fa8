// All that the fake GitHub remembers beside the git repositories themselves.

import type { AppState, Happening, InstallationState } from './app-state.ts';
import type { BareGit } from './bare-git.ts';

/** As the keys of a workflow's `permissions:` have them. */
export type PermissionName = 'contents' | 'pull-requests' | 'checks' | 'issues' | 'actions' | 'metadata';
export type Permissions = Readonly<Partial<Record<PermissionName, 'read' | 'write'>>>;

export interface Token {
  readonly value: string;
  /** A login; one that ends in `[bot]` is an App's installation, any other a user. */
  readonly login: string;
  readonly permissions: Permissions;
  /** `owner/name`; `null`: every repository. */
  readonly repositories: readonly string[] | null;
  /** Milliseconds since 1970, by the fake's clock. */
  readonly expiresAt: number | null;
  /** Whose token it is, when it is an App's. */
  readonly installation?: number;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  body: string;
  readonly createdAt: number;
  updatedAt: number;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title?: string | undefined;
}

export interface CheckRun {
  readonly id: number;
  readonly app: string;
  readonly headSha: string;
  name: string;
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  detailsUrl: string | null;
  externalId: string | null;
  annotations: readonly Annotation[];
  readonly startedAt: number;
  completedAt: number | null;
}

/** An issue; a pull request is one too, under the same number. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  labels: readonly string[];
  readonly createdAt: number;
  updatedAt: number;
  closedAt: number | null;
}

export interface PullRequestState {
  readonly issue: Issue;
  readonly headBranch: string;
  /** `null` when the repository of the head is gone. */
  headRepository: RepositoryState | null;
  headSha: string;
  readonly baseBranch: string;
  baseSha: string;
  draft: boolean;
  /** The commit on refs/pull/N/merge, or of the merge itself; `null` where they conflict. */
  mergeCommit: string | null;
  mergedAt: number | null;
}

export type Dispatch =
  | { readonly kind: 'workflow'; readonly file: string; readonly ref: string; readonly inputs: Record<string, string> }
  | { readonly kind: 'repository'; readonly eventType: string; readonly payload: Record<string, unknown> };

export interface RepositoryState {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly git: BareGit;
  readonly isPrivate: boolean;
  defaultBranch: string;
  readonly forkOf: RepositoryState | null;
  /** Branches that a ruleset lets nobody write, as patterns with `*`. */
  readonly guarded: string[];
  readonly people: Map<string, 'admin' | 'write' | 'read'>;
  readonly issues: Map<number, Issue>;
  readonly pulls: Map<number, PullRequestState>;
  readonly comments: Map<number, Comment>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly dispatches: Dispatch[];
}

/** GitHub's own figures; a test may lower them. */
export interface Limits {
  /** Bytes of `text` that GraphQL gives of one blob. */
  graphqlTextBytes: number;
  /** Bytes of a file that the contents route gives as base64. */
  contentsBytes: number;
  /** Entries of a tree in one answer. */
  treeEntries: number;
  /** Files of a comparison, and of one page of a commit. */
  compareFiles: number;
  pullFiles: number;
  /** In UTF-16 code units, the strictest reading of "characters". */
  commentCharacters: number;
  checkCharacters: number;
  annotations: number;
}

export const GITHUB_LIMITS: Limits = {
  graphqlTextBytes: 512_000,
  contentsBytes: 1_048_576,
  treeEntries: 100_000,
  compareFiles: 300,
  pullFiles: 3_000,
  commentCharacters: 65_536,
  checkCharacters: 65_535,
  annotations: 50,
};

export interface World {
  /** `http://127.0.0.1:PORT`, for the links in answers. */
  origin: string;
  readonly repositories: Map<string, RepositoryState>;
  readonly tokens: Map<string, Token>;
  readonly apps: Map<number, AppState>;
  readonly installations: Map<number, InstallationState>;
  /** Apps that are registered by a manifest, by the code that gives their credentials away. */
  readonly manifests: Map<string, { readonly app: AppState; readonly pem: string }>;
  /** Tells whoever waits for webhooks. */
  tell(happening: Happening): Promise<void>;
  readonly limits: Limits;
  /** Milliseconds since 1970. */
  now(): number;
  nextId(): number;
}

/** A repository by its name, whose case does not matter. */
export function repositoryOf(world: World, fullName: string): RepositoryState | null {
  return world.repositories.get(fullName.toLowerCase()) ?? null;
}

export const isBot = (login: string): boolean => login.endsWith('[bot]');

/** A moment as GitHub prints it. */
export const isoTime = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
