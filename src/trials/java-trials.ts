// Runs the programs that models wrote for the tasks. They are nobody's code: each has a folder of its own, an empty environment,
// bounds of memory, time and output, and, where the machine can, no network and no rights (docs/security.md).

import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TaskOutcome } from '../core/generality.ts';
import { ExpectedFailure } from '../errors.ts';
import type { TrialIsolation, TrialRunner, TrialTask } from '../ports.ts';
import { CHECK, START } from './harness.ts';
import { type Ended, runBounded } from './program.ts';

const COMPILE_MS = 60_000;
const RUN_MS = 15_000;
const MOST_AT_ONCE = 4;

/** Small heaps start fast, and a program that fills them fails alone. */
const COMPILER = ['-J-Xmx256m', '-J-XX:+UseSerialGC', '-J-XX:TieredStopAtLevel=1', '-J-Xshare:auto'];
const MACHINE = [
  '-Xmx128m',
  '-Xss1m',
  '-XX:MaxMetaspaceSize=96m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
];
/** Up to JDK 23: no files but its own classes, no processes, no sockets. */
const SECURITY_MANAGER = '-Djava.security.manager=default';
/** A user and a network namespace of its own, with nothing in it. */
const NO_NETWORK = ['unshare', '--map-root-user', '--net'];

/** Looks at what this machine has. Throws an ExpectedFailure where there is no JDK. */
export async function openJavaTrials(signal: AbortSignal): Promise<TrialRunner> {
  const works = async (command: readonly string[]) =>
    (await runBounded(command, { folder: tmpdir(), timeoutMs: COMPILE_MS, signal })).exitCode === 0;
  for (const tool of ['javac', 'java']) {
    if (await works([tool, '-version'])) continue;
    throw new ExpectedFailure(
      'jdk-missing',
      `--generalisation compiles and runs small Java programs, and ${tool} cannot be started here`,
      'Put a JDK on PATH, or leave --generalisation out.',
    );
  }
  const isolation: TrialIsolation = {
    network: (await works([...NO_NETWORK, 'java', '-version'])) ? 'none' : 'open',
    securityManager: await works(['java', SECURITY_MANAGER, '-version']),
  };
  return {
    isolation,
    concurrency: Math.min(MOST_AT_ONCE, availableParallelism()),
    run: (task, source, signal) => inFolder((folder) => runTrial(folder, task, source, isolation, signal)),
  };
}

async function runTrial(
  folder: string,
  task: TrialTask,
  source: string,
  isolation: TrialIsolation,
  signal: AbortSignal,
): Promise<Exclude<TaskOutcome, 'no-answer'>> {
  const files = { [task.path]: source, 'Trial.java': task.trial, 'Check.java': CHECK, 'Start.java': START };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const classes = join(folder, 'classes');
  await mkdir(classes);
  // Annotation processors would be code that runs; there are none on this class path, and none are looked for.
  const compiling = [
    'javac',
    ...COMPILER,
    '-proc:none',
    '-nowarn',
    '-encoding',
    'UTF-8',
    '-d',
    classes,
    '-cp',
    classes,
  ];
  const compiled = await runBounded([...compiling, ...Object.keys(files)], { folder, timeoutMs: COMPILE_MS, signal });
  if (compiled.exitCode !== 0) return 'does-not-compile';
  const ended = await runBounded(programOf(classes, isolation), { folder: classes, timeoutMs: RUN_MS, signal });
  return outcomeOf(ended);
}

/** What the start prints when the trial is through: a program that ends itself early has not passed. */
const THROUGH = randomUUID();

function programOf(classes: string, { network, securityManager }: TrialIsolation): string[] {
  const rights = securityManager ? [SECURITY_MANAGER] : [];
  const java = ['java', ...MACHINE, ...rights, '-cp', classes, 'Start', THROUGH];
  return network === 'none' ? [...NO_NETWORK, ...java] : java;
}

function outcomeOf({ exitCode, timedOut, output }: Ended): Exclude<TaskOutcome, 'no-answer'> {
  if (timedOut) return 'times-out';
  return exitCode === 0 && output.trimEnd().endsWith(THROUGH) ? 'passes' : 'fails';
}

async function inFolder<Result>(run: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'palimpsest-trial-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
