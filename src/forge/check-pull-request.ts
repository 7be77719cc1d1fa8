// The activity of a pull request: check its change, and say what came of it in one comment, a check run and the job summary.

import type { Notice } from '../core/notice.ts';
import type { CheckReport } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import type { ModelInUse } from '../jobs/model-in-use.ts';
import { narrowed } from '../jobs/narrowed.ts';
import type { PullRequest, Revision, Said } from '../ports.ts';
import { annotations, checkTitle, uncheckedTitle } from '../report/check-run.ts';
import { uncheckedMarkdown } from '../report/markdown/check-context.ts';
import type { MarkdownContext } from '../report/markdown/context.ts';
import { inlineCode } from '../report/markdown/inert.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { noticeWords } from '../report/notice-words.ts';
import { visible } from '../report/visible.ts';
import { isWorthSaying, reducedLine } from '../report/worth-saying.ts';
import { buttonsOf } from './buttons.ts';
import { type CheckedChange, checkChange } from './change.ts';
import { NOTHING_REPORTED, type Outcome } from './outcome.ts';
import { checkName, type ForgeRun, inLog } from './run.ts';
import { skipReason } from './skip-reason.ts';

/** What is asked for: to check a pull request at a head. */
export interface CheckRequest {
  readonly pullRequest: number;
  /** The head that the event is about; by the time of the run another one may be in its place. */
  readonly head: string;
  /** `summary`: the token of this event may not write, so the report goes to the log's summary alone. */
  readonly voice: 'everywhere' | 'summary';
  /** `shadow`: a change of somebody who may not spend the team's money; a hosted model is not called for it. */
  readonly trust: 'trusted' | 'shadow';
  /** A label that somebody put on this very head; whether it lets the hosted model be called is found out here. */
  readonly approval: { readonly label: string; readonly by: string } | null;
  /** Globs of what is left out of this check, as people asked in comments. */
  readonly ignored?: readonly string[];
}

/** Characters of what went wrong that a check run shows. */
const LONGEST_REASON = 500;

export async function checkPullRequest(activity: CheckRequest, whole: ForgeRun): Promise<Outcome> {
  const run = withoutIgnored(activity, whole);
  const { log, forge, settings } = run;
  const { pullRequests } = forge;
  const pullRequest = await pullRequests.read(activity.pullRequest);
  if (pullRequest.head.revision !== activity.head) return superseded(pullRequest, run);
  const skipped = skipReason(pullRequest, settings.pullRequests);
  if (skipped !== null) {
    log.say(`Not checked: ${skipped}.`);
    await concludeUnchecked(skipped, `${skipped}.`, pullRequest, activity, run);
    return NOTHING_REPORTED;
  }
  try {
    return await checkAndSay(activity, pullRequest, run);
  } catch (error) {
    const isCancelled = error instanceof ExpectedFailure && error.code === 'cancelled';
    const why = error instanceof ExpectedFailure ? visible(error.message) : 'a bug in palimpsest';
    const details = `${inlineCode(why, LONGEST_REASON)}. The log has more.`;
    // whatever went wrong with the forge may go wrong here too; what is told is the first
    if (!isCancelled) await concludeUnchecked(why, details, pullRequest, activity, run).catch(() => {});
    throw error;
  }
}

async function checkAndSay(activity: CheckRequest, pullRequest: PullRequest, run: ForgeRun): Promise<Outcome> {
  const { log, forge } = run;
  const { pullRequests } = forge;
  const { model, notices } = await modelFor(activity, run);
  const around = [...notices, ...noticeOfIgnored(activity), ...noticeOfCheckout(activity, run)];
  const head = known(pullRequest.head.revision);
  const base = await run.whole.mergeBase(known(pullRequest.base.revision), head);
  const checked = await checkChange(run, base, head, model);
  if (checked.report !== null) log.say(inLog(checked.report));
  for (const notice of checked.notices)
    if (notice.kind === 'model-unreachable') log.warning(noticeWords(notice, String));
  const now = await pullRequests.read(activity.pullRequest);
  if (now.head.revision !== activity.head) return superseded(now, run);
  return announce({ ...checked, notices: [...around, ...checked.notices] }, pullRequest, activity, run);
}

/** What is ignored is not there for the check; the model was trained on it all the same. */
function withoutIgnored({ ignored = [] }: CheckRequest, run: ForgeRun): ForgeRun {
  const globs = ignored.map((path) => `!${path}`);
  return globs.length === 0 ? run : { ...run, repository: narrowed(run.repository, { under: '', globs }) };
}

function noticeOfIgnored({ ignored = [] }: CheckRequest): Notice[] {
  return ignored.length === 0 ? [] : [{ kind: 'ignored', paths: ignored }];
}

/** A commit that GitHub itself has named: there is nothing to look up. */
function known(hash: string): Revision {
  return { hash, name: hash, committedAt: null };
}

/** The run for the newer head says what there is to say. */
function superseded({ head, url }: PullRequest, { log }: ForgeRun): Outcome {
  log.say(
    `The head of ${url} is ${head.revision} by now: the run for that one reports. Nothing was said for this one.`,
  );
  return NOTHING_REPORTED;
}

/** A required check must not wait for a pull request that nobody wants checked, or that could not be. */
async function concludeUnchecked(
  why: string,
  details: string,
  { head }: PullRequest,
  { voice }: CheckRequest,
  run: ForgeRun,
): Promise<void> {
  if (voice !== 'everywhere') return;
  const said = await run.forge.checkRuns.conclude({
    revision: head.revision,
    name: checkName(run),
    conclusion: 'neutral',
    title: `Not checked: ${why}`,
    summary: `This pull request was not checked: ${details}\n`,
    annotations: [],
    ...buttonsOf(run),
  });
  if (said.kind === 'refused')
    run.log.warning(noticeWords({ kind: 'refused', what: 'check-run', reason: said.reason }, String));
}

/** A hosted model is asked for outsiders only when a maintainer put the label on this very head. */
async function modelFor(
  { trust, approval }: CheckRequest,
  { model, settings, forge }: ForgeRun,
): Promise<{ model: ModelInUse; notices: readonly Notice[] }> {
  if (trust === 'trusted' || !model.isHosted) return { model: model.inUse, notices: [] };
  const { runLabel } = settings.pullRequests;
  const isApproved =
    approval !== null && approval.label === runLabel && (await forge.pullRequests.isMaintainer(approval.by));
  if (isApproved) return { model: model.inUse, notices: [] };
  return { model: model.shadow, notices: [{ kind: 'fork-by-shadow', label: runLabel === '' ? null : runLabel }] };
}

/** With the rights of the base repository, nothing of a fork's that lies around may be looked at, let alone run. */
function noticeOfCheckout({ trust, voice }: CheckRequest, { hasCheckout, log }: ForgeRun): Notice[] {
  if (!hasCheckout || trust === 'trusted' || voice === 'summary') return [];
  const notice: Notice = { kind: 'checkout-ignored' };
  log.warning(noticeWords(notice, String));
  return [notice];
}

async function announce(
  checked: CheckedChange,
  pullRequest: PullRequest,
  { voice }: CheckRequest,
  run: ForgeRun,
): Promise<Outcome> {
  const notices: Notice[] = [...checked.notices];
  const { report } = checked;
  let unsaid: ExpectedFailure | null = null;
  /** A forge that is down for one of them may take the other, and the summary stands in any case. */
  const orRefused = async (saying: Promise<Said>): Promise<Said> => {
    try {
      return await saying;
    } catch (error) {
      if (!(error instanceof ExpectedFailure) || error.code === 'cancelled') throw error;
      unsaid = error;
      return { kind: 'refused', reason: error.message };
    }
  };
  let comment: Said = { kind: 'nothing' };
  if (voice === 'everywhere') {
    comment = await orRefused(putComment(checked, pullRequest, run));
    if (comment.kind === 'refused') notices.push({ kind: 'refused', what: 'comment', reason: comment.reason });
    const said = await orRefused(concludeCheck(checked, notices, pullRequest.head.revision, run));
    if (said.kind === 'refused') notices.push({ kind: 'refused', what: 'check-run', reason: said.reason });
  } else notices.push({ kind: 'read-only' });
  await run.log.summarise(markdownOf(report, contextOf(notices, pullRequest.head.revision, 'summary', run)));
  for (const notice of notices) if (notice.kind === 'refused') run.log.warning(noticeWords(notice, String));
  const gate = notices.find(({ kind }) => kind === 'gate-met');
  return {
    ...NOTHING_REPORTED,
    report,
    commentId: comment.kind === 'said' ? comment.id : null,
    gate: gate === undefined ? null : noticeWords(gate, String),
    unsaid,
  };
}

export function contextOf(
  notices: readonly Notice[],
  headRevision: string,
  voice: MarkdownContext['voice'],
  run: ForgeRun,
): MarkdownContext {
  const section = run.section;
  return {
    headRevision,
    repositoryUrl: run.links.repositoryUrl,
    reportUrl: run.links.reportUrl,
    section,
    notices,
    voice,
  };
}

/** Without a report there is only what was noticed. */
function markdownOf(report: CheckReport | null, context: MarkdownContext): string {
  return report === null ? uncheckedMarkdown(context) : renderMarkdown(report, context);
}

async function putComment(
  { report, notices }: CheckedChange,
  { number, head, author }: PullRequest,
  run: ForgeRun,
): Promise<Said> {
  const { choices, forge, settings } = run;
  const section = run.section ?? '';
  const isUnread = author.isBot && !settings.pullRequests.bots;
  if (choices.comment === 'never' || isUnread || report === null) return { kind: 'nothing' };
  const context = contextOf(notices, head.revision, 'comment', run);
  const isWanted = choices.comment === 'always' || isWorthSaying(report, notices);
  const touchesMethods = report.methods.length > 0 || report.unasked !== undefined;
  const body = isWanted || touchesMethods ? renderMarkdown(report, context) : reducedLine(context);
  return forge.comments.put(number, section, body, { ifThere: !isWanted });
}

export async function concludeCheck(
  { report, conclusion }: CheckedChange,
  notices: readonly Notice[],
  revision: string,
  run: ForgeRun,
): Promise<Said> {
  const context = contextOf(notices, revision, 'check-run', run);
  return run.forge.checkRuns.conclude({
    revision,
    name: checkName(run),
    conclusion,
    title: report === null ? uncheckedTitle(notices) : checkTitle(report, notices),
    summary: markdownOf(report, context),
    annotations: report === null || !run.settings.pullRequests.annotations ? [] : annotations(report),
    ...buttonsOf(run),
  });
}
