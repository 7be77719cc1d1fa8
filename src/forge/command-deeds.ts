// What each command comes to, before anything of it is said.

import type { Command } from '../core/command.ts';
import { ExpectedFailure, type FailureCode } from '../errors.ts';
import { explain } from '../jobs/explain.ts';
import { modelForChange } from '../jobs/model-in-use.ts';
import { explainMarkdown, severalMethodsMarkdown, unknownMethodMarkdown } from '../report/markdown/explain.ts';
import {
  badgeLinkMarkdown,
  failedMarkdown,
  helpMarkdown,
  ignoredMarkdown,
  linksRevokedMarkdown,
  notAllowedMarkdown,
  notIgnoredMarkdown,
  noWayToRetrainMarkdown,
  retrainedBeforeMarkdown,
  retrainRefusedMarkdown,
  tooManyIgnoredMarkdown,
} from '../report/markdown/replies.ts';
import type { CommandContext, Deed } from './command-context.ts';
import { changeIgnored, ignoredPaths, MOST_IGNORED } from './ignored.ts';
import { type Retraining, retrain, retrainedLately, wayToRetrain } from './retrain.ts';

/** Failures that whoever reads the pull request can do something about, or should know of. The rest is for the operator. */
const TOLD: ReadonlySet<FailureCode> = new Set([
  'bad-settings-file',
  'bad-setting',
  'model-unavailable',
  'no-common-ancestor',
  'no-source-files',
  'unknown-revision',
  'forge-refused',
]);

/** `at`: which of its comment's commands it is, from 0. Throws what {@link TOLD} does not hold. */
export function deedOf(command: Command, at: number, context: CommandContext): Promise<Deed> {
  return toldOf(() => tried(command, at, context));
}

/** The answer to the command that asks for an explanation; the model writes the method for it. Throws the same. */
export function explanationOf(method: string, context: CommandContext): Promise<Deed> {
  return toldOf(() => explained(method, context));
}

async function toldOf(deed: () => Promise<Deed>): Promise<Deed> {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || !TOLD.has(error.code)) throw error;
    return refused(failedMarkdown(error.message, error.remedy));
  }
}

async function tried(command: Command, at: number, context: CommandContext): Promise<Deed> {
  switch (command.kind) {
    case 'check':
      return { ...DONE, start: { kind: 'check' } };
    case 'explain':
      return { ...DONE, start: { kind: 'explain', method: command.method, at } };
    case 'ignore':
      return ignore(command.path, context);
    case 'unignore':
      return unignore(command.path, context);
    case 'retrain':
      return retrained(context);
    case 'badge-link':
      return command.revoke ? revoked(context) : linked(context);
    case 'help':
      return { ...answered(helpMarkdown(command.about)), went: command.about === null };
    default:
      return command satisfies never;
  }
}

const DONE: Deed = { changes: [], start: null, reply: null, went: true };

function answered(reply: string): Deed {
  return { ...DONE, reply };
}

function refused(reply: string): Deed {
  return { ...DONE, reply, went: false };
}

async function explained(method: string, context: CommandContext): Promise<Deed> {
  const run = await context.run();
  const { settings, choices, languages, progress, signal, repository } = run;
  const { base: onto, head: at } = await run.forge.pullRequests.read(context.pullRequest);
  const head = { hash: at.revision, name: at.revision, committedAt: null };
  const base = await run.whole.mergeBase({ hash: onto.revision, name: onto.revision, committedAt: null }, head);
  const state = await run.state.read();
  const explanation = await explain(method, {
    repository,
    base,
    head,
    openModel: () => modelForChange(run.model.inUse, state, base, repository),
    languages,
    policy: { ...settings.policy, samples: choices.samples ?? settings.policy.samples },
    progress,
    signal,
  });
  switch (explanation.kind) {
    case 'none':
      return refused(unknownMethodMarkdown(method, explanation.changed));
    case 'several':
      return refused(severalMethodsMarkdown(method, explanation.named));
    case 'explained':
      return answered(
        explainMarkdown(explanation, { repositoryUrl: run.links.repositoryUrl, headRevision: head.hash }),
      );
    default:
      return explanation satisfies never;
  }
}

async function ignore(path: string, context: CommandContext): Promise<Deed> {
  const { after, change } = await changeIgnored(context.documents, context, (paths) =>
    [...new Set([...paths, path])].slice(0, MOST_IGNORED),
  );
  if (!after.includes(path)) return refused(tooManyIgnoredMarkdown(MOST_IGNORED));
  return { changes: [change], start: { kind: 'check' }, reply: ignoredMarkdown(after), went: true };
}

async function unignore(path: string, context: CommandContext): Promise<Deed> {
  const kept = await ignoredPaths(context.documents, context);
  if (!kept.includes(path)) return refused(notIgnoredMarkdown(path, kept));
  const { after, change } = await changeIgnored(context.documents, context, (paths) =>
    paths.filter((one) => one !== path),
  );
  return { changes: [change], start: { kind: 'check' }, reply: ignoredMarkdown(after), went: true };
}

/** Training the embedded model takes its time, and starting a workflow none. */
async function retrained(context: CommandContext): Promise<Deed> {
  const last = await retrainedLately(context);
  if (last !== null) return refused(retrainedBeforeMarkdown(last));
  const way = wayToRetrain(await context.run());
  if (way === 'repin') return { ...DONE, start: { kind: 'retrain' } };
  return deedOfRetraining(await retrain({ by: context.comment.author }, context), context);
}

function deedOfRetraining(retraining: Retraining, { comment }: CommandContext): Deed {
  switch (retraining.kind) {
    case 'started':
      return DONE;
    case 'not-allowed':
      return refused(notAllowedMarkdown(comment.author, 'maintain'));
    case 'too-soon':
      return refused(retrainedBeforeMarkdown(retraining.at));
    case 'no-way':
      return refused(noWayToRetrainMarkdown());
    case 'refused':
      return refused(retrainRefusedMarkdown(retraining.reason));
    default:
      return retraining satisfies never;
  }
}

async function linked({ pageLinks, comment }: CommandContext): Promise<Deed> {
  const { page, badge } = await pageLinks.make(comment.author);
  return answered(badgeLinkMarkdown(page, badge));
}

async function revoked({ pageLinks }: CommandContext): Promise<Deed> {
  return answered(linksRevokedMarkdown(await pageLinks.revoke()));
}
