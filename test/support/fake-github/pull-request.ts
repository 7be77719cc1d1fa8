// What a test does to a pull request of the fake GitHub.

import { type CommitOptions, commitFiles, type Files } from './commit.ts';
import { mergeCommit, syncPullRequests } from './pull-sync.ts';
import type { FakeRepository } from './repository.ts';
import type { Comment, PullRequestState, World } from './world.ts';

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
    return commitFiles(this.#world, this.state.headRepository, this.state.headBranch, files, options);
  }

  /** Merges it by a real merge commit onto its base; returns that commit's hash, throws where they conflict. */
  async merge(): Promise<string> {
    const { state, repository } = this;
    const { git } = repository.state;
    const base = await repository.head(state.baseBranch);
    const message = `Merge pull request #${this.number} from ${state.headBranch}\n\n${state.issue.title}`;
    const merged = await mergeCommit(this.#world, git, base, state.headSha, message);
    if (merged === null) throw new Error(`#${this.number} conflicts with ${state.baseBranch}`);
    state.issue.state = 'closed';
    state.issue.closedAt = this.#world.now();
    state.mergeCommit = merged;
    state.mergedAt = this.#world.now();
    this.#tell('closed');
    await repository.setBranch(state.baseBranch, merged);
    return merged;
  }

  close(): void {
    this.state.issue.state = 'closed';
    this.state.issue.closedAt = this.#world.now();
    this.#tell('closed');
  }

  async reopen(): Promise<void> {
    this.state.issue.state = 'open';
    this.state.issue.closedAt = null;
    await syncPullRequests(this.#world);
    this.#tell('reopened');
  }

  label(name: string, sender?: string): void {
    this.state.issue.labels = [...new Set([...this.state.issue.labels, name])];
    this.#tell('labeled', { label: name, ...(sender === undefined ? {} : { sender }) });
  }

  unlabel(name: string): void {
    this.state.issue.labels = this.state.issue.labels.filter((label) => label !== name);
    this.#tell('unlabeled', { label: name });
  }

  setDraft(draft: boolean): void {
    this.state.draft = draft;
    this.#tell(draft ? 'converted_to_draft' : 'ready_for_review');
  }

  /** The repository that it comes from is deleted. */
  loseHeadRepository(): void {
    this.state.headRepository = null;
  }

  #tell(action: string, facts: { readonly label?: string; readonly sender?: string } = {}): void {
    const { state: pull, repository } = this;
    void this.#world.tell({ kind: 'pull_request', action, repository: repository.state, pull, ...facts });
  }

  comments(): readonly Comment[] {
    return this.repository.comments(this.number);
  }
}
