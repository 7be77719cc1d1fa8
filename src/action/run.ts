// One run of the Action: what happened is told apart, one activity runs, and its outcome is told.

import { homedir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../config.ts';
import { ExpectedFailure } from '../errors.ts';
import { NOTHING_REPORTED, type Outcome } from '../forge/outcome.ts';
import type { ForgeRun } from '../forge/run.ts';
import { LineProgress } from '../line-progress.ts';
import type { Progress } from '../ports.ts';
import { type Activity, activityOf } from './activity.ts';
import { readEvent } from './event.ts';
import { readInputs, readSecretInputs } from './inputs.ts';
import { outputsOf } from './outputs.ts';
import { readPlace } from './place.ts';
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
  // node would print these as they are, keys and all
  process.once('uncaughtException', (error) => process.exit(told(error, runner)));
  try {
    const activity = activityOf(readEvent(env));
    if (activity.kind === 'nothing') {
      runner.say(activity.message);
      runner.setOutputs(outputsOf(null));
      return 0;
    }
    const [inputs, place] = [readInputs(env), readPlace(env)];
    // Whatever talks to GitHub is loaded when there is something to talk about, the rest while GitHub answers.
    const { connectTo } = await import('./connection.ts');
    const connection = connectTo({ inputs, place, environment, runner, signal });
    const { prepareStep } = await import('./prepare.ts');
    const progress: Progress = new LineProgress((line) => runner.say(line));
    const given = { inputs, place, environment, runner, progress, signal, activity, connection };
    const step = await prepareStep(given).catch(async (error: unknown) => {
      const { concludeUnable } = await import('./could-not-run.ts');
      await concludeUnable(error, given);
      throw error;
    });
    try {
      return await tell(await perform(activity, step.run), step);
    } finally {
      await step.run.model.close();
    }
  } catch (error) {
    runner.setOutputs(outputsOf(null));
    return told(error, runner);
  }
}

/** One line for what a user can mend; the stack besides for what only we can. */
function told(error: unknown, runner: Runner): ExitCode {
  if (error instanceof ExpectedFailure) {
    runner.error(`${error.message}. ${error.remedy}`);
    return 2;
  }
  runner.error(`a bug in palimpsest: ${error instanceof Error ? error.message : String(error)}`);
  runner.say(error instanceof Error ? (error.stack ?? '') : '');
  return 2;
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

async function perform(activity: Exclude<Activity, { kind: 'nothing' }>, run: ForgeRun): Promise<Outcome> {
  switch (activity.kind) {
    case 'check': {
      const { checkPullRequest } = await import('../forge/check-pull-request.ts');
      return checkPullRequest(activity, run);
    }
    case 'check-of-workflow-run': {
      const { checkPullRequest } = await import('../forge/check-pull-request.ts');
      const { headRevision, headRepository } = activity;
      const pullRequest = await run.forge.pullRequests.withHead(headRevision, headRepository);
      if (pullRequest === null) {
        run.log.say(`No open pull request has the head ${headRevision} of ${headRepository}: nothing to check.`);
        return NOTHING_REPORTED;
      }
      const trust = pullRequest.isFork ? 'shadow' : 'trusted';
      const { number } = pullRequest;
      return checkPullRequest(
        { pullRequest: number, head: headRevision, voice: 'everywhere', trust, approval: null },
        run,
      );
    }
    case 'keep-ledger': {
      const { keepLedgerOfPush } = await import('../forge/keep-ledger.ts');
      return keepLedgerOfPush(activity.revision, run);
    }
    case 'review': {
      const { reviewModel } = await import('../forge/review.ts');
      return reviewModel(activity, run);
    }
    case 'merge-group': {
      const { checkMergeGroup } = await import('../forge/merge-group.ts');
      return checkMergeGroup(activity.revision, run);
    }
    default:
      return activity satisfies never;
  }
}

async function tell({ report, evaluation, commentId, page, gate }: Outcome, step: Step): Promise<ExitCode> {
  const { runner } = step;
  const { writePage, writeReport } = await import('./page-file.ts');
  const reportJson = report === null ? null : await writeReport(report, step);
  const reportHtml = await writePage(page, step);
  const told = report?.kind === 'status' ? { ...report, evaluation } : report;
  runner.setOutputs(outputsOf(told, { reportJson, reportHtml, commentId }));
  if (gate === null) return 0;
  runner.error(gate);
  return 1;
}
