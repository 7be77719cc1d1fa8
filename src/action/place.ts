// Where a run of the Action takes place, as the runner says it.

import { z } from 'zod';
import { ExpectedFailure } from '../errors.ts';

export interface Place {
  readonly owner: string;
  readonly repo: string;
  /** `https://github.com`, or that of a GitHub Enterprise Server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** The page of this run; `null` where the runner does not say. */
  readonly runUrl: string | null;
  /** A folder for this job alone. */
  readonly temporaryFolder: string;
  /** Where a checkout would lie; `null` where the runner does not say. */
  readonly workspace: string | null;
  /** `refs/heads/main`, `refs/pull/7/merge`; empty where the runner does not say. */
  readonly ref: string;
}

/** Neither part is a step to another folder. */
const repositoryName = z.string().regex(/^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/);

const url = z.string().regex(/^https?:\/\/[^\s/]+(?:\/[^\s]*)?$/);

/** Throws an ExpectedFailure outside of a runner. */
export function readPlace(env: Readonly<Record<string, string | undefined>>): Place {
  const [owner = '', repo = ''] = named(env, 'GITHUB_REPOSITORY', repositoryName).split('/');
  const serverUrl = without(env.GITHUB_SERVER_URL || 'https://github.com');
  const apiUrl = without(named({ GITHUB_API_URL: 'https://api.github.com', ...set(env) }, 'GITHUB_API_URL', url));
  const { GITHUB_RUN_ID: run, GITHUB_GRAPHQL_URL: graphqlUrl } = env;
  return {
    owner,
    repo,
    serverUrl,
    apiUrl,
    graphqlUrl: without(graphqlUrl || `${apiUrl.replace(/\/api\/v3$/, '/api')}/graphql`),
    runUrl: run === undefined || run === '' ? null : `${serverUrl}/${owner}/${repo}/actions/runs/${run}`,
    temporaryFolder: named(env, 'RUNNER_TEMP', z.string().min(1)),
    workspace: env.GITHUB_WORKSPACE || null,
    ref: env.GITHUB_REF ?? '',
  };
}

function set(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function without(given: string): string {
  return given.replace(/\/+$/, '');
}

function named(env: Readonly<Record<string, string | undefined>>, name: string, schema: z.ZodType<string>): string {
  const parsed = schema.safeParse(env[name]);
  if (parsed.success) return parsed.data;
  throw new ExpectedFailure(
    'bad-event',
    `${name} is not set as a runner sets it`,
    'This is the GitHub Action; outside of a workflow use the command line, `palimpsest check`.',
  );
}
