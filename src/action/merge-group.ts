// The activity of a merge group: a check run, so that a required check does not hold up the queue.

import { summaryOfLedger } from '../jobs/ledger-summary.ts';
import { mergeGroupWords } from '../report/check-run.ts';
import { NOTHING_REPORTED, type Outcome } from './outcome.ts';
import { checkName, type Step } from './step.ts';

/** Its pull requests were checked one by one, and the push of the group brings the ledger on. */
export async function checkMergeGroup(revision: string, step: Step): Promise<Outcome> {
  const { forge, settings, runner } = step;
  const state = await forge.state.read();
  const fingerprint = state?.review?.fingerprint ?? (await forge.ledgers.fingerprints())[0];
  const stored = fingerprint === undefined ? null : await forge.ledgers.load(fingerprint);
  const words = mergeGroupWords(stored && summaryOfLedger(stored.head, settings.freshness));
  const said = await forge.forge.checkRuns.conclude({
    revision,
    name: checkName(step),
    conclusion: 'success',
    ...words,
    annotations: [],
  });
  if (said.kind === 'refused') runner.warning(`The check run was refused: ${said.reason}`);
  runner.say(words.title);
  return NOTHING_REPORTED;
}
