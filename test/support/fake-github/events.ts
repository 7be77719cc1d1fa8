// What the runner writes into GITHUB_EVENT_PATH and its environment for each event, in the fields that matter.

import { commitJson, readCommit, revList } from './git-facts.ts';
import { userJson } from './people.ts';
import type { FakePullRequest } from './pull-request.ts';
import { pullJson } from './pulls.ts';
import { repositoryJson } from './repositories.ts';
import type { FakeRepository } from './repository.ts';
import { type RunnerEvent, runnerEnvironment } from './runner.ts';
import { isoTime, type World } from './world.ts';

export type PullRequestAction =
  | 'opened'
  | 'synchronize'
  | 'reopened'
  | 'ready_for_review'
  | 'converted_to_draft'
  | 'labeled'
  | 'unlabeled'
  | 'edited'
  | 'closed';

interface PullRequestFacts {
  /** Who did it; the author when not given. */
  readonly sender?: string;
  /** Of `labeled` and `unlabeled`. */
  readonly label?: string;
  /** Of `synchronize`: the head before. */
  readonly before?: string;
}

export class Events {
  readonly #world: World;
  readonly #api: string;

  /** `api`: where the API begins, for the runner's variables and the links in payloads. */
  constructor(world: World, api: string) {
    this.#world = world;
    this.#api = api;
  }

  /** It runs at the trial merge of the pull request, with a token that reads only where that comes from a fork. */
  pullRequest(action: PullRequestAction, pull: FakePullRequest, facts: PullRequestFacts = {}): RunnerEvent {
    const { repository, number, state } = pull;
    const sha = state.mergeCommit ?? state.headSha;
    return this.#event(
      'pull_request',
      repository,
      `refs/pull/${number}/merge`,
      sha,
      facts.sender ?? state.issue.author,
      {
        ...this.#pullRequest(action, pull, facts),
      },
      pull,
    );
  }

  /** It runs at the head of the base branch, with the rights of the base repository. */
  async pullRequestTarget(
    action: PullRequestAction,
    pull: FakePullRequest,
    facts: PullRequestFacts = {},
  ): Promise<RunnerEvent> {
    const { repository, state } = pull;
    const sha = await repository.head(state.baseBranch);
    const payload = this.#pullRequest(action, pull, facts);
    const sender = facts.sender ?? state.issue.author;
    return this.#event('pull_request_target', repository, `refs/heads/${state.baseBranch}`, sha, sender, payload, pull);
  }

  /** A workflow that a pull request had started is over; this one runs at the head of the default branch. */
  async workflowRun(pull: FakePullRequest, workflow = { name: 'Tests', conclusion: 'success' }): Promise<RunnerEvent> {
    const { repository, state } = pull;
    const { origin } = this.#world;
    const source = state.headRepository;
    const isFork = source !== repository.state;
    const commit = commitJson(
      repository.state,
      origin,
      this.#here(repository),
      await this.#commit(repository, state.headSha),
    );
    const {
      sha: id,
      commit: { message },
    } = commit;
    const run = {
      id: this.#world.nextId(),
      name: workflow.name,
      path: `.github/workflows/${workflow.name.toLowerCase()}.yml`,
      event: 'pull_request',
      status: 'completed',
      conclusion: workflow.conclusion,
      run_attempt: 1,
      head_branch: state.headBranch,
      head_sha: state.headSha,
      head_commit: { id, message },
      // Empty for forks, as on GitHub.
      pull_requests: isFork ? [] : [{ number: pull.number, head: { ref: state.headBranch, sha: state.headSha } }],
      head_repository: source === null ? null : repositoryJson(source, origin, this.#api),
      repository: repositoryJson(repository.state, origin, this.#api),
      actor: userJson(state.issue.author, origin),
    };
    return this.#onDefaultBranch('workflow_run', repository, state.issue.author, {
      action: 'completed',
      workflow_run: run,
    });
  }

  /** A push to a branch, from `before` (40 zeros: the branch is new) to where it stands now. */
  async push(repository: FakeRepository, branch: string, before: string, sender = 'ada'): Promise<RunnerEvent> {
    const { git } = repository.state;
    const after = await repository.head(branch);
    const isNew = /^0+$/.test(before);
    const forced = !isNew && (await git.tryText(['merge-base', '--is-ancestor', before, after])) === null;
    const oids = isNew ? [after] : await revList(git, '--reverse', `${before}..${after}`);
    const commits = await Promise.all(oids.slice(-2_048).map(async (oid) => this.#pushed(repository, oid)));
    const payload = {
      ref: `refs/heads/${branch}`,
      before,
      after,
      created: isNew,
      deleted: false,
      forced,
      base_ref: null,
      compare: `${this.#world.origin}/${repository.fullName}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
      commits,
      head_commit: await this.#pushed(repository, after),
      pusher: { name: sender, email: `${sender}@example.org` },
    };
    return this.#event('push', repository, `refs/heads/${branch}`, after, sender, payload);
  }

  schedule(repository: FakeRepository, cron = '0 3 * * 1'): Promise<RunnerEvent> {
    const workflow = '.github/workflows/palimpsest.yml';
    return this.#onDefaultBranch('schedule', repository, 'ada', { schedule: cron, workflow });
  }

  workflowDispatch(repository: FakeRepository, inputs: Readonly<Record<string, string>> | null = null) {
    const ref = `refs/heads/${repository.state.defaultBranch}`;
    const workflow = '.github/workflows/palimpsest.yml';
    return this.#onDefaultBranch('workflow_dispatch', repository, 'ada', { inputs, ref, workflow });
  }

  /** The queue asks for the checks of what the default branch would become with this pull request. */
  async mergeGroup(pull: FakePullRequest): Promise<RunnerEvent> {
    const { repository, state } = pull;
    const headSha = state.mergeCommit ?? state.headSha;
    const headRef = `refs/heads/gh-readonly-queue/${state.baseBranch}/pr-${pull.number}-${state.baseSha}`;
    const { message } = await this.#commit(repository, headSha);
    const group = {
      head_sha: headSha,
      head_ref: headRef,
      base_sha: state.baseSha,
      base_ref: `refs/heads/${state.baseBranch}`,
      head_commit: { id: headSha, message },
    };
    const payload = { action: 'checks_requested', merge_group: group };
    return this.#event('merge_group', repository, headRef, headSha, state.issue.author, payload);
  }

  #pullRequest(action: PullRequestAction, pull: FakePullRequest, { label, before }: PullRequestFacts) {
    const { repository, state, number } = pull;
    const json = pullJson(this.#world, this.#api, repository.state, state);
    return {
      action,
      number,
      pull_request: { ...json, merged: state.mergedAt !== null },
      ...(label === undefined ? {} : { label: { name: label } }),
      ...(action === 'synchronize' ? { before: before ?? state.baseSha, after: state.headSha } : {}),
    };
  }

  async #pushed(repository: FakeRepository, oid: string) {
    const { message, tree, author, committer } = await this.#commit(repository, oid);
    const url = `${this.#world.origin}/${repository.fullName}/commit/${oid}`;
    const person = ({ name, email }: typeof author) => ({ name, email });
    const timestamp = isoTime(committer.at);
    return {
      id: oid,
      tree_id: tree,
      distinct: true,
      message,
      timestamp,
      url,
      author: person(author),
      committer: person(committer),
    };
  }

  #commit(repository: FakeRepository, oid: string) {
    return readCommit(repository.state.git, oid);
  }

  #here(repository: FakeRepository): string {
    return `${this.#api}/repos/${repository.fullName}`;
  }

  async #onDefaultBranch(name: string, repository: FakeRepository, sender: string, payload: object) {
    const ref = `refs/heads/${repository.state.defaultBranch}`;
    return this.#event(name, repository, ref, await repository.head(), sender, payload);
  }

  #event(
    name: string,
    repository: FakeRepository,
    ref: string,
    sha: string,
    sender: string,
    payload: object,
    pull?: FakePullRequest,
  ): RunnerEvent {
    const { origin } = this.#world;
    return {
      name,
      payload: {
        ...payload,
        repository: repositoryJson(repository.state, origin, this.#api),
        sender: userJson(sender, origin),
      },
      environment: runnerEnvironment({ name, repository, ref, sha, sender, pull, origin, api: this.#api }),
    };
  }
}
