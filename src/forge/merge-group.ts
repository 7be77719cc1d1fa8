// The activity of a merge group: a check run, so that a required check does not hold up the queue.

import { summaryOfLedger } from '../jobs/ledger-summary.ts';
import { mergeGroupWords } from '../report/check-run.ts';
import { NOTHING_REPORTED, type Outcome } from './outcome.ts';
import { checkName, type ForgeRun } from './run.ts';

/** Its pull requests were checked one by one, and the push of the group brings the ledger on. */
export async function checkMergeGroup(revision: string, run: ForgeRun): Promise<Outcome> {
  const { forge, settings, log } = run;
  const state = await run.state.read();
  const fingerprint = state?.review?.fingerprint ?? (await run.ledgers.fingerprints())[0];
  const stored = fingerprint === undefined ? null : await run.ledgers.load(fingerprint);
  const words = mergeGroupWords(stored && summaryOfLedger(stored.head, settings.freshness));
  const said = await forge.checkRuns.conclude({
    revision,
    name: checkName(run),
    conclusion: 'success',
    ...words,
    annotations: [],
  });
  if (said.kind === 'refused') log.warning(`The check run was refused: ${said.reason}`);
  log.say(words.title);
  return NOTHING_REPORTED;
}
