// The GitHub Action: reads the step's inputs and the event, does what the event asks for, and shows the result.

import { homedir } from 'node:os';
import { type Activity, activityOf } from './action/activity.ts';
import { readEvent } from './action/event.ts';
import { readInputs, readSecretInputs } from './action/inputs.ts';
import { outputsOf } from './action/outputs.ts';
import { Runner } from './action/runner.ts';
import { readEnvironment } from './config.ts';
import { ExpectedFailure } from './errors.ts';

/** As on the command line: the step fails, whatever the reason. */
const EXIT_COULD_NOT_RUN = 2;

await main();

async function main(): Promise<void> {
  const { secrets } = readEnvironment(process.env, false, homedir());
  const runner = new Runner(process.env, secrets);
  for (const secret of readSecretInputs(secrets)) runner.mask(secret);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      tell(error, runner);
      process.exit(); // what node itself prints would go to the log as it is
    });
  }
  try {
    const activity = activityOf(readEvent(process.env));
    readInputs(process.env);
    runner.say(lineOf(activity));
    runner.setOutputs(outputsOf(null));
  } catch (error) {
    tell(error, runner);
  }
}

function tell(error: unknown, runner: Runner): void {
  process.exitCode = EXIT_COULD_NOT_RUN;
  if (error instanceof ExpectedFailure) {
    runner.error(`${error.message}. ${error.remedy}`);
  } else {
    runner.error('This is a bug in palimpsest: please report it with the lines that follow in the log.');
    runner.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** What is about to be done, in one line. */
function lineOf(activity: Activity): string {
  switch (activity.kind) {
    case 'check':
      return `Checking pull request #${activity.pullRequest} at ${activity.head}.`;
    case 'check-of-workflow-run':
      return `Looking for the open pull request of ${activity.headRepository} at ${activity.headRevision}.`;
    case 'keep-ledger':
      return `Bringing the ledger to ${activity.revision}.`;
    case 'review':
      return activity.retrain ? 'Training anew, and reviewing the model.' : 'Reviewing the model.';
    case 'merge-group':
      return `Concluding for the merge queue at ${activity.revision}.`;
    case 'nothing':
      return activity.message;
  }
}
