// A fake GitHub with the repository acme/ledger and a pull request, and everything that speaks to it.

import { onTestFinished } from 'vitest';
import { rememberAuthor } from '../../src/github/author.ts';
import { createCheckRuns } from '../../src/github/check-runs.ts';
import { connect, type GitHubRepository } from '../../src/github/client.ts';
import { createComments } from '../../src/github/comments.ts';
import { createDispatches } from '../../src/github/dispatches.ts';
import { createTrackingIssue } from '../../src/github/tracking-issue.ts';
import type { Pacing } from '../../src/github/writes.ts';
import {
  type FakeGitHub,
  type FakePullRequest,
  type FakeRepository,
  type Permissions,
  startFakeGitHub,
} from './fake-github.ts';

export const US = 'github-actions[bot]';

/** A twentieth of the real waits. */
const QUICK: Pacing = {
  pause: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs / 20)),
  random: Math.random,
};

export const ALL_WRITES: Permissions = {
  contents: 'write',
  'pull-requests': 'write',
  checks: 'write',
  issues: 'write',
  actions: 'write',
};

export interface SpeakingGitHub {
  readonly fake: FakeGitHub;
  readonly repository: FakeRepository;
  readonly pull: FakePullRequest;
  /** All ports of one process, whose token has these permissions; it asks who it is for itself. */
  speaker(permissions?: Permissions, login?: string): Speaker;
  /** Method and path of the requests that write, since the last call. */
  writes(): string[];
}

export type Speaker = ReturnType<typeof speakerOf>;

/** Gone when the test is over. */
export async function speakingGitHub(): Promise<SpeakingGitHub> {
  const fake = await startFakeGitHub();
  onTestFinished(() => fake.close());
  const files = { 'src/main/java/Invoice.java': 'class Invoice {}\n' };
  const repository = await fake.addRepository('acme/ledger', { files });
  await repository.setBranch('tax', 'main'); // what it changes is nothing to those who only speak
  const pull = await repository.openPullRequest({ head: 'tax' });
  let told = 0;
  return {
    fake,
    repository,
    pull,
    speaker: (permissions = ALL_WRITES, login = US) => speakerOf(fake, fake.token({ login, permissions })),
    writes() {
      const since = fake.requests.slice(told);
      told = fake.requests.length;
      return since
        .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
        .map(({ method, path }) => `${method} ${path.replace('/repos/acme/ledger/', '')}`);
    },
  };
}

function speakerOf(fake: FakeGitHub, token: string) {
  const api = connect(token, {
    baseUrl: fake.origin,
    userAgent: 'palimpsest/test',
    signal: new AbortController().signal,
    warn: () => {},
    waits: { secondMs: 10, requestTimeoutMs: 1_000 },
  });
  const repository: GitHubRepository = { api, owner: 'acme', repo: 'ledger' };
  const author = rememberAuthor(api);
  return {
    comments: createComments(repository, author, QUICK),
    checkRuns: createCheckRuns(repository, author, QUICK),
    trackingIssue: createTrackingIssue(repository, author, QUICK),
    dispatches: createDispatches(repository),
  };
}
