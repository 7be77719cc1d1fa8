// The activity of a schedule, or of a person who starts the workflow: the review, and what follows from it.

import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { cloneHistory, composeTraining, openHistory, openRepository, writeOutput } from '../compose.ts';
import { gateOfLedger } from '../core/gate.ts';
import type { Notice } from '../core/notice.ts';
import type { StatusReport } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import { narrowed, narrowedHistory } from '../jobs/narrowed.ts';
import { type Review, type ReviewInput, review } from '../jobs/review.ts';
import type { Revision } from '../ports.ts';
import { controlSentence } from '../report/control-words.ts';
import { renderHtml } from '../report/html/page.ts';
import { inlineCode } from '../report/markdown/inert.ts';
import { freshAgain, trackingIssue } from '../report/markdown/tracking-issue.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { noticeWords } from '../report/notice-words.ts';
import { gateOf } from './change.ts';
import { ledgerInput, STALE, savingIfAllowed, whereItLies, whyNone } from './keep-ledger.ts';
import { NOTHING_REPORTED, type Outcome } from './outcome.ts';
import { inLog, repositoryUrl, type Step, sectionOf } from './step.ts';

/** Of how many methods the page shows what the model writes now. */
const CLOSE_UPS = 50;

export async function reviewModel({ retrain }: { readonly retrain: boolean }, step: Step): Promise<Outcome> {
  const { runner, forge, settings, languages } = step;
  const target = await forge.repository.defaultBranch();
  const past = await pastOf(target, step);
  const { policy: _, ...ledger } = ledgerInput(step, target);
  const input = {
    ...ledger,
    policy: settings.freshness,
    past,
    windowDays: settings.gain.windowDays,
    training: () => composeTraining(languages),
    language: languages.main,
    controlSize: settings.evaluation.control,
    retrain: retrain ? 'now' : settings.retraining.automatic ? 'when-due' : 'never',
    project: sectionOf(step) ?? step.place.repo,
    closeUps: CLOSE_UPS,
  } satisfies ReviewInput;
  const { result, refusal } = await savingIfAllowed(step, (stores) => review({ ...input, ...stores }));
  if (result.kept.kind === 'none') {
    runner.warning(whyNone(result.kept));
    return NOTHING_REPORTED;
  }
  const status = result.page?.status ?? null;
  const notices = status === null ? [] : await followUp(status, result, step);
  for (const notice of notices) runner.warning(noticeWords(notice, String));
  const reportHtml = await writePage(result, step);
  runner.say(inLog(status ?? result.kept.report));
  await runner.summarise(summaryOf(result, notices, refusal, step));
  const outcome = gateOfLedger(result.kept.report.ledger, gateOf(step));
  const gate = outcome.kind === 'passed' ? null : STALE;
  return { report: status ?? result.kept.report, commentId: null, reportHtml, gate };
}

/** The history, with which alone drift and gain are told: of a full checkout of that very commit, or a clone for this run. */
async function pastOf(target: Revision, step: Step): Promise<ReviewInput['past']> {
  const { place, inputs, runner, signal } = step;
  try {
    const local = (await checkoutOf(target, place.workspace)) ?? (await clone());
    return { repository: narrowed(local, step.area), history: narrowedHistory(openHistory(local.root), step.area) };
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code === 'cancelled') throw error;
    runner.warning(`Drift and retraining gain are not told this time: ${error.message}. ${error.remedy}`);
    return null;
  }

  async function clone() {
    const folder = await mkdtemp(join(await folderOf(step), 'history-'));
    const url = `${repositoryUrl(step)}.git`;
    return cloneHistory({ url, token: inputs.githubToken, branch: target.name, folder, signal });
  }
}

async function checkoutOf(target: Revision, workspace: string | null) {
  if (workspace === null) return null;
  try {
    const checkout = await openRepository(workspace);
    await checkout.resolve(target.hash);
    // a shallow one does not tell where the project began
    return (await checkout.identity()) === null ? null : checkout;
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}

async function folderOf({ place }: Step): Promise<string> {
  const folder = join(place.temporaryFolder, 'palimpsest');
  await mkdir(folder, { recursive: true });
  return folder;
}

async function writePage({ page }: Review, step: Step): Promise<string | null> {
  if (page === null) return null;
  const path = join(await folderOf(step), `${(sectionOf(step) ?? 'report').replaceAll('/', '-')}.html`);
  await writeOutput(path, step.environment.secrets.mask(renderHtml(page)));
  return path;
}

/**
 * One issue while the model is stale, and the team's training started once for each model. When the control group moved, it is
 * the model or its server that changed, and neither is done.
 */
async function followUp(status: StatusReport, { control, state }: Review, step: Step): Promise<Notice[]> {
  const { forge, settings, runner } = step;
  const { retraining } = settings;
  const section = sectionOf(step) ?? '';
  const notices: Notice[] = [];
  if (control !== null && control.moved > 0) {
    runner.warning(controlSentence(control, control.methods));
    return notices;
  }
  const asks = status.recommendation.kind === 'retrain-now';
  const wasAsked = state?.review?.isTrainingAsked ?? false;
  const started = asks && !wasAsked ? await startTraining(status, step, notices) : false;
  if (started) {
    await forge.state.update((old) =>
      old?.review?.fingerprint === status.model.fingerprint
        ? { ...old, review: { ...old.review, isTrainingAsked: true } }
        : (old ?? { schemaVersion: 1, pin: null, review: null }),
    );
  }
  if (!retraining.issue) return notices;
  const said = asks
    ? await forge.forge.trackingIssue.open(
        section,
        trackingIssue(status, {
          headRevision: status.at.revision,
          repositoryUrl: repositoryUrl(step),
          reportUrl: step.place.runUrl,
          section: sectionOf(step),
          training: retraining.workflow === '' ? null : { workflow: retraining.workflow, started: started || wasAsked },
        }),
      )
    : status.ledger?.verdict.kind === 'fresh'
      ? await forge.forge.trackingIssue.close(section, freshAgain(status))
      : null;
  if (said?.kind === 'refused') notices.push({ kind: 'refused', what: 'issue', reason: said.reason });
  return notices;
}

async function startTraining({ model, at }: StatusReport, step: Step, notices: Notice[]): Promise<boolean> {
  const { forge, settings, inputs } = step;
  const { workflow, eventType } = settings.retraining;
  const facts = { model: model.name, revision: at.revision, project: inputs.workingDirectory };
  const branch = await forge.repository.defaultBranch();
  const said = [
    ...(workflow === '' ? [] : [await forge.forge.dispatches.workflow(workflow, branch.name, {})]),
    ...(eventType === '' ? [] : [await forge.forge.dispatches.repository(eventType, facts)]),
  ];
  for (const one of said)
    if (one.kind === 'refused') notices.push({ kind: 'refused', what: 'dispatch', reason: one.reason });
  return said.some(({ kind }) => kind === 'said');
}

function summaryOf(
  { kept, evaluation, control, page, state }: Review,
  notices: readonly Notice[],
  refusal: string | null,
  step: Step,
): string {
  const parts = [
    ...(page === null ? (kept.kind === 'kept' ? [renderMarkdown(kept.report)] : []) : [renderMarkdown(page.status)]),
    ...(evaluation === null ? [] : [renderMarkdown(evaluation)]),
    controlSentence(control, state?.review?.control.length ?? 0),
    ...notices.map((notice) => noticeWords(notice, inlineCode)),
    refusal ?? whereItLies(step),
  ];
  return `${parts.join('\n\n')}\n`;
}
