// Any local program as a trainer: the request on its standard input, events and the result on its output (docs/training.md).

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { outsideLine } from '../core/outside-text.ts';
import { ExpectedFailure } from '../errors.ts';
import type { SpecializedModel, Trainer, TrainingRequest } from '../ports.ts';
import { eventSchema, resultSchema } from './result-schema.ts';

export interface CommandTrainerSettings {
  /** A path, or a name that is looked for in PATH. No shell reads it. */
  readonly command: string;
  readonly args: readonly string[];
}

const lineSchema = z.discriminatedUnion('kind', [
  ...eventSchema.options,
  resultSchema.extend({ kind: z.literal('finished') }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);

/** What is kept of standard error, from its end. */
const TAIL = 2_000;
/** A program that is told to stop may put its things in order for so long. */
const GRACE_MS = 10_000;

export function commandTrainer(settings: CommandTrainerSettings): Trainer {
  return { name: 'command', train: (request) => run(settings, request) };
}

async function run({ command, args }: CommandTrainerSettings, request: TrainingRequest): Promise<SpecializedModel> {
  request.signal.throwIfAborted();
  const child = spawn(command, args, { detached: process.platform !== 'win32', windowsHide: true });
  const program = outsideLine(command, null);
  let result: SpecializedModel | null = null;
  let refusal: ExpectedFailure | null = null;
  let complaints = '';
  const failure = (what: string) => failed(`${program} ${what}${tailOf(complaints)}`);
  const stop = () => endGroup(child);
  const killAtExit = () => signalGroup(child, 'SIGKILL');
  request.signal.addEventListener('abort', stop, { once: true });
  process.once('exit', killAtExit);
  child.stdin.on('error', () => {}); // it ended without reading: what it said on the way out says more
  child.stdin.end(`${JSON.stringify(questionOf(request))}\n`);
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints = (complaints + chunk).slice(-TAIL);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.trim() === '' || refusal !== null || request.signal.aborted) return;
    const told = readLine(line);
    if (told === null) refusal = failed(`${program} printed what is no event: ${outsideLine(line, null, 80)}`);
    else if (told.kind === 'failed') refusal = failed(`${program} says: ${outsideLine(told.reason, null)}`);
    else if (result !== null) refusal = failed(`${program} went on after it had finished`);
    else if (told.kind === 'finished') result = told;
    else request.onEvent(told.kind === 'said' ? { ...told, text: outsideLine(told.text, null) } : told);
    if (refusal !== null) stop();
  });
  try {
    const ended = await endOf(child);
    request.signal.throwIfAborted();
    if (ended instanceof Error) throw cannotStart(program, ended);
    if (refusal !== null) throw refusal;
    if (ended !== 'exit code 0') throw failure(`ended with ${ended}`);
    if (result === null) throw failure('ended without saying what came of it');
    return result;
  } finally {
    request.signal.removeEventListener('abort', stop);
    process.off('exit', killAtExit);
    signalGroup(child, 'SIGKILL'); // whatever it has started
  }
}

/** All of a request that is data. */
function questionOf({ dataset, name, baseModel, epochs, folder, seed }: TrainingRequest): Record<string, unknown> {
  return { dataset, name, baseModel, epochs, folder, seed };
}

function readLine(line: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** `exit code 0`, `SIGKILL`, or why it never began. */
function endOf(child: ChildProcessWithoutNullStreams): Promise<string | Error> {
  return new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

function endGroup(child: ChildProcessWithoutNullStreams): void {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
}

function signalGroup({ pid, kill }: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') kill(signal);
    else process.kill(-pid, signal);
  } catch {
    // nobody is left
  }
}

function tailOf(complaints: string): string {
  const said = outsideLine(complaints.trimEnd().split('\n').slice(-3).join(' ').slice(-200), null, 200);
  return said === '' ? '' : `; it said last: ${said}`;
}

function cannotStart(program: string, error: NodeJS.ErrnoException): ExpectedFailure {
  const why = error.code === 'ENOENT' ? 'is not there' : `cannot be started (${error.code ?? 'unknown reason'})`;
  return new ExpectedFailure('trainer-missing', `the program ${program} ${why}`, 'Name it after `--`, by its path.', {
    cause: error,
  });
}

function failed(what: string): ExpectedFailure {
  return new ExpectedFailure(
    'training-failed',
    what,
    'Nothing was finished, and there is no card; see what it says of itself.',
  );
}
