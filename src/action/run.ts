// One run of the Action: what happened is told apart, one activity runs, and its outcome is told.

import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeOutput } from '../compose.ts';
import { readEnvironment } from '../config.ts';
import { ExpectedFailure } from '../errors.ts';
import { LineProgress } from '../line-progress.ts';
import type { Progress } from '../ports.ts';
import { renderJson } from '../report/json.ts';
import { type Activity, activityOf } from './activity.ts';
import { checkPullRequest } from './check-pull-request.ts';
import { readEvent } from './event.ts';
import { readInputs, readSecretInputs } from './inputs.ts';
import { keepLedgerOfPush } from './keep-ledger.ts';
import { checkMergeGroup } from './merge-group.ts';
import { NOTHING_REPORTED, type Outcome } from './outcome.ts';
import { outputsOf } from './outputs.ts';
import { readPlace } from './place.ts';
import type { Given } from './prepare.ts';
import { reviewModel } from './review.ts';
import { Runner } from './runner.ts';
import type { Step } from './step.ts';

/** 0: done. 1: the user's gate was met. 2: it could not run. */
export type ExitCode = 0 | 1 | 2;

type Env = Readonly<Record<string, string | undefined>>;

/** Everything that goes wrong is told in one line, to the log and in the exit code. */
export async function runAction(env: Env, signal: AbortSignal): Promise<ExitCode> {
  const environment = readEnvironment(environmentOf(env), false, homedir());
  const runner = new Runner(env, environment.secrets);
  for (const secret of readSecretInputs(environment.secrets)) runner.mask(secret);
  try {
    const activity = activityOf(readEvent(env));
    if (activity.kind === 'nothing') {
      runner.say(activity.message);
      runner.setOutputs(outputsOf(null));
      return 0;
    }
    const [inputs, place] = [readInputs(env), readPlace(env)];
    // Whatever talks to GitHub is loaded when there is something to talk about.
    const { prepareStep } = await import('./prepare.ts');
    const progress: Progress = new LineProgress((line) => runner.say(line));
    const given = { inputs, place, environment, runner, progress, signal, activity };
    const step = await orConcludeUnable(given, () => prepareStep(given));
    try {
      return await tell(await orConcludeUnable(given, () => perform(activity, step)), step);
    } finally {
      await step.model.close();
    }
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) {
      runner.error(`a bug in palimpsest: ${error instanceof Error ? error.message : String(error)}`);
      runner.say(error instanceof Error ? (error.stack ?? '') : '');
      return 2;
    }
    runner.error(`${error.message}. ${error.remedy}`);
    return 2;
  }
}

/** Whoever waits for a check run is told when there will be no report. */
async function orConcludeUnable<T>(given: Given, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { concludeUnable } = await import('./could-not-run.ts');
    await concludeUnable(error, given);
    throw error;
  }
}

/** The runner's own words for what a command line is told by variables; the parser is the one that is shipped. */
function environmentOf(env: Env): NodeJS.ProcessEnv {
  const temporary = env.RUNNER_TEMP ?? '';
  return {
    ...env,
    PALIMPSEST_API_KEY: env['INPUT_API-KEY'] ?? '',
    PALIMPSEST_PARSER: 'wasm',
    PALIMPSEST_CACHE_DIR:
      env.PALIMPSEST_CACHE_DIR || (temporary === '' ? '' : join(temporary, 'palimpsest', 'answers')),
  };
}

async function perform(activity: Exclude<Activity, { kind: 'nothing' }>, step: Step): Promise<Outcome> {
  switch (activity.kind) {
    case 'check':
      return checkPullRequest(activity, step);
    case 'check-of-workflow-run': {
      const { headRevision, headRepository } = activity;
      const pullRequest = await step.forge.forge.pullRequests.withHead(headRevision, headRepository);
      if (pullRequest === null) {
        step.runner.say(`No open pull request has the head ${headRevision} of ${headRepository}: nothing to check.`);
        return NOTHING_REPORTED;
      }
      const trust = pullRequest.isFork ? 'shadow' : 'trusted';
      const { number } = pullRequest;
      return checkPullRequest(
        { kind: 'check', pullRequest: number, head: headRevision, voice: 'everywhere', trust, approval: null },
        step,
      );
    }
    case 'keep-ledger':
      return keepLedgerOfPush(activity.revision, step);
    case 'review':
      return reviewModel(activity, step);
    case 'merge-group':
      return checkMergeGroup(activity.revision, step);
    default:
      return activity satisfies never;
  }
}

async function tell({ report, commentId, reportHtml, gate }: Outcome, step: Step): Promise<ExitCode> {
  const { runner, place, environment } = step;
  let reportJson: string | null = null;
  if (report !== null) {
    const folder = join(place.temporaryFolder, 'palimpsest');
    await mkdir(folder, { recursive: true });
    reportJson = join(folder, `${step.inputs.workingDirectory.replaceAll('/', '-') || 'report'}.json`);
    await writeOutput(reportJson, environment.secrets.mask(renderJson(report)));
  }
  runner.setOutputs(outputsOf(report, { reportJson, reportHtml, commentId }));
  if (gate === null) return 0;
  runner.error(gate);
  return 1;
}
