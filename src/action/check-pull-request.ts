// The activity of a pull request: check its change, and say what came of it in one comment, a check run and the job summary.

import type { Notice } from '../core/notice.ts';
import type { CheckReport } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import type { ModelInUse } from '../jobs/model-in-use.ts';
import type { PullRequest, Revision, Said } from '../ports.ts';
import { annotations, checkTitle, uncheckedTitle } from '../report/check-run.ts';
import { uncheckedMarkdown } from '../report/markdown/check-context.ts';
import type { MarkdownContext } from '../report/markdown/context.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { noticeWords } from '../report/notice-words.ts';
import { isWorthSaying, reducedLine } from '../report/worth-saying.ts';
import type { Activity } from './activity.ts';
import { type CheckedChange, checkChange } from './change.ts';
import { NOTHING_REPORTED, type Outcome } from './outcome.ts';
import { skipReason } from './skip-reason.ts';
import { checkName, inLog, repositoryUrl, type Step, sectionOf } from './step.ts';

type CheckActivity = Extract<Activity, { kind: 'check' }>;

export async function checkPullRequest(activity: CheckActivity, step: Step): Promise<Outcome> {
  const { runner, forge, settings } = step;
  const { pullRequests } = forge.forge;
  const pullRequest = await pullRequests.read(activity.pullRequest);
  if (pullRequest.head.revision !== activity.head) return superseded(pullRequest, step);
  const skipped = skipReason(pullRequest, settings.pullRequests);
  if (skipped !== null) return skip(skipped, pullRequest, activity, step);
  const { model, notices } = await modelFor(activity, step);
  const around = [...notices, ...noticeOfCheckout(activity, step)];
  const head = known(pullRequest.head.revision);
  const base = await forge.repository.mergeBase(known(pullRequest.base.revision), head);
  const checked = await checkChange(step, base, head, model);
  if (checked.report !== null) runner.say(inLog(checked.report));
  for (const notice of checked.notices)
    if (notice.kind === 'model-unreachable') runner.warning(noticeWords(notice, String));
  const now = await pullRequests.read(activity.pullRequest);
  if (now.head.revision !== activity.head) return superseded(now, step);
  return announce({ ...checked, notices: [...around, ...checked.notices] }, pullRequest, activity, step);
}

/** A commit that GitHub itself has named: there is nothing to look up. */
function known(hash: string): Revision {
  return { hash, name: hash, committedAt: null };
}

/** The run for the newer head says what there is to say. */
function superseded({ head, url }: PullRequest, { runner }: Step): Outcome {
  runner.say(
    `The head of ${url} is ${head.revision} by now: the run for that one reports. Nothing was said for this one.`,
  );
  return NOTHING_REPORTED;
}

/** A required check must not wait for a pull request that nobody wants checked. */
async function skip(
  reason: string,
  { head }: PullRequest,
  { voice }: CheckActivity,
  { runner, forge, ...step }: Step,
): Promise<Outcome> {
  runner.say(`Not checked: ${reason}.`);
  if (voice === 'everywhere') {
    const said = await forge.forge.checkRuns.conclude({
      revision: head.revision,
      name: checkName(step),
      conclusion: 'neutral',
      title: `Not checked: ${reason}`,
      summary: `This pull request was not checked: ${reason}.\n`,
      annotations: [],
    });
    if (said.kind === 'refused')
      runner.warning(noticeWords({ kind: 'refused', what: 'check-run', reason: said.reason }, String));
  }
  return NOTHING_REPORTED;
}

/** A hosted model is asked for outsiders only when a maintainer put the label on this very head. */
async function modelFor(
  { trust, approval }: CheckActivity,
  { model, settings, forge }: Step,
): Promise<{ model: ModelInUse; notices: readonly Notice[] }> {
  if (trust === 'trusted' || !model.isHosted) return { model: model.inUse, notices: [] };
  const { runLabel } = settings.pullRequests;
  const isApproved =
    approval !== null && approval.label === runLabel && (await forge.forge.pullRequests.isMaintainer(approval.by));
  if (isApproved) return { model: model.inUse, notices: [] };
  return { model: model.shadow, notices: [{ kind: 'fork-by-shadow', label: runLabel === '' ? null : runLabel }] };
}

/** With the rights of the base repository, nothing of a fork's that lies around may be looked at, let alone run. */
function noticeOfCheckout({ trust, voice }: CheckActivity, { hasCheckout, runner }: Step): Notice[] {
  if (!hasCheckout || trust === 'trusted' || voice === 'summary') return [];
  const notice: Notice = { kind: 'checkout-ignored' };
  runner.warning(noticeWords(notice, String));
  return [notice];
}

async function announce(
  checked: CheckedChange,
  pullRequest: PullRequest,
  { voice }: CheckActivity,
  step: Step,
): Promise<Outcome> {
  const notices: Notice[] = [...checked.notices];
  const { report } = checked;
  let comment: Said = { kind: 'nothing' };
  if (voice === 'everywhere') {
    comment = await orRefused(putComment(checked, pullRequest, step));
    if (comment.kind === 'refused') notices.push({ kind: 'refused', what: 'comment', reason: comment.reason });
    const said = await orRefused(concludeCheck(checked, notices, pullRequest.head.revision, step));
    if (said.kind === 'refused') notices.push({ kind: 'refused', what: 'check-run', reason: said.reason });
  } else notices.push({ kind: 'read-only' });
  await step.runner.summarise(markdownOf(report, contextOf(notices, pullRequest.head.revision, 'summary', step)));
  for (const notice of notices) if (notice.kind === 'refused') step.runner.warning(noticeWords(notice, String));
  const gate = notices.find(({ kind }) => kind === 'gate-met');
  return {
    report,
    commentId: comment.kind === 'said' ? comment.id : null,
    reportHtml: null,
    gate: gate === undefined ? null : noticeWords(gate, String),
  };
}

/** A forge that is down for one of them may take the other, and the summary stands in any case. */
async function orRefused(saying: Promise<Said>): Promise<Said> {
  try {
    return await saying;
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code === 'cancelled') throw error;
    return { kind: 'refused', reason: error.message };
  }
}

export function contextOf(
  notices: readonly Notice[],
  headRevision: string,
  voice: MarkdownContext['voice'],
  step: Step,
): MarkdownContext {
  const section = sectionOf(step);
  return { headRevision, repositoryUrl: repositoryUrl(step), reportUrl: step.place.runUrl, section, notices, voice };
}

/** Without a report there is only what was noticed. */
function markdownOf(report: CheckReport | null, context: MarkdownContext): string {
  return report === null ? uncheckedMarkdown(context) : renderMarkdown(report, context);
}

async function putComment(
  { report, notices }: CheckedChange,
  { number, head, author }: PullRequest,
  step: Step,
): Promise<Said> {
  const { inputs, forge, settings } = step;
  const section = sectionOf(step) ?? '';
  const isUnread = author.isBot && !settings.pullRequests.bots;
  if (inputs.comment === 'never' || isUnread || report === null) return { kind: 'nothing' };
  const context = contextOf(notices, head.revision, 'comment', step);
  const isWanted = inputs.comment === 'always' || isWorthSaying(report, notices);
  const touchesMethods = report.methods.length > 0 || report.unasked !== undefined;
  const body = isWanted || touchesMethods ? renderMarkdown(report, context) : reducedLine(context);
  return forge.forge.comments.put(number, section, body, { ifThere: !isWanted });
}

export async function concludeCheck(
  { report, conclusion }: CheckedChange,
  notices: readonly Notice[],
  revision: string,
  step: Step,
): Promise<Said> {
  const context = contextOf(notices, revision, 'check-run', step);
  return step.forge.forge.checkRuns.conclude({
    revision,
    name: checkName(step),
    conclusion,
    title: report === null ? uncheckedTitle(notices) : checkTitle(report, notices),
    summary: markdownOf(report, context),
    annotations: report === null || !step.settings.pullRequests.annotations ? [] : annotations(report),
  });
}
