// The command line as a user starts it: the shipped bundle in a process of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const BUNDLE = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The environment without what a test runner or a CI service says about colours and progress. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...plain } = process.env;
  return plain;
}

export function startCli(args: readonly string[], { cwd, env }: CliOptions = {}): ChildProcess {
  return spawn(process.execPath, [BUNDLE, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs `palimpsest …` to its end. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const child = startCli(args, options);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, stdout, stderr };
}

/** Waits until the journal in a folder holds so many lines. */
export async function linesWritten(folder: string, count: number): Promise<void> {
  for (;;) {
    const [journal] = existsSync(folder) ? readdirSync(folder) : [];
    if (journal !== undefined && readFileSync(join(folder, journal), 'utf8').split('\n').length > count) return;
    await setTimeout(5);
  }
}
