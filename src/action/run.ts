// Where a run takes place: the repository, the GitHub that it belongs to, and the folders that the runner lends it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ExpectedFailure } from '../errors.ts';
import { visible } from '../report/visible.ts';

export interface RunFacts {
  readonly owner: string;
  readonly repo: string;
  /** Without a slash at the end; of GitHub Enterprise Server it ends in `/api/v3`. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** Page of this run; `null` outside of one. */
  readonly runUrl: string | null;
  /** Where a report may be left for later steps. */
  readonly temporaryFolder: string;
  /** Somebody checked a repository out there. */
  readonly hasCheckout: boolean;
}

const url = z
  .url({ protocol: /^https?$/ })
  .refine((text) => {
    const { username, password, search, hash } = new URL(text);
    return username === '' && password === '' && search === '' && hash === '';
  })
  .transform((text) => text.replace(/\/+$/, ''));

const variables = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/),
  GITHUB_API_URL: url.default('https://api.github.com'),
  GITHUB_SERVER_URL: url.default('https://github.com'),
  GITHUB_RUN_ID: z.string().regex(/^\d+$/).optional(),
  GITHUB_WORKSPACE: z.string().optional(),
  RUNNER_TEMP: z.string().optional(),
});

/** Throws an ExpectedFailure for variables that no runner sets so. `systemFolder` is lent where the runner lends none. */
export function readRun(env: Readonly<Record<string, string | undefined>>, systemFolder: string): RunFacts {
  const given = Object.fromEntries(variables.keyof().options.map((name) => [name, env[name] || undefined]));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    const value = given[name];
    throw new ExpectedFailure(
      'bad-event',
      value === undefined ? `${name} is not set` : `${name} is nothing usable: ${visible(value.slice(0, 200))}`,
      'The runner sets it; where you set it yourself, mend it there.',
    );
  }
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: serverUrl, GITHUB_RUN_ID: run, ...rest } = parsed.data;
  const [owner = '', repo = ''] = repository.split('/');
  return {
    owner,
    repo,
    apiUrl: rest.GITHUB_API_URL,
    serverUrl,
    runUrl: run === undefined ? null : `${serverUrl}/${repository}/actions/runs/${run}`,
    temporaryFolder: rest.RUNNER_TEMP ?? systemFolder,
    hasCheckout: rest.GITHUB_WORKSPACE !== undefined && existsSync(join(rest.GITHUB_WORKSPACE, '.git')),
  };
}
