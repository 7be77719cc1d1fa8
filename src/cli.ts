#!/usr/bin/env node
// The command line: reads the outside world, calls one job, shows its result.

import { setMaxListeners } from 'node:events';
import { homedir } from 'node:os';
import { CommanderError } from 'commander';
import { EXIT_COULD_NOT_RUN } from './cli/exit-codes.ts';
import { buildProgram } from './cli/program.ts';
import { cliProgress } from './cli/progress.ts';
import { readEnvironment } from './config.ts';
import { ExpectedFailure } from './errors.ts';
import type { Secrets } from './secrets.ts';

await main();

async function main(): Promise<void> {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // whoever waits for a server listens
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stopping.abort(cancelled()));
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(); // the reader has seen enough: `palimpsest … | head`
    throw error;
  });
  const environment = readEnvironment(process.env, process.stdout.isTTY === true, homedir());
  const progress = cliProgress(process.stderr, environment.ci);
  const endings: (() => Promise<void>)[] = [];
  const atEnd = (action: () => Promise<void>) => endings.push(action);
  const program = buildProgram({ environment, signal: stopping.signal, progress, atEnd });
  const told = (error: unknown) => tell(error, process.argv.includes('--verbose'), environment.secrets);
  try {
    await program.parseAsync();
  } catch (error) {
    progress.end();
    process.exitCode = told(error);
  }
  for (const action of endings) {
    await action().catch((error) => {
      process.exitCode = told(error);
    });
  }
  if (stopping.signal.aborted) process.exit(); // whatever an engine still has open
}

function cancelled(): ExpectedFailure {
  return new ExpectedFailure(
    'cancelled',
    'stopped',
    'Nothing was left half-written; run the same command again to go on.',
  );
}

/** One line for what a user can mend; the stack for what only we can. Returns the exit code. */
function tell(error: unknown, verbose: boolean, secrets: Secrets): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN;
  const say = (text: string) => process.stderr.write(secrets.mask(text));
  if (error instanceof ExpectedFailure) {
    say(`palimpsest: ${error.message}. ${error.remedy}\n`);
    if (verbose) say(`${stackOf(error)}\n`);
  } else {
    say(`palimpsest: a bug in palimpsest: ${error instanceof Error ? error.message : String(error)}.`);
    say(verbose ? `\n${stackOf(error)}\n` : ' Run it again with --verbose and report what it prints.\n');
  }
  return EXIT_COULD_NOT_RUN;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
