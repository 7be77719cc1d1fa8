// The activity of a push to the default branch: ledger, history and badge brought to its head.

import { gateOfLedger } from '../core/gate.ts';
import type { Notice } from '../core/notice.ts';
import type { ReportPage } from '../core/report-page.ts';
import { ExpectedFailure } from '../errors.ts';
import { HEAD_ALONE } from '../jobs/head-alone.ts';
import { type KeepLedgerInput, type KeptLedger, keepLedger } from '../jobs/keep-ledger.ts';
import { report } from '../jobs/report.ts';
import { unsavedLedgers, unsavedState } from '../jobs/unsaved.ts';
import type { CodeModel, Revision } from '../ports.ts';
import { inlineCode } from '../report/markdown/inert.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { noticeWords } from '../report/notice-words.ts';
import { NOTHING_REPORTED, type Outcome } from './outcome.ts';
import { type ForgeRun, inLog } from './run.ts';

export async function keepLedgerOfPush(revision: string, run: ForgeRun): Promise<Outcome> {
  const { log } = run;
  const target = await run.whole.resolve(revision);
  const branch = await run.whole.defaultBranch();
  if (await wasRewritten(target, branch, run)) {
    log.notice(`${revision} is no longer on ${branch.name}: the run for what was pushed in its place does the rest.`);
    return NOTHING_REPORTED;
  }
  const saved = await unlessEmpty(run, () =>
    savingIfAllowed(run, async (stores) => {
      const input = { ...ledgerInput(run, target), ...stores };
      const kept = await keepLedger({ ...input, mayAskForAll: false });
      return { kept, page: kept.kind === 'none' ? null : await pageOf(kept.model, input, run) };
    }),
  );
  if (saved === null) return NOTHING_REPORTED;
  const { result, refusal } = saved;
  const { kept, page } = result;
  if (kept.kind === 'none') {
    log.notice(whyNone(kept));
    return NOTHING_REPORTED;
  }
  const updated = kept.report;
  log.say(inLog(updated));
  await log.summarise(`${renderMarkdown(updated)}\n${refusal ?? run.links.whereItLies}\n`);
  const outcome = gateOfLedger(updated.ledger, run.choices.gate);
  return { ...NOTHING_REPORTED, report: updated, page, gate: outcome.kind === 'passed' ? null : STALE };
}

/** A project may have no Java yet, or none in the area that counts: `null` then, and that is said. */
export async function unlessEmpty<T>({ log }: ForgeRun, act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'no-source-files')) throw error;
    log.notice(`Nothing to look at yet: ${error.message}.`);
    return null;
  }
}

/** A run may be late, or be run again, when the branch has been pushed over: the ledger must not go back there. */
async function wasRewritten(target: Revision, branch: Revision, { whole }: ForgeRun): Promise<boolean> {
  return target.hash !== branch.hash && (await whole.isAncestor(target.hash, branch)) === false;
}

/** Of how many methods the page shows what a model writes now that costs nothing. */
const CLOSE_UPS = 20;

/** What the ledger says, unit by unit; the history, and with it drift and gain, is for a review to look at. */
function pageOf(model: CodeModel, input: Omit<KeepLedgerInput, 'mayAskForAll'>, run: ForgeRun): Promise<ReportPage> {
  const { settings, languages } = run;
  return report({
    ...input,
    model,
    history: HEAD_ALONE,
    at: input.target,
    policy: settings.freshness,
    gain: null,
    drift: null,
    language: languages.main,
    project: run.project,
    closeUps: model.usage === undefined ? CLOSE_UPS : 0,
  });
}

export const STALE =
  'The model is stale, and the workflow asks to fail then (fail-on: stale). Training it again helps.';

export function ledgerInput(run: ForgeRun, target: Revision): Omit<KeepLedgerInput, 'mayAskForAll'> {
  const { repository, model, settings, languages, progress, signal } = run;
  const { ledgers: store, state } = run;
  const { sample } = settings.evaluation;
  return {
    repository,
    target,
    store,
    state,
    model: model.inUse,
    sample: sample === 0 ? null : { size: sample, seed: 1 },
    policy: settings.freshness,
    languages,
    progress,
    signal,
  };
}

/**
 * A branch that may not be written is a warning: the run is done again with what is there, and its report is shown. Saves
 * are the last run of each part, so that little is done twice.
 */
export async function savingIfAllowed<T>(
  { ledgers: store, state, log }: ForgeRun,
  save: (stores: Pick<KeepLedgerInput, 'store' | 'state'>) => Promise<T>,
): Promise<{ result: T; refusal: string | null }> {
  try {
    return { result: await save({ store, state }), refusal: null };
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'forge-refused')) throw error;
    const refused: Notice = { kind: 'refused', what: 'data-branch', reason: error.message };
    log.warning(`${noticeWords(refused, String)} ${error.remedy}`);
    const result = await save({ store: unsavedLedgers(store), state: unsavedState(state) });
    return { result, refusal: `${noticeWords(refused, (text) => inlineCode(text))} ${error.remedy}` };
  }
}

export function whyNone({ reason }: Extract<KeptLedger, { kind: 'none' }>): string {
  switch (reason) {
    case 'no-training-revision':
      return 'Freshness cannot be told: nobody says what the model was trained on. Name the revision with the input trained-at.';
    case 'too-dear':
      return 'The model has no ledger yet, and to begin one it is asked for every method: a scheduled run, or one started by hand, does that.';
    default:
      return reason satisfies never;
  }
}
