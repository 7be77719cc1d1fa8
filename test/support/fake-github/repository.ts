// What a test does to a repository of the fake GitHub, and what it reads back.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitOptions, commitFiles, type Files, NOTHING } from './commit.ts';
import { FakePullRequest, type PullRequestOptions } from './pull-request.ts';
import { publishHead, syncPullRequests } from './pull-sync.ts';
import type { CheckRun, Comment, Dispatch, Issue, PullRequestState, RepositoryState, World } from './world.ts';

/** What refuses a push to guarded branches: git runs it for each ref. */
const REFUSE_GUARDED = `#!/bin/sh
while read -r pattern; do
  case "$1" in
    refs/heads/$pattern) echo "GH013: Repository rule violations found for $1." >&2; exit 1 ;;
  esac
done < "$GIT_DIR/guarded"
`;

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
  commit(branch: string, files: Files, options?: CommitOptions): Promise<string> {
    return commitFiles(this.#world, this.state, branch, files, options);
  }

  /** Points a branch at a commit that is here, whatever it was before: a force-push when that is no descendant. */
  async setBranch(branch: string, revision: string): Promise<void> {
    const oid = /^[0-9a-f]{40}$/.test(revision) ? revision : await this.head(revision);
    const before = (await this.state.git.object(`refs/heads/${branch}`))?.oid ?? NOTHING;
    const moved = await this.state.git.moveRef(`refs/heads/${branch}`, oid);
    if (!moved) throw new Error(`${this.fullName}: ${branch} cannot be pointed at ${revision}`);
    await syncPullRequests(this.#world);
    if (before !== oid) await this.#world.tell({ kind: 'push', repository: this.state, branch, before });
  }

  /** Brings a revision of another repository on this machine here, as a branch. */
  async take(branch: string, folder: string, revision = 'HEAD'): Promise<string> {
    await this.state.git.run(['fetch', '--quiet', '--no-tags', folder, `+${revision}:refs/heads/${branch}`]);
    await syncPullRequests(this.#world);
    return this.head(branch);
  }

  async deleteBranch(branch: string): Promise<void> {
    await this.state.git.moveRef(`refs/heads/${branch}`, null);
    await syncPullRequests(this.#world);
  }

  /** From now on a ruleset lets nobody write the branches that fit; `*` is any run of letters. */
  guard(pattern: string): void {
    this.state.guarded.push(pattern);
    writeFileSync(join(this.folder, 'guarded'), this.state.guarded.map((each) => `${each}\n`).join(''));
    mkdirSync(join(this.folder, 'hooks'), { recursive: true });
    writeFileSync(join(this.folder, 'hooks', 'update'), REFUSE_GUARDED, { mode: 0o755 });
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
    await this.#world.tell({ kind: 'pull_request', action: 'opened', repository: this.state, pull });
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
    void this.#world.tell({ kind: 'issue_comment', action: 'created', repository: this.state, comment });
    return comment;
  }

  /** Somebody edits a comment. */
  async editComment(comment: Comment, body: string): Promise<void> {
    comment.body = body;
    comment.updatedAt = this.#world.now();
    await this.#world.tell({ kind: 'issue_comment', action: 'edited', repository: this.state, comment });
  }

  /** Somebody presses a button of a check run. */
  press(run: CheckRun, identifier: string, by = 'ada'): Promise<void> {
    const repository = this.state;
    return this.#world.tell({ kind: 'check_run', action: 'requested_action', repository, run, identifier, by });
  }

  /** Somebody asks for a check run again. */
  rerequest(run: CheckRun, by = 'ada'): Promise<void> {
    return this.#world.tell({ kind: 'check_run', action: 'rerequested', repository: this.state, run, by });
  }

  /** Somebody asks for all checks of a head again. */
  rerequestAll(head: string, by = 'ada'): Promise<void> {
    return this.#world.tell({ kind: 'check_suite', repository: this.state, head, by });
  }

  /** It has another owner or name from now on. */
  async rename(fullName: string): Promise<void> {
    const [owner = '', name = ''] = fullName.split('/');
    const action = owner === this.state.owner ? 'renamed' : 'transferred';
    this.#world.repositories.delete(this.fullName.toLowerCase());
    Object.assign(this.state, { owner, name, fullName });
    this.#world.repositories.set(fullName.toLowerCase(), this.state);
    await this.#world.tell({ kind: 'repository', action, repository: this.state });
  }

  /** It is deleted. */
  async delete(): Promise<void> {
    this.#world.repositories.delete(this.fullName.toLowerCase());
    await this.#world.tell({ kind: 'repository', action: 'deleted', repository: this.state });
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
