// What a workflow's runner gives to a step: the event, and the environment that tells of it.

import type { FakePullRequest } from './pull-request.ts';
import type { FakeRepository } from './repository.ts';

export interface RunnerEvent {
  /** GITHUB_EVENT_NAME */
  readonly name: string;
  /** The JSON of GITHUB_EVENT_PATH. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The GITHUB_ variables that tell of event and repository. Paths are whoever runs it to add. */
  readonly environment: Readonly<Record<string, string>>;
}

export function runnerEnvironment(event: {
  readonly name: string;
  readonly repository: FakeRepository;
  readonly ref: string;
  readonly sha: string;
  readonly sender: string;
  readonly pull: FakePullRequest | undefined;
  readonly origin: string;
  readonly api: string;
}): Readonly<Record<string, string>> {
  const { name, repository, ref, sha, sender, pull, origin, api } = event;
  return {
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_EVENT_NAME: name,
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_OWNER: repository.state.owner,
    GITHUB_REPOSITORY_ID: String(repository.state.id),
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: 'branch',
    GITHUB_SHA: sha,
    GITHUB_HEAD_REF: pull?.state.headBranch ?? '',
    GITHUB_BASE_REF: pull?.state.baseBranch ?? '',
    GITHUB_ACTOR: sender,
    GITHUB_TRIGGERING_ACTOR: sender,
    GITHUB_WORKFLOW: 'Palimpsest',
    GITHUB_JOB: 'palimpsest',
    GITHUB_RUN_ID: '7001',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: origin,
    GITHUB_API_URL: api,
    GITHUB_GRAPHQL_URL: api.endsWith('/api/v3') ? `${origin}/api/graphql` : `${origin}/graphql`,
    RUNNER_OS: 'Linux',
    RUNNER_ENVIRONMENT: 'github-hosted',
  };
}
