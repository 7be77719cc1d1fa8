// Running git: no shell, no hooks, no external programs, no prompts.

import { spawn } from 'node:child_process';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';

/** Settings of the user or the repository that could run a program or change what is printed are switched off. */
const QUIET = [
  '--no-pager',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'log.showSignature=false',
];

/**
 * Which repository is meant follows from the directory alone, inside a git hook too: what `git rev-parse --local-env-vars`
 * names is taken out, but for the settings given on a command line.
 */
const ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
  GIT_DIR: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_IMPLICIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_SHALLOW_FILE: undefined,
  GIT_GRAFT_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_EXTERNAL_DIFF: undefined,
};

export interface GitResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitOptions {
  /** Added to the environment that git runs in. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends git when it is raised. */
  readonly signal?: AbortSignal;
}

/** Runs git to its end and returns whatever it said; only a git that cannot be started, or was called off, rejects. */
export async function runGit(directory: string, args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const child = startGit(directory, args, options);
  const [stdout, stderr, exitCode] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    new Promise<number>((resolve, reject) => {
      child.on('error', (error) => reject(startFailure(error, directory)));
      child.on('close', (code) => resolve(code ?? 128));
    }),
  ]);
  return { exitCode, stdout, stderr: stderr.toString('utf8').trim() };
}

/** Runs git and returns what it printed; a failure is an ExpectedFailure with git's own first line. */
export async function git(directory: string, args: readonly string[]): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await runGit(directory, args);
  if (exitCode !== 0) throw gitFailure(args[0] ?? 'git', stderr);
  return stdout;
}

export function gitFailure(subcommand: string, stderr: string): ExpectedFailure {
  const firstLine = stderr.split('\n').find((line) => line.trim() !== '') ?? 'no message';
  return new ExpectedFailure(
    'git-failed',
    `git ${subcommand} failed: ${firstLine}`,
    'Check the clone with `git fsck`, then run the command again.',
  );
}

export function startGit(directory: string, args: readonly string[], { environment, signal }: GitOptions = {}) {
  return spawn('git', [...QUIET, ...args], {
    cwd: directory,
    env: { ...process.env, ...ENVIRONMENT, ...environment },
    ...(signal === undefined ? {} : { signal }),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

export function startFailure(error: Error, directory: string): Error {
  if (!['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return error;
  return new ExpectedFailure(
    'git-missing',
    `git could not be started in ${directory}`,
    'Check that the directory exists and that git is installed and on PATH.',
    { cause: error },
  );
}

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
