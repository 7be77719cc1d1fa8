// What a webhook asks for, decided from its payload alone.

import type { RepositoryRef, Task } from '../core/task.ts';
import {
  type CheckRunEvent,
  type CheckSuiteEvent,
  checkRunEvent,
  checkSuiteEvent,
  type GivenRepository,
  installationEvent,
  installationRepositoriesEvent,
  issueCommentEvent,
  type PullRequestEvent,
  pullRequestEvent,
  pushEvent,
  repositoryEvent,
} from './payloads.ts';

/**
 * The tasks of one delivery, in the order in which they are to be queued; none for whatever is no business of ours, and for a
 * repository in which the App is not installed. Throws a ZodError for a payload of a known event that lacks what GitHub
 * always sends.
 */
export function tasksOf(event: string, payload: unknown): readonly Task[] {
  switch (event) {
    case 'pull_request':
      return ofPullRequest(pullRequestEvent.parse(payload));
    case 'push':
      return ofPush(payload);
    case 'check_run':
      return ofCheckRun(checkRunEvent.parse(payload));
    case 'check_suite':
      return ofCheckSuite(checkSuiteEvent.parse(payload));
    case 'issue_comment':
      return ofComment(payload);
    case 'installation':
      return ofInstallation(payload);
    case 'installation_repositories':
      return ofInstallationRepositories(payload);
    case 'repository':
      return ofRepository(payload);
    default:
      return [];
  }
}

/** Those that bring other code, or show it to people: their check is seen to be under way at once. */
const NEW_CODE: ReadonlySet<string> = new Set(['opened', 'synchronize', 'reopened', 'ready_for_review']);

function ofPullRequest(given: PullRequestEvent): readonly Task[] {
  const repository = refOf(given);
  if (repository === null) return [];
  const { action, label, changes } = given;
  const { number, head } = given.pull_request;
  const check = (approval: Extract<Task, { kind: 'check-pull-request' }>['approval']): Task => ({
    kind: 'check-pull-request',
    repository,
    pullRequest: number,
    approval,
  });
  const isRebased = action === 'edited' && changes?.base !== undefined;
  if (NEW_CODE.has(action) || isRebased) {
    return [{ kind: 'begin-check', repository, pullRequest: number, head: head.sha }, check(null)];
  }
  // the name of the label that counts is in the settings, which are read when the task is done
  if (action === 'labeled' && label) {
    const by = given.sender?.login;
    return [check(by === undefined ? null : { label: label.name, by, head: head.sha })];
  }
  // merged or not: a run that is under way learns that there is nothing left to say
  return action === 'unlabeled' || action === 'closed' ? [check(null)] : [];
}

function ofPush(payload: unknown): readonly Task[] {
  const given = pushEvent.parse(payload);
  const repository = refOf(given);
  const isOfDefaultBranch = given.ref === `refs/heads/${given.repository.default_branch}`;
  return repository === null || given.deleted || !isOfDefaultBranch ? [] : [{ kind: 'keep-ledger', repository }];
}

/** GitHub tells an App of the check runs that are its own, when somebody asks for them again or presses a button. */
function ofCheckRun(given: CheckRunEvent): readonly Task[] {
  const { action, check_run: run, requested_action: pressed, sender } = given;
  const repository = refOf(given);
  if (repository === null) return [];
  if (action === 'requested_action' && pressed?.identifier === 'retrain') {
    return sender?.login === undefined ? [] : [{ kind: 'retrain', repository, by: sender.login }];
  }
  const isAgain = action === 'rerequested' || (action === 'requested_action' && pressed?.identifier === 'check-again');
  return isAgain ? again(repository, run.head_sha, run.pull_requests) : [];
}

function ofCheckSuite(given: CheckSuiteEvent): readonly Task[] {
  const { action, check_suite: suite } = given;
  const repository = refOf(given);
  return repository === null || action !== 'rerequested' ? [] : again(repository, suite.head_sha, suite.pull_requests);
}

/** The pull requests of a head; GitHub names none when it lies in a fork. */
function again(
  repository: RepositoryRef,
  head: string,
  pulls: CheckRunEvent['check_run']['pull_requests'],
): readonly Task[] {
  const here = pulls.filter(({ base }) => base?.repo?.id === undefined || base.repo.id === repository.id);
  if (here.length === 0) return [{ kind: 'check-head', repository, head }];
  return here.map(({ number }) => ({ kind: 'check-pull-request', repository, pullRequest: number, approval: null }));
}

/** A word of its own, where a comment begins; what is quoted from an e-mail or an earlier comment is none. */
const COMMAND = /^\s*\/palimpsest(\s|$)/i;

function ofComment(payload: unknown): readonly Task[] {
  const given = issueCommentEvent.parse(payload);
  const repository = refOf(given);
  const { action, issue, comment } = given;
  if (repository === null || action !== 'created' || !issue.pull_request || !comment.body) return [];
  // ours are by a bot as well, and so is whatever was said by another App
  const isByPerson = comment.user?.type === 'User' && given.sender?.type !== 'Bot' && !comment.performed_via_github_app;
  if (!isByPerson || !comment.user || !COMMAND.test(comment.body)) return [];
  return [
    {
      kind: 'command',
      repository,
      pullRequest: issue.number,
      comment: { id: comment.id, author: comment.user.login, text: comment.body },
    },
  ];
}

function ofInstallation(payload: unknown): readonly Task[] {
  const { action, installation, repositories } = installationEvent.parse(payload);
  switch (action) {
    case 'created':
    case 'unsuspend':
      return keepAll(installation.id, repositories ?? []);
    case 'deleted':
      return [{ kind: 'forget-installation', installation: installation.id }];
    default:
      return []; // suspended: what is kept stays; GitHub refuses the token until it is lifted
  }
}

function ofInstallationRepositories(payload: unknown): readonly Task[] {
  const given = installationRepositoriesEvent.parse(payload);
  const installation = given.installation.id;
  const gone = given.repositories_removed.flatMap((each) => namedRef(installation, each));
  return [
    ...gone.map((repository): Task => ({ kind: 'forget-repository', repository })),
    ...keepAll(installation, given.repositories_added),
  ];
}

/** What is kept is kept by the number of a repository, which stays; under its new name it is brought up to date. */
function ofRepository(payload: unknown): readonly Task[] {
  const given = repositoryEvent.parse(payload);
  const repository = refOf(given);
  if (repository === null) return [];
  switch (given.action) {
    case 'renamed':
    case 'transferred':
      return [{ kind: 'keep-ledger', repository }];
    case 'deleted':
      return [{ kind: 'forget-repository', repository }];
    default:
      return [];
  }
}

function keepAll(installation: number, repositories: readonly { id: number; full_name: string }[]): readonly Task[] {
  return repositories
    .flatMap((each) => namedRef(installation, each))
    .map((repository) => ({ kind: 'keep-ledger', repository }));
}

function namedRef(
  installation: number,
  { id, full_name }: { id: number; full_name: string },
): readonly RepositoryRef[] {
  const [owner = '', name = ''] = full_name.split('/');
  return owner === '' || name === '' ? [] : [{ installation, id, owner, name }];
}

/** `null` without an installation: the webhook is of another App, or of a repository's own settings. */
function refOf(given: {
  installation?: { id: number } | null | undefined;
  repository?: GivenRepository | null | undefined;
}) {
  const { installation, repository } = given;
  if (!installation || !repository) return null;
  return { installation: installation.id, id: repository.id, owner: repository.owner.login, name: repository.name };
}
