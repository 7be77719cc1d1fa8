// The fake GitHub of one test, and clients for it.

import { Octokit } from '@octokit/rest';
import { onTestFinished } from 'vitest';
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts';

/** A fake GitHub that is gone when the test is over. */
export async function gitHubOfATest(): Promise<FakeGitHub> {
  const fake = await startFakeGitHub();
  onTestFinished(() => fake.close());
  return fake;
}

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A plain client, without retries or throttling. */
export function octokitFor(fake: FakeGitHub, token?: string, baseUrl: string = fake.origin): Octokit {
  return new Octokit({ baseUrl, log: SILENT, ...(token === undefined ? {} : { auth: token }) });
}
