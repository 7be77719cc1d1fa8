// A pull request on GitHub as what is checked: named on the command line, read through the API.

import packageJson from '../../package.json' with { type: 'json' };
import { ExpectedFailure } from '../errors.ts';
import type { RepositoryReader, Revision } from '../ports.ts';
import type { Shell } from './shell.ts';

export interface PullRequestName {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

/** A change to check: what it is compared with, and the change itself. */
export interface Change {
  readonly repository: RepositoryReader;
  readonly target: Revision;
  readonly head: Revision;
}

const NAME = /^(?<owner>[\w-]+)\/(?<repo>[\w.-]+)#(?<number>[1-9]\d{0,9})$/;
const PATH = /^\/(?<owner>[\w-]+)\/(?<repo>[\w.-]+)\/pull\/(?<number>[1-9]\d{0,9})(?:\/|$)/;

/** `OWNER/REPO#N`, or the address of its page on the GitHub that `apiUrl` belongs to. Throws an ExpectedFailure for any other. */
export function parsePullRequest(text: string, apiUrl: string): PullRequestName {
  const { protocol, host, pathname } = URL.canParse(text) ? new URL(text) : { protocol: '', host: '', pathname: '' };
  const isAddress = protocol === 'https:' || protocol === 'http:';
  const { owner = '', repo = '', number = '' } = (isAddress ? PATH.exec(pathname) : NAME.exec(text))?.groups ?? {};
  if (number === '' || repo === '.' || repo === '..') {
    throw new ExpectedFailure(
      'bad-setting',
      `--pull-request does not take ${JSON.stringify(text)}`,
      'Name one as OWNER/REPO#N, or by its address.',
    );
  }
  if (!/^https?:\/\//.test(apiUrl) || !URL.canParse(apiUrl)) {
    throw new ExpectedFailure(
      'bad-setting',
      `GITHUB_API_URL is ${JSON.stringify(apiUrl)}, which is no address`,
      'Leave it out, or set it to that of a GitHub Enterprise Server, such as https://github.example.org/api/v3.',
    );
  }
  const known = new URL(apiUrl).host.replace(/^api\./, '');
  if (isAddress && host.replace(/^www\./, '') !== known) {
    throw new ExpectedFailure(
      'bad-setting',
      `${host} is not ${known}, which GITHUB_API_URL leads to`,
      `For a GitHub Enterprise Server set GITHUB_API_URL, such as https://${host}/api/v3.`,
    );
  }
  return { owner, repo, number: Number(number) };
}

/** Opens the repository through the API, with the token of `GITHUB_TOKEN` or `GH_TOKEN` where there is one. */
export async function openPullRequest(text: string, { environment, signal }: Shell): Promise<Change> {
  const { gitHubApiUrl: baseUrl, secrets } = environment;
  const { owner, repo, number } = parsePullRequest(text, baseUrl);
  const { composeGitHub, connect } = await import('../compose/github.ts');
  const token = secrets.read('GITHUB_TOKEN') ?? secrets.read('GH_TOKEN');
  const warn = (warning: string) => process.stderr.write(`palimpsest: ${secrets.mask(warning)}\n`);
  if (token === null) warn('without GITHUB_TOKEN GitHub shows what is public, and answers 60 requests an hour');
  const userAgent = `palimpsest/${packageJson.version}`;
  const api = connect(token?.reveal() ?? null, { baseUrl, userAgent, signal, warn });
  const { repository, pullRequests } = composeGitHub({ api, owner, repo }, { isAnonymous: token === null, signal });
  const { base, head } = await pullRequests.read(number);
  return {
    repository,
    target: { hash: base.revision, name: base.branch, committedAt: null },
    head: { hash: head.revision, name: `${owner}/${repo}#${number}`, committedAt: null },
  };
}
