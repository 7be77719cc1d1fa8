// The activity of a schedule, or of a person who starts the workflow: the review, and what follows from it.

import { composeTraining } from '../compose.ts';
import { gateOfLedger } from '../core/gate.ts';
import type { Notice } from '../core/notice.ts';
import type { StatusReport } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import { type Review, type ReviewInput, review } from '../jobs/review.ts';
import type { Revision } from '../ports.ts';
import { controlSentence } from '../report/control-words.ts';
import { inlineCode } from '../report/markdown/inert.ts';
import { freshAgain, type IssueContext, trackingIssue } from '../report/markdown/tracking-issue.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { noticeWords } from '../report/notice-words.ts';
import { ledgerInput, STALE, savingIfAllowed, unlessEmpty, whyNone } from './keep-ledger.ts';
import { NOTHING_REPORTED, type Outcome } from './outcome.ts';
import { dispatchTraining, wayToRetrain } from './retrain.ts';
import { type ForgeRun, inLog } from './run.ts';
import { beginTraining, trainingWanted } from './train-again.ts';

/** Of how many methods the page shows what the model writes now. */
const CLOSE_UPS = 50;

export async function reviewModel({ retrain }: { readonly retrain: boolean }, run: ForgeRun): Promise<Outcome> {
  const { log, settings, languages } = run;
  const target = await run.whole.defaultBranch();
  const past = await pastOf(target, run);
  const { policy: _, ...ledger } = ledgerInput(run, target);
  const input = {
    ...ledger,
    policy: settings.freshness,
    past,
    windowDays: settings.gain.windowDays,
    training: () => composeTraining(languages),
    language: languages.main,
    controlSize: settings.evaluation.control,
    retrain: retrain ? 'now' : settings.retraining.automatic ? 'when-due' : 'never',
    project: run.project,
    closeUps: CLOSE_UPS,
  } satisfies ReviewInput;
  const saved = await unlessEmpty(run, () => savingIfAllowed(run, (stores) => review({ ...input, ...stores })));
  if (saved === null) return NOTHING_REPORTED;
  const { result, refusal } = saved;
  if (result.kept.kind === 'none') {
    log.warning(whyNone(result.kept));
    return NOTHING_REPORTED;
  }
  const status = result.page?.status ?? null;
  const isToBeTrained = trainingWanted(run, result.state?.training, {
    isAsked: retrain,
    isDue: settings.retraining.automatic && asksForTraining(status, result),
    head: target.hash,
    now: Date.now(),
  });
  const notices = status === null ? [] : await followUp(status, result, isToBeTrained, run);
  for (const notice of notices) log.warning(noticeWords(notice, String));
  log.say(inLog(status ?? result.kept.report));
  await log.summarise(summaryOf(result, notices, refusal, run));
  if (isToBeTrained) await beginTraining(run);
  const outcome = gateOfLedger(result.kept.report.ledger, run.choices.gate);
  const gate = outcome.kind === 'passed' ? null : STALE;
  return {
    ...NOTHING_REPORTED,
    report: status ?? result.kept.report,
    evaluation: result.evaluation,
    page: result.page,
    gate,
  };
}

/** The history, with which alone drift and gain are told. */
async function pastOf(target: Revision, run: ForgeRun): Promise<ReviewInput['past']> {
  try {
    return await run.pastOf(target);
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code === 'cancelled') throw error;
    run.log.warning(`Drift and retraining gain are not told this time: ${error.message}. ${error.remedy}`);
    return null;
  }
}

/**
 * One issue while the model is stale, and the team's training started once for each model. When the control group moved, it is
 * the model or its server that changed, and neither is done.
 */
async function followUp(
  status: StatusReport,
  { control, state }: Review,
  isToBeTrained: boolean,
  run: ForgeRun,
): Promise<Notice[]> {
  const { forge, settings, log } = run;
  const { retraining } = settings;
  const section = run.section ?? '';
  const notices: Notice[] = [];
  if (control !== null && control.moved > 0) {
    log.warning(controlSentence(control, control.methods));
    return notices;
  }
  const asks = status.recommendation.kind === 'retrain-now';
  const wasAsked = state?.review?.isTrainingAsked ?? false;
  const started = asks && !wasAsked ? await startTraining(status, run, notices) : false;
  if (started) {
    await run.state.update((old) =>
      old?.review?.fingerprint === status.model.fingerprint
        ? { ...old, review: { ...old.review, isTrainingAsked: true } }
        : (old ?? { schemaVersion: 1, pin: null, review: null }),
    );
  }
  if (!retraining.issue) return notices;
  const said = asks
    ? await forge.trackingIssue.open(
        section,
        trackingIssue(status, {
          headRevision: status.at.revision,
          repositoryUrl: run.links.repositoryUrl,
          reportUrl: run.links.reportUrl,
          section: run.section,
          training: trainingInIssue(run, { isToBeTrained, started: started || wasAsked }),
        }),
      )
    : status.ledger?.verdict.kind === 'fresh'
      ? await forge.trackingIssue.close(section, freshAgain(status))
      : null;
  if (said?.kind === 'refused') notices.push({ kind: 'refused', what: 'issue', reason: said.reason });
  return notices;
}

/** When the control group moved, the policy speaks of another model than the one that was reviewed before. */
function asksForTraining(status: StatusReport | null, { control }: Review): boolean {
  return status?.recommendation.kind === 'retrain-now' && (control === null || control.moved === 0);
}

function trainingInIssue(
  run: ForgeRun,
  { isToBeTrained, started }: { readonly isToBeTrained: boolean; readonly started: boolean },
): IssueContext['training'] {
  if (wayToRetrain(run) === 'specialize') return { workflow: null, started: isToBeTrained };
  const { workflow } = run.settings.retraining;
  return workflow === '' ? null : { workflow, started };
}

async function startTraining({ model, at }: StatusReport, run: ForgeRun, notices: Notice[]): Promise<boolean> {
  const said = await dispatchTraining({ model: model.name, revision: at.revision }, run);
  for (const one of said)
    if (one.kind === 'refused') notices.push({ kind: 'refused', what: 'dispatch', reason: one.reason });
  return said.some(({ kind }) => kind === 'said');
}

function summaryOf(
  { kept, evaluation, control, page, state }: Review,
  notices: readonly Notice[],
  refusal: string | null,
  run: ForgeRun,
): string {
  const parts = [
    ...(page === null ? (kept.kind === 'kept' ? [renderMarkdown(kept.report)] : []) : [renderMarkdown(page.status)]),
    ...(evaluation === null ? [] : [renderMarkdown(evaluation)]),
    controlSentence(control, state?.review?.control.length ?? 0),
    ...notices.map((notice) => noticeWords(notice, (text) => inlineCode(text))),
    refusal ?? run.links.whereItLies,
  ];
  return `${parts.join('\n\n')}\n`;
}
