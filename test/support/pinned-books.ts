// The books on a fake GitHub after their first push: the model pinned, the ledger begun. The first push runs once for a file of
// tests; each test has a fake of its own that begins from there.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'vitest';
import { type ActionOptions, type ActionRun, runAction } from './action.ts';
import { BOOKS } from './books.ts';
import {
  type FakeGitHub,
  type FakePullRequest,
  type FakeRepository,
  type Files,
  type PullRequestAction,
  type PullRequestOptions,
  startFakeGitHub,
} from './fake-github.ts';

/** What `before` of a push says when the branch is new. */
export const NEW = '0'.repeat(40);

/** For tests that run at once, and wait for GitHub as the Action does, on a crowded machine. */
export const PATIENCE_MS = 180_000;

export const DATA_BRANCH = 'palimpsest-data';

/** One project on one fake GitHub, and the events that happen to it. */
export class Project {
  readonly gitHub: FakeGitHub;
  readonly repository: FakeRepository;

  constructor(gitHub: FakeGitHub, repository: FakeRepository) {
    this.gitHub = gitHub;
    this.repository = repository;
  }

  /** The run of a push to the default branch, which stands where it was pushed to. */
  async push(before: string, options: ActionOptions = {}): Promise<ActionRun> {
    return runAction(this.gitHub, await this.gitHub.events.push(this.repository, 'main', before), options);
  }

  /** Commits to a new branch and opens a pull request of it. */
  async open(files: Files, options: Partial<PullRequestOptions> = {}): Promise<FakePullRequest> {
    const { head = 'change', from = this.repository } = options;
    await from.commit(head, files);
    return this.repository.openPullRequest({ ...options, head });
  }

  /** The same from a fork of eve's. */
  async openFromFork(files: Files): Promise<FakePullRequest> {
    const from = await this.gitHub.addRepository('eve/books', { forkOf: this.repository });
    return this.open(files, { from, author: 'eve' });
  }

  /** The run of `pull_request`. */
  async check(pull: FakePullRequest, options: ActionOptions = {}, action: PullRequestAction = 'opened') {
    return runAction(this.gitHub, this.gitHub.events.pullRequest(action, pull), options);
  }

  async schedule(options: ActionOptions = {}): Promise<ActionRun> {
    return runAction(this.gitHub, await this.gitHub.events.schedule(this.repository), options);
  }

  /** A file of the data branch, parsed; throws when it is not there. */
  async kept(path: string): Promise<Record<string, unknown>> {
    return JSON.parse((await this.repository.file(path, DATA_BRANCH)) ?? 'null');
  }

  /** The revisions of `history.jsonl`, in its order. */
  async history(): Promise<string[]> {
    const text = (await this.repository.file('history.jsonl', DATA_BRANCH)) ?? '';
    return text.split('\n').flatMap((line) => (line === '' ? [] : [String(JSON.parse(line).revision)]));
  }
}

export function bodies(pull: FakePullRequest): string[] {
  return pull.comments().map(({ body }) => body);
}

/** Lines of the log that are annotations of that level. */
export function annotationsIn({ log }: ActionRun, level: 'error' | 'warning' | 'notice'): string[] {
  return log.split('\n').filter((line) => line.startsWith(`::${level}`));
}

/** `fresh`: nothing has run yet. `pinned`: the first push has. Both are acme/books, eight methods. */
export const test = base.extend<{ fresh: Project; pinned: Project }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads which fixtures one needs from this pattern
  fresh: async ({}, use) => {
    const gitHub = await startFakeGitHub();
    await use(new Project(gitHub, await gitHub.addRepository('acme/books', { files: BOOKS })));
    await gitHub.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  pinned: async ({}, use) => {
    firstPush ??= afterFirstPush();
    const from = await firstPush;
    const gitHub = await startFakeGitHub();
    await use(new Project(gitHub, await gitHub.addRepository('acme/books', { from })));
    await gitHub.close();
  },
});

let firstPush: Promise<string> | null = null;

/** A copy of the repository in a folder that stays until the process ends. */
async function afterFirstPush(): Promise<string> {
  const gitHub = await startFakeGitHub();
  const repository = await gitHub.addRepository('acme/books', { files: BOOKS });
  const { exitCode, log } = await new Project(gitHub, repository).push(NEW);
  if (exitCode !== 0) throw new Error(log);
  const folder = mkdtempSync(join(tmpdir(), 'pinned-books-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(repository.folder, folder, { recursive: true });
  await gitHub.close();
  return folder;
}
