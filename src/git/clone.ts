// A bare clone of a branch with its whole history, for what only a history can tell. Nothing of it is checked out or run.

import { join } from 'node:path';
import { ExpectedFailure } from '../errors.ts';
import { gitFailure, runGit } from './command.ts';
import { type LocalRepository, openRepository } from './repository.ts';

export interface CloneRequest {
  /** Without credentials: `https://github.com/acme/ledger.git`. */
  readonly url: string;
  /** `null` for a repository that anybody may read. */
  readonly token: string | null;
  /** Below the branches: `main`. */
  readonly branch: string;
  /** An existing, empty folder. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * The token reaches git through its environment: neither its arguments nor the clone's settings hold it. Throws an
 * ExpectedFailure when git cannot clone.
 */
export async function cloneHistory({ url, token, branch, folder, signal }: CloneRequest): Promise<LocalRepository> {
  const into = join(folder, 'history.git');
  const options = ['--bare', '--quiet', '--single-branch', '--no-tags', `--branch=${branch}`];
  const { exitCode, stderr } = await runGit(folder, ['clone', ...options, '--', url, into], {
    environment: token === null ? {} : withToken(url, token),
    signal,
  });
  signal.throwIfAborted();
  if (exitCode === 0) return openRepository(into);
  const { message } = gitFailure('clone', stderr);
  throw new ExpectedFailure(
    'git-failed',
    `the history could not be cloned: ${message}`,
    'Check that git is there and that the token may read the repository.',
  );
}

/** Sent to that server alone; git drops such a header when it is redirected to another. */
function withToken(url: string, token: string): Record<string, string> {
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
  };
}
