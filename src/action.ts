// The GitHub Action: reads what the runner says, does what the event asks for, and ends with an exit code.

import { setMaxListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runBehindProxy } from './action/proxy.ts';
import { runAction } from './action/run.ts';
import { ExpectedFailure } from './errors.ts';

process.exitCode = (await runBehindProxy(process.env, fileURLToPath(import.meta.url))) ?? (await runHere());

async function runHere(): Promise<number> {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // whoever waits for a server listens
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stopping.abort(cancelled()));
  }
  return runAction(process.env, stopping.signal);
}

function cancelled(): ExpectedFailure {
  return new ExpectedFailure('cancelled', 'stopped', 'The next run goes on where this one was.');
}
