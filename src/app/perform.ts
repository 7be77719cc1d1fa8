// One task, done: the same runs on a forge as the Action's, with what the App keeps in place of a branch.

import type { Task } from '../core/task.ts';
import { checkPullRequest } from '../forge/check-pull-request.ts';
import { keepLedgerOfPush } from '../forge/keep-ledger.ts';
import { reviewModel } from '../forge/review.ts';
import { checkName } from '../forge/run.ts';
import { skipReason } from '../forge/skip-reason.ts';
import { forgetRepository, repositoriesOf } from './known-repositories.ts';
import { openRun, type TaskContext, type TaskRun } from './open-run.ts';

type OfRepository = Exclude<Task, { kind: 'forget-installation' | 'forget-repository' }>;

/** Safe to be done twice, and to be cut off anywhere. Throws the ExpectedFailures of its parts. */
export async function perform(task: Task, context: TaskContext): Promise<void> {
  switch (task.kind) {
    case 'forget-installation':
      return forget(
        (await repositoriesOf(context.documents, task.installation)).map(({ id }) => id),
        context,
      );
    case 'forget-repository':
      return forget([task.repository.id], context);
    default: {
      const run = await openRun(task.repository, context);
      try {
        return await performIn(run, task);
      } finally {
        await run.close();
      }
    }
  }
}

async function performIn(opened: TaskRun, task: OfRepository): Promise<void> {
  const { run } = opened;
  switch (task.kind) {
    case 'begin-check':
      return begin(opened, task);
    case 'check-pull-request':
      return check(opened, task);
    case 'keep-ledger': {
      const { hash } = await run.whole.defaultBranch();
      return opened.keep(await keepLedgerOfPush(hash, run));
    }
    case 'review':
      return opened.keep(await reviewModel(task, run));
    case 'command':
    case 'retrain':
      throw new Error(`${task.kind} is not known yet`);
    default:
      return task satisfies never;
  }
}

/** Shown at once, for whoever waits below a pull request; what is skipped concludes by its check. */
async function begin({ run }: TaskRun, task: Extract<Task, { kind: 'begin-check' }>): Promise<void> {
  const pullRequest = await run.forge.pullRequests.read(task.pullRequest);
  if (pullRequest.head.revision !== task.head || pullRequest.state === 'closed') return;
  if (skipReason(pullRequest, run.settings.pullRequests) !== null) return;
  await run.forge.checkRuns.begin({
    revision: task.head,
    name: checkName(run),
    title: 'Writing the changed methods again',
  });
}

/** The head of now counts, whichever one the webhook was about. */
async function check({ run }: TaskRun, task: Extract<Task, { kind: 'check-pull-request' }>): Promise<void> {
  const { head, isFork, state } = await run.forge.pullRequests.read(task.pullRequest);
  if (state === 'closed') return;
  const { approval } = task;
  await checkPullRequest(
    {
      pullRequest: task.pullRequest,
      head: head.revision,
      voice: 'everywhere',
      trust: isFork ? 'shadow' : 'trusted',
      approval: approval?.head === head.revision ? approval : null,
    },
    run,
  );
}

async function forget(repositories: readonly number[], { documents, blobs }: TaskContext): Promise<void> {
  for (const id of repositories) {
    await forgetRepository(documents, id);
    await blobs.forget(`repository/${id}`);
  }
}
