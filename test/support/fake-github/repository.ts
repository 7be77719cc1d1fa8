// What a test does to a repository of the fake GitHub, and what it reads back.

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { mergeCommit, publishHead, syncPullRequests } from './pull-sync.ts';
import {
  type CheckRun,
  type Comment,
  type Dispatch,
  type Issue,
  isoTime,
  type PullRequestState,
  type RepositoryState,
  type World,
} from './world.ts';

/** Contents by path; `null` deletes. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

export interface CommitOptions {
  readonly message?: string;
  /** Where a branch begins that is not there yet; the default branch when not given. */
  readonly from?: string;
  /** Milliseconds since 1970; now, by the fake's clock, when not given. */
  readonly at?: number;
}

export class FakeRepository {
  readonly state: RepositoryState;
  readonly #world: World;

  constructor(world: World, state: RepositoryState) {
    this.#world = world;
    this.state = state;
  }

  get fullName(): string {
    return this.state.fullName;
  }

  /** The bare repository. */
  get folder(): string {
    return this.state.git.folder;
  }

  /** Hash of the commit that a branch, tag or ref names; throws when there is none. */
  async head(revision: string = this.state.defaultBranch): Promise<string> {
    const oid = await this.state.git.commitOf(revision);
    if (oid === null) throw new Error(`${this.fullName} has no ${revision}`);
    return oid;
  }

  /** Text of a file at a revision; `null` when it is not there. */
  async file(path: string, revision: string = this.state.defaultBranch): Promise<string | null> {
    return (await this.state.git.object(`${await this.head(revision)}:${path}`))?.content.toString() ?? null;
  }

  /** Commits to a branch as if somebody had pushed; returns the commit's hash. */
  async commit(branch: string, files: Files, options: CommitOptions = {}): Promise<string> {
    const { git, defaultBranch } = this.state;
    const index = join(git.folder, `index-${randomUUID()}`);
    const date = isoTime(options.at ?? this.#world.now());
    const env = { GIT_INDEX_FILE: index, ...identity(date) };
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
      await this.setBranch(branch, oid);
      return oid;
    } finally {
      rmSync(index, { force: true });
    }
  }

  /** Points a branch at a commit that is here, whatever it was before: a force-push when that is no descendant. */
  async setBranch(branch: string, revision: string): Promise<void> {
    const oid = /^[0-9a-f]{40}$/.test(revision) ? revision : await this.head(revision);
    await this.state.git.moveRef(`refs/heads/${branch}`, oid);
    await syncPullRequests(this.#world);
  }

  /** Brings a revision of another repository on this machine here, as a branch. */
  async take(branch: string, folder: string, revision = 'HEAD'): Promise<string> {
    await this.state.git.run(['fetch', '--quiet', '--no-tags', folder, `+${revision}:refs/heads/${branch}`]);
    await syncPullRequests(this.#world);
    return this.head(branch);
  }

  async deleteBranch(branch: string): Promise<void> {
    await this.state.git.moveRef(`refs/heads/${branch}`, null);
  }

  /** From now on a ruleset lets nobody write the branches that fit; `*` is any run of letters. */
  guard(pattern: string): void {
    this.state.guarded.push(pattern);
  }

  person(login: string, permission: 'admin' | 'write' | 'read'): void {
    this.state.people.set(login, permission);
  }

  async openPullRequest(options: PullRequestOptions): Promise<FakePullRequest> {
    const source = options.from ?? this;
    const author = options.author ?? 'ada';
    const { title = 'Change', body = null } = options;
    const issue = this.openIssue({ author, title, body, labels: options.labels ?? [] });
    const pull: PullRequestState = {
      issue,
      headBranch: options.head,
      headRepository: source.state,
      headSha: await source.head(options.head),
      baseBranch: options.base ?? this.state.defaultBranch,
      baseSha: await this.head(options.base),
      draft: options.draft ?? false,
      mergeCommit: null,
      mergedAt: null,
    };
    this.state.pulls.set(issue.number, pull);
    await publishHead(this.#world, this.state, pull);
    return new FakePullRequest(this.#world, this, pull);
  }

  openIssue(options: { author: string; title: string; body?: string | null; labels?: readonly string[] }): Issue {
    const { author, title, body = null, labels = [] } = options;
    const now = this.#world.now();
    const number = this.state.issues.size + 1;
    const times = { createdAt: now, updatedAt: now, closedAt: null };
    const issue: Issue = { id: this.#world.nextId(), number, author, title, body, state: 'open', labels, ...times };
    this.state.issues.set(number, issue);
    return issue;
  }

  /** Comments under an issue or pull request, the oldest first. */
  comments(number: number): readonly Comment[] {
    return [...this.state.comments.values()].filter(({ issue }) => issue === number).sort((a, b) => a.id - b.id);
  }

  /** Somebody comments. */
  comment(number: number, author: string, body: string): Comment {
    const now = this.#world.now();
    const comment = { id: this.#world.nextId(), issue: number, author, body, createdAt: now, updatedAt: now };
    this.state.comments.set(comment.id, comment);
    return comment;
  }

  /** In the order in which they were made. */
  get checkRuns(): readonly CheckRun[] {
    return [...this.state.checkRuns.values()];
  }

  /** Pull requests left out. */
  get issues(): readonly Issue[] {
    return [...this.state.issues.values()].filter(({ number }) => !this.state.pulls.has(number));
  }

  get dispatches(): readonly Dispatch[] {
    return this.state.dispatches;
  }
}

export interface PullRequestOptions {
  /** A branch of `from`. */
  readonly head: string;
  /** The fork that it comes from; this repository when not given. */
  readonly from?: FakeRepository;
  readonly base?: string;
  readonly title?: string;
  readonly body?: string | null;
  readonly author?: string;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
}

export class FakePullRequest {
  readonly repository: FakeRepository;
  readonly state: PullRequestState;
  readonly #world: World;

  constructor(world: World, repository: FakeRepository, state: PullRequestState) {
    this.#world = world;
    this.repository = repository;
    this.state = state;
  }

  get number(): number {
    return this.state.issue.number;
  }

  get headSha(): string {
    return this.state.headSha;
  }

  /** Its author pushes one more commit; returns its hash. */
  async push(files: Files, options?: CommitOptions): Promise<string> {
    if (this.state.headRepository === null) throw new Error('the repository of the head is gone');
    return new FakeRepository(this.#world, this.state.headRepository).commit(this.state.headBranch, files, options);
  }

  /** Merges it by a real merge commit onto its base; returns that commit's hash, throws where they conflict. */
  async merge(): Promise<string> {
    const { state, repository } = this;
    const { git } = repository.state;
    const base = await repository.head(state.baseBranch);
    const message = `Merge pull request #${this.number} from ${state.headBranch}\n\n${state.issue.title}`;
    const merged = await mergeCommit(this.#world, git, base, state.headSha, message);
    if (merged === null) throw new Error(`#${this.number} conflicts with ${state.baseBranch}`);
    this.close();
    state.mergeCommit = merged;
    state.mergedAt = this.#world.now();
    await repository.setBranch(state.baseBranch, merged);
    return merged;
  }

  close(): void {
    this.state.issue.state = 'closed';
    this.state.issue.closedAt = this.#world.now();
  }

  async reopen(): Promise<void> {
    this.state.issue.state = 'open';
    this.state.issue.closedAt = null;
    await syncPullRequests(this.#world);
  }

  label(name: string): void {
    this.state.issue.labels = [...new Set([...this.state.issue.labels, name])];
  }

  setDraft(draft: boolean): void {
    this.state.draft = draft;
  }

  /** The repository that it comes from is deleted. */
  loseHeadRepository(): void {
    this.state.headRepository = null;
  }

  comments(): readonly Comment[] {
    return this.repository.comments(this.number);
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
