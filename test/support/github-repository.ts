// A repository of the fake GitHub, read through the client of this project.

import { connect, type GitHubApi, type GitHubRepository } from '../../src/github/client.ts';
import { openGitHubRepository, type ReadingOptions } from '../../src/github/repository.ts';
import type { RepositoryReader } from '../../src/ports.ts';
import type { FakeGitHub, FakeRepository, RepositoryOptions } from './fake-github.ts';
import { gitHubOfATest } from './github-of-a-test.ts';

export const ON_GITHUB = { owner: 'ada', repo: 'ledger' };

export interface RepositoryOnGitHub {
  readonly fake: FakeGitHub;
  readonly onGitHub: FakeRepository;
  readonly github: GitHubRepository;
  readonly repository: RepositoryReader;
}

/** `ada/ledger`, read with a token of the permissions that a check has. */
export async function repositoryOnGitHub(
  options: RepositoryOptions = {},
  reading: ReadingOptions = {},
): Promise<RepositoryOnGitHub> {
  const fake = await gitHubOfATest();
  const onGitHub = await fake.addRepository('ada/ledger', options);
  const token = fake.token({ permissions: { contents: 'read', 'pull-requests': 'read' } });
  const github = { api: clientFor(fake, reading.isAnonymous === true ? null : token), ...ON_GITHUB };
  return { fake, onGitHub, github, repository: openGitHubRepository(github, reading) };
}

/** The client of the command line; what it waits for takes no time. */
export function clientFor(fake: Pick<FakeGitHub, 'origin'>, token: string | null, baseUrl = fake.origin): GitHubApi {
  const { signal } = new AbortController();
  return connect(token, { baseUrl, userAgent: 'palimpsest/test', signal, warn: () => {}, waits: { secondMs: 1 } });
}
