// One task, done: the same runs on a forge as the Action's, with what the App keeps in place of a branch.

import { commandsIn } from '../core/command.ts';
import type { RepositoryRef, RepositoryTask, Task } from '../core/task.ts';
import { ExpectedFailure } from '../errors.ts';
import { abandonOthers, noteBegun } from '../forge/begun.ts';
import { checkPullRequest } from '../forge/check-pull-request.ts';
import type { CommandContext, PageLinks, Started } from '../forge/command-context.ts';
import { doCommands, explainMethod } from '../forge/commands.ts';
import { forgetPullRequest, ignoredPaths } from '../forge/ignored.ts';
import { keepLedgerOfPush } from '../forge/keep-ledger.ts';
import { NOTHING_REPORTED, type Outcome } from '../forge/outcome.ts';
import { retrain } from '../forge/retrain.ts';
import { reviewModel } from '../forge/review.ts';
import { checkName } from '../forge/run.ts';
import { skipReason } from '../forge/skip-reason.ts';
import { trainModelAgain } from '../forge/train-again.ts';
import type { PullRequest } from '../ports.ts';
import { openRun, type TaskContext, type TaskRun } from './open-run.ts';
import { pageLinks } from './page-links.ts';
import { revokeAllPageTokens } from './page-tokens.ts';

type Of<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;

/**
 * Safe to be done twice, and to be cut off anywhere. What came of it is said and kept already; it is returned for whoever
 * wants to look. Throws the ExpectedFailures of its parts.
 */
export async function perform(task: RepositoryTask, context: TaskContext): Promise<Outcome> {
  const opened = await openRun(task.repository, context);
  try {
    return await performIn(opened, task, context);
  } finally {
    await opened.close();
  }
}

async function performIn(opened: TaskRun, task: RepositoryTask, context: TaskContext): Promise<Outcome> {
  const { run } = opened;
  switch (task.kind) {
    case 'begin-check':
      await begin(opened, task, context);
      return NOTHING_REPORTED;
    case 'check-pull-request': {
      const pullRequest = await run.forge.pullRequests.read(task.pullRequest);
      const approval = task.approval?.head === pullRequest.head.revision ? task.approval : null;
      return check(pullRequest, approval, opened, task, context);
    }
    case 'check-head': {
      const { owner, name } = task.repository;
      const pullRequest = await run.forge.pullRequests.withHead(task.head, `${owner}/${name}`);
      return pullRequest === null ? NOTHING_REPORTED : check(pullRequest, null, opened, task, context);
    }
    case 'keep-ledger': {
      const { hash } = await run.whole.defaultBranch();
      return kept(opened, await keepLedgerOfPush(hash, run));
    }
    case 'review':
      return kept(opened, await reviewModel(task, run));
    case 'command':
      await command(opened, task, context);
      return NOTHING_REPORTED;
    case 'explain':
      await explainMethod(task, commandContext(opened, task, context));
      return NOTHING_REPORTED;
    case 'retrain': {
      const { documents } = context;
      const repositoryId = task.repository.id;
      const inRun = { forge: run.forge, documents, repositoryId, run: async () => run, now: Date.now };
      const { kind } = await retrain({ by: task.by }, inRun);
      run.log.say(`training again, asked for by ${task.by}: ${kind}`);
      return NOTHING_REPORTED;
    }
    case 'specialize': {
      const came = await trainModelAgain(run);
      run.log.say(`training again: ${came}`);
      // the ledger of the new model is begun, and pages and badge follow
      if (came === 'promoted') await context.add({ kind: 'review', repository: task.repository, retrain: false });
      return NOTHING_REPORTED;
    }
    default:
      return task satisfies never;
  }
}

async function kept(opened: TaskRun, outcome: Outcome): Promise<Outcome> {
  await opened.keep(outcome);
  return outcome;
}

/** Shown at once, for whoever waits below a pull request; what is skipped concludes by its check. */
async function begin({ run }: TaskRun, task: Of<'begin-check'>, { documents }: TaskContext): Promise<void> {
  const pullRequest = await run.forge.pullRequests.read(task.pullRequest);
  if (pullRequest.head.revision !== task.head || pullRequest.state === 'closed') return;
  if (skipReason(pullRequest, run.settings.pullRequests) !== null) return;
  const of = { repositoryId: task.repository.id, pullRequest: task.pullRequest };
  await noteBegun(documents, of, task.head);
  await run.forge.checkRuns.begin({
    revision: task.head,
    name: checkName(run),
    title: 'Writing the changed methods again',
  });
  await abandonOthers({ documents, of, head: task.head }, run);
}

/** The head of now counts, whichever one the webhook was about. What was kept of a closed pull request goes. */
async function check(
  { number, head, isFork, state }: PullRequest,
  approval: Of<'check-pull-request'>['approval'],
  { run }: TaskRun,
  { repository }: RepositoryTask,
  { documents }: TaskContext,
): Promise<Outcome> {
  const of = { repositoryId: repository.id, pullRequest: number };
  if (state === 'closed') {
    await abandonOthers({ documents, of, head: null }, run);
    await forgetPullRequest(documents, of);
    return NOTHING_REPORTED;
  }
  const outcome = await checkPullRequest(
    {
      pullRequest: number,
      head: head.revision,
      voice: 'everywhere',
      trust: isFork ? 'shadow' : 'trusted',
      approval,
      ignored: await ignoredPaths(documents, of),
    },
    run,
  );
  // it is said when GitHub is there again: the queue comes back to it, and finds what was said already
  if (outcome.unsaid !== null) throw outcome.unsaid;
  await abandonOthers({ documents, of, head: head.revision }, run);
  return outcome;
}

async function command(opened: TaskRun, task: Of<'command'>, context: TaskContext): Promise<void> {
  await doCommands(commandsIn(task.comment.text), commandContext(opened, task, context));
}

function commandContext(
  { run }: TaskRun,
  { repository, pullRequest, comment }: Of<'command' | 'explain'>,
  context: TaskContext,
): CommandContext {
  const { documents, add } = context;
  const started = (what: Started): Task => {
    switch (what.kind) {
      case 'check':
        return { kind: 'check-pull-request', repository, pullRequest, approval: null };
      case 'retrain':
        return { kind: 'retrain', repository, by: comment.author };
      case 'explain': {
        const { id, author } = comment;
        return { kind: 'explain', repository, pullRequest, comment: { id, author }, method: what.method, at: what.at };
      }
      default:
        return what satisfies never;
    }
  };
  return {
    forge: run.forge,
    documents,
    repositoryId: repository.id,
    pullRequest,
    comment,
    run: async () => run,
    now: Date.now,
    start: (what) => add(started(what)),
    pageLinks: linksOf(repository, context),
    log: run.log,
  };
}

function linksOf(repository: RepositoryRef, { documents, baseUrl }: TaskContext): PageLinks {
  if (baseUrl !== null) return pageLinks({ documents, repository, section: null, baseUrl, now: Date.now });
  return {
    make: () => {
      throw new ExpectedFailure(
        'bad-setting',
        'this App does not know its own address',
        'Ask whoever runs it to set BASE_URL.',
      );
    },
    revoke: () => revokeAllPageTokens(documents, repository.id),
  };
}
