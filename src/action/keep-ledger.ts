// The activity of a push to the default branch: ledger, history and badge brought to its head.

import { gateOfLedger } from '../core/gate.ts';
import type { Notice } from '../core/notice.ts';
import { ExpectedFailure } from '../errors.ts';
import { type KeepLedgerInput, type KeptLedger, keepLedger } from '../jobs/keep-ledger.ts';
import { unsavedLedgers, unsavedState } from '../jobs/unsaved.ts';
import type { Revision } from '../ports.ts';
import { inlineCode } from '../report/markdown/inert.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { noticeWords } from '../report/notice-words.ts';
import { gateOf } from './change.ts';
import { NOTHING_REPORTED, type Outcome } from './outcome.ts';
import { inLog, repositoryUrl, type Step } from './step.ts';

export async function keepLedgerOfPush(revision: string, step: Step): Promise<Outcome> {
  const { runner, forge } = step;
  const target = await forge.repository.resolve(revision);
  const branch = await forge.repository.defaultBranch();
  if (await wasRewritten(target, branch, step)) {
    runner.notice(
      `${revision} is no longer on ${branch.name}: the run for what was pushed in its place does the rest.`,
    );
    return NOTHING_REPORTED;
  }
  const { result: kept, refusal } = await savingIfAllowed(step, (stores) =>
    keepLedger({ ...ledgerInput(step, target), ...stores, mayAskForAll: false }),
  );
  if (kept.kind === 'none') {
    runner.notice(whyNone(kept));
    return NOTHING_REPORTED;
  }
  const { report } = kept;
  runner.say(inLog(report));
  await runner.summarise(`${renderMarkdown(report)}\n${refusal ?? whereItLies(step)}\n`);
  const outcome = gateOfLedger(report.ledger, gateOf(step));
  return { ...NOTHING_REPORTED, report, gate: outcome.kind === 'passed' ? null : STALE };
}

/** A run may be late, or be run again, when the branch has been pushed over: the ledger must not go back there. */
async function wasRewritten(target: Revision, branch: Revision, { forge }: Step): Promise<boolean> {
  return target.hash !== branch.hash && (await forge.repository.isAncestor(target.hash, branch)) === false;
}

export const STALE =
  'The model is stale, and the workflow asks to fail then (fail-on: stale). Training it again helps.';

export function ledgerInput(step: Step, target: Revision): Omit<KeepLedgerInput, 'mayAskForAll'> {
  const { repository, model, settings, languages, progress, signal } = step;
  const { ledgers: store, state } = step.forge;
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
 * are the last step of each part, so that little is done twice. `refusal` is Markdown.
 */
export async function savingIfAllowed<T>(
  { forge, runner }: Step,
  run: (stores: Pick<KeepLedgerInput, 'store' | 'state'>) => Promise<T>,
): Promise<{ result: T; refusal: string | null }> {
  const { ledgers: store, state } = forge;
  try {
    return { result: await run({ store, state }), refusal: null };
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'forge-refused')) throw error;
    const refusal: Notice = { kind: 'refused', what: 'data-branch', reason: error.message };
    runner.warning(`${noticeWords(refusal, String)} ${error.remedy}`);
    const result = await run({ store: unsavedLedgers(store), state: unsavedState(state) });
    return { result, refusal: `${noticeWords(refusal, inlineCode)} ${error.remedy}` };
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

export function whereItLies(step: Step): string {
  const { dataBranch, workingDirectory } = step.inputs;
  const path = [dataBranch, workingDirectory].filter(Boolean).join('/');
  return `Ledger, history and badge lie on [the data branch](${repositoryUrl(step)}/tree/${encodeURI(path)}).`;
}
